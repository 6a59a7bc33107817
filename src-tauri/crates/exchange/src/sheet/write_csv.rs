//! Writing CSV.

use super::Table;

/// A table as CSV the way Excel opens it by a double click: UTF-8 with its
/// mark, lines ending in CR LF.
///
/// A cell that a spreadsheet would take for a formula gets one `'` in front
/// ("CSV injection"); [`super::read`] takes it away again.
pub fn write_csv(table: &Table) -> Vec<u8> {
    let mut text = String::from("\u{FEFF}");
    for row in std::iter::once(&table.head).chain(&table.rows) {
        for (index, value) in row.iter().enumerate() {
            if index > 0 {
                text.push(',');
            }
            push(&mut text, value);
        }
        text.push_str("\r\n");
    }
    text.into_bytes()
}

fn push(text: &mut String, value: &str) {
    let guard = if value.starts_with(['=', '+', '-', '@', '\'']) { "'" } else { "" };
    // Other separators are quoted too, or a list of one column would be read as two.
    if value.contains(['"', '\n', '\r', ',', '\t', ';']) {
        text.push('"');
        text.push_str(guard);
        text.push_str(&value.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(guard);
        text.push_str(value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_needs_it_is_quoted_or_guarded() {
        let row = ["a", "=1+1", "-", "a-b", "x,y", "一\n二", "5\"", "", "'"].map(str::to_owned);
        let table = Table { title: String::new(), head: row.to_vec(), rows: Vec::new() };
        let text = String::from_utf8(write_csv(&table)).expect("UTF-8");
        assert_eq!(text, "\u{FEFF}a,'=1+1,'-,a-b,\"x,y\",\"一\n二\",\"5\"\"\",,''\r\n");
    }
}
