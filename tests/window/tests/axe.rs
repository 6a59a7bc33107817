//! axe-core finds nothing on any screen.

use serde_json::json;
use window::{Home, Window, checkout, file, tour};

async fn violations(window: &Window, at: &str) -> Vec<String> {
    let axe = std::fs::read_to_string(checkout("ui/node_modules/axe-core/axe.min.js"))
        .expect("axe-core is installed (npm ci in ui/)");
    // Lists arrive a moment after their screen.
    let body = r#"await saved(); await pause(500);
        if (!window.axe) (0, eval)(given[0]);
        const found = await window.axe.run(document);
        return found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 160) + " " + node.failureSummary).join(" | ")}`);"#;
    let body = body.replace("(0, eval)(given[0]);", &format!("{axe}\n;window.axe ??= axe;"));
    let body = if at == "start" { body.replace("await saved();", "") } else { body };
    let found = window.js(&body, json!([])).await;
    found.as_array().into_iter().flatten().map(|one| format!("{at}: {}", one.as_str().unwrap_or("?"))).collect()
}

#[tokio::test]
async fn axe_finds_no_violation_on_any_screen_and_tab() {
    let home = Home::new();
    let plan = home.at("見本.sonae");
    file::sample_of("hospital", &plan);
    let start = Window::new().await;
    let mut found = violations(&start, "start").await;
    start.press("new").await;
    found.extend(violations(&start, "start").await);
    drop(start);

    let window = Window::open(home, &plan).await;
    tour::walk(&window, async |window, at| {
        found.extend(violations(window, at).await);
        // With a record open, and with the list to tick from, there is more to find.
        if tour::open(window, 0).await {
            found.extend(violations(window, at).await);
        }
    })
    .await;
    window.tab("systems", "systems").await;
    window.press("tick-systems").await;
    found.extend(violations(&window, "the list to tick from").await);
    assert!(found.is_empty(), "{} violations:\n{}", found.len(), found.join("\n"));
}
