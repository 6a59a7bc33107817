//! Where answers leave an item and a list.

use super::{RESULT, RESULTS, Said, Sheet};
use crate::Plan;
use template::Asked;

/// Where an item stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Nobody answered it.
    Open,
    /// Answered, but without day or name: it does not count.
    Unsigned,
    /// はい, with day and name.
    Yes,
    /// いいえ, with day and name.
    No,
    /// 該当なし, with day and name.
    None,
    /// The list does not ask it: it has no systems to ask about, or only announces it for later.
    NotAsked,
}

impl Standing {
    /// Its name on the wire and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Standing::Open => "open",
            Standing::Unsigned => "unsigned",
            Standing::Yes => "yes",
            Standing::No => "no",
            Standing::None => "none",
            Standing::NotAsked => "not-asked",
        }
    }
}

/// How many items stand where.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Open.
    pub open: usize,
    /// Answered without day or name.
    pub unsigned: usize,
    /// はい.
    pub yes: usize,
    /// いいえ.
    pub no: usize,
    /// 該当なし.
    pub none: usize,
}

impl Counts {
    /// The items that are asked.
    pub fn asked(&self) -> usize {
        self.open + self.unsigned + self.yes + self.no + self.none
    }
}

/// Where an item stands: its last answered round decides.
pub fn standing<'p>(plan: &'p Plan, sheet: &Sheet<'_>, asked: &Asked<'_>) -> (Standing, Option<Said<'p>>) {
    let last = last(plan, sheet, &asked.item.id);
    let ended = asked.item.ends.is_none() && is_ended(plan, sheet);
    let standing = match last {
        _ if ended => Standing::NotAsked,
        None if asked.item.later.is_some() => Standing::NotAsked,
        None => Standing::Open,
        Some(said) if !said.stands() => Standing::Unsigned,
        Some(said) => match said.result {
            Some("yes") => Standing::Yes,
            Some("no") => Standing::No,
            _ => Standing::None,
        },
    };
    (standing, last)
}

/// How the items of a sheet stand.
pub fn counts(plan: &Plan, sheet: &Sheet<'_>) -> Counts {
    let mut counts = Counts::default();
    for asked in sheet.list.asked(sheet.form) {
        match standing(plan, sheet, &asked).0 {
            Standing::Open => counts.open += 1,
            Standing::Unsigned => counts.unsigned += 1,
            Standing::Yes => counts.yes += 1,
            Standing::No => counts.no += 1,
            Standing::None => counts.none += 1,
            Standing::NotAsked => {}
        }
    }
    counts
}

/// The last round in which an item was answered.
fn last<'p>(plan: &'p Plan, sheet: &Sheet<'_>, item: &str) -> Option<Said<'p>> {
    let answered = |round: &u32| {
        let said = plan.answer(&sheet.key(Some(*round), item, RESULT));
        said.is_some_and(|said| RESULTS.contains(&said))
    };
    sheet.rounds().rev().find(answered).map(|round| sheet.said(plan, round, item))
}

/// Whether the answer was given after which nothing else is asked (no such systems), with day and name.
fn is_ended(plan: &Plan, sheet: &Sheet<'_>) -> bool {
    sheet.list.asked(sheet.form).any(|asked| {
        // Only an item that ends the list is looked up: this is asked for every other item.
        let ends = asked.item.ends.as_deref();
        let said = ends.and_then(|ends| Some((ends, last(plan, sheet, &asked.item.id)?)));
        said.is_some_and(|(ends, said)| said.stands() && said.result == Some(ends))
    })
}
