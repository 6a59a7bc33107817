//! The eight-person clinic of the sample, typed by hand from the start screen to the paper.

use serde_json::{Value, json};
use std::collections::BTreeMap;
use thirtyfour::Key;
use window::sample::{Record, Sample};
use window::{Window, file, paper};

const PERSON: &str = "渡邉（見本）";
/// Screen and kind, in an order in which every link finds what it points to.
const LISTS: &[(&str, &str)] = &[
    ("overview", "departments"),
    ("contacts", "people"),
    ("contacts", "roles"),
    ("contacts", "organisations"),
    ("systems", "systems"),
    ("contacts", "contact_points"),
    ("decisions", "decisions"),
    ("decisions", "restrictions"),
    ("decisions", "downtime"),
    ("decisions", "cutoff_points"),
    ("systems", "backups"),
];
const TICKED: &[&str] =
    &["departments", "systems", "roles", "organisations", "decisions", "restrictions", "downtime", "cutoff_points"];

#[tokio::test]
async fn the_whole_clinic_is_typed_killed_once_undone_redone_printed_and_read_back() {
    let sample = Sample::clinic();
    let facility = sample.rows("facility")[0].clone();
    let mut window = Window::new().await;
    let (plan, pdf) = (window.home.at("診療所.sonae"), window.home.at("本部用.pdf"));
    window.new_plan(facility.get("name"), &plan).await; // Who writes into a row adopts it, under the name of whoever sits here.
    window.ask("set_person", json!({ "person": PERSON })).await;

    type_facility(&window, &facility).await;
    for (screen, noun) in LISTS {
        type_list(&window, screen, noun, &sample).await;
        if *noun == "systems" {
            type_links(&window, &sample).await;
            // A power cut in the middle of a word that nobody was told is saved.
            window.tab("overview", "facility").await;
            window.write("facility.runner_place", "途中まで").await;
            window.kill();
            window = window.restart(&plan).await;
            file::verify(&plan, "after the kill");
        }
    }
    window.tab("overview", "facility").await;
    window.form("facility", &facility.fields).await;
    type_answers(&window, &sample).await;
    the_file_says(&plan, &sample, "after typing");

    let steps = undo(&window, 5).await;
    assert_ne!(kinds_that_differ(&plan, &sample), Vec::<String>::new(), "undo took something back");
    let window = window.restart(&plan).await;
    for _ in 0..steps {
        step(&window, "redo").await;
    }
    the_file_says(&plan, &sample, "after undo, a restart and redo");
    file::verify(&plan, "at the end");

    // What is typed stands in the sum of the books.
    let mut said = String::new();
    for document in ["binder", "inspection-copy", "annex", "forms", "cards"] {
        window.print_document(document, &pdf).await;
        said.push_str(&paper::bare_pdf(&pdf));
    }
    the_paper_says(&window, &said, &sample).await;
    window.screenshot("by-hand-printed").await;
}

async fn type_facility(window: &Window, facility: &Record) {
    window.tab("overview", "facility").await;
    // Some of it key by key.
    for field in ["director", "address", "headquarters"] {
        window.keys(&format!("facility.{field}"), facility.get(field)).await;
        window.strike(Key::Tab.value().to_string()).await;
    }
    // The one link points to a role, which comes later.
    let mut fields = facility.fields.clone();
    fields.remove("outpatient_decider");
    window.form("facility", &fields).await;
}

async fn type_list(window: &Window, screen: &str, noun: &str, sample: &Sample) {
    window.tab(screen, noun).await;
    let rows = sample.rows(noun);
    let entries: Vec<String> = rows.iter().filter_map(|row| row.source.clone()).collect();
    let names = if TICKED.contains(&noun) { window.tick(noun, &entries).await } else { json!({}) };
    for row in rows {
        match &row.source {
            Some(entry) => window.choose(noun, names[entry].as_str().expect("the entry is offered")).await,
            None => window.add(noun).await,
        }
        window.form(noun, &row.fields).await;
    }
    if rows.iter().any(|row| row.adopted_by.is_some()) {
        window.adopt_all(noun, PERSON).await;
    }
}

async fn type_links(window: &Window, sample: &Sample) {
    window.tab("systems", "system_links").await;
    for system in sample.rows("systems") {
        let name = system.get("name");
        window.choose("system_links", name).await;
        let links = sample.rows("system_links").iter().filter(|link| link.get("system") == name);
        let needs: Vec<&str> = links.map(|link| link.get("needs")).collect();
        let body = r#"const boxes = await until("boxes", () => controls("system_links.needs"));
            const label = (box) => box.closest("label").textContent.trim();
            for (const box of boxes) if (box.checked !== given[1].includes(label(box))) box.click();
            const count = () => all('[data-row="system_links"][aria-current="true"]')[0]?.closest("tr").querySelector("td").textContent;
            const said = given[1].length === 0 ? "なし" : `${given[1].length} つ`;
            await until(`${given[0]}: ${said}`, () => count()?.startsWith(said));"#;
        window.js(body, json!([name, needs])).await;
    }
}

/// Answers to the check table and the first pages. Those to the ministry's checklists are typed in `checklists.rs`.
fn of_the_guide(sample: &Sample) -> impl Iterator<Item = &Record> {
    sample.rows("answers").iter().filter(|answer| answer.get("list").is_empty())
}

async fn type_answers(window: &Window, sample: &Sample) {
    window.go("guide").await;
    let mut items: BTreeMap<&str, Vec<&Record>> = BTreeMap::new();
    for answer in of_the_guide(sample) {
        items.entry(answer.get("item")).or_default().push(answer);
    }
    for (item, answers) in items.iter().filter(|(item, _)| !item.starts_with("first/")) {
        window.js(r#"await press(`[data-item="${given[0]}"]`);"#, json!([item])).await;
        fill_answers(window, item, answers).await;
    }
    assert_eq!(items.keys().filter(|item| !item.starts_with("first/")).count(), 21, "the guide has 21 items");
    window.tab("decisions", "first").await;
    for (item, answers) in items.iter().filter(|(item, _)| item.starts_with("first/")) {
        fill_answers(window, item, answers).await;
    }
}

async fn fill_answers(window: &Window, item: &str, answers: &[&Record]) {
    let fields =
        answers.iter().map(|one| (format!("answers.{item}.{}", one.get("field")), one.get("value").to_owned()));
    window.fill_all(&fields.collect::<Vec<_>>()).await;
}

async fn step(window: &Window, direction: &str) {
    let body = r#"const note = () => document.querySelector("[data-note]");
        note()?.querySelector("button:last-of-type").click();
        await until("no note", () => !note());
        await press(`[data-do="${given[0]}"]`);
        await until(`${given[0]} to be told`, note);
        await saved();"#;
    window.js(body, json!([direction])).await;
}

async fn undo(window: &Window, steps: usize) -> usize {
    for _ in 0..steps {
        step(window, "undo").await;
    }
    steps
}

/// Everything but remarks, which the screens offer at items of the guide only.
fn kinds_that_differ(plan: &std::path::Path, sample: &Sample) -> Vec<String> {
    let mine = Sample::of(&file::export(plan));
    let kinds = LISTS.iter().map(|(_, noun)| *noun).chain(["facility", "system_links", "answers"]);
    let bare = |plan: &Sample, noun: &str| {
        let mut rows = plan.sorted(noun);
        if noun == "answers" {
            rows.retain(|row| !row.get("value").is_empty() && row.get("list").is_empty());
        }
        // Adopting a list adopts all of it; the sample leaves single rows.
        rows.iter_mut().for_each(|row| row.adopted_by = None);
        // Whether a link was there from the start or ticked by hand is the same link.
        if noun == "system_links" {
            rows.iter_mut().for_each(|row| row.source = None);
        }
        rows.sort();
        rows
    };
    let differ = |noun: &str| {
        let (typed, wanted) = (bare(&mine, noun), bare(sample, noun));
        let only =
            |a: &[Record], b: &[Record]| -> Vec<Record> { a.iter().filter(|row| !b.contains(row)).cloned().collect() };
        (typed != wanted).then(|| {
            format!("{noun}: file only {:#?}, sample only {:#?}", only(&typed, &wanted), only(&wanted, &typed))
        })
    };
    kinds.filter_map(differ).collect()
}

fn the_file_says(plan: &std::path::Path, sample: &Sample, when: &str) {
    let differ = kinds_that_differ(plan, sample);
    assert!(differ.is_empty(), "{when}: {}", differ.join("\n"));
    let mine = Sample::of(&file::export(plan));
    for (_, noun) in LISTS {
        for row in mine.rows(noun).iter().filter(|row| row.source.is_some()) {
            let adopted = row.adopted_by.as_deref();
            assert_eq!(adopted, Some(PERSON), "{when}: {noun} {} was adopted by name", row.get("name"));
        }
    }
}

/// Fields that are declared as not printed.
const UNPRINTED: &[&str] = &[
    "facility.kind",
    "contact_points.of_kind",
    "system_links.system",
    "answers.item",
    "answers.field",
    "people.staff_no",
    "systems.asset_no",
];

async fn the_paper_says(window: &Window, text: &str, sample: &Sample) {
    let shown = words(window).await;
    let mut missing = Vec::new();
    let kinds = LISTS.iter().map(|(_, noun)| *noun).chain(["facility", "system_links"]);
    for noun in kinds {
        for row in sample.rows(noun) {
            for (field, value) in &row.fields {
                let name = format!("{noun}.{field}");
                if field == "kana" || UNPRINTED.contains(&name.as_str()) {
                    continue;
                }
                // Choices, ticks and dates print as words; the rest as typed.
                let said = shown.get(&(name.clone(), value.clone())).unwrap_or(value);
                if !text.contains(&paper::bare(said)) {
                    missing.push(format!("{name}: {said}"));
                }
            }
        }
    }
    for answer in of_the_guide(sample).filter(|answer| answer.get("field") == "note") {
        if !text.contains(&paper::bare(answer.get("value"))) {
            missing.push(format!("note of {}: {}", answer.get("item"), answer.get("value")));
        }
    }
    assert!(missing.is_empty(), "{} values are not on the paper:\n{}", missing.len(), missing.join("\n"));
    for item in of_the_guide(sample).map(|answer| answer.get("item")).filter(|item| !item.contains('/')) {
        assert!(text.contains(item), "item {item} is in the check table");
    }
    for chapter in 1..=4 {
        assert!(text.contains(&format!("第{chapter}章")), "chapter {chapter} is there");
    }
}

/// How choices, ticks and dates read, as the core told the screens.
async fn words(window: &Window) -> BTreeMap<(String, String), String> {
    let body = r#"const call = (name, request) => window.__TAURI_INTERNALS__.invoke("call", { name, request });
        const { kinds } = await call("current", {});
        const said = [];
        for (const { noun, fields } of kinds) {
            const worded = fields.filter(({ kind }) => ["choice", "flag", "date"].includes(kind)).map(({ id }) => id);
            for (const row of (await call("rows", { kind: noun })).rows)
                for (const id of worded) if (row.fields[id]) said.push([`${noun}.${id}`, row.fields[id], row.shown[id]]);
        }
        return said;"#;
    let said = window.js(body, json!([])).await;
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    said.as_array().into_iter().flatten().map(|one| ((text(&one[0]), text(&one[1])), text(&one[2]))).collect()
}
