//! Programs that share no code with us and look at what we made.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// Runs SQL on a file with the `sqlite3` program; `Err` is what it said against it.
///
/// # Errors
/// What `sqlite3` wrote to standard error.
///
/// # Panics
/// When `sqlite3` is not installed.
pub fn sql(file: &Path, statements: &str) -> Result<String, String> {
    let mut child = Command::new("sqlite3")
        .arg("-bail")
        .arg(file)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("sqlite3 is installed (apt-get install sqlite3)");
    child.stdin.take().expect("its input").write_all(statements.as_bytes()).expect("takes statements");
    let output = child.wait_with_output().expect("it ends");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    if said.is_empty() && output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).trim_end().to_owned())
    } else {
        Err(said)
    }
}

/// What a program prints, which must succeed.
///
/// # Panics
/// When it is not installed or fails.
pub fn tool(name: &str, arguments: &[&str]) -> String {
    let output =
        Command::new(name).args(arguments).output().unwrap_or_else(|error| panic!("{name} is needed: {error}"));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{name} {arguments:?} failed: {said}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The text of a PDF as `pdftotext` reads it, one string per page.
///
/// # Panics
/// When poppler is not installed.
pub fn pages(pdf: &Path) -> Vec<String> {
    let text = tool("pdftotext", &["-enc", "UTF-8", pdf.to_str().expect("a path in UTF-8"), "-"]);
    let mut pages: Vec<String> = text.split('\u{c}').map(str::to_owned).collect();
    pages.pop(); // nothing follows the last form feed
    pages
}

/// Text as it can be compared with text from paper: no white space, no hyphens
/// (a line may end in one), kana composed. Nothing else is made equal.
pub fn bare(text: &str) -> String {
    let plain: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control() && !"-\u{ad}\u{2010}\u{feff}".contains(*c))
        .collect();
    plan::clean(&plain).expect("control characters are gone")
}

/// Runs SQL on a plan as damage would: the triggers are afterwards what they were, and the log knows of nothing.
///
/// # Panics
/// When the plan cannot be changed.
pub fn damaged(plan: &Path, statements: &str) {
    let triggers = sql(plan, "SELECT sql || ';' FROM sqlite_schema WHERE type = 'trigger';").expect("the triggers");
    let drop = "SELECT 'DROP TRIGGER ' || quote(name) || ';' FROM sqlite_schema WHERE type = 'trigger';";
    let drop = sql(plan, drop).expect("their names");
    sql(plan, &format!("{drop}\n{statements}\n{triggers}")).expect("changed");
}
