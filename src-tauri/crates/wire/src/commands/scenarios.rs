//! Scenarios on this plan, their scripts; scenarios of one's own: copied, given away, taken.

use super::records::step;
use super::{changed, count, id};
use crate::types::*;
use crate::{Fault, Host};
use binder::plan::exercise::{Act, Card, Due, Filled, Report, Run, Script, Year};
use binder::plan::{Kind, Plan, Record};
use binder::template::Template;
use binder::{Error, Rehearsal, Snapshot, Taking};
use std::path::Path;

/// The exercises of the plan.
pub(crate) fn exercises(host: &Host, _: Empty) -> Result<ExercisesView, Fault> {
    let binder = host.binder()?;
    let Snapshot { plan, template, seq } = binder.snapshot();
    let here: Vec<Rehearsal> = binder.rehearsals()?.into_iter().filter(|one| one.for_here).collect();
    let held = plan.rows.exercises.live().enumerate().filter_map(|(nth, one)| held(&plan, nth, one.row.id));
    let mut held: Vec<HeldExercise> = held.collect();
    held.reverse();
    Ok(ExercisesView {
        seq,
        scenarios: here.iter().map(scenario_view).collect(),
        going: held.iter().find(|one| one.phase != StageView::Ended).map(|one| one.id.clone()),
        held,
        year: year_view(&plan, &template, &here, &host.outside.today()),
    })
}

fn year_view(plan: &Plan, template: &Template, here: &[Rehearsal], today: &str) -> YearView {
    let Some(year) = Year::of(plan, today) else {
        return YearView { year: 0, held: Vec::new(), wards: Vec::new(), next: None, due: Vec::new() };
    };
    let held = year.held.iter().map(|(one, level)| YearLine {
        title: one.name.clone().unwrap_or_default(),
        days: one.held_on.clone().into_iter().collect(),
        level: Some((*level).into()),
    });
    let wards = year.wards.iter();
    let due = |due: &Due| DueView { text: due.says(plan, template), kind: due.kind().noun().to_owned() };
    // Where no scenario is for so late a year, the highest there is.
    let level = |one: &&Rehearsal| one.scenario.level;
    let next = here.iter().filter(|one| one.own.is_none() && level(one) <= year.level).max_by_key(level);
    let next = next.filter(|_| year.due.contains(&Due::Exercise)).map(|one| YearLine {
        title: one.scenario.title.clone(),
        days: Vec::new(),
        level: Some(one.scenario.level.into()),
    });
    YearView {
        year: year.year,
        held: held.collect(),
        wards: wards.map(|(ward, days)| YearLine { title: ward.title(), days: days.clone(), level: None }).collect(),
        next,
        due: year.due.iter().map(due).collect(),
    }
}

fn held(plan: &Plan, nth: usize, id: binder::plan::Id) -> Option<HeldExercise> {
    let report = Report::of(plan, id)?;
    let of = report.run.exercise;
    Some(HeldExercise {
        id: id.to_string(),
        number: count(nth + 1),
        title: of.name.clone().unwrap_or_default(),
        held_on: of.held_on.clone().unwrap_or_default(),
        place: of.place.clone().unwrap_or_default(),
        phase: report.run.phase.into(),
        was_held: report.run.was_held(),
        decisions: count(report.decisions.iter().filter(|one| one.line.act == Act::Decision).count()),
        lessons: report
            .open_lessons()
            .map(|line| OpenLesson { entry: line.entry.row.id.to_string(), text: line.text.clone() })
            .collect(),
    })
}

fn scenario_view(one: &Rehearsal) -> ScenarioView {
    let lack = |lack: &binder::LackSaid| LackView {
        text: lack.text.clone(),
        kind: lack.noun.clone(),
        record: lack.record.clone(),
        field: lack.field.clone(),
        needed: lack.needed,
    };
    ScenarioView {
        id: one.scenario.id.clone(),
        title: one.scenario.title.clone(),
        edition: one.scenario.edition.clone(),
        level: one.scenario.level.into(),
        minutes: one.scenario.minutes.into(),
        purpose: one.script.purpose.text.clone(),
        own: one.own.map(|id| id.to_string()),
        copies: one.own.is_none() && !one.scenario.modules.is_empty(),
        fits: one.fits(),
        sound: one.sound,
        lacks: one.lacks.iter().map(lack).collect(),
    }
}

/// A scenario as it would be played.
pub(crate) fn rehearsal(host: &Host, request: RehearsalRequest) -> Result<RehearsalView, Fault> {
    let binder = host.binder()?;
    let one = binder.rehearsal(&request.scenario, &request.hits)?;
    let Snapshot { plan, seq, .. } = binder.snapshot();
    let title = |id| plan.find(Kind::System, id).map(Record::title);
    let part = |part: &binder::plan::exercise::Part| PartHit {
        what: part.what.clone(),
        system: part.system.and_then(title).unwrap_or_default(),
        chosen: part.chosen,
    };
    Ok(RehearsalView {
        seq,
        scenario: scenario_view(&one),
        hits: one.cast.parts.iter().map(part).collect(),
        candidates: one.cast.candidates(&plan).into_iter().map(Record::title).collect(),
        script: script_view(&one.script, None),
    })
}

/// Makes rows of a scenario, to be changed.
pub(crate) fn copy_scenario(host: &Host, request: ScenarioRequest) -> Result<Changed, Fault> {
    let binder = host.binder()?;
    let done = binder.copy_scenario(&request.scenario, &step(host, None))?;
    changed(&binder, done)
}

/// Writes a scenario as a file.
pub(crate) fn give_scenario(host: &Host, request: ScenarioFile) -> Result<Nothing, Fault> {
    host.binder()?.give_scenario(&request.scenario, Path::new(&request.path))?;
    Ok(Nothing {})
}

/// Takes a scenario over from a file.
pub(crate) fn take_scenario(host: &Host, request: TakeScenario) -> Result<TakenScenario, Fault> {
    let binder = host.binder()?;
    let path = Path::new(&request.path);
    let one = binder.look_at_scenario(path)?.into_iter().next().ok_or_else(|| Error::NotFound(request.path.clone()))?;
    let (other, same) = (one.taking == Taking::Other, one.taking == Taking::Same);
    let taken = !same && (!other || request.replace);
    if taken {
        binder.take_scenario(path, &step(host, None).person)?;
    }
    Ok(TakenScenario { title: one.title, edition: one.edition, other, taken, same })
}

/// A scenario of the plan's own, while it is changed: what the room would see, and what is wrong.
pub(crate) fn own_scenario(host: &Host, request: ScenarioRequest) -> Result<OwnScenarioView, Fault> {
    let (one, whole) = host.binder()?.own_rehearsal(id(&request.scenario)?)?;
    let ScenarioView { lacks, .. } = scenario_view(&one);
    let parting = one.script.parting;
    let (minutes, play_minutes) = (parting.minutes.into(), parting.play().into());
    Ok(OwnScenarioView { cards: script_view(&whole, None).cards, lacks, minutes, play_minutes })
}

fn texts(list: &[Filled]) -> Vec<String> {
    list.iter().map(|one| one.text.clone()).collect()
}

pub(super) fn script_view(script: &Script, run: Option<&Run<'_>>) -> ScriptView {
    let module = |one: &binder::plan::exercise::ScriptModule| ModuleView {
        id: one.id.clone(),
        title: one.title.clone(),
        minute: one.minute.into(),
        clock: one.clock.clone(),
        jump: one.jump.text.clone(),
    };
    let planned = script.cards.iter().map(|card| card_view(card, false, run));
    ScriptView {
        title: script.title.clone(),
        purpose: script.purpose.text.clone(),
        opening: script.opening.text.clone(),
        hits: texts(&script.hits),
        stops: script.stops.clone(),
        unusable: texts(&script.unusable),
        modules: script.modules.iter().map(module).collect(),
        cards: planned.chain(script.reserves.iter().map(|card| card_view(card, true, run))).collect(),
        prompts: texts(&script.prompts),
        questions: texts(&script.questions),
        closing: texts(&script.closing),
        minutes: script.parting.minutes.into(),
        opening_minutes: script.parting.opening.into(),
        play_minutes: script.parting.play().into(),
        review_minutes: script.parting.review.into(),
        wind_down: script.parting.wind_down.into(),
    }
}

fn card_view(card: &Card, reserve: bool, run: Option<&Run<'_>>) -> CardView {
    let some = |text: &Option<Filled>| text.as_ref().map(|text| text.text.clone()).unwrap_or_default();
    let sign = |one: &binder::plan::exercise::ScriptSign| SignView {
        sign: one.sign.text.clone(),
        after: one.after.into(),
        say: one.say.text.clone(),
    };
    let branch = |one: &binder::plan::exercise::ScriptBranch| BranchView {
        id: one.id.clone(),
        when: one.when.text.clone(),
        text: one.text.text.clone(),
        told: run.is_some_and(|run| run.told.iter().any(|told| told.of == card.id && told.branch == one.id)),
    };
    CardView {
        id: card.id.clone(),
        reserve,
        minute: run.map_or(card.minute, |run| run.planned(card)).into(),
        delayed: run.and_then(|run| run.delayed.get(&card.id).copied()).unwrap_or_default().into(),
        told: run.is_some_and(|run| run.was_told(&card.id)),
        skipped: run.is_some_and(|run| run.skipped.contains(&card.id)),
        lacks: [&card.sender, &card.addressee, &card.text].iter().any(|text| !text.lacks.is_empty()),
        sender: card.sender.text.clone(),
        addressee: card.addressee.text.clone(),
        text: card.text.text.clone(),
        listen: card.listen.text.clone(),
        source: card.source.clone(),
        may_fall: card.may_fall,
        leaves: some(&card.leaves),
        answer: card.answer.clone().unwrap_or_default(),
        decider: card.decider.clone().unwrap_or_default(),
        wait: card.wait.map(Into::into),
        asks_page: card.page.is_some(),
        pages: card.pages.clone(),
        items: card.items.clone(),
        phone: some(&card.phone),
        signs: card.signs.iter().map(sign).collect(),
        branches: card.branches.iter().map(branch).collect(),
    }
}
