//! Plan files of other shapes, in and out.
//!
//! Today: plan JSON ([`write_json`], [`read_json`]): plan id, pack, all rows
//! including removed ones; no log, no export time, so the same plan gives the
//! same text. And tables in Excel and CSV files ([`sheet`]), which know nothing
//! of a plan. Deliberately not here: files, the store, and any change to the
//! meaning of a value — what was exported comes back equal.

mod plan_json;
pub mod sheet;

pub use plan_json::{Error, FORMAT, PlanJson, read_json, write_json};
