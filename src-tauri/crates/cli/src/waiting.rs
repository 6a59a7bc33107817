//! How far something is, for whoever waits at a terminal: one line on standard error that is written over and goes when it
//! is done. A batch file, a redirection and whatever takes less than a moment get nothing. Ctrl+C stops it.

use crate::words::Words;
use binder::{Doing, Progress};
use std::io::{IsTerminal, Write};
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// What is done sooner needs no line, and quicker than this nobody reads.
const MOMENT: Duration = Duration::from_millis(500);

/// Tells on standard error.
pub(crate) struct Waiting<'a> {
    words: &'a Words,
    shown: bool,
    /// When to tell next, and the width of the line that stands there.
    state: Mutex<(Instant, usize)>,
}

impl<'a> Waiting<'a> {
    /// In the language of these words.
    pub(crate) fn new(words: &'a Words) -> Self {
        let state = Mutex::new((Instant::now() + MOMENT, 0));
        Self { words, shown: std::io::stderr().is_terminal(), state }
    }

    fn line(&self, doing: Doing, done: usize, all: usize) -> String {
        let what = match doing {
            Doing::Opening => self.words.say("読んでいます", "reading"),
            Doing::Copying => self.words.say("書き写しています", "copying"),
            Doing::Checking => self.words.say("確かめています", "checking"),
            Doing::Placing => self.words.say("頁に並べています", "placing"),
            Doing::Writing => self.words.say("頁を書いています", "writing pages"),
            Doing::Comparing => self.words.say("計画と比べています", "comparing"),
            Doing::Saving => self.words.say("保存しています", "saving"),
        };
        if all > 1 { format!("{what} {done} / {all}") } else { format!("{what} …") }
    }
}

impl Progress for Waiting<'_> {
    fn go_on(&self, doing: Doing, done: usize, all: usize) -> bool {
        let Some(mut state) = self.state.lock().ok().filter(|_| self.shown) else { return true };
        if Instant::now() >= state.0 {
            let line = self.line(doing, done, all);
            // Japanese letters are two columns wide; more blanks than needed do no harm.
            let _ = write!(std::io::stderr(), "\r{line}{}", " ".repeat(state.1.saturating_sub(line.len())));
            *state = (Instant::now() + MOMENT / 4, line.len());
        }
        true
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        if let Ok(state) = self.state.lock()
            && state.1 > 0
        {
            let _ = write!(std::io::stderr(), "\r{}\r", " ".repeat(state.1));
        }
    }
}
