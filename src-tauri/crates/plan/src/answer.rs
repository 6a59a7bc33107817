//! Answers to lists: which list, which round, which item, which question.
//!
//! The BCP check table (確認表) was the only list once, and confirmations of first pages were kept beside it as items
//! `first/<page>`. Rows of that time have neither list nor round and are read as theirs; they are written so to this
//! day, so that ids, logged values and undo of old steps stay what they are.

use crate::{Answer, Id, Kind, Plan};
use std::fmt;

/// The list of the BCP check table.
pub const CHECK_TABLE: &str = "bcp";
/// The confirmations of first pages: an item is a page, a question a profession.
pub const FIRST_PAGES: &str = "first";
/// How rows of the first schema say that they are about a first page.
const FIRST: &str = "first/";

/// Which answer.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AnswerKey {
    /// Which list.
    pub list: String,
    /// Which round of it (a year, a visit); empty for a list that is answered once and kept up.
    pub round: String,
    /// Which item.
    pub item: String,
    /// Which question; `note` for the note of an item.
    pub question: String,
}

impl AnswerKey {
    /// An answer of any list.
    pub fn new(list: &str, round: &str, item: &str, question: &str) -> Self {
        let [list, round, item, question] = [list, round, item, question].map(str::to_owned);
        Self { list, round, item, question }
    }

    /// An answer of the check table.
    pub fn check_table(item: &str, question: &str) -> Self {
        Self::new(CHECK_TABLE, "", item, question)
    }

    /// What a profession says of a first page.
    pub fn first_page(page: &str, who: &str) -> Self {
        Self::new(FIRST_PAGES, "", page, who)
    }

    /// Which answer a row holds; `None` for a row that says not even which item.
    pub fn of(row: &Answer) -> Option<Self> {
        let (item, question) = (row.item.as_deref()?, row.field.as_deref()?);
        let round = row.round.as_deref().unwrap_or_default();
        Some(match (row.list.as_deref(), item.strip_prefix(FIRST)) {
            (Some(list), _) => Self::new(list, round, item, question),
            (None, Some(page)) => Self::new(FIRST_PAGES, round, page, question),
            (None, None) => Self::new(CHECK_TABLE, round, item, question),
        })
    }

    /// Whether it is of a checklist: neither of the check table nor of the first pages.
    pub fn is_of_a_list(&self) -> bool {
        ![CHECK_TABLE, FIRST_PAGES].contains(&self.list.as_str())
    }

    /// The id of its row.
    pub fn id(&self, plan: Id) -> Id {
        let from = match self.old_item() {
            Some(item) => format!("{item}\n{}", self.question),
            None => [&self.list, &self.round, &self.item, &self.question].map(String::as_str).join("\n"),
        };
        Id::derived(plan, Kind::Answer.noun(), &from)
    }

    /// The columns that say so in its row.
    pub fn columns(&self) -> Vec<(String, Option<String>)> {
        let said = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let (list, item) = match self.old_item() {
            Some(item) => (None, Some(item)),
            None => (said(&self.list), said(&self.item)),
        };
        let columns = [("list", list), ("round", said(&self.round)), ("item", item), ("field", said(&self.question))];
        columns.map(|(column, value)| (column.to_owned(), value)).to_vec()
    }

    /// The item as rows without a list name it; `None` for lists and rounds they do not know.
    fn old_item(&self) -> Option<String> {
        match self.list.as_str() {
            CHECK_TABLE if self.round.is_empty() => Some(self.item.clone()),
            FIRST_PAGES if self.round.is_empty() => Some(format!("{FIRST}{}", self.item)),
            _ => None,
        }
    }

    /// Whether a row holds it: as [`AnswerKey::of`] reads it, without making one (an unanswered item looks at all rows).
    fn is_in(&self, row: &Answer) -> bool {
        let Some(item) = row.item.as_deref() else { return false };
        let named = match (row.list.as_deref(), item.strip_prefix(FIRST)) {
            (Some(list), _) => (list, item),
            (None, Some(page)) => (FIRST_PAGES, page),
            (None, None) => (CHECK_TABLE, item),
        };
        row.field.as_ref() == Some(&self.question)
            && named == (self.list.as_str(), self.item.as_str())
            && row.round.as_deref().unwrap_or_default() == self.round
    }
}

impl fmt::Display for AnswerKey {
    /// As the log names it: `1-1.a`, `first/ward.nursing`, `list/round/item.question`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.old_item() {
            Some(item) => write!(f, "{item}.{}", self.question),
            None => write!(f, "{}/{}/{}.{}", self.list, self.round, self.item, self.question),
        }
    }
}

impl Plan {
    /// The row of an answer. One that came with another id (from another program's file) is found by what it says.
    pub fn answer_row(&self, key: &AnswerKey) -> Option<&Answer> {
        let rows = &self.rows.answers;
        rows.find(key.id(self.id)).or_else(|| rows.live().find(|row| key.is_in(row)))
    }

    /// The stored answer.
    pub fn answer(&self, key: &AnswerKey) -> Option<&str> {
        self.answer_row(key)?.value.as_deref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Record;

    fn row(columns: &[(&str, &str)]) -> Plan {
        let mut plan = Plan::new(Id::from_uuid(uuid::Uuid::nil()), crate::Rows::default());
        let columns: Vec<_> = columns.iter().map(|(c, v)| ((*c).to_owned(), Some((*v).to_owned()))).collect();
        plan.rows.put(Kind::Answer, Id::from_uuid(uuid::Uuid::from_u128(7)), Some(&columns));
        plan
    }

    #[test]
    fn rows_without_a_list_are_read_as_theirs_and_written_as_they_always_were() {
        for (item, key) in
            [("1-1", AnswerKey::check_table("1-1", "a")), ("first/ward", AnswerKey::first_page("ward", "a"))]
        {
            let plan = row(&[("item", item), ("field", "a"), ("value", "yes")]);
            assert_eq!(plan.rows.answers.first().and_then(AnswerKey::of).as_ref(), Some(&key));
            assert_eq!(plan.answer(&key), Some("yes"), "found by what it says");
            assert_eq!(key.id(plan.id), Id::derived(plan.id, "answers", &format!("{item}\na")), "the id of that time");
            let written: Vec<_> = key.columns().into_iter().filter(|(_, value)| value.is_some()).collect();
            assert_eq!(written, [("item", item), ("field", "a")].map(|(c, v)| (c.to_owned(), Some(v.to_owned()))));
        }
    }

    #[test]
    fn another_list_or_another_round_is_another_answer() {
        let key = AnswerKey::new("self-check", "2027", "1-1", "a");
        let mut plan = row(&[("item", "1-1"), ("field", "a"), ("value", "yes")]);
        assert_eq!(plan.answer(&key), None);
        let mut columns = key.columns();
        columns.push(("value".to_owned(), Some("no".to_owned())));
        plan.rows.put(Kind::Answer, key.id(plan.id), Some(&columns));
        assert_eq!(plan.answer(&key), Some("no"));
        assert_eq!(plan.answer(&AnswerKey::check_table("1-1", "a")), Some("yes"), "the check table keeps its own");
        assert_eq!(plan.answer(&AnswerKey::new("self-check", "2028", "1-1", "a")), None);
        let stored = plan.rows.answers.find(key.id(plan.id)).and_then(|row| row.field("list"));
        assert_eq!(stored.as_deref(), Some("self-check"));
    }
}
