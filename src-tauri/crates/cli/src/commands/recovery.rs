//! `sonae recovery`: the order of recovery, and what-if.

use super::{open, say};
use crate::words::Words;
use binder::Error;
use binder::plan::recovery::{Graph, Wave, order, what_if};
use binder::plan::{Kind, Record};
use clap::ArgMatches;
use serde_json::json;

/// Says the waves; with `--hit`, what stops, which tasks, and the waves of what stops.
pub fn recovery(m: &ArgMatches, words: &Words) -> binder::Result<u8> {
    let binder = open(m)?;
    let plan = binder.plan();
    let graph = Graph::of(&plan);
    let order = order(&graph);
    let mut hit = Vec::new();
    for name in m.get_many::<String>("hit").into_iter().flatten() {
        let at = graph.systems.iter().position(|system| system.title() == *name);
        // A part of a name is enough where it means one system only.
        let parts: Vec<usize> =
            (0..graph.systems.len()).filter(|at| graph.systems[*at].title().contains(name)).collect();
        let only = if parts.len() == 1 { Some(parts[0]) } else { None };
        hit.push(at.or(only).ok_or_else(|| Error::NotFound(name.clone()))?);
    }
    let answer = (!hit.is_empty()).then(|| what_if(&plan, &graph, &order, &hit));
    let waves = answer.as_ref().map_or(&order.waves, |answer| &answer.waves);
    let name = |at: usize| graph.systems[at].title();
    let state = |at: usize| match &answer {
        None => "",
        Some(answer) if answer.hit.contains(&at) => "hit",
        Some(answer) if answer.stopped[at] => "stopped",
        Some(_) => "examined",
    };
    let task = |id| plan.find(Kind::ClinicalTask, id).map(Record::title).unwrap_or_default();
    if m.get_flag("json") {
        let system = |at: &usize| json!({ "id": graph.systems[*at].row.id, "name": name(*at), "state": state(*at) });
        let wave = |wave: &Wave| json!({ "wave": wave.label(), "systems": wave.systems.iter().map(system).collect::<Vec<_>>() });
        say(json!({
            "waves": waves.iter().map(wave).collect::<Vec<_>>(),
            "circles": order.circles.iter().map(|one| one.iter().map(|at| name(*at)).collect::<Vec<_>>()).collect::<Vec<_>>(),
            "tasks": answer.iter().flat_map(|answer| &answer.tasks).map(|id| task(*id)).collect::<Vec<_>>(),
            "running": answer.iter().flat_map(|answer| &answer.running).map(|at| name(*at)).collect::<Vec<_>>(),
        }))?;
        return Ok(0);
    }
    if let Some(answer) = &answer {
        let tasks: Vec<String> = answer.tasks.iter().map(|id| task(*id)).collect();
        say(format!("{}：{}", words.say("止まる業務", "tasks that stop"), tasks.join("、")))?;
    }
    for wave in waves {
        let names: Vec<String> = wave
            .systems
            .iter()
            .map(|at| match state(*at) {
                "examined" => format!("{}（{}）", name(*at), words.say("先に確かめる", "examined first")),
                "hit" => format!("{}（{}）", name(*at), words.say("攻撃を受けた", "hit")),
                _ => name(*at),
            })
            .collect();
        say(format!("{}\t{}", wave.label(), names.join("、")))?;
    }
    for circle in &order.circles {
        let names: Vec<String> = circle.iter().map(|at| name(*at)).collect();
        say(format!("{}：{}", words.say("たがいに要る", "in a circle"), names.join("、")))?;
    }
    Ok(0)
}
