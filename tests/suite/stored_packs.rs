//! For the plan on a stick: its pack takes little room, opens for ever, and never says other words in silence.

use binder::plan::Kind;
use binder::{PackSource, ReadOnly};
use suite::outside::Still;
use suite::rows::add;
use suite::scene::{Scene, open, whole};
use suite::sonae;
use suite::witness::sql;

#[test]
fn a_pack_is_stored_in_less_than_a_third_of_its_texts_and_the_same_in_every_plan() {
    let packed =
        |scene: &Scene| sql(&scene.plan, "SELECT hex(packed) FROM packs WHERE id = 'mhlw-2024'").expect("one pack");
    let (one, other) = (Scene::of("clinic"), Scene::of("pharmacy"));
    assert_eq!(packed(&one), packed(&other), "the same texts, the same bytes");
    let (files, _) = binder::own_pack(binder::PACK).expect("the pack");
    let texts: usize = files.0.values().map(String::len).sum();
    assert!(packed(&one).len() / 2 * 3 < texts, "{} of {texts}", packed(&one).len() / 2);
    assert_eq!(sql(&one.plan, "SELECT files FROM packs WHERE id = 'mhlw-2024'").as_deref(), Ok(""), "and only once");
}

#[test]
fn a_pack_stored_as_text_by_an_earlier_program_is_read_as_it_is_and_can_be_returned_to() {
    let scene = Scene::of("clinic");
    let newer = "INSERT INTO packs(hash, id, files, packed, kind) SELECT 'newer', id, files, packed, kind FROM packs";
    let hash = open(&scene.plan, true).0.template().hash.clone();
    // The program's own stands for the newer one; the one it was left for is text, and says one word otherwise.
    sql(&scene.plan, &format!("{newer} WHERE hash = '{hash}'")).expect("done");
    scene.pack_as_text(&[("未発行", "まだ出していない")]);
    let earlier = open(&scene.plan, true).0.template().hash.clone();
    let names = format!("UPDATE packs SET hash = '{hash}' WHERE hash = 'newer';");
    sql(&scene.plan, &names).expect("done");
    whole(&scene.plan, "a pack as text");
    sql(&scene.plan, &format!("UPDATE meta SET value = '{hash}' WHERE key = 'pack'")).expect("done");
    let binder = scene.open();
    let back = PackSource::Stored(earlier.clone());
    assert_eq!(binder.pack_offers(&back).expect("readable")[0].hash, earlier);
    drop(binder);
    let left = format!("SELECT packed IS NULL FROM packs WHERE hash = '{earlier}'");
    assert_eq!(sql(&scene.plan, &left).as_deref(), Ok("1"), "left as it was");
}

/// Each way a pack can be spoilt: in its texts, in its name, in what names it, in its id, gone, as another sort.
const SPOILT: &[&str] = &[
    "UPDATE packs SET packed = substr(packed, 1, length(packed) / 2) WHERE kind = 'packs'",
    "UPDATE packs SET packed = x'' WHERE kind = 'packs'",
    "UPDATE packs SET packed = 'text' WHERE kind = 'packs'",
    "UPDATE packs SET hash = substr(hash, 2) || substr(hash, 1, 1) WHERE kind = 'packs'",
    "UPDATE packs SET hash = x'ff' WHERE kind = 'packs'",
    "UPDATE packs SET id = 'mhlw-2O24' WHERE kind = 'packs'",
    "UPDATE packs SET kind = 'pacls' WHERE kind = 'packs'",
    "UPDATE meta SET value = substr(value, 2) || substr(value, 1, 1) WHERE key = 'pack'",
    "DELETE FROM meta WHERE key = 'pack'",
    "DELETE FROM packs WHERE kind = 'packs'",
    "DELETE FROM packs WHERE kind = 'checklists'",
    "UPDATE packs SET packed = x'00' WHERE kind = 'scenarios'",
];

#[test]
fn a_spoilt_pack_the_program_has_too_stands_in_nobodys_way_and_is_written_again() {
    for spoil in SPOILT {
        let scene = Scene::sample("clinic");
        sql(&scene.plan, spoil).expect("done");
        let before = std::fs::read(&scene.plan).expect("the plan");
        let (reader, report) = open(&scene.plan, true);
        assert_eq!(report.read_only, Some(ReadOnly::Asked), "{spoil}");
        assert!(!reader.verify(&binder::Unwatched).expect("readable").is_empty(), "{spoil}: it is told");
        assert!(!reader.scenarios().expect("all there").is_empty() && !reader.checklists().expect("too").is_empty());
        reader.export_json(&binder::Unwatched).expect("every row is whole");
        drop(reader);
        assert_eq!(std::fs::read(&scene.plan).expect("the plan"), before, "{spoil}: reading changes no byte");
        let (writer, report) = open(&scene.plan, false);
        assert_eq!(report.read_only, None, "{spoil}");
        assert!(report.mended_packs > 0, "{spoil}");
        add(&writer, Kind::Person, "佐藤");
        drop(writer);
        whole(&scene.plan, spoil);
        assert_eq!(open(&scene.plan, false).1.mended_packs, 0, "{spoil}: once");
    }
}

#[test]
fn a_spoilt_pack_nobody_else_has_is_read_with_the_programs_own_and_nothing_more_is_written() {
    for spoil in &SPOILT[..3] {
        let scene = Scene::sample("clinic");
        // The pack of another program: this one does not carry it.
        scene.pack_as_text(&[("未発行", "まだ出していない")]);
        whole(&scene.plan, "on another pack");
        sql(&scene.plan, &format!("UPDATE packs SET files = '{{' WHERE packed IS NULL; {spoil}")).expect("done");
        let before = std::fs::read(&scene.plan).expect("the plan");
        let (binder, report) = open(&scene.plan, false);
        assert_eq!(report.read_only, Some(ReadOnly::Spoilt), "{spoil}");
        assert!(!binder.plan().rows.people.is_empty() && !binder.template().items.is_empty());
        drop(binder);
        assert_eq!(std::fs::read(&scene.plan).expect("the plan"), before, "{spoil}");
        let (plan, to) = (scene.plan.display().to_string(), scene.at("a.pdf").display().to_string());
        let printed = sonae::did(&["print", &plan, "--document", "poster", "-o", &to]);
        assert!(printed.err.contains("ひな形の部分が壊れています"), "{printed:?}");
        sonae::sonae(&["export", &plan, "--format", "json", "-o", &to]).refused_with("damaged", 4);
    }
}

/// Bits of the pack and of what names it, one after the other: every one opens, or is called damaged, never "newer".
#[test]
fn no_bit_of_a_pack_locks_the_rows_away() {
    let scene = Scene::of("clinic");
    let sound = std::fs::read(&scene.plan).expect("the plan");
    let hash = open(&scene.plan, true).0.template().hash.clone();
    let places: Vec<usize> = (0..sound.len() - 64).filter(|at| sound[*at..].starts_with(hash.as_bytes())).collect();
    assert!(places.len() > 1, "in meta, in packs, in the index");
    let path = scene.at("bit.sonae");
    let mut opened = 0;
    let tried = places.iter().flat_map(|at| (0..64).step_by(5).map(move |more| at + more));
    // Not in steps of whole pages: the head of a page is the one place where every bit counts.
    let tried = tried.chain((0..60).map(|nth| sound.len() / 60 * nth + nth * 67)).collect::<Vec<_>>();
    for at in &tried {
        let mut bytes = sound.clone();
        bytes[*at] ^= 1 << (at % 7);
        std::fs::write(&path, &bytes).expect("written");
        match binder::Binder::open(&path, false, Still::world()) {
            Ok((binder, _)) => {
                assert!(binder.plan().facility().is_some());
                opened += 1;
            }
            Err(error) => assert!(["damaged", "not-a-plan"].contains(&error.code()), "{at}: {error}"),
        }
    }
    assert!(opened * 2 > tried.len(), "most open: {opened} of {}", tried.len());
}

#[test]
fn a_spoilt_earlier_pack_is_named_and_stands_in_nobodys_way() {
    let scene = Scene::of("clinic");
    let earlier = "INSERT INTO packs(hash, id, files, packed) VALUES ('earlier', 'mhlw-2024', '', x'00')";
    sql(&scene.plan, earlier).expect("done");
    let binder = scene.open();
    assert_eq!(binder.earlier_packs().expect("the others can be read"), []);
    let back = PackSource::Stored("earlier".to_owned());
    assert_eq!(binder.pack_offers(&back).expect_err("it cannot be read").code(), "damaged");
    assert_eq!(binder.verify(&binder::Unwatched).expect("readable"), [binder::Fault::Pack("earlier".to_owned())]);
}
