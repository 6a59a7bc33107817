//! Boxes in rows, rows on sheets.

use super::{BOX, COLUMNS, INSIDE, LINE, MapNode, MapWords, SIZE_PT};
use crate::layout::{fitted, wrapped};

/// A sheet is at most this high, in mm: a page with its heading.
const HIGHEST: f64 = 232.0;
/// A title may take so many lines before it is cut; it stands whole in the table of systems.
const TITLE_LINES: usize = 3;
/// Between two rows without any line between them, in mm.
const APART: f64 = 3.0;
/// From track to track, in mm.
pub(super) const TRACK: f64 = 1.7;
/// What more than so many need is a foundation: its lines would be a bundle nobody follows.
const MANY: usize = 8;

/// The rows of a sheet.
pub(super) struct Placed {
    /// Rows, top to bottom.
    pub(super) rows: Vec<Row>,
    /// Its height, in mm.
    pub(super) height: f64,
}

/// A row of boxes.
pub(super) struct Row {
    /// Positions of the nodes, left to right.
    pub(super) nodes: Vec<usize>,
    /// Top, in mm.
    pub(super) top: f64,
    /// Height of its boxes, in mm.
    pub(super) height: f64,
    /// The name of the wave that begins here.
    pub(super) wave: Option<String>,
}

/// Nodes stand in the order given; a wave begins a row.
pub(super) fn place(nodes: &[MapNode], words: &MapWords) -> Vec<Placed> {
    let mut sheets: Vec<Placed> = Vec::new();
    let mut here: Vec<Row> = Vec::new();
    for (first, members) in rows(nodes) {
        let height = members.iter().map(|at| box_height(&nodes[*at], words)).fold(0.0, f64::max);
        let wave = first.then(|| nodes[members[0]].wave.clone());
        let top = here.last().map_or(0.0, |last| last.top + last.height + channel(nodes, &here, last, &members));
        if !here.is_empty() && top + height > HIGHEST {
            sheets.push(closed(std::mem::take(&mut here)));
            // Where a wave goes on, on the next sheet, its name stands again.
            let wave = Some(nodes[members[0]].wave.clone());
            here.push(Row { nodes: members, top: 0.0, height, wave });
        } else {
            here.push(Row { nodes: members, top, height, wave });
        }
    }
    if !here.is_empty() {
        sheets.push(closed(here));
    }
    sheets
}

fn closed(rows: Vec<Row>) -> Placed {
    let height = rows.last().map_or(0.0, |last| last.top + last.height);
    Placed { rows, height }
}

/// Positions in rows; whether a row begins a wave.
fn rows(nodes: &[MapNode]) -> Vec<(bool, Vec<usize>)> {
    let mut out: Vec<(bool, Vec<usize>)> = Vec::new();
    for (at, node) in nodes.iter().enumerate() {
        let begins = at == 0 || nodes[at - 1].wave != node.wave;
        match out.last_mut() {
            Some((_, row)) if !begins && row.len() < COLUMNS => row.push(at),
            _ => out.push((begins, vec![at])),
        }
    }
    out
}

/// Whether what this one is needed by is drawn as lines.
pub(super) fn is_drawn(nodes: &[MapNode], at: usize) -> bool {
    nodes.iter().filter(|node| node.needs.contains(&at)).count() <= MANY
}

/// Room between the last row and the next, for one track for each line that may run there.
fn channel(nodes: &[MapNode], above: &[Row], last: &Row, next: &[usize]) -> f64 {
    let on_sheet = |at: &usize| above.iter().any(|row| row.nodes.contains(at));
    let mut tracks: Vec<usize> =
        next.iter().flat_map(|at| &nodes[*at].needs).copied().filter(|to| on_sheet(to)).collect();
    tracks.extend(last.nodes.iter().copied().filter(|at| nodes.iter().any(|node| node.needs.contains(at))));
    tracks.sort_unstable();
    tracks.dedup();
    let tracks = tracks.into_iter().filter(|at| is_drawn(nodes, *at)).count();
    if tracks == 0 { APART } else { APART + 1.0 + tracks as f64 * TRACK }
}

/// As high as if all its needs were numbers: whether one becomes a line is not known yet.
fn box_height(node: &MapNode, words: &MapWords) -> f64 {
    lines(node, &node.needs, words).len() as f64 * LINE + 2.0 * INSIDE
}

/// What stands in a box: its title, and by number what no line shows.
pub(super) fn lines(node: &MapNode, named: &[usize], words: &MapWords) -> Vec<(String, bool)> {
    let room = BOX - 2.0 * INSIDE;
    let title = wrapped(&node.title, SIZE_PT, true, room);
    let mut out: Vec<(String, bool)> = title.iter().take(TITLE_LINES).map(|line| (line.clone(), true)).collect();
    if let (true, Some((last, _))) = (title.len() > TITLE_LINES, out.last_mut()) {
        *last = fitted(&format!("{last}…"), SIZE_PT, true, room);
    }
    for (word, list) in [(&words.needs, named), (&words.circle, &node.circle[..])] {
        if list.is_empty() {
            continue;
        }
        let numbers: Vec<String> = list.iter().map(|at| (at + 1).to_string()).collect();
        let text = format!("{word} {}", numbers.join("・"));
        out.extend(wrapped(&text, SIZE_PT, false, room).into_iter().map(|line| (line, false)));
    }
    out
}
