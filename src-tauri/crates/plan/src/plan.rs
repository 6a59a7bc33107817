//! The plan in memory.

use crate::{Change, Department, Doubt, Facility, FieldKind, Id, Kind, Record, Role, Rows};
use std::collections::BTreeSet;
use template::Template;

/// One institution's plan, whole, without attachments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The plan's own id; deterministic row ids start from it.
    pub id: Id,
    /// All records.
    pub rows: Rows,
    /// Rows the file and its history disagree about.
    pub doubts: Vec<Doubt>,
    /// Hashes of pictures whose bytes are gone from the file, or are not what they were.
    pub lost: BTreeSet<String>,
}

impl Plan {
    /// A plan of these rows, none of them in doubt.
    pub fn new(id: Id, rows: Rows) -> Self {
        Self { id, rows, doubts: Vec::new(), lost: BTreeSet::new() }
    }

    /// The id of the one facility row of a plan.
    pub fn facility_id(plan: Id) -> Id {
        Id::derived(plan, "facility", "facility")
    }

    /// The pictures its live rows show, each with the row and the field.
    pub fn pictures(&self) -> impl Iterator<Item = (&dyn Record, &'static str, crate::Picture)> {
        Kind::ALL.iter().flat_map(move |kind| {
            let fields = kind.fields().iter().filter(|field| field.kind == FieldKind::Image);
            let shown = |record: &dyn Record, field: &str| crate::Attachment::parse(&record.field(field)?)?.picture();
            fields.flat_map(move |field| {
                self.live(*kind).filter_map(move |record| Some((record, field.id, shown(record, field.id)?)))
            })
        })
    }

    /// The facility; `None` only for a plan that was never finished being made.
    pub fn facility(&self) -> Option<&Facility> {
        self.rows.facility.first()
    }

    /// The facility's kind, `hospital` while unanswered.
    pub fn institution(&self) -> &str {
        self.facility().and_then(|f| f.kind.as_deref()).unwrap_or("hospital")
    }

    /// Whether patients stay overnight: decides which first pages print.
    pub fn has_beds(&self) -> bool {
        matches!(self.institution(), "hospital" | "clinic-with-beds")
    }

    /// The size an example should have (`template::Item::example`).
    /// Our limits: a hospital without a number counts as under 300.
    pub fn size(&self) -> &'static str {
        let beds: Option<u32> = self.facility().and_then(|f| f.beds.as_deref()).and_then(|b| b.parse().ok());
        match (self.institution(), beds) {
            ("pharmacy", _) => "pharmacy",
            ("clinic" | "dental", _) => "clinic",
            ("clinic-with-beds", _) => "hospital-under-100",
            (_, Some(0..100)) => "hospital-under-100",
            (_, Some(300..)) => "hospital-300-up",
            _ => "hospital-under-300",
        }
    }

    /// Records of a kind that were not removed, in order.
    pub fn live(&self, kind: Kind) -> impl Iterator<Item = &dyn Record> {
        self.rows.all(kind).filter(|record| !record.row().is_removed())
    }

    /// The place of the last row of a kind, removed ones included: behind it a new one is added. It costs the same however
    /// many there are.
    pub fn last_place(&self, kind: Kind) -> Option<String> {
        self.rows.all(kind).next_back().map(|record| record.row().position.clone())
    }

    /// A record that was not removed.
    pub fn find(&self, kind: Kind, id: Id) -> Option<&dyn Record> {
        self.rows.get(kind, id).filter(|record| !record.row().is_removed())
    }

    /// Whether a live record counts: a step sleeps while its procedure is removed, a link while one of
    /// its ends is, and both return with it.
    pub fn awake(&self, record: &dyn Record) -> bool {
        let kind = record.kind();
        let there = |field: &str| {
            let Some(to) = kind.leads_to(field) else { return true };
            record.link(field).is_some_and(|id| self.find(to, id).is_some())
        };
        let facts = kind.facts();
        facts.part_of.is_none_or(there) && facts.joins.is_none_or(|(from, to)| there(from) && there(to))
    }

    /// The live record made from a catalogue entry.
    pub fn from_entry(&self, entry: &str) -> Option<&dyn Record> {
        let kind = Kind::from_noun(entry.split('/').next()?)?;
        self.live(kind).find(|record| record.row().source.as_deref() == Some(entry))
    }

    /// Whether one of these entries is ticked; an empty list is always met.
    pub fn ticked(&self, entries: &[String]) -> bool {
        entries.is_empty() || entries.iter().any(|entry| self.from_entry(entry).is_some())
    }

    /// A live role.
    pub fn role(&self, id: Option<Id>) -> Option<&Role> {
        self.rows.roles.find(id)
    }

    /// A live department.
    pub fn department(&self, id: Option<Id>) -> Option<&Department> {
        self.rows.departments.find(id)
    }

    /// What a link field shows: the title of the record of that kind it points to. A record without a name of its own
    /// is called by the record that stands for it: a place of the contact tree by whom it reaches.
    /// `Err` when that record was removed or never existed.
    pub fn link_title(&self, to: &str, id: Id) -> Result<String, String> {
        let Some(record) = Kind::from_noun(to).and_then(|kind| self.rows.get(kind, id)) else {
            return Err(String::new());
        };
        let by = record.kind().facts().title.and_then(|title| self.named_by(record, title));
        let title = by.unwrap_or_else(|| Ok(record.title()));
        if record.row().is_removed() { Err(title.unwrap_or_else(|gone| gone)) } else { title }
    }

    /// The title of what a link field of a record names; `None` for any other field, and for a place of its own kind.
    fn named_by(&self, record: &dyn Record, field: &str) -> Option<Result<String, String>> {
        let FieldKind::Link(to) = record.kind().field(field)?.kind else { return None };
        let noun = if to == "any" { record.text("of_kind").unwrap_or_default() } else { to };
        if noun == record.kind().noun() {
            return Some(Err(String::new()));
        }
        Some(record.link(field).map_or_else(|| Err(String::new()), |of| self.link_title(noun, of)))
    }

    /// What a field is called here: the institution's own word for a column of its ledger, else the pack's.
    pub fn label(&self, template: &Template, noun: &str, field: &str) -> String {
        let own = self
            .rows
            .column_names
            .live()
            .find(|one| one.of_kind.as_deref() == Some(noun) && one.field.as_deref() == Some(field));
        own.and_then(|one| one.label.clone()).unwrap_or_else(|| template.label(noun, field).to_owned())
    }

    /// Takes over a change, as the store would hand it back.
    pub fn apply(&mut self, change: &Change) {
        let mut columns: Vec<(String, Option<String>)> =
            self.rows.get(change.kind, change.id).map_or_else(Vec::new, |old| {
                crate::ROW_COLUMNS
                    .iter()
                    .copied()
                    .chain(old.fields().iter().map(|field| field.id))
                    .map(|column| (column.to_owned(), old.column(column)))
                    .collect()
            });
        columns.extend(change.columns.iter().cloned());
        self.rows.put(change.kind, change.id, Some(&columns));
    }

    /// Which entries of the catalogue fit this institution.
    pub fn offered<'t>(&self, template: &'t Template, kind: Kind) -> Vec<&'t template::Entry> {
        let institution = self.institution();
        template.catalogue.get(kind.noun()).map_or_else(Vec::new, |entries| {
            entries
                .iter()
                .filter(|e| e.institutions.is_empty() || e.institutions.iter().any(|one| one == institution))
                .collect()
        })
    }
}
