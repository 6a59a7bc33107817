//! Texts in the boxes of drawings.

use crate::fonts::width_em;

use super::a4::{PT, Type};
use super::lines::lines;
use super::setting::Setting;

/// A text in lines of `room` mm.
pub(crate) fn wrapped(words: &str, size_pt: f64, bold: bool, room: f64) -> Vec<String> {
    let kind = Type { size_pt, leading_pt: size_pt, bold };
    lines(&[words.into()], kind, room, &mut Setting::default()).iter().map(|line| line.words()).collect()
}

/// A text cut to `room` mm, keeping its last character.
pub(crate) fn fitted(words: &str, size_pt: f64, bold: bool, room: f64) -> String {
    let mut kept: Vec<char> = words.chars().collect();
    while kept.len() > 1 && width_em(&kept.iter().collect::<String>(), bold) * size_pt * PT > room {
        kept.remove(kept.len() - 2);
    }
    kept.into_iter().collect()
}
