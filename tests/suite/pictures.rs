//! For the drawing in part S: it is kept with the plan, prints whole, goes with the JSON, and comes back by undo.

use binder::plan::{Attachment, Edit, Id, Kind};
use binder::{Binder, Direction, Error, Fault};
use serde_json::Value;
use std::process::Command;
use suite::rows::{add, alone, codes, get};
use suite::scene::{Scene, open};
use suite::sonae;

/// A PNG of one colour, with a hole one can see through.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, width, height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    let pixels: Vec<u8> = (0..width * height).flat_map(|n| [200, 20, 20, if n % 3 == 0 { 0 } else { 255 }]).collect();
    encoder.write_header().expect("a header").write_image_data(&pixels).expect("pixels");
    out
}

fn diagram(binder: &Binder, bytes: &[u8]) -> Id {
    let id = add(binder, Kind::Diagram, "院内ネットワーク構成図");
    binder.attach(Kind::Diagram, id, "image", "図.png", bytes, &alone()).expect("attached");
    id
}

/// Width, height and sort of the pictures in a PDF, as poppler sees them.
fn pictures(pdf: &std::path::Path) -> Vec<(u32, u32, String)> {
    let said = Command::new("pdfimages").arg("-list").arg(pdf).output().expect("pdfimages runs");
    let text = String::from_utf8_lossy(&said.stdout).into_owned();
    text.lines()
        .skip(2)
        .filter_map(|line| {
            let parts: Vec<&str> = line.split_whitespace().collect();
            Some((parts.get(3)?.parse().ok()?, parts.get(4)?.parse().ok()?, (*parts.get(8)?).to_owned()))
        })
        .collect()
}

#[test]
fn a_picture_prints_in_part_s_and_nowhere_else() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    diagram(&binder, &png(64, 32));
    drop(binder);
    let plan = scene.plan.to_string_lossy().into_owned();
    for (copy, count) in [("hq", 1), ("ward", 0)] {
        let pdf = scene.at(&format!("{copy}.pdf"));
        sonae::did(&["print", &plan, "--copy", copy, "-o", &pdf.to_string_lossy()]);
        let found = pictures(&pdf);
        assert_eq!(found.len(), count, "{copy}: {found:?}");
        assert!(found.iter().all(|(width, height, _)| (*width, *height) == (64, 32)));
    }
    let paper = suite::paper::Paper::books(&scene.plan);
    assert!(paper.part("E").contains("院内ネットワーク構成図"), "2.1.4 lists it: {}", paper.part("E"));
    assert!(paper.part("E").contains("閲覧用S"), "and says where the picture is");
}

#[test]
fn a_picture_is_one_step_goes_with_json_and_its_bytes_are_examined() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let id = diagram(&binder, &png(8, 8));
    let text = get(&binder, Kind::Diagram, id, "image").expect("named");
    let picture = Attachment::parse(&text).expect("well-formed");
    assert_eq!((picture.pixels, picture.mime.as_str()), (Some((8, 8)), "image/png"));
    binder.step_back(Direction::Undo, "山田").expect("undone");
    assert_eq!(get(&binder, Kind::Diagram, id, "image"), None);
    binder.step_back(Direction::Redo, "山田").expect("and again");
    assert_eq!(get(&binder, Kind::Diagram, id, "image").as_deref(), Some(text.as_str()));
    let json = binder.export_json(&binder::Unwatched).expect("written");
    let parsed: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(parsed["attachments"].as_array().map(Vec::len), Some(1));
    drop(binder);
    let (file, made) = (scene.at("計画.json"), scene.at("写し.sonae"));
    std::fs::write(&file, &json).expect("written");
    sonae::did(&["import", "plan", &file.to_string_lossy(), "-o", &made.to_string_lossy()]);
    suite::scene::whole(&made, "made from JSON");
    let (copy, _) = open(&made, true);
    assert_eq!(copy.export_json(&binder::Unwatched).expect("written"), json, "the same again, picture and all");
    drop(copy);

    let found = spoilt(&made);
    assert_eq!(found, [Fault::Attachment(picture.hash)], "bytes that are not what they were are found");
}

/// Another program changes the bytes of the picture; what `verify` then says.
fn spoilt(path: &std::path::Path) -> Vec<Fault> {
    let bytes = std::fs::read(path).expect("the plan");
    let at = bytes.windows(8).position(|eight| eight == b"\x89PNG\r\n\x1a\n").expect("the picture lies in the file");
    let mut spoilt = bytes;
    spoilt[at + 40] ^= 0xFF;
    std::fs::write(path, spoilt).expect("written");
    let (binder, _) = open(path, true);
    binder.verify(&binder::Unwatched).expect("readable")
}

#[test]
fn a_picture_that_is_spoilt_later_prints_a_sentence_is_a_finding_and_can_be_attached_again() {
    let scene = Scene::of("clinic");
    let id = diagram(&scene.open(), &png(64, 32));
    assert!(spoilt(&scene.plan).iter().any(|fault| matches!(fault, Fault::Attachment(_))));
    let pdf = scene.at("hq.pdf");
    let (plan, to) = (scene.plan.display().to_string(), pdf.display().to_string());
    sonae::did(&["print", &plan, "-o", &to]);
    assert_eq!(pictures(&pdf), []);
    let paper = scene.printed("binder", "hq").concat();
    assert!(
        paper.contains("図を刷れません") && paper.contains("元の図をもう一度付けてください"),
        "a sentence in its place"
    );
    let binder = scene.open();
    assert_eq!(codes(&binder, id), ["picture-lost"], "{:?}", binder.plan().lost);
    binder.attach(Kind::Diagram, id, "image", "図.png", &png(64, 32), &alone()).expect("the very same again");
    assert_eq!(codes(&binder, id), Vec::<&str>::new());
    drop(binder);
    suite::scene::whole(&scene.plan, "the bytes are there again");
    sonae::did(&["print", &plan, "-o", &to]);
    assert_eq!(pictures(&pdf).len(), 1);
}

#[test]
fn what_is_no_picture_we_can_print_is_refused_and_nothing_changes() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let id = add(&binder, Kind::Diagram, "図");
    let four_inks = {
        let mut bytes = vec![0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 0, 9, 0, 9, 4];
        bytes.extend([0; 12]);
        bytes.extend([0xFF, 0xD9]);
        bytes
    };
    for (bytes, code) in [
        (b"GIF89a".to_vec(), "picture-unfit"),
        (png(8, 8)[..30].to_vec(), "picture-unfit"),
        (png(64, 64)[..120].to_vec(), "picture-unfit"),
        (png(40_000, 1), "picture-large"),
        (four_inks, "picture-inks"),
        (vec![0; 21 * 1024 * 1024], "picture-large"),
    ] {
        let refused = binder.attach(Kind::Diagram, id, "image", "図.png", &bytes, &alone()).expect_err("refused");
        assert_eq!(refused.code(), code);
        assert!(matches!(refused, Error::Picture(_)));
    }
    assert_eq!(get(&binder, Kind::Diagram, id, "image"), None);
    let typed = Edit::SetField {
        kind: Kind::Diagram,
        id,
        field: "image".to_owned(),
        value: Some("図.png".to_owned()),
        leaving: true,
    };
    assert!(binder.edit(&typed, &alone()).is_err(), "a name is no picture");
}

#[test]
fn a_plan_file_in_json_whose_pictures_are_not_what_it_says_is_refused() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let id = add(&binder, Kind::Diagram, "図");
    binder.attach(Kind::Diagram, id, "image", "図.png", &png(8, 8), &alone()).expect("attached");
    let text = binder.export_json(&binder::Unwatched).expect("exported");
    drop(binder);
    let whole: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let spoilt = |change: &dyn Fn(&mut serde_json::Value)| {
        let mut json = whole.clone();
        change(&mut json);
        let (from, to) = (scene.at("spoilt.json"), scene.at("new.sonae"));
        std::fs::write(&from, json.to_string()).expect("written");
        let said = sonae::sonae(&["import", "plan", &from.to_string_lossy(), "-o", &to.to_string_lossy()]);
        assert!(!to.exists(), "nothing is left behind");
        said
    };
    spoilt(&|json| json["attachments"] = serde_json::json!([])).refused("json-broken", 3);
    spoilt(&|json| json["attachments"][0]["base64"] = "AAAA".into()).refused("picture-unfit", 3);
    spoilt(&|json| json["attachments"][0]["type"] = "image/jpeg".into()).refused("picture-unfit", 3);
    let wider = |json: &mut serde_json::Value| {
        let row = &mut json["rows"]["diagrams"][0]["image"];
        *row = row.as_str().expect("there").replace(" 8x8 ", " 9000x8 ").into();
    };
    spoilt(&wider).refused("json-broken", 3);
}
