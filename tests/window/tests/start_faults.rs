//! What is in the way when a plan is opened is said on the start screen, and nothing else happens.

use serde_json::json;
use std::path::Path;
use window::{Home, Window, file};

/// Opens a file that cannot be opened; gives the sentences.
async fn refused(window: &Window, plan: &Path, code: &str) -> String {
    let before = std::fs::read(plan).expect("the file");
    window.home.pick(plan);
    window.press("open").await;
    window.until(code, &format!("document.querySelector('[data-fault=\"{code}\"]')")).await;
    let said = window.js("return faults().join('\\n');", json!([])).await;
    let said = said.as_str().unwrap_or_default().to_owned();
    let sentences = window.js("return document.querySelectorAll('[data-fault] p').length;", json!([])).await;
    assert_eq!(sentences, json!(3), "what happened, is my work safe, what now: {said}");
    assert_eq!(window.screen().await, "start", "it stays on the start screen");
    assert_eq!(std::fs::read(plan).expect("the file"), before, "{code}: the file was not touched");
    said
}

#[tokio::test]
async fn what_is_not_a_plan_or_too_new_is_refused_by_name_and_left_alone() {
    let window = Window::new().await;
    let text = window.home.at("手紙.sonae");
    std::fs::write(&text, "これは計画ではなく、手紙です。".repeat(50)).expect("a letter");
    let said = refused(&window, &text, "not-a-plan").await;
    assert!(said.contains("手紙.sonae"), "it names the file: {said}");

    let newer = window.home.at("新しい.sonae");
    file::sample(&newer);
    let mut bytes = std::fs::read(&newer).expect("the sample");
    // The schema version of an SQLite file.
    bytes[60..64].copy_from_slice(&9_999_u32.to_be_bytes());
    std::fs::write(&newer, &bytes).expect("a newer plan");
    let said = refused(&window, &newer, "newer").await;
    assert!(said.contains("新しい版"), "it says why: {said}");

    let gone = window.home.at("無い.sonae");
    window.home.pick(&gone);
    window.press("open").await;
    window.until("file-missing", "document.querySelector('[data-fault=\"file-missing\"]')").await;
    assert!(!gone.exists(), "opening makes no file");
    window.screenshot("start-fault").await;
}

#[tokio::test]
async fn a_damaged_plan_offers_its_backups_and_one_press_restores_it() {
    let home = Home::new();
    let plan = home.at("計画.sonae");
    file::clinic(&plan);
    let window = Window::open(home, &plan).await;
    window.tab("overview", "facility").await;
    window.fill("facility.headquarters", "院長室").await;
    window.saved().await;
    window.press("close").await;
    window.until("the start screen", "document.querySelector('[data-do=\"open\"]')").await;

    let whole = std::fs::read(&plan).expect("the plan");
    std::fs::write(&plan, &whole[..whole.len() / 2]).expect("half a plan");
    refused(&window, &plan, "damaged").await;
    window.screenshot("start-damaged").await;
    window.press("restore-backup").await;
    window.opened().await;
    window.tab("overview", "facility").await;
    window.shows("facility.headquarters", "院長室").await;
    file::verify(&plan, "after restoring");
    let files = std::fs::read_dir(window.home.at("")).expect("the folder").flatten();
    let aside = files.filter(|one| one.metadata().is_ok_and(|file| file.len() == whole.len() as u64 / 2)).count();
    assert_eq!(aside, 1, "the damaged file was moved aside, not thrown away");
}

#[tokio::test]
async fn a_damaged_plan_leads_to_its_newest_good_backup_past_one_that_is_spoilt() {
    let home = Home::new();
    let plan = home.at("計画.sonae");
    file::clinic(&plan);
    let mut window = Window::open(home, &plan).await;
    for place in ["院長室", "別館の会議室", "2階の奥"] {
        window.tab("overview", "facility").await;
        window.fill("facility.headquarters", place).await;
        window.saved().await;
        window.press("close").await;
        window.until("the start screen", "document.querySelector('[data-do=\"open\"]')").await;
        window = window.restart(&plan).await;
    }
    window.press("close").await;
    window.until("the start screen", "document.querySelector('[data-do=\"open\"]')").await;
    let request = json!({ "path": plan });
    let backups = window.ask("backups", request).await;
    let newest = backups[0]["path"].as_str().expect("a path").to_owned();
    let bytes = std::fs::read(&newest).expect("the newest");
    std::fs::write(&newest, &bytes[..bytes.len() / 2]).expect("spoilt");
    std::fs::write(&plan, &bytes[..bytes.len() / 3]).expect("spoilt");
    refused(&window, &plan, "damaged").await;
    window.until("one is spoilt", "document.querySelector('[data-backup=\"unsound\"]')").await;
    window.screenshot("start-backups").await;
    window.press("restore-backup").await;
    window.opened().await;
    window.tab("overview", "facility").await;
    window.shows("facility.headquarters", "別館の会議室").await;
    window.fill("facility.headquarters", "2階の奥").await;
    window.saved().await;
    file::verify(&plan, "after restoring");
}

#[tokio::test]
async fn a_second_place_is_chosen_and_a_copy_is_opened_as_a_file_of_its_own() {
    let home = Home::new();
    let (plan, stick, own) = (home.at("計画.sonae"), home.at("E-disk"), home.at("取り出した計画.sonae"));
    file::clinic(&plan);
    std::fs::create_dir(&stick).expect("a stick");
    let window = Window::open(home, &plan).await;
    window.go("overview").await;
    window.home.pick(&stick);
    window.press("choose-second").await;
    window.until("it is named", "document.querySelector('[data-second]')?.textContent.includes('E-disk')").await;
    assert_eq!(std::fs::read_dir(&stick).expect("the stick").count(), 1, "a copy is there at once");
    window.press("show-backups").await;
    window.until("the list", "document.querySelector('[data-do=\"open-backup\"]')").await;
    window.js("document.querySelector('[data-backups]').scrollIntoView(); return null;", json!([])).await;
    window.screenshot("backups").await;
    window.home.pick(&own);
    window.press("open-backup").await;
    window.until("the copy is open", "document.querySelector('[data-do=\"show-backups\"]')").await;
    window.tab("overview", "facility").await;
    window.fill("facility.headquarters", "院長室").await;
    window.saved().await;
    assert!(file::holds(&own, "facility", "headquarters", "院長室"));
    assert!(!file::holds(&plan, "facility", "headquarters", "院長室"), "the plan stays as it was");
}

#[tokio::test]
async fn a_plan_that_another_window_has_open_is_only_read_and_says_so() {
    let home = Home::new();
    let plan = home.at("計画.sonae");
    file::clinic(&plan);
    let writer = Window::open(home, &plan).await;
    let reader = Window::new().await;
    reader.home.pick(&plan);
    reader.press("open").await;
    reader.opened().await;
    reader.until("word of it", "document.body.innerText.includes('読むだけで開きました')").await;
    reader.tab("overview", "facility").await;
    reader.until("the form", "controls('facility.headquarters').length").await;
    let locked = reader.js("return controls('facility.headquarters')[0].readOnly;", json!([])).await;
    assert_eq!(locked, json!(true), "nothing can be typed");
    reader.screenshot("read-only").await;

    writer.tab("overview", "facility").await;
    writer.fill("facility.headquarters", "院長室").await;
    writer.saved().await;
    assert!(file::holds(&plan, "facility", "headquarters", "院長室"), "the first window goes on saving");
}

#[tokio::test]
async fn closing_a_plan_opened_by_a_double_click_leads_to_the_start_screen_and_stays_there() {
    let home = Home::new();
    let plan = home.at("計画.sonae");
    file::clinic(&plan);
    let window = Window::open(home, &plan).await;
    window.press("close").await;
    window.until("the start screen", "document.querySelector('[data-recent]')").await;
    tokio::time::sleep(std::time::Duration::from_millis(800)).await;
    assert_eq!(window.screen().await, "start", "the plan does not open again by itself");
    window.js("await press('[data-recent]');", json!([])).await;
    window.opened().await;
}
