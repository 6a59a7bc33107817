//! Checks that only fonts and layout answer: characters without a glyph, sheets over one page, a ward's copy that is
//! not short. Declared as those of `plan::CHECKS`; they look at placed pages instead of the plan alone.

use crate::layout::Page;
use crate::outline::{About, Paper, PartSort, Shelf};
use crate::{Copy, Laid, RECOVERY_AFTER, card_copies};
use plan::{Check, Finding, Found, Kind, Leads, Plan, Record, Shown, checks, show_source, stock, title_of};
use std::collections::{BTreeMap, BTreeSet};
use template::{FirstPage, Inline, Template};

/// What a check of the paper looks at: the plan, and a document of it as placed.
pub struct Placed<'a> {
    plan: &'a Plan,
    template: &'a Template,
    laid: &'a Laid,
}

type Run = fn(&Placed<'_>, &mut Found<'_>);

checks! { CHECKS: Run;
    /// Characters no font of ours has.
    "missing-character" {
        severity: Mend, about: Record, reads: all, leads: Leads::Record, run: missing_in_records,
    }
    /// The same in texts of the pack.
    "missing-in-text" {
        severity: Mend, about: Institution, reads: all, leads: Leads::Print, run: missing_in_texts,
    }
    /// A first page is one sheet: front and back.
    "sheet-too-long" {
        severity: Mend, about: Institution, reads: all, leads: Leads::Print, run: first_pages,
    }
    /// A form is one page: whoever copies it has it whole.
    "form-too-long" {
        severity: Mend, about: Record, reads: all, leads: Leads::Record, run: forms,
    }
    /// So is an action card.
    "card-too-long" {
        severity: Mend, about: Record, reads: all, leads: Leads::Record, run: cards,
    }
    /// A card to carry with lines that do not fit.
    "wallet-too-long" {
        severity: Mend, about: Record, reads: all, leads: Leads::Record, run: wallet,
    }
    /// A department's book is thin: twelve pages to read, ten where nobody stays overnight, two more for each procedure
    /// beyond the second [PRACTICE-BOOKS].
    "ward-copy-long" {
        severity: Note, about: Record, reads: all, leads: Leads::Record, run: ward_copy,
    }
    /// A reference that leads nowhere: who reads it at night is sent to no page.
    "reference-nowhere" {
        severity: Stop, about: Institution, reads: all, leads: Leads::Print, run: nowhere,
    }
    /// Who restores carries the order of recovery about: one sheet.
    "order-too-long" {
        severity: Note, about: Institution, reads: all, leads: Leads::Print, run: order,
    }
}

/// The declarations, for whoever needs the sentence of each.
pub fn checks() -> impl Iterator<Item = &'static Check> {
    CHECKS.iter().map(|one| &one.check)
}

/// What is found in a placed document, most serious first.
pub fn findings(plan: &Plan, template: &Template, laid: &Laid) -> Vec<Finding> {
    let placed = Placed { plan, template, laid };
    let mut out = Vec::new();
    for one in CHECKS {
        (one.run)(&placed, &mut Found::of(&one.check, &mut out));
    }
    out
}

/// Front and back.
const SHEET: usize = 2;

/// `﨑 U+FA11` for each character, sorted.
fn named(characters: &BTreeSet<char>) -> String {
    let name = |c: &char| format!("{c} U+{:04X}", *c as u32);
    characters.iter().map(name).collect::<Vec<_>>().join("、")
}

fn missing_in_records(placed: &Placed<'_>, found: &mut Found<'_>) {
    let facility = placed.plan.facility().map(|facility| (Kind::Facility, facility.row.id));
    let mut missing: BTreeMap<_, BTreeSet<char>> = BTreeMap::new();
    for one in &placed.laid.missing {
        let at = match one.about {
            Some(About::Record(kind, id)) => Some((kind, id)),
            Some(About::Template(_)) => None,
            None => facility,
        };
        if let Some(at) = at {
            missing.entry(at).or_default().insert(one.character);
        }
    }
    for ((kind, id), characters) in missing {
        let record = placed.plan.rows.get(kind, id);
        let title = record.map(|record| title_of(placed.plan, placed.template, record)).unwrap_or_default();
        found.at((kind, id), vec![title, named(&characters)]);
    }
}

fn missing_in_texts(placed: &Placed<'_>, found: &mut Found<'_>) {
    let mut missing: BTreeMap<&str, BTreeSet<char>> = BTreeMap::new();
    for one in &placed.laid.missing {
        if let Some(About::Template(id)) = &one.about {
            missing.entry(id).or_default().insert(one.character);
        }
    }
    for (id, characters) in missing {
        found.part(id, vec![text_title(placed.template, id), named(&characters)]);
    }
}

fn first_pages(placed: &Placed<'_>, found: &mut Found<'_>) {
    // Those that are carried about: what is read in the weeks after stands in a book.
    let carried = placed.template.first_pages.iter().filter(|page| matches!(page.part.as_str(), "A" | "S"));
    for FirstPage { id, .. } in carried {
        let about = About::Template(id.clone());
        if placed.laid.pages.iter().filter(|page| page.about.contains_key(&about)).count() > SHEET {
            found.part(id, vec![text_title(placed.template, id), longest_answer(placed, id)]);
        }
    }
}

/// What of a first page was answered at greatest length, to be shortened first: 「施設 紙運用を始めるときの放送文」 and how
/// many characters it has.
fn longest_answer(placed: &Placed<'_>, id: &str) -> String {
    let Some(page) = placed.template.first_pages.iter().find(|page| page.id == id) else { return String::new() };
    let answers = page.steps.iter().flat_map(|step| &step.text).filter_map(|piece| match piece {
        Inline::Field { kind, source, field } => {
            let shown = show_source(placed.plan, placed.template, kind, source.as_deref(), field, true);
            let Shown::Value(text) = shown else { return None };
            Some((text.chars().count(), placed.plan.label(placed.template, kind, field)))
        }
        _ => None,
    });
    let longest = answers.max_by_key(|(count, _)| *count);
    longest.map_or_else(|| "文".to_owned(), |(count, label)| format!("「{label}」（{count} 字）"))
}

fn forms(placed: &Placed<'_>, found: &mut Found<'_>) {
    for form in stock::kit(placed.plan) {
        let source = form.row.source.as_deref().filter(|_| form.image.is_none());
        let Some((source, drawn)) = source.and_then(|id| Some((id, placed.template.form(id)?))) else { continue };
        // The halves of an A3 sheet are shown singly where the paper is A4.
        let most = if drawn.is_wide() && placed.laid.paper != Paper::Wide { 2 } else { 1 };
        // Its own pages: the list of forms shows the record, but is not of the drawing.
        let (record, drawing) = (About::Record(Kind::Form, form.row.id), About::Template(source.to_owned()));
        let own = |page: &&Page| page.about.contains_key(&record) && page.about.contains_key(&drawing);
        if placed.laid.pages.iter().filter(own).count() > most {
            found.record(form, vec![form.title()]);
        }
    }
}

fn cards(placed: &Placed<'_>, found: &mut Found<'_>) {
    let laid = placed.laid;
    let all = card_copies(placed.plan, &Copy::Hq);
    // The list of cards, before the first of them, shows them all.
    let first = all.iter().filter_map(|sheet| laid.anchors.get(&sheet.anchor())).map(|place| place.page).min();
    let Some(first) = first else { return };
    for card in placed.plan.rows.cards.live() {
        let own: Vec<_> = all.iter().filter(|sheet| sheet.card.row.id == card.row.id).collect();
        let about = About::Record(Kind::Card, card.row.id);
        let pages = laid.pages[first..].iter().filter(|page| page.about.contains_key(&about)).count();
        if own.iter().any(|sheet| laid.anchors.contains_key(&sheet.anchor())) && pages > own.len() {
            found.record(card, vec![card.title()]);
        }
    }
}

fn wallet(placed: &Placed<'_>, found: &mut Found<'_>) {
    let mut cut = BTreeSet::new();
    for about in &placed.laid.cut {
        let About::Record(Kind::Role, id) = about else { continue };
        if let Some(role) = placed.plan.rows.roles.find(*id).filter(|role| cut.insert(role.row.id)) {
            found.record(role, vec![title_of(placed.plan, placed.template, role)]);
        }
    }
}

fn ward_copy(placed: &Placed<'_>, found: &mut Found<'_>) {
    let Some(Shelf::Of(department)) = placed.laid.shelf else { return };
    let Some(department) = placed.plan.department(Some(department)) else { return };
    let read = to_read(placed.laid);
    let most = if placed.plan.has_beds() { 12 } else { 10 };
    let procedures = placed.laid.anchors.keys().filter(|anchor| anchor.starts_with("procedure/")).count();
    let most = most + 2 * procedures.saturating_sub(2);
    if read > most {
        found.record(department, vec![department.title(), read.to_string(), most.to_string()]);
    }
}

/// The pages of a department's book that are read: neither cover nor contents, no blank back, no form.
pub fn to_read(laid: &Laid) -> usize {
    let forms = laid.anchors.iter().filter(|(anchor, _)| anchor.starts_with("form/"));
    let first_form = forms.map(|(_, place)| place.page).min().unwrap_or(usize::MAX);
    let pages = laid.pages.iter().enumerate();
    pages.filter(|(at, page)| matches!(page.part, PartSort::Lettered(_)) && !page.blank && *at < first_form).count()
}

fn nowhere(placed: &Placed<'_>, found: &mut Found<'_>) {
    let mut told = BTreeSet::new();
    for one in &placed.laid.nowhere {
        let text = one.about.iter().find_map(|about| match about {
            About::Template(id) => Some(id.as_str()),
            About::Record(..) => None,
        });
        let id = text.unwrap_or(one.anchor.as_str());
        if told.insert(id) {
            found.part(id, vec![text_title(placed.template, id)]);
        }
    }
}

fn order(placed: &Placed<'_>, found: &mut Found<'_>) {
    let page = |anchor: &str| placed.laid.anchors.get(anchor).map(|place| place.page);
    if let (Some(first), Some(after)) = (page("block/recovery-order"), page(RECOVERY_AFTER))
        && after > first + 1
    {
        found.institution(vec![placed.template.word("recovery-order").to_owned()]);
    }
}

/// What people call a text of the template.
fn text_title(template: &Template, id: &str) -> String {
    let page = template.first_pages.iter().find(|page| page.id == id).map(|page| page.title.clone());
    let section = || template.section(id).map(|section| format!("{} {}", section.number, section.title));
    let form = || template.form(id).map(|form| form.title.clone());
    page.or_else(section).or_else(form).unwrap_or_else(|| id.to_owned())
}
