//! Exercises at the table.

use super::records::step;
use super::scenarios::script_view;
use super::{changed, count, id, refs};
use crate::types::*;
use crate::{Fault, Host, News};
use binder::plan::exercise::{Act, Line, Phase, Report, Said, Script};
use binder::plan::{Edit, Kind, Record, day};
use binder::template::Template;
use binder::{Acted, Error, ExerciseLine, ExerciseLog, LOG_FORMAT, Snapshot};

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

/// Takes in what was typed from the sheets of an exercise held on paper.
pub(crate) fn take_sheets(host: &Host, request: SheetsRequest) -> Result<ActedView, Fault> {
    Ok(acted(host.binder()?.take_sheets(sheets(request), &step(host, None).person)?))
}

/// Says whether such sheets would be taken.
pub(crate) fn look_at_sheets(host: &Host, request: SheetsRequest) -> Result<Nothing, Fault> {
    host.binder()?.look_at_sheets(sheets(request))?;
    Ok(Nothing {})
}

fn sheets(request: SheetsRequest) -> ExerciseLog {
    let some = |text: String| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let line = |one: SheetLine| ExerciseLine {
        at: one.at,
        act: Act::from(one.act).name().to_owned(),
        of: one.of,
        text: some(one.text),
        role: some(one.role),
        basis: some(one.basis),
        told: some(one.told),
        ..ExerciseLine::default()
    };
    ExerciseLog {
        format: LOG_FORMAT,
        scenario: request.scenario,
        place: request.place.trim().to_owned(),
        hits: request.hits,
        held_on: request.held_on,
        lines: request.lines.into_iter().map(line).collect(),
        ..ExerciseLog::default()
    }
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
