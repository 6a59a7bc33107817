//! One function per command: read options, call `binder`, say what came of it.

mod beside;
mod checklists;
mod exercise;
mod find;
mod list;
mod recovery;
mod scenarios;
mod sheets;
mod verify;
mod visit;

use crate::outside::{self, System};
use crate::waiting::Waiting;
use crate::words::Words;
use binder::plan::{Finding, Severity};
use binder::{Binder, Copy, Document, EXAMPLES, Error, FindingText, Message, NewPlan, Outside, PrintRequest};
use clap::ArgMatches;
use serde_json::json;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Runs the chosen command and returns the exit code.
pub(crate) fn run(matches: &ArgMatches, words: &Words) -> u8 {
    let result = match matches.subcommand() {
        Some(("new", m)) => new(m),
        Some(("sample", m)) => Binder::create_sample(text(m, "name"), path(m, "output"), &System).map(|()| 0),
        Some(("generate", m)) => generate(m),
        Some(("import", m)) => match m.subcommand() {
            Some(("plan", m)) => Binder::import_json(path(m, "json"), path(m, "output"), &System).map(|()| 0),
            Some((what, m)) => sheets::import(what, m, words),
            None => Ok(2),
        },
        Some(("recovery", m)) => recovery::recovery(m, words),
        Some(("list", m)) => list::list(m, words),
        Some(("find", m)) => find::find(m, words),
        Some(("check", m)) => check(m, words),
        Some(("print", m)) => print(m, words),
        Some(("visit", m)) => visit::visit(m, words),
        Some(("export", m)) => export(m, words),
        Some(("verify", m)) => verify::verify(m, words),
        Some(("checklists", m)) => checklists::checklists(m, words),
        Some(("checklist", m)) => checklists::checklist(m, words),
        Some(("scenarios", m)) => scenarios::scenarios(m, words),
        Some(("exercise", m)) => exercise::exercise(m, words),
        Some(("lint", m)) => lint(m, words),
        _ => Ok(2),
    };
    result.unwrap_or_else(|error| {
        tell(&Message::of(&error).whole());
        if error.is_disk() { 4 } else { 3 }
    })
}

fn new(m: &ArgMatches) -> binder::Result<u8> {
    let new = NewPlan {
        kind: text(m, "kind").to_owned(),
        name: text(m, "name").to_owned(),
        beds: m.get_one("beds").copied(),
    };
    new.create(path(m, "output"), &System)?;
    Ok(0)
}

fn generate(m: &ArgMatches) -> binder::Result<u8> {
    let number = |name| m.get_one::<u32>(name).copied().unwrap_or_default();
    let seed = m.get_one::<u64>("seed").copied().unwrap_or_default();
    let size = binder::Size {
        systems: number("systems"),
        people: number("people"),
        devices: number("devices"),
        dependencies: number("dependencies"),
        seed,
    };
    binder::generate(size, path(m, "output"), &System)?;
    Ok(0)
}

fn check(m: &ArgMatches, words: &Words) -> binder::Result<u8> {
    let binder = open(m)?;
    let (found, on_paper) = (binder.findings(), binder.paper_findings(&System.today())?);
    let mut findings: Vec<&Finding> = found.iter().chain(&*on_paper).collect();
    findings.sort_by_key(|finding| finding.check.severity);
    if m.get_flag("json") {
        let (plan, today) = (binder.plan(), System.today());
        let one = |finding: &Finding| {
            let aside = binder::plan::set_aside(&plan, finding, &today);
            let aside = aside.map(|row| json!({ "reason": row.reason, "set_by": row.set_by, "until": row.until }));
            let mut said = as_json(finding);
            said["finding"] = finding.identity().text().into();
            said["set_aside"] = aside.unwrap_or_default();
            said
        };
        say(json!({ "findings": findings.iter().copied().map(one).collect::<Vec<_>>() }))?;
    } else {
        for finding in &findings {
            let said = FindingText::of(finding);
            say(format!("{}　{}", said.severity, said.text))?;
        }
        if findings.is_empty() {
            say(words.say("気になることは見つかりませんでした。", "Nothing found."))?;
        }
    }
    Ok(u8::from(findings.iter().any(|finding| finding.check.severity == Severity::Stop)))
}

fn print(m: &ArgMatches, words: &Words) -> binder::Result<u8> {
    let binder = open(m)?;
    let asked = text(m, "document");
    // The binder is what is printed when nothing is asked for.
    if m.get_flag("examples") && ![Document::binder().name, "forms", EXAMPLES].contains(&asked) {
        tell(words.say("--examples は、様式（forms）と一緒に使います。", "--examples goes with --document forms."));
        return Ok(2);
    }
    let name = if m.get_flag("examples") { EXAMPLES } else { asked };
    let document = Document::named(name).ok_or_else(|| Error::NotFound(name.to_owned()))?;
    let copy = m.get_one::<Copy>("copy").cloned().unwrap_or(Copy::Hq);
    let date = match m.get_one::<String>("date") {
        Some(date) => binder::print_date(date)?,
        None => System.today(),
    };
    let to = path(m, "output");
    let printed = binder.print_to(
        &PrintRequest {
            document,
            copy,
            date,
            forms: !m.get_flag("without-forms"),
            exercise: exercise::which(&binder, m)?,
        },
        to,
        &Waiting::new(words),
    )?;
    for finding in &printed.findings {
        let said = FindingText::of(finding);
        tell(&format!("{}　{}", said.severity, said.text));
    }
    if m.get_flag("json") {
        let findings: Vec<_> = printed.findings.iter().map(as_json).collect();
        say(json!({ "path": to.to_string_lossy(), "pages": printed.pages, "findings": findings }))?;
    }
    Ok(0)
}

fn export(m: &ArgMatches, words: &Words) -> binder::Result<u8> {
    binder::place_for(path(m, "output"))?;
    if text(m, "format") != "json" {
        return sheets::export(m);
    }
    let text = open(m)?.export_json(&Waiting::new(words))?;
    binder::write_whole(path(m, "output"), text.as_bytes())?;
    Ok(0)
}

fn lint(m: &ArgMatches, words: &Words) -> binder::Result<u8> {
    let problems = match binder::lint_folder(path(m, "folder")) {
        Ok(good) => {
            if m.get_flag("json") {
                say(json!({ "problems": [] }))?;
            } else {
                for one in good {
                    let counts: Vec<String> = one.counts.iter().map(ToString::to_string).collect();
                    let name = format!("{}/{}", one.kind.folder(), one.id);
                    say(format!("{name}: {} ({})", words.say("誤りはありません", "no problems"), counts.join(", ")))?;
                }
            }
            return Ok(0);
        }
        Err(Error::Pack(problems)) => problems,
        Err(other) => return Err(other),
    };
    if m.get_flag("json") {
        let list: Vec<_> =
            problems.iter().map(|p| json!({ "file": p.file, "line": p.line, "message": p.message })).collect();
        say(json!({ "problems": list }))?;
    } else {
        problems.iter().try_for_each(say)?;
    }
    Ok(1)
}

/// Opens a plan to read it, as all commands do but those that bring something in.
pub(crate) fn open(m: &ArgMatches) -> binder::Result<Binder> {
    opened(m, true)
}

/// Opens a plan, and tells what was found.
fn opened(m: &ArgMatches, read_only: bool) -> binder::Result<Binder> {
    let plan = path(m, "plan");
    let (binder, report, said) = if read_only {
        let (binder, report) = Binder::open(plan, true, Arc::new(System))?;
        (binder, report, Vec::new())
    } else {
        // Before anything is written a copy is kept, where the window keeps its own.
        binder::open_with_backups(plan, Arc::new(System), &outside::places(), &binder::Unwatched)?
    };
    // Before a sheet is read out row by row, not after.
    if !read_only && report.read_only == Some(binder::ReadOnly::OtherProgram) {
        return Err(Error::OtherWrites);
    }
    report.notices().iter().chain(&said).for_each(|line| tell(line));
    Ok(binder)
}

/// A line of results. A reader that has seen enough (`| head`) is no failure; a full disk is.
pub(crate) fn say(line: impl std::fmt::Display) -> binder::Result<()> {
    use std::io::{ErrorKind, Write};
    let mut out = std::io::stdout().lock();
    match writeln!(out, "{line}").and_then(|()| out.flush()) {
        Err(cause) if cause.kind() != ErrorKind::BrokenPipe => Err(Error::File { path: "stdout".into(), cause }),
        _ => Ok(()),
    }
}

/// A message. Where it cannot be shown, the exit code still says what happened.
pub(crate) fn tell(line: &str) {
    use std::io::Write;
    let _ = writeln!(std::io::stderr(), "{line}");
}

fn as_json(finding: &Finding) -> serde_json::Value {
    let said = FindingText::of(finding);
    json!({
        "code": finding.check.id,
        "severity": finding.check.severity.name(),
        "text": said.text,
        "kind": finding.at.map(|(kind, _)| kind.noun()),
        "id": finding.at.map(|(_, id)| id.to_string()),
        "field": finding.field,
        "item": finding.item(),
    })
}

pub(crate) fn text<'m>(m: &'m ArgMatches, name: &str) -> &'m str {
    m.get_one::<String>(name).map_or("", String::as_str)
}

pub(crate) fn path<'m>(m: &'m ArgMatches, name: &str) -> &'m Path {
    m.get_one::<PathBuf>(name).map_or(Path::new(""), PathBuf::as_path)
}
