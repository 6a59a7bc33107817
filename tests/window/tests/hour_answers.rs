//! For the tests of the first hour: what is typed at each question, and how by keys alone.

use serde_json::json;
use thirtyfour::Key;
use window::Window;

/// What is done at a question, by keys only. `.1` of most is what must be read on paper afterwards.
pub(crate) enum Act {
    /// Types into the field.
    Type(&'static str, &'static str),
    /// Types into the field what the program reads as something else.
    Reads(&'static str, &'static str, &'static str),
    /// Chooses from a list by its first letters.
    Choose(&'static str, &'static str),
    /// Makes what is linked to, by its name.
    Make(&'static str, &'static str),
    /// Turns a box of a catalogue over.
    Tick(&'static str),
    /// 「あるので書く」.
    Have(&'static str),
    /// Takes the n-th radio button.
    Radio(&'static str, usize),
}
use Act::{Choose, Have, Make, Radio, Reads, Tick, Type};

/// A question, what is done there, and whether it is then put off.
pub(crate) type Asked = (&'static str, &'static [Act], bool);

pub(crate) const HOSPITAL: &[Asked] = &[
    (
        "facility",
        &[
            Type("facility.director", "院長　髙島見本"),
            Reads("facility.beds", "１８３床", "183"),
            Tick("departments/er"),
            Tick("departments/radiology"),
            Tick("departments/nutrition"),
            Tick("departments/safety"),
        ],
        false,
    ),
    (
        "night",
        &[
            Reads("roles/night-nurse-manager roles.phone", "０９０－００００－７７０１", "090-0000-7701"),
            Have("roles/night-office"),
            Type("roles/night-office roles.night_phone", "内線7702"),
        ],
        false,
    ),
    (
        "other-means",
        &[
            Type("facility.other_means", "無線機を守衛室の棚から出す"),
            Type("facility.runner_place", "一階の事務当直室へ"),
        ],
        false,
    ),
    (
        "paper-start",
        &[
            Choose("decisions/paper-start decisions.day_role", "院長の代行"),
            Choose("decisions/paper-start decisions.night_role", "管理当直師長"),
        ],
        false,
    ),
    (
        "cutoff",
        &[
            Choose("decisions/cutoff-1 decisions.day_role", "当直医"),
            Reads("decisions/cutoff-1 decisions.wait_minutes", "４７分", "47"),
        ],
        false,
    ),
    (
        "managers",
        &[
            Make("roles/safety-manager roles.holder", "見本　髙橋花子"),
            Type("roles/it-lead roles.night_phone", "090-0000-7706"),
        ],
        false,
    ),
    (
        "systems",
        &[
            Tick("systems/pacs"),
            Tick("systems/dialysis"),
            Type("organisations/vendor-emr organisations.contract", "契約SN-7707"),
        ],
        false,
    ),
    ("cutoff-points", &[Type("cutoff_points/backup-path cutoff_points.place", "奥の棚の青い線、札は七七〇八")], false),
    ("dies-with-it", &[Type("cutoff_points/outside-line cutoff_points.instead", "紙の処方箋と電話で受ける")], true),
    ("patient-data", &[Type("downtime/in-ward-list downtime.place", "詰所の鍵付きの棚、三段目")], false),
    (
        "paper-forms",
        &[
            Type("facility.box_contents", "様式と懐中電灯と筆記具"),
            Type("departments/er departments.box_place", "受付の裏の赤い箱"),
        ],
        false,
    ),
    ("temporary-id", &[Type("facility.temporary_id", "救の字のあとに来た順の番号")], false),
    (
        "restrictions",
        &[
            Tick("restrictions/dialysis"),
            Radio("restrictions/dialysis restrictions.stance", 1),
            Make("restrictions/dialysis restrictions.receiver", "川向こう架空病院"),
        ],
        false,
    ),
    (
        "night-numbers",
        &[
            Type("roles/lab-on-call roles.night_phone", "内線7714"),
            Type("facility.narcotic_key", "薬剤部の金庫の二段目"),
        ],
        true,
    ),
    (
        "outside",
        &[
            Type("organisations/fire organisations.night_phone", "000-0000-7715"),
            Type("facility.binder_place", "院長室の鍵付きの棚"),
        ],
        false,
    ),
];

pub(crate) const CLINIC: &[Asked] = &[
    ("facility", &[Type("facility.director", "院長　髙島見本"), Tick("departments/admin")], false),
    ("night", &[Reads("roles/chief roles.phone", "０９０－００００－８８０２", "090-0000-8802")], false),
    ("other-means", &[Type("facility.broadcast", "カルテが使えません、紙で")], false),
    ("cutoff", &[Make("decisions/cutoff-1 decisions.day_role", "医院を預かる髙橋役")], false),
    ("systems", &[Type("organisations/vendor-billing organisations.contract", "契約SN-8807")], false),
    ("dies-with-it", &[Type("cutoff_points/outside-line cutoff_points.instead", "医院の携帯電話に替える")], true),
    ("patient-data", &[Type("downtime/appointments downtime.place", "受付の鍵付きの引き出し")], false),
    ("paper-forms", &[Type("facility.box_contents", "紙のカルテと処方箋の用紙")], false),
    ("restrictions", &[Make("restrictions/first-visit restrictions.receiver", "隣町の架空病院")], true),
    ("outside", &[Type("organisations/police organisations.night_phone", "000-0000-8815")], false),
];

/// The control of `entry noun.field`, or of a field of the facility.
fn control(field: &str) -> String {
    match field.split_once(' ') {
        Some((entry, field)) => format!("[data-entry='{entry}'] [data-field='{field}']"),
        None => format!("[data-field='{field}']"),
    }
}

/// Does it, by keys only.
pub(crate) async fn act(window: &Window, act: &Act) {
    match act {
        Type(field, text) | Reads(field, text, _) => {
            window.tab_to(&control(field)).await;
            window.type_over(text).await;
        }
        Choose(field, text) => {
            window.tab_to(&control(field)).await;
            window.strike(*text).await;
            let chosen = format!("document.activeElement.selectedOptions?.[0].text === '{text}'");
            window.until(&format!("{text} to be chosen"), &chosen).await;
        }
        Make(field, text) => {
            let control = control(field);
            window.tab_to(&control).await;
            // The last of the choices.
            window.strike("＋").await;
            window.until("a field for the name", "document.activeElement.matches('.link-new input')").await;
            window.strike(*text).await;
            window.key(Key::Enter).await;
            let made = format!("document.querySelector(\"{control}\").selectedOptions[0].text === '{text}'");
            window.until(&format!("{text} to be made and chosen"), &made).await;
            window.focus_stays(&format!("the name {text}")).await;
        }
        Tick(entry) => {
            let tick = format!("[data-tick='{entry}']");
            window.tab_to(&tick).await;
            let is = "return document.activeElement.checked;";
            let before = window.js(is, json!([])).await;
            window.strike(" ").await;
            window.saved().await;
            assert_ne!(window.js(is, json!([])).await, before, "{entry} was turned over and the focus stayed on it");
        }
        Have(entry) => {
            let there = format!("all(\"[data-entry='{entry}'] [data-field]\").includes(document.activeElement)");
            window
                .enter(
                    &format!("[data-do='tick-{entry}']"),
                    &format!("the focus in the first field of {entry}"),
                    &there,
                )
                .await;
        }
        Radio(field, nth) => {
            // Nothing chosen is the last of them.
            window.tab_to(&control(field)).await;
            let meant = format!("controls('restrictions.stance').indexOf(document.activeElement) === {nth}");
            radio(window, &Key::Up, &meant).await;
        }
    }
}

/// Goes through a group of radio buttons, which has ends, until one is meant and taken.
pub(crate) async fn radio(window: &Window, way: &Key, meant: &str) {
    for _ in 0..10 {
        if window.js(&format!("return document.activeElement.checked && {meant};"), json!([])).await == true {
            return;
        }
        window.key(way.clone()).await;
    }
    window.screenshot("failed").await;
    panic!("no radio button with {meant}");
}
