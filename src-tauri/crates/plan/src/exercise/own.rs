//! A scenario of the institution's own: rows of the plan laid over the scenario it was made from. Words, minutes, order and
//! what is left out are the rows'; what is hit, the clock of the story, pages, branches and signs are the other's.
//!
//! Deliberately not here: rules of what a scenario may be. The result is held to those of every scenario (`template`'s lint).

use crate::procedure::Fresh;
use crate::{Change, Edit, EditProblem, Id, Kind, OwnInject, OwnScenario, Plan, changes, order, starter};
use template::{Inject, Scenario, Template};

/// What a copy gets its edition from: the words of the pack, with title and edition of the other.
const EDITION: &str = "own-edition";

/// The scenario a row and its injects make of the one it was made from.
/// What is left out is in it only where it is shown to whoever writes it (`with_out`).
pub fn own(plan: &Plan, template: &Template, base: &Scenario, row: &OwnScenario, with_out: bool) -> Scenario {
    let mut planned: Vec<&OwnInject> = own_injects(plan, row.row.id).filter(|one| with_out || !one.out).collect();
    // Rows of one minute stay in their order.
    planned.sort_by_key(|one| minute(one));
    let (timed, reserved): (Vec<_>, Vec<_>) = planned.into_iter().partition(|one| one.minute.is_some());
    let text = |own: &Option<String>| own.clone().unwrap_or_default();
    let edition = template::filled(template.word(EDITION), &[base.title.clone(), base.edition.clone()]);
    let level = row.level.as_deref().and_then(|level| level.parse().ok());
    Scenario {
        id: id_of(row.row.id),
        title: text(&row.name),
        edition,
        hash: String::new(),
        level: level.unwrap_or_default(),
        purpose: text(&row.purpose),
        opening: text(&row.opening),
        injects: timed.into_iter().map(|one| inject(base, one)).collect(),
        reserves: reserved.into_iter().map(|one| inject(base, one)).collect(),
        ..base.clone()
    }
}

/// The injects of an own scenario, in the order of the list.
pub fn own_injects(plan: &Plan, of: Id) -> impl Iterator<Item = &OwnInject> {
    plan.rows.own_injects.live().filter(move |one| one.scenario == Some(of))
}

/// The id a row's scenario has among all scenarios.
pub fn id_of(row: Id) -> String {
    format!("{}{row}", Scenario::OWN)
}

/// Rows for a copy of a scenario: all that can be edited.
///
/// # Errors
/// Nothing that comes from a scenario without mistakes.
pub fn copied(
    plan: &Plan,
    template: &Template,
    base: &Scenario,
    fresh: &mut Fresh<'_>,
) -> Result<Vec<Change>, EditProblem> {
    let copy = fresh();
    let name = template::filled(template.word("own-name"), std::slice::from_ref(&base.title));
    let values = [
        ("name", name),
        ("base", base.id.clone()),
        ("level", base.level.to_string()),
        ("purpose", base.purpose.clone()),
        ("opening", base.opening.clone()),
    ];
    let mut out = added(plan, template, (Kind::OwnScenario, copy, &values), plan.last_place(Kind::OwnScenario))?;
    let planned = base.injects.iter().map(|one| (one, one.minute.to_string()));
    let all: Vec<_> = planned.chain(base.reserves.iter().map(|one| (one, String::new()))).collect();
    let mut last = plan.last_place(Kind::OwnInject);
    for (one, minute) in all {
        let values = [
            ("scenario", copy.to_string()),
            ("of", one.id.clone()),
            ("minute", minute),
            ("sender", one.sender.clone()),
            ("addressee", one.addressee.clone()),
            ("text", one.text.clone()),
            ("listen", one.listen.clone()),
            ("phone", one.phone.clone().unwrap_or_default()),
            ("may_fall", if one.may_fall { "1".to_owned() } else { String::new() }),
        ];
        out.extend(added(plan, template, (Kind::OwnInject, fresh(), &values), last.clone())?);
        last = order::after(last.as_deref(), 1).pop();
    }
    Ok(out)
}

/// No exercise is longer, in minutes.
const LONGEST: u16 = 600;

/// The minute of an inject as it was typed, where that is no minute of an exercise.
pub fn unreadable_minute(one: &OwnInject) -> Option<&str> {
    one.minute.as_deref().filter(|minute| !minute.parse::<u16>().is_ok_and(|minute| minute <= LONGEST))
}

fn minute(one: &OwnInject) -> u16 {
    let readable = one.minute.as_deref().filter(|_| unreadable_minute(one).is_none());
    readable.and_then(|minute| minute.parse().ok()).unwrap_or_default()
}

fn inject(base: &Scenario, row: &OwnInject) -> Inject {
    let text = |own: &Option<String>| own.clone().unwrap_or_default();
    let of = row.of.as_deref().and_then(|of| base.inject(of)).cloned().unwrap_or_default();
    Inject {
        id: row.row.id.to_string(),
        minute: minute(row),
        sender: text(&row.sender),
        addressee: text(&row.addressee),
        text: text(&row.text),
        listen: text(&row.listen),
        phone: row.phone.clone(),
        may_fall: row.may_fall,
        ..of
    }
}

fn added<const N: usize>(
    plan: &Plan,
    template: &Template,
    (kind, fresh, values): (Kind, Id, &[(&str, String); N]),
    last: Option<String>,
) -> Result<Vec<Change>, EditProblem> {
    let filled = values.iter().filter(|(_, value)| !value.is_empty());
    let values = filled.map(|(field, value)| ((*field).to_owned(), value.clone())).collect();
    let place = order::after(last.as_deref(), 1).remove(0);
    let edit = Edit::Add { kind, fresh, source: None, values };
    Ok(starter::placed(changes(plan, template, &edit, "")?, &place).collect())
}
