//! Bytes of a text file as text.

use super::Problem;
use encoding_rs::{Encoding, ISO_2022_JP, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE};

/// Text from bytes: by its mark (UTF-8, UTF-16), else ISO-2022-JP where its signs stand (mail programs and old systems; it
/// is named, because nobody expects it), else UTF-8 if it is that, else Shift_JIS as Windows writes it (CP932).
///
/// # Errors
/// [`Problem::NotASheet`] for what is no plain text, [`Problem::Encoding`]
/// with the first line that is none of these.
pub(super) fn decode(bytes: &[u8]) -> Result<(String, Option<&'static str>), Problem> {
    // Programs from the days of MS-DOS end a file with this byte.
    let bytes = bytes.strip_suffix(b"\x1A").unwrap_or(bytes);
    let mut told = None;
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => strict(encoding, &bytes[mark..])
            .ok_or_else(|| Problem::Encoding { line: first_bad_line(encoding, &bytes[mark..]) })?,
        None if bytes.contains(&0) => return Err(Problem::NotASheet),
        None if shifts(bytes) => match strict(ISO_2022_JP, bytes) {
            Some(text) => {
                told = Some("ISO-2022-JP");
                text
            }
            None => return Err(Problem::Encoding { line: first_bad_line(ISO_2022_JP, bytes) }),
        },
        None => match strict(UTF_8, bytes).or_else(|| strict(SHIFT_JIS, bytes)) {
            Some(text) => text,
            // The encoding that reads further is the one that was meant.
            None => {
                let line = first_bad_line(UTF_8, bytes).max(first_bad_line(SHIFT_JIS, bytes));
                return Err(Problem::Encoding { line });
            }
        },
    };
    // A web page under the name of a sheet, as many a web system exports it, and other marked-up text.
    let markup = ["<", "%PDF-", "{\\rtf"].iter().any(|start| text.trim_start().starts_with(start));
    if markup || text.contains('\0') { Err(Problem::NotASheet) } else { Ok((text, told)) }
}

/// Whether bytes of seven bits shift to Japanese characters and back, as ISO-2022-JP does.
fn shifts(bytes: &[u8]) -> bool {
    let to = [b"\x1B$B", b"\x1B$@", b"\x1B(I"];
    bytes.is_ascii() && bytes.windows(3).any(|three| to.iter().any(|one| three == *one))
}

fn strict(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    encoding.decode_without_bom_handling_and_without_replacement(bytes).map(|text| text.into_owned())
}

/// Counted from 1.
fn first_bad_line(encoding: &'static Encoding, bytes: &[u8]) -> u32 {
    let whole = encoding.decode_without_bom_handling(bytes).0;
    if encoding == UTF_16LE || encoding == UTF_16BE {
        // Its line feed is two bytes; the sign put for what is unreadable tells the line as well.
        let until = whole.split(char::REPLACEMENT_CHARACTER).next().unwrap_or_default();
        return 1 + until.matches('\n').count() as u32;
    }
    // Neither UTF-8 nor Shift_JIS has the byte of a line feed inside a character.
    let bad = bytes.split(|byte| *byte == b'\n').position(|line| strict(encoding, line).is_none());
    1 + bad.unwrap_or(0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_excel_writes_is_read() {
        let text = "髙橋﨑～①ｶﾅ\r\n";
        let (cp932, _, bad) = SHIFT_JIS.encode(text);
        assert!(!bad);
        let utf16 = |swap: bool| {
            let unit = |unit: u16| if swap { unit.to_be_bytes() } else { unit.to_le_bytes() };
            "\u{FEFF}".encode_utf16().chain(text.encode_utf16()).flat_map(unit).collect::<Vec<u8>>()
        };
        for bytes in [text.as_bytes().to_vec(), format!("\u{FEFF}{text}").into(), cp932.to_vec()] {
            assert_eq!(decode(&bytes), Ok((text.to_owned(), None)));
        }
        assert_eq!(decode(&utf16(false)), Ok((text.to_owned(), None)));
        assert_eq!(decode(&utf16(true)), Ok((text.to_owned(), None)));
        assert_eq!(decode(b"a,b\r\n\x1A"), Ok(("a,b\r\n".to_owned(), None)));
        let (jis, _, _) = ISO_2022_JP.encode("氏名,内線");
        assert_eq!(decode(&jis), Ok(("氏名,内線".to_owned(), Some("ISO-2022-JP"))));
    }

    #[test]
    fn an_unreadable_line_is_named() {
        assert_eq!(decode(b"a\nb\n\x82\xA0\xFF\nc"), Err(Problem::Encoding { line: 3 }));
        assert_eq!(decode(b"\xEF\xBB\xBFa\n\x82\xA0"), Err(Problem::Encoding { line: 2 }));
        assert_eq!(decode("あ\nい\nう\n".as_bytes()), Ok(("あ\nい\nう\n".to_owned(), None)));
        let mut utf8 = "名前\n髙橋\n".as_bytes().to_vec();
        utf8.extend(b"\xFF\xFF\n");
        assert_eq!(decode(&utf8), Err(Problem::Encoding { line: 3 }));
        // Half a character of UTF-16.
        assert_eq!(decode(b"\xFF\xFEa\0\n\0b"), Err(Problem::Encoding { line: 2 }));
    }

    #[test]
    fn what_is_no_plain_text_is_no_sheet() {
        let picture = b"\x89PNG\r\n\x1A\n\0\0";
        let bytes_of_no_text = b"\xFF\xD8\xFF\xE0\0\x10";
        let page = b"  <html><table>";
        for bytes in [&picture[..], bytes_of_no_text, b"%PDF-1.7\n", page, b"<?xml version=\"1.0\"?>"] {
            assert_eq!(decode(bytes), Err(Problem::NotASheet));
        }
    }
}
