//! What findings have in common for whoever mends them: `templates/causes.toml`.

use crate::embedded;
use plan::Finding;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// One thing to do, that findings of several checks ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cause {
    /// Its name, for ever.
    pub id: &'static str,
    /// What people call it.
    pub title: &'static str,
    /// How many minutes one line of it takes; ours.
    pub minutes: u32,
}

type Table = BTreeMap<String, BTreeMap<String, String>>;

static TABLE: LazyLock<Table> =
    LazyLock::new(|| template::string_tables(embedded::text("causes.toml").unwrap_or_default()));

static CAUSES: LazyLock<Vec<(Cause, Vec<&'static str>)>> = LazyLock::new(|| {
    let cause = |(id, table): (&'static String, &'static BTreeMap<String, String>)| {
        let text = |key: &str| table.get(key).map_or("", String::as_str);
        let minutes = text("minutes").parse().unwrap_or_default();
        (Cause { id, title: text("title"), minutes }, text("checks").split_whitespace().collect())
    };
    TABLE.iter().map(cause).collect()
});

impl Cause {
    /// Every cause.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        CAUSES.iter().map(|(cause, _)| cause)
    }

    /// What a finding asks for.
    pub fn of(finding: &Finding) -> Option<&'static Self> {
        CAUSES.iter().find(|(_, checks)| checks.contains(&finding.check.id)).map(|(cause, _)| cause)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_check_has_one_cause_and_every_cause_a_title_and_minutes() {
        let named: Vec<&str> = CAUSES.iter().flat_map(|(_, checks)| checks.iter().copied()).collect();
        let declared: BTreeSet<&str> =
            plan::CHECKS.iter().map(|one| one.check.id).chain(print::checks().map(|check| check.id)).collect();
        assert_eq!(named.iter().copied().collect::<BTreeSet<_>>(), declared);
        assert_eq!(named.len(), declared.len(), "none in two");
        assert!(Cause::all().all(|cause| !cause.title.is_empty() && cause.minutes > 0));
    }
}
