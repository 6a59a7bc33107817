//! The worst case of the contact tree, and drills.

use super::records::step;
use super::{changed, count, id, reads};
use crate::types::*;
use crate::{Fault, Host};
use binder::Snapshot;
use binder::plan::reach::{Case, Try, deciders, hinges, stops};
use binder::plan::{Id, Kind, Plan, drill, title_of, tree};
use binder::template::Template;

/// Who is next, and after how many minutes of waiting.
pub(crate) fn reach(host: &Host, request: ReachRequest) -> Result<ReachView, Fault> {
    let binder = host.binder()?;
    let Snapshot { plan, template, seq } = binder.snapshot();
    let template = &*template;
    let silent = Some(request.silent).filter(|one| !one.is_empty()).map(|one| id(&one)).transpose()?;
    let case = Case { night: request.night, down: request.down.into(), silent };
    let all = stops(&plan, case);
    let mut silent: Vec<ReachWho> = Vec::new();
    for (kind, id) in all.iter().flat_map(|stop| stop.tries.iter().map(|one| one.who)) {
        if silent.iter().all(|one| one.id != id.to_string()) {
            silent.push(ReachWho {
                kind: kind.noun().to_owned(),
                id: id.to_string(),
                title: named(&plan, template, kind, id),
            });
        }
    }
    let stop_view = |stop: &binder::plan::reach::Stop<'_>| ReachStop {
        place: stop.place.row.id.to_string(),
        title: tree::reached(&plan, stop.place).map(|one| title_of(&plan, template, one)).unwrap_or_default(),
        tree: stop.tree.map(|one| template.choice("contact_tree", "tree", one).to_owned()).unwrap_or_default(),
        depth: count(stop.depth),
        tries: stop.tries.iter().map(|one| try_view(&plan, template, one)).collect(),
        soonest: stop.soonest,
        latest: stop.latest,
        other_way: stop.other_way,
        unsaid: stop.unsaid,
    };
    Ok(ReachView {
        seq,
        reads: reads(&[Kind::TreePlace, Kind::Decision]),
        stops: all.iter().map(stop_view).collect(),
        deciders: deciders(&plan, case)
            .into_iter()
            .map(|one| ReachDecider {
                title: named(&plan, template, Kind::Role, one.role),
                role: one.role.to_string(),
                decides: one.decisions.iter().map(|id| named(&plan, template, Kind::Decision, *id)).collect(),
                latest: one.latest,
                other_way: one.other_way,
                unsaid: one.unsaid,
                placed: one.placed,
            })
            .collect(),
        hinges: hinges(&plan, case)
            .into_iter()
            .map(|one| ReachHinge {
                title: named(&plan, template, Kind::Person, one.person),
                person: one.person.to_string(),
                places: count(one.places),
                lost: count(one.lost),
            })
            .collect(),
        silent,
    })
}

fn named(plan: &Plan, template: &Template, kind: Kind, id: Id) -> String {
    plan.find(kind, id).map(|one| title_of(plan, template, one)).unwrap_or_default()
}

fn try_view(plan: &Plan, template: &Template, one: &Try) -> ReachTry {
    let (kind, id) = one.who;
    let number = one.number.clone().unwrap_or_default();
    // Of a person either number may be tried; only the one of the house may be seen by everybody.
    let house = plan.rows.people.find(id).and_then(|person| person.extension.clone());
    let private = kind == Kind::Person && !number.is_empty() && house.as_ref() != Some(&number);
    ReachTry { name: named(plan, template, kind, id), number, private, works: one.works }
}

/// What the drills gave.
pub(crate) fn drills(host: &Host, _: Empty) -> Result<Drills, Fault> {
    let binder = host.binder()?;
    let Snapshot { plan, template, .. } = binder.snapshot();
    let view = |one: drill::Outcome| DrillView {
        name: named(&plan, &template, Kind::Drill, one.drill),
        drill: one.drill.to_string(),
        called: count(one.called),
        reached: count(one.reached),
        wrong: count(one.wrong),
        minutes: one.minutes.to_vec(),
    };
    let drills = drill::outcomes(&plan).into_iter().map(view).collect();
    Ok(Drills { reads: reads(&[Kind::Drill, Kind::DrillCall]), drills })
}

/// A row for every place of the tree.
pub(crate) fn fill_drill(host: &Host, request: RecordRequest) -> Result<Changed, Fault> {
    let binder = host.binder()?;
    let done = binder.fill_drill(id(&request.id)?, &step(host, None))?;
    changed(&binder, done)
}
