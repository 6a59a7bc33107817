//! What operations are about: kinds, fields, entries, sections.

use crate::{AnswerKey, Kind};
use template::Template;

/// What an operation is about: its text in the log, and the words people read.
pub(super) trait Subject: Sized {
    /// How many words it gives.
    const WORDS: usize = 1;

    /// Its text in the log.
    fn text(&self) -> String;

    /// The inverse of `text`, to the letter.
    fn read(text: &str) -> Option<Self>;

    /// The words.
    fn words(&self, template: &Template) -> Vec<String>;
}

/// A catalogue entry, `systems/emr`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry(pub String);

/// A question of the check table: item and question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question(pub String, pub String);

/// The number of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number(pub String);

/// A name that no label explains.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named(pub String);

/// What people call a kind.
pub(super) fn name(template: &Template, noun: &str) -> String {
    template.labels.get(noun).map_or_else(|| noun.to_owned(), |labels| labels.name.clone())
}

impl Subject for Kind {
    fn text(&self) -> String {
        self.noun().to_owned()
    }

    fn read(text: &str) -> Option<Self> {
        Kind::from_noun(text)
    }

    fn words(&self, template: &Template) -> Vec<String> {
        vec![name(template, self.noun())]
    }
}

impl Subject for Vec<Kind> {
    fn text(&self) -> String {
        self.iter().map(|kind| kind.noun()).collect::<Vec<_>>().join(",")
    }

    fn read(text: &str) -> Option<Self> {
        text.split(',').map(Kind::from_noun).collect()
    }

    fn words(&self, template: &Template) -> Vec<String> {
        vec![self.iter().map(|kind| name(template, kind.noun())).collect::<Vec<_>>().join("・")]
    }
}

/// A field of a kind.
impl Subject for (Kind, String) {
    const WORDS: usize = 2;

    fn text(&self) -> String {
        format!("{}.{}", self.0.noun(), self.1)
    }

    fn read(text: &str) -> Option<Self> {
        let (noun, field) = text.split_once('.')?;
        Some((Kind::from_noun(noun)?, field.to_owned()))
    }

    fn words(&self, template: &Template) -> Vec<String> {
        vec![name(template, self.0.noun()), template.label(self.0.noun(), &self.1).to_owned()]
    }
}

impl Subject for Entry {
    fn text(&self) -> String {
        self.0.clone()
    }

    fn read(text: &str) -> Option<Self> {
        Some(Self(text.to_owned()))
    }

    fn words(&self, template: &Template) -> Vec<String> {
        vec![name(template, self.0.split('/').next().unwrap_or_default())]
    }
}

impl From<&AnswerKey> for Question {
    fn from(key: &AnswerKey) -> Self {
        let text = key.to_string();
        let item = text.strip_suffix(&format!(".{}", key.question)).unwrap_or(&text);
        Self(item.to_owned(), key.question.clone())
    }
}

impl Subject for Question {
    const WORDS: usize = 2;

    fn text(&self) -> String {
        format!("{}.{}", self.0, self.1)
    }

    fn read(text: &str) -> Option<Self> {
        let (item, field) = text.rsplit_once('.')?;
        Some(Self(item.to_owned(), field.to_owned()))
    }

    fn words(&self, template: &Template) -> Vec<String> {
        let (of, item) =
            self.0.split_once('/').zip(self.0.rsplit_once('/')).map_or(("", ""), |(of, item)| (of.0, item.1));
        match template.checklist(of) {
            Some(list) => {
                let number = list.item(item).map_or(item, |item| &item.number);
                vec![format!("{} {}", template.word("checklist"), list.edition), number.to_owned()]
            }
            None => vec![name(template, Kind::Answer.noun()), self.0.clone()],
        }
    }
}

impl Subject for Number {
    const WORDS: usize = 2;

    fn text(&self) -> String {
        self.0.clone()
    }

    fn read(text: &str) -> Option<Self> {
        Some(Self(text.to_owned()))
    }

    fn words(&self, template: &Template) -> Vec<String> {
        vec![name(template, Kind::Block.noun()), self.0.clone()]
    }
}

impl Subject for Named {
    fn text(&self) -> String {
        self.0.clone()
    }

    fn read(text: &str) -> Option<Self> {
        Some(Self(text.to_owned()))
    }

    fn words(&self, _: &Template) -> Vec<String> {
        vec![self.0.clone()]
    }
}
