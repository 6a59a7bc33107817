//! The one place that writes whole files a person chose, and settings: PDFs, sheets, plan JSON.

use crate::{Error, Lock, Result, file, lock::Asked};
use std::fs::OpenOptions;
use std::io::Write;
use std::path::Path;
use std::time::Duration;

/// How often a program that changes the same small file is waited for, and how long each time.
const PATIENCE: (u32, Duration) = (50, Duration::from_millis(20));

/// Writes a file under another name first, so that a failure leaves the old one, and a power cut the old or the new.
/// A link stays a link and a device a device: what it names is written.
///
/// # Errors
/// [`Error::Exists`] for a plan, its journal or its lock, which are never written over; [`Error::Io`] with what the
/// system said. Nothing half-written is left behind.
pub fn write_whole(to: &Path, bytes: &[u8]) -> Result<()> {
    let fail = |cause| Error::Io { path: to.to_owned(), cause };
    let real = std::fs::canonicalize(to).unwrap_or_else(|_| to.to_owned());
    if real.exists() && !real.is_file() {
        let device = OpenOptions::new().write(true).open(to);
        return device.and_then(|mut device| device.write_all(bytes)).map_err(fail);
    }
    if file::is_kept(&real) {
        return Err(Error::Exists(to.to_owned()));
    }
    let folder = real.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = real.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut growing = builder(&format!(".{name}.")).tempfile_in(folder).map_err(fail)?;
    growing.write_all(bytes).and_then(|()| growing.as_file().sync_all()).map_err(fail)?;
    let mut growing = Some(growing);
    patiently(|| match growing.take().map(|file| file.persist(&real)) {
        Some(Err(failed)) => {
            growing = Some(failed.file);
            Err(failed.error)
        }
        _ => Ok(()),
    })
    .map_err(fail)?;
    sync_folder(folder);
    Ok(())
}

/// Changes a small file that several programs share (settings): what it says now, or nothing, becomes what it says then,
/// and no other program changes it in between.
///
/// # Errors
/// [`Error::Busy`] when another program does not come to an end; else as [`write_whole`].
pub fn change_whole(path: &Path, change: impl FnOnce(Option<Vec<u8>>) -> Vec<u8>) -> Result<()> {
    let mut tries = 0;
    let _turn = loop {
        match Lock::ask(path)? {
            Asked::Ours(lock) => break Some(lock),
            Asked::ReadOnlyFolder => break None, // the system says why when we write
            Asked::Theirs if tries < PATIENCE.0 => std::thread::sleep(PATIENCE.1),
            Asked::Theirs => return Err(Error::Busy),
        }
        tries += 1;
    };
    write_whole(path, &change(std::fs::read(path).ok()))
}

/// Gives a file another name; on Windows a virus scanner may keep it for itself for a moment.
#[expect(clippy::disallowed_methods, reason = "this is the door")]
pub(crate) fn rename(from: &Path, to: &Path) -> std::io::Result<()> {
    patiently(|| std::fs::rename(from, to))
}

/// Tries again for a second what Windows refuses because another program keeps a file for itself (sharing violation,
/// access denied). Elsewhere a refusal stays one.
fn patiently(mut work: impl FnMut() -> std::io::Result<()>) -> std::io::Result<()> {
    let mut tries = 0;
    loop {
        match work() {
            Err(cause) if cfg!(windows) && tries < PATIENCE.0 && matches!(cause.raw_os_error(), Some(5 | 32)) => {
                tries += 1;
                std::thread::sleep(PATIENCE.1);
            }
            done => return done,
        }
    }
}

fn builder(prefix: &str) -> tempfile::Builder<'_, '_> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(prefix).suffix(".unfinished");
    // As any file of the person's: others in the office may read a PDF that is put into a shared folder.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder
}

/// The new name itself must survive a power cut; only Unix lets us ask for that.
pub(crate) fn sync_folder(folder: &Path) {
    #[cfg(unix)]
    let _ = std::fs::File::open(folder).and_then(|folder| folder.sync_all());
    #[cfg(not(unix))]
    let _ = folder;
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "tests write the files they damage")]
mod tests {
    use super::*;
    use std::path::PathBuf;

    fn names(folder: &Path) -> Vec<PathBuf> {
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
    }

    #[test]
    fn a_file_is_replaced_whole_and_nothing_stays_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let to = folder.path().join("本部用.pdf");
        for bytes in [&b"first"[..], b"second"] {
            write_whole(&to, bytes).unwrap();
            assert_eq!(std::fs::read(&to).unwrap(), bytes);
            assert_eq!(names(folder.path()), std::slice::from_ref(&to));
        }
        let missing = write_whole(&folder.path().join("無い/本部用.pdf"), b"x").unwrap_err();
        assert!(matches!(missing, Error::Io { cause, .. } if cause.kind() == std::io::ErrorKind::NotFound));
    }

    #[test]
    fn a_plan_a_journal_and_a_lock_are_never_written_over() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["計画.sonae", "計画.sonae-journal", ".計画.sonae.lock"] {
            let to = folder.path().join(name);
            std::fs::write(&to, b"encrypted, perhaps").unwrap();
            assert!(matches!(write_whole(&to, b"%PDF"), Err(Error::Exists(_))), "{name}");
            assert_eq!(std::fs::read(&to).unwrap(), b"encrypted, perhaps");
        }
        assert_eq!(names(folder.path()).len(), 3);
    }

    #[test]
    fn many_that_change_one_file_lose_nothing_of_each_other() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.json");
        let add = |byte: u8| {
            move |known: Option<Vec<u8>>| {
                let mut all = known.unwrap_or_default();
                all.push(byte);
                all
            }
        };
        std::thread::scope(|threads| {
            for byte in 0..8 {
                let path = &path;
                threads.spawn(move || change_whole(path, add(byte)).unwrap());
            }
        });
        let mut all = std::fs::read(&path).unwrap();
        all.sort_unstable();
        assert_eq!(all, (0..8).collect::<Vec<u8>>());
    }

    #[cfg(unix)]
    #[test]
    fn others_may_read_it_as_they_may_any_file() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let (ours, plain) = (folder.path().join("a.pdf"), folder.path().join("b.pdf"));
        write_whole(&ours, b"x").unwrap();
        std::fs::File::create(&plain).unwrap();
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode(&ours), mode(&plain));
    }
}
