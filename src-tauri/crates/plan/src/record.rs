//! What every record has, whatever its kind.

use crate::{Field, Held, Id, Kind};

/// The columns every row has besides its declared fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The record's id.
    pub id: Id,
    /// Order among its kind: a fractional text key (`order::between`).
    pub position: String,
    /// Template or catalogue entry it was made from.
    pub source: Option<String>,
    /// Who adopted the default; `None` while a catalogue row is still 案.
    pub adopted_by: Option<String>,
    /// The day it was adopted.
    pub adopted_on: Option<String>,
    /// When it was removed; removed rows stay.
    pub removed_at: Option<String>,
}

/// Ids of the common columns, in the order of the table.
pub const ROW_COLUMNS: [&str; 5] = ["position", "source", "adopted_by", "adopted_on", "removed_at"];

impl Row {
    /// A fresh row.
    pub fn new(id: Id, position: String, source: Option<String>) -> Self {
        Self { id, position, source, adopted_by: None, adopted_on: None, removed_at: None }
    }

    /// Whether it was removed; it stays in the file.
    pub fn is_removed(&self) -> bool {
        self.removed_at.is_some()
    }

    /// Whether it still is a draft of the catalogue (案): made from it and adopted by nobody.
    pub fn is_draft(&self) -> bool {
        self.source.as_deref().is_some_and(|source| source.contains('/')) && self.adopted_on.is_none()
    }

    fn column(&mut self, id: &str) -> Option<&mut Option<String>> {
        Some(match id {
            "source" => &mut self.source,
            "adopted_by" => &mut self.adopted_by,
            "adopted_on" => &mut self.adopted_on,
            "removed_at" => &mut self.removed_at,
            _ => return None,
        })
    }
}

/// A record of any kind, seen through its declaration.
pub trait Record {
    /// Its kind.
    fn kind(&self) -> Kind;
    /// The common columns.
    fn row(&self) -> &Row;
    /// The common columns, to change.
    fn row_mut(&mut self) -> &mut Row;
    /// A declared field as stored text; `None` when unanswered or unknown.
    fn field(&self, id: &str) -> Option<String>;
    /// The value of a declared field where it lies; `None` when unanswered or unknown.
    fn held(&self, id: &str) -> Option<Held<'_>>;
    /// Every answered field with its value, in the declared order.
    fn each(&self, see: &mut dyn FnMut(&'static Field, Held<'_>));
    /// Puts the stored text of a declared field; unknown ids are ignored.
    fn set_field(&mut self, id: &str, value: Option<String>);

    /// The record's id.
    fn id(&self) -> Id {
        self.row().id
    }

    /// The text of a declared field where it lies; `None` for flags and links too.
    fn text(&self, id: &str) -> Option<&str> {
        match self.held(id)? {
            Held::Text(text) => Some(text),
            Held::Yes | Held::Record(_) => None,
        }
    }

    /// The record a link field names.
    fn link(&self, id: &str) -> Option<Id> {
        match self.held(id)? {
            Held::Record(id) => Some(id),
            Held::Text(_) | Held::Yes => None,
        }
    }

    /// Whether a declared field is answered.
    fn has(&self, id: &str) -> bool {
        self.held(id).is_some()
    }

    /// Any column, common or declared.
    fn column(&self, id: &str) -> Option<String> {
        let row = self.row();
        match id {
            "position" => Some(row.position.clone()),
            "source" => row.source.clone(),
            "adopted_by" => row.adopted_by.clone(),
            "adopted_on" => row.adopted_on.clone(),
            "removed_at" => row.removed_at.clone(),
            _ => self.field(id),
        }
    }

    /// Puts any column, common or declared.
    fn set_column(&mut self, id: &str, value: Option<String>) {
        if id == "position" {
            self.row_mut().position = value.unwrap_or_default();
        } else if let Some(column) = self.row_mut().column(id) {
            *column = value;
        } else {
            self.set_field(id, value);
        }
    }

    /// The declared fields.
    fn fields(&self) -> &'static [Field] {
        self.kind().fields()
    }

    /// What people call this record where no link need be followed: its title as declared, or else the first answered
    /// field, as far as it is text anybody may read. With links in words: [`crate::title_of`].
    fn title(&self) -> String {
        use crate::FieldKind as F;
        let readable = |f: &&Field| {
            let numbers = self.kind() == Kind::ContactPoint && matches!(f.id, "value" | "note");
            !f.private
                && !numbers
                && !matches!(f.kind, F::Link(_) | F::Choice(_) | F::Cells | F::Flag | F::Phone | F::Image | F::File)
        };
        let declared = self.kind().facts().title.and_then(|id| self.kind().field(id));
        let title = declared.into_iter().filter(|f| f.id == "name" || readable(f));
        title.chain(self.fields().iter().filter(readable)).find_map(|f| self.text(f.id)).unwrap_or_default().to_owned()
    }
}
