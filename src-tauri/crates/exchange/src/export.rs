//! Records → a table that imports back unchanged.

use crate::import::{Known, What};
use crate::sheet::Table;
use plan::{FieldKind, Id, Kind, Plan, Record, Shown, show_field};
use template::Template;

/// A table of all live records: every field by its label, links and choices in words, and last the number by
/// which a row finds its record again. `None` for what has no table of its own.
pub fn table(plan: &Plan, template: &Template, known: &Known, what: What) -> Option<Table> {
    if what == What::Dependencies {
        return Some(dependencies(plan, template));
    }
    let kind = what.kind()?;
    let fields = table_fields(kind);
    let mut head: Vec<String> = fields.iter().map(|field| plan.label(template, kind.noun(), field)).collect();
    let with_needs = kind == Kind::System;
    if with_needs {
        head.push(plan.label(template, "system_links", "needs"));
    }
    head.push(known.word("id").to_owned());
    let row = |record: &dyn Record| {
        let mut cells: Vec<String> = fields.iter().map(|field| cell(plan, template, record, field)).collect();
        if with_needs {
            cells.push(needs(plan, record.id()).join("\n"));
        }
        cells.push(record.id().to_string());
        cells
    };
    let title = template.labels.get(kind.noun()).map_or_else(String::new, |labels| labels.name.clone());
    Some(Table { title, head, rows: plan.live(kind).map(row).collect() })
}

/// The fields that are columns of a kind's table, in order.
pub fn table_fields(kind: Kind) -> Vec<&'static str> {
    let shown = kind
        .fields()
        .iter()
        .filter(|field| !matches!(field.kind, FieldKind::Image | FieldKind::File | FieldKind::Cells));
    shown.map(|field| field.id).collect()
}

/// As stored where people type it so, else in words.
fn cell(plan: &Plan, template: &Template, record: &dyn Record, field: &str) -> String {
    let declared = record.kind().field(field).map(|one| one.kind);
    match declared {
        Some(FieldKind::Choice(_) | FieldKind::Link(_) | FieldKind::Flag) => {
            match show_field(plan, template, record, field, true) {
                // A link to a removed record stays one: coming back, the same words change nothing.
                Shown::Value(text) | Shown::Removed(text) => text,
                _ => String::new(),
            }
        }
        _ => record.field(field).unwrap_or_default(),
    }
}

fn needs(plan: &Plan, system: Id) -> Vec<String> {
    let links = plan.rows.system_links.live().filter(|link| link.system == Some(system));
    links.filter_map(|link| Some(plan.find(Kind::System, link.needs?)?.title())).collect()
}

fn dependencies(plan: &Plan, template: &Template) -> Table {
    let noun = Kind::SystemLink.noun();
    let head = ["system", "needs"].map(|field| plan.label(template, noun, field)).to_vec();
    let row = |system: &dyn Record| {
        needs(plan, system.id()).into_iter().map(|needed| vec![system.title(), needed]).collect::<Vec<_>>()
    };
    let title = template.labels.get(noun).map_or_else(String::new, |labels| labels.name.clone());
    Table { title, head, rows: plan.live(Kind::System).flat_map(row).collect() }
}
