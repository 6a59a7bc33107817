//! `windows`: the core built for Windows and its tests run under wine (docs/windows.md says what that cannot show).
//!
//! rustup's targets are not used: a fresh machine has none, and the distribution's compiler with its library's source
//! builds the library itself. It is unpacked below `target/windows` and not installed, so that the machine's own
//! compiler stays what it is. Deliberately not here: the window; wine has no web view.

use crate::door::{Done, command, run, target};
use crate::machine;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What builds for Windows and runs there, besides the compiler.
const NEEDED: &[machine::Package] =
    &[("gcc-mingw-w64-x86-64", "builds SQLite for Windows and links"), ("wine64", "runs what was built for Windows")];

/// The distribution's newest compiler, what it stands on, and the source of its library.
const COMPILER: &[&str] = &[
    "libhttp-parser2.9",
    "libmbedcrypto7",
    "libmbedx509-1",
    "libmbedtls14",
    "libgit2-1.5",
    "libllvm22",
    "libstd-rust-web-1.96",
    "libstd-rust-web-dev",
    "rustc-web",
    "cargo-web",
    "rust-web-src",
];

/// The crates whose tests run there.
const TRIED: &[&str] = &["template", "plan", "store", "exchange", "binder", "cli"];

const TARGET: &str = "x86_64-pc-windows-gnu";

/// Builds all crates below the shell for Windows and runs the tests of those that touch files.
pub(crate) fn windows() -> Done {
    machine::need(&[machine::WINDOW, NEEDED])?;
    let place = target().join("windows");
    std::fs::create_dir_all(&place).map_err(|error| format!("{}: {error}", place.display()))?;
    compiler(&place)?;
    wine(&place)?;
    let packages: Vec<&str> = TRIED.iter().flat_map(|name| ["-p", name]).collect();
    run(there(&place, &["check", "--tests", "-p", "wire", "-p", "cli"]))?;
    run(there(&place, &[&["test"], &packages[..]].concat()))?;
    run(there(&place, &["build", "-p", "cli"]))?;
    line(&place)
}

/// The command line program as a clerk's batch file uses it, in a folder with a name of ours.
fn line(place: &Path) -> Done {
    let folder = place.join("共有 フォルダ");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let sonae = place.join("build").join(TARGET).join("debug/sonae.exe").display().to_string();
    let plan = "計画（令和8年度）.sonae";
    for arguments in [
        &["sample", "hospital", "-o", plan][..],
        &["print", plan, "--document", "minimum", "-o", "最小の綴じ物.pdf"],
        &["print", plan, "--document", "minimum", "-o", "最小の綴じ物.pdf"],
        &["recovery", plan, "--hit", "電子カルテ"],
        &["export", plan, "--format", "xlsx", "--kind", "devices", "-o", "台帳.xlsx"],
        &["import", "devices", "台帳.xlsx", plan],
        &["verify", plan],
    ] {
        let mut sonae = command(&place.join("wine.sh").display().to_string(), "", &[&sonae]);
        sonae.args(arguments).current_dir(&folder);
        run(sonae)?;
    }
    let left: Vec<String> = std::fs::read_dir(&folder)
        .map_err(|error| format!("{}: {error}", folder.display()))?
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| !name.ends_with(".lock"))
        .collect();
    if left.len() == 3 { Ok(()) } else { Err(format!("more or less is left than plan, PDF and sheet: {left:?}")) }
}

/// Unpacks the compiler once.
fn compiler(place: &Path) -> Done {
    let (debs, root) = (place.join("debs"), place.join("root"));
    if root.join("usr/bin/rustc").exists() {
        return Ok(());
    }
    println!(
        "xtask: unpacking {} below target/windows: a compiler that builds for Windows (900 MB)",
        COMPILER.join(" ")
    );
    let made = std::fs::create_dir_all(&debs).and_then(|()| std::fs::create_dir_all(&root));
    made.map_err(|error| format!("{}: {error}", debs.display()))?;
    let mut fetch = command("apt-get", "", &["download", "-q"]);
    fetch.args(COMPILER).current_dir(&debs);
    run(fetch)?;
    let files = std::fs::read_dir(&debs).map_err(|error| format!("{}: {error}", debs.display()))?;
    for file in files.flatten() {
        run(command("dpkg", "", &["-x", &file.path().display().to_string(), &root.display().to_string()]))?;
    }
    std::fs::remove_dir_all(&debs).map_err(|error| format!("{}: {error}", debs.display()))
}

/// A wine of our own, with the one library of Windows it lacks and every Rust program asks for.
fn wine(place: &Path) -> Done {
    const RANDOM: &str = "#include <windows.h>\nBOOLEAN NTAPI SystemFunction036(PVOID, ULONG);\n\
        __declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE p, SIZE_T n) { return SystemFunction036(p, (ULONG)n); }\n";
    let write = |name: &str, text: &str| {
        let path = place.join(name);
        std::fs::write(&path, text).map(|()| path.display().to_string()).map_err(|error| format!("{name}: {error}"))
    };
    let system = place.join("prefix/drive_c/windows/system32");
    let library = system.join("bcryptprimitives.dll");
    let runner = format!(
        "#!/bin/sh\nunset LD_LIBRARY_PATH\nexport WINEPREFIX='{}' WINEDEBUG=-all\nexec {WINE} \"$@\"\n",
        place.join("prefix").display()
    );
    let runner = write("wine.sh", &runner)?;
    run(command("chmod", "", &["+x", &runner]))?;
    if library.exists() {
        return Ok(());
    }
    run(command(&runner, "", &["wineboot", "-i"]))?;
    let source = write("random.c", RANDOM)?;
    let library = library.display().to_string();
    run(command("x86_64-w64-mingw32-gcc", "", &["-shared", "-o", &library, &source, "-ladvapi32"]))
}

const WINE: &str = "/usr/lib/wine/wine64";

/// cargo for Windows.
fn there(place: &Path, arguments: &[&str]) -> Command {
    let usr = place.join("root/usr");
    let at = |name: &str| usr.join("bin").join(name);
    let libraries: Vec<PathBuf> = vec![usr.join("lib/x86_64-linux-gnu"), usr.join("lib")];
    let mut cargo = command(&at("cargo").display().to_string(), "", arguments);
    cargo
        .args(["-Zbuild-std", "--target", TARGET, "--target-dir"])
        .arg(place.join("build"))
        .env("LD_LIBRARY_PATH", std::env::join_paths(libraries).unwrap_or_default())
        .env("RUSTC", at("rustc"))
        .env("RUSTDOC", at("rustdoc"))
        // The only way to build the library from its source with a compiler that is not a nightly one.
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER", "x86_64-w64-mingw32-gcc")
        .env("CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER", place.join("wine.sh"))
        .env("CC_x86_64_pc_windows_gnu", "x86_64-w64-mingw32-gcc")
        .env("AR_x86_64_pc_windows_gnu", "x86_64-w64-mingw32-ar")
        .env_remove("RUSTUP_TOOLCHAIN");
    cargo
}
