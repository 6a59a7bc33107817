//! Where a supplier's form stands.

use crate::{SupplierForm, day};

/// Where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sent {
    /// It was not sent yet.
    Unsent,
    /// It is out, and its day has not come.
    Out,
    /// Its day is over.
    Overdue,
    /// It came back.
    Returned,
}

/// Where a form stands on a day.
pub fn sent(form: &SupplierForm, today: &str) -> Sent {
    let on = |text: &Option<String>| text.as_deref().and_then(day::stored);
    let today = day::stored(today);
    if on(&form.returned_on).is_some() {
        return Sent::Returned;
    }
    if on(&form.due_on).zip(today).is_some_and(|(due, today)| due < today) {
        return Sent::Overdue;
    }
    if on(&form.sent_on).is_some() { Sent::Out } else { Sent::Unsent }
}
