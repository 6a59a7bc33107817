//! What is open or odd in a plan. Never an error: the plan stays usable.

mod records;
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
    "link-removed",
    "very-long",
    "same-name",
    "odd-characters",
    "placeholder-removed",
    "item-gone",
    "section-gone",
    "tree-deep",
    "role-empty",
    "tree-circle",
    "tree-own-substitute",
    "tree-same-number",
    "no-downtime",
    "no-paper-start",
    "paper-start-undecided",
    "no-backup-cutoff",
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
}

/// Everything found without fonts and layout, most serious first.
pub fn findings(plan: &Plan, template: &Template) -> Vec<Finding> {
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
