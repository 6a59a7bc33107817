//! Long lists, attached files, names of columns, sheets in and out.

use super::records::{step, view};
use super::{changed, count, id, kind, reads};
use crate::types::*;
use crate::{Fault, Host};
use binder::Snapshot;
use binder::import::{Setup, Verdict};
use binder::plan::{Id, Kind};
use binder::template::Template;
use binder::{Part, SheetFormat};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// A part of a long list, searched.
pub(crate) fn some_rows(host: &Host, request: SomeRowsRequest) -> Result<SomeRows, Fault> {
    let kind = kind(&request.kind)?;
    let most = request.most.clamp(1, 500) as usize;
    let part = Part { from: request.from as usize, most, with: Id::parse(&request.with) };
    let listed = host.binder()?.search(kind, &request.search, part);
    let Snapshot { plan, template, seq } = &listed.now;
    let records = listed.ids.iter().filter_map(|id| plan.find(kind, *id));
    let rows = records.map(|record| view(plan, template, record)).collect();
    Ok(SomeRows { seq: *seq, reads: reads(&[kind]), total: count(listed.total), found: count(listed.found), rows })
}

/// Attaches a file.
pub(crate) fn attach(host: &Host, request: AttachRequest) -> Result<Changed, Fault> {
    let binder = host.binder()?;
    let (name, bytes) = binder::read_to_attach(&PathBuf::from(&request.path))?;
    let (kind, id) = (kind(&request.kind)?, id(&request.id)?);
    let done = binder.attach(kind, id, &request.field, &name, &bytes, &step(host, None))?;
    changed(&binder, done)
}

/// Writes an attached file out again.
pub(crate) fn save_attachment(host: &Host, request: AttachRequest) -> Result<Nothing, Fault> {
    let to = PathBuf::from(&request.path);
    host.binder()?.save_attachment(kind(&request.kind)?, id(&request.id)?, &request.field, &to)?;
    Ok(Nothing {})
}

/// Calls a column of the ledger otherwise.
pub(crate) fn name_column(host: &Host, request: ColumnNameRequest) -> Result<Changed, Fault> {
    let binder = host.binder()?;
    let done = binder.name_column(kind(&request.kind)?, &request.field, &request.label, &step(host, None))?;
    changed(&binder, done)
}

/// Looks at a sheet: what importing it would do.
pub(crate) fn look_at_sheet(host: &Host, request: ImportRequest) -> Result<ImportPreview, Fault> {
    let binder = host.binder()?;
    let request = asked(&request)?;
    let looked = binder.look_at_sheet(&request, &host.work(Work::Look))?;
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
        list: request.what.lists()[0].noun().to_owned(),
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
                filled: count(column.filled),
                never: column.never,
            })
            .collect(),
        targets: preview.targets.into_iter().map(|target| Word { id: target.id, text: target.label }).collect(),
        counts,
        rows: preview.rows.into_iter().map(row_view).collect(),
        trouble: preview.trouble.as_ref().map(binder::import_note).unwrap_or_default(),
        how: preview.how.iter().map(binder::import_note).collect(),
        blocks: count(preview.blocks),
        hidden: count(preview.hidden),
        mixed: preview.mixed,
        account: account_view(&preview.account),
        missing: missing_view(&binder.template(), &preview.missing),
    })
}

fn account_view(account: &binder::import::Account) -> ImportAccount {
    let lost = account.lost.iter().map(|one| ImportLost { why: binder::import_lost(one), cells: count(one.cells) });
    ImportAccount {
        cells: count(account.cells),
        names: count(account.names),
        taken: count(account.taken),
        left: count(account.left()),
        lost: lost.collect(),
    }
}

fn missing_view(template: &Template, missing: &[(Kind, String, usize)]) -> Vec<ImportMissing> {
    let mut out: BTreeMap<Kind, Vec<String>> = BTreeMap::new();
    for (kind, name, _) in missing {
        out.entry(*kind).or_default().push(name.clone());
    }
    let word = |kind: Kind| template.labels.get(kind.noun()).map(|labels| labels.name.clone()).unwrap_or_default();
    out.into_iter().map(|(kind, names)| ImportMissing { kind: word(kind), names }).collect()
}

fn row_view(row: binder::import::Row) -> ImportRow {
    ImportRow {
        heading: row.is_heading(),
        alone: row.is_alone(),
        line: count(row.line),
        title: row.title,
        verdict: row.verdict.into(),
        notes: row.notes.iter().map(binder::import_note).collect(),
        changes: row
            .changes
            .into_iter()
            .map(|one| ImportChange { label: one.label, before: one.before, after: one.after })
            .collect(),
    }
}

/// Imports exactly what was looked at, as one step.
pub(crate) fn import_sheet(host: &Host, request: ImportRequest) -> Result<Changed, Fault> {
    let binder = host.binder()?;
    host.keep(&binder);
    let (done, _) =
        binder.import_sheet(&asked(&request)?, &request.token, &step(host, None), &host.work(Work::Import))?;
    changed(&binder, done)
}

fn asked(request: &ImportRequest) -> Result<binder::ImportRequest, Fault> {
    let setup = Setup {
        sheet: request.sheet.map(|at| at as usize),
        header: request.header.map(|line| line as usize),
        columns: request.columns.iter().map(|(at, target)| (*at as usize, target.clone())).collect(),
        blocks: request.blocks.map(|blocks| blocks as usize),
        headings: request.headings.iter().map(|(line, is)| (*line as usize, *is)).collect(),
        leave_hidden: request.leave_hidden,
        one_list: request.one_list,
        make_missing: request.make_missing,
    };
    Ok(binder::ImportRequest {
        what: request.what.into(),
        bytes: binder::read_whole(&PathBuf::from(&request.path))?,
        setup,
    })
}

/// Writes records as a sheet.
pub(crate) fn export_sheet(host: &Host, request: ExportRequest) -> Result<Exported, Fault> {
    let binder = host.binder()?;
    let format = match request.format {
        FormatView::Xlsx => SheetFormat::Xlsx,
        FormatView::Csv => SheetFormat::Csv,
        FormatView::Vcf => SheetFormat::Vcard,
    };
    let (bytes, rows) = binder.export_sheet(request.what.into(), format)?;
    binder::write_whole(&PathBuf::from(&request.path), &bytes)?;
    Ok(Exported { path: request.path, rows: count(rows) })
}
