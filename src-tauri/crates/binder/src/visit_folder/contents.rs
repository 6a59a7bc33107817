//! What goes into such a folder, in the order the visitor works, and what is not there to go in.

use super::names::safe;
use crate::{Message, Unfilled};
use plan::checklist::Sheet;
use plan::{Attachment, Plan, Record};

/// A file of the folder.
pub(super) struct Entry {
    /// Where it lies, with `/`.
    pub(super) name: String,
    /// What it is.
    pub(super) what: String,
    /// Where its bytes come from.
    pub(super) source: Source,
}

/// Something that is not in the folder.
pub(super) struct Missing {
    /// What the institution is told: why, and what to do.
    pub(super) shown: String,
    /// What stands in the index, which is handed over; nothing where it is the house's own affair.
    pub(super) listed: Option<String>,
}

impl Missing {
    fn of(shown: String, listed: String) -> Self {
        Self { shown, listed: Some(listed) }
    }

    /// What the house alone is told.
    pub(super) fn own(shown: String) -> Self {
        Self { shown, listed: None }
    }
}

/// Where the bytes of a file come from.
pub(super) enum Source {
    /// The document, printed.
    Paper,
    /// The workbook the plan keeps for the list, with the answers that count.
    Filled,
    /// A file somebody attached, by its hash.
    Attached(String),
}

fn said(key: &str, words: &[&str]) -> String {
    let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    Message::report(key, &words)
}

/// The files, and what is missing.
pub(super) fn of(plan: &Plan, sheet: &Sheet<'_>, file: &str) -> (Vec<Entry>, Vec<Missing>) {
    let (mut entries, mut missing) = (Vec::new(), Vec::new());
    let paper = Entry { name: format!("1_{file}.pdf"), what: said("visit-paper", &[]), source: Source::Paper };
    entries.push(paper);
    workbook(plan, sheet, &mut entries, &mut missing);
    suppliers(plan, sheet, &mut entries, &mut missing);
    proofs(plan, sheet, &mut entries, &mut missing);
    (entries, missing)
}

fn workbook(plan: &Plan, sheet: &Sheet<'_>, entries: &mut Vec<Entry>, missing: &mut Vec<Missing>) {
    let kept = plan.rows.list_files.live().filter(|row| row.list.as_ref() == Some(&sheet.list.id));
    let kept = kept.filter_map(|row| Attachment::parse(row.file.as_deref()?)).next_back();
    let Some(kept) = kept else {
        missing.push(Missing::own(said("visit-no-workbook", &[&sheet.list.edition])));
        return;
    };
    let name = safe(&format!("2_{}", kept.name.as_deref().unwrap_or("list.xlsx")));
    entries.push(Entry { name, what: said("visit-workbook", &[&sheet.list.edition]), source: Source::Filled });
}

fn suppliers(plan: &Plan, sheet: &Sheet<'_>, entries: &mut Vec<Entry>, missing: &mut Vec<Missing>) {
    let forms = plan.rows.supplier_forms.live().filter(|row| row.list.as_ref() == Some(&sheet.list.id));
    for (nth, form) in forms.enumerate() {
        let supplier = plan.rows.organisations.find(form.supplier).map(Record::title).unwrap_or_default();
        match form.file.as_deref().and_then(Attachment::parse) {
            Some(file) => {
                let name = safe(&format!("{:02}_{supplier}_{}", nth + 1, file.name.as_deref().unwrap_or("form")));
                let what = said("visit-supplier", &[&supplier]);
                entries.push(Entry {
                    name: format!("{}/{name}", said("visit-suppliers-folder", &[])),
                    what,
                    source: Source::Attached(file.hash),
                });
            }
            None if Sheet::of_supplier(sheet.list, form).is_some_and(|own| own.is_begun(plan)) => {
                let listed = said("visit-supplier-on-paper", &[&supplier]);
                missing.push(Missing::of(said("visit-supplier-typed", &[&supplier]), listed));
            }
            None => {
                let listed = said("visit-supplier-none", &[&supplier]);
                missing.push(Missing::of(said("visit-no-supplier", &[&supplier]), listed));
            }
        }
    }
}

fn proofs(plan: &Plan, sheet: &Sheet<'_>, entries: &mut Vec<Entry>, missing: &mut Vec<Missing>) {
    for asked in sheet.list.asked(sheet.form) {
        let proves =
            |row: &&plan::Proof| row.list.as_ref() == Some(&sheet.list.id) && row.item.as_ref() == Some(&asked.item.id);
        for (nth, proof) in plan.rows.proofs.live().filter(proves).enumerate() {
            let title = proof.title();
            match (proof.file.as_deref().and_then(Attachment::parse), proof.place.as_deref()) {
                (Some(file), _) => {
                    let name =
                        safe(&format!("{}_{}_{}", asked.number, nth + 1, file.name.as_deref().unwrap_or(&title)));
                    let what = said("visit-proof", &[asked.number, &title]);
                    let name = format!("{}/{name}", said("visit-proofs-folder", &[]));
                    entries.push(Entry { name, what, source: Source::Attached(file.hash) });
                }
                (None, Some(place)) => {
                    let listed = said("visit-proof-shown", &[asked.number, &title]);
                    missing.push(Missing::of(said("visit-proof-elsewhere", &[asked.number, &title, place]), listed));
                }
                // Nobody can show it: that is for the house to mend, not for the visitor to read.
                (None, None) => missing.push(Missing::own(said("visit-proof-nowhere", &[asked.number, &title]))),
            }
        }
    }
}

/// What the filled workbook does not say.
pub(super) fn unwritten(left_out: &[(String, Unfilled)]) -> Option<Missing> {
    let numbers: Vec<&str> = left_out.iter().map(|(number, _)| number.as_str()).collect();
    (!numbers.is_empty()).then(|| Missing::own(said("visit-unwritten", &[&numbers.join("、")])))
}
