//! Checks a template may ask for by name. A closed list; a new need is a new
//! rule here with a test, never an expression in TOML.

use crate::{Kind, Plan};
use template::Check;

/// The names, for the vocabulary.
pub const NAMES: &[&str] = &["some-records", "every-filled", "one-filled", "adopted"];

/// Whether a check holds.
pub fn holds(plan: &Plan, check: &Check) -> bool {
    let Some(kind) = Kind::from_noun(&check.kind) else { return true };
    let field = check.field.as_deref().unwrap_or_default();
    match check.rule.as_str() {
        "some-records" => plan.live(kind).next().is_some(),
        "every-filled" => plan.live(kind).all(|record| record.field(field).is_some()),
        "one-filled" => plan.live(kind).any(|record| record.field(field).is_some()),
        "adopted" => plan.live(kind).all(|record| !record.row().is_draft()),
        _ => true,
    }
}
