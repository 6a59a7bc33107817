//! Normalising of dates, numbers, telephone numbers, readings, codes and lengths
//! of time on leaving a field. Names and texts are never touched.

use crate::day::{self, Typed};
use crate::{FieldKind, span};
use unicode_normalization::UnicodeNormalization;

/// The value as it should stand after leaving the field. What cannot be read
/// stays as typed; [`readable`] then says no and a finding appears.
pub fn normalise(kind: FieldKind, value: &str) -> String {
    let trimmed = value.trim();
    let read = match kind {
        FieldKind::Date => match day::typed(trimmed) {
            Typed::Day(day) => Some(day.to_string()),
            _ => None,
        },
        FieldKind::Number => number(trimmed),
        FieldKind::Phone => phone(trimmed),
        FieldKind::Kana => Some(kana(trimmed)),
        FieldKind::Span => span::minutes(trimmed).map(span::words),
        FieldKind::Code => Some(trimmed.nfkc().filter(|c| !c.is_whitespace()).collect()),
        _ => None,
    };
    read.unwrap_or_else(|| value.to_owned())
}

/// Whether a stored value can be read as its kind.
pub fn readable(kind: FieldKind, value: &str) -> bool {
    match kind {
        FieldKind::Date => day::stored(value).is_some(),
        FieldKind::Number => number(value).as_deref() == Some(value),
        FieldKind::Phone => phone(value).as_deref() == Some(value),
        FieldKind::Span => span::minutes(value).map(span::words).as_deref() == Some(value),
        FieldKind::Kana => kana(value).chars().all(|c| matches!(c, 'ァ'..='ヿ' | '　') || c.is_ascii()),
        _ => true,
    }
}

/// Whether a telephone number stands for one nobody has looked up yet: 0XX-XXX-XXXX, 03-○○○○-○○○○, ＊＊＊.
pub fn is_number_to_fill(value: &str) -> bool {
    let plain: Vec<char> = value.nfkc().filter(|c| !c.is_whitespace() && !"-()ー‐".contains(*c)).collect();
    let stands_for = |c: &char| matches!(c, 'X' | 'x' | '×' | '○' | '〇' | '◯' | '●' | '*' | '?' | '_' | '△' | '□');
    let figures = plain.iter().all(|c| c.is_ascii_digit() || stands_for(c));
    figures && plain.iter().filter(|c| stands_for(c)).count() > 1
}

fn number(text: &str) -> Option<String> {
    let plain: String = text.nfkc().filter(|c| *c != ',' && !c.is_whitespace()).collect();
    let digits = plain.trim_end_matches(['床', '台', '分', '人', '日', '枚', '時', '間']);
    let value: u64 = digits.parse().ok()?;
    Some(value.to_string())
}

/// Whether a normalised number is that of a mobile telephone in Japan, in whatever notation: from abroad, or without the 0 a
/// spreadsheet took. 0800 is free of charge for the caller and no mobile number.
pub fn is_mobile(number: &str) -> bool {
    let figures: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    let abroad = ["+81", "0081"].iter().find_map(|code| figures.strip_prefix(code));
    let abroad = abroad.or_else(|| figures.strip_prefix("81").filter(|_| figures.len() == 12));
    let bare = abroad.unwrap_or(&figures).trim_start_matches('0');
    let sort = ["60", "70", "80", "90"].iter().any(|start| bare.starts_with(start));
    let free = bare.starts_with("800") && !number.starts_with("080-");
    bare.len() == 10 && sort && !free && (abroad.is_some() || !figures.starts_with("00"))
}

/// Whether a mobile number stands anywhere in a text that need not be one number: 「2110（携帯 090-…）」, 「山田:090-… 佐藤:080-…」.
pub fn has_mobile(text: &str) -> bool {
    // Most texts of a list of twenty thousand are an extension.
    if text.chars().filter(|c| c.is_numeric()).count() < 10 {
        return false;
    }
    let plain: String = text.nfkc().map(|c| if "ー−‐–—―－".contains(c) { '-' } else { c }).collect();
    let is_part = |c: char| c.is_ascii_digit() || "-+(). ".contains(c);
    let runs = plain.split(|c: char| !is_part(c));
    is_mobile(&plain) || runs.into_iter().any(|run| run.split([' ', '(', ')', '-']).any(is_mobile) || holds_mobile(run))
}

/// Whether the figures of a mobile number follow each other in a run of figures and marks.
fn holds_mobile(run: &str) -> bool {
    let starts = run.char_indices().filter(|(_, c)| *c == '0').map(|(at, _)| &run[at..]);
    starts.into_iter().any(|rest| {
        let figures: String = rest.chars().filter(char::is_ascii_digit).take(11).collect();
        let free = rest.starts_with("0800");
        let sort = ["060", "070", "080", "090"].iter().any(|start| figures.starts_with(start));
        figures.len() == 11 && sort && !free
    })
}

/// The numbers a text says, each as typed: divided by line breaks and signs that stand in no number, and by blanks between
/// numbers that are whole. 「03 1234 5678」 is one, 「2101 2102」 are two.
pub fn phone_numbers(text: &str) -> Vec<String> {
    if !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit() || b == b'-') {
        return vec![text.to_owned()];
    }
    let plain: String = text.nfkc().map(|c| if "/、,;・\n\t".contains(c) { '\n' } else { c }).collect();
    let plain = ["または", "又は", "もしくは", "と"].iter().fold(plain, |text, word| text.replace(word, "\n"));
    plain.split('\n').flat_map(at_blanks).filter(|number| !number.is_empty()).collect()
}

/// Divides at blanks where what stands on both sides is a whole number.
fn at_blanks(text: &str) -> Vec<String> {
    let parts: Vec<&str> = text.split_whitespace().collect();
    let figures = |part: &str| part.chars().filter(char::is_ascii_digit).count();
    let plain = |part: &str| part.chars().all(|c| c.is_ascii_digit() || "-+#*()ー−‐–—―".contains(c));
    let long = |part: &&str| plain(part) && figures(part) >= 9;
    // An area code stands before the rest of its number.
    let short = |part: &&str| plain(part) && (2..=6).contains(&figures(part)) && !part.starts_with(['0', '(', '+']);
    let several = parts.len() > 1 && parts.iter().all(|part| long(part) || short(part));
    if several { parts.into_iter().map(str::to_owned).collect() } else { vec![text.trim().to_owned()] }
}

/// Figures of a number of this country; one from abroad, or with a prefix (186 …), may have more.
const LONGEST: usize = 11;

fn phone(text: &str) -> Option<String> {
    if !text.is_empty() && text.len() <= LONGEST && text.bytes().all(|b| b.is_ascii_digit()) {
        return Some(text.to_owned());
    }
    // Several numbers are none: fused they would be a number nobody has.
    if phone_numbers(text).len() > 1 {
        return None;
    }
    let plain: String = text
        .nfkc()
        .map(|c| match c {
            'ー' | '−' | '‐' | '–' | '—' | '―' | '－' | '(' | ')' => '-',
            c => c,
        })
        .collect();
    let plain = plain.trim().trim_matches('-');
    let digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit() || "-+#* ".contains(c));
    // The word is kept: it says that the number is dead when the PHS is (`reach`).
    let upper = ["院内", "内線"].iter().fold(plain.to_uppercase().replace("ピッチ", "PHS"), |text, word| {
        text.replace(&format!("{word}PHS"), "PHS").replace(&format!("{word} PHS"), "PHS")
    });
    if let Some(rest) = upper.strip_prefix("PHS").or_else(|| upper.strip_suffix("PHS")) {
        let rest = rest.trim_start_matches("内線");
        let rest = rest.trim_matches(['-', ' ', ':']);
        return digits(rest).then(|| format!("PHS {}", joined(rest)));
    }
    let (main, extension) = match plain.split_once("内線") {
        Some((main, extension)) => (main.trim().trim_end_matches('-'), Some(extension.trim_matches(['-', ' ', ':']))),
        None => (plain.trim(), None),
    };
    if !main.is_empty() && !digits(main) || extension.is_some_and(|e| !digits(e)) || plain.is_empty() {
        return None;
    }
    let main = joined(main);
    // No number of this country has more figures: two are fused.
    let figures = main.chars().filter(char::is_ascii_digit).count();
    if figures > LONGEST && !["+", "00", "18"].iter().any(|start| main.starts_with(start)) {
        return None;
    }
    Some(match extension.map(joined) {
        Some(extension) if main.is_empty() => format!("内線 {extension}"),
        Some(extension) => format!("{main} 内線 {extension}"),
        None => main,
    })
}

/// One hyphen between the parts of a number, whatever stood there.
fn joined(number: &str) -> String {
    number.split(['-', ' ']).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

fn kana(text: &str) -> String {
    text.nfkc()
        .map(|c| match c {
            'ぁ'..='ゖ' => char::from_u32(c as u32 + 0x60).unwrap_or(c),
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_becomes_one_form() {
        let cases = [
            (FieldKind::Date, "令和８年11月22日", "2026-11-22"),
            (FieldKind::Date, "R8.1.5", "2026-01-05"),
            (FieldKind::Date, "令和元年5月1日", "2019-05-01"),
            (FieldKind::Date, "２０２６／２／３", "2026-02-03"),
            (FieldKind::Date, "20260203", "2026-02-03"),
            (FieldKind::Number, "１８０床", "180"),
            (FieldKind::Number, "1,200", "1200"),
            (FieldKind::Phone, "０３ー１２３４ー５６７８", "03-1234-5678"),
            (FieldKind::Phone, "03(1234)5678", "03-1234-5678"),
            (FieldKind::Phone, "内線１２３", "内線 123"),
            (FieldKind::Phone, "(03) 1234-5678", "03-1234-5678"),
            (FieldKind::Phone, "（０３）１２３４－５６７８", "03-1234-5678"),
            (FieldKind::Phone, "03 1234 5678", "03-1234-5678"),
            (FieldKind::Phone, "03 - 1234 -- 5678", "03-1234-5678"),
            (FieldKind::Phone, "内線：2101", "内線 2101"),
            (FieldKind::Kana, "たかはし ﾊﾅｺ", "タカハシ ハナコ"),
            (FieldKind::Span, "９０分", "1時間30分"),
            (FieldKind::Text, " 髙橋　", " 髙橋　"),
        ];
        for (kind, typed, stored) in cases {
            assert_eq!(normalise(kind, typed), stored, "{typed}");
            assert!(readable(kind, stored), "{stored}");
        }
    }

    #[test]
    fn two_numbers_are_never_fused_into_one() {
        for text in ["2101（9011110006）", "2101-03-1234-5678", "03-1234-5678(2101)"] {
            assert_eq!(normalise(FieldKind::Phone, text), text, "as typed");
            assert!(!readable(FieldKind::Phone, text), "{text}");
        }
        for text in ["186-090-1234-5678", "+81-90-1234-5678", "0120-123-456"] {
            assert!(readable(FieldKind::Phone, &normalise(FieldKind::Phone, text)), "{text}");
        }
    }

    #[test]
    fn a_mobile_number_is_seen_wherever_it_stands() {
        for text in [
            "090-1111-2222",
            "2102 090-1111-0002",
            "2110（携帯 090-1111-0011）",
            "内2103・０９０－１１１１－００１１",
            "山田:09011110005 佐藤",
            "代表2101-080-1111-0002",
            "+81 90-1111-2222",
            "2101（9011112222）",
        ] {
            assert!(has_mobile(text), "{text}");
        }
        for text in ["", "2101", "03-1234-5678 内線 2101", "0800-123-4567", "0120-090-111", "06-6080-1234", "PHS 7090"]
        {
            assert!(!has_mobile(text), "{text}");
        }
    }

    #[test]
    fn numbers_in_one_cell_are_as_many_as_a_person_reads() {
        for (text, numbers) in [
            ("2101 2102", &["2101", "2102"][..]),
            ("2101／2102", &["2101", "2102"]),
            ("2102 090-1111-0002", &["2102", "090-1111-0002"]),
            ("03-1234-5678\n090-1234-5678", &["03-1234-5678", "090-1234-5678"]),
            ("03-1234-5678　03-1234-5679", &["03-1234-5678", "03-1234-5679"]),
            ("03 1234 5678", &["03 1234 5678"]),
            ("(03) 1234-5678", &["(03) 1234-5678"]),
            ("03-1234-5678 内線 2101", &["03-1234-5678 内線 2101"]),
            ("内線 2101、2102", &["内線 2101", "2102"]),
            ("PHS 7090", &["PHS 7090"]),
            ("", &[]),
        ] {
            assert_eq!(phone_numbers(text), numbers, "{text}");
        }
    }

    /// What is normalised stays as it is: said twice is said once. Texts made of what people type, by chance that is the
    /// same every time.
    #[test]
    fn what_was_normalised_is_normalised() {
        let pieces = [
            "0",
            "03",
            "090",
            "1234",
            "5678",
            "2101",
            "-",
            "ー",
            "（",
            "）",
            "(",
            ")",
            " ",
            "　",
            "内線",
            "PHS",
            "ピッチ",
            "院内",
            "+81",
            "#",
            "/",
            "、",
            "\n",
            "令和",
            "8年",
            "元年",
            "R8.",
            "2026",
            "/2/",
            "11月",
            "22日",
            "月末",
            "時間",
            "分",
            "日",
            "30",
            "1.5",
            "約",
            "ｶﾅ",
            "が",
            "か\u{3099}",
            "ＡＢＣ",
            "髙",
            "１２",
            "床",
            ",",
            "台",
            ":",
            "：",
            "a b",
            "--",
            "まで",
        ];
        let mut seed = 7_u64;
        let mut next = |most: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) as usize % most
        };
        let kinds = [
            FieldKind::Date,
            FieldKind::Number,
            FieldKind::Phone,
            FieldKind::Kana,
            FieldKind::Span,
            FieldKind::Code,
            FieldKind::Text,
        ];
        for _ in 0..60_000 {
            let text: String = (0..=next(5)).map(|_| pieces[next(pieces.len())]).collect();
            for kind in kinds {
                let once = normalise(kind, &text);
                assert_eq!(normalise(kind, &once), once, "{kind:?} of {text:?}");
                let form = matches!(kind, FieldKind::Date | FieldKind::Number | FieldKind::Phone | FieldKind::Span);
                assert!(!form || !readable(kind, &text) || once == text, "{kind:?}: {text:?} is read, and changed");
            }
        }
    }

    #[test]
    fn what_cannot_be_read_stays_as_typed() {
        for (kind, typed) in [
            (FieldKind::Date, "来年の春"),
            (FieldKind::Date, "2026-02-30"),
            (FieldKind::Date, "平成40年3月31日"),
            (FieldKind::Number, "約百"),
            (FieldKind::Phone, "守衛室に聞く"),
            (FieldKind::Phone, "2101 2102"),
            (FieldKind::Phone, "03-1234-5678 03-1234-5679"),
            (FieldKind::Phone, "2101、2102"),
            (FieldKind::Phone, "2101\n2102"),
            (FieldKind::Span, "なるべく早く"),
        ] {
            assert_eq!(normalise(kind, typed), typed);
            assert!(!readable(kind, typed), "{typed}");
        }
    }
}
