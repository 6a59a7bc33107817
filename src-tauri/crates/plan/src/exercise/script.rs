//! The script of one exercise: a scenario with everything filled from the plan. It is kept with the run as it was, so
//! that what was shown stays what was shown, whatever becomes of plan and scenario.

use super::fill::Filling;
use super::{Cast, Filled, Lack, cast};
use crate::{Id, Kind, Plan, Record};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use template::{Inject, Scenario, Template};

/// A scenario as it is played here.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Script {
    /// Id of the scenario.
    pub scenario: String,
    /// What people call it.
    pub title: String,
    /// Which edition it is.
    pub edition: String,
    /// SHA-256 of its files.
    pub hash: String,
    /// In which year of exercises it is of use.
    pub level: u8,
    /// How its minutes are parted.
    pub parting: Parting,
    /// What it is for.
    pub purpose: Filled,
    /// Read out first.
    pub opening: Filled,
    /// The systems that are hit; the word of the story where the plan has none.
    pub hits: Vec<Filled>,
    /// What else stops with them, the weightiest for patients first.
    pub stops: Vec<String>,
    /// Of what is hit and stops, what people at work see stop: foundations nobody works with are found out, not shown.
    pub seen: Vec<String>,
    /// What cannot be used besides.
    pub unusable: Vec<Filled>,
    /// Stretches of the story.
    pub modules: Vec<ScriptModule>,
    /// What is told, in order.
    pub cards: Vec<Card>,
    /// The same outside the time table.
    pub reserves: Vec<Card>,
    /// What is asked into a silence.
    pub prompts: Vec<Filled>,
    /// What is asked in 振り返り.
    pub questions: Vec<Filled>,
    /// What is filled in at the end.
    pub closing: Vec<Filled>,
}

/// How the minutes are parted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parting {
    /// All of it.
    pub minutes: u16,
    /// The opening.
    pub opening: u16,
    /// 振り返り, which nothing shortens.
    pub review: u16,
    /// The minute of all at which play winds down.
    pub wind_down: u16,
}

impl Parting {
    /// Minutes of play.
    pub fn play(&self) -> u16 {
        self.minutes.saturating_sub(self.opening).saturating_sub(self.review)
    }
}

/// A stretch of the story.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ScriptModule {
    /// Its id.
    pub id: String,
    /// What whoever leads calls it.
    pub title: String,
    /// Minute of play it begins with.
    pub minute: u16,
    /// What the clocks of the story say.
    pub clock: String,
    /// What is said when the story jumps here; empty for the first.
    pub jump: Filled,
}

/// An inject as it is told here.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Card {
    /// Its id.
    pub id: String,
    /// Minute of play it is meant for.
    pub minute: u16,
    /// Who tells it.
    pub sender: Filled,
    /// Whom.
    pub addressee: Filled,
    /// What.
    pub text: Filled,
    /// What is listened for.
    pub listen: Filled,
    /// The fact behind it.
    pub source: String,
    /// Whether it may fall away.
    pub may_fall: bool,
    /// Who leaves the room with it.
    pub leaves: Option<Filled>,
    /// What the record that should answer it is called here.
    pub answer: Option<String>,
    /// Who decides it here, and after how many minutes without an answer the next may: where the record is a decision.
    pub decider: Option<String>,
    /// Those minutes.
    pub wait: Option<u16>,
    /// Who that next one is.
    pub next: Option<String>,
    /// What is to be found in the book.
    pub page: Option<String>,
    /// The pages of the book that answer, as labels; filled when the day is prepared.
    pub pages: Vec<String>,
    /// Items of the check table.
    pub items: Vec<String>,
    /// The other end of the telephone.
    pub phone: Option<Filled>,
    /// What to say after which sign.
    pub signs: Vec<ScriptSign>,
    /// What may follow.
    pub branches: Vec<ScriptBranch>,
}

/// A sign, and what is said to it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScriptSign {
    /// What is seen or heard.
    pub sign: Filled,
    /// After so many minutes.
    pub after: u16,
    /// What is said then.
    pub say: Filled,
}

/// What may follow an inject.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScriptBranch {
    /// Its id.
    pub id: String,
    /// What the group did.
    pub when: Filled,
    /// Who tells it; empty = whoever told the inject.
    #[serde(default)]
    pub sender: Filled,
    /// What is told then.
    pub text: Filled,
}

impl Script {
    /// A scenario on a plan, with what is hit.
    pub fn of(plan: &Plan, template: &Template, scenario: &Scenario, cast: &Cast) -> Self {
        let fill = Filling { plan, template, scenario, cast };
        let all = |texts: &[String]| texts.iter().map(|text| fill.text(text)).collect::<Vec<_>>();
        let hit: Vec<_> = cast.parts.iter().filter_map(|part| part.system).collect();
        Self {
            scenario: scenario.id.clone(),
            title: scenario.title.clone(),
            edition: scenario.edition.clone(),
            hash: scenario.hash.clone(),
            level: scenario.level,
            parting: Parting {
                minutes: scenario.minutes,
                opening: scenario.opening_minutes.unwrap_or_default(),
                review: scenario.review_minutes.unwrap_or_default(),
                wind_down: scenario.wind_down(),
            },
            purpose: fill.text(&scenario.purpose),
            opening: fill.text(&scenario.opening),
            hits: (1..=cast.parts.len()).map(|nth| fill.text(&format!("{{hit.{nth}.name}}"))).collect(),
            stops: cast::titles_by_weight(plan, &cast.stops, &hit),
            seen: cast::titles_by_weight(plan, &seen(plan, cast), &[]),
            unusable: all(&scenario.unusable),
            modules: scenario
                .modules
                .iter()
                .map(|one| ScriptModule {
                    id: one.id.clone(),
                    title: one.title.clone(),
                    minute: one.minute,
                    clock: one.clock.clone(),
                    jump: fill.text(&one.jump),
                })
                .collect(),
            cards: scenario.injects.iter().map(|one| card(&fill, one)).collect(),
            reserves: scenario.reserves.iter().map(|one| card(&fill, one)).collect(),
            prompts: all(&scenario.prompts),
            questions: all(&scenario.questions),
            closing: all(&scenario.closing),
        }
    }

    /// An inject or a reserve.
    pub fn card(&self, id: &str) -> Option<&Card> {
        self.cards.iter().chain(&self.reserves).find(|card| card.id == id)
    }

    /// What the room is told: everything that must be filled before the day.
    pub fn told(&self) -> impl Iterator<Item = &Filled> {
        let cards = self.cards.iter().chain(&self.reserves).flat_map(Card::told);
        let jumps = self.modules.iter().map(|one| &one.jump);
        [&self.opening].into_iter().chain(&self.hits).chain(&self.unusable).chain(jumps).chain(cards)
    }

    /// What the plan lacks for it, each thing once.
    pub fn lacks(&self) -> Vec<&Lack> {
        let only = |lack: &Lack| (lack.noun.clone(), lack.record.clone(), lack.field.clone(), lack.usual.clone());
        let mut seen = BTreeSet::new();
        self.told().flat_map(|text| &text.lacks).filter(|lack| seen.insert(only(lack))).collect()
    }

    /// Whether it can be played on this plan as it is: everything the room is told can be filled.
    pub fn fits(&self) -> bool {
        self.told().all(|text| text.lacks.is_empty())
    }

    /// Injects whose answer the plan has not.
    pub fn unanswered(&self) -> impl Iterator<Item = &Card> {
        self.cards.iter().filter(|card| card.answer.as_deref() == Some(""))
    }
}

impl Card {
    /// Who tells a branch.
    pub fn teller<'a>(&'a self, branch: &'a ScriptBranch) -> &'a str {
        if branch.sender.text.is_empty() { &self.sender.text } else { &branch.sender.text }
    }

    /// What the room is told of it.
    pub fn told(&self) -> impl Iterator<Item = &Filled> {
        let branches = self.branches.iter().flat_map(|branch| [&branch.sender, &branch.text]);
        [&self.sender, &self.addressee, &self.text].into_iter().chain(branches)
    }
}

/// Systems of the first two tiers of the order of recovery carry others; nobody on a ward looks at them, but for the telephone.
fn seen(plan: &Plan, cast: &Cast) -> Vec<Id> {
    let carries = |id: &Id| {
        let system = plan.rows.systems.find(*id);
        system.is_some_and(|one| !one.channel && matches!(one.recovery.as_deref(), Some("l0" | "l1")))
    };
    cast.stops.iter().copied().filter(|id| !carries(id)).collect()
}

fn card(fill: &Filling<'_>, one: &Inject) -> Card {
    let some = |text: &Option<String>| text.as_ref().map(|text| fill.text(text));
    Card {
        id: one.id.clone(),
        minute: one.minute,
        sender: fill.text(&one.sender),
        addressee: fill.text(&one.addressee),
        text: fill.text(&one.text),
        listen: fill.text(&one.listen),
        source: one.source.clone().unwrap_or_default(),
        may_fall: one.may_fall,
        leaves: some(&one.leaves),
        answer: one.record.as_ref().map(|record| answer(fill, record)),
        decider: decision(fill, one, "who").filter(|text| !text.is_empty()),
        wait: decision(fill, one, "minutes").and_then(|text| text.parse().ok()),
        next: decision(fill, one, "next"),
        page: one.page.clone(),
        pages: Vec::new(),
        items: one.items.clone(),
        phone: some(&one.phone),
        signs: one
            .signs
            .iter()
            .map(|sign| ScriptSign { sign: fill.text(&sign.sign), after: sign.after, say: fill.text(&sign.say) })
            .collect(),
        branches: one
            .branches
            .iter()
            .map(|branch| ScriptBranch {
                id: branch.id.clone(),
                when: fill.text(&branch.when),
                sender: branch.sender.as_ref().map(|sender| fill.text(sender)).unwrap_or_default(),
                text: fill.text(&branch.text),
            })
            .collect(),
    }
}

/// Something of the decision that answers an inject.
fn decision(fill: &Filling<'_>, one: &Inject, aspect: &str) -> Option<String> {
    let record = one.record.as_ref().filter(|record| record.starts_with("decisions/"))?;
    let said = fill.text(&format!("{{{record}.{aspect}}}"));
    said.lacks.is_empty().then_some(said.text)
}

/// The title of the record that should answer an inject; empty where the plan has none. A noun alone means any record of
/// that kind, and is called as the kind is.
fn answer(fill: &Filling<'_>, record: &str) -> String {
    if record.contains('/') {
        return super::fill::meant(fill.plan, fill.template, record).map(Record::title).unwrap_or_default();
    }
    let there = Kind::from_noun(record).is_some_and(|kind| fill.plan.live(kind).next().is_some());
    let named = fill.template.labels.get(record).map(|labels| labels.name.clone());
    named.filter(|_| there).unwrap_or_default()
}
