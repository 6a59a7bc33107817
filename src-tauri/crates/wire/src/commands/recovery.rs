//! The map of dependencies, the order of recovery, what-if.

use super::{count, id, reads};
use crate::types::*;
use crate::{Fault, Host};
use binder::plan::recovery::{Graph, Weak, essential, weak_points};
use binder::plan::{Id, Kind, Plan, Record, Shown, show_field};
use binder::print::map::{self, MapBox, MapPanel};
use binder::print::{map_nodes, map_words};
use binder::template::Template;
use binder::{Snapshot, SystemSaid, WaveSaid};
use std::collections::HashMap;

/// So many systems are named beside a weak point: nobody reads more, and of thousands each stops thousands.
const NAMED: usize = 30;

/// The map of dependencies as the paper draws it.
pub(crate) fn dependency_map(host: &Host, _: Empty) -> Result<MapPicture, Fault> {
    let binder = host.binder()?;
    let Snapshot { plan, template, seq } = binder.snapshot();
    let template = &*template;
    let panels = map::panels(&map_nodes(&plan, template), &map_words(template));
    let graph = Graph::of(&plan);
    let links = Links::of(&graph);
    Ok(MapPicture {
        seq,
        reads: reads(&[Kind::SystemLink, Kind::TaskNeed]),
        width: map::WIDTH,
        letters: map::SIZE_PT * 25.4 / 72.0,
        line: map::LINE,
        panels: panels.into_iter().map(|panel| panel_view(panel, &links)).collect(),
        how: template.word("map-how").to_owned(),
        weak: weak(&plan, &graph),
    })
}

/// What each box needs and is needed by, by the keys of the boxes.
struct Links {
    keys: Vec<String>,
    at: HashMap<String, usize>,
    needs: Vec<Vec<usize>>,
    needed_by: Vec<Vec<usize>>,
    importance: Vec<String>,
}

impl Links {
    fn of(graph: &Graph<'_>) -> Self {
        let keys: Vec<String> = graph.systems.iter().map(|system| system.row.id.to_string()).collect();
        let needs = essential(graph);
        let mut needed_by = vec![Vec::new(); keys.len()];
        for (at, list) in needs.iter().enumerate() {
            for to in list {
                needed_by[*to].push(at);
            }
        }
        let importance = graph.systems.iter().map(|system| system.importance.clone().unwrap_or_default()).collect();
        Self { at: keys.iter().cloned().zip(0..).collect(), keys, needs, needed_by, importance }
    }

    /// Of one box: what it needs, what needs it.
    fn of_box(&self, key: &str) -> (Vec<String>, Vec<String>) {
        let keys = |list: &[usize]| list.iter().map(|at| self.keys[*at].clone()).collect();
        let at = self.at.get(key);
        at.map_or_else(Default::default, |at| (keys(&self.needs[*at]), keys(&self.needed_by[*at])))
    }
}

fn panel_view(panel: MapPanel, links: &Links) -> MapPanelView {
    MapPanelView {
        height: panel.height_mm,
        boxes: panel.boxes.into_iter().map(|one| box_view(one, links)).collect(),
        lines: panel.lines.iter().map(|((x1, y1), (x2, y2))| [*x1, *y1, *x2, *y2]).collect(),
        dots: panel.dots.iter().map(|(x, y)| [*x, *y]).collect(),
        waves: panel.waves.into_iter().map(|(y, text)| MapWave { y, text }).collect(),
    }
}

fn box_view(one: MapBox, links: &Links) -> MapBoxView {
    let (needs, needed_by) = links.of_box(&one.key);
    let importance = links.at.get(&one.key).map(|at| links.importance[*at].clone()).unwrap_or_default();
    MapBoxView {
        importance,
        key: one.key,
        x: one.at_mm.0,
        y: one.at_mm.1,
        width: one.size_mm.0,
        height: one.size_mm.1,
        lines: one.lines.into_iter().map(|(text, bold)| MapLine { text, bold }).collect(),
        needs,
        needed_by,
    }
}

fn weak(plan: &Plan, graph: &Graph<'_>) -> Vec<WeakView> {
    let view = |point: binder::plan::recovery::WeakPoint| {
        let (kind, id, title) = match point.at {
            Weak::System(at) => (Kind::System, graph.systems[at].row.id, graph.systems[at].title()),
            Weak::Vendor(id) => (Kind::Organisation, id, plan.find(Kind::Organisation, id)?.title()),
        };
        Some(WeakView {
            at: Ref { kind: kind.noun().to_owned(), id: id.to_string() },
            title,
            count: count(point.systems.count()),
            systems: point.systems.iter().take(NAMED).map(|at| graph.systems[at].title()).collect(),
            tasks: count(point.tasks),
        })
    };
    weak_points(plan, graph).into_iter().filter_map(view).collect()
}

/// The order of recovery; with systems hit, what stops and how it comes back.
pub(crate) fn recovery(host: &Host, request: RecoveryRequest) -> Result<RecoveryView, Fault> {
    let binder = host.binder()?;
    let hit = request.hit.iter().map(|one| id(one)).collect::<Result<Vec<Id>, Fault>>()?;
    let said = binder.recovery(&hit);
    let Snapshot { plan, template, seq } = &said.now;
    Ok(RecoveryView {
        seq: *seq,
        reads: reads(&[Kind::SystemLink, Kind::WaveDuty, Kind::Gate, Kind::TaskNeed]),
        waves: said.waves.into_iter().map(wave_view).collect(),
        gate: plan.live(Kind::Gate).map(|gate| gate_view(plan, template, gate)).collect(),
        gate_note: template.word("gate-note").to_owned(),
        circles: said.circles,
        running: said.running.into_iter().map(|(id, title)| NamedRef { id: id.to_string(), title }).collect(),
        tasks: said.tasks.iter().filter_map(|id| plan.find(Kind::ClinicalTask, *id)).map(task_view).collect(),
        stopped: count(said.stopped),
    })
}

fn wave_view(wave: WaveSaid) -> WaveView {
    WaveView {
        label: wave.label,
        tier: wave.tier.to_owned(),
        tier_text: wave.tier_text,
        duty: wave.duty.map(|id| id.to_string()).unwrap_or_default(),
        tester: wave.tester,
        declarer: wave.declarer,
        trial: wave.trial,
        systems: wave.systems.into_iter().map(system_view).collect(),
    }
}

fn system_view(system: SystemSaid) -> WaveSystem {
    WaveSystem {
        id: system.id.to_string(),
        title: system.title,
        needs: system.needs,
        lifted_by: system.lifted_by,
        moved: system.moved,
        reason: system.reason,
        state: system.state.into(),
    }
}

fn gate_view(plan: &Plan, template: &Template, gate: &dyn Record) -> GateView {
    let decider = match show_field(plan, template, gate, "decider", true) {
        Shown::Value(text) => text,
        _ => String::new(),
    };
    GateView {
        id: gate.id().to_string(),
        title: gate.title(),
        decider,
        evidence: gate.field("evidence").unwrap_or_default(),
    }
}

fn task_view(task: &dyn Record) -> TaskView {
    let said = |field: &str| task.field(field).unwrap_or_default();
    TaskView {
        id: task.id().to_string(),
        title: task.title(),
        paper_day: said("paper_day"),
        paper_night: said("paper_night"),
        beyond: said("beyond"),
    }
}
