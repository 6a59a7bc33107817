//! Power that goes: what an edit writes is taken from a trace, and of what was not yet synced some is missing and some is
//! torn in the middle of a sector's neighbour. What comes up is the plan before the edit or after it.

use super::{Chance, Outcome};
use crate::scene::Scene;
use crate::{journal, sonae};
use binder::Unwatched;
use std::path::Path;
use std::process::{Command, Stdio};

/// What a disk writes whole.
const SECTOR: usize = 512;

/// One thing done to a file.
#[derive(Debug, Clone)]
enum Act {
    Write { file: usize, at: usize, bytes: Vec<u8> },
    Length { file: usize, length: usize },
    Sync { file: usize },
}

/// A traced import: the plan before it, and everything it did to plan (0) and journal (1), in order.
pub struct Trace {
    before: Vec<u8>,
    acts: Vec<Act>,
    people: [usize; 2],
}

impl Trace {
    /// Traces an import of some people.
    ///
    /// # Panics
    /// When `strace` is not installed.
    pub fn taken() -> Self {
        let scene = Scene::of("clinic");
        let sheet = scene.at("職員.csv");
        let rows: Vec<String> = (0..60).map(|nth| format!("職員{nth},{}", 7000 + nth)).collect();
        std::fs::write(&sheet, format!("氏名,内線\n{}\n", rows.join("\n"))).expect("written");
        let before = std::fs::read(&scene.plan).expect("the plan");
        let people = count(&scene.plan).expect("sound");
        let (plan, sheet, trace) = (scene.plan.display().to_string(), sheet.display().to_string(), scene.at("trace"));
        let own = sonae::command(&["import", "people", &sheet, &plan]);
        let mut command = Command::new("strace");
        command.args([
            "-f",
            "-qq",
            "-y",
            "-xx",
            "-s",
            "200000",
            "-e",
            "trace=write,pwrite64,fsync,fdatasync,ftruncate",
            "-o",
        ]);
        command.arg(&trace).arg(own.get_program()).args(own.get_args()).env("XDG_DATA_HOME", scene.folder());
        let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status().expect("strace is installed");
        assert!(status.success(), "the import itself");
        let text = std::fs::read_to_string(&trace).expect("strace wrote it");
        let hex = |text: &str| text.bytes().map(|byte| format!("\\x{byte:02x}")).collect::<String>();
        let names = [plan.clone(), format!("{plan}-journal")].map(|name| [hex(&name), name]);
        let acts: Vec<Act> = text.lines().filter_map(|line| act(line, &names)).collect();
        assert!(acts.len() > 8, "{} acts of {} lines", acts.len(), text.lines().count());
        let after = count(&scene.plan).expect("sound");
        Self { before, acts, people: [people, after] }
    }

    /// Lets the power go once.
    ///
    /// # Panics
    /// When the files cannot be written.
    pub fn one(&self, seed: u64) -> Outcome {
        let mut chance = Chance::of(seed);
        let until = chance.below(self.acts.len() + 1);
        let mut disk = [self.before.clone(), Vec::new()];
        let mut open: Vec<&Act> = Vec::new();
        for act in &self.acts[..until] {
            match act {
                Act::Sync { file } => {
                    let (now, later): (Vec<&Act>, Vec<&Act>) = open.into_iter().partition(|act| act.file() == *file);
                    now.into_iter().for_each(|act| act.apply(&mut disk, None));
                    open = later;
                }
                other => open.push(other),
            }
        }
        for act in open {
            match chance.below(3) {
                0 => {}
                1 => act.apply(&mut disk, None),
                _ => act.apply(&mut disk, Some(SECTOR * chance.below(9))),
            }
        }
        let scene = Scene::empty();
        std::fs::write(&scene.plan, &disk[0]).expect("written");
        if !disk[1].is_empty() {
            std::fs::write(journal::of(&scene.plan), &disk[1]).expect("written");
        }
        let said =
            |said: &str, wrong: Option<String>| Outcome { done: "power".to_owned(), said: said.to_owned(), wrong };
        match count(&scene.plan) {
            Err(error) => said("wrong", Some(format!("after {until} acts: {error}"))),
            Ok(now) if now == self.people[1] => said("after", None),
            Ok(_) if until == self.acts.len() => {
                said("wrong", Some("everything was written, and is not there".to_owned()))
            }
            Ok(now) if now == self.people[0] => said("before", None),
            Ok(now) => said("wrong", Some(format!("after {until} acts: {now} people"))),
        }
    }
}

impl Act {
    fn file(&self) -> usize {
        match self {
            Act::Write { file, .. } | Act::Length { file, .. } | Act::Sync { file } => *file,
        }
    }

    /// Does it, or only as much of it as reached the disk.
    fn apply(&self, disk: &mut [Vec<u8>; 2], torn: Option<usize>) {
        match self {
            Act::Write { file, at, bytes } => {
                let bytes = &bytes[..torn.unwrap_or(bytes.len()).min(bytes.len())];
                let end = at + bytes.len();
                if disk[*file].len() < end {
                    disk[*file].resize(end, 0);
                }
                disk[*file][*at..end].copy_from_slice(bytes);
            }
            Act::Length { file, length } => disk[*file].resize(*length, 0),
            Act::Sync { .. } => {}
        }
    }
}

/// A line of the trace, if it is about one of the two files.
fn act(line: &str, names: &[[String; 2]; 2]) -> Option<Act> {
    let call = line.split_whitespace().nth(1)?;
    let (name, rest) = line[line.find(call)?..].split_once('(')?;
    let path = rest.split_once('<')?.1.split_once('>')?.0;
    let file = names.iter().position(|names| names.iter().any(|name| name == path))?;
    Some(match name {
        "pwrite64" | "write" => {
            let (text, rest) = rest.split_once('"')?.1.rsplit_once('"')?;
            let bytes: Vec<u8> = text
                .split("\\x")
                .skip(1)
                .map(|two| u8::from_str_radix(&two[..2], 16))
                .collect::<Result<_, _>>()
                .ok()?;
            let at = rest.split(',').nth(2)?.trim().split(')').next()?.trim().parse().ok()?;
            Act::Write { file, at, bytes }
        }
        "ftruncate" => {
            Act::Length { file, length: rest.split_once(',')?.1.trim().split(')').next()?.trim().parse().ok()? }
        }
        "fsync" | "fdatasync" => Act::Sync { file },
        _ => return None,
    })
}

/// How many people are in a plan that is sound.
fn count(plan: &Path) -> Result<usize, String> {
    let (binder, report) =
        binder::Binder::open(plan, false, crate::outside::Still::world()).map_err(|error| error.to_string())?;
    let faults = binder.verify(&Unwatched).map_err(|error| error.to_string())?;
    match faults.is_empty() && report.doubts == 0 {
        true => Ok(binder.plan().rows.people.len()),
        false => Err(format!("{faults:?}")),
    }
}
