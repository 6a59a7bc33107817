//! The TOML shapes, one type per file. Unknown keys are refused.

use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

type Text = Spanned<String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pack {
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
pub struct Document {
    pub id: String,
    pub title: String,
    pub short: String,
    pub number: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phase {
    pub number: String,
    pub title: String,
    pub about: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Word {
    pub id: String,
    pub text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    pub letter: String,
    pub title: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cover {
    pub title: String,
    pub subtitle: String,
    pub notice: BTreeMap<String, String>,
    pub approvals: Vec<String>,
    pub how: BTreeMap<String, Vec<Text>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub document: Text,
    pub page: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
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
pub struct Terms {
    pub term: Vec<Term>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    pub word: Text,
    #[serde(default)]
    pub also: Vec<Text>,
    pub text: Text,
}

/// `first-hour.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FirstHour {
    pub question: Vec<HourQuestion>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HourQuestion {
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
pub struct HourPart {
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
pub struct NextSteps {
    pub step: Vec<NextStep>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NextStep {
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
pub struct Why {
    pub incident: Text,
    pub text: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    pub id: String,
    pub text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Check {
    pub rule: Text,
    pub kind: Text,
    pub field: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chapter {
    pub section: Vec<Section>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
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
pub struct Block {
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
pub struct FirstPage {
    pub id: String,
    pub title: String,
    pub reader: String,
    pub part: Text,
    pub institutions: Vec<Text>,
    #[serde(default)]
    pub confirm: Vec<Word>,
    pub step: Vec<Step>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
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
pub struct Sheets {
    pub sheet: Vec<Sheet>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
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
pub struct Column {
    pub title: String,
    pub share: f64,
}

/// `labels.toml` of packs from before each kind had a file: one table per kind.
pub type Labels = BTreeMap<Text, KindLabels>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindLabels {
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
pub struct FieldLabels {
    pub label: String,
    #[serde(default)]
    pub help: String,
    #[serde(default)]
    pub choices: BTreeMap<Text, String>,
}

/// `labels/operations.toml`: a sentence for each verb.
pub type Operations = BTreeMap<Text, Text>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    pub words: BTreeMap<Text, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Incidents {
    pub incident: Vec<Incident>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Incident {
    pub id: Text,
    pub place: String,
    pub fact: String,
    pub source: String,
    pub mark: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Catalogue {
    pub entry: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    pub id: Text,
    pub values: BTreeMap<Text, Text>,
    #[serde(default)]
    pub usual: Vec<Text>,
    #[serde(default)]
    pub institutions: Vec<Text>,
    #[serde(default)]
    pub depends: Vec<Text>,
}
