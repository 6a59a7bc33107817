//! The log of an exercise as a file: a run comes back to the letter, sheets of paper are typed in, twice adds nothing.

use serde_json::{Value, json};
use suite::checkout;
use suite::paper::Paper;
use suite::scene::{Scene, whole};
use suite::sonae;

pub(crate) fn take(scene: &Scene, log: &Value) -> Value {
    let file = scene.at("記録.json");
    std::fs::write(&file, log.to_string()).expect("written");
    let said =
        sonae::did(&["exercise", "replay", &scene.plan.to_string_lossy(), &file.to_string_lossy(), "--json"]).out;
    serde_json::from_str(&said).expect("JSON")
}

fn refused(scene: &Scene, log: &Value) -> String {
    let file = scene.at("記録.json");
    std::fs::write(&file, log.to_string()).expect("written");
    let ran = sonae::sonae(&["exercise", "replay", &scene.plan.to_string_lossy(), &file.to_string_lossy()]);
    assert_eq!(ran.code, Some(3), "{ran:?}");
    ran.err
}

/// The run the window test played, kept for ever: every later program makes the same report of it.
const RUN: &str = "tests/fixtures/exercise-1.json";

/// What stands on four sheets of paper, typed in the next morning.
pub(crate) fn on_paper() -> Value {
    json!({
        "format": 1, "scenario": "night-ransomware", "place": "大会議室", "held_on": "2026-11-20",
        "lines": [
            { "at": "14:00", "act": "begin" },
            { "at": "14:08", "act": "play" },
            { "at": "14:09", "act": "tell", "of": "printers" },
            { "at": "14:12:30", "act": "decision", "text": "紙を始める", "role": "管理当直師長", "basis": "paper", "told": "全病棟" },
            { "at": "14:13", "act": "seek", "of": "printers" },
            { "at": "14:14:10", "act": "found", "text": "A-3" },
            { "at": "14:15", "act": "pause" },
            { "at": "14:25", "act": "resume" },
            { "at": "14:30", "act": "jump", "of": "morning" },
            { "at": "14:31", "act": "tell", "of": "last-dose" },
            { "at": "14:40", "act": "undecided", "text": "6時の薬を配るか" },
            { "at": "14:41", "act": "lesson", "text": "配る前に薬剤師にかける番号を、与薬の頁に載せる" },
            { "at": "15:10", "act": "review" },
            { "at": "15:30", "act": "people", "text": "看護師 6、医師 2、事務 2。署名の名簿は総務の棚。" },
            { "at": "15:30", "act": "end" }
        ]
    })
}

#[test]
fn sheets_of_an_exercise_held_on_paper_give_the_same_report_and_twice_adds_nothing() {
    let scene = Scene::sample("hospital");
    assert_eq!(take(&scene, &on_paper())["added"], 16);
    assert_eq!(take(&scene, &on_paper())["added"], 0, "twice adds nothing");
    let mut more = on_paper();
    more["lines"]
        .as_array_mut()
        .expect("lines")
        .push(json!({ "at": "15:35", "act": "note", "text": "時計が見えない" }));
    assert_eq!(take(&scene, &more)["added"], 1, "only what is new");
    whole(&scene.plan, "with an exercise from paper");
    let paper = Paper::document(&scene.plan, "report");
    for said in [
        "2026年11月20日",
        "14:00",
        "15:30",
        "大会議室",
        "紙を始める",
        "管理当直師長",
        "14:12:30",
        "3分30秒",
        "1分10秒",
        "A-3",
        "6時の薬を配るか",
        "配る前に薬剤師にかける番号",
        "看護師6",
        "訓練",
        "金曜7:01",
        "紙から後で",
    ] {
        assert!(paper.has(said), "{said}");
    }
}

#[test]
fn a_lesson_becomes_an_improvement_that_is_closed_and_shows_in_the_next_report() {
    use binder::plan::{Edit, Kind};
    use suite::rows::{added, alone, put};
    let scene = Scene::sample("hospital");
    take(&scene, &on_paper());
    let binder = scene.open();
    let plan = binder.plan();
    let exercise = plan.rows.exercises.first().expect("held").row.id;
    let lesson = plan.rows.exercise_log.live().find(|one| one.act.as_deref() == Some("lesson")).expect("one").row.id;
    let values = [
        ("name", "与薬の頁に番号を載せる".to_owned()),
        ("exercise", exercise.to_string()),
        ("entry", lesson.to_string()),
    ];
    let made = added(&binder, Kind::Improvement, &values);
    for (field, value) in [("state", "done"), ("done_on", "2026-11-25"), ("proof", "F-2を直した")] {
        put(&binder, Kind::Improvement, made, field, value, &alone()).expect("closed");
    }
    drop(binder);
    let mut next = on_paper();
    next["held_on"] = json!("2026-11-26");
    take(&scene, &next);
    let paper = Paper::document(&scene.plan, "report");
    for said in ["前の演習で決めた改善", "与薬の頁に番号を載せる", "終わった", "F-2を直した", "2026年11月26日"]
    {
        assert!(paper.has(said), "{said}");
    }
    // Removed, it shows no more.
    let binder = scene.open();
    binder.edit(&Edit::Remove { kind: Kind::Improvement, id: made }, &alone()).expect("removed");
    drop(binder);
    assert!(!Paper::document(&scene.plan, "report").has("前の演習で決めた改善"));
}

#[test]
fn a_run_that_is_written_out_and_taken_in_elsewhere_gives_the_same_report_to_the_letter() {
    let scene = Scene::sample("hospital");
    take(&scene, &on_paper());
    let out = scene.at("log.json");
    sonae::did(&["exercise", "log", &scene.plan.to_string_lossy(), "-o", &out.to_string_lossy()]);
    let log: Value = serde_json::from_str(&std::fs::read_to_string(&out).expect("written")).expect("JSON");
    // Into a plan that knows nothing of that hospital: what was shown is kept with the run.
    let other = Scene::of("hospital");
    take(&other, &log);
    let again = other.at("again.json");
    sonae::did(&["exercise", "log", &other.plan.to_string_lossy(), "-o", &again.to_string_lossy()]);
    assert_eq!(serde_json::from_str::<Value>(&std::fs::read_to_string(&again).expect("written")).expect("JSON"), log);
    let texts = [&scene, &other].map(|scene| scene.printed("report", "hq").join("\n"));
    let without_names = |text: &str| text.lines().skip(3).map(str::to_owned).collect::<Vec<_>>().join("\n");
    assert!(texts[0].contains("3階東病棟") && texts[1].contains("3階東病棟"));
    assert_eq!(without_names(&texts[0]).len(), without_names(&texts[1]).len(), "the same report");
}

#[test]
fn what_cannot_be_read_is_named_with_its_line_and_nothing_is_added() {
    let scene = Scene::sample("hospital");
    let before = std::fs::read(&scene.plan).expect("the plan");
    let with = |nth: usize, key: &str, value: Value| {
        let mut log = on_paper();
        log["lines"][nth][key] = value;
        log
    };
    assert!(refused(&scene, &with(2, "of", json!("no-such"))).contains("3 番目"), "an inject that is not there");
    assert!(refused(&scene, &with(2, "act", json!("dance"))).contains("dance"));
    assert!(refused(&scene, &with(3, "at", json!("26:00"))).contains("26:00"));
    assert!(refused(&scene, &with(3, "corrects", json!(9))).contains("corrects"), "a line that comes later");
    assert!(refused(&scene, &with(8, "of", json!("nowhere"))).contains("nowhere"), "a jump to nowhere");
    let mut branch = on_paper();
    branch["lines"][4] = json!({ "at": "14:13", "act": "branch", "of": "ambulance/fly" });
    assert!(refused(&scene, &branch).contains("ambulance/fly"), "a branch to nowhere");
    let mut newer = on_paper();
    newer["format"] = json!(2);
    assert!(refused(&scene, &newer).contains("format 2"));
    let mut control = on_paper();
    control["lines"][3]["text"] = json!("a\u{0007}b");
    refused(&scene, &control);
    let mut odd = on_paper();
    odd["lines"][3]["text"] = json!("<script>alert(1)</script>");
    let mut many = on_paper();
    many["lines"] = json!(vec![json!({ "at": "14:00", "act": "note" }); 20_001]);
    refused(&scene, &many);
    assert_eq!(std::fs::read(&scene.plan).expect("the plan"), before, "nothing was added");
    take(&scene, &odd);
    assert!(Paper::document(&scene.plan, "report").has("<script>alert(1)</script>"), "text is text");
}

#[test]
fn the_kept_run_gives_the_same_figures_in_every_later_version() {
    let Ok(text) = std::fs::read_to_string(checkout(RUN)) else { panic!("{RUN} is kept") };
    let log: Value = serde_json::from_str(&text).expect("JSON");
    let scene = Scene::of("hospital");
    take(&scene, &log);
    let out = scene.at("again.json");
    sonae::did(&["exercise", "log", &scene.plan.to_string_lossy(), "-o", &out.to_string_lossy()]);
    let again: Value = serde_json::from_str(&std::fs::read_to_string(&out).expect("written")).expect("JSON");
    assert_eq!(again["lines"], log["lines"], "every line to the letter");
    within(&log, &again, "");
    let paper = Paper::document(&scene.plan, "report");
    let kept = std::fs::read_to_string(checkout("tests/fixtures/exercise-1.txt")).expect("what it printed");
    for line in kept.lines().filter(|line| !line.trim().is_empty()) {
        assert!(paper.has(line), "{line}");
    }
}

/// Whatever was kept is there again; a later program may say more.
fn within(kept: &Value, now: &Value, at: &str) {
    match (kept, now) {
        (Value::Object(kept), Value::Object(now)) => {
            for (key, value) in kept {
                within(value, now.get(key).unwrap_or(&Value::Null), &format!("{at}/{key}"));
            }
        }
        (Value::Array(kept), Value::Array(now)) => {
            assert_eq!(kept.len(), now.len(), "{at}");
            kept.iter().zip(now).enumerate().for_each(|(nth, (one, other))| within(one, other, &format!("{at}/{nth}")));
        }
        _ => assert_eq!(kept, now, "{at}"),
    }
}

/// The list goes to the committee: what was changed stands in it, once; of a cut only that it is one.
#[test]
fn the_list_of_improvements_says_where_the_plan_was_changed() {
    use binder::plan::Kind;
    use suite::rows::added;
    let scene = Scene::sample("hospital");
    let binder = scene.open();
    let plan = binder.plan();
    let made = added(&binder, Kind::Improvement, &[("name", "与薬の頁に番号を載せる".to_owned())]);
    let procedure = plan.rows.procedures.first().expect("one");
    let cut = plan
        .rows
        .cutoff_points
        .live()
        .find(|one| one.name.as_deref() == Some("区画の境（病棟とサーバ）"))
        .expect("one");
    for (kind, of) in
        [("procedures", procedure.row.id), ("procedures", procedure.row.id), ("cutoff_points", cut.row.id)]
    {
        let values = [("improvement", made.to_string()), ("of_kind", kind.to_owned()), ("of", of.to_string())];
        added(&binder, Kind::ImprovementPlace, &values);
    }
    drop(binder);
    let paper = Paper::document(&scene.plan, "improvements");
    assert!(paper.has(procedure.name.as_deref().expect("a name")) && paper.has("直した所：遮断点"));
    assert!(!paper.has("区画の境（病棟とサーバ）"), "its name stands in part S only");
}
