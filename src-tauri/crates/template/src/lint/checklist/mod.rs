//! `checklists/<id>/checklist.toml` → a [`Checklist`].

mod between;
mod raw;

pub use between::check_carries;

use super::{Lint, Problem, beside::read_one, strings};
use crate::{Carry, Checklist, ChecklistAnswer, ChecklistForm, ChecklistGroup, ChecklistItem, ChecklistQuestion};
use crate::{Mark, Variant};
use crate::{PackFiles, PackKind, Vocabulary};
use raw::{Raw, RawForm, RawGroup, RawItem, RawVariant};
use std::collections::BTreeSet;
use toml::Spanned;

/// The most rounds a form has room for.
const MOST_ROUNDS: u32 = 5;
/// What an item may be answered with: the engine knows what each means.
const ANSWERS: [&str; 3] = ["yes", "no", "none"];

/// Who comes to see a list; the first one where it does not say.
const VISITS: [&str; 2] = ["inspection", "fee"];

/// Checks a checklist.
///
/// # Errors
/// Every problem found, sorted by file and line.
pub fn check_checklist(files: &PackFiles, vocabulary: &Vocabulary) -> Result<Checklist, Vec<Problem>> {
    read_one(PackKind::Checklist, files, vocabulary, |lint, folder, file, raw| lint.checklist(folder, file, raw))
}

impl<'a> Lint<'a> {
    fn checklist(&mut self, folder: &str, file: &str, raw: Raw) -> Checklist {
        self.headed(folder, file, &raw.format, &raw.id);
        let head = [&raw.title, &raw.edition, &raw.publisher, &raw.source, &raw.guideline];
        for (what, text) in ["title", "edition", "publisher", "source", "guideline"].iter().zip(head) {
            self.all_filled(file, &[(what, text)]);
        }
        for visit in raw.visit.iter().filter(|visit| !VISITS.contains(&visit.get_ref().as_str())) {
            self.say(file, visit.span(), "visit は inspection か fee です。");
        }
        self.institutions(file, &raw.institutions);
        let forms = self.forms_of(file, &raw);
        self.unique(file, raw.answer.iter().map(|one| &one.id));
        self.unique(file, raw.question.iter().map(|one| &one.id));
        self.unique(file, raw.group.iter().map(|one| &one.number));
        self.unique(file, raw.item.iter().map(|one| &one.id));
        self.unique(file, raw.item.iter().map(|one| &one.number));
        let answers: BTreeSet<&str> = raw.answer.iter().map(|one| one.id.get_ref().as_str()).collect();
        let numbers: BTreeSet<&str> = raw.group.iter().map(|one| one.number.get_ref().as_str()).collect();
        for one in &raw.answer {
            self.all_filled(file, &[("id", &one.id), ("text", &one.text)]);
            if !ANSWERS.contains(&one.id.get_ref().as_str()) {
                self.say(file, one.id.span(), "答えの id は yes・no・none のどれかです。");
            }
        }
        let carries = self.carries(file, &raw);
        for one in &raw.question {
            self.all_filled(file, &[("id", &one.id), ("text", &one.text)]);
            if !["answer", "day"].contains(&one.asks.get_ref().as_str()) {
                self.say(file, one.asks.span(), "asks は answer か day です。");
            }
            one.after.iter().for_each(|after| self.declared(file, after, &answers, "答え"));
        }
        for one in &raw.group {
            self.all_filled(file, &[("number", &one.number), ("title", &one.title)]);
        }
        for one in &raw.item {
            let texts = [("id", &one.id), ("number", &one.number), ("title", &one.title), ("source", &one.source)];
            self.all_filled(file, &texts);
            let also = [("about", Some(&one.about)), ("target", one.target.as_ref()), ("unless", one.unless.as_ref())];
            let more = [("chapters", one.chapters.as_ref()), ("later", one.later.as_ref())];
            for (what, text) in also.into_iter().chain(more) {
                text.iter().for_each(|text| self.all_filled(file, &[(what, text)]));
            }
            one.group.iter().for_each(|group| self.declared(file, group, &numbers, "区分"));
            one.ends.iter().for_each(|ends| self.declared(file, ends, &answers, "答え"));
            let known: BTreeSet<&str> = forms.iter().map(|form| form.id.as_str()).collect();
            one.records.iter().for_each(|kind| self.kind(file, kind));
            for proof in &one.proof {
                let block = proof.get_ref().strip_prefix("block/");
                // Sections are of the model the plan is on, which is another pack.
                if !proof.get_ref().starts_with("section/") && block.is_none_or(|block| !self.is_block(block)) {
                    self.say(file, proof.span(), &format!("印刷に無い所です: {}", proof.get_ref()));
                }
            }
            self.unique(file, one.variant.iter().map(|variant| &variant.form));
            for variant in &one.variant {
                self.declared(file, &variant.form, &known, "用紙");
                let texts = [("number", variant.number.as_ref()), ("title", variant.title.as_ref())];
                for (what, text) in texts {
                    text.iter().for_each(|text| self.all_filled(file, &[(what, text)]));
                }
            }
        }
        let mark = self.mark(file, &raw.mark);
        let group = |one: RawGroup| ChecklistGroup {
            mark: self.mark(file, &one.mark),
            number: one.number.into_inner(),
            title: one.title.into_inner(),
        };
        let groups = raw.group.into_iter().map(group).collect();
        let item = |one: RawItem| ChecklistItem {
            mark: self.mark(file, &one.mark),
            number_mark: one.number_mark.as_ref().map_or(Mark::Seen, |mark| self.mark(file, mark)),
            later: one.later.map(Spanned::into_inner),
            rules: one.rules,
            proof: strings(one.proof),
            records: strings(one.records),
            variants: one.variant.into_iter().map(|variant| self.variant(file, variant)).collect(),
            id: one.id.into_inner(),
            number: one.number.into_inner(),
            group: one.group.map(Spanned::into_inner),
            target: one.target.map(Spanned::into_inner),
            title: one.title.into_inner(),
            about: one.about.into_inner(),
            unless: one.unless.map(Spanned::into_inner),
            ends: one.ends.map(Spanned::into_inner),
            chapters: one.chapters.map(Spanned::into_inner),
            source: one.source.into_inner(),
        };
        let items = raw.item.into_iter().map(item).collect();
        Checklist {
            id: raw.id.into_inner(),
            title: raw.title.into_inner(),
            mark,
            edition: raw.edition.into_inner(),
            publisher: raw.publisher.into_inner(),
            source: raw.source.into_inner(),
            guideline: raw.guideline.into_inner(),
            hash: self.files.hash(),
            year: raw.year,
            visit: raw.visit.map_or_else(|| VISITS[0].to_owned(), Spanned::into_inner),
            forms,
            carries,
            answers: raw
                .answer
                .into_iter()
                .map(|one| ChecklistAnswer { id: one.id.into_inner(), text: one.text.into_inner() })
                .collect(),
            questions: raw
                .question
                .into_iter()
                .map(|one| ChecklistQuestion {
                    id: one.id.into_inner(),
                    text: one.text.into_inner(),
                    day: one.asks.get_ref() == "day",
                    after: one.after.map(Spanned::into_inner),
                })
                .collect(),
            groups,
            items,
        }
    }

    fn forms_of(&mut self, file: &str, raw: &Raw) -> Vec<ChecklistForm> {
        if *raw.format.get_ref() < 2 {
            let mark = self.mark(file, &raw.mark);
            return vec![ChecklistForm {
                id: "institution".to_owned(),
                title: raw.edition.get_ref().clone(),
                mark,
                institutions: raw.institutions.iter().map(|one| one.get_ref().clone()).collect(),
                supplier: false,
                rounds: 1,
            }];
        }
        if raw.form.first().is_none_or(|form| form.supplier && raw.form.len() > 1) {
            self.say(file, raw.id.span(), "施設が自分で答える用紙（form）が、先に1つ要ります。");
        }
        if let Some(one) = raw.institutions.first() {
            self.say(file, one.span(), "institutions は用紙（form）ごとに書きます。");
        }
        self.unique(file, raw.form.iter().map(|form| &form.id));
        let form = |form: &RawForm| {
            self.all_filled(file, &[("id", &form.id), ("title", &form.title)]);
            self.institutions(file, &form.institutions);
            if !(1..=MOST_ROUNDS).contains(form.rounds.get_ref()) {
                self.say(file, form.rounds.span(), &format!("rounds は1から{MOST_ROUNDS}です。"));
            }
            ChecklistForm {
                id: form.id.get_ref().clone(),
                title: form.title.get_ref().clone(),
                mark: self.mark(file, &form.mark),
                institutions: form.institutions.iter().map(|one| one.get_ref().clone()).collect(),
                supplier: form.supplier,
                rounds: *form.rounds.get_ref(),
            }
        };
        raw.form.iter().map(form).collect()
    }

    fn carries(&mut self, file: &str, raw: &Raw) -> Vec<Carry> {
        let items: BTreeSet<&str> = raw.item.iter().map(|one| one.id.get_ref().as_str()).collect();
        let mut carries = Vec::new();
        for one in &raw.carry {
            self.declared(file, &one.item, &items, "項目");
            one.why.iter().for_each(|why| self.all_filled(file, &[("why", why)]));
            if one.of.is_empty() {
                self.say(file, one.item.span(), "of に、前の一覧の項目を1つは書きます。");
            }
            carries.push(Carry {
                item: one.item.get_ref().clone(),
                from: one.from.get_ref().clone(),
                of: one.of.iter().map(|of| of.get_ref().clone()).collect(),
                why: one.why.as_ref().map(|why| why.get_ref().clone()),
                line: self.line(file, one.item.span()),
            });
        }
        carries
    }

    fn variant(&mut self, file: &str, raw: RawVariant) -> Variant {
        Variant {
            mark: self.mark(file, &raw.mark),
            form: raw.form.into_inner(),
            number: raw.number.map(Spanned::into_inner),
            title: raw.title.map(Spanned::into_inner),
        }
    }
}
