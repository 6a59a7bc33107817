//! Forms in stock, procedures as a whole, sheets to print anew.

use super::StaleView;

types! {
    /// Forms by department: what is needed, what lies there.
    reply StockView {
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
    reply StockPlace {
        /// The department; empty = headquarters.
        department: String,
        /// Its name.
        name: String,
        /// Its forms in the order of the kit.
        lines: Vec<StockLine>,
    }
    /// A form in a department.
    reply StockLine {
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
    reply StepNewsView {
        /// The catalogue entry.
        entry: String,
        /// What the catalogue says.
        there: String,
        /// What the plan says; empty = it has no such step.
        here: String,
    }
    /// A printed sheet that is out of date.
    reply OutdatedView {
        /// What stands at its head.
        title: String,
        /// Name of the document with which it is printed.
        document: String,
        /// The day it was printed last, `2026-11-22`.
        printed_on: String,
        /// What is to be done about it.
        why: StaleView,
    }
    /// A text whose lines become steps.
    request PasteRequest {
        /// procedure_steps or card_steps.
        kind: String,
        /// The procedure or card.
        whole: String,
        /// The text.
        text: String,
    }
    /// A procedure for another department.
    request CopyRequest {
        /// The procedure.
        id: String,
        /// The department.
        department: String,
    }
    /// Steps of the catalogue to take over.
    request TakeStepsRequest {
        /// The procedure.
        id: String,
        /// Catalogue entries.
        entries: Vec<String>,
    }
}
