//! From files to a [`Template`], or every problem at once with file and line.

mod beside;
mod catalogue;
mod checklist;
mod examples;
mod forms;
mod hour;
mod items;
mod labels;
mod names;
mod scenario;
mod sections;

pub use beside::counts;
pub use checklist::{check_carries, check_checklist};
pub use scenario::check_scenario;

use crate::{raw, *};
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;
use std::ops::Range;
use toml::Spanned;

/// One thing wrong with a pack.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Path relative to `templates/`.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// A Japanese sentence for the person who edits the pack.
    pub message: String,
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)
    }
}

/// Checks a pack against the vocabulary.
///
/// # Errors
/// Every problem found, sorted by file and line.
pub fn check(files: &PackFiles, vocabulary: &Vocabulary) -> Result<Template, Vec<Problem>> {
    run(Lint { files, vocabulary, own: None, problems: Vec::new() })
}

/// Checks a pack a plan has kept since an older program: labels and words that
/// came later are taken from the program's `own` pack, those that went are passed over.
///
/// # Errors
/// Every other problem, sorted by file and line.
pub fn check_stored(files: &PackFiles, vocabulary: &Vocabulary, own: &Template) -> Result<Template, Vec<Problem>> {
    run(Lint { files, vocabulary, own: Some(own), problems: Vec::new() })
}

/// A pack has at most so many bytes of text: nine times today's.
const MOST_BYTES: usize = 8 * 1024 * 1024;

fn run(mut lint: Lint<'_>) -> Result<Template, Vec<Problem>> {
    let template = lint.template();
    finished(lint, template)
}

/// What was made of a pack, when nothing is wrong with it.
fn finished<T>(mut lint: Lint<'_>, made: Option<T>) -> Result<T, Vec<Problem>> {
    let bytes: usize = lint.files.0.iter().map(|(path, text)| path.len() + text.len()).sum();
    if let Some(path) = lint.files.0.keys().next().filter(|_| bytes > MOST_BYTES) {
        lint.say(path, 0..0, &format!("束が大きすぎます（文は全部で {} MBまで）。", MOST_BYTES / 1024 / 1024));
    }
    lint.problems.sort();
    lint.problems.dedup();
    match made {
        Some(made) if lint.problems.is_empty() => Ok(made),
        _ => Err(lint.problems),
    }
}

/// Where a text stands: file and byte range.
type At<'a> = (&'a str, Range<usize>);

struct Lint<'a> {
    files: &'a PackFiles,
    vocabulary: &'a Vocabulary,
    /// The program's own pack, when an older stored one is read.
    own: Option<&'a Template>,
    problems: Vec<Problem>,
}

/// Names other texts may point to, known before the texts are read.
struct Names {
    entries: BTreeSet<String>,
    sections: BTreeSet<String>,
    documents: BTreeSet<String>,
    incidents: BTreeSet<String>,
    items: BTreeSet<String>,
    first_pages: BTreeSet<String>,
    phases: BTreeSet<String>,
}

impl<'a> Lint<'a> {
    fn template(&mut self) -> Option<Template> {
        let Some((folder, _)) = self.files.head(PackKind::Model) else {
            self.say("packs", 0..0, "packs/〈版〉/pack.toml がありません。");
            return None;
        };
        let folder = format!("packs/{folder}");
        let pack_file = format!("{folder}/pack.toml");
        let pack: Option<raw::Pack> = self.read(&pack_file);
        let chapters: Vec<(String, raw::Chapter)> = self.read_below(&format!("{folder}/sections/"));
        let items: Vec<(String, raw::Item)> = self.read_below(&format!("{folder}/items/"));
        let first: Vec<(String, raw::FirstPage)> = self.read_below(&format!("{folder}/first/"));
        // Blank sheets of packs from before there were forms.
        let sheets = format!("{folder}/sheets.toml");
        let sheets: Option<raw::Sheets> = if self.files.0.contains_key(&sheets) { self.read(&sheets) } else { None };
        let own_forms = self.own.is_some() && self.below(&format!("{folder}/forms/")).next().is_none();
        let forms: Vec<(String, forms::RawForm)> =
            if own_forms { Vec::new() } else { self.read_below(&format!("{folder}/forms/")) };
        let examples = self.read_some_below(&format!("{folder}/examples/"));
        let symptoms: Option<forms::Symptoms> = self.later(&format!("{folder}/symptoms.toml"));
        let labels = self.labels(&folder);
        let operations = self.operations(&folder);
        let words: Option<raw::Words> = self.read(&format!("{folder}/words.toml"));
        let incidents: Option<raw::Incidents> = self.read("incidents.toml");
        let catalogue: Vec<(String, raw::Catalogue)> = self.read_below("catalogue/");
        let terms: Option<raw::Terms> = self.later(&format!("{folder}/terms.toml"));
        let hour: Option<raw::FirstHour> = self.later(&format!("{folder}/first-hour.toml"));
        let next: Option<raw::NextSteps> = self.later(&format!("{folder}/next.toml"));
        let (pack, labels, words, incidents) = (pack?, labels?, words?, incidents?);
        let mut forms = self.forms(forms, sheets);
        self.examples(&folder, examples, &mut forms);

        if format!("packs/{}", pack.id.get_ref()) != folder {
            self.say(&pack_file, pack.id.span(), "id がフォルダの名前と違います。");
        }
        let names = Names {
            entries: catalogue
                .iter()
                .flat_map(|(_, c)| c.entry.iter().map(|e| e.id.get_ref().clone()))
                .chain(forms.iter().map(|(_, entry)| entry.id.clone()))
                // By file, as items below: a form that cannot be read is one problem.
                .chain(
                    self.below(&format!("{folder}/forms/"))
                        .filter_map(|path| Some(format!("forms/{}", item_number(path)?))),
                )
                .collect(),
            first_pages: first.iter().map(|(_, page)| page.id.clone()).collect(),
            sections: chapters.iter().flat_map(|(_, c)| c.section.iter().map(|s| s.number.get_ref().clone())).collect(),
            documents: pack.document.iter().map(|d| d.id.clone()).collect(),
            incidents: incidents.incident.iter().map(|i| i.id.get_ref().clone()).collect(),
            phases: pack.phase.iter().map(|p| p.number.clone()).collect(),
            // By file: an item that cannot be read is one problem, not one for everybody who names it.
            items: self.below(&format!("{folder}/items/")).filter_map(|path| item_number(path)).collect(),
        };
        let letters: BTreeSet<&str> = pack.part.iter().map(|part| part.letter.as_str()).collect();

        let cover = Cover {
            how: pack
                .cover
                .how
                .iter()
                .map(|(copy, lines)| {
                    let read = |text: &Spanned<String>| (text.span(), text.get_ref().clone());
                    let lines: Vec<_> = lines.iter().map(read).collect();
                    let lines = lines.into_iter().map(|(at, text)| self.inline((&pack_file, at), &text, &names));
                    (copy.clone(), lines.collect())
                })
                .collect(),
            title: pack.cover.title,
            subtitle: pack.cover.subtitle,
            notices: pack.cover.notice,
            approvals: pack.cover.approvals,
        };
        let first_pages =
            first.into_iter().map(|(file, page)| self.first_page(&file, page, &letters, &names)).collect();
        let mut sections: Vec<Section> = Vec::new();
        for (file, chapter) in chapters {
            self.unique(&file, chapter.section.iter().map(|s| &s.number));
            for section in chapter.section {
                sections.push(self.section(&file, section, &names));
            }
        }
        sections.sort_by_key(|section| numbers(&section.number));
        let mut checked: Vec<Item> = items.into_iter().map(|(file, item)| self.item(&file, item, &names)).collect();
        checked.sort_by_key(|item| numbers(&item.number));
        for pair in checked.windows(2) {
            if pair[0].number == pair[1].number {
                self.say(&pack_file, 0..0, &format!("項番 {} が2つあります。", pair[0].number));
            }
        }

        let terms = terms.map(|terms| self.terms(&format!("{folder}/terms.toml"), terms));
        let hour = hour.map(|hour| self.first_hour(&format!("{folder}/first-hour.toml"), hour, &names));
        let symptoms = symptoms.map(|list| self.symptoms(&format!("{folder}/symptoms.toml"), list, &names));
        let next = next.map(|next| self.next_steps(&format!("{folder}/next.toml"), next, &names));
        for letter in ["A", "B", "C", "D", "E", "F", "G", "H", "J", "S"] {
            if !pack.part.iter().any(|part| part.letter == letter) {
                self.say(&pack_file, 0..0, &format!("部 {letter} がありません。"));
            }
        }
        let mut entries = self.catalogue(catalogue, &names);
        Some(Template {
            terms: hour::or_own(terms, self.own.map(|own| &own.terms)),
            first_hour: hour::or_own(hour, self.own.map(|own| &own.first_hour)),
            symptoms: hour::or_own(symptoms, self.own.map(|own| &own.symptoms)),
            next_steps: hour::or_own(next, self.own.map(|own| &own.next_steps)),
            id: pack.id.into_inner(),
            title: pack.title,
            edition: pack.edition,
            hash: self.files.hash(),
            documents: pack
                .document
                .into_iter()
                .map(|d| (d.id, Document { title: d.title, short: d.short, number: d.number }))
                .collect(),
            phases: pack
                .phase
                .into_iter()
                .map(|p| Phase { number: p.number, title: p.title, about: p.about })
                .collect(),
            items: checked,
            answers: pack.answer.into_iter().map(|a| (a.id, a.text)).collect(),
            sections,
            first_pages,
            forms: forms::parted(forms, &mut entries),
            cover,
            parts: pack.part.into_iter().map(|p| Part { letter: p.letter, title: p.title }).collect(),
            labels,
            operations,
            words: self.words(&format!("{folder}/words.toml"), words),
            incidents: self.incidents(incidents),
            catalogue: entries,
            checklists: Vec::new(),
        })
    }

    fn read<T: DeserializeOwned>(&mut self, path: &str) -> Option<T> {
        let Some(text) = self.files.0.get(path) else {
            self.say(path, 0..0, "このファイルがありません。");
            return None;
        };
        match toml::from_str(text) {
            Ok(value) => Some(value),
            Err(error) => {
                let at = error.span().unwrap_or(0..0);
                self.say(path, at, &format!("読めません: {}", error.message()));
                None
            }
        }
    }

    fn read_below<T: DeserializeOwned>(&mut self, folder: &str) -> Vec<(String, T)> {
        let paths: Vec<String> = self.below(folder).cloned().collect();
        if paths.is_empty() {
            self.say(folder, 0..0, "このフォルダに何もありません。");
        }
        paths.into_iter().filter_map(|path| self.read(&path).map(|value| (path, value))).collect()
    }

    /// The same of a folder that may be missing.
    fn read_some_below<T: DeserializeOwned>(&mut self, folder: &str) -> Vec<(String, T)> {
        let paths: Vec<String> = self.below(folder).cloned().collect();
        paths.into_iter().filter_map(|path| self.read(&path).map(|value| (path, value))).collect()
    }

    /// The files of a folder.
    fn below(&self, folder: &str) -> impl Iterator<Item = &'a String> {
        let files = self.files;
        files.0.keys().filter(move |path| path.starts_with(folder))
    }

    fn say(&mut self, file: &str, at: Range<usize>, message: &str) {
        let line = self.line(file, at);
        self.problems.push(Problem { file: file.to_owned(), line, message: message.to_owned() });
    }
}

impl Lint<'_> {
    /// The line of a place in a file, from 1.
    fn line(&self, file: &str, at: Range<usize>) -> usize {
        let newlines = |text: &String| text.as_bytes().iter().take(at.start).filter(|byte| **byte == b'\n').count();
        1 + self.files.0.get(file).map_or(0, newlines)
    }
}

fn strings(list: Vec<Spanned<String>>) -> Vec<String> {
    list.into_iter().map(Spanned::into_inner).collect()
}

/// `…/items/1-1.toml` → `1-1`.
fn item_number(path: &str) -> Option<String> {
    path.rsplit('/').next()?.strip_suffix(".toml").map(str::to_owned)
}

/// `2.1.10` sorts after `2.1.9`.
fn numbers(number: &str) -> Vec<u32> {
    number.split(['.', '-']).map(|part| part.parse().unwrap_or(0)).collect()
}
