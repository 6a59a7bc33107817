//! 様式: blank forms, one to a page; the list of them is in `form_list`. What every form has stands here once: number and edition,
//! the patient block [PRACTICE-IDENTITY], the rules of handwriting [PRACTICE-HANDWRITING], 転記欄, retention
//! [LAW-KEEP-YEARS], where it goes.

use super::words::{Book, Words};
use super::{examples, form_list};
use crate::outline::{About, Block, BoxCell, Look, Piece, Run, Style, Table, TableRow};
use plan::{Attachment, Form, Picture, starter, stock};
use template::{FormPart, FormWhat, Patient};

/// Columns without a word in the free table of a long version.
const FREE: usize = 2;

/// Part J: the list, then each form on a page of its own. A plan from before there were forms prints those such an
/// institution usually has, as 案: blank sheets must not vanish from a binder.
pub(super) fn part(words: &Words<'_>) -> Vec<Piece> {
    let usual = starter::with_usual_forms(words.plan, words.template);
    let words = &Words { plan: usual.as_ref().unwrap_or(words.plan), ..*words };
    let kit = stock::kit(words.plan);
    let mut out = vec![words.heading(2, words.word("form-list"), Some("block/form-list".to_owned()), true)];
    out.extend(form_list::list(words));
    if words.book == Book::Whole {
        out.extend(pages(words, &kit, false));
    } else {
        out.push(words.paragraph(vec![Run::from(words.word("forms-in-kit"))], Style::Body));
    }
    out
}

/// Forms, each beginning a page; with `long` their versions for weeks.
pub(super) fn pages(words: &Words<'_>, forms: &[&Form], long: bool) -> Vec<Piece> {
    let mut out = Vec::new();
    for form in forms {
        let drawn = form.row.source.as_deref().and_then(|source| words.template.form(source));
        let own_picture = form.image.as_deref().or(form.image_back.as_deref()).and_then(drawn_picture);
        let page = match (own_picture, drawn) {
            (Some(picture), _) => own(words, form, picture),
            // On A3, in a document of their own.
            (None, Some(drawn)) if drawn.is_wide() => continue,
            (None, Some(drawn)) if long => longer(words, form, drawn),
            (None, Some(drawn)) => page(words, form, drawn),
            // Its original lies elsewhere: the list says where.
            (None, None) => continue,
        };
        if page.is_empty() {
            continue;
        }
        out.push(Piece::plain(Block::PageBreak));
        out.extend(page);
    }
    out
}

/// The forms of A3 sheets, their two halves each.
pub(super) fn wide(words: &Words<'_>, forms: &[&Form]) -> Vec<Piece> {
    let drawn = |form: &&Form| words.template.form(form.row.source.as_deref()?).filter(|drawn| drawn.is_wide());
    let mut out = Vec::new();
    for (form, drawn) in forms.iter().filter_map(|form| Some((*form, drawn(form)?))) {
        out.push(Piece::plain(Block::PageBreak));
        out.extend(page(words, form, drawn));
    }
    out
}

/// The forms with something written on them, each beginning a page: whoever never wrote by hand sees how it is meant.
pub(super) fn examples(words: &Words<'_>, forms: &[&Form]) -> Vec<Piece> {
    let mut out = Vec::new();
    for form in forms {
        let drawn = form.row.source.as_deref().and_then(|source| words.template.form(source));
        let Some((drawn, example)) = drawn.and_then(|drawn| Some((drawn, drawn.example.as_ref()?))) else { continue };
        let mut page = page(words, form, drawn);
        examples::write(&mut page, example);
        // It is no form of the kit: nothing leads to it, and it does not count as one.
        page[0] = head(words, form, &[Run::from("　"), Run::Badge(words.word("example").to_owned())]);
        page[0].anchor = None;
        out.push(Piece::plain(Block::PageBreak));
        out.extend(page);
    }
    out
}

/// The anchor of a form.
pub fn anchor(form: &Form) -> String {
    format!("form/{}", form.row.id)
}

fn drawn_picture(text: &str) -> Option<Picture> {
    Attachment::parse(text)?.picture()
}

/// The institution's own form as it is, front and back.
fn own(words: &Words<'_>, form: &Form, front: Picture) -> Vec<Piece> {
    let mut out = vec![head(words, form, &[])];
    out.push(Piece { block: words.picture(front), about: words.about(form), anchor: None });
    if let Some(back) = form.image_back.as_deref().and_then(drawn_picture).filter(|_| form.image.is_some()) {
        out.push(Piece::plain(Block::PageBreak));
        let runs = title(words, form);
        out.push(Piece {
            block: Block::Heading { level: 3, runs, listed: false },
            about: words.about(form),
            anchor: None,
        });
        out.push(Piece { block: words.picture(back), about: words.about(form), anchor: None });
    }
    out
}

/// A drawn form.
fn page(words: &Words<'_>, form: &Form, drawn: &template::Form) -> Vec<Piece> {
    let mut out = opening(words, form, drawn, "");
    for part in &drawn.parts {
        if part.right {
            // The right half says itself whose it is: without an A3 copier it is a sheet of its own.
            let mut again = opening(words, form, drawn, "");
            again[0] = Piece { anchor: None, ..head(words, form, &[]) };
            if let Block::Heading { listed, .. } = &mut again[0].block {
                *listed = false;
            }
            out.push(Piece::plain(Block::PageBreak));
            out.extend(again);
        }
        out.extend(pieces(words, part));
    }
    out.extend(closing(words, drawn));
    about(words, form, drawn, &mut out);
    out
}

/// The version for weeks: the form as it is, because what keeps patients safe must not go, and a second sheet with the
/// same table, more rows and columns left free, or free lines [PRACTICE-WEEKS].
fn longer(words: &Words<'_>, form: &Form, drawn: &template::Form) -> Vec<Piece> {
    // What is read aloud or posted needs no second sheet.
    let writes = |part: &FormPart| !matches!(part.what, FormWhat::Text { .. });
    let mut out = page(words, form, drawn);
    if !drawn.parts.iter().any(writes) {
        return out;
    }
    let main = drawn.parts.iter().filter_map(|part| match &part.what {
        FormWhat::Table { columns, rows, .. } if rows.is_empty() => Some(columns),
        _ => None,
    });
    let mut columns = main.max_by_key(|columns| columns.len()).cloned().unwrap_or_default();
    let widest = columns.iter().map(|(_, share)| *share).fold(1.0, f64::max);
    columns.extend(std::iter::repeat_n((String::new(), widest * 0.6), if columns.is_empty() { 4 } else { FREE }));
    let mut more = opening(words, form, drawn, words.word("long-version"));
    // The first sheet is the form; its anchor leads there.
    more[0].anchor = None;
    more.push(words.heading(4, words.word("free-lines"), None, false));
    let table = Table { columns, rows: Vec::new(), blank_rows: 8, fill: true };
    more.push(Piece::plain(Block::Ruled(table, Look::Form)));
    for part in drawn.parts.iter().filter(|part| matches!(part.what, FormWhat::Signatures(_))) {
        more.extend(pieces(words, part));
    }
    more.extend(closing(words, drawn));
    more.iter_mut().for_each(|piece| piece.about = words.about(form));
    out.push(Piece::plain(Block::PageBreak));
    out.extend(more);
    out
}

fn about(words: &Words<'_>, form: &Form, drawn: &template::Form, pieces: &mut [Piece]) {
    for piece in pieces {
        piece.about = words.about(form);
        piece.about.push(About::Template(format!("forms/{}", drawn.id)));
    }
}

fn title(words: &Words<'_>, form: &Form) -> Vec<Run> {
    let mut runs = words.cell(form, "number");
    if !runs.is_empty() {
        runs.push(Run::from("　"));
    }
    runs.extend(words.name(form, "name"));
    runs
}

/// Number, title, edition.
fn head(words: &Words<'_>, form: &Form, more: &[Run]) -> Piece {
    let mut runs = title(words, form);
    runs.extend_from_slice(more);
    if let Some(edition) = &form.edition {
        runs.push(Run::from("　"));
        runs.push(Run::Badge(format!("{} {edition}", words.word("form-edition"))));
    }
    Piece {
        block: Block::Heading { level: 5, runs, listed: true },
        about: words.about(form),
        anchor: Some(anchor(form)),
    }
}

/// What stands above the parts of a form.
fn opening(words: &Words<'_>, form: &Form, drawn: &template::Form, version: &str) -> Vec<Piece> {
    let more = if version.is_empty() { Vec::new() } else { vec![Run::Text(format!("（{version}）"))] };
    let mut out = vec![head(words, form, &more)];
    let mut about = Vec::new();
    // Each of those who must confirm it does so by post; one of them is not enough.
    let by = form.confirmed_by.as_deref().unwrap_or_default();
    let missing: Vec<&str> = drawn.confirm.iter().map(String::as_str).filter(|who| !by.contains(who)).collect();
    if !missing.is_empty() {
        let who = missing.join(words.word("and"));
        about.push(Run::Badge(words.word("form-confirm").replace("{n}", &who)));
    }
    about.push(Run::from(drawn.about.as_str()));
    out.push(words.paragraph(about, Style::Small));
    if drawn.patient == Patient::One {
        out.push(Piece::plain(Block::Boxes(patient(words))));
    }
    out
}

/// Who the patient is, with room for a label and always both readings and birthday [PRACTICE-IDENTITY].
fn patient(words: &Words<'_>) -> Vec<Vec<BoxCell>> {
    let cell =
        |key: &str, share: f64| BoxCell { label: words.word(key).to_owned(), share, lines: 1.0, ..BoxCell::default() };
    let label = cell("patient-label", 2.8);
    let sex = BoxCell { ticks: vec!["男".to_owned(), "女".to_owned()], ..cell("patient-sex", 2.3) };
    let same = BoxCell { ticks: vec![words.word("same-name").to_owned()], ..cell("patient-name", 4.6) };
    vec![
        vec![cell("patient-kana", 4.6), cell("patient-born", 2.9), sex, label.clone()],
        vec![
            same,
            cell("patient-id", 2.9),
            cell("patient-ward", 2.3),
            BoxCell { label: String::new(), joined: true, ..label },
        ],
    ]
}

/// What stands below the parts of a form.
fn closing(words: &Words<'_>, drawn: &template::Form) -> Vec<Piece> {
    let mut out = Vec::new();
    if drawn.order {
        out.push(words.paragraph(vec![Run::from(words.word("handwriting-strip"))], Style::Small));
    }
    if drawn.patient != Patient::None {
        let ticks: Vec<String> = words.word("reentry-ticks").split('|').map(str::to_owned).collect();
        let cell = |key: &str, share: f64| BoxCell {
            label: words.word(key).to_owned(),
            share,
            lines: 1.0,
            ..BoxCell::default()
        };
        let row =
            vec![BoxCell { ticks, ..cell("reentry-box", 4.6) }, cell("reentry-who", 3.4), cell("reentry-checked", 3.4)];
        out.push(Piece::plain(Block::Boxes(vec![row])));
    }
    let foot = format!("{}：{}　{}：{}", words.word("goes-to"), drawn.goes_to, words.word("keep"), drawn.keep);
    out.push(words.paragraph(vec![Run::Text(foot)], Style::Small));
    out
}

/// One part of a form.
fn pieces(words: &Words<'_>, part: &FormPart) -> Vec<Piece> {
    let mut out = Vec::new();
    if !part.title.is_empty() {
        out.push(words.heading(4, &part.title, None, false));
    }
    match &part.what {
        FormWhat::Boxes(rows) => {
            let cell = |one: &template::FormBox| BoxCell {
                label: one.label.clone(),
                share: one.share,
                lines: one.lines,
                ticks: one.ticks.clone(),
                unit: one.unit.clone(),
                ..BoxCell::default()
            };
            let rows = rows.iter().map(|row| row.iter().map(cell).collect()).collect();
            out.push(Piece::plain(Block::Boxes(rows)));
        }
        FormWhat::Table { columns, rows, blank_rows, fill } => {
            let cells = |row: &Vec<String>| TableRow {
                cells: row.iter().map(|text| vec![Run::Text(text.clone())]).collect(),
                ..TableRow::default()
            };
            let rows = rows.iter().map(cells).collect();
            let table = Table { columns: columns.clone(), rows, blank_rows: *blank_rows, fill: *fill };
            out.push(Piece::plain(Block::Ruled(table, Look::Form)));
        }
        FormWhat::Ticks { items, across } => out.extend(ticks(items, usize::from(*across))),
        FormWhat::Text { text, large } => {
            let style = if *large { Style::Large } else { Style::Body };
            out.push(words.paragraph(vec![Run::Text(text.trim().to_owned())], style));
        }
        FormWhat::Signatures(names) => {
            let cell = |name: &String| BoxCell {
                label: format!("{name}　{}", words.word("signed-time")),
                share: 1.0,
                lines: 1.0,
                ..BoxCell::default()
            };
            let rows = names.chunks(3).map(|row| row.iter().map(cell).collect()).collect();
            out.push(Piece::plain(Block::Boxes(rows)));
        }
    }
    out
}

/// A list to tick, in columns.
fn ticks(items: &[String], across: usize) -> Vec<Piece> {
    if across <= 1 {
        let item = |text: &String| {
            Piece::plain(Block::Item { marker: None, runs: vec![Run::Text(text.clone())], style: Style::Body })
        };
        return items.iter().map(item).collect();
    }
    let cell = |text: &String| vec![Run::Tick, Run::Text(text.clone())];
    let rows =
        items.chunks(across).map(|row| TableRow { cells: row.iter().map(cell).collect(), ..TableRow::default() });
    let table = Table { columns: vec![(String::new(), 1.0); across], rows: rows.collect(), blank_rows: 0, fill: false };
    vec![Piece::plain(Block::Ruled(table, Look::Form))]
}
