//! Lists of records as people see them: in their order, searched, a part at a time.

use crate::{Binder, Snapshot};
use plan::{FieldKind, Held, Id, Kind, Plan, Record, find_key, sort_key};
use template::Template;

/// A part of a list.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The plan it was taken from.
    pub now: Snapshot,
    /// How many records the kind has.
    pub total: usize,
    /// How many of them were found.
    pub found: usize,
    /// The part that was asked for, in order.
    pub ids: Vec<Id>,
}

/// Which part of a list.
#[derive(Debug, Clone, Copy, Default)]
pub struct Part {
    /// The first one, counted from 0.
    pub from: usize,
    /// How many at most.
    pub most: usize,
    /// The record that shall be in it, wherever that is.
    pub with: Option<Id>,
}

impl Binder {
    /// Every live record of a kind, by reading where the kind says so, else in the order of entry.
    pub fn list(&self, kind: Kind) -> Listed {
        let now = self.snapshot();
        let mut list: Vec<&dyn Record> = now.plan.live(kind).collect();
        let facts = kind.facts();
        if facts.by_reading {
            let text = |one: &dyn Record, field: Option<&str>| field.and_then(|field| one.field(field));
            list.sort_by_cached_key(|one| {
                sort_key(text(*one, facts.reading).as_deref(), text(*one, facts.title).as_deref())
            });
        }
        let ids: Vec<Id> = list.iter().map(|one| one.id()).collect();
        Listed { total: ids.len(), found: ids.len(), ids, now }
    }

    /// A part of the records of a kind in which every word of `search` occurs, in the order of entry.
    pub fn search(&self, kind: Kind, search: &str, part: Part) -> Listed {
        let now = self.snapshot();
        let found = matching(&now, kind, search);
        let most = part.most.max(1);
        let with = part.with.and_then(|id| found.iter().position(|one| *one == id));
        let from = with.map_or(part.from, |at| at / most * most);
        let ids = found.iter().skip(from).take(most).copied().collect();
        Listed { total: now.plan.live(kind).count(), found: found.len(), ids, now }
    }
}

/// The records of a kind in which every word of `search` occurs, in the order of entry.
pub(crate) fn matching(now: &Snapshot, kind: Kind, search: &str) -> Vec<Id> {
    let wanted: Vec<String> = search.split_whitespace().map(find_key).collect();
    let matches = |record: &dyn Record| {
        let text = if wanted.is_empty() { String::new() } else { searched(&now.plan, &now.template, record) };
        wanted.iter().all(|word| text.contains(word.as_str()))
    };
    now.plan.live(kind).filter(|one| matches(*one)).map(Record::id).collect()
}

/// What a search in a list looks at: every value in words, and the names of what the record names.
fn searched(plan: &Plan, template: &Template, record: &dyn Record) -> String {
    let mut text = String::new();
    record.each(&mut |field, held| {
        match (field.kind, held) {
            (FieldKind::Link(to), Held::Record(id)) => text.push_str(&plan.link_title(to, id).unwrap_or_default()),
            (FieldKind::Choice(_), Held::Text(value)) => {
                text.push_str(template.choice(record.kind().noun(), field.id, value));
            }
            (FieldKind::Image | FieldKind::File | FieldKind::Cells, _) => return,
            (_, Held::Text(value)) => text.push_str(value),
            _ => return,
        }
        text.push('\n');
    });
    find_key(&text)
}
