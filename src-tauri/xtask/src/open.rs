//! `run` and `build`.

use crate::door::{Done, built, cargo, command, run as start, target};
use crate::{machine, ui};

/// Installs, builds, opens the window; without a display prints the sample's binder instead.
pub(crate) fn run(sample: bool) -> Done {
    if !display() {
        return print_instead();
    }
    machine::need(&[machine::WINDOW])?;
    ui::build()?;
    start(cargo(&["build", "-p", "cli", "-p", "sonae-app"]))?;
    let app = built("debug", "sonae-app");
    let mut window = command(&app.display().to_string(), "", &[]);
    if sample {
        window.arg(make_sample()?);
    }
    start(window)
}

/// The release programs.
pub(crate) fn release() -> Done {
    machine::need(&[machine::WINDOW])?;
    ui::build()?;
    start(cargo(&["build", "--release", "-p", "cli", "-p", "sonae-app"]))?;
    println!("xtask: {} and {}", built("release", "sonae").display(), built("release", "sonae-app").display());
    Ok(())
}

fn display() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(any(windows, target_os = "macos")) || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

fn print_instead() -> Done {
    println!("xtask: there is no display here, so the sample's binder is printed instead of opening the window");
    machine::need(&[machine::LINE])?;
    start(cargo(&["build", "-p", "cli"]))?;
    let plan = make_sample()?;
    let pdf = target().join("sample.pdf");
    let sonae = built("debug", "sonae").display().to_string();
    let pdf = pdf.display().to_string();
    start(command(&sonae, "", &["print", &plan, "-o", &pdf]))?;
    println!("xtask: the sample's binder is {pdf}");
    Ok(())
}

/// A fresh copy of the sample below `target`.
fn make_sample() -> Result<String, String> {
    let plan = target().join("sample.sonae");
    // Ours alone: made anew each time so that a changed sample shows.
    let _ = std::fs::remove_file(&plan);
    let plan = plan.display().to_string();
    let sonae = built("debug", "sonae").display().to_string();
    start(command(&sonae, "", &["sample", "clinic", "-o", &plan]))?;
    Ok(plan)
}
