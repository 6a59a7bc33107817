//! Boxes in rows, rows on panels.

use super::{BOX, COLUMNS, INSIDE, LINE, MapNode, MapWords, Needs, SIZE_PT};
use crate::measure::{fitted, wrapped};

/// A panel is at most this high, in mm: a page with its heading.
const HIGHEST: f64 = 232.0;
/// A title may take so many lines before it is cut; it stands whole in the table of systems.
const TITLE_LINES: usize = 3;
/// Between two rows without any line between them, in mm.
const APART: f64 = 3.0;
/// From track to track, in mm.
pub(super) const TRACK: f64 = 1.7;
/// Between frame and frame, the room for text.
const ROOM: f64 = BOX - 2.0 * INSIDE;

/// The rows of a panel.
pub(super) struct Placed {
    /// Rows, top to bottom.
    pub(super) rows: Vec<Row>,
    /// Its height, in mm.
    pub(super) height: f64,
}

/// A row of boxes.
pub(super) struct Row {
    /// Positions of the nodes, left to right; without a gap, and on from those of the row above.
    pub(super) nodes: Vec<usize>,
    /// Top, in mm.
    pub(super) top: f64,
    /// Height of its boxes, in mm.
    pub(super) height: f64,
    /// The name of the wave that begins here.
    pub(super) wave: Option<String>,
}

/// Nodes stand in the order given; a wave begins a row.
pub(super) fn place(needs: &Needs<'_>, words: &MapWords) -> Vec<Placed> {
    let nodes = needs.nodes;
    let mut panels: Vec<Placed> = Vec::new();
    let mut here: Vec<Row> = Vec::new();
    for (first, members) in rows(nodes) {
        let height = members.iter().map(|at| box_height(needs, *at, words)).fold(0.0, f64::max);
        let wave = first.then(|| nodes[members[0]].wave.clone());
        let top = here
            .last()
            .map_or(0.0, |last| last.top + last.height + channel(needs, here[0].nodes[0], &last.nodes, &members));
        if !here.is_empty() && top + height > HIGHEST {
            panels.push(closed(std::mem::take(&mut here)));
            // Where a wave goes on, on the next panel, its name stands again.
            let wave = Some(nodes[members[0]].wave.clone());
            here.push(Row { nodes: members, top: 0.0, height, wave });
        } else {
            here.push(Row { nodes: members, top, height, wave });
        }
    }
    if !here.is_empty() {
        panels.push(closed(here));
    }
    panels
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

/// Room between the last row of a panel that begins with `first` and the next, for one track for each line
/// that may run there.
fn channel(needs: &Needs<'_>, first: usize, last: &[usize], next: &[usize]) -> f64 {
    let mut tracks: Vec<usize> = next
        .iter()
        .flat_map(|at| &needs.nodes[*at].needs)
        .copied()
        .filter(|to| (first..next[0]).contains(to))
        .collect();
    tracks.extend(last);
    tracks.sort_unstable();
    tracks.dedup();
    let tracks = tracks.into_iter().filter(|at| needs.is_drawn(*at)).count();
    if tracks == 0 { APART } else { APART + 1.0 + tracks as f64 * TRACK }
}

/// As high as if all its needs were numbers: whether one becomes a line is not known yet.
fn box_height(needs: &Needs<'_>, at: usize, words: &MapWords) -> f64 {
    lines(needs, at, &needs.nodes[at].needs, words).len() as f64 * LINE + 2.0 * INSIDE
}

/// The lines of a title.
pub(super) fn title(words: &str) -> Vec<String> {
    let mut lines = wrapped(words, SIZE_PT, true, ROOM);
    if lines.len() > TITLE_LINES {
        lines.truncate(TITLE_LINES);
        let last = &mut lines[TITLE_LINES - 1];
        *last = fitted(&format!("{last}…"), SIZE_PT, true, ROOM);
    }
    lines
}

/// What stands in a box: its title, further lines, and by number what no line shows.
pub(super) fn lines(needs: &Needs<'_>, at: usize, named: &[usize], words: &MapWords) -> Vec<(String, bool)> {
    let mut out: Vec<(String, bool)> = needs.titles[at].iter().map(|line| (line.clone(), true)).collect();
    let further = needs.nodes[at].lines.iter().flat_map(|line| wrapped(line, SIZE_PT, false, ROOM));
    out.extend(further.map(|line| (line, false)));
    for (word, list) in [(&words.needs, named), (&words.circle, &needs.nodes[at].circle[..])] {
        if list.is_empty() {
            continue;
        }
        let numbers: Vec<String> = list.iter().map(|at| (at + 1).to_string()).collect();
        let text = format!("{word} {}", numbers.join("・"));
        out.extend(wrapped(&text, SIZE_PT, false, ROOM).into_iter().map(|line| (line, false)));
    }
    out
}
