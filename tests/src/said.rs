//! Whether a plan's paper still says what an earlier program's paper said.
//!
//! Columns get wider and pages longer, so lines end elsewhere. What is compared is the text in the order in which it
//! is drawn, cell by cell: each line must be there, wherever lines end now, and what followed it must stand behind it.
//!
//! Deliberately not compared: the foot of a page, the number a reference to a page has, what a page repeats of the page
//! before (heads of tables), and the order of two lines with the end of a page between them.

use crate::fixture::{DATE, Sheaf};
use crate::witness::bare;
use serde::Deserialize;
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

/// A difference somebody meant, with the reason (`tests/fixtures/differences.toml`).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Difference {
    /// Schema versions whose paper it is about.
    pub versions: Vec<u32>,
    /// Documents.
    pub documents: Vec<String>,
    /// Why it is right.
    pub why: String,
    /// Lines that are no longer printed; one that ends in … stands for all that begin so.
    #[serde(default)]
    pub gone: Vec<String>,
    /// Lines that stand elsewhere.
    #[serde(default)]
    pub moved: Vec<String>,
    /// What is printed now instead.
    #[serde(default)]
    pub now: Vec<String>,
}

/// Meant differences, and which of their lines were really met.
#[derive(Debug, Default)]
pub struct Meant {
    list: Vec<Difference>,
    met: RefCell<BTreeSet<(usize, String)>>,
}

impl Meant {
    /// Of a list as it is kept.
    pub fn of(list: Vec<Difference>) -> Self {
        Self { list, met: RefCell::default() }
    }

    /// Lines that explained nothing: they would hide the next difference.
    pub fn idle(&self) -> Vec<String> {
        let met = self.met.borrow();
        let lines = |(at, one): (usize, &Difference)| {
            one.gone.iter().chain(&one.moved).map(move |line| (at, line.clone())).collect::<Vec<_>>()
        };
        self.list.iter().enumerate().flat_map(lines).filter(|line| !met.contains(line)).map(|(_, line)| line).collect()
    }

    /// Which difference has this line in its list.
    fn explains(&self, was: &Sheaf, line: &str, lines_of: fn(&Difference) -> &[String]) -> Option<usize> {
        let listed = |one: &Difference| {
            let stands_for = |listed: &&String| match listed.strip_suffix('…') {
                Some(start) => line.starts_with(&bare(start)),
                None => line == bare(listed),
            };
            lines_of(one).iter().find(stands_for).cloned()
        };
        let about = |one: &Difference| one.versions.contains(&was.version) && one.documents.contains(&was.document);
        let (at, listed) = self
            .list
            .iter()
            .enumerate()
            .filter(|(_, one)| about(one))
            .find_map(|(at, one)| Some((at, listed(one)?)))?;
        self.met.borrow_mut().insert((at, listed));
        Some(at)
    }
}

/// Every line of `was` that `is` does not say, or says elsewhere, and that nobody meant to change.
pub fn unsaid(was: &Sheaf, is: &Sheaf, meant: &Meant) -> Vec<String> {
    let (old, new) = (bodies(was), Said::of(&bodies(is)));
    let mut out = Vec::new();
    let mut explained = BTreeSet::new();
    let mut before: &[String] = &[];
    for (at, page) in old.iter().enumerate() {
        let place = format!("version {}, {} {}, page {}", was.version, was.document, was.copy, at + 1);
        let own = &page[repeated(before, page)..];
        for (line, next) in own.iter().zip(own.iter().skip(1).map(Some).chain([None])) {
            if !new.says(line) {
                match meant.explains(was, line, |one| &one.gone) {
                    Some(difference) => drop(explained.insert(difference)),
                    None => out.push(format!("{place}: no longer printed: {line}")),
                }
                continue;
            }
            let Some(next) = next.filter(|next| new.says(next) && !new.follows(line, next)) else { continue };
            let moved = |line| meant.explains(was, line, |one| &one.moved);
            match moved(line).or_else(|| moved(next)) {
                Some(difference) => drop(explained.insert(difference)),
                None => out.push(format!("{place}: {line}\n    no longer stands before: {next}")),
            }
        }
        before = page;
    }
    let now = explained.into_iter().flat_map(|at| &meant.list[at].now).filter(|text| !new.says(&bare(text)));
    out.extend(now.map(|text| format!("version {}, {} {}: not there: {text}", was.version, was.document, was.copy)));
    out
}

/// What a paper says, page by page and as one text.
struct Said {
    pages: Vec<String>,
    whole: String,
    /// Where the last text was found: the next is mostly close behind.
    last: Cell<usize>,
}

impl Said {
    fn of(bodies: &[Vec<String>]) -> Self {
        let pages: Vec<String> = bodies.iter().map(|page| page.concat()).collect();
        Self { whole: pages.concat(), pages, last: Cell::new(0) }
    }

    fn says(&self, text: &str) -> bool {
        let from = self.last.get();
        let found = self.whole[from..].find(text).map(|at| from + at).or_else(|| self.whole.find(text));
        if let Some(at) = found {
            self.last.set(at);
        }
        found.is_some()
    }

    /// Whether `next` stands behind `line`, whatever came between, or the end of a page lies between them: a row of a
    /// table may be split, and then its first cell ends on a later page than its second begins.
    fn follows(&self, line: &str, next: &str) -> bool {
        let behind = |page: &String| page.find(line).is_some_and(|at| page[at + line.len()..].contains(next));
        let beside = |pair: &[String]| {
            (pair[0].contains(line) && pair[1].contains(next)) || (pair[0].contains(next) && pair[1].contains(line))
        };
        self.says(&format!("{line}{next}")) || self.pages.iter().any(behind) || self.pages.windows(2).any(beside)
    }
}

/// The lines of each page, bare, without its foot and without page numbers.
fn bodies(sheaf: &Sheaf) -> Vec<Vec<String>> {
    let printed = format!("印刷日 {DATE}");
    let body = |page: &Vec<String>| {
        // The foot stands in the last four lines: chapter, then the edition with the date, then the line that stands on
        // every page that asks for two (救命), then the letter of the part.
        let foot = page.iter().rposition(|line| line.contains(&printed)).filter(|at| at + 4 > page.len());
        let lines = &page[..foot.map_or(page.len(), |at| at.saturating_sub(1))];
        lines.iter().map(|line| bare(&without_page_numbers(line))).filter(|line| !line.is_empty()).collect()
    };
    sheaf.pages.iter().map(body).collect()
}

/// `→ F-19` without `F-19`: which page a thing stands on follows from all pages before it.
fn without_page_numbers(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some(at) = rest.find('-') {
        let letter = rest[..at].chars().next_back().filter(char::is_ascii_uppercase);
        let alone = !rest[..at].chars().rev().nth(1).is_some_and(|c| c.is_ascii_alphanumeric());
        let behind = &rest[at + 1..];
        let digits = behind.chars().take_while(char::is_ascii_digit).count();
        let ends = !behind[digits..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.');
        if letter.is_some() && alone && (1..=3).contains(&digits) && ends {
            out.push_str(&rest[..at - 1]);
            rest = &behind[digits..];
        } else {
            out.push_str(&rest[..=at]);
            rest = behind;
        }
    }
    out + rest
}

/// How many lines a page repeats of the page before.
fn repeated(before: &[String], page: &[String]) -> usize {
    (0..=page.len())
        .rev()
        .find(|count| *count == 0 || before.windows(*count).any(|run| *run == page[..*count]))
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheaf(pages: &[&[&str]]) -> Sheaf {
        let pages = pages.iter().map(|page| page.iter().map(|line| (*line).to_owned()).collect()).collect();
        Sheaf { version: 1, document: "binder".to_owned(), copy: "hq".to_owned(), pages }
    }

    fn foot(label: &str) -> String {
        format!("未発行 本部用 印刷日 {DATE} {label}")
    }

    #[test]
    fn what_is_said_on_other_lines_and_pages_is_said() {
        let (one, two, three) = (foot("A-1"), foot("A-2"), foot("A-3"));
        let was = sheaf(&[&["名前 電話", "佐藤 内線 1", "鈴木 内", "線 2 → F-9", "病院", &one, "A"]]);
        let is = sheaf(&[
            &["新しい頁", "病院", &one, "A"],
            &["名前 電話", "佐藤 内線", "1", "病院", &two, "A"],
            &["名前 電話", "鈴木 内線 2 → F-21", "病院", &three, "A"],
        ]);
        assert_eq!(unsaid(&was, &is, &Meant::default()), [""; 0]);
        // And the other way: what a page repeats of the one before is not looked for again.
        let was = sheaf(&[
            is.pages[1].iter().map(String::as_str).collect::<Vec<_>>().as_slice(),
            &["名前 電話", "鈴木 内線 2"],
        ]);
        let is = sheaf(&[&["名前 電話", "佐藤 内線 1", "鈴木 内線 2"]]);
        assert_eq!(unsaid(&was, &is, &Meant::default()), [""; 0]);
    }

    #[test]
    fn what_is_lost_or_stands_elsewhere_is_told_unless_somebody_meant_it() {
        let was = sheaf(&[&["一", "二", "三"]]);
        let (lost, swapped) = (sheaf(&[&["一", "三"]]), sheaf(&[&["一", "三", "二"]]));
        let nobody = Meant::default();
        assert_eq!(unsaid(&was, &lost, &nobody), ["version 1, binder hq, page 1: no longer printed: 二"]);
        let said = "version 1, binder hq, page 1: 二\n    no longer stands before: 三";
        assert_eq!(unsaid(&was, &swapped, &nobody), [said]);
        let meant = |gone: &[&str], moved: &[&str], now: &[&str]| {
            let own = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect();
            let (gone, moved, now) = (own(gone), own(moved), own(now));
            let (documents, why) = (vec!["binder".to_owned()], String::new());
            Meant::of(vec![Difference { versions: vec![1], documents, why, gone, moved, now }])
        };
        assert_eq!(unsaid(&was, &swapped, &meant(&[], &["三"], &[])), [""; 0]);
        let other = meant(&["二…"], &["一"], &["四"]);
        assert_eq!(unsaid(&was, &lost, &other), ["version 1, binder hq: not there: 四"]);
        assert_eq!(other.idle(), ["一"], "that was not met");
    }

    #[test]
    fn only_numbers_of_pages_are_left_out() {
        assert_eq!(without_page_numbers("→ F-19 と S-5"), "→  と ");
        for kept in ["PC-0299", "K-2026-001", "A-12b", "4-2", "X-1-2", "内線-3"] {
            assert_eq!(without_page_numbers(kept), kept);
        }
    }
}
