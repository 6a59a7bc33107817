//! The built command line program, run as people run it.

use crate::checkout;
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;
use std::time::Duration;

/// What a run of `sonae` gave.
#[derive(Debug)]
pub struct Ran {
    /// Exit code; `None` when it was killed.
    pub code: Option<i32>,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

/// Where the built program is: `SONAE_CLI`, else beside the test binary.
///
/// # Panics
/// When it was not built.
pub fn program() -> PathBuf {
    if let Some(set) = std::env::var_os("SONAE_CLI") {
        let path = PathBuf::from(set);
        assert!(path.is_file(), "SONAE_CLI names {}, and there is no such file", path.display());
        return path;
    }
    let own = std::env::current_exe().expect("the path of this test binary");
    let built = own.parent().and_then(Path::parent).expect("target/debug").join("sonae");
    assert!(built.is_file(), "{} is missing: run `cargo build -p cli` first, or set SONAE_CLI", built.display());
    built
}

/// A `sonae` command in Japanese, whatever language this machine speaks.
pub fn command<A: AsRef<OsStr>>(arguments: &[A]) -> Command {
    let mut command = Command::new(program());
    command.env_remove("LC_ALL").env_remove("LC_MESSAGES").env("LANG", "ja_JP.UTF-8").args(arguments);
    // Automatic copies of a test's plan are nobody's.
    command.env("XDG_DATA_HOME", &*DATA);
    command
}

/// A folder of this process; those of earlier ones go.
static DATA: LazyLock<PathBuf> = LazyLock::new(|| {
    let all = std::env::temp_dir().join("sonae-suite");
    let old = |entry: &std::fs::DirEntry| {
        let made = entry.metadata().and_then(|file| file.modified()).ok();
        made.is_some_and(|made| made.elapsed().is_ok_and(|age| age > Duration::from_secs(60 * 60)))
    };
    for entry in std::fs::read_dir(&all).into_iter().flatten().flatten().filter(old) {
        let _ = std::fs::remove_dir_all(entry.path());
    }
    all.join(std::process::id().to_string())
});

/// Runs `sonae`.
///
/// # Panics
/// When it cannot be started.
pub fn sonae<A: AsRef<OsStr>>(arguments: &[A]) -> Ran {
    ran(command(arguments).output().expect("sonae can be started"))
}

/// Runs `sonae` and asserts exit code 0.
///
/// # Panics
/// When the code is another.
pub fn did<A: AsRef<OsStr>>(arguments: &[A]) -> Ran {
    let ran = sonae(arguments);
    assert_eq!(ran.code, Some(0), "{:?}: {ran:?}", command(arguments));
    ran
}

/// The output of any program as [`Ran`].
pub fn ran(output: Output) -> Ran {
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    Ran { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

impl Ran {
    /// Asserts that this was refused with that message and exit code, in three Japanese
    /// sentences, and with nothing on standard output.
    ///
    /// # Panics
    /// When it was not.
    #[track_caller]
    pub fn refused(&self, code: &str, exit: i32) {
        assert_eq!(self.code, Some(exit), "exit code of {code}: {self:?}");
        assert_eq!(code_of(&self.err).as_deref(), Some(code), "which message this is: {self:?}");
        assert!(self.out.is_empty(), "messages go to standard error: {self:?}");
    }
}

impl Ran {
    /// The same, after other lines that tell what was found when the plan was opened.
    ///
    /// # Panics
    /// When it was not.
    #[track_caller]
    pub fn refused_with(&self, code: &str, exit: i32) {
        let lines: Vec<&str> = self.err.trim_end().lines().collect();
        let last = lines[lines.len().saturating_sub(3)..].join("\n");
        Self { code: self.code, out: self.out.clone(), err: last }.refused(code, exit);
    }
}

/// Which message of `templates/messages.toml` a text is: all three of its sentences, filled in.
pub fn code_of(text: &str) -> Option<String> {
    let lines: Vec<&str> = text.trim_end().lines().collect();
    let found = messages().into_iter().find(|(_, table)| {
        let sentences = ["happened", "safe", "now"].map(|key| table.get(key).cloned().unwrap_or_default());
        sentences.iter().all(|sentence| !sentence.trim().is_empty())
            && lines.len() == sentences.len()
            && sentences.iter().zip(&lines).all(|(sentence, line)| fills(sentence, line))
    });
    found.map(|(code, _)| code)
}

fn messages() -> BTreeMap<String, BTreeMap<String, String>> {
    let text = std::fs::read_to_string(checkout("templates/messages.toml")).expect("messages.toml");
    template::string_tables(&text)
}

/// Whether `line` is `sentence` with its {0}, {1} filled in.
fn fills(sentence: &str, line: &str) -> bool {
    let pieces: Vec<&str> = ["{0}", "{1}", "{2}"]
        .iter()
        .fold(vec![sentence], |pieces, mark| pieces.into_iter().flat_map(|piece| piece.split(mark)).collect());
    let mut rest = line;
    for (at, piece) in pieces.iter().enumerate() {
        match rest.find(piece) {
            Some(0) => rest = &rest[piece.len()..],
            Some(found) if at > 0 => rest = &rest[found + piece.len()..],
            _ => return false,
        }
    }
    rest.is_empty() || pieces.last().is_some_and(|last| last.is_empty())
}
