//! All telephone numbers as one list.

use super::{count, kind, reads};
use crate::types::*;
use crate::{Fault, Host};
use binder::Snapshot;
use binder::plan::numbers::{Line, Number, Sort, kinds, lines};
use binder::plan::{Kind, Plan, Record, Shown, find_key, show_field, title_of};
use binder::template::Template;

/// The list, searched.
pub(crate) fn numbers(host: &Host, request: NumbersRequest) -> Result<Numbers, Fault> {
    let Snapshot { plan, template, seq } = host.binder()?.snapshot();
    let only = if request.kind.is_empty() { None } else { Some(kind(&request.kind)?) };
    let wanted: Vec<String> = request.words.split_whitespace().map(find_key).collect();
    let all = lines(&plan);
    let meant = |line: &&Line<'_>| {
        only.is_none_or(|kind| line.record.kind() == kind)
            && (wanted.is_empty() || answers(&plan, &template, line, &wanted))
    };
    let found: Vec<&Line<'_>> = all.iter().filter(meant).collect();
    let most = request.most.clamp(1, 500) as usize;
    let read: Vec<Kind> = kinds().chain([Kind::ContactPoint]).collect();
    Ok(Numbers {
        seq,
        reads: reads(&read),
        total: count(all.len()),
        found: count(found.len()),
        lines: found.into_iter().take(most).map(|line| view(&plan, &template, line)).collect(),
    })
}

fn answers(plan: &Plan, template: &Template, line: &Line<'_>, wanted: &[String]) -> bool {
    let mut said = title_of(plan, template, line.record);
    said.push_str(&about(plan, template, line.record));
    said.push_str(&line.record.field("kana").unwrap_or_default());
    for number in &line.numbers {
        said.push('\n');
        said.push_str(&number.text);
        said.push_str(&number.text.replace('-', ""));
        said.push_str(&number.note);
    }
    let said = find_key(&said);
    wanted.iter().all(|word| said.contains(word.as_str()))
}

fn view(plan: &Plan, template: &Template, line: &Line<'_>) -> NumberLine {
    let noun = line.record.kind().noun();
    let cell = |number: &Number| NumberCell {
        sort: number.sort.name().to_owned(),
        at: Ref { kind: number.at.0.noun().to_owned(), id: number.at.1.to_string() },
        field: number.field.to_owned(),
        text: number.text.clone(),
        note: number.note.clone(),
        means: match number.means.as_deref() {
            Some(means) if !matches!(means, "phone" | "mobile") => {
                template.choice("contact_points", "means", means).to_owned()
            }
            _ => String::new(),
        },
        private: number.sort == Sort::Own,
    };
    NumberLine {
        at: Ref { kind: noun.to_owned(), id: line.record.id().to_string() },
        title: title_of(plan, template, line.record),
        kind: template.labels.get(noun).map_or_else(|| noun.to_owned(), |labels| labels.name.clone()),
        about: about(plan, template, line.record),
        numbers: line.numbers.iter().map(cell).collect(),
    }
}

/// Where a place is, who holds a role, what a person does, what a company is for.
fn about(plan: &Plan, template: &Template, record: &dyn Record) -> String {
    let field = match record.kind() {
        Kind::Department => "place",
        Kind::Role => "holder",
        Kind::Person => "job",
        _ => "group",
    };
    match show_field(plan, template, record, field, true) {
        Shown::Value(text) => text,
        _ => String::new(),
    }
}
