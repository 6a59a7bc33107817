//! For whoever has to show what the supplier answered: the file is kept with the plan as it came, and comes out again.

use binder::plan::{Attachment, Id, Kind};
use binder::{Binder, Direction, Fault};
use suite::rows::{add, alone, get, put};
use suite::scene::{Scene, open, whole};
use suite::sonae;
use suite::witness::sql;

const ANSWER: &[u8] = b"%PDF-1.7 what the supplier answered";

fn attach(binder: &Binder, id: Id, name: &str, bytes: &[u8]) -> binder::Result<binder::Done> {
    binder.attach(Kind::Device, id, "answer_file", name, bytes, &alone())
}

fn value(binder: &Binder, id: Id) -> Option<Attachment> {
    get(binder, Kind::Device, id, "answer_file").map(|text| Attachment::parse(&text).expect("well-formed"))
}

#[test]
fn a_file_is_kept_as_it_came_and_saved_out_byte_for_byte() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let id = add(&binder, Kind::Device, "保守用ルータ");
    attach(&binder, id, "C:\\受信\\回答書 第2版.pdf", ANSWER).expect("attached");
    let of = value(&binder, id).expect("named");
    assert_eq!((of.mime.as_str(), of.size, of.pixels), ("application/pdf", 35, None));
    assert_eq!(of.name.as_deref(), Some("回答書 第2版.pdf"), "its name, without the folders");

    binder.step_back(Direction::Undo, "山田").expect("undone");
    assert_eq!(value(&binder, id), None);
    binder.step_back(Direction::Redo, "山田").expect("and again");
    drop(binder);
    let (reader, _) = open(&scene.plan, true);
    let out = scene.at("取り出し.pdf");
    reader.save_attachment(Kind::Device, id, "answer_file", &out).expect("saved out, of a plan open for reading too");
    assert_eq!(std::fs::read(&out).expect("there"), ANSWER);
    let refused = reader.save_attachment(Kind::Device, id, "answer_file", &scene.plan).expect_err("a plan is kept");
    assert_eq!(refused.code(), "file-exists");
    let nothing = reader.save_attachment(Kind::Device, id, "answer_source", &out).expect_err("nothing attached");
    assert_eq!(nothing.code(), "not-found");
    whole(&scene.plan, "with a file");
}

#[test]
fn a_field_for_files_takes_pictures_too_and_one_for_pictures_no_file() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let (device, diagram) = (add(&binder, Kind::Device, "機器"), add(&binder, Kind::Diagram, "図"));
    attach(&binder, device, "切れた.png", b"\x89PNG\r\n\x1a\n").expect("any bytes");
    let of = value(&binder, device).expect("named");
    assert_eq!(
        (of.mime.as_str(), of.pixels),
        ("image/png", None),
        "a picture by its bytes, but none that can be drawn"
    );
    let refused = binder.attach(Kind::Diagram, diagram, "image", "図.pdf", ANSWER, &alone()).expect_err("no picture");
    assert_eq!(refused.code(), "picture-unfit");
    let stored = get(&binder, Kind::Device, device, "answer_file").expect("there");
    assert!(put(&binder, Kind::Diagram, diagram, "image", &stored, &alone()).is_err(), "nor by another way");
    let name = binder.attach(Kind::Device, device, "name", "a.pdf", ANSWER, &alone()).expect_err("no place for files");
    assert_eq!(name.code(), "value-unknown");
}

#[test]
fn an_empty_a_huge_and_an_oddly_named_file_are_refused_and_nothing_changes() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let id = add(&binder, Kind::Device, "機器");
    let most = binder::plan::MOST_ATTACHED;
    for (name, size, code) in
        [("a.txt", 0, "file-empty"), ("a.txt", most + 1, "file-large"), ("a\u{1b}[2J.txt", 1, "control-character")]
    {
        assert_eq!(attach(&binder, id, name, &vec![b'a'; size]).expect_err("refused").code(), code);
    }
    assert_eq!(value(&binder, id), None);
    let huge = scene.at("huge");
    std::fs::File::create(&huge).and_then(|file| file.set_len(1 << 33)).expect("eight GiB of nothing");
    let (_, bytes) = binder::read_to_attach(&huge).expect("read");
    assert_eq!(bytes.len(), most + 1, "no more than it takes to refuse it");
    attach(&binder, id, "a.txt", &vec![b'a'; most]).expect("the limit itself is taken");
    assert!(binder::read_to_attach(&scene.at("gone")).is_err());
}

#[test]
fn a_spoilt_file_is_found_and_not_handed_out() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let id = add(&binder, Kind::Device, "機器");
    attach(&binder, id, "a.txt", b"plain words").expect("attached");
    let hash = value(&binder, id).expect("named").hash;
    drop(binder);
    sql(&scene.plan, "UPDATE attachments SET bytes = x'00'").expect("done");
    let (reader, _) = open(&scene.plan, true);
    assert_eq!(reader.verify(&binder::Unwatched).expect("readable"), [Fault::Attachment(hash)]);
    let out = scene.at("out.txt");
    let refused = reader.save_attachment(Kind::Device, id, "answer_file", &out).expect_err("spoilt");
    assert_eq!((refused.code(), out.exists()), ("file-spoilt", false));
}

#[test]
fn files_go_with_the_json_and_one_that_is_not_what_it_says_is_refused() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    // The same bytes under two names are stored once, and are of two types.
    let (one, other) = (add(&binder, Kind::Device, "機器1"), add(&binder, Kind::Device, "機器2"));
    attach(&binder, one, "記録.txt", b"a,b\n").expect("attached");
    attach(&binder, other, "記録.csv", b"a,b\n").expect("attached");
    let third = add(&binder, Kind::Device, "機器3");
    attach(&binder, third, "回答.pdf", ANSWER).expect("attached");
    let text = binder.export_json(&binder::Unwatched).expect("exported");
    drop(binder);
    let json: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(json["attachments"].as_array().map(Vec::len), Some(2));
    let made = scene.at("写し.sonae");
    let import = |json: &serde_json::Value, to: &std::path::Path| {
        let from = scene.at("plan.json");
        std::fs::write(&from, json.to_string()).expect("written");
        sonae::sonae(&["import", "plan", &from.to_string_lossy(), "-o", &to.to_string_lossy()])
    };
    import(&json, &made);
    whole(&made, "made from JSON");
    assert_eq!(open(&made, true).0.export_json(&binder::Unwatched).expect("exported"), text, "the same again");

    let spoilt = |from: &str, to: &str| {
        let changed = text.replace(from, to);
        assert_ne!(changed, text, "{from}");
        let to = scene.at("new.sonae");
        import(&serde_json::from_str(&changed).expect("JSON"), &to).refused("json-broken", 3);
        assert!(!to.exists(), "nothing is left behind");
    };
    spoilt("\"type\": \"application/pdf\"", "\"type\": \"text/plain\"");
    spoilt("\"type\": \"text/plain\"", "\"type\": \"application/pdf\"");
    spoilt("\"type\": \"text/plain\"", "\"type\": \"text/html\"");
    spoilt("text/csv 4 ", "text/csv 5 ");
    spoilt("text/csv 4 ", "text/plain 4 ");
    spoilt("記録.csv", "../記録.csv");
}
