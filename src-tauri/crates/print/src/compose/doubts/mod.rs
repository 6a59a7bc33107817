//! Rows the file and its history disagree about: until a person has decided, whatever shows such a row carries both values
//! in a frame, and the first page says so. A composed outline is gone through once more, so no document can forget it.

mod found;

use super::Composing;
use crate::outline::{About, Block, Outline, PartSort, Piece, Run, TableRow, TreeNode, texts_of};
use found::{Doubts, Named};
use plan::{Doubt, Shown, public_title, title_of};
use std::cell::OnceCell;
use std::collections::BTreeSet;

/// A value shorter than that is found by what a text is about, not by its letters: 「有」 stands everywhere.
const TOLD_BY_LETTERS: usize = 4;

/// So many rows the first page names.
const NAMED: usize = 8;

/// A doubt as one part of a document may show it.
struct Shows {
    about: About,
    /// The values as they stand in the texts.
    values: Vec<String>,
    /// The same, side by side.
    pairs: Vec<(String, String)>,
    /// That it is in doubt, what it is about, both values.
    word: String,
    title: String,
    /// What the row is called.
    called: String,
    lines: Vec<String>,
}

/// Marks every doubt in a document.
/// `secret`: the whole document carries private values.
pub(crate) fn mark(outline: &mut Outline, of: &Composing<'_>, secret: bool) {
    if of.plan.doubts.is_empty() {
        return;
    }
    // First what the document shows of them, then what its first page says of it.
    let same = of.template.word("doubt-same");
    let all = |private: bool| Doubts::of(of.plan.doubts.iter().map(|one| shows(one, of, private)).collect(), same);
    let (open, private) = (all(secret), OnceCell::new());
    let mut here = BTreeSet::new();
    for part in &mut outline.parts {
        let private_too = secret || part.sort == PartSort::Lettered('S');
        let all = if private_too && !secret { private.get_or_init(|| all(true)) } else { &open };
        let framed = |piece: Piece| framed(piece, all, &mut here);
        part.blocks = std::mem::take(&mut part.blocks).into_iter().flat_map(framed).collect();
    }
    let shown: Vec<&Shows> = here.iter().filter_map(|at| open.own(*at)).collect();
    let lettered = outline.parts.iter().position(|part| matches!(part.sort, PartSort::Lettered(_)));
    if let Some(part) = lettered.filter(|at| *at > 0) {
        outline.parts[part].blocks.insert(0, notice(of, String::new()));
    }
    if let Some(part) = outline.parts.first_mut() {
        part.blocks.insert(0, notice(of, said(&shown, of)));
    }
}

fn shows(doubt: &Doubt, of: &Composing<'_>, private: bool) -> Shows {
    let (plan, template) = (of.plan, of.template);
    let record = plan.rows.get(doubt.kind, doubt.id);
    let title = record.map_or_else(String::new, |record| match private {
        true => title_of(plan, template, record),
        false => public_title(plan, template, record),
    });
    let disputed = doubt.disputed(plan, template, private);
    let values = disputed.iter().flat_map(|one| [&one.found, &one.logged]).filter_map(|shown| match shown {
        Shown::Value(text) if text.chars().count() >= TOLD_BY_LETTERS => Some(text.clone()),
        _ => None,
    });
    let nothing = template.word("doubt-not-there").to_owned();
    let pair = |one: &plan::Disputed| match (&one.found, &one.logged) {
        (Shown::Value(found), Shown::Value(logged)) => Some((found.clone(), logged.clone())),
        (Shown::Value(found), Shown::Blank) => Some((found.clone(), nothing.clone())),
        (Shown::Blank, Shown::Value(logged)) => Some((nothing.clone(), logged.clone())),
        _ => None,
    };
    // A row one side does not have at all is told by its name: none of its values is on both.
    let lost = (doubt.found.is_none() || doubt.logged.is_none()) && title.chars().count() > 1;
    let values = values.chain(lost.then(|| title.clone()));
    let word = template.word("doubt-here").to_owned();
    Shows {
        about: About::Record(doubt.kind, doubt.id),
        values: values.collect(),
        pairs: disputed.iter().filter_map(pair).collect(),
        title: format!("{word}：{title}"),
        called: title,
        word,
        lines: disputed.iter().map(|one| one.line(template)).collect(),
    }
}

impl Shows {
    /// What stands for rows that are too many to be told one by one.
    fn for_rest(&self, title: String) -> Self {
        let none = (Vec::new(), Vec::new(), Vec::new());
        let (values, pairs, lines) = none;
        Self { about: self.about.clone(), values, pairs, word: self.word.clone(), called: String::new(), title, lines }
    }

    /// For each value that stands in these texts, the other.
    fn others(&self, texts: &[&str]) -> Vec<String> {
        let is_in = |value: &String| texts.iter().any(|text| text.contains(value));
        let both = self.pairs.iter().flat_map(|(found, logged)| [(found, logged), (logged, found)]);
        both.filter(|(this, _)| is_in(this)).map(|(_, other)| other.clone()).collect()
    }

    fn said(&self) -> String {
        self.lines.join("\n")
    }

    /// Everything in one line, for a box that holds little.
    fn whole(&self) -> String {
        match &self.lines[..] {
            [] => self.title.clone(),
            lines => format!("{}（{}）", self.title, lines.join("、")),
        }
    }

    /// Behind the very words, so that no page ends between.
    fn aside(&self) -> Run {
        let said: Vec<&str> = std::iter::once(&self.title).chain(&self.lines).map(String::as_str).collect();
        Run::Bold(format!("【{}】", said.join("　")))
    }

    fn line(&self) -> (String, Vec<Run>) {
        (self.title.clone(), vec![Run::Text(self.said())])
    }
}

/// A piece with what it needs: both values in the very box, row or line that shows one, else a frame behind it.
fn framed(mut piece: Piece, all: &Doubts, seen: &mut BTreeSet<usize>) -> Vec<Piece> {
    let about: Vec<&About> = [piece.about.iter().collect(), piece.block.about()].concat();
    let mut here = all.shown(&about, &piece.block.texts(), &Named::new());
    if here.is_empty() {
        return vec![piece];
    }
    let around = all.named(&piece.block.texts());
    seen.extend(&here);
    let mut shown = BTreeSet::new();
    let mut there = |about: &[About], texts: &[&str]| -> Vec<&Shows> {
        let found = all.shown(&about.iter().collect::<Vec<_>>(), texts, &around);
        shown.extend(&found);
        found.into_iter().map(|at| all.at(at)).collect()
    };
    match &mut piece.block {
        Block::Table(table) | Block::Ruled(table, _) => {
            let rows = std::mem::take(&mut table.rows).into_iter();
            let with = |row: TableRow| {
                let bands = there(&row.about, &row.texts()).into_iter().map(band).collect::<Vec<_>>();
                bands.into_iter().chain([row])
            };
            table.rows = rows.flat_map(with).collect();
        }
        Block::KeyValues(lines) => {
            let with = |line: (String, Vec<Run>)| {
                let said: Vec<_> = there(&[], &texts_of(&line.1)).into_iter().map(Shows::line).collect();
                std::iter::once(line).chain(said)
            };
            *lines = std::mem::take(lines).into_iter().flat_map(with).collect();
        }
        Block::Paragraph { runs, .. } | Block::Item { runs, .. } | Block::Notice { runs, .. } => {
            let mut with = Vec::with_capacity(runs.len() + 1);
            for run in std::mem::take(runs) {
                let said = there(&[], &texts_of(std::slice::from_ref(&run))).into_iter().map(Shows::aside);
                let said: Vec<Run> = said.collect();
                with.push(run);
                with.extend(said);
            }
            *runs = with;
        }
        Block::Tree(nodes) => each(nodes, &mut |node| {
            let texts: Vec<&str> = std::iter::once(&node.title).chain(&node.lines).map(String::as_str).collect();
            let said = there(&node.about, &texts).into_iter().map(Shows::whole).collect::<Vec<_>>();
            node.lines.extend(said);
        }),
        Block::Map(nodes, _) => {
            for node in nodes {
                let said = there(&node.about, &[&node.title]).into_iter().map(Shows::whole).collect::<Vec<_>>();
                node.lines.extend(said);
            }
        }
        // A card has room for little: the other value stands in the very line.
        Block::Wallet(cards) => {
            for card in cards {
                for line in card.outside.iter_mut().chain(&mut card.inside) {
                    let said = on_card(&there(&[], &texts_of(line)), line);
                    line.extend(said);
                }
            }
        }
        Block::Tags(tags) => {
            for tag in tags {
                let lines = tag.lines.iter().flat_map(|line| texts_of(line));
                let texts: Vec<&str> = std::iter::once(tag.head.as_str()).chain(lines).collect();
                let said = there(&tag.about, &texts).into_iter().map(Shows::whole).collect::<Vec<_>>();
                tag.lines.extend(said.into_iter().map(|said| vec![Run::Text(said)]));
            }
        }
        _ => {}
    }
    seen.extend(&shown);
    here.retain(|one| !shown.contains(one));
    let frames: Vec<Piece> = here.into_iter().map(|at| frame(all.at(at))).collect();
    std::iter::once(piece).chain(frames).collect()
}

/// What a line of a card says of the rows in doubt it shows. There is room for little: of those it names the other values,
/// of more than a few only that they are in doubt.
fn on_card(found: &[&Shows], line: &[Run]) -> Vec<Run> {
    const FEW: usize = 3;
    let texts = texts_of(line);
    let names = |one: &&&Shows| !one.called.is_empty() && texts.iter().any(|text| text.contains(&one.called));
    let named: Vec<&Shows> = found.iter().filter(names).copied().collect();
    let of = if named.is_empty() { found } else { &named };
    if of.len() > FEW {
        return vec![Run::Bold(format!("【{}】", of[0].word))];
    }
    let one = |one: &&Shows| match &one.others(&texts)[..] {
        [] => vec![format!("【{}：{}】", one.word, one.lines.join("、"))],
        others => others.iter().map(|other| format!("【{} {other}】", one.word)).collect::<Vec<_>>(),
    };
    of.iter().flat_map(one).map(Run::Bold).collect()
}

fn each(nodes: &mut [TreeNode], see: &mut dyn FnMut(&mut TreeNode)) {
    for node in nodes {
        see(node);
        each(&mut node.leads_to, see);
    }
}

/// A band keeps with the row below it.
fn band(one: &Shows) -> TableRow {
    let text = format!("{}\n{}", one.title, one.said());
    TableRow { cells: vec![vec![Run::Text(text)]], about: vec![one.about.clone()], band: true, ..TableRow::default() }
}

fn frame(one: &Shows) -> Piece {
    let runs = vec![Run::Text(one.said())];
    Piece { about: vec![one.about.clone()], ..Piece::plain(Block::Notice { title: one.title.clone(), runs }) }
}

/// What the first page says: that there are such rows, and which of them the document shows.
fn said(shown: &[&Shows], of: &Composing<'_>) -> String {
    let word = |key: &str| of.template.word(key).to_owned();
    let mut lines = vec![word("doubt-text")];
    lines.extend(shown.iter().take(NAMED).map(|one| one.whole()));
    let more = of.plan.doubts.len() - shown.len().min(NAMED);
    if more > 0 {
        lines.push(format!("{}{more}", word("doubt-more")));
    }
    lines.join("\n")
}

fn notice(of: &Composing<'_>, text: String) -> Piece {
    let title = of.template.word("doubt-title").to_owned();
    Piece::plain(Block::Notice { title, runs: vec![Run::Text(text)] })
}
