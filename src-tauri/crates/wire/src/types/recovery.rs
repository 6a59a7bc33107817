//! The map of dependencies and the order of recovery.

use super::{NamedRef, Ref, StateView};

types! {
    /// The map of dependencies as the paper draws it. All lengths in mm.
    reply MapPicture {
        /// Number of the last change it shows.
        seq: i64,
        /// Nouns it was read from: it changes only with them.
        reads: Vec<String>,
        /// Width of every panel.
        width: f64,
        /// Height of the letters.
        letters: f64,
        /// From line to line in a box.
        line: f64,
        /// Panels in order.
        panels: Vec<MapPanelView>,
        /// How to read it.
        how: String,
        /// Points on which much hangs, heaviest first.
        weak: Vec<WeakView>,
    }
    /// A panel of the map.
    reply MapPanelView {
        /// Height.
        height: f64,
        /// Boxes.
        boxes: Vec<MapBoxView>,
        /// Lines: x1, y1, x2, y2.
        lines: Vec<[f64; 4]>,
        /// Where lines meet: x, y.
        dots: Vec<[f64; 2]>,
        /// Names of waves at the left edge.
        waves: Vec<MapWave>,
    }
    /// A box: one system.
    reply MapBoxView {
        /// The system.
        key: String,
        /// Left.
        x: f64,
        /// Top.
        y: f64,
        /// Width.
        width: f64,
        /// Height.
        height: f64,
        /// Its lines.
        lines: Vec<MapLine>,
        /// How important it is: a, b, c, d; empty = not said.
        importance: String,
        /// The systems it needs, not already through another.
        needs: Vec<String>,
        /// The systems that need it.
        needed_by: Vec<String>,
    }
    /// A line of text in a box.
    reply MapLine {
        /// Text.
        text: String,
        /// Whether it is bold.
        bold: bool,
    }
    /// The name of a wave at the left edge.
    reply MapWave {
        /// Top.
        y: f64,
        /// `L3-2`.
        text: String,
    }
    /// A point on which much hangs.
    reply WeakView {
        /// A system or a supplier.
        at: Ref,
        /// Its name.
        title: String,
        /// How many systems stop with it, or with those the supplier maintains.
        count: u32,
        /// The first of them by name.
        systems: Vec<String>,
        /// How many clinical tasks need one of them.
        tasks: u32,
    }
    /// Which systems are hit; none = the order of everything.
    request RecoveryRequest {
        /// System ids.
        hit: Vec<String>,
    }
    /// The order of recovery, of everything or of what stops when something is hit.
    reply RecoveryView {
        /// Number of the last change it shows.
        seq: i64,
        /// Nouns it was read from: it changes only with them.
        reads: Vec<String>,
        /// The waves, first one first. The gate stands before the first whose tier is not `l0`.
        waves: Vec<WaveView>,
        /// The six boxes of the gate.
        gate: Vec<GateView>,
        /// What stands under the gate.
        gate_note: String,
        /// Systems that need each other, by name.
        circles: Vec<Vec<String>>,
        /// With something hit: what goes on.
        running: Vec<NamedRef>,
        /// With something hit: the clinical tasks that need something stopped.
        tasks: Vec<TaskView>,
        /// With something hit: how many systems stop.
        stopped: u32,
    }
    /// A wave.
    reply WaveView {
        /// `L3-2`.
        label: String,
        /// `l3`.
        tier: String,
        /// The tier in words.
        tier_text: String,
        /// The record that says who tests and declares; empty = none yet.
        duty: String,
        /// Who tests.
        tester: String,
        /// Who declares.
        declarer: String,
        /// What is tried.
        trial: String,
        /// Its systems.
        systems: Vec<WaveSystem>,
    }
    /// A system of a wave.
    reply WaveSystem {
        /// Id.
        id: String,
        /// Name.
        title: String,
        /// What it needs, by name, not already through another.
        needs: Vec<String>,
        /// Why it comes later than its own tier: the system it waits for; empty = it does not.
        lifted_by: String,
        /// Whether people moved it.
        moved: bool,
        /// Why they did.
        reason: String,
        /// Where it stands.
        state: StateView,
    }
    /// A box of the gate.
    reply GateView {
        /// Record.
        id: String,
        /// What must be true.
        title: String,
        /// Who decides; empty = open.
        decider: String,
        /// What shows it.
        evidence: String,
    }
    /// A clinical task that needs something stopped.
    reply TaskView {
        /// Record.
        id: String,
        /// Name.
        title: String,
        /// How long paper can safely be kept up, by day and by night; empty = not said.
        paper_day: String,
        /// At night.
        paper_night: String,
        /// What is done beyond; empty = not decided.
        beyond: String,
    }
}
