//! What an xlsx unpacks to, counted before anything of it is parsed.

use super::{MIB, MOST_UNPACKED_MIB, Problem};
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// Fewest bytes a shared string takes: `<si/>`.
const SHORTEST_STRING: usize = 5;

/// Unpacks everything once, keeping nothing, and looks at the list of contents.
///
/// Sizes that the archive declares are not believed: a few kilobytes can
/// unpack to gigabytes and say that they do not.
pub(super) fn check(bytes: &[u8]) -> Result<(), Problem> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if !zip.file_names().any(|name| name.is_ok_and(|name| name.eq_ignore_ascii_case("[Content_Types].xml"))) {
        let has = |wanted: &str| zip.file_names().any(|name| name.is_ok_and(|name| name == wanted));
        return Err(if has("mimetype") && has("content.xml") { Problem::OpenDocument } else { Problem::NotASheet });
    }
    let mut left = MOST_UNPACKED_MIB as usize * MIB;
    let mut kind = Err(Problem::NotASheet);
    for index in 0..zip.len() {
        let mut entry = zip.by_index(index).map_err(damaged)?;
        let name = entry.name().map_err(damaged)?.to_ascii_lowercase();
        let keep = name == "[content_types].xml" || name.ends_with("sharedstrings.xml");
        let content = unpack(&mut entry, &mut left, keep)?;
        if name == "[content_types].xml" {
            kind = kind_of(&content);
        } else if keep && claims_more_strings(&content) {
            return Err(Problem::Damaged("more strings than bytes".to_owned()));
        }
    }
    kind
}

/// Reads an entry to its end or to the limit; gives its bytes back only when asked to.
fn unpack(entry: &mut impl Read, left: &mut usize, keep: bool) -> Result<Vec<u8>, Problem> {
    let mut content = Vec::new();
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let read = match entry.read(&mut buffer) {
            Ok(0) => return Ok(content),
            Ok(read) => read,
            Err(error) => return Err(Problem::Damaged(error.to_string())),
        };
        *left = left.checked_sub(read).ok_or(Problem::TooLarge { limit_mib: MOST_UNPACKED_MIB })?;
        if keep {
            content.extend_from_slice(&buffer[..read]);
        }
    }
}

/// The kinds are those of ECMA-376 and its macro and template cousins.
fn kind_of(content_types: &[u8]) -> Result<(), Problem> {
    let text = String::from_utf8_lossy(content_types);
    if ["sheet.main+xml", "sheet.macroEnabled.main+xml", "template.main+xml", "template.macroEnabled.main+xml"]
        .iter()
        .any(|kind| text.contains(&format!("spreadsheetml.{kind}")) || text.contains(&format!("ms-excel.{kind}")))
    {
        return Ok(());
    }
    Err(if text.contains("ms-excel.sheet.binary") { Problem::OldExcel } else { Problem::NotASheet })
}

/// calamine sets memory aside for as many strings as the table says it has
/// before it reads one; a number out of thin air would end the program.
fn claims_more_strings(table: &[u8]) -> bool {
    const NAME: &[u8] = b"uniqueCount";
    let mut at = 0;
    while let Some(found) = table[at..].windows(NAME.len()).position(|window| window == NAME) {
        at += found + NAME.len();
        let rest = &table[at..];
        let number = rest.iter().position(|byte| !matches!(byte, b'=' | b'"' | b'\'') && !byte.is_ascii_whitespace());
        let digits = rest[number.unwrap_or(rest.len())..].iter().take_while(|byte| byte.is_ascii_digit());
        let count = digits.fold(0usize, |sum, digit| sum.saturating_mul(10).saturating_add(usize::from(digit - b'0')));
        if count > table.len() / SHORTEST_STRING {
            return true;
        }
    }
    false
}

fn damaged(error: ZipError) -> Problem {
    Problem::Damaged(error.to_string())
}
