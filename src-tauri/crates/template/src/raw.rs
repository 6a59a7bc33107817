//! The TOML shapes, one type per file. Unknown keys are refused.

use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

type Text = Spanned<String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Pack {
    pub id: Text,
    pub title: String,
    pub edition: String,
    pub document: Vec<Document>,
    pub phase: Vec<Phase>,
    pub answer: Vec<Word>,
    pub part: Vec<Part>,
    pub cover: Cover,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Document {
    pub id: String,
    pub title: String,
    pub short: String,
    pub number: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Phase {
    pub number: String,
    pub title: String,
    pub about: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Word {
    pub id: String,
    pub text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Part {
    pub letter: String,
    pub title: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Cover {
    pub title: String,
    pub subtitle: String,
    pub notice: BTreeMap<String, String>,
    pub approvals: Vec<String>,
    pub how: BTreeMap<String, Vec<Text>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Source {
    pub document: Text,
    pub page: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Item {
    pub number: Text,
    pub title: String,
    pub mark: Text,
    pub source: Source,
    pub asked: Text,
    pub why: Why,
    pub prepare: Vec<String>,
    pub question: Vec<Question>,
    pub example: BTreeMap<Text, String>,
    pub sections: Vec<Text>,
    pub proof: Vec<Text>,
    #[serde(default)]
    pub records: Vec<Text>,
    #[serde(default)]
    pub check: Vec<Check>,
    #[serde(default)]
    pub minutes: u16,
    #[serde(default)]
    pub table: Vec<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Terms {
    pub term: Vec<Term>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Term {
    pub word: Text,
    #[serde(default)]
    pub also: Vec<Text>,
    pub text: Text,
}

/// `first-hour.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FirstHour {
    pub question: Vec<HourQuestion>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct HourQuestion {
    pub id: Text,
    pub number: u8,
    pub asked: Text,
    pub why: Text,
    #[serde(default)]
    pub institutions: Vec<Text>,
    pub example: BTreeMap<Text, String>,
    pub part: Vec<HourPart>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct HourPart {
    pub text: String,
    #[serde(default)]
    pub institutions: Vec<Text>,
    #[serde(default)]
    pub facility: Vec<Text>,
    pub tick: Option<Text>,
    #[serde(default)]
    pub entries: Vec<Text>,
    pub rows: Option<Text>,
    #[serde(default)]
    pub values: BTreeMap<Text, Text>,
    #[serde(default)]
    pub fields: Vec<Text>,
}

/// `next.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NextSteps {
    pub step: Vec<NextStep>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NextStep {
    pub id: Text,
    pub title: String,
    pub value: Text,
    pub minutes: u16,
    #[serde(default)]
    pub institutions: Vec<Text>,
    pub go: Text,
    pub check: Check,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Why {
    pub incident: Text,
    pub text: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Question {
    pub id: String,
    pub text: String,
    #[serde(default)]
    pub proved_by: Vec<Check>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Check {
    pub rule: Text,
    pub kind: Text,
    pub field: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Chapter {
    pub section: Vec<Section>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Section {
    pub number: Text,
    pub title: String,
    pub mark: Text,
    pub source: Source,
    pub about: Text,
    #[serde(default)]
    pub prints: Vec<Text>,
    #[serde(default)]
    pub block: Vec<Block>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Block {
    pub id: Text,
    #[serde(default)]
    pub kind: Option<Text>,
    #[serde(default)]
    pub text: Option<Text>,
    #[serde(default)]
    pub rows: Vec<Vec<Text>>,
    #[serde(default)]
    pub when: Vec<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FirstPage {
    pub id: String,
    pub title: String,
    pub reader: String,
    pub part: Text,
    pub institutions: Vec<Text>,
    #[serde(default)]
    pub confirm: Vec<Word>,
    #[serde(default)]
    pub with_forms: Vec<Text>,
    #[serde(default)]
    pub departments: Vec<Text>,
    pub in_place_of: Option<Text>,
    pub behind: Option<Text>,
    pub below: Option<Text>,
    pub step: Vec<Step>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Step {
    pub text: Text,
    #[serde(default)]
    pub when: Vec<Text>,
    #[serde(default)]
    pub unless: Vec<Text>,
    #[serde(default)]
    pub institutions: Vec<Text>,
    #[serde(default)]
    pub back: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sheets {
    pub sheet: Vec<Sheet>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sheet {
    pub id: String,
    pub title: String,
    pub about: String,
    #[serde(default)]
    pub fields: Vec<String>,
    pub columns: Vec<Column>,
    pub rows: u8,
    pub goes_to: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Column {
    pub title: String,
    pub share: f64,
}

/// `labels.toml` of packs from before each kind had a file: one table per kind.
pub(crate) type Labels = BTreeMap<Text, KindLabels>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct KindLabels {
    pub name: String,
    #[serde(default)]
    pub about: String,
    #[serde(default)]
    pub example: String,
    #[serde(default)]
    pub fields: BTreeMap<Text, FieldLabels>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FieldLabels {
    pub label: String,
    #[serde(default)]
    pub help: String,
    #[serde(default)]
    pub choices: BTreeMap<Text, String>,
}

/// `labels/operations.toml`: a sentence for each verb.
pub(crate) type Operations = BTreeMap<Text, Text>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Words {
    pub words: BTreeMap<Text, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Incidents {
    pub incident: Vec<Incident>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Incident {
    pub id: Text,
    pub place: String,
    pub fact: String,
    pub source: String,
    pub mark: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Catalogue {
    pub entry: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Entry {
    pub id: Text,
    pub values: BTreeMap<Text, Text>,
    #[serde(default)]
    pub usual: Vec<Text>,
    #[serde(default)]
    pub institutions: Vec<Text>,
    #[serde(default)]
    pub depends: Vec<Text>,
}
