//! The file is moved away while its window is open.

use serde_json::json;
use window::{Home, Window, file};

const TEXT: &str = "伝令は𠮷野さんが廊下を回る。";

#[tokio::test]
async fn a_file_that_went_away_is_told_the_text_stays_and_a_copy_can_be_saved() {
    let home = Home::new();
    let (plan, away, copy) = (home.at("計画.sonae"), home.at("よそ.sonae"), home.at("写し.sonae"));
    file::clinic(&plan);
    let window = Window::open(home, &plan).await;
    window.tab("overview", "facility").await;
    window.fill("facility.headquarters", "院長室").await;
    window.saved().await;
    std::fs::rename(&plan, &away).expect("the file is moved away");
    window.fill("facility.other_means", TEXT).await;
    let said = window.failed().await;
    assert!(said.contains("vanished") && said.contains("写しを保存"), "it says what happened and what to do: {said}");
    assert_eq!(window.held("facility.other_means").await, json!(TEXT), "the text stays");
    assert!(!plan.exists(), "no second file grows in the old place");

    window.home.pick(&copy);
    window.press("copy").await;
    window.until("word of the copy", "document.querySelector('[data-note]')").await;
    assert!(file::holds(&copy, "facility", "headquarters", "院長室"), "the copy has everything that was saved");
    file::verify(&copy, "in the copy");
    assert_eq!(window.held("facility.other_means").await, json!(TEXT), "the text still stays");

    std::fs::rename(&away, &plan).expect("the file is put back");
    window.press("retry").await;
    window.saved().await;
    assert!(file::holds(&plan, "facility", "other_means", TEXT), "back in its place it is saved");
}
