//! Running other programs from the root of the checkout.

use std::path::{Path, PathBuf};
use std::process::Command;

/// What went wrong, in one sentence.
pub(crate) type Done = Result<(), String>;

/// The root of the checkout.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").components().collect()
}

/// Where cargo puts what it builds.
pub(crate) fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// A program cargo built, in a profile's folder.
pub(crate) fn built(profile: &str, name: &str) -> PathBuf {
    target().join(profile).join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// A command in the root, or in a folder below it.
pub(crate) fn command(program: &str, folder: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root().join(folder)).args(arguments);
    command
}

/// Says what runs, runs it, and turns a failure into a sentence.
pub(crate) fn run(mut command: Command) -> Done {
    let line = format!("{command:?}").replace('"', "");
    println!("xtask: {line}");
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("stopped, because this failed ({status}): {line}")),
        Err(error) => Err(format!("stopped, because this could not be started ({error}): {line}")),
    }
}

/// `cargo …` in the root.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    command(&std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()), "", arguments)
}
