//! What a block says and what it is about, whatever it is: for whoever has to find a word or a record on paper.

use super::{About, Block, Run, TableRow, TreeNode};

impl Block {
    /// Every text of it, without the words of its furniture.
    pub fn texts(&self) -> Vec<&str> {
        match self {
            Block::Heading { runs, .. } | Block::Paragraph { runs, .. } | Block::Item { runs, .. } => texts_of(runs),
            Block::Notice { title, runs } => std::iter::once(title.as_str()).chain(texts_of(runs)).collect(),
            Block::KeyValues(lines) => lines.iter().flat_map(|(_, runs)| texts_of(runs)).collect(),
            Block::Table(table) | Block::Ruled(table, _) => table.rows.iter().flat_map(TableRow::texts).collect(),
            Block::Boxes(rows) => rows.iter().flatten().flat_map(|cell| [cell.label.as_str(), &cell.hand]).collect(),
            Block::Tags(tags) => {
                let lines = tags.iter().flat_map(|tag| &tag.lines).flat_map(|line| texts_of(line));
                tags.iter().map(|tag| tag.head.as_str()).chain(lines).collect()
            }
            Block::Wallet(cards) => {
                let lines = cards.iter().flat_map(|card| card.outside.iter().chain(&card.inside));
                cards.iter().map(|card| card.head.as_str()).chain(lines.flat_map(|line| texts_of(line))).collect()
            }
            Block::Tree(nodes) => {
                let mut out = Vec::new();
                each(nodes, &mut |node| {
                    out.push(node.title.as_str());
                    out.extend(node.lines.iter().map(String::as_str));
                });
                out
            }
            Block::Map(nodes, _) => nodes.iter().map(|node| node.title.as_str()).collect(),
            Block::Codes(codes) => codes.iter().flat_map(|(of, says)| [of.as_str(), says]).collect(),
            Block::IndexLabels(labels) => labels.iter().map(|(_, title)| title.as_str()).collect(),
            Block::Approvals { .. }
            | Block::Picture(_)
            | Block::Contents
            | Block::PageBreak
            | Block::PageBreakUnlessLittle
            | Block::BackSide
            | Block::FrontSide
            | Block::Space(_) => Vec::new(),
        }
    }

    /// What its parts are about; what it is about as a whole stands at its piece.
    pub fn about(&self) -> Vec<&About> {
        match self {
            Block::Table(table) | Block::Ruled(table, _) => table.rows.iter().flat_map(|row| &row.about).collect(),
            Block::Tags(tags) => tags.iter().flat_map(|tag| &tag.about).collect(),
            Block::Wallet(cards) => cards.iter().flat_map(|card| &card.about).collect(),
            Block::Map(nodes, _) => nodes.iter().flat_map(|node| &node.about).collect(),
            Block::Tree(nodes) => {
                let mut out = Vec::new();
                each(nodes, &mut |node| out.extend(&node.about));
                out
            }
            _ => Vec::new(),
        }
    }
}

impl TableRow {
    /// Every text of it.
    pub fn texts(&self) -> Vec<&str> {
        self.cells.iter().flat_map(|cell| texts_of(cell)).collect()
    }
}

fn each<'a>(nodes: &'a [TreeNode], see: &mut dyn FnMut(&'a TreeNode)) {
    for node in nodes {
        see(node);
        each(&node.leads_to, see);
    }
}

/// The texts of running text, one for each of its pieces.
pub(crate) fn texts_of(runs: &[Run]) -> Vec<&str> {
    let mut out = Vec::new();
    for run in runs {
        match run {
            Run::Text(text) | Run::Bold(text) | Run::Keep(text) | Run::Badge(text) => out.push(text.as_str()),
            Run::Blank(_) | Run::Tick | Run::Ticked | Run::PageRef(_) => {}
        }
    }
    out
}
