//! The sorts of pack, and where each is kept.

/// What a pack is about. A plan is on one pack of the model, and keeps any number of the others beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PackKind {
    /// The ministry's model: check table, guide, model plan, catalogue, incidents.
    Model,
    /// A list of the ministry that is answered item by item (チェックリスト).
    Checklist,
    /// A scenario of an exercise.
    Scenario,
}

impl PackKind {
    /// Every sort.
    pub const ALL: [Self; 3] = [Self::Model, Self::Checklist, Self::Scenario];
    /// The sorts a plan keeps beside the model.
    pub const BESIDE: [Self; 2] = [Self::Checklist, Self::Scenario];

    /// The folder of such packs in `templates/`; also what a plan file and its JSON call the sort.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Model => "packs",
            Self::Checklist => "checklists",
            Self::Scenario => "scenarios",
        }
    }

    /// The sort with this folder.
    pub fn from_folder(folder: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.folder() == folder)
    }

    /// The file at the head of such a pack.
    pub fn head(self) -> &'static str {
        match self {
            Self::Model => "pack.toml",
            Self::Checklist => "checklist.toml",
            Self::Scenario => "scenario.toml",
        }
    }

    /// Whether a text of `templates/` belongs to the pack of this sort and id.
    pub(crate) fn gathers(self, id: &str, path: &str) -> bool {
        let own = path.strip_prefix(self.folder()).and_then(|rest| rest.strip_prefix('/')?.strip_prefix(id));
        // What all packs of the model share.
        let shared = self == Self::Model && (path.starts_with("catalogue/") || path == "incidents.toml");
        own.is_some_and(|rest| rest.starts_with('/')) || shared
    }
}
