//! The sheets of an exercise held on paper, as they were typed: in any order, times and day as people write them, past
//! midnight; what is missing of beginning and end is put where it belongs.

use crate::replay::moment;
use crate::{Error, Result};
use exchange::{ExerciseLine as Line, ExerciseLog as Log};
use plan::exercise::Act;
use plan::{FieldKind, day};

/// No exercise is longer: what ends earlier in the day than it began ended after midnight, if that is not further away.
const LONGEST: i64 = 12 * 3_600_000;
const DAY: i64 = 24 * 3_600_000;

/// What a script says happens: where its time is empty, it did not.
const PLANNED: [Act; 6] = [Act::Begin, Act::Play, Act::Tell, Act::Jump, Act::Review, Act::End];

/// What says nothing without words.
const SAYING: [Act; 4] = [Act::Decision, Act::Undecided, Act::Note, Act::Lesson];

/// The lines in their order, each at a whole moment. It is over with them.
///
/// # Errors
/// [`Error::SheetDay`], [`Error::SheetDayToCome`], [`Error::Time`], [`Error::NoTime`] for a line with words,
/// [`Error::NoWords`], [`Error::SheetOrder`], [`Error::OutsideExercise`].
pub(crate) fn in_order(log: Log, today: &str, offset: &str) -> Result<Log> {
    let held_on = plan::normalise(FieldKind::Date, &log.held_on);
    let bad_day = || Error::SheetDay(log.held_on.clone());
    let held = day::stored(&held_on).ok_or_else(bad_day)?;
    if day::stored(today).is_some_and(|today| held > today) {
        return Err(Error::SheetDayToCome(log.held_on));
    }
    let next = day::days_later(held, 1).map(|day| day.to_string()).unwrap_or_default();
    let mut lines = Vec::new();
    let mut counts = Vec::new();
    for line in log.lines {
        let at = usual_time(&line.at);
        match (at.is_empty(), Act::named(&line.act)) {
            (true, Some(act)) if PLANNED.contains(&act) => {}
            // They are counted at the end, whenever that was.
            (true, Some(Act::People | Act::Cards)) => counts.push(line),
            (true, _) => return Err(Error::NoTime(line.text.unwrap_or(line.act))),
            (false, act) => {
                let found = moment(&at, &held_on, offset).and_then(|at| day::millis_of(&at));
                let found = found.ok_or_else(|| Error::Time(line.at.clone()))?;
                let silent = line.text.as_deref().is_none_or(|text| text.trim().is_empty());
                if silent && act.is_some_and(|act| SAYING.contains(&act)) {
                    return Err(Error::NoWords(line.at));
                }
                lines.push((found, at, line));
            }
        }
    }
    let at = |act: Act, lines: &[(i64, String, Line)]| {
        lines.iter().find(|(.., line)| line.act == act.name()).map(|(millis, ..)| *millis)
    };
    let begun = at(Act::Begin, &lines).or(at(Act::Play, &lines));
    let over = at(Act::End, &lines).or(at(Act::Review, &lines));
    if let Some(begun) = begun.filter(|begun| over.is_some_and(|over| over < *begun)) {
        lines.iter_mut().filter(|(millis, ..)| *millis < begun).for_each(|(millis, ..)| *millis += DAY);
        if lines.iter().any(|(millis, ..)| *millis - begun > LONGEST) {
            return Err(Error::SheetOrder);
        }
    }
    // Lines of one minute stay as they were typed.
    lines.sort_by_key(|(millis, ..)| *millis);
    let course = [Act::Begin, Act::Play, Act::Review, Act::End].map(|act| at(act, &lines));
    if !course.iter().flatten().is_sorted() {
        return Err(Error::SheetOrder);
    }
    let early = |millis: i64| course[0].or(course[1]).is_some_and(|begun| millis < begun);
    let late = |millis: i64| course[3].is_some_and(|end| millis > end);
    // One slip of a key would make the exercise hours longer, for ever.
    if let Some((_, at, _)) = lines.iter().find(|(millis, ..)| early(*millis) || late(*millis)) {
        return Err(Error::OutsideExercise(at.clone()));
    }
    let first = lines.first().map_or(0, |(millis, ..)| *millis);
    let midnight = moment("0:00", &next, offset).and_then(|at| day::millis_of(&at)).unwrap_or(first + DAY);
    let whole = |(millis, at, line): (i64, String, Line)| {
        let of = if millis >= midnight { &next } else { &held_on };
        Line { at: moment(&at, of, offset).unwrap_or_default(), ..line }
    };
    let mut lines: Vec<Line> = lines.into_iter().map(whole).collect();
    complete(&mut lines, counts)?;
    Ok(Log { held_on, sheets: true, lines, ..log })
}

/// A time as people write it: `１４：０３`, `14時3分`, `1403`.
fn usual_time(typed: &str) -> String {
    let plain = plan::usual_form(typed.trim()).replace('時', ":").replace('分', "").replace('：', ":");
    let figures = plain.chars().all(|one| one.is_ascii_digit());
    let plain = match plain.len() {
        3 | 4 if figures => format!("{}:{}", &plain[..plain.len() - 2], &plain[plain.len() - 2..]),
        _ => plain,
    };
    match plain.split_once(':') {
        Some((hour, "")) => format!("{hour}:00"),
        Some((hour, minute)) if minute.len() == 1 => format!("{hour}:0{minute}"),
        _ => plain,
    }
}

/// Play begins with the opening, or with the first thing that was told; the end is with the last line, and before it the
/// counts.
fn complete(lines: &mut Vec<Line>, counts: Vec<Line>) -> Result<()> {
    let find =
        |lines: &[Line], acts: &[Act]| lines.iter().position(|line| acts.iter().any(|act| act.name() == line.act));
    let bare = |at: &str, act: Act| Line { at: at.to_owned(), act: act.name().to_owned(), ..Line::default() };
    let last = lines.last().map(|line| line.at.clone()).ok_or_else(|| Error::Time(String::new()))?;
    if find(lines, &[Act::Play]).is_none() {
        let begun = find(lines, &[Act::Begin]).map(|nth| nth + 1);
        let place = begun.or(find(lines, &[Act::Tell, Act::Jump])).unwrap_or(0);
        let at = lines[place.saturating_sub(usize::from(begun.is_some()))].at.clone();
        lines.insert(place, bare(&at, Act::Play));
    }
    if find(lines, &[Act::End]).is_none() {
        lines.push(bare(&last, Act::End));
    }
    let end = find(lines, &[Act::End]).unwrap_or(lines.len());
    let at = lines.get(end).map(|line| line.at.clone()).unwrap_or(last);
    for count in counts.into_iter().rev() {
        lines.insert(end, Line { at: at.clone(), ..count });
    }
    Ok(())
}
