//! Papers that a procedure or a card names, and nobody has: who looks for them at night looks in vain [PAPER-FORMS].

use super::{Found, Leads, Look, Run};
use crate::wording::{bare, words};
use crate::{Record, checks};
use std::collections::BTreeSet;

checks! { CHECKS: Run;
    /// A procedure or a card names a form that is not in the kit.
    "form-not-in-kit" {
        severity: Mend, about: Record,
        reads: [Procedure(name forms), ProcedureStep(procedure text caution), Card(name), CardStep(card text caution),
                Form(name)],
        leads: Leads::Record,
        run: Run::Whole(unknown),
    }
}

fn unknown(look: &Look<'_>, found: &mut Found<'_>) {
    let kit = Kit::of(look);
    if kit.quoted.is_empty() {
        return;
    }
    for one in look.plan.rows.procedures.live() {
        let lines = one.forms.as_deref().unwrap_or_default().lines();
        if let Some(name) = lines.map(str::trim).find(|line| kit.lacks(line, &kit.quoted)) {
            found.field(one, "forms", vec![one.title(), name.to_owned()]);
        }
    }
    for step in look.plan.rows.procedure_steps.live().filter(|step| look.plan.awake(*step)) {
        let of = look.plan.rows.procedures.find(step.procedure);
        text(&kit, step, of.map(|one| one as &dyn Record), found);
    }
    for step in look.plan.rows.card_steps.live().filter(|step| look.plan.awake(*step)) {
        let of = look.plan.rows.cards.find(step.card);
        text(&kit, step, of.map(|one| one as &dyn Record), found);
    }
}

/// One finding for a step, at the text or at its caution.
fn text(kit: &Kit, step: &dyn Record, of: Option<&dyn Record>, found: &mut Found<'_>) {
    for field in ["text", "caution"] {
        if let Some(name) = step.field(field).and_then(|said| kit.unknown(&said)) {
            found.field(step, field, vec![of.map(|one| one.title()).unwrap_or_default(), name]);
            return;
        }
    }
}

/// The names of the forms, and how names of papers end.
struct Kit {
    names: BTreeSet<String>,
    /// Endings of a name in 「」 or on a line of its own.
    quoted: Vec<String>,
    /// Endings that mean a form in running text too.
    plain: Vec<String>,
    /// What ends so and is none.
    never: Vec<String>,
}

impl Kit {
    fn of(look: &Look<'_>) -> Self {
        let list = |word: &str| look.template.word(word).split_whitespace().map(str::to_owned).collect();
        let forms = look.plan.rows.forms.live();
        Self {
            names: forms.filter_map(|form| form.name.as_deref().map(bare)).collect(),
            quoted: list("form-ends"),
            plain: list("form-ends-plain"),
            never: list("form-never"),
        }
    }

    /// Whether something is called like a form, and there is none of that name; a part of a name is enough.
    fn lacks(&self, said: &str, ends: &[String]) -> bool {
        let name = bare(said);
        let called = ends.iter().any(|end| name.ends_with(end.as_str()) && name.chars().count() > end.chars().count());
        called
            && !self.never.iter().any(|never| name.ends_with(never.as_str()))
            && !self.names.iter().any(|known| known.contains(&name) || name.contains(known.as_str()))
    }

    /// The first form a text names that is not there.
    fn unknown(&self, text: &str) -> Option<String> {
        let mut rest = String::new();
        for (nth, part) in text.split(['「', '」']).enumerate() {
            if nth % 2 == 1 && self.lacks(part, &self.quoted) {
                return Some(part.to_owned());
            }
            if nth % 2 == 0 {
                rest.push_str(part);
                rest.push('。');
            }
        }
        words(&rest).into_iter().find(|word| self.lacks(word, &self.plain)).map(str::to_owned)
    }
}
