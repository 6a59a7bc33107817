//! The model plan's sections and their blocks.

use super::NewsView;
use plan::Cells;
use std::collections::BTreeMap;
use serde::Serialize;
use ts_rs::TS;

types! {
    /// The model plan's sections.
    reply Sections {
        /// Nouns it was read from: it changes only with them.
        reads: Vec<String>,
        /// Sections in order.
        sections: Vec<SectionInfo>,
    }
    /// A section of the model plan.
    reply SectionInfo {
        /// Number.
        number: String,
        /// Title, in 〔 〕 where it was not seen.
        title: String,
        /// Depth, 1 to 3.
        level: u32,
        /// Whether it has the plan's own text.
        edited: bool,
    }
    /// A section with its text.
    reply SectionText {
        /// Number of the last change it shows.
        seq: i64,
        /// Nouns it was read from: it changes only with them.
        reads: Vec<String>,
        /// Number.
        number: String,
        /// Title.
        title: String,
        /// Document and page.
        source: String,
        /// What belongs here.
        about: String,
        /// Whether it has the plan's own text.
        edited: bool,
        /// Its blocks.
        blocks: Vec<BlockView>,
        /// Names of the tables printed after the text.
        prints: Vec<String>,
        /// Words of the placeholders in it, by `kind/record/field`.
        shown: BTreeMap<String, String>,
        /// What the pack says differently since the plan's own text was last compared with it; empty = nothing.
        newer: Vec<NewerBlock>,
    }
    /// A block of the pack's starting text, before and now.
    reply NewerBlock {
        /// What became of it.
        sort: NewsView,
        /// What it said; empty where it is new.
        before: String,
        /// What it says; empty where it is gone.
        now: String,
    }
    /// A block.
    reply BlockView {
        /// Id.
        id: String,
        /// paragraph, heading, item or table.
        form: String,
        /// Text.
        #[ts(as = "Vec<Vec<Vec<NodeView>>>")]
        cells: Cells,
    }
    /// A section.
    request SectionRequest {
        /// Number.
        number: String,
    }
    /// New text of a section.
    request EditSectionRequest {
        /// Number.
        number: String,
        /// Its blocks.
        blocks: Vec<BlockEdit>,
        /// The step.
        step: String,
    }
    /// A block as the editor hands it in.
    request BlockEdit {
        /// The block it was; null = new.
        id: Option<String>,
        /// paragraph, heading, item or table.
        form: String,
        /// Text.
        #[ts(as = "Vec<Vec<Vec<NodeView>>>")]
        cells: Cells,
    }
}

/// One inline node, as TypeScript sees it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename_all = "kebab-case")]
pub enum NodeView {
    /// Plain text.
    Text(String),
    /// Emphasised text.
    Bold(String),
    /// A placeholder.
    Field {
        /// Noun.
        kind: String,
        /// Record id.
        record: String,
        /// Field id.
        field: String,
    },
    /// A field of the department of a copy.
    Here(String),
    /// A ruled blank, in em.
    Blank(u8),
    /// Names of existing records.
    Names(Vec<String>),
    /// A page reference.
    Page(String),
}
