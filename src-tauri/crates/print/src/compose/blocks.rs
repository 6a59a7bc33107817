//! The printed tables of records, by the names of `plan::BLOCKS`.

use super::books::LEDGERS;
use super::table::{Column, in_one_line, line, named, one, rows_of, several, table};
use super::words::{Book, Words};
use super::{
    call_sheets, cards, channels, contact_tree, contacts, cutoff, downtime, first_pages, form_list, ledger, map,
    numbers, paper_limits, procedures, reach, recovery, signals, stock, visit, weeks,
};
use crate::outline::{About, Block, Piece, Run, Style, Table, TableRow};
use plan::{Kind, Record};
use std::collections::BTreeMap;

/// Ruled rows left at the foot of a table, to write on.
const SPARE: u8 = 2;

/// A block under its own heading, with the anchor page references use.
pub(super) fn titled(words: &Words<'_>, name: &str) -> Vec<Piece> {
    let mut out = vec![words.heading(2, words.word(name), Some(format!("block/{name}")), true)];
    out.extend(pieces(words, name));
    out
}

/// The departments; nurses of the night only where somebody said how many.
fn departments(words: &Words<'_>) -> Vec<Piece> {
    let mut columns = vec![
        named(22.0),
        one("place", 18.0),
        one("contact", 15.0),
        one("phone", 14.0),
        one("night_phone", 14.0),
        one("box_place", 17.0),
        one("stock_days", 9.0),
    ];
    if words.plan.rows.departments.live().any(|one| one.night_nurses.is_some()) {
        columns.push(one("night_nurses", 9.0));
    }
    // Where there is a part for the weeks, their order stands there.
    let ordered = |one: &plan::Department| one.viewer_order.is_some() || one.close_order.is_some();
    if first_pages::fitting(words, first_pages::WEEKS).next().is_none()
        && words.plan.rows.departments.live().any(ordered)
    {
        columns.push(several(&["viewer_order", "close_order", "close_to"], 16.0));
    }
    vec![table(words, Kind::Department, &columns, SPARE)]
}

/// 時刻を外せない薬, 要確認 where nobody confirmed a row [PRACTICE-LATE].
pub(super) fn late_drugs(words: &Words<'_>) -> Piece {
    let row = |one: &plan::LateDrug| {
        let mut name = words.name(one, "name");
        name.extend(one.confirmed_by.is_none().then(|| Run::Badge(words.word("card-confirm").to_owned())));
        // A blank would read as no limit.
        let within =
            if one.within.is_some() { words.cell(one, "within") } else { vec![Run::from(words.word("late-unknown"))] };
        let mut by = words.cell(one, "ask");
        let confirmed = words.labelled(one, &["confirmed_by", "confirmed_on"]);
        by.extend((!by.is_empty() && !confirmed.is_empty()).then(|| Run::from("\n")));
        by.extend(confirmed);
        TableRow {
            cells: vec![name, words.cell(one, "drugs"), within, by],
            about: words.about(one),
            ..TableRow::default()
        }
    };
    let rows: Vec<TableRow> = words.plan.rows.late_drugs.live().map(row).collect();
    let label = |field| words.label(Kind::LateDrug, field);
    let columns = vec![(label("name"), 28.0), (label("drugs"), 34.0), (label("within"), 16.0), (label("ask"), 22.0)];
    let blank_rows = if rows.is_empty() { 6 } else { 2 };
    Piece::plain(Block::Table(Table { columns, rows, blank_rows, fill: false }))
}

/// A field of the systems that have it; the others are named in one line, so that a gap is seen and takes no page.
fn answered(words: &Words<'_>, field: &'static str) -> Vec<Piece> {
    let (there, open): (Vec<&dyn Record>, Vec<&dyn Record>) =
        words.plan.live(Kind::System).partition(|system| system.field(field).is_some());
    let mut out = vec![rows_of(words, Kind::System, there, &[named(40.0), one(field, 60.0)], SPARE)];
    if !open.is_empty() {
        out.push(in_one_line(words, words.word("not-written"), &open));
    }
    out
}

/// A block inside a section: a small heading carries the anchor. A ledger stands in a book of its own.
pub(super) fn inside(words: &Words<'_>, name: &str) -> Vec<Piece> {
    if words.book != Book::Whole && LEDGERS.contains(&name) {
        let said = format!("{}{}", words.word(name), words.word("in-annex"));
        let runs = vec![Run::Text(said), Run::PageRef(format!("block/{name}"))];
        return vec![words.paragraph(runs, Style::Body)];
    }
    // What somebody looks for at night stands in the contents too.
    let sought = matches!(name, "contact-tree" | "procedures" | "recovery-order");
    let level = if sought { 2 } else { 4 };
    // What is taken out and carried about begins a page.
    let mut out = if matches!(name, "recovery-order" | "dependency-map" | "procedures") {
        vec![Piece::plain(Block::PageBreak)]
    } else {
        Vec::new()
    };
    out.push(words.heading(level, words.word(name), Some(format!("block/{name}")), sought));
    out.extend(pieces(words, name));
    if name == "recovery-order" {
        out.push(Piece::plain(Block::PageBreak));
        out.extend(recovery::duties(words));
    }
    out
}

/// A block without a heading.
pub(super) fn pieces(words: &Words<'_>, name: &str) -> Vec<Piece> {
    use Kind as K;
    let draw = |kind, columns: &[Column], spare| vec![table(words, kind, columns, spare)];
    match name {
        "facility" => facility(words),
        "closing-beds" => weeks::closing_beds(words),
        "viewer-order" => weeks::viewer_order(words),
        "boundary" => weeks::boundary(words),
        "imaging-room" => weeks::imaging_room(words),
        "typing-people" => weeks::typing_people(words),
        "departments" => departments(words),
        "roles" => draw(
            K::Role,
            &[
                named(22.0),
                several(
                    &[
                        "department",
                        "holder",
                        "deputy1",
                        "deputy2",
                        "night_holder",
                        "night_deputy",
                        "roster",
                        "wallet",
                        "confirmed_on",
                    ],
                    34.0,
                ),
                one("duty", 44.0),
            ],
            SPARE,
        ),
        "systems" => draw(
            K::System,
            &[
                named(26.0),
                one("purpose", 30.0),
                one("vendor", 20.0),
                one("place", 10.0),
                one("servers", 8.0),
                one("terminals", 8.0),
            ],
            SPARE,
        ),
        "system-use" => vec![system_use(words)],
        "fallbacks" => draw(K::System, &[named(28.0), one("fallback", 72.0)], SPARE),
        "advisories" => draw(K::System, &[named(30.0), one("vendor", 28.0), one("advisories", 42.0)], SPARE),
        "dependencies" => vec![dependencies(words)],
        "external-bodies" => vec![contacts::external(words)],
        "backups" => draw(
            K::Backup,
            &[
                one("system", 16.0),
                several(&["frequency", "interval"], 13.0),
                one("method", 24.0),
                one("restore", 22.0),
                several(&["offline", "write_once", "credentials"], 13.0),
                one("tested_on", 12.0),
            ],
            SPARE,
        ),
        "decisions" => draw(
            K::Decision,
            &[
                named(23.0),
                one("day_role", 20.5),
                one("night_role", 20.5),
                one("wait_minutes", 6.0),
                one("next_role", 17.0),
                one("delegated_on", 13.0),
            ],
            0,
        ),
        "decision-details" => draw(K::Decision, &[named(26.0), one("criterion", 42.0), one("tell", 32.0)], 0),
        "restrictions" => draw(
            K::Restriction,
            &[
                named(17.0),
                one("stance", 9.0),
                one("decider", 19.0),
                one("night_decider", 17.0),
                one("review", 18.0),
                one("receiver", 20.0),
            ],
            1,
        ),
        "restriction-details" => draw(K::Restriction, &[named(22.0), one("criterion", 42.0), one("tell", 36.0)], 0),
        "downtime" => downtime::pieces(words),
        "exercises-held" => visit::held(words),
        "editions" => draw(
            K::Edition,
            &[one("number", 10.0), one("issued_on", 20.0), one("reason", 45.0), one("approved_by", 25.0)],
            SPARE,
        ),
        "private-phones" => {
            let mut out = vec![contacts::private(words)];
            out.extend(contacts::own_points(words));
            out
        }
        "system-addresses" => answered(words, "address"),
        "remote-maintenance" => answered(words, "remote"),
        "backup-places" => draw(K::Backup, &[one("system", 40.0), one("place", 60.0)], SPARE),
        "cutoff-points" => cutoff::points(words),
        "cutoff-sheet" => cutoff::sheet(words),
        "cutoff-tags" => cutoff::tags(words),
        "devices" => ledger::devices(words),
        "device-remote" => vec![ledger::remote(words)],
        "diagrams" => vec![ledger::diagrams(words)],
        "diagram-pictures" => ledger::pictures(words),
        "call-sheets" => call_sheets::sheets(words),
        "reach" => reach::pieces(words),
        "channels" => vec![channels::table(words)],
        "drills" => call_sheets::drills(words),
        "sheet-checks" => vec![call_sheets::checks(words)],
        "form-list" => form_list::list(words),
        "stock-list" => stock::list(words),
        "typing-estimate" => stock::estimate(words),
        "box-list" => stock::boxes(words),
        "cards" => vec![cards::list(words)],
        "paper-limits" => vec![paper_limits::table(words)],
        "clinical-tasks" => vec![recovery::tasks(words)],
        "system-targets" => vec![recovery::targets(words)],
        "dependency-map" => map::pieces(words),
        "weak-points" => vec![map::weak(words)],
        "recovery-order" => recovery::pieces(words),
        "contact-tree" => contact_tree::pieces(words),
        "phones-dead" => numbers::dead_phones(words),
        "procedures" => procedures::pieces(words),
        "signals" => signals::all(words),
        "late-drugs" => vec![late_drugs(words)],
        "organisations" => contacts::organisations(words),
        "people" => vec![contacts::people(words)],
        "department-contacts" => contacts::departments(words),
        "vendor-contacts" => contacts::vendors(words),
        _ => Vec::new(),
    }
}

/// What stops with each system, in the order of recovery: what must run first stands first.
fn system_use(words: &Words<'_>) -> Piece {
    let columns =
        [named(22.0), one("effect", 33.0), one("importance", 13.0), one("recovery", 14.0), one("wanted_within", 18.0)];
    let mut systems: Vec<&dyn Record> = words.plan.live(Kind::System).collect();
    systems.sort_by_key(|system| (system.field("recovery").is_none(), system.field("recovery")));
    rows_of(words, Kind::System, systems, &columns, 0)
}

/// What each system needs, one row for each system; links to removed systems come back with them.
fn dependencies(words: &Words<'_>) -> Piece {
    let live: BTreeMap<plan::Id, &dyn Record> = words.plan.live(Kind::System).map(|one| (one.id(), one)).collect();
    let mut needs: BTreeMap<plan::Id, (Vec<String>, Vec<About>)> = BTreeMap::new();
    for link in words.plan.rows.system_links.live() {
        let ends = (link.system.filter(|id| live.contains_key(id)), link.needs.and_then(|id| live.get(&id)));
        if let (Some(system), Some(needed)) = ends {
            let (names, about) = needs.entry(system).or_default();
            names.push(needed.title());
            about.extend(words.about(link));
        }
    }
    let row = |system: &dyn Record| {
        let (names, links) = needs.get(&system.id())?;
        let cells = vec![words.name(system, "name"), vec![Run::Text(names.join(words.word("and")))]];
        let about = words.about(system).into_iter().chain(links.iter().cloned()).collect();
        Some(TableRow { cells, about, ..TableRow::default() })
    };
    let rows: Vec<TableRow> = words.plan.live(Kind::System).filter_map(row).collect();
    let columns = vec![(words.label(Kind::SystemLink, "system"), 32.0), (words.label(Kind::SystemLink, "needs"), 68.0)];
    let blank_rows = if rows.is_empty() { 3 } else { SPARE };
    Piece::plain(Block::Table(Table { columns, rows, blank_rows, fill: false }))
}

/// Fields of the facility that only make sense where patients stay overnight.
const BEDS: [&str; 3] = ["beds", "round_minutes", "urgent_transfusion"];

fn facility(words: &Words<'_>) -> Vec<Piece> {
    let Some(facility) = words.plan.facility() else { return Vec::new() };
    let lines = Kind::Facility
        .fields()
        .iter()
        .filter(|field| field.printed)
        // Fields about beds stay off the paper of an institution without any, unless somebody filled them.
        .filter(|field| words.plan.has_beds() || !BEDS.contains(&field.id) || facility.field(field.id).is_some())
        .map(|field| line(words, facility, field.id))
        .collect();
    vec![Piece { block: Block::KeyValues(lines), about: words.about(facility), anchor: None }]
}
