//! pdf.js inside the real window.

use serde_json::json;
use window::{Home, Window, file};

#[tokio::test]
async fn the_preview_draws_a_japanese_page_with_a_worker_and_no_complaint() {
    let home = Home::new();
    let plan = home.at("見本.sonae");
    file::sample(&plan);
    let window = Window::new().await;
    let watch = "window.complaints = [];
        document.addEventListener('securitypolicyviolation', (event) => window.complaints.push(`${event.violatedDirective} ${event.blockedURI}`));
        window.addEventListener('error', (event) => window.complaints.push(event.message));
        window.addEventListener('unhandledrejection', (event) => window.complaints.push(String(event.reason)));
        for (const level of ['error', 'warn']) {
          const real = console[level];
          console[level] = (...said) => { window.complaints.push(said.join(' ')); real(...said); };
        }
        window.workers = [];
        const Real = window.Worker;
        window.Worker = class extends Real {
          constructor(url, how) {
            super(url, how);
            const one = { url: String(url), answers: 0 };
            window.workers.push(one);
            this.addEventListener('message', () => (one.answers += 1));
            this.addEventListener('error', (event) => window.complaints.push(`worker: ${event.message}`));
          }
        };";
    window.js(watch, json!([])).await;
    window.home.pick(&plan);
    window.press("open").await;
    window.opened().await;
    // In a small window it is opened by whoever wants it.
    window.press("show-preview").await;
    let mut dark = Vec::new();
    for (screen, tab) in [("systems", "systems"), ("decisions", "decisions"), ("guide", "")] {
        if tab.is_empty() {
            window.go(screen).await
        } else {
            window.tab(screen, tab).await
        }
        // Dark pixels in the middle of the page: letters, not a frame.
        let body = r#"const ink = () => {
                const canvas = document.querySelector("canvas[data-page]");
                if (!canvas || canvas.width < 100) return 0;
                const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
                let count = 0;
                for (let at = 0; at < data.length; at += 4) if (data[at] < 100 && data[at + 3] > 200) count += 1;
                return count;
            };
            await until("ink on the page", () => ink() > 1000);
            await pause(300);
            return ink();"#;
        dark.push(window.js(body, json!([])).await.as_u64().unwrap_or_default());
        window.screenshot(&format!("preview-{screen}")).await;
    }
    assert!(dark.iter().all(|ink| *ink > 1000), "a page is drawn on every screen: {dark:?}");
    let seen = "return [window.complaints, window.workers];";
    let seen = window.js(seen, json!([])).await;
    assert_eq!(seen[0], json!([]), "no policy, error or warning came up");
    assert_eq!(seen[1].as_array().map(Vec::len), Some(1), "one worker for all pages: {seen}");
    assert!(seen[1][0]["answers"].as_u64() > Some(5), "and it does the work: {seen}");
}
