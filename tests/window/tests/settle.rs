//! Close, change of screen, print and undo wait until every dirty draft was answered.

use serde_json::json;
use window::{Home, Window, file, paper};

/// What is typed: plain, and with an input method that never says it is done. Both with 𠮷.
#[derive(Clone, Copy)]
enum Hand {
    Plain,
    Composing,
}

const HANDS: [Hand; 2] = [Hand::Plain, Hand::Composing];
const TEXT: &str = "𠮷野外来の電子カルテ";
/// From the act to the end of the save: nothing which does not wait could be mistaken for something that does.
const SAVE_TAKES: u32 = 1500;

async fn a_field_just_typed_in(hand: Hand) -> (Window, std::path::PathBuf) {
    let home = Home::new();
    let plan = home.at("計画.sonae");
    file::clinic(&plan);
    let window = Window::open(home, &plan).await;
    window.tab("systems", "systems").await;
    window.add("systems").await;
    window.hold_saves().await;
    match hand {
        Hand::Plain => window.write("systems.name", TEXT).await,
        Hand::Composing => window.compose("systems.name", TEXT).await,
    }
    assert!(!file::holds(&plan, "systems", "name", TEXT), "not saved yet: else this test proves nothing");
    (window, plan)
}

#[tokio::test]
async fn a_change_of_screen_waits_until_the_text_is_stored() {
    for hand in HANDS {
        let (window, plan) = a_field_just_typed_in(hand).await;
        let body = r#"const start = performance.now();
            setTimeout(window.letGo, given[0]);
            await press('[data-go="contacts"]');
            await pause(given[0] / 2);
            const meanwhile = [controls("systems.name").length, state()];
            await until("the other screen", () => document.querySelector('[data-go="contacts"]').ariaCurrent === "page");
            return [meanwhile[0], meanwhile[1], performance.now() - start];"#;
        let seen = window.js(body, json!([SAVE_TAKES])).await;
        assert_eq!(seen[0], json!(1), "while the save runs, the field stays on screen");
        assert_eq!(seen[1], json!("saving"), "and the top line says so");
        assert!(seen[2].as_f64() >= Some(f64::from(SAVE_TAKES)), "the screen changed only after the answer: {seen}");
        assert!(file::holds(&plan, "systems", "name", TEXT), "then it lies in the file");
    }
}

#[tokio::test]
async fn closing_the_window_waits_until_the_text_is_stored() {
    for hand in HANDS {
        let (window, plan) = a_field_just_typed_in(hand).await;
        window.let_go(SAVE_TAKES).await;
        window.close().await;
        window.gone().await;
        assert!(file::holds(&plan, "systems", "name", TEXT), "the window closed, and the text is in the file");
    }
}

#[tokio::test]
async fn closing_the_plan_waits_until_the_text_is_stored() {
    for hand in HANDS {
        let (window, plan) = a_field_just_typed_in(hand).await;
        window.let_go(SAVE_TAKES).await;
        window.press("close").await;
        window.until("the start screen", "document.querySelector('main.start')").await;
        assert!(file::holds(&plan, "systems", "name", TEXT), "the plan closed, and the text is in the file");
    }
}

#[tokio::test]
async fn undo_waits_until_the_text_is_stored_and_then_takes_back_that_text() {
    for hand in HANDS {
        let (window, plan) = a_field_just_typed_in(hand).await;
        window.let_go(SAVE_TAKES).await;
        window.press("undo").await;
        window.until("the text to go", "state() === 'saved' && held('systems.name') === ''").await;
        assert!(!file::holds(&plan, "systems", "name", TEXT), "undo took back the text just typed");
        window.press("redo").await;
        window.shows("systems.name", TEXT).await;
        assert!(file::holds(&plan, "systems", "name", TEXT), "so it had been stored, as one step of its own");
    }
}

#[tokio::test]
async fn printing_waits_until_the_text_is_stored() {
    // Everything on the print screen is no draft, so the field is left by going there; the
    // print date is typed last and the text saved slowly on the way.
    for hand in HANDS {
        let (window, plan) = a_field_just_typed_in(hand).await;
        let pdf = window.home.at("本部用.pdf");
        window.let_go(SAVE_TAKES).await;
        window.print(&pdf).await;
        assert!(paper::bare_pdf(&pdf).contains(TEXT), "the paper has what was typed last");
        assert!(file::holds(&plan, "systems", "name", TEXT), "and so has the file");
    }
}
