//! For whoever has a bad disk: what is acknowledged is in the file.

use binder::plan::Kind;
use binder::{Binder, Error};
use suite::outside::Still;
use suite::rows::{add, alone, put};
use suite::scene::Scene;
use suite::witness::sql;

/// SQLite finds a row through an index. Every bit of it, one after the other: the plan is refused as damaged, or the edit is
/// in the file. (With a quick check at opening, an edit was acknowledged that no row had taken.)
#[test]
fn a_flipped_bit_in_an_index_is_damage_and_no_lost_edit() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let ids: Vec<_> = ["カルテ", "画像", "検査", "薬", "会計"].map(|name| add(&binder, Kind::Device, name)).into();
    drop(binder);
    let number = |statement: &str| -> usize { sql(&scene.plan, statement).expect("read").parse().expect("a number") };
    let page = number("PRAGMA page_size;");
    let root = number("SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_devices_1';");
    let sound = std::fs::read(&scene.plan).expect("the plan");
    let path = scene.at("damaged.sonae");
    let mut refused = 0;
    // Entries of an index lie at the end of its page, some forty bytes each.
    for back in (1..200_usize).step_by(4) {
        let mut bytes = sound.clone();
        bytes[root * page - back] ^= 1 << (back % 8);
        std::fs::write(&path, &bytes).expect("written");
        let done = Binder::open(&path, false, Still::world()).and_then(|(binder, _)| {
            ids.iter().try_for_each(|id| put(&binder, Kind::Device, *id, "purpose", "診察", &alone()).map(drop))
        });
        match done {
            Err(error) => {
                assert_eq!(Error::code(&error), "damaged", "{back}: {error}");
                refused += 1;
            }
            Ok(()) => {
                let there = "SELECT count(*) FROM devices NOT INDEXED WHERE purpose = '診察';";
                assert_eq!(sql(&path, there).expect("read"), ids.len().to_string(), "{back}: acknowledged");
            }
        }
    }
    assert!(refused > 40, "nearly every bit matters: {refused}");
}
