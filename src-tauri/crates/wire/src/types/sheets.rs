//! Sheets in and out.

use super::{FormatView, SheetOf, VerdictView, Word};
use std::collections::BTreeMap;

types! {
    /// A sheet, and what the person said of it.
    request ImportRequest {
        /// What it holds.
        what: SheetOf,
        /// The file.
        path: String,
        /// The sheet; none = the likeliest.
        sheet: Option<u32>,
        /// The line of the column names; none = the likeliest.
        header: Option<u32>,
        /// What columns become, by position; an empty word leaves one out. Columns not named are guessed.
        columns: BTreeMap<u32, String>,
        /// How many tables stand side by side; none = the likeliest.
        blocks: Option<u32>,
        /// Lines that are a heading, or are none.
        headings: BTreeMap<u32, bool>,
        /// Whether rows Excel does not show are left out.
        leave_hidden: bool,
        /// Whether a ledger that mixes systems and devices is read as one list.
        one_list: bool,
        /// Whether what rows name and the plan has not is made.
        make_missing: bool,
        /// The token of the preview that is confirmed; empty = only look.
        token: String,
    }
    /// A sheet, and what importing it would do. Nothing is written yet.
    reply ImportPreview {
        /// The list people mean by such a sheet.
        list: String,
        /// What was looked at, and the plan it was looked at with; handed back to import exactly this.
        token: String,
        /// The sheets of the file.
        sheets: Vec<String>,
        /// The chosen one.
        sheet: u32,
        /// The line of the column names, as Excel counts; 0 = none found.
        header: u32,
        /// The first lines of the sheet, to point at the column names.
        lines: Vec<ImportLine>,
        /// The columns with what each becomes.
        columns: Vec<ImportColumn>,
        /// What a column may become.
        targets: Vec<Word>,
        /// Rows that are new, change something, are the same, are passed over, cannot be taken.
        counts: ImportCounts,
        /// The rows with their verdicts.
        rows: Vec<ImportRow>,
        /// Why nothing can be imported as it stands; empty = it can.
        trouble: String,
        /// How the sheet was read, in sentences.
        how: Vec<String>,
        /// How many tables were found side by side.
        blocks: u32,
        /// Rows Excel does not show.
        hidden: u32,
        /// Whether its rows fill two lists: systems and devices.
        mixed: bool,
        /// Every filled cell.
        account: ImportAccount,
        /// What rows name and the plan has not.
        missing: Vec<ImportMissing>,
    }
    /// What becomes of every filled cell.
    reply ImportAccount {
        /// All.
        cells: u32,
        /// Names of columns and what stands above them.
        names: u32,
        /// Taken.
        taken: u32,
        /// Not taken.
        left: u32,
        /// Why, and how many.
        lost: Vec<ImportLost>,
    }
    /// Cells that are not taken.
    reply ImportLost {
        /// Why.
        why: String,
        /// How many.
        cells: u32,
    }
    /// What rows name and the plan has not, of one kind.
    reply ImportMissing {
        /// The word of the kind.
        kind: String,
        /// The names.
        names: Vec<String>,
    }
    /// A line of the sheet as it is.
    reply ImportLine {
        /// As Excel counts.
        line: u32,
        /// Its cells.
        cells: Vec<String>,
    }
    /// A column.
    reply ImportColumn {
        /// From 0.
        at: u32,
        /// Its name in the sheet.
        title: String,
        /// What it becomes; empty = left out.
        target: String,
        /// The first value in it.
        example: String,
        /// How many of its cells are filled.
        filled: u32,
        /// Whether it is never taken, whatever is said.
        never: bool,
    }
    /// How many rows of each verdict.
    reply ImportCounts {
        /// new
        new: u32,
        /// update
        update: u32,
        /// same
        same: u32,
        /// skipped
        skipped: u32,
        /// problem
        problem: u32,
    }
    /// A row with its verdict.
    reply ImportRow {
        /// As Excel counts.
        line: u32,
        /// What it is about.
        title: String,
        /// What it does.
        verdict: VerdictView,
        /// What to know about it, in sentences.
        notes: Vec<String>,
        /// What changes.
        changes: Vec<ImportChange>,
        /// Whether it was read as a heading or a foot.
        heading: bool,
        /// Whether one value stands in it alone: it might be a heading.
        alone: bool,
    }
    /// A field that changes.
    reply ImportChange {
        /// Its label.
        label: String,
        /// What it says now; empty = nothing.
        before: String,
        /// What it will say.
        after: String,
    }
    /// Records as a sheet.
    request ExportRequest {
        /// Of what.
        what: SheetOf,
        /// How.
        format: FormatView,
        /// Where.
        path: String,
    }
    /// A written file.
    reply Exported {
        /// Full path.
        path: String,
        /// Rows in it.
        rows: u32,
    }
}
