//! For whoever looks at the whole program: every screen, its first open record and what belongs to that, at three sizes,
//! with the sample and with a plan nobody wrote in. Drawn by `cargo xtask pictures`; nothing is compared, a person looks.

use serde_json::json;
use std::path::Path;
use window::{Home, Window, file, tour};

const SIZES: [(u32, u32); 3] = [(1280, 720), (1366, 768), (1920, 1080)];

async fn drawn(name: &str, write: fn(&Path)) {
    for (width, height) in SIZES {
        let home = Home::new();
        let plan = home.at("計画.sonae");
        write(&plan);
        let window = Window::open(home, &plan).await;
        window.size(width, height).await;
        tour::walk(&window, async |window, at| {
            settled(window).await;
            window.screenshot(&format!("{name}-{width}-{at}")).await;
            if !tour::open(window, 1).await {
                return;
            }
            settled(window).await;
            window.screenshot(&format!("{name}-{width}-{at}-open")).await;
            let parts = r#"const part = document.querySelector(".detail [data-part]");
                part?.scrollIntoView({ block: "start" });
                await pause(200);
                return part !== null;"#;
            if window.js(parts, json!([])).await == json!(true) {
                window.screenshot(&format!("{name}-{width}-{at}-parts")).await;
            }
        })
        .await;
    }
}

async fn settled(window: &Window) {
    window.js("await saved(); await pause(900);", json!([])).await;
}

#[tokio::test]
#[ignore = "minutes of pictures for a person to look at"]
async fn every_screen_of_the_sample_is_drawn() {
    drawn("sample", |plan| file::sample_of("hospital", plan)).await;
}

#[tokio::test]
#[ignore = "minutes of pictures for a person to look at"]
async fn every_screen_of_a_new_plan_is_drawn() {
    drawn("new", file::hospital).await;
}
