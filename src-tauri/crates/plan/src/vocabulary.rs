//! What `plan` hands to the template lint: the names a pack may use.

use crate::{FieldKind, Kind, rules};
use std::collections::BTreeMap;
use template::{FieldShape, KindShape, Vocabulary};

/// Record blocks the binder can print.
pub const BLOCKS: &[&str] = &[
    "facility",
    "departments",
    "roles",
    "contact-sheet",
    "contact-tree",
    "systems",
    "system-use",
    "fallbacks",
    "procedures",
    "dependencies",
    "advisories",
    "external-bodies",
    "department-contacts",
    "vendor-contacts",
    "backups",
    "people",
    "organisations",
    "decisions",
    "decision-details",
    "restrictions",
    "restriction-details",
    "downtime",
    "check-table",
    "private-phones",
    "system-addresses",
    "remote-maintenance",
    "backup-places",
    "cutoff-points",
    "cutoff-sheet",
    "cutoff-tags",
    "devices",
    "device-remote",
    "diagrams",
    "diagram-pictures",
    "clinical-tasks",
    "system-targets",
    "dependency-map",
    "weak-points",
    "recovery-order",
    "editions",
];

/// Short words the paper needs.
pub const WORDS: &[&str] = &[
    "unissued",
    "draft",
    "to-confirm",
    "confirmed",
    "title-unverified",
    "edition",
    "print-date",
    "contents",
    "copy-hq",
    "copy-ward",
    "copy-number",
    "approval-date",
    "see-hq",
    "hq-place",
    "hq-key",
    "section-blank",
    "no-rows",
    "answer",
    "note",
    "proof",
    "item",
    "question",
    "title",
    "goes-to",
    "copy-this",
    "removed-record",
    "yes",
    "and",
    "our-words",
    "numbers-checked",
    "contact",
    "hq-only",
    "box-elsewhere",
    "handling",
    "page",
    "day",
    "night",
    "tree-empty",
    "agenda",
    "asked-of",
    "open-question",
    "deferred",
    "reply",
    "minimum-title",
    "criteria-at",
    "return-to",
    "return-by",
    "answered-by",
    "minimum-notice",
    "minimum-body",
    "gone-items",
    "gone-section",
    "wave",
    "comes-back",
    "waits-for",
    "tests-by",
    "declared-by",
    "time",
    "initials",
    "gate",
    "gate-note",
    "gate-passed",
    "line-after-gate",
    "no-gate",
    "no-gate-copy",
    "no-gate-watch",
    "moved-because",
    "order-empty",
    "circle",
    "needed-by",
    "stops-with",
    "tasks-hit",
    "supplier",
    "map-how",
    "map-empty",
    "map-also",
    "stands-on",
    "pull-in-order",
    "pull-1",
    "pull-2",
    "pull-3",
    "decided-by",
    "line-and-tag",
    "tag-line",
    "tag-wait",
    "tag-read-first",
    "tag-keep",
    "tag-keep-note",
    "tag-keep-note-no-beds",
    "tag-ask",
    "cut-here",
    "done-at",
    "more-terminals",
    "no-picture",
    "picture-at",
    "earliest-latest",
    "and-more",
    "wanted-within",
    "data-back-to",
    "recovery-title",
    "cutoff-title",
];

/// Sizes an example may be written for. Ours, not official.
pub const SIZES: &[&str] = &["clinic", "pharmacy", "hospital-under-100", "hospital-under-300", "hospital-300-up"];

/// The whole vocabulary.
pub fn vocabulary() -> Vocabulary {
    let strings = |list: &[&str]| list.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
    let institutions = match Kind::Facility.fields()[1].kind {
        FieldKind::Choice(choices) => strings(choices),
        _ => Vec::new(),
    };
    Vocabulary {
        kinds: Kind::ALL.iter().map(|kind| (kind.noun().to_owned(), shape(*kind))).collect(),
        rules: strings(rules::NAMES),
        blocks: strings(BLOCKS),
        // Each block has a heading of its own.
        words: WORDS.iter().chain(BLOCKS).map(|one| (*one).to_owned()).collect(),
        institutions,
        sizes: strings(SIZES),
    }
}

fn shape(kind: Kind) -> KindShape {
    let fields: BTreeMap<String, FieldShape> = kind
        .fields()
        .iter()
        .map(|field| {
            let shape = match field.kind {
                FieldKind::Choice(choices) => {
                    FieldShape { choices: choices.iter().map(|c| (*c).to_owned()).collect(), link: None }
                }
                FieldKind::Link(to) => FieldShape { choices: Vec::new(), link: Some(to.to_owned()) },
                _ => FieldShape::default(),
            };
            (field.id.to_owned(), shape)
        })
        .collect();
    KindShape { fields, computed: crate::computed(kind).iter().map(|one| (*one).to_owned()).collect() }
}
