//! 携帯カード: numbered documents of headquarters, handed to people who must be reached at night. A person carries whom
//! the role calls and who calls it, as the contact tree says.

use super::words::Words;
use crate::outline::{Run, WalletCard};
use plan::tree::{Branch, forest, reached};
use plan::{Id, Kind, Record, Role};

/// So many are named on a card.
const NAMED: usize = 5;

/// A card for each person of each role that is wanted.
pub fn cards(words: &Words<'_>) -> Vec<WalletCard> {
    let heads = forest(words.plan);
    let mut cards = Vec::new();
    for role in words.plan.rows.roles.iter().filter(|role| role.row.removed_at.is_none() && role.wallet) {
        let mut people: Vec<Id> = Vec::new();
        for person in
            [role.night_holder, role.night_deputy, role.holder, role.deputy1, role.deputy2].into_iter().flatten()
        {
            if !people.contains(&person) {
                people.push(person);
            }
        }
        for person in people.into_iter().filter_map(|id| words.plan.find(Kind::Person, id)) {
            cards.push(card(words, &heads, role, person, cards.len() + 1));
        }
    }
    cards
}

fn card(words: &Words<'_>, heads: &[Branch<'_>], role: &Role, person: &dyn Record, number: usize) -> WalletCard {
    let whose = format!("{}　{}", role.name.clone().unwrap_or_default(), person.title());
    let mut outside = vec![
        vec![Run::Text(whose)],
        vec![Run::Text(format!("{} {number}", words.word("card-number")))],
        vec![Run::from(words.word("wallet-care"))],
    ];
    for field in ["headquarters", "other_means"] {
        let said = words.plan.facility().map(|facility| words.cell(facility, field)).unwrap_or_default();
        if !said.is_empty() {
            let mut line = vec![Run::Text(format!("{}：", words.label(Kind::Facility, field)))];
            line.extend(said);
            outside.push(line);
        }
    }
    let mut inside = vec![vec![Run::Bold(words.word("card-calls").to_owned())]];
    let mut near: Vec<&dyn Record> = Vec::new();
    neighbours(words, heads, role.row.id, None, &mut near);
    for record in near.into_iter().take(NAMED) {
        let mut line = vec![Run::Bold(record.title()), Run::from(" ")];
        line.extend(words.numbers(record));
        inside.push(line);
    }
    let mut about = words.about(role);
    about.extend(words.about(person));
    let head = words.plan.facility().and_then(|one| one.name.clone()).unwrap_or_default();
    WalletCard { head, outside, inside, about }
}

/// Whom a role calls, then who calls it.
fn neighbours<'a>(
    words: &Words<'a>,
    branches: &[Branch<'a>],
    role: Id,
    caller: Option<&Branch<'a>>,
    out: &mut Vec<&'a dyn Record>,
) {
    for branch in branches {
        if branch.place.of == Some(role) {
            for record in branch.calls.iter().chain(caller).filter_map(|one| reached(words.plan, one.place)) {
                if !out.iter().any(|known| known.id() == record.id()) {
                    out.push(record);
                }
            }
        }
        neighbours(words, &branch.calls, role, Some(branch), out);
    }
}
