//! Fields and template texts as runs: what is answered, blank, private or removed.

use crate::outline::{About, Block, Piece, Run, Style};
use plan::{Department, FieldKind, Kind, Node, Plan, Record, Shown, show_field, show_source};
use template::{Inline, Template};

/// What every composing function needs.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Its template.
    pub template: &'a Template,
    /// The department a ward copy is for.
    pub here: Option<&'a Department>,
    /// Whether private fields show: true only in part S.
    pub private: bool,
    /// Whether the text is the pack's, which names the catalogue and not this plan's records.
    pub starting: bool,
    /// Which book it is for, where that decides what stands in it.
    pub book: Book,
}

/// A book that leaves to others what they carry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Book {
    /// 本部用: forms and cards are kits of their own, ledgers stand in 台帳・一覧.
    Headquarters,
    /// 検査・委員会用: the same, and procedures are a list.
    Inspection,
    /// A book or sheet that carries what it names.
    #[default]
    Whole,
}

/// Em of the blank that stands for an unanswered field in running text.
const BLANK: u8 = 6;

/// Fields of a shared cell that keep their label and a blank while unanswered, because somebody must be able to write
/// them on the paper [PRACTICE-PATIENT-LISTS] [PRACTICE-DECISIONS] [PRACTICE-RESTRICTIONS].
const TO_FILL_IN: &[&str] = &["delegated_on", "checked_by", "receiver"];

/// Before each name of a list on a first page: something to tick.
const TICK: &str = "□";

/// Whether a number only stands for one nobody has looked up yet (0XX-…): at night it would be dialled, so it prints as a
/// blank to write on.
fn is_unknown_number(kind: Kind, field: &str, text: &str) -> bool {
    kind.field(field).is_some_and(|field| field.kind == FieldKind::Phone) && plan::is_number_to_fill(text)
}

/// The numbers of a record that can be dialled.
pub(super) fn numbers_of(record: &dyn Record) -> (Option<String>, Option<String>) {
    let (day, night) = plan::numbers_of(record);
    let known = |number: &String| !plan::is_number_to_fill(number);
    (day.filter(known), night.filter(known))
}

fn is_computed(kind: &str, field: &str) -> bool {
    Kind::from_noun(kind).is_some_and(|kind| plan::computed(kind).contains(&field))
}

impl<'a> Words<'a> {
    /// A short word of the paper.
    pub(super) fn word(&self, key: &str) -> &'a str {
        self.template.word(key)
    }

    /// A picture, or a sentence in a frame where its bytes are not what they were.
    pub(super) fn picture(&self, picture: plan::Picture) -> Block {
        if !self.plan.lost.contains(&picture.hash) {
            return Block::Picture(picture);
        }
        let runs = vec![self.word("picture-lost-text").into()];
        Block::Notice { title: self.word("picture-lost").to_owned(), runs }
    }

    /// The label of a field.
    pub(super) fn label(&self, kind: Kind, field: &'static str) -> String {
        self.plan.label(self.template, kind.noun(), field)
    }

    /// A field for a table cell: empty stays empty, so it can be written on.
    pub(super) fn cell(&self, record: &dyn Record, field: &str) -> Vec<Run> {
        let mut runs = match show_field(self.plan, self.template, record, field, self.private) {
            Shown::Blank => Vec::new(),
            Shown::Value(text) if is_unknown_number(record.kind(), field, &text) => Vec::new(),
            shown => self.runs_of(shown, record.kind(), field),
        };
        if plan::number_fields(record.kind()).is_some_and(|(day, _)| day == field) {
            for point in plan::numbers::beside(self.plan, record) {
                runs.extend([Run::from("、"), Run::Keep(plan::numbers::as_phs(point))]);
            }
        }
        runs
    }

    /// The name of a record, with 案 before it while nobody adopted it.
    pub(super) fn name(&self, record: &dyn Record, field: &str) -> Vec<Run> {
        let mut runs = Vec::new();
        if record.row().is_draft() {
            runs.push(Run::Badge(self.word("draft").to_owned()));
        }
        runs.extend(self.cell(record, field));
        runs
    }

    /// Several fields in one cell, each on a line with its label.
    pub(super) fn labelled(&self, record: &dyn Record, fields: &[&'static str]) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        for field in fields {
            let mut value = if *field == "name" { self.name(record, field) } else { self.cell(record, field) };
            if value.is_empty() {
                if !TO_FILL_IN.contains(field) {
                    continue;
                }
                value.push(Run::Blank(BLANK));
            }
            if !runs.is_empty() {
                runs.push(Run::from("\n"));
            }
            runs.push(Run::Text(format!("{}：", self.label(record.kind(), field))));
            runs.extend(value);
        }
        runs
    }

    /// A field for running text or a key-value list: unanswered becomes a ruled blank.
    pub(super) fn inline(&self, record: &dyn Record, field: &str) -> Vec<Run> {
        self.runs_of(show_field(self.plan, self.template, record, field, self.private), record.kind(), field)
    }

    /// The markup of a template text.
    pub(super) fn template_runs(&self, text: &[Inline]) -> Vec<Run> {
        let ends_quote = |at: usize| matches!(text.get(at + 1), Some(Inline::Text(text)) if text.starts_with("」"));
        text.iter()
            .enumerate()
            .flat_map(|(at, piece)| match piece {
                Inline::Text(text) => vec![Run::Text(text.clone())],
                Inline::Bold(text) => vec![Run::Bold(text.clone())],
                Inline::Blank(width) => vec![Run::Blank(*width)],
                Inline::Names(entries) => vec![Run::Text(self.names(entries, TICK))],
                Inline::Page(target) => vec![Run::PageRef(target.clone())],
                Inline::Here(field) => self.here_runs(field),
                Inline::Unless { kind, source, field, text } => {
                    let shown = show_source(self.plan, self.template, kind, source.as_deref(), field, true);
                    if shown == Shown::Blank { vec![Run::Text(text.clone())] } else { Vec::new() }
                }
                Inline::Field { kind, source, field } if is_computed(kind, field) => {
                    self.computed(source.as_deref().and_then(|source| self.plan.from_entry(source)), field)
                }
                Inline::Field { kind, source, field } => {
                    let shown = show_source(self.plan, self.template, kind, source.as_deref(), field, self.private);
                    // 「…してください」。 has its full stop outside.
                    let shown = match shown {
                        Shown::Value(text) if ends_quote(at) => Shown::Value(text.trim_end_matches('。').to_owned()),
                        shown => shown,
                    };
                    match (shown, source, field.as_str()) {
                        // A role nobody ticked still has its name in the catalogue: better than a blank.
                        (Shown::Blank, Some(source), "name") => match self.template.entry(source) {
                            Some(entry) => {
                                vec![Run::Text(entry.values.get("name").cloned().unwrap_or_default())]
                            }
                            None => vec![Run::Blank(BLANK)],
                        },
                        (shown, ..) => self.runs_of(shown, Kind::from_noun(kind).unwrap_or(Kind::Facility), field),
                    }
                }
            })
            .collect()
    }

    /// The nodes of a section block.
    pub(super) fn node_runs(&self, nodes: &[Node]) -> Vec<Run> {
        nodes
            .iter()
            .flat_map(|node| match node {
                Node::Text(text) => vec![Run::Text(text.clone())],
                Node::Bold(text) => vec![Run::Bold(text.clone())],
                Node::Blank(width) => vec![Run::Blank(*width)],
                Node::Names(entries) => vec![Run::Text(self.names(entries, ""))],
                Node::Page(target) => vec![Run::PageRef(target.clone())],
                Node::Here(field) => self.here_runs(field),
                Node::Field { kind, record, field } => {
                    let kind = Kind::from_noun(kind);
                    match kind.and_then(|kind| self.plan.rows.get(kind, *record)) {
                        Some(found) if !found.row().is_removed() => self.inline(found, field),
                        Some(_) if self.starting => self.catalogue_name(kind, *record, field),
                        Some(found) if self.hidden(found.kind()) => self.runs_of(Shown::Private, found.kind(), field),
                        Some(found) => self.runs_of(Shown::Removed(found.title()), found.kind(), field),
                        None => self.catalogue_name(kind, *record, field),
                    }
                }
            })
            .collect()
    }

    /// A placeholder to a catalogue entry that was not ticked: its name, else a blank.
    fn catalogue_name(&self, kind: Option<Kind>, record: plan::Id, field: &str) -> Vec<Run> {
        let entry = kind.filter(|_| field == "name").and_then(|kind| {
            let entries = self.template.catalogue.get(kind.noun())?;
            entries.iter().find(|entry| plan::Id::derived(self.plan.id, kind.noun(), &entry.id) == record)
        });
        match entry.and_then(|entry| entry.values.get("name")) {
            Some(name) => vec![Run::Text(name.clone())],
            None => vec![Run::Blank(BLANK)],
        }
    }

    /// The first of some names; how many more there are is said in words.
    pub(super) fn listed(&self, names: Vec<String>, most: usize) -> String {
        let all = names.len();
        self.first_of(names.into_iter(), all, most)
    }

    /// The same of names that are made as they are needed, `all` of them.
    pub(super) fn first_of(&self, names: impl Iterator<Item = String>, all: usize, most: usize) -> String {
        let mut said: Vec<String> = names.take(most).collect();
        if all > most {
            said.push(self.word("and-more").replace("{n}", &(all - most).to_string()));
        }
        said.join("、")
    }

    /// A heading, perhaps one that page references point to.
    pub(super) fn heading(&self, level: u8, text: &str, anchor: Option<String>, listed: bool) -> Piece {
        Piece { block: Block::Heading { level, runs: vec![Run::from(text)], listed }, about: Vec::new(), anchor }
    }

    /// A paragraph.
    pub(super) fn paragraph(&self, runs: Vec<Run>, style: Style) -> Piece {
        Piece::plain(Block::Paragraph { runs, style })
    }

    /// What a record is, for the preview.
    pub(super) fn about(&self, record: &dyn Record) -> Vec<About> {
        vec![About::Record(record.kind(), record.id())]
    }

    /// The same for a line with its numbers: the PHS beside them are spoken of as well.
    pub(super) fn about_called(&self, record: &dyn Record) -> Vec<About> {
        let beside = plan::numbers::beside(self.plan, record);
        let beside = beside.into_iter().map(|point| About::Record(Kind::ContactPoint, point.row.id));
        self.about(record).into_iter().chain(beside).collect()
    }

    /// A field of the copy's department. A copy for all shows it where every
    /// department agrees (a small clinic has one box), else a blank to fill in by hand.
    fn here_runs(&self, field: &str) -> Vec<Run> {
        if field == "seconds" {
            return self.seconds();
        }
        if let Some(here) = self.here {
            return self.inline(here, field);
        }
        let mut values: Vec<Option<String>> =
            self.plan.live(Kind::Department).map(|department| department.field(field)).collect();
        values.dedup();
        match &values[..] {
            [Some(value)] => vec![Run::Text(value.clone())],
            [] | [None] => vec![Run::Blank(BLANK)],
            // They differ: the contact sheet lists each place.
            _ => vec![
                Run::Blank(BLANK),
                Run::Text(format!(" {}", self.word("box-elsewhere"))),
                Run::PageRef("block/contact-sheet".to_owned()),
            ],
        }
    }

    /// Whether even the names of a kind belong to part S alone.
    fn hidden(&self, kind: Kind) -> bool {
        !self.private && kind.field("name").is_some_and(|field| field.private)
    }

    /// Names of records that exist, each with `mark` before it. A name may hold a middle dot, so commas part them.
    fn names(&self, entries: &[String], mark: &str) -> String {
        let mut found: Vec<&dyn Record> = Vec::new();
        for entry in entries {
            match entry.split_once('=') {
                Some((of, value)) => {
                    let (noun, field) = of.split_once('.').unwrap_or((of, ""));
                    let kind = Kind::from_noun(noun);
                    let has = |one: &&dyn Record| one.field(field).as_deref() == Some(value);
                    found.extend(kind.into_iter().flat_map(|kind| self.plan.live(kind)).filter(has));
                }
                None => found.extend(self.plan.from_entry(entry)),
            }
        }
        let mut names: Vec<String> = Vec::new();
        for record in found.into_iter().filter(|record| !self.hidden(record.kind())) {
            let name = format!("{mark}{}", record.title());
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names.join(if mark.is_empty() { "、" } else { "　" })
    }

    /// What is put together from several fields: `numbers` (day and night, once where they are the same)
    /// and `chain` (who is called for a role, one after the other, with numbers).
    fn computed(&self, record: Option<&dyn Record>, field: &str) -> Vec<Run> {
        let Some(record) = record else { return vec![Run::Blank(BLANK)] };
        if field == "chain" {
            return self.after(record);
        }
        let (day, night) = numbers_of(record);
        let said = |word: &str, number: &str| Run::Keep(format!("{} {number}", self.word(word)));
        match (day, night) {
            (Some(day), Some(night)) if day == night => vec![Run::Keep(day)],
            (Some(day), Some(night)) => vec![said("day", &day), Run::from("／"), said("night", &night)],
            // One number of a place or post is tried at night too; an office outside is closed then.
            (Some(day), None) => {
                let day = if record.kind() == Kind::Organisation { said("day", &day) } else { Run::Keep(day) };
                vec![day, Run::from("／"), Run::from(self.word("night")), Run::Blank(5)]
            }
            (None, Some(night)) => vec![said("night", &night)],
            (None, None) => vec![Run::Blank(BLANK)],
        }
    }

    /// Who is asked where two must look and one is there, one after the other, with their numbers at night. A department
    /// that says nobody, and a book for none, ask whom the house names for those alone, then the doctor on duty.
    fn seconds(&self) -> Vec<Run> {
        let ward = self.here.and_then(|here| self.plan.department(here.second_ward)).map(|one| one as &dyn Record);
        let roles = self.here.map_or([None, None], |here| [here.second_role, here.second_last]);
        let roles = roles.map(|id| self.plan.role(id).map(|one| one as &dyn Record));
        let own: Vec<&dyn Record> = std::iter::once(ward).chain(roles).flatten().collect();
        let mut runs: Vec<Run> = Vec::new();
        let house = self.plan.facility().and_then(|one| one.lone_help.clone());
        runs.extend(house.filter(|_| own.is_empty()).map(Run::Text));
        let doctor = self.plan.from_entry("roles/duty-doctor").filter(|_| own.is_empty());
        for record in own.into_iter().chain(doctor) {
            runs.extend((!runs.is_empty()).then(|| Run::from(" → ")));
            runs.push(Run::Text(record.title()));
            let (day, night) = numbers_of(record);
            runs.push(night.or(day).map_or(Run::Blank(BLANK), |number| Run::Keep(format!("（{number}）"))));
        }
        if runs.is_empty() { vec![Run::Blank(12)] } else { runs }
    }

    /// The numbers of a record, day and night; a blank where there is none.
    pub(super) fn numbers(&self, record: &dyn Record) -> Vec<Run> {
        self.computed(Some(record), "numbers")
    }

    /// 「渡邉（内線 7001）→ 髙橋（内線 7002）」; private numbers too, in part S.
    pub(super) fn chain(&self, role: &dyn Record) -> Vec<Run> {
        self.people(role, &["holder", "deputy1", "deputy2"])
    }

    /// Whom a first page calls when nobody answers at the number of the post. Who has the post and no number of his own was
    /// called already, by that of the post.
    fn after(&self, role: &dyn Record) -> Vec<Run> {
        let numbers = self.people(role, &["holder"]);
        let again = !numbers.iter().any(|run| matches!(run, Run::Keep(_))) && numbers_of(role) != (None, None);
        self.people(role, if again { &["deputy1", "deputy2"] } else { &["holder", "deputy1", "deputy2"] })
    }

    fn people(&self, role: &dyn Record, fields: &[&str]) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        for field in fields {
            let id = role.field(field).and_then(|id| plan::Id::parse(&id));
            let Some(person) = id.and_then(|id| self.plan.find(Kind::Person, id)) else { continue };
            let mut numbers: Vec<String> = person.field("extension").into_iter().collect();
            if self.private {
                numbers.extend(person.field("private_phone"));
            }
            if !runs.is_empty() {
                runs.push(Run::from(" → "));
            }
            runs.push(Run::Text(person.title()));
            if !numbers.is_empty() {
                runs.push(Run::Keep(format!("（{}）", numbers.join("／"))));
            }
        }
        if runs.is_empty() { vec![Run::Blank(12)] } else { runs }
    }

    fn runs_of(&self, shown: Shown, kind: Kind, field: &str) -> Vec<Run> {
        let phone = || kind.field(field).is_some_and(|one| one.kind == FieldKind::Phone);
        match shown {
            Shown::Value(text) if is_unknown_number(kind, field, &text) => vec![Run::Blank(BLANK)],
            Shown::Value(text) if phone() => vec![Run::Keep(text)],
            Shown::Value(text) => vec![Run::Text(text)],
            Shown::Blank => vec![Run::Blank(BLANK)],
            Shown::Removed(title) => vec![Run::Text(format!("{title}{}", self.word("removed-record")))],
            // A drawing without a picture is nowhere.
            Shown::Private if kind == Kind::Diagram && !super::ledger::has_pictures(self) => {
                vec![Run::Text(self.word("no-picture").to_owned())]
            }
            Shown::Private => {
                let target = match (kind, field) {
                    (Kind::Person | Kind::ContactPoint, _) => "block/private-phones",
                    (Kind::Backup, _) => "block/backup-places",
                    (Kind::CutoffPoint | Kind::CutoffStop, _) => "block/cutoff-points",
                    (Kind::Device, _) => "block/device-remote",
                    (Kind::Diagram, _) => "block/diagram-pictures",
                    (_, "remote") => "block/remote-maintenance",
                    _ => "block/system-addresses",
                };
                // Whoever inspects is shown that part, and takes none along.
                let word = if self.book == Book::Inspection { "see-shown" } else { "see-hq" };
                vec![Run::Text(format!("{} ", self.word(word))), Run::PageRef(target.to_owned())]
            }
        }
    }
}
