//! How many blank forms must lie where [PRACTICE-WEEKS], and what typing them in will cost [CASE-HANDA-2021].
//!
//! Need = what the department has a day of the form's basis × sheets ÷ per × days to bridge, rounded up. A number nobody
//! knows gives no need rather than a guess. Deliberately not here: toner, paper, batteries (nobody keeps those numbers:
//! [PRACTICE-NEVER-FILLED]).

use crate::{Department, Form, FormStock, Id, Kind, Plan, Record};
use std::collections::{BTreeMap, BTreeSet};

/// Days to bridge while nobody said otherwise: three on the shelf [PRACTICE-WEEKS].
pub const BRIDGE_DAYS: u64 = 3;
/// More patients, sheets, days or minutes than any institution has.
const MOST: u64 = 100_000;
/// Minutes one person types in a day: six hours, the rest goes to comparing and to the day's own work. Ours.
pub const TYPING_MINUTES: u64 = 360;

/// A form in a department.
#[derive(Debug, Clone, Copy)]
pub struct Line<'a> {
    /// The form.
    pub form: &'a Form,
    /// The department; `None` = headquarters, where no procedure says who uses it.
    pub department: Option<&'a Department>,
    /// Sheets used on a day, in hundredths; `None` while a number is missing.
    pub daily: Option<u64>,
    /// Sheets that must lie there; `None` while a number is missing.
    pub need: Option<u64>,
    /// What was counted.
    pub stock: Option<&'a FormStock>,
}

impl Line<'_> {
    /// Sheets on the shelf, where they were counted.
    pub fn count(&self) -> Option<u64> {
        number(self.stock?.count.as_ref())
    }

    /// The field of the department without which the need is not known, where nothing else is missing. Only of patients:
    /// that a ward has no operations needs no saying.
    pub fn unsaid(&self) -> Option<&'static str> {
        let form = self.form;
        let known = number(form.sheets.as_ref()).is_some() && number(form.per.as_ref()).is_some_and(|per| per > 0);
        let basis = form.basis.as_deref().filter(|_| known && self.need.is_none())?;
        let department = self.department?;
        // What was written and cannot be read is found as such.
        PATIENTS.into_iter().find(|one| *one == basis && !department.has(one))
    }

    /// Whether fewer lie there than are needed.
    pub fn short(&self) -> bool {
        self.count().zip(self.need).is_some_and(|(count, need)| count < need)
    }

    /// Whether the sheets there are of another edition than the form.
    pub fn outdated(&self) -> bool {
        let there = self.stock.and_then(|stock| stock.edition.as_ref());
        there.zip(self.form.edition.as_ref()).is_some_and(|(there, now)| there.trim() != now.trim())
    }
}

/// Days the forms on the shelf shall last.
pub fn bridge_days(plan: &Plan) -> u64 {
    plan.facility()
        .and_then(|facility| number(facility.bridge_days.as_ref()))
        .filter(|days| *days > 0)
        .unwrap_or(BRIDGE_DAYS)
}

/// The forms in use, in the order of the kit.
pub fn kit(plan: &Plan) -> Vec<&Form> {
    let mut forms: Vec<&Form> = plan.rows.forms.live().collect();
    let groups = Kind::Form.choices("group");
    let place = |form: &Form| {
        let group = form.group.as_deref();
        groups.iter().position(|one| Some(*one) == group).unwrap_or(groups.len())
    };
    forms.sort_by(|one, other| {
        let key = |form: &Form| (place(form), form.number.clone(), form.row.position.clone());
        key(one).cmp(&key(other))
    });
    forms
}

/// The forms a procedure uses, in the order of the kit.
pub fn forms_of(plan: &Plan, procedure: Id) -> Vec<&Form> {
    let links = plan.rows.procedure_forms.live().filter(|link| link.procedure == Some(procedure));
    let used: BTreeSet<Id> = links.filter_map(|link| link.form).collect();
    kit(plan).into_iter().filter(|form| used.contains(&form.row.id)).collect()
}

/// The forms of every department that uses any: those of its procedures, and what was put there by hand.
pub fn by_department(plan: &Plan) -> BTreeMap<Id, Vec<&Form>> {
    let mut out: BTreeMap<Id, Vec<&Form>> = BTreeMap::new();
    for line in lines(plan) {
        if let Some(department) = line.department {
            out.entry(department.row.id).or_default().push(line.form);
        }
    }
    out
}

/// The forms a department uses.
pub fn forms_in(plan: &Plan, department: Id) -> Vec<&Form> {
    by_department(plan).remove(&department).unwrap_or_default()
}

/// Every form with every department that uses it, departments in the plan's order. Each list is walked once: a hospital
/// with a hundred wards counts five thousand of these.
pub fn lines(plan: &Plan) -> Vec<Line<'_>> {
    let kit = kit(plan);
    let forms: BTreeSet<Id> = kit.iter().map(|form| form.row.id).collect();
    let live = plan.rows.procedures.live();
    let places: BTreeMap<Id, Id> = live.filter_map(|one| Some((one.row.id, one.department?))).collect();
    let mut pairs: BTreeSet<(Id, Id)> = BTreeSet::new();
    for link in plan.rows.procedure_forms.live() {
        let Some((procedure, form)) = link.procedure.zip(link.form).filter(|(_, form)| forms.contains(form)) else {
            continue;
        };
        pairs.extend(places.get(&procedure).map(|department| (*department, form)));
    }
    let mut stocks: BTreeMap<(Id, Id), &FormStock> = BTreeMap::new();
    for stock in plan.rows.form_stocks.live() {
        let Some(pair) = stock.department.zip(stock.form).filter(|(_, form)| forms.contains(form)) else { continue };
        pairs.insert(pair);
        stocks.entry(pair).or_insert(stock);
    }
    let days = bridge_days(plan);
    let mut out = Vec::new();
    let mut placed: BTreeSet<Id> = BTreeSet::new();
    for department in plan.rows.departments.live() {
        for form in &kit {
            let pair = (department.row.id, form.row.id);
            if pairs.contains(&pair) {
                placed.insert(form.row.id);
                out.push(line(form, Some(department), stocks.get(&pair).copied(), days));
            }
        }
    }
    out.extend(kit.iter().filter(|form| !placed.contains(&form.row.id)).map(|form| line(form, None, None, days)));
    out
}

fn line<'a>(form: &'a Form, department: Option<&'a Department>, stock: Option<&'a FormStock>, days: u64) -> Line<'a> {
    let sheets = number(form.sheets.as_ref());
    let per = number(form.per.as_ref()).filter(|per| *per > 0);
    let units = units(form.basis.as_deref(), department);
    let known = sheets.zip(per).zip(units);
    let need = known.map(|((sheets, per), units)| units.saturating_mul(sheets).saturating_mul(days).div_ceil(per));
    let daily = known.map(|((sheets, per), units)| units.saturating_mul(sheets).saturating_mul(100).div_ceil(per));
    Line { form, department, daily, need, stock }
}

/// The fields of a department that count patients, each also a basis of a form.
const PATIENTS: [&str; 3] = ["census", "outpatients", "emergencies"];

/// How many of a basis a department has on a day. A form for patients is also used where other patients are: an order
/// for the laboratory on a ward is counted from those who stay there.
fn units(basis: Option<&str>, department: Option<&Department>) -> Option<u64> {
    let basis = basis?;
    if basis == "department" {
        return Some(1);
    }
    let department = department?;
    let own = of_basis(basis, department);
    let other = || PATIENTS.iter().find_map(|one| of_basis(one, department));
    if PATIENTS.contains(&basis) { own.or_else(other) } else { own }
}

fn of_basis(basis: &str, department: &Department) -> Option<u64> {
    match basis {
        "census" => number(department.census.as_ref()),
        "outpatients" => number(department.outpatients.as_ref()),
        "emergencies" => number(department.emergencies.as_ref()),
        "operations" => number(department.operations.as_ref()),
        "dialysis" => {
            let seats = number(department.dialysis_seats.as_ref())?;
            Some(number(department.dialysis_shifts.as_ref())?.saturating_mul(seats))
        }
        _ => None,
    }
}

/// A form's share of the work of typing in.
#[derive(Debug, Clone, Copy)]
pub struct Typing<'a> {
    /// The form.
    pub form: &'a Form,
    /// Sheets a day in all departments, in hundredths.
    pub daily: u64,
    /// Minutes a sheet takes, when somebody said so.
    pub minutes: Option<u64>,
}

/// What must be typed in or scanned later, a day of paper.
pub fn typing(plan: &Plan) -> Vec<Typing<'_>> {
    let lines = lines(plan);
    let later = |form: &&Form| matches!(form.reentry.as_deref(), Some("enter" | "scan"));
    kit(plan)
        .into_iter()
        .filter(later)
        .filter_map(|form| {
            let own = lines.iter().filter(|line| line.form.row.id == form.row.id);
            let daily = own.filter_map(|line| line.daily).fold(0, u64::saturating_add);
            (daily > 0).then(|| Typing { form, daily, minutes: number(form.reentry_minutes.as_ref()) })
        })
        .collect()
}

/// What one profession has to type in, a day of paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// The profession, a choice of `forms.typed_by`; `None` = nobody has said who.
    pub by: Option<String>,
    /// Minutes a day, in hundredths, of the forms whose minutes somebody counted.
    pub daily: u64,
    /// Forms whose minutes nobody counted: they are not in that number.
    pub uncounted: usize,
}

/// The same by profession, in the order of the choices, who is not named last.
pub fn typing_by(typing: &[Typing<'_>]) -> Vec<Share> {
    let named = Kind::Form.choices("typed_by").iter().map(|one| Some(*one));
    let share = |by: Option<&str>| {
        let own: Vec<_> = typing.iter().filter(|one| one.form.typed_by.as_deref() == by).collect();
        let work = own.iter().filter_map(|one| Some(one.daily.saturating_mul(one.minutes?)));
        let share = Share {
            by: by.map(str::to_owned),
            daily: work.fold(0, u64::saturating_add),
            uncounted: own.iter().filter(|one| one.minutes.is_none()).count(),
        };
        (!own.is_empty()).then_some(share)
    };
    named.chain([None]).filter_map(share).collect()
}

/// Person-days of so many hundredths of minutes a day, in tenths, rounded up.
pub fn days_of(daily: u64, days: u64) -> u64 {
    daily.saturating_mul(days).saturating_mul(10).div_ceil(100 * TYPING_MINUTES)
}

/// Person-days of typing for so many days of paper, in tenths, rounded up.
pub fn person_days(typing: &[Typing<'_>], days: u64) -> u64 {
    let work = typing.iter().filter_map(|one| Some(one.daily.saturating_mul(one.minutes?)));
    days_of(work.fold(0, u64::saturating_add), days)
}

/// A number as typed; one no institution has is as good as none.
fn number(text: Option<&String>) -> Option<u64> {
    text?.parse().ok().filter(|number| *number <= MOST)
}
