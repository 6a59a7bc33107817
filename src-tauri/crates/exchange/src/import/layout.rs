//! How a sheet lies: blocks side by side, headings between the rows, feet under them, hidden rows, names over two columns.
//! Recognised once, here; whatever fills a list reads plain lines.
//!
//! Deliberately not here: what a column becomes (`columns`), what a row says.

use super::columns::{Column, Setup};
use super::known::{Known, key};
use super::numbers::numbers_of;
use super::{Line, Note, Row, Verdict, What};
use crate::sheet::{Cell, Sheet};
use plan::{Kind, Plan};
use std::collections::{BTreeMap, BTreeSet};

/// The lines of a sheet, and how it was read.
pub(super) struct Laid<'a> {
    /// Lines to be taken.
    pub(super) lines: Vec<Line<'a>>,
    /// Lines that are passed over: headings, feet, hidden ones.
    pub(super) passed: Vec<Row>,
    /// How it was read, in sentences.
    pub(super) how: Vec<Note>,
}

/// Positions of the columns of each block: a head that stands several times side by side. One block is the usual sheet.
pub(super) fn blocks(sheet: &Sheet, header: usize, said: Option<usize>) -> Vec<Vec<usize>> {
    let width = sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
    let head = &sheet.rows[header - 1];
    let title = |at: usize| head.get(at).map(|cell| key(&cell.text)).unwrap_or_default();
    let named: Vec<usize> = (0..width).filter(|at| !title(*at).is_empty()).collect();
    let whole = vec![(0..width).collect::<Vec<usize>>()];
    let periods: Vec<usize> = match said {
        Some(0 | 1) => return whole,
        Some(blocks) => vec![named.len() / blocks],
        None => (2..=named.len() / 2).collect(),
    };
    let fits = |period: &usize| {
        *period > 0
            && named.len().is_multiple_of(*period)
            && named.iter().zip(&named[*period..]).all(|(one, next)| title(*one) == title(*next))
    };
    let Some(period) = periods.into_iter().find(fits) else { return whole };
    // Each block reaches to the next: what has no title belongs to the block at its left.
    let starts: Vec<usize> = named.iter().step_by(period).copied().collect();
    let ends = starts.iter().skip(1).copied().chain([width]);
    let spans: Vec<(usize, usize)> = starts.iter().copied().zip(ends).collect();
    let wide = spans.iter().map(|(from, to)| to - from).max().unwrap_or(0);
    // Position by position beside the first block's; columns to its left belong to the first alone.
    let mut out: Vec<Vec<usize>> = spans.iter().map(|(from, _)| (*from..from + wide).collect()).collect();
    for (block, (_, to)) in out.iter_mut().zip(&spans) {
        block.iter_mut().filter(|at| **at >= *to).for_each(|at| *at = usize::MAX);
    }
    let first = starts[0];
    for (nth, block) in out.iter_mut().enumerate() {
        let left = (0..first).map(|at| if nth == 0 { at } else { usize::MAX });
        *block = left.chain(block.iter().copied()).collect();
    }
    out
}

/// Everything a line may be judged by.
pub(super) struct Looks<'a> {
    pub(super) plan: &'a Plan,
    pub(super) known: &'a Known,
    pub(super) what: What,
    pub(super) setup: &'a Setup,
}

/// The lines below the column names.
pub(super) fn lay<'a>(looks: &Looks<'_>, sheet: &Sheet, header: usize, columns: &'a [Column]) -> Laid<'a> {
    let blocks = blocks(sheet, header, looks.setup.blocks);
    let mut out = Laid { lines: Vec::new(), passed: Vec::new(), how: Vec::new() };
    if blocks.len() > 1 {
        out.how.push(Note::new("read-blocks", [blocks.len().to_string()]));
    }
    let group = looks.what.grouped_by();
    let departments: BTreeSet<String> = looks.plan.live(Kind::Department).map(|one| key(&one.title())).collect();
    let (mut headings, mut hidden) = (0, 0);
    for block in &blocks {
        let (mut above, mut under) = (BTreeMap::new(), String::new());
        for (at, row) in sheet.rows.iter().enumerate().skip(header) {
            let cell = |column: usize| block.get(column).and_then(|at| row.get(*at)).filter(|cell| cell.is_filled());
            let filled: Vec<(usize, &Cell)> = (0..block.len()).filter_map(|at| Some((at, cell(at)?))).collect();
            let count = filled.iter().filter(|(_, cell)| cell.is_counted()).count();
            if filled.is_empty() && (blocks.len() > 1 || row.iter().any(Cell::is_filled)) {
                continue;
            }
            let mut pass = |code: &'static str, text: &str| {
                let notes = vec![Note::new(code, [])];
                let row = Row { line: at + 1, title: text.to_owned(), verdict: Verdict::Skipped, ..Row::default() };
                out.passed.push(Row { notes, filled: count, ..row });
            };
            if sheet.hidden_rows.contains(&(at + 1)) {
                hidden += usize::from(block == &blocks[0]);
                if looks.setup.leave_hidden {
                    pass(
                        "hidden-left",
                        &filled.iter().map(|(_, cell)| cell.text.as_str()).collect::<Vec<_>>().join(" "),
                    );
                    continue;
                }
            }
            if let [(_, only)] = filled.iter().filter(|(_, cell)| cell.is_counted()).collect::<Vec<_>>()[..] {
                let text = only.text.trim();
                let said = looks.setup.headings.get(&(at + 1)).copied();
                let name = heading(text).filter(|_| said != Some(false));
                let name = name.or_else(|| (said == Some(true) || departments.contains(&key(text))).then_some(text));
                let one_column = columns.iter().filter(|column| column.target.is_some()).count() < 2;
                // 【機器】 in a ledger, or a heading in a list that has no department for it, says what is below to a reader.
                let ledger = looks.what == What::Devices;
                let section = |name: &str| group.is_none() || ledger && looks.known.sort_of(name).is_some();
                if said.is_none() && !one_column && text.ends_with(CLOSING) && name.is_some_and(section) {
                    pass("row-section", text);
                    continue;
                }
                if let Some(name) = name.filter(|_| group.is_some() && said != Some(false) && !one_column) {
                    under = name.to_owned();
                    headings += 1;
                    pass("row-heading", text);
                    continue;
                }
                if said != Some(false) && looks.known.is_foot(text) {
                    pass("row-foot", text);
                    continue;
                }
            }
            let mut line = line(looks.known, row, at + 1, block, columns, &mut above);
            if let Some(target) = group.filter(|target| !under.is_empty() && line.text(target).is_empty()) {
                line.cells.insert(target, Cell { text: under.clone(), ..Cell::default() });
            }
            out.lines.push(line);
        }
    }
    if headings > 0 {
        out.how.push(Note::new("read-headings", [headings.to_string()]));
    }
    if hidden > 0 {
        let code = if looks.setup.leave_hidden { "read-without-hidden" } else { "read-hidden" };
        out.how.push(Note::new(code, [hidden.to_string()]));
    }
    // Numbers of several columns stay several.
    let joined = |column: &&Column| column.joins && !column.target.as_deref().is_some_and(is_number);
    for column in columns.iter().filter(joined) {
        out.how.push(Note::new("read-joined", [column.title.clone()]));
    }
    out
}

/// What closes a heading in brackets.
const CLOSING: [char; 7] = ['】', ']', '］', '〕', '>', '＞', '》'];

/// What a heading between rows names: 【薬剤部】, ■ 薬剤部.
pub(super) fn heading(text: &str) -> Option<&str> {
    const PAIRS: [(char, char); 7] =
        [('【', '】'), ('[', ']'), ('［', '］'), ('〔', '〕'), ('<', '>'), ('＜', '＞'), ('《', '》')];
    let inside = PAIRS.iter().find_map(|(open, close)| text.strip_prefix(*open)?.strip_suffix(*close));
    let marked = || text.strip_prefix(['■', '●', '◆', '▼', '▶', '□', '◇']);
    inside.or_else(marked).map(str::trim).filter(|name| !name.is_empty())
}

/// A row as targets see it. Several columns of one target are joined.
fn line<'a>(
    known: &Known,
    row: &[Cell],
    number: usize,
    block: &[usize],
    columns: &'a [Column],
    above: &mut BTreeMap<usize, Cell>,
) -> Line<'a> {
    let at = |column: usize| block.get(column).and_then(|at| row.get(*at));
    let mut line = Line { number, cells: BTreeMap::new(), filled: BTreeMap::new(), house: Vec::new(), unused: 0 };
    let wanted = || columns.iter().filter_map(|column| Some((column, column.target.as_deref()?)));
    // A row of our own export says what it says: 「同上」 in it is a text.
    let own = wanted().any(|(column, target)| {
        target == "id" && at(column.at).is_some_and(|cell| plan::Id::parse(cell.text.trim()).is_some())
    });
    for (column, mut target) in wanted() {
        let mut cell = at(column.at).cloned().unwrap_or_default();
        // Google says of a number in the column before what sort it is: a machine's is nobody's.
        let sort = column.at.checked_sub(1).and_then(at).filter(|_| target == "phones");
        if sort.is_some_and(|sort| known.is_never(&sort.text)) {
            cell = Cell::default();
        } else if sort.is_some_and(|sort| known.is_private(&sort.text)) {
            target = "private_phone";
        }
        if cell.is_counted() {
            *line.filled.entry(target).or_default() += 1;
        }
        cell.text = cell.text.trim().to_owned();
        // A merged area reaches down, not across: its text belongs to its own column.
        let left = column.at.checked_sub(1).and_then(at);
        if cell.merged && left.is_some_and(|left| left.text.trim() == cell.text) {
            let down = above.get(&column.at).is_some_and(|one| one.text == cell.text);
            if !down {
                cell = Cell::default();
            }
        }
        if !own && known.is("ditto", &cell.text) {
            cell = above.get(&column.at).cloned().unwrap_or_default();
        }
        above.insert(column.at, cell.clone());
        if is_number(target) && known.is_of_house(&column.title) {
            line.house.extend(numbers_of(&cell.text));
        }
        match line.cells.get_mut(target) {
            Some(there) => join(there, cell, target),
            None => drop(line.cells.insert(target, cell)),
        }
    }
    line
}

/// Several columns of one target: a name is put together, of numbers each stays one.
fn join(there: &mut Cell, cell: Cell, target: &str) {
    if cell.text.is_empty() || there.text == cell.text {
        return;
    }
    if there.text.is_empty() {
        *there = cell;
        return;
    }
    let between = match target {
        "name" | "kana" | "family" | "given" => " ",
        target if is_number(target) => "\n",
        _ => "、",
    };
    there.text = format!("{}{between}{}", there.text, cell.text);
    there.odd = there.odd.take().or(cell.odd);
}

/// Whether a target holds telephone numbers.
fn is_number(target: &str) -> bool {
    target.contains("phone") || ["extension", "phs"].contains(&target)
}

/// Whether a sheet is a list of patients: this plan holds none of them.
pub(super) fn is_of_patients(known: &Known, sheet: &Sheet) -> bool {
    const LOOKED_AT: usize = 20;
    sheet.rows.iter().take(LOOKED_AT).any(|row| {
        let titles: BTreeSet<String> =
            row.iter().map(|cell| key(&cell.text)).filter(|title| !title.is_empty()).collect();
        let of = |list: &str| titles.iter().filter(|title| known.is(list, title)).count();
        let (patients, persons) = (of("patients"), of("persons"));
        // A terminal at a bed has a room and a bed, and a name in the net.
        let beds = if of("machines") > 0 { 0 } else { of("beds") };
        let clinical = of("clinical") + beds;
        let named =
            |title: &String| title.contains("患者") && (title.ends_with("氏名") || known.is("patient-names", title));
        titles.len() > 1 && titles.iter().any(named)
            || patients > 0 && (persons > 0 || clinical > 0)
            || patients > 1
            || of("diagnoses") > 0 && persons > 0
            || clinical > 1 && (persons > 0 || clinical > 2)
    })
}
