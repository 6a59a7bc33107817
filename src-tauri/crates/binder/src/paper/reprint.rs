//! Which sheets on the shelves are out of date: what was printed is compared with what would be printed now.
//!
//! Only sheets that lie about singly (`Document::sheets`): action cards and forms. Pages of the binder belong to editions.

use crate::{Binder, Error, Result, Snapshot};
use plan::{Kind, Plan};
use print::layout::{METHOD, Page};
use print::{Composing, DOCUMENTS, Laid, Unwatched};
use std::collections::BTreeMap;
use template::Template;

/// A sheet that was printed, and says something else now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outdated {
    /// What stands at its head.
    pub title: String,
    /// Name of the document with which it is printed.
    pub document: &'static str,
    /// When it was printed last, with offset.
    pub printed_at: String,
    /// What is to be done about it.
    pub why: Stale,
}

/// Why a printed sheet is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stale {
    /// It says something else now.
    Changed,
    /// It would not be printed at all any more.
    Gone,
    /// Another program version printed it and noted other fingerprints: somebody has to look at both.
    Compare,
}

/// Fingerprints of single sheets by their anchors.
type Fingerprints = BTreeMap<String, String>;

/// Makes the fingerprint of one page of a single sheet.
type OfPage = fn(&Page) -> String;

/// How the fingerprints of a print were made, by the method it names: those of programs before schema 7 name none and
/// are of where everything stands. Of a method this program does not know nothing can be said.
fn method(named: Option<&str>) -> Option<OfPage> {
    match named {
        Some(METHOD) => Some(Page::said_alone),
        None => Some(Page::placed_alone),
        Some(_) => None,
    }
}

/// The single sheets of a document: all pages of each, and the name at their head. The page label is no part of it: a
/// card more before it changes nothing.
pub(crate) fn fingerprints(laid: &Laid, kind: Kind, facility: &str) -> Fingerprints {
    fingerprints_by(laid, kind, facility, Page::said_alone)
}

fn fingerprints_by(laid: &Laid, kind: Kind, facility: &str, of: OfPage) -> Fingerprints {
    let own = print::own_pages(kind);
    let single = |anchor: &str| anchor.starts_with(&own);
    let mut places: Vec<(usize, &String)> =
        laid.anchors.iter().filter(|(anchor, _)| single(anchor)).map(|(anchor, place)| (place.page, anchor)).collect();
    places.sort_unstable();
    let ends = places.iter().skip(1).map(|(page, _)| *page).chain([laid.pages.len()]);
    let whole = |from: usize, to: usize| {
        let pages = laid.pages[from..to.max(from + 1)].iter().map(of);
        let said: Vec<String> = std::iter::once(facility.to_owned()).chain(pages).collect();
        store::hash_of(said.join("\n").as_bytes())
    };
    places.iter().zip(ends).map(|((page, anchor), end)| ((*anchor).clone(), whole(*page, end))).collect()
}

impl Binder {
    /// The printed sheets that are out of date, in the order of the documents.
    ///
    /// # Errors
    /// Never for want of answers.
    pub fn to_reprint(&self) -> Result<Vec<Outdated>> {
        let Snapshot { plan, template, .. } = self.snapshot();
        let printed = printed(&plan);
        if printed.is_empty() {
            return Ok(Vec::new());
        }
        let facility = plan.facility().and_then(|one| one.name.clone()).unwrap_or_default();
        let mut out = Vec::new();
        let documents = DOCUMENTS.iter().filter_map(|document| Some((document, document.sheets?)));
        for (document, kind) in documents {
            let outline = document.compose(&Composing::hq(&plan, &template, ""));
            let laid = print::layout(outline, &Unwatched).map_err(|_| Error::Cancelled)?;
            let own = print::own_pages(kind);
            // Mostly one method; each is made once.
            let mut now: BTreeMap<Option<&str>, Option<Fingerprints>> = BTreeMap::new();
            let mut changed: Vec<(usize, Outdated)> = Vec::new();
            for (anchor, last) in printed.iter().filter(|(anchor, _)| anchor.starts_with(&own)) {
                let method = last.method.as_deref();
                let today = now
                    .entry(method)
                    .or_insert_with(|| self::method(method).map(|of| fingerprints_by(&laid, kind, &facility, of)));
                if today.as_ref().is_some_and(|today| today.get(anchor) == Some(&last.fingerprint)) {
                    continue;
                }
                let place = laid.anchors.get(anchor).map(|place| place.page);
                let heading =
                    laid.headings.iter().find(|heading| Some(heading.place.page) == place && heading.level > 0);
                let title =
                    heading.map_or_else(|| gone_title(&plan, &template, kind, anchor), |heading| heading.title.clone());
                let why = match (place, method) {
                    (None, _) => Stale::Gone,
                    (Some(_), Some(METHOD)) => Stale::Changed,
                    (Some(_), _) => Stale::Compare,
                };
                let one = Outdated { title, document: document.name, printed_at: last.printed_at.clone(), why };
                changed.push((place.unwrap_or(usize::MAX), one));
            }
            changed.sort_by_key(|(page, _)| *page);
            out.extend(changed.into_iter().map(|(_, one)| one));
        }
        Ok(out)
    }
}

/// What people called a record that was removed: its anchor names it.
fn gone_title(plan: &Plan, template: &Template, kind: Kind, anchor: &str) -> String {
    let id = anchor.split('/').nth(1).and_then(plan::Id::parse);
    let record = id.and_then(|id| plan.rows.get(kind, id));
    record.map(|record| plan::title_of(plan, template, record)).unwrap_or_default()
}

/// The newest print of a sheet.
struct Last {
    fingerprint: String,
    method: Option<String>,
    printed_at: String,
}

/// The newest print of each sheet, by its anchor.
fn printed(plan: &Plan) -> BTreeMap<String, Last> {
    let mut out = BTreeMap::new();
    for one in &plan.rows.prints {
        let sheets: Fingerprints =
            one.sheets.as_deref().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default();
        let printed_at = one.printed_at.clone().unwrap_or_default();
        out.extend(sheets.into_iter().map(|(anchor, fingerprint)| {
            (anchor, Last { fingerprint, method: one.method.clone(), printed_at: printed_at.clone() })
        }));
    }
    out
}
