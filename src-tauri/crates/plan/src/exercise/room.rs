//! What the room may see: made anew from what has arrived, in a type of its own. No word of script, branch, note, person,
//! number or of an inject that was not told is in it; nothing has to be hidden.

use super::{Held, Phase, Run};
use serde::Serialize;

/// The wall of the room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Room {
    /// Which face it shows.
    pub face: Face,
    /// Name of the institution.
    pub facility: String,
    /// What the clocks of the story say.
    pub clock: String,
    /// Whole minutes of play.
    pub minutes: u64,
    /// How things stood when it began; shown until the first inject arrives.
    pub opening: String,
    /// What was said when the story jumped here; until the next inject arrives.
    pub jump: String,
    /// What cannot be used.
    pub unusable: Vec<String>,
    /// What arrived, oldest first.
    pub arrived: Vec<Arrived>,
    /// Seconds since the room began to look for a page.
    pub seeking: Option<u64>,
    /// Whether it goes on after the stop word: it is a drill again.
    pub resumed: bool,
}

/// Which face the wall shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Face {
    /// Nothing began: what is seen here is what the room sees.
    Waiting,
    /// The opening, and what cannot be used.
    Opening,
    /// Play.
    Playing,
    /// Play stands.
    Paused,
    /// 訓練中止。本番.
    Stopped,
    /// 振り返り.
    Review,
    /// Over.
    Ended,
    /// Nothing is shown.
    Blank,
}

/// Something that arrived.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Arrived {
    /// The story's clock.
    pub clock: String,
    /// Who.
    pub sender: String,
    /// Whom.
    pub addressee: String,
    /// What.
    pub text: String,
}

impl Room {
    /// A room in which nothing began.
    pub fn waiting(facility: &str) -> Self {
        Self {
            face: Face::Waiting,
            facility: facility.to_owned(),
            clock: String::new(),
            minutes: 0,
            opening: String::new(),
            jump: String::new(),
            unusable: Vec::new(),
            arrived: Vec::new(),
            seeking: None,
            resumed: false,
        }
    }

    /// What the room sees of a run after so many milliseconds of play.
    pub fn of(run: &Run<'_>, facility: &str, played: u64) -> Self {
        let face = match (run.held, run.phase) {
            (Some(Held::Stop), _) => Face::Stopped,
            _ if run.blank => Face::Blank,
            (_, Phase::Ready) => Face::Waiting,
            (_, Phase::Opening) => Face::Opening,
            (_, Phase::Review) => Face::Review,
            (_, Phase::Ended) => Face::Ended,
            (Some(_), Phase::Playing) => Face::Paused,
            (None, Phase::Playing) => Face::Playing,
        };
        let waiting = Self { face, ..Self::waiting(facility) };
        // Before it begins nothing of the story is given away, and with the stop word or the blank nothing of it is left.
        if matches!(face, Face::Waiting | Face::Blank | Face::Stopped) {
            return waiting;
        }
        let arrived = |told: &super::Told| Arrived {
            clock: told.clock.clone(),
            sender: told.sender.clone(),
            addressee: told.addressee.clone(),
            text: told.text.clone(),
        };
        let said = run.told.len() == run.told_before;
        let jump = run.script.modules.get(run.module.0).filter(|_| said).map(|one| one.jump.text.clone());
        let whole = |text: &super::Filled| text.lacks.is_empty().then(|| text.text.clone());
        let others = run.script.unusable.iter().filter_map(whole);
        Self {
            clock: run.clock(played),
            minutes: played / 60_000,
            opening: whole(&run.script.opening).filter(|_| run.told.is_empty()).unwrap_or_default(),
            jump: jump.unwrap_or_default(),
            unusable: run.script.seen.iter().cloned().chain(others).collect(),
            arrived: run.told.iter().map(arrived).collect(),
            seeking: run.seeking.as_ref().map(|(_, since)| played.saturating_sub(*since) / 1000),
            resumed: run.resumed,
            ..waiting
        }
    }
}
