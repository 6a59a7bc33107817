//! The contract over standard input, for the screens' tests (`ui/tests/core.ts`): a window without a window.
//!
//! A request is one line, `{"window": "main" or "look", "name": …, "request": …}`; its answer is one line, `{"reply": …, "news": …}`
//! or `{"fault": …}`, in the order of the requests. The argument is the folder for settings and backups.
//!
//! Deliberately not here: previews (bytes for a canvas the tests do not have), works that are told or cancelled (a
//! request is answered before the next is read; `suite::progress` has those).
#![allow(clippy::print_stdout, reason = "its answers are what it prints")]

use serde::Deserialize;
use serde_json::{Value, json};
use std::io::{BufRead, Write};
use suite::outside::Still;
use wire::{Host, News, Rights};

/// The two windows there are (`sonae-app`, `windows`).
#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Window {
    Main,
    Look,
}

#[derive(Deserialize)]
struct Asked {
    window: Window,
    name: String,
    request: Value,
}

fn main() -> std::io::Result<()> {
    let data = std::env::args_os().nth(1).unwrap_or_else(|| panic!("a folder for settings and backups is missing"));
    let host = Host::new(Still::world(), data.into());
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let asked: Asked = serde_json::from_str(&line?)?;
        writeln!(out, "{}", answer(&host, asked))?;
        out.flush()?;
    }
    Ok(())
}

/// Answers as the shell does (`sonae-app`, `commands`): the reply, and what every window would be told.
fn answer(host: &Host, asked: Asked) -> String {
    let before = host.openings();
    let rights = match asked.window {
        Window::Main => Rights::ALL,
        Window::Look => Rights::LOOK,
    };
    let answered = wire::call(host, rights, &asked.name, asked.request);
    let mut news: Vec<News> = (host.openings() != before).then_some(News::Opened).into_iter().collect();
    match answered {
        Ok(answered) => {
            news.extend(answered.changed);
            // The reply is JSON already.
            format!(r#"{{"reply":{},"news":{}}}"#, answered.reply, json!(news))
        }
        Err(fault) => json!({ "fault": fault, "news": news }).to_string(),
    }
}
