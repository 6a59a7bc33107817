//! A large plan for tests and measurements: the same numbers and seed give the same plan.
//!
//! Deliberately not here: anything that could be taken for a real institution.
//! Every name says that it was generated.

use crate::{Error, NewPlan, Outside, Result, embedded, new_plan};
use plan::{Change, Id, Kind, order, starter};
use std::path::Path;
use store::{Seed, StoredPack};

/// How large.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// Systems, besides what a new hospital starts with.
    pub systems: u32,
    /// People.
    pub people: u32,
    /// Devices of the ledger.
    pub devices: u32,
    /// Dependencies between the systems; 0 = up to three for each, as chance has it.
    pub dependencies: u32,
    /// What chance begins with.
    pub seed: u64,
}

/// More than any group of hospitals has; a slip of the finger must not fill the disk.
const MOST: u32 = 100_000;

/// What the ids of generated plans derive from.
const GENERATED: &str = "736f6e61-6500-4000-8000-000000000001";

/// Makes the file.
///
/// # Errors
/// Nothing is left behind; an existing file is never overwritten. [`Error::TooLarge`] for a size over the limit.
pub fn generate(size: Size, path: &Path, outside: &dyn Outside) -> Result<()> {
    if let Some(over) =
        [size.systems, size.people, size.devices, size.dependencies].into_iter().find(|count| *count > MOST)
    {
        return Err(Error::TooLarge(over, MOST));
    }
    let (files, template) = embedded::own_pack(embedded::PACK)?;
    let id = Id::derived(Id::parse(GENERATED).unwrap_or_else(|| outside.new_id()), "plan", &size.seed.to_string());
    let start = NewPlan { kind: "hospital".to_owned(), name: format!("生成病院{}", size.seed), beds: Some(180) };
    let mut rows = starter::rows(id, &template, &start.kind, &start.name, start.beds);
    rows.extend(Generator::new(id, size.seed, &rows).rows(size));
    let pack = StoredPack {
        kind: template::PackKind::Model,
        id: template.id.clone(),
        hash: template.hash.clone(),
        files: files.0,
    };
    let op = new_plan::made(outside, plan::Operation::Generate);
    let beside = embedded::all_beside()?;
    Ok(store::create(path, &Seed { plan: id, pack: &pack, beside: &beside, rows: &rows, attachments: &[], op: &op })?)
}

struct Generator {
    plan: Id,
    state: u64,
    departments: Vec<Id>,
    roles: Vec<Id>,
    /// The last place of each kind.
    last: std::collections::BTreeMap<Kind, String>,
}

impl Generator {
    fn new(plan: Id, seed: u64, rows: &[Change]) -> Self {
        let of = |kind| rows.iter().filter(|row| row.kind == kind).map(|row| row.id).collect();
        let mut last = std::collections::BTreeMap::new();
        for row in rows {
            let place =
                row.columns.iter().find(|(column, _)| column == "position").and_then(|(_, place)| place.clone());
            let most: &mut String = last.entry(row.kind).or_default();
            *most = place.unwrap_or_default().max(std::mem::take(most));
        }
        Self { plan, state: seed, departments: of(Kind::Department), roles: of(Kind::Role), last }
    }

    fn rows(&mut self, size: Size) -> Vec<Change> {
        let mut out = Vec::new();
        let vendors = size.systems.div_ceil(10);
        let vendors: Vec<Id> = (0..vendors)
            .map(|nth| {
                let values = [
                    ("name", format!("生成事業者{nth:04}")),
                    ("group", "vendor".to_owned()),
                    ("day_phone", number(nth)),
                    ("contract", format!("G-{nth:05}")),
                ];
                self.row(&mut out, Kind::Organisation, nth, &values)
            })
            .collect();
        let systems: Vec<Id> = (0..size.systems)
            .map(|nth| {
                let mut values = vec![
                    ("name", format!("生成システム{nth:05}")),
                    ("purpose", "部門の記録と依頼".to_owned()),
                    ("effect", "記録が見えず、依頼が届かない。".to_owned()),
                    ("fallback", "紙の伝票に書いて運び、戻ってから転記する。".to_owned()),
                    ("importance", ["a", "b", "c", "d"][self.below(4)].to_owned()),
                    ("recovery", ["l0", "l1", "l2", "l3", "l4", "l5"][self.below(6)].to_owned()),
                ];
                if !vendors.is_empty() {
                    values.push(("vendor", vendors[self.below(vendors.len())].to_string()));
                }
                self.row(&mut out, Kind::System, nth, &values)
            })
            .collect();
        // A system needs only earlier ones: no circles by chance.
        let others = systems.len().saturating_sub(1).max(1);
        for (nth, system) in systems.iter().enumerate().skip(1) {
            let count = match size.dependencies as usize {
                0 => self.below(4),
                all => (all * nth) / others - (all * (nth - 1)) / others,
            };
            for _ in 0..count {
                let needed = systems[self.below(nth)];
                let id = Id::derived(self.plan, "system_links", &format!("{system}>{needed}"));
                if !out.iter().rev().take(count + 1).any(|row: &Change| row.id == id) {
                    let values = [("system", system.to_string()), ("needs", needed.to_string())];
                    let change = self.change(Kind::SystemLink, id, &values);
                    out.push(change);
                }
            }
        }
        for nth in 0..size.people {
            let mut values = vec![
                ("name", format!("生成{nth:05}")),
                ("kana", "セイセイ".to_owned()),
                ("job", "看護師".to_owned()),
                ("extension", format!("{:04}", nth % 10_000)),
            ];
            if !self.departments.is_empty() {
                let at = self.below(self.departments.len());
                values.push(("department", self.departments[at].to_string()));
            }
            let person = self.row(&mut out, Kind::Person, nth, &values);
            if let Some(role) = self.roles.get(nth as usize) {
                let columns = vec![("holder".to_owned(), Some(person.to_string()))];
                out.push(Change { kind: Kind::Role, id: *role, new: false, columns });
            }
        }
        for nth in 0..size.devices {
            let mut values = vec![
                ("asset_no", format!("生成-{nth:05}")),
                ("sort", ["server", "terminal", "network", "medical"][self.below(4)].to_owned()),
                ("name", format!("生成機器{:02}型", nth % 40)),
                ("serial", format!("G{nth:08}")),
                ("place", format!("{}階 {:02}室", 1 + nth % 5, nth % 30)),
                ("os", "生成OS 1.0".to_owned()),
                ("support_until", format!("20{}-03-31", 25 + nth % 8)),
                ("address", format!("192.0.2.{}", nth % 250)),
                ("state", "running".to_owned()),
            ];
            if !systems.is_empty() {
                let at = self.below(systems.len());
                values.push(("system", systems[at].to_string()));
            }
            if !self.departments.is_empty() {
                let at = self.below(self.departments.len());
                values.push(("department", self.departments[at].to_string()));
            }
            self.row(&mut out, Kind::Device, nth, &values);
        }
        out
    }

    fn row(&mut self, out: &mut Vec<Change>, kind: Kind, nth: u32, values: &[(&str, String)]) -> Id {
        let id = Id::derived(self.plan, kind.noun(), &format!("generated/{nth}"));
        let change = self.change(kind, id, values);
        out.push(change);
        id
    }

    fn change(&mut self, kind: Kind, id: Id, values: &[(&str, String)]) -> Change {
        let last = self.last.get(&kind).map(String::as_str);
        let place = order::after(last, 1).remove(0);
        self.last.insert(kind, place.clone());
        let mut columns = vec![("position".to_owned(), Some(place))];
        columns.extend(values.iter().map(|(field, value)| ((*field).to_owned(), Some(value.clone()))));
        Change { kind, id, new: true, columns }
    }

    /// SplitMix64: a few lines, the same on every machine, good enough to scatter links.
    fn below(&mut self, most: usize) -> usize {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut word = self.state;
        word = (word ^ (word >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((word ^ (word >> 31)) % most.max(1) as u64) as usize
    }
}

/// Obviously nobody's.
fn number(nth: u32) -> String {
    format!("000-{:04}-{:04}", nth / 10_000, nth % 10_000)
}
