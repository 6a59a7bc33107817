//! What a field shows where a text or a table names it.

use crate::{Field, FieldKind, Kind, Plan, Record, day};
use template::Template;

/// What stands for a field on screen and paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// The value in words.
    Value(String),
    /// Unanswered: a ruled blank.
    Blank,
    /// Private: prints only in part S.
    Private,
    /// The record it names was removed; its last title.
    Removed(String),
}

/// A field of a record in words: choices by their label, links by title, flags as yes.
///
/// `private_too` is true only for part S.
pub fn show_field(plan: &Plan, template: &Template, record: &dyn Record, field: &str, private_too: bool) -> Shown {
    let Some(declared) = record.kind().field(field) else { return Shown::Blank };
    // Before asking for the value: an empty private field must not invite writing it on a ward sheet.
    if !private_too && is_private(record, declared) {
        return Shown::Private;
    }
    let Some(value) = record.field(field) else { return Shown::Blank };
    show_value(plan, template, record, declared, value)
}

/// The value of a field of a record in words, private or not.
pub fn show_value(plan: &Plan, template: &Template, record: &dyn Record, declared: &Field, value: String) -> Shown {
    let noun = record.kind().noun();
    match declared.kind {
        FieldKind::Choice(_) => Shown::Value(template.choice(noun, declared.id, &value).to_owned()),
        FieldKind::Flag => Shown::Value(template.word("yes").to_owned()),
        FieldKind::Date => Shown::Value(day::stored(&value).map_or(value, day::long)),
        FieldKind::Image | FieldKind::File => match crate::Attachment::parse(&value) {
            Some(of) => Shown::Value(of.words()),
            None => Shown::Value(value),
        },
        FieldKind::Link(to) => {
            // A link to any kind points only where the record says it does.
            let to = if to == "any" { record.field("of_kind").unwrap_or_default() } else { to.to_owned() };
            match crate::Id::parse(&value).map(|id| plan.link_title(&to, id)) {
                Some(Ok(title)) => Shown::Value(title),
                Some(Err(title)) => Shown::Removed(title),
                None => Shown::Blank,
            }
        }
        _ => Shown::Value(value),
    }
}

/// The fields that hold the number by day and the one by night of what can be called.
pub fn number_fields(kind: Kind) -> Option<(&'static str, Option<&'static str>)> {
    match kind {
        Kind::Department | Kind::Role => Some(("phone", Some("night_phone"))),
        Kind::Organisation => Some(("day_phone", Some("night_phone"))),
        Kind::Person => Some(("extension", None)),
        _ => None,
    }
}

/// The number by day and the one by night.
pub fn numbers_of(record: &dyn Record) -> (Option<String>, Option<String>) {
    let Some((day, night)) = number_fields(record.kind()) else { return (None, None) };
    (record.field(day), night.and_then(|night| record.field(night)))
}

/// What a first page may ask of a kind besides its fields: both its numbers at once, and who is
/// called for a role one after the other.
pub fn computed(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Role => &["numbers", "chain"],
        Kind::Department => &["numbers", "seconds"],
        Kind::Organisation => &["numbers"],
        _ => &[],
    }
}

/// Whether a field prints only in part S: declared so, or the number of a
/// person (numbers of people are private, numbers of posts and places are not, unless somebody's own rings there).
pub fn is_private(record: &dyn Record, field: &Field) -> bool {
    field.private || (matches!(field.id, "value" | "note") && is_own_number(record))
}

/// Whether a further number is a person's own.
pub fn is_own_number(record: &dyn Record) -> bool {
    let says = |field: &str, value: &str| record.field(field).as_deref() == Some(value);
    record.kind() == Kind::ContactPoint && (says("of_kind", Kind::Person.noun()) || says("whose", "own"))
}

/// What people call a record: its title as declared (`kinds`), or its first answered field in words. Never an id.
pub fn title_of(plan: &Plan, template: &Template, record: &dyn Record) -> String {
    title_shown(plan, template, record, true)
}

/// The same for paper outside part S: empty where even the name is private.
pub fn public_title(plan: &Plan, template: &Template, record: &dyn Record) -> String {
    title_shown(plan, template, record, false)
}

fn title_shown(plan: &Plan, template: &Template, record: &dyn Record, private_too: bool) -> String {
    let shown = |field: &Field| match show_field(plan, template, record, field.id, private_too) {
        Shown::Value(text) => Some(text),
        Shown::Removed(title) => Some(title),
        Shown::Blank | Shown::Private => None,
    };
    let fields = record.fields();
    let declared = record.kind().facts().title.and_then(|id| record.kind().field(id));
    if let Some(title) = declared {
        let hidden = !private_too && is_private(record, title);
        if hidden || record.field(title.id).is_some() {
            return shown(title).unwrap_or_default();
        }
    }
    if let Some(remark) = plan.rows.remarks.get(record.id()).filter(|_| record.kind() == Kind::Remark) {
        return crate::remark_place(plan, template, remark, private_too);
    }
    // What only says of which kind a link is names nothing, and nobody is called by whom he hangs on.
    let told = declared.map(|field| field.id);
    let own = |field: &Field| record.kind().leads_to(field.id) == Some(record.kind());
    let telling = |field: &&Field| {
        field.kind != FieldKind::Cells && field.id != "of_kind" && Some(field.id) != told && !own(field)
    };
    fields.iter().filter(telling).find_map(shown).unwrap_or_default()
}

/// What a part of a record says itself, without the name of what it belongs to: a step is called by its text. Of any other
/// record as [`title_of`].
pub fn own_title_of(plan: &Plan, template: &Template, record: &dyn Record) -> String {
    let Some(whole) = record.kind().facts().part_of else { return title_of(plan, template, record) };
    let shown = |field: &Field| match show_field(plan, template, record, field.id, true) {
        Shown::Value(text) | Shown::Removed(text) => Some(text),
        Shown::Blank | Shown::Private => None,
    };
    let telling = |field: &&Field| field.id != whole && field.id != "of_kind";
    record.fields().iter().filter(telling).find_map(shown).unwrap_or_default()
}

/// A placeholder of a template text: `None` as source means the facility.
pub fn show_source(
    plan: &Plan,
    template: &Template,
    kind: &str,
    source: Option<&str>,
    field: &str,
    private_too: bool,
) -> Shown {
    let record = match source {
        Some(source) => plan.from_entry(source),
        None => Kind::from_noun(kind).and_then(|kind| plan.live(kind).next()),
    };
    record.map_or(Shown::Blank, |record| show_field(plan, template, record, field, private_too))
}
