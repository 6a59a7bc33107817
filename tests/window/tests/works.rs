//! For whoever waits: a bar says what is done and how far it is, one goes on working meanwhile, and can stop it.

use serde_json::json;
use window::{Home, Window, file};

/// Enough that even a quick machine takes seconds in this build.
const PEOPLE: usize = 40_000;

#[tokio::test]
async fn a_long_print_shows_how_far_it_is_lets_one_work_and_is_stopped() {
    let home = Home::new();
    let (plan, pdf) = (home.at("大きな計画.sonae"), home.at("綴じ物.pdf"));
    file::large(&plan, PEOPLE);
    home.pick(&pdf);
    let window = Window::open(home, &plan).await;
    window.go("print").await;
    window.press("print").await;
    let bar = "document.querySelector('[data-work=\"print\"] progress')?.position > 0";
    window.until("a bar that grows", bar).await;
    window.screenshot("works-print").await;
    let fits = r#"const box = document.querySelector('.working').getBoundingClientRect();
        return box.right <= innerWidth && box.bottom <= innerHeight && box.left >= 0;"#;
    assert_eq!(window.js(fits, json!([])).await, json!(true), "it lies in the window");
    let line = "return document.querySelector('[data-work=\"print\"] .work-line').textContent;";
    let said = window.js(line, json!([])).await;
    assert!(said.as_str().is_some_and(|said| said.contains(" / ")), "it counts: {said}");
    window.press("cancel-print").await;
    window.until("it is gone", "!document.querySelector('[data-work]')").await;
    window
        .until("and says so", "document.querySelector('[data-note]')?.textContent.includes('途中でやめました')")
        .await;
    assert!(!pdf.exists(), "nothing half done is left");
    window.go("systems").await;
    window.close().await;
}
