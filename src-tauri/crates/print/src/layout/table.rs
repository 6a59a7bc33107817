//! Tables and key-value lists → slabs: one for each row, one for each line of a row too tall for a page.

use std::rc::Rc;

use crate::measure::a4::{BODY, BOTTOM, HALF, SHADE, TOP, WRITING, halved};
use crate::measure::{ALONE, Abouts, Line, Setting, Type, is_empty, lines};
use crate::outline::{Look, Run, Table, TableRow};

use super::page::Mark;
use super::prose::spaced;
use super::signs::{EMPTY, FILLED, FILLS};
use super::slab::{EMPTY_ROW, Frame, Slab, TABLE_RULE_PT, empty_row};
use super::widths::edges;

/// Between a vertical rule and text.
pub(super) const BESIDE: f64 = 1.4;
/// Between a horizontal rule and text.
const ABOVE: f64 = 0.7;
/// Rows taller than this may be divided between their lines.
const TALL: f64 = (BOTTOM - TOP) / 2.0;
/// A head taller than this is not repeated: it would leave no room for rows.
const TALL_HEAD: f64 = (BOTTOM - TOP) / 4.0;
/// A table lower than this is not divided.
const SMALL: f64 = 90.0;
/// A key-value list lower than this is not divided: it is about one thing (a cut-off point).
const WHOLE: f64 = 140.0;
/// So many empty rows stay with the last written one.
const FEW: usize = 4;
/// Share of the label in a key-value list.
const LABEL: f64 = 0.28;

/// How the rows of a table are drawn.
struct Grid {
    /// The edges of the columns, from 0 to the width of the body.
    edges: Vec<f64>,
    /// Whether rules stand at the edges.
    verticals: bool,
    /// How letters look.
    kinds: Vec<Type>,
    /// Whether people write in it: rows at least 8 mm, all heights whole half millimetres.
    written: bool,
}

/// A table: head, rows, empty rows.
pub(super) fn table(table: &Table, setting: &mut Setting) -> Vec<Slab> {
    let kinds = vec![Type::CELL; table.columns.len().max(1)];
    set(table, Grid { edges: edges(table, &kinds), verticals: true, kinds, written: false }, setting)
}

/// A table to write in, or one that is read at arm's length.
pub(super) fn ruled(table: &Table, look: Look, setting: &mut Setting) -> Vec<Slab> {
    let large = Type { size_pt: 12.0, leading_pt: 16.5, ..Type::CELL };
    let kind = if look == Look::Card { large } else { Type::CELL };
    let mut kinds = vec![kind; table.columns.len().max(1)];
    if let Some(numbers) = kinds.get_mut(2).filter(|_| look == Look::Numbers) {
        *numbers = Type { bold: true, ..large };
    }
    if let Some(first) = kinds.first_mut().filter(|_| look == Look::Index) {
        *first = Type { size_pt: 9.5, bold: true, ..Type::CELL };
    }
    let mut edges: Vec<f64> = edges(table, &kinds).into_iter().map(|edge| (edge / HALF).round() * HALF).collect();
    if let Some(last) = edges.last_mut() {
        *last = BODY;
    }
    set(table, Grid { edges, verticals: true, kinds, written: look != Look::Index }, setting)
}

fn set(table: &Table, grid: Grid, setting: &mut Setting) -> Vec<Slab> {
    let head = head(table, &grid, setting);
    let repeated = head.clone().filter(|head| head.height < TALL_HEAD);
    let frame = Rc::new(Frame { head: repeated, rule_pt: TABLE_RULE_PT });

    let mut slabs: Vec<Slab> = head.into_iter().collect();
    let about = setting.about.clone();
    for row in &table.rows {
        let own: Abouts = row.about.as_slice().into();
        if !own.is_empty() {
            setting.about = own.clone();
        }
        let mut pieces = if row.band { vec![band(row, setting)] } else { cells(&row.cells, &grid, setting) };
        if let Some(first) = pieces.first_mut() {
            first.anchors.extend(row.anchor.clone());
        }
        slabs.extend(pieces.into_iter().map(|piece| piece.about(&own)));
        setting.about = about.clone();
    }
    let empty = if table.fill { table.blank_rows.max(1) } else { table.blank_rows };
    let columns = grid.edges.len() - 1;
    for nth in 0..empty {
        let grows = table.fill.then(|| grid.edges.clone());
        let mut row = Slab { grows, ..empty_row(&grid.edges, EMPTY_ROW) };
        // How many rows fill a page depends on the room: only that some do, and at least how many, is said.
        if !table.fill {
            row.marks.under(says(std::iter::repeat_n(EMPTY, columns)));
        } else if nth == 0 {
            row.marks.under(says(std::iter::repeat_n(EMPTY, columns * usize::from(empty)).chain([FILLS])));
        }
        slabs.push(row);
    }
    keep_rows(&mut slabs, table);
    framed(slabs, &frame)
}

/// Small tables stay whole; of others neither a single row begins, nor do mere empty rows end, on a page of their own.
fn keep_rows(slabs: &mut [Slab], table: &Table) {
    let tall: f64 = slabs.iter().map(|slab| slab.height).sum();
    let count = slabs.len();
    if tall <= SMALL {
        slabs[..count.saturating_sub(1)].iter_mut().for_each(|slab| slab.with_next = true);
        return;
    }
    let head = slabs.iter().take_while(|slab| slab.with_next).count();
    if let Some(first) = slabs.get_mut(head).filter(|_| head + 2 < count) {
        first.with_next = true;
    }
    let empty = usize::from(table.blank_rows);
    if !table.fill && (1..=FEW).contains(&empty) && count > empty {
        slabs[count - empty - 1..count - 1].iter_mut().for_each(|slab| slab.with_next = true);
    }
}

/// Labels at the left, values at the right, rules between.
pub(super) fn key_values(pairs: &[(String, Vec<Run>)], setting: &mut Setting) -> Vec<Slab> {
    let size = Type { size_pt: 10.0, leading_pt: 15.5, ..Type::BODY };
    let grid = Grid {
        edges: vec![0.0, BODY * LABEL, BODY],
        verticals: false,
        kinds: vec![Type { bold: true, ..size }, size],
        written: false,
    };
    let frame = Rc::new(Frame { head: None, rule_pt: TABLE_RULE_PT });
    let mut slabs: Vec<Slab> = pairs
        .iter()
        .flat_map(|(label, value)| cells(&[vec![Run::from(label.as_str())], value.clone()], &grid, setting))
        .collect();
    let tall: f64 = slabs.iter().map(|slab| slab.height).sum();
    if tall <= WHOLE {
        let until_last = slabs.len().saturating_sub(1);
        slabs.iter_mut().take(until_last).for_each(|slab| slab.with_next = true);
    }
    framed(slabs, &frame)
}

/// Puts slabs into a frame with a rule above the first, and room around.
fn framed(mut slabs: Vec<Slab>, frame: &Rc<Frame>) -> Vec<Slab> {
    for slab in &mut slabs {
        slab.frame = Some(frame.clone());
    }
    if let Some(first) = slabs.first_mut() {
        first.opens = true;
        first.marks.push(frame.rule(0.0));
    }
    spaced(&mut slabs, 1.5, 4.5);
    slabs
}

/// The head, unless no column has a title.
fn head(table: &Table, grid: &Grid, setting: &mut Setting) -> Option<Slab> {
    if table.columns.iter().all(|(title, _)| title.trim().is_empty()) {
        return None;
    }
    let set: Vec<Vec<Line>> = table
        .columns
        .iter()
        .enumerate()
        .map(|(nth, (title, _))| lines(&head_words(title), Type::HEAD, grid.inside(nth), setting))
        .collect();
    let mut slab = grid.row(&set, 0.0);
    shade(&mut slab);
    slab.with_next = true;
    Some(slab)
}

/// A head ends its lines between its words, where a column is wide enough for them: after ・ and 、, before brackets.
fn head_words(title: &str) -> Vec<Run> {
    let mut words: Vec<String> = vec![String::new()];
    for c in title.chars() {
        let ended = words.last().is_some_and(|word| word.ends_with(['・', '、', '／', ' ', '　']));
        if ended || (matches!(c, '（' | '(') && words.last().is_some_and(|word| !word.is_empty())) {
            words.push(String::new());
        }
        words.last_mut().into_iter().for_each(|word| word.push(c));
    }
    words.into_iter().map(Run::Keep).collect()
}

/// A band across the table; it keeps with the row below.
fn band(row: &TableRow, setting: &mut Setting) -> Slab {
    let across = Grid { edges: vec![0.0, BODY], verticals: true, kinds: vec![Type::HEAD], written: false };
    let runs = row.cells.first().map_or(&[][..], Vec::as_slice);
    let set = vec![lines(runs, Type::HEAD, across.inside(0), setting)];
    let mut slab = across.row(&set, 0.0);
    shade(&mut slab);
    slab.with_next = true;
    slab
}

/// A row of cells, divided between its lines when it is tall.
fn cells(cells: &[Vec<Run>], grid: &Grid, setting: &mut Setting) -> Vec<Slab> {
    let nothing = Vec::new();
    let columns = grid.edges.len() - 1;
    let runs: Vec<&Vec<Run>> = (0..columns).map(|nth| cells.get(nth).unwrap_or(&nothing)).collect();
    let least = if grid.written || runs.iter().any(|runs| is_empty(runs)) { WRITING } else { 0.0 };
    let set: Vec<Vec<Line>> =
        runs.iter().enumerate().map(|(nth, runs)| lines(runs, grid.kinds[nth], grid.inside(nth), setting)).collect();
    let whole = grid.row(&set, least);
    let mut slabs = if whole.height <= TALL { vec![whole] } else { divided(&set, grid) };
    if let Some(first) = slabs.first_mut() {
        first.marks.under(says(set.iter().map(|lines| if lines.is_empty() { EMPTY } else { FILLED })));
    }
    slabs
}

/// One slab for each line of the tallest cell, the first two and the last two kept together.
fn divided(set: &[Vec<Line>], grid: &Grid) -> Vec<Slab> {
    let count = set.iter().map(Vec::len).max().unwrap_or(0);
    let mut slabs = Vec::with_capacity(count);
    for nth in 0..count {
        let (first, last) = (nth == 0, nth + 1 == count);
        let above = if first { ABOVE } else { 0.0 };
        let below = if last { ABOVE } else { 0.0 };
        let high = set.iter().filter_map(|lines| lines.get(nth)).map(|line| line.height).fold(0.0, f64::max);
        let mut slab = Slab::new(above + high + below, Vec::new());
        for (column, lines) in set.iter().enumerate() {
            if let Some(line) = lines.get(nth) {
                line.draw(grid.edges[column] + grid.beside(), above, &mut slab.marks);
            }
        }
        grid.rules(&mut slab, last);
        slabs.push(slab);
    }
    super::slab::keep_company(&mut slabs);
    slabs
}

/// Which cells of a row hold something.
fn says(cells: impl Iterator<Item = char>) -> Mark {
    Mark::Says { text: cells.collect(), of: ALONE }
}

fn shade(slab: &mut Slab) {
    let size_mm = (BODY, slab.height);
    slab.marks.under(Mark::Rect { at_mm: (0.0, 0.0), size_mm, fill: Some(SHADE), stroke_pt: None });
}

impl Grid {
    fn beside(&self) -> f64 {
        if self.verticals { BESIDE } else { 0.6 }
    }

    /// The width for text of a column.
    fn inside(&self, column: usize) -> f64 {
        // Never nothing: a share of 0 still has room for a character.
        (self.edges[column + 1] - self.edges[column] - 2.0 * self.beside()).max(Type::CELL.em())
    }

    /// A whole row, at least `least` high. In a row made higher to be written on, the text stands in the middle;
    /// the first lines of all cells share a baseline.
    fn row(&self, set: &[Vec<Line>], least: f64) -> Slab {
        let lowest = set.iter().filter_map(|lines| lines.first()).map(|line| line.lowered()).fold(0.0, f64::max);
        let down = |lines: &Vec<Line>| lines.first().map_or(0.0, |first| lowest - first.lowered());
        let tall = |lines: &Vec<Line>| down(lines) + lines.iter().map(|line| line.height).sum::<f64>();
        let natural = set.iter().map(tall).fold(0.0, f64::max) + 2.0 * ABOVE;
        let height = natural.max(least);
        let height = if self.written { halved(height) } else { height };
        // Mostly a text in each column, and rules around.
        let mut slab = Slab::new(height, Vec::with_capacity(2 * set.len() + 3));
        for (column, lines) in set.iter().enumerate() {
            let mut y = ABOVE + (height - natural) / 2.0 + down(lines);
            for line in lines {
                line.draw(self.edges[column] + self.beside(), y, &mut slab.marks);
                y += line.height;
            }
        }
        self.rules(&mut slab, true);
        slab
    }

    fn rules(&self, slab: &mut Slab, below: bool) {
        if self.verticals {
            slab.marks.extend(self.edges.iter().map(|&x| Mark::rule((x, 0.0), (x, slab.height))));
        }
        if below {
            slab.marks.push(Mark::rule((0.0, slab.height), (BODY, slab.height)));
        }
    }
}
