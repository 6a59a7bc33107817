//! The program killed at a system call, and one of its writes refused: under `strace`, which must be installed.

use super::{Chance, Outcome};
use crate::scene::{Scene, open};
use crate::sonae;
use binder::Unwatched;
use std::process::{Command, Stdio};

/// System calls that change something, or may.
const CALLS: &str =
    "openat,write,pwrite64,fsync,fdatasync,ftruncate,unlink,unlinkat,rename,renameat,renameat2,linkat,mkdir";
/// People of the sheet that is imported.
const PEOPLE: usize = 40;

/// A plan, a sheet, and how often a run of the import calls the system.
pub struct Run {
    plan: Vec<u8>,
    sheet: String,
    calls: usize,
    before: usize,
}

impl Run {
    /// Counts one run.
    ///
    /// # Panics
    /// When `strace` is not installed.
    pub fn counted() -> Self {
        let scene = Scene::of("clinic");
        let rows: Vec<String> = (0..PEOPLE).map(|nth| format!("職員{nth},{}", 7000 + nth)).collect();
        let sheet = format!("氏名,内線\n{}\n", rows.join("\n"));
        let plan = std::fs::read(&scene.plan).expect("the plan");
        let before = people(&scene);
        let mut run = Self { plan, sheet, calls: 0, before };
        let trace = scene.at("trace");
        run.import(&scene, &["-o".to_owned(), trace.display().to_string(), "-e".to_owned(), format!("trace={CALLS}")]);
        run.calls = std::fs::read_to_string(&trace).expect("strace wrote it").lines().count();
        assert!(run.calls > 30, "{} system calls", run.calls);
        run
    }

    /// The exit code of an import under `strace`; `None` when it was killed.
    fn import(&self, scene: &Scene, strace: &[String]) -> Option<i32> {
        std::fs::write(&scene.plan, &self.plan).expect("written");
        let sheet = scene.at("職員.csv");
        std::fs::write(&sheet, &self.sheet).expect("written");
        let (plan, sheet) = (scene.plan.display().to_string(), sheet.display().to_string());
        let own = sonae::command(&["import", "people", &sheet, &plan]);
        let mut command = Command::new("strace");
        command.args(["-f", "-qq"]).args(strace).arg(own.get_program()).args(own.get_args());
        command.env("XDG_DATA_HOME", scene.folder()).stdout(Stdio::null()).stderr(Stdio::null());
        command.status().expect("strace is installed").code()
    }

    /// Kills an import at one of its system calls, or lets it go on with one that fails.
    ///
    /// # Panics
    /// When the plan cannot be written.
    pub fn one(&self, seed: u64, fails: bool) -> Outcome {
        let mut chance = Chance::of(seed);
        let scene = Scene::empty();
        let nth = 1 + if fails { seed as usize % self.calls } else { chance.below(self.calls) };
        let how = match fails {
            true => format!("error={}", chance.one(&["ENOSPC", "EIO", "EACCES"])),
            false => "signal=SIGKILL".to_owned(),
        };
        let inject = [
            "-o".to_owned(),
            "/dev/null".to_owned(),
            "-e".to_owned(),
            format!("trace={CALLS}"),
            "-e".to_owned(),
            format!("inject={CALLS}:{how}:when={nth}"),
        ];
        let code = self.import(&scene, &inject);
        let done = if fails { "write that fails" } else { "kill" };
        let said = |said: &str, wrong: Option<String>| Outcome { done: done.to_owned(), said: said.to_owned(), wrong };
        let faults = match binder::Binder::open(&scene.plan, false, crate::outside::Still::world()) {
            Ok((binder, report)) if report.doubts == 0 => binder.verify(&Unwatched).map_err(|error| error.to_string()),
            Ok(_) => Err("rows in doubt".to_owned()),
            Err(error) => Err(format!("call {nth}: {error}")),
        };
        match faults {
            Ok(faults) if faults.is_empty() => {}
            Ok(faults) => return said("wrong", Some(format!("call {nth}: {faults:?}"))),
            Err(error) => return said("wrong", Some(error)),
        }
        let now = people(&scene);
        match (code, now) {
            (Some(0), now) if now != self.before + PEOPLE => {
                said("wrong", Some(format!("call {nth}: acknowledged, and lost")))
            }
            (_, now) if now != self.before && now != self.before + PEOPLE => {
                said("wrong", Some(format!("call {nth}: half of it")))
            }
            (Some(0), _) => said("done", None),
            (_, now) if now == self.before => said("as before", None),
            _ => said("saved, not yet acknowledged", None),
        }
    }

    /// How many calls there are: each fails once.
    pub fn calls(&self) -> usize {
        self.calls
    }
}

fn people(scene: &Scene) -> usize {
    open(&scene.plan, true).0.plan().rows.people.len()
}
