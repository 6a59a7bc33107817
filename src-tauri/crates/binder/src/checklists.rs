//! Checklists of an open plan: which sheets there are, and the change of the year.

use crate::{Binder, Done, Error, PackSource, Result, Snapshot, Step, Taken, beside};
use plan::checklist::{self, Sheet};
use plan::operation::Named;
use plan::{Edit, Id, Kind, Operation, Plan, Record};
use template::{Checklist, PackKind, Template};

/// A checklist that may be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChecklistOffer {
    /// What taking it would do.
    pub taken: Taken,
    /// Numbers of the items that are not the same as in the plan's edition, those that came and went among them.
    pub differs: Vec<String>,
}

/// A sheet of the plan: the list's own form, or that of a supplier.
///
/// # Errors
/// [`Error::NotFound`] for a list the plan does not keep or has no form of for this institution, or a supplier's row
/// that is of another list.
pub fn sheet<'t>(plan: &Plan, template: &'t Template, list: &str, of: Option<Id>) -> Result<Sheet<'t>> {
    let found: &'t Checklist = template.checklist(list).ok_or_else(|| Error::NotFound(list.to_owned()))?;
    let sheet = match of {
        None => Sheet::own(plan, found),
        Some(id) => {
            let row = plan.rows.supplier_forms.find(id).filter(|row| row.list.as_deref() == Some(list));
            row.and_then(|row| Sheet::of_supplier(found, row))
        }
    };
    sheet.ok_or_else(|| Error::NotFound(list.to_owned()))
}

/// The row of a supplier's form, by the supplier's name.
///
/// # Errors
/// [`Error::NotFound`] where no form of this list was made for a supplier of that name, [`Error::Ambiguous`] for several.
pub fn supplier_form(plan: &Plan, list: &str, name: &str) -> Result<Id> {
    let of_list = plan.rows.supplier_forms.live().filter(|row| row.list.as_deref() == Some(list));
    let title =
        |row: &plan::SupplierForm| row.supplier.and_then(|id| plan.rows.organisations.find(id)).map(Record::title);
    let found: Vec<_> = of_list
        .filter(|row| title(row).is_some_and(|title| plan::search_key(&title) == plan::search_key(name)))
        .collect();
    match found[..] {
        [] => Err(Error::NotFound(name.to_owned())),
        [one] => Ok(one.row.id),
        _ => Err(Error::Ambiguous { name: name.to_owned(), meant: list.to_owned() }),
    }
}

impl Binder {
    /// The checklists found somewhere, and what taking each would change.
    ///
    /// # Errors
    /// As [`Binder::take_packs`].
    pub fn checklist_offers(&self, source: &PackSource) -> Result<Vec<ChecklistOffer>> {
        let found = self.beside_at(PackKind::Checklist, source)?;
        let taken = self.would_take(PackKind::Checklist, &found)?;
        let lists = beside::readable(found.into_iter().map(|one| one.pack).collect());
        let kept = self.template();
        let differs = |list: &Checklist| kept.checklist(&list.id).map_or_else(Vec::new, |old| differences(old, list));
        Ok(taken
            .into_iter()
            .zip(&lists)
            .map(|(taken, list)| ChecklistOffer { taken, differs: differs(list) })
            .collect())
    }

    /// Makes a form of a list for each of these suppliers, as one step.
    ///
    /// # Errors
    /// Nothing was changed; [`Error::NotFound`] for a list without a form for suppliers.
    pub fn ask_suppliers(&self, list: &str, suppliers: &[Id], step: &Step) -> Result<Done> {
        let asked = self.template().checklist(list).and_then(Checklist::supplier_form).is_some();
        if !asked {
            return Err(Error::NotFound(list.to_owned()));
        }
        let now = self.outside().now();
        self.change_with(Operation::Add(Kind::SupplierForm), step, |plan, template, fresh| {
            let mut out = Vec::new();
            for supplier in suppliers {
                let values = vec![("list".to_owned(), list.to_owned()), ("supplier".to_owned(), supplier.to_string())];
                let add = Edit::Add { kind: Kind::SupplierForm, fresh: fresh(), source: None, values };
                out.extend(plan::changes(plan, template, &add, &now)?);
            }
            Ok(checklist::one_after_another(plan, Kind::SupplierForm, out))
        })
    }

    /// Takes rules, notes and proofs of an earlier list over for the ticked items of another, as one step. No answer comes
    /// along, and the earlier list stays as it is.
    ///
    /// # Errors
    /// Nothing was changed; [`Error::NotFound`] for a list or an item that is not there, or a list that is no earlier one of
    /// the same visit.
    pub fn carry(&self, from: &str, to: &str, ticked: &[String], step: &Step) -> Result<Done> {
        let Snapshot { plan, template, .. } = self.snapshot();
        let new = sheet(&plan, &template, to, None)?;
        if !sheet(&plan, &template, from, None)?.list.is_before(new.list) {
            return Err(Error::NotFound(from.to_owned()));
        }
        if let Some(gone) = ticked.iter().find(|item| new.list.item(item).is_none()) {
            return Err(Error::NotFound(gone.clone()));
        }
        self.change_with(Operation::Carry(Named(from.to_owned())), step, |plan, template, fresh| {
            let (Ok(old), Ok(new)) = (sheet(plan, template, from, None), sheet(plan, template, to, None)) else {
                return Ok(Vec::new());
            };
            checklist::carried(plan, template, (&old, &new), ticked, fresh)
        })
    }
}

/// The numbers of items that differ between two editions of a list.
fn differences(old: &Checklist, new: &Checklist) -> Vec<String> {
    let other = |item: &&template::ChecklistItem| old.item(&item.id) != Some(*item);
    let gone = old.items.iter().filter(|item| new.item(&item.id).is_none());
    new.items.iter().filter(other).chain(gone).map(|item| item.number.clone()).collect()
}
