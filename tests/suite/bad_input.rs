//! For the wrong file, the damaged one and the strange one: three sentences, the right exit code,
//! nothing made, nothing lost.

use binder::Binder;
use binder::plan::{Finding, Kind, MAX_CHARACTERS, Record};
use serde_json::Value;
use std::io::Write;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use suite::rows::{add, alone, get, put};
use suite::scene::{Scene, open, whole};
use suite::witness::{bare, pages, sql, tool};
use suite::{checkout, sonae};

#[test]
fn what_is_not_a_plan_is_refused_and_untouched() {
    let scene = Scene::of("clinic");
    let sound = std::fs::read(&scene.plan).expect("readable");
    let foreign = scene.at("other.db");
    sql(&foreign, "CREATE TABLE t(a); INSERT INTO t VALUES (1);").expect("a database of somebody else");
    let ours_in_name = scene.at("mark.db");
    sql(&ours_in_name, "PRAGMA application_id = 0x534F4E41; PRAGMA user_version = 1; CREATE TABLE t(a);")
        .expect("done");
    let mut scrambled = sound.clone();
    scrambled[4096..40_960].fill(0xAA);
    let cases: Vec<(&str, Vec<u8>, &str, i32)> = vec![
        ("empty", Vec::new(), "not-a-plan", 3),
        ("text", "これは計画ではない".repeat(100).into_bytes(), "not-a-plan", 3),
        ("pdf", b"%PDF-1.7\n".repeat(50), "not-a-plan", 3),
        ("database of another program", std::fs::read(&foreign).expect("readable"), "not-a-plan", 3),
        ("database with our mark only", std::fs::read(&ours_in_name).expect("readable"), "damaged", 4),
        ("first bytes of a plan", sound[..60].to_vec(), "not-a-plan", 3),
        ("half a plan", sound[..sound.len() / 2].to_vec(), "damaged", 4),
        ("plan without its last byte", sound[..sound.len() - 1].to_vec(), "damaged", 4),
        ("plan with a scrambled inside", scrambled, "damaged", 4),
    ];
    for (name, bytes, code, exit) in cases {
        let path = scene.at("bad.sonae");
        std::fs::write(&path, &bytes).expect("written");
        for command in [vec!["check"], vec!["verify"], vec!["print", "-o", "/nowhere/x.pdf"]] {
            let mut arguments: Vec<String> = command.iter().map(|one| (*one).to_owned()).collect();
            arguments.insert(1, text(&path));
            println!("{name}: {arguments:?}");
            sonae::sonae(&arguments).refused(code, exit);
        }
        let error = Binder::open(&path, false, suite::outside::Still::world()).err().expect(name);
        assert_eq!(error.code(), code, "{name}, opened for writing");
        assert_eq!(std::fs::read(&path).expect("there"), bytes, "{name} is as it was");
    }
    sonae::sonae(&["check", &text(&scene.at("無い.sonae"))]).refused("file-missing", 3);
    sonae::sonae(&["check", &text(scene.folder())]).refused("not-a-plan", 3);
}

#[test]
fn a_plan_held_by_another_program_is_said_to_be_held() {
    let scene = Scene::of("clinic");
    let mut other = std::process::Command::new("sqlite3")
        .arg(&scene.plan)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("sqlite3 is installed");
    let mut input = other.stdin.take().expect("its input");
    input.write_all(b"BEGIN EXCLUSIVE; SELECT 'held';\n").expect("takes statements");
    let mut line = String::new();
    std::io::BufRead::read_line(&mut std::io::BufReader::new(other.stdout.take().expect("output")), &mut line)
        .expect("a line");
    assert_eq!(line.trim(), "held");
    sonae::sonae(&["check", &text(&scene.plan)]).refused("busy", 4);
    drop(input);
    other.wait().expect("it lets go");
    whole(&scene.plan, "once the other let go");
}

#[test]
fn a_text_too_long_for_one_field_is_refused_everywhere_and_the_old_one_stays() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let id = add(&binder, Kind::Person, "佐藤");
    let long = "長".repeat(100_000);
    for kind_of_text in [long.clone(), format!("{long}\n")] {
        let refused = put(&binder, Kind::Person, id, "name", &kind_of_text, &alone()).expect_err("too long");
        assert_eq!((refused.code(), &refused.words()[1]), ("too-long", &MAX_CHARACTERS.to_string()));
    }
    assert_eq!(get(&binder, Kind::Person, id, "name").as_deref(), Some("佐藤"));
    let made = scene.at("new.sonae");
    // As many as Linux takes as one argument.
    let new = sonae::sonae(&["new", "--kind", "clinic", "--name", &"長".repeat(40_000), "-o", &text(&made)]);
    new.refused("too-long", 3);
    assert!(!made.exists(), "nothing was made");
}

#[test]
fn the_longest_text_a_field_takes_prints_whole() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let long: String = (0..MAX_CHARACTERS / 10).map(|n| format!("項目{n:06}。、")).collect::<String>();
    let long: String = long.chars().take(MAX_CHARACTERS).collect();
    let id = add(&binder, Kind::System, "電子カルテ");
    for field in ["effect", "fallback"] {
        put(&binder, Kind::System, id, field, &long, &alone()).expect("as long as allowed");
    }
    drop(binder);
    // What a system does and what replaces it stands in chapter 2.
    let pdf = scene.at("print.pdf");
    let (plan, to) = (text(&scene.plan), text(&pdf));
    sonae::did(&["print", &plan, "--document", "inspection-copy", "--date", "2026-11-22", "-o", &to]);
    let text: String = pages(&pdf).concat();
    for n in [0, 1, 500, 999, 1500, 1999] {
        let mark = format!("項目{n:06}");
        assert!(bare(&text).matches(&mark).count() >= 2, "{mark} of both fields is on paper");
    }
    tool("qpdf", &["--check", &self::text(&pdf)]);
}

#[test]
fn control_characters_are_refused_by_name_and_line_ends_are_not() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let id = add(&binder, Kind::Facility, "x");
    for (typed, name) in [("a\u{0}b", "U+0000"), ("a\u{1b}[31m", "U+001B"), ("\u{7f}", "U+007F"), ("\u{85}", "U+0085")]
    {
        let refused = put(&binder, Kind::Facility, id, "broadcast", typed, &alone()).expect_err("a control character");
        assert_eq!((refused.code(), refused.words()), ("control-character", vec![name.to_owned()]));
    }
    put(&binder, Kind::Facility, id, "broadcast", "一行目\r\n二行目\t終", &alone())
        .expect("line ends and tabs are text");
    assert_eq!(get(&binder, Kind::Facility, id, "broadcast").as_deref(), Some("一行目\n二行目\t終"));
    let made = scene.at("new.sonae");
    sonae::sonae(&["new", "--kind", "clinic", "--name", "a\u{1b}b", "-o", &text(&made)])
        .refused("control-character", 3);
    let lines = sonae::did(&["new", "--kind", "clinic", "--name", "みらい\n診療所", "-o", &text(&made)]);
    assert!(lines.err.is_empty());
    let name = open(&made, true).0.plan().facility().and_then(|facility| facility.name.clone());
    assert_eq!(name.as_deref(), Some("みらい 診療所"), "a name is one line, as when it is typed");
}

#[test]
fn a_script_in_a_name_is_a_name() {
    let scene = Scene::empty();
    let name = "<script>alert('備え')</script>{facility.name}**&amp;\"\\";
    sonae::did(&["new", "--kind", "hospital", "--name", name, "-o", &text(&scene.plan)]);
    let binder = scene.open();
    let id = add(&binder, Kind::System, name);
    assert_eq!(get(&binder, Kind::System, id, "name").as_deref(), Some(name), "stored as typed");
    drop(binder);
    sonae::did(&["export", &text(&scene.plan), "--format", "json", "-o", &text(&scene.at("a.json"))]);
    let read: Value = serde_json::from_slice(&std::fs::read(scene.at("a.json")).expect("there")).expect("JSON");
    assert_eq!(read["rows"]["facility"][0]["name"], name, "exported as typed");
    let text: String = pages(&print(&scene)).concat();
    assert!(bare(&text).matches(&bare(name)).count() >= 2, "printed as typed, as facility and as system");
}

#[test]
fn what_people_type_is_read_and_what_cannot_be_read_stays_with_a_finding() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let facility = binder.plan().facility().expect("the facility").row.id;
    let vendor = add(&binder, Kind::Organisation, "カルテの会社");
    let cases = [
        (Kind::Organisation, vendor, "checked_on", "令和８年１１月２２日", "2026-11-22", true),
        (Kind::Organisation, vendor, "checked_on", "R8.4.1", "2026-04-01", true),
        (Kind::Organisation, vendor, "checked_on", "平成31年4月30日", "2019-04-30", true),
        (Kind::Organisation, vendor, "checked_on", "来年の春ごろ", "来年の春ごろ", false),
        (Kind::Organisation, vendor, "checked_on", "2026-02-30", "2026-02-30", false),
        (Kind::Organisation, vendor, "checked_on", "平成40年3月31日", "平成40年3月31日", false),
        (Kind::Facility, facility, "beds", "１９床", "19", true),
        (Kind::Facility, facility, "beds", "二十くらい", "二十くらい", false),
        (Kind::Organisation, vendor, "day_phone", "０００（１２３）４５６７", "000-123-4567", true),
        (Kind::Organisation, vendor, "day_phone", "総務に聞く", "総務に聞く", false),
        (Kind::Organisation, vendor, "kana", "かるてのかいしゃ", "カルテノカイシャ", true),
        (Kind::Organisation, vendor, "name", "㈱カルテ　１２", "㈱カルテ　１２", true),
    ];
    for (kind, id, field, typed, stored, readable) in cases {
        put(&binder, kind, id, field, typed, &alone()).expect("saved");
        assert_eq!(get(&binder, kind, id, field).as_deref(), Some(stored), "{field}: {typed}");
        let about = |one: &&Finding| {
            let unread = ["unreadable", "date-"].iter().any(|start| one.check.id.starts_with(start));
            unread && one.at == Some((kind, id)) && one.field == Some(field)
        };
        let said = binder.findings().iter().filter(about).count();
        assert_eq!(said, usize::from(!readable), "{typed}: a finding exactly where it cannot be read");
    }
}

#[test]
fn a_broken_pack_folder_is_named_with_file_and_line() {
    let scene = Scene::empty();
    let copy = |to: &Path| {
        tool("cp", &["-r", &text(&checkout("templates")), &text(to)]);
    };
    sonae::sonae(&["lint", "/nowhere"]).refused("pack-folder", 3);
    std::fs::create_dir_all(scene.at("none/packs")).expect("made");
    // A folder without a pack is not a folder of good packs.
    sonae::sonae(&["lint", &text(&scene.at("none"))]).refused("pack-folder", 3);
    copy(&scene.at("one"));
    sonae::did(&["lint", &text(&scene.at("one"))]);
    let item = scene.at("one/packs/mhlw-2024/items/1-1.toml");
    let good = std::fs::read_to_string(&item).expect("there");
    std::fs::write(&item, good.replace("rule = \"adopted\"", "rule = \"guessed\"")).expect("written");
    std::fs::write(scene.at("one/packs/mhlw-2024/items/2-2.toml"), "number = ").expect("written");
    let found = sonae::sonae(&["lint", &text(&scene.at("one"))]);
    assert_eq!(found.code, Some(1), "findings, not bad use");
    assert!(found.out.contains("items/1-1.toml:") && found.out.contains("items/2-2.toml:1:"), "{found:?}");
    let json: Value =
        serde_json::from_str(&sonae::sonae(&["lint", &text(&scene.at("one")), "--json"]).out).expect("JSON");
    assert!(json["problems"].as_array().expect("a list").len() >= 2);
    std::fs::write(&item, [0x83, 0x65]).expect("written");
    sonae::sonae(&["lint", &text(&scene.at("one"))]).refused("pack-folder", 3);
}

#[test]
fn a_log_whose_triggers_were_removed_is_reported_by_whoever_opens_the_plan() {
    let scene = Scene::of("clinic");
    sql(&scene.plan, "DROP TRIGGER log_facility_update; UPDATE facility SET address = '高知市';").expect("done");
    let check = sonae::sonae(&["check", &text(&scene.plan)]);
    assert!(
        check.err.contains("外で") && check.err.contains('1'),
        "reading, it says that a row was changed: {check:?}"
    );
    let verify = sonae::sonae(&["verify", &text(&scene.plan)]);
    assert_eq!(verify.code, Some(1), "{verify:?}");
    assert!(verify.out.contains("log_facility_update") && verify.out.contains("facility "), "{verify:?}");
    assert_eq!(open(&scene.plan, false).1.foreign_changes, 1, "writing, it enters the row in the log");
    assert_eq!(
        get(&scene.open(), Kind::Facility, facility(&scene), "address").as_deref(),
        Some("高知市"),
        "and keeps it"
    );
    sonae::did(&["verify", &text(&scene.plan)]);
}

#[test]
fn names_that_are_not_text_are_no_crash() {
    let strange = std::ffi::OsStr::from_bytes(b"\xff\xfe.sonae");
    let ran = sonae::sonae(&["verify".as_ref(), strange]);
    ran.refused("file-missing", 3);
    let scene = Scene::of("clinic");
    let to = scene.folder().join(std::ffi::OsStr::from_bytes(b"\xff.pdf"));
    let plan = scene.plan.as_os_str();
    let print = sonae::sonae(&["print".as_ref(), plan, "--json".as_ref(), "-o".as_ref(), to.as_os_str()]);
    assert_eq!(print.code, Some(0), "{print:?}");
    assert!(to.exists());
}

fn facility(scene: &Scene) -> binder::plan::Id {
    open(&scene.plan, true).0.plan().facility().expect("the facility").id()
}

fn print(scene: &Scene) -> PathBuf {
    let pdf = scene.at("print.pdf");
    sonae::did(&["print", &text(&scene.plan), "--date", "2026-11-22", "-o", &text(&pdf)]);
    pdf
}

fn text(path: &Path) -> String {
    path.display().to_string()
}
