//! For the clerk with one hour and no mouse: the questions from the first to the last, and the paper.

use crate::hour_answers::Act::{Choose, Have, Make, Radio, Reads, Tick, Type};
use crate::hour_answers::{Asked, CLINIC, HOSPITAL, act, radio};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use thirtyfour::Key;
use window::{Window, file, paper};

#[tokio::test]
async fn the_first_hour_by_keyboard_alone_prints_the_minimum_binder() {
    let (window, plan) = begun("hospital", "みらい鍵盤病院").await;
    let pdf = through(&window, &plan, HOSPITAL, 15).await;
    the_minimum_says(&pdf, "みらい鍵盤病院", HOSPITAL);
    let there: BTreeSet<String> =
        ["departments", "systems", "restrictions"].into_iter().flat_map(|noun| sources(&plan, noun)).collect();
    for (entry, ticked) in [
        ("departments/er", true),
        ("departments/nutrition", false),
        ("systems/pacs", false),
        ("systems/dialysis", true),
        ("restrictions/dialysis", true),
    ] {
        assert_eq!(there.contains(entry), ticked, "{entry} is in the file as it was ticked");
    }
}

#[tokio::test]
async fn a_clinics_ten_questions_by_keyboard_alone_print_its_minimum_binder() {
    let (window, plan) = begun("clinic", "みらい鍵盤医院").await;
    let pdf = through(&window, &plan, CLINIC, 10).await;
    the_minimum_says(&pdf, "みらい鍵盤医院", CLINIC);
}

/// From the start screen to the first question.
async fn begun(kind: &str, name: &str) -> (Window, PathBuf) {
    let window = Window::new().await;
    let plan = window.home.at("鍵盤.sonae");
    window.home.pick(&plan);
    window.until("the start", "all('[data-do=\"new\"]').length").await;
    window.enter("[data-do='new']", "the form", "controls('new.name').length").await;
    window.tab_to("[data-field='new.kind']").await;
    window.strike(" ").await;
    radio(&window, &Key::Down, &format!("document.activeElement.value === '{kind}'")).await;
    window.tab_to("[data-field='new.name']").await;
    window.strike(name).await;
    window.enter("[data-do='create']", "an open plan", "document.querySelector('[data-state]')").await;
    window.until("the focus on the heading", "document.activeElement.tagName === 'H1'").await;
    window.enter("[data-do='first-hour']", "the first question", "all('[data-hour=\"facility\"]').length").await;
    (window, plan)
}

/// Through all questions, over the closing page, to the paper.
async fn through(window: &Window, plan: &Path, asked: &[Asked], count: usize) -> PathBuf {
    assert_eq!(asked.len(), count);
    for (at, (id, acts, later)) in asked.iter().enumerate() {
        let heading = "document.activeElement.tagName === 'H1'";
        window
            .until(
                &format!("question {id} with its heading in focus"),
                &format!("all('[data-hour=\"{id}\"]').length && {heading}"),
            )
            .await;
        for one in *acts {
            act(window, one).await;
        }
        let (button, standing) = if *later { ("hour-later", "later") } else { ("hour-next", "answered") };
        let next = asked.get(at + 1).map_or("done", |(next, _, _)| next);
        let look = format!(
            "all('[data-hour=\"{next}\"]').length && all('[data-go=\"hour-{id}\"]')[0]?.dataset.standing === '{standing}'"
        );
        window.enter(&format!("[data-do='{button}']"), &format!("{next} after {id}, which is {standing}"), &look).await;
        if at == 1 {
            back_and_forth(window, id, next).await;
        }
    }
    window.until("the closing page in focus", "document.activeElement.tagName === 'H1'").await;
    let later: Vec<&str> = asked.iter().filter(|(_, _, later)| *later).map(|(id, _, _)| *id).collect();
    let told = format!("all('[data-hour=\"done\"]')[0].textContent.includes('「後で」にした問い：{} 問')", later.len());
    window.until("what was put off to be told", &told).await;

    let pdf = window.home.at("最小.pdf");
    window.home.pick(&pdf);
    window.enter("[data-do='hour-print']", "the print screen", "controls('print.document').length").await;
    let minimum = "held('print.document') === 'minimum'";
    window.until("the minimum binder to be chosen already", minimum).await;
    window.enter("[data-do='print']", "the PDF", "document.querySelector('[data-printed]')").await;
    window.saved().await;
    let remarks = file::rows(plan, "remarks");
    let open: BTreeSet<&str> =
        remarks.iter().filter(|row| row["sort"] == "later").filter_map(|row| row["of"].as_str()).collect();
    assert_eq!(open, later.into_iter().collect(), "the file says what was put off");
    file::verify(plan, "after the first hour");
    pdf
}

/// One question back, and forward again: nothing typed there is lost.
async fn back_and_forth(window: &Window, id: &str, next: &str) {
    window
        .enter("[data-do='hour-previous']", "the question before", &format!("all('[data-hour=\"{id}\"]').length"))
        .await;
    window.tab_to("[data-do='hour-previous']").await;
    window.tab_back_to("[data-do='hour-next']").await;
    window.enter("[data-do='hour-next']", "the next again", &format!("all('[data-hour=\"{next}\"]').length")).await;
    window.until("its heading in focus", "document.activeElement.tagName === 'H1'").await;
}

fn sources(plan: &Path, noun: &str) -> Vec<String> {
    let rows = file::rows(plan, noun);
    rows.iter().filter_map(|row| row["source"].as_str().map(str::to_owned)).collect()
}

fn the_minimum_says(pdf: &Path, name: &str, asked: &[Asked]) {
    let text = paper::bare_pdf(pdf);
    let typed = asked.iter().flat_map(|(_, acts, _)| acts.iter()).filter_map(|act| match act {
        Type(_, text) | Choose(_, text) | Make(_, text) | Reads(_, _, text) => Some(*text),
        Tick(_) | Have(_) | Radio(..) => None,
    });
    let missing: Vec<&str> = typed.chain([name]).filter(|one| !text.contains(&paper::bare(one))).collect();
    assert!(missing.is_empty(), "typed and not on the paper: {missing:?}");
    // Forms are as many as the house needs, and a blank back has nothing but its foot.
    let counted =
        paper::pages(pdf).into_iter().filter(|(part, text)| !part.starts_with('J') && text.chars().count() > 90);
    let counted: Vec<String> =
        counted.map(|(part, text)| format!("{part} {}", text.chars().take(60).collect::<String>())).collect();
    assert!(counted.len() <= 8, "{} pages besides forms and blank backs:\n{}", counted.len(), counted.join("\n"));
}
