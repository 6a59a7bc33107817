//! What was damaged in the file: rows it and its history disagree about, pictures that are not what they were.

use super::{Found, Leads, Look, Run};
use crate::{checks, title_of};

checks! { CHECKS: Run;
    /// A row that differs from what the log says of it, and nobody has decided yet which is right.
    "differs-from-history" {
        severity: Stop, about: Record, reads: all, leads: Leads::Record,
        run: Run::Whole(differing),
    }
    /// A picture whose bytes are not what they were: in its place a sentence is printed.
    "picture-lost" {
        severity: Mend, about: Record, reads: all, leads: Leads::Record,
        run: Run::Whole(lost),
    }
}

fn lost(look: &Look<'_>, found: &mut Found<'_>) {
    for (record, field, _) in look.plan.pictures().filter(|(.., picture)| look.plan.lost.contains(&picture.hash)) {
        let label = look.plan.label(look.template, record.kind().noun(), field);
        found.field(record, field, vec![title_of(look.plan, look.template, record), label]);
    }
}

fn differing(look: &Look<'_>, found: &mut Found<'_>) {
    let (plan, template) = (look.plan, look.template);
    for doubt in &plan.doubts {
        let Some(record) = plan.rows.get(doubt.kind, doubt.id) else { continue };
        let said = doubt.disputed(plan, template, true).into_iter().map(|one| one.line(template));
        let name = template.labels.get(doubt.kind.noun()).map_or("", |labels| labels.name.as_str()).to_owned();
        let words = vec![name, title_of(plan, template, record), said.collect::<Vec<_>>().join("、")];
        found.at((doubt.kind, doubt.id), words);
    }
}
