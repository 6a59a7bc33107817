//! `sonae import SHEET`, `sonae export --format xlsx|csv`.

use super::{open, opened, path, say, tell, text};
use crate::waiting::Waiting;
use crate::words::Words;
use binder::import::{Setup, Verdict, What};
use binder::{Binder, Error, ImportRequest, Looked, SheetFormat, Step};
use clap::ArgMatches;
use serde_json::json;
use std::collections::BTreeMap;

/// Imports a sheet as one step, row by row saying what happens; with `--dry-run` only says it.
pub(super) fn import(what: &str, m: &ArgMatches, words: &Words) -> binder::Result<u8> {
    let what = What::named(what).ok_or_else(|| Error::NotFound(what.to_owned()))?;
    let dry = m.get_flag("dry-run");
    let binder = opened(m, dry)?;
    let bytes = binder::read_whole(path(m, "sheet"))?;
    let lines = |name: &str, is: bool| {
        let lines: Vec<(usize, bool)> =
            m.get_many::<u32>(name).into_iter().flatten().map(|line| (*line as usize, is)).collect();
        lines
    };
    let setup = Setup {
        make_missing: m.get_flag("make-missing"),
        leave_hidden: m.get_flag("leave-hidden"),
        one_list: m.get_flag("one-list"),
        blocks: m.get_one::<u32>("blocks").map(|blocks| *blocks as usize),
        headings: [lines("heading", true), lines("no-heading", false)].concat().into_iter().collect(),
        ..Setup::default()
    };
    let mut request = ImportRequest { what, bytes, setup };
    let looked = set_up(&binder, m, &mut request, words)?;
    // Nothing new is no mistake: the same file twice changes nothing.
    let nothing = looked.preview.trouble.as_ref().filter(|trouble| trouble.code == "nothing");
    if let (Some(trouble), None) = (&looked.preview.trouble, nothing) {
        return Err(Error::Import(binder::import_note(trouble)));
    }
    if m.get_flag("json") {
        say(as_json(&looked))?;
    } else {
        told(&looked, words)?;
    }
    if let Some(trouble) = nothing {
        tell(&binder::import_note(trouble));
    } else if !dry {
        binder.import_sheet(&request, &looked.token, &Step::default(), &Waiting::new(words))?;
    }
    Ok(0)
}

/// Takes over what the person said of sheet, header and columns, and looks.
fn set_up(binder: &Binder, m: &ArgMatches, request: &mut ImportRequest, words: &Words) -> binder::Result<Looked> {
    let mut looked = binder.look_at_sheet(request, &Waiting::new(words))?;
    // Whatever is said of its columns, it is not looked at any further.
    if looked.preview.trouble.as_ref().is_some_and(|trouble| trouble.code == "patients") {
        return Ok(looked);
    }
    let mut again = false;
    if let Some(name) = m.get_one::<String>("sheet-name") {
        let at = looked.sheets.iter().position(|sheet| sheet == name).ok_or_else(|| Error::NotFound(name.clone()))?;
        request.setup.sheet = Some(at);
        again = true;
    }
    if let Some(line) = m.get_one::<u32>("header") {
        request.setup.header = Some(*line as usize);
        again = true;
    }
    if again {
        looked = binder.look_at_sheet(request, &Waiting::new(words))?;
    }
    let said: Vec<&String> = m.get_many("column").into_iter().flatten().collect();
    for one in &said {
        let (title, target) = one.split_once('=').ok_or_else(|| Error::NotFound((*one).clone()))?;
        let column = looked.preview.columns.iter().find(|column| column.title == title);
        let column = column.ok_or_else(|| Error::NotFound(title.to_owned()))?;
        if !target.is_empty() && !looked.preview.targets.iter().any(|one| one.id == target) {
            return Err(Error::NotFound(target.to_owned()));
        }
        request.setup.columns.insert(column.at, target.to_owned());
    }
    if said.is_empty() { Ok(looked) } else { binder.look_at_sheet(request, &Waiting::new(words)) }
}

const VERDICTS: [(Verdict, &str, &str); 5] = [
    (Verdict::New, "新しい", "new"),
    (Verdict::Update, "変わる", "update"),
    (Verdict::Same, "同じ", "same"),
    (Verdict::Skipped, "飛ばす", "skipped"),
    (Verdict::Problem, "取り込めない", "problem"),
];

fn told(looked: &Looked, words: &Words) -> binder::Result<()> {
    let preview = &looked.preview;
    let word = |verdict: Verdict| {
        VERDICTS.iter().find(|(one, ..)| *one == verdict).map_or("", |(_, ja, en)| words.say(ja, en))
    };
    preview.how.iter().try_for_each(|note| say(binder::import_note(note)))?;
    for column in &preview.columns {
        let target = column.target.as_deref().and_then(|id| preview.targets.iter().find(|one| one.id == id));
        let lost = preview.account.lost.iter().filter(|lost| lost.column == column.title).map(|lost| lost.cells).sum();
        let left_out = || match lost {
            0 if preview.mixed => words.say("（もう一方の一覧で使う）", "(used in the other list)").to_owned(),
            _ => format!("{} {}", words.say("（取り込まない）", "(left out)"), cells(column.filled, words)),
        };
        let becomes = target.map_or_else(left_out, |one| one.label.clone());
        say(format!("{}：{} → {becomes}", words.say("列", "column"), column.title))?;
    }
    for (kind, list) in lacking(looked) {
        let names: Vec<String> = list.iter().map(|(name, count)| format!("{name}（{count}）")).collect();
        let said = words.say("計画に無い名前（--make-missing で作る）", "not in the plan (--make-missing)");
        say(format!("{said}：{} {}：{}", kind.noun(), list.len(), names.join("、")))?;
    }
    for row in &preview.rows {
        let notes: Vec<String> = row.notes.iter().map(binder::import_note).collect();
        say(format!("{}\t{}\t{}\t{}", row.line, word(row.verdict), row.title, notes.join(" ")))?;
        // What is overwritten is seen before it is: a new row has nothing to lose.
        for change in row.changes.iter().filter(|_| row.verdict == Verdict::Update) {
            say(format!("\t\t{}：{} → {}", change.label, one_line(&change.before), one_line(&change.after)))?;
        }
    }
    let account = &preview.account;
    let sum = words.say("欄", "cells");
    let (names, taken, left) =
        (words.say("列の名前と題", "names"), words.say("取り込む", "taken"), words.say("取り込まない", "not taken"));
    say(format!(
        "{sum} {}：{names} {}、{taken} {}、{left} {}",
        account.cells,
        account.names,
        account.taken,
        account.left()
    ))?;
    account.lost.iter().try_for_each(|lost| say(format!("\t{}：{}", binder::import_lost(lost), lost.cells)))?;
    let counts: Vec<String> =
        VERDICTS.iter().map(|(verdict, ..)| format!("{} {}", word(*verdict), looked.count(*verdict))).collect();
    say(counts.join("、"))
}

fn cells(count: usize, words: &Words) -> String {
    words.say("{} 欄", "{} cells").replace("{}", &count.to_string())
}

/// What rows name and the plan has not, by kind.
fn lacking(looked: &Looked) -> BTreeMap<binder::plan::Kind, Vec<(&str, usize)>> {
    let mut out: BTreeMap<_, Vec<(&str, usize)>> = BTreeMap::new();
    for (kind, name, count) in &looked.preview.missing {
        out.entry(*kind).or_default().push((name, *count));
    }
    out
}

fn one_line(text: &str) -> String {
    text.replace('\n', " ／ ")
}

fn as_json(looked: &Looked) -> serde_json::Value {
    let preview = &looked.preview;
    let rows: Vec<_> = preview
        .rows
        .iter()
        .map(|row| {
            let changes: Vec<_> = row
                .changes
                .iter()
                .map(|one| json!({ "label": one.label, "before": one.before, "after": one.after }))
                .collect();
            let notes: Vec<_> =
                row.notes.iter().map(|note| json!({ "code": note.code, "text": binder::import_note(note) })).collect();
            json!({
                "line": row.line, "title": row.title, "verdict": row.verdict.name(), "notes": notes, "changes": changes,
            })
        })
        .collect();
    let columns: Vec<_> = preview
        .columns
        .iter()
        .map(|one| json!({ "title": one.title, "target": one.target, "filled": one.filled, "never": one.never }))
        .collect();
    let account = &preview.account;
    let lost: Vec<_> = account
        .lost
        .iter()
        .map(|one| json!({ "why": one.why, "text": binder::import_lost(one), "cells": one.cells }))
        .collect();
    let how: Vec<_> =
        preview.how.iter().map(|note| json!({ "code": note.code, "text": binder::import_note(note) })).collect();
    let missing: Vec<_> = preview
        .missing
        .iter()
        .map(|(kind, name, count)| json!({ "kind": kind.noun(), "name": name, "rows": count }))
        .collect();
    json!({
        "how": how, "missing": missing,
        "account": { "cells": account.cells, "names": account.names, "taken": account.taken, "lost": lost },
        "sheet": looked.sheets.get(preview.sheet), "header": preview.header, "columns": columns, "rows": rows,
        "trouble": preview.trouble.as_ref().map(binder::import_note),
    })
}

/// Writes records as a sheet.
pub(super) fn export(m: &ArgMatches) -> binder::Result<u8> {
    let format = match text(m, "format") {
        "csv" => SheetFormat::Csv,
        "vcf" => SheetFormat::Vcard,
        _ => SheetFormat::Xlsx,
    };
    // Devices have no cards: whoever says only `vcf` means the people.
    let unsaid = m.value_source("kind") == Some(clap::parser::ValueSource::DefaultValue);
    let kind = if unsaid && format == SheetFormat::Vcard { "people" } else { text(m, "kind") };
    let what = What::named(kind).ok_or_else(|| Error::NotFound(kind.to_owned()))?;
    let (bytes, _) = open(m)?.export_sheet(what, format)?;
    binder::write_whole(path(m, "output"), &bytes)?;
    Ok(0)
}
