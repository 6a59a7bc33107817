//! Keeps a workbook with the plan as it came: answers are written into copies of it.

use crate::{Binder, Done, Error, Result, Step, attachment};
use plan::{Attachment, Edit, Kind};

impl Binder {
    /// Keeps a workbook of a list; one that is kept already is not kept twice.
    ///
    /// # Errors
    /// As [`Binder::attach`].
    pub(super) fn keep_workbook(&self, list: &str, (name, bytes): (&str, &[u8]), step: &Step) -> Result<Done> {
        let hash = store::hash_of(bytes);
        let kept = self.plan().rows.list_files.live().any(|one| {
            let file = one.file.as_deref().and_then(Attachment::parse);
            one.list.as_deref() == Some(list) && file.is_some_and(|file| file.hash == hash)
        });
        if kept {
            return Ok(Done::default());
        }
        // Before there is a row for it: one without its file is of no use.
        attachment::examine(Kind::ListFile, "file", name, bytes)?;
        let step = Step { id: Some(self.outside.new_id().to_string()), ..step.clone() };
        let values = [("name", name.to_owned()), ("list", list.to_owned()), ("read_on", self.outside.today())];
        let values = values.map(|(field, value)| (field.to_owned(), value)).to_vec();
        let add = Edit::Add { kind: Kind::ListFile, fresh: self.outside.new_id(), source: None, values };
        let made = self.edit(&add, &step)?.record.ok_or_else(|| Error::NotFound(name.to_owned()))?;
        self.attach(Kind::ListFile, made, "file", name, bytes, &step)
    }
}
