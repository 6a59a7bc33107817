//! What a reader of the paper relies on, seen through the public API.

use print::layout::{Laid, Mark, Page, layout, layout_again};
use print::outline::{
    About, Block, BoxCell, Look, Outline, Paper, Part, PartSort, Piece, Run, Style, Table, TableRow, Tag,
};
use print::{Cancelled, Doing, Kept, Progress, Unwatched};

/// Lays out one part A.
fn lay(blocks: Vec<Piece>) -> Laid {
    lay_parts(vec![part('A', blocks)])
}

fn lay_parts(parts: Vec<Part>) -> Laid {
    layout(Outline { parts, facility: "備え病院".into(), ..Outline::default() }, &Unwatched).expect("nobody cancels")
}

fn part(letter: char, blocks: Vec<Piece>) -> Part {
    Part { sort: PartSort::Lettered(letter), title: format!("Part {letter}"), blocks }
}

fn paragraph(text: &str) -> Piece {
    runs(vec![text.into()])
}

fn runs(runs: Vec<Run>) -> Piece {
    Piece::plain(Block::Paragraph { runs, style: Style::Body })
}

fn heading(text: &str) -> Piece {
    Piece::plain(Block::Heading { level: 2, runs: vec![text.into()], listed: true })
}

fn anchored(anchor: &str, piece: Piece) -> Piece {
    Piece { anchor: Some(anchor.into()), ..piece }
}

fn table(rows: usize) -> Piece {
    let row =
        |nth| TableRow { cells: vec![vec![format!("row{nth}").into()], vec!["値".into()]], ..TableRow::default() };
    let columns = vec![("HEAD".into(), 1.0), ("値".into(), 2.0)];
    Piece::plain(Block::Table(Table { columns, rows: (0..rows).map(row).collect(), ..Table::default() }))
}

/// The texts of a body from top to bottom, those on one baseline joined.
fn texts(page: &Page) -> Vec<String> {
    let mut found: Vec<(i64, i64, &str)> = page
        .body
        .iter()
        .filter_map(|mark| match mark {
            Mark::Text { x_mm, y_mm, text, .. } => Some(((y_mm * 10.0) as i64, (x_mm * 10.0) as i64, &**text)),
            _ => None,
        })
        .collect();
    found.sort_unstable();
    found.chunk_by(|one, next| one.0 == next.0).map(|line| line.iter().map(|(_, _, text)| *text).collect()).collect()
}

fn right_end(page: &Page) -> f64 {
    let end = |mark: &Mark| match mark {
        Mark::Text { x_mm, size_pt, text, .. } => x_mm + print::fonts::width_em(text, false) * size_pt * 25.4 / 72.0,
        Mark::Line { to_mm, .. } => to_mm.0,
        Mark::Rect { at_mm, size_mm, .. }
        | Mark::Link { at_mm, size_mm, .. }
        | Mark::Picture { at_mm, size_mm, .. } => at_mm.0 + size_mm.0,
        Mark::Says { .. } => 0.0,
    };
    page.body.iter().map(end).fold(0.0, f64::max)
}

#[test]
fn every_part_starts_on_a_right_hand_page() {
    let laid = lay_parts(vec![part('A', vec![paragraph("a")]), part('B', vec![paragraph("b")]), part('C', vec![])]);
    let seen: Vec<_> = laid.pages.iter().map(|page| (page.label.as_str(), page.right, page.blank)).collect();
    assert_eq!(
        seen,
        [("A-1", true, false), ("A-2", false, true), ("B-1", true, false), ("B-2", false, true), ("C-1", true, false),]
    );
    assert!(laid.pages[1].body.is_empty(), "a blank back carries only furniture");
    assert!(!laid.pages[1].furniture.is_empty());
}

#[test]
fn the_binding_margin_is_mirrored() {
    let laid = lay(vec![paragraph("表"), Piece::plain(Block::PageBreak), paragraph("裏")]);
    let left = |page: &Page| match &page.body[0] {
        Mark::Text { x_mm, .. } => *x_mm,
        other => panic!("not text: {other:?}"),
    };
    assert_eq!(left(&laid.pages[0]), 25.0);
    assert_eq!(left(&laid.pages[1]), 17.5);
}

#[test]
fn the_back_side_is_the_next_left_hand_page() {
    let back = || Piece::plain(Block::BackSide);
    let laid = lay(vec![paragraph("1"), back(), paragraph("2"), back(), paragraph("3")]);
    let seen: Vec<_> = laid.pages.iter().map(|page| texts(page).concat()).collect();
    assert_eq!(seen, ["1", "2", "3"]);
    let laid = lay(vec![back(), paragraph("on the back")]);
    assert!(laid.pages[0].blank && !laid.pages[1].right, "even when nothing stands on the front");
}

#[test]
fn what_is_cut_out_has_a_blank_back() {
    let tags: Vec<Tag> = (0..24).map(|nth| Tag { head: format!("tag{nth}"), ..Tag::default() }).collect();
    let front = || Piece::plain(Block::FrontSide);
    let laid = lay(vec![paragraph("1"), front(), paragraph("cut here"), Piece::plain(Block::Tags(tags))]);
    assert!(laid.pages.len() >= 5, "24 tags need several sheets");
    for (nth, page) in laid.pages.iter().enumerate() {
        assert_eq!(page.blank, nth % 2 == 1, "page {}", nth + 1);
    }
    let text = laid.pages.iter().flat_map(texts).collect::<String>();
    assert_eq!(text.matches("tag").count(), 24, "no tag is lost or doubled");
    let right = lay(vec![front(), paragraph("already in front")]);
    assert!(!right.pages[0].blank, "no sheet is left empty for it");
}

#[test]
fn a_table_repeats_its_head_on_every_page() {
    let laid = lay(vec![table(90)]);
    assert!(laid.pages.len() >= 3);
    for page in &laid.pages {
        assert_eq!(texts(page)[0], "HEAD値", "page {}", page.label);
    }
    let rows = laid.pages.iter().flat_map(texts).filter(|text| text.starts_with("row")).count();
    assert_eq!(rows, 90, "no row is lost or doubled");
}

#[test]
fn a_row_taller_than_a_page_is_divided_between_lines() {
    let long = "長い説明。".repeat(700);
    let about = About::Template("row".into());
    let cells = vec![vec!["項目".into()], vec![long.clone().into()]];
    let row = TableRow { cells, about: vec![about.clone()], ..TableRow::default() };
    let columns = vec![("HEAD".into(), 1.0), ("説明".into(), 3.0)];
    let laid = lay(vec![Piece::plain(Block::Table(Table { columns, rows: vec![row], ..Table::default() }))]);
    assert!(laid.pages.len() > 1);
    let all: String = laid.pages.iter().flat_map(texts).filter(|text| !text.starts_with("HEAD")).collect();
    assert_eq!(all.replacen("項目", "", 1), long, "every line is there once, in order");
    for page in &laid.pages {
        assert!(page.about.contains_key(&about), "page {} shows the row too", page.label);
        let lowest = page.body.iter().map(|mark| match mark {
            Mark::Line { to_mm, .. } => to_mm.1,
            Mark::Text { y_mm, .. } => *y_mm,
            _ => 0.0,
        });
        assert!(lowest.fold(0.0, f64::max) <= 280.5 + 1e-6, "page {}", page.label);
    }
}

#[test]
fn a_heading_stays_with_what_follows() {
    for lines_before in 30..46 {
        let mut blocks: Vec<Piece> = (0..lines_before).map(|_| paragraph("行")).collect();
        blocks.push(heading("HEADING"));
        blocks.push(table(3));
        let laid = lay(blocks);
        let page = laid.pages.iter().find(|page| texts(page).iter().any(|text| text == "HEADING")).unwrap();
        let after: Vec<_> = texts(page).into_iter().skip_while(|text| text != "HEADING").collect();
        assert!(after.len() >= 3, "heading, head and first row are together after {lines_before} lines: {after:?}");
    }
}

#[test]
fn no_line_of_a_paragraph_stands_alone() {
    for lines_before in 28..40 {
        let mut blocks: Vec<Piece> = (0..lines_before).map(|_| paragraph("行")).collect();
        blocks.push(paragraph(&"長い段落。".repeat(40)));
        let laid = lay(blocks);
        for page in &laid.pages {
            let long = texts(page).iter().filter(|text| text.contains("段落")).count();
            assert_ne!(long, 1, "after {lines_before} lines, page {}", page.label);
        }
    }
}

#[test]
fn references_print_the_label_of_their_page() {
    let laid = lay_parts(vec![
        part(
            'A',
            vec![runs(vec!["→".into(), Run::PageRef("there".into()), "へ".into(), Run::PageRef("nowhere".into())])],
        ),
        part('B', vec![paragraph("x"), Piece::plain(Block::PageBreak), anchored("there", paragraph("y"))]),
    ]);
    assert_eq!(texts(&laid.pages[0]), ["→B-2へ—"]);
    assert!(laid.pages[0].body.iter().any(|mark| matches!(mark, Mark::Link { to, .. } if to == "there")));
    assert_eq!(laid.anchors["there"].page, 3);
}

#[test]
fn the_contents_list_parts_and_listed_headings() {
    let contents =
        Part { sort: PartSort::Contents, title: "目次".into(), blocks: vec![Piece::plain(Block::Contents)] };
    let hidden = Piece::plain(Block::Heading { level: 3, runs: vec!["hidden".into()], listed: false });
    let laid = lay_parts(vec![contents, part('A', vec![heading("1.1 first"), hidden, paragraph("x")])]);
    assert_eq!(laid.pages[0].label, "i");
    assert_eq!(texts(&laid.pages[0]), ["APart AA-1", "1.1 firstA-1"]);
    let levels: Vec<_> = laid.headings.iter().map(|heading| (heading.level, heading.title.as_str())).collect();
    assert_eq!(levels, [(0, "目次"), (0, "Part A"), (2, "1.1 first")]);
}

#[test]
fn missing_characters_are_reported_with_what_they_stand_in() {
    let about = About::Template("1.1".into());
    let laid = lay(vec![
        Piece { about: vec![about.clone()], ..paragraph("\u{1F600}と\u{1F600}") },
        paragraph("\u{1F601}𠮷髙﨑辻\u{E0100}か\u{3099}"),
    ]);
    let missing: Vec<_> = laid.missing.iter().map(|missing| (missing.character, missing.about.clone())).collect();
    assert_eq!(missing, [('\u{1F600}', Some(about.clone())), ('\u{1F601}', None)]);
    assert!(laid.pages[0].about.contains_key(&about));
}

#[test]
fn a_long_word_is_cut_inside_its_cell() {
    let url = "https://www.example.co.jp/a-very-long-path-without-spaces/".repeat(4);
    let columns = vec![("a".into(), 5.0), ("b".into(), 1.0)];
    let row = TableRow { cells: vec![vec![], vec![url.clone().into()]], ..TableRow::default() };
    let laid = lay(vec![Piece::plain(Block::Table(Table { columns, rows: vec![row], ..Table::default() }))]);
    assert!(right_end(&laid.pages[0]) <= 198.0 + 1e-6);
    assert_eq!(texts(&laid.pages[0])[1..].concat(), url);
}

#[test]
fn a_blank_wider_than_the_line_ends_with_it() {
    let laid = lay(vec![runs(vec!["置き場所".into(), Run::Blank(200)])]);
    assert!(right_end(&laid.pages[0]) <= 198.0 + 1e-6);
}

#[test]
fn sheets_to_copy_are_filled_to_the_bottom() {
    for blank_rows in [0, 3, 20] {
        let columns = vec![("時刻".into(), 1.0), ("記事".into(), 4.0)];
        let sheet = Table { columns, blank_rows, fill: true, ..Table::default() };
        let laid = lay(vec![Piece::plain(Block::Table(sheet)), paragraph("foot")]);
        assert_eq!(laid.pages.len(), 1);
        let mut rules: Vec<f64> = laid.pages[0]
            .body
            .iter()
            .filter_map(|mark| match mark {
                Mark::Line { from_mm, to_mm, .. } if from_mm.1 == to_mm.1 => Some(to_mm.1),
                _ => None,
            })
            .collect();
        rules.sort_by(f64::total_cmp);
        rules.dedup_by(|one, next| (*one - *next).abs() < 1e-6);
        for row in rules[1..].windows(2) {
            let height = row[1] - row[0];
            assert!((8.0 - 1e-6..=14.0).contains(&height), "{blank_rows} rows: {height} mm");
        }
        assert!(*rules.last().unwrap() > 260.0);
        assert_eq!(texts(&laid.pages[0]).last().unwrap(), "foot");
    }
}

#[test]
fn whoever_watches_may_cancel() {
    struct Stop;
    impl Progress for Stop {
        fn go_on(&self, _: Doing, _: usize, _: usize) -> bool {
            false
        }
    }
    let outline = Outline { parts: vec![part('A', vec![paragraph("x")])], ..Outline::default() };
    assert_eq!(layout(outline, &Stop).unwrap_err(), Cancelled);
}

#[test]
fn small_tables_stay_whole() {
    for lines_before in 25..40 {
        let mut blocks: Vec<Piece> = (0..lines_before).map(|_| paragraph("行")).collect();
        blocks.push(table(4));
        let laid = lay(blocks);
        let pages = laid.pages.iter().filter(|page| texts(page).iter().any(|text| text.starts_with("row")));
        assert_eq!(pages.count(), 1, "after {lines_before} lines");
    }
}

#[test]
fn a_few_empty_rows_do_not_begin_a_page_alone() {
    for rows in 25..45 {
        let mut piece = table(rows);
        if let Block::Table(table) = &mut piece.block {
            table.blank_rows = 2;
        }
        let laid = lay(vec![piece]);
        let last = laid.pages.iter().rfind(|page| !page.body.is_empty()).unwrap();
        assert!(texts(last).iter().any(|text| text.starts_with("row")), "{rows} rows");
    }
}

/// What people write in is ruled to the half millimetre, and no row is lower than 8 mm.
#[test]
fn forms_are_ruled_to_the_half_millimetre_with_room_for_a_hand() {
    let columns = [1.0, 2.3, 0.77].map(|share| ("項目".to_owned(), share)).to_vec();
    let row = TableRow { cells: vec![vec!["一".into()], vec!["長い文".repeat(20).into()]], ..TableRow::default() };
    let table = Table { columns, rows: vec![row.clone(), row], blank_rows: 7, fill: true };
    let cell =
        |label: &str, share: f64, lines: f64| BoxCell { label: label.into(), share, lines, ..BoxCell::default() };
    let ticks = BoxCell {
        ticks: ["有り", "無し（確かめた）", "不明"].map(str::to_owned).to_vec(),
        ..cell("アレルギー", 1.0, 1.0)
    };
    let boxes = vec![vec![cell("氏名カナ", 3.1, 1.0), cell("生年月日", 1.7, 1.0)], vec![ticks, cell("体重", 0.7, 2.0)]];
    for block in [Block::Ruled(table.clone(), Look::Form), Block::Ruled(table, Look::Card), Block::Boxes(boxes)] {
        let laid = lay_parts(vec![part('J', vec![Piece::plain(block)])]);
        let mut levels: Vec<f64> = Vec::new();
        for mark in &laid.pages[0].body {
            let Mark::Line { from_mm, to_mm, .. } = mark else { continue };
            for x in [from_mm.0, to_mm.0] {
                assert!(halves(x - 25.0), "an edge at {x}");
            }
            if (from_mm.1 - to_mm.1).abs() < 1e-9 {
                levels.push(from_mm.1);
            }
        }
        levels.sort_by(f64::total_cmp);
        levels.dedup_by(|one, other| (*one - *other).abs() < 1e-6);
        assert!(levels.len() >= 3, "rules were drawn");
        // The head of a table is printed, not written in.
        for two in levels.windows(2).skip(1) {
            let high = two[1] - two[0];
            assert!(halves(high) && high >= 8.0 - 1e-6, "a row of {high} mm");
        }
    }
}

fn halves(mm: f64) -> bool {
    ((mm * 2.0).round() - mm * 2.0).abs() < 1e-6
}

/// Forms are used on one side: no blank backs, the binding always at the left.
#[test]
fn a_single_sided_document_has_no_blank_backs() {
    let parts = vec![
        part('A', vec![paragraph("一")]),
        part('J', vec![paragraph("二"), Piece::plain(Block::BackSide), paragraph("三")]),
    ];
    let outline = Outline { parts, paper: Paper::Single, ..Outline::default() };
    let laid = layout(outline, &Unwatched).unwrap();
    assert_eq!(laid.pages.len(), 3);
    assert!(laid.pages.iter().all(|page| page.right && !page.blank));
}

#[test]
fn a_document_laid_out_again_is_the_one_laid_out_anew() {
    let document = |changed: &str| {
        let long = "分けて組む長い文。".repeat(40);
        let mut blocks: Vec<Piece> = (0..30).map(|nth| paragraph(&format!("{nth} {long}"))).collect();
        blocks.push(Piece { about: vec![About::Template("1.1".into())], ..paragraph("無い字 \u{1F600}") });
        blocks.insert(7, paragraph(changed));
        blocks.push(table(60));
        // The same text in another width and another size is another text.
        let cells = vec![vec![long.as_str().into()], vec![long.as_str().into()]];
        let columns = vec![("HEAD".into(), 1.0), ("値".into(), 2.0)];
        let rows = vec![TableRow { cells, ..TableRow::default() }];
        blocks.push(Piece::plain(Block::Table(Table { columns, rows, ..Table::default() })));
        blocks.push(Piece::plain(Block::Paragraph { runs: vec![long.as_str().into()], style: Style::Large }));
        blocks.push(Piece::plain(Block::PageBreak));
        blocks.push(runs(vec!["頁".into(), Run::PageRef("there".into())]));
        blocks.push(anchored("there", paragraph("そこ")));
        Outline { parts: vec![part('A', blocks)], ..Outline::default() }
    };
    let mut kept = Kept::default();
    for changed in ["前", "後", "もっと長い後の文に替えると、次の頁まで動くことがある。", "前"]
    {
        let again = layout_again(document(changed), &mut kept, &Unwatched).unwrap();
        let anew = layout(document(changed), &Unwatched).unwrap();
        let seen = |laid: &Laid| laid.pages.iter().map(|page| (page.said(), page.placed())).collect::<Vec<_>>();
        assert_eq!(seen(&again), seen(&anew), "{changed}");
        assert_eq!(again.missing, anew.missing, "what no font has is told each time");
        assert_eq!(again.anchors, anew.anchors);
    }
}

#[test]
fn a_cancelled_layout_keeps_what_it_had_for_the_next() {
    struct Stop;
    impl Progress for Stop {
        fn go_on(&self, _: Doing, done: usize, _: usize) -> bool {
            done < 40
        }
    }
    let document = || {
        let blocks = (0..90).map(|nth| paragraph(&format!("{nth}"))).collect();
        Outline { parts: vec![part('A', blocks)], ..Outline::default() }
    };
    let mut kept = Kept::default();
    layout_again(document(), &mut kept, &Unwatched).unwrap();
    let before = kept.count();
    assert_eq!(layout_again(document(), &mut kept, &Stop).unwrap_err(), Cancelled);
    assert!(before >= 90 && kept.count() == before, "{before} texts, then {}", kept.count());
    let again = layout_again(document(), &mut kept, &Unwatched).unwrap();
    assert_eq!(again.pages.len(), layout(document(), &Unwatched).unwrap().pages.len());
}
