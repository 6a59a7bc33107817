//! What needs what, what stops with it, and in which order it can come back.
//!
//! All of it is computed from the systems, their links, tiers and what people believe; nothing of it
//! is stored. Two values stay apart: importance (what happens to patients) never decides the order,
//! the tier [OWN-TIERS] (what must run first) and the dependencies do [GUIDE-4-1].
//!
//! Deliberately not here: where a box stands (`print`), Japanese words (the pack), dates.

mod belief;
mod closure;
mod essential;
mod graph;
mod waves;
mod weak;
mod what_if;

pub use belief::{Belief, beliefs};
pub use closure::Positions;
pub use essential::essential;
pub use graph::Graph;
pub use waves::{Order, Placed, TIERS, Wave, order};
pub use weak::{Weak, WeakPoint, weak_points};
pub use what_if::{WhatIf, what_if};
