//! For scripts and their writers: every command and its exit codes [OWN-COMMANDS].

use serde_json::Value;
use std::path::Path;
use suite::scene::{Scene, open, whole};
use suite::witness::pages;
use suite::{checkout, sonae};

const KINDS: [&str; 5] = ["hospital", "clinic", "clinic-with-beds", "dental", "pharmacy"];

#[test]
fn a_plan_of_every_kind_can_be_made_checked_verified_and_printed() {
    for kind in KINDS {
        let scene = Scene::empty();
        let plan = text(&scene.plan);
        let made = sonae::did(&["new", "--kind", kind, "--name", "みらい", "--beds", "30", "-o", &plan]);
        assert!(made.out.is_empty() && made.err.is_empty(), "a command that succeeds says nothing: {made:?}");
        assert_eq!(scene.files(), ["計画.sonae"], "{kind}: the plan and nothing else");
        whole(&scene.plan, kind);
        let facility = open(&scene.plan, true).0.plan().facility().cloned().expect("the facility");
        assert_eq!((facility.kind.as_deref(), facility.beds.as_deref()), (Some(kind), Some("30")));
        // Nobody has decided anything yet: whoever stood in front of dark screens would stand still.
        let check = sonae::sonae(&["check", &plan]);
        assert_eq!(check.code, Some(1), "{kind}: {check:?}");
        assert!(
            check.out.lines().next().is_some_and(|line| line.starts_with("止まる")),
            "most serious first: {check:?}"
        );
        sonae::did(&["print", &plan, "-o", &text(&scene.at("a.pdf"))]);
        assert!(pages(&scene.at("a.pdf")).len() > 20, "{kind}: a binder");
        sonae::did(&["print", &plan, "--copy", "ward", "-o", &text(&scene.at("b.pdf"))]);
    }
}

#[test]
fn the_sample_clinic_checks_without_anything_that_would_stop_somebody() {
    let scene = Scene::empty();
    let plan = text(&scene.plan);
    sonae::did(&["sample", "clinic", "-o", &plan]);
    sonae::did(&["check", &plan]);
    let json: Value = serde_json::from_str(&sonae::did(&["check", &plan, "--json"]).out).expect("JSON");
    let findings = json["findings"].as_array().expect("a list");
    assert!(findings.iter().all(|one| one["severity"] != "stop"), "{findings:#?}");
    let rows = open(&scene.plan, true).0.plan().rows.clone();
    let counts = (rows.systems.len(), rows.people.len(), rows.organisations.len());
    assert!(counts.0 >= 12 && counts.1 >= 8 && counts.2 >= 6, "the eight-person clinic: {counts:?}");
}

#[test]
fn every_finding_has_words_a_code_and_a_place() {
    let scene = Scene::of("hospital");
    let ran = sonae::sonae(&["check", &text(&scene.plan), "--json"]);
    assert_eq!(ran.code, Some(1), "findings that stop somebody");
    let json: Value = serde_json::from_str(&ran.out).expect("JSON on standard output");
    let findings = json["findings"].as_array().expect("a list");
    assert!(findings.len() > 5);
    for one in findings {
        let words = one["text"].as_str().expect("words");
        assert!(!words.is_empty() && !words.contains('{') && !words.contains("「」"), "a whole sentence: {one}");
        assert!(["stop", "mend", "note"].contains(&one["severity"].as_str().expect("a severity")), "{one}");
    }
}

#[test]
fn export_import_export_gives_the_same_json() {
    for make in [vec!["sample", "clinic"], vec!["new", "--kind", "hospital", "--name", "みらい病院"]] {
        let scene = Scene::empty();
        let at = |name: &str| text(&scene.at(name));
        let mut made: Vec<&str> = make.clone();
        let plan = at("a.sonae");
        made.extend(["-o", &plan]);
        sonae::did(&made);
        sonae::did(&["export", &plan, "--format", "json", "-o", &at("a.json")]);
        sonae::did(&["import", "plan", &at("a.json"), "-o", &at("b.sonae")]);
        sonae::did(&["export", &at("b.sonae"), "--format", "json", "-o", &at("b.json")]);
        let read = |name: &str| std::fs::read_to_string(scene.at(name)).expect("there");
        assert_eq!(read("a.json"), read("b.json"), "{make:?}");
        assert!(read("a.json").contains("\"files\""), "the pack goes with the plan, whole");
        whole(&scene.at("b.sonae"), "imported");
    }
}

#[test]
fn a_file_that_is_there_is_refused_and_untouched() {
    let scene = Scene::of("clinic");
    let there = text(&scene.at("there.sonae"));
    sonae::did(&["export", &text(&scene.plan), "--format", "json", "-o", &text(&scene.at("a.json"))]);
    std::fs::write(&there, "something dear to somebody").expect("written");
    let json = text(&scene.at("a.json"));
    for command in [
        vec!["new", "--kind", "clinic", "--name", "x", "-o", &there],
        vec!["sample", "clinic", "-o", &there],
        vec!["import", "plan", &json, "-o", &there],
    ] {
        sonae::sonae(&command).refused("file-exists", 3);
        assert_eq!(std::fs::read(&there).expect("there"), b"something dear to somebody", "{command:?}");
    }
}

#[test]
fn two_that_make_the_same_plan_at_once_leave_one_whole_plan() {
    for _ in 0..10 {
        let scene = Scene::empty();
        let arguments = ["sample", "clinic", "-o", &text(&scene.plan)];
        let running: Vec<_> = (0..4)
            .map(|_| sonae::command(&arguments).stderr(std::process::Stdio::null()).spawn().expect("started"))
            .collect();
        let codes: Vec<_> = running.into_iter().map(|mut one| one.wait().expect("ended").code()).collect();
        assert_eq!(codes.iter().filter(|code| **code == Some(0)).count(), 1, "one of them made it: {codes:?}");
        whole(&scene.plan, "the one that was made");
        assert_eq!(scene.files(), ["計画.sonae"]);
    }
}

#[test]
fn bad_use_is_code_2_and_bad_input_is_code_3() {
    let scene = Scene::of("clinic");
    let (plan, out) = (text(&scene.plan), text(&scene.at("x.pdf")));
    let bad_use: [&[&str]; 10] = [
        &[],
        &["dance"],
        &["new", "--kind", "zoo", "--name", "x", "-o", &out],
        &["new", "--kind", "clinic", "-o", &out],
        &["new", "--kind", "clinic", "--name", "x", "--beds", "many", "-o", &out],
        &["sample", "hotel", "-o", &out],
        &["print", &plan],
        &["print", &plan, "--copy", "mayor", "-o", &out],
        &["print", &plan, "--date", "いつか", "-o", &out],
        &["export", &plan, "--format", "pdf", "-o", &out],
    ];
    for arguments in bad_use {
        let ran = sonae::sonae(arguments);
        assert_eq!(ran.code, Some(2), "{arguments:?}: {ran:?}");
        assert!(ran.out.is_empty() && !ran.err.is_empty(), "what is wrong goes to standard error: {ran:?}");
    }
    sonae::sonae(&["print", &plan, "--copy", "ward:月面", "-o", &out]).refused("not-found", 3);
    assert!(!Path::new(&out).exists(), "nothing was written");
}

#[test]
fn help_is_japanese_or_english_as_asked() {
    let commands: [&[&str]; 10] = [
        &[],
        &["new"],
        &["sample"],
        &["import"],
        &["import", "plan"],
        &["check"],
        &["print"],
        &["export"],
        &["verify"],
        &["lint"],
    ];
    let japanese = |text: &str| text.chars().filter(|c| ('ぁ'..='ー').contains(c)).count();
    for command in commands {
        for (position, language) in [("before", "ja"), ("after", "ja"), ("before", "en"), ("after", "en")] {
            let mut arguments: Vec<&str> = command.to_vec();
            arguments.push("--help");
            let lang = ["--lang", language];
            arguments.splice(if position == "before" { 0..0 } else { arguments.len()..arguments.len() }, lang);
            let ran = sonae::did(&arguments);
            assert!(ran.err.is_empty(), "help goes to standard output: {ran:?}");
            if language == "ja" {
                assert!(japanese(&ran.out) > 10 && ran.out.contains("使い方"), "{arguments:?}: {}", ran.out);
                assert!(!ran.out.contains("Print help"), "no English sentence in Japanese help: {}", ran.out);
            } else {
                assert_eq!(japanese(&ran.out), 0, "{arguments:?}: {}", ran.out);
            }
        }
    }
    let english = sonae::command(&["--help"]).env("LANG", "en_US.UTF-8").output().expect("started");
    assert!(sonae::ran(english).out.contains("Exit codes"), "the environment chooses");
    let overruled = sonae::command(&["--lang=ja", "--help"]).env("LANG", "en_US.UTF-8").output().expect("started");
    assert!(sonae::ran(overruled).out.contains("終了コード"), "--lang overrules it");
}

#[test]
fn print_writes_the_pdf_lists_findings_on_standard_error_and_ends_with_0() {
    let scene = Scene::empty();
    let plan = text(&scene.plan);
    // U+1F9FF is in no font of ours.
    sonae::did(&["new", "--kind", "clinic", "--name", "みらい\u{1F9FF}診療所", "-o", &plan]);
    let ran = sonae::did(&["print", &plan, "-o", &text(&scene.at("a.pdf"))]);
    assert!(ran.err.contains("U+1F9FF") && ran.out.is_empty(), "{ran:?}");
    let again = sonae::did(&["print", &plan, "--json", "-o", &text(&scene.at("a.pdf"))]);
    let json: Value = serde_json::from_str(&again.out).expect("JSON on standard output");
    assert_eq!(json["pages"].as_u64(), Some(pages(&scene.at("a.pdf")).len() as u64), "an older PDF is replaced");
    assert_eq!(json["findings"][0]["code"], "missing-character");
    let check = sonae::sonae(&["check", &plan, "--json"]);
    assert!(check.out.contains("missing-character"), "check knows it before anything is printed");
}

#[test]
fn the_templates_of_this_checkout_lint() {
    let ran = sonae::did(&["lint", &text(&checkout("templates"))]);
    assert!(ran.out.contains("mhlw-2024"), "it names the pack it looked at: {ran:?}");
    assert_eq!(sonae::did(&["lint", &text(&checkout("templates")), "--json"]).out.trim(), r#"{"problems":[]}"#);
}

fn text(path: &Path) -> String {
    path.display().to_string()
}
