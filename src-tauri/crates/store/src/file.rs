//! What stands beside a plan and what a database file is, told by names and first bytes. Our own number in it is in `schema`.

use std::io::Read;
use std::path::{Path, PathBuf};

/// The ending of a plan; an encrypted one will have this and more (`sonae-…`), since its first bytes say nothing.
pub const ENDING: &str = "sonae";
/// The first bytes of a file of SQLite.
const HEAD: &[u8] = b"SQLite format 3\0";
/// The first bytes of a journal of SQLite that still says something.
const JOURNAL_HEAD: &[u8] = &[0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];

/// The ending of the journal SQLite keeps beside a file.
pub(crate) const JOURNAL: &str = "-journal";
/// That of its other sort of journal, which other programs may have chosen, and of the index of that.
pub(crate) const WAL: &str = "-wal";
/// See [`WAL`].
pub(crate) const SHM: &str = "-shm";

/// A file SQLite keeps beside another.
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// The longest name of a file, in bytes, that every system takes together with what stands around it in a hidden one.
const LONGEST: usize = 180;

/// The name of a file for use in the name of another: one that is too long is told by its beginning and a hash.
pub(crate) fn short(path: &Path) -> String {
    let whole = name(path);
    if whole.len() <= LONGEST {
        return whole;
    }
    let mut end = LONGEST - 20;
    while !whole.is_char_boundary(end) {
        end -= 1;
    }
    let hash = crate::hash_of(whole.as_bytes());
    format!("{}~{}", &whole[..end], &hash[..16])
}

/// The lock file of a plan: hidden, beside it; the same by whatever way the plan is reached.
pub(crate) fn lock(plan: &Path) -> PathBuf {
    let real = std::fs::canonicalize(plan);
    let plan = real.as_deref().unwrap_or(plan);
    plan.with_file_name(format!(".{}.lock", short(plan)))
}

/// The name a new plan has until it is whole: hidden, beside its place, on the same disk.
pub(crate) fn unfinished(path: &Path) -> PathBuf {
    path.with_file_name(format!(".{}.unfinished", short(path)))
}

/// Whether SQLite can keep its journal beside a plan of this name: names have at most 255 bytes (on Windows letters).
pub(crate) fn name_fits(plan: &Path) -> bool {
    let name = name(plan);
    let length = if cfg!(windows) { name.encode_utf16().count() } else { name.len() };
    length + JOURNAL.len() <= 255
}

/// Whether a name means something else to SQLite or to a system than a file of that name.
pub(crate) fn is_no_place(path: &Path) -> bool {
    let whole = path.to_string_lossy();
    whole == ":memory:" || whole.starts_with("file:") || whole.is_empty()
}

/// Whether the first bytes are those of SQLite.
pub(crate) fn is_database(head: &[u8]) -> bool {
    head.starts_with(HEAD)
}

/// Whether the first bytes are those of a journal of SQLite that still says something.
pub(crate) fn is_journal(head: &[u8]) -> bool {
    head.starts_with(JOURNAL_HEAD)
}

/// How often a file was changed, as its first page says.
pub(crate) fn counter(first_page: &[u8]) -> Option<u32> {
    let bytes = first_page.get(24..28)?;
    is_database(first_page).then_some(u32::from_be_bytes(bytes.try_into().ok()?))
}

/// Whether a file must never be written over by something else: a plan of whatever kind, what belongs to one.
pub(crate) fn is_kept(path: &Path) -> bool {
    let name = name(path);
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let base = |left: &str, right: &str| {
        let base = name.strip_prefix(left)?.strip_suffix(right).filter(|base| !base.is_empty())?;
        Some(path.with_file_name(base).exists())
    };
    let beside =
        [JOURNAL, WAL, SHM].iter().any(|ending| base("", ending) == Some(true)) || base(".", ".lock") == Some(true);
    // What would be a journal or a lock of a plan is kept also while it is not there.
    if !path.is_file() {
        return beside;
    }
    let head = head(path);
    ending.starts_with(ENDING) || is_database(&head) || is_journal(&head) || beside
}

fn head(path: &Path) -> Vec<u8> {
    let mut head = Vec::new();
    let _ = std::fs::File::open(path).and_then(|file| file.take(HEAD.len() as u64).read_to_end(&mut head));
    head
}

fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "tests write the files they damage")]
mod tests {
    use super::*;

    #[test]
    fn what_is_a_plan_or_belongs_to_one_is_kept_and_everything_else_may_be_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str, bytes: &[u8]| {
            let path = folder.path().join(name);
            std::fs::write(&path, bytes).unwrap();
            path
        };
        let encrypted = [0x5a_u8; 64];
        for (name, bytes) in [
            ("計画.sonae", HEAD),
            ("計画.SONAE", &encrypted[..]),
            ("計画.sonae-kagi", &encrypted[..]),
            ("写し", HEAD),
            ("計画.sonae-journal", b""),
            ("よそ-journal", JOURNAL_HEAD),
            (".計画.sonae.lock", b""),
        ] {
            assert!(is_kept(&at(name, bytes)), "{name}");
        }
        for (name, bytes) in
            [("本部用.pdf", &b"%PDF-1.7"[..]), ("空.pdf", b""), ("notes-journal", b"text"), (".x.lock", b"")]
        {
            assert!(!is_kept(&at(name, bytes)), "{name}");
        }
        assert!(!is_kept(&folder.path().join("無い.sonae")) && !is_kept(folder.path()));
    }
}
