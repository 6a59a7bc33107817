//! A save that fails keeps the window, the field and the text, and says why.

use serde_json::json;
use std::io::Write;
use std::path::Path;
use window::{Home, Window, file};

const TEXT: &str = "𠮷野の当番表は、処置室の棚の上にあります。";

fn fill_up(path: &Path) {
    let mut file = std::fs::File::create(path).expect("a file on the small disk");
    // First in large pieces, then to the last byte.
    for size in [65_536, 4096, 512, 1] {
        while file.write_all(&vec![b'x'; size]).is_ok() {}
    }
}

/// The file as it lies on a disk only the program sees.
fn holds(window: &Window, plan: &Path, field: &str, value: &str) -> bool {
    let copy = window.home.at("写し.sonae");
    std::fs::copy(window.inside(plan), &copy).expect("the plan can be read");
    file::holds(&copy, "facility", field, value)
}

#[tokio::test]
async fn on_a_full_disk_the_window_stays_says_why_and_saves_once_there_is_room() {
    let home = Home::new();
    let plan = home.on_disk("計画.sonae");
    let (window, filler) = (Window::start(home, None, Some(6000)).await, "filler");
    window.new_plan("みほん診療所", &plan).await;
    window.tab("overview", "facility").await;
    window.fill("facility.headquarters", "院長室").await;
    window.saved().await;

    let filler = window.inside(&window.home.on_disk(filler));
    fill_up(&filler);
    window.fill("facility.other_means", TEXT).await;
    let said = window.failed().await;
    assert!(said.contains("disk-full") && said.contains("ディスクがいっぱい"), "it says why: {said}");
    assert_eq!(window.held("facility.other_means").await, json!(TEXT), "the text stays in its field");

    for (act, button) in [("go", "[data-go='guide']"), ("undo", "[data-do='undo']"), ("close", "[data-do='close']")] {
        window.js("await press(given[0]); await pause(700);", json!([button])).await;
        assert_eq!(window.screen().await, "overview", "{act}: the screen stays");
        assert_eq!(window.held("facility.other_means").await, json!(TEXT), "{act}: the text stays");
        assert!(window.failed().await.contains("disk-full"), "{act}: the reason stays");
    }
    window.js("await press(\"[data-go='print']\"); await pause(700);", json!([])).await;
    assert_eq!(window.screen().await, "overview", "printing would leave the text out, so it is not reached");
    window.close().await;
    tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
    assert_eq!(window.held("facility.other_means").await, json!(TEXT), "the window does not close");
    assert!(holds(&window, &plan, "headquarters", "院長室"), "what was saved before is safe");

    std::fs::remove_file(&filler).expect("room is made");
    window.press("retry").await;
    window.saved().await;
    assert_eq!(window.held("facility.other_means").await, json!(TEXT), "the same text");
    assert!(holds(&window, &plan, "other_means", TEXT), "「もう一度保存」 saved it");
    window.js("await until('no fault', () => faults().length === 0);", json!([])).await;
    window.close().await;
    window.gone().await;
}

#[tokio::test]
async fn a_text_still_being_composed_survives_a_full_disk_too() {
    let home = Home::new();
    let plan = home.on_disk("計画.sonae");
    let window = Window::start(home, None, Some(6000)).await;
    window.new_plan("みほん診療所", &plan).await;
    window.tab("overview", "facility").await;
    let filler = window.inside(&window.home.on_disk("filler"));
    fill_up(&filler);
    window.compose("facility.other_means", TEXT).await;
    window.close().await;
    let said = window.failed().await;
    assert!(said.contains("disk-full"), "the close was asked for and refused: {said}");
    assert_eq!(window.held("facility.other_means").await, json!(TEXT), "the open composition ended with its text");
    std::fs::remove_file(&filler).expect("room is made");
    window.press("retry").await;
    window.saved().await;
    assert!(holds(&window, &plan, "other_means", TEXT), "it was saved after all");
}
