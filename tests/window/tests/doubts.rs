//! A damaged page changed a value behind the history's back: a person sees both values and says which is right.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use window::{Home, Window, file};

/// Changes rows as damage would: the triggers are afterwards what they were.
fn damage(plan: &Path, statement: &str) {
    let sqlite = |statements: &str| {
        let mut child = Command::new("sqlite3")
            .arg(plan)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("sqlite3 is installed");
        child.stdin.take().expect("its input").write_all(statements.as_bytes()).expect("takes statements");
        let output = child.wait_with_output().expect("it ends");
        assert!(output.status.success(), "{statements}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let triggers = sqlite("SELECT sql || ';' FROM sqlite_schema WHERE type = 'trigger';");
    let drop = sqlite("SELECT 'DROP TRIGGER ' || quote(name) || ';' FROM sqlite_schema WHERE type = 'trigger';");
    sqlite(&format!("{drop}\n{statement}\n{triggers}"));
}

#[tokio::test]
async fn values_in_doubt_stand_on_the_overview_and_are_decided_there() {
    let home = Home::new();
    let plan = home.at("計画.sonae");
    file::sample(&plan);
    damage(
        &plan,
        "UPDATE departments SET phone = '内線 9999' WHERE rowid = 1;
         UPDATE facility SET headquarters = '別館の地下' WHERE rowid = 1;",
    );
    let window = Window::open(home, &plan).await;
    window.until("both rows", "document.querySelector('[data-doubts=\"2\"]')").await;
    window.screenshot("doubts").await;
    let said = "document.querySelector('[data-doubts]').textContent";
    window.until("both values", &format!("{said}.includes('内線 9999') && {said}.includes('別館の地下')")).await;
    window.until("whose fault", "document.querySelectorAll('[data-history-whole]').length === 2").await;
    // One from the file, one from the history.
    window.press("keep-found").await;
    window.until("one left", "document.querySelector('[data-doubts=\"1\"]')").await;
    window.press("keep-logged").await;
    window.until("none left", "!document.querySelector('[data-doubts]')").await;
    window.press("undo").await;
    window.saved().await;
    window.close().await;
    window.gone().await;
    file::verify(&plan, "after deciding");
}
