//! What is odd about paper operation: forms, stock [PRACTICE-WEEKS], boxes [PAPER-BOX], cards [PRACTICE-NIGHT-STAFF].

use super::{Found, Leads, Look, Run};
use crate::stock::{self, bridge_days, lines};
use crate::{Department, Form, Id, Kind, Plan, Record, checks, day, number_fields, rules};
use std::collections::{BTreeMap, BTreeSet};
use template::{FirstPage, Inline};

checks! { CHECKS: Run;
    /// Fewer sheets than the days to bridge need.
    "stock-short" {
        severity: Mend, about: Record,
        reads: [FormStock, Form, Department, Procedure(department), ProcedureForm, Facility(bridge_days)],
        leads: Leads::Record,
        run: Run::Whole(short),
    }
    /// Sheets of an older edition.
    "stock-outdated" {
        severity: Mend, about: Record,
        reads: [FormStock, Form, Department, Procedure(department), ProcedureForm],
        leads: Leads::Record,
        run: Run::Whole(outdated),
    }
    /// A form is counted from something nobody said of a department: its need stays unknown.
    "need-unknown" {
        severity: Note, about: Record,
        reads: [Department(name census outpatients emergencies), Form, FormStock(form department),
                Procedure(department), ProcedureForm],
        leads: Leads::Record,
        run: Run::Whole(uncounted),
    }
    /// No form was chosen.
    "no-forms" {
        severity: Mend, about: Institution, reads: [Form], leads: Leads::List(Kind::Form),
        run: Run::Whole(no_forms),
    }
    /// A form nobody can print or fetch.
    "form-nowhere" {
        severity: Mend, about: Record, reads: [Form], leads: Leads::Record,
        run: Run::Whole(nowhere),
    }
    /// No way to print more when the shelf is empty.
    "no-reprint" {
        severity: Mend, about: Record, reads: [Facility(reprint), Form], leads: Leads::Record,
        run: Run::Whole(no_reprint),
    }
    /// Where patients are, a box must be.
    "no-box" {
        severity: Mend, about: Record, reads: [Department(patients box_place)], leads: Leads::Record,
        run: Run::Whole(no_box),
    }
    /// A box is looked through every month.
    "box-unchecked" {
        severity: Note, about: Record, reads: [Department(box_checked_on)], by_day: true, leads: Leads::Record,
        run: Run::Whole(unchecked),
    }
    /// The first page counts on a form that is not in the box of a department where patients stay.
    "box-lacks-form" {
        severity: Stop, about: Record,
        reads: [Department(name census patients), Form, FormStock(form department), Procedure(department),
                ProcedureForm, Card(role department), CardForm, Facility(kind)],
        leads: Leads::Record,
        run: Run::Whole(lacks),
    }
    /// Fewer sheets a day than the lines patients take of it, by what stands on a sheet.
    "stock-under-lines" {
        severity: Mend, about: Record, reads: [Form], leads: Leads::Record,
        run: Run::Whole(under_lines),
    }
    /// A card that says nothing to do.
    "card-empty" {
        severity: Mend, about: Record, reads: [Card(name), CardStep(card)], leads: Leads::Record,
        run: Run::Whole(no_steps),
    }
    /// A card that sends somebody to a telephone without a number.
    "call-no-number" {
        severity: Mend, about: Record,
        reads: [Card(name), CardCall, Role, Department, Organisation, Person(extension)],
        leads: Leads::Record,
        run: Run::Whole(no_number),
    }
}

fn short(look: &Look<'_>, found: &mut Found<'_>) {
    for line in lines(look.plan).iter().filter(|line| line.short()) {
        let (Some(stock), Some(department)) = (line.stock, line.department) else { continue };
        if let Some((count, need)) = line.count().zip(line.need) {
            let days = bridge_days(look.plan).to_string();
            let words = vec![department.title(), line.form.title(), count.to_string(), need.to_string(), days];
            found.field(stock, "count", words);
        }
    }
}

fn outdated(look: &Look<'_>, found: &mut Found<'_>) {
    for line in lines(look.plan).iter().filter(|line| line.outdated()) {
        let (Some(stock), Some(department)) = (line.stock, line.department) else { continue };
        if let (Some(there), Some(now)) = (&stock.edition, &line.form.edition) {
            found.field(stock, "edition", vec![department.title(), line.form.title(), there.clone(), now.clone()]);
        }
    }
}

fn uncounted(look: &Look<'_>, found: &mut Found<'_>) {
    let mut open = BTreeMap::<(Id, &'static str), Vec<&Form>>::new();
    for line in lines(look.plan) {
        if let Some((department, field)) = line.department.zip(line.unsaid()) {
            open.entry((department.row.id, field)).or_default().push(line.form);
        }
    }
    for department in look.plan.rows.departments.live() {
        for ((_, field), forms) in open.iter().filter(|((id, _), _)| *id == department.row.id) {
            let first = forms.first().map_or(String::new(), |form| form.title());
            let label = look.template.label(Kind::Department.noun(), field).to_owned();
            found.field(department, field, vec![department.title(), label, first, forms.len().to_string()]);
        }
    }
}

fn no_forms(look: &Look<'_>, found: &mut Found<'_>) {
    if look.plan.rows.forms.live().next().is_none() {
        found.institution(Vec::new());
    }
}

fn nowhere(look: &Look<'_>, found: &mut Found<'_>) {
    for form in stock::kit(look.plan) {
        let drawn = form.row.source.as_deref().and_then(|source| look.template.form(source)).is_some();
        if !drawn && form.image.is_none() && form.place.is_none() {
            found.field(form, "place", vec![form.title()]);
        }
    }
}

fn no_reprint(look: &Look<'_>, found: &mut Found<'_>) {
    let some = look.plan.rows.forms.live().next().is_some();
    if let Some(facility) = look.plan.facility().filter(|facility| some && facility.reprint.is_none()) {
        found.field(facility, "reprint", Vec::new());
    }
}

fn no_box(look: &Look<'_>, found: &mut Found<'_>) {
    for department in look.plan.rows.departments.live() {
        if department.patients && department.box_place.is_none() {
            found.field(department, "box_place", vec![department.title()]);
        }
    }
}

fn unchecked(look: &Look<'_>, found: &mut Found<'_>) {
    for department in look.plan.rows.departments.live() {
        let Some(on) = department.box_checked_on.as_ref() else { continue };
        let both = look.done(Some(on)).zip(day::stored(look.today));
        if both.is_some_and(|(on, today)| day::months_between(on, today) > 1) {
            found.field(department, "box_checked_on", vec![department.title(), on.clone()]);
        }
    }
}

/// The forms the first pages name in a list are what a ward writes on in the first hours. A department that uses none
/// yet is given the whole kit.
fn lacks(look: &Look<'_>, found: &mut Found<'_>) {
    let pages =
        rules::first_pages_of(look.plan, look.template).filter(|page| page.part == "A" && page.departments.is_empty());
    let named: Vec<&Form> = pages.flat_map(|page| forms_named(look.plan, page)).collect();
    let used = stock::by_department(look.plan);
    let staying =
        |one: &&Department| one.census.as_deref().and_then(|text| text.parse().ok()).is_some_and(|all: u32| all > 0);
    for department in look.plan.rows.departments.live().filter(|one| one.patients).filter(staying) {
        let Some(used) = used.get(&department.row.id) else { continue };
        let mut there: BTreeSet<Id> = used.iter().map(|form| form.row.id).collect();
        let of_cards = look.plan.rows.card_forms.live().filter(|link| {
            let card = look.plan.rows.cards.find(link.card);
            card.is_some_and(|card| card.department == Some(department.row.id))
        });
        there.extend(of_cards.filter_map(|link| link.form));
        let missing: Vec<String> =
            named.iter().filter(|form| !there.contains(&form.row.id)).map(|form| form.title()).collect();
        if !missing.is_empty() {
            found.record(department, vec![department.title(), missing.join("」「")]);
        }
    }
}

/// The forms a first page lists, that the plan has.
fn forms_named<'a>(plan: &'a Plan, page: &FirstPage) -> Vec<&'a Form> {
    let lists = page.steps.iter().flat_map(|step| &step.text).filter_map(|piece| match piece {
        Inline::Names(entries) => Some(entries),
        _ => None,
    });
    let entries = lists.flatten().filter(|entry| entry.starts_with("forms/"));
    let forms = entries.filter_map(|entry| plan.from_entry(entry));
    forms.filter_map(|form| plan.rows.forms.find(form.id())).collect()
}

fn under_lines(look: &Look<'_>, found: &mut Found<'_>) {
    for form in look.plan.rows.forms.live() {
        let drawn = form.row.source.as_deref().and_then(|source| look.template.form(source));
        // An own picture has other lines than the drawn one.
        let Some(drawn) = drawn.filter(|drawn| drawn.lines_a_day > 0 && form.image.is_none()) else { continue };
        let number = |text: &Option<String>| text.as_deref().and_then(|text| text.parse::<u64>().ok());
        let Some((sheets, per)) = number(&form.sheets).zip(number(&form.per)) else { continue };
        let (lines, needed) = (sheets.saturating_mul(drawn.lines()), per.saturating_mul(drawn.lines_a_day.into()));
        if lines < needed {
            let words = [per, drawn.lines_a_day.into(), drawn.lines(), sheets].map(|number| number.to_string());
            found.field(form, "sheets", std::iter::once(form.title()).chain(words).collect());
        }
    }
}

fn no_steps(look: &Look<'_>, found: &mut Found<'_>) {
    let said: BTreeSet<Id> = look.plan.rows.card_steps.live().filter_map(|step| step.card).collect();
    for card in look.plan.rows.cards.live().filter(|card| !said.contains(&card.row.id)) {
        found.record(card, vec![card.title()]);
    }
}

/// About whom it is: mended at the number. The cards that send people there are named.
fn no_number(look: &Look<'_>, found: &mut Found<'_>) {
    let mut silent: BTreeMap<(Kind, Id), Vec<String>> = BTreeMap::new();
    for call in look.plan.rows.card_calls.live() {
        let Some(card) = look.plan.rows.cards.find(call.card) else { continue };
        let at = call.of_kind.as_deref().and_then(Kind::from_noun).zip(call.of);
        let called = at.and_then(|(kind, id)| look.plan.find(kind, id));
        if let Some(called) = called.filter(|called| !reachable(look.plan, *called)) {
            silent.entry((called.kind(), called.id())).or_default().push(card.title());
        }
    }
    for ((kind, id), mut cards) in silent {
        cards.dedup();
        let called = look.plan.find(kind, id).map(|called| look.title(called)).unwrap_or_default();
        found.at((kind, id), vec![cards.join("」「"), called]);
    }
}

/// Whether a record has a number, or a role's people have.
fn reachable(plan: &Plan, record: &dyn Record) -> bool {
    let own = number_fields(record.kind())
        .is_some_and(|(day, night)| record.has(day) || night.is_some_and(|night| record.has(night)));
    let person = |field: &str| plan.rows.people.find(record.link(field)).is_some_and(|one| one.extension.is_some());
    own || (record.kind() == Kind::Role && ["holder", "deputy1", "deputy2"].into_iter().any(person))
}
