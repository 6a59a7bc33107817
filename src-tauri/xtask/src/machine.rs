//! System packages: what is needed, why, and installing it on Debian.

use crate::door::{Done, command, run};
use std::process::Command;

/// A Debian package and why it is needed.
pub(crate) type Package = (&'static str, &'static str);

/// To build the command line program.
pub(crate) const LINE: &[Package] = &[("build-essential", "C compiler for SQLite")];

/// To build and open the window.
pub(crate) const WINDOW: &[Package] = &[
    ("build-essential", "C compiler for SQLite"),
    ("pkg-config", "finds the system libraries"),
    ("libwebkit2gtk-4.1-dev", "the window's web view"),
    ("libgtk-3-dev", "the window and its dialogs"),
];

/// To run the tests besides.
pub(crate) const TESTS: &[Package] = &[
    ("webkit2gtk-driver", "drives the real window"),
    ("xvfb", "a display for the real window"),
    ("xauth", "lets programs use that display"),
    ("poppler-utils", "reads our PDFs with a program that is not ours"),
    ("qpdf", "checks the structure of our PDFs"),
    ("libreoffice-calc-nogui", "opens the forms we filled with a program that is not ours"),
    ("strace", "shows that no network connection is opened"),
    ("sqlite3", "reads our plan files with a program that is not ours"),
    ("util-linux", "full and read-only disks for the tests (unshare)"),
];

/// Installs what is missing. On other systems than Debian it only says what is needed.
pub(crate) fn need(packages: &[&[Package]]) -> Done {
    let missing: Vec<Package> =
        packages.iter().flat_map(|list| list.iter()).copied().filter(|(name, _)| !installed(name)).collect();
    if missing.is_empty() || cfg!(windows) {
        return Ok(());
    }
    let names: Vec<&str> = missing.iter().map(|(name, _)| *name).collect();
    for (name, why) in &missing {
        println!("xtask: installing {name}: {why}");
    }
    if !has("apt-get") {
        return Err(format!("please install these packages by your system's means: {}", names.join(" ")));
    }
    let mut arguments = vec!["apt-get", "install", "-y", "--no-install-recommends"];
    arguments.extend(&names);
    let sentence =
        |_| format!("these packages could not be installed; please run: sudo apt-get install {}", names.join(" "));
    run(as_root(&["apt-get", "update", "-q"])).and_then(|()| run(as_root(&arguments))).map_err(sentence)
}

/// Whether a program can be started.
pub(crate) fn has(program: &str) -> bool {
    Command::new(program)
        .arg("--version")
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .status()
        .is_ok()
}

fn installed(package: &str) -> bool {
    Command::new("dpkg-query")
        .args(["-W", "-f=${db:Status-Status}", package])
        .output()
        .is_ok_and(|said| said.stdout == b"installed")
}

fn as_root(arguments: &[&str]) -> Command {
    let root =
        Command::new("id").arg("-u").output().is_ok_and(|said| said.stdout.starts_with(b"0\n") || said.stdout == b"0");
    let mut command = if root { command(arguments[0], "", &arguments[1..]) } else { command("sudo", "", arguments) };
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}
