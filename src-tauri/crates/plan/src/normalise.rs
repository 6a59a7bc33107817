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

fn number(text: &str) -> Option<String> {
    let plain: String = text.nfkc().filter(|c| *c != ',' && !c.is_whitespace()).collect();
    let digits = plain.trim_end_matches(['床', '台', '分', '人', '日', '枚', '時', '間']);
    let value: u64 = digits.parse().ok()?;
    Some(value.to_string())
}

fn phone(text: &str) -> Option<String> {
    let plain: String = text
        .nfkc()
        .map(|c| match c {
            'ー' | '−' | '‐' | '–' | '—' | '―' | '－' | '(' | ')' => '-',
            c => c,
        })
        .collect();
    let plain = plain.trim().trim_matches('-').replace("--", "-");
    let digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit() || "-+#* ".contains(c));
    // The word is kept: it says that the number is dead when the PHS is (`reach`).
    let upper = ["院内", "内線"].iter().fold(plain.to_uppercase().replace("ピッチ", "PHS"), |text, word| {
        text.replace(&format!("{word}PHS"), "PHS").replace(&format!("{word} PHS"), "PHS")
    });
    if let Some(rest) = upper.strip_prefix("PHS").or_else(|| upper.strip_suffix("PHS")) {
        let rest = rest.trim_start_matches("内線");
        let rest = rest.trim_matches(['-', ' ', ':']);
        return digits(rest).then(|| format!("PHS {rest}"));
    }
    let (main, extension) = match plain.split_once("内線") {
        Some((main, extension)) => (main.trim().trim_end_matches('-'), Some(extension.trim())),
        None => (plain.trim(), None),
    };
    if !main.is_empty() && !digits(main) || extension.is_some_and(|e| !digits(e)) || plain.is_empty() {
        return None;
    }
    let main = main.replace(' ', "-");
    Some(match extension {
        Some(extension) if main.is_empty() => format!("内線 {extension}"),
        Some(extension) => format!("{main} 内線 {extension}"),
        None => main,
    })
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
    fn what_cannot_be_read_stays_as_typed() {
        for (kind, typed) in [
            (FieldKind::Date, "来年の春"),
            (FieldKind::Date, "2026-02-30"),
            (FieldKind::Date, "平成40年3月31日"),
            (FieldKind::Number, "約百"),
            (FieldKind::Phone, "守衛室に聞く"),
            (FieldKind::Span, "なるべく早く"),
        ] {
            assert_eq!(normalise(kind, typed), typed);
            assert!(!readable(kind, typed), "{typed}");
        }
    }
}
