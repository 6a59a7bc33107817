//! What a block says, for programs that know paragraphs and tables: a heading, a text, or rows of cells.

use binder::print::outline::{Block, Outline, Run, Table, TreeNode};

/// A block for others.
pub(crate) enum Said {
    /// A heading of a level.
    Heading(u8, String),
    /// A paragraph.
    Text(String),
    /// Shares of the width, the head, the rows.
    Table(Vec<f64>, Vec<String>, Vec<Vec<String>>),
    /// A new page.
    Page,
}

/// All blocks of an outline.
pub(crate) fn said(outline: &Outline) -> Vec<Said> {
    let mut out = Vec::new();
    for part in &outline.parts {
        out.push(Said::Page);
        part.blocks.iter().for_each(|piece| block(&piece.block, &mut out));
    }
    out
}

fn block(block: &Block, out: &mut Vec<Said>) {
    match block {
        Block::Heading { level, runs, .. } => out.push(Said::Heading((*level).clamp(1, 4), words(runs))),
        Block::Paragraph { runs, .. } => out.push(Said::Text(words(runs))),
        Block::Item { marker, runs, .. } => {
            out.push(Said::Text(format!("{} {}", marker.as_deref().unwrap_or("□"), words(runs))));
        }
        Block::KeyValues(pairs) => {
            let rows = pairs.iter().map(|(label, runs)| vec![label.clone(), words(runs)]).collect();
            out.push(Said::Table(vec![28.0, 72.0], Vec::new(), rows));
        }
        Block::Table(one) | Block::Ruled(one, _) => out.push(table(one)),
        Block::Boxes(rows) => {
            for row in rows {
                let cell = |one: &binder::print::outline::BoxCell| format!("{} {}", one.label, one.ticks.join(" "));
                let shares = row.iter().map(|one| one.share).collect();
                out.push(Said::Table(shares, Vec::new(), vec![row.iter().map(cell).collect()]));
            }
        }
        Block::Notice { title, runs } => {
            out.push(Said::Table(vec![1.0], Vec::new(), vec![vec![format!("{title} {}", words(runs))]]));
        }
        Block::Approvals { titles, .. } => {
            out.push(Said::Table(vec![1.0; titles.len()], titles.clone(), vec![vec![String::new(); titles.len()]]));
        }
        Block::Tree(heads) => heads.iter().for_each(|head| tree(head, 0, out)),
        Block::Map(nodes, _) => {
            let rows = nodes.iter().map(|node| vec![node.wave.clone(), node.title.clone()]).collect();
            out.push(Said::Table(vec![1.0, 4.0], Vec::new(), rows));
        }
        Block::Tags(tags) => {
            for tag in tags {
                let lines: Vec<String> = tag.lines.iter().map(|runs| words(runs)).collect();
                out.push(Said::Table(vec![1.0], vec![tag.head.clone()], vec![vec![lines.join(" ")]]));
            }
        }
        Block::IndexLabels(list) => {
            out.extend(list.iter().map(|(letter, title)| Said::Text(format!("{letter} {title}"))))
        }
        Block::Codes(list) => out.extend(list.iter().map(|(words, _)| Said::Text(words.clone()))),
        Block::Wallet(cards) => out.extend(cards.iter().map(|card| Said::Text(card.head.clone()))),
        Block::PageBreak | Block::PageBreakUnlessLittle | Block::BackSide | Block::FrontSide => out.push(Said::Page),
        Block::Picture(_) | Block::Contents | Block::Space(_) => {}
    }
}

fn table(table: &Table) -> Said {
    let (heads, shares): (Vec<String>, Vec<f64>) = table.columns.iter().cloned().unzip();
    let mut rows: Vec<Vec<String>> = table
        .rows
        .iter()
        .map(|row| (0..shares.len()).map(|at| row.cells.get(at).map_or_else(String::new, |runs| words(runs))).collect())
        .collect();
    rows.extend((0..table.blank_rows).map(|_| vec![String::new(); shares.len()]));
    Said::Table(shares, heads, rows)
}

fn tree(node: &TreeNode, deep: usize, out: &mut Vec<Said>) {
    out.push(Said::Text(format!("{}{} {}", "　".repeat(deep), node.title, node.lines.join(" "))));
    node.leads_to.iter().for_each(|one| tree(one, deep + 1, out));
}

fn words(runs: &[Run]) -> String {
    let told = |run: &Run| match run {
        Run::Text(text) | Run::Bold(text) | Run::Keep(text) | Run::Badge(text) => text.clone(),
        Run::Blank(wide) => "＿".repeat(usize::from(*wide)),
        Run::Tick => "□".to_owned(),
        Run::Ticked => "☑".to_owned(),
        Run::PageRef(_) => "A-10".to_owned(),
    };
    runs.iter().map(told).collect()
}
