//! Nothing moves under the hand: on every screen one acts, and every other control stays where it was.

use serde_json::json;
use window::{Home, Window, file, tour};

/// Types, clears, chooses and ticks in the controls that are in view, and says what else moved. What opens or closes
/// something is left alone here; it is named in `OPENS`.
const ACT: &str = r#"await saved(); await pause(400);
    const wrong = [];
    const controls = () => [...document.querySelectorAll("button, input, select, textarea, summary, .tab")].filter((one) => one.offsetParent);
    const inView = (one) => {
        const box = one.getBoundingClientRect();
        if (box.height === 0 || box.top < 60 || box.bottom > innerHeight - 40) return false;
        const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
        return top && (one.contains(top) || top.contains(one));
    };
    const places = () => new Map(controls().map((one) => [one, one.getBoundingClientRect()]));
    const name = (one) => one.dataset.field ?? one.dataset.do ?? one.textContent.trim().slice(0, 20);
    // A text that grows with its lines, or an answer that opens a field, moves what is below it, and only that.
    const compare = (what, before, acted) => {
        const grows = acted.tagName === "TEXTAREA" || BELOW.some((name) => (acted.dataset.field ?? "").endsWith(name));
        const edge = grows ? acted.getBoundingClientRect().top + 1 : Infinity;
        for (const [one, was] of before) {
            if (one === acted || !one.isConnected || !one.offsetParent) continue;
            const is = one.getBoundingClientRect();
            if (was.top >= edge) continue;
            // The row of a list is as high as the name one writes.
            if (one.matches("[data-row]") && one.closest(".two-list")) continue;
            const by = Math.max(Math.abs(is.top - was.top), Math.abs(is.left - was.left));
            if (by > 1) { wrong.push(`${what} ${name(acted)} moves ${name(one)} by ${Math.round(by)}`); break; }
        }
    };
    const settle = async () => { await saved(); await pause(250); };
    const fields = [...document.querySelectorAll("main :is(input, select, textarea)[data-field]")].filter((one) => inView(one) && !one.disabled && !one.readOnly).slice(0, given[0]);
    for (const one of fields) {
        if (!one.isConnected || OPENS.some((name) => (one.dataset.field ?? "").startsWith(name))) continue;
        one.focus({ preventScroll: true });
        await pause(60);
        const before = places();
        if (one.type === "radio" || one.type === "checkbox") {
            const old = [...document.querySelectorAll(`[data-field="${CSS.escape(one.dataset.field)}"]`)].find((it) => it.checked);
            one.click(); await settle(); compare("choosing", before, one);
            if (one.type === "checkbox") one.click(); else old?.click();
            await settle(); compare("choosing back", before, one);
        } else if (one.tagName === "SELECT") {
            const old = one.value;
            const other = [...one.options].find((option) => option.value !== old && option.value !== "+")?.value;
            if (other === undefined) continue;
            one.value = other; one.dispatchEvent(new Event("change", { bubbles: true })); await settle(); compare("choosing", before, one);
            one.value = old; one.dispatchEvent(new Event("change", { bubbles: true })); await settle(); compare("choosing back", before, one);
        } else {
            const old = one.value;
            write(one, `${old}9x`); await settle(); compare("typing in", before, one);
            one.blur(); await settle(); compare("leaving", before, one);
            one.focus({ preventScroll: true }); write(one, ""); one.blur(); await settle(); compare("clearing", before, one);
            one.focus({ preventScroll: true }); write(one, old); one.blur(); await settle(); compare("restoring", before, one);
        }
    }
    return wrong;"#;

/// What opens or closes a part of its form, by the field that does: below it things may move, above it nothing.
const OPENS: &[&str] = &[
    // Another kind of institution is asked other things.
    "facility.kind",
    // The kind of whom it names decides what is offered.
    "contact_points.of_kind",
    "contact_tree.of_kind",
    "card_calls.of_kind",
    // What is tried is shown below.
    "what-if.hit",
    "agenda.minutes",
    "reach.",
    // Which drill was the one before is said at the foot.
    "drills.held_on",
    // Documents have different copies.
    "print.",
    "import.what",
    // What fits is listed below.
    "inspect.",
    "checklists.",
];

/// What opens a field below itself, by how the field that does ends; what stands above is compared.
const BELOW: &[&str] = &[
    // Until when it will be so is asked after いいえ.
    ".result",
];

#[tokio::test]
async fn acting_on_a_field_moves_no_other_control() {
    let home = Home::new();
    let plan = home.at("見本.sonae");
    file::sample_of("hospital", &plan);
    let window = Window::open(home, &plan).await;
    window.size(1280, 720).await;
    let act = format!("const OPENS = {}; const BELOW = {}; {ACT}", json!(OPENS), json!(BELOW));
    let mut wrong: Vec<String> = Vec::new();
    tour::walk(&window, async |window, at| {
        tour::open(window, 1).await;
        let found = window.js(&act, json!([4])).await;
        wrong
            .extend(found.as_array().into_iter().flatten().map(|one| format!("{at}: {}", one.as_str().unwrap_or("?"))));
    })
    .await;
    assert!(wrong.is_empty(), "{} things moved:\n{}", wrong.len(), wrong.join("\n"));
}

#[tokio::test]
async fn a_press_just_above_the_foot_is_a_press_and_scrolling_moves_no_bar() {
    let home = Home::new();
    let plan = home.at("見本.sonae");
    file::sample_of("hospital", &plan);
    let window = Window::open(home, &plan).await;
    window.size(1280, 720).await;
    window.tab("overview", "now").await;
    window.press("first-hour").await;
    window.js("await press('[data-go=\"hour-facility\"]');", json!([])).await;
    window.until("the question", "document.querySelector('[data-do=\"hour-next\"]')").await;
    let bar = "const next = () => Math.round(document.querySelector('[data-do=\"hour-next\"]').getBoundingClientRect().top);
        const body = document.querySelector('[data-scroll=\"page\"]');
        const seen = [];
        for (const id of ['facility', 'night', 'systems', 'restrictions']) {
            const jump = document.querySelector(`[data-go=\"hour-${id}\"]`);
            if (!jump) continue;
            jump.click(); await pause(300);
            for (const top of [0, 200, body.scrollHeight]) { body.scrollTop = top; await pause(50); seen.push(next()); }
        }
        // What lies half under the foot is brought into sight by the browser, inside what scrolls.
        body.scrollTop = 0;
        const fields = [...body.querySelectorAll('[data-field]')];
        for (const field of fields.slice(0, 12)) {
            field.focus(); await pause(20);
            const box = field.getBoundingClientRect();
            if (box.bottom > document.querySelector('.page-foot').getBoundingClientRect().top + 1) seen.push(`under: ${field.dataset.field}`);
        }
        return [...new Set(seen)];";
    let seen = window.js(bar, json!([])).await;
    assert_eq!(seen.as_array().map(Vec::len), Some(1), "the bar stays and hides no field: {seen}");
}
