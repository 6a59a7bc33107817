//! The map of dependencies, and the points on which much hangs.

use super::words::Words;
use crate::map::{MapNode, MapWords};
use crate::outline::{Block, Piece, Run, Style, Table, TableRow};
use plan::recovery::{Graph, Weak, essential, order, weak_points};
use plan::{Kind, Plan, Record};
use template::Template;

/// The map under a line that says how to read it.
pub(super) fn pieces(words: &Words<'_>) -> Vec<Piece> {
    let nodes = nodes(words);
    if nodes.len() < 2 {
        return vec![words.paragraph(vec![words.word("map-empty").into()], Style::Small)];
    }
    let how = words.paragraph(vec![words.word("map-how").into()], Style::Small);
    vec![how, Piece::plain(Block::Map(nodes, map_words(words.template)))]
}

/// The words in its boxes.
pub fn map_words(template: &Template) -> MapWords {
    MapWords { needs: template.word("map-also").to_owned(), circle: template.word("circle").to_owned() }
}

/// The systems in the order of the map: wave by wave, those that hang on the same thing beside each other.
pub fn map_nodes(plan: &Plan, template: &Template) -> Vec<MapNode> {
    nodes(&super::Composing::hq(plan, template, "").words())
}

fn nodes(words: &Words<'_>) -> Vec<MapNode> {
    let graph = Graph::of(words.plan);
    let order = order(&graph);
    let needs = essential(&graph);
    let mut place = vec![usize::MAX; graph.systems.len()];
    let mut listed: Vec<usize> = Vec::new();
    for wave in &order.waves {
        let mut members = wave.systems.clone();
        members.sort_by_key(|at| (needs[*at].iter().map(|to| place[*to]).max().unwrap_or(0), *at));
        for at in members {
            place[at] = listed.len();
            listed.push(at);
        }
    }
    let places = |list: &[usize]| {
        let mut out: Vec<usize> = list.iter().map(|at| place[*at]).collect();
        out.sort_unstable();
        out
    };
    let node = |(nth, at): (usize, &usize)| {
        let system = graph.systems[*at];
        let circle = order.circles.iter().find(|circle| circle.contains(at));
        let others: Vec<usize> = circle.into_iter().flatten().copied().filter(|other| other != at).collect();
        MapNode {
            key: system.row.id.to_string(),
            title: format!("{} {}", nth + 1, system.title()),
            lines: Vec::new(),
            wave: order.waves[order.placed[*at].wave].label(),
            needs: places(&needs[*at]),
            circle: places(&others),
            about: words.about(system),
        }
    };
    listed.iter().enumerate().map(node).collect()
}

/// So many systems are named beside a weak point; the map has them all.
const NAMED: usize = 12;

/// One row for each point on which much hangs.
pub(super) fn weak(words: &Words<'_>) -> Piece {
    let graph = Graph::of(words.plan);
    let row = |point: &plan::recovery::WeakPoint| {
        let (name, about): (String, &dyn Record) = match point.at {
            Weak::System(at) => (graph.systems[at].title(), graph.systems[at]),
            Weak::Vendor(id) => {
                let vendor = words.plan.find(Kind::Organisation, id)?;
                (format!("{}：{}", words.word("supplier"), vendor.title()), vendor)
            }
        };
        let count = point.systems.count();
        let names = point.systems.iter().map(|at| graph.systems[at].title());
        let cells = vec![
            vec![Run::Text(name)],
            vec![Run::Text(count.to_string())],
            vec![Run::Text(point.tasks.to_string())],
            vec![Run::Text(words.first_of(names, count, NAMED))],
        ];
        Some(TableRow { cells, about: words.about(about), ..TableRow::default() })
    };
    let rows: Vec<TableRow> = weak_points(words.plan, &graph).iter().filter_map(row).collect();
    let columns = vec![
        (words.word("weak-points").to_owned(), 26.0),
        (words.word("needed-by").to_owned(), 9.0),
        (words.word("tasks-hit").to_owned(), 9.0),
        (words.word("stops-with").to_owned(), 56.0),
    ];
    let blank_rows = if rows.is_empty() { 2 } else { 0 };
    Piece::plain(Block::Table(Table { columns, rows, blank_rows, fill: false }))
}
