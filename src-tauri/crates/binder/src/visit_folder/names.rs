//! Names of files that every system takes.

/// Letters of a name at most: with the folders above it stays under what Windows takes.
const MOST: usize = 60;

/// Names Windows keeps for devices, whatever ending they have.
const DEVICES: &[&str] = &["con", "prn", "aux", "nul"];

/// A name without what no file may be called on Windows, and not too long; its ending stays.
pub(super) fn safe(name: &str) -> String {
    let may = |c: char| !c.is_control() && !matches!(c, '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*');
    let name: String = name.chars().map(|c| if may(c) { c } else { '_' }).collect();
    let name = name.trim_end_matches(['.', ' ']).trim_start();
    let (stem, ending) = match name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && ending.len() <= 8 => (stem, format!(".{ending}")),
        _ => (name, String::new()),
    };
    let stem: String = stem.chars().take(MOST).collect();
    let stem = stem.trim_end();
    let lower = stem.to_lowercase();
    let is_device = DEVICES.contains(&lower.as_str())
        || (lower.len() == 4
            && (lower.starts_with("com") || lower.starts_with("lpt"))
            && lower.ends_with(|c: char| c.is_ascii_digit()));
    if stem.is_empty() || is_device { format!("_{stem}{ending}") } else { format!("{stem}{ending}") }
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn what_no_file_may_be_called_becomes_something_it_may() {
        for (typed, safe_name) in [
            ("議事録（11/20）.pdf", "議事録（11_20）.pdf"),
            ("a:b*c?.xlsx", "a_b_c_.xlsx"),
            ("終わりの点. . ", "終わりの点"),
            ("CON.txt", "_CON.txt"),
            ("com1", "_com1"),
            ("コン.txt", "コン.txt"),
            ("", "_"),
            ("𠮷田・辻󠄀の規程.docx", "𠮷田・辻󠄀の規程.docx"),
        ] {
            assert_eq!(safe(typed), safe_name, "{typed}");
        }
        let long = format!("{}.pdf", "長".repeat(300));
        assert_eq!(safe(&long), format!("{}.pdf", "長".repeat(60)));
    }
}
