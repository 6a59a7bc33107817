//! Long lists, attached pictures, names of columns, sheets in and out.

use super::records::{edit_with, step, view};
use super::{changed, count, id, kind};
use crate::types::*;
use crate::{Fault, Host};
use binder::import::{Setup, Verdict, What};
use binder::plan::{Edit, FieldKind, Id, Kind, Record, search_key};
use binder::{Error, SheetFormat};
use std::path::PathBuf;

/// A part of a long list, searched.
pub fn page(host: &Host, request: PageRequest) -> Result<Page, Fault> {
    let binder = host.binder()?;
    let kind = kind(&request.kind)?;
    let (plan, seq) = binder.snapshot();
    let template = &*binder.template();
    let search = search_key(&request.search);
    let wanted: Vec<&str> = search.split_whitespace().collect();
    let matches = |record: &&dyn Record| {
        wanted.is_empty() || {
            let text = searched(&plan, *record);
            wanted.iter().all(|word| text.contains(word))
        }
    };
    let all: Vec<&dyn Record> = plan.live(kind).collect();
    let found: Vec<&dyn Record> = all.iter().copied().filter(matches).collect();
    let with = Id::parse(&request.with).and_then(|id| found.iter().position(|one| one.id() == id));
    let most = request.most.clamp(1, 500) as usize;
    let from = with.map_or(request.from as usize, |at| at / most * most);
    let rows = found.iter().skip(from).take(most).map(|record| view(&plan, template, *record)).collect();
    Ok(Page { seq, total: count(all.len()), found: count(found.len()), rows })
}

/// What a search looks at: texts, and the names of what the record names.
fn searched(plan: &binder::plan::Plan, record: &dyn Record) -> String {
    let mut text = String::new();
    for field in record.fields() {
        let Some(value) = record.field(field.id) else { continue };
        match field.kind {
            FieldKind::Link(to) => {
                let title = Id::parse(&value).and_then(|id| plan.link_title(to, id).ok());
                text.push_str(&title.unwrap_or_default());
            }
            FieldKind::Choice(_) | FieldKind::Flag | FieldKind::Image | FieldKind::Cells => continue,
            _ => text.push_str(&value),
        }
        text.push('\n');
    }
    search_key(&text)
}

/// Attaches a picture.
pub fn attach(host: &Host, request: AttachRequest) -> Result<Changed, Fault> {
    let binder = host.binder()?;
    let path = PathBuf::from(&request.path);
    let bytes = binder::read_whole(&path)?;
    let done = binder.attach(kind(&request.kind)?, id(&request.id)?, &request.field, &bytes, &step(host, None))?;
    changed(&binder, done)
}

/// Calls a column of the ledger otherwise.
pub fn name_column(host: &Host, request: ColumnNameRequest) -> Result<Changed, Fault> {
    let binder = host.binder()?;
    let plan = binder.plan();
    if kind(&request.kind)? != Kind::Device || Kind::Device.field(&request.field).is_none() {
        return Err(Error::NotFound(request.field).into());
    }
    let there = plan
        .rows
        .column_names
        .live()
        .find(|one| one.of_kind.as_deref() == Some(&request.kind) && one.field.as_deref() == Some(&request.field));
    let edit = match there {
        Some(one) => Edit::SetField {
            kind: Kind::ColumnName,
            id: one.row.id,
            field: "label".to_owned(),
            value: Some(request.label),
            leaving: true,
        },
        None => Edit::Add {
            kind: Kind::ColumnName,
            fresh: host.outside.new_id(),
            source: None,
            values: [("of_kind", request.kind), ("field", request.field), ("label", request.label)]
                .map(|(field, value)| (field.to_owned(), value))
                .to_vec(),
        },
    };
    edit_with(host, &edit, None)
}

/// Looks at a sheet: what importing it would do.
pub fn look_at_sheet(host: &Host, request: ImportRequest) -> Result<ImportPreview, Fault> {
    let binder = host.binder()?;
    let looked = binder.look_at_sheet(&asked(&request)?)?;
    let of = |verdict| count(looked.count(verdict));
    let counts = ImportCounts {
        new: of(Verdict::New),
        update: of(Verdict::Update),
        same: of(Verdict::Same),
        skipped: of(Verdict::Skipped),
        problem: of(Verdict::Problem),
    };
    let preview = looked.preview;
    Ok(ImportPreview {
        token: looked.token,
        sheets: looked.sheets,
        sheet: count(preview.sheet),
        header: count(preview.header),
        lines: (1..).zip(looked.lines).map(|(line, cells)| ImportLine { line, cells }).collect(),
        columns: preview
            .columns
            .into_iter()
            .map(|column| ImportColumn {
                at: count(column.at),
                title: column.title,
                target: column.target.unwrap_or_default(),
                example: column.example,
            })
            .collect(),
        targets: preview.targets.into_iter().map(|target| Word { id: target.id, text: target.label }).collect(),
        counts,
        rows: preview.rows.into_iter().map(row_view).collect(),
        trouble: preview.trouble.as_ref().map(binder::import_note).unwrap_or_default(),
    })
}

fn row_view(row: binder::import::Row) -> ImportRow {
    ImportRow {
        line: count(row.line),
        title: row.title,
        verdict: row.verdict.name().to_owned(),
        notes: row.notes.iter().map(binder::import_note).collect(),
        changes: row
            .changes
            .into_iter()
            .map(|one| ImportChange { label: one.label, before: one.before, after: one.after })
            .collect(),
    }
}

/// Imports exactly what was looked at, as one step.
pub fn import_sheet(host: &Host, request: ImportRequest) -> Result<Changed, Fault> {
    let binder = host.binder()?;
    let (done, _) = binder.import_sheet(&asked(&request)?, &request.token, &step(host, None))?;
    changed(&binder, done)
}

fn asked(request: &ImportRequest) -> Result<binder::ImportRequest, Fault> {
    let what = What::named(&request.what).ok_or_else(|| Error::NotFound(request.what.clone()))?;
    let setup = Setup {
        sheet: request.sheet.map(|at| at as usize),
        header: request.header.map(|line| line as usize),
        columns: request.columns.iter().map(|(at, target)| (*at as usize, target.clone())).collect(),
    };
    Ok(binder::ImportRequest { what, bytes: binder::read_whole(&PathBuf::from(&request.path))?, setup })
}

/// Writes records as a sheet.
pub fn export_sheet(host: &Host, request: ExportRequest) -> Result<Exported, Fault> {
    let binder = host.binder()?;
    let what = What::named(&request.what).ok_or_else(|| Error::NotFound(request.what.clone()))?;
    let format = match request.format.as_str() {
        "xlsx" => SheetFormat::Xlsx,
        "csv" => SheetFormat::Csv,
        "vcf" => SheetFormat::Vcard,
        other => return Err(Error::NotFound(other.to_owned()).into()),
    };
    let (bytes, rows) = binder.export_sheet(what, format)?;
    binder::write_whole(&PathBuf::from(&request.path), &bytes)?;
    Ok(Exported { path: request.path, rows: count(rows) })
}
