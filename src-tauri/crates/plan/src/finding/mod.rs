//! What is open or odd in a plan. Never an error: the plan stays usable.

mod backups;
mod contacts;
mod outside;
mod paper;
mod records;
mod recovery;
mod safety;
mod texts;
mod tree;

pub use texts::is_asked;

use crate::{Id, Kind, Plan, Record, rules};
use template::Template;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// 止まる: on the night, somebody would stand still.
    Stop,
    /// 直す: wrong or missing.
    Mend,
    /// 気づき: worth a look.
    Note,
}

/// One finding. The words are in `templates/messages.toml` under its code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Which sentence.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// The record it is about.
    pub at: Option<(Kind, Id)>,
    /// The field it is about.
    pub field: Option<String>,
    /// The check-table item it belongs to.
    pub item: Option<String>,
    /// What fills the sentence's {0}, {1} …
    pub words: Vec<String>,
}

/// The code of every finding made without fonts and layout; each has a sentence in `templates/messages.toml`.
pub const CODES: &[&str] = &[
    "required-empty",
    "unreadable",
    "unreadable-number",
    "unreadable-phone",
    "unreadable-date",
    "unreadable-span",
    "link-removed",
    "very-long",
    "same-name",
    "odd-characters",
    "placeholder-removed",
    "item-gone",
    "section-gone",
    "tree-deep",
    "role-empty",
    "deputy-same",
    "tree-alone",
    "tree-no-number",
    "tree-no-wait",
    "tree-no-other-way",
    "tree-hinge",
    "decider-not-in-tree",
    "no-code",
    "numbers-never",
    "numbers-old",
    "role-untouched",
    "drill-wrong",
    "tree-circle",
    "tree-own-substitute",
    "tree-same-number",
    "no-downtime",
    "no-paper-start",
    "paper-start-undecided",
    "no-backup-cutoff",
    "system-circle",
    "tier-lifted",
    "wave-no-reason",
    "target-too-early",
    "rpo-under-interval",
    "no-fallback",
    "paper-too-short",
    "cutoff-silences",
    "cutoff-no-channel",
    "no-night-window",
    "remote-not-in-ledger",
    "support-ended",
    "same-asset-no",
    "no-offline-copy",
    "stock-short",
    "stock-outdated",
    "form-nowhere",
    "no-forms",
    "no-reprint",
    "no-box",
    "box-unchecked",
    "card-empty",
    "call-no-number",
    "restore-untried",
    "same-credentials",
    "rule-some-records",
    "rule-every-filled",
    "rule-one-filled",
    "rule-adopted",
    "rule-confirmed",
    "rule-hour",
];

impl Finding {
    /// A finding about a record.
    pub fn of(code: &'static str, severity: Severity, record: &dyn Record, words: Vec<String>) -> Self {
        debug_assert!(CODES.contains(&code), "{code} is in the list");
        Self { code, severity, at: Some((record.kind(), record.id())), field: None, item: None, words }
    }

    /// A finding about a field of a record: it also stands at that field in the form.
    pub fn at(code: &'static str, severity: Severity, record: &dyn Record, field: &str, words: Vec<String>) -> Self {
        Self { field: Some(field.to_owned()), ..Self::of(code, severity, record, words) }
    }
}

/// Everything found without fonts and layout, most serious first. `today` as `2026-11-26`.
pub fn findings(plan: &Plan, template: &Template, today: &str) -> Vec<Finding> {
    let mut out = Vec::new();
    for kind in Kind::ALL {
        for record in plan.live(*kind).filter(|record| plan.awake(*record)) {
            records::fields(plan, template, record, &mut out);
            texts::odd_characters(plan, template, record, &mut out);
        }
        records::doubles(plan, *kind, &mut out);
    }
    texts::placeholders(plan, template, &mut out);
    texts::of_gone_parts(plan, template, &mut out);
    tree::places(plan, template, &mut out);
    contacts::contacts(plan, template, today, &mut out);
    recovery::recovery(plan, template, &mut out);
    backups::backups(plan, &mut out);
    outside::outside(plan, today, &mut out);
    paper::paper(plan, template, today, &mut out);
    safety::safety(plan, &mut out);
    safety::roles_without_holder(plan, template, &mut out);
    for item in &template.items {
        for check in item.checks.iter().filter(|check| !rules::holds(plan, template, check)) {
            let kind = template.labels.get(&check.kind).map_or(check.kind.clone(), |labels| labels.name.clone());
            let field = check.field.as_deref().map(|field| template.label(&check.kind, field).to_owned());
            let code = match check.rule.as_str() {
                "some-records" => "rule-some-records",
                "every-filled" => "rule-every-filled",
                "one-filled" => "rule-one-filled",
                "confirmed" => "rule-confirmed",
                "hour-answered" => "rule-hour",
                _ => "rule-adopted",
            };
            out.push(Finding {
                code,
                severity: Severity::Note,
                at: None,
                field: check.field.clone(),
                item: Some(item.number.clone()),
                words: vec![item.number.clone(), kind, field.unwrap_or_default()],
            });
        }
    }
    out.sort_by_key(|finding| finding.severity);
    debug_assert!(out.iter().all(|finding| CODES.contains(&finding.code)), "every code is in the list");
    out
}

fn kind_name(template: &Template, noun: &str) -> String {
    template.labels.get(noun).map_or_else(|| noun.to_owned(), |labels| labels.name.clone())
}
