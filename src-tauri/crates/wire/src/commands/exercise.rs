//! Exercises at the table.

use super::records::step;
use super::{changed, count, id, refs};
use crate::types::*;
use crate::{Fault, Host, News};
use binder::plan::exercise::{Act, Card, Filled, Line, Phase, Report, Run, Said, Script};
use binder::plan::{Edit, Kind, Plan, Record, day};
use binder::template::Template;
use binder::{Acted, Error, Rehearsal, Snapshot};

/// The exercises of the plan.
pub(crate) fn exercises(host: &Host, _: Empty) -> Result<ExercisesView, Fault> {
    let binder = host.binder()?;
    let Snapshot { plan, seq, .. } = binder.snapshot();
    let here = binder.rehearsals()?.into_iter().filter(|one| one.for_here);
    let held = plan.rows.exercises.live().enumerate().filter_map(|(nth, one)| held(&plan, nth, one.row.id));
    let mut held: Vec<HeldExercise> = held.collect();
    held.reverse();
    Ok(ExercisesView {
        seq,
        scenarios: here.map(|one| scenario_view(&one)).collect(),
        going: held.iter().find(|one| one.phase != StageView::Ended).map(|one| one.id.clone()),
        held,
    })
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
        decisions: count(report.decisions.iter().filter(|one| one.line.act == Act::Decision).count()),
        lessons: count(report.open_lessons().count()),
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
        fits: one.fits(),
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

/// Begins an exercise.
pub(crate) fn begin_exercise(host: &Host, request: BeginExercise) -> Result<ActedView, Fault> {
    let binder = host.binder()?;
    Ok(acted(binder.begin_exercise(&request.scenario, &request.hits, &request.place, &step(host, None).person)?))
}

/// Does something in it.
pub(crate) fn exercise_act(host: &Host, request: ExerciseAct) -> Result<ActedView, Fault> {
    let said = Said {
        of: request.of,
        text: request.text,
        role: request.role,
        basis: request.basis,
        told: request.told,
        corrects: request.corrects.as_deref().map(id).transpose()?,
    };
    Ok(acted(host.binder()?.exercise_act(request.act.into(), &said, &step(host, None).person)?))
}

fn acted(acted: Acted) -> ActedView {
    ActedView { seq: acted.done.seq, changed: refs(&acted.done), entry: acted.entry.to_string() }
}

/// The exercise that is going on, for whoever leads. Whoever asks lets its clock run on.
pub(crate) fn exercise(host: &Host, _: Empty) -> Result<ExerciseView, Fault> {
    let binder = host.binder()?;
    let now = binder.exercise_now()?;
    let Snapshot { plan, template, seq } = binder.snapshot();
    let changed = now.as_ref().and_then(|(_, done)| done.as_ref()).map(refs).unwrap_or_default();
    let going = now.and_then(|(now, _)| Some((now.played, Report::of(&plan, now.exercise)?)));
    let Some((played, report)) = going else { return Ok(none(seq)) };
    let run = &report.run;
    let first = report.lines.first().and_then(|line| day::millis_of(line.entry.at.as_deref()?));
    let gone = first.zip(day::millis_of(&host.outside.now())).map_or(0, |(first, now)| (now - first).max(0) / 60_000);
    let parting = run.script.parting;
    let left = u64::from(parting.play()).saturating_sub(played / 60_000);
    let gone = u64::try_from(gone).unwrap_or_default();
    let review_at = match run.phase {
        Phase::Ready | Phase::Opening => gone.max(parting.opening.into()) + left,
        _ => gone + left,
    };
    let late = review_at > u64::from(parting.minutes.saturating_sub(parting.review));
    let may_fall = run.ahead().filter(|card| card.may_fall && late && run.phase == Phase::Playing);
    Ok(ExerciseView {
        seq,
        changed,
        id: Some(run.exercise.row.id.to_string()),
        phase: run.phase.into(),
        held: run.held.map(Into::into),
        played: seconds(played),
        clock: run.clock(played),
        module: run.script.modules.get(run.module.0).map(|one| one.id.clone()).unwrap_or_default(),
        gone: u32::try_from(gone).unwrap_or(u32::MAX),
        review_at: u32::try_from(review_at).unwrap_or(u32::MAX),
        may_fall: may_fall.map(|card| card.id.clone()).collect(),
        seeking: run.seeking.as_ref().map(|(_, since)| seconds(played.saturating_sub(*since))),
        blank: run.blank,
        script: script_view(&run.script, Some(run)),
        lines: report.lines.iter().rev().map(|line| line_view(&template, &report, line)).collect(),
        roles: plan.rows.roles.live().map(Record::title).filter(|title| !title.is_empty()).collect(),
    })
}

fn none(seq: i64) -> ExerciseView {
    ExerciseView {
        seq,
        changed: Vec::new(),
        id: None,
        phase: StageView::Ended,
        held: None,
        played: 0,
        clock: String::new(),
        module: String::new(),
        gone: 0,
        review_at: 0,
        may_fall: Vec::new(),
        seeking: None,
        blank: false,
        script: script_view(&Script::default(), None),
        lines: Vec::new(),
        roles: Vec::new(),
    }
}

fn seconds(played: u64) -> u32 {
    u32::try_from(played / 1000).unwrap_or(u32::MAX)
}

fn texts(list: &[Filled]) -> Vec<String> {
    list.iter().map(|one| one.text.clone()).collect()
}

fn script_view(script: &Script, run: Option<&Run<'_>>) -> ScriptView {
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

fn line_view(template: &Template, report: &Report<'_>, line: &Line<'_>) -> LineView {
    let run = &report.run;
    let of = line.entry.of.clone().unwrap_or_default();
    let card = run.script.card(of.split('/').next().unwrap_or_default());
    let module = run.script.modules.iter().find(|one| one.id == of);
    let branch = card.and_then(|card| card.branches.iter().find(|one| of.ends_with(&format!("/{}", one.id))));
    let about = branch.map(|one| one.when.text.clone()).or_else(|| card.map(|card| card.sender.text.clone()));
    let about = about.or_else(|| module.map(|one| one.title.clone()));
    LineView {
        id: line.entry.row.id.to_string(),
        act: line.act.into(),
        called: template.choice(Kind::ExerciseEntry.noun(), "act", line.act.name()).to_owned(),
        at: line.second(),
        clock: line.entry.clock.clone().unwrap_or_default(),
        about: about.unwrap_or_default(),
        text: line.text.clone(),
        role: line.role.clone(),
        basis: line.basis.clone(),
        told: line.told.clone(),
        stamp: line.act.is_stamp(),
        corrected: count(line.corrected),
        improved: report.improvements.iter().any(|one| one.entry == Some(line.entry.row.id)),
    }
}

/// An act of the room's own window: the few the shell lets it do.
///
/// # Errors
/// As an act of whoever leads.
pub fn room_act(host: &Host, act: &str) -> Result<News, Fault> {
    let act = Act::named(act).ok_or_else(|| Error::NotFound(act.to_owned()))?;
    let acted = acted(host.binder()?.exercise_act(act, &Said::default(), "")?);
    Ok(News::Changed { seq: acted.seq, changed: acted.changed })
}

/// What the room sees: nothing but what has arrived is in it.
pub(crate) fn room(host: &Host, _: Empty) -> Result<RoomView, Fault> {
    let room = host.binder()?.room();
    Ok(RoomView {
        face: room.face.into(),
        facility: room.facility,
        clock: room.clock,
        minutes: u32::try_from(room.minutes).unwrap_or(u32::MAX),
        opening: room.opening,
        jump: room.jump,
        unusable: room.unusable,
        arrived: room
            .arrived
            .into_iter()
            .map(|one| ArrivedView { clock: one.clock, sender: one.sender, addressee: one.addressee, text: one.text })
            .collect(),
        seeking: room.seeking.map(|seconds| u32::try_from(seconds).unwrap_or(u32::MAX)),
        resumed: room.resumed,
    })
}

/// Makes an improvement of a lesson, once.
pub(crate) fn improve_lesson(host: &Host, request: LessonRequest) -> Result<Changed, Fault> {
    let binder = host.binder()?;
    let entry = id(&request.entry)?;
    let plan = binder.plan();
    if plan.rows.improvements.live().any(|one| one.entry == Some(entry)) {
        return changed(&binder, binder::Done { seq: binder.snapshot().seq, ..binder::Done::default() });
    }
    let of = plan.rows.exercise_log.find(entry).and_then(|line| line.exercise);
    let report = of.and_then(|of| Report::of(&plan, of)).ok_or_else(|| Error::NotFound(request.entry.clone()))?;
    let line = report.lines.iter().find(|line| line.entry.row.id == entry).filter(|line| line.act == Act::Lesson);
    let line = line.ok_or_else(|| Error::NotFound(request.entry.clone()))?;
    let values = [
        ("name", line.text.clone()),
        ("origin", "exercise".to_owned()),
        ("exercise", report.run.exercise.row.id.to_string()),
        ("entry", entry.to_string()),
        ("state", "open".to_owned()),
    ];
    let values = values.into_iter().filter(|(_, value)| !value.is_empty());
    let values = values.map(|(field, value)| (field.to_owned(), value)).collect();
    let add = Edit::Add { kind: Kind::Improvement, fresh: host.outside.new_id(), source: None, values };
    let done = binder.edit(&add, &step(host, None))?;
    changed(&binder, done)
}
