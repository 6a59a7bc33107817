//! What the heads of a form say of its columns.

use crate::sheet::{Cell, Sheet};

/// What a column is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    /// The answer of a round.
    Answer(u32),
    /// A circle here is はい.
    Yes(u32),
    /// A circle here is いいえ.
    No(u32),
    /// The day of a round.
    Day(u32),
    /// Until when.
    Target,
    /// Remarks.
    Note,
}

impl Column {
    pub(super) fn round(self) -> Option<u32> {
        match self {
            Self::Answer(round) | Self::Yes(round) | Self::No(round) | Self::Day(round) => Some(round),
            Self::Target | Self::Note => None,
        }
    }
}

/// The columns from one on, by what stands in the lines of the head above them.
pub(super) fn columns(sheet: &Sheet, (from, to): (usize, usize), first: u32) -> Vec<(u32, Column)> {
    let head = &sheet.rows[from.min(sheet.rows.len())..to.min(sheet.rows.len())];
    let width = head.iter().map(Vec::len).max().unwrap_or_default();
    let mut out = Vec::new();
    for column in (first as usize)..width {
        if continues(sheet, head, to, column) {
            continue;
        }
        // The lowest says it most exactly: it is asked first.
        let texts = head.iter().rev().filter_map(|row| row.get(column)).map(|cell| plain(&cell.text));
        let texts: Vec<String> = texts.filter(|text| !text.is_empty() && text.chars().count() <= LONGEST).collect();
        if let Some(found) = of(&texts) {
            out.push((u32::try_from(column).unwrap_or(u32::MAX), found));
        }
    }
    out
}

/// What is longer is a sentence above the table, not the head of a column.
const LONGEST: usize = 16;
/// Heads of columns that hold who or where, under a round as well.
const OTHERS: [&str; 9] = ["回答者", "確認者", "記入者", "担当", "氏名", "部署", "所属", "対象", "参照"];

/// Whether the lines below have cells of their own there: one head may stand over an answer and its day.
fn splits(sheet: &Sheet, from: usize, column: usize) -> bool {
    let below = sheet.rows.iter().skip(from).take(3);
    !below.filter_map(|row| row.get(column)).any(|cell| cell.merged)
}

/// Whether a column only continues the one before (方眼紙): its head, and the cells below it, are merged with theirs.
fn continues(sheet: &Sheet, head: &[Vec<Cell>], to: usize, column: usize) -> bool {
    let pair = |row: &&Vec<Cell>| row.get(column).is_some_and(|cell| !cell.text.trim().is_empty());
    let Some(row) = head.iter().rev().find(pair) else { return false };
    let before = column.checked_sub(1).and_then(|before| row.get(before));
    let merged = row.get(column).is_some_and(|cell| cell.merged && before.is_some_and(|one| one.text == cell.text));
    merged && !splits(sheet, to, column)
}

fn of(texts: &[String]) -> Option<Column> {
    // Under a round stand also who and where: the lowest head decides.
    if texts.first().is_some_and(|lowest| OTHERS.iter().any(|word| lowest.contains(word))) {
        return None;
    }
    let round = texts.iter().find_map(|text| round(text)).unwrap_or(1);
    for text in texts {
        if text.contains("目標日") {
            return Some(Column::Target);
        }
        if text == "備考" || text == "メモ" || text == "特記事項" {
            return Some(Column::Note);
        }
        if ["日付", "確認日", "年月日", "実施日", "回答日", "記入日"].iter().any(|word| text.ends_with(word))
        {
            return Some(Column::Day(round));
        }
        match text.as_str() {
            "はい" => return Some(Column::Yes(round)),
            "いいえ" => return Some(Column::No(round)),
            _ => {}
        }
        if text.contains("回目") || ["結果", "回答", "はい・いいえ"].iter().any(|word| text.contains(word))
        {
            return Some(Column::Answer(round));
        }
    }
    None
}

/// `1回目`, `２回目`.
fn round(text: &str) -> Option<u32> {
    let at = text.find("回目")?;
    text[..at].chars().next_back()?.to_digit(10).filter(|round| (1..=5).contains(round))
}

/// The fiscal year a text names: 令和7年度, 令和元年度, 2025年度.
pub(super) fn year(text: &str) -> Option<i32> {
    let text = plain(text);
    let mut rest = text.as_str();
    while let Some(at) = rest.find("年度") {
        let before = &rest[..at];
        let digits: String = before.chars().rev().take_while(char::is_ascii_digit).collect();
        let digits: String = digits.chars().rev().collect();
        let era = before[..before.len() - digits.len()].ends_with("令和");
        match digits.parse::<i32>() {
            Ok(year) if era && (1..100).contains(&year) => return Some(2018 + year),
            Ok(year) if (2000..2100).contains(&year) => return Some(year),
            _ if before.ends_with("令和元") => return Some(2019),
            _ => {}
        }
        rest = &rest[at + "年度".len()..];
    }
    None
}

/// Without spaces and line breaks, digits in half width.
pub(super) fn plain(text: &str) -> String {
    let half = |c: char| match c {
        '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32).unwrap_or(c),
        other => other,
    };
    text.chars().filter(|c| !c.is_whitespace()).map(half).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_is_that_of_the_title() {
        assert_eq!(year("令和７年度版 チェックリスト"), Some(2025));
        assert_eq!(year("令和元年度"), Some(2019));
        assert_eq!(year("2026 年度"), Some(2026));
        assert_eq!(year("年度末までに"), None);
    }
}
