//! Records: list, tick, add, change, move, remove, restore, adopt, undo, redo.

use super::{changed, id, kind, reads};
use crate::types::*;
use crate::{Fault, Host};
use binder::Snapshot;
use binder::plan::{self, Edit, Kind, Plan, Record, Shown, is_private, show_value, title_of};
use binder::template::Template;
use binder::{Direction, Step};
use std::collections::BTreeMap;

/// So many users of a record are named.
const NAMED: usize = 3;

/// Records of a kind.
pub(crate) fn rows(host: &Host, request: KindRequest) -> Result<Rows, Fault> {
    let binder = host.binder()?;
    let kind = kind(&request.kind)?;
    let listed = binder.list(kind);
    let Snapshot { plan, template, seq } = &listed.now;
    let records = listed.ids.iter().filter_map(|id| plan.find(kind, *id));
    let rows = records.map(|record| view(plan, template, record)).collect();
    Ok(Rows { seq: *seq, reads: reads(&[kind]), rows })
}

pub(super) fn view(plan: &Plan, template: &Template, record: &dyn Record) -> RowView {
    let mut fields = BTreeMap::new();
    let mut shown = BTreeMap::new();
    for field in record.fields() {
        let Some(value) = record.field(field.id) else { continue };
        fields.insert(field.id, value.clone());
        let words = match show_value(plan, template, record, field, value) {
            Shown::Value(text) => text,
            Shown::Removed(title) => format!("{title}{}", template.word("removed-record")),
            Shown::Blank | Shown::Private => continue,
        };
        shown.insert(field.id, words);
    }
    let private = |field: &&'static str| record.kind().field(field).is_some_and(|field| is_private(record, field));
    RowView {
        id: record.id().to_string(),
        title: title_of(plan, template, record),
        public_title: plan::public_title(plan, template, record),
        private: fields.keys().copied().filter(private).collect(),
        fields,
        shown,
        draft: record.row().is_draft(),
        alone: plan::adopted_alone(template, record),
        source: record.row().source.clone(),
    }
}

/// Who uses a record.
pub(crate) fn users(host: &Host, request: RecordRequest) -> Result<Users, Fault> {
    let Snapshot { plan, template, .. } = host.binder()?.snapshot();
    let mut kinds: Vec<UsersOfKind> = Vec::new();
    for (kind, id) in plan::users(&plan, kind(&request.kind)?, id(&request.id)?) {
        let Some(record) = plan.find(kind, id) else { continue };
        let name = template.labels.get(kind.noun()).map_or(kind.noun(), |labels| labels.name.as_str());
        let title = title_of(&plan, &template, record);
        let public = Some(plan::public_title(&plan, &template, record)).filter(|title| !title.is_empty());
        // A row stands for what it is part of, so the same kind may come again later.
        match kinds.iter_mut().find(|of| of.name == name) {
            Some(of) => {
                of.count += 1;
                of.titles.extend((of.titles.len() < NAMED).then_some(title));
                of.public_titles.extend(public.filter(|_| of.public_titles.len() < NAMED));
            }
            None => kinds.push(UsersOfKind {
                name: name.to_owned(),
                count: 1,
                titles: vec![title],
                public_titles: public.into_iter().collect(),
            }),
        }
    }
    Ok(Users { kinds })
}

/// What may be ticked.
pub(crate) fn catalogue(host: &Host, request: KindRequest) -> Result<Offers, Fault> {
    let binder = host.binder()?;
    let kind = kind(&request.kind)?;
    let Snapshot { plan, template, .. } = binder.snapshot();
    let about = kind.facts().about;
    let offer = |entry: &binder::template::Entry| Offer {
        entry: entry.id.clone(),
        name: entry.values.get("name").cloned().unwrap_or_default(),
        about: about.and_then(|field| entry.values.get(field)).cloned().unwrap_or_default(),
        record: plan.from_entry(&entry.id).map(|record| record.id().to_string()),
    };
    let offers = plan.offered(&template, kind).into_iter().map(offer).collect();
    Ok(Offers { reads: reads(&[kind, Kind::Facility]), offers })
}

/// Ticks or unticks. Unticking removes the record; ticking again brings it back as it was.
pub(crate) fn tick(host: &Host, request: TickRequest) -> Result<Changed, Fault> {
    let binder = host.binder()?;
    let step = step(host, None);
    let done =
        if request.ticked { binder.tick(&request.entry, &step)? } else { binder.untick(&request.entry, &step)? };
    changed(&binder, done)
}

/// Adds a record.
pub(crate) fn add_record(host: &Host, request: AddRequest) -> Result<Changed, Fault> {
    let edit = Edit::Add {
        kind: kind(&request.kind)?,
        fresh: host.outside.new_id(),
        source: None,
        values: request.values.into_iter().collect(),
    };
    edit_with(host, &edit, None)
}

/// Puts a field; the reply says what is stored now.
pub(crate) fn set_field(host: &Host, request: SetFieldRequest) -> Result<Changed, Fault> {
    let (kind, id) = (kind(&request.kind)?, id(&request.id)?);
    let value = Some(request.value).filter(|value| !value.is_empty());
    let edit = Edit::SetField { kind, id, field: request.field.clone(), value, leaving: request.leaving };
    with_value(edit_with(host, &edit, Some(request.step))?)
}

/// The reply about one value says so when it is unanswered now.
pub(super) fn with_value(reply: Changed) -> Result<Changed, Fault> {
    Ok(Changed { value: Some(reply.value.unwrap_or_default()), ..reply })
}

/// Moves a record.
pub(crate) fn move_record(host: &Host, request: MoveRequest) -> Result<Changed, Fault> {
    let after = request.after.as_deref().map(id).transpose()?;
    edit_with(host, &Edit::Move { kind: kind(&request.kind)?, id: id(&request.id)?, after }, None)
}

/// Removes a record; it stays in the file and can be brought back.
pub(crate) fn remove_record(host: &Host, request: RecordRequest) -> Result<Changed, Fault> {
    edit_with(host, &Edit::Remove { kind: kind(&request.kind)?, id: id(&request.id)? }, None)
}

/// Brings a removed record back.
pub(crate) fn restore_record(host: &Host, request: RecordRequest) -> Result<Changed, Fault> {
    edit_with(host, &Edit::Restore { kind: kind(&request.kind)?, id: id(&request.id)? }, None)
}

/// Adopts every draft of these kinds, or one row, in a person's name.
pub(crate) fn adopt(host: &Host, request: AdoptRequest) -> Result<Changed, Fault> {
    let kinds = request.kinds.iter().map(|noun| kind(noun)).collect::<Result<_, _>>()?;
    let only = request.ids.iter().map(|one| id(one)).collect::<Result<_, _>>()?;
    edit_with(host, &Edit::Adopt { kinds, only, by: request.by, on: host.outside.today() }, None)
}

/// Takes the last step back.
pub(crate) fn undo(host: &Host, _: Empty) -> Result<Changed, Fault> {
    step_back(host, Direction::Undo)
}

/// Does it again.
pub(crate) fn redo(host: &Host, _: Empty) -> Result<Changed, Fault> {
    step_back(host, Direction::Redo)
}

fn step_back(host: &Host, direction: Direction) -> Result<Changed, Fault> {
    let binder = host.binder()?;
    let done = binder.step_back(direction, &host.settings().person)?;
    changed(&binder, done)
}

pub(super) fn edit_with(host: &Host, edit: &Edit, step_id: Option<String>) -> Result<Changed, Fault> {
    let binder = host.binder()?;
    let done = binder.edit(edit, &step(host, step_id))?;
    changed(&binder, done)
}

pub(super) fn step(host: &Host, id: Option<String>) -> Step {
    Step { id: id.filter(|id| !id.is_empty()), person: host.settings().person }
}
