//! Cards to cut out: injects, branches and reserves, and the roles. Numbered n/N: they are counted out and in again.

use super::super::words::Words;
use super::{page, roles};
use crate::outline::{Block, Piece, Run, Tag};
use plan::exercise::{Card, Script};

/// How many inject cards there are, branches and reserves too.
pub(super) fn count(script: &Script) -> usize {
    script.cards.iter().map(|card| 1 + card.branches.len()).sum::<usize>() + script.reserves.len()
}

/// The letter of a reserve.
pub(super) fn reserve_name(nth: usize) -> String {
    char::from(b'A' + u8::try_from(nth.min(25)).unwrap_or(0)).to_string()
}

/// The pages.
pub(super) fn pages(words: &Words<'_>, script: &Script) -> Vec<Piece> {
    let mut out = Vec::new();
    page(words, &mut out, "ex-cards", "ex-cards-how");
    let all = count(script);
    let mut tags = Vec::new();
    let mut nth = 0;
    let mut push = |name: String, card: &Card, sender: &str, text: &str| {
        nth += 1;
        tags.push(Tag {
            head: format!("{} {name}（{nth}/{all}）", words.word("ex-mark")),
            warns: false,
            lines: vec![vec![Run::Bold(format!("{sender} → {}", card.addressee.text))], vec![Run::from(text)]],
            about: Vec::new(),
        });
    };
    for (at, card) in script.cards.iter().enumerate() {
        push((at + 1).to_string(), card, &card.sender.text, &card.text.text);
        for (which, branch) in card.branches.iter().enumerate() {
            push(format!("{}-{}", at + 1, which + 1), card, card.teller(branch), &branch.text.text);
        }
    }
    for (at, card) in script.reserves.iter().enumerate() {
        push(reserve_name(at), card, &card.sender.text, &card.text.text);
    }
    out.push(Piece::plain(Block::Tags(tags)));
    page(words, &mut out, "ex-roles", "ex-roles-how");
    out.push(Piece::plain(Block::Tags(role_cards(words, script))));
    out
}

/// Who plays what: the roles of the house, and the four who only help. What a role may decide is to be found in the plan.
fn role_cards(words: &Words<'_>, script: &Script) -> Vec<Tag> {
    let mut tags: Vec<Tag> = Vec::new();
    for role in roles(words, script) {
        let lines = vec![vec![Run::from(words.word("ex-role-knows"))]];
        tags.push(Tag { head: role, warns: false, lines, about: Vec::new() });
    }
    for helper in ["leader", "recorder", "phone", "observer"] {
        tags.push(Tag {
            head: words.word(&format!("ex-helper-{helper}")).to_owned(),
            warns: false,
            lines: vec![vec![words.word(&format!("ex-helper-{helper}-does")).into()]],
            about: Vec::new(),
        });
    }
    let all = tags.len();
    for (nth, tag) in tags.iter_mut().enumerate() {
        tag.head = format!("{} {}（{}/{all}）", words.word("ex-mark"), tag.head, nth + 1);
    }
    tags
}
