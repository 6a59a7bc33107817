//! Paper forms (様式) as a pack draws them [PAPER-FORMS], and the symptom index.
//!
//! A form has no field of the plan in it: it is blank paper, and what is written on it never comes into the program.
//! Deliberately not here: patient block, rules of handwriting, 転記欄, retention and foot — every form has them, so the
//! page engine adds them (`print::compose::forms`).

use std::collections::BTreeMap;

/// A blank A4 form.
#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    /// Id, for ever (`medication-record`). The catalogue entry `forms/<id>` is made of the same file.
    pub id: String,
    /// Our number (様式番号).
    pub number: String,
    /// Title.
    pub title: String,
    /// What it is for, who writes it and when; one line at the head.
    pub about: String,
    /// Whom it is about.
    pub patient: Patient,
    /// Whether somebody acts on it: the rules of handwriting go with it [PRACTICE-HANDWRITING].
    pub order: bool,
    /// Professions that must confirm it; until then 要確認 stands at its head.
    pub confirm: Vec<String>,
    /// How long it is kept; to be confirmed by the institution [LAW-KEEP-YEARS].
    pub keep: String,
    /// Where it goes when filled, at the foot.
    pub goes_to: String,
    /// Lines that one patient takes on a usual day; 0 = nobody counts them by patient.
    pub lines_a_day: u16,
    /// What is on it, from top to bottom.
    pub parts: Vec<FormPart>,
    /// How it looks when somebody has written on it; every form of orders has one.
    pub example: Option<Example>,
}

/// A filled form (記入例), of an invented patient and invented drugs: nobody may take a value from it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Example {
    /// What a hand wrote into a box, by its label (the second of one label: `label@2`); a printed choice is ticked.
    pub written: BTreeMap<String, Vec<String>>,
    /// The rows of its tables, in order; an empty cell stays as it is printed.
    pub tables: Vec<Vec<Vec<String>>>,
    /// What is ticked in its lists.
    pub ticked: Vec<String>,
}

impl Example {
    /// A key of `written`: the label, and the how manieth box of that label it is.
    pub fn place(key: &str) -> (&str, usize) {
        let second = key.rsplit_once('@').and_then(|(label, nth)| Some((label, nth.parse().ok()?)));
        second.unwrap_or((key, 1))
    }

    /// What stands in the `nth` box of a label.
    pub fn written_in(&self, label: &str, nth: usize) -> &[String] {
        let here = self.written.iter().find(|(key, _)| Self::place(key) == (label, nth));
        here.map_or(&[], |(_, hands)| hands)
    }
}

impl Form {
    /// Whether it is an A3 sheet: two halves, each an A4 page with the patient's name on it, their rows on one height.
    pub fn is_wide(&self) -> bool {
        self.parts.iter().any(|part| part.right)
    }

    /// Lines to write on: those of its largest table.
    pub fn lines(&self) -> u64 {
        let of = |part: &FormPart| match &part.what {
            FormWhat::Table { rows, blank_rows, .. } => rows.len() as u64 + u64::from(*blank_rows),
            _ => 0,
        };
        self.parts.iter().map(of).max().unwrap_or(0)
    }
}

/// Whom a form is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Patient {
    /// Nobody.
    None,
    /// One: the patient block stands on every page.
    One,
    /// A list: each row names its own.
    Many,
}

/// A part of a form with its small heading, which may be empty.
#[derive(Debug, Clone, PartialEq)]
pub struct FormPart {
    /// Heading.
    pub title: String,
    /// Whether the right half of an A3 sheet begins with it.
    pub right: bool,
    /// What it is.
    pub what: FormWhat,
}

/// Kinds of part.
#[derive(Debug, Clone, PartialEq)]
pub enum FormWhat {
    /// Rows of ruled boxes.
    Boxes(Vec<Vec<FormBox>>),
    /// A table to write in.
    Table {
        /// Heads and shares of the width.
        columns: Vec<(String, f64)>,
        /// Preprinted rows.
        rows: Vec<Vec<String>>,
        /// Empty rows.
        blank_rows: u8,
        /// Whether they grow to fill the page.
        fill: bool,
    },
    /// Boxes to tick, in so many columns.
    Ticks {
        /// What is ticked.
        items: Vec<String>,
        /// Columns.
        across: u8,
    },
    /// Printed words; large ones are read aloud or posted.
    Text {
        /// The words.
        text: String,
        /// Whether they are set in 14 pt.
        large: bool,
    },
    /// Boxes for names and times of those who act.
    Signatures(Vec<String>),
}

/// A ruled box with a small label.
#[derive(Debug, Clone, PartialEq)]
pub struct FormBox {
    /// What belongs into it.
    pub label: String,
    /// Share of the width.
    pub share: f64,
    /// Height in rows of 8 mm; 1.75 are the 14 mm of a time and a signature.
    pub lines: f64,
    /// Printed choices to tick.
    pub ticks: Vec<String>,
    /// Printed at the right end.
    pub unit: String,
}

/// A line of the symptom index: what people see, the first act, where to look.
#[derive(Debug, Clone, PartialEq)]
pub struct Symptom {
    /// Id, for ever.
    pub id: String,
    /// As people say it.
    pub says: String,
    /// How else it is asked for; never printed.
    pub also: Vec<String>,
    /// The one first act.
    pub first: String,
    /// `first/<page>`, `block/<name>`, or a catalogue entry (`procedures/…`, `forms/…`).
    pub see: Vec<String>,
    /// Institutions it is for; empty = all.
    pub institutions: Vec<String>,
}
