//! A commit that was cut off, as files: SQLite's journal made by hand, so that it can be put beside whatever a test wants.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Size of a sector: the first record stands behind one.
const SECTOR: usize = 512;
/// The number SQLite chooses by chance and adds to every sum.
const NONCE: u32 = 0x5051_2026;

/// Where the journal of a plan lies.
pub fn of(plan: &Path) -> PathBuf {
    beside(plan, "-journal")
}

/// A file beside a plan.
pub fn beside(plan: &Path, ending: &str) -> PathBuf {
    PathBuf::from(format!("{}{ending}", plan.display()))
}

/// The journal of a commit that made one state of a file into another: the pages as they were, each with its sum.
pub fn between(before: &[u8], after: &[u8]) -> Vec<u8> {
    let size = usize::from(u16::from_be_bytes([before[16], before[17]]));
    let differ = |nth: &usize| after.get(nth * size..(nth + 1) * size) != before.get(nth * size..(nth + 1) * size);
    let pages: Vec<usize> = (0..before.len() / size).filter(differ).collect();
    let mut out = vec![0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];
    for word in [pages.len(), NONCE as usize, before.len() / size, SECTOR, size] {
        out.extend((word as u32).to_be_bytes());
    }
    out.resize(SECTOR, 0);
    for nth in pages {
        let page = &before[nth * size..(nth + 1) * size];
        let summed = (1..).map(|step| size.saturating_sub(step * 200)).take_while(|at| *at > 0);
        let sum = summed.fold(NONCE, |sum, at| sum.wrapping_add(u32::from(page[at])));
        out.extend(((nth + 1) as u32).to_be_bytes());
        out.extend(page);
        out.extend(sum.to_be_bytes());
    }
    out
}

/// Every file of a folder with its bytes, without the lock files writers leave.
///
/// # Panics
/// When the folder cannot be read.
pub fn all(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(folder).expect("the folder can be listed").map(|entry| entry.expect("an entry"));
    let named = entries.map(|entry| (entry.file_name().to_string_lossy().into_owned(), entry.path()));
    let kept = named.filter(|(name, _)| !name.ends_with(".lock"));
    kept.map(|(name, path)| (name, std::fs::read(path).unwrap_or_default())).collect()
}
