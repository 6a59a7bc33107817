//! `scenario.toml` as it is written.

use serde::Deserialize;
use toml::Spanned;

pub(super) type Text = Spanned<String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Raw {
    pub format: Spanned<u32>,
    pub id: Text,
    pub title: Text,
    pub edition: Text,
    pub source: Text,
    #[serde(default)]
    pub institutions: Vec<Text>,
    pub level: Option<Spanned<u8>>,
    #[serde(default)]
    pub night: bool,
    pub minutes: Spanned<u16>,
    pub opening_minutes: Option<Spanned<u16>>,
    pub review_minutes: Option<Spanned<u16>>,
    pub purpose: Text,
    pub opening: Text,
    #[serde(default)]
    pub hit: Vec<RawHit>,
    pub unusable: Vec<Text>,
    #[serde(default)]
    pub module: Vec<RawModule>,
    #[serde(default)]
    pub inject: Vec<RawInject>,
    #[serde(default)]
    pub reserve: Vec<RawInject>,
    #[serde(default)]
    pub prompts: Vec<Text>,
    #[serde(default)]
    pub questions: Vec<Text>,
    pub closing: Vec<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawHit {
    pub entries: Vec<Text>,
    pub what: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawModule {
    pub id: Text,
    pub title: Text,
    pub minute: Spanned<u16>,
    pub clock: Text,
    pub jump: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawInject {
    pub id: Text,
    pub minute: Option<Spanned<u16>>,
    pub from: Text,
    pub to: Text,
    pub text: Text,
    pub listen: Text,
    pub source: Option<Text>,
    #[serde(default)]
    pub may_fall: bool,
    pub leaves: Option<Text>,
    pub record: Option<Text>,
    pub page: Option<Text>,
    #[serde(default)]
    pub items: Vec<Text>,
    pub phone: Option<Text>,
    #[serde(default)]
    pub sign: Vec<RawSign>,
    #[serde(default)]
    pub branch: Vec<RawBranch>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawSign {
    pub sign: Text,
    pub after: Spanned<u16>,
    pub say: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawBranch {
    pub id: Text,
    pub when: Text,
    pub from: Option<Text>,
    pub text: Text,
}
