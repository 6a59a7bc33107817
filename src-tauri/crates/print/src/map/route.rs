//! Lines between the boxes of one panel: one net for each system others need.

use super::place::{Placed, Row, TRACK, lines};
use super::{BAND, BOX, COLUMNS, GAP, MapBox, MapPanel, MapWords, Needs};
use std::collections::BTreeMap;

/// Lanes side by side in a gap.
const LANES: usize = 4;
/// From a box to the first track, in mm.
const FIRST: f64 = 2.0;

/// A system and those on this panel that need it.
struct Net {
    from: usize,
    row: usize,
    /// Rows with somebody who needs it, and who; nearest first.
    to: Vec<(usize, Vec<usize>)>,
    /// Where it runs down past the rows between; `None` = everybody stands in the next row.
    lane: Option<f64>,
}

/// The nets of a panel, and where they meet others: systems by their positions, nets in order.
struct Nets {
    list: Vec<Net>,
    /// The nets that arrive at each system.
    arriving: BTreeMap<usize, Vec<usize>>,
    /// The nets with a track below each row.
    tracks: Vec<Vec<usize>>,
}

/// Draws a panel.
pub(super) fn draw(needs: &Needs<'_>, panel: &Placed, words: &MapWords) -> MapPanel {
    let nets = Nets::of(needs, &panel.rows);
    let mut out = MapPanel { height_mm: panel.height, ..MapPanel::default() };
    for row in &panel.rows {
        if let Some(wave) = &row.wave {
            out.waves.push((row.top, wave.clone()));
        }
        for (column, at) in row.nodes.iter().enumerate() {
            let node = &needs.nodes[*at];
            let drawn = |to: &usize| nets.arriving.get(at).is_some_and(|nets| nets.contains(to));
            let named: Vec<usize> = node.needs.iter().copied().filter(|to| !drawn(to)).collect();
            out.boxes.push(MapBox {
                key: node.key.clone(),
                at_mm: (left(column), row.top),
                size_mm: (BOX, row.height),
                lines: lines(needs, *at, &named, words),
                about: node.about.clone(),
            });
        }
    }
    for net in &nets.list {
        run(net, &nets, &panel.rows, &mut out);
    }
    out
}

fn left(column: usize) -> f64 {
    BAND + GAP + column as f64 * (BOX + GAP)
}

/// Where a line leaves a box at its foot: away from where lines arrive, so that none covers another.
fn foot(row: &Row, at: usize) -> f64 {
    let column = row.nodes.iter().position(|one| *one == at).unwrap_or(0);
    left(column) + BOX * 0.82
}

impl Nets {
    fn of(needs: &Needs<'_>, rows: &[Row]) -> Self {
        let list = nets(needs, rows);
        let mut arriving: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let mut tracks: Vec<Vec<usize>> = vec![Vec::new(); rows.len()];
        for net in &list {
            tracks[net.row].push(net.from);
            for (row, who) in &net.to {
                if *row > net.row + 1 {
                    tracks[row - 1].push(net.from);
                }
                for at in who {
                    arriving.entry(*at).or_default().push(net.from);
                }
            }
        }
        Self { list, arriving, tracks }
    }

    /// Where the line of a net arrives at the head of a box.
    fn head(&self, row: &Row, at: usize, from: usize) -> f64 {
        let arriving = self.arriving.get(&at).map_or(&[][..], Vec::as_slice);
        let nth = arriving.iter().position(|one| *one == from).unwrap_or(0);
        let column = row.nodes.iter().position(|one| *one == at).unwrap_or(0);
        left(column) + BOX * (0.08 + 0.64 * (nth + 1) as f64 / (arriving.len() + 1) as f64)
    }

    /// The height of a net's track below a row.
    fn track(&self, rows: &[Row], below: usize, from: usize) -> f64 {
        let nth = self.tracks[below].iter().position(|one| *one == from).unwrap_or(0);
        rows[below].top + rows[below].height + FIRST + nth as f64 * TRACK
    }
}

/// The nets of a panel that find a lane, first source first.
fn nets(needs: &Needs<'_>, rows: &[Row]) -> Vec<Net> {
    let mut taken: Vec<Vec<(usize, usize)>> = vec![Vec::new(); (COLUMNS + 1) * LANES];
    let mut out = Vec::new();
    for (nth, row) in rows.iter().enumerate() {
        for from in row.nodes.iter().copied().filter(|at| needs.is_drawn(*at)) {
            let to = below(&needs.needed_by[from], rows, nth);
            let Some((last, _)) = to.last() else { continue };
            if *last == nth + 1 {
                out.push(Net { from, row: nth, to, lane: None });
                continue;
            }
            let (start, end) = (nth, *last - 1);
            let wanted = foot(row, from);
            let mut lanes: Vec<usize> = (0..taken.len()).collect();
            lanes.sort_by(|one, other| (lane(*one) - wanted).abs().total_cmp(&(lane(*other) - wanted).abs()));
            let free = lanes.into_iter().find(|one| taken[*one].iter().all(|(a, b)| end < *a || *b < start));
            if let Some(free) = free {
                taken[free].push((start, end));
                out.push(Net { from, row: nth, to, lane: Some(lane(free)) });
            }
        }
    }
    out
}

/// Those of some systems that stand in rows below one, row by row.
fn below(who: &[usize], rows: &[Row], row: usize) -> Vec<(usize, Vec<usize>)> {
    let mut out: Vec<(usize, Vec<usize>)> = Vec::new();
    for at in who {
        let in_row = rows.partition_point(|one| one.nodes.last().is_some_and(|last| last < at));
        if in_row <= row || in_row == rows.len() {
            continue;
        }
        match out.last_mut() {
            Some((last, list)) if *last == in_row => list.push(*at),
            _ => out.push((in_row, vec![*at])),
        }
    }
    out
}

fn lane(nth: usize) -> f64 {
    let (gap, at) = (nth / LANES, nth % LANES);
    BAND + gap as f64 * (BOX + GAP) + GAP * (at + 1) as f64 / (LANES + 1) as f64
}

fn run(net: &Net, nets: &Nets, rows: &[Row], out: &mut MapPanel) {
    let start = foot(&rows[net.row], net.from);
    let first = nets.track(rows, net.row, net.from);
    out.lines.push(((start, rows[net.row].top + rows[net.row].height), (start, first)));
    let mut levels: Vec<(f64, Vec<f64>, Option<usize>)> = vec![(first, vec![start], None)];
    for (row, who) in &net.to {
        let heads: Vec<f64> = who.iter().map(|at| nets.head(&rows[*row], *at, net.from)).collect();
        if *row == net.row + 1 {
            levels[0].1.extend(heads);
            levels[0].2 = Some(*row);
        } else {
            levels.push((nets.track(rows, row - 1, net.from), heads, Some(*row)));
        }
    }
    let last = levels.len() - 1;
    for (nth, (y, ends, row)) in levels.iter().enumerate() {
        let mut across = ends.clone();
        across.extend(net.lane);
        across.sort_by(f64::total_cmp);
        let (from, to) = (across[0], across[across.len() - 1]);
        if to > from {
            out.lines.push(((from, *y), (to, *y)));
        }
        let arriving = ends.iter().skip(usize::from(nth == 0));
        if let Some(row) = row {
            out.lines.extend(arriving.clone().map(|x| ((*x, *y), (*x, rows[*row].top))));
        }
        // Where more than two ends meet there is a dot.
        out.dots.extend(ends.iter().filter(|x| **x > from && **x < to).map(|x| (*x, *y)));
        if let Some(lane) = net.lane
            && ((lane > from && lane < to) || (nth > 0 && nth < last))
        {
            out.dots.push((lane, *y));
        }
    }
    if let (Some(lane), Some((bottom, ..))) = (net.lane, levels.last()) {
        out.lines.push(((lane, first), (lane, *bottom)));
    }
}
