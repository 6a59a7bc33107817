//! Who needs what: rows that are pairs of systems, and the cell of a list of systems that names several.

use super::growing::Growing;
use super::names::Found;
use super::{FieldChange, Line, Note, Row, Verdict};
use plan::{Cancelled, Edit, Id, Kind};

pub(super) fn rows(growing: &mut Growing<'_>, lines: &[Line<'_>]) -> Result<Vec<Row>, Cancelled> {
    let each = |line: &Line<'_>| {
        growing.next_row()?;
        Ok(row(growing, line))
    };
    lines.iter().map(each).collect()
}

fn row(growing: &mut Growing<'_>, line: &Line<'_>) -> Row {
    let (name, text) = (line.text("system"), line.text("needs"));
    let title = name.to_owned();
    if name.is_empty() || text.is_empty() {
        return line.row(title, Verdict::Skipped, vec![Note::new("blank", [])]);
    }
    if growing.known.is("totals", name) {
        return line.row(title, Verdict::Skipped, vec![Note::new("total", [])]);
    }
    for (cell, label) in [("system", name), ("needs", text)] {
        if line.cells.get(cell).is_some_and(|cell| cell.odd.is_some()) {
            let words = [label.to_owned(), label.chars().take(12).collect()];
            return line.row(title, Verdict::Problem, vec![Note::new("formula", words)]);
        }
    }
    let Found::One(system, _) = growing.by_name(Kind::System, name) else {
        return line.row(title, Verdict::Problem, vec![Note::new("system-unknown", [name.to_owned()])]);
    };
    let before = growing.needs_of(system);
    let mut notes = Vec::new();
    let mut known = 0;
    for one in growing.named_systems(text) {
        match one {
            Ok(needed) if needed == system => notes.push(Note::new("needs-itself", [name.to_owned()])),
            Ok(needed) if growing.leads_to(needed, system) && !growing.linked(system, needed) => {
                let needed = growing.shown(Kind::System, needed, "name");
                notes.push(Note::new("needs-circle", [name.to_owned(), needed]));
            }
            Ok(needed) => {
                known += 1;
                let _ = growing.link(system, needed);
            }
            Err(unknown) => notes.push(Note::new("needs-unknown", [unknown])),
        }
    }
    let after = growing.needs_of(system);
    let verdict = match () {
        () if before != after => Verdict::New,
        () if known == 0 => Verdict::Problem,
        () => Verdict::Same,
    };
    let changes = if before == after {
        Vec::new()
    } else {
        let label = growing.plan.label(growing.template, "system_links", "needs");
        vec![FieldChange { label, before: before.join("、"), after: after.join("、") }]
    };
    let left = notes.iter().map(|note| note.code).find(|code| *code != "needs-itself");
    let lost = left.map(|why| (why, line.cells_of("needs"))).into_iter().filter(|_| known > 0).collect();
    Row { changes, lost, ..line.row(title, verdict, notes) }
}

/// Links a system to what a cell names. In a row of our own export, what is not named any more is unlinked.
pub(super) fn needs(growing: &mut Growing<'_>, id: Id, line: &Line<'_>, own: bool, row: &mut Row) {
    let before = growing.needs_of(id);
    let mut named: Vec<Id> = Vec::new();
    let mut left = None;
    for one in growing.named_systems(line.text("needs")) {
        match one {
            Ok(needed) if needed == id => {
                row.notes.push(Note::new("needs-itself", [growing.shown(Kind::System, id, "name")]));
                left = Some("needs-itself");
            }
            Ok(needed) if growing.leads_to(needed, id) && !growing.linked(id, needed) => {
                let words = [&id, &needed].map(|one| growing.shown(Kind::System, *one, "name"));
                row.notes.push(Note::new("needs-circle", words));
                left = Some("needs-circle");
            }
            Ok(needed) => named.push(needed),
            Err(unknown) => {
                row.notes.push(Note::new("needs-unknown", [unknown]));
                left = Some("needs-unknown");
            }
        }
    }
    // A cell of which something is left is not one that was taken.
    row.lost.extend(left.map(|why| (why, line.cells_of("needs"))));
    for needed in &named {
        let _ = growing.link(id, *needed);
    }
    if own {
        let gone = growing.links_beside(id, &named);
        // A name nobody knows may be a slip of the pen: then nothing is unlinked.
        if !row.notes.iter().any(|note| note.code == "needs-unknown") {
            for link in gone {
                let _ = growing.edit(&Edit::Remove { kind: Kind::SystemLink, id: link });
            }
        }
    }
    let after = growing.needs_of(id);
    if before != after {
        let label = growing.plan.label(growing.template, "system_links", "needs");
        row.changes.push(FieldChange { label, before: before.join("、"), after: after.join("、") });
        if row.verdict == Verdict::Same {
            row.verdict = Verdict::Update;
        }
    }
}

impl Growing<'_> {
    /// The systems a cell names. A whole name counts before its parts: names hold commas and dots themselves.
    pub(super) fn named_systems(&mut self, text: &str) -> Vec<Result<Id, String>> {
        let mut out = Vec::new();
        for part in text.split('\n').map(str::trim).filter(|part| !part.is_empty()) {
            self.divided(part, &["、,，;；", "／/", "・"], &mut out);
        }
        out
    }

    fn divided(&mut self, text: &str, marks: &[&str], out: &mut Vec<Result<Id, String>>) {
        if self.known.is("nothing", text) {
            return;
        }
        if let Found::One(id, _) = self.by_name(Kind::System, text) {
            out.push(Ok(id));
            return;
        }
        let Some((first, rest)) = marks.split_first() else {
            out.push(Err(text.to_owned()));
            return;
        };
        let parts: Vec<&str> =
            text.split(|c| first.contains(c)).map(str::trim).filter(|part| !part.is_empty()).collect();
        if parts.len() == 1 {
            return self.divided(text, rest, out);
        }
        for part in parts {
            self.divided(part, rest, out);
        }
    }
}
