//! The clocks and new ids of the real world.

use binder::{Outside, Places, plan::Id};
use chrono::{Local, SecondsFormat};
use std::path::PathBuf;
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

/// The folder of the window's data, as Tauri names it by the identifier in `tauri.conf.json` (a test compares): on
/// Windows below %APPDATA%, on a Mac below Application Support, elsewhere by the XDG rules.
const IDENTIFIER: &str = "jp.sonae.desktop";

/// Where the window keeps automatic copies; below the temporary folder where this system says of none.
pub(crate) fn places() -> Places {
    let from = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let home = |below: &str| from("HOME").map(|home| home.join(below));
    let data = if cfg!(windows) {
        from("APPDATA")
    } else if cfg!(target_os = "macos") {
        home("Library/Application Support")
    } else {
        from("XDG_DATA_HOME").or_else(|| home(".local/share"))
    };
    let own = data.unwrap_or_else(std::env::temp_dir).join(IDENTIFIER).join("sonae").join("backups");
    Places { own, second: None }
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
    fn copies_lie_where_the_window_keeps_its_own() {
        let told = include_str!("../../../tauri.conf.json");
        assert!(told.contains(&format!("\"identifier\": \"{IDENTIFIER}\"")));
        assert!(places().own.ends_with("jp.sonae.desktop/sonae/backups"));
    }

    #[test]
    fn the_other_clock_says_how_long_it_took() {
        let before = System.elapsed();
        let nap = Duration::from_millis(2);
        std::thread::sleep(nap);
        assert!(System.elapsed() - before >= nap);
    }
}
