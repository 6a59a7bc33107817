//! What is done to plans to see whether anything is lost or lied about: damage, kills at system calls, writes that fail,
//! power that goes, histories undone and redone. `cargo xtask torture` does much of it, the suite a short share; both are
//! told by a number what to do, so what went wrong once can be done again.

pub mod damage;
pub mod histories;
pub mod power;
pub mod system;

use std::collections::BTreeMap;

/// A row of numbers that looks random and is the same every time.
#[derive(Debug, Clone)]
pub struct Chance(u64);

impl Chance {
    /// The row of a number.
    pub fn of(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x5051_2026)
    }

    /// The next, below `most`.
    pub fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % most.max(1) as u64) as usize
    }

    /// One of several.
    pub fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}

/// What came of one trial.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// What was done.
    pub done: String,
    /// What was said to it.
    pub said: String,
    /// What must not be; `None` = nothing.
    pub wrong: Option<String>,
}

/// What came of many.
#[derive(Debug, Clone, Default)]
pub struct Figures {
    /// How many.
    pub tried: u64,
    /// What was said, and how often.
    pub said: BTreeMap<String, u64>,
    /// What must not be, with its number.
    pub wrong: Vec<(u64, String)>,
}

impl Figures {
    /// Takes one in.
    pub fn take(&mut self, seed: u64, outcome: Outcome) {
        self.tried += 1;
        *self.said.entry(format!("{}: {}", outcome.done, outcome.said)).or_default() += 1;
        self.wrong.extend(outcome.wrong.map(|wrong| (seed, format!("{}: {wrong}", outcome.done))));
    }
}
