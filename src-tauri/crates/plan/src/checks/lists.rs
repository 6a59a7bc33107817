//! What is odd in the answers to checklists: said by nobody, promised and not kept, contradicted by the plan or a supplier.

use super::{Found, Leads, Look, Run};
use crate::checklist::{self, Said, Sent, Sheet, Standing};
use crate::{Id, Kind, Organisation, Record, SetAside, SupplierForm, System, checks, day};
use std::collections::BTreeMap;
use template::Asked;

checks! { CHECKS: Run;
    /// Answered without a readable day or a name: no inspector counts it [LIST-2025].
    "list-unsigned" {
        severity: Mend, about: Institution, reads: [Answer, Facility(kind)], leads: Leads::Checklist,
        run: Run::Whole(unsigned),
    }
    /// いいえ, and no day until when [LIST-2025].
    "list-no-target" {
        severity: Mend, about: Institution, reads: [Answer, Facility(kind)], leads: Leads::Checklist,
        run: Run::Whole(no_target),
    }
    /// Its day is over, and it is still いいえ [LIST-2025].
    "list-target-over" {
        severity: Mend, about: Institution, reads: [Answer, Facility(kind)], by_day: true, leads: Leads::Checklist,
        run: Run::Whole(target_over),
    }
    /// Checked on a day that is still to come.
    "list-day-to-come" {
        severity: Mend, about: Institution, reads: [Answer, Facility(kind)], by_day: true, leads: Leads::Checklist,
        run: Run::Whole(day_to_come),
    }
    /// はい, and the plan has none of the records that would show it.
    "list-yes-empty" {
        severity: Mend, about: Institution, reads: all, leads: Leads::Checklist,
        run: Run::Whole(yes_empty),
    }
    /// はい to what says that every item stands in the house's rules, and items without an article.
    "list-rules-missing" {
        severity: Mend, about: Institution, reads: [Answer, Facility(kind)], leads: Leads::Checklist,
        run: Run::Whole(rules_missing),
    }
    /// A supplier's form whose day is over [LIST-2025].
    "supplier-form-overdue" {
        severity: Mend, about: Record, item: "3-2", reads: [SupplierForm, Organisation(name)], by_day: true, leads: Leads::Record,
        run: Run::Whole(overdue),
    }
    /// The same, asked for again since: only the supplier can do something now.
    "supplier-form-waiting" {
        severity: Note, about: Record, item: "3-2", reads: [SupplierForm, Organisation(name)], by_day: true, leads: Leads::Record,
        run: Run::Whole(waiting),
    }
    /// A supplier's answers, and nobody is named who gave them: they do not count.
    "supplier-form-nameless" {
        severity: Mend, about: Record, item: "3-2", reads: [SupplierForm, Organisation(name), Answer], leads: Leads::Record,
        run: Run::Whole(nameless),
    }
    /// A supplier said いいえ of something that every system of theirs here has.
    "supplier-says-no" {
        severity: Mend, about: Record, item: "3-2", reads: [SupplierForm, Organisation(name), Answer, System(name vendor)],
        leads: Leads::Record,
        run: Run::Whole(supplier_says_no),
    }
    /// A proof nobody could lay hands on.
    "proof-nowhere" {
        severity: Note, about: Record, reads: [Proof(name place file)], leads: Leads::Record,
        run: Run::Whole(proof_nowhere),
    }
    /// A finding set aside by nobody, or for no reason.
    "set-aside-unsigned" {
        severity: Mend, about: Record, reads: [SetAside(said reason set_by)], leads: Leads::Record,
        run: Run::Whole(set_aside),
    }
}

/// Each item of the institution's own sheets that was answered: where it stands, and what was said last.
fn answered<'a>(look: &Look<'a>, mut see: impl FnMut(&Sheet<'a>, &Asked<'a>, Standing, Said<'a>)) {
    for sheet in checklist::current(look.plan, look.template) {
        for asked in sheet.list.asked(sheet.form) {
            if let (standing, Some(said)) = checklist::standing(look.plan, &sheet, &asked) {
                see(&sheet, &asked, standing, said);
            }
        }
    }
}

/// Says it of an item of a list.
fn tell(found: &mut Found<'_>, sheet: &Sheet<'_>, asked: &Asked<'_>, more: Option<String>) {
    let number = asked.item.number_mark.bracketed(asked.number);
    let mut words = vec![sheet.list.edition.clone(), number, asked.mark.bracketed(asked.title)];
    words.extend(more);
    found.part(&format!("{}/{}", sheet.list.id, asked.item.id), words);
}

fn unsigned(look: &Look<'_>, found: &mut Found<'_>) {
    answered(look, |sheet, asked, standing, _| {
        if standing == Standing::Unsigned {
            tell(found, sheet, asked, None);
        }
    });
}

fn no_target(look: &Look<'_>, found: &mut Found<'_>) {
    answered(look, |sheet, asked, standing, said| {
        if standing == Standing::No && said.target.and_then(day::stored).is_none() {
            tell(found, sheet, asked, None);
        }
    });
}

fn target_over(look: &Look<'_>, found: &mut Found<'_>) {
    let today = day::stored(look.today);
    answered(look, |sheet, asked, standing, said| {
        let until = said.target.and_then(day::stored).filter(|_| standing == Standing::No);
        if until.zip(today).is_some_and(|(until, today)| until < today) {
            tell(found, sheet, asked, said.target.map(str::to_owned));
        }
    });
}

fn day_to_come(look: &Look<'_>, found: &mut Found<'_>) {
    let today = day::stored(look.today);
    answered(look, |sheet, asked, _, said| {
        let on = said.on.and_then(day::stored);
        if on.zip(today).is_some_and(|(on, today)| on > today) {
            tell(found, sheet, asked, said.on.map(str::to_owned));
        }
    });
}

fn yes_empty(look: &Look<'_>, found: &mut Found<'_>) {
    answered(look, |sheet, asked, standing, _| {
        let kinds = asked.item.records.iter().filter_map(|noun| Kind::from_noun(noun));
        let kinds: Vec<Kind> = kinds.collect();
        let none = !kinds.is_empty() && kinds.iter().all(|kind| look.plan.live(*kind).next().is_none());
        if standing == Standing::Yes && none {
            let named = |kind: &Kind| look.template.labels.get(kind.noun()).map(|labels| labels.name.clone());
            let names: Vec<String> = kinds.iter().filter_map(named).collect();
            tell(found, sheet, asked, Some(names.join("」「")));
        }
    });
}

fn rules_missing(look: &Look<'_>, found: &mut Found<'_>) {
    answered(look, |sheet, asked, standing, _| {
        if standing != Standing::Yes || !asked.item.rules {
            return;
        }
        let asked_for = sheet.list.asked(sheet.form).filter(|one| !one.item.rules && one.item.ends.is_none());
        let without = asked_for.filter(|one| sheet.once(look.plan, &one.item.id, checklist::RULE).is_none());
        let numbers: Vec<&str> = without.map(|one| one.number).collect();
        if !numbers.is_empty() {
            tell(found, sheet, asked, Some(numbers.join("、")));
        }
    });
}

fn supplier<'a>(look: &Look<'a>, form: &SupplierForm) -> Option<&'a Organisation> {
    form.supplier.and_then(|id| look.plan.rows.organisations.find(id))
}

/// The forms whose day is over, and whether they were asked for again since.
fn late<'a>(look: &Look<'a>) -> impl Iterator<Item = (&'a SupplierForm, bool)> {
    let read = |text: &Option<String>| text.as_deref().and_then(day::stored);
    let late = look.plan.rows.supplier_forms.live().filter(|form| checklist::sent(form, look.today) == Sent::Overdue);
    late.map(move |form| {
        (form, read(&form.asked_again_on).zip(read(&form.due_on)).is_some_and(|(again, due)| again >= due))
    })
}

fn overdue(look: &Look<'_>, found: &mut Found<'_>) {
    for (form, _) in late(look).filter(|(_, again)| !again) {
        let name = supplier(look, form).map(Record::title).unwrap_or_default();
        found.field(form, "asked_again_on", vec![name, form.due_on.clone().unwrap_or_default()]);
    }
}

fn waiting(look: &Look<'_>, found: &mut Found<'_>) {
    for (form, _) in late(look).filter(|(_, again)| *again) {
        let name = supplier(look, form).map(Record::title).unwrap_or_default();
        found.field(form, "returned_on", vec![name, form.asked_again_on.clone().unwrap_or_default()]);
    }
}

/// Numbers of items, and what was said of each.
type Answers<'a> = Vec<(&'a str, Said<'a>)>;

/// What a supplier's form says of each item, in its last round.
fn said_by<'a>(look: &Look<'a>, form: &SupplierForm) -> Answers<'a> {
    let list = form.list.as_deref().and_then(|id| look.template.checklist(id));
    let sheet = list.and_then(|list| Sheet::of_supplier(list, form));
    let Some(sheet) = sheet else { return Vec::new() };
    let said = |asked: Asked<'a>| Some((asked.number, checklist::standing(look.plan, &sheet, &asked).1?));
    sheet.list.asked(sheet.form).filter_map(said).collect()
}

fn nameless(look: &Look<'_>, found: &mut Found<'_>) {
    for form in look.plan.rows.supplier_forms.live().filter(|form| form.answered_by.is_none()) {
        if said_by(look, form).iter().any(|(_, said)| said.by.is_none()) {
            found.field(form, "answered_by", vec![supplier(look, form).map(Record::title).unwrap_or_default()]);
        }
    }
}

/// Each system is found once, whatever number of forms its supplier has.
fn supplier_says_no(look: &Look<'_>, found: &mut Found<'_>) {
    // Of several years only the newest that was answered speaks: the numbers of others mean other items.
    let mut newest: BTreeMap<Id, (Option<i32>, Answers<'_>)> = BTreeMap::new();
    for form in look.plan.rows.supplier_forms.live() {
        let Some(supplier) = form.supplier else { continue };
        let said: Answers<'_> = said_by(look, form).into_iter().filter(|(_, said)| said.stands()).collect();
        let year = form.list.as_deref().and_then(|id| look.template.checklist(id)?.year);
        match newest.get_mut(&supplier) {
            _ if said.is_empty() => {}
            Some((of, _)) if *of > year => {}
            Some((of, all)) if *of == year => all.extend(said),
            _ => drop(newest.insert(supplier, (year, said))),
        }
    }
    for system in look.plan.rows.systems.live() {
        let System { vendor: Some(vendor), .. } = system else { continue };
        let said = newest.get(vendor).map(|(_, said)| said.as_slice()).unwrap_or_default();
        let no = said.iter().filter(|(_, said)| said.result == Some("no"));
        let items: Vec<&str> = no.map(|(number, _)| *number).collect();
        if items.is_empty() {
            continue;
        }
        let name = look.plan.rows.organisations.find(*vendor).map(Record::title).unwrap_or_default();
        found.field(system, "vendor", vec![system.title(), name, items.join("、")]);
    }
}

fn proof_nowhere(look: &Look<'_>, found: &mut Found<'_>) {
    for proof in look.plan.rows.proofs.live().filter(|one| one.place.is_none() && one.file.is_none()) {
        found.field(proof, "place", vec![look.title(proof)]);
    }
}

fn set_aside(look: &Look<'_>, found: &mut Found<'_>) {
    for one in look.plan.rows.set_asides.live() {
        let SetAside { reason, set_by, said, .. } = one;
        let open = if reason.is_none() { Some("reason") } else { set_by.is_none().then_some("set_by") };
        if let Some(field) = open {
            found.field(one, field, vec![said.clone().unwrap_or_default()]);
        }
    }
}
