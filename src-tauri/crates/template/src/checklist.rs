//! A list of the ministry that an institution answers once a year, item by item.

use crate::Mark;

/// A checklist of one year: one file with the forms it is handed out in (医療機関確認用, 薬局確認用, 事業者確認用).
#[derive(Debug, Clone, PartialEq)]
pub struct Checklist {
    /// Pack id, for ever (`mhlw-security-2025`).
    pub id: String,
    /// Official title.
    pub title: String,
    /// How sure the title is.
    pub mark: Mark,
    /// Which year's (`令和7年度`).
    pub edition: String,
    /// Who publishes it.
    pub publisher: String,
    /// Where we know it from.
    pub source: String,
    /// The guideline its chapters are of.
    pub guideline: String,
    /// SHA-256 of the files ([`crate::PackFiles::hash`]).
    pub hash: String,
    /// The fiscal year it is for (2025 = 令和7年度); `None` for one that belongs to no year.
    pub year: Option<i32>,
    /// Who comes to see it: `inspection` (立入検査, 薬事監視), `fee` (適時調査).
    pub visit: String,
    /// The forms it is handed out in; at least one.
    pub forms: Vec<ChecklistForm>,
    /// What an item may be answered with.
    pub answers: Vec<ChecklistAnswer>,
    /// What is asked of every item: the columns of the form.
    pub questions: Vec<ChecklistQuestion>,
    /// The parts it has, in order.
    pub groups: Vec<ChecklistGroup>,
    /// Its items, in the order of the form.
    pub items: Vec<ChecklistItem>,
    /// What earlier lists asked instead.
    pub carries: Vec<Carry>,
}

/// A form a checklist is handed out in: who fills it in.
#[derive(Debug, Clone, PartialEq)]
pub struct ChecklistForm {
    /// Id, for ever (`institution`, `pharmacy`, `supplier`).
    pub id: String,
    /// Official title.
    pub title: String,
    /// How sure the titles of its items are, where an item does not say so for it.
    pub mark: Mark,
    /// Kinds of institution that fill it in; empty = all.
    pub institutions: Vec<String>,
    /// Whether each supplier fills in one of its own.
    pub supplier: bool,
    /// How many times it has room to be answered (1回目, 2回目).
    pub rounds: u32,
}

/// What earlier lists asked where this one asks an item.
#[derive(Debug, Clone, PartialEq)]
pub struct Carry {
    /// The item of this list.
    pub item: String,
    /// Id of the earlier list.
    pub from: String,
    /// Its items; several where they became one.
    pub of: Vec<String>,
    /// What is not the same, in our words.
    pub why: Option<String>,
    /// The line of the file that says so.
    pub line: usize,
}

/// An answer that may be given.
#[derive(Debug, Clone, PartialEq)]
pub struct ChecklistAnswer {
    /// Id, for ever.
    pub id: String,
    /// As the form has it.
    pub text: String,
}

/// A column of the form.
#[derive(Debug, Clone, PartialEq)]
pub struct ChecklistQuestion {
    /// Id, for ever.
    pub id: String,
    /// As the form has it.
    pub text: String,
    /// Whether a day is asked for; else one of the answers.
    pub day: bool,
    /// The answer after which it is asked; `None` = always.
    pub after: Option<String>,
}

/// A part of a checklist.
#[derive(Debug, Clone, PartialEq)]
pub struct ChecklistGroup {
    /// Official number.
    pub number: String,
    /// Short title.
    pub title: String,
    /// How sure the title is.
    pub mark: Mark,
}

/// One item.
#[derive(Debug, Clone, PartialEq)]
pub struct ChecklistItem {
    /// Id, for ever; numbers of other years may mean another item.
    pub id: String,
    /// Official number (`2⑦`).
    pub number: String,
    /// How sure the number is.
    pub number_mark: Mark,
    /// Number of its group; `None` before the first one.
    pub group: Option<String>,
    /// What it looks at (`サーバ`), where the list says so.
    pub target: Option<String>,
    /// Short title: the official one where the mark says so.
    pub title: String,
    /// How sure the title is.
    pub mark: Mark,
    /// What it means, in our words.
    pub about: String,
    /// When it need not be answered, in our words.
    pub unless: Option<String>,
    /// The answer after which nothing else of the list is asked.
    pub ends: Option<String>,
    /// Chapters of the guideline it comes from.
    pub chapters: Option<String>,
    /// Where the title was seen.
    pub source: String,
    /// Set where the list only announces it: until when it is to be done (`令和6年度中`).
    pub later: Option<String>,
    /// How other forms have it.
    pub variants: Vec<Variant>,
    /// Whether it says that all other items stand in the house's own rules.
    pub rules: bool,
    /// Anchors of the blocks and sections of the plan that prove it (`block/devices`, `section/3.1`).
    pub proof: Vec<String>,
    /// Nouns of the records in which it is filled in.
    pub records: Vec<String>,
}

/// How a form has an item, where it has it otherwise than the list's first form.
#[derive(Debug, Clone, PartialEq)]
pub struct Variant {
    /// Id of the form.
    pub form: String,
    /// Its number there.
    pub number: Option<String>,
    /// Its title there.
    pub title: Option<String>,
    /// How sure the title is.
    pub mark: Mark,
}

/// An item as one form has it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Asked<'t> {
    /// The item.
    pub item: &'t ChecklistItem,
    /// Its number there.
    pub number: &'t str,
    /// Its title there.
    pub title: &'t str,
    /// How sure the title is.
    pub mark: Mark,
}

impl Checklist {
    /// The form that kind of institution fills in.
    pub fn own_form(&self, institution: &str) -> Option<&ChecklistForm> {
        let fits = |form: &&ChecklistForm| {
            form.institutions.is_empty() || form.institutions.iter().any(|one| one == institution)
        };
        self.forms.iter().filter(|form| !form.supplier).find(fits)
    }

    /// The form each supplier fills in, where there is one.
    pub fn supplier_form(&self) -> Option<&ChecklistForm> {
        self.forms.iter().find(|form| form.supplier)
    }

    /// Whether it is an earlier year's list for the same visit.
    pub fn is_before(&self, other: &Checklist) -> bool {
        self.visit == other.visit && self.year.zip(other.year).is_some_and(|(this, other)| this < other)
    }

    /// The items of a form, in order. A supplier's form has those that say so, the first one and any other all of them.
    pub fn asked<'t>(&'t self, form: &'t ChecklistForm) -> impl Iterator<Item = Asked<'t>> {
        let first = self.forms.first().is_some_and(|one| one.id == form.id);
        self.items.iter().filter_map(move |item| {
            let Some(variant) = item.variants.iter().find(|one| one.form == form.id) else {
                let mark = if first { item.mark } else { form.mark };
                return (first || !form.supplier).then_some(Asked {
                    item,
                    number: &item.number,
                    title: &item.title,
                    mark,
                });
            };
            let number = variant.number.as_ref().unwrap_or(&item.number);
            Some(Asked { item, number, title: variant.title.as_ref().unwrap_or(&item.title), mark: variant.mark })
        })
    }

    /// The item of that id.
    pub fn item(&self, id: &str) -> Option<&ChecklistItem> {
        self.items.iter().find(|item| item.id == id)
    }
}
