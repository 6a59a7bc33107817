//! Sentences with places: `「{0}」が見つかりません。`

/// A sentence with its words put in. A word stays as it is, whatever it holds: nobody is called by the next word because
/// the name has `{1}` in it. A place without a word stays empty.
pub fn filled(sentence: &str, words: &[String]) -> String {
    let mut out = String::with_capacity(sentence.len());
    let mut rest = sentence;
    while let Some(open) = rest.find('{') {
        let (before, from) = rest.split_at(open);
        out.push_str(before);
        let place = from.find('}').and_then(|close| Some((close, from[1..close].parse::<usize>().ok()?)));
        match place {
            Some((close, at)) => {
                out.push_str(words.get(at).map_or("", String::as_str));
                rest = &from[close + 1..];
            }
            None => {
                out.push('{');
                rest = &from[1..];
            }
        }
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::filled;

    #[test]
    fn a_word_is_put_in_once_and_stays_as_it_is() {
        let said = |sentence: &str, words: &[&str]| {
            filled(sentence, &words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>())
        };
        assert_eq!(said("「{0}」は{1}です。{0}", &["a{1}", "{0}b"]), "「a{1}」は{0}bです。a{1}");
        assert_eq!(said("{1}だけ", &["x"]), "だけ");
        assert_eq!(said("{ {x} {0", &["y"]), "{ {x} {0");
        assert_eq!(said("{{0}}", &["y"]), "{y}");
    }
}
