//! 今すぐ: one sheet for each reader, verbs first, until confirmed marked 要確認.

use super::ward_book::forms_of;
use super::words::Words;
use crate::outline::{About, Block, Piece, Run, Style};
use plan::AnswerKey;
use template::{FirstPage, Inline, Step};

/// The part of what is read when it goes on for weeks.
pub(super) const WEEKS: &str = "L";

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
    // What speaks of one ward is for its book alone.
    let here = move |page: &&FirstPage| {
        page.with_forms.is_empty() || (words.here.is_some() && used_here(&words, &page.with_forms))
    };
    let all = words.template.first_pages.iter().filter(own).filter(move |page| page.part == part);
    all.filter(here).filter(move |page| of_department(&words, page))
}

/// Whether a page is for the department of the book, and no other stands for it there.
fn of_department(words: &Words<'_>, page: &FirstPage) -> bool {
    let source = words.here.and_then(|here| here.row.source.as_ref());
    let named = |page: &FirstPage| source.is_some_and(|source| page.departments.contains(source));
    let mut instead = words.template.first_pages.iter().filter(|one| one.in_place_of.as_ref() == Some(&page.id));
    (page.departments.is_empty() || named(page)) && !instead.any(named)
}

/// Whether a first page is printed for this institution.
pub(super) fn printed(words: &Words<'_>, id: &str) -> bool {
    ["A", "S", WEEKS].iter().any(|part| fitting(words, part).any(|page| page.id == id))
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
    let poster = page.part == "P";
    // What is read in the weeks after is read by day, at a table.
    let style = if page.part == WEEKS { Style::Body } else { Style::Large };
    let steps: Vec<&Step> = page.steps.iter().filter(|step| shown(words, step, institution)).collect();
    let open = steps.iter().flat_map(|step| &step.text).any(|piece| unanswered(words, piece));
    let mut marks = confirmation(words, page);
    marks.extend(if open && page.part == "A" { whom_to_ask(words) } else { Vec::new() });
    marks.extend(if page.part == "A" { of_procedures(words) } else { Vec::new() });
    let marks = (!marks.is_empty()).then(|| words.paragraph(marks, Style::Small));
    // On a wall, what is to be done comes first; who confirmed it stands at the foot.
    let (above, below) = if poster { (None, marks) } else { (marks, None) };
    out.extend(above);
    let mut back = false;
    for (number, step) in steps.into_iter().enumerate() {
        if step.back && !back {
            out.push(Piece::plain(Block::BackSide));
            if unconfirmed(words, page) {
                out.push(words.paragraph(vec![Run::Badge(words.word("card-confirm").to_owned())], Style::Small));
            }
        }
        let turned = step.back && !back;
        back |= step.back;
        let anchor = turned.then(|| format!("first/{}/back", page.id));
        let marker = Some(format!("{}.", number + 1));
        let runs = words.template_runs(&step.text);
        out.extend(if poster { act(words, marker, runs) } else { vec![item(marker, runs, style, anchor)] });
    }
    out.extend(below);
    for piece in &mut out {
        piece.about = About::template(&page.id);
    }
    if let Some(block) = &page.below {
        // The page is in the contents by its own title.
        out.push(words.heading(4, words.word(block), Some(format!("block/{block}")), false));
        out.extend(super::blocks::pieces(words, block));
    }
    if let Some(block) = &page.behind {
        out.push(Piece::plain(Block::BackSide));
        out.extend(super::blocks::titled(words, block));
    }
    out
}

/// Whether a fact that belongs into a step is not known; lines to write on at night are meant to be empty.
fn unanswered(words: &Words<'_>, piece: &Inline) -> bool {
    let fact = matches!(piece, Inline::Field { .. } | Inline::Here(_));
    fact && words.template_runs(std::slice::from_ref(piece)).iter().any(|run| matches!(run, Run::Blank(_)))
}

/// What the first pages say is done by the department's procedures: while one of these waits for its professions, these
/// pages say so, too [PRACTICE-TO-CONFIRM].
fn of_procedures(words: &Words<'_>) -> Vec<Run> {
    let Some(here) = words.here else { return Vec::new() };
    let own = super::procedures::of_department(words.plan, here.row.id);
    if own.iter().all(|one| one.confirmed_by.is_some()) {
        return Vec::new();
    }
    let title = Run::Text(format!("　{} ", words.word("ward-procedures")));
    vec![title, Run::Badge(words.word("procedure-confirm").to_owned())]
}

/// A blank at night is a question: to whom, at which number [PRACTICE-WARD-NIGHT].
fn whom_to_ask(words: &Words<'_>) -> Vec<Run> {
    let entry = if words.plan.has_beds() { "roles/night-nurse-manager" } else { "roles/chief" };
    let mut runs = vec![Run::Text(format!("　{}", words.word("blank-ask")))];
    match words.plan.from_entry(entry).or_else(|| words.plan.from_entry("roles/chief")) {
        Some(role) => {
            runs.push(Run::Text(format!("{} ", role.title())));
            let (day, night) = super::words::numbers_of(role);
            runs.push(night.or(day).map_or(Run::Blank(6), Run::Keep));
        }
        None => runs.push(Run::Blank(12)),
    }
    runs
}

fn item(marker: Option<String>, runs: Vec<Run>, style: Style, anchor: Option<String>) -> Piece {
    Piece { anchor, ..Piece::plain(Block::Item { marker, runs, style }) }
}

/// A step on a wall: the act, one verb in bold, read from across the room; how, in smaller letters under it.
fn act(words: &Words<'_>, marker: Option<String>, mut runs: Vec<Run>) -> Vec<Piece> {
    let mut how = runs.split_off(runs.iter().take_while(|run| matches!(run, Run::Bold(_))).count());
    if let Some(Run::Text(text)) = how.first_mut() {
        *text = text.trim_start().to_owned();
    }
    let mut out = vec![item(marker, runs, Style::Act, None)];
    out.extend((!how.is_empty()).then(|| words.paragraph(how, Style::Poster)));
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
fn confirmation(words: &Words<'_>, page: &FirstPage) -> Vec<Run> {
    let answer = |id: &str| words.plan.answer(&AnswerKey::first_page(&page.id, id));
    let confirmed: Vec<String> =
        page.confirm.iter().filter_map(|(id, name)| answer(id).map(|by| format!("{name} {by}"))).collect();
    let missing: Vec<&str> =
        page.confirm.iter().filter(|(id, _)| answer(id).is_none()).map(|(_, name)| name.as_str()).collect();
    // A mark, and never the thickest thing on the page: what is to be done is.
    let mut runs = Vec::new();
    if !missing.is_empty() {
        runs.push(Run::Badge(words.word("card-confirm").to_owned()));
        runs.push(Run::Text(format!("{}　", missing.join(words.word("and")))));
    }
    if !confirmed.is_empty() {
        runs.push(Run::Text(format!("{} {}", words.word("confirmed"), confirmed.join(words.word("and")))));
    }
    runs
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
    let own = forms_of(words, here);
    entries.iter().all(|entry| own.iter().any(|form| form.row.source.as_deref() == Some(entry)))
}
