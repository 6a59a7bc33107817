//! Cards to cut out: injects, branches and reserves, and the roles. Numbered n/N: they are counted out and in again.

use super::super::words::Words;
use super::{page, roles};
use crate::outline::{Block, Piece, Run, Style, Tag};
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
    let mut push = |name: String, card: &Card, text: &str| {
        nth += 1;
        tags.push(Tag {
            head: format!("{} {name}（{nth}/{all}）", words.word("ex-mark")),
            warns: false,
            lines: vec![
                vec![Run::Bold(format!("{} → {}", card.sender.text, card.addressee.text))],
                vec![Run::from(text)],
            ],
            about: Vec::new(),
        });
    };
    for (at, card) in script.cards.iter().enumerate() {
        push((at + 1).to_string(), card, &card.text.text);
        for (which, branch) in card.branches.iter().enumerate() {
            push(format!("{}-{}", at + 1, which + 1), card, &branch.text.text);
        }
    }
    for (at, card) in script.reserves.iter().enumerate() {
        push(reserve_name(at), card, &card.text.text);
    }
    out.push(Piece::plain(Block::Tags(tags)));
    page(words, &mut out, "ex-roles", "ex-roles-how");
    out.push(Piece::plain(Block::Tags(role_cards(words, script))));
    out.push(words.paragraph(vec![words.word("ex-stop-card").into()], Style::Large));
    out
}

/// Who plays what: the roles of the house with what they may decide, and the four who only help.
fn role_cards(words: &Words<'_>, script: &Script) -> Vec<Tag> {
    let may = |role: &str| {
        let mut out: Vec<String> = Vec::new();
        for card in script.cards.iter().filter(|card| card.decider.as_deref() == Some(role)) {
            out.extend(card.answer.clone().filter(|answer| !answer.is_empty() && !out.contains(answer)));
        }
        out
    };
    let mut tags: Vec<Tag> = Vec::new();
    for role in roles(words, script) {
        let may = may(&role);
        let mut lines = vec![vec![Run::from(words.word("ex-role-knows"))]];
        if !may.is_empty() {
            lines.push(vec![Run::Text(format!("{}：{}", words.word("ex-role-may"), may.join("、")))]);
        }
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
