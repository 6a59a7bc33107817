//! Forms and the symptom index. The catalogue entry of a form comes from the same file as its drawing.

use super::{Lint, Names, strings};
use crate::*;
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

type Text = Spanned<String>;

/// `forms/<id>.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawForm {
    pub(super) id: Text,
    number: Text,
    group: Text,
    title: Text,
    about: Text,
    #[serde(default)]
    institutions: Vec<Text>,
    #[serde(default)]
    usual: Vec<Text>,
    patient: Text,
    order: bool,
    #[serde(default)]
    confirm: Vec<String>,
    keep: Text,
    goes_to: Text,
    reentry: Text,
    basis: Text,
    sheets: u16,
    per: u16,
    #[serde(default)]
    lines_a_day: u16,
    part: Vec<RawPart>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPart {
    #[serde(default)]
    title: String,
    #[serde(default)]
    right: bool,
    boxes: Option<Vec<Vec<RawBox>>>,
    columns: Option<Vec<RawColumn>>,
    #[serde(default)]
    rows: Vec<Vec<String>>,
    #[serde(default)]
    blank_rows: u8,
    #[serde(default)]
    fill: bool,
    ticks: Option<Vec<String>>,
    #[serde(default)]
    across: u8,
    text: Option<String>,
    #[serde(default)]
    large: bool,
    signatures: Option<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawBox {
    label: String,
    #[serde(default = "one_share")]
    share: f64,
    #[serde(default = "one_line")]
    lines: f64,
    #[serde(default)]
    ticks: Vec<String>,
    #[serde(default)]
    unit: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawColumn {
    title: String,
    share: f64,
}

/// `symptoms.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Symptoms {
    symptom: Vec<RawSymptom>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSymptom {
    id: Text,
    says: Text,
    #[serde(default)]
    also: Vec<String>,
    first: Text,
    see: Vec<Text>,
    #[serde(default)]
    institutions: Vec<Text>,
}

fn one_share() -> f64 {
    1.0
}

fn one_line() -> f64 {
    1.0
}

impl<'a> Lint<'a> {
    /// The forms of a pack; of one stored before there were any, the program's own, its old sheets in their places.
    pub(super) fn forms(&mut self, files: Vec<(String, RawForm)>, sheets: Option<raw::Sheets>) -> Vec<(Form, Entry)> {
        let mut out: Vec<(Form, Entry)> = if files.is_empty() { self.own_forms() } else { Vec::new() };
        for (file, form) in files {
            if !file.ends_with(&format!("/{}.toml", form.id.get_ref())) {
                self.say(&file, form.id.span(), "id がファイルの名前と違います。");
            }
            out.push(self.form(&file, form));
        }
        for sheet in sheets.into_iter().flat_map(|sheets| sheets.sheet) {
            if let Some((form, entry)) = out.iter_mut().find(|(form, _)| form.id == sheet.id) {
                entry.values.insert("name".to_owned(), sheet.title.clone());
                *form = of_sheet(sheet, form);
            }
        }
        out
    }

    fn own_forms(&self) -> Vec<(Form, Entry)> {
        let Some(own) = self.own else { return Vec::new() };
        let entry = |form: &Form| own.entry(&format!("forms/{}", form.id)).cloned();
        own.forms.iter().filter_map(|form| Some((form.clone(), entry(form)?))).collect()
    }

    fn form(&mut self, file: &str, form: RawForm) -> (Form, Entry) {
        self.institutions(file, &form.institutions);
        self.institutions(file, &form.usual);
        for (what, text) in [
            ("number", &form.number),
            ("title", &form.title),
            ("about", &form.about),
            ("keep", &form.keep),
            ("goes_to", &form.goes_to),
        ] {
            self.filled((file, text.span()), what, text.get_ref());
        }
        for (field, text) in [("group", &form.group), ("basis", &form.basis), ("reentry", &form.reentry)] {
            let shape = self.field((file, text.span()), "forms", field);
            if let Some(shape) = shape {
                self.one_of((file, text.span()), text.get_ref(), &shape.choices, "選択肢");
            }
        }
        if form.per == 0 {
            self.say(file, form.basis.span(), "per は1以上です。");
        }
        let patient = match form.patient.get_ref().as_str() {
            "none" => Patient::None,
            "one" => Patient::One,
            "many" => Patient::Many,
            _ => {
                self.say(file, form.patient.span(), "patient は none・one・many のどれかです。");
                Patient::None
            }
        };
        let at = form.id.span();
        let parts: Vec<FormPart> =
            form.part.into_iter().filter_map(|part| self.form_part((file, at.clone()), part)).collect();
        if patient == Patient::Many && !names_patients(&parts) {
            self.say(file, form.patient.span(), "患者の一覧には、氏名カナと生年月日の欄が要ります。");
        }
        if parts.iter().filter(|part| part.right).count() > 1 || parts.first().is_some_and(|part| part.right) {
            self.say(file, at.clone(), "right は、2つ目から後の1つの部分だけです。");
        }
        let fills = |part: &&FormPart| matches!(part.what, FormWhat::Table { fill: true, .. });
        if parts.iter().filter(fills).count() > 1 {
            self.say(file, at, "fill は1つの表だけです。");
        }
        let values = [
            ("name", form.title.get_ref().clone()),
            ("number", form.number.get_ref().clone()),
            ("group", form.group.into_inner()),
            ("basis", form.basis.into_inner()),
            ("sheets", form.sheets.to_string()),
            ("per", form.per.to_string()),
            ("reentry", form.reentry.into_inner()),
        ];
        let entry = Entry {
            id: format!("forms/{}", form.id.get_ref()),
            values: values.into_iter().map(|(field, value)| (field.to_owned(), value)).collect(),
            usual: strings(form.usual),
            institutions: strings(form.institutions),
            depends: Vec::new(),
        };
        let form = Form {
            id: form.id.into_inner(),
            number: form.number.into_inner(),
            title: form.title.into_inner(),
            about: form.about.into_inner(),
            patient,
            order: form.order,
            confirm: form.confirm,
            keep: form.keep.into_inner(),
            goes_to: form.goes_to.into_inner(),
            lines_a_day: form.lines_a_day,
            parts,
            example: None,
        };
        (form, entry)
    }

    fn form_part(&mut self, (file, at): super::At<'_>, part: RawPart) -> Option<FormPart> {
        let ways = [
            part.boxes.is_some(),
            part.columns.is_some(),
            part.ticks.is_some(),
            part.text.is_some(),
            part.signatures.is_some(),
        ];
        if ways.iter().filter(|way| **way).count() != 1 {
            let message =
                format!("「{}」には boxes・columns・ticks・text・signatures のどれか1つを書きます。", part.title);
            self.say(file, at, &message);
            return None;
        }
        let what = if let Some(rows) = part.boxes {
            if rows.iter().any(Vec::is_empty) || rows.iter().flatten().any(|one| one.share <= 0.0 || one.lines < 1.0) {
                self.say(file, at, "boxes の行には、share と lines が1以上の欄が要ります。");
            }
            let one = |one: RawBox| FormBox {
                label: one.label,
                share: one.share,
                lines: one.lines,
                ticks: one.ticks,
                unit: one.unit,
            };
            FormWhat::Boxes(rows.into_iter().map(|row| row.into_iter().map(one).collect()).collect())
        } else if let Some(columns) = part.columns {
            if part.rows.iter().any(|row| row.len() > columns.len()) {
                self.say(file, at, "表の行が、列より多くの欄を持っています。");
            }
            FormWhat::Table {
                columns: columns.into_iter().map(|column| (column.title, column.share)).collect(),
                rows: part.rows,
                blank_rows: part.blank_rows,
                fill: part.fill,
            }
        } else if let Some(items) = part.ticks {
            FormWhat::Ticks { items, across: part.across.max(1) }
        } else if let Some(text) = part.text {
            FormWhat::Text { text, large: part.large }
        } else {
            FormWhat::Signatures(part.signatures.unwrap_or_default())
        };
        Some(FormPart { title: part.title, right: part.right, what })
    }

    pub(super) fn symptoms(&mut self, file: &str, symptoms: Symptoms, names: &Names) -> Vec<Symptom> {
        self.unique(file, symptoms.symptom.iter().map(|one| &one.id));
        let mut out = Vec::new();
        for one in symptoms.symptom {
            self.institutions(file, &one.institutions);
            for (what, text) in [("says", &one.says), ("first", &one.first)] {
                self.filled((file, text.span()), what, text.get_ref());
            }
            for target in &one.see {
                let known = match target.get_ref().split_once('/') {
                    // Its front, or its back.
                    Some(("first", page)) => names.first_pages.contains(page.strip_suffix("/back").unwrap_or(page)),
                    Some(("procedures" | "forms", _)) => names.entries.contains(target.get_ref()),
                    _ => {
                        self.target((file, target.span()), target.get_ref(), names);
                        true
                    }
                };
                if !known {
                    self.say(file, target.span(), &format!("参照先が分かりません: {}", target.get_ref()));
                }
            }
            out.push(Symptom {
                id: one.id.into_inner(),
                says: one.says.into_inner(),
                also: one.also,
                first: one.first.into_inner(),
                see: strings(one.see),
                institutions: strings(one.institutions),
            });
        }
        out
    }
}

/// Whether a table asks for reading and birthday: names alone are mistaken [CASE-OSAKA-2022].
fn names_patients(parts: &[FormPart]) -> bool {
    parts.iter().any(|part| {
        let words: Vec<&str> = match &part.what {
            FormWhat::Table { columns, .. } => columns.iter().map(|(title, _)| title.as_str()).collect(),
            FormWhat::Boxes(rows) => rows.iter().flatten().map(|one| one.label.as_str()).collect(),
            _ => Vec::new(),
        };
        ["カナ", "生年月日"].iter().all(|wanted| words.iter().any(|word| word.contains(wanted)))
    })
}

/// A sheet of a pack from before there were forms, as a form.
fn of_sheet(sheet: raw::Sheet, own: &Form) -> Form {
    let field = |label: String| vec![FormBox { label, share: 1.0, lines: 1.0, ticks: Vec::new(), unit: String::new() }];
    let mut parts = Vec::new();
    if !sheet.fields.is_empty() {
        let boxes = FormWhat::Boxes(sheet.fields.into_iter().map(field).collect());
        parts.push(FormPart { title: String::new(), right: false, what: boxes });
    }
    let columns = sheet.columns.into_iter().map(|column| (column.title, column.share)).collect();
    let table = FormWhat::Table { columns, rows: Vec::new(), blank_rows: sheet.rows, fill: true };
    parts.push(FormPart { title: String::new(), right: false, what: table });
    Form { title: sheet.title, about: sheet.about, goes_to: sheet.goes_to, parts, example: None, ..own.clone() }
}

/// Forms and their entries apart.
pub(super) fn parted(forms: Vec<(Form, Entry)>, catalogue: &mut BTreeMap<String, Vec<Entry>>) -> Vec<Form> {
    let (mut forms, entries): (Vec<Form>, Vec<Entry>) = forms.into_iter().unzip();
    // In the order of their numbers, as they lie in the box: files are read in the order of their names.
    let place = |number: &str| {
        let (group, nth) = number.split_once('-').unwrap_or((number, "0"));
        let order = "共外病薬検画輸手内透食リ訪健本";
        (order.find(group).unwrap_or(usize::MAX), nth.parse::<u32>().unwrap_or(0))
    };
    forms.sort_by_key(|form| place(&form.number));
    let at = |entry: &Entry| entry.values.get("number").map(|number| place(number));
    let mut entries = entries;
    entries.sort_by_key(at);
    catalogue.insert("forms".to_owned(), entries);
    forms
}
