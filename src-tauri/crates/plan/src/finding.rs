//! What is open or odd in a plan. Never an error: the plan stays usable.

use crate::{FieldKind, Id, Kind, Plan, Record, readable, rules, title_of};
use std::collections::BTreeMap;
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

impl Finding {
    /// A finding about a record.
    pub fn of(code: &'static str, severity: Severity, record: &dyn Record, words: Vec<String>) -> Self {
        Self { code, severity, at: Some((record.kind(), record.id())), field: None, item: None, words }
    }
}

/// Everything found without fonts and layout, most serious first.
pub fn findings(plan: &Plan, template: &Template) -> Vec<Finding> {
    let mut out = Vec::new();
    for kind in Kind::ALL {
        for record in plan.live(*kind) {
            fields(plan, template, record, &mut out);
        }
        doubles(plan, *kind, &mut out);
    }
    safety(plan, &mut out);
    for item in &template.items {
        for check in item.checks.iter().filter(|check| !rules::holds(plan, check)) {
            let kind = template.labels.get(&check.kind).map_or(check.kind.clone(), |labels| labels.name.clone());
            let field = check.field.as_deref().map(|field| template.label(&check.kind, field).to_owned());
            let code = match check.rule.as_str() {
                "some-records" => "rule-some-records",
                "every-filled" => "rule-every-filled",
                "one-filled" => "rule-one-filled",
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
    out
}

fn fields(plan: &Plan, template: &Template, record: &dyn Record, out: &mut Vec<Finding>) {
    let noun = record.kind().noun();
    for field in record.fields() {
        let label = || template.label(noun, field.id).to_owned();
        let mut say = |code, severity, words| {
            out.push(Finding { field: Some(field.id.to_owned()), ..Finding::of(code, severity, record, words) });
        };
        let Some(value) = record.field(field.id) else {
            if field.required {
                say(
                    "required-empty",
                    Severity::Mend,
                    vec![kind_name(template, noun), title_of(plan, template, record), label()],
                );
            }
            continue;
        };
        if !readable(field.kind, &value) {
            say(unreadable(field.kind), Severity::Mend, vec![title_of(plan, template, record), label(), value.clone()]);
        }
        // A dependency whose end was removed is asleep, not wrong: it returns with the system.
        if let FieldKind::Link(to) = field.kind
            && record.kind() != Kind::SystemLink
            && let Some(Err(title)) = Id::parse(&value).map(|id| plan.link_title(&target(record, to), id))
        {
            say("link-removed", Severity::Mend, vec![title_of(plan, template, record), label(), title]);
        }
        if field.kind == FieldKind::Text && value.chars().count() > 200 {
            let short: String = value.chars().take(20).collect();
            say("very-long", Severity::Note, vec![short, label(), value.chars().count().to_string()]);
        }
    }
}

fn doubles(plan: &Plan, kind: Kind, out: &mut Vec<Finding>) {
    if !kind.fields().iter().any(|field| field.id == "name") {
        return;
    }
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for record in plan.live(kind) {
        let Some(name) = record.field("name") else { continue };
        let count = seen.entry(name.clone()).or_default();
        *count += 1;
        if *count == 2 {
            out.push(Finding::of("same-name", Severity::Note, record, vec![name]));
        }
    }
}

/// What must not be missing on the night (`practice.md` §1-2, §1-3, §1-7).
fn safety(plan: &Plan, out: &mut Vec<Finding>) {
    for entry in ["departments/ward", "departments/icu", "departments/dialysis", "departments/delivery"] {
        let Some(department) = plan.from_entry(entry) else { continue };
        let id = department.id();
        if !plan
            .rows
            .downtime
            .iter()
            .any(|d| d.row.removed_at.is_none() && d.department == Some(id) && d.place.is_some())
        {
            out.push(Finding::of("no-downtime", Severity::Stop, department, vec![department.title()]));
        }
    }
    let general = |code, severity| Finding { code, severity, at: None, field: None, item: None, words: Vec::new() };
    match plan.from_entry("decisions/paper-start") {
        None => out.push(general("no-paper-start", Severity::Stop)),
        Some(decision) => {
            let needed = if plan.has_beds() { "night_role" } else { "day_role" };
            if decision.field(needed).is_none() {
                out.push(Finding {
                    field: Some(needed.to_owned()),
                    ..Finding::of("paper-start-undecided", Severity::Stop, decision, vec![decision.title()])
                });
            }
        }
    }
    if !plan.rows.cutoff_points.iter().any(|c| c.row.removed_at.is_none() && c.step.as_deref() == Some("1")) {
        out.push(general("no-backup-cutoff", Severity::Mend));
    }
}

fn kind_name(template: &Template, noun: &str) -> String {
    template.labels.get(noun).map_or_else(|| noun.to_owned(), |labels| labels.name.clone())
}

/// The kind a link points to; one that may point anywhere says so itself.
fn target(record: &dyn Record, to: &str) -> String {
    if to == "any" { record.field("of_kind").unwrap_or_default() } else { to.to_owned() }
}

fn unreadable(kind: FieldKind) -> &'static str {
    match kind {
        FieldKind::Number => "unreadable-number",
        FieldKind::Phone => "unreadable-phone",
        FieldKind::Date => "unreadable-date",
        _ => "unreadable",
    }
}
