//! `torture`: hours of what the suite does minutes of (`tests/src/torture`). A run that was broken off goes on where it was:
//! its state is in `target/torture-*.json`; take that away to begin anew.

use crate::door::{Done, built, cargo, command, run};
use crate::machine;

/// What is tried, and how often when all is.
const TRIALS: &[(&str, &str)] =
    &[("damage", "10000"), ("histories", "1000"), ("kills", "1000"), ("writes", "400"), ("power", "2000")];

/// Everything.
pub(crate) fn all() -> Done {
    TRIALS.iter().try_for_each(|(kind, count)| some(kind, count))
}

/// So many of one sort. It runs as root of mounts of its own, with a temporary folder only it sees: whatever goes wrong in
/// it deletes nothing outside.
pub(crate) fn some(kind: &str, count: &str) -> Done {
    machine::need(&[machine::TESTS])?;
    run(cargo(&["build", "-p", "cli"]))?;
    run(cargo(&["build", "-p", "suite", "--example", "torture"]))?;
    let script = "mount -t tmpfs -o size=4g tmpfs /tmp && exec \"$@\"";
    let program = built("debug", "examples/torture").display().to_string();
    let mut inside = command("unshare", "", &["-rm", "sh", "-c", script, "torture", &program, kind, count]);
    inside.env("SONAE_CLI", built("debug", "sonae"));
    run(inside)
}
