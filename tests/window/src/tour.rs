//! Every screen and tab, in the order of the rail.

use crate::Window;

/// Screens and their tabs; an empty tab means the screen has none.
pub const STOPS: &[(&str, &[&str])] = &[
    ("overview", &["now", "facility", "departments"]),
    ("guide", &[]),
    ("systems", &["systems", "system_links", "backups"]),
    ("contacts", &["people", "roles", "organisations", "contact_points"]),
    ("decisions", &["decisions", "restrictions", "downtime", "cutoff_points", "first"]),
    ("text", &[]),
    ("print", &[]),
];

/// Walks to every stop; at each, `seen` is told its name.
pub async fn walk(window: &Window, mut seen: impl AsyncFnMut(&Window, &str)) {
    for (screen, tabs) in STOPS {
        if tabs.is_empty() {
            window.go(screen).await;
            seen(window, screen).await;
        }
        for tab in *tabs {
            window.tab(screen, tab).await;
            seen(window, &format!("{screen}-{tab}")).await;
        }
    }
}
