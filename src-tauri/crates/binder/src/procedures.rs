//! Procedures as a whole, each act one step: steps pasted, a copy for another department, steps of the catalogue taken.

use crate::{Binder, Done, Result, Step};
use plan::{Id, Kind, Operation, procedure};

impl Binder {
    /// Lines of a text become steps of a procedure or card.
    ///
    /// # Errors
    /// Nothing was changed.
    pub fn paste_steps(&self, kind: Kind, whole: Id, text: &str, step: &Step) -> Result<Done> {
        self.change_with(Operation::Paste(kind), step, |plan, template, fresh| {
            procedure::pasted(plan, template, (kind, whole), text, fresh)
        })
    }

    /// A procedure with steps and forms, for another department.
    ///
    /// # Errors
    /// Nothing was changed.
    pub fn copy_procedure(&self, from: Id, department: Id, step: &Step) -> Result<Done> {
        self.change_with(Operation::Copy(Kind::Procedure), step, |plan, template, fresh| {
            procedure::copied(plan, template, (from, department), fresh)
        })
    }

    /// A row for every place of the contact tree a drill has none for, in the order of the calls.
    ///
    /// # Errors
    /// Nothing was changed.
    pub fn fill_drill(&self, of: Id, step: &Step) -> Result<Done> {
        self.change_with(Operation::Fill(Kind::DrillCall), step, |plan, template, fresh| {
            plan::drill::filled(plan, template, of, fresh)
        })
    }

    /// Takes steps over from the catalogue.
    ///
    /// # Errors
    /// Nothing was changed.
    pub fn take_steps(&self, of: Id, entries: &[String], step: &Step) -> Result<Done> {
        self.change_with(Operation::Take(Kind::ProcedureStep), step, |plan, template, _| {
            procedure::taken(plan, template, of, entries)
        })
    }
}
