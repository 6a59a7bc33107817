//! Whether a group can play a scenario in its time [PRACTICE-EXERCISE-BUDGET]: nobody listens to an opening of a quarter
//! of an hour, eleven injects leave no time to decide anything, and what is learnt is learnt in 振り返り.

use super::raw::Raw;
use crate::lint::Lint;

/// So many minutes an opening may take at most.
const OPENING: u16 = 10;
/// Nothing new comes in so many last minutes of play: what was begun is finished.
const LAST: u16 = 5;

/// So many injects a scenario of some minutes may have.
fn most_injects(minutes: u16) -> usize {
    match minutes {
        0..=30 => 4,
        31..=60 => 7,
        _ => 10,
    }
}

/// So many minutes of 振り返り at least: 20 of 90, and as much of a shorter one.
fn least_review(minutes: u16) -> u16 {
    minutes.saturating_mul(2).div_ceil(9)
}

impl Lint<'_> {
    /// Whether injects and modules stand in the order of their minutes, within the time.
    pub(super) fn in_time(&mut self, file: &str, raw: &Raw) {
        let mut last = 0;
        for one in &raw.inject {
            let Some(at) = &one.minute else {
                self.say(file, one.id.span(), "minute がありません。");
                continue;
            };
            let minute = *at.get_ref();
            if minute < last {
                self.say(file, at.span(), "前の出来事より早い分です。時刻の順に並べてください。");
            }
            if minute >= *raw.minutes.get_ref() {
                self.say(file, at.span(), "演習が終わる分より後の出来事です。");
            }
            last = minute;
        }
    }

    /// Whether the time is parted as a group can play it. A scenario of format 1 said nothing of it and is left as it is:
    /// plans keep such.
    pub(super) fn budget(&mut self, file: &str, raw: &Raw) {
        if *raw.format.get_ref() < 2 {
            return;
        }
        let (Some(opening), Some(review)) = (&raw.opening_minutes, &raw.review_minutes) else {
            self.say(
                file,
                raw.minutes.span(),
                "opening_minutes（始まりを読む分）と review_minutes（振り返りの分）が要ります。",
            );
            return;
        };
        let minutes = *raw.minutes.get_ref();
        if *opening.get_ref() > OPENING {
            self.say(file, opening.span(), &format!("始まりは {OPENING} 分までです。"));
        }
        let least = least_review(minutes);
        if *review.get_ref() < least {
            self.say(file, review.span(), &format!("{minutes} 分の演習では、振り返りに {least} 分以上を残します。"));
        }
        let most = most_injects(minutes);
        if let Some(one) = raw.inject.get(most) {
            self.say(file, one.id.span(), &format!("{minutes} 分の演習では、出来事は {most} 個までです。"));
        }
        let play = minutes.saturating_sub(*opening.get_ref()).saturating_sub(*review.get_ref());
        let late = |minute: u16| minute.saturating_add(LAST) > play;
        for at in raw.inject.iter().filter_map(|one| one.minute.as_ref()).filter(|at| late(*at.get_ref())) {
            let says = format!("話し合いは {play} 分です。終わりの {LAST} 分には、新しい出来事を入れません。");
            self.say(file, at.span(), &says);
        }
        for one in raw.module.iter().filter(|one| *one.minute.get_ref() >= play) {
            self.say(file, one.minute.span(), &format!("話し合いは {play} 分です。その後に始まる場面はありません。"));
        }
    }
}
