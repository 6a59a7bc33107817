//! For the hospital that gets a newer pack on a stick: own words stay, the rest follows, both can be seen.

use serde_json::json;
use std::path::{Path, PathBuf};
use std::process::Command;
use window::{Home, Window, checkout, file, paper, text};

const OWN: &str = "髙島病院が自分の言葉で書いた目的です。";
const NEW_PURPOSE: &str = "新しいひな形の目的の文です。";
const NEW_PLACE: &str = "新しいひな形の位置づけの文です。";

/// A copy of the templates in which the first blocks of 1.1 and 1.2 say something else.
fn newer_templates(home: &Home) -> PathBuf {
    let folder = home.dir().join("stick");
    std::fs::create_dir(&folder).expect("a folder");
    let copied = Command::new("cp").args(["-r", text(&checkout("templates")), text(&folder)]).status();
    assert!(copied.expect("cp").success());
    let chapter = folder.join("templates/packs/mhlw-2024/sections/chapter-1.toml");
    for (number, says) in [("1.1", NEW_PURPOSE), ("1.2", NEW_PLACE)] {
        let old = std::fs::read_to_string(&chapter).expect("a chapter");
        let at = old.find(&format!("number = \"{number}\"")).expect("the section");
        let block = at + old[at..].find("\ntext = \"").expect("its first text") + 1;
        let end = block + old[block..].find('\n').expect("a line");
        std::fs::write(&chapter, format!("{}text = \"{says}\"{}", &old[..block], &old[end..])).expect("written");
    }
    folder.join("templates")
}

async fn section(window: &Window, number: &str) {
    window.go("text").await;
    let body = r#"await press(`[data-section="${given[0]}"]`);
        await until(`section ${given[0]}`, () => document.querySelector(".item-title")?.textContent.startsWith(`${given[0]} `) && all("[data-block]").length);"#;
    window.js(body, json!([number])).await;
}

/// What the blocks of a section hold.
async fn words(window: &Window, number: &str) -> String {
    section(window, number).await;
    let body = "return all('[data-block] textarea').map((one) => one.value).join('\\n');";
    window.js(body, json!([])).await.as_str().unwrap_or_default().to_owned()
}

/// A plan with its own words in 1.1, and the newer pack accepted from its folder.
async fn accepted() -> (Window, PathBuf) {
    let home = Home::new();
    let (plan, folder) = (home.at("計画.sonae"), newer_templates(&home));
    file::hospital(&plan);
    let window = Window::open(home, &plan).await;
    section(&window, "1.1").await;
    let write = r#"const area = all("[data-block] textarea")[0];
        area.focus(); write(area, given[0]); area.blur(); await saved();
        await until("自院の文", () => document.querySelector('[data-section="1.1"] .item-state'));"#;
    window.js(write, json!([OWN])).await;
    assert!(!words(&window, "1.2").await.contains(NEW_PLACE), "1.2 has the old words");

    window.js("await press('[data-go=\"packs\"]');", json!([])).await;
    window.until("the pack in use", "document.querySelector('[data-pack-now=\"mhlw-2024\"]')").await;
    window.home.pick(&folder);
    window.press("packs-folder").await;
    window.until("what it would change", "document.querySelectorAll('[data-pack-change]').length").await;
    let changes = "return all('.pack-group').find((one) => one.querySelector('b').innerText === '本文の節').querySelectorAll('[data-pack-change]').values().map((one) => [one.dataset.packChange, one.innerText]).toArray();";
    let changes = window.js(changes, json!([])).await;
    let list: Vec<(&str, &str)> = changes
        .as_array()
        .into_iter()
        .flatten()
        .map(|one| (one[0].as_str().unwrap_or_default(), one[1].as_str().unwrap_or_default()))
        .collect();
    assert_eq!(list.len(), 2, "two sections differ and nothing else: {list:?}");
    let of = |number: &str| *list.iter().find(|(_, said)| said.contains(number)).expect(number);
    assert_eq!((of("1.1 ").0, of("1.2 ").0), ("changed", "changed"));
    assert!(of("1.1 ").1.contains("自院の文は、そのまま残ります"), "it says what stays: {list:?}");
    assert!(!of("1.2 ").1.contains("自院の文"), "1.2 is nobody's own: {list:?}");
    window.screenshot("packs").await;
    assert!(!words(&window, "1.2").await.contains(NEW_PLACE), "looking changes nothing");

    window.js("await press('[data-go=\"packs\"]');", json!([])).await;
    window.home.pick(&folder);
    window.press("packs-folder").await;
    window.press("accept-pack").await;
    window.until("word of it", "document.querySelector('[data-note]')?.innerText.includes('使うことにしました')").await;
    window.focus_stays("accepting the pack").await;
    window.until("another pack in use", "document.querySelector('[data-pack-now=\"\"]')").await;
    (window, plan)
}

#[tokio::test]
async fn an_unedited_section_follows_the_accepted_pack_and_own_words_stay_beside_a_comparison() {
    let (window, plan) = accepted().await;
    assert!(words(&window, "1.2").await.contains(NEW_PLACE), "1.2 follows the pack");
    assert!(words(&window, "1.1").await.contains(OWN), "1.1 keeps its own words");
    compared(&window, true).await;

    let pdf = window.home.at("検査・委員会用.pdf");
    window.print_document("inspection-copy", &pdf).await;
    says(&pdf, &[OWN, NEW_PLACE], &[NEW_PURPOSE]);
    let window = window.restart(&plan).await;
    assert!(words(&window, "1.2").await.contains(NEW_PLACE), "the pack is in the file");
    assert!(words(&window, "1.1").await.contains(OWN));
    compared(&window, true).await;

    window.press("keep-own").await;
    window.until("no more comparison", "!document.querySelector('[data-newer]')").await;
    window.focus_stays("keeping the own words").await;
    let window = window.restart(&plan).await;
    assert!(words(&window, "1.1").await.contains(OWN), "compared once is enough, and the words stay");
    compared(&window, false).await;
    file::verify(&plan, "after the newer pack");
}

#[tokio::test]
async fn own_words_are_given_up_for_the_packs_only_by_hand_and_come_back_by_undo() {
    let (window, plan) = accepted().await;
    section(&window, "1.1").await;
    compared(&window, true).await;
    window.press("follow-pack").await;
    let first = "all('[data-block] textarea')[0]?.value";
    window.until("the pack's words", &format!("{first} === '{NEW_PURPOSE}'")).await;
    window.until("no more comparison", "!document.querySelector('[data-newer]')").await;
    window.focus_stays("following the pack").await;
    window.press("undo").await;
    window.until("the own words again", &format!("{first} === '{OWN}'")).await;
    compared(&window, true).await;
    window.saved().await;
    let window = window.restart(&plan).await;
    assert!(words(&window, "1.1").await.contains(OWN));

    window.js("await press('[data-go=\"overview\"]'); await press('[data-go=\"packs\"]');", json!([])).await;
    window.press("packs-stored").await;
    window.press("accept-pack").await;
    window.until("the first pack in use again", "document.querySelector('[data-pack-now=\"mhlw-2024\"]')").await;
    assert!(!words(&window, "1.2").await.contains(NEW_PLACE), "1.2 follows it back");
    assert!(words(&window, "1.1").await.contains(OWN), "own words stay, whichever pack");
    file::verify(&plan, "there and back");
}

/// Whether the pack's change is shown beside the own words of 1.1.
async fn compared(window: &Window, wanted: bool) {
    window.until("the section's head", "document.querySelector('.item-title')?.textContent.startsWith('1.1 ')").await;
    if !wanted {
        window.until("no comparison", "!document.querySelector('[data-newer]')").await;
        return;
    }
    window.until("the comparison", "document.querySelector('[data-newer]')").await;
    window.js("document.querySelector('[data-newer]').open = true;", json!([])).await;
    let rows = "return all('[data-newer-sort]').map((one) => one.innerText).join('\\n');";
    let rows = window.js(rows, json!([])).await;
    assert!(rows.as_str().is_some_and(|rows| rows.contains(NEW_PURPOSE)), "the pack's words are beside: {rows}");
}

fn says(pdf: &Path, wanted: &[&str], unwanted: &[&str]) {
    let read = paper::bare_pdf(pdf);
    assert!(wanted.iter().all(|one| read.contains(&paper::bare(one))), "the paper has {wanted:?}");
    assert!(!unwanted.iter().any(|one| read.contains(&paper::bare(one))), "and not {unwanted:?}");
}
