//! What lies in the plan file, asked of the command line program.

use crate::{program, text};
use serde_json::Value;
use std::path::Path;
use std::process::Command;

/// Runs `sonae`; standard output, or what it said against it.
///
/// # Errors
/// Standard error of a run that failed.
///
/// # Panics
/// When it cannot be started.
pub fn sonae(arguments: &[&str]) -> Result<String, String> {
    let run = Command::new(program("SONAE_CLI", "sonae")).args(arguments).output().expect("sonae can be started");
    let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    if run.status.success() { Ok(said(&run.stdout)) } else { Err(said(&run.stderr)) }
}

/// Makes the sample plan of the clinic.
///
/// # Panics
/// When it cannot.
pub fn sample(plan: &Path) {
    sample_of("clinic", plan);
}

/// Makes a sample plan: `clinic` or `hospital`.
///
/// # Panics
/// When it cannot.
pub fn sample_of(name: &str, plan: &Path) {
    sonae(&["sample", name, "-o", text(plan)]).expect("the sample");
}

/// Makes a new plan of a clinic.
///
/// # Panics
/// When it cannot.
pub fn clinic(plan: &Path) {
    sonae(&["new", "--kind", "clinic", "--name", "みほん診療所", "-o", text(plan)]).expect("a new plan");
}

/// Makes a new plan of a hospital.
///
/// # Panics
/// When it cannot.
pub fn hospital(plan: &Path) {
    sonae(&["new", "--kind", "hospital", "--name", "みほん病院", "-o", text(plan)]).expect("a new plan");
}

/// The rows of a kind that were not removed, as they lie in the file. Works while a window has it open.
///
/// # Panics
/// When the file cannot be read.
pub fn rows(plan: &Path, noun: &str) -> Vec<Value> {
    let all = export(plan);
    let rows = all["rows"][noun].as_array().cloned().unwrap_or_default();
    rows.into_iter().filter(|row| row["removed_at"].is_null()).collect()
}

/// The whole plan as JSON.
///
/// # Panics
/// When the file cannot be read.
pub fn export(plan: &Path) -> Value {
    let folder = tempfile::tempdir().expect("a folder");
    let json = folder.path().join("plan.json");
    sonae(&["export", text(plan), "--format", "json", "-o", text(&json)]).expect("an export");
    serde_json::from_slice(&std::fs::read(&json).expect("the export")).expect("JSON")
}

/// Whether some row of a kind holds this text in this field.
pub fn holds(plan: &Path, noun: &str, field: &str, value: &str) -> bool {
    rows(plan, noun).iter().any(|row| row[field] == value)
}

/// Asserts that nothing is wrong with the file.
///
/// # Panics
/// When something is.
pub fn verify(plan: &Path, when: &str) {
    if let Err(said) = sonae(&["verify", text(plan)]) {
        panic!("the plan is not whole {when}: {said}");
    }
}

/// Makes a plan with so many people.
///
/// # Panics
/// When it cannot.
pub fn large(plan: &Path, people: usize) {
    let people = people.to_string();
    sonae(&["generate", "--systems", "30", "--people", &people, "--seed", "1", "-o", text(plan)])
        .expect("a large plan");
}
