//! `sonae recovery`: the order of recovery, and what-if.

use super::{open, say};
use crate::words::Words;
use binder::plan::{Kind, Record};
use binder::{State, SystemSaid, WaveSaid};
use clap::ArgMatches;
use serde_json::json;

/// Says the waves; with `--hit`, what stops, which tasks, and the waves of what stops.
pub(super) fn recovery(m: &ArgMatches, words: &Words) -> binder::Result<u8> {
    let binder = open(m)?;
    let names = m.get_many::<String>("hit").into_iter().flatten();
    let hit = names.map(|name| binder.system_called(name)).collect::<binder::Result<Vec<_>>>()?;
    let said = binder.recovery(&hit);
    let plan = binder.plan();
    let task = |id| plan.find(Kind::ClinicalTask, id).map(Record::title).unwrap_or_default();
    let tasks: Vec<String> = said.tasks.iter().map(|id| task(*id)).collect();
    if m.get_flag("json") {
        let system = |one: &SystemSaid| json!({ "id": one.id, "name": one.title, "state": one.state.name() });
        let wave = |wave: &WaveSaid| json!({ "wave": wave.label, "systems": wave.systems.iter().map(system).collect::<Vec<_>>() });
        say(json!({
            "waves": said.waves.iter().map(wave).collect::<Vec<_>>(),
            "circles": said.circles,
            "tasks": tasks,
            "running": said.running.iter().map(|(_, title)| title).collect::<Vec<_>>(),
        }))?;
        return Ok(0);
    }
    if !hit.is_empty() {
        say(format!("{}：{}", words.say("止まる業務", "tasks that stop"), tasks.join("、")))?;
    }
    for wave in &said.waves {
        let names: Vec<String> = wave
            .systems
            .iter()
            .map(|one| match one.state {
                State::Examined => format!("{}（{}）", one.title, words.say("先に確かめる", "examined first")),
                State::Hit => format!("{}（{}）", one.title, words.say("攻撃を受けた", "hit")),
                State::Stopped | State::Unasked => one.title.clone(),
            })
            .collect();
        say(format!("{}\t{}", wave.label, names.join("、")))?;
    }
    for circle in &said.circles {
        say(format!("{}：{}", words.say("たがいに要る", "in a circle"), circle.join("、")))?;
    }
    Ok(0)
}
