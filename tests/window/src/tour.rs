//! Every screen and tab, in the order of the rail, and those that have no place in it.

use crate::Window;
use serde_json::json;

/// Screens and their tabs; an empty tab means the screen has none.
pub const STOPS: &[(&str, &[&str])] = &[
    ("overview", &["now", "agenda", "facility", "departments"]),
    ("guide", &[]),
    ("systems", &["systems", "clinical_tasks", "system_links", "backups", "devices", "diagrams"]),
    ("recovery", &["recovery", "map", "what-if", "wave_duties", "gates"]),
    ("procedures", &["procedures", "forms", "stock", "cards"]),
    (
        "contacts",
        &[
            "numbers",
            "people",
            "roles",
            "organisations",
            "contact_points",
            "contact_tree",
            "reach",
            "drills",
            "sheet_checks",
            "channels",
            "changeover",
        ],
    ),
    ("decisions", &["decisions", "restrictions", "downtime", "cutoff_points", "first"]),
    ("text", &[]),
    ("checks", &["inspect", "checklists", "suppliers"]),
    ("exercise", &["exercises", "ward_drills", "improvements"]),
    ("print", &[]),
];

/// Walks to every stop; at each, `seen` is told its name.
pub async fn walk(window: &Window, mut seen: impl AsyncFnMut(&Window, &str)) {
    for (screen, tabs) in STOPS {
        if tabs.is_empty() {
            window.go(screen).await;
            seen(window, screen).await;
        }
        for tab in *tabs {
            window.tab(screen, tab).await;
            seen(window, &format!("{screen}-{tab}")).await;
        }
    }
    window.tab("overview", "now").await;
    window.press("first-hour").await;
    for question in ["facility", "night", "restrictions", "done"] {
        let body = r#"await press(`[data-go="hour-${given[0]}"]`); await until(given[0], () => all(`[data-hour="${given[0]}"]`).length);"#;
        window.js(body, json!([question])).await;
        seen(window, &format!("first-hour-{question}")).await;
    }
    window.tab("systems", "systems").await;
    window.press("import-systems").await;
    window.until("the way in for sheets", "all('[data-field=\"import.what\"]').length").await;
    seen(window, "import").await;
    window.tab("overview", "now").await;
    window.js("await press('[data-go=\"packs\"]');", json!([])).await;
    window.press("packs-own").await;
    window.until("what was found", "all('[data-pack]').length").await;
    seen(window, "packs").await;
}

/// Opens the nth record of the screen, where it has a list or a drawing of them.
pub async fn open(window: &Window, nth: usize) -> bool {
    let body = r#"const one = all("button[data-row], [data-tree-box], [data-map-box]")[given[0]];
        if (!one) return false;
        one.dispatchEvent(new MouseEvent("click", { bubbles: true }));
        await pause(300);
        return true;"#;
    window.js(body, json!([nth])).await == json!(true)
}
