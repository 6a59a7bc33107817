//! Which line names the columns, and what each becomes.

use super::What;
use super::known::{Known, key};
use crate::sheet::{Sheet, Workbook};
use plan::{FieldKind, Plan};
use std::collections::BTreeMap;
use template::Template;

/// What a person said of the sheet; what is not said is guessed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Setup {
    /// Position of the sheet.
    pub sheet: Option<usize>,
    /// Line of the column names, from 1.
    pub header: Option<usize>,
    /// Targets by position of the column; an empty one leaves the column out, two of one target are joined.
    pub columns: BTreeMap<usize, String>,
    /// How many blocks stand side by side; 1 = it is one table.
    pub blocks: Option<usize>,
    /// Lines that are a heading, or are none.
    pub headings: BTreeMap<usize, bool>,
    /// Whether rows Excel does not show are left out.
    pub leave_hidden: bool,
    /// Whether a ledger that mixes systems and devices is read as the one list it is taken for.
    pub one_list: bool,
    /// Whether what a row names and the plan has not is made.
    pub make_missing: bool,
}

/// A column of the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Position, from 0.
    pub at: usize,
    /// Its name in the sheet.
    pub title: String,
    /// What it becomes; `None` = left out.
    pub target: Option<String>,
    /// The first value in it.
    pub example: String,
    /// Whether it goes on the column at its left: a name over two columns.
    pub joins: bool,
    /// Whether it is never taken (an address, a day of birth).
    pub never: bool,
    /// How many cells of it are filled, in all blocks.
    pub filled: usize,
}

/// What a column may become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Field id, `id`, or a target that is no field.
    pub id: String,
    /// Its label.
    pub label: String,
}

/// What the name of a column is worth that is one we know, whole.
const WHOLE: usize = 1000;
/// Targets that take the numbers of several columns.
const NUMBERS: [&str; 5] = ["extension", "private_phone", "day_phone", "night_phone", "phones"];

/// Lines looked at for column names.
const LOOKED_AT: usize = 20;

/// Everything a column may become.
pub(super) fn targets(plan: &Plan, template: &Template, known: &Known, what: What) -> Vec<Target> {
    let mut out = Vec::new();
    if let Some(kind) = what.kind() {
        for field in kind
            .fields()
            .iter()
            .filter(|field| !matches!(field.kind, FieldKind::Image | FieldKind::File | FieldKind::Cells))
        {
            out.push(Target { id: field.id.to_owned(), label: plan.label(template, kind.noun(), field.id) });
        }
    }
    out.extend(known.labels(what.name()).map(|(id, label)| Target { id: id.to_owned(), label: label.to_owned() }));
    if what.kind().is_some() {
        out.push(Target { id: "id".to_owned(), label: known.word("id").to_owned() });
    }
    out
}

/// The target without which no row says anything.
pub(super) fn missing(what: What, columns: &[Column]) -> Option<&'static str> {
    let has = |target: &str| columns.iter().any(|column| column.target.as_deref() == Some(target));
    // A name may stand in two columns.
    if what == What::People && has("family") {
        return None;
    }
    let needed: &[&str] = match what {
        What::Contacts => &["place"],
        What::Dependencies => &["system", "needs"],
        What::Contracts => &["vendor"],
        _ => &["name"],
    };
    needed.iter().copied().find(|target| !has(target))
}

/// The sheet, the line of the column names (0 = none), and the columns.
pub(super) fn find(
    known: &Known,
    what: What,
    targets: &[Target],
    book: &Workbook,
    setup: &Setup,
) -> (usize, usize, Vec<Column>) {
    let sheets: Vec<usize> = match setup.sheet.filter(|at| *at < book.sheets.len()) {
        Some(at) => vec![at],
        None => {
            let shown: Vec<usize> = (0..book.sheets.len()).filter(|at| !book.sheets[*at].hidden).collect();
            if shown.is_empty() { (0..book.sheets.len()).collect() } else { shown }
        }
    };
    let first = sheets.first().copied().unwrap_or(0);
    let mut found: Vec<(usize, usize, usize, usize, Vec<Column>)> = Vec::new();
    for at in sheets {
        let sheet = &book.sheets[at];
        let lines: Vec<usize> = match setup.header {
            Some(line) => vec![line],
            None => (1..=sheet.rows.len().min(LOOKED_AT)).collect(),
        };
        for line in lines.into_iter().filter(|line| *line >= 1 && *line <= sheet.rows.len()) {
            // Names that reach down into the next line: that one is the line of the column names.
            if setup.header.is_none() && goes_on_below(sheet, line) {
                continue;
            }
            let columns = columns(known, what, targets, sheet, line, &setup.columns);
            // A name that is never taken is the name of a column, too.
            let known = |column: &&Column| column.never || column.target.is_some() && !column.joins;
            let score = columns.iter().filter(known).count();
            found.push((score, sheet.rows.len() - line, at, line, columns));
        }
    }
    let best = found.iter().map(|(score, ..)| *score).max().unwrap_or(0);
    let least = if targets.len() > 3 { 2 } else { 1 };
    if setup.header.is_none() && best < least {
        return (first, 0, Vec::new());
    }
    // Nearly as many names over a long list are worth more than all of them over an example (記入例).
    let near = found.into_iter().filter(|(score, ..)| score * 5 >= best * 4);
    let chosen = near.max_by_key(|(score, below, _, line, _)| (*below, *score, std::cmp::Reverse(*line)));
    chosen.map_or((first, 0, Vec::new()), |(_, _, sheet, header, columns)| (sheet, header, columns))
}

fn columns(
    known: &Known,
    what: What,
    targets: &[Target],
    sheet: &Sheet,
    line: usize,
    said: &BTreeMap<usize, String>,
) -> Vec<Column> {
    let titles = titles(sheet, line);
    let never = |at: usize| titles.get(at).is_some_and(|title| known.is_never_of(what, title));
    let mut matches: Vec<(usize, usize, &str)> = Vec::new();
    // A head that reaches over two columns is the name of the first; the second goes on with it.
    let over = |at: usize| {
        at > 0 && sheet.rows[line - 1].get(at).is_some_and(|cell| cell.merged) && titles.get(at) == titles.get(at - 1)
    };
    for (at, title) in titles.iter().enumerate().filter(|(at, _)| !never(*at) && !over(*at)) {
        for target in targets {
            let own = [target.label.as_str()];
            let names = known.names(what.name(), &target.id).chain(own);
            // Under a group (「保守」 over 「会社」) the name alone may be the one we know.
            let alone = own_title(sheet, line, at);
            let like = |name: &str| likeness(title, name).max(likeness(&alone, name).saturating_sub(50));
            let score = names.map(like).max().unwrap_or(0);
            if score > 0 {
                matches.push((score, at, &target.id));
            }
        }
    }
    matches.sort_by_key(|(score, at, _)| (std::cmp::Reverse(*score), *at));
    let mut chosen: BTreeMap<usize, &str> = said
        .iter()
        .filter(|(at, _)| !never(**at))
        .filter_map(|(at, target)| Some((*at, targets.iter().find(|one| one.id == *target)?.id.as_str())))
        .collect();
    for (score, at, target) in matches {
        // Of numbers a list may have several columns, each with a name we know.
        let another = score >= WHOLE && NUMBERS.contains(&target);
        let free = || !chosen.values().any(|one| *one == target) || another && !repeated(&titles, at);
        if !said.contains_key(&at) && !chosen.contains_key(&at) && free() {
            chosen.insert(at, target);
        }
    }
    // A name whose head reaches over two columns.
    let mut joins: Vec<usize> = Vec::new();
    for at in 1..titles.len() {
        let left = chosen.get(&(at - 1)).copied().filter(|target| over(at) && ["name", "kana"].contains(target));
        if let Some(target) = left.filter(|_| !said.contains_key(&at) && !chosen.contains_key(&at)) {
            chosen.insert(at, target);
        }
        let twice = |target: &&str| chosen.iter().any(|(other, one)| *other < at && one == target);
        if chosen.get(&at).is_some_and(twice) {
            joins.push(at);
        }
    }
    let filled = |at: usize| {
        let cells = sheet.rows[line..].iter().filter_map(|row| row.get(at));
        cells.filter(|cell| cell.is_counted()).count()
    };
    let example = |at: usize| {
        let cells = sheet.rows[line..].iter().filter_map(|row| row.get(at));
        cells.map(|cell| cell.text.trim()).find(|text| !text.is_empty()).unwrap_or_default().to_owned()
    };
    titles
        .iter()
        .cloned()
        .enumerate()
        .map(|(at, title)| Column {
            at,
            title,
            target: chosen.get(&at).map(|one| (*one).to_owned()),
            example: if never(at) { String::new() } else { example(at) },
            joins: joins.contains(&at),
            never: never(at),
            filled: filled(at),
        })
        .filter(|column| !column.title.is_empty() || column.filled > 0)
        .collect()
}

/// Whether a column of the same name stands further left: then the list stands several times side by side.
fn repeated(titles: &[String], at: usize) -> bool {
    titles[..at].contains(&titles[at])
}

/// Whether a merged area of this line goes on in the next, most of which is such areas or names of its own.
fn goes_on_below(sheet: &Sheet, line: usize) -> bool {
    let (Some(here), Some(below)) = (sheet.rows.get(line - 1), sheet.rows.get(line)) else { return false };
    let down = here
        .iter()
        .zip(below)
        .filter(|(one, under)| under.merged && !one.merged && !one.text.trim().is_empty() && one.text == under.text);
    // One column of merged cells is a list grouped by it; several are a head of two lines.
    down.count() >= 2
}

/// What this line alone says of a column.
fn own_title(sheet: &Sheet, line: usize, at: usize) -> String {
    sheet.rows[line - 1].get(at).map_or_else(String::new, |cell| cell.text.trim().to_owned())
}

/// The names of the columns: of this line, and of the group above where the line above belongs to them.
fn titles(sheet: &Sheet, line: usize) -> Vec<String> {
    let here = &sheet.rows[line - 1];
    let above = line.checked_sub(2).map(|at| &sheet.rows[at]);
    let two_lines = here.iter().any(|cell| cell.merged);
    // A column without a name has values all the same.
    let width = sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
    (0..width)
        .map(|at| {
            let own = here.get(at).map_or("", |cell| cell.text.trim());
            let group = above.and_then(|row| row.get(at)).map_or("", |cell| cell.text.trim());
            if two_lines && group != own { format!("{group}{own}") } else { own.to_owned() }
        })
        .collect()
}

/// How much the name of a column is like a name we know: 0 = not at all.
fn likeness(title: &str, name: &str) -> usize {
    let (title, name) = (key(title), key(name));
    if title.is_empty() || name.is_empty() {
        return 0;
    }
    let length = name.chars().count();
    match () {
        () if title == name => WHOLE + length,
        () if length >= 2 && title.ends_with(&name) => 300 + length,
        () if length >= 2 && title.contains(&name) => 200 + length,
        // 「No」 is in many names and says nothing.
        () if title.len() >= 4 && name.contains(&title) => 100 + title.chars().count(),
        () => 0,
    }
}
