//! The order of recovery with the gate before it (one A4 in most places), targets and beliefs, tasks.

use super::table::{Column, one, rows_of, table};
use super::words::Words;
use crate::outline::{Block, Piece, Run, Style, Table, TableRow};
use plan::recovery::{Graph, Order, Wave, order};
use plan::{Kind, Record};

/// The anchor of what comes after the one sheet: it stands on the next page, or the sheet is longer than one.
pub const AFTER: &str = "recovery/after";

/// On a page of its own: who restores carries it about.
pub(super) fn pieces(words: &Words<'_>) -> Vec<Piece> {
    let graph = Graph::of(words.plan);
    let order = order(&graph);
    let foundations = order.waves.iter().take_while(|wave| wave.tier == 0).count();
    let mut out = Vec::new();
    if graph.systems.is_empty() {
        out.push(words.paragraph(vec![words.word("order-empty").into()], Style::Small));
    }
    let (before, after) = order.waves.split_at(foundations);
    out.push(waves(words, &graph, &order, before, Some(not_waiting(words))));
    out.extend(gate(words));
    if !after.is_empty() || graph.systems.is_empty() {
        out.push(waves(words, &graph, &order, after, None));
    }
    out
}

/// What looks after patients does not wait for the gate [PRACTICE-GATE]: a row before it, signed by hand.
fn not_waiting(words: &Words<'_>) -> TableRow {
    let mut runs = vec![Run::Bold(format!("{}　", words.word("no-gate")))];
    let mut boxed = |key: &str| runs.extend([Run::Keep(format!("□{}", words.word(key))), Run::from("　")]);
    boxed("no-gate-copy");
    if words.plan.has_beds() {
        boxed("no-gate-watch");
    }
    TableRow { cells: vec![runs, Vec::new(), Vec::new()], ..TableRow::default() }
}

fn signed(words: &Words<'_>) -> String {
    format!("{}{}{}", words.word("time"), words.word("and"), words.word("initials"))
}

/// Systems on a line that is cut in the first two steps: they stand among the foundations, but their line
/// stays cut until the gate is passed.
fn cut_off(words: &Words<'_>) -> Vec<plan::Id> {
    let early: Vec<plan::Id> = words
        .plan
        .live(Kind::CutoffPoint)
        .filter(|point| matches!(point.field("step").as_deref(), Some("1" | "2")))
        .map(|point| point.id())
        .collect();
    let stops = words.plan.rows.cutoff_stops.live();
    stops
        .filter(|stop| stop.cutoff.is_some_and(|point| early.contains(&point)))
        .filter_map(|stop| stop.system)
        .collect()
}

/// The six boxes: to tick, with who decides, and room for time and initials.
fn gate(words: &Words<'_>) -> Vec<Piece> {
    let mut rows: Vec<TableRow> = words
        .plan
        .live(Kind::Gate)
        .map(|gate| {
            let mut name = vec![Run::Text("□ ".to_owned())];
            name.extend(words.name(gate, "name"));
            let cells = vec![name, words.cell(gate, "decider"), Vec::new()];
            TableRow { cells, about: words.about(gate), ..TableRow::default() }
        })
        .collect();
    let columns =
        vec![(words.word("gate").to_owned(), 56.0), (words.label(Kind::Gate, "decider"), 28.0), (signed(words), 16.0)];
    let blank_rows = if rows.is_empty() { 6 } else { 0 };
    rows.extend((blank_rows == 0).then(|| TableRow {
        cells: vec![vec![Run::Bold(format!("□ {}", words.word("gate-passed")))], Vec::new(), Vec::new()],
        ..TableRow::default()
    }));
    vec![
        Piece::plain(Block::Table(Table { columns, rows, blank_rows, fill: false })),
        words.paragraph(vec![words.word("gate-note").into()], Style::Small),
    ]
}

/// One row for each tier with its steps as lines: who tests and who declares is decided by tier, and the
/// whole must stay on one sheet.
fn waves(words: &Words<'_>, graph: &Graph<'_>, order: &Order, list: &[Wave], also: Option<TableRow>) -> Piece {
    let duty = |tier: usize| {
        words.plan.live(Kind::WaveDuty).find(|duty| duty.field("tier").as_deref() == Some(plan::recovery::TIERS[tier]))
    };
    let cut = cut_off(words);
    let name = |at: &usize| {
        let system = graph.systems[*at];
        let waits = if order.waves[order.placed[*at].wave].tier == 0 && cut.contains(&system.row.id) {
            format!("（{}）", words.word("line-after-gate"))
        } else {
            String::new()
        };
        let circle = order.circles.iter().any(|circle| circle.contains(at));
        let mark = if circle { format!("（{}）", words.word("circle")) } else { String::new() };
        format!("□{}{mark}{waits}", system.title())
    };
    let row = |tier: &[Wave]| {
        let duty = duty(tier[0].tier);
        // Under the role there is a line free: whoever did it signs there.
        let said = |field: &str| {
            let mut runs = duty.map(|duty| words.cell(duty, field)).unwrap_or_default();
            runs.push(Run::from("\n　"));
            runs
        };
        let meaning = words.template.choice(Kind::System.noun(), "wave_tier", plan::recovery::TIERS[tier[0].tier]);
        let mut runs = vec![Run::Bold(format!("{meaning}　"))];
        for (nth, wave) in tier.iter().enumerate() {
            let start = if nth == 0 { "" } else { "\n" };
            if wave.stepped {
                runs.push(Run::Bold(format!("{start}{}　", wave.label())));
            }
            // A box to tick stays with its name.
            runs.extend(wave.systems.iter().flat_map(|at| [Run::Keep(name(at)), Run::from("　")]));
        }
        let cells = vec![runs, said("tester"), said("declarer")];
        let systems = tier.iter().flat_map(|wave| &wave.systems);
        let mut about: Vec<_> = systems.flat_map(|at| words.about(graph.systems[*at])).collect();
        about.extend(duty.into_iter().flat_map(|duty| words.about(duty)));
        TableRow { cells, about, ..TableRow::default() }
    };
    let with_initials = |who: &str| format!("{}{}{}", words.word(who), words.word("and"), words.word("initials"));
    let columns = vec![
        (words.word("comes-back").to_owned(), 64.0),
        (with_initials("tests-by"), 18.0),
        (with_initials("declared-by"), 18.0),
    ];
    let mut rows: Vec<TableRow> = list.chunk_by(|one, next| one.tier == next.tier).map(row).collect();
    let blank_rows = if graph.systems.is_empty() { 3 } else { 0 };
    rows.extend(also);
    Piece::plain(Block::Table(Table { columns, rows, blank_rows, fill: false }))
}

/// Systems people moved, and why.
fn moved(words: &Words<'_>, graph: &Graph<'_>) -> Option<Piece> {
    let moved: Vec<&dyn Record> =
        graph.systems.iter().filter(|one| one.wave_tier.is_some()).map(|one| *one as &dyn Record).collect();
    let column = |field: &'static str, share: f64| Column { fields: vec![field], share, labels: false };
    let columns = [column("name", 30.0), column("wave_tier", 25.0), column("wave_reason", 45.0)];
    (!moved.is_empty()).then(|| rows_of(words, Kind::System, moved, &columns, 0))
}

/// What shows that a box of the gate may be ticked, and who tests what before which wave is declared.
pub(super) fn duties(words: &Words<'_>) -> Vec<Piece> {
    let gate = table(words, Kind::Gate, &[one("name", 40.0), one("evidence", 60.0)], 0);
    let gate = Piece { anchor: Some(AFTER.to_owned()), ..gate };
    let waves = table(
        words,
        Kind::WaveDuty,
        &[one("tier", 26.0), one("tester", 18.0), one("declarer", 18.0), one("trial", 38.0)],
        0,
    );
    // A clinic has a gate and no waves of people to share out.
    let none = words.plan.live(Kind::WaveDuty).next().is_none() && !words.plan.has_beds();
    let mut out = if none { vec![gate] } else { vec![gate, waves] };
    out.extend(moved(words, &Graph::of(words.plan)));
    out
}

/// When it is wanted, how far data may go back, and what is believed: side by side, so that the gap shows.
pub(super) fn targets(words: &Words<'_>) -> Piece {
    let said = |record: &dyn Record, field: &'static str| words.cell(record, field);
    let row = |system: &dyn Record| {
        let pair = |day: &'static str, night: &'static str| {
            let mut runs = Vec::new();
            for (word, field) in [("day", day), ("night", night)] {
                let value = said(system, field);
                if !value.is_empty() {
                    let space = if runs.is_empty() { "" } else { "\n" };
                    runs.push(Run::Text(format!("{space}{} ", words.word(word))));
                    runs.extend(value);
                }
            }
            runs
        };
        let (from, to) = (said(system, "back_from"), said(system, "back_to"));
        let mut believed = from;
        if !to.is_empty() {
            believed.push(Run::from("〜"));
            believed.extend(to);
        }
        let mut ground = said(system, "back_ground");
        let on = said(system, "back_on");
        if !on.is_empty() {
            ground.push(Run::from("\n"));
            ground.extend(on);
        }
        let mut cloud = Vec::new();
        for field in ["provider_restores", "own_restores"] {
            let value = said(system, field);
            if !value.is_empty() {
                cloud.push(Run::Text(format!("{}：", words.label(Kind::System, field))));
                cloud.extend(value);
                cloud.push(Run::from("\n"));
            }
        }
        let mut name = words.name(system, "name");
        if system.field("channel").is_some() {
            name.push(Run::Text(format!("（{}）", words.label(Kind::System, "channel"))));
        }
        if !cloud.is_empty() {
            name.push(Run::from("\n"));
            name.extend(cloud);
        }
        let cells = vec![name, pair("rto_day", "rto_night"), pair("rpo_day", "rpo_night"), believed, ground];
        TableRow { cells, about: words.about(system), ..TableRow::default() }
    };
    let fields = [
        "rto_day",
        "rto_night",
        "rpo_day",
        "rpo_night",
        "back_from",
        "back_to",
        "back_ground",
        "provider_restores",
        "own_restores",
    ];
    let told = |system: &&dyn Record| {
        system.field("channel").is_some() || fields.iter().any(|field| system.field(field).is_some())
    };
    let rows: Vec<TableRow> = words.plan.live(Kind::System).filter(told).map(row).collect();
    let columns = vec![
        (words.label(Kind::System, "name"), 34.0),
        (words.word("wanted-within").to_owned(), 17.0),
        (words.word("data-back-to").to_owned(), 17.0),
        (words.word("earliest-latest").to_owned(), 15.0),
        (words.label(Kind::System, "back_ground"), 17.0),
    ];
    let blank_rows = if rows.is_empty() { 4 } else { 2 };
    Piece::plain(Block::Table(Table { columns, rows, blank_rows, fill: false }))
}

/// The tasks with what they need.
pub(super) fn tasks(words: &Words<'_>) -> Piece {
    let plan = words.plan;
    let row = |task: &dyn Record| {
        let needs: Vec<String> = plan
            .rows
            .task_needs
            .live()
            .filter(|need| need.task == Some(task.id()))
            .filter_map(|need| plan.find(Kind::System, need.system?).map(|system| system.title()))
            .collect();
        let mut about = words.about(task);
        about.extend(
            plan.rows.task_needs.iter().filter(|need| need.task == Some(task.id())).flat_map(|need| words.about(need)),
        );
        let cells = vec![
            words.name(task, "name"),
            words.cell(task, "department"),
            words.cell(task, "paper_day"),
            words.cell(task, "paper_night"),
            words.cell(task, "level"),
            vec![Run::Text(needs.join("、"))],
            words.cell(task, "beyond"),
        ];
        TableRow { cells, about, ..TableRow::default() }
    };
    let rows: Vec<TableRow> = plan.live(Kind::ClinicalTask).map(row).collect();
    let label = |field: &'static str| words.label(Kind::ClinicalTask, field);
    let columns = vec![
        (label("name"), 18.0),
        (label("department"), 11.0),
        (label("paper_day"), 10.0),
        (label("paper_night"), 10.0),
        (label("level"), 12.0),
        (words.label(Kind::TaskNeed, "system"), 19.0),
        (label("beyond"), 20.0),
    ];
    let blank_rows = if rows.is_empty() { 4 } else { 2 };
    Piece::plain(Block::Table(Table { columns, rows, blank_rows, fill: false }))
}
