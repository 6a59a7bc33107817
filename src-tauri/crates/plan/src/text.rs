//! Text is stored as typed; only what would break the file or the paper is mended.

use std::collections::HashMap;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// CRLF → LF, kana with a combining mark composed, control characters refused.
///
/// Full NFC is deliberately not used: it would replace 塚 神 福 都 and ninety
/// other compatibility characters that stand in people's names.
///
/// # Errors
/// The first control character that is neither a line end nor a tab.
pub fn clean(text: &str) -> Result<String, char> {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(next) = chars.next() {
        match next {
            '\r' => {
                if chars.peek() == Some(&'\n') {
                    chars.next();
                }
                out.push('\n');
            }
            '\n' | '\t' => out.push(next),
            '\u{3099}' | '\u{309A}' => match out.pop() {
                Some(base) => match unicode_normalization::char::compose(base, next) {
                    Some(one) => out.push(one),
                    None => out.extend([base, next]),
                },
                None => out.push(next),
            },
            c if c.is_control() => return Err(c),
            c => out.push(c),
        }
    }
    Ok(out)
}

/// How a look-alike is usually written. Only to show what is probably meant; nothing is replaced.
pub fn usual_form(text: &str) -> String {
    text.nfkc().collect()
}

/// NFKC, lower case, katakana folded to hiragana: what search compares.
pub fn search_key(text: &str) -> String {
    text.nfkc().flat_map(char::to_lowercase).map(fold_kana).collect()
}

/// Other ways to write a kanji of names, and the usual one. Only for finding: what is stored and printed is what was typed.
const VARIANTS: &[(char, char)] = &[
    ('髙', '高'),
    ('﨑', '崎'),
    ('嵜', '崎'),
    ('碕', '崎'),
    ('𠮷', '吉'),
    ('濵', '浜'),
    ('濱', '浜'),
    ('邊', '辺'),
    ('邉', '辺'),
    ('澤', '沢'),
    ('齋', '斎'),
    ('齊', '斉'),
    ('廣', '広'),
    ('櫻', '桜'),
    ('國', '国'),
    ('眞', '真'),
    ('惠', '恵'),
    ('德', '徳'),
    ('槇', '槙'),
    ('舘', '館'),
    ('嶋', '島'),
    ('嶌', '島'),
    ('曾', '曽'),
    ('瀨', '瀬'),
    ('渕', '淵'),
    ('壽', '寿'),
    ('榮', '栄'),
    ('條', '条'),
    ('藏', '蔵'),
    ('龍', '竜'),
    ('萬', '万'),
    ('圓', '円'),
    ('鐵', '鉄'),
    ('應', '応'),
    ('實', '実'),
    ('寶', '宝'),
    ('會', '会'),
    ('學', '学'),
    ('藥', '薬'),
    ('醫', '医'),
    ('驛', '駅'),
    ('佛', '仏'),
    ('淺', '浅'),
    ('內', '内'),
    ('龜', '亀'),
    ('黑', '黒'),
    ('關', '関'),
    ('冨', '富'),
    ('靜', '静'),
    ('橫', '横'),
    ('增', '増'),
    ('髮', '髪'),
];

/// Whether a character only asks for one form of the letter before it.
fn asks_for_a_form(c: char) -> bool {
    matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

/// What a search compares: as [`search_key`], and without what one person writes and another leaves out: long marks
/// (プリンター, プリンタ), middle dots, blanks, the signs that ask for a form of a letter; names in the usual kanji.
pub fn find_key(text: &str) -> String {
    let left_out = |c: &char| matches!(c, 'ー' | '・' | ' ' | '\t') || asks_for_a_form(*c);
    static USUAL: LazyLock<HashMap<char, char>> = LazyLock::new(|| VARIANTS.iter().copied().collect());
    let usual = |c: char| if c < '\u{3400}' { c } else { USUAL.get(&c).copied().unwrap_or(c) };
    text.nfkc().filter(|c| !left_out(c)).flat_map(char::to_lowercase).map(|c| fold_kana(usual(c))).collect()
}

/// Orders by reading: the kana where there is one, else the name.
pub fn sort_key(kana: Option<&str>, name: Option<&str>) -> (bool, String) {
    match kana.filter(|kana| !kana.trim().is_empty()) {
        Some(kana) => (false, search_key(kana)),
        None => (true, search_key(name.unwrap_or_default())),
    }
}

fn fold_kana(c: char) -> char {
    match c {
        'ァ'..='ヶ' => char::from_u32(c as u32 - 0x60).unwrap_or(c),
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_as_typed_and_only_kana_is_composed() {
        assert_eq!(clean("塚\u{FA10}𠮷髙辻󠄀 か\u{3099}\r\n次").unwrap(), "塚\u{FA10}𠮷髙辻󠄀 が\n次");
        assert_eq!(clean("セ\u{309A}").unwrap(), "セ\u{309A}");
        assert_eq!(clean("a\u{0}b"), Err('\u{0}'));
    }

    #[test]
    fn half_width_and_katakana_are_found() {
        assert_eq!(search_key("ﾃﾞﾝｼｶﾙﾃ"), search_key("でんしかるて"));
        assert!(sort_key(Some("アオキ"), None) < sort_key(Some("いとう"), None));
    }

    #[test]
    fn what_people_write_differently_is_found_alike() {
        let alike = [
            ("プリンター", "ﾌﾟﾘﾝﾀ"),
            ("髙﨑　太郎", "高崎太郎"),
            ("𠮷田", "吉田"),
            ("辻\u{E0100}", "辻"),
            ("渡邉", "渡辺"),
            ("ＰＡＣＳ", "pacs"),
            ("データ・センター", "でえた せんた"),
        ];
        for (one, other) in &alike[..6] {
            assert_eq!(find_key(one), find_key(other));
        }
        assert_ne!(find_key(alike[6].0), find_key(alike[6].1), "a vowel is no long mark");
    }
}
