//! The calendar of a fiscal year (年間の予定): what is due when, worked out from what the plan says. Nothing of it is stored;
//! what is not done stays on its day and is said to be over.
//!
//! Months without a day of their own (異動, the list, the drill, the review) are the house's to move: they stand where a
//! fiscal year suggests them, and say that they are only proposed.

use crate::exercise::{Due as Rehearsal, Year};
use crate::{Kind, Plan, Record, checklist, day};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;
use template::Template;

/// Something that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The day; the last of the month where only a month is meant.
    pub on: NaiveDate,
    /// Whether the day stands in the plan; else it is proposed.
    pub said: bool,
    /// The pack's word of its sentence.
    pub word: &'static str,
    /// What fills the sentence.
    pub about: Vec<String>,
    /// The kind in whose list it is done.
    pub kind: Kind,
}

/// Words of the calendar.
pub const WORDS: &[&str] = &[
    "calendar-title",
    "calendar-how",
    "calendar-month",
    "calendar-what",
    "calendar-by",
    "calendar-done",
    "calendar-none",
    "calendar-proposed",
    "calendar-before",
    "due-changeover",
    "due-accounts",
    "due-numbers",
    "due-stocktaking",
    "due-restore",
    "due-support",
    "due-contract",
    "due-supplier-form",
    "due-list",
    "due-target",
    "due-improvement",
    "due-aside",
    "due-exercise",
    "due-drill",
    "due-review",
];

/// A check that is done once a year: stocktaking, a restore.
const YEARLY: u32 = 12;
/// Months after which the numbers of a sheet are tried again while nobody said otherwise.
const NUMBERS: u32 = 6;

impl Due {
    /// The sentence.
    pub fn says(&self, template: &Template) -> String {
        template::filled(template.word(self.word), &self.about)
    }
}

/// What is due in the fiscal year of a day, and what was due before and is not done; by day, then as declared.
pub fn year_of(plan: &Plan, template: &Template, today: &str) -> Vec<Due> {
    let Some(today) = day::stored(today) else { return Vec::new() };
    let year = day::fiscal_year(today);
    let Some(end) = day::fiscal_year_end(year) else { return Vec::new() };
    let mut out = Vec::new();
    said(plan, template, end, &mut out);
    proposed(plan, template, today, year, &mut out);
    out.sort_by_key(|due| due.on);
    out
}

/// What has a day in the plan, until the end of the year.
fn said(plan: &Plan, template: &Template, end: NaiveDate, out: &mut Vec<Due>) {
    let read = |text: &Option<String>| text.as_deref().and_then(day::stored);
    let mut put = |on: Option<NaiveDate>, word: &'static str, kind: Kind, about: Vec<String>| {
        out.extend(on.filter(|on| *on <= end).map(|on| Due { on, said: true, word, about, kind }));
    };
    let later = |on: Option<NaiveDate>, months: u32| on.and_then(|on| day::months_later(on, months));
    let rows = &plan.rows;
    let months = plan.facility().and_then(|one| one.check_months.as_deref()?.parse().ok()).unwrap_or(NUMBERS);
    let mut sheets: BTreeMap<String, NaiveDate> = BTreeMap::new();
    for one in rows.sheet_checks.live() {
        if let Some(on) = read(&one.checked_on) {
            let title = crate::title_of(plan, template, one);
            sheets.entry(title).and_modify(|last| *last = (*last).max(on)).or_insert(on);
        }
    }
    for (sheet, on) in sheets {
        put(later(Some(on), months), "due-numbers", Kind::SheetCheck, vec![sheet]);
    }
    let in_use = || rows.devices.live().filter(|one| one.state.as_deref() != Some("retired"));
    let counted = in_use().filter_map(|one| read(&one.counted_on)).max();
    put(later(counted, YEARLY), "due-stocktaking", Kind::Device, Vec::new());
    let mut ending: BTreeMap<NaiveDate, usize> = BTreeMap::new();
    in_use().filter_map(|one| read(&one.support_until)).for_each(|on| *ending.entry(on).or_default() += 1);
    for (on, count) in ending {
        put(Some(on), "due-support", Kind::Device, vec![count.to_string()]);
    }
    for one in rows.backups.live() {
        let title = crate::title_of(plan, template, one);
        put(later(read(&one.tested_on), YEARLY), "due-restore", Kind::Backup, vec![title]);
    }
    for one in rows.organisations.live() {
        put(read(&one.contract_until), "due-contract", Kind::Organisation, vec![one.title()]);
    }
    for form in rows.supplier_forms.live().filter(|form| read(&form.returned_on).is_none()) {
        let name = form.supplier.and_then(|id| rows.organisations.find(id)).map(Record::title).unwrap_or_default();
        put(read(&form.due_on), "due-supplier-form", Kind::SupplierForm, vec![name]);
    }
    for one in rows.improvements.live().filter(|one| !one.is_over()) {
        put(read(&one.due_on), "due-improvement", Kind::Improvement, vec![one.title()]);
    }
    for one in rows.set_asides.live() {
        put(read(&one.until), "due-aside", Kind::SetAside, vec![one.topic.clone().unwrap_or_default()]);
    }
    for sheet in checklist::current(plan, template) {
        for asked in sheet.list.asked(sheet.form) {
            if let (checklist::Standing::No, Some(said)) = checklist::standing(plan, &sheet, &asked) {
                let until = said.target.and_then(day::stored);
                let about = vec![sheet.list.edition.clone(), asked.item.number_mark.bracketed(asked.number)];
                put(until, "due-target", Kind::Answer, about);
            }
        }
    }
}

/// What a year has anyway, in the month that suggests itself, unless it was done.
fn proposed(plan: &Plan, template: &Template, today: NaiveDate, year: i32, out: &mut Vec<Due>) {
    let month = |year: i32, month: u32| NaiveDate::from_ymd_opt(year, month, 1).map(day::month_end);
    let mut put = |on: Option<NaiveDate>, word: &'static str, kind: Kind, about: Vec<String>| {
        out.extend(on.map(|on| Due { on, said: false, word, about, kind }));
    };
    let changed = plan.facility().and_then(|one| one.changeover_on.as_deref()).and_then(day::stored);
    if changed.is_none_or(|on| day::fiscal_year(on) < year) {
        put(month(year, 4), "due-changeover", Kind::Role, Vec::new());
    }
    put(month(year, 4), "due-accounts", Kind::Person, Vec::new());
    let list = template.checklists.iter().filter(|list| list.visit == "inspection");
    let newest =
        list.filter_map(|list| Some((list, checklist::Sheet::own(plan, list)?))).max_by_key(|(list, _)| list.year);
    if let Some((list, sheet)) = newest {
        let counts = checklist::counts(plan, &sheet);
        if counts.open + counts.unsigned > 0 {
            let about = vec![list.edition.clone(), (counts.open + counts.unsigned).to_string()];
            put(month(year, 6), "due-list", Kind::Answer, about);
        }
    }
    if plan.rows.devices.live().all(|one| one.counted_on.is_none()) {
        put(month(year, 9), "due-stocktaking", Kind::Device, Vec::new());
    }
    if !plan.rows.backups.is_empty() && plan.rows.backups.live().all(|one| one.tested_on.is_none()) {
        put(
            month(year, 10),
            "due-restore",
            Kind::Backup,
            vec![template.labels.get(Kind::Backup.noun()).map(|labels| labels.name.clone()).unwrap_or_default()],
        );
    }
    for due in Year::of(plan, &today.to_string()).map(|year| year.due).unwrap_or_default() {
        match due {
            Rehearsal::Exercise => put(month(year, 11), "due-exercise", Kind::Exercise, Vec::new()),
            Rehearsal::Wards(wards) => {
                put(month(year, 9), "due-drill", Kind::WardDrill, vec![wards.len().to_string()]);
            }
            Rehearsal::Improvements(_) => {}
        }
    }
    put(month(year + 1, 2), "due-review", Kind::Edition, Vec::new());
}

/// The months of a fiscal year, from April: the first day of each.
pub fn months(today: &str) -> Vec<NaiveDate> {
    let Some(year) = day::stored(today).map(day::fiscal_year) else { return Vec::new() };
    let first = |month: u32| NaiveDate::from_ymd_opt(year + i32::from(month < 4), month, 1);
    (4..=12).chain(1..=3).filter_map(first).collect()
}

/// Whether a day is in the month that begins on another.
pub fn in_month(on: NaiveDate, first: NaiveDate) -> bool {
    (on.year(), on.month()) == (first.year(), first.month())
}
