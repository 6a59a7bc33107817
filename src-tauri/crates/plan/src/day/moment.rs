//! Moments of the log and of prints, `2026-11-22T10:32:00.000+09:00`, as the clock on the wall showed them.
//! What is no moment stays as it is.

use chrono::{DateTime, NaiveDateTime};

fn on_the_wall(at: &str) -> Option<NaiveDateTime> {
    DateTime::parse_from_rfc3339(at).ok().map(|at| at.naive_local())
}

fn shown(at: &str, form: &str) -> String {
    on_the_wall(at).map_or_else(|| at.to_owned(), |at| at.format(form).to_string())
}

/// `2026-11-22`.
pub fn day_of(at: &str) -> String {
    shown(at, "%Y-%m-%d")
}

/// `10:32`.
pub fn time_of(at: &str) -> String {
    shown(at, "%H:%M")
}

/// `10:32:07`.
pub fn second_of(at: &str) -> String {
    shown(at, "%H:%M:%S")
}

/// Milliseconds since 1970; `None` for what is no moment.
pub fn millis_of(at: &str) -> Option<i64> {
    DateTime::parse_from_rfc3339(at).ok().map(|at| at.timestamp_millis())
}

/// `2026-11-22T10-32-00`, for the name of a file: of what no system forbids there.
pub fn stamp(at: &str) -> String {
    shown(at, "%Y-%m-%dT%H:%M:%S").replace(|c: char| !c.is_alphanumeric(), "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_shown_as_the_clock_on_the_wall_showed_it() {
        let at = "2026-11-22T00:32:07.125+09:00";
        assert_eq!(
            (day_of(at), time_of(at)),
            ("2026-11-22".to_owned(), "00:32".to_owned()),
            "not the day in Greenwich"
        );
        assert_eq!(stamp(at), "2026-11-22T00-32-07");
        assert_eq!(second_of(at), "00:32:07");
        assert_eq!(millis_of("1970-01-01T09:00:01.500+09:00"), Some(1_500));
        assert_eq!(stamp("2026-11-22T23:59:59.999-05:00"), "2026-11-22T23-59-59");
    }

    #[test]
    fn what_is_no_moment_stays() {
        for at in ["", "2026-11-22", "昨日"] {
            assert_eq!([day_of(at), time_of(at), second_of(at), stamp(at)], [at, at, at, at]);
            assert_eq!(millis_of(at), None);
        }
        assert_eq!(stamp("22/11/26 10:32"), "22-11-26-10-32", "and still names a file");
    }
}
