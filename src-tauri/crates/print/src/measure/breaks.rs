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
        || last == ' ' && number_then_unit(before, after)
        || counted(last, next)
        || goes_on(before, last, after);
    !stays
}

/// What follows a number and belongs to it.
const COUNTERS: &str = "年月日時分秒人枚件台回番号頁冊本歳床階歩";

/// 「10」 and what is counted.
fn counted(last: char, next: char) -> bool {
    is_digit(last) && COUNTERS.contains(next)
}

/// A date or a time: 「2026年」 and 「10月1日」.
fn goes_on(before: &str, last: char, after: &str) -> bool {
    let of = |first: char, second: &[char]| {
        let number = after.chars().take_while(|c| is_digit(*c)).count();
        let follows = after.chars().nth(number);
        last == first && number > 0 && follows.is_some_and(|next| second.contains(&next))
    };
    let after_a_number = before.chars().rev().nth(1).is_some_and(is_digit) || before.ends_with("元年");
    after_a_number && (of('年', &['月']) || of('月', &['日']) || of('時', &['分']))
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || is_wide_digit(c)
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
        assert_eq!(pieces("第１２３号"), ["第", "１２３号"]);
        assert_eq!(pieces("約 20 mL を"), ["約 ", "20 mL ", "を"]);
    }

    #[test]
    fn dates_times_and_counted_things_stay_whole() {
        assert_eq!(pieces("日は2026年10月1日まで"), ["日", "は", "2026年10月1日", "ま", "で"]);
        assert_eq!(pieces("令和8年11月末"), ["令", "和", "8年11月", "末"]);
        assert_eq!(pieces("９時３０分に３０枚"), ["９時３０分", "に", "３０枚"]);
        assert_eq!(pieces("1階と2階"), ["1階", "と", "2階"]);
        assert_eq!(pieces("年10月"), ["年", "10月"], "no number before it");
    }

    #[test]
    fn words_and_numbers_stay_whole() {
        assert_eq!(pieces("電話03-1234-5678へ"), ["電", "話", "03-1234-5678", "へ"]);
        assert_eq!(pieces("AES-256で"), ["AES-256", "で"]);
        assert_eq!(pieces("辻\u{E0100}さん"), ["辻\u{E0100}", "さ", "ん"]);
    }
}
