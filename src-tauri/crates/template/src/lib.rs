//! Texts of `templates/` → a checked, typed [`Template`].
//!
//! A pack is a handful of TOML files a hospital expert may change; [`PackKind`]
//! names the sorts. [`check`] reads them all, compares them with the [`Vocabulary`] that `plan` hands in
//! (kinds, fields, rules, blocks, words) and either returns a `Template` or
//! *every* problem at once, each with file and line.
//!
//! Deliberately not here: the plan itself, any page layout, any file system
//! access besides [`PackFiles::read`], expressions or loops in TOML. When the
//! vocabulary is too small, a named rule or block is added in Rust.

mod checklist;
mod files;
mod form;
mod hour;
mod inline;
mod lint;
mod pack_kind;
mod raw;
mod scenario;
mod sentence;
mod types;
mod vocabulary;

pub use checklist::*;
pub use files::{PackFiles, ReadError};
pub use form::*;
pub use hour::*;
pub use inline::{Inline, parse_inline};
pub use lint::{Problem, check, check_carries, check_checklist, check_scenario, check_stored, counts};
pub use pack_kind::PackKind;
pub use scenario::*;
pub use sentence::filled;
pub use types::*;
pub use vocabulary::{FieldShape, KindShape, Vocabulary};

/// Reads a TOML file of tables of strings (`messages.toml`): `[table] key = "text"`.
/// A file that cannot be read gives nothing; a test of the reader checks each key.
pub fn string_tables(text: &str) -> std::collections::BTreeMap<String, std::collections::BTreeMap<String, String>> {
    toml::from_str(text).unwrap_or_default()
}
