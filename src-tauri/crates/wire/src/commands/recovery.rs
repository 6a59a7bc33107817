//! The map of dependencies, the order of recovery, what-if.

use super::{count, id};
use crate::types::*;
use crate::{Fault, Host};
use binder::plan::recovery::{Graph, Order, TIERS, Wave, Weak, essential, order, weak_points, what_if};
use binder::plan::{Id, Kind, Plan, Record};
use binder::print::map::{self, MapBox, MapSheet};
use binder::print::{map_nodes, map_words};
use binder::template::Template;
use std::collections::BTreeMap;

/// The map of dependencies as the paper draws it.
pub fn dependency_map(host: &Host, _: Empty) -> Result<MapPicture, Fault> {
    let binder = host.binder()?;
    let (plan, seq) = binder.snapshot();
    let template = &*binder.template();
    let sheets = map::sheets(&map_nodes(&plan, template), &map_words(template));
    let graph = Graph::of(&plan);
    let needs = essential(&graph);
    let mut links: BTreeMap<String, (Vec<String>, Vec<String>)> = BTreeMap::new();
    let key = |at: usize| graph.systems[at].row.id.to_string();
    for (at, list) in needs.iter().enumerate() {
        for to in list {
            links.entry(key(at)).or_default().0.push(key(*to));
            links.entry(key(*to)).or_default().1.push(key(at));
        }
    }
    Ok(MapPicture {
        seq,
        width: map::WIDTH,
        letters: map::SIZE_PT * 25.4 / 72.0,
        line: map::LINE,
        sheets: sheets.iter().map(|sheet| sheet_view(sheet, &links)).collect(),
        how: template.word("map-how").to_owned(),
        weak: weak(&plan, &graph),
    })
}

fn sheet_view(sheet: &MapSheet, links: &BTreeMap<String, (Vec<String>, Vec<String>)>) -> MapSheetView {
    MapSheetView {
        height: sheet.height_mm,
        boxes: sheet.boxes.iter().map(|one| box_view(one, links)).collect(),
        lines: sheet.lines.iter().map(|((x1, y1), (x2, y2))| [*x1, *y1, *x2, *y2]).collect(),
        dots: sheet.dots.iter().map(|(x, y)| [*x, *y]).collect(),
        waves: sheet.waves.iter().map(|(y, text)| MapWave { y: *y, text: text.clone() }).collect(),
    }
}

fn box_view(one: &MapBox, links: &BTreeMap<String, (Vec<String>, Vec<String>)>) -> MapBoxView {
    let (needs, needed_by) = links.get(&one.key).cloned().unwrap_or_default();
    MapBoxView {
        key: one.key.clone(),
        x: one.at_mm.0,
        y: one.at_mm.1,
        width: one.size_mm.0,
        height: one.size_mm.1,
        lines: one.lines.iter().map(|(text, bold)| MapLine { text: text.clone(), bold: *bold }).collect(),
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
            systems: point.systems.iter().map(|at| graph.systems[*at].title()).collect(),
            tasks: count(point.tasks),
        })
    };
    weak_points(plan, graph).into_iter().filter_map(view).collect()
}

/// The order of recovery; with systems hit, what stops and how it comes back.
pub fn recovery(host: &Host, request: RecoveryRequest) -> Result<RecoveryView, Fault> {
    let binder = host.binder()?;
    let (plan, seq) = binder.snapshot();
    let template = &*binder.template();
    let graph = Graph::of(&plan);
    let order = order(&graph);
    let hit: Vec<usize> = request
        .hit
        .iter()
        .map(|one| id(one))
        .collect::<Result<Vec<Id>, Fault>>()?
        .into_iter()
        .filter_map(|id| graph.at(id))
        .collect();
    let seen = Seen { plan: &plan, template, graph: &graph, order: &order, needs: essential(&graph) };
    let mut view = RecoveryView {
        seq,
        waves: Vec::new(),
        gate: seen.gate(),
        gate_note: template.word("gate-note").to_owned(),
        circles: order
            .circles
            .iter()
            .map(|circle| circle.iter().map(|at| graph.systems[*at].title()).collect())
            .collect(),
        running: Vec::new(),
        tasks: Vec::new(),
        stopped: 0,
    };
    if hit.is_empty() {
        view.waves = order.waves.iter().map(|wave| seen.wave(wave, |_| "")).collect();
        return Ok(view);
    }
    let answer = what_if(&plan, &graph, &order, &hit);
    let state = |at: usize| match answer.stopped[at] {
        true if answer.hit.contains(&at) => "hit",
        true => "stopped",
        false => "examined",
    };
    view.waves = answer.waves.iter().map(|wave| seen.wave(wave, state)).collect();
    view.running = answer.running.iter().map(|at| seen.named(*at)).collect();
    view.stopped = count(answer.stopped.iter().filter(|stops| **stops).count());
    view.tasks = answer.tasks.iter().filter_map(|id| seen.task(*id)).collect();
    Ok(view)
}

struct Seen<'a> {
    plan: &'a Plan,
    template: &'a Template,
    graph: &'a Graph<'a>,
    order: &'a Order,
    needs: Vec<Vec<usize>>,
}

impl Seen<'_> {
    fn role(&self, record: &dyn Record, field: &str) -> String {
        match binder::plan::show_field(self.plan, self.template, record, field, true) {
            binder::plan::Shown::Value(text) => text,
            _ => String::new(),
        }
    }

    fn named(&self, at: usize) -> NamedRef {
        let system = self.graph.systems[at];
        NamedRef { id: system.row.id.to_string(), title: system.title() }
    }

    fn wave(&self, wave: &Wave, state: impl Fn(usize) -> &'static str) -> WaveView {
        let tier = TIERS[wave.tier];
        let duty = self.plan.live(Kind::WaveDuty).find(|duty| duty.field("tier").as_deref() == Some(tier));
        let said = |field: &str| duty.map(|duty| self.role(duty, field)).unwrap_or_default();
        let system = |at: &usize| {
            let placed = self.order.placed[*at];
            let NamedRef { id, title } = self.named(*at);
            WaveSystem {
                id,
                title,
                needs: self.needs[*at].iter().map(|to| self.graph.systems[*to].title()).collect(),
                lifted_by: placed.lifted_by.map(|by| self.graph.systems[by].title()).unwrap_or_default(),
                moved: placed.moved,
                reason: self.graph.systems[*at].wave_reason.clone().unwrap_or_default(),
                state: state(*at).to_owned(),
            }
        };
        WaveView {
            label: wave.label(),
            tier: tier.to_owned(),
            tier_text: self.template.choice("systems", "recovery", tier).to_owned(),
            duty: duty.map(|duty| duty.id().to_string()).unwrap_or_default(),
            tester: said("tester"),
            declarer: said("declarer"),
            trial: said("trial"),
            systems: wave.systems.iter().map(system).collect(),
        }
    }

    fn gate(&self) -> Vec<GateView> {
        let view = |gate: &dyn Record| GateView {
            id: gate.id().to_string(),
            title: gate.title(),
            decider: self.role(gate, "decider"),
            evidence: gate.field("evidence").unwrap_or_default(),
        };
        self.plan.live(Kind::Gate).map(view).collect()
    }

    fn task(&self, id: Id) -> Option<TaskView> {
        let task = self.plan.find(Kind::ClinicalTask, id)?;
        let said = |field: &str| task.field(field).unwrap_or_default();
        Some(TaskView {
            id: id.to_string(),
            title: task.title(),
            paper_day: said("paper_day"),
            paper_night: said("paper_night"),
            beyond: said("beyond"),
        })
    }
}
