//! The same as HTML, for browsers and word processors.

use super::text::{Said, said};
use binder::print::outline::Outline;
use std::fmt::Write;

/// The whole document.
pub(crate) fn whole(outline: &Outline) -> String {
    let mut out = String::from(
        "<!doctype html><html lang=ja><meta charset=utf-8><style>@page{size:A4;margin:20mm 12mm 18mm 25mm}\
         body{font:10.5pt 'BIZ UDGothic'}table{width:100%;border-collapse:collapse;font-size:9pt}\
         td,th{border:0.4pt solid;vertical-align:top;white-space:pre-line}.page{break-before:page}</style>",
    );
    for one in said(outline) {
        put(&one, &mut out).expect("memory takes everything");
    }
    out
}

fn put(one: &Said, out: &mut String) -> std::fmt::Result {
    match one {
        Said::Page => writeln!(out, "<div class=page></div>"),
        Said::Heading(level, text) => writeln!(out, "<h{level}>{}</h{level}>", escaped(text)),
        Said::Text(text) => writeln!(out, "<p>{}</p>", escaped(text)),
        Said::Table(shares, head, rows) => {
            let all: f64 = shares.iter().sum();
            let columns: String =
                shares.iter().map(|share| format!("<col style='width:{}%'>", share / all * 100.0)).collect();
            let cells = |row: &[String], sort: &str| -> String {
                row.iter().map(|cell| format!("<{sort}>{}</{sort}>", escaped(cell))).collect()
            };
            write!(out, "<table><colgroup>{columns}</colgroup>")?;
            if head.iter().any(|cell| !cell.is_empty()) {
                write!(out, "<thead><tr>{}</tr></thead>", cells(head, "th"))?;
            }
            for row in rows {
                write!(out, "<tr>{}</tr>", cells(row, "td"))?;
            }
            writeln!(out, "</table>")
        }
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
