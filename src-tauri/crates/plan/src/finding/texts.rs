//! What is odd in texts: look-alike characters, placeholders to what is gone, answers nobody asks for any more.

use super::{Finding, Severity};
use crate::{FieldKind, Kind, Node, Plan, Record, parse_cells, title_of};
use std::collections::{BTreeMap, BTreeSet};
use template::Template;

/// Characters copied out of a PDF or an old system that look like others and are not:
/// radicals of Kangxi (⼀ for 一), half-width kana. Stored as typed; search finds them, people and
/// other programs may not.
pub(super) fn odd_characters(plan: &Plan, template: &Template, record: &dyn Record, out: &mut Vec<Finding>) {
    // Answers and remarks are running text of the drafters and print as they are.
    for field in record.fields().iter().filter(|field| !matches!(field.kind, FieldKind::Cells | FieldKind::Link(_))) {
        let Some(value) = record.field(field.id) else { continue };
        let odd: BTreeSet<char> = value.chars().filter(|c| is_odd(*c)).collect();
        if odd.is_empty() {
            continue;
        }
        let shown: String = odd.iter().take(5).collect();
        let meant: String = crate::usual_form(&shown);
        out.push(Finding {
            field: Some(field.id.to_owned()),
            ..Finding::of(
                "odd-characters",
                Severity::Note,
                record,
                vec![
                    title_of(plan, template, record),
                    template.label(record.kind().noun(), field.id).to_owned(),
                    shown,
                    meant,
                ],
            )
        });
    }
}

fn is_odd(c: char) -> bool {
    // Kangxi radicals, the supplement of radicals, half-width katakana with its marks.
    matches!(c, '\u{2F00}'..='\u{2FD5}' | '\u{2E80}'..='\u{2EF3}' | '\u{FF61}'..='\u{FF9F}')
}

/// Placeholders of an edited section that name a record which was removed.
pub(super) fn placeholders(plan: &Plan, template: &Template, out: &mut Vec<Finding>) {
    for block in plan.live(Kind::Block) {
        let Some(Ok(cells)) = block.field("cells").map(|cells| parse_cells(&cells)) else { continue };
        for node in cells.iter().flatten().flatten() {
            let Node::Field { kind, record, .. } = node else { continue };
            let found = Kind::from_noun(kind).and_then(|kind| plan.rows.get(kind, *record));
            if let Some(gone) = found.filter(|found| found.row().is_removed()) {
                let words = vec![block.field("section").unwrap_or_default(), title_of(plan, template, gone)];
                let finding = Finding::of("placeholder-removed", Severity::Mend, block, words);
                if !out.contains(&finding) {
                    out.push(finding);
                }
            }
        }
    }
}

/// Answers to questions, and texts of sections, that the plan's pack does not have (any more): kept, and said.
pub(super) fn of_gone_parts(plan: &Plan, template: &Template, out: &mut Vec<Finding>) {
    let mut gone: BTreeMap<String, usize> = BTreeMap::new();
    for answer in plan.live(Kind::Answer).filter(|answer| answer.field("value").is_some()) {
        let (Some(item), Some(field)) = (answer.field("item"), answer.field("field")) else { continue };
        if !is_asked(template, &item, &field) {
            *gone.entry(item).or_default() += 1;
        }
    }
    let general = |code, words| Finding { code, severity: Severity::Mend, at: None, field: None, item: None, words };
    out.extend(gone.into_iter().map(|(item, answers)| general("item-gone", vec![item, answers.to_string()])));
    let sections: BTreeSet<String> =
        crate::blocks_of_gone_sections(plan, template).into_iter().map(|(number, _)| number).collect();
    out.extend(sections.into_iter().map(|number| general("section-gone", vec![number])));
}

/// Whether the pack asks this question of an item, or wants this confirmation of a first page.
pub fn is_asked(template: &Template, item: &str, field: &str) -> bool {
    if let Some(page) = item.strip_prefix("first/") {
        let page = template.first_pages.iter().find(|one| one.id == page);
        return page.is_some_and(|page| page.confirm.iter().any(|(who, _)| who == field));
    }
    let item = template.items.iter().find(|one| one.number == item);
    item.is_some_and(|item| field == "note" || item.questions.iter().any(|question| question.id == field))
}
