//! What people wrote, cut into words and sentences: only as far as one place must be compared with another.
//!
//! A word here is a run of kanji, katakana, letters and figures: what stands between the small words. Nothing is
//! understood. Deliberately not here: folding for search (`text`), numbers of telephones (`reach`).

/// The sentences of a text, without their full stops.
pub(crate) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(['。', '\n']).map(str::trim).filter(|sentence| !sentence.is_empty())
}

/// The words of a text, of two signs or more.
pub(crate) fn words(text: &str) -> Vec<&str> {
    let parts = text.split(|sign: char| !is_word(sign));
    parts.filter(|part| part.chars().nth(1).is_some()).collect()
}

/// A name as it is written everywhere: without what stands in brackets, and without the small words between.
pub(crate) fn bare(name: &str) -> String {
    let mut depth = 0_u32;
    let outside = |sign: &char| {
        match sign {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            _ => return depth == 0,
        }
        false
    };
    name.chars().filter(outside).filter(|sign| is_word(*sign)).collect()
}

/// The figures of a text, full width as half width.
pub(crate) fn figures(text: &str) -> String {
    text.chars().filter_map(|sign| char::from_digit(sign.to_digit(10).or(full_width(sign))?, 10)).collect()
}

fn full_width(sign: char) -> Option<u32> {
    ('０'..='９').contains(&sign).then(|| sign as u32 - '０' as u32)
}

/// Kanji and their marks, katakana, letters, figures, and figures in circles (遮断②).
fn is_word(sign: char) -> bool {
    matches!(sign, '々' | '〆' | 'ー' | '①'..='⑳') || ('ァ'..='ヺ').contains(&sign) || is_kanji(sign) || {
        sign.is_alphanumeric() && !('ぁ'..='ゖ').contains(&sign)
    }
}

fn is_kanji(sign: char) -> bool {
    matches!(sign, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_what_stands_between_the_small_ones() {
        assert_eq!(words("救急・転院の受け入れを変える"), ["救急", "転院"]);
        assert_eq!(words("決める。遮断②③。𠮷野の指示"), ["遮断②③", "𠮷野", "指示"]);
    }

    #[test]
    fn a_bare_name_has_no_brackets_and_no_small_words() {
        assert_eq!(bare("持続薬の確認表（手書き）"), "持続薬確認表");
        assert_eq!(bare("FAXの送り状"), "FAX送状");
    }

    #[test]
    fn figures_are_read_in_either_width() {
        assert_eq!(figures("院内の無線 １０番"), "10");
        assert_eq!(figures("番号は機械の札"), "");
    }
}
