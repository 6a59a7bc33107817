//! What is odd in texts: placeholders to what is gone, answers nobody asks for any more, sections that are no more.

use super::{Found, Leads, Look, Run};
use crate::{AnswerKey, CHECK_TABLE, FIRST_PAGES, Kind, Node, checks, parse_cells};
use std::collections::{BTreeMap, BTreeSet};
use template::Template;

checks! { CHECKS: Run;
    /// Placeholders of an edited section that name a record which was removed.
    "placeholder-removed" {
        severity: Mend, about: Record, reads: all, leads: Leads::Record,
        run: Run::Whole(placeholders),
    }
    /// Answers to questions the plan's pack does not have (any more): kept, and said.
    "item-gone" {
        severity: Mend, about: Institution, reads: [Answer], leads: Leads::Item,
        run: Run::Whole(items),
    }
    /// Texts of sections the plan's pack does not have (any more): kept, and said.
    "section-gone" {
        severity: Mend, about: Institution, reads: [Block], leads: Leads::Section,
        run: Run::Whole(sections),
    }
}

fn placeholders(look: &Look<'_>, found: &mut Found<'_>) {
    for block in look.plan.rows.blocks.live() {
        let Some(Ok(cells)) = block.cells.as_deref().map(parse_cells) else { continue };
        let mut gone: Vec<String> = Vec::new();
        for node in cells.iter().flatten().flatten() {
            let Node::Field { kind, record, .. } = node else { continue };
            let named = Kind::from_noun(kind).and_then(|kind| look.plan.rows.get(kind, *record));
            let title = named.filter(|named| named.row().is_removed()).map(|named| look.title(named));
            gone.extend(title.filter(|title| !gone.contains(title)));
        }
        if !gone.is_empty() {
            found.record(block, vec![block.section.clone().unwrap_or_default(), gone.join("」「")]);
        }
    }
}

fn items(look: &Look<'_>, found: &mut Found<'_>) {
    let mut gone: BTreeMap<String, usize> = BTreeMap::new();
    for answer in look.plan.rows.answers.live().filter(|answer| answer.value.is_some()) {
        // Other lists are packs of their own: what they ask, they know.
        let key = AnswerKey::of(answer).filter(|key| [CHECK_TABLE, FIRST_PAGES].contains(&key.list.as_str()));
        if let Some(key) = key.filter(|key| !is_asked(look.template, key)) {
            *gone.entry(key.item).or_default() += 1;
        }
    }
    for (item, answers) in gone {
        found.part(&item, vec![item.clone(), answers.to_string()]);
    }
}

fn sections(look: &Look<'_>, found: &mut Found<'_>) {
    let numbers: BTreeSet<String> =
        crate::blocks_of_gone_sections(look.plan, look.template).into_iter().map(|(number, _)| number).collect();
    for number in numbers {
        found.part(&number, vec![number.clone()]);
    }
}

/// Whether the pack asks this question of an item, or wants this confirmation of a first page.
pub fn is_asked(template: &Template, key: &AnswerKey) -> bool {
    let (list, question) = (key.list.as_str(), key.question.as_str());
    if list == FIRST_PAGES {
        let page = template.first_pages.iter().find(|one| one.id == key.item);
        return page.is_some_and(|page| page.confirm.iter().any(|(who, _)| who == question));
    }
    let item = template.items.iter().find(|one| one.number == key.item).filter(|_| list == CHECK_TABLE);
    item.is_some_and(|item| question == "note" || item.questions.iter().any(|one| one.id == question))
}
