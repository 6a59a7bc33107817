//! Where a line may end: Unicode's rules, strict, and a few of our own.

use icu_segmenter::LineSegmenter;
use icu_segmenter::LineSegmenterBorrowed;
use icu_segmenter::options::{LineBreakOptions, LineBreakStrictness};

/// The longest unit that stays with its number across a space ("20 mL").
const UNIT: usize = 3;

const SEGMENTER: LineSegmenterBorrowed<'static> = {
    let mut options = LineBreakOptions::default();
    // `normal` lets ー and small kana begin a line.
    options.strictness = Some(LineBreakStrictness::Strict);
    LineSegmenter::new_for_non_complex_scripts(options)
};

/// The byte offsets before which a line may begin, without 0, in order; the last is the length.
pub(super) fn breaks(text: &str) -> Vec<usize> {
    SEGMENTER.segment_str(text).filter(|&at| at > 0 && (at == text.len() || allowed(text, at))).collect()
}

/// Whether nothing of ours speaks against a break Unicode allows.
fn allowed(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    let (Some(last), Some(next)) = (before.chars().next_back(), after.chars().next()) else {
        return true;
    };
    let stays = matches!(next, '～' | '／')
        || last == '＃'
        || is_wide_digit(last) && is_wide_digit(next)
        || last == ' ' && number_then_unit(before, after);
    !stays
}

/// Whether a line may begin with this character when a word must be cut.
pub(super) fn may_begin(c: char) -> bool {
    !"、。，．・：；！？」』】）］｝〉》〕〗ー～／々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.!?:;)]}…‥％%"
        .contains(c)
}

/// Whether a long word is cut more readably after this character.
pub(super) fn good_end(c: char) -> bool {
    "/.-_?&=@+#:,".contains(c)
}

fn is_wide_digit(c: char) -> bool {
    ('０'..='９').contains(&c)
}

fn number_then_unit(before: &str, after: &str) -> bool {
    let ends_in_digit = before.trim_end_matches(' ').ends_with(|c: char| c.is_ascii_digit());
    let word = after.chars().take_while(char::is_ascii_alphabetic).count();
    ends_in_digit && (1..=UNIT).contains(&word)
}

#[cfg(test)]
mod tests {
    use super::breaks;

    fn pieces(text: &str) -> Vec<&str> {
        let mut start = 0;
        breaks(text)
            .into_iter()
            .map(|end| {
                let piece = &text[start..end];
                start = end;
                piece
            })
            .collect()
    }

    #[test]
    fn forbidden_characters_begin_and_end_no_line() {
        assert_eq!(pieces("漢。字"), ["漢。", "字"]);
        assert_eq!(pieces("漢「字」字"), ["漢", "「字」", "字"]);
        assert_eq!(pieces("サーバー"), ["サー", "バー"], "no line begins with the long vowel mark");
        assert_eq!(pieces("ちょっと"), ["ちょっ", "と"], "nor with small kana");
        assert_eq!(pieces("佐々木"), ["佐々", "木"]);
    }

    #[test]
    fn our_own_rules_hold() {
        assert_eq!(pieces("月～金"), ["月～", "金"]);
        assert_eq!(pieces("昼／夜"), ["昼／", "夜"]);
        assert_eq!(pieces("本＃１"), ["本", "＃１"]);
        assert_eq!(pieces("第１２３号"), ["第", "１２３", "号"]);
        assert_eq!(pieces("約 20 mL を"), ["約 ", "20 mL ", "を"]);
    }

    #[test]
    fn words_and_numbers_stay_whole() {
        assert_eq!(pieces("電話03-1234-5678へ"), ["電", "話", "03-1234-5678", "へ"]);
        assert_eq!(pieces("AES-256で"), ["AES-256", "で"]);
        assert_eq!(pieces("辻\u{E0100}さん"), ["辻\u{E0100}", "さ", "ん"]);
    }
}
