//! How work grows with the length a stranger chooses: the processor time of this thread for twice as much, as a multiple.
//!
//! Deliberately not here: how long anything takes (`cargo xtask bench`). A slow machine is slow for both lengths.

/// What twice the length may cost: twice is 2, a square is 4.
const MOST: f64 = 2.5;
/// Measurements before growth counts as growth: another program's caches disturb one, never all.
const TRIES: usize = 5;

/// Asserts that twice the length costs less than 2.5 times the work. `made` makes what is worked on, and is not counted.
///
/// # Panics
/// When it costs more, every time it is tried.
#[track_caller]
pub fn is_linear<T>(what: &str, length: usize, made: impl Fn(usize) -> T, work: impl Fn(&T)) {
    let (once, twice) = (made(length), made(length * 2));
    let cost = |of: &T| {
        let before = processor();
        work(of);
        processor().saturating_sub(before).max(1)
    };
    let mut seen = Vec::new();
    for _ in 0..TRIES {
        #[allow(clippy::cast_precision_loss, reason = "nanoseconds of minutes have no more than 53 bits")]
        let ratio = cost(&twice) as f64 / cost(&once) as f64;
        if ratio < MOST {
            return;
        }
        seen.push(ratio);
    }
    panic!("{what}: {length} twice costs {seen:.1?} times as much");
}

/// Nanoseconds of a processor this thread has had.
fn processor() -> u64 {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").expect("Linux tells");
    text.split_whitespace().next().and_then(|first| first.parse().ok()).expect("nanoseconds first")
}
