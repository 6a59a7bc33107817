//! Cut-off points: each as a list of its own, all of them on one sheet in their order, and tags to cut out.

use super::table::line;
use super::words::Words;
use crate::outline::{Block, Piece, Run, Style, Table, TableRow, Tag};
use plan::recovery::Graph;
use plan::{Id, Kind, Record};

/// Tags that say 「抜くな」, at least: what is left of the last sheet is filled with more of them.
const KEEP_TAGS: usize = 8;
/// Tags of one sheet.
const TAGS_ON_SHEET: usize = 10;

/// The points in the order in which they are pulled.
fn in_order<'a>(words: &Words<'a>) -> Vec<&'a dyn Record> {
    let mut points: Vec<&dyn Record> = words.plan.live(Kind::CutoffPoint).collect();
    points.sort_by_key(|point| (point.field("step").is_none(), point.field("step")));
    points
}

/// Each as a list: who pulls a cable reads one thing at a time.
pub(super) fn points(words: &Words<'_>) -> Vec<Piece> {
    let graph = Graph::of(words.plan);
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
        let (names, about) = stopped(words, &graph, point.id());
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
fn stopped(words: &Words<'_>, graph: &Graph<'_>, point: Id) -> (Vec<String>, Vec<crate::outline::About>) {
    let links: Vec<&plan::CutoffStop> =
        words.plan.rows.cutoff_stops.live().filter(|link| link.cutoff == Some(point)).collect();
    let first: Vec<usize> = links.iter().filter_map(|link| link.system.and_then(|id| graph.at(id))).collect();
    let all = graph.reach(first.iter().copied(), &graph.needed_by);
    let later = (0..all.len()).filter(|at| all[*at] && !first.contains(at));
    let names = first.iter().copied().chain(later).map(|at| graph.systems[at].title()).collect();
    (names, links.into_iter().flat_map(|link| words.about(link)).collect())
}

/// All points on one sheet, in order, with room for time and initials.
pub(super) fn sheet(words: &Words<'_>) -> Vec<Piece> {
    let graph = Graph::of(words.plan);
    let mut rows: Vec<TableRow> = Vec::new();
    let mut step = None;
    for point in in_order(words) {
        if point.field("step") != step {
            step = point.field("step");
            rows.extend(step.as_deref().map(|step| band(words, step)));
        }
        rows.push(row(words, &graph, point));
    }
    let label = |field: &'static str| words.label(Kind::CutoffPoint, field);
    let columns = vec![
        (words.word("line-and-tag").to_owned(), 16.0),
        (format!("{}{}{}", label("place"), words.word("and"), label("key")), 23.0),
        (label("who"), 16.0),
        (format!("{}{}{}", label("stops"), words.word("and"), label("instead")), 30.0),
        (words.word("done-at").to_owned(), 15.0),
    ];
    let blank_rows = if rows.is_empty() { 6 } else { 1 };
    vec![
        words.paragraph(vec![Run::Bold(words.word("pull-in-order").to_owned())], Style::Body),
        Piece::plain(Block::Table(Table { columns, rows, blank_rows, fill: false })),
    ]
}

/// What must be true before the lines of a step are pulled, who decides it, and room for who did and when.
/// A step is decided as a whole; the initials at each line only say that it was pulled.
fn band(words: &Words<'_>, step: &str) -> TableRow {
    let (entry, before) = match step {
        "1" => ("decisions/cutoff-1", "pull-1"),
        "2" => ("decisions/cutoff-2", "pull-2"),
        _ => ("decisions/cutoff-3", "pull-3"),
    };
    let mark: String = words.template.choice(Kind::CutoffPoint.noun(), "step", step).chars().take(1).collect();
    let mut runs = vec![Run::Bold(format!("{mark} {}", words.word(before)))];
    let mut about = Vec::new();
    if let Some(decision) = words.plan.from_entry(entry) {
        about = words.about(decision);
        let (day, night) = (words.cell(decision, "day_role"), words.cell(decision, "night_role"));
        for (word, role) in [("day", day), ("night", night)] {
            if !role.is_empty() {
                runs.push(Run::Text(format!("　{}：", words.word(word))));
                runs.extend(role);
            }
        }
    }
    runs.push(Run::Text(format!("　{}", words.word("decided-by"))));
    runs.push(Run::Blank(8));
    runs.push(Run::Text(format!("　{}", words.word("time"))));
    runs.push(Run::Blank(5));
    TableRow { cells: vec![runs], about, band: true, ..TableRow::default() }
}

/// A line: where it is, who may pull it, what stops with it and what is done instead.
fn row(words: &Words<'_>, graph: &Graph<'_>, point: &dyn Record) -> TableRow {
    let mut name = vec![Run::Bold(format!("{} ", circled(words, point)))];
    name.extend(words.name(point, "name"));
    let tag = words.cell(point, "tag");
    if !tag.is_empty() {
        name.push(Run::from("\n"));
        name.extend(tag);
    }
    let further = |runs: &mut Vec<Run>, label: String, value: Vec<Run>| {
        if !value.is_empty() {
            runs.push(Run::Text(format!("\n{label}：")));
            runs.extend(value);
        }
    };
    let said = |field: &'static str| (words.label(Kind::CutoffPoint, field), words.cell(point, field));
    let mut place = words.cell(point, "place");
    let (label, key) = said("key");
    further(&mut place, label, key);
    let mut stops = words.cell(point, "stops");
    let (names, links) = stopped(words, graph, point.id());
    if !names.is_empty() {
        let label = words.label(Kind::CutoffStop, "system");
        further(&mut stops, label, vec![Run::Text(names.join("、"))]);
    }
    for field in ["instead", "announce"] {
        let (label, value) = said(field);
        further(&mut stops, label, value);
    }
    let cells = vec![name, place, words.cell(point, "who"), stops, Vec::new()];
    let about = words.about(point).into_iter().chain(links).collect();
    TableRow { cells, about, ..TableRow::default() }
}

/// A tag for each point, and tags for what must never be pulled [PRACTICE-CUTS], as many as fill sheets.
pub(super) fn tags(words: &Words<'_>) -> Vec<Piece> {
    let mut tags: Vec<Tag> = in_order(words).into_iter().map(|point| wait_tag(words, point)).collect();
    let all = (tags.len() + KEEP_TAGS).next_multiple_of(TAGS_ON_SHEET);
    tags.resize_with(all, || keep_tag(words));
    vec![words.paragraph(vec![words.word("cut-here").into()], Style::Small), Piece::plain(Block::Tags(tags))]
}

/// It hangs at a cable all year, where visitors pass: it is no leave to pull, and names nobody.
fn wait_tag(words: &Words<'_>, point: &dyn Record) -> Tag {
    let mut line = vec![Run::Text(format!("{}：", words.word("tag-line")))];
    line.extend(words.cell(point, "name"));
    let said: String = words.cell(point, "tag").iter().map(plain).collect();
    let head = if said.is_empty() { point.title() } else { said };
    let first = point.field("step").as_deref() == Some("1");
    let wait = Run::Bold(words.word(if first { "tag-wait" } else { "tag-read-first" }).to_owned());
    Tag {
        head: format!("{} {head}", circled(words, point)),
        warns: false,
        lines: vec![line, vec![wait]],
        about: words.about(point),
    }
}

fn keep_tag(words: &Words<'_>) -> Tag {
    let asked = ["roles/clinical-engineer", "departments/clinical-engineering"];
    let mut ask = vec![Run::Text(format!("{}：", words.word("tag-ask")))];
    let number = |entry: &&str| {
        let record = words.plan.from_entry(entry)?;
        let (day, night) = super::words::numbers_of(record);
        Some((record.title(), night.or(day)?))
    };
    match asked.iter().find_map(number) {
        Some((title, number)) => {
            ask.push(Run::Text(format!("{title} ")));
            ask.push(Run::Keep(number));
        }
        None => ask.push(Run::Blank(12)),
    }
    let decides = if words.plan.has_beds() { "tag-keep-note" } else { "tag-keep-note-no-beds" };
    Tag {
        head: words.word("tag-keep").to_owned(),
        warns: true,
        lines: vec![vec![words.word(decides).into()], ask],
        about: Vec::new(),
    }
}

fn plain(run: &Run) -> &str {
    match run {
        Run::Text(text) | Run::Bold(text) | Run::Keep(text) | Run::Badge(text) => text,
        Run::Blank(_) | Run::PageRef(_) | Run::Tick | Run::Ticked => "",
    }
}
