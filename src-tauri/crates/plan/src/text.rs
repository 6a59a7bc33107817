//! Text is stored as typed; only what would break the file or the paper is mended.

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
}
