//! A plan in a folder of its own.

use crate::outside::Still;
use crate::witness::{bare, pages, sql};
use binder::{Binder, NewPlan, OpenReport};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A folder with a plan; both go when it is dropped.
pub struct Scene {
    /// The plan file.
    pub plan: PathBuf,
    folder: TempDir,
}

impl Scene {
    /// An empty folder; `plan` is where the plan would be.
    ///
    /// # Panics
    /// When the system gives no folder.
    pub fn empty() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        Self { plan: folder.path().join("計画.sonae"), folder }
    }

    /// A fresh plan of an institution.
    ///
    /// # Panics
    /// When it cannot be made.
    pub fn of(kind: &str) -> Self {
        let scene = Self::empty();
        fresh(&scene.plan, kind);
        scene
    }

    /// A sample plan: `hospital` or `clinic`.
    ///
    /// # Panics
    /// When it cannot be made.
    pub fn sample(name: &str) -> Self {
        let scene = Self::empty();
        crate::sonae::did(&["sample", name, "-o", &scene.plan.display().to_string()]);
        scene
    }

    /// The bare text of each page of a document, printed by the command line.
    ///
    /// # Panics
    /// When it does not print.
    pub fn printed(&self, document: &str, copy: &str) -> Vec<String> {
        let pdf = self.at(&format!("{document}.pdf"));
        let (plan, to) = (self.plan.display().to_string(), pdf.display().to_string());
        crate::sonae::did(&["print", &plan, "--document", document, "--copy", copy, "--date", "2026-11-26", "-o", &to]);
        pages(&pdf).iter().map(|page| bare(page)).collect()
    }

    /// Stores the pack as programs before schema 5 did, as text, each `(from, to)` of it replaced, under the hash it has
    /// then.
    ///
    /// # Panics
    /// When a text does not occur, or the plan cannot be changed.
    pub fn pack_as_text(&self, replace: &[(&str, &str)]) {
        let json = open(&self.plan, true).0.export_json(&binder::Unwatched).expect("exported");
        let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        let mut files = json["pack"]["files"].to_string();
        for (from, to) in replace {
            assert!(files.contains(from), "{from} stands in the pack");
            files = files.replace(from, to);
        }
        let texts = serde_json::from_str(&files).expect("paths and texts");
        let hash = template::PackFiles(texts).hash();
        let path = self.at("pack.json");
        std::fs::write(&path, files).expect("written");
        let update = "UPDATE packs SET files = CAST(readfile('{}') AS TEXT), packed = NULL, hash = 'HASH'
            WHERE hash = (SELECT value FROM meta WHERE key = 'pack');
            UPDATE meta SET value = 'HASH' WHERE key = 'pack';";
        let update = update.replace("{}", &path.display().to_string()).replace("HASH", &hash);
        sql(&self.plan, &update).expect("done");
    }

    /// A path beside the plan.
    pub fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Opens the plan for writing.
    ///
    /// # Panics
    /// When it does not open, or only for reading.
    pub fn open(&self) -> Binder {
        let (binder, report) = open(&self.plan, false);
        assert_eq!(report.read_only, None, "nobody else has this plan");
        binder
    }

    /// What lies in the folder, hidden files too, without the lock file every writer leaves.
    ///
    /// # Panics
    /// When the folder cannot be listed.
    pub fn files(&self) -> Vec<String> {
        let mut names: Vec<String> = std::fs::read_dir(self.folder.path())
            .expect("the folder can be listed")
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .filter(|name| !name.ends_with(".lock"))
            .collect();
        names.sort();
        names
    }
}

/// Makes a plan at `path`.
///
/// # Panics
/// When it cannot be made.
pub fn fresh(path: &Path, kind: &str) {
    let new = NewPlan { kind: kind.to_owned(), name: "みらい診療所".to_owned(), beds: None };
    new.create(path, &Still::default()).expect("a new plan can be made");
}

/// Opens a plan.
///
/// # Panics
/// When it does not open at all.
pub fn open(path: &Path, read_only: bool) -> (Binder, OpenReport) {
    Binder::open(path, read_only, Still::world()).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Asserts that a plan opens for reading and `verify` finds nothing.
///
/// # Panics
/// When it does not, with `why`.
pub fn whole(path: &Path, why: &str) {
    let (binder, _) = open(path, true);
    let faults = binder.verify(&binder::Unwatched).unwrap_or_else(|error| panic!("{why}: {error}"));
    assert!(faults.is_empty(), "{why}: {faults:?}");
}
