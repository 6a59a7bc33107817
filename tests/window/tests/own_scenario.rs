//! A scenario of one's own in the real window: copied, changed, left out, held to the rules, given away as a file; and an
//! improvement that is seen from what it changed.

use serde_json::json;
use window::{Home, Window, file};

/// Opens an inject of the list.
async fn inject(window: &Window, nth: usize) {
    window.js("all('.inject-head')[given[0]].click();", json!([nth])).await;
    window.until("its form", "document.querySelector('[data-form=\"own_injects\"]')").await;
    window.js("document.querySelector('.inject.is-chosen').scrollIntoView();", json!([])).await;
}

#[tokio::test]
async fn a_scenario_is_copied_changed_and_given_away() {
    let home = Home::new();
    let (plan, given) = (home.at("自施設.sonae"), home.at("渡す.toml"));
    file::sample_of("hospital", &plan);
    let window = Window::open(home, &plan).await;
    window.size(1280, 720).await;
    window.go("exercise").await;
    window.until("the scenarios", "all('[data-scenario]').length === 2").await;
    window.press("copy-night-ransomware").await;
    window.until("the copy's injects", "all('.inject').length >= 12").await;
    window.until("it fits", "document.querySelector('.own-state:not(.is-open)')").await;
    window.screenshot("own-scenario").await;

    inject(&window, 1).await;
    window.write("own_injects.text", "「{ward.1}の端末の画面が、急に英語になりました。」").await;
    window
        .until(
            "as the room would see it",
            "document.querySelector('.inject.is-chosen')?.textContent.includes('の端末の画面が、急に英語')",
        )
        .await;
    window.write("own_injects.listen", "").await;
    window
        .until(
            "what is wrong",
            "document.querySelector('.inject.is-chosen')?.textContent.includes('「聞きどころ」が空です')",
        )
        .await;
    window.screenshot("own-inject-wrong").await;
    window.press("to-scenarios").await;
    window
        .until(
            "said of the scenario",
            "[...all('[data-scenario]')].some((one) => one.textContent.includes('シナリオの直すところ 1'))",
        )
        .await;
    window.js("all('[data-scenario^=\"own-\"] .link')[0].click();", json!([])).await;
    window
        .until("that inject", "document.querySelector('.inject.is-chosen [data-field=\"own_injects.listen\"]')")
        .await;
    window.write("own_injects.listen", "だれに知らせたか。").await;
    window.until("mended", "document.querySelector('.own-state:not(.is-open)')").await;

    window.press("add-own_injects").await;
    window
        .until(
            "a new one",
            "document.querySelector('.inject.is-chosen [data-field=\"own_injects.minute\"]')?.value === ''",
        )
        .await;
    window.screenshot("own-inject-new").await;
    window.press("remove-inject").await;
    window.until("it is gone", "!document.querySelector('.inject.is-chosen')").await;

    window.press("to-scenarios").await;
    window.until("three scenarios", "all('[data-scenario]').length === 3").await;
    window.screenshot("own-scenario-listed").await;
    window.home.pick(&given);
    window.js("all('[data-do^=\"give-own-\"]')[0].click();", json!([])).await;
    window.until("written", "document.querySelector('[data-do=\"show-scenario\"]')").await;
    let text = std::fs::read_to_string(&given).expect("the file");
    assert!(text.contains("急に英語になりました") && text.contains("{ward.1}"), "slots stay slots");
    window.home.pick(&given);
    window.press("take-scenario").await;
    window
        .until(
            "its own rows stand",
            "document.querySelector('[role=\"alert\"]')?.textContent.includes('「自施設のシナリオ」にあります')",
        )
        .await;
    // Another edition of one of ours is asked about first.
    let ours = std::fs::read_to_string(window::checkout("templates/scenarios/night-ransomware/scenario.toml"));
    std::fs::write(&given, ours.expect("there").replacen("edition = \"", "edition = \"別の", 1)).expect("written");
    window.home.pick(&given);
    window.press("take-scenario").await;
    window.until("asked", "document.querySelector('dialog[open] [data-do=\"replace-scenario\"]')").await;
    window.screenshot("scenario-replace").await;
    window.press("replace-scenario").await;
    window
        .until("taken", "document.querySelector('[data-scenario=\"night-ransomware\"]')?.textContent.includes('別の')")
        .await;
    let rows = file::rows(&plan, "own_injects");
    assert!(rows.iter().any(|row| row["text"].as_str().is_some_and(|text| text.contains("急に英語"))));
}

#[tokio::test]
async fn an_improvement_is_seen_from_what_it_changed() {
    let home = Home::new();
    let plan = home.at("改善.sonae");
    file::sample_of("hospital", &plan);
    let window = Window::open(home, &plan).await;
    window.size(1280, 720).await;
    window.tab("exercise", "improvements").await;
    window.add("improvements").await;
    window.write("improvements.name", "与薬の紙の置き場所を頁に載せる").await;
    window.saved().await;
    window.screenshot("improvement-new").await;
    window.tab("procedures", "procedures").await;
    window.js("all('[data-row=\"procedures\"]')[0].click();", json!([])).await;
    window.until("the other end", "document.querySelector('[data-improved=\"0\"]')").await;
    window
        .js("const one = document.querySelector('[data-improved]'); one.open = true; one.scrollIntoView();", json!([]))
        .await;
    window.js("const one = all('[data-field=\"improved.which\"]')[0]; one.selectedIndex = 1; one.dispatchEvent(new Event('change', { bubbles: true }));", json!([])).await;
    window.press("link-improvement").await;
    window.until("linked", "document.querySelector('[data-improved=\"1\"]')").await;
    window.screenshot("improvement-linked").await;
    window.js("document.querySelector('[data-improved] .link').click();", json!([])).await;
    window.until("there it stands too", "document.querySelector('[data-part=\"improvement_places\"] [data-field=\"improvement_places.of\"]')?.value").await;
    window.screenshot("improvement-places").await;
    assert_eq!(file::rows(&plan, "improvement_places").len(), 1);
}

#[tokio::test]
async fn an_exercise_held_on_paper_is_typed_in_and_reported() {
    let home = Home::new();
    let plan = home.at("紙で行った.sonae");
    file::sample_of("hospital", &plan);
    let window = Window::open(home, &plan).await;
    window.size(1280, 720).await;
    window.go("exercise").await;
    window.press("type-night-ransomware").await;
    window.until("the clock sheet", "document.querySelector('[data-field=\"sheets.begin\"]')").await;
    for (field, value) in [
        ("sheets.held_on", "令和8年11月20日"),
        ("sheets.place", "大会議室"),
        ("sheets.begin", "14:00"),
        ("sheets.play", "14:08"),
        ("sheets.tell/printers", "14:09"),
        ("sheets.review", "15:10"),
        ("sheets.end", "15:30"),
    ] {
        window.write(field, value).await;
    }
    window.press("add-line-decision").await;
    window.screenshot("sheets-times").await;
    window.write("sheets.line.at", "14:12").await;
    window.write("sheets.line.text", "紙を始める").await;
    window.press("add-line-lesson").await;
    window.js("document.querySelector('.sheet-lines').scrollIntoView();", json!([])).await;
    window.screenshot("sheets-lines").await;
    // Somebody looks something up meanwhile: nothing typed is lost.
    window.go("print").await;
    window.go("exercise").await;
    window.press("type-night-ransomware").await;
    window
        .until("still there", "document.querySelector('[data-field=\"sheets.line.text\"]')?.value === '紙を始める'")
        .await;
    window.write("sheets.place", "大会議室").await;
    window.js("const one = all('[data-field=\"sheets.line.at\"]')[1]; one.value = '25:99'; one.dispatchEvent(new Event('input', { bubbles: true }));", json!([])).await;
    window.press("take-sheets").await;
    window
        .until("the time is named", "document.querySelector('[role=\"alert\"]')?.textContent.includes('時刻「25:99」')")
        .await;
    window.screenshot("sheets-refused").await;
    // Words are missing: said before anybody is asked.
    let put = |field: &str, value: &str| {
        format!(
            "const one = all('[data-field=\"{field}\"]')[1]; one.value = '{value}'; one.dispatchEvent(new Event('input', {{ bubbles: true }}));"
        )
    };
    window.js(&put("sheets.line.at", "１４時４０"), json!([])).await;
    window.press("take-sheets").await;
    window
        .until("no words", "document.querySelector('[role=\"alert\"]')?.textContent.includes('内容が書かれていません')")
        .await;
    window.js(&put("sheets.line.text", "放送の文を紙にしておく"), json!([])).await;
    window.press("take-sheets").await;
    window.press("take-sheets-now").await;
    window.until("listed", "document.querySelector('[data-held=\"1\"]')").await;
    window.screenshot("sheets-taken").await;
    window.js("await press('[data-held] [data-do^=\"improve-\"]');", json!([])).await;
    window.until("an improvement", "!document.querySelector('[data-held] [data-do^=\"improve-\"]')").await;
    assert_eq!(file::rows(&plan, "improvements")[0]["name"], "放送の文を紙にしておく");
    let rows = file::rows(&plan, "exercise_log");
    assert!(
        rows.iter().any(|row| row["text"] == "紙を始める" && row["at"].as_str().is_some_and(|at| at.contains("14:12")))
    );
}
