//! What the screens are told of documents, forms in stock, procedures as a whole, and sheets to print anew.

use serde::Serialize;
use ts_rs::TS;

use super::StaleView;

replies! {
    /// A document: what can be printed.
    DocumentInfo {
        /// Its name (`binder`).
        name: String,
        /// What people call it.
        title: String,
        /// What it is for.
        about: String,
        /// What must be heeded with it; empty = nothing.
        caution: String,
        /// How its file is named after the institution's name.
        file: String,
        /// The same for a ward's copy.
        file_ward: String,
        /// Which copies it has: headquarters, same, wards or departments.
        copies: String,
        /// Whether a copy takes parts of the whole, as a binder's does; otherwise it is composed for itself.
        parts: bool,
        /// Whether the print screen lists it.
        listed: bool,
    }
    /// Forms by department: what is needed, what lies there.
    StockView {
        /// Number of the last change it shows.
        seq: i64,
        /// Nouns it was read from: it changes only with them.
        reads: Vec<String>,
        /// Days to bridge.
        days: u32,
        /// Departments in the plan's order; the last may be headquarters.
        places: Vec<StockPlace>,
        /// Person-days of typing in, in tenths, for 1, 7, 14, 30 and 60 days of paper.
        person_days: Vec<[u32; 2]>,
    }
    /// A department with its forms.
    StockPlace {
        /// The department; empty = headquarters.
        department: String,
        /// Its name.
        name: String,
        /// Its forms in the order of the kit.
        lines: Vec<StockLine>,
    }
    /// A form in a department.
    StockLine {
        /// The form.
        form: String,
        /// Its number.
        number: String,
        /// Its name.
        name: String,
        /// Sheets that must lie there; none while a number is missing.
        need: Option<u32>,
        /// The row that says what was counted; empty = nobody counted.
        stock: String,
        /// Whether fewer lie there than needed.
        short: bool,
        /// Whether the sheets there are of another edition.
        outdated: bool,
    }
    /// A step the catalogue has otherwise, or has and the plan has not.
    StepNewsView {
        /// The catalogue entry.
        entry: String,
        /// What the catalogue says.
        there: String,
        /// What the plan says; empty = it has no such step.
        here: String,
    }
    /// A printed sheet that is out of date.
    OutdatedView {
        /// What stands at its head.
        title: String,
        /// The day it was printed last, `2026-11-22`.
        printed_on: String,
        /// What is to be done about it.
        why: StaleView,
    }
}
