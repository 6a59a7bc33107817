//! Nothing is quadratic where a stranger chooses the length.

use binder::import::{Setup, What};
use binder::plan::{self, Change, Edit, Id, Kind, Plan, Rows, changes};
use binder::print::{self, Composing, Document};
use binder::{Binder, ImportRequest, Unwatched};
use suite::growth::is_linear;
use suite::rows::alone;
use suite::scene::Scene;
use suite::window;
use suite::witness::damaged;
use wire::{COMMANDS, Rights};

const DATE: &str = "2026-11-29";

/// A list of so many rows, offered to the sample clinic.
struct List {
    scene: Scene,
    binder: Binder,
    request: ImportRequest,
}

impl List {
    fn of(what: What, text: String) -> Self {
        let scene = Scene::empty();
        Binder::create_sample("clinic", &scene.plan, &suite::outside::Still::default()).expect("the sample");
        let binder = scene.open();
        Self { scene, binder, request: ImportRequest { what, bytes: text.into(), setup: Setup::default() } }
    }

    /// Its plan, which nobody has open.
    fn closed(self) -> Scene {
        self.scene
    }

    fn look(&self) -> String {
        self.binder.look_at_sheet(&self.request, &Unwatched).expect("it can be read").token
    }
}

fn rows(head: &str, count: usize, row: impl Fn(usize) -> String) -> String {
    (0..count).fold(format!("{head}\n"), |text, nth| text + &row(nth) + "\n")
}

/// Looks at a list of `length` and of twice as many rows.
#[track_caller]
fn list(name: &str, what: What, head: &str, length: usize, row: impl Fn(usize, usize) -> String) {
    is_linear(
        name,
        length,
        |count| List::of(what, rows(head, count, |nth| row(nth, count))),
        |list| {
            list.look();
        },
    );
}

#[test]
fn a_list_of_systems_costs_its_length_whatever_needs_what() {
    let head = "システム名,要るもの";
    list("each needs the one above", What::Systems, head, 800, |nth, _| format!("鎖{nth},鎖{}", nth.max(1) - 1));
    list("each needs the one below", What::Systems, head, 800, |nth, _| format!("鎖{nth},鎖{}", nth + 1));
    list("in any order", What::Systems, head, 800, |nth, count| {
        let nth = nth * 387 % count;
        format!("鎖{nth},鎖{}", nth + 1)
    });
    list("all need one, which many need", What::Systems, head, 800, |nth, count| match nth {
        0 => "もと,".to_owned(),
        nth if nth < count / 2 => format!("間{nth},もと"),
        nth => format!("端{nth},間{}", nth - count / 2),
    });
    list("names alike but for their brackets", What::Systems, head, 800, |nth, _| format!("検査（{nth}室）,検査"));
}

#[test]
fn other_lists_cost_their_length() {
    list("pairs", What::Dependencies, "システム,要るもの", 800, |nth, _| format!("電子カルテ,医事会計{nth}"));
    list("companies", What::Organisations, "名称,電話番号", 800, |nth, _| {
        format!("株式会社見本（支店{nth}）,03-0000-{nth:04}")
    });
    list("contracts of one company", What::Contracts, "契約先,契約番号,対象", 800, |nth, _| {
        format!("見本社,K{nth},装置{nth}")
    });
    list("numbers of one place", What::Contacts, "場所,内線", 800, |nth, _| format!("受付,{}", 1000 + nth));
    list("numbers of places", What::Contacts, "場所,内線", 800, |nth, _| format!("場所{nth},{}", 1000 + nth));
    list("people of one name", What::People, "氏名,内線", 800, |nth, _| format!("見本,{nth}"));
    list("terminals of one name", What::Devices, "管理番号,機器名,設置場所", 800, |nth, _| {
        format!("D{nth},端末,受付")
    });
}

#[test]
fn a_cell_costs_its_length() {
    let cell = |name: &str, what: What, head: &str, part: &dyn Fn(usize) -> String, after: &str| {
        let text = |count: usize| format!("{head}\n{}{after}\n", (0..count).map(part).collect::<String>());
        is_linear(
            name,
            1_500,
            |count| List::of(what, text(count)),
            |list| {
                list.look();
            },
        );
    };
    cell("numbers", What::People, "内線,氏名", &|nth| format!("{}、", 1000 + nth), ",見本");
    cell("systems", What::Systems, "要るもの,システム名", &|nth| format!("も{nth}、"), ",見本");
    cell("brackets", What::People, "携帯電話,氏名", &|_| "(".to_owned(), ",見本");
    cell("letters", What::People, "職種,氏名", &|_| "看".to_owned(), ",見本");
    cell("marks", What::People, "氏名,職種", &|_| "゛".to_owned(), ",医師");
}

#[test]
fn rows_are_added_at_a_cost_that_does_not_grow_with_those_there() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let (plan, template) = (binder.plan(), binder.template());
    let add = |count: &usize| {
        let mut plan = Plan::clone(&plan);
        for nth in 0..*count {
            let fresh = Id::derived(plan.id, "growth", &nth.to_string());
            let values = vec![("name".to_owned(), format!("端末{nth}"))];
            let edit = Edit::Add { kind: Kind::Device, fresh, source: None, values };
            let made: Vec<Change> = changes(&plan, &template, &edit, "").expect("it can be added");
            made.iter().for_each(|change| plan.apply(change));
        }
        assert_eq!(plan.rows.devices.len(), Rows::clone(&binder.plan().rows).devices.len() + count);
    };
    is_linear("adding", 6_000, |count| count, add);
}

/// A plan that has taken a list in.
fn taken(what: What, text: String) -> List {
    let list = List::of(what, text);
    list.binder.import_sheet(&list.request, &list.look(), &alone(), &Unwatched).expect("it is imported");
    list
}

/// Everything that is worked out from a plan, or one document of it.
fn documents(list: &List) {
    let (plan, template) = (list.binder.plan(), list.binder.template());
    plan::Findings::of(&plan, &template, DATE);
    for document in Document::books() {
        let outline = document.compose(&Composing::hq(&plan, &template, DATE));
        print::layout(outline, &Unwatched).expect("nobody cancels");
    }
}

#[test]
fn what_is_worked_out_from_a_plan_costs_its_length() {
    let chain = |count| rows("システム名,要るもの", count, |nth| format!("鎖{nth},鎖{}", nth + 1));
    is_linear("a chain of systems", 400, |count| taken(What::Systems, chain(count)), documents);
    let ward = |count| rows("氏名,所属,内線", count, |nth| format!("見本{nth},受付,{nth}"));
    is_linear("names on one sheet", 1_000, |count| taken(What::People, ward(count)), documents);
    let emoji = |count| rows("機器名,用途", count, |nth| format!("端末{nth},{}", "😀👍🏽".repeat(230)));
    is_linear("700 emoji in each text", 30, |count| taken(What::Devices, emoji(count)), documents);
}

#[test]
fn rows_in_doubt_cost_their_number_on_paper() {
    let names = |count| rows("氏名,所属,職種", count, |nth| format!("見本{nth},受付,看護師の{nth}"));
    for (name, change) in [("of one value", "'別の職の人'"), ("of values of their own", "job || 'と別の職'")] {
        let doubtful = |count| {
            let list = taken(What::People, names(count));
            let request = ImportRequest { bytes: Vec::new(), ..list.request.clone() };
            let scene = list.closed();
            damaged(&scene.plan, &format!("UPDATE people SET job = {change};"));
            let binder = scene.open();
            assert_eq!(binder.plan().doubts.len(), binder.plan().live(Kind::Person).count());
            List { scene, binder, request }
        };
        is_linear(name, 150, doubtful, documents);
    }
}

#[test]
fn a_plan_that_took_a_list_opens_at_a_cost_of_its_length() {
    let names = |count| rows("氏名,内線", count, |nth| format!("見本{nth},{nth}"));
    is_linear(
        "opening",
        1_500,
        |count| taken(What::People, names(count)),
        |list| {
            drop(suite::scene::open(&list.scene.plan, true));
        },
    );
}

#[test]
fn what_a_window_shows_costs_its_length() {
    let chain = |count| rows("システム名,要るもの", count, |nth| format!("鎖{nth},鎖{}", nth + 1));
    let plans = [300, 600].map(|count| taken(What::Systems, chain(count)).closed());
    let of = |count: usize| if count == 300 { &plans[0] } else { &plans[1] };
    for (name, _) in COMMANDS.iter().filter(|(_, needed)| *needed == Rights::LOOK) {
        // What was worked out once is kept: each look is a window's first.
        is_linear(name, 300, of, |scene| {
            let host = window::opened(scene);
            window::got(&host, name, window::request(name, &host));
        });
    }
}
