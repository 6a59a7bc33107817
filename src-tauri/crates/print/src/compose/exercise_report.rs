//! 演習の報告（AAR）と改善計画: what an inspector and the committee ask for, and then the evidence it follows from.
//! Everything comes from the log (`plan::exercise::Report`); names of people are on the signed paper, never here.

use super::words::Words;
use super::{Composing, improvements, outline};
use crate::outline::{Block, Outline, Paper, Part, PartSort, Piece, Run, Style, Table, TableRow};
use plan::exercise::{Act, Decided, Line, Report, Sought, Year};
use plan::{Improvement, Kind, Record, day};

/// Composes the report of an exercise: the one that is named, else the last.
pub(crate) fn compose(of: &Composing<'_>) -> Outline {
    let words = of.words();
    let last = || of.plan.rows.exercises.live().next_back().map(|one| one.row.id);
    let report = of.held.or_else(last).and_then(|id| Report::of(of.plan, id));
    let title = words.word("ex-report");
    let mut blocks = vec![words.heading(1, title, None, true)];
    match &report {
        None => blocks.push(words.paragraph(vec![words.word("ex-report-none").into()], Style::Body)),
        Some(report) => whole(&words, report, of.date, &mut blocks),
    }
    let part = Part { sort: PartSort::Lettered('K'), title: title.to_owned(), blocks };
    let outline = outline(&words, title, vec![part], words.word("ex-mark").to_owned(), of.date);
    Outline { paper: Paper::Single, ..outline }
}

fn whole(words: &Words<'_>, report: &Report<'_>, date: &str, blocks: &mut Vec<Piece>) {
    blocks.push(Piece::plain(Block::KeyValues(head(words, report))));
    let mut section = |key: &str, pieces: Vec<Piece>| {
        blocks.push(words.heading(3, words.word(key), None, true));
        if pieces.is_empty() {
            blocks.push(words.paragraph(vec![words.word("ex-nothing").into()], Style::Body));
        }
        blocks.extend(pieces);
    };
    section("ex-worked", texts(went(words, report, true)));
    section("ex-stopped", texts(went(words, report, false)));
    section("ex-no-basis", texts(baseless(words, report)));
    section("ex-notes", texts(notes(report)));
    let mut lessons: Vec<Piece> = Vec::new();
    let list: Vec<&Improvement> = report.improvements.clone();
    if !list.is_empty() {
        lessons.push(improvements::table(words, &list));
    }
    lessons.extend(open_lessons(words, report));
    section("ex-lessons", lessons);
    if !report.earlier.is_empty() {
        section("ex-earlier", vec![improvements::table(words, &report.earlier)]);
    }
    let held_on = report.run.exercise.held_on.as_deref().unwrap_or(date);
    if let Some(year) = Year::of(words.plan, held_on) {
        // What is due is that of the day of the print, where that is the same year.
        let now = Year::of(words.plan, date).filter(|now| now.year == year.year);
        section("ex-year", texts(in_year(words, now.as_ref().unwrap_or(&year), now.is_some())));
    }
    section("ex-decisions", decisions(words, report));
    section("ex-pages", pages(words, report));
    section("ex-tallies", vec![tallies(words, report)]);
    section("ex-chronology", vec![chronology(words, report)]);
    let titles = words.word("ex-approvals").split('|').map(str::to_owned).collect();
    blocks.push(Piece::plain(Block::Approvals { titles, date: words.word("ex-approval-date").to_owned() }));
}

/// What was held in the year of the exercise, which wards did the drill, and what is due.
fn in_year(words: &Words<'_>, year: &Year<'_>, goes_on: bool) -> Vec<String> {
    let fill = |word: &str, said: &[String]| template::filled(words.word(word), said);
    let held = year.held.iter().map(|(one, level)| {
        let day = one.held_on.as_deref().and_then(day::stored).map(day::long).unwrap_or_default();
        let word = if *level > 0 { "ex-year-held" } else { "ex-year-held-any" };
        fill(word, &[day, one.name.clone().unwrap_or_default(), level.to_string()])
    });
    let mut out: Vec<String> = held.collect();
    let did = year.wards.iter().filter(|(_, days)| !days.is_empty());
    let did: Vec<String> = did.map(|(ward, days)| format!("{}（{}）", ward.title(), days.join("、"))).collect();
    if !did.is_empty() {
        out.push(fill("ex-year-drill", &[did.join("、")]));
    }
    if goes_on {
        out.extend(year.due.iter().map(|due| due.says(words.plan, words.template)));
    }
    out
}

/// Date, place, how it began, who took part, which plan.
fn head(words: &Words<'_>, report: &Report<'_>) -> Vec<(String, Vec<Run>)> {
    let (of, script) = (report.run.exercise, &report.run.script);
    let label = |field: &'static str| words.label(Kind::Exercise, field);
    let text = |text: &str| vec![if text.is_empty() { Run::Blank(14) } else { Run::Text(text.to_owned()) }];
    let times = report.times().map(|(from, to)| format!("{}〜{}", day::time_of(from), day::time_of(to)));
    let held = [words.cell(of, "held_on"), vec![Run::Text(format!("　{}", times.unwrap_or_default()))]].concat();
    let book = match &of.book {
        Some(printed) => {
            let point = of.book_point.as_deref().map(|point| words.word("ex-book-point").replace("{n}", point));
            let point = point.unwrap_or_default();
            format!("{}（{} {printed}{point}）", words.word("unissued"), words.word("print-date"))
        }
        None => format!("{}。{}", words.word("unissued"), words.word("ex-no-book")),
    };
    let people = report.last(Act::People).map(|line| line.text.clone()).unwrap_or_default();
    let cards = report.last(Act::Cards).map(|line| line.text.clone()).unwrap_or_default();
    let hit: Vec<String> = script.hits.iter().map(|one| one.text.clone()).collect();
    let kept = words.template.choice(Kind::Exercise.noun(), "kept", of.kept.as_deref().unwrap_or("live"));
    vec![
        (label("held_on"), held),
        (label("place"), text(of.place.as_deref().unwrap_or_default())),
        (label("name"), text(&format!("{}（{}）", script.title, script.edition))),
        (words.word("ex-purpose").to_owned(), text(&script.purpose.text)),
        (words.word("ex-opening").to_owned(), text(&script.opening.text)),
        (words.word("ex-hit").to_owned(), text(&hit.join("、"))),
        (words.word("ex-coverage").to_owned(), text(&coverage(words, report))),
        (words.word("ex-people").to_owned(), text(&people)),
        (words.word("ex-cards-back").to_owned(), text(&cards)),
        (label("book"), text(&book)),
        (label("kept"), text(kept)),
    ]
}

fn texts(lines: Vec<String>) -> Vec<Piece> {
    let item = |text: String| {
        Piece::plain(Block::Item { marker: Some("・".to_owned()), runs: vec![Run::Text(text)], style: Style::Body })
    };
    lines.into_iter().filter(|text| !text.is_empty()).map(item).collect()
}

/// What worked, or what did not: decisions in time, pages that were found; what stayed open, was late, or was in no page.
fn went(words: &Words<'_>, report: &Report<'_>, well: bool) -> Vec<String> {
    let mut out = Vec::new();
    for one in &report.decisions {
        if one.line.act == Act::Decision && one.line.basis == "none" {
            continue;
        }
        let made = one.line.act == Act::Decision && !is_late(one);
        if made == well {
            out.push(format!("{}（{}）", said(words, &one.line), minutes(words, one.after)));
        }
    }
    for one in &report.pages {
        if one.found == well && (one.found || one.seconds.is_some()) {
            let found = if one.found { &one.said } else { words.word("ex-not-found") };
            out.push(format!("{} → {found}（{}）", begins(&asked(report, one)), minutes(words, one.seconds)));
        }
    }
    out
}

/// What was decided with nothing in the plan to go by.
fn baseless(words: &Words<'_>, report: &Report<'_>) -> Vec<String> {
    let none = report.decisions.iter().filter(|one| one.line.act == Act::Decision && one.line.basis == "none");
    none.map(|one| format!("{}（{}）", said(words, &one.line), minutes(words, one.after))).collect()
}

/// What was seen, with its time.
fn notes(report: &Report<'_>) -> Vec<String> {
    let seen = report.lines.iter().filter(|line| line.act == Act::Note && !line.text.is_empty());
    seen.map(|line| format!("{}　{}", line.second(), line.text)).collect()
}

/// Lessons nobody has taken yet: that is said, or it would look done.
fn open_lessons(words: &Words<'_>, report: &Report<'_>) -> Vec<Piece> {
    let open = words.word("ex-undecided-owner");
    let rows: Vec<Vec<String>> =
        report.open_lessons().map(|line| vec![line.text.clone(), open.to_owned(), open.to_owned()]).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    vec![table(words, &[("ex-lesson-what", 60.0), ("ex-lesson-who", 20.0), ("ex-lesson-when", 20.0)], rows)]
}

/// The beginning of a text, enough to know it again.
fn begins(text: &str) -> String {
    let mut out: String = text.chars().take(24).collect();
    if out.len() < text.len() {
        out.push('…');
    }
    out
}

/// How many of the planned injects were told, and which were not.
fn coverage(words: &Words<'_>, report: &Report<'_>) -> String {
    let cards = &report.run.script.cards;
    let open = |nth: usize| !report.run.was_told(&cards[nth].id);
    let not: Vec<String> = (0..cards.len()).filter(|nth| open(*nth)).map(|nth| (nth + 1).to_string()).collect();
    let names = if not.is_empty() { words.word("ex-none").to_owned() } else { not.join("、") };
    let said = [(cards.len() - not.len()).to_string(), cards.len().to_string(), names];
    template::filled(words.word("ex-coverage-of"), &said)
}

/// Whether a decision took longer than the 権限表 lets anybody wait.
fn is_late(one: &Decided<'_>) -> bool {
    let allowed = one.of.as_ref().and_then(|card| card.wait).map(|minutes| u64::from(minutes) * 60);
    one.after.zip(allowed).is_some_and(|(after, allowed)| after > allowed)
}

fn said(words: &Words<'_>, line: &Line<'_>) -> String {
    if line.text.is_empty() { words.word("ex-no-words").to_owned() } else { line.text.clone() }
}

fn minutes(words: &Words<'_>, seconds: Option<u64>) -> String {
    let Some(seconds) = seconds else { return String::new() };
    words.word("ex-minutes").replace("{m}", &(seconds / 60).to_string()).replace("{s}", &format!("{:02}", seconds % 60))
}

fn asked(report: &Report<'_>, one: &Sought) -> String {
    report.run.script.card(&one.of).map(|card| card.text.text.clone()).unwrap_or_else(|| one.words.clone())
}

fn table(words: &Words<'_>, columns: &[(&str, f64)], rows: Vec<Vec<String>>) -> Piece {
    let row = |cells: Vec<String>| TableRow {
        cells: cells.into_iter().map(|text| vec![Run::Text(text)]).collect(),
        ..TableRow::default()
    };
    Piece::plain(Block::Table(Table {
        columns: columns.iter().map(|(word, share)| (words.word(word).to_owned(), *share)).collect(),
        rows: rows.into_iter().map(row).collect(),
        ..Table::default()
    }))
}

/// Minutes to each decision, against the 権限表.
fn decisions(words: &Words<'_>, report: &Report<'_>) -> Vec<Piece> {
    if report.decisions.is_empty() {
        return Vec::new();
    }
    let row = |one: &Decided<'_>| {
        let card = one.of.as_ref();
        let allowed = card.and_then(|card| {
            let who = card.decider.clone()?;
            let wait = card.wait.map(|wait| words.word("ex-wait").replace("{m}", &wait.to_string()));
            let next = card.next.clone().unwrap_or_default();
            Some([who, wait.unwrap_or_default(), next].join(""))
        });
        let state = match (one.line.act == Act::Decision, is_late(one)) {
            (false, _) => words.word("ex-undecided"),
            (true, true) => words.word("ex-late"),
            (true, false) => words.word("ex-decided"),
        };
        vec![
            one.line.second(),
            [state.to_owned(), said(words, &one.line)].join("　"),
            one.line.role.clone(),
            basis(words, &one.line.basis),
            one.line.told.clone(),
            minutes(words, one.after),
            allowed.unwrap_or_default(),
        ]
    };
    let columns = [
        ("ex-time", 10.0),
        ("ex-what", 32.0),
        ("ex-who", 14.0),
        ("ex-basis", 7.0),
        ("ex-told", 11.0),
        ("ex-after", 9.0),
        ("ex-allowed", 17.0),
    ];
    vec![table(words, &columns, report.decisions.iter().map(row).collect())]
}

fn basis(words: &Words<'_>, basis: &str) -> String {
    if basis.is_empty() {
        return String::new();
    }
    words.template.choice(Kind::ExerciseEntry.noun(), "basis", basis).to_owned()
}

/// Pages that were looked for, found or not.
fn pages(words: &Words<'_>, report: &Report<'_>) -> Vec<Piece> {
    if report.pages.is_empty() {
        return Vec::new();
    }
    let row = |one: &Sought| {
        let should = report.run.script.card(&one.of).map(|card| card.pages.join("、")).unwrap_or_default();
        let result = match (one.seconds, one.found) {
            (None, _) => words.word("ex-looking"),
            (Some(_), true) => words.word("ex-found"),
            (Some(_), false) => words.word("ex-not-found"),
        };
        vec![asked(report, one), result.to_owned(), minutes(words, one.seconds), one.said.clone(), should]
    };
    let columns =
        [("ex-asked", 40.0), ("ex-result", 16.0), ("ex-after", 12.0), ("ex-said-page", 16.0), ("ex-right-page", 16.0)];
    vec![table(words, &columns, report.pages.iter().map(row).collect())]
}

/// Three tallies, of this exercise and of the one before.
fn tallies(words: &Words<'_>, report: &Report<'_>) -> Piece {
    let before = report.before(words.plan);
    let figures = |report: &Report<'_>| {
        let made = report.decisions.iter().filter(|one| one.line.act == Act::Decision);
        let made = made.count();
        // What was not decided in time is late as well.
        let late = report.decisions.iter().filter(|one| is_late(one)).count();
        let open = report.decisions.len() - made;
        let found = report.pages.iter().filter(|one| one.found).count();
        let mut out =
            vec![format!("{made}"), format!("{late}"), format!("{open}"), format!("{found}/{}", report.pages.len())];
        out.extend(report.bases().map(|(_, count)| count.to_string()));
        out
    };
    let named = ["ex-decided", "ex-late", "ex-undecided", "ex-found"].map(|key| words.word(key).to_owned()).to_vec();
    let bases = ["paper", "heard", "none", ""].map(|key| {
        let said = if key.is_empty() { words.word("ex-basis-unsaid").to_owned() } else { basis(words, key) };
        format!("{}：{said}", words.word("ex-basis"))
    });
    let (now, then) = (figures(report), before.as_ref().map(figures));
    let rows = named.into_iter().chain(bases).zip(now).enumerate().map(|(nth, (name, now))| {
        vec![name, now, then.as_ref().and_then(|then| then.get(nth).cloned()).unwrap_or_default()]
    });
    let held = before.as_ref().and_then(|one| one.run.exercise.held_on.clone());
    let mut piece = table(words, &[("ex-what", 40.0), ("ex-this", 20.0), ("ex-before", 20.0)], rows.collect());
    if let (Some(held), Block::Table(table)) = (held, &mut piece.block) {
        table.columns[2].0 = format!("{}（{held}）", words.word("ex-before"));
    }
    piece
}

/// Everything, in order: planned beside real.
fn chronology(words: &Words<'_>, report: &Report<'_>) -> Piece {
    let shown = report.lines.iter().filter(|line| !matches!(line.act, Act::RoomOpen | Act::Blank | Act::Show));
    let row = |line: &Line<'_>| {
        let of = line.entry.of.as_deref().unwrap_or_default();
        let (inject, branch) = of.split_once('/').unwrap_or((of, ""));
        let card = report.run.script.card(inject);
        let planned = card.filter(|card| line.act == Act::Tell && card.minute > 0);
        let planned = planned.map(|card| card.minute.to_string()).unwrap_or_default();
        let told = card.filter(|_| matches!(line.act, Act::Tell | Act::Branch | Act::Again | Act::Skip | Act::Seek));
        let told = told.map(|card| match card.branches.iter().find(|one| one.id == branch) {
            Some(found) => found.text.text.clone(),
            None => format!("{}：{}", card.sender.text, card.text.text),
        });
        let jump = report.run.script.modules.iter().find(|one| line.act == Act::Jump && one.id == of);
        let mut said: Vec<String> = told.into_iter().chain(jump.map(|one| one.jump.text.clone())).collect();
        said.extend([&line.text, &line.role, &line.told].into_iter().filter(|text| !text.is_empty()).cloned());
        if line.corrected > 0 {
            said.push(words.word("ex-corrected").to_owned());
        }
        vec![
            line.second(),
            line.entry.clock.clone().unwrap_or_default(),
            (line.played / 60_000).to_string(),
            planned,
            words.template.choice(Kind::ExerciseEntry.noun(), "act", line.act.name()).to_owned(),
            said.join("／"),
        ]
    };
    let columns = [
        ("ex-time", 11.0),
        ("ex-story", 12.0),
        ("ex-played", 8.0),
        ("ex-planned", 8.0),
        ("ex-did", 15.0),
        ("ex-what", 46.0),
    ];
    table(words, &columns, shown.map(row).collect())
}
