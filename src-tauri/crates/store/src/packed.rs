//! The texts of a pack as one compressed blob, and back.
//!
//! zlib's format carries a checksum, so bytes that were spoilt do not unpack to other texts in silence.

use crate::{Error, Result};
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;
use std::collections::BTreeMap;

/// The best zlib knows: a pack is packed once and read for years.
const LEVEL: u8 = 9;
/// Nothing unpacks to more. The lint takes packs of an eighth of it; JSON makes a text at most twice as long.
const MOST_BYTES: usize = 64 * 1024 * 1024;

/// Paths and texts as bytes: the same texts give the same bytes on every machine.
pub(crate) fn pack(files: &BTreeMap<String, String>) -> Vec<u8> {
    compress_to_vec_zlib(&serde_json::to_vec(files).unwrap_or_default(), LEVEL)
}

/// The paths and texts again.
///
/// # Errors
/// [`Error::Damaged`] for anything [`pack`] did not make.
pub(crate) fn unpack(bytes: &[u8]) -> Result<BTreeMap<String, String>> {
    let json = decompress_to_vec_zlib_with_limit(bytes, MOST_BYTES)
        .map_err(|error| Error::Damaged(format!("pack: {:?}", error.status)))?;
    texts(&json)
}

/// Paths and texts as JSON, the form packs had up to schema 4.
///
/// # Errors
/// [`Error::Damaged`] for anything else.
pub(crate) fn texts(json: &[u8]) -> Result<BTreeMap<String, String>> {
    serde_json::from_slice(json).map_err(|error| Error::Damaged(format!("pack: {error}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> BTreeMap<String, String> {
        let line = "備え = \"同じ言葉が何度も出る\"\n";
        BTreeMap::from([
            ("packs/a/pack.toml".to_owned(), line.repeat(500)),
            ("incidents.toml".to_owned(), String::new()),
        ])
    }

    #[test]
    fn texts_come_back_and_take_less_room() {
        let packed = pack(&files());
        assert_eq!(unpack(&packed).unwrap(), files());
        assert!(packed.len() * 10 < files()["packs/a/pack.toml"].len());
        assert_eq!(packed, pack(&files()), "the same texts, the same bytes");
    }

    #[test]
    fn whatever_was_spoilt_is_damage_and_never_other_texts() {
        let packed = pack(&files());
        for at in 0..packed.len() {
            let mut spoilt = packed.clone();
            spoilt[at] ^= 0x10;
            // A bit zlib does not use may differ without harm; what comes out is never something else.
            assert!(unpack(&spoilt).map_or_else(|error| matches!(error, Error::Damaged(_)), |texts| texts == files()));
        }
        for cut in [0, 1, packed.len() / 2, packed.len() - 1] {
            assert!(matches!(unpack(&packed[..cut]), Err(Error::Damaged(_))), "cut at {cut}");
        }
    }

    #[test]
    fn a_bomb_is_not_unpacked() {
        let bomb = compress_to_vec_zlib(&vec![b' '; MOST_BYTES + 1], LEVEL);
        assert!(bomb.len() < MOST_BYTES / 100, "it is small on disk");
        assert!(matches!(unpack(&bomb), Err(Error::Damaged(_))));
    }
}
