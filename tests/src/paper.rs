//! A printed PDF, read by poppler and qpdf.

use crate::witness::{bare, pages, tool};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// The text of a PDF, page by page with labels, in both orders poppler knows.
pub struct Paper {
    /// Label and text of each page.
    pub labelled: Vec<(String, String)>,
    raw: Vec<String>,
}

impl Paper {
    /// Reads a PDF.
    ///
    /// # Panics
    /// When poppler or qpdf cannot read it.
    pub fn of(pdf: &Path) -> Self {
        let paper = Self::read(pdf);
        assert!(paper.labelled.len() >= 10, "{} pages", paper.labelled.len());
        paper
    }

    /// Everything a plan prints for headquarters and for day's work: 本部用, 検査・委員会用, 台帳・一覧, forms, cards.
    ///
    /// # Panics
    /// When one of them cannot be printed or read.
    pub fn books(plan: &Path) -> Self {
        let mut whole = Self { labelled: Vec::new(), raw: Vec::new() };
        let by_day = ["inspection-copy", "annex", "forms", "cards", "improvements", "ward-drill", "inspection", "fee"];
        for document in ["binder"].into_iter().chain(by_day) {
            let paper = Self::document(plan, document);
            whole.labelled.extend(paper.labelled);
            whole.raw.extend(paper.raw);
        }
        whole
    }

    /// A document of headquarters.
    ///
    /// # Panics
    /// When it cannot be printed or read.
    pub fn document(plan: &Path, document: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let pdf = folder.path().join("document.pdf");
        let (plan, to) = (name(plan), name(&pdf));
        crate::sonae::did(&["print", &plan, "--document", document, "--date", "2026-11-22", "-o", &to]);
        Self::read(&pdf)
    }

    /// Label and bare text of each sheet of a PDF, as it was drawn.
    ///
    /// # Panics
    /// When it cannot be read.
    pub fn sheets(pdf: &Path) -> Vec<(String, String)> {
        let paper = Self::read(pdf);
        paper.labelled.into_iter().map(|(label, _)| label).zip(paper.raw).collect()
    }

    fn read(pdf: &Path) -> Self {
        let bare_pages = |list: Vec<String>| list.iter().map(|page| bare(page)).collect::<Vec<_>>();
        let labelled: Vec<(String, String)> = labels(pdf).into_iter().zip(bare_pages(pages(pdf))).collect();
        let raw = tool("pdftotext", &["-raw", "-enc", "UTF-8", &name(pdf), "-"]);
        let mut raw = bare_pages(raw.split('\u{c}').map(str::to_owned).collect());
        assert!(raw.len() >= labelled.len(), "{} pages", labelled.len());
        // Behind the last form feed stands nothing.
        raw.truncate(labelled.len());
        Self { labelled, raw }
    }

    /// Whether a text is there: on a page, or begun on one and ended on the next.
    pub fn has(&self, wanted: &str) -> bool {
        let wanted = bare(wanted);
        let all: Vec<&str> = self.labelled.iter().map(|(_, text)| text.as_str()).collect();
        let raw: Vec<&str> = self.raw.iter().map(String::as_str).collect();
        all.iter().chain(&raw).any(|page| page.contains(&wanted))
            || [all, raw].iter().any(|pages| pages.windows(2).any(|pair| across(pair[0], pair[1], &wanted)))
    }

    /// The text of a part by its letter, as it was drawn.
    pub fn part(&self, letter: &str) -> String {
        let of = |label: &str| label.strip_prefix(letter).is_some_and(|rest| rest.starts_with('-'));
        let pages = self.labelled.iter().zip(&self.raw).filter(|((label, _), _)| of(label));
        pages.map(|(_, text)| text.as_str()).collect()
    }
}

fn across(page: &str, next: &str, wanted: &str) -> bool {
    wanted
        .char_indices()
        .skip(4)
        .any(|(at, _)| wanted.len() - at > 9 && page.contains(&wanted[..at]) && next.contains(&wanted[at..]))
}

/// The labels of all pages, as qpdf reads them.
fn labels(pdf: &Path) -> Vec<String> {
    let read: Value =
        serde_json::from_str(&tool("qpdf", &["--json", "--json-key=pagelabels", &name(pdf)])).expect("JSON");
    let count: usize = tool("qpdf", &["--show-npages", &name(pdf)]).trim().parse().expect("a number");
    let mut ranges: BTreeMap<u64, (String, String, u64)> = BTreeMap::new();
    for one in read["pagelabels"].as_array().expect("page labels") {
        let label = &one["label"];
        let prefix = label["/P"].as_str().unwrap_or("").trim_start_matches("u:").to_owned();
        let style = label["/S"].as_str().unwrap_or("").to_owned();
        ranges.insert(one["index"].as_u64().expect("an index"), (prefix, style, label["/St"].as_u64().unwrap_or(1)));
    }
    let label = |at: u64| {
        let (start, (prefix, style, first)) = ranges.range(..=at).next_back().expect("from the first page on");
        let number = first + at - start;
        match style.as_str() {
            "/D" => format!("{prefix}{number}"),
            "/r" => ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii"][number as usize - 1].to_owned(),
            _ => prefix.clone(),
        }
    };
    (0..count as u64).map(label).collect()
}

fn name(path: &Path) -> String {
    path.display().to_string()
}
