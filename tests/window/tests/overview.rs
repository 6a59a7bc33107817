//! For whoever calls the meeting: where the plan stands, who is waited for, and the paper for the absent.

use serde_json::{Value, json};
use window::{Home, Window, file, paper};

const QUESTION: &str = "髙橋さんへ、線の札は何色ですか";
const ROLE: &str = "当直医";

async fn of_a_new_hospital() -> (Window, std::path::PathBuf) {
    let home = Home::new();
    let plan = home.at("計画.sonae");
    file::hospital(&plan);
    (Window::open(home, &plan).await, plan)
}

/// What a part of the overview says.
async fn says(window: &Window, selector: &str) -> String {
    let body = "return (await until(given[0], () => all(given[0])[0])).innerText;";
    window.js(body, json!([selector])).await.as_str().unwrap_or_default().to_owned()
}

/// Leaves a question to a role at an item of the guide.
async fn asks(window: &Window, item: &str) {
    window.go("guide").await;
    window.js(r#"await press(`[data-item="${given[0]}"]`);"#, json!([item])).await;
    window.until("the item", &format!("document.querySelector('[data-field^=\"answers.{item}.\"]')")).await;
    window.press("remark-question").await;
    window.fill("remarks.text", QUESTION).await;
    window.fill("remarks.to_role", ROLE).await;
    window.saved().await;
}

#[tokio::test]
async fn the_overview_counts_the_phases_and_a_question_put_off_leads_back_to_where_it_was_asked() {
    let (window, _) = of_a_new_hospital().await;
    window.until("the first hour as the next act", "all('[data-next=\"hour\"]').length").await;
    let phases = window.js("return all('[data-phase]').map((one) => one.dataset.phase);", json!([])).await;
    assert_eq!(phases, json!(["1", "2", "3", "4", "5"]), "the five phases");
    let before = says(&window, "[data-phase='1']").await;
    assert!(before.contains("まだ答えていません"), "nothing is answered yet: {before}");
    assert!(says(&window, "[data-owed='0']").await.contains("いまありません"), "nobody is waited for");

    window.go("guide").await;
    window.fill("answers.1-1.a", "yes").await;
    window.fill("answers.1-1.b", "no").await;
    window.go("overview").await;
    let after = says(&window, "[data-phase='1']").await;
    assert!(after.contains("2 問に答えました（「はい」は 1 問）"), "the phase counts them: {after}");
    assert!(says(&window, "[data-phase='2']").await.contains("まだ答えていません"), "and the next phase does not");
    let bar = window.js("return document.querySelector('[data-phase=\"1\"] progress').value;", json!([])).await;
    assert_eq!(bar, json!(2), "as a bar, too");

    window.press("first-hour").await;
    window.js("await press('[data-go=\"hour-other-means\"]'); await until('it', () => all('[data-hour=\"other-means\"]').length);", json!([])).await;
    window.press("hour-later").await;
    window.until("the next question", "all('[data-hour=\"paper-start\"]').length").await;
    asks(&window, "2-1").await;
    window.go("overview").await;
    let owed = says(&window, "[data-owed='2']").await;
    assert!(owed.contains(&format!("{ROLE} に聞くこと")) && owed.contains(QUESTION), "asked of a role: {owed}");
    assert!(owed.contains("聞く相手を決めていないこと"), "and what was only put off: {owed}");

    let lead = r#"const link = await until(`a link to ${given[0]}`, () => all("[data-remark-at]").find((one) => one.closest("li").innerText.includes(given[0])));
        link.click();"#;
    window.js(lead, json!(["後で決めます"])).await;
    window
        .until(
            "the question that was put off",
            "all('[data-hour=\"other-means\"]').length && all('[data-do=\"hour-not-later\"]').length",
        )
        .await;
    window.go("overview").await;
    window.js(lead, json!([QUESTION])).await;
    let there = "document.activeElement.closest('[data-remark]')?.querySelector('textarea').value === given[0]";
    window.js(&format!("await until('the focus on the remark', () => {there});"), json!([QUESTION])).await;

    window.fill("remarks.reply", "青です").await;
    window.saved().await;
    window.go("overview").await;
    let owed = says(&window, "[data-owed='1']").await;
    assert!(!owed.contains(QUESTION), "who has answered is not waited for: {owed}");
}

#[tokio::test]
async fn the_agenda_fits_the_time_prints_questions_for_the_absent_and_the_print_is_remembered() {
    let (window, plan) = of_a_new_hospital().await;
    asks(&window, "2-1").await;
    window.go("overview").await;
    let never = says(&window, "[data-prints='0']").await;
    assert!(never.contains("まだ印刷していません"), "{never}");

    window.tab("overview", "agenda").await;
    assert_eq!(held(&window).await, json!("90"), "90 minutes until someone says otherwise");
    for minutes in ["30", "120"] {
        window.fill("agenda.minutes", minutes).await;
        let told = window.ask("agenda", json!({ "minutes": minutes.parse::<u32>().expect("a number") })).await;
        let items: Vec<&Value> = told["items"].as_array().into_iter().flatten().collect();
        let sum: u64 = items.iter().filter_map(|item| item["minutes"].as_u64()).sum();
        window
            .until(
                "the new agenda",
                &format!("all('[data-agenda=\"{}\"] h2')[0]?.innerText.includes('今日の {minutes} 分')", items.len()),
            )
            .await;
        let shown = says(&window, "[data-agenda]").await;
        assert!(sum <= minutes.parse().expect("a number") || items.len() == 1, "{sum} of {minutes} minutes: {told}");
        assert!(shown.contains(&format!("およそ {sum} 分です")), "the sum is told: {shown}");
        assert!(
            items.iter().all(|item| shown.contains(item["title"].as_str().unwrap_or("?"))),
            "and each item: {shown}"
        );
    }

    let pdf = window.home.at("問い.pdf");
    window.home.pick(&pdf);
    window.press("print-questions").await;
    window.until("word of the paper", "document.querySelector('[data-note] [data-do=\"show-pdf\"]')").await;
    let text = paper::bare_pdf(&pdf);
    for wanted in [QUESTION, ROLE] {
        assert!(text.contains(&paper::bare(wanted)), "{wanted} is on the paper for the absent");
    }
    window.print(&window.home.at("本部用.pdf")).await;
    window.tab("overview", "now").await;
    let prints = says(&window, "[data-prints='2']").await;
    assert!(prints.contains("来られない人への問い") && prints.contains("綴じ物（本部用）"), "printed last: {prints}");
    assert!(!says(&window, "[data-saved]").await.trim().is_empty(), "and when it was saved last");

    let window = window.restart(&plan).await;
    window.tab("overview", "agenda").await;
    assert_eq!(held(&window).await, json!("120"), "the length chosen last is kept");
    window.tab("overview", "now").await;
    assert_eq!(says(&window, "[data-prints='2']").await, prints, "and so is what was printed");
}

async fn held(window: &Window) -> Value {
    window.until("the agenda", "all('[data-agenda]').length").await;
    window.held("agenda.minutes").await
}
