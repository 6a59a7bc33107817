//! A sheet → what it would change in a plan, row by row.
//!
//! Hospitals have their lists already. Nothing is written here: [`preview`] says for every row whether it
//! is new, changes something, is the same, is passed over or cannot be taken, and gives the changes a
//! person may confirm. The words by which columns and values are known are data ([`Known`]).
//!
//! A row finds its record by the number our own export gave it, by the institution's number (管理番号,
//! 職員番号), or by name; it never makes a second one. An empty cell erases only in a row that came out
//! of our own export: other lists simply do not know.
//!
//! Deliberately not here: files, the store, the reading of xlsx and CSV ([`crate::sheet`]).

mod account;
mod columns;
mod contracts;
mod dependencies;
mod growing;
mod identity;
mod known;
mod layout;
mod links;
mod mixed;
mod names;
mod numbers;
mod phones;
mod records;
mod values;
mod what;

pub use account::{Account, Lost};
pub use columns::{Column, Setup, Target};
pub use known::Known;
pub use what::What;

use crate::sheet::{Cell, Workbook};
use growing::Growing;
use plan::{Cancelled, Change, Doing, Id, Kind, Plan, Progress, Watch};
use std::collections::BTreeMap;
use template::Template;

/// What importing would do.
#[derive(Debug, Clone, Default)]
pub struct Preview {
    /// Position of the sheet that was read.
    pub sheet: usize,
    /// Line of the column names, from 1; 0 = none found.
    pub header: usize,
    /// The columns and what each becomes.
    pub columns: Vec<Column>,
    /// What a column may become.
    pub targets: Vec<Target>,
    /// The rows below the column names.
    pub rows: Vec<Row>,
    /// How the sheet was read: blocks, headings, hidden rows, other sheets.
    pub how: Vec<Note>,
    /// How many tables stand side by side.
    pub blocks: usize,
    /// Lines Excel does not show.
    pub hidden: usize,
    /// Whether its rows fill two lists: a ledger that mixes systems and devices.
    pub mixed: bool,
    /// What of it is taken, and what is not and why: every filled cell.
    pub account: Account,
    /// What its rows name and the plan has not: kind, name, how often.
    pub missing: Vec<(Kind, String, usize)>,
    /// Why nothing can be imported as it stands: a code of `[troubles]`, and what fills its sentence.
    pub trouble: Option<Note>,
    /// What a person may confirm.
    pub changes: Vec<Change>,
}

/// A row and its verdict.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// As Excel counts.
    pub line: usize,
    /// What it is about.
    pub title: String,
    /// What happens to it.
    pub verdict: Verdict,
    /// What a person should know.
    pub notes: Vec<Note>,
    /// The fields that change.
    pub changes: Vec<FieldChange>,
    /// Cells of a row that is taken which are not: the code of why, and how many.
    lost: Vec<(&'static str, usize)>,
    /// Cells of it in columns that are taken.
    filled: usize,
}

/// What happens to a row.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Makes a record.
    #[default]
    New,
    /// Changes one.
    Update,
    /// Says what the plan says already.
    Same,
    /// No record: blank, a total, the column names again.
    Skipped,
    /// Cannot be taken; nothing of it is written.
    Problem,
}

impl Verdict {
    /// On the wire and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::New => "new",
            Verdict::Update => "update",
            Verdict::Same => "same",
            Verdict::Skipped => "skipped",
            Verdict::Problem => "problem",
        }
    }
}

/// A sentence by its code in `import.toml`, with what fills it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Which sentence.
    pub code: &'static str,
    /// What fills {0}, {1} …
    pub words: Vec<String>,
}

impl Note {
    fn new(code: &'static str, words: impl IntoIterator<Item = String>) -> Self {
        Self { code, words: words.into_iter().collect() }
    }
}

impl Row {
    /// Whether it was read as a heading or a foot.
    pub fn is_heading(&self) -> bool {
        self.notes.iter().any(|note| ["row-heading", "row-foot", "row-section"].contains(&note.code))
    }

    /// Whether one value stands in it alone: it might be a heading.
    pub fn is_alone(&self) -> bool {
        self.filled == 1 && !self.is_heading()
    }
}

/// A field that changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// Its label.
    pub label: String,
    /// What it shows now.
    pub before: String,
    /// What it will show.
    pub after: String,
}

/// A row of the sheet as targets see it.
struct Line<'a> {
    /// As Excel counts.
    number: usize,
    /// Cells by target; the text without blanks around it, marks for "as above" resolved.
    cells: BTreeMap<&'a str, Cell>,
    /// How many filled cells of the sheet are in each.
    filled: BTreeMap<&'a str, usize>,
    /// Numbers from columns whose name says that they are the house's own.
    house: Vec<String>,
    /// Cells that say otherwise what another cell of the line says.
    unused: usize,
}

impl Line<'_> {
    fn text(&self, target: &str) -> &str {
        self.cells.get(target).map_or("", |cell| cell.text.as_str())
    }

    fn row(&self, title: String, verdict: Verdict, notes: Vec<Note>) -> Row {
        let filled = self.filled.values().sum();
        Row { line: self.number, title, verdict, notes, filled, ..Row::default() }
    }

    /// How many filled cells stand behind a target.
    fn cells_of(&self, target: &str) -> usize {
        self.filled.get(target).copied().unwrap_or(0)
    }
}

/// A sheet, what it is taken for, and what the person said of it.
#[derive(Debug, Clone, Copy)]
pub struct Offered<'a> {
    /// What it holds.
    pub what: What,
    /// The file it is in.
    pub book: &'a Workbook,
    /// What the person said.
    pub setup: &'a Setup,
}

/// Rows between two questions whether to go on.
const STRIDE: usize = 200;

/// Looks at a sheet. `fresh` gives ids for new rows.
///
/// # Errors
/// [`Cancelled`].
pub fn preview(
    plan: &Plan,
    template: &Template,
    known: &Known,
    offered: Offered<'_>,
    fresh: &mut dyn FnMut() -> Id,
    progress: &dyn Progress,
) -> Result<Preview, Cancelled> {
    let Offered { what, book, setup } = offered;
    let targets = columns::targets(plan, template, known, what);
    let (sheet, header, columns) = columns::find(known, what, &targets, book, setup);
    let mut out = Preview { sheet, header, columns, targets, ..Preview::default() };
    let patients = |at: usize| layout::is_of_patients(known, &book.sheets[at]);
    if patients(sheet) || header == 0 && (0..book.sheets.len()).any(patients) {
        // Nothing of it is shown, kept or counted by name.
        return Ok(Preview { trouble: Some(Note::new("patients", [])), ..Preview::default() });
    }
    if header == 0 {
        out.trouble = Some(Note::new("no-header", []));
        return Ok(out);
    }
    if let Some(missing) = columns::missing(what, &out.columns) {
        let label = out.targets.iter().find(|one| one.id == missing).map_or(String::new(), |one| one.label.clone());
        out.trouble = Some(Note::new("no-name-column", [label]));
        return Ok(out);
    }
    let paper = &book.sheets[sheet];
    let blocks = layout::blocks(paper, header, setup.blocks);
    if blocks.len() > 1 {
        // A column only a later block has is nobody's.
        out.columns.retain(|column| blocks[0].get(column.at) == Some(&column.at));
        out.columns.iter_mut().for_each(|column| column.filled = account::in_column(paper, header, &blocks, column.at));
    }
    (out.blocks, out.hidden) = (blocks.len(), paper.hidden_rows.iter().filter(|line| **line > header).count());
    let chosen = out.columns.clone();
    let looks = layout::Looks { plan, known, what, setup };
    let mut laid = layout::lay(&looks, paper, header, &chosen);
    if what == What::People {
        laid.lines.iter_mut().for_each(records::put_together);
    }
    let other = mixed::other(&looks, template, offered, (sheet, header), &chosen).filter(|_| blocks.len() == 1);
    let parted = other.as_ref().and_then(|other| {
        let parted = other.part(&looks, paper, header, &chosen, &mut laid.lines)?;
        Some((other, parted))
    });
    let lines = laid.lines;
    let all = lines.len() + parted.as_ref().map_or(0, |(_, parted)| parted.lines.len());
    let watch = Watch::of(progress, Doing::Comparing, STRIDE, all);
    let mut growing = Growing::new(plan, template, known, fresh, watch);
    growing.make_missing = setup.make_missing;
    out.rows = match what {
        What::Contacts => phones::rows(&mut growing, &lines)?,
        What::Dependencies => dependencies::rows(&mut growing, &lines)?,
        What::Contracts => contracts::rows(&mut growing, &lines)?,
        _ => {
            let other = parted.as_ref().map(|(other, parted)| (other.what, &other.columns, &parted.lines));
            let mut parts: Vec<_> = other.into_iter().chain([(what, &chosen, &lines)]).collect();
            // A device names its system, which may stand further down.
            parts.sort_by_key(|(what, ..)| *what != What::Systems);
            let mut rows = Vec::new();
            for (what, columns, lines) in parts {
                rows.extend(records::rows(&mut growing, what, columns, lines)?);
            }
            rows
        }
    };
    for heading in laid.passed.iter_mut().filter(|row| row.notes.iter().any(|note| note.code == "row-heading")) {
        let name = layout::heading(&heading.title).unwrap_or(&heading.title);
        if !matches!(growing.by_name(Kind::Department, name), names::Found::One(..)) {
            heading.lost.push(("link-unknown", heading.filled));
        }
    }
    out.rows.extend(laid.passed);
    out.rows.sort_by_key(|row| row.line);
    out.how = laid.how;
    out.account = match &parted {
        Some((other, parted)) => {
            out.mixed = true;
            let list = what.lists()[0].noun();
            let list = template.labels.get(list).map_or(list, |labels| &labels.name);
            out.how.extend(other.said(parted, (&chosen, &out.targets), list, &mut out.rows));
            account::of(paper, header, &other.unused(parted, paper, header, &chosen), &out.rows)
        }
        None => account::of(paper, header, &out.columns, &out.rows),
    };
    out.how.extend(account::others(book, sheet));
    out.missing = growing.missing();
    out.changes = growing.changes;
    if out.changes.is_empty() {
        out.trouble = Some(Note::new("nothing", []));
    }
    Ok(out)
}
