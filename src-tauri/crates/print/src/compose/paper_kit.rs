//! What paper operation takes off the shelf, as documents of their own: forms, cards, stock, posters.

use super::blocks::titled;
use super::words::Words;
use super::{Composing, cards, copy_word, first_pages, forms, outline};
use crate::Copy;
use crate::outline::{Block, Outline, Paper, Part, PartSort, Piece, Style};
use plan::{Form, starter, stock};

/// The kit of blank forms: the list, then each form on the front of a sheet. For one department only its own.
pub(crate) fn forms(of: &Composing<'_>) -> Outline {
    kit(of, false)
}

/// The same in the versions for weeks, without the list.
pub(crate) fn forms_long(of: &Composing<'_>) -> Outline {
    kit(of, true)
}

/// The forms that take an A3 sheet.
pub(crate) fn wide(of: &Composing<'_>) -> Outline {
    let usual = starter::with_usual_forms(of.plan, of.template);
    let of = &Composing { plan: usual.as_ref().unwrap_or(of.plan), ..*of };
    let words = of.here();
    let mut blocks = forms::wide(&words, &own_kit(of, &words));
    if blocks.is_empty() {
        blocks.push(words.paragraph(vec![words.word("no-rows").into()], Style::Body));
    }
    Outline { paper: Paper::Wide, ..single(&words, 'W', "wide-title", of, blocks) }
}

/// The forms of the department the paper is for, or all.
fn own_kit<'a>(of: &Composing<'a>, words: &Words<'_>) -> Vec<&'a Form> {
    match words.here {
        Some(department) => stock::forms_in(of.plan, department.row.id),
        None => stock::kit(of.plan),
    }
}

/// 記入例 of the forms of orders: of one department, of those it has.
pub(crate) fn examples(of: &Composing<'_>) -> Outline {
    let usual = starter::with_usual_forms(of.plan, of.template);
    let of = &Composing { plan: usual.as_ref().unwrap_or(of.plan), ..*of };
    let words = of.here();
    let mut blocks = forms::examples(&words, &own_kit(of, &words));
    if blocks.is_empty() {
        blocks.push(words.paragraph(vec![words.word("examples-none").into()], Style::Body));
    }
    single(&words, 'X', "examples-title", of, blocks)
}

fn kit(of: &Composing<'_>, long: bool) -> Outline {
    let usual = starter::with_usual_forms(of.plan, of.template);
    let of = &Composing { plan: usual.as_ref().unwrap_or(of.plan), ..*of };
    let words = of.here();
    let mut blocks = Vec::new();
    if !long && words.here.is_none() {
        blocks.extend(titled(&words, "form-list"));
    }
    blocks.extend(forms::pages(&words, &own_kit(of, &words), long));
    single(&words, 'J', "forms-title", of, blocks)
}

/// What each department needs and has, what typing in will cost, and the boxes.
pub(crate) fn stock(of: &Composing<'_>) -> Outline {
    let words = of.here();
    let mut blocks = titled(&words, "stock-list");
    if words.here.is_none() {
        blocks.push(Piece::plain(Block::PageBreak));
        blocks.extend(titled(&words, "typing-estimate"));
    }
    blocks.push(Piece::plain(Block::PageBreak));
    blocks.extend(titled(&words, "box-list"));
    single(&words, 'J', "stock-title", of, blocks)
}

/// The action cards of a copy, each on the front of a sheet.
pub(crate) fn cards(of: &Composing<'_>) -> Outline {
    let words = of.here();
    let mut blocks = if *of.copy == Copy::Hq { titled(&words, "cards") } else { Vec::new() };
    let pages = cards::pages(&words, of.copy);
    if *of.copy != Copy::Hq && pages.is_empty() {
        blocks.push(words.paragraph(vec![words.word("no-rows").into()], Style::Body));
    }
    blocks.extend(pages);
    single(&words, 'A', "cards-title", of, blocks)
}

/// Stick-on labels for the parts of a book: of 本部用, or of a department's.
pub(crate) fn labels(of: &Composing<'_>) -> Outline {
    let words = of.here();
    let parts = super::binder(of).parts.into_iter().filter_map(|part| match part.sort {
        PartSort::Lettered(letter) => Some((letter, part.title)),
        PartSort::Cover | PartSort::Contents => None,
    });
    let blocks = vec![
        words.heading(2, words.word("labels-title"), None, false),
        words.paragraph(vec![words.word("labels-how").into()], Style::Body),
        Piece::plain(Block::IndexLabels(parts.collect())),
    ];
    single(&words, 'J', "labels-title", of, blocks)
}

/// The posters of this institution, A3: for the walls of the wards, whoever prints them.
pub(crate) fn poster(of: &Composing<'_>) -> Outline {
    let words = of.words();
    let blocks = first_pages::pages(&words, "P");
    let outline = single(&words, 'A', "poster-title", &Composing { copy: &Copy::Ward(None), ..*of }, blocks);
    Outline { paper: Paper::Poster, ..outline }
}

fn single(words: &Words<'_>, letter: char, title: &str, of: &Composing<'_>, blocks: Vec<Piece>) -> Outline {
    let title = words.word(title);
    let part = Part { sort: PartSort::Lettered(letter), title: title.to_owned(), blocks };
    // Such a sheet says itself whose it is; a foot that called a ward's card headquarters' would be wrong.
    let foot = if *of.copy == Copy::Hq { String::new() } else { copy_word(words, of.copy) };
    let outline = outline(words, title, vec![part], foot, of.date);
    Outline { paper: Paper::Single, ..outline }
}
