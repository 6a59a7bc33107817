//! What packs beside the model have in common: the head, its format number, their one file.

use super::{Lint, Problem};
use crate::{PackFiles, PackKind, Vocabulary, check_checklist, check_scenario};
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;
use toml::Spanned;

/// The format packs of a sort are written in; every program reads every format since 1.
fn newest(kind: PackKind) -> u32 {
    match kind {
        // Since 2 a scenario says how its time is parted, and keeps to it; since 3 it plays the plan of those who play.
        PackKind::Scenario => 3,
        // Since 2 a list has its forms in one file, and says what earlier lists asked instead.
        PackKind::Checklist => 2,
        PackKind::Model => 1,
    }
}

/// Says of a pack of any sort what is wrong with it, or of how much it consists: items and sections, items, injects.
///
/// # Errors
/// Every problem found, sorted by file and line.
pub fn counts(kind: PackKind, files: &PackFiles, vocabulary: &Vocabulary) -> Result<Vec<usize>, Vec<Problem>> {
    Ok(match kind {
        PackKind::Model => {
            let template = super::check(files, vocabulary)?;
            vec![template.items.len(), template.sections.len()]
        }
        PackKind::Checklist => vec![check_checklist(files, vocabulary)?.items.len()],
        PackKind::Scenario => vec![check_scenario(files, vocabulary)?.injects.len()],
    })
}

/// Reads the one file of such a pack and makes something of it.
pub(super) fn read_one<R: DeserializeOwned, T>(
    kind: PackKind,
    files: &PackFiles,
    vocabulary: &Vocabulary,
    make: impl FnOnce(&mut Lint<'_>, &str, &str, R) -> T,
) -> Result<T, Vec<Problem>> {
    let mut lint = Lint { files, vocabulary, own: None, problems: Vec::new() };
    let made = match files.head(kind) {
        Some((folder, text)) => {
            let (folder, path) = (folder.to_owned(), format!("{}/{folder}/{}", kind.folder(), kind.head()));
            lint.alone(&path);
            // A newer format has other keys: said by its number, not by the first unknown one.
            let newer = newer_format(kind, text);
            if let Some(format) = newer {
                lint.say(
                    &path,
                    0..0,
                    &format!("format {format} は、このソフトより新しい書き方です。ソフトを新しくしてください。"),
                );
            }
            let raw: Option<R> = if newer.is_none() { lint.read(&path) } else { None };
            raw.map(|raw| make(&mut lint, &folder, &path, raw))
        }
        None => {
            let path = format!("{0}/〈版〉/{1}", kind.folder(), kind.head());
            lint.say(kind.folder(), 0..0, &format!("{path} がありません。"));
            None
        }
    };
    super::finished(lint, made)
}

fn newer_format(kind: PackKind, text: &str) -> Option<i64> {
    let table: toml::Table = toml::from_str(text).ok()?;
    table.get("format")?.as_integer().filter(|format| *format > i64::from(newest(kind)))
}

impl<'a> Lint<'a> {
    /// A second file of such a pack would be stored and never read.
    fn alone(&mut self, path: &str) {
        let files = self.files;
        for other in files.0.keys().filter(|other| *other != path) {
            self.say(other, 0..0, "このファイルは読まれません。束から外してください。");
        }
    }

    /// The format number, and an id that is the name of the folder.
    pub(super) fn headed(&mut self, folder: &str, file: &str, format: &Spanned<u32>, id: &Spanned<String>) {
        if *format.get_ref() == 0 {
            self.say(file, format.span(), "format は1からの番号です。");
        }
        if id.get_ref() != folder {
            self.say(file, id.span(), "id がフォルダの名前と違います。");
        }
    }

    /// Texts that must say something.
    pub(super) fn all_filled(&mut self, file: &str, texts: &[(&str, &Spanned<String>)]) {
        for (what, text) in texts {
            self.filled((file, text.span()), what, text.get_ref());
        }
    }

    /// One of the ids a file declares itself.
    pub(super) fn declared(&mut self, file: &str, id: &Spanned<String>, there: &BTreeSet<&str>, what: &str) {
        if !there.contains(id.get_ref().as_str()) {
            self.say(file, id.span(), &format!("この束に無い{what}です: {}", id.get_ref()));
        }
    }
}
