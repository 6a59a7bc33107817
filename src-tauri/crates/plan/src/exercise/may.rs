//! Which act is possible at which point of a run, and why not. Nothing is kept of one that is not.

use super::{Act, Held, Phase, Run, Said};
use crate::Record;

/// Why an act is not possible now. Nothing was kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RunProblem {
    /// Not at this point of the run.
    #[error("not now")]
    NotNow,
    /// The stop word was said: only going on, with a reason, is possible.
    #[error("stopped")]
    Stopped,
    /// Going on after the stop word needs a reason.
    #[error("needs a reason")]
    NoReason,
    /// No such inject, branch or line.
    #[error("not there: {0}")]
    NotThere(String),
    /// It was told already.
    #[error("told already")]
    ToldAlready,
    /// Something in it the plan has not: the text to say instead.
    #[error("the plan lacks something; say: {0}")]
    Lacks(String),
}

impl Run<'_> {
    /// Whether an act is possible now.
    ///
    /// # Errors
    /// [`RunProblem`]; nothing is kept of it.
    pub fn may(&self, act: Act, said: &Said) -> Result<(), RunProblem> {
        let of = said.of.as_deref().unwrap_or_default();
        let told = |text: &Option<String>| text.as_ref().is_some_and(|text| !text.trim().is_empty());
        let now = |there: bool| if there { Ok(()) } else { Err(RunProblem::NotNow) };
        let not_there = || RunProblem::NotThere(of.to_owned());
        let playing = self.phase == Phase::Playing;
        // Whatever is seen or said is kept at any time, and so is what windows did.
        let always = act.is_stamp()
            || matches!(
                act,
                Act::Words
                    | Act::People
                    | Act::Cards
                    | Act::RoomOpen
                    | Act::RoomLost
                    | Act::Blank
                    | Act::Show
                    | Act::Beat
            );
        if self.held == Some(Held::Stop) && !always && !matches!(act, Act::Resume | Act::End | Act::Interrupted) {
            return Err(RunProblem::Stopped);
        }
        match act {
            Act::Begin => now(self.phase == Phase::Ready),
            Act::Play => now(self.phase < Phase::Ended && !playing),
            Act::Pause | Act::Interrupted => now(playing && self.held.is_none()),
            Act::Stop => now(!matches!(self.phase, Phase::Ended)),
            Act::Resume if self.held == Some(Held::Stop) && !told(&said.text) => Err(RunProblem::NoReason),
            Act::Resume => now(self.held.is_some()),
            Act::Review => now(playing),
            Act::End => now(self.phase != Phase::Ended),
            Act::Tell => {
                let card = self.script.card(of).ok_or_else(not_there)?;
                now(playing)?;
                if self.was_told(of) {
                    return Err(RunProblem::ToldAlready);
                }
                whole([&card.sender, &card.addressee, &card.text])
            }
            Act::Branch => {
                let (inject, branch) = of.split_once('/').ok_or_else(not_there)?;
                let card = self.script.card(inject).ok_or_else(not_there)?;
                let found = card.branches.iter().find(|one| one.id == branch).ok_or_else(not_there)?;
                now(playing && self.was_told(inject))?;
                if self.told.iter().any(|one| one.of == inject && one.branch == branch) {
                    return Err(RunProblem::ToldAlready);
                }
                whole([&found.sender, &found.text])
            }
            Act::Again => now(playing && self.was_told(of)),
            Act::Improvise => now(playing && told(&said.text)),
            Act::Skip => now(self.script.card(of).is_some() && !self.was_told(of)),
            Act::Delay => {
                let minutes = said.text.as_deref().and_then(|text| text.parse::<u16>().ok());
                now(minutes.is_some_and(|minutes| (1..=60).contains(&minutes))
                    && (of == "*" || self.script.card(of).is_some()))
            }
            Act::Jump => {
                let at = self.script.modules.iter().position(|one| one.id == of).ok_or_else(not_there)?;
                now(playing && at > self.module.0)?;
                whole([&self.script.modules[at].jump])
            }
            Act::Seek => now(playing && self.seeking.is_none()),
            Act::Words => now(said.corrects.is_some_and(|id| self.lines.iter().any(|line| line.id() == id))),
            _ => Ok(()),
        }
    }
}

/// Whether texts can be told as they are.
fn whole<'f>(texts: impl IntoIterator<Item = &'f super::Filled>) -> Result<(), RunProblem> {
    let texts: Vec<_> = texts.into_iter().collect();
    if texts.iter().all(|text| text.lacks.is_empty()) {
        return Ok(());
    }
    Err(RunProblem::Lacks(texts.last().map(|text| text.text.clone()).unwrap_or_default()))
}
