//! Answers into the very workbook somebody was given.

use super::cells::{self, Content};
use super::parts::Parts;
use super::scan;
use super::{Answer, Answered, Problem, Shape, cell_name, choices, days};
use crate::sheet::{self, Workbook};
use plan::day;
use std::collections::BTreeMap;

/// What came of filling a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The workbook.
    pub bytes: Vec<u8>,
    /// Cells that were written, as Excel names them, with what they hold now.
    pub cells: Vec<(String, String)>,
    /// Items the form has no line for, by key.
    pub without_line: Vec<String>,
}

/// The words of answers as forms have them.
const WORDS: [(&str, &str); 3] = [("yes", "はい"), ("no", "いいえ"), ("none", "該当なし")];

/// Writes answers into a form. An answer whose round the form has no column for, and a day without one, is left out.
///
/// # Errors
/// [`Problem`]; the first cell that cannot take what is to be written. Nothing is written then.
pub fn fill(bytes: &[u8], shape: &Shape, answers: &[Answered]) -> Result<Written, Problem> {
    let book = sheet::read(bytes)?;
    let parts = Parts::of(bytes)?;
    let missing = || Problem::NoSheet(shape.sheet.clone());
    let path = parts.sheets.iter().find(|(name, _)| *name == shape.sheet).map(|(_, path)| path.clone());
    let path = path.ok_or_else(missing)?;
    let xml = parts.part(&path)?;
    let workbook = parts.part(&parts.book)?;
    let scanned = scan::sheet(&xml).ok_or_else(missing)?;
    let styles = parts.styles.as_deref().map(|path| parts.part(path)).transpose()?.unwrap_or_default();
    let form = Form {
        book: &book,
        shape,
        sheet: &scanned,
        days: days::day_styles(&styles),
        since_1904: since_1904(&workbook),
    };
    let (meant, without_line) = form.meant(answers);
    let drop_downs = choices::of(&xml);
    let mut put = BTreeMap::new();
    let mut cells = Vec::new();
    for (at, text, content) in meant {
        let name = cell_name(at.0, at.1);
        form.may_be_written(at, &name)?;
        let mut content = content;
        for one in drop_downs.iter().filter(|one| one.covers(at)) {
            let Some(offered) = one.offered(&book, &workbook, &shape.sheet) else { continue };
            let Content::Text(text) = &mut content else { continue };
            match offered.iter().find(|one| same(one, text)) {
                // As the drop-down spells it.
                Some(one) => text.clone_from(one),
                None => {
                    return Err(Problem::NotOffered { cell: name, text: text.clone(), offered: offered.join("、") });
                }
            }
        }
        cells.push((name, text));
        put.insert(at, content);
    }
    let mut changed = vec![(path.clone(), cells::edited(&xml, &scanned, &put)?)];
    if form.has_formulas(&parts, &path)? {
        changed.push((parts.book.clone(), calculated_on_load(&workbook)));
    }
    let bytes = if put.is_empty() { bytes.to_vec() } else { parts.with(&changed)? };
    Ok(Written { bytes, cells, without_line })
}

/// One cell: where, in words, and what it is to hold.
type Meant = ((u32, u32), String, Content);

struct Form<'a> {
    book: &'a Workbook,
    shape: &'a Shape,
    sheet: &'a scan::Sheet,
    /// Which styles show days.
    days: Vec<bool>,
    since_1904: bool,
}

impl Form<'_> {
    fn meant(&self, answers: &[Answered]) -> (Vec<Meant>, Vec<String>) {
        let (mut out, mut without): (Vec<Meant>, Vec<String>) = (Vec::new(), Vec::new());
        for one in answers {
            let Some(line) = self.shape.lines.iter().find(|line| line.key == one.key) else {
                if !without.contains(&one.key) {
                    without.push(one.key.clone());
                }
                continue;
            };
            if let Some(round) = self.shape.rounds.iter().find(|round| round.round == one.round) {
                let word = WORDS.iter().find(|(id, _)| Some(*id) == one.result.as_deref()).map(|(_, word)| *word);
                match (round.answer, word) {
                    (Answer::One(column), Some(word)) => out.push(self.text((line.row, column), word)),
                    (Answer::Two { yes, .. }, Some("はい")) => out.push(self.text((line.row, yes), "○")),
                    (Answer::Two { no, .. }, Some("いいえ")) => out.push(self.text((line.row, no), "○")),
                    (Answer::Two { yes, .. }, Some(other)) => out.push(self.text((line.row, yes), other)),
                    (_, None) => {}
                }
                if let (Some(column), Some(on)) = (round.day, one.on.as_deref()) {
                    out.push(self.day((line.row, column), on));
                }
            }
            if let (Some(column), Some(on)) = (self.shape.target, one.target.as_deref()) {
                out.push(self.day((line.row, column), on));
            }
            if let (Some(column), Some(note)) = (self.shape.note, one.note.as_deref()) {
                out.push(self.text((line.row, column), note));
            }
        }
        (out, without)
    }

    /// A merged area is its first cell.
    fn first(&self, (row, column): (u32, u32)) -> (u32, u32) {
        let holds = |(from, to): &&((u32, u32), (u32, u32))| {
            (from.0..=to.0).contains(&row) && (from.1..=to.1).contains(&column)
        };
        self.sheet.merged.iter().find(holds).map_or((row, column), |(from, _)| *from)
    }

    fn text(&self, at: (u32, u32), text: &str) -> Meant {
        (self.first(at), text.to_owned(), Content::Text(text.to_owned()))
    }

    fn day(&self, at: (u32, u32), on: &str) -> Meant {
        let at = self.first(at);
        let Some(day) = day::stored(on) else { return (at, on.to_owned(), Content::Text(on.to_owned())) };
        let said = day::in_era(day).unwrap_or_else(|| day::long(day));
        let cells = self.sheet.rows.iter().find(|row| row.number == at.0).map(|row| &row.cells);
        let cell = cells.and_then(|cells| cells.iter().find(|cell| cell.column == at.1));
        let style = cell.and_then(|cell| cell.style.as_ref()?.parse::<usize>().ok());
        let shows_days = style.and_then(|style| self.days.get(style)).copied().unwrap_or_default();
        match days::serial(day, self.since_1904).filter(|_| shows_days) {
            Some(number) => (at, said, Content::Number(number)),
            None => (at, said.clone(), Content::Text(said)),
        }
    }

    /// An answer may stand there already, or the words one puts a circle around; nothing else is written over.
    fn may_be_written(&self, (row, column): (u32, u32), name: &str) -> Result<(), Problem> {
        let sheet = self.book.sheets.iter().find(|sheet| sheet.name == self.shape.sheet);
        let cell = sheet.and_then(|sheet| sheet.rows.get(row as usize)?.get(column as usize));
        let Some(cell) = cell.filter(|cell| cell.is_filled()) else { return Ok(()) };
        let text = cell.text.trim();
        let note = self.shape.note == Some(column);
        if note
            || super::read::is_blank(text)
            || super::read::result(text).is_some()
            || super::read::day(text).is_some()
        {
            return Ok(());
        }
        Err(Problem::Taken { cell: name.to_owned(), text: text.chars().take(30).collect() })
    }

    fn has_formulas(&self, parts: &Parts<'_>, path: &str) -> Result<bool, Problem> {
        if self.sheet.has_formulas {
            return Ok(true);
        }
        for (_, other) in parts.sheets.iter().filter(|(_, other)| other != path) {
            if scan::sheet(&parts.part(other)?).is_some_and(|sheet| sheet.has_formulas) {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// Whether two words are the same but for width and spaces.
fn same(one: &str, other: &str) -> bool {
    let plain = |text: &str| super::heads::plain(text);
    plain(one) == plain(other)
}

fn since_1904(workbook: &[u8]) -> bool {
    let mut all = scan::elements(workbook, "workbookPr");
    all.any(|tag| scan::attribute(&tag, "date1904").is_some_and(|on| on == "1" || on == "true"))
}

/// The workbook told to work its formulas out when it is opened: what they show was worked out before.
fn calculated_on_load(workbook: &[u8]) -> Vec<u8> {
    const NAME: &str = "fullCalcOnLoad";
    if let Some(at) = scan::element(workbook, "calcPr") {
        let text = String::from_utf8_lossy(&workbook[at.clone()]).into_owned();
        // The value it has is taken out, wherever in the tag it stands.
        let mut with = match text.find(NAME) {
            Some(from) => {
                let rest = &text[from + NAME.len()..];
                let quote = rest.find(['"', '\'']).map_or(0, |at| at + 1);
                let end = rest[quote..].find(['"', '\'']).map_or(0, |at| quote + at + 1);
                format!("{}{}", text[..from].trim_end(), &rest[end..])
            }
            None => text,
        };
        let end = with.rfind("/>").or_else(|| with.rfind('>')).unwrap_or(with.len());
        with.insert_str(with[..end].trim_end().len(), &format!(" {NAME}=\"1\""));
        return cells::spliced(workbook, vec![(at, with)]);
    }
    // Where it belongs in the order of ECMA-376: behind these.
    let behind = ["sheets", "functionGroups", "externalReferences", "definedNames"];
    let Some(at) = behind.iter().filter_map(|name| scan::end_of(workbook, name)).max() else {
        return workbook.to_vec();
    };
    let prefix = scan::prefix_of(workbook, "sheets");
    cells::spliced(workbook, vec![(at..at, format!("<{prefix}calcPr {NAME}=\"1\"/>"))])
}
