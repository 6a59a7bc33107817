//! For whoever copies dates off old contracts: the day that was meant, or the question which.

use binder::plan::{Edit, Kind, day};
use binder::{FindingText, Outside};
use std::path::Path;
use std::time::Duration;
use suite::outside::Still;
use suite::rows::{add, added, alone, get, put};
use suite::scene::Scene;
use suite::witness::sql;

#[test]
fn a_date_that_is_no_day_stays_as_typed_and_is_asked_about() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let vendor = add(&binder, Kind::Organisation, "カルテの会社");
    for (typed, code, asked) in [
        ("平成40年3月31日", "date-era-ended", "令和10年3月31日（2028年3月31日）のことですか"),
        ("令和元年4月30日", "date-era-not-begun", "平成31年4月30日（2019年4月30日）のことですか"),
        ("2027年2月31日", "date-impossible", "その月の終わりは令和9年2月28日（2027年2月28日）です"),
        ("2027/13/1", "date-no-such-month", "月は1から12まで"),
        ("2027年4月1日（日）", "unreadable-date", "日付として読めません"),
        ("平成40年3月", "unreadable-date", "日付として読めません"),
    ] {
        put(&binder, Kind::Organisation, vendor, "contract_until", typed, &alone()).expect("saved");
        assert_eq!(get(&binder, Kind::Organisation, vendor, "contract_until").as_deref(), Some(typed));
        let found = binder.findings();
        let here = |one: &&binder::plan::Finding| one.field == Some("contract_until");
        let said: Vec<_> = found.iter().filter(here).collect();
        assert_eq!(said.iter().map(|one| one.check.id).collect::<Vec<_>>(), [code], "{typed}");
        let text = FindingText::of(said[0]).text;
        assert!(text.contains(asked) && text.contains(typed), "{text}");
    }
    put(&binder, Kind::Organisation, vendor, "contract_until", "令和10年3月31日", &alone()).expect("saved");
    assert_eq!(get(&binder, Kind::Organisation, vendor, "contract_until").as_deref(), Some("2028-03-31"), "the answer");
}

/// SQLite counts days by itself and shares no code with us.
#[test]
fn another_calendar_counts_the_same_days_weekdays_and_month_ends() {
    let said = sql(
        Path::new(":memory:"),
        "WITH RECURSIVE days(at) AS (SELECT julianday('1868-01-01') UNION ALL
           SELECT at + 1 FROM days WHERE at < julianday('2100-12-31'))
         SELECT date(at), strftime('%w', at), date(at, 'start of month', '+1 month', '-1 day') FROM days;",
    );
    let said = said.expect("SQLite answers");
    let mut day = day::stored("1868-01-01").expect("a day");
    for line in said.lines() {
        let weekday = "日月火水木金土".chars().position(|name| name == day::weekday(day)).expect("a weekday");
        assert_eq!(line, format!("{day}|{weekday}|{}", day::month_end(day)));
        day = day::days_later(day, 1).expect("a day");
    }
    assert_eq!(day.to_string(), "2101-01-01", "233 years, day by day");
}

#[test]
fn how_long_something_took_is_not_read_off_the_clock_on_the_wall() {
    let world = Still::default();
    let (wall, before) = (world.now(), world.elapsed());
    assert_ne!(world.now(), wall, "one clock goes on");
    assert_eq!(world.elapsed(), before, "and the other does not");
    world.pass(90);
    assert_eq!(world.elapsed() - before, Duration::from_secs(90));
    assert_eq!(world.today(), "2026-11-22");
}

/// The findings of a check.
fn said(binder: &binder::Binder, check: &str) -> usize {
    binder.findings().iter().filter(|one| one.check.id == check).count()
}

/// The day of the tests is 2026-11-22.
#[test]
fn a_day_that_cannot_be_read_or_is_still_to_come_is_none_on_which_something_was_done() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let facility = binder.plan().facility().expect("one").row.id;
    let set = |kind, id, field: &str, day: &str| {
        put(&binder, kind, id, field, day, &alone()).expect("saved");
    };
    let person = add(&binder, Kind::Person, "見本 太郎");
    let role = add(&binder, Kind::Role, "本部長");
    set(Kind::Role, role, "holder", &person.to_string());
    set(Kind::Facility, facility, "changeover_on", "2026-10-01");
    let system = add(&binder, Kind::System, "電子カルテ");
    let backup = added(&binder, Kind::Backup, &[("system", system.to_string())]);
    for (day, done) in [("来週", false), ("2026年2月31日", false), ("2062-11-01", false), ("2026-11-01", true)] {
        set(Kind::Role, role, "confirmed_on", day);
        set(Kind::Backup, backup, "tested_on", day);
        assert_eq!(said(&binder, "role-untouched"), usize::from(!done), "{day}");
        assert_eq!(said(&binder, "restore-untried"), usize::from(!done), "{day}");
        assert_eq!(said(&binder, "day-to-come"), if day.starts_with("2062") { 2 } else { 0 }, "{day}");
    }
    set(Kind::Role, role, "confirmed_on", "2026-09-01");
    set(Kind::Facility, facility, "changeover_on", "2027-04-01");
    assert_eq!(said(&binder, "role-untouched"), 0, "next spring has left nothing behind yet");
}

#[test]
fn the_newest_drill_is_the_one_of_the_newest_day_and_all_of_that_day() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let role = add(&binder, Kind::Role, "本部長");
    let place = added(&binder, Kind::TreePlace, &[("of_kind", "roles".to_owned()), ("of", role.to_string())]);
    let drill = |name: &str, day: &str, result: &str| {
        let drill = added(&binder, Kind::Drill, &[("name", name.to_owned()), ("held_on", day.to_owned())]);
        let call = [("drill", drill.to_string()), ("place", place.to_string()), ("result", result.to_owned())];
        added(&binder, Kind::DrillCall, &call);
        drill
    };
    let day = drill("昼", "2026-11-10", "wrong");
    let night = drill("夜", "2026-11-10", "first");
    assert_eq!(said(&binder, "drill-wrong"), 1);
    for after in [Some(night), None] {
        binder.edit(&Edit::Move { kind: Kind::Drill, id: day, after }, &alone()).expect("moved");
        assert_eq!(said(&binder, "drill-wrong"), 1, "in whatever order they stand");
    }
    drill("いつか", "平成40年2月31日", "first");
    assert_eq!(said(&binder, "drill-wrong"), 1, "a day nobody can read is not the newest");
    drill("やり直し", "2026-11-20", "first");
    assert_eq!(said(&binder, "drill-wrong"), 0);
}
