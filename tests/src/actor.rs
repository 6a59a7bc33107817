//! Tests that play a part in a process of their own: to be killed, or with a
//! small disk mounted where only they see it.
//!
//! An actor is an ignored test of the suite; [`play`] and [`inside`] run it and
//! make sure that it really ran to its end.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const STAGE: &str = "SUITE_STAGE";
const CURTAIN: &str = "the actor came to its end";

/// The folder an actor works in; `None` when somebody runs the ignored tests by hand.
pub fn stage() -> Option<PathBuf> {
    std::env::var_os(STAGE).map(PathBuf::from)
}

/// The last words of an actor.
#[expect(clippy::print_stdout, reason = "whoever plays it reads what it printed")]
pub fn curtain() {
    println!("{CURTAIN}");
}

/// The command that runs an actor (`kill::actor_writes`) on a stage.
///
/// # Panics
/// When this binary does not know its own path.
pub fn play(actor: &str, stage: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().expect("the path of this test binary"));
    command.args(["--exact", actor, "--ignored", "--nocapture", "--test-threads=1"]).env(STAGE, stage);
    command
}

/// Runs a shell script as root of its own mounts (`$stage` is the folder), then ends it.
///
/// # Panics
/// When namespaces are not to be had.
pub fn shell(script: &str, stage: &Path) -> Output {
    Command::new("unshare")
        .args(["-rm", "sh", "-euc", script])
        .env("stage", stage)
        .stdin(Stdio::null())
        .output()
        .expect("unshare is needed (package util-linux)")
}

/// Runs an actor where `mounts` (shell, `$stage` is the folder) were made first.
///
/// # Panics
/// When the actor fails or did not run.
pub fn inside(mounts: &str, actor: &str, stage: &Path) {
    let own = std::env::current_exe().expect("the path of this test binary");
    let script = format!("{mounts}\nexec \"$own\" --exact {actor} --ignored --nocapture --test-threads=1");
    let output = Command::new("unshare")
        .args(["-rm", "sh", "-euc", &script])
        .env("stage", stage)
        .env("own", own)
        .env(STAGE, stage)
        .stdin(Stdio::null())
        .output()
        .expect("unshare is needed (package util-linux)");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && said.contains(CURTAIN),
        "{actor} failed\n{said}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
}
