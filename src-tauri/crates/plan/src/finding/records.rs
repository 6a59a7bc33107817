//! What is wrong with single records: empty, unreadable, pointing to what is gone, twice, odd characters.

use super::{Finding, Severity, kind_name};
use crate::{FieldKind, Id, Kind, Plan, Record, readable, title_of};
use std::collections::BTreeMap;
use template::Template;

pub(super) fn fields(plan: &Plan, template: &Template, record: &dyn Record, out: &mut Vec<Finding>) {
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
        // What belongs to a removed system or procedure is asleep, not wrong: it returns with it.
        if let FieldKind::Link(to) = field.kind
            && record.kind().facts().joins.is_none()
            && record.kind().facts().part_of != Some(field.id)
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

pub(super) fn doubles(plan: &Plan, kind: Kind, out: &mut Vec<Finding>) {
    // Devices are told apart by their number; forty of one model have one name.
    if kind.facts().alike || kind.field("name").is_none() {
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

/// The kind a link points to; one that may point anywhere says so itself.
fn target(record: &dyn Record, to: &str) -> String {
    if to == "any" { record.field("of_kind").unwrap_or_default() } else { to.to_owned() }
}

fn unreadable(kind: FieldKind) -> &'static str {
    match kind {
        FieldKind::Number => "unreadable-number",
        FieldKind::Phone => "unreadable-phone",
        FieldKind::Date => "unreadable-date",
        FieldKind::Span => "unreadable-span",
        _ => "unreadable",
    }
}
