//! The screens: `npm ci` when the lock file is newer, then the build.

use crate::door::{Done, command, root, run};
use crate::machine::has;

/// npm is a script on Windows.
pub(crate) const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// Makes `ui/dist`.
pub(crate) fn build() -> Done {
    packages()?;
    run(command(NPM, "ui", &["run", "build"]))
}

/// Installs the npm packages of the lock file.
pub(crate) fn packages() -> Done {
    if !has(NPM) {
        return Err("Node.js 20 with npm is needed to build the screens; please install it first".to_owned());
    }
    let time = |path: &str| root().join(path).metadata().and_then(|file| file.modified()).ok();
    if time("ui/node_modules/.package-lock.json") >= time("ui/package-lock.json") {
        return Ok(());
    }
    println!("xtask: installing the npm packages of ui/package-lock.json: the screens are built with them");
    run(command(NPM, "ui", &["ci", "--no-audit", "--no-fund"]))
        .map_err(|_| "the npm packages could not be installed; is the npm registry reachable?".to_owned())
}
