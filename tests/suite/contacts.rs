//! For whoever calls at night: who is next, after how long, on whom it hangs, and that no private number lies about.

use binder::plan::drill;
use binder::plan::reach::{Case, Down, deciders, hinges, stops};
use binder::plan::{Edit, Id, Kind, Record};
use binder::{Binder, Copies, DOCUMENTS, SheetFormat};
use std::collections::BTreeSet;
use suite::rows::{add, added, alone, codes, put};
use suite::scene::{Scene, open};
use suite::sonae;
use suite::witness::{bare, pages, tool};

/// 当直 (two people, 5 minutes) calls 情報 (three people, 3 minutes) and 守衛 (one telephone); 情報 calls the supplier
/// (its number, then a substitute with one person; 10 minutes).
///
/// By day all work: 当直 (2−1)×5 = 5; 情報 5 + (3−1)×3 = 11; supplier 11 + (2−1)×10 = 21; 守衛 5. With PHS dead 当直's
/// first is silent, the second answers after 5; 情報 keeps its first and third: 5 + 2×3 = 11. With the exchange dead
/// only outside numbers ring: 当直 has none, so it is reached by the runner after both tries: 2×5 = 10; who has no other way, is not.
struct Case1 {
    duty: Id,
    it: Id,
    guard: Id,
    supplier: Id,
    people: [Id; 6],
}

fn worked(binder: &Binder) -> Case1 {
    let person = |name: &str, extension: &str| {
        let id = add(binder, Kind::Person, name);
        put(binder, Kind::Person, id, "extension", extension, &alone()).expect("saved");
        id
    };
    let people = [
        person("当直一", "PHS 7001"),
        person("当直二", "内線 7002"),
        person("情報一", "内線 7011"),
        person("情報二", "PHS 7012"),
        person("情報三", "内線 7013"),
        person("代わり", "内線 7021"),
    ];
    let role = |name: &str, held: &[Id]| {
        let id = add(binder, Kind::Role, name);
        for (field, person) in ["holder", "deputy1", "deputy2"].iter().zip(held) {
            put(binder, Kind::Role, id, field, &person.to_string(), &alone()).expect("saved");
        }
        id
    };
    let (duty, it, sub) = (role("当直", &people[..2]), role("情報", &people[2..5]), role("代わりの役", &people[5..]));
    let guard = add(binder, Kind::Department, "守衛");
    put(binder, Kind::Department, guard, "phone", "内線 7031", &alone()).expect("saved");
    let supplier = add(binder, Kind::Organisation, "会社");
    put(binder, Kind::Organisation, supplier, "day_phone", "00-0000-0001", &alone()).expect("saved");
    let place = |kind: Kind, of: Id, above: Option<Id>, wait: &str, substitute: Option<Id>| {
        let mut values =
            vec![("of_kind", kind.noun().to_owned()), ("of", of.to_string()), ("wait_minutes", wait.to_owned())];
        values.extend(above.map(|above| ("above", above.to_string())));
        values.extend(substitute.map(|one| ("substitute", one.to_string())));
        added(binder, Kind::TreePlace, &values)
    };
    let head = place(Kind::Role, duty, None, "5", None);
    put(binder, Kind::TreePlace, head, "other_way", "runner", &alone()).expect("saved");
    let second = place(Kind::Role, it, Some(head), "3", None);
    place(Kind::Department, guard, Some(head), "5", None);
    place(Kind::Organisation, supplier, Some(second), "10", Some(sub));
    Case1 { duty, it, guard, supplier, people }
}

#[test]
fn the_worst_case_equals_one_worked_by_hand() {
    let scene = Scene::of("pharmacy");
    let binder = scene.open();
    let made = worked(&binder);
    let plan = binder.plan();
    let at = |case: Case| {
        let stops = stops(&plan, case);
        let of = |id: Id| stops.iter().find(|stop| stop.place.of == Some(id)).expect("there").latest;
        [of(made.duty), of(made.it), of(made.guard), of(made.supplier)]
    };
    let day = Case::default();
    assert_eq!(at(day), [Some(5), Some(11), Some(5), Some(21)]);
    assert_eq!(at(Case { down: Down::Phs, ..day }), [Some(5), Some(11), Some(5), Some(21)]);
    assert_eq!(at(Case { down: Down::Exchange, ..day }), [Some(10), None, None, None], "who has no other way is lost");
    // Without the second of 当直 only the first is left: at once. Without the third of 情報 its second is the last.
    assert_eq!(at(Case { silent: Some(made.people[1]), ..day })[0], Some(0));
    assert_eq!(at(Case { silent: Some(made.people[4]), ..day })[1], Some(8));
    // By night the supplier's number is not known: nobody waits for it, its substitute answers at once.
    assert_eq!(at(Case { night: true, ..day })[3], Some(11));
}

#[test]
fn a_decider_is_reached_as_the_tree_says_and_one_without_a_place_is_named() {
    let scene = Scene::of("pharmacy");
    let binder = scene.open();
    let made = worked(&binder);
    let lost = add(&binder, Kind::Role, "どこにもいない役");
    for (name, role) in [("使用中止", made.it), ("公表", lost)] {
        let decision = add(&binder, Kind::Decision, name);
        put(&binder, Kind::Decision, decision, "night_role", &role.to_string(), &alone()).expect("saved");
    }
    let plan = binder.plan();
    let night = deciders(&plan, Case { night: true, ..Case::default() });
    let of = |role: Id| night.iter().find(|one| one.role == role).expect("a decider");
    assert_eq!((of(made.it).latest, of(made.it).placed), (Some(11), true));
    assert_eq!((of(lost).latest, of(lost).placed), (None, false));
    assert!(codes(&binder, lost).contains(&"decider-not-in-tree"));
}

#[test]
fn the_person_on_whom_everything_hangs_is_named_first() {
    let scene = Scene::of("pharmacy");
    let binder = scene.open();
    let person = add(&binder, Kind::Person, "何でも係");
    put(&binder, Kind::Person, person, "extension", "内線 1", &alone()).expect("saved");
    let mut above: Option<Id> = None;
    for name in ["一の役", "二の役", "三の役", "四の役"] {
        let role = add(&binder, Kind::Role, name);
        put(&binder, Kind::Role, role, "holder", &person.to_string(), &alone()).expect("saved");
        let mut values = vec![("of_kind", "roles".to_owned()), ("of", role.to_string())];
        values.extend(above.map(|above| ("above", above.to_string())));
        above = Some(added(&binder, Kind::TreePlace, &values));
    }
    let plan = binder.plan();
    let found = hinges(&plan, Case { night: true, ..Case::default() });
    assert_eq!((found[0].person, found[0].places, found[0].lost), (person, 4, 4));
    assert!(codes(&binder, person).contains(&"tree-hinge"));
    let other = added(&binder, Kind::Person, &[("name", "代わり".to_owned()), ("extension", "内線 2".to_owned())]);
    for role in plan.live(Kind::Role).filter(|role| role.field("holder").is_some()).map(Record::id).collect::<Vec<_>>()
    {
        put(&binder, Kind::Role, role, "deputy1", &other.to_string(), &alone()).expect("saved");
    }
    let found = hinges(&binder.plan(), Case { night: true, ..Case::default() });
    assert!(found.iter().all(|hinge| hinge.lost == 0), "two are enough: {found:?}");
}

#[test]
fn a_telephone_of_a_role_is_carried_by_its_only_person() {
    let scene = Scene::of("pharmacy");
    let binder = scene.open();
    let made = worked(&binder);
    put(&binder, Kind::Role, made.duty, "phone", "内線 7091", &alone()).expect("saved");
    put(&binder, Kind::Role, made.duty, "deputy1", "", &alone()).expect("saved");
    let head = binder.plan().rows.contact_tree.iter().find(|one| one.above.is_none()).expect("a head").row.id;
    put(&binder, Kind::TreePlace, head, "other_way", "", &alone()).expect("saved");
    let found = hinges(&binder.plan(), Case { night: true, ..Case::default() });
    assert_eq!((found[0].person, found[0].lost), (made.people[0], 4), "two telephones in one pocket are one");
    let plan = binder.plan();
    let silent = Case { night: true, silent: Some(made.people[0]), ..Case::default() };
    assert!(stops(&plan, silent).iter().all(|stop| stop.latest.is_none()), "and silent together");
}

#[test]
fn a_place_nobody_calls_is_not_reached_and_a_word_is_no_number() {
    let scene = Scene::of("pharmacy");
    let binder = scene.open();
    let made = worked(&binder);
    let night = Case { night: true, ..Case::default() };
    let latest = |binder: &Binder, of: Id| {
        let plan = binder.plan();
        stops(&plan, night).iter().find(|stop| stop.place.of == Some(of)).and_then(|stop| stop.latest)
    };
    put(&binder, Kind::Department, made.guard, "phone", "なし", &alone()).expect("saved");
    assert_eq!(latest(&binder, made.guard), None, "「なし」 does not ring");
    let plan = binder.plan();
    let head = plan.rows.contact_tree.iter().find(|one| one.above.is_none()).expect("a head").row.id;
    binder.edit(&Edit::Remove { kind: Kind::TreePlace, id: head }, &alone()).expect("removed");
    assert_eq!(latest(&binder, made.it), None, "without a caller the figures must not get better");
}

#[test]
fn only_what_is_plainly_one_number_becomes_a_code() {
    let cases = [
        ("03-1234-5678", Some("0312345678")),
        ("０３－１２３４－５６７８", Some("0312345678")),
        ("03-1234-5678 内線 102", Some("0312345678")),
        ("110", Some("110")),
        ("平日9時〜17時 03-1234-5678", None),
        ("03-1234-5678／090-1111-2222", None),
        ("03-1234-5678（夜は 03-9999-0000）", None),
        ("#7119", None),
        ("PHS 7091", None),
        ("内線 102", None),
        ("110 119", None),
        ("+81(0)3-1234-5678", None),
        ("+81 3-1234-5678", Some("+81312345678")),
    ];
    for (number, dials) in cases {
        assert_eq!(binder::plan::reach::dialled(number).as_deref(), dials, "{number}");
    }
    let scene = Scene::of("pharmacy");
    let binder = scene.open();
    let one = add(&binder, Kind::Organisation, "会社");
    put(&binder, Kind::Organisation, one, "day_phone", "03-1234-5678／090-1111-2222", &alone()).expect("saved");
    put(&binder, Kind::Organisation, one, "qr", "1", &alone()).expect("saved");
    assert!(codes(&binder, one).contains(&"no-code"), "{:?}", codes(&binder, one));
}

#[test]
fn the_word_phs_stays_with_its_number() {
    use binder::plan::{FieldKind, normalise, readable};
    for text in
        ["PHS7091", "ＰＨＳ ７０９１", "7091（PHS）", "院内PHS 7091", "内線 PHS 7091", "ピッチ7091", "内線 7091（PHS）"]
    {
        let value = normalise(FieldKind::Phone, text);
        assert_eq!((value.as_str(), readable(FieldKind::Phone, &value)), ("PHS 7091", true), "{text}");
    }
    let two = normalise(FieldKind::Phone, "PHS 7012 内線 5011");
    assert!(!readable(FieldKind::Phone, &two) && two.contains("内線"), "two numbers stay as typed: {two}");
}

#[test]
fn bad_input_is_a_finding_and_every_document_still_prints() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let [one, two] = [0, 1].map(|_| add(&binder, Kind::Person, "同じ 名前"));
    let role = add(&binder, Kind::Role, "代行が同じ役");
    for field in ["holder", "deputy1"] {
        put(&binder, Kind::Role, role, field, &one.to_string(), &alone()).expect("saved");
    }
    put(&binder, Kind::Role, role, "phone", "山田さんに聞く", &alone()).expect("saved");
    let values = |of: Id, kind: &str| vec![("of_kind", kind.to_owned()), ("of", of.to_string())];
    let [first, second] = [
        added(&binder, Kind::TreePlace, &values(role, "roles")),
        added(&binder, Kind::TreePlace, &values(two, "people")),
    ];
    let lonely = added(&binder, Kind::TreePlace, &values(role, "roles"));
    put(&binder, Kind::TreePlace, first, "above", &second.to_string(), &alone()).expect("saved");
    put(&binder, Kind::TreePlace, second, "above", &first.to_string(), &alone()).expect("saved");
    binder.edit(&Edit::Remove { kind: Kind::Person, id: two }, &alone()).expect("removed");
    let all: BTreeSet<&str> = binder.findings().iter().map(|one| one.check.id).collect();
    for code in ["deputy-same", "unreadable-phone", "tree-circle", "link-removed", "tree-no-number"] {
        assert!(all.contains(code), "{code}: {all:?}");
    }
    assert!(codes(&binder, lonely).contains(&"tree-alone"));
    drop(binder);
    for document in ["contacts", "wallet", "handover", "channels", "binder"] {
        assert!(!scene.printed(document, "hq").is_empty(), "{document}");
    }
}

#[test]
fn a_drill_gives_the_figures_worked_by_hand_and_a_wrong_number_is_a_finding() {
    let scene = Scene::of("pharmacy");
    let binder = scene.open();
    let made = worked(&binder);
    let one = added(&binder, Kind::Drill, &[("name", "訓練".to_owned()), ("held_on", "2026-11-14".to_owned())]);
    binder.fill_drill(one, &alone()).expect("filled");
    let plan = binder.plan();
    let calls: Vec<Id> = drill::calls(&plan, one).map(|call| call.row.id).collect();
    assert_eq!(calls.len(), 4, "one for each place");
    for (call, (minutes, result)) in calls.iter().zip([("4", "first"), ("12", "next"), ("7", "first"), ("", "wrong")]) {
        put(&binder, Kind::DrillCall, *call, "minutes", minutes, &alone()).expect("saved");
        put(&binder, Kind::DrillCall, *call, "result", result, &alone()).expect("saved");
    }
    let plan = binder.plan();
    let got = drill::outcomes(&plan).remove(0);
    assert_eq!((got.called, got.reached, got.wrong), (4, 3, 1));
    assert_eq!(got.minutes, [Some(7), None, None], "half of four are two; nine in ten would be four");
    let wrong =
        plan.rows.drill_calls.iter().find(|call| call.row.id == calls[3]).and_then(|call| call.place).expect("a place");
    let of = plan.rows.contact_tree.get(wrong).and_then(|place| place.of).expect("somebody");
    assert!(codes(&binder, of).contains(&"drill-wrong"), "at whom it belongs to");
    assert!([made.duty, made.it, made.guard, made.supplier].contains(&of));
    assert_eq!(binder.fill_drill(one, &alone()).expect("nothing to add").at, None);
}

#[test]
fn one_tick_dates_a_sheet_and_an_old_one_is_a_finding() {
    let scene = Scene::of("pharmacy");
    let binder = scene.open();
    let said = |on: &str| {
        let check =
            added(&binder, Kind::SheetCheck, &[("sheet", "contact-sheet".to_owned()), ("checked_on", on.to_owned())]);
        codes(&binder, check).contains(&"numbers-old")
    };
    let today = binder.outside().today();
    let year: u32 = today[..4].parse().expect("a year");
    assert!(said(&format!("{}-01-01", year - 1)), "more than half a year ago");
    assert!(!said(&today));
    let old = binder.plan().rows.sheet_checks.first().expect("one").row.id;
    assert!(!codes(&binder, old).contains(&"numbers-old"), "the newest counts");
}

#[test]
fn after_a_change_of_staff_a_role_nobody_looked_at_is_flagged_and_one_looked_at_is_handed_over() {
    let scene = Scene::sample("hospital");
    let binder = scene.open();
    let plan = binder.plan();
    let facility = plan.facility().expect("there").row.id;
    put(&binder, Kind::Facility, facility, "changeover_on", "2026-10-01", &alone()).expect("saved");
    let role = plan.from_entry("roles/safety-manager").expect("there").id();
    assert!(codes(&binder, role).contains(&"role-untouched"));
    put(&binder, Kind::Role, role, "confirmed_on", "2026-10-03", &alone()).expect("saved");
    assert!(!codes(&binder, role).contains(&"role-untouched"));
    drop(binder);
    let papers = scene.printed("handover", "hq");
    assert_eq!(papers.len(), 1, "only who was looked at");
    assert!(
        papers[0].contains("医療情報システム安全管理責任者") && papers[0].contains("紙運用を始める"),
        "{}",
        papers[0]
    );
}

/// Every string of every document a ward gets, and of every poster.
#[test]
fn no_private_number_is_in_any_document_of_a_ward() {
    let scene = Scene::sample("hospital");
    let (binder, _) = open(&scene.plan, true);
    let plan = binder.plan();
    let private: Vec<String> =
        plan.live(Kind::Person).filter_map(|one| one.field("private_phone")).map(|one| bare(&one)).collect();
    assert!(private.len() > 3);
    let mut looked_at = 0;
    let of_wards = DOCUMENTS.iter().filter(|one| one.copies != Copies::Headquarters).map(|one| (one.name, "ward"));
    for (document, copy) in of_wards.chain([("handover", "hq")]) {
        for page in scene.printed(document, copy) {
            looked_at += 1;
            assert!(!private.iter().any(|number| page.contains(number)), "{document}: {page}");
        }
    }
    assert!(looked_at > 100);
    let secret = scene.printed("contacts", "hq").concat();
    assert!(private.iter().any(|number| secret.contains(number)), "headquarters has them");
    for document in DOCUMENTS.iter().filter(|one| one.copies == Copies::Headquarters).map(|one| one.name) {
        let to = scene.at("x.pdf").display().to_string();
        let ran = sonae::sonae(&[
            "print",
            &scene.plan.display().to_string(),
            "--document",
            document,
            "--copy",
            "ward",
            "-o",
            &to,
        ]);
        ran.refused("headquarters-only", 3);
    }
}

/// The printed code, read by a decoder that shares no code with the one that drew it.
#[test]
fn a_printed_qr_code_gives_back_the_number() {
    let scene = Scene::sample("hospital");
    let binder = scene.open();
    let plan = binder.plan();
    let wanted: BTreeSet<String> = plan
        .live(Kind::Organisation)
        .filter(|one| one.field("qr").is_some())
        .map(|one| one.field("day_phone").or(one.field("night_phone")).expect("a number"))
        .map(|number| format!("tel:{}", number.chars().filter(char::is_ascii_digit).collect::<String>()))
        .collect();
    assert!(wanted.len() >= 2);
    drop(binder);
    let pdf = scene.at("b.pdf");
    sonae::did(&["print", &scene.plan.display().to_string(), "-o", &pdf.display().to_string()]);
    let page = pages(&pdf).iter().position(|page| bare(page).contains("外部の相手（くわしく）")).expect("the page") + 1;
    let root = scene.at("code").display().to_string();
    let range = [page.to_string(), (page + 4).to_string()];
    tool("pdftoppm", &["-gray", "-r", "150", "-f", &range[0], "-l", &range[1], &pdf.display().to_string(), &root]);
    let mut read = BTreeSet::new();
    for file in scene.files().iter().filter(|name| name.ends_with(".pgm")) {
        let (width, height, grey) = picture(&std::fs::read(scene.at(file)).expect("a picture"));
        let mut prepared = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| grey[y * width + x]);
        read.extend(prepared.detect_grids().into_iter().filter_map(|grid| grid.decode().ok()).map(|(_, says)| says));
    }
    assert_eq!(read, wanted);
}

/// Width, height and bytes of a PGM.
fn picture(bytes: &[u8]) -> (usize, usize, Vec<u8>) {
    let mut words = Vec::new();
    let mut at = 0;
    while words.len() < 4 {
        let from = at;
        while !bytes[at].is_ascii_whitespace() {
            at += 1;
        }
        words.push(String::from_utf8_lossy(&bytes[from..at]).into_owned());
        at += 1;
    }
    (words[1].parse().expect("width"), words[2].parse().expect("height"), bytes[at..].to_vec())
}

#[test]
fn people_go_out_as_vcards_and_come_back_unchanged() {
    let scene = Scene::sample("hospital");
    let binder = scene.open();
    for what in [binder::import::What::People, binder::import::What::Organisations] {
        let (bytes, rows) = binder.export_sheet(what, SheetFormat::Vcard).expect("written");
        let text = String::from_utf8(bytes).expect("UTF-8");
        assert_eq!(text.matches("BEGIN:VCARD").count(), rows);
        assert!(text.lines().all(|line| line.len() <= 76), "folded as the format asks");
        let file = scene.at("cards.vcf");
        std::fs::write(&file, &text).expect("written");
        let noun = what.name();
        let ran = sonae::did(&[
            "import",
            noun,
            &file.display().to_string(),
            &scene.plan.display().to_string(),
            "--dry-run",
            "--json",
        ]);
        let said: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
        let verdicts: BTreeSet<String> = said["rows"]
            .as_array()
            .expect("rows")
            .iter()
            .map(|row| row["verdict"].as_str().unwrap_or_default().to_owned())
            .collect();
        assert_eq!(verdicts, BTreeSet::from(["same".to_owned()]), "{noun}: nothing is new, nothing changes");
    }
    assert!(binder.export_sheet(binder::import::What::Devices, SheetFormat::Vcard).is_err(), "a device has no card");
}

#[test]
fn a_vcard_of_a_telephone_is_read_and_a_hostile_one_refused_in_words() {
    let scene = Scene::of("hospital");
    let file = scene.at("telephone.vcf");
    let card = "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E9=AB=99=E6=A9=8B;=E8=8A=B1=\r\n=E5=AD=90;;;\r\nSOUND;X-IRMC-N:タカハシ;ハナコ;;;\r\nTEL;CELL:090-0000-0000\r\nitem1.TEL;type=WORK:0312345678\r\nPHOTO;ENCODING=BASE64:AAAA\r\n BBBB\r\nEND:VCARD\r\n";
    std::fs::write(&file, card).expect("written");
    let import = |file: &std::path::Path| {
        sonae::sonae(&["import", "people", &file.display().to_string(), &scene.plan.display().to_string()])
    };
    assert_eq!(import(&file).code, Some(0));
    let (binder, _) = open(&scene.plan, true);
    let person = binder.plan().rows.people.iter().find(|one| one.private_phone.is_some()).cloned().expect("came in");
    assert_eq!(person.name.as_deref(), Some("髙橋 花子"), "names as they are written");
    assert_eq!(person.private_phone.as_deref(), Some("090-0000-0000"));
    assert!(person.kana.is_some_and(|kana| kana.contains("タカハシ")));
    drop(binder);
    let huge = format!("BEGIN:VCARD\nFN:x\nPHOTO:{}\nEND:VCARD\n", "A".repeat(50 * 1024 * 1024));
    let cases = [("huge.vcf", huge), ("open.vcf", "BEGIN:VCARD\nFN:x\n".to_owned())];
    for (name, text) in cases {
        let file = scene.at(name);
        std::fs::write(&file, text).expect("written");
        let ran = import(&file);
        assert_ne!(ran.code, Some(0), "{name}");
        assert!(ran.code.is_some() && !ran.err.trim().is_empty(), "{name} is refused in words: {ran:?}");
    }
}

#[test]
fn cards_are_never_lost_in_silence_and_a_fax_is_no_telephone() {
    let scene = Scene::of("hospital");
    let import = |name: &str, bytes: &[u8]| {
        let file = scene.at(name);
        std::fs::write(&file, bytes).expect("written");
        sonae::sonae(&["import", "people", &file.display().to_string(), &scene.plan.display().to_string()])
    };
    let truncated = import("truncated.vcf", b"BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\nEND:VCARD\n");
    assert_ne!(truncated.code, Some(0), "a card without an end is not dropped: {truncated:?}");
    // 田中 太郎 as a telephone of 2008 writes it.
    let name = "=93=63=92=86=20=91=BE=98=59";
    let card = format!(
        "BEGIN:VCARD\rVERSION:2.1\rFN;CHARSET=SHIFT_JIS;ENCODING=QUOTED-PRINTABLE:{name}\rTEL;WORK;FAX:03-1111-9999\r\
         TEL;VOICE:090-8888-7777\rAGENT:\rBEGIN:VCARD\rFN:中の人\rEND:VCARD\rBEGIN:VEVENT\rEND:VEVENT\rEND:VCARD\r"
    );
    assert_eq!(import("old.vcf", card.as_bytes()).code, Some(0));
    let (binder, _) = open(&scene.plan, true);
    let people = binder.plan().rows.people.clone();
    let names: Vec<_> = people.iter().filter_map(|one| one.name.as_deref()).collect();
    assert!(names.contains(&"田中 太郎") && !names.contains(&"中の人"), "{names:?}");
    let came = people.iter().find(|one| one.name.as_deref() == Some("田中 太郎")).expect("came in");
    assert_eq!((came.extension.as_deref(), came.private_phone.as_deref()), (None, Some("090-8888-7777")));
    drop(binder);
    let spelled = ["+81 90-1111-2222", "+81-90-1111-2222", "(090)1111-2222", "０９０－１１１１－２２２２"];
    let cards: String = (0..)
        .zip(spelled)
        .map(|(at, number)| format!("BEGIN:VCARD\nFN:携帯 {at}\nTEL;VOICE:{number}\nEND:VCARD\n"))
        .collect();
    assert_eq!(import("spelled.vcf", cards.as_bytes()).code, Some(0));
    let (binder, _) = open(&scene.plan, true);
    let plan = binder.plan();
    let came: Vec<_> = plan
        .rows
        .people
        .iter()
        .filter(|one| one.name.as_deref().is_some_and(|name| name.starts_with("携帯")))
        .collect();
    assert_eq!(came.len(), spelled.len());
    let open = came.iter().find(|one| one.extension.is_some() || one.private_phone.is_none());
    assert!(open.is_none(), "a mobile number is private however it is written: {open:?}");
}
