//! A scenario's texts, filled from the plan.

use super::{Cast, cast};
use crate::{Department, Id, Kind, Plan, Record, find_key, is_private, title_of};
use serde::{Deserialize, Serialize};
use template::{Piece, Scenario, Slot, SlotOf, Template, slots};

/// A text as it is told.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filled {
    /// The text. For what the plan lacks stands the usual word: whoever leads can say it, the wall never shows it.
    pub text: String,
    /// What the plan lacks for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lacks: Vec<Lack>,
}

/// Something a scenario asks of the plan and does not find there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Lack {
    /// The place as the scenario writes it.
    pub slot: String,
    /// Noun of what is missing, or empty of what.
    pub noun: String,
    /// The record in which a field is empty; `None` = the record itself is missing.
    pub record: Option<String>,
    /// That field.
    pub field: Option<String>,
    /// The usual word for it.
    pub usual: String,
}

/// Fills texts: one for each scenario, plan and choice of what is hit.
#[derive(Debug, Clone, Copy)]
pub(super) struct Filling<'a> {
    pub plan: &'a Plan,
    pub template: &'a Template,
    pub scenario: &'a Scenario,
    pub cast: &'a Cast,
}

/// What a way of a slot gives.
type Way = Result<String, Lack>;

/// So many names of what stops are said in a sentence.
const NAMED: usize = 4;

impl Filling<'_> {
    /// A text with its slots filled. Scenarios of formats before 3 have none.
    pub(super) fn text(&self, text: &str) -> Filled {
        let pieces = if self.scenario.modules.is_empty() { None } else { slots(text).ok() };
        let Some(pieces) = pieces else { return Filled { text: text.to_owned(), lacks: Vec::new() } };
        let mut out = Filled::default();
        for piece in pieces {
            match piece {
                Piece::Text(text) => out.text.push_str(&text),
                Piece::Slot(slot) => match self.slot(&slot) {
                    Ok(text) => out.text.push_str(&text),
                    Err(lack) => {
                        out.text.push_str(&lack.usual);
                        out.lacks.push(lack);
                    }
                },
            }
        }
        out
    }

    /// The first way the plan has; else what is missing for the one meant first.
    fn slot(&self, slot: &Slot) -> Way {
        let mut missing = None;
        for way in &slot.ways {
            match self.way(way) {
                Ok(text) => return Ok(text),
                Err(lack) => missing = missing.or(Some(Lack { slot: slot.written.clone(), ..lack })),
            }
        }
        missing.map_or_else(|| Ok(String::new()), Err)
    }

    fn way(&self, way: &SlotOf) -> Way {
        match way {
            SlotOf::Facility => {
                let named = self.plan.facility().and_then(|one| one.name.clone());
                named.ok_or_else(|| self.lack(Kind::Facility, None, Some("name"), String::new()))
            }
            SlotOf::Hit(nth, aspect) => self.hit(*nth, aspect),
            SlotOf::Ward(nth) => wards(self.plan)
                .nth(nth - 1)
                .map(|ward| ward.title())
                .ok_or_else(|| self.lack(Kind::Department, None, None, self.usual("departments/ward"))),
            SlotOf::Channel(nth) => {
                let works = self.plan.rows.channels.live().filter(|one| one.no_exchange.as_deref() == Some("yes"));
                let named = works.map(Record::title).filter(|title| !title.is_empty()).nth(nth - 1);
                let usual = self.template.word("channels").to_owned();
                named.ok_or_else(|| self.lack(Kind::Channel, None, None, usual))
            }
            SlotOf::Entry(entry, aspect) => self.entry(entry, aspect.as_deref()),
        }
    }

    fn hit(&self, nth: usize, aspect: &str) -> Way {
        let part = self.cast.parts.get(nth - 1);
        let what = part.map(|part| part.what.clone()).unwrap_or_default();
        let system = part.and_then(|part| self.plan.rows.systems.find(part.system));
        let Some(system) = system else { return Err(self.lack(Kind::System, None, None, what)) };
        match aspect {
            "vendor" => self.linked(system, "vendor"),
            "stops" => Ok(self.among(&self.stopped_with(system.row.id))),
            _ => Ok(system.title()),
        }
    }

    /// Names of what stops with a system, itself not among them, the weightiest for patients first.
    fn stopped_with(&self, hit: Id) -> Vec<String> {
        cast::titles_by_weight(self.plan, &cast::stops(self.plan, [hit]), &[hit])
    }

    /// Names in a sentence; of many, some and how many more.
    fn among(&self, names: &[String]) -> String {
        let more = names.len().saturating_sub(NAMED);
        let said = names.iter().take(NAMED).cloned().collect::<Vec<_>>().join("、");
        if more == 0 { said } else { said + &self.template.word("and-more").replace("{n}", &more.to_string()) }
    }

    fn entry(&self, entry: &str, aspect: Option<&str>) -> Way {
        let kind = entry.split('/').next().and_then(Kind::from_noun);
        let record = meant(self.plan, self.template, entry);
        let (Some(kind), Some(record)) = (kind, record) else {
            let noun = entry.split('/').next().unwrap_or_default().to_owned();
            return Err(Lack { noun, slot: String::new(), record: None, field: None, usual: self.usual(entry) });
        };
        let by = |night: &'static str, day: &'static str| {
            let first = if self.scenario.night { night } else { day };
            self.linked(record, first).or_else(|lack| self.linked(record, day).map_err(|_| lack))
        };
        match (kind, aspect) {
            (Kind::Decision, Some("who")) => by("night_role", "day_role"),
            (Kind::Restriction, Some("who")) => by("night_decider", "decider"),
            (Kind::Decision, Some("next")) => self.linked(record, "next_role"),
            (Kind::Decision, Some("minutes")) => record
                .field("wait_minutes")
                .ok_or_else(|| self.lack(kind, Some(record), Some("wait_minutes"), "＿".to_owned())),
            (Kind::Role, Some("deputy")) => self.deputy(record),
            (_, Some("checker")) => self.linked(record, "checked_by"),
            (_, Some(field)) => self.linked(record, field),
            (_, None) => Ok(title_of(self.plan, self.template, record)),
        }
    }

    /// The post of the first deputy: names of people stay on paper.
    fn deputy(&self, role: &dyn Record) -> Way {
        let person = self.plan.rows.people.find(role.link("deputy1"));
        let lack = |record, field, usual| self.lack(record, None, Some(field), usual);
        let usual = template::filled(self.template.word("deputy-of"), &[role.title()]);
        match person {
            None => Err(Lack { record: Some(role.id().to_string()), ..lack(Kind::Role, "deputy1", usual) }),
            Some(person) => person
                .job
                .clone()
                .ok_or_else(|| Lack { record: Some(person.row.id.to_string()), ..lack(Kind::Person, "job", usual) }),
        }
    }

    /// The name of what a field leads to.
    fn linked(&self, record: &dyn Record, field: &str) -> Way {
        let to = record.kind().leads_to(field);
        let there = to.and_then(|to| self.plan.find(to, record.link(field)?));
        let hidden = record.kind().field(field).is_none_or(|field| is_private(record, field));
        there.filter(|_| !hidden).map(|there| title_of(self.plan, self.template, there)).ok_or_else(|| {
            let usual = self.template.label(record.kind().noun(), field).to_owned();
            self.lack(record.kind(), Some(record), Some(field), usual)
        })
    }

    fn lack(&self, kind: Kind, record: Option<&dyn Record>, field: Option<&str>, usual: String) -> Lack {
        Lack {
            slot: String::new(),
            noun: kind.noun().to_owned(),
            record: record.map(|record| record.id().to_string()),
            field: field.map(str::to_owned),
            usual,
        }
    }

    /// What an entry of the catalogue is called.
    fn usual(&self, entry: &str) -> String {
        self.template.entry(entry).and_then(|entry| entry.values.get("name")).cloned().unwrap_or_default()
    }
}

/// The record made from a catalogue entry; in a plan that came from lists, the one called as the entry is.
pub(super) fn meant<'p>(plan: &'p Plan, template: &Template, entry: &str) -> Option<&'p dyn Record> {
    plan.from_entry(entry).or_else(|| {
        let kind = Kind::from_noun(entry.split('/').next()?)?;
        let name = find_key(template.entry(entry)?.values.get("name")?);
        plan.live(kind).find(|record| find_key(&record.title()) == name)
    })
}

/// Departments where patients stay overnight and no department of its own kind: in the plan's order.
fn wards(plan: &Plan) -> impl Iterator<Item = &Department> {
    const OTHERS: [&str; 5] =
        ["departments/er", "departments/or", "departments/icu", "departments/dialysis", "departments/delivery"];
    let ward =
        |one: &&Department| one.patients && one.row.source.as_deref().is_none_or(|entry| !OTHERS.contains(&entry));
    plan.rows.departments.live().filter(ward)
}
