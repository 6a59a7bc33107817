//! The parts of a workbook: which one is a sheet, and writing one anew with all others as they are.

use super::Problem;
use super::scan::{attribute, elements};
use crate::sheet;
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The workbook itself, and how its sheets are called.
pub(super) struct Parts<'a> {
    bytes: &'a [u8],
    /// Path of the part of the workbook.
    pub(super) book: String,
    /// Names of sheets with the paths of their parts.
    pub(super) sheets: Vec<(String, String)>,
    /// Path of the styles.
    pub(super) styles: Option<String>,
}

impl<'a> Parts<'a> {
    /// Of an archive that was measured before (`sheet::read`).
    pub(super) fn of(bytes: &'a [u8]) -> Result<Self, Problem> {
        let mut out = Self { bytes, book: "xl/workbook.xml".to_owned(), sheets: Vec::new(), styles: None };
        if out.names()?.iter().any(|name| name.starts_with("_xmlsignatures/")) {
            return Err(Problem::Signed);
        }
        let root = out.part("_rels/.rels")?;
        let main = elements(&root, "Relationship")
            .find(|tag| attribute(tag, "Type").is_some_and(|sort| sort.ends_with("/officeDocument")));
        if let Some(target) = main.and_then(|tag| attribute(&tag, "Target")) {
            out.book = target.trim_start_matches('/').to_owned();
        }
        let (folder, name) = out.book.rsplit_once('/').unwrap_or(("", &out.book));
        let relations = out.part(&format!("{folder}/_rels/{name}.rels"))?;
        let folder = folder.to_owned();
        let at = |target: String| match target.strip_prefix('/') {
            Some(whole) => whole.to_owned(),
            None => format!("{folder}/{target}"),
        };
        let mut targets = Vec::new();
        for tag in elements(&relations, "Relationship") {
            let (id, target, sort) = (attribute(&tag, "Id"), attribute(&tag, "Target"), attribute(&tag, "Type"));
            let (Some(id), Some(target), Some(sort)) = (id, target, sort) else { continue };
            if sort.ends_with("/styles") {
                out.styles = Some(at(target));
            } else {
                targets.push((id, at(target)));
            }
        }
        let book = out.part(&out.book)?;
        for tag in elements(&book, "sheet") {
            let (Some(name), Some(id)) = (attribute(&tag, "name"), attribute(&tag, "id")) else { continue };
            if let Some((_, path)) = targets.iter().find(|(one, _)| *one == id) {
                out.sheets.push((name, path.clone()));
            }
        }
        Ok(out)
    }

    fn archive(&self) -> Result<ZipArchive<Cursor<&'a [u8]>>, Problem> {
        ZipArchive::new(Cursor::new(self.bytes)).map_err(damaged)
    }

    fn names(&self) -> Result<Vec<String>, Problem> {
        let archive = self.archive()?;
        Ok(archive.file_names().filter_map(|name| name.ok().map(|name| name.into_owned())).collect())
    }

    /// The bytes of a part.
    pub(super) fn part(&self, path: &str) -> Result<Vec<u8>, Problem> {
        let mut archive = self.archive()?;
        let mut bytes = Vec::new();
        let mut file = archive.by_name(path).map_err(damaged)?;
        file.read_to_end(&mut bytes).map_err(|error| sheet::Problem::Damaged(error.to_string()))?;
        Ok(bytes)
    }

    /// The workbook with some parts anew; all others keep their packed bytes and their place.
    pub(super) fn with(&self, changed: &[(String, Vec<u8>)]) -> Result<Vec<u8>, Problem> {
        let mut archive = self.archive()?;
        let mut out = ZipWriter::new(Cursor::new(Vec::with_capacity(self.bytes.len())));
        for index in 0..archive.len() {
            let file = archive.by_index_raw(index).map_err(damaged)?;
            let name = file.name().map_err(damaged)?.into_owned();
            let Some((_, bytes)) = changed.iter().find(|(path, _)| *path == name) else {
                out.raw_copy_file(file).map_err(damaged)?;
                continue;
            };
            // Without a moment of its own the library puts the first one a zip knows: the same input, the same bytes.
            let options = SimpleFileOptions::default().compression_method(file.compression());
            let options = file.last_modified().map_or(options, |at| options.last_modified_time(at));
            out.start_file(name, options).map_err(damaged)?;
            out.write_all(bytes).map_err(|error| sheet::Problem::Damaged(error.to_string()))?;
        }
        Ok(out.finish().map_err(damaged)?.into_inner())
    }
}

fn damaged(error: zip::result::ZipError) -> Problem {
    sheet::Problem::Damaged(error.to_string()).into()
}
