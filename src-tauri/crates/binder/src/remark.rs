//! Where a remark belongs, in words.

use plan::{Id, Kind, Plan, Remark, first_hour, title_of};
use template::{Mark, Template};

/// 「システム 電子カルテ（使えないときの代わり）」, 「確認表 2-1」, 「最初の1時間 問5」.
pub fn remark_place(plan: &Plan, template: &Template, remark: &Remark) -> String {
    let (noun, of) = (remark.of_kind.as_deref().unwrap_or_default(), remark.of.as_deref().unwrap_or_default());
    if noun == first_hour::REMARK_KIND {
        let questions = first_hour::questions(plan, template);
        let found = questions.iter().position(|question| question.id == of);
        return found.map_or_else(|| of.to_owned(), |nth| format!("問{} {}", nth + 1, questions[nth].asked));
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
    let title = plan.rows.get(kind, id).map(|record| title_of(plan, template, record)).unwrap_or_default();
    match remark.field.as_deref() {
        Some(field) => format!("{name} {title}（{}）", template.label(noun, field)),
        None => format!("{name} {title}").trim_end().to_owned(),
    }
}
