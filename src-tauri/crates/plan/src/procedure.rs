//! What is done to a procedure as a whole: steps pasted from a text, a copy for another department, comparing with a
//! newer catalogue. Each is one step to undo.
//!
//! Deliberately not here: single edits of steps (they are records like others).

use crate::{Change, Edit, EditProblem, Id, Kind, Plan, Record, changes, order};
use template::{Entry, Template};

/// Fields of a step the catalogue has words for.
const COMPARED: [&str; 3] = ["text", "caution", "band"];

/// Makes ids for new rows; the outside knows how.
pub type Fresh<'a> = dyn FnMut() -> Id + 'a;

/// Lines of a text as steps behind those there are. Bullets go, and numbers that count the lines; empty lines too.
///
/// # Errors
/// [`EditProblem`]; nothing is pasted then. [`EditProblem::NoRecord`] for a procedure or card that is not there.
pub fn pasted(
    plan: &Plan,
    template: &Template,
    (kind, whole): (Kind, Id),
    text: &str,
    fresh: &mut Fresh<'_>,
) -> Result<Vec<Change>, EditProblem> {
    let field = kind.facts().part_of.ok_or_else(|| EditProblem::NoField(kind.noun().to_owned()))?;
    kind.whole().and_then(|of| plan.find(of, whole)).ok_or(EditProblem::NoRecord)?;
    // Word puts a line break of its own (U+000B) inside a list item, old programs a lone CR.
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{b}', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    let mut count = 0;
    let lines: Vec<&str> = text
        .lines()
        .map(|line| unmarked(line.trim_matches(|c: char| c.is_whitespace() || c == '\u{200b}'), &mut count))
        .filter(|line| !line.is_empty())
        .collect();
    let last = plan.last_place(kind);
    let places = order::after(last.as_deref(), lines.len());
    let mut out = Vec::new();
    for (line, place) in lines.into_iter().zip(places) {
        let values = vec![(field.to_owned(), whole.to_string()), ("text".to_owned(), line.to_owned())];
        out.extend(added(plan, template, Edit::Add { kind, fresh: fresh(), source: None, values }, &place)?);
    }
    Ok(out)
}

/// A line without the bullet or number a list puts before it. A number goes only where it counts the lines (1, 2, 3 …)
/// and no digit follows: 「０．５mg」 and 「１、２人で」 are what is done, and a lost figure is a wrong dose.
fn unmarked<'a>(line: &'a str, count: &mut u32) -> &'a str {
    let bullet = |c: char| matches!(c, '・' | '●' | '○' | '■' | '□' | '◆' | '•' | '→' | '▶' | '\u{f0b7}');
    if let Some(rest) = line.strip_prefix(bullet) {
        return rest.trim_start();
    }
    // A hyphen may be a minus, a star a product: only with room behind it is it a bullet.
    if let Some(rest) = line.strip_prefix(['-', '－', '‐', '*']).filter(|rest| rest.starts_with(char::is_whitespace))
    {
        return rest.trim_start();
    }
    let value = |c: char| match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '０'..='９' => Some(c as u32 - '０' as u32),
        _ => None,
    };
    let (number, rest) = match line.chars().next() {
        Some(c @ '①'..='⑳') => (Some(c as u32 - '①' as u32 + 1), &line[c.len_utf8()..]),
        _ => {
            let open = line.strip_prefix(['(', '（']).unwrap_or(line);
            let after = open.trim_start_matches(|c| value(c).is_some());
            let digits = &open[..open.len() - after.len()];
            let number = digits.chars().filter_map(value).take(4).fold(0, |sum, digit| sum * 10 + digit);
            match after.strip_prefix(['.', '．', ')', '）', '、']) {
                Some(rest) if !digits.is_empty() => (Some(number), rest),
                _ => (None, line),
            }
        }
    };
    let rest = rest.trim_start();
    if number == Some(*count + 1) && !rest.starts_with(|c| value(c).is_some() || ('①'..='⑳').contains(&c)) {
        *count += 1;
        return rest;
    }
    line
}

/// A procedure with its steps and forms, for another department.
///
/// # Errors
/// [`EditProblem::NoRecord`] for a procedure or department that is not there.
pub fn copied(
    plan: &Plan,
    template: &Template,
    (from, department): (Id, Id),
    fresh: &mut Fresh<'_>,
) -> Result<Vec<Change>, EditProblem> {
    let original = plan.find(Kind::Procedure, from).ok_or(EditProblem::NoRecord)?;
    let to = plan.department(Some(department)).ok_or(EditProblem::NoRecord)?;
    let copy = fresh();
    let mut values = values_of(original, &[("department", department.to_string())]);
    if let Some((_, name)) = values.iter_mut().find(|(field, _)| field == "name") {
        // 「病棟の与薬（3階東）」 loses the old ward; 「与薬（注射・内服）」 keeps what it says.
        let old = original.field("department").and_then(|id| Id::parse(&id)).and_then(|id| plan.department(Some(id)));
        let inside = name.strip_suffix('）').and_then(|rest| rest.rsplit_once('（'));
        let plain = match (inside, old) {
            (Some((plain, inside)), Some(old)) if !inside.is_empty() && old.title().contains(inside) => {
                plain.to_owned()
            }
            _ => name.clone(),
        };
        *name = format!("{}（{}）", plain.trim(), to.title());
    }
    let last = plan.rows.procedures.last().map(|one| one.row.position.clone());
    let place = order::after(last.as_deref(), 1).remove(0);
    let mut out =
        added(plan, template, Edit::Add { kind: Kind::Procedure, fresh: copy, source: None, values }, &place)?;
    for kind in [Kind::ProcedureStep, Kind::ProcedureForm] {
        let own: Vec<&dyn Record> = plan
            .live(kind)
            .filter(|part| part.field("procedure").as_deref() == Some(from.to_string().as_str()))
            .collect();
        let last = plan.last_place(kind);
        for (part, place) in own.iter().zip(order::after(last.as_deref(), own.len())) {
            let values = values_of(*part, &[("procedure", copy.to_string())]);
            out.extend(added(plan, template, Edit::Add { kind, fresh: fresh(), source: None, values }, &place)?);
        }
    }
    Ok(out)
}

/// The filled fields of a record, some with other values. What a profession confirmed, it confirmed for the original.
fn values_of(record: &dyn Record, other: &[(&str, String)]) -> Vec<(String, String)> {
    let mut values: Vec<(String, String)> = record
        .fields()
        .iter()
        .filter(|field| !field.id.starts_with("confirmed_") && !other.iter().any(|(id, _)| *id == field.id))
        .filter_map(|field| Some((field.id.to_owned(), record.field(field.id)?)))
        .collect();
    values.extend(other.iter().map(|(id, value)| ((*id).to_owned(), value.clone())));
    values
}

fn added(plan: &Plan, template: &Template, edit: Edit, place: &str) -> Result<Vec<Change>, EditProblem> {
    Ok(crate::starter::placed(changes(plan, template, &edit, "")?, place).collect())
}

/// A step of the catalogue that is not the same in the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepNews {
    /// The catalogue entry.
    pub entry: String,
    /// The plan's step, where it has one.
    pub step: Option<Id>,
    /// What the catalogue says.
    pub there: String,
    /// What the plan says.
    pub here: String,
}

/// What the catalogue of the plan's pack says otherwise about a procedure that came from it. A step somebody removed
/// was removed on purpose and is not offered again.
pub fn compared(plan: &Plan, template: &Template, procedure: Id) -> Vec<StepNews> {
    let mut out = Vec::new();
    for entry in entries(plan, template, procedure) {
        let there = entry.values.get("text").cloned().unwrap_or_default();
        let caution = entry.values.get("caution").map(|caution| format!("\n{caution}")).unwrap_or_default();
        let said = format!("{there}{caution}");
        match step_of(plan, &entry.id) {
            None => out.push(StepNews { entry: entry.id.clone(), step: None, there: said, here: String::new() }),
            Some(step) if step.row().is_removed() => {}
            Some(step) if COMPARED.iter().all(|field| same(step, entry, field)) => {}
            Some(step) => {
                let caution = step.field("caution").map(|caution| format!("\n{caution}")).unwrap_or_default();
                let here = format!("{}{caution}", step.field("text").unwrap_or_default());
                out.push(StepNews { entry: entry.id.clone(), step: Some(step.id()), there: said, here });
            }
        }
    }
    out
}

/// Whether a step says what the catalogue says. A step from before there were spans of time has none, and that alone is
/// no other wording.
fn same(step: &dyn Record, entry: &Entry, field: &str) -> bool {
    let own = step.field(field);
    (field == "band" && own.is_none()) || own.as_ref() == entry.values.get(field)
}

/// Takes steps over from the catalogue: new ones behind the one that comes before them there, others in its words.
/// Nobody adopted these words yet, so they are 案 again.
///
/// # Errors
/// [`EditProblem`]; nothing is taken then.
pub fn taken(plan: &Plan, template: &Template, procedure: Id, wanted: &[String]) -> Result<Vec<Change>, EditProblem> {
    let mut growing = plan.clone();
    let mut out = Vec::new();
    let mut before: Option<Id> = None;
    for entry in entries(plan, template, procedure) {
        let own = step_of(&growing, &entry.id).map(|step| (step.id(), step.row().is_removed()));
        let take = wanted.contains(&entry.id);
        match own {
            Some((id, false)) => {
                if take {
                    let words = COMPARED.iter().map(|field| ((*field).to_owned(), entry.values.get(*field).cloned()));
                    let draft = ["adopted_by", "adopted_on"].map(|column| (column.to_owned(), None));
                    let columns = words.chain(draft).collect();
                    let change = Change { kind: Kind::ProcedureStep, id, new: false, columns };
                    growing.apply(&change);
                    out.push(change);
                }
                before = Some(id);
            }
            None if take => {
                let id = Id::derived(plan.id, Kind::ProcedureStep.noun(), &entry.id);
                let values = vec![("procedure".to_owned(), procedure.to_string())];
                let add = Edit::Add { kind: Kind::ProcedureStep, fresh: id, source: Some(entry.id.clone()), values };
                let place = place_after(&growing, procedure, before);
                for change in added(&growing, template, add, &place)? {
                    before = Some(change.id);
                    growing.apply(&change);
                    out.push(change);
                }
            }
            _ => {}
        }
    }
    Ok(out)
}

/// The place behind a step of a procedure; without one, before all of them.
fn place_after(plan: &Plan, procedure: Id, before: Option<Id>) -> String {
    let own: Vec<&str> = plan
        .rows
        .procedure_steps
        .iter()
        .filter(|step| step.procedure == Some(procedure) || Some(step.row.id) == before)
        .map(|step| step.row.position.as_str())
        .collect();
    let at = before.and_then(|id| plan.rows.get(Kind::ProcedureStep, id)).map(|step| step.row().position.clone());
    let next = own.iter().find(|place| at.as_deref().is_none_or(|at| **place > at)).map(|place| (*place).to_owned());
    order::between(at.as_deref(), next.as_deref())
}

fn step_of<'a>(plan: &'a Plan, entry: &str) -> Option<&'a dyn Record> {
    plan.rows.all(Kind::ProcedureStep).find(|step| step.row().source.as_deref() == Some(entry))
}

/// The steps of the catalogue for a procedure, in its order.
fn entries<'t>(plan: &Plan, template: &'t Template, procedure: Id) -> Vec<&'t Entry> {
    let Some(source) = plan.rows.procedures.find(procedure).and_then(|one| one.row.source.as_ref()) else {
        return Vec::new();
    };
    let all = template.catalogue.get(Kind::ProcedureStep.noun()).into_iter().flatten();
    let here =
        |step: &&Entry| step.institutions.is_empty() || step.institutions.iter().any(|one| one == plan.institution());
    all.filter(|step| step.values.get("procedure") == Some(source)).filter(here).collect()
}
