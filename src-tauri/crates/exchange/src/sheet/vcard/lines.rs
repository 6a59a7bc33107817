//! The lines of vCards: put together, taken apart, decoded (RFC 6350, and 3.0 and 2.1 as telephones write them).
//!
//! Bytes, not text: each line of an old card may be in an encoding of its own.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use encoding_rs::{Encoding, SHIFT_JIS};

/// A line of a card.
pub(super) struct Property {
    /// `TEL`.
    pub(super) name: String,
    /// How Apple groups lines: `item1`.
    pub(super) group: String,
    /// In capitals, without the encodings, which are done.
    pub(super) parameters: String,
    /// As written, where its case counts (SORT-AS).
    pub(super) told: String,
    /// Whether its value was no text: a sound, a picture, a place where one lies.
    pub(super) foreign: bool,
    /// Decoded.
    pub(super) value: String,
}

/// The properties of all cards of a file.
pub(super) fn properties(bytes: &[u8]) -> Vec<Property> {
    unfolded(bytes).iter().filter_map(|line| Property::of(line)).collect()
}

/// Lines, with those that were folded put together again. Since 3.0 a fold is a line break and one blank more; in 2.1 the
/// blank was there before; a line of quoted-printable ends in `=` where it goes on.
fn unfolded(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut out: Vec<Vec<u8>> = Vec::new();
    let (mut printable, mut keeps_blank) = (false, false);
    for line in bytes.split(|byte| matches!(byte, b'\n' | b'\r')).filter(|line| !line.is_empty()) {
        let soft = printable && out.last().is_some_and(|last| last.last() == Some(&b'='));
        match (line.first(), out.last_mut()) {
            (Some(b' ' | b'\t'), Some(last)) => last.extend(&line[usize::from(!keeps_blank)..]),
            (_, Some(last)) if soft => {
                last.pop();
                last.extend(line);
            }
            _ => {
                let head = String::from_utf8_lossy(line).to_uppercase();
                printable = head.split(':').next().unwrap_or_default().contains("QUOTED-PRINTABLE");
                keeps_blank = match head.trim() {
                    "VERSION:2.1" => true,
                    "BEGIN:VCARD" => false,
                    other => keeps_blank && !other.starts_with("VERSION:"),
                };
                out.push(line.to_vec());
            }
        }
    }
    out
}

impl Property {
    fn of(line: &[u8]) -> Option<Self> {
        // A colon inside quotes belongs to a parameter.
        let mut quoted = false;
        let colon = line.iter().position(|byte| {
            quoted ^= *byte == b'"';
            *byte == b':' && !quoted
        })?;
        let (head, value) = (text_of(&line[..colon], ""), &line[colon + 1..]);
        let (name, told) = head.split_once(';').unwrap_or((&head, ""));
        let (group, name) = name.rsplit_once('.').unwrap_or(("", name));
        let parameters = told.to_uppercase();
        let charset = after(&parameters, "CHARSET=");
        let encoded = ["ENCODING=BASE64", "ENCODING=B"].iter().any(|one| has(&parameters, one));
        let bytes = match () {
            () if parameters.contains("QUOTED-PRINTABLE") => printable(value),
            () if encoded => {
                let plain: Vec<u8> = value.iter().copied().filter(|byte| !byte.is_ascii_whitespace()).collect();
                STANDARD.decode(plain).unwrap_or_default()
            }
            () => value.to_vec(),
        };
        let name = name.trim().to_uppercase();
        let value = text_of(&bytes, charset);
        let uri = has(&parameters, "VALUE=URI") && name != "TEL" || value.trim_start().starts_with("data:");
        let told_otherwise = name == "SOUND" && encoded;
        Some(Self {
            name,
            group: group.to_uppercase(),
            told: told.to_owned(),
            foreign: uri || told_otherwise,
            parameters,
            value,
        })
    }

    /// The parts of a structured value, unescaped.
    pub(super) fn parts(&self) -> Vec<String> {
        let mut parts = vec![String::new()];
        let mut signs = self.value.chars();
        while let Some(sign) = signs.next() {
            let Some(last) = parts.last_mut() else { break };
            match sign {
                '\\' => match signs.next() {
                    Some('n' | 'N') => last.push(' '),
                    Some(other) => last.push(other),
                    None => {}
                },
                ';' => parts.push(String::new()),
                _ => last.push(sign),
            }
        }
        parts.iter().map(|part| part.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
    }

    pub(super) fn text(&self) -> String {
        self.parts().into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// A telephone number; `tel:+81-3-…;ext=2101` says its extension.
    pub(super) fn number(&self) -> String {
        let value = self.value.trim();
        let Some(uri) = value.get(..4).filter(|start| start.eq_ignore_ascii_case("tel:")).map(|_| &value[4..]) else {
            return self.text();
        };
        let mut parts = uri.split(';');
        let number = parts.next().unwrap_or_default().trim().to_owned();
        let extension = parts.find_map(|part| part.trim().strip_prefix("ext=").map(str::to_owned));
        extension.map_or(number.clone(), |extension| format!("{number} 内線 {extension}"))
    }

    /// The value of a parameter as written, without its quotes.
    pub(super) fn parameter(&self, name: &str) -> Option<String> {
        let at = self.parameters.find(name)?;
        let rest = self.told.get(at + name.len()..)?;
        Some(match rest.strip_prefix('"') {
            Some(rest) => rest.split('"').next().unwrap_or_default().to_owned(),
            None => rest.split(';').next().unwrap_or_default().to_owned(),
        })
    }
}

/// Whether one of the parameters is this, whole.
fn has(parameters: &str, one: &str) -> bool {
    parameters.split(';').any(|parameter| parameter.trim() == one)
}

fn after<'a>(parameters: &'a str, name: &str) -> &'a str {
    parameters.split(';').find_map(|one| one.trim().strip_prefix(name)).unwrap_or_default().trim_matches('"')
}

/// Bytes as text: in the encoding that is named, else UTF-8 or, from older Japanese telephones, Shift_JIS.
fn text_of(bytes: &[u8], charset: &str) -> String {
    let named = Encoding::for_label(charset.as_bytes());
    if let Some(named) = named
        && let Some(text) = named.decode_without_bom_handling_and_without_replacement(bytes)
    {
        return text.into_owned();
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => SHIFT_JIS.decode(bytes).0.into_owned(),
    }
}

fn printable(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let code =
            bytes.get(at + 1..at + 3).filter(|_| bytes[at] == b'=').and_then(|code| std::str::from_utf8(code).ok());
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    out
}
