//! The search over everything, and the way back: to the field itself, and to where one was.

use serde_json::json;
use thirtyfour::Key;
use window::{Home, Window, file};

/// What people type, and where Enter on it leads: a field that has the focus, or a place.
const EVERYDAY: &[(&str, &str, &str)] = &[
    ("薬剤部", "departments.", "focus"),
    ("やくざいぶ", "departments.", "focus"),
    ("ﾔｸｻﾞｲﾌﾞ", "departments.", "focus"),
    ("1400", "departments.phone", "focus"),
    ("内線 71", "", "focus"),
    ("オーダリング", "systems.name", "focus"),
    ("電子カルテ", "systems.name", "focus"),
    ("でんしかるて", "systems.", "focus"),
    ("管理当直師長", "roles.", "focus"),
    ("浅井", "people.name", "focus"),
    ("警察", "", "focus"),
    ("与薬", "", "focus"),
    ("遮断①", "", "focus"),
    ("確認表 1-1", "1-1", "item"),
    ("異動", "contacts", "screen"),
    ("もし止まったら", "recovery", "screen"),
    ("印刷", "print", "screen"),
    ("最小の綴じ物", "print", "screen"),
    ("RTO", "", "note"),
    ("プリンタが勝手に動く", "", "page"),
];

#[tokio::test]
async fn twenty_everyday_searches_lead_to_the_right_field() {
    let home = Home::new();
    let plan = home.at("見本.sonae");
    file::sample_of("hospital", &plan);
    let window = Window::open(home, &plan).await;
    let mut wrong = Vec::new();
    for (words, leads, sort) in EVERYDAY {
        window.tab("overview", "now").await;
        window.chord(Key::Control, 'k').await;
        window.until("the search to have the focus", "document.activeElement.matches('[data-find]')").await;
        window.js("write(document.activeElement, given[0]);", json!([words])).await;
        let mine = match *sort {
            "page" => "all('[data-found-group=\"pages\"] [data-hit]').length",
            _ => "document.querySelector('.found [data-hit]')",
        };
        window.until(words, mine).await;
        if *sort == "page" {
            // The pages stand last, so the arrow upwards is at them at once.
            window.js("while (!document.querySelector('.found [aria-selected=true]')?.closest('[data-found-group=\"pages\"]')) { document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true })); await pause(15); }", json!([])).await;
        } else {
            let step = format!(
                "const fits = (one) => {{ const hit = one?.dataset.hit ?? ''; return {}; }};
                 for (let n = 0; n < 60 && !fits(document.querySelector('.found [aria-selected=true]')); n += 1) {{
                    document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {{ key: 'ArrowDown', bubbles: true, cancelable: true }})); await pause(10); }}",
                match *sort {
                    "focus" => "hit.includes('.') && !hit.includes('/') && hit.startsWith(given[0])",
                    "item" => "hit === `guide/${given[0]}`",
                    "screen" => "hit.split('/')[0] === given[0]",
                    _ => "hit === ''",
                }
            );
            window.js(&step, json!([leads])).await;
        }
        window.screenshot("search").await;
        window.key(Key::Enter).await;
        let there = match *sort {
            "focus" => format!(
                "document.activeElement.dataset.field?.startsWith('{leads}') && document.activeElement.closest('.detail')"
            ),
            "item" => format!("document.querySelector('.item-title')?.textContent.startsWith('{leads} ')"),
            "screen" => format!("document.querySelector('.rail [data-go=\"{leads}\"]')?.ariaCurrent === 'page'"),
            "note" => "document.querySelector('[data-note]')?.textContent.includes('RTO')".to_owned(),
            _ => "document.querySelector('.preview canvas')".to_owned(),
        };
        let body = format!("await until(given[0], () => {there}, 6000); return true;");
        if let Err(error) = window.try_js(&body, json!([words])).await {
            let at = window.js("return [document.activeElement.outerHTML.slice(0, 160), screen()];", json!([])).await;
            wrong.push(format!("{words}: {at} {}", error.chars().take(60).collect::<String>()));
        }
    }
    assert!(wrong.is_empty(), "{} of {} lead elsewhere:\n{}", wrong.len(), EVERYDAY.len(), wrong.join("\n"));
}

#[tokio::test]
async fn back_leads_to_the_same_row_at_the_same_height() {
    let home = Home::new();
    let plan = home.at("見本.sonae");
    file::sample_of("hospital", &plan);
    let window = Window::open(home, &plan).await;
    window.tab("contacts", "people").await;
    window.until("the list", "all('[data-row=\"people\"]').length > 40").await;
    let put = "const row = all('[data-row=\"people\"]')[30]; row.scrollIntoView({ block: 'center' }); row.click();
        await until('its form', () => row.ariaCurrent === 'true'); await pause(100);
        const detail = document.querySelector('[data-scroll=\"detail\"]'); detail.scrollTop = 90; await pause(60);
        return [row.dataset.id, document.querySelector('[data-scroll=\"list\"]').scrollTop, detail.scrollTop];";
    let before = window.js(put, json!([])).await;
    window.go("print").await;
    window.chord(Key::Alt, Key::Left).await;
    let where_now = "[document.querySelector('[data-row][aria-current=\"true\"]')?.dataset.id, Math.round(document.querySelector('[data-scroll=\"list\"]')?.scrollTop ?? -1), Math.round(document.querySelector('[data-scroll=\"detail\"]')?.scrollTop ?? -1)]";
    let same = format!(
        "JSON.stringify({where_now}) === JSON.stringify([given[0][0], Math.round(given[0][1]), Math.round(given[0][2])])"
    );
    let back = format!("await until('the same row', () => {same}, 8000); return true;");
    window.js(&back, json!([before])).await;
    window.chord(Key::Alt, Key::Right).await;
    window
        .until("the print screen again", "document.querySelector('[data-go=\"print\"]').ariaCurrent === 'page'")
        .await;
    // From a finding back to the list of findings.
    window.tab("overview", "now").await;
    window
        .js(
            "const all = document.querySelectorAll('[data-cause]'); all[all.length - 1].click(); await pause(100);",
            json!([]),
        )
        .await;
    let go = "const one = all('[data-finding-at]').at(-1); one.scrollIntoView({ block: 'center' }); await pause(60);
        const at = document.querySelector('[data-scroll=\"page\"]').scrollTop; const key = one.dataset.findingAt; one.focus({ preventScroll: true }); one.click();
        await until('away', () => !document.querySelector('[data-finding-at]')); return [key, at];";
    let left = window.js(go, json!([])).await;
    window.press("back").await;
    let again = "await until('the same finding', () => document.activeElement.dataset.findingAt === given[0][0] &&
        Math.abs(document.querySelector('[data-scroll=\"page\"]').scrollTop - given[0][1]) < 2, 8000); return true;";
    window.js(again, json!([left])).await;
}
