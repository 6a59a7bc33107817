//! Kana and a combining mark as one character, for drawing.

/// The composed kana of `base` with U+3099 (voiced) or U+309A (half voiced), where there is one.
///
/// Full NFC is deliberately not used: it would replace ninety compatibility
/// characters that stand in people's names.
pub(super) fn compose(base: char, mark: char) -> Option<char> {
    let voiced = match (base, mark) {
        ('う', '\u{3099}') => return Some('ゔ'),
        ('ウ', '\u{3099}') => return Some('ヴ'),
        ('ゝ', '\u{3099}') => return Some('ゞ'),
        ('ヽ', '\u{3099}') => return Some('ヾ'),
        ('ワ'..='ヲ', '\u{3099}') => return char::from_u32(base as u32 + 8),
        (_, '\u{3099}') => 1,
        (_, '\u{309A}') => 2,
        _ => return None,
    };
    // Katakana repeats the order of hiragana 0x60 further on.
    let row = if ('ァ'..='ヶ').contains(&base) { base as u32 - 0x60 } else { base as u32 };
    let at = char::from_u32(row)?;
    let composes = match voiced {
        1 => "かきくけこさしすせそたちつてとはひふへほ".contains(at),
        _ => "はひふへほ".contains(at),
    };
    composes.then(|| char::from_u32(base as u32 + voiced)).flatten()
}
