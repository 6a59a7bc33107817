//! A window without a screen: the contract's commands, asked as a window asks.

use crate::outside::Still;
use crate::scene::Scene;
use serde_json::{Value, json};
use wire::{Fault, Host, Rights, call};

/// A program whose own files lie beside the plan, with the plan open.
pub fn opened(scene: &Scene) -> Host {
    let host = Host::new(Still::world(), scene.at("data"));
    asked(&host, Rights::ALL, "open_plan", json!({ "path": scene.plan })).unwrap_or_else(|fault| panic!("{fault:?}"));
    host
}

/// The reply of a command, or why there is none.
///
/// # Errors
/// What the command answers.
pub fn asked(host: &Host, rights: Rights, name: &str, request: Value) -> Result<Value, Fault> {
    call(host, rights, name, request).map(|answered| serde_json::from_str(&answered.reply).expect("JSON"))
}

/// The reply of a command that a window with every right is sure to get.
pub fn got(host: &Host, name: &str, request: Value) -> Value {
    asked(host, Rights::ALL, name, request).unwrap_or_else(|fault| panic!("{name}: {fault:?}"))
}

/// What a command of a window that looks is asked for, where it needs to be told something.
pub fn request(name: &str, host: &Host) -> Value {
    let first = |kind: &str| got(host, "rows", json!({ "kind": kind }))["rows"][0]["id"].clone();
    match name {
        "rows" | "catalogue" => json!({ "kind": "systems" }),
        "checklist" => json!({ "list": "mhlw-security-2025", "of": "" }),
        "suppliers" => json!({ "list": "mhlw-security-2025" }),
        "look_at_carry" => json!({ "from": "mhlw-security-2024", "to": "mhlw-security-2025" }),
        "section" => json!({ "number": "2.1.5" }),
        "agenda" => json!({ "minutes": 60 }),
        "recovery" => json!({ "hit": [first("systems")] }),
        "find" | "find_pages" => json!({ "words": "端末 1", "screens": { "systems": "システム" } }),
        "numbers" => json!({ "kind": "", "words": "1", "most": 300 }),
        "users" => json!({ "kind": "systems", "id": first("systems") }),
        "matching" => json!({ "kind": "systems", "words": "端末" }),
        "look_at_print" => json!({ "document": "minimum", "copy": "hq" }),
        "some_rows" => json!({ "kind": "devices", "search": "端末", "from": 0, "most": 100, "with": "" }),
        "compare_steps" => json!({ "kind": "procedures", "id": first("procedures") }),
        "reach" => json!({ "night": true, "down": "phs", "silent": "" }),
        _ => json!({}),
    }
}
