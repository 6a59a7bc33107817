//! Help in Japanese and English. The environment chooses; `--lang` overrules.

/// Help texts in one language.
pub(crate) struct Words {
    japanese: bool,
}

impl Words {
    /// `--lang ja|en` on the command line, else `LC_ALL`, `LC_MESSAGES`, `LANG`, else Japanese.
    pub(crate) fn of_environment() -> Self {
        let arguments: Vec<String> = std::env::args_os().map(|one| one.to_string_lossy().into_owned()).collect();
        let asked = arguments.windows(2).find(|pair| pair[0] == "--lang").map(|pair| pair[1].clone());
        let asked = asked.or_else(|| arguments.iter().find_map(|one| one.strip_prefix("--lang=").map(str::to_owned)));
        let set = || {
            ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()))
        };
        let language = asked.or_else(set).unwrap_or_default();
        Self { japanese: !language.starts_with("en") }
    }

    /// The one of the two.
    pub(crate) fn say(&self, japanese: &'static str, english: &'static str) -> &'static str {
        if self.japanese { japanese } else { english }
    }
}
