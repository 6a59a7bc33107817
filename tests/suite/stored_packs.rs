//! For the plan on a stick: its pack takes little room, opens for ever, and never says other words in silence.

use binder::PackSource;
use suite::outside::Still;
use suite::scene::{Scene, open, whole};
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
    let hash = open(&scene.plan, true).0.template().hash.clone();
    scene.pack_as_text(&[]);
    whole(&scene.plan, "a pack as text");
    // The same pack under another hash stands for the newer one it was left for.
    let newer = "INSERT INTO packs(hash, id, files) SELECT 'newer', id, files FROM packs WHERE files <> '';
        UPDATE meta SET value = 'newer' WHERE key = 'pack'";
    sql(&scene.plan, newer).expect("done");
    let binder = scene.open();
    let back = PackSource::Stored(hash.clone());
    assert_eq!(binder.pack_offers(&back).expect("readable")[0].hash, hash);
    drop(binder);
    let left = format!("SELECT packed IS NULL FROM packs WHERE hash = '{hash}'");
    assert_eq!(sql(&scene.plan, &left).as_deref(), Ok("1"), "left as it was");
}

#[test]
fn a_pack_that_does_not_unpack_or_says_other_words_is_damage() {
    let half = "UPDATE packs SET packed = substr(packed, 1, length(packed) / 2) WHERE id = 'mhlw-2024'";
    let nothing = "UPDATE packs SET packed = x'' WHERE id = 'mhlw-2024'";
    // A whole pack, but not the one this hash names.
    let other =
        "INSERT INTO packs(hash, id, files, packed) SELECT 'other', id, '', packed FROM packs WHERE id = 'mhlw-2024';
        UPDATE meta SET value = 'other' WHERE key = 'pack'";
    for spoil in [half, nothing, other] {
        let scene = Scene::of("clinic");
        sql(&scene.plan, spoil).expect("done");
        for read_only in [true, false] {
            let refused = binder::Binder::open(&scene.plan, read_only, Still::world()).err().expect("refused");
            assert_eq!(refused.code(), "damaged", "{spoil}: {refused}");
        }
    }
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
