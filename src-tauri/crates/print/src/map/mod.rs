//! What needs what → boxes and lines at fixed places, on as many panels as it takes.
//!
//! Boxes stand in rows, one wave after the other, first one on top. A line leads from a system down to
//! what needs it. A line is drawn only where it helps: not for what many need (they would all lead to
//! the same few boxes), not over the edge of a panel, not where no lane is free. Those needs stand in
//! the box as numbers, so that nothing is lost. The screen draws the same coordinates as the paper.
//!
//! Deliberately not here: the order itself (`plan::recovery`) and the words in the boxes (`compose`).

mod place;
mod route;

pub use crate::outline::{MapNode, MapWords};

use crate::outline::About;

/// Width of a panel, in mm: the body of a page.
pub const WIDTH: f64 = crate::measure::a4::BODY;
/// Size of the letters, in pt.
pub const SIZE_PT: f64 = 9.0;
/// From line to line, in mm.
pub const LINE: f64 = 4.2;
/// Boxes beside each other.
const COLUMNS: usize = 3;
/// Room for the name of the wave at the left, in mm.
const BAND: f64 = 15.0;
/// Between two columns, and beside the outer ones: lanes for lines, in mm.
const GAP: f64 = 7.5;
/// Width of a box, in mm.
const BOX: f64 = (WIDTH - BAND - GAP * (COLUMNS + 1) as f64) / COLUMNS as f64;
/// Between frame and text, in mm.
const INSIDE: f64 = 1.4;
/// What more than so many need is a foundation: its lines would be a bundle nobody follows.
const MANY: usize = 8;

/// One panel of the map. All lengths in mm from its upper left corner.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MapPanel {
    /// Its height.
    pub height_mm: f64,
    /// Boxes.
    pub boxes: Vec<MapBox>,
    /// Lines, from and to.
    pub lines: Vec<((f64, f64), (f64, f64))>,
    /// Where lines meet; lines that only cross have no dot.
    pub dots: Vec<(f64, f64)>,
    /// Names of waves, at the left edge: the height of their first line, and the name.
    pub waves: Vec<(f64, String)>,
}

/// A box at its place.
#[derive(Debug, Clone, PartialEq)]
pub struct MapBox {
    /// The key of its node.
    pub key: String,
    /// Upper left corner.
    pub at_mm: (f64, f64),
    /// Width and height.
    pub size_mm: (f64, f64),
    /// Its lines and whether they are bold.
    pub lines: Vec<(String, bool)>,
    /// What it is about.
    pub about: Vec<About>,
}

/// Puts the systems on panels. Every node has exactly one box.
pub fn panels(nodes: &[MapNode], words: &MapWords) -> Vec<MapPanel> {
    let needs = Needs::of(nodes);
    place::place(&needs, words).iter().map(|panel| route::draw(&needs, panel, words)).collect()
}

/// The nodes with both ends of what they need, and their titles as they stand in the boxes.
struct Needs<'a> {
    nodes: &'a [MapNode],
    /// Who needs each, in order.
    needed_by: Vec<Vec<usize>>,
    titles: Vec<Vec<String>>,
}

impl<'a> Needs<'a> {
    fn of(nodes: &'a [MapNode]) -> Self {
        let mut needed_by: Vec<Vec<usize>> = vec![Vec::new(); nodes.len()];
        for (at, node) in nodes.iter().enumerate() {
            for to in &node.needs {
                needed_by[*to].push(at);
            }
        }
        Self { nodes, needed_by, titles: nodes.iter().map(|node| place::title(&node.title)).collect() }
    }

    /// Whether what this one is needed by is drawn as lines.
    fn is_drawn(&self, at: usize) -> bool {
        (1..=MANY).contains(&self.needed_by[at].len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::tests::apart;
    use std::collections::BTreeMap;

    fn drawn_of(nodes: &[MapNode]) -> Vec<MapPanel> {
        panels(nodes, &MapWords { needs: "要る".to_owned(), circle: "一緒に".to_owned() })
    }

    fn node(at: usize, wave: &str, needs: &[usize]) -> MapNode {
        MapNode {
            key: format!("k{at}"),
            title: format!("{}. システム{at}の名前", at + 1),
            lines: Vec::new(),
            wave: wave.to_owned(),
            needs: needs.to_vec(),
            circle: Vec::new(),
            about: Vec::new(),
        }
    }

    /// Every need is a line or a number, every box is once, inside its panel and apart from the others.
    fn sound(nodes: &[MapNode], drawn: &[MapPanel]) {
        let mut count: BTreeMap<&str, usize> = BTreeMap::new();
        for panel in drawn {
            for (nth, one) in panel.boxes.iter().enumerate() {
                *count.entry(&one.key).or_default() += 1;
                let (x, y) = one.at_mm;
                assert!(x >= BAND && x + one.size_mm.0 <= WIDTH + 1e-6 && y + one.size_mm.1 <= panel.height_mm + 1e-6);
                for other in &panel.boxes[nth + 1..] {
                    let apart = apart((one.at_mm, one.size_mm), (other.at_mm, other.size_mm));
                    assert!(apart, "{} and {} do not overlap", one.key, other.key);
                }
            }
            for ((x1, y1), (x2, y2)) in &panel.lines {
                assert!((x1 - x2).abs() < 1e-9 || (y1 - y2).abs() < 1e-9, "lines are upright or level");
                for one in &panel.boxes {
                    let inside = |x: f64, y: f64| {
                        x > one.at_mm.0 + 1e-6
                            && x < one.at_mm.0 + one.size_mm.0 - 1e-6
                            && y > one.at_mm.1 + 1e-6
                            && y < one.at_mm.1 + one.size_mm.1 - 1e-6
                    };
                    assert!(!inside((x1 + x2) / 2.0, (y1 + y2) / 2.0), "no line runs through {}", one.key);
                }
            }
        }
        assert_eq!(count.len(), nodes.len());
        assert!(count.values().all(|times| *times == 1), "{count:?}");
    }

    #[test]
    fn a_small_map_draws_every_need_as_a_line() {
        let nodes =
            [node(0, "L0", &[]), node(1, "L1", &[0]), node(2, "L1", &[0]), node(3, "L3", &[1, 2]), node(4, "L4", &[3])];
        let drawn = drawn_of(&nodes);
        assert_eq!(drawn.len(), 1);
        sound(&nodes, &drawn);
        assert!(drawn[0].boxes.iter().all(|one| one.lines.iter().all(|(line, _)| !line.contains("要る"))));
        assert_eq!(drawn[0].waves.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>(), ["L0", "L1", "L3", "L4"]);
    }

    #[test]
    fn what_many_need_is_named_by_number_and_not_by_a_bundle_of_lines() {
        let mut nodes = vec![node(0, "L0", &[])];
        nodes.extend((1..30).map(|at| node(at, "L3", &[0])));
        let drawn = drawn_of(&nodes);
        sound(&nodes, &drawn);
        assert!(drawn.iter().all(|panel| panel.lines.is_empty()));
        let said =
            drawn.iter().flat_map(|panel| &panel.boxes).filter(|one| one.lines.iter().any(|(l, _)| l == "要る 1"));
        assert_eq!(said.count(), 29);
    }

    #[test]
    fn three_hundred_systems_with_many_needs_lose_none_and_stay_in_place() {
        let nodes: Vec<MapNode> = (0..300)
            .map(|at| {
                let needs: Vec<usize> =
                    [at / 2, at / 3, at * 2 / 3].into_iter().filter(|to| *to < at - at % 10).collect();
                let mut needs = needs;
                needs.sort_unstable();
                needs.dedup();
                node(at, &format!("L{}", at / 10), &needs)
            })
            .collect();
        let drawn = drawn_of(&nodes);
        sound(&nodes, &drawn);
        assert_eq!(drawn, drawn_of(&nodes));
        // Each need is a number in its box, or a line ends at the box's top for it.
        for panel in &drawn {
            for one in &panel.boxes {
                let at: usize = one.key[1..].parse().expect("a number");
                let numbers: String =
                    one.lines.iter().filter(|(_, bold)| !bold).map(|(line, _)| line.as_str()).collect();
                let named = numbers.trim_start_matches("要る ").split('・').filter(|n| !n.is_empty()).count();
                let top = one.at_mm.1;
                let ends = panel.lines.iter().filter(|((x1, _), (x2, y2))| {
                    x1 == x2 && (y2 - top).abs() < 1e-6 && *x1 > one.at_mm.0 && *x1 < one.at_mm.0 + one.size_mm.0
                });
                assert_eq!(named + ends.count(), nodes[at].needs.len(), "{}", one.key);
            }
        }
    }
}
