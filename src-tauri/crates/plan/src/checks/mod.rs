//! Checks (点検): what is open or odd in a plan. Never an error: the plan stays usable.
//!
//! A check is declared once, beside the function that looks: what it is about, what it reads, where it is mended. From
//! the declaration follow which changes make it look again ([`Findings`]), its sentence (`templates/messages.toml`),
//! and its cases (`tests/fixtures/checks/`). What only fonts and layout show is declared in `print`, in the same form.
//!
//! Deliberately not here: sentences, the clock (the day comes in), anything that only paper shows.

mod aside;
mod asked;
mod at_hand;
mod backups;
mod by_night;
mod cautions;
mod contacts;
mod deciding;
mod declare;
mod finding;
mod findings;
mod gaps;
mod history;
mod improvements;
mod lists;
mod look;
mod named_forms;
mod paper;
mod records;
mod recovery;
mod safety;
mod signals;
mod suppliers;
mod texts;
mod touched;
mod tree;
mod twice;

pub use aside::set_aside;
pub use declare::{About, Check, Declared, Leads, Reads, Run, Severity};
pub use finding::{Finding, Found, Identity, Lead};
pub use findings::{CHECKS, Findings};
pub use look::Look;
pub use texts::is_asked;
pub use touched::Touched;

/// The lists of all files.
static LISTS: &[&[Declared<Run>]] = &[
    records::CHECKS,
    texts::CHECKS,
    gaps::CHECKS,
    tree::CHECKS,
    contacts::CHECKS,
    recovery::CHECKS,
    backups::CHECKS,
    suppliers::CHECKS,
    paper::CHECKS,
    safety::CHECKS,
    cautions::CHECKS,
    deciding::CHECKS,
    twice::CHECKS,
    signals::CHECKS,
    by_night::CHECKS,
    at_hand::CHECKS,
    named_forms::CHECKS,
    asked::CHECKS,
    history::CHECKS,
    improvements::CHECKS,
    lists::CHECKS,
];
