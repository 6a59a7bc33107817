//! Start, open, close, copies.

use super::{paper, status_of};
use crate::types::*;
use crate::{Fault, Host};
use binder::Cause;
use binder::Snapshot;
use binder::import::What;
use binder::plan::{FieldKind, Kind};
use binder::{Binder, Message, NewPlan, OpenReport, ReadOnly};
use std::path::{Path, PathBuf};

/// The start screen.
pub(crate) fn start(host: &Host, _: Empty) -> Result<Start, Fault> {
    let settings = host.settings();
    let (_, template) = binder::own_pack(binder::PACK)?;
    let institutions = Kind::Facility
        .choices("kind")
        .iter()
        .map(|id| Word { id: (*id).to_owned(), text: template.choice("facility", "kind", id).to_owned() })
        .collect();
    let name = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(Start {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        recent: settings
            .recent
            .iter()
            .map(|path| Recent {
                path: path.display().to_string(),
                name: name(path),
                folder: path.parent().map(|folder| folder.display().to_string()).unwrap_or_default(),
                there: path.is_file(),
            })
            .collect(),
        institutions,
        person: settings.person,
    })
}

/// Makes a plan and opens it.
pub(crate) fn new_plan(host: &Host, request: NewPlanRequest) -> Result<Opened, Fault> {
    let path = PathBuf::from(&request.path);
    NewPlan { kind: request.kind, name: request.name, beds: request.beds }.create(&path, &*host.outside)?;
    open(host, &path, &binder::Unwatched)
}

/// Opens a plan.
pub(crate) fn open_plan(host: &Host, request: PathRequest) -> Result<Opened, Fault> {
    open(host, Path::new(&request.path), &host.work(Work::Open))
}

/// Makes a copy of the sample and opens it.
pub(crate) fn open_sample(host: &Host, request: SampleRequest) -> Result<Opened, Fault> {
    let path = PathBuf::from(&request.path);
    Binder::create_sample(&request.name, &path, &*host.outside)?;
    open(host, &path, &binder::Unwatched)
}

/// The plan that is open already.
pub(crate) fn current(host: &Host, _: Empty) -> Result<Opened, Fault> {
    opened(&*host.binder()?, Vec::new())
}

/// Closes the plan. A copy is kept first; failing to keep one must not hold the person up.
pub(crate) fn close_plan(host: &Host, _: Empty) -> Result<Nothing, Fault> {
    if let Ok(binder) = host.binder() {
        host.keep(&binder);
    }
    host.set_binder(None);
    Ok(Nothing {})
}

/// Puts a copy in the place of a damaged file and opens it.
pub(crate) fn restore_backup(host: &Host, request: RestoreRequest) -> Result<Opened, Fault> {
    let path = PathBuf::from(&request.path);
    host.set_binder(None);
    let aside = binder::restore_backup(&path, Path::new(&request.backup), &host.outside.now())?;
    // What was restored is told: nobody stops this.
    let mut opened = open(host, &path, &binder::Unwatched)?;
    opened.notices.push(Message::report("restored", &[aside.display().to_string()]));
    Ok(opened)
}

/// Writes a checked copy.
pub(crate) fn save_copy(host: &Host, request: PathRequest) -> Result<Nothing, Fault> {
    host.binder()?.save_copy(Path::new(&request.path), &host.work(Work::Copy))?;
    Ok(Nothing {})
}

/// Cancels a work.
pub(crate) fn cancel(host: &Host, request: CancelRequest) -> Result<Nothing, Fault> {
    host.cancel(request.work);
    Ok(Nothing {})
}

/// Remembers who sits here.
pub(crate) fn set_person(host: &Host, request: PersonRequest) -> Result<Nothing, Fault> {
    host.change_settings(|settings| settings.person = request.person);
    Ok(Nothing {})
}

/// The top line.
pub(crate) fn status(host: &Host, _: Empty) -> Result<Status, Fault> {
    status_of(&*host.binder()?)
}

pub(super) fn open(host: &Host, path: &Path, progress: &dyn binder::Progress) -> Result<Opened, Fault> {
    // The same file must give up its lock before it is opened again; another plan stays until the new one is open.
    let same = |binder: &Binder| std::fs::canonicalize(binder.path()).ok() == std::fs::canonicalize(path).ok();
    if host.binder().is_ok_and(|open| same(&open)) {
        host.set_binder(None);
    }
    let (binder, report, said) = binder::open_with_backups(path, host.outside.clone(), &host.places(), progress)?;
    host.remember(path);
    let reply = opened(&binder, notices(&report).into_iter().chain(said).collect())?;
    host.set_binder(Some(binder));
    Ok(reply)
}

fn notices(report: &OpenReport) -> Vec<String> {
    let why = report.read_only.filter(|why| *why != ReadOnly::Spoilt);
    why.map(read_only_words).into_iter().chain(report.notices()).collect()
}

/// Why nothing can be saved, in words.
pub(super) fn read_only_words(why: ReadOnly) -> String {
    let key = match why {
        ReadOnly::Asked => "read-only-asked",
        ReadOnly::OtherProgram => "read-only-other",
        ReadOnly::Protected => "read-only-protected",
        ReadOnly::Spoilt => "read-only-spoilt",
    };
    Message::report(key, &[])
}

fn opened(binder: &Binder, notices: Vec<String>) -> Result<Opened, Fault> {
    let Snapshot { plan, template, .. } = binder.snapshot();
    let template = &*template;
    let kinds = Kind::ALL
        .iter()
        .map(|kind| {
            let labels = template.labels.get(kind.noun()).cloned().unwrap_or_default();
            let facts = kind.facts();
            let sheet = What::filling(*kind);
            let fields = kind
                .fields()
                .iter()
                .filter(|field| field.shown)
                .map(|field| {
                    let words = labels.fields.get(field.id).cloned().unwrap_or_default();
                    let choices = match field.kind {
                        FieldKind::Choice(choices) => choices
                            .iter()
                            .map(|id| Word {
                                id: (*id).to_owned(),
                                text: words.choices.get(*id).cloned().unwrap_or_else(|| (*id).to_owned()),
                            })
                            .collect(),
                        _ => Vec::new(),
                    };
                    FieldInfo {
                        id: field.id.to_owned(),
                        kind: field.kind.into(),
                        label: plan.label(template, kind.noun(), field.id),
                        help: words.help,
                        required: field.required,
                        // What is on no paper at all is not in the 本部用 either.
                        private: field.private && field.printed,
                        choices,
                        link: match field.kind {
                            FieldKind::Link(to) => Some(to.to_owned()),
                            _ => None,
                        },
                    }
                })
                .collect();
            KindInfo {
                noun: kind.noun().to_owned(),
                name: labels.name,
                about: labels.about,
                example: labels.example,
                title: facts.title.map(str::to_owned),
                columns: facts.columns.iter().map(|field| (*field).to_owned()).collect(),
                by_reading: facts.by_reading,
                part_of: kind
                    .whole()
                    .zip(facts.part_of)
                    .map(|(whole, field)| PartOf { kind: whole.noun().to_owned(), field: field.to_owned() }),
                joins: facts.joins.is_some(),
                program: facts.program,
                sheet: sheet.map(SheetOf::from),
                written: sheet.is_some_and(What::is_written),
                fields,
            }
        })
        .collect();
    let cause =
        |cause: &Cause| CauseInfo { id: cause.id.to_owned(), title: cause.title.to_owned(), minutes: cause.minutes };
    Ok(Opened {
        path: binder.path().display().to_string(),
        notices,
        kinds,
        documents: paper::documents(),
        causes: Cause::all().map(cause).collect(),
        status: status_of(binder)?,
    })
}
