//! For whoever counts on a date: it is the day every other calendar shows.

use binder::plan::day;
use std::path::Path;
use suite::witness::sql;

/// SQLite counts days by itself and shares no code with us.
#[test]
fn another_calendar_counts_the_same_days_weekdays_and_month_ends() {
    let said = sql(
        Path::new(":memory:"),
        "WITH RECURSIVE days(at) AS (SELECT julianday('1868-01-01') UNION ALL
           SELECT at + 1 FROM days WHERE at < julianday('2100-12-31'))
         SELECT date(at), strftime('%w', at), date(at, 'start of month', '+1 month', '-1 day') FROM days;",
    );
    let said = said.expect("SQLite answers");
    let mut day = day::stored("1868-01-01").expect("a day");
    for line in said.lines() {
        let weekday = "日月火水木金土".chars().position(|name| name == day::weekday(day)).expect("a weekday");
        assert_eq!(line, format!("{day}|{weekday}|{}", day::month_end(day)));
        day = day::days_later(day, 1).expect("a day");
    }
    assert_eq!(day.to_string(), "2101-01-01", "233 years, day by day");
}
