//! 今すぐ: one sheet for each reader, verbs first, until confirmed marked 要確認.

use super::ward_book::forms_of;
use super::words::Words;
use crate::outline::{About, Block, Piece, Run, Style};
use plan::AnswerKey;
use template::{FirstPage, Inline, Step};

/// The first pages of a part.
pub(super) fn pages(words: &Words<'_>, part: &str) -> Vec<Piece> {
    only(words, part, usize::MAX)
}

/// Its first ones: those every such institution has; what follows is for single rooms.
pub(super) fn only(words: &Words<'_>, part: &str, most: usize) -> Vec<Piece> {
    let institution = words.plan.institution();
    let mut out = Vec::new();
    for page in fitting(words, part).take(most) {
        if !out.is_empty() {
            out.push(Piece::plain(Block::PageBreak));
        }
        out.extend(sheet(words, page, institution));
    }
    out
}

/// The first pages of a part for this institution.
pub(super) fn fitting<'a>(words: &Words<'a>, part: &str) -> impl Iterator<Item = &'a FirstPage> {
    let institution = words.plan.institution();
    let own = move |page: &&FirstPage| page.institutions.iter().any(|one| one == institution);
    let part = part.to_owned();
    let words = *words;
    let here = move |page: &&FirstPage| used_here(&words, &page.with_forms);
    words.template.first_pages.iter().filter(own).filter(move |page| page.part == part).filter(here)
}

/// Whether a first page is printed for this institution.
pub(super) fn printed(words: &Words<'_>, id: &str) -> bool {
    ["A", "S"].iter().any(|part| fitting(words, part).any(|page| page.id == id))
}

fn sheet(words: &Words<'_>, page: &FirstPage, institution: &str) -> Vec<Piece> {
    let title = match words.here.and_then(|here| here.name.as_deref()).filter(|_| page.part == "A") {
        Some(name) => format!("{}　{name}", page.title),
        None => page.title.clone(),
    };
    let mut out = vec![
        words.heading(1, &title, Some(format!("first/{}", page.id)), true),
        words.paragraph(vec![Run::from(page.reader.as_str())], Style::Body),
    ];
    out.extend(confirmation(words, page));
    let steps = page.steps.iter().filter(|step| shown(words, step, institution));
    let mut back = false;
    for (number, step) in steps.enumerate() {
        if step.back && !back {
            out.push(Piece::plain(Block::BackSide));
            if unconfirmed(words, page) {
                out.push(words.paragraph(vec![Run::Badge(words.word("card-confirm").to_owned())], Style::Small));
            }
        }
        let turned = step.back && !back;
        back |= step.back;
        let anchor = turned.then(|| format!("first/{}/back", page.id));
        out.push(Piece {
            anchor,
            ..Piece::plain(Block::Item {
                marker: Some(format!("{}.", number + 1)),
                runs: words.template_runs(&step.text),
                style: if page.part == "P" { Style::Poster } else { Style::Large },
            })
        });
    }
    for piece in &mut out {
        piece.about = About::template(&page.id);
    }
    if let Some(block) = &page.behind {
        out.push(Piece::plain(Block::BackSide));
        out.extend(super::blocks::titled(words, block));
    }
    out
}

/// Whether a step is for this institution and what it has.
pub(super) fn shown(words: &Words<'_>, step: &Step, institution: &str) -> bool {
    if !listed_here(words, step) {
        return false;
    }
    let spoken_for = !step.unless.is_empty() && words.plan.ticked(&step.unless);
    words.plan.ticked(&step.when)
        && !spoken_for
        && (step.institutions.is_empty() || step.institutions.iter().any(|one| one == institution))
}

fn unconfirmed(words: &Words<'_>, page: &FirstPage) -> bool {
    page.confirm.iter().any(|(id, _)| words.plan.answer(&AnswerKey::first_page(&page.id, id)).is_none())
}

/// 要確認 with the professions that are still missing, or one small line of who confirmed.
fn confirmation(words: &Words<'_>, page: &FirstPage) -> Vec<Piece> {
    let answer = |id: &str| words.plan.answer(&AnswerKey::first_page(&page.id, id));
    let confirmed: Vec<String> =
        page.confirm.iter().filter_map(|(id, name)| answer(id).map(|by| format!("{name} {by}"))).collect();
    let missing: Vec<&str> =
        page.confirm.iter().filter(|(id, _)| answer(id).is_none()).map(|(_, name)| name.as_str()).collect();
    let mut out = Vec::new();
    // A mark, and never the thickest thing on the page: what is to be done is.
    let mut runs = Vec::new();
    if !missing.is_empty() {
        runs.push(Run::Badge(words.word("card-confirm").to_owned()));
        runs.push(Run::Text(format!("{}　", missing.join(words.word("and")))));
    }
    if !confirmed.is_empty() {
        runs.push(Run::Text(format!("{} {}", words.word("confirmed"), confirmed.join(words.word("and")))));
    }
    if !runs.is_empty() {
        out.push(words.paragraph(runs, Style::Small));
    }
    out
}

/// Whether a department uses every form a step lists: to name sheets its book has not would mislead.
fn listed_here(words: &Words<'_>, step: &Step) -> bool {
    let mut lists = step.text.iter().filter_map(|piece| match piece {
        Inline::Names(entries) if entries.iter().all(|entry| entry.starts_with("forms/")) => Some(entries),
        _ => None,
    });
    lists.all(|entries| used_here(words, entries))
}

/// Whether the department the book is for uses all of these forms; true where it is for none.
fn used_here(words: &Words<'_>, entries: &[String]) -> bool {
    let Some(here) = words.here.filter(|_| !entries.is_empty()) else { return true };
    let own = forms_of(words.plan, here);
    entries.iter().all(|entry| own.iter().any(|form| form.row.source.as_deref() == Some(entry)))
}
