//! The institution's plan: record kinds, edits, checks. Pure.
//!
//! Half-filled is normal: functions return a value plus [`Finding`]s. A plan
//! is changed only through [`changes`], which turns an [`Edit`] into column
//! changes; `store` writes and logs them and hands back what to reload.
//!
//! Deliberately not here: a clock, files, SQL, random numbers (ids for new
//! rows come in with the edit), page layout, Japanese sentences (findings
//! carry a code; `templates/messages.toml` has the words).

mod adopt;
mod answer;
mod attachment;
pub mod board;
pub mod calendar;
mod cells;
pub mod checklist;
mod checks;
pub mod day;
mod doubt;
pub mod drill;
mod edit;
pub mod exercise;
pub mod first_hour;
mod kinds;
mod normalise;
pub mod numbers;
pub mod operation;
pub mod order;
pub mod overview;
mod pack_changes;
mod placeholder;
mod plan;
pub mod procedure;
mod progress;
pub mod reach;
mod record;
mod records;
pub mod recovery;
mod remark;
pub mod rules;
mod search;
mod section;
pub mod signal;
pub mod span;
pub mod starter;
pub mod stock;
mod text;
pub mod tree;
mod users;
mod value;
mod vocabulary;
mod wording;

pub use adopt::{adopted_alone, by_hand, drafts};
pub use answer::{AnswerKey, CHECK_TABLE, FIRST_PAGES};
pub use attachment::{Attachment, MOST_ATTACHED, Picture, file_name, is_media_type, media_type};
pub use cells::{Cells, Node, cells_from_template, parse_cells, write_cells};
pub use checks::{
    About, CHECKS, Check, Declared, Finding, Findings, Found, Identity, Lead, Leads, Look, Reads, Run, Severity,
    Touched, is_asked, set_aside,
};
pub use doubt::{Columns, Disputed, Doubt};
pub use edit::{Change, Edit, EditProblem, MAX_CHARACTERS, NewBlock, changes, stored};
pub use kinds::*;
pub use normalise::{has_mobile, is_mobile, is_number_to_fill, normalise, phone_numbers, readable};
pub use operation::Operation;
pub use pack_changes::{Of, PackChange, What, pack_changes};
pub use placeholder::{
    Shown, computed, is_own_number, is_private, number_fields, numbers_of, own_title_of, public_title, show_field,
    show_source, show_value, title_of,
};
pub use plan::Plan;
pub use progress::{Cancelled, Doing, Progress, Unwatched, Watch};
pub use record::{ROW_COLUMNS, Record, Row};
pub use records::Records;
pub use remark::remark_place;
pub use search::{Everyday, Hit, Rank, Search, TextHit, TextOf, find_texts};
pub use section::{SectionBlock, base as section_base, blocks_of_gone_sections, section_blocks, starting_blocks};
pub use text::{clean, find_key, search_key, sort_key, usual_form};
pub use users::users;
pub use value::{Cell, Field, FieldKind, Held, Id};
pub use vocabulary::{BLOCKS, SIZES, WORDS, vocabulary};
