//! 部署用 of a department: one thin book for one shelf, with only what is read there (docs/adr/0033)
//! [PRACTICE-BOOKS].
//!
//! Contents stand on the back of the cover. Behind the first pages and the symptoms lies what else is looked for at
//! night, then the department's own procedures, the numbers with what is left when telephones are dead, and the forms
//! its procedures, its card and its box use. Deliberately not here: what headquarters decides, and other departments'
//! procedures; a reference to them says 本部用.

use super::words::Words;
use super::{
    Composing, books, copy_word, cover, first_pages, form_list, forms, here, numbers, outline, procedures, symptoms,
};
use crate::Copy;
use crate::outline::{Block, Outline, Part, Piece, Shelf};
use plan::{Department, Form, Id, Kind, Plan, Procedure, Record, starter, stock};
use std::collections::BTreeSet;
use template::Inline;

/// Composes it.
pub(super) fn compose(of: &Composing<'_>, department: &Department) -> Outline {
    let usual = starter::with_usual_forms(of.plan, of.template);
    let plan = usual.as_ref().unwrap_or(of.plan);
    let words = Words { plan, ..of.here() };
    let cover = cover::part(&words, "ward", copy_word(&words, of.copy), of.date);
    let cover = books::with_contents(&words, cover);

    let own = procedures::of_department(plan, department.row.id);
    let kit = forms_of(&words, department);
    let mut sheets = vec![words.heading(2, words.word("form-list"), Some("block/form-list".to_owned()), true)];
    sheets.push(form_list::quick(&words, &kit));
    sheets.extend(forms::pages(&words, &kit, false));
    let mut parts = vec![cover, books::part(&words, 'A', first_pages::pages(&words, "A"))];
    if !own.is_empty() {
        let title = words.word("ward-procedures").to_owned();
        parts.push(Part { title, ..books::part(&words, 'F', procedures::leaves(&words, &own)) });
    }
    let numbers = numbers::leaf(&words, &roles_of(&words, &own, &cards_of(plan, department)));
    parts.push(books::part(&words, 'B', numbers));
    parts.push(books::part(&words, 'J', sheets));
    let mut out = outline(&words, &of.template.cover.title, parts, copy_word(&words, of.copy), of.date);
    out.shelf = Some(Shelf::Of(department.row.id));

    // What the index may lead to is known only now; the page behind it is part of the same leaf.
    let mut there = out.anchors();
    there.extend(["block/downtime", "block/signals"].map(str::to_owned));
    let first = &mut out.parts[1].blocks;
    first.push(Piece::plain(Block::FrontSide));
    first.push(words.heading(2, words.word("symptoms"), Some("block/symptoms".to_owned()), true));
    first.push(symptoms::of_book(&words, &there, Some(department.row.id)));
    first.push(Piece::plain(Block::BackSide));
    first.extend(here::page(&words, department, &own));
    // Who is asked about them has the list, too.
    if department.row.source.as_deref() == Some(PHARMACY) {
        first.push(Piece::plain(Block::PageBreak));
        first.extend(super::blocks::titled(&words, "late-drugs"));
    }
    out
}

/// The department that answers for medicines.
const PHARMACY: &str = "departments/pharmacy";

/// The procedures whose sheets a place with patients needs in its first night, of the catalogue.
const FIRST_NIGHT: [&str; 2] = ["procedures/ward-orders", "procedures/ward-medication"];
/// What a house with an emergency department needs besides: who comes at night is received on paper too.
const AT_THE_DOOR: (&str, &str) = ("departments/er", "procedures/emergency");

/// The forms a department's procedures, cards and box use, in the order of the kit. Where nothing names a form yet,
/// patients must not be without any: those of the first night, and where there are none of these, all.
pub(super) fn forms_of<'a>(words: &Words<'a>, department: &Department) -> Vec<&'a Form> {
    let plan = words.plan;
    let mut used: BTreeSet<Id> = stock::forms_in(plan, department.row.id).into_iter().map(|form| form.row.id).collect();
    let cards = cards_of(plan, department);
    let of_cards = plan.rows.card_forms.live().filter(|link| link.card.is_some_and(|card| cards.contains(&card)));
    used.extend(of_cards.filter_map(|link| link.form));
    if used.is_empty() && department.patients {
        return of_the_first_night(words, false);
    }
    stock::kit(plan).into_iter().filter(|form| used.contains(&form.row.id)).collect()
}

/// The forms of the first night of a ward, or of the whole house, in the order of the kit; where there are none of these,
/// all.
pub(super) fn of_the_first_night<'a>(words: &Words<'a>, house: bool) -> Vec<&'a Form> {
    let kit = stock::kit(words.plan);
    let (department, procedure) = AT_THE_DOOR;
    let door = words.template.entry(procedure).filter(|_| house && words.plan.from_entry(department).is_some());
    let at_the_door = |id: &String| door.is_some_and(|procedure| procedure.depends.contains(id));
    let needed = |form: &&Form| {
        let source = form.row.source.as_deref().and_then(|source| words.template.entry(source));
        source.is_some_and(|form| first_night(words, form) || at_the_door(&form.id))
    };
    let first: Vec<&Form> = kit.iter().copied().filter(needed).collect();
    if first.is_empty() { kit } else { first }
}

/// Whether a form belongs to the first night of a ward; where nobody stays overnight, whether such a place usually has it.
fn first_night(words: &Words<'_>, form: &template::Entry) -> bool {
    if !words.plan.has_beds() {
        return form.usual.iter().any(|one| one == words.plan.institution());
    }
    let of_ward = FIRST_NIGHT.iter().filter_map(|entry| words.template.entry(entry));
    of_ward.flat_map(|procedure| &procedure.depends).any(|depends| *depends == form.id)
}

/// The cards that lie there.
fn cards_of(plan: &Plan, department: &Department) -> BTreeSet<Id> {
    let copy = Copy::Ward(Some(department.row.id.to_string()));
    super::card_copies(plan, &copy).into_iter().map(|sheet| sheet.card.row.id).collect()
}

/// The posts the pages of a department name: its first pages, procedures and cards.
fn roles_of(words: &Words<'_>, procedures: &[&Procedure], cards: &BTreeSet<Id>) -> BTreeSet<Id> {
    let mut out = BTreeSet::new();
    let steps = first_pages::fitting(words, "A").flat_map(|page| &page.steps);
    for piece in steps.flat_map(|step| &step.text) {
        if let Inline::Field { kind, source: Some(source), field } = piece
            && kind == Kind::Role.noun()
            && matches!(field.as_str(), "numbers" | "phone" | "night_phone" | "chain")
        {
            out.extend(words.plan.from_entry(source).map(Record::id));
        }
    }
    let own: BTreeSet<Id> = procedures.iter().map(|one| one.row.id).collect();
    let steps = words.plan.rows.procedure_steps.live();
    out.extend(steps.filter(|step| step.procedure.is_some_and(|of| own.contains(&of))).filter_map(|step| step.role));
    out.extend(procedures.iter().flat_map(|one| [one.declared_by, one.ended_by]).flatten());
    let calls = words.plan.rows.card_calls.live();
    out.extend(calls.filter(|call| call.card.is_some_and(|card| cards.contains(&card))).filter_map(|call| call.of));
    out
}
