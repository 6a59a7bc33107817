//! Records of all kinds.

use std::collections::BTreeMap;

types! {
    /// The records of a kind.
    reply Rows {
        /// Number of the last change they show.
        seq: i64,
        /// Nouns it was read from: it changes only with them.
        reads: Vec<String>,
        /// Records in order, removed ones left out.
        rows: Vec<RowView>,
    }
    /// A record.
    reply RowView {
        /// Id.
        id: String,
        /// What people call it.
        title: String,
        /// The same for a window that only looks: empty where even the name is private.
        #[serde(skip)]
        #[ts(skip)]
        public_title: String,
        /// Stored text of the answered fields.
        fields: BTreeMap<&'static str, String>,
        /// Words of the answered fields: choices and links by name.
        shown: BTreeMap<&'static str, String>,
        /// Fields whose values only headquarters may see; a window that only looks has not got them.
        private: Vec<&'static str>,
        /// Whether it is still 案.
        draft: bool,
        /// Whether it is adopted only by itself: clinical text, who decides, numbers.
        alone: bool,
        /// Catalogue entry it came from.
        source: Option<String>,
    }
    /// Who uses a record.
    reply Users {
        /// By kind, in the order of the tables.
        kinds: Vec<UsersOfKind>,
    }
    /// Those of one kind.
    reply UsersOfKind {
        /// What the kind is called.
        name: String,
        /// How many there are.
        count: u32,
        /// What the first of them are called.
        titles: Vec<String>,
        /// The same for a window that only looks.
        #[serde(skip)]
        #[ts(skip)]
        public_titles: Vec<String>,
    }
    /// A part of a long list.
    request SomeRowsRequest {
        /// Noun.
        kind: String,
        /// Words that must all occur in a record; empty = every record.
        search: String,
        /// How many to pass over.
        from: u32,
        /// How many at most.
        most: u32,
        /// A record to begin with, so that it is seen; empty = none.
        with: String,
    }
    /// A part of a long list.
    reply SomeRows {
        /// Number of the last change it shows.
        seq: i64,
        /// Nouns it was read from: it changes only with them.
        reads: Vec<String>,
        /// How many records there are.
        total: u32,
        /// How many match the search.
        found: u32,
        /// Those asked for.
        rows: Vec<super::RowView>,
    }
    /// What may be ticked.
    reply Offers {
        /// Nouns it was read from: it changes only with them.
        reads: Vec<String>,
        /// Entries of the catalogue, in its order.
        offers: Vec<Offer>,
    }
    /// A catalogue entry.
    reply Offer {
        /// Entry id.
        entry: String,
        /// Its name.
        name: String,
        /// A line about it.
        about: String,
        /// The record it became, if ticked.
        record: Option<String>,
    }
    /// Ticks or unticks a catalogue entry.
    request TickRequest {
        /// Entry id.
        entry: String,
        /// Whether it is there.
        ticked: bool,
    }
    /// Adds a record.
    request AddRequest {
        /// Noun.
        kind: String,
        /// First values.
        values: BTreeMap<String, String>,
    }
    /// Puts a field.
    request SetFieldRequest {
        /// Noun.
        kind: String,
        /// Record.
        id: String,
        /// Field.
        field: String,
        /// Text; empty = unanswered.
        value: String,
        /// Whether the field was left.
        leaving: bool,
        /// The step: from focus to leaving.
        step: String,
    }
    /// Moves a record.
    request MoveRequest {
        /// Noun.
        kind: String,
        /// Record.
        id: String,
        /// The one it shall stand behind; null = to the front.
        after: Option<String>,
    }
    /// Adopts drafts.
    request AdoptRequest {
        /// Nouns on the page.
        kinds: Vec<String>,
        /// Only these rows; none = all of them.
        ids: Vec<String>,
        /// Who adopts.
        by: String,
    }
    /// The attached file of a field.
    request AttachRequest {
        /// Noun.
        kind: String,
        /// The record.
        id: String,
        /// The field.
        field: String,
        /// The file it comes from, or is written to.
        path: String,
    }
    /// A column of the ledger is called otherwise.
    request ColumnNameRequest {
        /// Noun.
        kind: String,
        /// The field.
        field: String,
        /// The institution's word; empty = as usual.
        label: String,
    }
}
