//! From files to a [`Template`], or every problem at once with file and line.

use crate::{raw, *};
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use toml::Spanned;

/// One thing wrong with a pack.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Path relative to `templates/`.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// A Japanese sentence for the person who edits the pack.
    pub message: String,
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)
    }
}

/// Checks a pack against the vocabulary.
///
/// # Errors
/// Every problem found, sorted by file and line.
pub fn check(files: &PackFiles, vocabulary: &Vocabulary) -> Result<Template, Vec<Problem>> {
    let mut lint = Lint { files, vocabulary, problems: Vec::new() };
    let template = lint.template();
    lint.problems.sort();
    lint.problems.dedup();
    match template {
        Some(template) if lint.problems.is_empty() => Ok(template),
        _ => Err(lint.problems),
    }
}

/// Where a text stands: file and byte range.
type At<'a> = (&'a str, Range<usize>);

struct Lint<'a> {
    files: &'a PackFiles,
    vocabulary: &'a Vocabulary,
    problems: Vec<Problem>,
}

/// Names other texts may point to, known before the texts are read.
struct Names {
    entries: BTreeSet<String>,
    sections: BTreeSet<String>,
    documents: BTreeSet<String>,
    incidents: BTreeSet<String>,
}

impl<'a> Lint<'a> {
    fn template(&mut self) -> Option<Template> {
        let folder =
            self.files.0.keys().find_map(|path| {
                path.strip_suffix("/pack.toml").filter(|p| p.starts_with("packs/")).map(str::to_owned)
            });
        let Some(folder) = folder else {
            self.say("packs", 0..0, "packs/〈版〉/pack.toml がありません。");
            return None;
        };
        let pack_file = format!("{folder}/pack.toml");
        let pack: Option<raw::Pack> = self.read(&pack_file);
        let chapters: Vec<(String, raw::Chapter)> = self.read_below(&format!("{folder}/sections/"));
        let items: Vec<(String, raw::Item)> = self.read_below(&format!("{folder}/items/"));
        let first: Vec<(String, raw::FirstPage)> = self.read_below(&format!("{folder}/first/"));
        let sheets: Option<raw::Sheets> = self.read(&format!("{folder}/sheets.toml"));
        let labels: Option<raw::Labels> = self.read(&format!("{folder}/labels.toml"));
        let words: Option<raw::Words> = self.read(&format!("{folder}/words.toml"));
        let incidents: Option<raw::Incidents> = self.read("incidents.toml");
        let catalogue: Vec<(String, raw::Catalogue)> = self.read_below("catalogue/");
        let (pack, sheets, labels, words, incidents) = (pack?, sheets?, labels?, words?, incidents?);

        if format!("packs/{}", pack.id.get_ref()) != folder {
            self.say(&pack_file, pack.id.span(), "id がフォルダの名前と違います。");
        }
        let names = Names {
            entries: catalogue.iter().flat_map(|(_, c)| c.entry.iter().map(|e| e.id.get_ref().clone())).collect(),
            sections: chapters.iter().flat_map(|(_, c)| c.section.iter().map(|s| s.number.get_ref().clone())).collect(),
            documents: pack.document.iter().map(|d| d.id.clone()).collect(),
            incidents: incidents.incident.iter().map(|i| i.id.get_ref().clone()).collect(),
        };
        let letters: BTreeSet<&str> = pack.part.iter().map(|part| part.letter.as_str()).collect();

        let cover = Cover {
            how: pack
                .cover
                .how
                .iter()
                .map(|text| self.inline((&pack_file, text.span()), text.get_ref(), &names))
                .collect(),
            title: pack.cover.title,
            subtitle: pack.cover.subtitle,
            notices: pack.cover.notice,
            approvals: pack.cover.approvals,
        };
        let first_pages =
            first.into_iter().map(|(file, page)| self.first_page(&file, page, &letters, &names)).collect();
        let mut sections: Vec<Section> = Vec::new();
        for (file, chapter) in chapters {
            self.unique(&file, chapter.section.iter().map(|s| &s.number));
            for section in chapter.section {
                sections.push(self.section(&file, section, &names));
            }
        }
        sections.sort_by_key(|section| numbers(&section.number));
        let mut checked: Vec<Item> = items.into_iter().map(|(file, item)| self.item(&file, item, &names)).collect();
        checked.sort_by_key(|item| numbers(&item.number));
        for pair in checked.windows(2) {
            if pair[0].number == pair[1].number {
                self.say(&pack_file, 0..0, &format!("項番 {} が2つあります。", pair[0].number));
            }
        }

        Some(Template {
            id: pack.id.into_inner(),
            title: pack.title,
            edition: pack.edition,
            hash: self.files.hash(),
            documents: pack
                .document
                .into_iter()
                .map(|d| (d.id, Document { title: d.title, short: d.short, number: d.number }))
                .collect(),
            phases: pack
                .phase
                .into_iter()
                .map(|p| Phase { number: p.number, title: p.title, about: p.about })
                .collect(),
            items: checked,
            answers: pack.answer.into_iter().map(|a| (a.id, a.text)).collect(),
            sections,
            first_pages,
            sheets: sheets.sheet.into_iter().map(sheet).collect(),
            cover,
            parts: pack.part.into_iter().map(|p| Part { letter: p.letter, title: p.title }).collect(),
            labels: self.labels(&format!("{folder}/labels.toml"), labels),
            words: self.words(&format!("{folder}/words.toml"), words),
            incidents: self.incidents(incidents),
            catalogue: self.catalogue(catalogue, &names),
        })
    }

    fn item(&mut self, file: &str, item: raw::Item, names: &Names) -> Item {
        if !file.ends_with(&format!("/{}.toml", item.number.get_ref())) {
            self.say(file, item.number.span(), "項番がファイルの名前と違います。");
        }
        self.source(file, &item.source, names);
        if !names.incidents.contains(item.why.incident.get_ref()) {
            self.say(file, item.why.incident.span(), "incidents.toml に無い事案です。");
        }
        for (what, text) in [("asked", &item.asked), ("why", &item.why.text)] {
            self.filled((file, text.span()), what, text.get_ref());
        }
        for size in item.example.keys() {
            self.one_of((file, size.span()), size.get_ref(), &self.vocabulary.sizes, "規模");
        }
        for number in &item.sections {
            if !names.sections.contains(number.get_ref()) {
                self.say(file, number.span(), "ひな形に無い節です。");
            }
        }
        for target in &item.proof {
            self.target((file, target.span()), target.get_ref(), names);
        }
        for kind in &item.records {
            self.kind(file, kind);
        }
        for check in &item.check {
            self.one_of((file, check.rule.span()), check.rule.get_ref(), &self.vocabulary.rules, "規則");
            self.kind(file, &check.kind);
            if let Some(field) = &check.field {
                self.field((file, field.span()), check.kind.get_ref(), field.get_ref());
            }
        }
        Item {
            mark: self.mark(file, &item.mark),
            number: item.number.into_inner(),
            title: item.title,
            source: (item.source.document.into_inner(), item.source.page),
            asked: item.asked.into_inner(),
            why: item.why.text.into_inner(),
            incident: item.why.incident.into_inner(),
            prepare: item.prepare,
            questions: item.question.into_iter().map(|q| Question { id: q.id, text: q.text }).collect(),
            examples: item.example.into_iter().map(|(size, text)| (size.into_inner(), text)).collect(),
            sections: item.sections.into_iter().map(Spanned::into_inner).collect(),
            proof: item.proof.into_iter().map(Spanned::into_inner).collect(),
            records: item.records.into_iter().map(Spanned::into_inner).collect(),
            checks: item
                .check
                .into_iter()
                .map(|c| Check {
                    rule: c.rule.into_inner(),
                    kind: c.kind.into_inner(),
                    field: c.field.map(Spanned::into_inner),
                })
                .collect(),
        }
    }

    fn section(&mut self, file: &str, section: raw::Section, names: &Names) -> Section {
        self.source(file, &section.source, names);
        self.filled((file, section.about.span()), "about", section.about.get_ref());
        for block in &section.prints {
            self.one_of((file, block.span()), block.get_ref(), &self.vocabulary.blocks, "印刷する表");
        }
        self.unique(file, section.block.iter().map(|b| &b.id));
        let blocks = section.block.into_iter().map(|block| self.text_block(file, block, names)).collect();
        Section {
            mark: self.mark(file, &section.mark),
            number: section.number.into_inner(),
            title: section.title,
            source: (section.source.document.into_inner(), section.source.page),
            about: section.about.into_inner(),
            blocks,
            prints: section.prints.into_iter().map(Spanned::into_inner).collect(),
        }
    }

    fn text_block(&mut self, file: &str, block: raw::Block, names: &Names) -> TextBlock {
        let kind = match block.kind.as_ref().map(|kind| kind.get_ref().as_str()) {
            None | Some("paragraph") => TextKind::Paragraph,
            Some("heading") => TextKind::Heading,
            Some("item") => TextKind::Item,
            Some("table") => TextKind::Table,
            Some(_) => {
                let at = block.kind.as_ref().map_or(0..0, Spanned::span);
                self.say(file, at, "kind は paragraph・heading・item・table のどれかです。");
                TextKind::Paragraph
            }
        };
        let cells = match (&block.text, block.rows.is_empty()) {
            (Some(text), true) if kind != TextKind::Table => {
                vec![vec![self.inline((file, text.span()), text.get_ref(), names)]]
            }
            (None, false) if kind == TextKind::Table => block
                .rows
                .iter()
                .map(|row| row.iter().map(|cell| self.inline((file, cell.span()), cell.get_ref(), names)).collect())
                .collect(),
            _ => {
                self.say(file, block.id.span(), "表は rows、そのほかは text を1つだけ書きます。");
                Vec::new()
            }
        };
        self.entries(file, &block.when, names);
        TextBlock { id: block.id.into_inner(), kind, cells, when: strings(block.when) }
    }

    fn first_page(&mut self, file: &str, page: raw::FirstPage, letters: &BTreeSet<&str>, names: &Names) -> FirstPage {
        if !letters.contains(page.part.get_ref().as_str()) {
            self.say(file, page.part.span(), "pack.toml に無い部です。");
        }
        self.institutions(file, &page.institutions);
        let steps = page
            .step
            .into_iter()
            .map(|step| {
                self.entries(file, &step.when, names);
                self.institutions(file, &step.institutions);
                Step {
                    text: self.inline((file, step.text.span()), step.text.get_ref(), names),
                    when: strings(step.when),
                    institutions: strings(step.institutions),
                    back: step.back,
                }
            })
            .collect();
        FirstPage {
            id: page.id,
            title: page.title,
            reader: page.reader,
            part: page.part.into_inner(),
            institutions: strings(page.institutions),
            confirm: page.confirm.into_iter().map(|who| (who.id, who.text)).collect(),
            steps,
        }
    }

    fn labels(&mut self, file: &str, labels: raw::Labels) -> BTreeMap<String, KindLabels> {
        let vocabulary = self.vocabulary;
        for kind in labels.keys() {
            self.kind(file, kind);
        }
        let mut out = BTreeMap::new();
        for (noun, shape) in &vocabulary.kinds {
            let Some((_, given)) = labels.iter().find(|(kind, _)| kind.get_ref() == noun) else {
                self.say(file, 0..0, &format!("種類 {noun} の言葉がありません。"));
                continue;
            };
            for field in given.fields.keys() {
                self.field((file, field.span()), noun, field.get_ref());
            }
            let mut fields = BTreeMap::new();
            for (id, field) in &shape.fields {
                let Some((at, words)) = given.fields.iter().find(|(one, _)| one.get_ref() == id) else {
                    self.say(file, 0..0, &format!("項目 {noun}.{id} の言葉がありません。"));
                    continue;
                };
                for choice in &field.choices {
                    if !words.choices.keys().any(|one| one.get_ref() == choice) {
                        self.say(file, at.span(), &format!("{noun}.{id} の選択肢 {choice} の言葉がありません。"));
                    }
                }
                for choice in words.choices.keys() {
                    self.one_of((file, choice.span()), choice.get_ref(), &field.choices, "選択肢");
                }
                fields.insert(
                    id.clone(),
                    FieldLabels {
                        label: words.label.clone(),
                        help: words.help.clone(),
                        choices: words.choices.iter().map(|(k, v)| (k.get_ref().clone(), v.clone())).collect(),
                    },
                );
            }
            out.insert(
                noun.clone(),
                KindLabels {
                    name: given.name.clone(),
                    about: given.about.clone(),
                    example: given.example.clone(),
                    fields,
                },
            );
        }
        out
    }

    fn words(&mut self, file: &str, words: raw::Words) -> BTreeMap<String, String> {
        let given: BTreeMap<String, String> =
            words.words.iter().map(|(key, text)| (key.get_ref().clone(), text.clone())).collect();
        for key in words.words.keys() {
            self.one_of((file, key.span()), key.get_ref(), &self.vocabulary.words, "言葉の名前");
        }
        for key in &self.vocabulary.words {
            if !given.contains_key(key) {
                self.say(file, 0..0, &format!("言葉 {key} がありません。"));
            }
        }
        given
    }

    fn incidents(&mut self, incidents: raw::Incidents) -> BTreeMap<String, Incident> {
        self.unique("incidents.toml", incidents.incident.iter().map(|i| &i.id));
        incidents
            .incident
            .into_iter()
            .map(|i| (i.id.into_inner(), Incident { place: i.place, fact: i.fact, source: i.source, mark: i.mark }))
            .collect()
    }

    fn catalogue(&mut self, files: Vec<(String, raw::Catalogue)>, names: &Names) -> BTreeMap<String, Vec<Entry>> {
        let mut out: BTreeMap<String, Vec<Entry>> = BTreeMap::new();
        for (file, catalogue) in files {
            self.unique(&file, catalogue.entry.iter().map(|entry| &entry.id));
            for entry in catalogue.entry {
                let kind = entry.id.get_ref().split('/').next().unwrap_or_default().to_owned();
                if !file.ends_with(&format!("/{kind}.toml")) {
                    self.say(&file, entry.id.span(), "id の先頭がファイルの名前と違います。");
                }
                self.institutions(&file, &entry.usual);
                self.institutions(&file, &entry.institutions);
                self.entries(&file, &entry.depends, names);
                for (field, value) in &entry.values {
                    let at = (file.as_str(), field.span());
                    let Some(shape) = self.field(at, &kind, field.get_ref()) else { continue };
                    let at = (file.as_str(), value.span());
                    if !shape.choices.is_empty() {
                        self.one_of(at, value.get_ref(), &shape.choices, "選択肢");
                    } else if shape.link.is_some() && !names.entries.contains(value.get_ref()) {
                        self.say(at.0, at.1, "目録に無い id です。");
                    }
                }
                out.entry(kind).or_default().push(Entry {
                    id: entry.id.into_inner(),
                    values: entry
                        .values
                        .into_iter()
                        .map(|(field, value)| (field.into_inner(), value.into_inner()))
                        .collect(),
                    usual: strings(entry.usual),
                    institutions: strings(entry.institutions),
                    depends: strings(entry.depends),
                });
            }
        }
        out
    }

    // ── small checks ────────────────────────────────────────────────

    fn inline(&mut self, (file, at): At<'_>, text: &str, names: &Names) -> Vec<Inline> {
        let read = match parse_inline(text) {
            Ok(read) => read,
            Err(message) => {
                self.say(file, at, &message);
                return Vec::new();
            }
        };
        for piece in &read {
            match piece {
                Inline::Field { kind, source, field } => {
                    self.field((file, at.clone()), kind, field);
                    if let Some(source) = source.as_ref().filter(|source| !names.entries.contains(*source)) {
                        self.say(file, at.clone(), &format!("目録に無い id です: {source}"));
                    }
                }
                Inline::Here(field) => {
                    self.field((file, at.clone()), "departments", field);
                }
                Inline::Names(sources) => {
                    for source in sources.iter().filter(|source| !names.entries.contains(*source)) {
                        self.say(file, at.clone(), &format!("目録に無い id です: {source}"));
                    }
                }
                Inline::Page(target) => self.target((file, at.clone()), target, names),
                Inline::Text(_) | Inline::Bold(_) | Inline::Blank(_) => {}
            }
        }
        read
    }

    fn target(&mut self, (file, at): At<'_>, target: &str, names: &Names) {
        let known = match target.split_once('/') {
            Some(("section", number)) => names.sections.contains(number),
            Some(("block", block)) => self.vocabulary.blocks.iter().any(|one| one == block),
            _ => false,
        };
        if !known {
            self.say(file, at, &format!("参照先が分かりません: {target}"));
        }
    }

    fn field(&mut self, (file, at): At<'_>, kind: &str, field: &str) -> Option<&'a FieldShape> {
        let vocabulary = self.vocabulary;
        let found = vocabulary.kinds.get(kind).and_then(|shape| shape.fields.get(field));
        if found.is_none() {
            self.say(file, at, &format!("知らない項目です: {kind}.{field}"));
        }
        found
    }

    fn kind(&mut self, file: &str, kind: &Spanned<String>) {
        if !self.vocabulary.kinds.contains_key(kind.get_ref()) {
            self.say(file, kind.span(), &format!("知らない種類です: {}", kind.get_ref()));
        }
    }

    fn entries(&mut self, file: &str, list: &[Spanned<String>], names: &Names) {
        for one in list.iter().filter(|one| !names.entries.contains(one.get_ref())) {
            self.say(file, one.span(), &format!("目録に無い id です: {}", one.get_ref()));
        }
    }

    fn institutions(&mut self, file: &str, list: &[Spanned<String>]) {
        for one in list {
            self.one_of((file, one.span()), one.get_ref(), &self.vocabulary.institutions, "施設の種別");
        }
    }

    fn source(&mut self, file: &str, source: &raw::Source, names: &Names) {
        if !names.documents.contains(source.document.get_ref()) {
            self.say(file, source.document.span(), "pack.toml に無い文書です。");
        }
    }

    fn mark(&mut self, file: &str, mark: &Spanned<String>) -> Mark {
        match mark.get_ref().as_str() {
            "seen" => Mark::Seen,
            "half" => Mark::Half,
            "secondary" => Mark::Secondary,
            "inferred" => Mark::Inferred,
            _ => {
                self.say(file, mark.span(), "mark は seen・half・secondary・inferred のどれかです。");
                Mark::Inferred
            }
        }
    }

    fn one_of(&mut self, (file, at): At<'_>, value: &str, allowed: &[String], what: &str) {
        if !allowed.iter().any(|one| one == value) {
            self.say(file, at, &format!("知らない{what}です: {value}"));
        }
    }

    fn filled(&mut self, (file, at): At<'_>, what: &str, text: &str) {
        if text.trim().is_empty() {
            self.say(file, at, &format!("{what} が空です。"));
        }
    }

    fn unique<'t>(&mut self, file: &str, ids: impl Iterator<Item = &'t Spanned<String>>) {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(id.get_ref()) {
                self.say(file, id.span(), &format!("{} が2つあります。", id.get_ref()));
            }
        }
    }

    fn read<T: DeserializeOwned>(&mut self, path: &str) -> Option<T> {
        let Some(text) = self.files.0.get(path) else {
            self.say(path, 0..0, "このファイルがありません。");
            return None;
        };
        match toml::from_str(text) {
            Ok(value) => Some(value),
            Err(error) => {
                let at = error.span().unwrap_or(0..0);
                self.say(path, at, &format!("読めません: {}", error.message()));
                None
            }
        }
    }

    fn read_below<T: DeserializeOwned>(&mut self, folder: &str) -> Vec<(String, T)> {
        let paths: Vec<String> = self.files.0.keys().filter(|path| path.starts_with(folder)).cloned().collect();
        if paths.is_empty() {
            self.say(folder, 0..0, "このフォルダに何もありません。");
        }
        paths.into_iter().filter_map(|path| self.read(&path).map(|value| (path, value))).collect()
    }

    fn say(&mut self, file: &str, at: Range<usize>, message: &str) {
        let line = self
            .files
            .0
            .get(file)
            .map_or(1, |text| 1 + text.as_bytes().iter().take(at.start).filter(|byte| **byte == b'\n').count());
        self.problems.push(Problem { file: file.to_owned(), line, message: message.to_owned() });
    }
}

fn strings(list: Vec<Spanned<String>>) -> Vec<String> {
    list.into_iter().map(Spanned::into_inner).collect()
}

/// `2.1.10` sorts after `2.1.9`.
fn numbers(number: &str) -> Vec<u32> {
    number.split(['.', '-']).map(|part| part.parse().unwrap_or(0)).collect()
}

fn sheet(sheet: raw::Sheet) -> Sheet {
    Sheet {
        id: sheet.id,
        title: sheet.title,
        about: sheet.about,
        fields: sheet.fields,
        columns: sheet.columns.into_iter().map(|c| (c.title, c.share)).collect(),
        rows: sheet.rows,
        goes_to: sheet.goes_to,
    }
}
