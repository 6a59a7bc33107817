//! A tree → boxes and lines at fixed places, on as many panels as it needs.
//!
//! The screen draws the same coordinates as the paper. Same tree, same
//! coordinates. Deliberately not here: what stands in a box (`compose`), and
//! on which page a panel comes to lie (`layout`).

use crate::measure::{fitted, wrapped};
use crate::outline::{About, TreeNode};
use std::collections::VecDeque;

/// Width of a panel, in mm: the body of a page.
pub const WIDTH: f64 = crate::measure::a4::BODY;
/// A panel is at most this high, in mm: a page with its heading.
const HIGHEST: f64 = 238.0;
/// Levels side by side on a panel.
const LEVELS: usize = 3;
/// Between two levels, in mm.
const GAP: f64 = 11.0;
/// Width of a box, in mm.
const BOX: f64 = (WIDTH - GAP * (LEVELS - 1) as f64) / LEVELS as f64;
/// Between two boxes below each other, in mm.
const APART: f64 = 3.0;
/// Between the frame and the text, in mm.
const INSIDE: f64 = 1.6;
/// Size of the letters, in pt, and from line to line, in mm.
pub const SIZE_PT: f64 = 9.0;
/// From line to line, in mm.
pub const LINE: f64 = 4.4;
/// A title may take so many lines before it is cut; it stands whole in the list of contacts.
const TITLE_LINES: usize = 2;
/// A box may have so many lines before it is cut; the table below the tree has them whole.
const MOST_LINES: usize = 14;

/// One panel of a tree.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// The box it begins with: what a reference to it names.
    pub key: String,
    /// Which panel of its row of boxes it is: 0, and more where the row was too long for one.
    pub part: usize,
    /// Whether the row goes on, on the next panel.
    pub goes_on: bool,
    /// Height, in mm.
    pub height_mm: f64,
    /// Boxes.
    pub boxes: Vec<TreeBox>,
    /// Lines, from and to, in mm from the upper left corner.
    pub lines: Vec<((f64, f64), (f64, f64))>,
}

/// A box at its place.
#[derive(Debug, Clone, PartialEq)]
pub struct TreeBox {
    /// The key of its node.
    pub key: String,
    /// How far from the first box of its panel: it hangs on the nearest one before it that is one nearer.
    pub level: usize,
    /// Upper left corner, in mm.
    pub at_mm: (f64, f64),
    /// Width and height, in mm.
    pub size_mm: (f64, f64),
    /// Its lines and whether they are bold.
    pub lines: Vec<(String, bool)>,
    /// Whether what hangs on it is drawn on a panel of its own.
    pub elsewhere: bool,
    /// What it is about.
    pub about: Vec<About>,
}

/// Puts a tree on panels. Every node has a box on exactly one panel, and one more
/// at the head of the panel that continues it.
pub fn panels(heads: &[TreeNode]) -> Vec<Panel> {
    let mut waiting: VecDeque<(Measured<'_>, usize)> = VecDeque::new();
    let mut out: Vec<Panel> = Vec::new();
    for head in heads {
        waiting.push_back((Measured::of(head, 0), 0));
        while let Some((tree, part)) = waiting.pop_front() {
            panel(tree, part, &mut waiting, &mut out);
        }
    }
    out
}

/// Draws a tree, moving what does not fit to panels of its own.
fn panel<'a>(mut tree: Measured<'a>, part: usize, waiting: &mut VecDeque<(Measured<'a>, usize)>, out: &mut Vec<Panel>) {
    let mut moved: Vec<&'a TreeNode> = Vec::new();
    let mut goes_on = false;
    tree.shorten(&mut moved);
    while tree.tall() > HIGHEST - LINE - APART {
        match tree.tallest() {
            Some(at) => {
                let below = &mut tree.calls[at];
                moved.push(below.node);
                below.close();
            }
            None => break,
        }
    }
    if tree.tall() > HIGHEST - LINE - APART {
        // Too many boxes hang on this one alone: the rest continues under the same box.
        let mut tall = 0.0;
        let keep = tree
            .calls
            .iter()
            .take_while(|one| {
                tall += one.tall() + APART;
                tall - APART <= HIGHEST - LINE - APART
            })
            .count()
            .max(1);
        let rest = tree.calls.split_off(keep);
        if !rest.is_empty() {
            goes_on = true;
            waiting.push_front((Measured { calls: rest, ..tree.clone() }, part + 1));
        }
    }
    moved.sort_by_key(|node| position(tree.node, &node.key));
    let behind = waiting.len();
    for node in moved {
        let at = waiting.len() - behind;
        waiting.insert(at + usize::from(goes_on), (Measured::of(node, 0), 0));
    }
    let mut drawn = Panel {
        key: tree.node.key.clone(),
        part,
        goes_on,
        height_mm: tree.tall() + if goes_on { LINE + APART } else { 0.0 },
        boxes: Vec::new(),
        lines: Vec::new(),
    };
    draw(&tree, 0, 0.0, &mut drawn);
    out.push(drawn);
}

/// Where a node stands in a tree, counted from the top.
fn position(tree: &TreeNode, key: &str) -> Option<usize> {
    fn walk(tree: &TreeNode, key: &str, count: &mut usize) -> bool {
        *count += 1;
        tree.key == key || tree.leads_to.iter().any(|one| walk(one, key, count))
    }
    let mut count = 0;
    walk(tree, key, &mut count).then_some(count)
}

fn draw(tree: &Measured<'_>, level: usize, top: f64, panel: &mut Panel) {
    let left = level as f64 * (BOX + GAP);
    panel.boxes.push(TreeBox {
        key: tree.node.key.clone(),
        level,
        at_mm: (left, top),
        size_mm: (BOX, tree.own),
        lines: tree.lines.clone(),
        elsewhere: tree.elsewhere,
        about: tree.node.about.clone(),
    });
    let mut y = top;
    let trunk = left + BOX + GAP / 2.0;
    let mut ends = Vec::new();
    for call in &tree.calls {
        let middle = y + call.own / 2.0;
        ends.push(middle);
        panel.lines.push(((trunk, middle), (left + BOX + GAP, middle)));
        draw(call, level + 1, y, panel);
        y += call.tall() + APART;
    }
    if let (Some(first), Some(last)) = (ends.first(), ends.last()) {
        let own = top + tree.own / 2.0;
        panel.lines.push(((left + BOX, own), (trunk, own)));
        let (from, to) = (first.min(own), last.max(own));
        if to > from {
            panel.lines.push(((trunk, from), (trunk, to)));
        }
    }
}

/// A node with the heights of its box and of what hangs on it.
#[derive(Debug, Clone)]
struct Measured<'a> {
    node: &'a TreeNode,
    lines: Vec<(String, bool)>,
    own: f64,
    calls: Vec<Measured<'a>>,
    elsewhere: bool,
}

impl<'a> Measured<'a> {
    fn of(node: &'a TreeNode, level: usize) -> Self {
        let room = BOX - 2.0 * INSIDE;
        let title = wrapped(&node.title, SIZE_PT, true, room);
        let mut lines: Vec<(String, bool)> = title.iter().take(TITLE_LINES).map(|line| (line.clone(), true)).collect();
        if let (true, Some((last, _))) = (title.len() > TITLE_LINES, lines.last_mut()) {
            *last = fitted(&format!("{last}…"), SIZE_PT, true, room);
        }
        for line in &node.lines {
            lines.extend(wrapped(line, SIZE_PT, false, room).into_iter().map(|line| (line, false)));
        }
        if lines.len() > MOST_LINES {
            lines.truncate(MOST_LINES - 1);
            lines.push(("…".to_owned(), false));
        }
        let own = lines.len().max(1) as f64 * LINE + 2.0 * INSIDE;
        // What lies deeper than a panel has levels is drawn, and measured, elsewhere.
        let calls = if level + 1 < LEVELS { &node.leads_to[..] } else { &[] };
        let calls = calls.iter().map(|one| Self::of(one, level + 1)).collect();
        Self { node, lines, own, calls, elsewhere: false }
    }

    /// The height of the box with all that hangs on it.
    fn tall(&self) -> f64 {
        let calls: f64 = self.calls.iter().map(|one| one.tall() + APART).sum();
        self.own.max(calls - APART)
    }

    /// Draws what hangs on it elsewhere; the box gets a line for the reference.
    fn close(&mut self) {
        self.calls.clear();
        self.elsewhere = true;
        self.own += LINE;
    }

    /// Closes what has more hanging on it than this panel draws.
    fn shorten(&mut self, moved: &mut Vec<&'a TreeNode>) {
        if self.calls.is_empty() && !self.node.leads_to.is_empty() && !self.elsewhere {
            moved.push(self.node);
            self.close();
        }
        for call in &mut self.calls {
            call.shorten(moved);
        }
    }

    /// The tallest open branch right below this one.
    fn tallest(&self) -> Option<usize> {
        let open = self.calls.iter().enumerate().filter(|(_, one)| !one.calls.is_empty());
        let tallest = open.max_by(|(a, one), (b, other)| one.tall().total_cmp(&other.tall()).then(b.cmp(a)));
        tallest.map(|(at, _)| at)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use std::collections::BTreeMap;

    type Mm = (f64, f64);

    fn node(key: &str, leads_to: Vec<TreeNode>) -> TreeNode {
        let lines = vec!["昼 内線の番号".to_owned(), "夜 内線の番号".to_owned()];
        TreeNode { key: key.to_owned(), title: format!("役割{key}"), lines, about: Vec::new(), leads_to }
    }

    fn wide(key: &str, count: usize) -> TreeNode {
        node(key, (0..count).map(|nth| node(&format!("{key}.{nth}"), Vec::new())).collect())
    }

    /// How often each node has a box that is not the head of a continuing panel.
    fn boxes(panels: &[Panel]) -> BTreeMap<String, usize> {
        let mut count = BTreeMap::new();
        for panel in panels {
            for (nth, one) in panel.boxes.iter().enumerate() {
                let again = nth == 0
                    && (panel.part > 0
                        || panels.iter().any(|s| s.boxes.iter().any(|b| b.elsewhere && b.key == one.key)));
                *count.entry(one.key.clone()).or_default() += usize::from(!again);
            }
        }
        count
    }

    /// Whether two boxes, each with its corner and size, do not overlap.
    pub(crate) fn apart(one: (Mm, Mm), other: (Mm, Mm)) -> bool {
        let beyond =
            |(at, size): (Mm, Mm), (corner, _): (Mm, Mm)| corner.0 >= at.0 + size.0 || corner.1 >= at.1 + size.1;
        beyond(one, other) || beyond(other, one)
    }

    fn sound(panels: &[Panel], nodes: usize) {
        let counted = boxes(panels);
        assert_eq!(counted.len(), nodes, "every place is drawn");
        assert!(counted.values().all(|times| *times == 1), "and once: {counted:?}");
        for panel in panels {
            for (nth, one) in panel.boxes.iter().enumerate() {
                let (x, y) = one.at_mm;
                assert!(x + one.size_mm.0 <= WIDTH + 1e-6 && y + one.size_mm.1 <= panel.height_mm.min(HIGHEST) + 1e-6);
                for other in &panel.boxes[nth + 1..] {
                    let apart = apart((one.at_mm, one.size_mm), (other.at_mm, other.size_mm));
                    assert!(apart, "{} and {} do not overlap", one.key, other.key);
                }
            }
        }
        let elsewhere = panels.iter().flat_map(|s| &s.boxes).filter(|b| b.elsewhere);
        for one in elsewhere {
            assert!(panels.iter().any(|panel| panel.key == one.key), "{} leads to a panel", one.key);
        }
    }

    #[test]
    fn a_small_tree_is_one_sheet() {
        let drawn = panels(&[node("a", vec![wide("b", 2), node("c", Vec::new())])]);
        assert_eq!(drawn.len(), 1);
        sound(&drawn, 5);
    }

    #[test]
    fn a_deep_tree_goes_on_elsewhere() {
        let deep = node("a", vec![node("b", vec![node("c", vec![node("d", vec![node("e", Vec::new())])])])]);
        let drawn = panels(&[deep]);
        assert_eq!(drawn.len(), 2);
        sound(&drawn, 5);
    }

    #[test]
    fn a_wide_tree_is_split_and_its_rest_continues() {
        let drawn = panels(&[wide("a", 60)]);
        assert!(drawn.len() >= 4 && drawn[1].part == 1 && drawn[0].goes_on, "{}", drawn.len());
        sound(&drawn, 61);
        let both = node("a", (0..6).map(|nth| wide(&format!("b{nth}"), 9)).collect());
        let drawn = panels(&[both]);
        assert!(drawn.len() > 1);
        sound(&drawn, 61);
    }

    #[test]
    fn a_title_too_long_is_cut_and_numbers_never() {
        let mut long = node("a", Vec::new());
        long.title = "名".repeat(3_000);
        long.lines = vec!["夜 0000-00-0000、内線0000、そのほかに決めた番号0000-00-0001".to_owned()];
        let drawn = panels(&[long]);
        let said: String =
            drawn[0].boxes[0].lines.iter().filter(|(_, bold)| !bold).map(|(line, _)| line.as_str()).collect();
        assert!(said.contains("0000-00-0001"), "{said}");
        assert!(drawn[0].boxes[0].lines[1].0.ends_with('…'));
    }

    #[test]
    fn the_same_tree_has_the_same_places() {
        let tree = [node("a", (0..6).map(|nth| wide(&format!("b{nth}"), 9)).collect())];
        assert_eq!(panels(&tree), panels(&tree));
    }
}
