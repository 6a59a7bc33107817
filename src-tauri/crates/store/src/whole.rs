//! The one place that writes whole files a person chose, and settings: PDFs, sheets, plan JSON.

use crate::{Error, Lock, Result, file, lock::Asked};
use std::io::Write;
use std::path::Path;
use std::time::Duration;

/// How often a program that changes the same small file is waited for, and how long each time.
const PATIENCE: (u32, Duration) = (50, Duration::from_millis(20));

/// Says before any work is done whether a file may be written there.
///
/// # Errors
/// [`Error::Exists`] for a plan, its journal or its lock, which are never written over; [`Error::NoPlace`] for what is no
/// file (a pipe, a device) and for names that are none (`:memory:`, `file:…`).
pub fn place_for(to: &Path) -> Result<()> {
    let real = std::fs::canonicalize(to).unwrap_or_else(|_| to.to_owned());
    if file::is_no_place(to) || real.exists() && !real.is_file() && !real.is_dir() {
        return Err(Error::NoPlace(to.to_owned()));
    }
    if file::is_kept(&real) { Err(Error::Exists(to.to_owned())) } else { Ok(()) }
}

/// Writes a file under another name first, so that a failure leaves the old one, and a power cut the old or the new. A link
/// stays a link: what it names is written. Where the system can, it has no name at all until it is whole, and a killed
/// program leaves nothing; elsewhere the next that writes it takes away what a killed one left.
///
/// # Errors
/// As [`place_for`]; [`Error::Io`] with what the system said. Nothing half-written is left behind.
pub fn write_whole(to: &Path, bytes: &[u8]) -> Result<()> {
    place_for(to)?;
    let fail = |cause| Error::Io { path: to.to_owned(), cause };
    let real = std::fs::canonicalize(to).unwrap_or_else(|_| to.to_owned());
    let folder = real.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let prefix = format!(".{}.", file::short(&real));
    remove_left(folder, &prefix);
    if !nameless(folder, &prefix, &real, bytes).map_err(fail)? {
        named(folder, &prefix, &real, bytes).map_err(fail)?;
    }
    sync_folder(folder);
    Ok(())
}

/// The ending of a file that is not whole yet.
const UNFINISHED: &str = ".unfinished";

fn named(folder: &Path, prefix: &str, real: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut growing = builder(prefix).tempfile_in(folder)?;
    // Held while it grows: what nobody holds was left by a killed program.
    let _ = growing.as_file().try_lock();
    growing.write_all(bytes).and_then(|()| growing.as_file().sync_all())?;
    let mut growing = Some(growing);
    patiently(|| match growing.take().map(|file| file.persist(real)) {
        Some(Err(failed)) => {
            growing = Some(failed.file);
            Err(failed.error)
        }
        _ => Ok(()),
    })
}

/// Writes a file that has no name until it is whole; false where this system has none such.
#[cfg(target_os = "linux")]
fn nameless(folder: &Path, prefix: &str, real: &Path, bytes: &[u8]) -> std::io::Result<bool> {
    use rustix::fs::{AtFlags, CWD, Mode, OFlags, linkat, open};
    use std::os::fd::AsRawFd;
    // As any file of the person's: others in the office may read a PDF that is put into a shared folder.
    let Ok(growing) = open(folder, OFlags::TMPFILE | OFlags::RDWR | OFlags::CLOEXEC, Mode::from_raw_mode(0o666)) else {
        return Ok(false);
    };
    let mut growing = std::fs::File::from(growing);
    growing.write_all(bytes).and_then(|()| growing.sync_all())?;
    let own = format!("/proc/self/fd/{}", growing.as_raw_fd());
    // A link never takes the place of a file: it gets a name of its own, and that is renamed at once.
    let name = folder.join(format!("{prefix}{}{UNFINISHED}", std::process::id()));
    let _ = std::fs::remove_file(&name);
    if linkat(CWD, own, CWD, &name, AtFlags::SYMLINK_FOLLOW).is_err() {
        return Ok(false);
    }
    rename(&name, real).inspect_err(|_| _ = std::fs::remove_file(&name))?;
    Ok(true)
}

#[cfg(not(target_os = "linux"))]
fn nameless(_: &Path, _: &str, _: &Path, _: &[u8]) -> std::io::Result<bool> {
    Ok(false)
}

/// Takes away what killed programs left of this very file.
fn remove_left(folder: &Path, prefix: &str) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let left = name.starts_with(prefix) && name.ends_with(UNFINISHED) && entry.path().is_file();
        let nobodys = || std::fs::File::open(entry.path()).is_ok_and(|file| file.try_lock().is_ok());
        if left && nobodys() {
            let _ = std::fs::remove_file(entry.path());
        }
    }
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

/// Makes a folder and has it filled, whole or not at all: what is half full never has the name somebody hands over. The
/// inner result is that of filling; whatever it says, nothing unfinished is left behind.
///
/// # Errors
/// [`Error::Exists`] where something is, [`Error::Io`].
pub fn folder_whole<T, E>(
    to: &Path,
    fill: impl FnOnce(&Path) -> std::result::Result<T, E>,
) -> Result<std::result::Result<T, E>> {
    if std::fs::symlink_metadata(to).is_ok() {
        return Err(Error::Exists(to.to_owned()));
    }
    let broken = |cause| Error::Io { path: to.to_owned(), cause };
    let parent = to.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".sonae-").suffix(UNFINISHED);
    // As any folder of the person's: others in the office may read it.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o777));
    let folder = builder.tempdir_in(parent).map_err(broken)?;
    let filled = fill(folder.path());
    if filled.is_ok() {
        rename(folder.path(), to).map_err(broken)?;
        _ = folder.keep();
    }
    Ok(filled)
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
    builder.prefix(prefix).suffix(UNFINISHED);
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
    fn what_a_killed_program_left_of_this_file_goes_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let left = folder.path().join(".本部用.pdf.x7.unfinished");
        let held = folder.path().join(".本部用.pdf.y8.unfinished");
        let other = folder.path().join(".別の.pdf.x7.unfinished");
        for path in [&left, &held, &other] {
            std::fs::write(path, b"half").unwrap();
        }
        let still = std::fs::File::open(&held).unwrap();
        still.lock().unwrap();
        write_whole(&folder.path().join("本部用.pdf"), b"whole").unwrap();
        assert!(!left.exists() && held.exists() && other.exists());
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
