//! What counts as a change of a page: what a reader would call one.

use plan::{Id, Kind};
use print::Unwatched;
use print::layout::{Laid, Page, layout};
use print::outline::{
    About, Block, BoxCell, MapNode, MapWords, Outline, Part, PartSort, Piece, Run, Style, Table, TableRow, Tag,
    TreeNode,
};

fn lay(blocks: Vec<Piece>) -> Laid {
    let part = Part { sort: PartSort::Lettered('A'), title: "部".into(), blocks };
    layout(Outline { parts: vec![part], ..Outline::default() }, &Unwatched).expect("nobody cancels")
}

fn paragraph(runs: Vec<Run>) -> Piece {
    Piece::plain(Block::Paragraph { runs, style: Style::Body })
}

fn text(text: &str) -> Piece {
    paragraph(vec![Run::from(text)])
}

fn table(shares: [f64; 2], rows: Vec<TableRow>) -> Piece {
    let columns = vec![("名前".to_owned(), shares[0]), ("番号".to_owned(), shares[1])];
    Piece::plain(Block::Table(Table { columns, rows, ..Table::default() }))
}

fn row(cells: [&str; 2]) -> TableRow {
    TableRow { cells: cells.iter().map(|cell| vec![Run::from(*cell)]).collect(), ..TableRow::default() }
}

/// The texts of the first page, without what ink says alone.
fn says(laid: &Laid) -> Vec<String> {
    let signs = |said: &String| said.chars().all(|c| ('\u{E000}'..='\u{F8FF}').contains(&c));
    laid.pages[0].says().into_iter().filter(|said| !signs(said)).collect()
}

const LONG: &str = "医療法人社団 備え会 備え中央総合病院附属 みなとみらい地域医療支援センター 夜間と休日の代表";

#[test]
fn a_text_says_the_same_however_it_is_broken() {
    let laid = |shares| lay(vec![table(shares, vec![row([LONG, "090-0000-0000 090-0000-0001"]), row(["次", "1"])])]);
    let wanted = ["名前", "番号", LONG, "090-0000-0000 090-0000-0001", "次", "1"];
    for shares in [[1.0, 1.0], [1.0, 9.0], [9.0, 1.0], [3.0, 1.0]] {
        assert_eq!(says(&laid(shares)), wanted, "{shares:?}");
    }
    assert_eq!(laid([1.0, 1.0]).pages[0].said(), laid([3.0, 1.0]).pages[0].said());
    assert_ne!(laid([1.0, 1.0]).pages[0].placed(), laid([3.0, 1.0]).pages[0].placed());
}

#[test]
fn two_numbers_are_not_one() {
    let said = |words: &str| lay(vec![text(words)]).pages[0].said();
    assert_ne!(said("10\n20"), said("1020"));
    assert_ne!(said("10 20"), said("1020"));
    assert_ne!(lay(vec![text("10"), text("20")]).pages[0].said(), said("1020"));
}

#[test]
fn a_row_over_two_pages_says_on_each_what_stands_there() {
    let long = "一行ずつ分けられる長い文です。".repeat(200);
    let laid = lay(vec![table([1.0, 1.0], vec![row([&long, "番号"])])]);
    assert!(laid.pages.len() > 1);
    let all: String = laid.pages.iter().flat_map(|page| page.says()).filter(|said| said.contains("一行")).collect();
    assert_eq!(all, long, "nothing twice, nothing lost");
}

#[test]
fn order_records_and_anchors_count() {
    let rows = |nth: [usize; 2], anchored: bool| {
        let of = |nth: usize| {
            let id = Id::parse(&format!("00000000-0000-4000-8000-00000000000{nth}")).expect("an id");
            let about = vec![About::Record(Kind::Person, id)];
            let anchor = anchored.then(|| format!("row/{nth}"));
            TableRow { about, anchor, ..row(["同じ名前", "同じ番号"]) }
        };
        lay(vec![table([1.0, 1.0], nth.map(of).to_vec())]).pages[0].said()
    };
    assert_ne!(rows([1, 2], true), rows([2, 1], true), "the same words of others, in another order");
    assert_ne!(rows([1, 2], false), rows([1, 3], false), "the same words of somebody else");
    let two = |first: &str, second: &str| lay(vec![text(first), text(second)]).pages[0].said();
    assert_ne!(two("a", "b"), two("b", "a"));
}

#[test]
fn label_and_references_count_edition_and_blocks_before_do_not() {
    let on = |before: usize, edition: &str, alone: fn(&Page) -> String| {
        let mut blocks: Vec<Piece> = (0..before).map(|_| text("前")).collect();
        blocks.push(Piece::plain(Block::PageBreak));
        blocks.push(text("同じ"));
        let part = Part { sort: PartSort::Lettered('A'), title: "部".into(), blocks };
        let mut outline = Outline { parts: vec![part], ..Outline::default() };
        outline.furniture.edition = edition.into();
        alone(layout(outline, &Unwatched).expect("nobody cancels").pages.last().expect("a page"))
    };
    assert_eq!(on(1, "1", Page::said), on(3, "2", Page::said), "still A-2");
    assert_ne!(on(1, "1", Page::said), on(60, "1", Page::said), "A-3 now");
    assert_eq!(on(1, "1", Page::said_alone), on(60, "1", Page::said_alone));
    let refers = |to: usize| {
        let mut blocks = vec![paragraph(vec![Run::PageRef("there".into())])];
        blocks.extend((0..to).map(|_| Piece::plain(Block::PageBreak)).flat_map(|one| [one, text("間")]));
        blocks.push(Piece { anchor: Some("there".into()), ..text("そこ") });
        lay(blocks).pages[0].said()
    };
    assert_ne!(refers(1), refers(2), "it names another page");
}

#[test]
fn what_ink_says_without_letters_counts() {
    let item = |marker: Option<&str>| {
        Piece::plain(Block::Item {
            marker: marker.map(str::to_owned),
            runs: vec![Run::from("する")],
            style: Style::Body,
        })
    };
    let one = |piece: Piece| lay(vec![piece]).pages[0].said();
    assert_ne!(one(item(None)), one(item(Some("・"))), "a box to tick");
    assert_ne!(one(paragraph(vec![Run::Tick, "済".into()])), one(text("済")));
    assert_ne!(one(paragraph(vec![Run::Blank(4), "時".into()])), one(text("時")));
    let node = |title: &str, leads_to: Vec<TreeNode>| TreeNode {
        key: title.to_owned(),
        title: title.to_owned(),
        leads_to,
        ..TreeNode::default()
    };
    let tree = |heads: Vec<TreeNode>| one(Piece::plain(Block::Tree(heads)));
    let deep = tree(vec![node("a", vec![node("b", vec![node("c", vec![])])])]);
    let wide = tree(vec![node("a", vec![node("b", vec![]), node("c", vec![])])]);
    assert_ne!(deep, wide, "who is called by whom");
}

#[test]
fn the_grid_of_tables_and_forms_counts() {
    let one = |piece: Piece| lay(vec![piece]).pages[0].said();
    let grid = |rows: Vec<TableRow>| one(table([1.0, 1.0], rows));
    assert_ne!(grid(vec![row(["内線 1234", ""])]), grid(vec![row(["", "内線 1234"])]), "by night, not by day");
    assert_ne!(grid(vec![row(["○", ""])]), grid(vec![row(["", "○"])]));
    assert_ne!(grid(vec![row(["a", "b"]), row(["c", "d"])]), grid(vec![row(["a", "b"])]));
    let room = |blank_rows: u8, fill: bool, columns: usize| {
        let columns = (0..columns).map(|_| (String::new(), 1.0)).collect();
        one(Piece::plain(Block::Table(Table { columns, blank_rows, fill, ..Table::default() })))
    };
    assert_ne!(room(2, false, 3), room(12, false, 3), "rows to write in");
    assert_ne!(room(2, false, 3), room(2, false, 4), "columns to write in");
    assert_ne!(room(7, true, 3), room(7, false, 3));
    assert_ne!(room(7, true, 3), room(2, true, 3));
    let form = |rows: Vec<Vec<u8>>| {
        let cell = |lines: u8| BoxCell { share: 1.0, lines: f64::from(lines), ..BoxCell::default() };
        one(Piece::plain(Block::Boxes(rows.into_iter().map(|row| row.into_iter().map(cell).collect()).collect())))
    };
    assert_ne!(form(vec![vec![1]]), form(vec![vec![6]]), "room in a box");
    assert_ne!(form(vec![vec![1]]), form(vec![vec![1, 1]]), "a box more");
    assert_ne!(form(vec![vec![1, 1]]), form(vec![vec![1], vec![1]]));
    let said = |runs: Vec<Run>| one(paragraph(runs));
    assert_ne!(said(vec![Run::Badge("秘".into()), "薬".into()]), said(vec!["秘薬".into()]));
    assert_ne!(said(vec![Run::Blank(2)]), said(vec![Run::Blank(20)]));
    assert_ne!(said(vec![Run::Blank(1)]), said(vec!["＿".into()]));
    assert_ne!(said(vec![Run::Bold("注意".into())]), said(vec!["注意".into()]));
}

#[test]
fn what_drawings_mean_counts() {
    let one = |block: Block| lay(vec![Piece::plain(block)]).pages[0].said();
    let node = |key: &str, wave: &str, needs: Vec<usize>| MapNode {
        key: key.into(),
        title: key.into(),
        lines: Vec::new(),
        wave: wave.into(),
        needs,
        circle: Vec::new(),
        about: Vec::new(),
    };
    let map = |wave: &str, needs: Vec<usize>| {
        let nodes = vec![node("a", "1", vec![]), node("b", wave, needs), node("c", "2", vec![0])];
        one(Block::Map(nodes, MapWords::default()))
    };
    assert_ne!(map("1", vec![]), map("2", vec![]), "another wave");
    assert_ne!(map("2", vec![]), map("2", vec![0]), "another need");
    let tag = |warns: bool| one(Block::Tags(vec![Tag { head: "札".into(), warns, ..Tag::default() }]));
    assert_ne!(tag(true), tag(false));
    let code = |says: &str| one(Block::Codes(vec![("語".into(), says.into())]));
    assert_ne!(code("tel:1"), code("tel:2"));
}
