//! The outline of a document as text: what is printed, without a millimetre, so that a change of it shows in a diff.

use binder::plan::{self, Id, Kind, Plan};
use binder::print::outline::{Block, BoxCell, Outline, PartSort, Piece, Run, Style, Table, TreeNode};
use binder::print::{Composing, Document};
use binder::template::Template;
use binder::{Binder, Copy, Snapshot};
use std::collections::BTreeMap;
use std::fmt::Write;

/// The day all of them would be printed.
const DATE: &str = "2026-11-22";

/// A copy of a document: the parts by name (`A`, `cover`, `contents`), each as text.
pub fn parts(binder: &Binder, document: &Document, copy: &Copy) -> Vec<(String, String)> {
    let Snapshot { plan, template, .. } = binder.snapshot();
    told(&plan, &template, &document.compose(&Composing { copy, ..Composing::hq(&plan, &template, DATE) }))
}

/// The parts of an outline as text.
pub fn told(plan: &Plan, template: &Template, outline: &Outline) -> Vec<(String, String)> {
    // Ids are others in every plan; what they are of is not.
    let records = Kind::ALL.iter().flat_map(|kind| plan.rows.all(*kind));
    let titles = records.map(|record| (record.id(), plan::title_of(plan, template, record))).collect();
    let teller = Teller { titles, out: String::new() };
    outline.parts.iter().map(|part| (name(part.sort), teller.part(&part.title, &part.blocks))).collect()
}

fn name(sort: PartSort) -> String {
    match sort {
        PartSort::Cover => "cover".to_owned(),
        PartSort::Contents => "contents".to_owned(),
        PartSort::Lettered(letter) => letter.to_string(),
    }
}

/// Tells blocks.
#[derive(Clone)]
struct Teller {
    titles: BTreeMap<Id, String>,
    out: String,
}

impl Teller {
    fn part(&self, title: &str, blocks: &[Piece]) -> String {
        let mut own = Self { titles: self.titles.clone(), out: format!("{title}\n") };
        for piece in blocks {
            if let Some(anchor) = &piece.anchor {
                let place = own.place(anchor);
                own.line(0, &format!("@ {place}"));
            }
            own.block(&piece.block);
        }
        own.out
    }

    /// A line; what goes on in further lines stands below it.
    fn line(&mut self, deep: usize, text: &str) {
        let text = text.trim_end().replace('\n', &format!("\n{}⏎ ", "  ".repeat(deep)));
        writeln!(self.out, "{}{text}", "  ".repeat(deep)).expect("a string takes everything");
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, runs, listed } => {
                let mark = if *listed { "#" } else { "-" };
                let text = format!("\n{} {}", mark.repeat(usize::from(*level)), self.runs(runs));
                self.out.push_str(&text);
                self.out.push('\n');
            }
            Block::Paragraph { runs, style } => {
                let text = format!("{}{}", look(*style), self.runs(runs));
                self.line(0, &text);
            }
            Block::Item { marker, runs, style } => {
                let text = format!("{}{} {}", look(*style), marker.as_deref().unwrap_or("□"), self.runs(runs));
                self.line(0, &text);
            }
            Block::KeyValues(pairs) => {
                for (label, value) in pairs {
                    let text = format!("{label}: {}", self.runs(value));
                    self.line(1, &text);
                }
            }
            Block::Table(table) => self.table("table", table),
            Block::Ruled(table, look) => self.table(&format!("ruled {look:?}"), table),
            Block::Boxes(rows) => rows.iter().for_each(|row| self.boxes(row)),
            Block::Notice { title, runs } => {
                let text = self.runs(runs);
                self.line(0, &format!("! {title}"));
                self.line(1, &text);
            }
            Block::Approvals { titles, date } => self.line(0, &format!("seals: {} ({date})", titles.join(" | "))),
            Block::Tree(heads) => heads.iter().for_each(|head| self.tree(head, 1)),
            Block::Map(nodes, words) => {
                self.line(0, &format!("map: {} / {}", words.needs, words.circle));
                for node in nodes {
                    let of =
                        |list: &[usize]| list.iter().map(|at| nodes[*at].title.clone()).collect::<Vec<_>>().join("、");
                    self.line(1, &format!("{} {} ← {} ○ {}", node.wave, node.title, of(&node.needs), of(&node.circle)));
                }
            }
            Block::Tags(tags) => {
                for tag in tags {
                    self.line(1, &format!("tag{} {}", if tag.warns { " ■" } else { "" }, tag.head));
                    self.rows(&tag.lines, 2);
                }
            }
            Block::IndexLabels(list) => {
                list.iter().for_each(|(letter, title)| self.line(1, &format!("label {letter} {title}")))
            }
            Block::Codes(list) => list.iter().for_each(|(words, says)| self.line(1, &format!("code {words} = {says}"))),
            Block::Wallet(cards) => {
                for card in cards {
                    self.line(1, &format!("card {}", card.head));
                    self.rows(&card.outside, 2);
                    self.line(1, "fold");
                    self.rows(&card.inside, 2);
                }
            }
            Block::Picture(picture) => {
                let (wide, high) = picture.pixels;
                self.line(0, &format!("picture {wide}×{high} {}", &picture.hash[..12]));
            }
            Block::Contents => self.line(0, "contents"),
            Block::PageBreak => self.line(0, "== page"),
            Block::PageBreakUnlessLittle => self.line(0, "== page, unless little"),
            Block::BackSide => self.line(0, "== back"),
            Block::FrontSide => self.line(0, "== front"),
            Block::Space(lines) => self.line(0, &format!("space {lines}")),
        }
    }

    fn table(&mut self, what: &str, table: &Table) {
        let heads: Vec<String> = table.columns.iter().map(|(title, share)| format!("{title} {share}")).collect();
        let filled = if table.fill { " fill" } else { "" };
        self.line(1, &format!("{what} | {} | {} blank{filled}", heads.join(" | "), table.blank_rows));
        for row in &table.rows {
            let cells: Vec<String> = row.cells.iter().map(|cell| self.runs(cell)).collect();
            let anchor = row.anchor.as_deref().map(|anchor| format!(" @ {}", self.place(anchor))).unwrap_or_default();
            let band = if row.band { "band " } else { "" };
            self.line(2, &format!("{band}| {} |{anchor}", cells.join(" | ")));
        }
    }

    fn boxes(&mut self, row: &[BoxCell]) {
        let told = |cell: &BoxCell| {
            let joined = if cell.joined { "^" } else { "" };
            let ticks: String = cell.ticks.iter().map(|tick| format!(" □{tick}")).collect();
            format!("{joined}{}{ticks} {}×{}{}", cell.label, cell.share, cell.lines, cell.unit)
        };
        self.line(1, &format!("boxes | {} |", row.iter().map(told).collect::<Vec<_>>().join(" | ")));
    }

    fn tree(&mut self, node: &TreeNode, deep: usize) {
        self.line(deep, &format!("└ {} {}", node.title, node.lines.join(" / ")));
        node.leads_to.iter().for_each(|one| self.tree(one, deep + 1));
    }

    fn rows(&mut self, rows: &[Vec<Run>], deep: usize) {
        for runs in rows {
            let text = self.runs(runs);
            self.line(deep, &text);
        }
    }

    fn runs(&self, runs: &[Run]) -> String {
        let told = |run: &Run| match run {
            Run::Text(text) => text.clone(),
            Run::Bold(text) => format!("**{text}**"),
            Run::Keep(text) => format!("⟨{text}⟩"),
            Run::Blank(wide) => format!("＿{wide}"),
            Run::Badge(word) => format!("[{word}]"),
            Run::Tick => "□".to_owned(),
            Run::Ticked => "☑".to_owned(),
            Run::PageRef(anchor) => format!("→{}", self.place(anchor)),
        };
        runs.iter().map(told).collect()
    }

    /// A name of a place, ids in it said by what they are of.
    fn place(&self, anchor: &str) -> String {
        let told = |piece: &str| match Id::parse(piece).and_then(|id| self.titles.get(&id)) {
            Some(title) => title.clone(),
            None => piece.to_owned(),
        };
        anchor.split('/').map(told).collect::<Vec<_>>().join("/")
    }
}

fn look(style: Style) -> &'static str {
    match style {
        Style::Body => "",
        Style::Small => "(small) ",
        Style::Large | Style::Snug | Style::Close => "(large) ",
        Style::Title => "(title) ",
        Style::Poster => "(poster) ",
        Style::Act => "(act) ",
    }
}
