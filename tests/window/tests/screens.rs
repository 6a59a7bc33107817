//! Every screen at two sizes: nothing is wider than the window, nothing shows a raw id.

use serde_json::json;
use window::{Home, Window, file, tour};

/// What a person must not meet, found by reading the page.
const LOOK: &str = r#"await saved(); await pause(900);
    const wrong = [];
    const wide = document.documentElement.scrollWidth - innerWidth;
    if (wide > 0) wrong.push(`${wide} px wider than the window`);
    // Only panes scroll: what is thrown to, or takes the focus, must never carry the bars away.
    for (const one of [document.scrollingElement, document.querySelector(".window")]) {
        const over = (one?.scrollHeight ?? 0) - (one?.clientHeight ?? 0);
        if (over > 1) wrong.push(`the window itself is ${over} px too high`);
    }
    // A form is read downwards; only lists and drawings may be wider than their room.
    for (const pane of document.querySelectorAll('[data-scroll="page"], [data-scroll="detail"]')) {
        if (pane.scrollWidth <= pane.clientWidth + 1) continue;
        const edge = pane.getBoundingClientRect().right;
        const out = [...pane.querySelectorAll("*")].find((one) => one.getBoundingClientRect().right > edge + 1 && !one.closest(".table-place, .field-slot"));
        wrong.push(`scrolls sideways: ${out?.outerHTML.slice(0, 120)}`);
    }
    const raw = document.body.innerText.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}|undefined|\[object|NaN|\{\w+[.}]/);
    if (raw) wrong.push(`shows ${raw[0]}`);
    if (/[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/u.test(document.body.textContent)) wrong.push("shows a sign of a letter's form");
    for (const one of document.querySelectorAll("button, .field-label, th, .tab, [data-go]")) {
        const box = one.getBoundingClientRect();
        if (box.width === 0) continue;
        if (one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX === "hidden") wrong.push(`cut off: ${one.textContent.trim()}`);
        if (box.left < -1) wrong.push(`outside: ${one.textContent.trim()}`);
    }
    const buttons = [...document.querySelectorAll("button, a, input, select")].filter((one) => !one.matches(".skip"));
    // What a list cuts off, and what is folded away, is not seen.
    const seen = (one) => {
        const { left, top, right, bottom } = one.getBoundingClientRect();
        const box = { left, top, right, bottom };
        for (let up = one.parentElement; up; up = up.parentElement) {
            if (up.matches("details:not([open])") && !one.closest("summary")) return { left, top, right: left, bottom: top };
            if (getComputedStyle(up).overflowY === "visible") continue;
            const edge = up.getBoundingClientRect();
            box.top = Math.max(box.top, edge.top);
            box.bottom = Math.min(box.bottom, edge.bottom);
        }
        return box;
    };
    const boxes = buttons.map((one) => [one, seen(one)]).filter(([one, box]) => box.right - box.left > 1 && box.bottom - box.top > 1 && one.offsetParent);
    const over = ([, a], [, b]) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
    const place = (one) => one.closest(".hour-foot, main, .top, .rail, .preview, .toast-place, dialog");
    boxes.forEach((one, at) => boxes.slice(at + 1).forEach((other) => {
        if (place(one[0]) === place(other[0]) && !one[0].contains(other[0]) && !other[0].contains(one[0]) && over(one, other))
            wrong.push(`overlap: ${one[0].outerHTML.slice(0, 90)} / ${other[0].outerHTML.slice(0, 90)}`);
    }));
    return wrong;"#;

async fn look(window: &Window, name: &str) -> Vec<String> {
    window.screenshot(name).await;
    let look = if name.ends_with("start") { LOOK.replace("await saved();", "") } else { LOOK.to_owned() };
    let wrong = window.js(&look, json!([])).await;
    window.screenshot(name).await;
    wrong.as_array().into_iter().flatten().map(|one| format!("{name}: {}", one.as_str().unwrap_or("?"))).collect()
}

#[tokio::test]
async fn no_screen_is_cut_off_overlaps_or_shows_a_raw_id() {
    let mut wrong = Vec::new();
    for (width, height) in [(1280, 720), (1920, 1080)] {
        let home = Home::new();
        let plan = home.at("見本.sonae");
        file::sample_of("hospital", &plan);
        let start = Window::new().await;
        start.size(width, height).await;
        wrong.extend(look(&start, &format!("{width}-start")).await);
        start.press("new").await;
        wrong.extend(look(&start, &format!("{width}-new-start")).await);
        drop(start);
        let window = Window::open(home, &plan).await;
        window.size(width, height).await;
        tour::walk(&window, async |window, at| {
            wrong.extend(look(window, &format!("{width}-{at}")).await);
            if tour::open(window, 1).await {
                wrong.extend(look(window, &format!("{width}-{at}-open")).await);
            }
        })
        .await;
        window.tab("systems", "systems").await;
        window.press("tick-systems").await;
        wrong.extend(look(&window, &format!("{width}-tick")).await);
    }
    assert!(wrong.is_empty(), "{} things are wrong:\n{}", wrong.len(), wrong.join("\n"));
}
