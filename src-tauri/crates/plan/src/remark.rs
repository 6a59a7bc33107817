//! Where a remark belongs, in words.

use crate::{Id, Kind, Plan, Remark, first_hour, public_title, title_of};
use template::{Mark, Template};

/// 「システム 電子カルテ（使えないときの代わり）」, 「確認表 2-1」, 「最初の1時間 問5」.
///
/// `private_too` is false for paper: a cut-off point's name stands only in part S.
pub fn remark_place(plan: &Plan, template: &Template, remark: &Remark, private_too: bool) -> String {
    let (noun, of) = (remark.of_kind.as_deref().unwrap_or_default(), remark.of.as_deref().unwrap_or_default());
    if noun == first_hour::REMARK_KIND {
        let found = template.first_hour.iter().find(|question| question.id == of);
        return found.map_or_else(|| of.to_owned(), |question| question.asked.clone());
    }
    let record = Id::parse(of).and_then(|id| Some((Kind::from_noun(noun)?, id)));
    let Some((kind, id)) = record else {
        let shown = |title: &str, mark: Mark| if mark.verified() { title.to_owned() } else { format!("〔{title}〕") };
        let item = template
            .items
            .iter()
            .find(|item| item.number == of)
            .map(|item| format!("{} {of} {}", template.word("check-table"), shown(&item.title, item.mark)));
        let section = template.section(of).map(|section| format!("{of} {}", shown(&section.title, section.mark)));
        return item.or(section).unwrap_or_else(|| of.to_owned());
    };
    let name = template.labels.get(noun).map_or("", |labels| labels.name.as_str());
    let title = plan.rows.get(kind, id).map(|record| {
        if private_too { title_of(plan, template, record) } else { public_title(plan, template, record) }
    });
    let title = title.unwrap_or_default();
    match remark.field.as_deref() {
        Some(field) => format!("{name} {title}（{}）", template.label(noun, field)),
        None => format!("{name} {title}").trim_end().to_owned(),
    }
}
