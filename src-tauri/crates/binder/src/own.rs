//! Scenarios of the institution's own: rows of the plan laid over the scenario they were copied from, held to the same rules
//! as every other, given away and taken as one file.

use crate::{Binder, Done, Error, Message, Rehearsal, Result, Step, Taken, beside, files};
use plan::exercise::{Script, copied, id_of, own, own_injects, unreadable_minute};
use plan::{Id, Kind, Operation, Plan, Record};
use std::path::Path;
use template::{PackFiles, PackKind, Problem, Scenario, Template};

/// A scenario the plan can play, and what is wrong with it where it is its own.
pub(crate) struct Playable {
    pub scenario: Scenario,
    /// The row it is made from.
    pub own: Option<Id>,
    pub problems: Vec<OwnProblem>,
    /// What is no mistake and should be known.
    pub remarks: Vec<OwnProblem>,
}

/// Something wrong with a scenario of one's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OwnProblem {
    pub text: String,
    /// Where it is mended.
    pub at: (Kind, Id),
    /// Of an inject its minute as it was typed; empty = a reserve.
    pub minute: String,
}

/// A file somebody brings has at most so many bytes: twenty times ours.
const MOST_BYTES: u64 = 1024 * 1024;

/// What TOML calls a text, and the field it is typed in.
const CALLED: [(&str, Kind, &str); 8] = [
    ("title", Kind::OwnScenario, "name"),
    ("purpose", Kind::OwnScenario, "purpose"),
    ("opening", Kind::OwnScenario, "opening"),
    ("from", Kind::OwnInject, "sender"),
    ("to", Kind::OwnInject, "addressee"),
    ("text", Kind::OwnInject, "text"),
    ("listen", Kind::OwnInject, "listen"),
    ("phone", Kind::OwnInject, "phone"),
];

impl Binder {
    /// Makes rows of a scenario, to be changed.
    ///
    /// # Errors
    /// [`Error::NotFound`] for one that is not there or is the plan's own already; nothing was changed.
    pub fn copy_scenario(&self, scenario: &str, step: &Step) -> Result<Done> {
        let found = self.playable()?.into_iter().find(|one| one.scenario.id == scenario && one.own.is_none());
        // One of an older format says nothing of the plan it is played on.
        let base = found.map(|one| one.scenario).filter(|one| !one.modules.is_empty());
        let base = base.ok_or_else(|| Error::NotFound(scenario.to_owned()))?;
        self.change_with(Operation::Copy(Kind::OwnScenario), step, |plan, template, fresh| {
            copied(plan, template, &base, fresh)
        })
    }

    /// Writes a scenario as one file, whole or not at all; another plan takes it with [`Binder::take_scenario`]. One that came
    /// as a file is given on as it came.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Unsound`] while something is wrong with it; as [`files::write_whole`].
    pub fn give_scenario(&self, scenario: &str, to: &Path) -> Result<()> {
        let found = self.playable()?.into_iter().find(|one| one.scenario.id == scenario);
        let one = found.ok_or_else(|| Error::NotFound(scenario.to_owned()))?;
        if !one.problems.is_empty() {
            return Err(Error::Unsound(one.scenario.title));
        }
        let files = if one.own.is_some() {
            written(&one.scenario).0
        } else {
            let kept = self.kept_beside(PackKind::Scenario)?.into_iter().find(|kept| kept.id == scenario);
            kept.map(|kept| kept.files).unwrap_or_default()
        };
        files::write_whole(to, files.values().next().cloned().unwrap_or_default().as_bytes())
    }

    /// What taking a scenario over from a file would do.
    ///
    /// # Errors
    /// As [`Binder::take_scenario`].
    pub fn look_at_scenario(&self, from: &Path) -> Result<Vec<Taken>> {
        self.would_take(PackKind::Scenario, &self.in_file(from)?)
    }

    /// Takes a scenario over from one file, as [`Binder::take_packs`] does from a folder.
    ///
    /// # Errors
    /// [`Error::ScenarioFile`] with every problem; [`Error::ScenarioIsOwn`] where the plan has its rows; [`Error::File`]. The
    /// plan is as before.
    pub fn take_scenario(&self, from: &Path, person: &str) -> Result<Vec<Taken>> {
        self.taken(PackKind::Scenario, self.in_file(from)?, person)
    }

    fn in_file(&self, from: &Path) -> Result<Vec<beside::Sound>> {
        let fail = |cause| Error::File { path: from.to_owned(), cause };
        let bytes = std::fs::metadata(from).map_err(fail)?.len();
        let says = |key: &str| {
            let message = Message::report(key, &[]);
            Error::ScenarioFile(vec![Problem { file: shown(from), line: 1, message }])
        };
        if bytes > MOST_BYTES {
            return Err(says("scenario-file-large"));
        }
        let text = String::from_utf8(files::read_whole(from)?).map_err(|_| says("scenario-file-text"))?;
        let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        let id = toml_id(&text).ok_or_else(|| says("scenario-file-none"))?;
        let plan = self.plan();
        if let Some(own) = plan.rows.own_scenarios.live().find(|own| id_of(own.row.id) == id) {
            return Err(Error::ScenarioIsOwn(own.title()));
        }
        beside::sound_all(PackKind::Scenario, vec![in_folder(&id, text)]).map_err(|error| match error {
            Error::Pack(problems) => Error::ScenarioFile(problems),
            other => other,
        })
    }

    /// A scenario of the plan's own while it is written: what is said of it, and every inject as it would be told, those that
    /// are left out at their minute too. Without the pages of the book, which cost a layout.
    ///
    /// # Errors
    /// [`Error::NotFound`]; when the file cannot be read, or a pack in it.
    pub fn own_rehearsal(&self, row: Id) -> Result<(Rehearsal, Script)> {
        let not_there = || Error::NotFound(row.to_string());
        let found = self.playable()?.into_iter().find(|one| one.own == Some(row)).ok_or_else(not_there)?;
        let kept = self.kept_scenarios()?;
        let one = self.rehearsal_of(found, &[]);
        let now = self.snapshot();
        let own_row = now.plan.rows.own_scenarios.find(row).ok_or_else(not_there)?;
        let base = kept.iter().find(|base| Some(&base.id) == own_row.base.as_ref());
        let Some(base) = base else { return Ok((one.clone(), one.script)) };
        let whole = own(&now.plan, &now.template, base, own_row, true);
        let script = Script::of(&now.plan, &now.template, &whole, &one.cast);
        Ok((one, script))
    }

    /// Every scenario the plan keeps, and its own, with what is wrong with those.
    pub(crate) fn playable(&self) -> Result<Vec<Playable>> {
        let kept = self.kept_scenarios()?;
        let now = self.snapshot();
        let own = now.plan.rows.own_scenarios.live().map(|row| {
            let base = kept.iter().find(|one| Some(&one.id) == row.base.as_ref());
            made(&now.plan, &now.template, base, row)
        });
        let own: Vec<Playable> = own.collect();
        // One that came as a file before its rows came with another plan: they stand for it.
        let given = kept.into_iter().filter(|one| !own.iter().any(|mine| mine.scenario.id == one.id));
        let mut all: Vec<_> =
            given.map(|scenario| Playable { scenario, own: None, problems: Vec::new(), remarks: Vec::new() }).collect();
        all.extend(own);
        Ok(all)
    }
}

fn made(plan: &Plan, template: &Template, base: Option<&Scenario>, row: &plan::OwnScenario) -> Playable {
    let at = (Kind::OwnScenario, row.row.id);
    let Some(base) = base else {
        let scenario = Scenario { id: id_of(row.row.id), title: row.title(), ..Scenario::default() };
        let text = Message::report("own-no-base", &[row.base.clone().unwrap_or_default()]);
        return Playable {
            scenario,
            own: Some(row.row.id),
            problems: vec![OwnProblem { text, at, minute: String::new() }],
            remarks: Vec::new(),
        };
    };
    let mut scenario = own(plan, template, base, row, false);
    let files = written(&scenario);
    scenario.hash = files.hash();
    let wrong = template::check_scenario(&files, &plan::vocabulary()).err().unwrap_or_default();
    let toml = files.0.values().next().map(String::as_str).unwrap_or_default();
    let mut problems: Vec<OwnProblem> = wrong.iter().map(|problem| said(plan, template, at, toml, problem)).collect();
    for one in own_injects(plan, row.row.id).filter(|one| !one.out) {
        if let Some(typed) = unreadable_minute(one) {
            problems.push(at_inject(one, Message::report("own-minute", &[typed.to_owned()])));
        }
    }
    // Another edition of the base may have an inject no more: its words stay, what hung on it does not.
    let gone = own_injects(plan, row.row.id).filter(|one| !one.out);
    let gone = gone.filter(|one| one.of.as_deref().is_some_and(|of| base.inject(of).is_none()));
    let remarks = gone.map(|one| at_inject(one, Message::report("own-of-gone", &[]))).collect();
    Playable { scenario, own: Some(row.row.id), problems, remarks }
}

/// A problem of the file in words of the form it is typed in, with the row it is about.
fn said(plan: &Plan, template: &Template, scenario: (Kind, Id), toml: &str, problem: &Problem) -> OwnProblem {
    let empty = |(key, kind, field): &(&str, Kind, &str)| {
        let label = template.label(kind.noun(), field);
        (problem.message == format!("{key} が空です。")).then(|| Message::report("own-empty", &[label.to_owned()]))
    };
    let inject = inject_at(toml, problem.line).and_then(|id| plan.rows.own_injects.find(id));
    let text = CALLED.iter().filter(|(_, kind, _)| inject.is_some() == (*kind == Kind::OwnInject)).find_map(empty);
    let text = text.unwrap_or_else(|| problem.message.clone());
    match inject {
        None => OwnProblem { text, at: scenario, minute: String::new() },
        Some(one) => at_inject(one, text),
    }
}

fn at_inject(one: &plan::OwnInject, text: String) -> OwnProblem {
    OwnProblem { text, at: (Kind::OwnInject, one.row.id), minute: one.minute.clone().unwrap_or_default() }
}

impl OwnProblem {
    /// The sentence, with the inject it is about: by its minute and who tells it here.
    pub(crate) fn sentence(&self, script: &Script) -> String {
        if self.at.0 != Kind::OwnInject {
            return self.text.clone();
        }
        let sender = script.card(&self.at.1.to_string()).map(|card| card.sender.text.clone()).unwrap_or_default();
        match self.minute.as_str() {
            "" => Message::report("own-reserve-problem", &[sender, self.text.clone()]),
            minute => Message::report("own-problem", &[minute.to_owned(), sender, self.text.clone()]),
        }
    }
}

/// The inject a line of the file belongs to.
fn inject_at(toml: &str, line: usize) -> Option<Id> {
    let before = toml.lines().take(line).collect::<Vec<_>>();
    let head = before.iter().rposition(|line| line.starts_with("[[") && !line.contains('.'))?;
    let id = toml.lines().nth(head + 1)?.strip_prefix("id = \"")?.strip_suffix('"')?;
    Id::parse(id).filter(|_| before[head] != "[[module]]")
}

fn written(scenario: &Scenario) -> PackFiles {
    in_folder(&scenario.id, scenario.to_toml())
}

fn in_folder(id: &str, toml: String) -> PackFiles {
    let path = format!("{}/{id}/{}", PackKind::Scenario.folder(), PackKind::Scenario.head());
    PackFiles([(path, toml)].into())
}

/// The id a file says; it becomes the name of a folder, so it is none with a path in it.
fn toml_id(text: &str) -> Option<String> {
    let files = in_folder("scenario", text.to_owned());
    let plain = |id: &String| !id.is_empty() && id.chars().all(|one| one.is_ascii_alphanumeric() || "-_".contains(one));
    files.id(PackKind::Scenario).filter(plain)
}

fn shown(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
