//! Slots: places in the text of a scenario that are filled from the plan of those who play.
//!
//! `{facility.name}`, `{hit.1.name}`, `{ward.2}`, `{channel.1}`, `{roles/guard}`, `{decisions/surgery.who}`. Several with
//! `|` between them are ways to say the same: the first the plan has is taken. A closed list: what is not in it is a
//! mistake of the scenario. Deliberately not among them: telephone numbers, names of people, addresses.

/// A piece of a scenario's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Text as it stands.
    Text(String),
    /// Something of the plan.
    Slot(Slot),
}

/// Something of the plan, in one or several ways.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// As it is written, without braces.
    pub written: String,
    /// The ways, the one meant first.
    pub ways: Vec<SlotOf>,
}

/// What of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SlotOf {
    /// Name of the institution.
    Facility,
    /// Something of the n-th hit system, from 1: `name`, `vendor`, `stops`.
    Hit(usize, String),
    /// The n-th ward, from 1.
    Ward(usize),
    /// The n-th way to talk that needs no telephone exchange, from 1.
    Channel(usize),
    /// The record made from a catalogue entry: its name, or something it leads to.
    Entry(String, Option<String>),
}

/// What may be asked of a record besides its name, by noun.
pub const ASPECTS: &[(&str, &[&str])] = &[
    ("hit", &["name", "vendor", "stops"]),
    // The post of the first deputy; never a person's name.
    ("roles", &["deputy"]),
    // Who decides (by night where the scenario begins by night), who is next, after how many minutes.
    ("decisions", &["who", "next", "minutes"]),
    ("restrictions", &["who", "receiver"]),
    ("systems", &["vendor"]),
    ("departments", &[]),
    ("organisations", &[]),
    ("procedures", &["department"]),
    ("downtime", &["checker"]),
    ("forms", &[]),
    ("cards", &[]),
];

/// The pieces of a text.
///
/// # Errors
/// A sentence for whoever writes scenarios.
pub fn slots(text: &str) -> Result<Vec<Piece>, String> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        let close = rest[open..].find('}').map(|at| open + at);
        let close = close.ok_or_else(|| format!("「{{」に対応する「}}」がありません: {}", &rest[open..]))?;
        push_text(&mut out, &rest[..open])?;
        let written = &rest[open + 1..close];
        let ways = written.split('|').map(|way| one(way.trim())).collect::<Result<_, _>>()?;
        out.push(Piece::Slot(Slot { written: written.to_owned(), ways }));
        rest = &rest[close + 1..];
    }
    push_text(&mut out, rest)?;
    Ok(out)
}

fn push_text(out: &mut Vec<Piece>, text: &str) -> Result<(), String> {
    if text.contains('}') {
        return Err(format!("「}}」に対応する「{{」がありません: {text}"));
    }
    if !text.is_empty() {
        out.push(Piece::Text(text.to_owned()));
    }
    Ok(())
}

fn one(way: &str) -> Result<SlotOf, String> {
    let wrong = || format!("差し込みの形が違います: {{{way}}}");
    let number = |text: &str| text.parse().ok().filter(|number| (1..=9).contains(number)).ok_or_else(wrong);
    let asked = |noun: &str, aspect: &str| {
        let known = ASPECTS.iter().any(|(of, aspects)| *of == noun && aspects.contains(&aspect));
        if known { Ok(aspect.to_owned()) } else { Err(wrong()) }
    };
    if let Some((noun, _)) = way.split_once('/') {
        let (entry, aspect) = way.split_once('.').map_or((way, None), |(entry, aspect)| (entry, Some(aspect)));
        if entry.len() == noun.len() + 1 || !ASPECTS.iter().any(|(of, _)| *of == noun && noun != "hit") {
            return Err(wrong());
        }
        return Ok(SlotOf::Entry(entry.to_owned(), aspect.map(|aspect| asked(noun, aspect)).transpose()?));
    }
    match way.split('.').collect::<Vec<_>>()[..] {
        ["facility", "name"] => Ok(SlotOf::Facility),
        ["ward", nth] => Ok(SlotOf::Ward(number(nth)?)),
        ["channel", nth] => Ok(SlotOf::Channel(number(nth)?)),
        ["hit", nth, aspect] => Ok(SlotOf::Hit(number(nth)?, asked("hit", aspect)?)),
        _ => Err(wrong()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_read_and_what_is_none_is_named() {
        let read = slots("{ward.1}から{roles/guard|roles/night-office}へ、{decisions/surgery.who}。").unwrap();
        assert_eq!(read.len(), 6);
        let Piece::Slot(Slot { ways, .. }) = &read[2] else { panic!("{read:?}") };
        assert_eq!(ways.len(), 2);
        assert_eq!(ways[1], SlotOf::Entry("roles/night-office".into(), None));
        for wrong in [
            "{",
            "}",
            "{ward.0}",
            "{ward.x}",
            "{hit.1}",
            "{hit.1.ip}",
            "{people/a}",
            "{roles/a.phone}",
            "{}",
            "{roles/}",
        ] {
            assert!(slots(wrong).is_err(), "{wrong}");
        }
    }
}
