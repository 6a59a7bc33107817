//! What a check is, and the macro that declares a list of them.

use super::Look;
use crate::{Kind, Record};

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// 止まる: on the night, somebody would stand still.
    Stop,
    /// 直す: wrong or missing.
    Mend,
    /// 気づき: worth a look.
    Note,
}

impl Severity {
    /// Its name on the wire, and of its word in the messages.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Stop => "stop",
            Severity::Mend => "mend",
            Severity::Note => "note",
        }
    }
}

/// What a finding of a check is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// One record, each found for itself.
    Record,
    /// The institution as a whole: what is missing everywhere, or is about many at once.
    Institution,
}

/// Which changes of the plan can change the answer of a check. That a record has another title always can, where its
/// kind is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reads {
    /// Any change.
    All,
    /// Rows that come or go of these kinds, and these fields of them; no field named = every field.
    Kinds(&'static [(Kind, &'static [&'static str])]),
}

/// Where a finding is mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leads {
    /// At the record it is about, and the field where it names one.
    Record,
    /// In the list of a kind: something is missing there, or many rows are concerned.
    List(Kind),
    /// At the item of the check table it names.
    Item,
    /// In the section of the model plan it names.
    Section,
    /// At the item of the checklist it names.
    Checklist,
    /// Before printing: only the paper shows it.
    Print,
}

/// A check as declared. Its sentence is in `templates/messages.toml` under its id.
#[derive(Debug, PartialEq, Eq)]
pub struct Check {
    /// Its id, for ever.
    pub id: &'static str,
    /// How much a finding of it matters.
    pub severity: Severity,
    /// What a finding of it is about.
    pub about: About,
    /// The item of the check table it belongs to, where it belongs to one.
    pub item: Option<&'static str>,
    /// What it reads of the plan.
    pub reads: Reads,
    /// Whether its answer depends on what day it is.
    pub by_day: bool,
    /// Where a finding of it is mended.
    pub leads: Leads,
}

/// A check with the function that looks.
#[derive(Debug)]
pub struct Declared<R: 'static> {
    /// The declaration.
    pub check: Check,
    /// The function.
    pub run: R,
}

/// How a check of the plan looks.
#[derive(Debug, Clone, Copy)]
pub enum Run {
    /// Once, over the plan.
    Whole(fn(&Look<'_>, &mut super::Found<'_>)),
    /// At each live record of every kind that does not sleep. It reads that record, and the titles of what it names.
    Each(fn(&Look<'_>, &dyn Record, &mut super::Found<'_>)),
    /// At the records of each kind together. It reads those, and the titles of what they name.
    Kinds(fn(&Look<'_>, Kind, &mut super::Found<'_>)),
}

/// Declares checks: `checks! { LIST: run type; "id" { severity: …, about: …, reads: …, leads: …, run: … } … }`.
#[macro_export]
macro_rules! checks {
    ($list:ident: $run:ty; $( $(#[$doc:meta])* $id:literal {
        severity: $severity:ident,
        about: $about:ident,
        $(item: $item:literal,)?
        reads: $reads:tt,
        $(by_day: $day:literal,)?
        leads: $leads:expr,
        run: $how:expr,
    } )+) => {
        /// The checks of this file.
        pub(super) static $list: &[$crate::Declared<$run>] = &[ $( $crate::Declared {
            check: $crate::Check {
                id: $id,
                severity: $crate::Severity::$severity,
                about: $crate::About::$about,
                item: $crate::checks!(@item $($item)?),
                reads: $crate::checks!(@reads $reads),
                by_day: false $(|| $day)?,
                leads: $leads,
            },
            run: $how,
        } ),+ ];
    };
    (@item) => { None };
    (@item $item:literal) => { Some($item) };
    (@reads all) => { $crate::Reads::All };
    (@reads [$( $kind:ident $(($($field:ident)+))? ),+ $(,)?]) => {
        $crate::Reads::Kinds(&[$( ($crate::Kind::$kind, &[$($(stringify!($field)),+)?]) ),+])
    };
}
