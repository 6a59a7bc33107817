//! What is odd about people, roles, and the age of numbers.

use super::gaps::nearly_all;
use super::look::NIGHT;
use super::{Found, Leads, Look, Run};
use crate::reach::{deciders, dialled};
use crate::{Field, FieldKind, Id, Kind, Person, Record, Role, checks, day, drill, tree};
use std::collections::{BTreeMap, BTreeSet};

checks! { CHECKS: Run;
    /// A QR code is wanted, and what stands there is not plainly one number.
    "no-code" {
        severity: Mend, about: Record, reads: [Organisation(qr day_phone night_phone)], leads: Leads::Record,
        run: Run::Whole(codes),
    }
    /// A deputy who is the holder, or the other deputy, is no deputy.
    "deputy-same" {
        severity: Mend, about: Record, item: "2-3",
        reads: [Role(holder deputy1 deputy2 night_holder night_deputy), Person(name)],
        leads: Leads::Record,
        run: Run::Whole(deputies),
    }
    /// A role somebody counts on, with nobody in it and no number [PRACTICE-NIGHT-STAFF].
    "role-empty" {
        severity: Mend, about: Record, item: "2-3", reads: all, leads: Leads::Record,
        run: Run::Whole(without_holder),
    }
    /// Who decides at night stands in no tree. A plan without a tree says so elsewhere.
    "decider-not-in-tree" {
        severity: Note, about: Record,
        reads: [Decision(night_role), TreePlace, Role, Person, Department, Organisation],
        leads: Leads::Record,
        run: Run::Whole(outside_the_tree),
    }
    /// The numbers of the tree were never tried.
    "numbers-never" {
        severity: Note, about: Institution, reads: [TreePlace(of), SheetCheck(sheet checked_on)], by_day: true,
        leads: Leads::List(Kind::SheetCheck),
        run: Run::Whole(never_tried),
    }
    /// The numbers of a sheet were tried too long ago.
    "numbers-old" {
        severity: Mend, about: Record,
        reads: [SheetCheck, Facility(check_months)],
        by_day: true,
        leads: Leads::Record,
        run: Run::Whole(tried_long_ago),
    }
    /// Roles nobody looked at since the last change of staff.
    "role-untouched" {
        severity: Note, about: Record, reads: [Role(holder confirmed_on), Facility(changeover_on)],
        by_day: true,
        leads: Leads::Record,
        run: Run::Whole(untouched),
    }
    /// Whoever holds a role and has no private number, where nearly all who hold one have. Nobody has to give one.
    "no-private-number" {
        severity: Note, about: Record,
        reads: [Role(holder deputy1 deputy2 night_holder night_deputy), Person(name private_phone)],
        leads: Leads::Record,
        run: Run::Whole(unreachable_at_home),
    }
    /// Numbers that were wrong in the newest drill.
    "drill-wrong" {
        severity: Mend, about: Record,
        reads: [Drill, DrillCall, TreePlace, Role, Person, Department, Organisation],
        leads: Leads::Record,
        run: Run::Whole(wrong),
    }
}

/// Months after which numbers are tried again while nobody said otherwise.
const CHECK_MONTHS: u32 = 6;

fn codes(look: &Look<'_>, found: &mut Found<'_>) {
    for one in look.plan.rows.organisations.live().filter(|one| one.qr) {
        let number = one.day_phone.as_ref().or(one.night_phone.as_ref()).cloned().unwrap_or_default();
        if dialled(&number).is_none() {
            found.record(one, vec![look.title(one), number]);
        }
    }
}

fn deputies(look: &Look<'_>, found: &mut Found<'_>) {
    for role in look.plan.rows.roles.live() {
        let pairs = [
            ("deputy1", role.deputy1, role.holder),
            ("deputy2", role.deputy2, role.holder),
            ("deputy2", role.deputy2, role.deputy1),
            ("night_deputy", role.night_deputy, role.night_holder),
        ];
        let same = pairs.into_iter().find_map(|(field, one, other)| {
            Some((field, look.plan.rows.people.find(one.filter(|one| other == Some(*one)))?))
        });
        if let Some((field, person)) = same {
            found.field(role, field, vec![look.title(role), person.title()]);
        }
    }
}

fn without_holder(look: &Look<'_>, found: &mut Found<'_>) {
    let empty: Vec<_> = look
        .plan
        .rows
        .roles
        .live()
        .filter(|role| role.holder.is_none() && role.phone.is_none() && role.night_phone.is_none())
        .collect();
    if empty.is_empty() {
        return;
    }
    let counted_on = counted_on(look);
    for role in empty.into_iter().filter(|role| counted_on.contains(&role.row.id)) {
        found.field(role, "holder", vec![look.title(role)]);
    }
}

/// The roles that other records name.
fn counted_on(look: &Look<'_>) -> BTreeSet<Id> {
    let may_name = |field: &&Field| matches!(field.kind, FieldKind::Link("roles" | "any"));
    let mut out = BTreeSet::new();
    for kind in Kind::ALL.iter().filter(|kind| **kind != Kind::Remark) {
        let fields: Vec<&Field> = kind.fields().iter().filter(may_name).collect();
        if fields.is_empty() {
            continue;
        }
        for record in look.plan.live(*kind).filter(|record| look.plan.awake(*record)) {
            let of_role = record.text("of_kind") == Some(Kind::Role.noun());
            let named = fields.iter().filter(|field| field.kind == FieldKind::Link("roles") || of_role);
            out.extend(named.filter_map(|field| record.link(field.id)));
        }
    }
    out
}

fn outside_the_tree(look: &Look<'_>, found: &mut Found<'_>) {
    if look.plan.rows.contact_tree.live().next().is_none() {
        return;
    }
    for decider in deciders(look.plan, NIGHT).into_iter().filter(|decider| !decider.placed) {
        if let Some(role) = look.plan.rows.roles.find(decider.role) {
            found.record(role, vec![look.title(role)]);
        }
    }
}

fn never_tried(look: &Look<'_>, found: &mut Found<'_>) {
    let mut checks = look.plan.rows.sheet_checks.live();
    let done = |on: Option<&str>| on.is_none() || look.done(on).is_some();
    let tried = checks.any(|one| one.sheet.as_deref() == Some("contact-tree") && done(one.checked_on.as_deref()));
    if !tried && look.plan.rows.contact_tree.live().next().is_some() {
        found.institution(vec![]);
    }
}

fn tried_long_ago(look: &Look<'_>, found: &mut Found<'_>) {
    let said = look.plan.facility().and_then(|facility| facility.check_months.as_deref()?.parse().ok());
    let most: u32 = said.unwrap_or(CHECK_MONTHS);
    let mut newest = BTreeMap::new();
    for check in look.plan.rows.sheet_checks.live() {
        let Some(on) = look.done(check.checked_on.as_deref()) else { continue };
        let known = newest.entry(check.sheet.as_deref()).or_insert((on, check));
        if (on, check.row.id) > (known.0, known.1.row.id) {
            *known = (on, check);
        }
    }
    let Some(today) = day::stored(look.today) else { return };
    for (sheet, (on, check)) in newest {
        if i64::from(day::months_between(on, today)) > i64::from(most) {
            let sheet = look.template.choice("sheet_checks", "sheet", sheet.unwrap_or_default()).to_owned();
            found.field(check, "checked_on", vec![sheet, on.to_string(), most.to_string()]);
        }
    }
}

fn unreachable_at_home(look: &Look<'_>, found: &mut Found<'_>) {
    let people = |role: &Role| [role.holder, role.deputy1, role.deputy2, role.night_holder, role.night_deputy];
    let holding: BTreeSet<Id> = look.plan.rows.roles.live().flat_map(people).flatten().collect();
    let holders = look.plan.rows.people.live().filter(|person| holding.contains(&person.row.id));
    let (given, open): (Vec<&Person>, Vec<&Person>) = holders.partition(|person| person.private_phone.is_some());
    for person in open.iter().filter(|_| nearly_all(given.len(), open.len())) {
        found.field(*person, "private_phone", vec![person.title()]);
    }
}

fn untouched(look: &Look<'_>, found: &mut Found<'_>) {
    // A change of staff that is still to come left nothing behind yet.
    let changed = look.plan.facility().and_then(|facility| facility.changeover_on.as_deref());
    let Some(since) = look.done(changed) else { return };
    for role in look.plan.rows.roles.live().filter(|role| role.holder.is_some()) {
        if look.done(role.confirmed_on.as_deref()).is_none_or(|on| on < since) {
            found.field(role, "confirmed_on", vec![look.title(role), since.to_string()]);
        }
    }
}

/// A drill that is only planned does not make the numbers right.
fn wrong(look: &Look<'_>, found: &mut Found<'_>) {
    let drills = drill::outcomes(look.plan);
    let Some(last) = drills.iter().rfind(|one| one.called > 0) else { return };
    // By day and by night on one date: none of the two is the newer one.
    let newest = drills.iter().filter(|one| one.called > 0 && one.held_on == last.held_on);
    let mut named: BTreeSet<Id> = BTreeSet::new();
    let calls = newest.flat_map(|one| drill::calls(look.plan, one.drill));
    for call in calls.filter(|call| call.result.as_deref() == Some("wrong")) {
        let place = look.plan.rows.contact_tree.find(call.place);
        let Some(record) = place.and_then(|place| tree::reached(look.plan, place)) else { continue };
        if named.insert(record.id()) {
            found.record(record, vec![look.title(record)]);
        }
    }
}
