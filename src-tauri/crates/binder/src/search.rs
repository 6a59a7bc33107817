//! Words → everything of the open plan that answers them: records, texts of the pack, documents, findings. The index is
//! kept and learns what was touched; the pages of the paper are asked apart (`paper::find`), because they are laid first.

use crate::{Binder, DocumentWords, FindingText, Snapshot, embedded};
use plan::{Everyday, Finding, Findings, Hit, Id, Kind, Rank, Search, TextHit, find_key, find_texts};
use print::DOCUMENTS;
use std::sync::{Arc, LazyLock, PoisonError};

/// Words that mean the same to whoever searches: `templates/everyday.toml`.
static EVERYDAY: LazyLock<Everyday> = LazyLock::new(|| {
    let mut tables = template::string_tables(embedded::text("everyday.toml").unwrap_or_default());
    let words = |table: &std::collections::BTreeMap<String, String>| table.get("words").cloned().unwrap_or_default();
    let unsaid = tables.remove("unsaid").as_ref().map(words).unwrap_or_default();
    let groups: Vec<String> = tables.values().map(words).collect();
    Everyday::of(groups.iter().map(String::as_str), &unsaid)
});

/// The index as it was last.
pub(crate) struct Searched {
    /// The pack whose words it knows.
    pack: String,
    search: Search,
    /// The findings whose sentences it knows.
    found: Arc<Findings>,
    sentences: Vec<String>,
}

/// What answers.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The plan it was found in.
    pub now: Snapshot,
    /// Records, the best first.
    pub records: Vec<Hit>,
    /// Where no record is called so: others that have most of what may be meant, the nearest first.
    pub near: Vec<Hit>,
    /// Texts of the pack, the best first.
    pub texts: Vec<TextHit>,
    /// Names of documents that can be printed.
    pub documents: Vec<&'static str>,
    /// What was noticed.
    pub findings: Vec<Finding>,
}

impl Binder {
    /// Everything in which every word occurs.
    pub fn search_all(&self, words: &str) -> Answer {
        let mut kept = self.searched.lock().unwrap_or_else(PoisonError::into_inner);
        let found = self.findings();
        let (now, touched) = self.snapshot_and_unsearched();
        // Taken out while learning: what panics leaves nothing half learnt behind.
        let known = kept.take().filter(|known| known.pack == now.template.hash);
        let mut searched = match known {
            Some(mut known) => {
                known.search.learn(&now.plan, &now.template, &touched);
                known
            }
            None => Searched {
                pack: now.template.hash.clone(),
                search: Search::of(&now.plan, &now.template),
                found: found.clone(),
                sentences: sentences(&found),
            },
        };
        if !Arc::ptr_eq(&searched.found, &found) {
            searched.sentences = sentences(&found);
            searched.found = found.clone();
        }
        let records = searched.search.find(words);
        let mut near = Vec::new();
        if !records.iter().any(is_called) {
            near = searched.search.near(words, &EVERYDAY);
            near.retain(|hit| !records.iter().any(|known| known.id == hit.id));
        }
        let all: Vec<&Finding> = found.iter().collect();
        let findings = all_in(words, &searched.sentences).map(|at| all[at].clone()).collect();
        *kept = Some(searched);
        drop(kept);
        let texts = find_texts(&now.plan, &now.template, words);
        Answer { records, near, texts, documents: documents(words), findings, now }
    }
}

fn sentences(found: &Findings) -> Vec<String> {
    found.iter().map(|one| find_key(&FindingText::of(one).text)).collect()
}

/// Where every word occurs.
fn all_in<'a>(words: &str, texts: &'a [String]) -> impl Iterator<Item = usize> + 'a {
    let wanted: Vec<String> = words.split_whitespace().map(find_key).collect();
    let answers = move |text: &String| !wanted.is_empty() && wanted.iter().all(|word| text.contains(word.as_str()));
    texts.iter().enumerate().filter(move |(_, text)| answers(text)).map(|(at, _)| at)
}

fn documents(words: &str) -> Vec<&'static str> {
    let said = |document: &&print::Document| {
        let words = DocumentWords::of(document);
        find_key(&format!("{}\n{}", words.title, words.about))
    };
    let listed: Vec<&print::Document> = DOCUMENTS.iter().filter(|document| document.listed).collect();
    let texts: Vec<String> = listed.iter().map(said).collect();
    all_in(words, &texts).map(|at| listed[at].name).collect()
}

/// The words in which every word occurs, of some a screen has.
pub fn among<'a>(words: &str, texts: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<String> {
    let (ids, texts): (Vec<&str>, Vec<String>) = texts.map(|(id, text)| (id, find_key(text))).unzip();
    all_in(words, &texts).map(|at| ids[at].to_owned()).collect()
}

impl Binder {
    /// The records of a kind in which every word occurs, in the order of entry.
    pub fn matching(&self, kind: Kind, words: &str) -> (Snapshot, Vec<Id>) {
        let now = self.snapshot();
        let ids = crate::list::matching(&now, kind, words);
        (now, ids)
    }
}

/// Whether what answers is called so, rather than says so.
pub fn is_called(hit: &Hit) -> bool {
    hit.rank < Rank::Says
}
