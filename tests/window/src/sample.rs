//! The eight-person clinic of `templates/samples/clinic.json`, as a person would type it.

use crate::checkout;
use serde_json::Value;
use std::collections::BTreeMap;

/// The rows of a plan's JSON with links told by title, so that two plans can be compared.
pub struct Sample {
    rows: BTreeMap<String, Vec<Record>>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Record {
    /// The catalogue entry it came from.
    pub source: Option<String>,
    /// Field and value; a link has the title of what it points to.
    pub fields: BTreeMap<String, String>,
    /// Who adopted it.
    pub adopted_by: Option<String>,
}

const OWN: &[&str] = &["id", "position", "source", "adopted_by", "adopted_on", "removed_at"];

impl Sample {
    /// The one in `templates/`.
    ///
    /// # Panics
    /// When it is not there.
    pub fn clinic() -> Self {
        let text = std::fs::read(checkout("templates/samples/clinic.json")).expect("the sample");
        Self::of(&serde_json::from_slice(&text).expect("JSON"))
    }

    /// Any plan's JSON.
    pub fn of(plan: &Value) -> Self {
        let tables = plan["rows"].as_object().cloned().unwrap_or_default();
        let living = |rows: &Value| -> Vec<Value> {
            let rows = rows.as_array().cloned().unwrap_or_default();
            rows.into_iter().filter(|row| row["removed_at"].is_null()).collect()
        };
        let titles: BTreeMap<String, String> = tables
            .values()
            .flat_map(living)
            .filter_map(|row| Some((row["id"].as_str()?.to_owned(), row["name"].as_str()?.to_owned())))
            .collect();
        let record = |row: &Value| {
            let text = |key: &str| row[key].as_str().map(str::to_owned);
            let named = |value: &str| titles.get(value).cloned().unwrap_or_else(|| value.to_owned());
            let fields = row.as_object().into_iter().flatten();
            Record {
                source: text("source"),
                adopted_by: text("adopted_by"),
                fields: fields
                    .filter(|(key, value)| !OWN.contains(&key.as_str()) && value.is_string())
                    .map(|(key, value)| (key.clone(), named(value.as_str().unwrap_or_default())))
                    .collect(),
            }
        };
        // A link from a system that was unticked stays, so that ticking it again finds it.
        let there = |row: &Value| row["system"].as_str().is_none_or(|system| titles.contains_key(system));
        let records = |rows: &Value| living(rows).iter().filter(|row| there(row)).map(record).collect();
        Self { rows: tables.iter().map(|(noun, rows)| (noun.clone(), records(rows))).collect() }
    }

    /// The rows of a kind.
    pub fn rows(&self, noun: &str) -> &[Record] {
        self.rows.get(noun).map_or(&[], Vec::as_slice)
    }

    /// The rows of a kind in an order that does not depend on when they were typed.
    pub fn sorted(&self, noun: &str) -> Vec<Record> {
        let mut rows = self.rows(noun).to_vec();
        rows.sort();
        rows
    }
}

impl Record {
    /// A field's value, or nothing.
    pub fn get(&self, field: &str) -> &str {
        self.fields.get(field).map_or("", String::as_str)
    }
}
