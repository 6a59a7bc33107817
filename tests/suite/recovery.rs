//! For whoever restores: nothing comes back before what it needs, a circle is named, and what stops is what is reached.

use binder::plan::recovery::{Graph, Order, TIERS, Weak, essential, order, weak_points, what_if};
use binder::plan::{Id, Kind, Plan, Rows};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeSet;
use suite::rows::{add, alone, put};
use suite::scene::{Scene, open};
use suite::sonae;
use uuid::Uuid;

/// Systems with a tier (or none) and what each needs.
type Drawn = Vec<(Option<usize>, BTreeSet<usize>)>;

fn drawn(most: usize) -> impl Strategy<Value = Drawn> {
    (1..most).prop_flat_map(|count| {
        let system = (prop::option::of(0..TIERS.len()), prop::collection::btree_set(0..count, 0..4));
        prop::collection::vec(system, count)
    })
}

fn id(nth: usize) -> Id {
    Id::from_uuid(Uuid::from_u128(nth as u128 + 1))
}

fn plan(drawn: &Drawn) -> Plan {
    let mut plan = Plan::new(id(9_999), Rows::default());
    let column = |name: &str, value: String| (name.to_owned(), Some(value));
    for (nth, (tier, needs)) in drawn.iter().enumerate() {
        let mut columns = vec![column("position", format!("{nth:06}i")), column("name", format!("系{nth}"))];
        columns.extend(tier.map(|tier| column("recovery", TIERS[tier].to_owned())));
        plan.rows.put(Kind::System, id(nth), Some(&columns));
        for need in needs {
            let columns = [
                column("position", format!("{nth:06}{need:06}i")),
                column("system", id(nth).to_string()),
                column("needs", id(*need).to_string()),
            ];
            plan.rows.put(Kind::SystemLink, id(100_000 + nth * 1_000 + need), Some(&columns));
        }
    }
    plan
}

/// Everything reachable from `from` over pairs, by repeating until nothing is new. Shares no code with the program.
fn closure(from: &[usize], pairs: &[(usize, usize)]) -> BTreeSet<usize> {
    let mut reached: BTreeSet<usize> = from.iter().copied().collect();
    loop {
        let before = reached.len();
        for (one, other) in pairs {
            if reached.contains(one) {
                reached.insert(*other);
            }
        }
        if reached.len() == before {
            return reached;
        }
    }
}

fn pairs(drawn: &Drawn) -> Vec<(usize, usize)> {
    let own = |(from, (_, needs)): (usize, &(Option<usize>, BTreeSet<usize>))| {
        needs.iter().filter(move |to| **to != from).map(move |to| (from, *to)).collect::<Vec<_>>()
    };
    drawn.iter().enumerate().flat_map(own).collect()
}

proptest! {
    #[test]
    fn nothing_comes_back_before_what_it_needs_nor_before_its_tier(drawn in drawn(24)) {
        let plan = plan(&drawn);
        let order = Order::of(&plan);
        let pairs = pairs(&drawn);
        for (from, to) in &pairs {
            let mutual = closure(&[*to], &pairs).contains(from);
            let (mine, its) = (order.placed[*from].wave, order.placed[*to].wave);
            if mutual {
                prop_assert_eq!(mine, its, "{} and {} need each other", from, to);
            } else {
                prop_assert!(its < mine, "{} needs {}", from, to);
            }
        }
        for (at, (tier, _)) in drawn.iter().enumerate() {
            let wave = &order.waves[order.placed[at].wave];
            prop_assert!(tier.is_none_or(|tier| wave.tier >= tier));
            prop_assert_eq!(order.placed[at].lifted_by.is_some(), tier.is_some_and(|tier| wave.tier > tier));
            prop_assert!(wave.systems.contains(&at));
        }
        let placed: usize = order.waves.iter().map(|wave| wave.systems.len()).sum();
        prop_assert_eq!(placed, drawn.len(), "each once");
    }

    #[test]
    fn a_circle_is_named_with_all_its_members_and_nobody_else(drawn in drawn(24)) {
        let order = Order::of(&plan(&drawn));
        let pairs = pairs(&drawn);
        let circle_of = |at: usize| -> BTreeSet<usize> {
            let there = closure(&[at], &pairs);
            there.into_iter().filter(|other| closure(&[*other], &pairs).contains(&at)).collect()
        };
        let wanted: BTreeSet<BTreeSet<usize>> =
            (0..drawn.len()).map(circle_of).filter(|circle| circle.len() > 1).collect();
        let named: BTreeSet<BTreeSet<usize>> =
            order.circles.iter().map(|circle| circle.iter().copied().collect()).collect();
        prop_assert_eq!(named, wanted);
    }

    #[test]
    fn a_weak_point_counts_all_that_is_reached_from_it_and_the_tasks_that_need_any_of_that(
        drawn in drawn(80),
        needs in prop::collection::btree_set((0..6_usize, 0..80_usize), 0..20),
    ) {
        let mut plan = plan(&drawn);
        let tasks: BTreeSet<usize> = needs.iter().map(|(task, _)| *task).collect();
        for task in tasks {
            plan.rows.put(Kind::ClinicalTask, id(5_000 + task), Some(&[]));
        }
        for (nth, (task, system)) in needs.iter().enumerate() {
            let columns = [("task", id(5_000 + task)), ("system", id(*system))]
                .map(|(column, id)| (column.to_owned(), Some(id.to_string())));
            plan.rows.put(Kind::TaskNeed, id(6_000 + nth), Some(&columns));
        }
        let found = weak_points(&plan, &Graph::of(&plan));
        let back: Vec<(usize, usize)> = pairs(&drawn).into_iter().map(|(from, to)| (to, from)).collect();
        for at in 0..drawn.len() {
            let stops = closure(&[at], &back);
            let hit: BTreeSet<usize> =
                needs.iter().filter(|(_, system)| stops.contains(system)).map(|(task, _)| *task).collect();
            let mine = found.iter().find(|one| one.at == Weak::System(at));
            prop_assert_eq!(mine.is_some(), stops.len() > 3);
            if let Some(mine) = mine {
                prop_assert_eq!(mine.systems.iter().chain([at]).collect::<BTreeSet<_>>(), stops);
                prop_assert_eq!(mine.tasks, hit.len());
            }
        }
    }

    #[test]
    fn what_stops_is_what_is_reached(drawn in drawn(24), hit in prop::collection::vec(0..24_usize, 1..4)) {
        let plan = plan(&drawn);
        let graph = Graph::of(&plan);
        let order = order(&graph);
        let hit: Vec<usize> = hit.into_iter().filter(|at| *at < drawn.len()).collect();
        let answer = what_if(&plan, &graph, &order, &hit);
        let turned: Vec<(usize, usize)> = pairs(&drawn).into_iter().map(|(from, to)| (to, from)).collect();
        let wanted = closure(&hit, &turned);
        let stopped: BTreeSet<usize> = (0..drawn.len()).filter(|at| answer.stopped[*at]).collect();
        prop_assert_eq!(&stopped, &wanted);
        let shown: BTreeSet<usize> = answer.waves.iter().flat_map(|wave| wave.systems.iter().copied()).collect();
        prop_assert!(wanted.is_subset(&shown), "all of it comes back");
        prop_assert!(shown.difference(&wanted).all(|at| order.waves[order.placed[*at].wave].tier == 0), "besides foundations");
        prop_assert_eq!(answer.running.len() + stopped.len(), drawn.len());
    }

    #[test]
    fn the_map_leaves_out_only_what_something_else_says(drawn in drawn(20)) {
        let plan = plan(&drawn);
        let graph = Graph::of(&plan);
        let kept = essential(&graph);
        let pairs = pairs(&drawn);
        let fewer: Vec<(usize, usize)> =
            kept.iter().enumerate().flat_map(|(from, list)| list.iter().map(move |to| (from, *to))).collect();
        // Members of a circle are joined by the circle itself.
        let order = order(&graph);
        let mut joined = fewer.clone();
        for circle in &order.circles {
            joined.extend(circle.iter().flat_map(|one| circle.iter().map(move |other| (*one, *other))));
        }
        for at in 0..drawn.len() {
            prop_assert_eq!(closure(&[at], &joined), closure(&[at], &pairs), "from {}", at);
        }
    }
}

#[test]
fn a_chain_as_long_as_a_plan_does_not_exhaust_the_stack() {
    let drawn: Drawn = (0..20_000).map(|at: usize| (Some(3), at.checked_sub(1).into_iter().collect())).collect();
    let mut plan = Plan::new(id(9_999), Rows::default());
    let column = |name: &str, value: String| (name.to_owned(), Some(value));
    for (at, (_, needs)) in drawn.iter().enumerate() {
        plan.rows.put(Kind::System, id(at), Some(&[column("position", format!("{at:06}i"))]));
        if let Some(need) = needs.first() {
            let columns = [column("system", id(at).to_string()), column("needs", id(*need).to_string())];
            plan.rows.put(Kind::SystemLink, id(100_000 + at), Some(&columns));
        }
    }
    assert_eq!(Order::of(&plan).waves.len(), 20_000);
}

/// Osaka, 2022: authentication, platform and departmental systems [CASE-OSAKA-2022].
#[test]
fn after_osaka_the_network_is_examined_then_login_and_platform_then_the_chart_to_read_the_chart_the_departments() {
    let scene = Scene::empty();
    let plan = scene.plan.to_string_lossy().into_owned();
    sonae::did(&["sample", "hospital", "-o", &plan]);
    let hits = [
        "認証（AD・ログイン）",
        "仮想基盤・共有の記憶装置",
        "検体検査（LIS）",
        "画像（PACS）",
        "薬剤部門（調剤・監査・分包機）",
    ];
    let mut arguments = vec!["recovery", &plan, "--json"];
    arguments.extend(hits.iter().flat_map(|name| ["--hit", name]));
    let said: Value = serde_json::from_str(&sonae::did(&arguments).out).expect("JSON");
    let waves = said["waves"].as_array().expect("waves");
    let at = |name: &str| {
        let has =
            |wave: &&Value| wave["systems"].as_array().is_some_and(|list| list.iter().any(|one| one["name"] == name));
        waves.iter().position(|wave| has(&wave)).unwrap_or_else(|| panic!("{name} is in a wave: {said}"))
    };
    let state = |name: &str| {
        let all = waves.iter().flat_map(|wave| wave["systems"].as_array().expect("systems"));
        all.filter(|one| one["name"] == name).map(|one| one["state"].as_str().expect("a state")).next().expect("there")
    };
    let network = at("院内LAN（名前・時刻を配る仕組みを含む）");
    assert_eq!(state("院内LAN（名前・時刻を配る仕組みを含む）"), "examined", "it was not hit");
    let (login, platform) = (at("認証（AD・ログイン）"), at("仮想基盤・共有の記憶装置"));
    assert!(network < login && network < platform);
    let reading = at("参照専用のカルテ（参照系）");
    assert!(login < reading && platform < reading);
    let chart = at("電子カルテ");
    assert!(reading < chart, "the chart to read comes first");
    for department in ["検体検査（LIS）", "薬剤部門（調剤・監査・分包機）", "輸血管理", "手術予定・材料"]
    {
        assert!(chart < at(department), "{department} comes after the chart");
    }
    assert!(said["tasks"].as_array().is_some_and(|tasks| tasks.len() >= 8), "tasks that stop are named");
    let running: Vec<&str> = said["running"].as_array().expect("running").iter().filter_map(Value::as_str).collect();
    assert!(running.contains(&"電話・PHS・電話交換") && !running.contains(&"電子カルテ"));
}

#[test]
fn an_unknown_or_ambiguous_name_is_refused_by_name() {
    let scene = Scene::of("hospital");
    let plan = scene.plan.to_string_lossy().into_owned();
    sonae::sonae(&["recovery", &plan, "--hit", "存在しない"]).refused("not-found", 3);
    let all = sonae::did(&["recovery", &plan]);
    assert!(all.out.starts_with("L0") && all.out.contains("L3"), "{}", all.out);
}

#[test]
fn people_move_a_system_with_a_reason_and_it_still_waits_for_what_it_needs() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let emr = binder.plan().from_entry("systems/emr").expect("ticked").id();
    let codes = || -> Vec<&str> {
        let about = |f: &&binder::plan::Finding| f.at == Some((Kind::System, emr));
        binder.findings().iter().filter(about).map(|finding| finding.check.id).collect()
    };
    put(&binder, Kind::System, emr, "wave_tier", "l0", &alone()).expect("saved");
    assert!(codes().contains(&"wave-no-reason") && codes().contains(&"tier-lifted"), "{:?}", codes());
    put(&binder, Kind::System, emr, "wave_reason", "救急を先に開けるため", &alone()).expect("saved");
    assert!(!codes().contains(&"wave-no-reason"));
    let plan = binder.plan();
    let graph = Graph::of(&plan);
    let order = order(&graph);
    let at = graph.at(emr).expect("there");
    let needs = |to: &usize| order.placed[*to].wave < order.placed[at].wave;
    assert!(order.placed[at].moved && graph.needs[at].iter().all(needs));
}

#[test]
fn a_system_nobody_gave_a_tier_comes_with_those_that_need_it_and_what_runs_holds_nobody_back() {
    let (chart, unsaid, online, login) = (0, 1, 2, 3);
    let tier = |name: &str| TIERS.iter().position(|tier| *tier == name);
    let drawn: Drawn = vec![
        (tier("l3"), BTreeSet::from([unsaid, login])),
        (None, BTreeSet::new()),
        (tier("lx"), BTreeSet::new()),
        (tier("l1"), BTreeSet::new()),
    ];
    let order = Order::of(&plan(&drawn));
    let tier_of = |order: &Order, at: usize| TIERS[order.waves[order.placed[at].wave].tier];
    assert_eq!((tier_of(&order, unsaid), tier_of(&order, chart)), ("l3", "l3"));
    assert_eq!(order.placed[chart].lifted_by, None);
    let mut drawn = drawn;
    drawn[chart].1.insert(online);
    let plan = plan(&drawn);
    let graph = Graph::of(&plan);
    let whole = binder::plan::recovery::order(&graph);
    assert_eq!(tier_of(&whole, chart), "lx", "in the whole order it waits for what others restore");
    let answer = what_if(&plan, &graph, &whole, &[login]);
    let wave = answer.waves.iter().find(|wave| wave.systems.contains(&chart)).expect("it comes back");
    assert_eq!(TIERS[wave.tier], "l3", "but what still runs does not hold it back");
}

#[test]
fn a_circle_of_systems_is_a_finding_and_prints_with_its_name() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let (one, other) = (add(&binder, Kind::System, "輪の一"), add(&binder, Kind::System, "輪の二"));
    for (from, to) in [(one, other), (other, one)] {
        let edit = binder::plan::Edit::Add {
            kind: Kind::SystemLink,
            fresh: binder.outside().new_id(),
            source: None,
            values: [("system", from), ("needs", to)].map(|(f, id)| (f.to_owned(), id.to_string())).to_vec(),
        };
        binder.edit(&edit, &alone()).expect("saved");
    }
    let found = binder.findings();
    let circle = found.iter().find(|one| one.check.id == "system-circle").expect("said");
    assert_eq!(circle.words, ["輪の一、輪の二"]);
    drop(binder);
    let pdf = scene.at("r.pdf");
    sonae::did(&["print", &scene.plan.to_string_lossy(), "--document", "recovery", "-o", &pdf.to_string_lossy()]);
    let text = suite::witness::bare(&suite::witness::pages(&pdf).concat());
    assert!(text.contains("輪の一（たがいに要る") && text.contains("輪の二（たがいに要る"), "{text}");
}

#[test]
fn map_waves_gate_cutoff_sheet_and_tags_of_the_sample_are_on_paper() {
    let scene = Scene::empty();
    let plan_path = scene.plan.to_string_lossy().into_owned();
    sonae::did(&["sample", "hospital", "-o", &plan_path]);
    let text = |document: &str| {
        let pdf = scene.at(&format!("{document}.pdf"));
        sonae::did(&["print", &plan_path, "--document", document, "-o", &pdf.to_string_lossy()]);
        suite::witness::pages(&pdf).iter().map(|text| suite::witness::bare(text)).collect::<Vec<String>>()
    };
    let plan = open(&scene.plan, true).0.plan();
    let bare = suite::witness::bare;
    let recovery = text("recovery");
    let first = &recovery[0];
    for system in plan.live(Kind::System) {
        assert!(first.contains(&bare(&system.title())), "{} is on the one sheet", system.title());
        assert!(recovery[1..].concat().contains(&bare(&system.title())), "{} is on the map", system.title());
    }
    for gate in plan.live(Kind::Gate) {
        assert!(first.contains(&bare(&gate.title())), "{}", gate.title());
    }
    let (gate, login) = (first.find("復元前の確認（6つ）").expect("the gate"), first.find("認証（AD").expect("login"));
    let network = first.find("院内LAN").expect("network");
    assert!(network < gate && gate < login, "the gate stands before wave L1");
    let cut = text("cutoff").concat();
    for point in plan.live(Kind::CutoffPoint) {
        let tag = format!("線の名前：{}", bare(&point.title()));
        assert!(cut.contains(&tag), "{} has a tag", point.title());
        // In the narrow column of the sheet a long name is broken.
        let begins: String = bare(&point.title()).chars().take(4).collect();
        assert!(cut.matches(&begins).count() >= 2, "{} is on the sheet", point.title());
    }
    assert!(cut.matches("抜くな").count() >= 8 && !cut.contains("抜いてよい線"), "no tag reads as leave to pull");
    let bands = ["①すぐ抜く", "②代わりを置き", "③当直の人だけでは抜かない"];
    assert!(bands.iter().all(|band| cut.contains(band)), "before each step stands what comes first");
    assert!(first.contains("インターネット・VPN・保守回線（線は復元前の確認の後）"), "a line that was cut waits");
    sonae::sonae(&["print", &plan_path, "--document", "cutoff", "--copy", "ward", "-o", "w.pdf"])
        .refused("headquarters-only", 3);
}

/// What is hit decides what stops: a name that several have is asked about, never guessed.
#[test]
fn a_system_that_is_hit_is_named_without_doubt() {
    let scene = Scene::sample("hospital");
    let plan_path = scene.plan.to_string_lossy().into_owned();
    let recovery = |hit: &str| sonae::sonae(&["recovery", &plan_path, "--hit", hit, "--json"]);
    let stopped = |hit: &str| {
        let said = recovery(hit);
        let reply: Value = serde_json::from_str(&said.out).unwrap_or_else(|_| panic!("{hit}: {}", said.err));
        reply["tasks"].as_array().expect("tasks").len()
    };
    let tasks = stopped("電子カルテ");
    assert!(tasks > 3, "many tasks need the chart: {tasks}");
    assert_eq!(stopped("ＰＡＣＳ"), stopped("PACS"), "wide or narrow, it is the same name");
    recovery("電子").refused("name-several", 3);
    recovery("ない機械").refused("not-found", 3);
    add(&scene.open(), Kind::System, "電子カルテ");
    let said = recovery("電子カルテ");
    assert_eq!(said.err.matches("電子カルテ").count(), 3, "{}", said.err);
    said.refused("name-several", 3);
}
