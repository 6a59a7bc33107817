//! Workbooks of checklists: what one is taken for, what was written, and the list one makes.

use super::{LeftWhy, Ref, Word};

types! {
    /// A workbook as the form of a sheet.
    request ListFormRequest {
        /// The list.
        list: String,
        /// The row of a supplier's form; empty = the institution's own.
        of: String,
        /// Where the workbook is.
        path: String,
    }
    /// What a workbook was taken for, and what it says.
    reply ListFormView {
        /// What stands above its table.
        top: Vec<String>,
        /// The official file it is, as far as that is known; empty = not, or a later one.
        official: String,
        /// Which column is what: `D` and round, or what it is for.
        columns: Vec<Word>,
        /// Numbers of items it has a line for.
        there: Vec<String>,
        /// Numbers of items it has none for.
        missing: Vec<String>,
        /// Lines that belong to no item: number and text.
        others: Vec<Word>,
        /// What would be taken: number and words.
        taken: Vec<FormAnswer>,
        /// What would not: the plan says something else.
        kept: Vec<FormAnswer>,
        /// How many values the plan has already.
        same: u32,
        /// Cells that are not taken: which, what stands there, why.
        left: Vec<FormLeft>,
        /// Answers of rounds the list has no room for: number of the item, and round.
        further: Vec<Word>,
    }
    /// A value on a form.
    reply FormAnswer {
        /// Number of the item.
        number: String,
        /// Which question: result, checked_on, target_on, note.
        question: String,
        /// What the form says: an answer id, a day, words.
        says: String,
        /// What the plan says; empty = nothing.
        plan: String,
    }
    /// A cell that is not taken.
    reply FormLeft {
        /// Which, as Excel names it.
        cell: String,
        /// What stands there.
        text: String,
        /// Why.
        why: LeftWhy,
    }
    /// Writes answers into a copy of a workbook.
    request FillFormRequest {
        /// The list.
        list: String,
        /// The row of a supplier's form; empty = the institution's own.
        of: String,
        /// Where the workbook is; empty = the one the plan keeps for this list.
        path: String,
        /// Where the copy goes.
        to: String,
    }
    /// Writes a blank form.
    request BlankFormRequest {
        /// The list.
        list: String,
        /// The row of a supplier's form; empty = the institution's own.
        of: String,
        /// Where it goes.
        to: String,
    }
    /// What was written.
    reply FilledView {
        /// Number of the change that keeps the workbook; 0 where nothing was kept.
        seq: i64,
        /// What that changed.
        changed: Vec<Ref>,
        /// Where.
        path: String,
        /// How many cells.
        cells: u32,
        /// Numbers of items nobody answered.
        open: Vec<String>,
        /// Numbers of answers without day or name.
        unsigned: Vec<String>,
        /// Numbers the form has no line or no column for.
        no_line: Vec<String>,
    }
    /// A list a workbook makes.
    request ListFileRequest {
        /// Where the workbook is.
        path: String,
        /// Whether the list is made; else only looked at.
        take: bool,
    }
    /// It.
    reply ListFileView {
        /// Number of the change that keeps the workbook; 0 where nothing was kept.
        seq: i64,
        /// What that changed.
        changed: Vec<Ref>,
        /// Its id.
        id: String,
        /// Its title.
        title: String,
        /// Which year's; empty where none stands on it.
        edition: String,
        /// The official file it is, as far as that is known; empty = not, or a later one.
        official: String,
        /// Its items: number and text.
        items: Vec<Word>,
        /// Whether it is a supplier's.
        supplier: bool,
    }
}
