//! Scenarios on this plan: what is hit, the script, what the plan lacks for it, the pages that answer.

use crate::own::Playable;
use crate::{Binder, Error, Message, Result, beside};
use plan::exercise::{Cast, Lack, Script};
use plan::{Id, Kind, Plan, Record};
use print::Copy;
use template::{Scenario, Template};

/// A scenario on this plan.
#[derive(Debug, Clone)]
pub struct Rehearsal {
    /// The scenario.
    pub scenario: Scenario,
    /// The row it is made from, where it is the plan's own.
    pub own: Option<Id>,
    /// Whether nothing is wrong with the scenario itself: one of the plan's own may not be finished.
    pub sound: bool,
    /// Whether it is for this kind of institution.
    pub for_here: bool,
    /// What is hit.
    pub cast: Cast,
    /// The script made of both.
    pub script: Script,
    /// What the plan lacks for it, in sentences.
    pub lacks: Vec<LackSaid>,
}

/// Something the plan lacks for a scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LackSaid {
    /// The sentence.
    pub text: String,
    /// Where it is mended: noun, and the record when there is one.
    pub noun: String,
    /// That record.
    pub record: Option<String>,
    /// That field.
    pub field: Option<String>,
    /// Whether the scenario cannot be played without it.
    pub needed: bool,
}

impl Rehearsal {
    /// Whether it can be played here as it is.
    pub fn fits(&self) -> bool {
        self.for_here && self.sound && self.script.fits()
    }
}

/// So many systems are proposed for one that is missing.
const PROPOSED: usize = 5;

impl Binder {
    /// Every scenario the plan keeps, on this plan as it is: those for this kind of institution first, by year.
    ///
    /// # Errors
    /// When the file cannot be read, or a pack in it.
    pub fn rehearsals(&self) -> Result<Vec<Rehearsal>> {
        let mut all: Vec<_> = self.playable()?.into_iter().map(|one| self.rehearsal_of(one, &[])).collect();
        // The plan's own behind those they were made from, in the order of the list.
        all.sort_by_key(|one| {
            let id = if one.own.is_some() { String::new() } else { one.scenario.id.clone() };
            (!one.for_here, one.own.is_some(), one.scenario.level, id)
        });
        Ok(all)
    }

    /// One scenario, with systems a person chose to be hit: the first name stands for the first part. The pages of the book
    /// that answer are looked up.
    ///
    /// # Errors
    /// As [`Binder::rehearsals`]; [`Error::NotFound`] for a scenario or a system that is not there, [`Error::Ambiguous`].
    pub fn rehearsal(&self, id: &str, hits: &[String]) -> Result<Rehearsal> {
        let found = self.playable()?.into_iter().find(|one| one.scenario.id == id);
        let playable = found.ok_or_else(|| Error::NotFound(id.to_owned()))?;
        let named = hits.iter().map(|name| match name.is_empty() {
            true => Ok(None),
            false => self.system_called(name).map(Some),
        });
        let named: Vec<Option<Id>> = named.collect::<Result<_>>()?;
        let mut rehearsal = self.rehearsal_of(playable, &named);
        let script = &mut rehearsal.script;
        for card in script.cards.iter_mut().chain(&mut script.reserves) {
            let Some(words) = &card.page else { continue };
            card.pages = self.find_pages(&Copy::Hq, words)?.into_iter().map(|hit| hit.label).collect();
        }
        Ok(rehearsal)
    }

    pub(crate) fn rehearsal_of(&self, playable: Playable, named: &[Option<Id>]) -> Rehearsal {
        let Playable { scenario, own, problems, remarks } = playable;
        let now = self.snapshot();
        let (plan, template) = (&*now.plan, &*now.template);
        let cast = Cast::of(plan, template, &scenario, named);
        let script = Script::of(plan, template, &scenario, &cast);
        let for_here = beside::fits(&scenario.institutions, plan.institution());
        let sound = problems.is_empty();
        let said_of_own = problems.iter().map(|one| (one, true)).chain(remarks.iter().map(|one| (one, false)));
        let wrong = said_of_own.map(|(one, needed)| LackSaid {
            text: one.sentence(&script),
            noun: one.at.0.noun().to_owned(),
            record: Some(one.at.1.to_string()),
            field: None,
            needed,
        });
        let wrong: Vec<LackSaid> = wrong.collect();
        let lacks = if for_here { said(plan, template, &cast, &script) } else { Vec::new() };
        Rehearsal { scenario, own, sound, for_here, cast, script, lacks: [wrong, lacks].concat() }
    }
}

/// What the plan lacks, and then what it has no answer for.
fn said(plan: &Plan, template: &Template, cast: &Cast, script: &Script) -> Vec<LackSaid> {
    let mut out: Vec<LackSaid> = script.lacks().into_iter().map(|lack| lacking(plan, template, cast, lack)).collect();
    for card in script.unanswered() {
        let text = Message::report("lack-answer", std::slice::from_ref(&card.text.text));
        out.push(LackSaid { text, noun: String::new(), record: None, field: None, needed: false });
    }
    out
}

fn lacking(plan: &Plan, template: &Template, cast: &Cast, lack: &Lack) -> LackSaid {
    let kind = Kind::from_noun(&lack.noun);
    let called = template.labels.get(&lack.noun).map(|labels| labels.name.clone()).unwrap_or_default();
    let record = kind.zip(lack.record.as_deref().and_then(Id::parse)).and_then(|(kind, id)| plan.find(kind, id));
    let text = match (&lack.field, record) {
        (Some(field), Some(record)) => {
            let label = plan.label(template, &lack.noun, field);
            Message::report("lack-field", &[called, plan::title_of(plan, template, record), label])
        }
        (None, None) if kind == Some(Kind::System) && lack.slot.starts_with("hit.") => {
            let names: Vec<String> = cast.candidates(plan).into_iter().take(PROPOSED).map(Record::title).collect();
            Message::report("lack-system", &[lack.usual.clone(), names.join("、")])
        }
        _ => Message::report("lack-record", &[called, lack.usual.clone()]),
    };
    LackSaid { text, noun: lack.noun.clone(), record: lack.record.clone(), field: lack.field.clone(), needed: true }
}
