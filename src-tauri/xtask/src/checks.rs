//! `test`, `pictures`, `check` and `bench`.

use crate::door::{Done, built, cargo, command, run};
use crate::{machine, ui};
use std::process::Command;

/// Everything, in the order in which a failure is cheapest.
pub(crate) fn test() -> Done {
    machine::need(&[machine::WINDOW, machine::TESTS])?;
    ui::build()?;
    run(command(ui::NPM, "ui", &["run", "check"]))?;
    // The screens are tested on the core itself.
    run(cargo(&["build", "-p", "suite", "--example", "contract"]))?;
    let mut screens = command(ui::NPM, "ui", &["test"]);
    screens.env("SONAE_CONTRACT", built("debug", "examples/contract"));
    run(screens)?;
    run(cargo(&["build", "-p", "cli", "-p", "sonae-app"]))?;
    run(with_programs(cargo(&["test", "--workspace", "--exclude", "window"])))?;
    in_the_window(&[])
}

/// Draws every screen into `target/screens`, at three sizes, for a person to look at.
pub(crate) fn pictures() -> Done {
    machine::need(&[machine::WINDOW, machine::TESTS])?;
    ui::build()?;
    run(cargo(&["build", "-p", "cli", "-p", "sonae-app"]))?;
    in_the_window(&["pictures::", "--ignored"])
}

/// The window's tests share one display and one processor or two: one at a time.
fn in_the_window(which: &[&str]) -> Done {
    let screen = ["-a", "-s", "-screen 0 1280x720x24 -nolisten tcp"];
    let test = ["cargo", "test", "-p", "window", "--", "--test-threads=1"];
    let all: Vec<&str> = screen.iter().chain(&test).chain(which).copied().collect();
    let mut window = command("xvfb-run", "", &all);
    window.env("WEBKIT_DISABLE_DMABUF_RENDERER", "1").env("GSETTINGS_BACKEND", "memory");
    run(with_programs(window))
}

/// What a machine can say about style and order.
pub(crate) fn check() -> Done {
    machine::need(&[machine::WINDOW])?;
    ui::build()?;
    run(cargo(&["fmt", "--all", "--check"]))?;
    run(cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))?;
    run(cargo(&["build", "-p", "cli"]))?;
    run(command(&built("debug", "sonae").display().to_string(), "", &["lint", "templates"]))?;
    run(with_programs(cargo(&["test", "-p", "suite", "arrows"])))?;
    run(cargo(&["test", "-p", "wire"]))?;
    run(command(ui::NPM, "ui", &["run", "check"]))
}

/// What the work of one plan costs (docs/performance.md).
pub(crate) fn bench() -> Done {
    let all = ["plan", "checks", "screens", "file", "lists"].into_iter().flat_map(|one| ["--bench", one]);
    let arguments: Vec<&str> = ["bench", "-p", "suite"].into_iter().chain(all).collect();
    run(cargo(&arguments))
}

/// Hands the built programs to the tests.
fn with_programs(mut command: Command) -> Command {
    command.env("SONAE_CLI", built("debug", "sonae")).env("SONAE_APP", built("debug", "sonae-app"));
    command
}
