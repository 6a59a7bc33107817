//! An exercise is played: nothing happens by itself, every act is a line that stays, play time is what was played, and
//! the room is given only what arrived.

use binder::plan::exercise::{Act, Face, Held, Phase, Report, Room, Run, Said};
use binder::{Binder, Direction, Outside};
use std::sync::Arc;
use suite::outside::TwoClocks;
use suite::scene::{Scene, whole};
use suite::witness::sql;

const SCENARIO: &str = "night-ransomware";

/// A hospital's plan with the exercise begun, and the clocks.
struct Played {
    scene: Scene,
    clocks: Arc<TwoClocks>,
    binder: Binder,
}

impl Played {
    fn begun() -> Self {
        let scene = Scene::sample("hospital");
        let clocks = TwoClocks::at_ten();
        let binder = reopened(&scene, &clocks);
        binder.begin_exercise(SCENARIO, &[], "大会議室", "山田").expect("begun");
        Self { scene, clocks, binder }
    }

    fn act(&self, act: Act) {
        self.say(act, Said::default()).unwrap_or_else(|code| panic!("{}: {code}", act.name()));
    }

    fn of(&self, act: Act, of: &str) {
        self.say(act, Said { of: Some(of.to_owned()), ..Said::default() })
            .unwrap_or_else(|code| panic!("{of}: {code}"));
    }

    fn say(&self, act: Act, said: Said) -> Result<binder::plan::Id, &'static str> {
        self.binder.exercise_act(act, &said, "山田").map(|acted| acted.entry).map_err(|error| error.code())
    }

    /// Seconds pass while both windows look.
    fn pass(&self, seconds: u32) {
        for _ in 0..seconds {
            self.clocks.pass(1);
            self.binder.exercise_now().expect("looked");
        }
    }

    fn minutes(&self) -> u64 {
        self.binder.exercise_now().expect("looked").expect("going on").0.played / 60_000
    }

    fn room(&self) -> Room {
        self.binder.room()
    }

    fn held(&self) -> Option<Held> {
        Run::open(&self.binder.plan()).expect("going on").held
    }
}

fn reopened(scene: &Scene, clocks: &Arc<TwoClocks>) -> Binder {
    let outside: Arc<dyn Outside> = clocks.clone();
    Binder::open(&scene.plan, false, outside).expect("opened").0
}

#[test]
fn play_is_the_sum_of_the_stretches_in_which_it_ran() {
    let played = Played::begun();
    played.act(Act::Begin);
    played.pass(300);
    assert_eq!(played.minutes(), 0, "the opening is not play");
    played.act(Act::Play);
    played.pass(120);
    played.act(Act::Pause);
    played.clocks.pass(1800);
    assert_eq!(played.minutes(), 2, "a pause counts nothing");
    played.of(Act::Tell, "printers");
    assert_eq!(played.room().arrived.len(), 1, "what is told now does not wait for the pause to end");
    played.act(Act::Resume);
    played.pass(60);
    assert_eq!(played.minutes(), 3);
    // The lid is closed: nobody looks for an hour.
    played.clocks.pass(3600);
    assert_eq!(played.minutes(), 3, "a closed lid counts nothing");
    assert_eq!((played.held(), played.room().face), (Some(Held::Interrupted), Face::Paused), "and the program asks");
    played.act(Act::Resume);
    played.pass(60);
    assert_eq!(played.minutes(), 4);
    // Somebody sets the clock on the wall back by a year.
    played.clocks.set(-365 * 86_400);
    assert_eq!(played.minutes(), 4);
    assert_eq!(played.held(), Some(Held::Interrupted), "the clocks parted");
    played.act(Act::Resume);
    played.pass(60);
    assert_eq!(played.minutes(), 5);
    played.act(Act::Stop);
    played.clocks.pass(600);
    assert_eq!(played.minutes(), 5, "the stop word counts nothing");
}

#[test]
fn after_a_crash_it_resumes_where_it_stopped() {
    let played = Played::begun();
    played.act(Act::Play);
    played.pass(50);
    played.of(Act::Tell, "printers");
    played.pass(50);
    let Played { scene, clocks, binder } = played;
    binder.close();
    drop(binder);
    clocks.pass(900);
    let played = Played { binder: reopened(&scene, &clocks), scene, clocks };
    let now = played.binder.exercise_now().expect("looked").expect("going on").0;
    assert!((90_000..=100_000).contains(&now.played) && !now.runs, "{now:?}: at most a beat is lost");
    assert_eq!(played.held(), Some(Held::Interrupted), "the program asks");
    assert_eq!(played.room().arrived.len(), 1);
    played.act(Act::Resume);
    played.pass(30);
    assert_eq!(played.minutes(), 2);
    drop(played.binder);
    whole(&played.scene.plan, "after a crash");
}

#[test]
fn nothing_reaches_the_room_by_itself_and_the_room_is_given_only_what_arrived() {
    let played = Played::begun();
    let bytes = |played: &Played| serde_json::to_string(&played.room()).expect("JSON");
    let script = Run::open(&played.binder.plan()).expect("going on").script;
    assert_eq!(played.room().face, Face::Waiting);
    assert!(!bytes(&played).contains("プリンタ"), "before it begins nothing of the story is given away");
    played.act(Act::Begin);
    assert!(bytes(&played).contains(&script.opening.text), "the opening stands there before the first inject");
    played.act(Act::Play);
    played.pass(1500);
    assert_eq!(played.room().arrived, [], "the planned minutes are over, and nothing went out");
    let told = ["printers", "who-decides", "ambulance"];
    for id in told {
        played.of(Act::Tell, id);
    }
    played.of(Act::Branch, "ambulance/take");
    played
        .say(Act::Decision, Said { text: Some("受けない".into()), role: Some("当直医".into()), ..Said::default() })
        .expect("kept");
    played.of(Act::Seek, "printers");
    played.pass(7);
    let seen = bytes(&played);
    assert_eq!((played.room().arrived.len(), played.room().seeking), (4, Some(7)));
    for card in script.cards.iter().chain(&script.reserves) {
        let hidden = [&card.listen]
            .into_iter()
            .chain(&card.phone)
            .chain(card.signs.iter().flat_map(|one| [&one.sign, &one.say]));
        for text in hidden {
            assert!(!seen.contains(&text.text), "{}: {}", card.id, text.text);
        }
        assert!(card.source.is_empty() || !seen.contains(&card.source), "{}", card.id);
        assert_eq!(
            seen.contains(&card.text.text.replace('"', "\\\"")),
            told.contains(&card.id.as_str()),
            "{}",
            card.id
        );
        for branch in &card.branches {
            let taken = (card.id.as_str(), branch.id.as_str()) == ("ambulance", "take");
            assert_eq!(seen.contains(&branch.text.text), taken, "{}/{}", card.id, branch.id);
            assert!(!seen.contains(&branch.when.text));
        }
        assert!(card.page.as_ref().is_none_or(|words| !seen.contains(words.as_str())), "the words of a search");
    }
    for text in script.prompts.iter().chain(&script.questions).chain(&script.closing) {
        assert!(!seen.contains(&text.text), "{}", text.text);
    }
    assert!(!seen.contains("受けない") && !seen.contains(SCENARIO) && !seen.contains(&script.title), "{seen}");
    played.act(Act::Blank);
    assert_eq!((played.room().face, played.room().arrived.len()), (Face::Blank, 0), "a blank wall is given nothing");
    played.act(Act::Show);
    assert_eq!(played.room().arrived.len(), 4);
}

#[test]
fn the_stop_word_stops_everything_and_going_on_needs_a_reason() {
    let played = Played::begun();
    played.act(Act::Play);
    played.of(Act::Tell, "printers");
    played.act(Act::Stop);
    let room = played.room();
    assert_eq!((room.face, room.arrived.len()), (Face::Stopped, 0), "nothing of the story stands on the wall");
    let tell = Said { of: Some("who-decides".into()), ..Said::default() };
    assert_eq!(played.say(Act::Tell, tell), Err("exercise-stopped"));
    assert_eq!(played.say(Act::Resume, Said::default()), Err("exercise-reason"));
    assert_eq!(played.say(Act::Resume, Said { text: Some("  ".into()), ..Said::default() }), Err("exercise-reason"));
    played
        .say(Act::Resume, Said { text: Some("本物の急変は終わった".into()), ..Said::default() })
        .expect("with a reason");
    assert_eq!(played.room().face, Face::Playing);
    let lines = sql(&played.scene.plan, "SELECT act, text FROM exercise_log ORDER BY position").expect("read");
    assert!(lines.contains("stop") && lines.contains("本物の急変は終わった"), "{lines}");
}

#[test]
fn the_stamp_is_the_moment_of_the_key_and_words_follow() {
    let played = Played::begun();
    played.act(Act::Play);
    played.of(Act::Tell, "printers");
    played.pass(200);
    let stamped = played.say(Act::Decision, Said::default()).expect("pressed");
    let pressed = played.clocks.now();
    played.pass(160);
    let words = |text: &str, role: Option<&str>| Said {
        corrects: Some(stamped),
        text: Some(text.into()),
        role: role.map(str::to_owned),
        basis: Some("paper".into()),
        ..Said::default()
    };
    played.say(Act::Words, words("紙を始めるる", Some("管理当直師長"))).expect("typed");
    played.say(Act::Words, words("紙を始める", None)).expect("corrected");
    let plan = played.binder.plan();
    let run = Run::open(&plan).expect("going on");
    let report = Report::of(&plan, run.exercise.row.id).expect("readable");
    let one = &report.decisions[0];
    assert_eq!(one.line.entry.at.as_deref(), Some(pressed.as_str()), "the report says when the key was pressed");
    assert_eq!((one.line.second(), one.after), ("10:03:20".to_owned(), Some(200)));
    let said = (one.line.text.as_str(), one.line.role.as_str(), one.line.corrected);
    assert_eq!(said, ("紙を始める", "管理当直師長", 1), "the last words, and that they were corrected");
    let kept = sql(&played.scene.plan, "SELECT text FROM exercise_log WHERE act = 'words'").expect("read");
    assert!(kept.contains("紙を始めるる"), "what was typed first stays: {kept}");
    let gone = Said { corrects: Some(plan.id), text: Some("x".into()), ..Said::default() };
    assert_eq!(played.say(Act::Words, gone), Err("exercise-not-now"), "a line that is not there");
}

#[test]
fn undo_does_not_reach_the_log_and_no_program_changes_it() {
    let played = Played::begun();
    suite::rows::add(&played.binder, binder::plan::Kind::Person, "佐藤");
    played.act(Act::Play);
    played.of(Act::Tell, "printers");
    played.binder.step_back(Direction::Undo, "山田").expect("undone");
    assert!(
        played.binder.plan().rows.people.live().all(|one| one.name.as_deref() != Some("佐藤")),
        "the edit was undone"
    );
    assert_eq!(played.room().arrived.len(), 1, "the exercise was not");
    for statement in
        ["UPDATE exercise_log SET text = 'x'", "DELETE FROM exercise_log", "UPDATE exercises SET place = 'x'"]
    {
        assert!(sql(&played.scene.plan, statement).is_err(), "{statement}");
    }
}

#[test]
fn skipping_delaying_and_repeating_never_overwrite() {
    let played = Played::begun();
    played.act(Act::Play);
    played.of(Act::Tell, "printers");
    let again = Said { of: Some("printers".into()), ..Said::default() };
    assert_eq!(played.say(Act::Tell, again), Err("exercise-told"));
    played.of(Act::Again, "printers");
    let later = |of: &str, minutes: &str| Said { of: Some(of.into()), text: Some(minutes.into()), ..Said::default() };
    played.say(Act::Delay, later("cable", "2")).expect("one");
    played.say(Act::Delay, later("*", "3")).expect("all that follow");
    played.of(Act::Skip, "dialysis");
    assert_eq!(played.say(Act::Delay, later("cable", "0")), Err("exercise-not-now"));
    assert_eq!(played.say(Act::Delay, later("cable", "x")), Err("exercise-not-now"));
    assert_eq!(played.say(Act::Branch, later("ambulance/take", "")), Err("exercise-not-now"), "not told yet");
    assert_eq!(played.say(Act::Branch, later("ambulance/fly", "")), Err("not-found"), "a branch to nowhere");
    let plan = played.binder.plan();
    let run = Run::open(&plan).expect("going on");
    let planned = |id: &str| run.planned(run.script.card(id).expect("there"));
    assert_eq!((planned("printers"), planned("cable"), planned("leak")), (1, 21, 44));
    assert!(run.ahead().all(|card| !["printers", "dialysis"].contains(&card.id.as_str())));
    assert_eq!(run.told.len(), 1);
}

#[test]
fn jumps_are_announced_and_the_clock_of_the_story_goes_on_from_there() {
    let played = Played::begun();
    played.act(Act::Play);
    played.pass(120);
    played.of(Act::Tell, "printers");
    assert_eq!(played.room().clock, "金曜 1:22");
    played.of(Act::Jump, "morning");
    played.pass(60);
    let room = played.room();
    assert_eq!(room.clock, "金曜 7:01");
    assert!(room.jump.contains("朝7時"), "said until the next inject");
    played.of(Act::Tell, "last-dose");
    assert_eq!((played.room().jump.as_str(), played.room().arrived.len()), ("", 2));
    let back = Said { of: Some("night".into()), ..Said::default() };
    assert_eq!(played.say(Act::Jump, back), Err("exercise-not-now"), "the story does not run backwards");
}

#[test]
fn what_the_plan_lacks_is_not_shown_but_said() {
    let scene = Scene::of("dental");
    let clocks = TwoClocks::at_ten();
    let played = Played { binder: reopened(&scene, &clocks), scene, clocks };
    played.binder.begin_exercise("dental-morning", &[], "", "山田").expect("begun");
    played.act(Act::Play);
    let said = Said { of: Some("call-back".into()), ..Said::default() };
    let refused = played.binder.exercise_act(Act::Tell, &said, "山田").expect_err("the decider is not there");
    assert_eq!(refused.code(), "exercise-lacks");
    assert!(refused.words()[0].contains("昨日の番号から"), "what to say instead: {refused:?}");
    assert_eq!(played.room().arrived, []);
}

#[test]
fn one_exercise_at_a_time_and_the_next_after_its_end() {
    let played = Played::begun();
    let second = played.binder.begin_exercise(SCENARIO, &[], "", "山田").expect_err("one is going on");
    assert_eq!(second.code(), "exercise-open");
    played.act(Act::Play);
    played.act(Act::Review);
    assert_eq!(played.say(Act::Tell, Said { of: Some("printers".into()), ..Said::default() }), Err("exercise-not-now"));
    played.act(Act::End);
    assert!(played.binder.exercise_now().expect("looked").is_none());
    assert_eq!(played.say(Act::Note, Said::default()), Err("exercise-none"));
    played.binder.begin_exercise("alarm-cuts-the-network", &[], "", "山田").expect("the next");
    let plan = played.binder.plan();
    assert_eq!(plan.rows.exercises.live().count(), 2);
    assert_eq!(Run::open(&plan).expect("going on").phase, Phase::Ready);
    drop(plan);
    drop(played.binder);
    whole(&played.scene.plan, "two exercises");
}

/// Text shown is stored as shown: whatever becomes of the plan meanwhile.
#[test]
fn the_plan_may_be_edited_meanwhile_and_what_was_shown_stays() {
    let played = Played::begun();
    played.act(Act::Play);
    let ward = played.binder.plan().from_entry("departments/ward").map(binder::plan::Record::id).expect("there");
    let step = suite::rows::alone();
    suite::rows::put(&played.binder, binder::plan::Kind::Department, ward, "name", "改名した病棟", &step)
        .expect("renamed");
    let system = played.binder.plan().from_entry("systems/virtual").map(binder::plan::Record::id).expect("there");
    let remove = binder::plan::Edit::Remove { kind: binder::plan::Kind::System, id: system };
    played.binder.edit(&remove, &step).expect("removed");
    played.of(Act::Tell, "printers");
    assert!(played.room().arrived[0].sender.starts_with("3階東病棟"), "{:?}", played.room());
    assert!(!played.room().unusable.iter().any(|name| name.contains("バックアップ")), "found out later");
    assert!(played.room().unusable.iter().any(|name| name == "電子カルテ"));
}

#[test]
fn which_book_lay_on_the_table_is_kept_with_the_last_change_it_shows() {
    let scene = Scene::sample("hospital");
    let binder = scene.open();
    let request = binder::PrintRequest {
        document: binder::Document::named("binder").expect("there"),
        copy: binder::Copy::Hq,
        date: "2026-11-22".to_owned(),
        forms: false,
        exercise: Default::default(),
    };
    let shown = binder.snapshot().seq;
    binder.print_to(&request, &scene.at("本部用.pdf"), &binder::Unwatched).expect("printed");
    suite::rows::add(&binder, binder::plan::Kind::Role, "印刷の後に足した役");
    let begun = binder.begin_exercise(SCENARIO, &[], "", "山田").expect("begun").entry;
    let plan = binder.plan();
    let exercise = plan.rows.exercises.find(begun).expect("there");
    assert_eq!(exercise.book_point.as_deref(), Some(shown.to_string().as_str()), "not what was changed since");
    assert!(exercise.book.as_deref().is_some_and(|day| day.len() == 10));
    drop(binder);
    let report = suite::paper::Paper::document(&scene.plan, "report");
    assert!(report.has(&format!("記録の番号 {shown} まで")));
}
