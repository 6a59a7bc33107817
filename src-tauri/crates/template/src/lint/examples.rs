//! 記入例: what the blank forms look like when somebody has written on them. Each names boxes by their labels, so a form
//! that changes without its example is a fault of the pack.

use super::Lint;
use crate::*;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use toml::Spanned;

/// The file of what stands in the patient block of all of them; it is no form.
const PATIENT: &str = "patient";

/// `examples/<form>.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawExample {
    #[serde(default)]
    written: BTreeMap<Spanned<String>, OneOrMore>,
    #[serde(default)]
    tables: Vec<Vec<Vec<String>>>,
    #[serde(default)]
    ticked: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    One(String),
    More(Vec<String>),
}

impl Lint<'_> {
    /// Gives each form its example. A pack without any stays without: its forms may be drawn otherwise than ours.
    pub(super) fn examples(&mut self, folder: &str, files: Vec<(String, RawExample)>, forms: &mut [(Form, Entry)]) {
        if files.is_empty() {
            return;
        }
        let own = format!("{folder}/examples/{PATIENT}.toml");
        let (patient, files): (Vec<_>, Vec<_>) = files.into_iter().partition(|(file, _)| *file == own);
        let patient: BTreeMap<_, _> = patient.into_iter().flat_map(|(_, one)| written(one.written)).collect();
        for (file, example) in files {
            let name = file.trim_start_matches(&format!("{folder}/examples/")).trim_end_matches(".toml").to_owned();
            let Some((form, _)) = forms.iter_mut().find(|(form, _)| form.id == name) else {
                self.say(&file, 0..0, "この名前の様式がありません。");
                continue;
            };
            self.is_of(&file, form, &example, &patient);
            let ticked = example.ticked.into_iter().map(Spanned::into_inner).collect();
            form.example = Some(Example { written: written(example.written), tables: example.tables, ticked });
        }
        for (form, _) in forms {
            // Only an A3 sheet has the patient twice.
            let halves = if form.is_wide() { 2 } else { 1 };
            match &mut form.example {
                Some(example) if form.patient == Patient::One => {
                    let own = patient.iter().filter(|(label, _)| Example::place(label).1 <= halves);
                    own.for_each(|(label, hand)| {
                        example.written.entry(label.clone()).or_insert_with(|| hand.clone());
                    });
                }
                // Whoever never wrote an order by hand copies what he sees [PRACTICE-HANDWRITING].
                None if form.order => {
                    let file = format!("{folder}/forms/{}.toml", form.id);
                    self.say(&file, 0..0, "order = true の様式には、examples フォルダに記入例が要ります。");
                }
                _ => {}
            }
        }
    }

    fn is_of(&mut self, file: &str, form: &Form, example: &RawExample, patient: &BTreeMap<String, Vec<String>>) {
        let (mut labels, mut items, mut tables) = (BTreeMap::<&str, usize>::new(), BTreeSet::new(), Vec::new());
        for part in &form.parts {
            match &part.what {
                FormWhat::Boxes(rows) => {
                    rows.iter().flatten().for_each(|one| *labels.entry(&one.label).or_default() += 1);
                }
                FormWhat::Signatures(names) => names.iter().for_each(|name| *labels.entry(name).or_default() += 1),
                // One under the other they are lines, which no example ticks.
                FormWhat::Ticks { items: some, across } if *across > 1 => items.extend(some.iter().map(String::as_str)),
                FormWhat::Table { columns, .. } => tables.push(columns.len()),
                FormWhat::Ticks { .. } | FormWhat::Text { .. } => {}
            }
        }
        for label in example.written.keys() {
            // Another patient than that of all of them.
            if form.patient == Patient::One && patient.contains_key(label.get_ref()) {
                continue;
            }
            let (name, nth) = Example::place(label.get_ref());
            if labels.get(name).is_none_or(|times| nth > *times) {
                self.say(file, label.span(), &format!("様式にこの欄がありません: {}", label.get_ref()));
            }
        }
        for item in &example.ticked {
            if !items.contains(item.get_ref().as_str()) {
                self.say(file, item.span(), &format!("様式にこの印がありません: {}", item.get_ref()));
            }
        }
        for (nth, rows) in example.tables.iter().enumerate() {
            if tables.get(nth).is_none_or(|columns| rows.iter().any(|row| row.len() > *columns)) {
                self.say(file, 0..0, &format!("様式の表に合いません（{}番目）。", nth + 1));
            }
        }
    }
}

fn written(raw: BTreeMap<Spanned<String>, OneOrMore>) -> BTreeMap<String, Vec<String>> {
    let hands = |hand| match hand {
        OneOrMore::One(hand) => vec![hand],
        OneOrMore::More(hands) => hands,
    };
    raw.into_iter().map(|(label, hand)| (label.into_inner(), hands(hand))).collect()
}
