//! What can go wrong above the floors. Each has a code; the sentences are in `templates/messages.toml`.

use plan::{EditProblem, exercise::RunProblem};
use thiserror::Error;

/// The result of everything here.
pub type Result<T> = std::result::Result<T, Error>;

/// Why something was not done.
#[derive(Debug, Error)]
pub enum Error {
    /// The plan file.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// The edit.
    #[error(transparent)]
    Edit(#[from] EditProblem),
    /// The pack in a plan or folder has problems.
    #[error("{} problems in the pack", .0.len())]
    Pack(Vec<template::Problem>),
    /// A pack folder cannot be read.
    #[error("{}: {}", .0.path.display(), .0.cause)]
    PackFolder(template::ReadError),
    /// Two packs of a folder say the same id.
    #[error("two packs with the id {id}")]
    PackTwice {
        /// The id.
        id: String,
        /// The folders both are in.
        folders: [String; 2],
    },
    /// The folder says something else than when it was looked at.
    #[error("the pack changed since it was looked at")]
    PackChanged,
    /// A plan JSON names a pack this program does not have.
    #[error("unknown pack {0}")]
    UnknownPack(String),
    /// A JSON file.
    #[error(transparent)]
    Json(#[from] exchange::Error),
    /// Writing or reading another file (PDF, JSON).
    #[error("{path}: {cause}")]
    File {
        /// The file.
        path: std::path::PathBuf,
        /// What the system said.
        cause: std::io::Error,
    },
    /// The PDF could not be made.
    #[error("pdf: {0}")]
    Pdf(String),
    /// A sheet that cannot be read.
    #[error("sheet: {0}")]
    Sheet(exchange::sheet::Problem),
    /// A sheet that cannot be written.
    #[error("sheet: {0}")]
    Unwritable(String),
    /// The file, the set-up or the plan changed since the sheet was looked at.
    #[error("what was looked at has changed")]
    ImportChanged,
    /// There is nothing to import as it stands: why, in a sentence.
    #[error("{0}")]
    Import(String),
    /// A picture that cannot be attached.
    #[error("picture: {0:?}")]
    Picture(print::picture::Unfit),
    /// A file with nothing in it.
    #[error("an empty file")]
    FileEmpty,
    /// A file larger than may be attached.
    #[error("a file over the limit")]
    FileLarge,
    /// An attached file whose bytes are gone, or not what they were.
    #[error("an attached file is spoilt")]
    FileSpoilt,
    /// Another window or program has the plan open for writing.
    #[error("another program writes this plan")]
    OtherWrites,
    /// The file and its history disagree about so many rows: what leaves the program must not carry one of two values in
    /// silence.
    #[error("{0} rows in doubt")]
    InDoubt(usize),
    /// A sheet that only the headquarters' copy may carry.
    #[error("headquarters only")]
    HeadquartersOnly,
    /// A newer request took its place, or the person cancelled.
    #[error("cancelled")]
    Cancelled,
    /// Not a date.
    #[error("no date: {0}")]
    Date(String),
    /// A plan of this size is not generated: asked for, at most.
    #[error("{0} is more than {1}")]
    TooLarge(u32, u32),
    /// An exercise cannot do that now.
    #[error("exercise: {0}")]
    Exercise(#[from] RunProblem),
    /// A log of an exercise that cannot be taken in: the line, and what it says.
    #[error("line {0} of the log: {1}")]
    Log(usize, String),
    /// A time on a sheet that cannot be read; empty = there is none at all.
    #[error("time {0:?}")]
    Time(String),
    /// A line on a sheet that has words and no time.
    #[error("no time: {0:?}")]
    NoTime(String),
    /// A line on a sheet that says nothing: its time.
    #[error("no words at {0:?}")]
    NoWords(String),
    /// A line on a sheet outside beginning and end: its time.
    #[error("outside the exercise: {0:?}")]
    OutsideExercise(String),
    /// The day of an exercise held on paper is still to come.
    #[error("day to come {0:?}")]
    SheetDayToCome(String),
    /// Beginning, play, 振り返り and end of a sheet are not in their order, or further apart than a night.
    #[error("the sheet ends before it begins")]
    SheetOrder,
    /// The day of an exercise held on paper cannot be read.
    #[error("day {0:?}")]
    SheetDay(String),
    /// A form of a checklist that cannot be read, filled, or is of another list.
    #[error(transparent)]
    ListForm(#[from] FormProblem),
    /// Something is wrong with a scenario of the plan's own.
    #[error("the scenario {0} is not finished")]
    Unsound(String),
    /// A file that is no scenario, or one with mistakes.
    #[error("{} problems in the scenario", .0.len())]
    ScenarioFile(Vec<template::Problem>),
    /// The plan has the rows of a scenario that came as a file.
    #[error("the plan has the rows of {0}")]
    ScenarioIsOwn(String),
    /// Another exercise of this plan has not ended.
    #[error("an exercise has not ended")]
    ExerciseOpen,
    /// No exercise is going on.
    #[error("no exercise is going on")]
    NoExercise,
    /// No document, department or section of that name.
    #[error("nothing named {0}")]
    NotFound(String),
    /// Several have the name that was asked for.
    #[error("{name} is the name of several: {meant}")]
    Ambiguous {
        /// What was asked for.
        name: String,
        /// Who has it.
        meant: String,
    },
}

impl Error {
    /// The key in `templates/messages.toml`.
    pub fn code(&self) -> &'static str {
        use store::Error as S;
        match self {
            Error::Store(S::Missing(_)) => "file-missing",
            Error::Store(S::Exists(_)) => "file-exists",
            Error::Store(S::NotAPlan(_)) => "not-a-plan",
            Error::Store(S::Damaged(_)) => "damaged",
            Error::Store(S::Newer { .. }) => "newer",
            Error::Store(S::NoPlace(_)) => "no-place",
            Error::Store(S::LongName(_)) => "name-long",
            Error::Store(S::ReadOnly) => "read-only",
            Error::Store(S::Busy) => "busy",
            Error::Store(S::InUse(_)) => "in-use",
            Error::Store(S::Cancelled) => "cancelled",
            Error::Store(S::Full) => "disk-full",
            Error::Store(S::Vanished(_)) => "vanished",
            Error::Store(S::Io { .. } | S::Sql(_)) => "disk",
            Error::Edit(EditProblem::NoRecord) => "record-gone",
            Error::Edit(EditProblem::NoField(_) | EditProblem::Cells(_)) => "value-unknown",
            Error::Edit(EditProblem::AddedOnly(_)) => "added-only",
            Error::Edit(EditProblem::Program(_)) => "program-only",
            Error::Edit(EditProblem::Control(_)) => "control-character",
            Error::Edit(EditProblem::TooLong(_)) => "too-long",
            Error::Pack(_) => "pack-broken",
            Error::PackFolder(_) => "pack-folder",
            Error::PackTwice { .. } => "pack-twice",
            Error::PackChanged => "pack-changed",
            Error::UnknownPack(_) => "pack-unknown",
            Error::Json(exchange::Error::Newer(_)) => "json-newer",
            Error::Json(_) => "json-broken",
            Error::File { cause, .. } if cause.kind() == std::io::ErrorKind::StorageFull => "disk-full-output",
            Error::File { cause, .. } if cause.kind() == std::io::ErrorKind::NotFound => "folder-missing",
            Error::File { .. } => "output",
            Error::Pdf(_) => "pdf",
            Error::Sheet(problem) => sheet_code(problem),
            Error::Unwritable(_) => "sheet-unwritable",
            Error::ImportChanged => "import-changed",
            Error::Import(_) => "import-nothing",
            Error::Picture(print::picture::Unfit::NotAPicture) => "picture-unfit",
            Error::Picture(print::picture::Unfit::FourInks) => "picture-inks",
            Error::Picture(print::picture::Unfit::TooLarge) => "picture-large",
            Error::FileEmpty => "file-empty",
            Error::FileLarge => "file-large",
            Error::FileSpoilt => "file-spoilt",
            Error::OtherWrites => "other-writes",
            Error::InDoubt(_) => "in-doubt",
            Error::HeadquartersOnly => "headquarters-only",
            Error::Cancelled => "cancelled",
            Error::NotFound(_) => "not-found",
            Error::Ambiguous { .. } => "name-several",
            Error::Date(_) => "date",
            Error::Exercise(problem) => exercise_code(problem),
            Error::Log(..) => "exercise-log",
            Error::Time(_) => "exercise-time",
            Error::NoTime(_) => "exercise-no-time",
            Error::NoWords(_) => "exercise-no-words",
            Error::OutsideExercise(_) => "exercise-outside",
            Error::SheetDayToCome(_) => "exercise-day-to-come",
            Error::SheetOrder => "exercise-order",
            Error::SheetDay(_) => "exercise-day",
            Error::ListForm(problem) => form_code(problem),
            Error::Unsound(_) => "scenario-unsound",
            Error::ScenarioFile(_) => "scenario-broken",
            Error::ScenarioIsOwn(_) => "scenario-own",
            Error::ExerciseOpen => "exercise-open",
            Error::NoExercise => "exercise-none",
            Error::TooLarge(..) => "too-large",
        }
    }

    /// What fills the sentence's {0}, {1} …
    pub fn words(&self) -> Vec<String> {
        use store::Error as S;
        let path = |path: &std::path::Path| vec![path.display().to_string()];
        match self {
            Error::Store(
                S::Missing(p)
                | S::Exists(p)
                | S::NoPlace(p)
                | S::LongName(p)
                | S::NotAPlan(p)
                | S::Vanished(p)
                | S::InUse(p),
            ) => path(p),
            Error::Store(S::Newer { program, .. }) => vec![program.clone()],
            Error::Store(S::Io { path: p, cause }) => vec![p.display().to_string(), cause.to_string()],
            Error::Store(other) => vec![other.to_string()],
            Error::Edit(EditProblem::TooLong(length)) => vec![length.to_string(), plan::MAX_CHARACTERS.to_string()],
            Error::Edit(EditProblem::Control(code)) => vec![format!("U+{code:04X}")],
            Error::Pack(problems) | Error::ScenarioFile(problems) => {
                vec![problems.len().to_string(), problems.first().map_or_else(String::new, ToString::to_string)]
            }
            Error::PackFolder(error) => path(&error.path),
            Error::FileLarge => vec![(plan::MOST_ATTACHED / 1024 / 1024).to_string()],
            Error::TooLarge(asked, most) => vec![asked.to_string(), most.to_string()],
            Error::PackTwice { id, folders: [one, other] } => vec![id.clone(), one.clone(), other.clone()],
            Error::Json(exchange::Error::Newer(format)) => vec![format.to_string()],
            Error::Sheet(problem) => sheet_words(problem),
            Error::Import(said) | Error::Unwritable(said) => vec![said.clone()],
            Error::File { path: p, cause } => vec![p.display().to_string(), cause.to_string()],
            Error::UnknownPack(name)
            | Error::Date(name)
            | Error::Time(name)
            | Error::NoTime(name)
            | Error::SheetDay(name)
            | Error::SheetDayToCome(name)
            | Error::NoWords(name)
            | Error::OutsideExercise(name)
            | Error::Unsound(name)
            | Error::ScenarioIsOwn(name)
            | Error::NotFound(name)
            | Error::Pdf(name) => {
                vec![name.clone()]
            }
            Error::ListForm(problem) => form_words(problem),
            Error::InDoubt(count) => vec![count.to_string()],
            Error::Exercise(RunProblem::Lacks(text) | RunProblem::NotThere(text)) => vec![text.clone()],
            Error::Log(line, said) => vec![line.to_string(), said.clone()],
            Error::Ambiguous { name, meant } => vec![name.clone(), meant.clone()],
            other => vec![other.to_string()],
        }
    }

    /// Whether the disk or the file failed, rather than what was asked.
    pub fn is_disk(&self) -> bool {
        use store::Error as S;
        match self {
            Error::Store(
                S::Missing(_)
                | S::Exists(_)
                | S::NoPlace(_)
                | S::LongName(_)
                | S::NotAPlan(_)
                | S::InUse(_)
                | S::Cancelled
                | S::Newer { .. },
            ) => false,
            Error::Store(_) | Error::File { .. } | Error::OtherWrites => true,
            _ => false,
        }
    }
}

fn exercise_code(problem: &RunProblem) -> &'static str {
    match problem {
        RunProblem::NotNow => "exercise-not-now",
        RunProblem::Stopped => "exercise-stopped",
        RunProblem::NoReason => "exercise-reason",
        RunProblem::NotThere(_) => "not-found",
        RunProblem::ToldAlready => "exercise-told",
        RunProblem::Lacks(_) => "exercise-lacks",
    }
}

/// Why a workbook is not taken as the form of a checklist, or takes no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FormProblem {
    /// The workbook itself, or one of its cells.
    #[error(transparent)]
    Cells(#[from] exchange::list_form::Problem),
    /// Another year stands on it.
    #[error("the form of {form}, not of {list}")]
    OtherYear {
        /// The year on the form.
        form: String,
        /// The year of the list.
        list: String,
    },
    /// A supplier's form where the institution's is meant, or the other way round.
    #[error("for {0}")]
    OtherForm(String),
    /// Its items are not those of the list.
    #[error("{there} of {asked} items")]
    OtherList {
        /// Items of the list that are on it.
        there: usize,
        /// Items of the list.
        asked: usize,
    },
}

fn form_code(problem: &FormProblem) -> &'static str {
    use exchange::list_form::Problem as P;
    match problem {
        FormProblem::Cells(P::Sheet(problem)) => sheet_code(problem),
        FormProblem::Cells(P::NoItems | P::NoAnswers | P::NoSheet(_)) => "form-none",
        FormProblem::Cells(P::Signed) => "form-signed",
        FormProblem::Cells(P::Formula(_)) => "form-formula",
        FormProblem::Cells(P::Taken { .. }) => "form-taken",
        FormProblem::Cells(P::NotOffered { .. }) => "form-choices",
        FormProblem::OtherYear { .. } => "form-year",
        FormProblem::OtherForm(_) => "form-other",
        FormProblem::OtherList { .. } => "form-list",
    }
}

fn form_words(problem: &FormProblem) -> Vec<String> {
    use exchange::list_form::Problem as P;
    match problem {
        FormProblem::Cells(P::Sheet(problem)) => sheet_words(problem),
        FormProblem::Cells(P::Formula(cell)) => vec![cell.clone()],
        FormProblem::Cells(P::Taken { cell, text }) => vec![cell.clone(), text.clone()],
        FormProblem::Cells(P::NotOffered { cell, text, offered }) => vec![cell.clone(), text.clone(), offered.clone()],
        FormProblem::Cells(_) => Vec::new(),
        FormProblem::OtherYear { form, list } => vec![form.clone(), list.clone()],
        FormProblem::OtherForm(form) => vec![form.clone()],
        FormProblem::OtherList { there, asked } => vec![there.to_string(), asked.to_string()],
    }
}

fn sheet_code(problem: &exchange::sheet::Problem) -> &'static str {
    use exchange::sheet::Problem as P;
    match problem {
        P::Password => "sheet-password",
        P::OldExcel => "sheet-old",
        P::OpenDocument => "sheet-ods",
        P::NotASheet => "sheet-none",
        P::TooLarge { .. } => "sheet-large",
        P::TooManyRows { .. } => "sheet-rows",
        P::TooManyColumns { .. } => "sheet-columns",
        P::Quotes { .. } => "sheet-quotes",
        P::Encoding { .. } => "sheet-encoding",
        P::Damaged(_) => "sheet-damaged",
        P::Empty => "sheet-empty",
    }
}

fn sheet_words(problem: &exchange::sheet::Problem) -> Vec<String> {
    use exchange::sheet::Problem as P;
    match problem {
        P::TooLarge { limit_mib } => vec![limit_mib.to_string()],
        P::TooManyRows { sheet, limit } | P::TooManyColumns { sheet, limit } => vec![sheet.clone(), limit.to_string()],
        P::Quotes { line } | P::Encoding { line } => vec![line.to_string()],
        P::Damaged(said) => vec![said.clone()],
        _ => Vec::new(),
    }
}
