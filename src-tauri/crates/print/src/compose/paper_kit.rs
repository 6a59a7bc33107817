//! What paper operation takes off the shelf, as documents of their own: forms, cards, stock, posters.

use super::blocks::titled;
use super::words::Words;
use super::{Copy, cards, copy_word, first_pages, forms, outline};
use crate::outline::{Block, Outline, Paper, Part, PartSort, Piece, Style};
use plan::{Plan, starter, stock};
use template::Template;

/// The kit of blank forms: the list, then each form on the front of a sheet. For one department only its own; with
/// `long` the versions for weeks.
pub fn compose_forms(plan: &Plan, template: &Template, copy: Copy, long: bool, date: &str) -> Outline {
    let usual = starter::with_usual_forms(plan, template);
    let plan = usual.as_ref().unwrap_or(plan);
    let words = here(plan, template, copy);
    let mut blocks = Vec::new();
    let kit = match (words.here, long) {
        (Some(department), _) => stock::forms_in(plan, department.row.id),
        (None, _) => stock::kit(plan),
    };
    if !long && words.here.is_none() {
        blocks.extend(titled(&words, "form-list"));
    }
    blocks.extend(forms::pages(&words, &kit, long));
    single(&words, 'J', "forms-title", copy, blocks, date)
}

/// What each department needs and has, what typing in will cost, and the boxes.
pub fn compose_stock(plan: &Plan, template: &Template, copy: Copy, date: &str) -> Outline {
    let words = here(plan, template, copy);
    let mut blocks = titled(&words, "stock-list");
    if words.here.is_none() {
        blocks.push(Piece::plain(Block::PageBreak));
        blocks.extend(titled(&words, "typing-estimate"));
    }
    blocks.push(Piece::plain(Block::PageBreak));
    blocks.extend(titled(&words, "box-list"));
    single(&words, 'J', "stock-title", copy, blocks, date)
}

/// The action cards of a copy, each on the front of a sheet.
pub fn compose_cards(plan: &Plan, template: &Template, copy: Copy, date: &str) -> Outline {
    let words = here(plan, template, copy);
    let mut blocks = if copy == Copy::Hq { titled(&words, "cards") } else { Vec::new() };
    let pages = cards::pages(&words, copy);
    if copy != Copy::Hq && pages.is_empty() {
        blocks.push(words.paragraph(vec![words.word("no-rows").into()], Style::Body));
    }
    blocks.extend(pages);
    single(&words, 'A', "cards-title", copy, blocks, date)
}

/// The posters of this institution, A3.
pub fn compose_poster(plan: &Plan, template: &Template, date: &str) -> Outline {
    let words = here(plan, template, Copy::Ward(None));
    let blocks = first_pages::pages(&words, "P");
    let outline = single(&words, 'A', "poster-title", Copy::Ward(None), blocks, date);
    Outline { paper: Paper::Poster, ..outline }
}

fn here<'a>(plan: &'a Plan, template: &'a Template, copy: Copy) -> Words<'a> {
    let here = match copy {
        Copy::Ward(id) => plan.department(id),
        Copy::Hq => None,
    };
    Words { plan, template, here, private: false, starting: false }
}

fn single(words: &Words<'_>, letter: char, title: &str, copy: Copy, blocks: Vec<Piece>, date: &str) -> Outline {
    let title = words.word(title);
    let part = Part { sort: PartSort::Lettered(letter), title: title.to_owned(), note: String::new(), blocks };
    // Such a sheet says itself whose it is; a foot that called a ward's card headquarters' would be wrong.
    let foot = if copy == Copy::Hq { String::new() } else { copy_word(words, copy) };
    let outline = outline(words, title, vec![part], foot, date);
    Outline { paper: Paper::Single, ..outline }
}
