//! What is found: mended where it stands, set aside, loosened; and the whole way of the clerk with the list of a new year.

use crate::checklists::{answer, item, stands};
use serde_json::json;
use window::{Home, Window, file};

/// The findings of the sample hospital.
async fn inspected(home: Home, name: &str) -> Window {
    let plan = home.at(name);
    file::sample_of("hospital", &plan);
    let window = Window::open(home, &plan).await;
    window.size(1280, 720).await;
    window.tab("checks", "inspect").await;
    window.until("the findings", "all('.inspect > [data-finding]').length > 3").await;
    window
}

#[tokio::test]
async fn a_finding_is_mended_where_it_stands_and_another_is_set_aside() {
    let window = inspected(Home::new(), "点検.sonae").await;
    window.screenshot("inspect").await;
    let one = r#"const line = () => document.querySelector('[data-key^="supplier-form-overdue"]');
        given.count = all('[data-key^="supplier-form-overdue"]').length;
        line().querySelector('[data-do="mend-here"]').click();
        await until("its field", () => line().querySelector('[data-field="supplier_forms.asked_again_on"]'));
        line().scrollIntoView({ block: "center" });
        return given.count;"#;
    let before = window.js(one, json!({})).await.as_u64().expect("some");
    window.screenshot("inspect-here").await;
    window.fill("supplier_forms.asked_again_on", "2025-07-20").await;
    window.saved().await;
    // What is open stays where it is until it is closed: else the field would go while somebody types.
    window.until("it is said to be mended", "document.querySelector('[data-mended-here]')").await;
    window.screenshot("inspect-mended").await;
    let close = r#"const line = document.querySelector('[data-mended-here]').closest("[data-key]");
        await until("its field", () => line.querySelector('[data-field="supplier_forms.asked_again_on"]'));
        line.querySelector('[data-do="mend-here"]').click();"#;
    window.js(close, json!({})).await;
    let left = format!("all('[data-key^=\"supplier-form-overdue\"]').length === {}", before - 1);
    window.until("it is gone from the list", &left).await;

    let aside = r#"document.querySelector('[data-key^="supplier-form-waiting"] [data-do="set-aside"]').click();"#;
    window.js(aside, json!([])).await;
    window.until("asked why", "document.querySelector('[data-field=\"aside.reason\"]')").await;
    let typed = r#"for (const [field, value] of given) {
            const input = document.querySelector(`[data-field="${field}"]`);
            input.value = value;
            input.dispatchEvent(new Event("input", { bubbles: true }));
        }"#;
    let said = [["aside.reason", "会社が合併の手続き中"], ["aside.by", "事務長"], ["aside.until", "令和9年3月31日"]];
    window.js(typed, json!(said)).await;
    window.screenshot("inspect-aside").await;
    window.press("aside-now").await;
    window.until("it waits below", "document.querySelector('[data-aside=\"1\"]')").await;
    window
        .until(
            "and is off the list",
            "all('.inspect > [data-key^=\"supplier-form-waiting\"] [data-do=\"set-aside\"]').length === 1",
        )
        .await;
    window.js("document.querySelector('[data-aside]').open = true;", json!([])).await;
    window.screenshot("inspect-aside-list").await;
    window.press("aside-back").await;
    window.until("it is back", "!document.querySelector('[data-aside]')").await;
}

#[tokio::test]
async fn what_used_something_removed_is_found_and_its_bond_is_taken_off() {
    let window = inspected(Home::new(), "結び付き.sonae").await;
    let found = "all('[data-key^=\"link-removed\"]').length";
    window.until("nothing removed is used", &format!("{found} === 0")).await;
    window.tab("procedures", "forms").await;
    window.until("the forms", "all('[data-row=\"forms\"]').length > 10").await;
    window.js("all('[data-row=\"forms\"]')[4].click();", json!([])).await;
    window.press("remove").await;
    window.tab("checks", "inspect").await;
    window.until("who used it", &format!("{found} > 0")).await;
    let before = window.js(&format!("return {found};"), json!([])).await.as_u64().expect("a number");
    let open = r#"const line = () => document.querySelector('[data-key^="link-removed"]');
        line().querySelector('[data-do="mend-here"]').click();
        await until("its bond", () => line().querySelector('[data-do="loosen"]'));
        line().scrollIntoView({ block: "center" });"#;
    window.js(open, json!([])).await;
    window.screenshot("inspect-bond").await;
    window.press("loosen").await;
    window.until("it is said to be mended", "document.querySelector('[data-mended-here]')").await;
    window.js("document.querySelector('[data-mended-here]').closest('[data-key]').querySelector('[data-do=\"mend-here\"]').click();", json!([])).await;
    window.until("it is gone", &format!("{found} === {}", before - 1)).await;
}

#[tokio::test]
async fn from_a_finding_to_its_field_and_with_the_file_of_a_new_year_through_the_change_of_year() {
    const LAST: &str = "mhlw-security-2025";
    let home = Home::new();
    let filled = home.at("提出用.xlsx");
    let window = inspected(home, "金曜.sonae").await;

    // From the finding to its field, which ends it.
    let go = r#"const line = document.querySelector('[data-key^="no-private-number"]');
        given.key = line.dataset.key;
        line.querySelector('[data-do="go-finding"]').click();
        return given.key;"#;
    let key = window.js(go, json!({})).await;
    window.until("its field", "document.activeElement?.dataset.field === 'people.private_phone'").await;
    window.fill("people.private_phone", "000-0000-0999").await;
    window.saved().await;
    window.tab("checks", "inspect").await;
    window
        .until(
            "it vanished",
            &format!("!document.querySelector('[data-key=\"{}\"]')", key.as_str().unwrap_or_default()),
        )
        .await;

    // The file of the new year makes its list, which is answered.
    window.tab("checks", "checklists").await;
    window.until("this year's list", "all('[data-item]').length === 19").await;
    item(&window, LAST, "2-1").await;
    window.fill(&format!("answers.{LAST}/2-1.rule"), "運用管理規程 第9条").await;
    window.saved().await;
    let form = window::checkout("tests/fixtures/forms/next-year.xlsx");
    window.press("take-checklists").await;
    window.until("what the program has", "all('[data-taking]').length === 4").await;
    window.home.pick(&form);
    window.press("list-from-form").await;
    window.until("its items", "all('[data-list-items] li').length === 8").await;
    window.screenshot("list-from-form").await;
    window.press("make-list").await;
    window.until("the new list", "all('[data-item]').length === 8").await;
    window.screenshot("list-of-a-file").await;
    let list = window.js("return document.querySelector('[data-field=\"checklists.list\"]').value;", json!([])).await;
    let list = list.as_str().expect("its id").to_owned();
    item(&window, &list, "2-1").await;
    answer(&window, &list, "2-1", "yes").await;
    window.fill(&format!("answers.{list}/1/2-1.checked_on"), "2026-06-10").await;
    window.fill(&format!("answers.{list}/1/2-1.checked_by"), "事務長").await;
    stands(&window, "2-1", "yes").await;

    // What nobody compared comes along only where somebody ticks it.
    window.press("carry").await;
    window.until("what each was", "document.querySelector('[data-tick=\"2-1\"]')").await;
    let tall = "document.querySelector('[data-carry=\"2-1\"]').closest('.table-place').clientHeight > 200";
    window.until("the items have room above what was dropped", tall).await;
    window.screenshot("checklist-carry-uncompared").await;
    window.js("document.querySelector('[data-tick=\"2-1\"]').click();", json!([])).await;
    window.press("carry-ticked").await;
    window.until("it is done", "!document.querySelector('dialog[open]')").await;
    window.shows(&format!("answers.{list}/2-1.rule"), "運用管理規程 第9条").await;

    // And back into a copy of the very file.
    window.press("list-form").await;
    window.home.pick(&form);
    window.press("pick-form").await;
    window.until("what was taken for what", "all('[data-columns] li').length === 5").await;
    window.screenshot("list-form").await;
    window.home.pick(&filled);
    window.press("fill-form").await;
    window.until("written", "document.querySelector('dialog[open] [data-do=\"show-form\"]')").await;
    window.screenshot("list-form-filled").await;
    assert!(filled.is_file());
    window.press("close-dialog").await;
    window.until("closed", "!document.querySelector('dialog[open]')").await;
    window.home.pick(&filled);
    window.press("list-form").await;
    window.press("pick-form").await;
    window.until("it says what the plan says", "document.querySelector('[data-says]')").await;
    window.press("close-dialog").await;
}

#[tokio::test]
async fn what_a_visitor_is_handed_is_written_into_a_folder() {
    let home = Home::new();
    let (plan, folder) = (home.at("渡す.sonae"), home.at("USB"));
    file::sample_of("hospital", &plan);
    std::fs::create_dir(&folder).expect("a folder");
    let window = Window::open(home, &plan).await;
    window.size(1280, 720).await;
    window.go("print").await;
    window
        .js("document.querySelector('[data-field=\"print.document\"][value=\"inspection\"]').click();", json!([]))
        .await;
    window.until("it is of a visit", "document.querySelector('[data-do=\"write-visit\"]')").await;
    window.home.pick(&folder);
    window.press("write-visit").await;
    window.until("it is written", "document.querySelector('[data-visit=\"2\"] [data-visit-missing]')").await;
    window.screenshot("visit-folder").await;
    let made: Vec<_> = std::fs::read_dir(&folder).expect("readable").flatten().map(|one| one.path()).collect();
    assert_eq!(made.len(), 1, "one new folder: {made:?}");
    assert!(made[0].join("目録.txt").is_file() && made[0].join("1_立入検査.pdf").is_file());
    window.size(1920, 1080).await;
    window.screenshot("visit-folder-1920").await;
    // Another time there is another folder beside it.
    window.home.pick(&folder);
    window.press("write-visit").await;
    let two = "document.querySelector('[data-visit] .path')?.textContent.endsWith('_2')";
    window.until("the second", two).await;
}
