//! Checklists: what an institution, or one of its suppliers, said of each item, round by round.
//!
//! はい is a statement of a person: it counts with a readable day and a name, and nothing here proposes one
//! ([LIST-2025], docs/adr/0045). What is deliberately not here: the texts of the lists (`templates/checklists/`), files
//! of other programs (`exchange`).

mod carry;
mod standing;
mod supplier;

pub use carry::{How, Proposal, carried, comes, dropped, one_after_another, proposals};
pub use standing::{Counts, Standing, counts, standing};
pub use supplier::{Sent, sent};

use crate::{Answer, AnswerKey, Id, Plan, SupplierForm, day};
use template::{Checklist, ChecklistForm, Template};

/// The visit whose list 保健所 and 薬務 ask for.
pub const INSPECTION: &str = "inspection";
/// The answer itself: `yes`, `no`, `none`.
pub const RESULT: &str = "result";
/// The day it was checked.
pub const CHECKED_ON: &str = "checked_on";
/// Who checked it, by post or name.
pub const CHECKED_BY: &str = "checked_by";
/// Until when a いいえ becomes はい.
pub const TARGET_ON: &str = "target_on";
/// The article of the house's own rules (規程の条番号).
pub const RULE: &str = "rule";
/// The day of the minutes in which it was settled (議事録の日付).
pub const MINUTES_ON: &str = "minutes_on";
/// A note.
pub const NOTE: &str = "note";

/// Words of the papers for visitors.
pub const WORDS: &[&str] = &[
    "visit-inspection",
    "visit-fee",
    "visit-pharmacy",
    "visit-how",
    "visit-list",
    "visit-counts",
    "visit-answers",
    "visit-item",
    "visit-blank",
    "visit-improved",
    "visit-answer",
    "visit-said",
    "visit-rule",
    "visit-minutes",
    "visit-target",
    "visit-proof",
    "visit-suppliers",
    "visit-no-suppliers",
    "visit-supplier-head",
    "visit-not-returned",
    "visit-devices",
    "visit-device-count",
    "visit-device-ended",
    "visit-device-counted",
    "visit-held-none",
    "visit-held-people",
    "visit-drawings",
    "visit-no-list",
    "visit-other",
    "visit-round",
    "visit-titles",
    "open-title",
    "open-how",
    "open-what",
    "open-page",
    "open-who",
    "open-none",
    "open-more",
    "open-list",
    "open-unsigned",
    "open-unanswered",
    "open-no",
    "open-unproved",
    "open-supplier",
    "open-improvements",
    "open-aside",
    "open-keep",
    "open-unasked",
    "visit-past",
];

/// What is asked of an item in every round.
pub const IN_A_ROUND: [&str; 4] = [RESULT, CHECKED_ON, CHECKED_BY, TARGET_ON];
/// What is said of an item once.
pub const ONCE: [&str; 3] = [RULE, MINUTES_ON, NOTE];
/// What may be answered.
pub const RESULTS: [&str; 3] = ["yes", "no", "none"];

/// Whether a question asks for a day.
pub fn asks_a_day(question: &str) -> bool {
    [CHECKED_ON, TARGET_ON, MINUTES_ON].contains(&question)
}

/// The institution's own sheets that count: those begun, unless a later year's for the same visit was begun too.
pub fn current<'t>(plan: &Plan, template: &'t Template) -> Vec<Sheet<'t>> {
    let own = template.checklists.iter().filter_map(|list| Sheet::own(plan, list));
    let begun: Vec<Sheet<'t>> = own.filter(|sheet| sheet.is_begun(plan)).collect();
    let is_last = |sheet: &&Sheet<'t>| !begun.iter().any(|other| sheet.list.is_before(other.list));
    begun.iter().filter(is_last).copied().collect()
}

/// The list a visitor asks for: the newest year's that was begun, else the newest.
pub fn for_visit<'t>(plan: &Plan, template: &'t Template, visit: &str) -> Option<Sheet<'t>> {
    let lists = template.checklists.iter().filter(|list| list.visit == visit);
    let mut sheets: Vec<Sheet<'t>> = lists.filter_map(|list| Sheet::own(plan, list)).collect();
    sheets.sort_by_key(|sheet| std::cmp::Reverse(sheet.list.year));
    sheets.iter().find(|sheet| sheet.is_begun(plan)).or(sheets.first()).copied()
}

/// A list as one of its forms, filled in by the institution or by one supplier.
#[derive(Debug, Clone, Copy)]
pub struct Sheet<'t> {
    /// The list.
    pub list: &'t Checklist,
    /// The form of it.
    pub form: &'t ChecklistForm,
    /// The supplier's row, where a supplier fills it in.
    pub of: Option<Id>,
}

impl<'t> Sheet<'t> {
    /// The form the institution fills in itself.
    pub fn own(plan: &Plan, list: &'t Checklist) -> Option<Self> {
        Some(Self { list, form: list.own_form(plan.institution())?, of: None })
    }

    /// The form of one supplier.
    pub fn of_supplier(list: &'t Checklist, row: &SupplierForm) -> Option<Self> {
        Some(Self { list, form: list.supplier_form()?, of: Some(row.row.id) })
    }

    /// The rounds there is room for, from 1.
    pub fn rounds(&self) -> std::ops::RangeInclusive<u32> {
        1..=self.form.rounds
    }

    /// The key of an answer: in a round, or of what is said once.
    pub fn key(&self, round: Option<u32>, item: &str, question: &str) -> AnswerKey {
        let of = self.of.map(|id| id.to_string());
        let round = match (of, round) {
            (Some(of), Some(round)) => format!("{of}/{round}"),
            (Some(of), None) => of,
            (None, Some(round)) => round.to_string(),
            (None, None) => String::new(),
        };
        AnswerKey::new(&self.list.id, &round, item, question)
    }

    /// Whether an answer of it is a row of this sheet: a supplier's rounds begin with its id.
    fn has(&self, row: &Answer) -> bool {
        let round = row.round.as_deref().unwrap_or_default();
        let own = match self.of {
            Some(of) => round.strip_prefix(&format!("{of}/")),
            None => Some(round),
        };
        row.list.as_ref() == Some(&self.list.id) && own.is_some_and(|own| own.parse::<u32>().is_ok())
    }

    /// Whether an item was answered, in any round. A rule or a proof that came along from another year is no answer.
    pub fn is_begun(&self, plan: &Plan) -> bool {
        let answers = |row: &&Answer| row.field.as_deref() == Some(RESULT) && row.value.is_some();
        plan.rows.answers.live().filter(answers).any(|row| self.has(row))
    }

    /// What was said of an item in a round.
    pub fn said<'p>(&self, plan: &'p Plan, round: u32, item: &str) -> Said<'p> {
        let said = |question: &str| plan.answer(&self.key(Some(round), item, question));
        let signed = self.of.and_then(|id| plan.rows.supplier_forms.find(id));
        Said {
            round,
            result: said(RESULT).filter(|result| RESULTS.contains(result)),
            on: said(CHECKED_ON),
            by: said(CHECKED_BY).or_else(|| signed.and_then(|row| row.answered_by.as_deref())),
            target: said(TARGET_ON),
        }
    }

    /// What is said of an item once.
    pub fn once<'p>(&self, plan: &'p Plan, item: &str, question: &str) -> Option<&'p str> {
        plan.answer(&self.key(None, item, question))
    }
}

/// What was said of an item in a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said<'p> {
    /// Which round.
    pub round: u32,
    /// The answer.
    pub result: Option<&'p str>,
    /// The day, as stored.
    pub on: Option<&'p str>,
    /// Who.
    pub by: Option<&'p str>,
    /// Until when.
    pub target: Option<&'p str>,
}

impl Said<'_> {
    /// Whether it counts: it has a day one can read, and somebody's name.
    pub fn stands(&self) -> bool {
        self.result.is_some() && self.on.and_then(day::stored).is_some() && self.by.is_some()
    }
}
