//! The sheets of an exercise held on paper, typed in on the screen: any order, times as people write them; the same report.

use binder::plan::exercise::{Act, Phase, Report};
use binder::{Binder, ExerciseLine, ExerciseLog, LOG_FORMAT};
use suite::scene::Scene;

fn line(at: &str, act: &str, of: Option<&str>, text: &str) -> ExerciseLine {
    let text = Some(text.to_owned()).filter(|text| !text.is_empty());
    ExerciseLine { at: at.into(), act: act.into(), of: of.map(str::to_owned), text, ..ExerciseLine::default() }
}

fn again(one: &ExerciseLine) -> ExerciseLine {
    line(&one.at, &one.act, one.of.as_deref(), one.text.as_deref().unwrap_or_default())
}

fn typed(held_on: &str, lines: Vec<ExerciseLine>) -> ExerciseLog {
    let (scenario, held_on) = ("night-ransomware".to_owned(), held_on.to_owned());
    ExerciseLog { format: LOG_FORMAT, scenario, held_on, lines, ..ExerciseLog::default() }
}

fn take(binder: &Binder, log: ExerciseLog) -> Result<binder::Acted, binder::Error> {
    binder.take_sheets(log, "山田")
}

#[test]
fn lines_in_any_order_with_times_as_people_write_them_give_the_report() {
    let scene = Scene::sample("hospital");
    let binder = scene.open();
    let lines = vec![
        line("14:12:30", "decision", Some("printers"), "紙を始める"),
        line("１４：０８", "play", None, ""),
        line("14:00", "begin", None, ""),
        line("", "tell", Some("last-dose"), ""),
        line(" 14:09 ", "tell", Some("printers"), ""),
        line("15:10", "review", None, ""),
        line("15:30", "people", None, "看護師 6"),
        line("15:30", "end", None, ""),
        line("14時20分", "note", None, "紙が足りない"),
        line("1425", "seek", None, "与薬の頁"),
        line("１４時２８", "found", None, "A-3"),
    ];
    let taken = take(&binder, typed("令和8年11月20日", lines)).expect("taken");
    let plan = binder.plan();
    let report = Report::of(&plan, taken.entry).expect("a report");
    assert_eq!(report.run.phase, Phase::Ended);
    assert_eq!(report.run.exercise.held_on.as_deref(), Some("2026-11-20"));
    let acts: Vec<Act> = report.lines.iter().map(|line| line.act).collect();
    let played = [Act::Begin, Act::Play, Act::Tell, Act::Decision, Act::Note, Act::Seek, Act::Found];
    assert_eq!(acts[..7], played);
    assert_eq!(acts[7..], [Act::Review, Act::People, Act::End]);
    assert_eq!((report.pages[0].words.as_str(), report.pages[0].seconds), ("与薬の頁", Some(180)));
    assert_eq!(report.bases()[3], ("", 1), "a decision whose ground was not written");
    assert_eq!(report.decisions[0].after, Some(210), "from 14:09 to 14:12:30");
    assert_eq!(report.lines[2].second(), "14:09:00");
    assert!(binder.rehearsals().is_ok() && !binder.exercise_now().expect("readable").is_some_and(|(now, _)| now.runs));
}

#[test]
fn a_sheet_without_beginning_and_end_is_over_with_its_last_line() {
    let scene = Scene::sample("hospital");
    let binder = scene.open();
    let lines = vec![line("14:20", "decision", None, "止める"), line("14:10", "tell", Some("printers"), "")];
    let taken = take(&binder, typed("2026-11-20", lines)).expect("taken");
    let plan = binder.plan();
    let report = Report::of(&plan, taken.entry).expect("a report");
    assert_eq!(report.run.phase, Phase::Ended, "nobody finds it going on the next morning");
    assert_eq!(report.decisions[0].after, Some(600));
    binder.begin_exercise("night-ransomware", &[], "", "山田").expect("another may begin");
}

#[test]
fn what_cannot_be_read_is_named_and_nothing_is_taken() {
    let scene = Scene::sample("hospital");
    let binder = scene.open();
    let good = || line("14:00", "begin", None, "");
    for (what, held_on, lines, code) in [
        ("a time", "2026-11-20", vec![good(), line("25:99", "note", None, "?")], "exercise-time"),
        ("no time at all", "2026-11-20", vec![line("", "begin", None, "")], "exercise-time"),
        ("no line", "2026-11-20", vec![], "exercise-time"),
        ("an inject", "2026-11-20", vec![good(), line("14:01", "tell", Some("nobody"), "")], "exercise-log"),
        ("words without a time", "2026-11-20", vec![good(), line("", "decision", None, "止める")], "exercise-no-time"),
        ("no day", "", vec![good()], "exercise-day"),
        ("a word for a day", "昨日", vec![good()], "exercise-day"),
        ("a day to come", "2036-11-20", vec![good()], "exercise-day-to-come"),
        ("before it began", "2026-11-20", vec![good(), line("13:00", "note", None, "?")], "exercise-outside"),
        (
            "after it ended",
            "2026-11-20",
            vec![good(), line("15:30", "end", None, ""), line("19:30", "note", None, "?")],
            "exercise-outside",
        ),
        (
            "a decision without words",
            "2026-11-20",
            vec![good(), line("14:05", "decision", None, " ")],
            "exercise-no-words",
        ),
        (
            "an end before the beginning",
            "2026-11-20",
            vec![good(), line("1:59", "end", None, ""), line("13:30", "note", None, "?")],
            "exercise-order",
        ),
        (
            "振り返り before play",
            "2026-11-20",
            vec![line("14:10", "play", None, ""), line("14:05", "review", None, ""), line("15:00", "end", None, "")],
            "exercise-order",
        ),
    ] {
        let sheets = || typed(held_on, lines.iter().map(again).collect());
        assert_eq!(take(&binder, sheets()).expect_err(what).code(), code, "{what}");
        // What only the script knows is found out when it is taken.
        if what != "an inject" {
            assert_eq!(
                binder.look_at_sheets(sheets()).expect_err(what).code(),
                code,
                "{what}: before anybody is asked"
            );
        }
    }
    assert_eq!(binder.plan().rows.exercises.live().count(), 0);
}

#[test]
fn an_exercise_past_midnight_keeps_its_order_and_its_days() {
    let scene = Scene::sample("hospital");
    let binder = scene.open();
    let lines = vec![
        line("23:30", "begin", None, ""),
        line("23:38", "play", None, ""),
        line("23:55", "tell", Some("printers"), ""),
        line("0:05", "decision", None, "紙を始める"),
        line("0:40", "review", None, ""),
        line("1:00", "end", None, ""),
        line("", "people", None, "看護師 6"),
    ];
    let taken = take(&binder, typed("2026-11-20", lines)).expect("taken");
    let plan = binder.plan();
    let report = Report::of(&plan, taken.entry).expect("a report");
    assert_eq!(report.run.phase, Phase::Ended);
    assert_eq!(report.decisions[0].after, Some(600));
    let day = |act: Act| report.lines.iter().find(|line| line.act == act).and_then(|line| line.entry.at.clone());
    assert!(day(Act::Tell).is_some_and(|at| at.starts_with("2026-11-20T23:55")));
    assert!(day(Act::Decision).is_some_and(|at| at.starts_with("2026-11-21T00:05")));
    let acts: Vec<Act> = report.lines.iter().map(|line| line.act).collect();
    assert_eq!(acts[acts.len() - 2..], [Act::People, Act::End], "counted at the end, before it is over");
}

#[test]
fn the_same_sheets_twice_add_nothing_and_a_forgotten_sheet_loses_nothing() {
    let scene = Scene::sample("hospital");
    let binder = scene.open();
    let sheets = |more: bool| {
        let forgotten = more.then(|| line("14:15", "note", None, "紙が足りない"));
        let lines = vec![line("14:00", "begin", None, ""), line("14:12", "decision", None, "紙を始める")];
        typed("2026-11-20", lines.into_iter().chain(forgotten).collect())
    };
    let first = take(&binder, sheets(false)).expect("taken").entry;
    assert_eq!(take(&binder, sheets(false)).expect("again").entry, first);
    assert_eq!(binder.plan().rows.exercises.live().count(), 1);
    let second = take(&binder, sheets(true)).expect("all of it").entry;
    assert_ne!(second, first);
    let plan = binder.plan();
    let report = Report::of(&plan, second).expect("a report");
    assert!(report.lines.iter().any(|line| line.text == "紙が足りない") && report.run.phase == Phase::Ended);
    assert_eq!(
        Report::of(&plan, first).expect("untouched").lines.iter().filter(|line| line.act == Act::End).count(),
        1
    );
}

#[test]
fn what_was_hit_on_the_day_is_what_the_report_says() {
    let scene = Scene::sample("hospital");
    let binder = scene.open();
    let usual = binder.rehearsal("night-ransomware", &[]).expect("there");
    let plan = binder.plan();
    let other = usual.cast.candidates(&plan).first().map(|one| binder::plan::Record::title(*one)).expect("another");
    let log = ExerciseLog { hits: vec![other.clone()], ..typed("2026-11-20", vec![line("14:00", "begin", None, "")]) };
    let taken = take(&binder, log).expect("taken");
    let plan = binder.plan();
    let hits = Report::of(&plan, taken.entry).expect("a report").run.script.hits;
    assert_eq!(hits[0].text, other);
}

#[test]
fn earlier_means_an_earlier_day_whichever_was_typed_first() {
    let scene = Scene::sample("hospital");
    let binder = scene.open();
    let held = |day: &str| {
        let lines = vec![line("14:00", "begin", None, ""), line("14:10", "lesson", None, "番号を載せる")];
        take(&binder, typed(day, lines)).expect("taken").entry
    };
    let (later, sooner) = (held("2026-11-20"), held("2026-11-19"));
    let plan = binder.plan();
    let before = |of| Report::of(&plan, of).and_then(|report| report.before(&plan)).map(|one| one.run.exercise.row.id);
    assert_eq!((before(later), before(sooner)), (Some(sooner), None));
    let year = binder::plan::exercise::Year::of(&plan, "2026-11-30").expect("a day");
    let days: Vec<_> = year.held.iter().filter_map(|(one, _)| one.held_on.as_deref()).collect();
    assert_eq!(days, ["2026-11-19", "2026-11-20"]);
}
