//! For whoever asks why a rule is as it is: every source a comment names stands in docs/sources.md, none stands there
//! for nothing, and no comment sends its reader to a document that is not in the repository.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use suite::checkout;

const LIST: &str = "docs/sources.md";

/// Where comments are; the files of the top folder come with them.
const FOLDERS: &[&str] = &["src-tauri", "ui", "templates", "tests", "docs"];

/// What is built, printed or brought from elsewhere.
const NOT_OURS: &[&str] = &["target", "node_modules", "dist", "gen", "outlines"];

const ENDINGS: &[&str] = &["rs", "toml", "svelte", "ts", "md"];

/// Texts by their path in the checkout.
type Files = BTreeMap<String, String>;

#[test]
fn every_source_is_listed_and_named_and_every_cited_document_is_here() {
    let files = sources();
    assert!(files.len() > 500, "the whole checkout was read: {}", files.len());
    let found = wrong(&files, &|path| checkout(path).exists());
    assert!(found.is_empty(), "write the source into {LIST}, or cite it by its id there: {found:#?}");
}

#[test]
fn a_source_nobody_listed_or_named_and_a_document_that_is_not_here_are_seen() {
    let list = "| id | what |\n| [LAW-A] | a law |\n| [CASE-B.1] | a report |\n";
    let good = "//! By law [LAW-A].\n/// As it went [CASE-B.1]; see `docs/there.md`, docs/adr/0001, RFC 6350 §3.2.\n";
    let here = |path: &str| ["docs/there.md", "docs/adr/0001-a.md"].contains(&path);
    let look = |list: &str, text: &str| {
        let files = [(LIST, list), ("docs/adr/0001-a.md", ""), ("a/b.rs", text)];
        wrong(&files.map(|(path, text)| (path.to_owned(), text.to_owned())).into(), &here)
    };
    assert_eq!(look(list, good), Vec::<String>::new());
    let cases = [
        ("// [LAW-C]", "a/b.rs:3 [LAW-C] is not listed"),
        ("// `practice.md` says so", "a/b.rs:3 practice.md is not in the repository"),
        ("// docs/elsewhere.md.", "a/b.rs:3 docs/elsewhere.md is not in the repository"),
        ("// docs/adr/0002", "a/b.rs:3 adr/0002 is not in the repository"),
        ("// asked for (§1-7)", "a/b.rs:3 a § of which document?"),
    ];
    for (line, said) in cases {
        assert_eq!(look(list, &format!("{good}{line}\n")), [said]);
    }
    assert_eq!(look(&format!("{list}| [LAW-D] | one |\n"), good), ["docs/sources.md:4 [LAW-D] is named nowhere"]);
    assert_eq!(look(&format!("{list}| [LAW-A] | one |\n"), good), ["docs/sources.md:4 [LAW-A] is listed twice"]);
    assert_eq!(ids("a[MAX - 1] [A-Z0-9] [ADR 26](x) [0-9] [LAW-] [LAW] [LAW-A]x[CASE-B.1]"), ["[LAW-A]", "[CASE-B.1]"]);
}

/// What is wrong, as file, line and sentence. `here` says whether a path of the checkout exists.
fn wrong(files: &Files, here: &dyn Fn(&str) -> bool) -> Vec<String> {
    let mut out = Vec::new();
    let mut listed: BTreeMap<&str, usize> = BTreeMap::new();
    for (line, text) in (1..).zip(files[LIST].lines()) {
        let first = text.strip_prefix("| ").and_then(|row| row.split(" |").next()).unwrap_or_default();
        for id in ids(first) {
            if listed.insert(id, line).is_some() {
                out.push(format!("{LIST}:{line} {id} is listed twice"));
            }
        }
    }
    let decisions: BTreeSet<&str> = files.keys().filter_map(|path| path.strip_prefix("docs/adr/")?.get(..4)).collect();
    let mut named = BTreeSet::new();
    for (path, text) in files {
        for (line, text) in (1..).zip(text.lines()) {
            let mut say = |what: String| out.push(format!("{path}:{line} {what}"));
            for id in ids(text) {
                if !listed.contains_key(id) {
                    say(format!("{id} is not listed"));
                }
                if path != LIST {
                    named.insert(id);
                }
            }
            let beside = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            for document in documents(text) {
                if !here(document) && !here(&format!("{beside}/{document}")) {
                    say(format!("{document} is not in the repository"));
                }
            }
            for (at, _) in text.match_indices("adr/0") {
                let number = text.get(at + 4..at + 8).unwrap_or_default();
                if !decisions.contains(number) {
                    say(format!("adr/{number} is not in the repository"));
                }
            }
            if text.contains('§') && !text.contains("RFC") {
                say("a § of which document?".to_owned());
            }
        }
    }
    let unnamed = listed.iter().filter(|(id, _)| !named.contains(*id));
    out.extend(unnamed.map(|(id, line)| format!("{LIST}:{line} {id} is named nowhere")));
    out
}

/// The ids in a line: a group of at least three capitals, then keys of capitals, figures and dots, in brackets.
fn ids(line: &str) -> Vec<&str> {
    let good = |inside: &str| {
        let mut parts = inside.split('-');
        let group = parts.next().unwrap_or_default();
        let key = |part: &str| {
            !part.is_empty() && part.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '.')
        };
        let keys: Vec<&str> = parts.collect();
        let capitals = group.chars().all(|c| c.is_ascii_uppercase());
        group.len() >= 3 && capitals && !keys.is_empty() && keys.into_iter().all(key)
    };
    let opened = line.match_indices('[').filter_map(|(at, _)| {
        let end = at + line[at..].find(']')?;
        good(&line[at + 1..end]).then(|| &line[at..=end])
    });
    opened.collect()
}

/// The Markdown files a line speaks of.
fn documents(line: &str) -> Vec<&str> {
    let part = |c: char| c.is_alphanumeric() || "_-./…".contains(c);
    let ends = line.match_indices(".md").filter(|(at, _)| !line[at + 3..].starts_with(|c: char| c.is_alphanumeric()));
    let whole = ends.map(|(at, _)| {
        let start = line[..at].char_indices().rev().take_while(|(_, c)| part(*c)).last().map_or(at, |(start, _)| start);
        &line[start..at + 3]
    });
    whole.filter(|document| *document != ".md").collect()
}

/// All texts of the checkout but this one, which names what does not exist.
fn sources() -> Files {
    let mut out = Files::new();
    for folder in FOLDERS {
        collect(folder, &mut out);
    }
    for file in ["Cargo.toml", "README.md", "README.ja.md"] {
        out.insert(file.to_owned(), std::fs::read_to_string(checkout(file)).expect("in the top folder"));
    }
    assert!(out.remove("tests/suite/sources.rs").is_some(), "this file has another name now");
    out
}

fn collect(folder: &str, out: &mut Files) {
    for entry in std::fs::read_dir(checkout(folder)).expect("a folder of the checkout") {
        let entry = entry.expect("readable");
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{folder}/{name}");
        if entry.file_type().expect("known").is_dir() {
            if !name.starts_with('.') && !NOT_OURS.contains(&name.as_str()) {
                collect(&path, out);
            }
        } else if Path::new(&name).extension().is_some_and(|end| ENDINGS.iter().any(|one| end == *one)) {
            out.insert(path, std::fs::read_to_string(entry.path()).expect("UTF-8"));
        }
    }
}
