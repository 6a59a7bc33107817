//! A plan with something in every field.

use crate::rows::alone;
use crate::scene::Scene;
use binder::Binder;
use binder::plan::{AnswerKey, Edit, FieldKind, Id, Kind};
use std::collections::BTreeMap;

/// Fills every field of one record of every kind with a value found nowhere else.
///
/// # Panics
/// When a value is not saved.
pub fn filled(scene: &Scene) -> Binder {
    let binder = scene.open();
    let made = [Kind::Organisation, Kind::Person, Kind::Department, Kind::Role, Kind::System];
    let mut ids: BTreeMap<Kind, Id> = made.into_iter().map(|kind| (kind, binder.outside().new_id())).collect();
    let facility = binder.plan().facility().expect("the facility").row.id;
    ids.insert(Kind::Facility, facility);
    let mut count = 0;
    for kind in Kind::ALL {
        // What the program itself writes nobody fills in.
        if kind.facts().program || matches!(kind, Kind::Block | Kind::Answer | Kind::Remark | Kind::ColumnName) {
            continue;
        }
        let id = *ids.entry(*kind).or_insert_with(|| binder.outside().new_id());
        let noun = kind.noun();
        let mut values = Vec::new();
        for field in kind.fields() {
            count += 1;
            let value = match field.kind {
                FieldKind::Text | FieldKind::Long => format!("印{noun}_{}", field.id),
                FieldKind::Date => format!("20{}-0{}-1{}", 31 + count % 60, 1 + count % 9, count % 10),
                FieldKind::Number => (70_000 + count).to_string(),
                FieldKind::Phone => format!("0{:03}-77-{:04}", count, 5000 + count),
                FieldKind::Kana => "シルシ".to_owned(),
                FieldKind::Code => format!("CODE{count}"),
                FieldKind::Choice(_) if *kind == Kind::Facility => continue,
                FieldKind::Choice(_) if field.id == "of_kind" => Kind::Organisation.noun().to_owned(),
                FieldKind::Choice(choices) => choices[count % choices.len()].to_owned(),
                FieldKind::Flag => "1".to_owned(),
                FieldKind::Link(to) if Kind::from_noun(to).is_some_and(|to| to.facts().program) => continue,
                FieldKind::Link(to) => ids[&Kind::from_noun(to).unwrap_or(Kind::Organisation)].to_string(),
                FieldKind::Span => binder::plan::span::words(u32::try_from(2_000 + count).unwrap_or(1)),
                FieldKind::Cells | FieldKind::Image | FieldKind::File => continue,
            };
            values.push((field.id.to_owned(), value));
        }
        if *kind == Kind::Facility {
            for (field, value) in values {
                crate::rows::put(&binder, *kind, id, &field, &value, &alone()).expect("saved");
            }
        } else {
            let edit = Edit::Add { kind: *kind, fresh: id, source: None, values };
            binder.edit(&edit, &alone()).expect("saved");
        }
    }
    for (item, field, value) in [("1-1", "a", "yes"), ("5-6", "note", "印answers_value")] {
        let edit =
            Edit::Answer { key: AnswerKey::check_table(item, field), value: Some(value.to_owned()), leaving: false };
        binder.edit(&edit, &alone()).expect("saved");
    }
    binder
}
