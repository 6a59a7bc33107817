//! A checked copy of the plan, to hand over or to keep as a backup.

use crate::{Error, Result, Store, create, door, file};
use std::path::Path;

impl Store {
    /// Writes a copy and checks it before it gets its name.
    ///
    /// # Errors
    /// [`Error::Exists`] when something is there; the plan itself is never touched.
    pub fn save_copy(&self, to: &Path) -> Result<()> {
        if to.exists() {
            return Err(Error::Exists(to.to_owned()));
        }
        let growing = file::unfinished(to);
        create::remove_leftover(&growing)?;
        let name = growing.to_str().ok_or_else(|| Error::Missing(growing.clone()))?;
        let made = self
            .connection
            .execute("VACUUM INTO ?1", [name])
            .map_err(Error::from)
            .and_then(|_| door::examine(&growing))
            .and_then(|()| create::finish(&growing, to));
        if made.is_err() {
            let _ = create::remove_leftover(&growing);
        }
        made
    }
}
