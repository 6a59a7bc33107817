//! The window killed while someone types: nothing that was called saved is lost.

use serde_json::json;
use std::collections::BTreeMap;
use std::time::{Duration, SystemTime};
use window::{Home, Window, driver, file};

const ROUNDS: usize = 12;
const FIELDS: &[&str] =
    &["director", "address", "headquarters", "other_means", "broadcast", "emergency_call", "box_contents"];

#[tokio::test]
async fn whatever_was_called_saved_is_in_the_file_after_a_kill_at_any_moment() {
    let mut home = Home::new();
    let plan = home.at("計画.sonae");
    file::clinic(&plan);
    let mut saved: BTreeMap<&str, String> = BTreeMap::new();
    let mut seen = 0;
    for round in 0..ROUNDS {
        let window = Window::open(home, &plan).await;
        window.tab("overview", "facility").await;
        let process = window.process();
        let moment = Duration::from_millis(80 + chance() % 1200);
        let killer = std::thread::spawn(move || {
            std::thread::sleep(moment);
            driver::kill(process);
        });
        let mut flying = None;
        for turn in 0.. {
            let (field, text) = (FIELDS[turn % FIELDS.len()], format!("𠮷の{round}回目の{turn}字"));
            flying = Some((field, text.clone()));
            let body = "await put(`facility.${given[0]}`, given[1]); await saved(3000); return true;";
            let typed = tokio::time::timeout(Duration::from_secs(10), window.try_js(body, json!([field, text]))).await;
            if !matches!(typed, Ok(Ok(_))) {
                break;
            }
            saved.insert(field, text);
            seen += 1;
            assert!(turn < 5000, "the kill came");
        }
        killer.join().expect("the killer did it");
        home = window.end();
        file::verify(&plan, &format!("after kill {round}"));
        let rows = file::rows(&plan, "facility");
        for (field, text) in &saved {
            let there = rows[0][*field].as_str().unwrap_or_default();
            let newer = flying.as_ref().is_some_and(|(at, text)| at == field && text == there);
            assert!(
                there == text || newer,
                "kill {round} after {moment:?}: {field} was saved as {text}, the file has {there}"
            );
            // What was on its way may have arrived; from now on that is what must stay.
        }
        for (field, text) in &mut saved {
            rows[0][*field].as_str().unwrap_or_default().clone_into(text);
        }
    }
    assert!(seen > ROUNDS, "enough was saved to lose something: {seen}");
}

/// Another number each time.
fn chance() -> u64 {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).expect("after 1970");
    u64::from(now.subsec_nanos()) / 1000
}
