//! The same as Typst: text as string literals, so that nothing of it is taken for markup.

use super::text::{Said, said};
use binder::print::outline::Outline;
use std::fmt::Write;

/// The whole document.
pub(crate) fn whole(outline: &Outline) -> String {
    let mut out = String::from(
        "#set page(paper: \"a4\", margin: (inside: 25mm, outside: 12mm, top: 20mm, bottom: 18mm))\n\
         #set text(font: \"BIZ UDGothic\", size: 10.5pt, lang: \"ja\")\n#set table(stroke: 0.4pt)\n",
    );
    for one in said(outline) {
        put(&one, &mut out).expect("memory takes everything");
    }
    out
}

fn put(one: &Said, out: &mut String) -> std::fmt::Result {
    match one {
        Said::Page => writeln!(out, "#pagebreak(weak: true)"),
        Said::Heading(level, text) => writeln!(out, "#heading(level: {level})[#{}]", literal(text)),
        Said::Text(text) => writeln!(out, "#par[#{}]", literal(text)),
        Said::Table(shares, head, rows) => {
            let columns: String = shares.iter().map(|share| format!("{share}fr, ")).collect();
            write!(out, "#text(size: 9pt, table(columns: ({columns}), ")?;
            if head.iter().any(|cell| !cell.is_empty()) {
                let cells: String = head.iter().map(|cell| format!("[#{}], ", literal(cell))).collect();
                write!(out, "table.header({cells}), ")?;
            }
            for cell in rows.iter().flatten() {
                write!(out, "[#{}], ", literal(cell))?;
            }
            writeln!(out, "))")
        }
    }
}

fn literal(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}
