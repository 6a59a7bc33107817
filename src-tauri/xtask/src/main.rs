//! The developers' door: `cargo xtask run | test | check | bench | build | compare | windows |
//! torture | pictures`.
//!
//! Does everything on a fresh machine, system packages included, and says in
//! one line what it installs and why. Deliberately without dependencies: it
//! must build in seconds before anything else does.
#![allow(clippy::disallowed_methods, reason = "the developers' door builds before anything else does")]
#![allow(clippy::print_stdout, reason = "it says what it does")]

mod checks;
mod compare;
mod door;
mod machine;
mod open;
mod torture;
mod ui;
mod windows;

use std::process::ExitCode;

const USE: &str = "\
cargo xtask run [--sample]   install what is missing, build, open the window (or print the sample where there is no display)
cargo xtask test             install what the tests need and run all of them, those in the real window included
cargo xtask check            format, clippy, template lint, arrows, bindings, UI lint and types
cargo xtask bench            measure opening, editing, checking, laying out and printing, and how they grow
cargo xtask build            target/release/sonae and target/release/sonae-app
cargo xtask compare          the time of the same binder in Typst, and in what else is installed (docs/performance.md)
cargo xtask windows          build the core for Windows and run its tests under wine (docs/windows.md)
cargo xtask torture [KIND N] damage plans, kill at system calls, refuse writes, let the power go, undo histories (docs/reliability.md)
cargo xtask pictures         draw every screen at three sizes, with the sample and a new plan, into target/screens";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words[..] {
        ["run"] => open::run(false),
        ["run", "--sample"] => open::run(true),
        ["test"] => checks::test(),
        ["check"] => checks::check(),
        ["bench"] => checks::bench(),
        ["build"] => open::release(),
        ["pictures"] => checks::pictures(),
        ["compare"] => compare::compare(),
        ["windows"] => windows::windows(),
        ["torture"] => torture::all(),
        ["torture", kind, count] => torture::some(kind, count),
        _ => {
            eprintln!("{USE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("xtask: {sentence}");
            ExitCode::FAILURE
        }
    }
}
