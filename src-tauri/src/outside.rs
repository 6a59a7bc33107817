//! The clocks and new ids of the real world.

use binder::{Outside, plan::Id};
use chrono::{Local, SecondsFormat};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

/// The fixed moment: the first look.
static START: LazyLock<Instant> = LazyLock::new(Instant::now);

/// This computer.
pub(crate) struct System;

impl Outside for System {
    #[expect(clippy::disallowed_methods, reason = "this is the world outside")]
    fn now(&self) -> String {
        Local::now().to_rfc3339_opts(SecondsFormat::Millis, false)
    }

    fn elapsed(&self) -> Duration {
        START.elapsed()
    }

    fn new_id(&self) -> Id {
        Id::from_uuid(uuid::Uuid::new_v4())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use binder::plan::day;

    #[test]
    fn the_clock_on_the_wall_says_day_time_and_offset() {
        let now = System.now();
        assert_eq!(now.len(), "2026-11-22T10:32:00.000+09:00".len(), "{now}");
        assert_eq!(day::stored(&System.today()).map(|day| day.to_string()), Some(System.today()), "{now}");
        assert_eq!(day::time_of(&now), now[11..16]);
    }

    #[test]
    fn the_other_clock_says_how_long_it_took() {
        let before = System.elapsed();
        let nap = Duration::from_millis(2);
        std::thread::sleep(nap);
        assert!(System.elapsed() - before >= nap);
    }
}
