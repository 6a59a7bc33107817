//! A checklist as its file has it.

use serde::Deserialize;
use toml::Spanned;

pub(super) type Text = Spanned<String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Raw {
    pub(super) format: Spanned<u32>,
    pub(super) id: Text,
    pub(super) title: Text,
    pub(super) mark: Text,
    pub(super) edition: Text,
    pub(super) publisher: Text,
    pub(super) source: Text,
    pub(super) guideline: Text,
    pub(super) year: Option<i32>,
    pub(super) visit: Option<Text>,
    /// Format 1 was one form.
    #[serde(default)]
    pub(super) institutions: Vec<Text>,
    #[serde(default)]
    pub(super) form: Vec<RawForm>,
    pub(super) answer: Vec<RawAnswer>,
    pub(super) question: Vec<RawQuestion>,
    pub(super) group: Vec<RawGroup>,
    pub(super) item: Vec<RawItem>,
    #[serde(default)]
    pub(super) carry: Vec<RawCarry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawForm {
    pub(super) id: Text,
    pub(super) title: Text,
    pub(super) mark: Text,
    #[serde(default)]
    pub(super) institutions: Vec<Text>,
    #[serde(default)]
    pub(super) supplier: bool,
    pub(super) rounds: Spanned<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawCarry {
    pub(super) item: Text,
    pub(super) from: Text,
    pub(super) of: Vec<Text>,
    pub(super) why: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawVariant {
    pub(super) form: Text,
    pub(super) number: Option<Text>,
    pub(super) title: Option<Text>,
    pub(super) mark: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawAnswer {
    pub(super) id: Text,
    pub(super) text: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawQuestion {
    pub(super) id: Text,
    pub(super) text: Text,
    pub(super) asks: Text,
    pub(super) after: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawGroup {
    pub(super) number: Text,
    pub(super) title: Text,
    pub(super) mark: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawItem {
    pub(super) id: Text,
    pub(super) number: Text,
    pub(super) number_mark: Option<Text>,
    pub(super) group: Option<Text>,
    pub(super) target: Option<Text>,
    pub(super) title: Text,
    pub(super) mark: Text,
    pub(super) about: Text,
    pub(super) unless: Option<Text>,
    pub(super) ends: Option<Text>,
    pub(super) chapters: Option<Text>,
    pub(super) source: Text,
    pub(super) later: Option<Text>,
    #[serde(default)]
    pub(super) rules: bool,
    #[serde(default)]
    pub(super) proof: Vec<Text>,
    #[serde(default)]
    pub(super) records: Vec<Text>,
    #[serde(default)]
    pub(super) variant: Vec<RawVariant>,
}
