//! The real window, driven as a person would drive it.
//!
//! [`Window`] starts the built program under WebKitWebDriver with a home of its
//! own ([`Home`]) and offers verbs: `go`, `add`, `fill`, `saved`, `kill`,
//! `restart`. Every wait is a poll with a generous bound and says what it
//! waited for. What lies in the file is asked of the command line program
//! ([`file`]), what lies on paper of `pdftotext` ([`paper`]).
//!
//! Deliberately not here: any rule about plans.
#![allow(clippy::disallowed_methods, reason = "tests write the files they damage")]

pub mod driver;
pub mod file;
pub mod home;
pub mod keys;
pub mod page;
pub mod paper;
pub mod sample;
pub mod tour;
pub mod window;
pub mod windows;

pub use home::Home;
pub use window::Window;

use std::future::Future;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Longest wait for anything; a loaded machine is slow, not wrong.
pub const BOUND: Duration = Duration::from_secs(60);

/// A place in the checkout.
pub fn checkout(inside: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(inside)
}

/// A built program: the environment names it, else `target/debug`.
///
/// # Panics
/// When it was not built.
pub fn program(variable: &str, name: &str) -> PathBuf {
    let path = std::env::var_os(variable).map_or_else(|| checkout("target/debug").join(name), PathBuf::from);
    assert!(path.is_file(), "{} is missing: build it first, or set {variable}", path.display());
    path.canonicalize().expect("a path that is there")
}

/// Looks until something is there.
///
/// # Panics
/// When it did not come; says what was waited for.
pub async fn until<T, F: Future<Output = Option<T>>>(what: &str, mut look: impl FnMut() -> F) -> T {
    let start = Instant::now();
    loop {
        if let Some(found) = look().await {
            return found;
        }
        assert!(start.elapsed() < BOUND, "waited {BOUND:?} for {what}");
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
}

/// A path as text.
///
/// # Panics
/// When it is not UTF-8; ours are.
pub fn text(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}
