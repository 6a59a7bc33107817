//! Which copies are too many: the last ten stay, then one of each day for thirty days, then one of each month, and all of
//! one plan together under a size. Pure: the newest copy's day is today.

use plan::day::{self, NaiveDate};
use std::collections::BTreeSet;

/// How many of the newest stay whatever they are.
const LAST: usize = 10;
/// For how many days one of each day stays.
const DAYS: u32 = 30;
/// What all copies of one plan take at most, in bytes: the oldest go first, never one of the last ten.
pub const MOST_BYTES: u64 = 500 * 1024 * 1024;

/// Positions of copies that may go; `kept` is newest first, when each was saved (`2026-11-22T10-32-00`) and its size.
pub(super) fn surplus(kept: &[(&str, u64)]) -> Vec<usize> {
    let today = kept.iter().find_map(|(saved, _)| day_of(saved));
    let (mut days, mut months) = (BTreeSet::new(), BTreeSet::new());
    let mut stays = Vec::new();
    for (nth, (saved, _)) in kept.iter().enumerate() {
        let young = match (today, day_of(saved)) {
            (Some(today), Some(then)) => day::days_later(then, DAYS).is_some_and(|end| today < end),
            _ => false,
        };
        let of_day = young && days.insert(saved.get(..10));
        let of_month = months.insert(saved.get(..7)) && !young;
        if nth < LAST || of_day || of_month {
            stays.push(nth);
        }
    }
    let mut bytes: u64 = stays.iter().map(|nth| kept[*nth].1).sum();
    while bytes > MOST_BYTES && stays.last().is_some_and(|nth| *nth >= LAST) {
        bytes -= stays.pop().map_or(0, |nth| kept[nth].1);
    }
    (0..kept.len()).filter(|nth| !stays.contains(nth)).collect()
}

fn day_of(saved: &str) -> Option<NaiveDate> {
    day::stored(saved.get(..10)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stays of copies of these days, one or more on each, oldest first.
    fn stays(saved: &[String], bytes: u64) -> Vec<&str> {
        let newest: Vec<(&str, u64)> = saved.iter().rev().map(|saved| (saved.as_str(), bytes)).collect();
        let gone = surplus(&newest);
        newest.iter().enumerate().filter(|(nth, _)| !gone.contains(nth)).map(|(_, (saved, _))| *saved).collect()
    }

    fn days() -> Vec<String> {
        let from = day::stored("2025-01-01").unwrap();
        let days = (0..500).map(|nth| day::days_later(from, nth).unwrap());
        days.flat_map(|day| (9..12).map(move |hour| format!("{day}T{hour:02}-00-00"))).collect()
    }

    #[test]
    fn the_last_ten_one_of_each_day_and_one_of_each_month_stay() {
        let all = days();
        let kept = stays(&all, 1);
        // 500 days end on 2026-05-15.
        assert_eq!(kept[..3], ["2026-05-15T11-00-00", "2026-05-15T10-00-00", "2026-05-15T09-00-00"]);
        let of = |day: &str| kept.iter().filter(|saved| saved.starts_with(day)).count();
        assert_eq!((of("2026-05-13"), of("2026-05-12"), of("2026-05-01"), of("2026-04-16")), (3, 1, 1, 1));
        assert_eq!((of("2026-04-15"), of("2026-03"), of("2025-01")), (0, 1, 1), "older ones by month");
        assert!(kept.contains(&"2026-03-31T11-00-00"), "the newest of the month");
        assert_eq!(kept.len(), 10 + 26 + 15, "the last ten, the other days of thirty, the months before");
    }

    #[test]
    fn a_copy_a_day_for_two_years_leaves_no_heap() {
        let mut kept: Vec<String> = Vec::new();
        for saved in days() {
            kept.push(saved);
            let gone = surplus(&kept.iter().rev().map(|saved| (saved.as_str(), 1)).collect::<Vec<_>>());
            let count = kept.len();
            for nth in gone {
                kept[count - 1 - nth].clear();
            }
            kept.retain(|saved| !saved.is_empty());
        }
        assert!(kept.len() < 70, "{}", kept.len());
        assert!(kept[0].starts_with("2025-01"), "the first month still has one: {}", kept[0]);
    }

    #[test]
    fn the_oldest_go_first_where_all_together_are_too_large_and_never_the_last_ten() {
        let all = days();
        let large = stays(&all, MOST_BYTES / 20);
        assert_eq!(large.len(), 20);
        assert_eq!(stays(&all, MOST_BYTES).len(), 10, "ten stay however large they are");
        assert_eq!(large[0], "2026-05-15T11-00-00");
        assert!(stays(&["of no day".to_owned()], MOST_BYTES * 2).len() == 1);
    }
}
