//! What a kind is, besides its fields: declared with it, read by every floor and by the window.

use crate::{Field, FieldKind, Kind};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// What a kind is.
#[derive(Debug, Clone, Copy)]
pub struct Facts {
    /// The field people call a record by: its name, unless another stands for it.
    pub title: Option<&'static str>,
    /// The field with the reading.
    pub reading: Option<&'static str>,
    /// Whether lists are in the order of the reading: there is nothing to move.
    pub by_reading: bool,
    /// Whether many may share one name (devices are told apart by their number).
    pub alike: bool,
    /// The field that names the record this one is written under and adopted with.
    pub part_of: Option<&'static str>,
    /// The two ends of a kind that only joins: such a row has a deterministic id, sleeps while an end is removed, and
    /// is never there twice.
    pub joins: Option<(&'static str, &'static str)>,
    /// Whether ticking an entry of the catalogue brings such rows: to what the entry depends on.
    pub ticked: bool,
    /// Whether its drafts are adopted one at a time: clinical text, and who decides, are no matter of one press for many.
    pub alone: bool,
    /// The field shown under a name where entries of the catalogue are ticked.
    pub about: Option<&'static str>,
    /// The fields a list shows beside the title, in order. A list is for finding; the form has everything.
    pub columns: &'static [&'static str],
    /// Whether only the program writes such rows.
    pub program: bool,
    /// Whether a window that only looks is given none of its rows, and no search finds them: it may stand on the wall.
    pub unseen: bool,
    /// Since which schema version its rows are added, never changed and never removed.
    pub append_only: Option<u32>,
}

impl Facts {
    /// The fields that name what it sleeps with: the record it is written under; of two it merely counts for, either.
    pub fn sleeps_with(&self) -> impl Iterator<Item = &'static str> {
        let both = self.joins.map(|(from, to)| [Some(from), Some(to).filter(|_| !self.ticked)]).unwrap_or_default();
        let of = if self.part_of.is_some() { [self.part_of, None] } else { both };
        of.into_iter().flatten()
    }

    /// What follows from the fields alone.
    pub(super) const fn of(fields: &'static [Field]) -> Self {
        Self {
            title: field(fields, "name"),
            reading: field(fields, "kana"),
            by_reading: false,
            alike: false,
            part_of: None,
            joins: None,
            ticked: false,
            alone: false,
            about: None,
            columns: &[],
            program: false,
            unseen: false,
            append_only: None,
        }
    }
}

/// The id of a field, if it is there.
const fn field(fields: &'static [Field], id: &str) -> Option<&'static str> {
    let mut at = 0;
    while at < fields.len() {
        if same(fields[at].id.as_bytes(), id.as_bytes()) {
            return Some(fields[at].id);
        }
        at += 1;
    }
    None
}

const fn same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        if one[at] != other[at] {
            return false;
        }
        at += 1;
    }
    true
}

impl Kind {
    /// A declared field.
    pub fn field(self, id: &str) -> Option<&'static Field> {
        self.fields().iter().find(|field| field.id == id)
    }

    /// The ids a choice field offers; none for any other.
    pub fn choices(self, field: &str) -> &'static [&'static str] {
        match self.field(field).map(|field| field.kind) {
            Some(FieldKind::Choice(choices)) => choices,
            _ => &[],
        }
    }

    /// The kind a link field leads to; `None` for one that may lead anywhere.
    pub fn leads_to(self, field: &str) -> Option<Kind> {
        match self.field(field)?.kind {
            FieldKind::Link(noun) => Kind::from_noun(noun),
            _ => None,
        }
    }

    /// Whether its records are called by a record they name (a place of the contact tree by whom it reaches).
    pub fn is_named_by_link(self) -> bool {
        self.facts().title.and_then(|title| self.field(title)).is_some_and(Field::is_link)
    }

    /// The kind whose records this one is written under.
    pub fn whole(self) -> Option<Kind> {
        self.leads_to(self.facts().part_of?)
    }

    /// The kinds written under a record of this one, in the order of the tables.
    pub fn parts(self) -> impl Iterator<Item = Kind> {
        Kind::ALL.iter().copied().filter(move |part| part.whole() == Some(self))
    }

    /// The kinds whose records its titles and links may show, also through the title of one it names: what a list of it
    /// reads besides its own rows.
    pub fn names(self) -> &'static BTreeSet<Kind> {
        &NAMED[&self]
    }

    /// Whether its rows are added only.
    pub fn is_append_only(self) -> bool {
        self.facts().append_only.is_some()
    }
}

/// For each kind those it names; itself only where it links to its own kind.
static NAMED: LazyLock<BTreeMap<Kind, BTreeSet<Kind>>> = LazyLock::new(|| {
    let direct = |kind: Kind| -> BTreeSet<Kind> {
        let to = kind.fields().iter().flat_map(|field| match field.kind {
            FieldKind::Link("any") => kind.choices("of_kind").iter().filter_map(|noun| Kind::from_noun(noun)).collect(),
            FieldKind::Link(noun) => Kind::from_noun(noun).into_iter().collect::<Vec<_>>(),
            _ => Vec::new(),
        });
        to.collect()
    };
    let mut out: BTreeMap<Kind, BTreeSet<Kind>> = Kind::ALL.iter().map(|kind| (*kind, direct(*kind))).collect();
    loop {
        let mut grown = false;
        for kind in Kind::ALL {
            let further: BTreeSet<Kind> = out[kind].iter().flat_map(|named| out[named].iter().copied()).collect();
            let known = out.entry(*kind).or_default();
            let before = known.len();
            known.extend(further);
            grown |= known.len() > before;
        }
        if !grown {
            return out;
        }
    }
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fact_names_fields_the_kind_has() {
        for kind in Kind::ALL {
            let facts = kind.facts();
            let ends = facts.joins.map(|(from, to)| [from, to]);
            let links = ends.iter().flatten().chain(&facts.part_of);
            let named = facts.columns.iter().chain(&facts.title).chain(&facts.about).chain(links.clone());
            for field in named {
                assert!(kind.field(field).is_some(), "{}.{field}", kind.noun());
            }
            for field in links {
                assert!(kind.leads_to(field).is_some(), "{}.{field} leads to one kind", kind.noun());
            }
            assert!(!facts.by_reading || facts.reading.is_some(), "{} has a reading", kind.noun());
            assert!(!facts.ticked || facts.joins.is_some(), "{} joins what is ticked", kind.noun());
        }
    }
}
