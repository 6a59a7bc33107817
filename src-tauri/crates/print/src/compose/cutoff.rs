//! Cut-off points: each as a list of its own, all of them on one sheet in their order, and tags to cut out.

use super::blocks::line;
use super::words::Words;
use crate::outline::{Block, Piece, Run, Style, Table, TableRow, Tag};
use plan::recovery::Graph;
use plan::{Id, Kind, Record};

/// Blank tags that say 「抜くな」: as many as fill a sheet with the fixed ones.
const KEEP_TAGS: usize = 8;

/// The points in the order in which they are pulled.
fn in_order<'a>(words: &Words<'a>) -> Vec<&'a dyn Record> {
    let mut points: Vec<&dyn Record> = words.plan.live(Kind::CutoffPoint).collect();
    points.sort_by_key(|point| (point.field("step").is_none(), point.field("step")));
    points
}

/// Each as a list: who pulls a cable reads one thing at a time.
pub fn points(words: &Words<'_>) -> Vec<Piece> {
    let mut out = Vec::new();
    for point in in_order(words) {
        let mut runs = words.name(point, "name");
        runs.insert(0, Run::Text(format!("{} ", circled(words, point))));
        out.push(Piece {
            block: Block::Heading { level: 4, runs, listed: false },
            about: words.about(point),
            anchor: None,
        });
        let fields =
            ["step", "tag", "place", "photo", "who", "key", "stops", "instead", "announce", "restore", "checked_on"];
        let mut lines: Vec<(String, Vec<Run>)> = fields.iter().map(|field| line(words, point, field)).collect();
        let (names, about) = stopped(words, point.id());
        if !names.is_empty() {
            let at = fields.iter().position(|field| *field == "instead").unwrap_or(lines.len());
            lines.insert(at, (words.label(Kind::CutoffStop, "system"), vec![Run::Text(names.join("、"))]));
        }
        let about = words.about(point).into_iter().chain(about).collect();
        out.push(Piece { block: Block::KeyValues(lines), about, anchor: None });
    }
    if out.is_empty() {
        out.push(words.paragraph(vec![Run::from(words.word("no-rows"))], Style::Small));
        let lines = ["name", "step", "tag", "place", "photo", "who", "key", "stops", "instead", "announce", "restore"]
            .iter()
            .map(|field| (words.label(Kind::CutoffPoint, field), vec![Run::Blank(20)]))
            .collect();
        out.push(Piece::plain(Block::KeyValues(lines)));
    }
    out
}

/// Only the circled number: the name says the rest.
fn circled(words: &Words<'_>, point: &dyn Record) -> String {
    match words.cell(point, "step").first() {
        Some(Run::Text(text)) => text.chars().take(1).collect(),
        _ => String::new(),
    }
}

/// What stops with a point, what follows from the dependencies included, and the links that say so.
fn stopped(words: &Words<'_>, point: Id) -> (Vec<String>, Vec<crate::outline::About>) {
    let graph = Graph::of(words.plan);
    let links: Vec<&plan::CutoffStop> = words
        .plan
        .rows
        .cutoff_stops
        .iter()
        .filter(|link| link.row.removed_at.is_none() && link.cutoff == Some(point))
        .collect();
    let first: Vec<usize> = links.iter().filter_map(|link| link.system.and_then(|id| graph.at(id))).collect();
    let all = graph.reach(first.iter().copied(), &graph.needed_by);
    let later = (0..all.len()).filter(|at| all[*at] && !first.contains(at));
    let names = first.iter().copied().chain(later).map(|at| graph.systems[at].title()).collect();
    (names, links.into_iter().flat_map(|link| words.about(link)).collect())
}

/// All points on one sheet, in order, with room for time and initials.
pub fn sheet(words: &Words<'_>) -> Vec<Piece> {
    let row = |point: &dyn Record| {
        let mut name = vec![Run::Bold(format!("{} ", circled(words, point)))];
        name.extend(words.name(point, "name"));
        let tag = words.cell(point, "tag");
        if !tag.is_empty() {
            name.push(Run::from("\n"));
            name.extend(tag);
        }
        let with = |field: &'static str, further: &'static str| {
            let mut runs = words.cell(point, field);
            let value = words.cell(point, further);
            if !value.is_empty() {
                runs.push(Run::Text(format!("\n{}：", words.label(Kind::CutoffPoint, further))));
                runs.extend(value);
            }
            runs
        };
        let mut dies = with("stops", "instead");
        let announce = words.cell(point, "announce");
        if !announce.is_empty() {
            dies.push(Run::Text(format!("\n{}：", words.label(Kind::CutoffPoint, "announce"))));
            dies.extend(announce);
        }
        let cells = vec![name, with("place", "key"), words.cell(point, "who"), dies, Vec::new()];
        TableRow { cells, about: words.about(point), ..TableRow::default() }
    };
    let rows: Vec<TableRow> = in_order(words).into_iter().map(row).collect();
    let label = |field: &'static str| words.label(Kind::CutoffPoint, field);
    let columns = vec![
        (label("name"), 15.0),
        (format!("{}{}{}", label("place"), words.word("and"), label("key")), 27.0),
        (label("who"), 17.0),
        (format!("{}{}{}", label("stops"), words.word("and"), label("instead")), 31.0),
        (words.word("done-at").to_owned(), 10.0),
    ];
    let blank_rows = if rows.is_empty() { 6 } else { 1 };
    vec![
        words.paragraph(vec![words.word("pull-in-order").into()], Style::Body),
        Piece::plain(Block::Table(Table { columns, rows, blank_rows, fill: false })),
    ]
}

/// A tag for each point, and tags for what must never be pulled (`practice.md` §1-7).
pub fn tags(words: &Words<'_>) -> Vec<Piece> {
    let pull = |point: &dyn Record| {
        let line = |field: &'static str| {
            let mut runs = vec![Run::Text(format!("{}：", words.label(Kind::CutoffPoint, field)))];
            let value = words.cell(point, field);
            runs.extend(if value.is_empty() { vec![Run::Blank(12)] } else { value });
            runs
        };
        let mut name = vec![Run::Text(format!("{}：", words.word("tag-pull")))];
        name.extend(words.cell(point, "name"));
        let done = vec![Run::Text(format!("{}：", words.word("done-at"))), Run::Blank(10)];
        Tag {
            head: format!(
                "{} {}",
                circled(words, point),
                words.cell(point, "tag").iter().map(plain).collect::<String>()
            ),
            warns: false,
            lines: vec![name, line("who"), done],
            about: words.about(point),
        }
    };
    let engineer = words.plan.from_entry("departments/clinical-engineering");
    let ask = || {
        let mut runs = vec![Run::Text(format!("{}：", words.word("tag-ask")))];
        let numbers = engineer.map(plan::numbers_of).and_then(|(day, night)| night.or(day));
        match (engineer, numbers) {
            (Some(department), Some(number)) => {
                runs.push(Run::Text(format!("{} ", department.title())));
                runs.push(Run::Keep(number));
            }
            _ => runs.push(Run::Blank(12)),
        }
        runs
    };
    let keep = || Tag {
        head: words.word("tag-keep").to_owned(),
        warns: true,
        lines: vec![vec![words.word("tag-keep-note").into()], ask()],
        about: Vec::new(),
    };
    let mut tags: Vec<Tag> = in_order(words).into_iter().map(pull).collect();
    if !tags.len().is_multiple_of(2) {
        tags.push(keep());
    }
    tags.extend((0..KEEP_TAGS).map(|_| keep()));
    vec![words.paragraph(vec![words.word("cut-here").into()], Style::Small), Piece::plain(Block::Tags(tags))]
}

fn plain(run: &Run) -> &str {
    match run {
        Run::Text(text) | Run::Bold(text) | Run::Keep(text) | Run::Badge(text) => text,
        Run::Blank(_) | Run::PageRef(_) => "",
    }
}
