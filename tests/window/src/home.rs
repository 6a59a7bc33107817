//! Where a window lives: folders of its own, so that no test sees another's plans.

use crate::text;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Folders for one test: its plans, the program's own files, the answers for its file dialogs.
pub struct Home {
    dir: TempDir,
}

impl Default for Home {
    fn default() -> Self {
        Self::new()
    }
}

impl Home {
    /// An empty home.
    ///
    /// # Panics
    /// When the system gives no folder.
    pub fn new() -> Self {
        let dir = tempfile::Builder::new().prefix("sonae-window-").tempdir().expect("a temporary folder");
        for folder in ["data", "config", "cache", "plans", "disk"] {
            std::fs::create_dir(dir.path().join(folder)).expect("a folder");
        }
        std::fs::write(dir.path().join("pick"), "").expect("an empty script");
        Self { dir }
    }

    /// The folder of everything.
    pub fn dir(&self) -> &Path {
        self.dir.path()
    }

    /// A file among the plans.
    pub fn at(&self, name: &str) -> PathBuf {
        self.dir.path().join("plans").join(name)
    }

    /// A file on the small disk (only there for a program started with one).
    pub fn on_disk(&self, name: &str) -> PathBuf {
        self.dir.path().join("disk").join(name)
    }

    /// The next file dialog is answered with this path.
    ///
    /// # Panics
    /// When the script cannot be written.
    pub fn pick(&self, path: &Path) {
        std::fs::write(self.dir.path().join("pick"), text(path)).expect("the script of answers");
    }

    /// What makes a program live here and nowhere else.
    pub fn environment(&self) -> Vec<(&'static str, PathBuf)> {
        let at = |name: &str| self.dir.path().join(name);
        vec![
            ("XDG_DATA_HOME", at("data")),
            ("XDG_CONFIG_HOME", at("config")),
            ("XDG_CACHE_HOME", at("cache")),
            ("SONAE_PICK_SCRIPT", at("pick")),
        ]
    }
}
