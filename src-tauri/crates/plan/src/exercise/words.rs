//! Short words of the exercise, besides those of the paper.

/// Keys of `words.toml`.
pub(crate) const WORDS: &[&str] = &["deputy-of"];
