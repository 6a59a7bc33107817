//! Plan files of other shapes, in and out.
//!
//! Today: plan JSON ([`write_json`], [`read_json`]): plan id, pack, all rows
//! including removed ones; no log, no export time, so the same plan gives the
//! same text. Tables in Excel and CSV files ([`sheet`]), which know nothing of a
//! plan; what such a table would change in one ([`import`]), and records as a table ([`table`]). Deliberately not here: files, the store, and any change to the
//! meaning of a value — what was exported comes back equal.

mod exercise_log;
mod export;
pub mod import;
pub mod list_form;
mod once;
mod plan_json;
pub mod sheet;

pub use exercise_log::{ExerciseLine, ExerciseLog, LOG_FORMAT};
pub use export::{table, table_fields};
pub use plan_json::{Error, FORMAT, JsonPack, PlanJson, read_json, write_json};
