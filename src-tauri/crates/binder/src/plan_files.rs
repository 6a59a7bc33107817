//! Plan JSON in.

use crate::{Binder, Error, Outside, Result, embedded, new_plan};
use std::path::Path;

impl Binder {
    /// Makes a plan file from a JSON file.
    ///
    /// # Errors
    /// Nothing is left behind; an existing plan is never overwritten.
    pub fn import_json(json: &Path, to: &Path, outside: &dyn Outside) -> Result<()> {
        let bytes = std::fs::read(json).map_err(|cause| match cause.kind() {
            std::io::ErrorKind::NotFound => store::Error::Missing(json.to_owned()).into(),
            _ => Error::File { path: json.to_owned(), cause },
        })?;
        let text = String::from_utf8(bytes).map_err(|error| exchange::Error::Shape(error.to_string()))?;
        new_plan::from_json(&exchange::read_json(&text)?, to, outside)
    }

    /// Makes a plan file from a sample of the program.
    ///
    /// # Errors
    /// Nothing is left behind; an existing plan is never overwritten.
    pub fn create_sample(name: &str, to: &Path, outside: &dyn Outside) -> Result<()> {
        new_plan::from_json(&embedded::sample(name)?, to, outside)
    }
}
