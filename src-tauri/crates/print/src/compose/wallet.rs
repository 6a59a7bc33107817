//! 携帯カード: numbered documents of headquarters, handed to people who must be reached at night. A person carries who
//! calls the role and whom it calls, as the contact tree says, then who else holds the role.

use super::words::Words;
use crate::outline::{Run, WalletCard};
use plan::tree::{Branch, forest, reached};
use plan::{Id, Kind, Record, Role};

/// So many are named on a card; how many more there are is said.
const NAMED: usize = 4;

/// A card for each person of each role that is wanted.
pub(super) fn cards(words: &Words<'_>) -> Vec<WalletCard> {
    let heads = forest(words.plan);
    let mut cards = Vec::new();
    let wanted = |role: &&Role| !role.row.is_removed() && role.wallet;
    // Counted over all roles, removed ones too: a card in somebody's pocket keeps its number.
    for (at, role) in (1..).zip(&words.plan.rows.roles).filter(|(_, role)| wanted(role)) {
        let mut people: Vec<Id> = Vec::new();
        for person in
            [role.night_holder, role.night_deputy, role.holder, role.deputy1, role.deputy2].into_iter().flatten()
        {
            if !people.contains(&person) {
                people.push(person);
            }
        }
        let known = people.into_iter().filter_map(|id| words.plan.find(Kind::Person, id)).map(Some);
        let mut known: Vec<Option<&dyn Record>> = known.collect();
        // A role that goes by a roster has a card without a name, handed on with the telephone.
        if known.is_empty() {
            known.push(None);
        }
        for (nth, person) in (1..).zip(&known) {
            let mates = known.iter().copied().flatten().filter(|one| Some(one.id()) != person.map(Record::id));
            cards.push(card(words, &heads, role, *person, mates.collect(), &format!("{at}-{nth}")));
        }
    }
    cards
}

fn card<'a>(
    words: &Words<'a>,
    heads: &[Branch<'a>],
    role: &Role,
    person: Option<&dyn Record>,
    mates: Vec<&'a dyn Record>,
    number: &str,
) -> WalletCard {
    let whose = format!("{}　{}", role.name.clone().unwrap_or_default(), person.map(Record::title).unwrap_or_default());
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
    // An extension is of no use outside the house: room for the number that is.
    let back = vec![words.word("wallet-back").into(), Run::Blank(14)];
    let mut inside = vec![back, vec![Run::Bold(words.word("card-calls").to_owned())]];
    let mut near: Vec<&dyn Record> = Vec::new();
    neighbours(words, heads, role.row.id, None, &mut near);
    for mate in mates {
        if !near.iter().any(|known| known.id() == mate.id()) {
            near.push(mate);
        }
    }
    let more = near.len().saturating_sub(NAMED);
    for record in near.into_iter().take(NAMED) {
        let mut line = vec![Run::Bold(record.title()), Run::from(" ")];
        if record.kind() == Kind::Person {
            let own = ["private_phone", "extension"].iter().filter_map(|field| record.field(field));
            line.push(Run::Text(own.collect::<Vec<_>>().join("／")));
        } else {
            line.extend(words.numbers(record));
        }
        inside.push(line);
    }
    if more > 0 {
        let more = words.word("and-more").replace("{n}", &more.to_string());
        inside.push(vec![Run::Text(format!("{more}（{}）", words.word("contact-tree")))]);
    }
    let mut about = words.about(role);
    about.extend(person.into_iter().flat_map(|person| words.about(person)));
    let head = words.plan.facility().and_then(|one| one.name.clone()).unwrap_or_default();
    WalletCard { head, outside, inside, about }
}

/// Who calls a role, then whom it calls.
fn neighbours<'a>(
    words: &Words<'a>,
    branches: &[Branch<'a>],
    role: Id,
    caller: Option<&Branch<'a>>,
    out: &mut Vec<&'a dyn Record>,
) {
    for branch in branches {
        if branch.place.of == Some(role) {
            for record in caller.into_iter().chain(&branch.calls).filter_map(|one| reached(words.plan, one.place)) {
                if !out.iter().any(|known| known.id() == record.id()) {
                    out.push(record);
                }
            }
        }
        neighbours(words, &branch.calls, role, Some(branch), out);
    }
}
