//! Scripts in the page.

use serde_json::{Value, json};
use thirtyfour::WebDriver;

const HAND: &str = include_str!("hand.js");

/// Runs the body of an async function in the page, with the words of `hand.js`
/// and its `arguments` as `given`.
///
/// # Errors
/// What the page or the driver said against it.
pub async fn run(session: &WebDriver, body: &str, given: Value) -> Result<Value, String> {
    let script = format!(
        "const given = arguments[0]; const done = arguments[arguments.length - 1];\n{HAND}\n\
         (async () => {{ {body} }})().then((value) => done({{ value: value ?? null }}), (error) => done({{ error: String(error) }}));"
    );
    let answer = session.execute_async(script, vec![given]).await.map_err(|error| error.to_string())?;
    let answer: Value = answer.json().clone();
    match answer.get("error") {
        Some(error) => Err(error.as_str().unwrap_or("the page failed").to_owned()),
        None => Ok(answer.get("value").cloned().unwrap_or(json!(null))),
    }
}
