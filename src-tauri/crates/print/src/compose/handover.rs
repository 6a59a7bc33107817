//! 引継ぎ: one page for whoever takes a role over, with everything in the plan that names it.

use super::words::Words;
use crate::outline::{Block, Piece, Run, Style, Table, TableRow};
use plan::{Kind, Record, Role, day};

/// So many of one sort are named; how many more there are is said.
const NAMED: usize = 24;

/// The roles somebody looked at since the last change of staff; all that are held while there was none.
pub(super) fn pages(words: &Words<'_>) -> Vec<Piece> {
    let since = words.plan.facility().and_then(|facility| day::stored(facility.changeover_on.as_deref()?));
    let handed = |role: &&Role| {
        let seen =
            since.is_none_or(|since| role.confirmed_on.as_deref().and_then(day::stored).is_some_and(|on| on >= since));
        role.holder.is_some() && seen
    };
    let mut out = Vec::new();
    for role in words.plan.rows.roles.live().filter(handed) {
        if !out.is_empty() {
            out.push(Piece::plain(Block::PageBreak));
        }
        out.extend(page(words, role));
    }
    if out.is_empty() {
        out.push(words.paragraph(vec![words.word("handover-none").into()], Style::Body));
    }
    out
}

fn page(words: &Words<'_>, role: &Role) -> Vec<Piece> {
    let about = words.about(role);
    let head = Block::Heading { level: 5, runs: words.name(role, "name"), listed: true };
    let mut lines: Vec<(String, Vec<Run>)> =
        ["holder", "duty"].iter().map(|field| super::table::line(words, role, field)).collect();
    let rest = ["department", "deputy1", "deputy2", "night_holder", "night_deputy", "phone", "night_phone", "roster"];
    let said = rest.iter().filter(|field| role.field(field).is_some());
    lines.extend(said.map(|field| super::table::line(words, role, field)));
    let columns = [("handover-kind", 24.0), ("handover-what", 48.0), ("handover-as", 28.0)];
    let columns = columns.map(|(word, share)| (words.word(word).to_owned(), share)).to_vec();
    let rows = named(words, role);
    vec![
        Piece { block: head, about: about.clone(), anchor: Some(format!("handover/{}", role.row.id)) },
        Piece { block: Block::KeyValues(lines), about, anchor: None },
        Piece::plain(Block::Table(Table { columns, rows, blank_rows: 2, fill: false })),
        words.paragraph(vec![words.word("handover-signed").into(), Run::from(" "), Run::Blank(24)], Style::Body),
    ]
}

/// Everything that names this role, whatever it is: what is alike shares a row, or the page would be two. Names that
/// belong to part S are left to it.
fn named(words: &Words<'_>, role: &Role) -> Vec<TableRow> {
    let id = role.row.id.to_string();
    let mut rows = Vec::new();
    for kind in Kind::ALL.iter().filter(|kind| !matches!(kind, Kind::Role | Kind::Remark)) {
        if kind.field("name").is_some_and(|field| field.private) {
            continue;
        }
        let kind_name = if *kind == Kind::CardCall {
            // 「電話する相手」 would read as if the role called them.
            words.word("handover-called").to_owned()
        } else {
            words.template.labels.get(kind.noun()).map(|labels| labels.name.clone()).unwrap_or_default()
        };
        for field in kind.fields().iter().filter(|field| !field.private) {
            let mut titles: Vec<String> = Vec::new();
            let mut about = Vec::new();
            for record in words.plan.live(*kind).filter(|record| words.plan.awake(*record)) {
                if record.field(field.id).as_deref() == Some(id.as_str()) {
                    let title = plan::title_of(words.plan, words.template, record);
                    about.extend(words.about(record));
                    if !titles.contains(&title) {
                        titles.push(title);
                    }
                }
            }
            if !titles.is_empty() {
                let cells = [kind_name.clone(), words.listed(titles, NAMED), words.label(*kind, field.id)];
                let cells = cells.map(|text| vec![Run::Text(text)]).to_vec();
                rows.push(TableRow { cells, about, ..TableRow::default() });
            }
        }
    }
    rows
}
