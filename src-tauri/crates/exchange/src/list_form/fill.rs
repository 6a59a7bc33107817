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
    /// Items with something the form has no column for (a further round, a day, until when, a remark), by key.
    pub without_column: Vec<String>,
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
    let whole = parts.part(&path)?;
    let (xml, mark) = scan::unmarked(&whole);
    let workbook = parts.part(&parts.book)?;
    let scanned = scan::sheet(xml).ok_or_else(missing)?;
    let styles = parts.styles.as_deref().map(|path| parts.part(path)).transpose()?.unwrap_or_default();
    let form = Form {
        book: &book,
        shape,
        sheet: &scanned,
        days: days::day_styles(&styles),
        since_1904: since_1904(&workbook),
    };
    let Wanted { cells: meant, no_line: without_line, no_column: without_column } = form.meant(answers)?;
    let drop_downs = choices::of(xml);
    let mut put = BTreeMap::new();
    let mut cells = Vec::new();
    for (at, text, content) in meant {
        let name = cell_name(at.0, at.1);
        form.may_be_written(at, &name, &text)?;
        let mut content = content;
        for one in drop_downs.iter().filter(|one| one.covers(at)) {
            let Content::Text(text) = &mut content else { continue };
            // A list that cannot be worked out here may not offer it.
            let offered = one.offered(&book, &workbook, &shape.sheet).unwrap_or_else(|| vec![one.formula().to_owned()]);
            match offered.iter().find(|one| same(one, text)) {
                // As the drop-down spells it.
                Some(one) => text.clone_from(one),
                None => {
                    return Err(Problem::NotOffered { cell: name, text: text.clone(), offered: offered.join("、") });
                }
            }
        }
        // Two answers for one cell (a merged area over several items): neither may win in silence.
        if put.get(&at).is_some_and(|there| *there != content) {
            return Err(Problem::Taken { cell: name, text });
        }
        if put.insert(at, content).is_none() {
            cells.push((name, text));
        }
    }
    let edited = cells::edited(xml, &scanned, &put)?;
    // What cannot be read again is never handed over.
    if scan::sheet(&edited).is_none() {
        return Err(sheet::Problem::Damaged(path).into());
    }
    let mut changed = vec![(path.clone(), [&whole[..mark], &edited].concat())];
    if form.has_formulas(&parts, &path)? {
        let (text, mark) = scan::unmarked(&workbook);
        changed.push((parts.book.clone(), [&workbook[..mark], &calculated_on_load(text)].concat()));
    }
    let bytes = if put.is_empty() { bytes.to_vec() } else { parts.with(&changed)? };
    Ok(Written { bytes, cells, without_line, without_column })
}

/// One cell: where, in words, and what it is to hold.
type Meant = ((u32, u32), String, Content);

/// The cells to be written, and the keys of items the form has no line or no column for.
#[derive(Default)]
struct Wanted {
    cells: Vec<Meant>,
    no_line: Vec<String>,
    no_column: Vec<String>,
}

struct Form<'a> {
    book: &'a Workbook,
    shape: &'a Shape,
    sheet: &'a scan::Sheet,
    /// Which styles show days.
    days: Vec<bool>,
    since_1904: bool,
}

impl Form<'_> {
    fn meant(&self, answers: &[Answered]) -> Result<Wanted, Problem> {
        let Wanted { cells: mut out, mut no_line, mut no_column } = Wanted::default();
        let note = |list: &mut Vec<String>, key: &String| {
            if !list.contains(key) {
                list.push(key.clone());
            }
        };
        // The last answer counts: without a column for it an earlier one would say what nobody says any more.
        let last =
            |key: &str| answers.iter().filter(|one| one.key == key).map(|one| one.round).max().unwrap_or_default();
        for one in answers {
            let Some(line) = self.shape.lines.iter().find(|line| line.key == one.key) else {
                note(&mut no_line, &one.key);
                continue;
            };
            let round_of = |round: u32| self.shape.rounds.iter().find(|there| there.round == round);
            if round_of(last(&one.key)).is_none() {
                note(&mut no_column, &one.key);
                continue;
            }
            let Some(round) = round_of(one.round) else {
                note(&mut no_column, &one.key);
                continue;
            };
            let word = WORDS.iter().find(|(id, _)| Some(*id) == one.result.as_deref()).map(|(_, word)| *word);
            match (round.answer, word) {
                (Answer::One(column), Some(word)) => out.push(self.text((line.row, column), word)),
                (Answer::Two { yes, no }, Some(word)) => {
                    let (at, other, mark) = match word {
                        "はい" => (yes, no, "○"),
                        "いいえ" => (no, yes, "○"),
                        word => (yes, no, word),
                    };
                    self.other_is_free(line.row, other)?;
                    out.push(self.text((line.row, at), mark));
                }
                (_, None) => {}
            }
            let mut day = |column: Option<u32>, on: Option<&str>| match (column, on) {
                (Some(column), Some(on)) => out.push(self.day((line.row, column), on)),
                (None, Some(_)) => note(&mut no_column, &one.key),
                (_, None) => {}
            };
            day(round.day, one.on.as_deref());
            day(self.shape.target, one.target.as_deref());
            match (self.shape.note, one.note.as_deref()) {
                (Some(column), Some(text)) => out.push(self.text((line.row, column), text)),
                (None, Some(_)) => note(&mut no_column, &one.key),
                (_, None) => {}
            }
        }
        Ok(Wanted { cells: out, no_line, no_column })
    }

    /// A merged area is its first cell.
    fn first(&self, (row, column): (u32, u32)) -> (u32, u32) {
        let holds = |(from, to): &&scan::Area| (from.0..=to.0).contains(&row) && (from.1..=to.1).contains(&column);
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

    /// In a form with two columns the other one must be free: two circles are no answer.
    fn other_is_free(&self, row: u32, column: u32) -> Result<(), Problem> {
        let text = self.shown(row, column);
        if text.is_empty() || super::read::is_blank(&text) {
            return Ok(());
        }
        Err(Problem::Taken { cell: cell_name(row, column), text })
    }

    /// What stands in a cell.
    fn shown(&self, row: u32, column: u32) -> String {
        let sheet = self.book.sheets.iter().find(|sheet| sheet.name == self.shape.sheet);
        let cell = sheet.and_then(|sheet| sheet.rows.get(row as usize)?.get(column as usize));
        cell.map(|cell| cell.text.trim().to_owned()).unwrap_or_default()
    }

    /// An answer may stand there already, or the words one puts a circle around; nothing else is written over.
    fn may_be_written(&self, (row, column): (u32, u32), name: &str, wanted: &str) -> Result<(), Problem> {
        let inside = |(from, to): &scan::Area| (from.0..=to.0).contains(&row) && (from.1..=to.1).contains(&column);
        if self.sheet.arrays.iter().any(inside) {
            return Err(Problem::Formula(name.to_owned()));
        }
        let sheet = self.book.sheets.iter().find(|sheet| sheet.name == self.shape.sheet);
        let cell = sheet.and_then(|sheet| sheet.rows.get(row as usize)?.get(column as usize));
        let Some(cell) = cell.filter(|cell| cell.is_filled()) else { return Ok(()) };
        let text = cell.text.trim();
        // A remark that was printed there is somebody else's.
        let same = self.shape.note == Some(column) && text == wanted;
        if same
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
