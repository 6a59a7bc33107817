//! The file, read back by lopdf.
#![allow(clippy::disallowed_methods, reason = "tests write the files they damage")]

use lopdf::{Document, Object};
use print::Unwatched;
use print::layout::{Laid, layout};
use print::outline::{Block, Outline, Part, PartSort, Piece, Run, Style};
use print::pdf::{Info, PdfError, pdf, pdf_of};

fn laid() -> Laid {
    let text = |runs: Vec<Run>| Piece::plain(Block::Paragraph { runs, style: Style::Body });
    let cover = Part { sort: PartSort::Cover, title: "表紙".into(), blocks: vec![text(vec!["備え".into()])] };
    let first = Part {
        sort: PartSort::Lettered('A'),
        title: "今すぐ".into(),
        blocks: vec![
            Piece::plain(Block::Heading { level: 2, runs: vec!["1 \u{1F600}".into()], listed: true }),
            text(vec![Run::Bold("𠮷髙﨑".into()), "辻\u{E0100}か\u{3099}〓".into(), Run::PageRef("b".into())]),
        ],
    };
    let second = Part {
        sort: PartSort::Lettered('B'),
        title: "連絡先".into(),
        blocks: vec![Piece { anchor: Some("b".into()), ..text(vec!["辻".into()]) }],
    };
    layout(Outline { parts: vec![cover, first, second], ..Outline::default() }, &Unwatched).expect("nobody cancels")
}

fn info() -> Info {
    Info {
        title: "計画 <1> & 2".into(), facility: "病院".into(), date: "2026-11-22".into(), language: "ja-JP".into()
    }
}

fn read(bytes: &[u8]) -> Document {
    Document::load_mem(bytes).expect("a lawful PDF")
}

fn annotations(document: &Document) -> usize {
    let pages = document.get_pages();
    let of = |id| document.get_dictionary(id).ok()?.get(b"Annots").ok()?.as_array().ok().map(Vec::len);
    pages.values().filter_map(|&id| of(id)).sum()
}

#[test]
fn the_same_pages_give_the_same_bytes() {
    assert_eq!(pdf(&laid(), &info()).unwrap(), pdf(&laid(), &info()).unwrap());
    let later = Info { date: "2026-11-23".into(), ..info() };
    assert_ne!(pdf(&laid(), &info()).unwrap(), pdf(&laid(), &later).unwrap());
}

#[test]
fn the_file_says_what_it_is_and_how_to_print_it() {
    let document = read(&pdf(&laid(), &info()).unwrap());
    assert_eq!(document.version, "1.7");
    let catalog = document.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"ja-JP");
    assert_eq!(catalog.get(b"PageLayout").unwrap().as_name().unwrap(), b"TwoPageRight");
    assert_eq!(catalog.get(b"PageMode").unwrap().as_name().unwrap(), b"UseOutlines");
    let viewer = catalog.get(b"ViewerPreferences").unwrap().as_dict().unwrap();
    assert_eq!(viewer.get(b"Duplex").unwrap().as_name().unwrap(), b"DuplexFlipLongEdge");
    assert_eq!(viewer.get(b"PrintScaling").unwrap().as_name().unwrap(), b"None");
    let metadata = catalog.get(b"Metadata").unwrap().as_reference().unwrap();
    let xmp = &document.get_object(metadata).unwrap().as_stream().unwrap().content;
    let xmp = std::str::from_utf8(xmp).unwrap();
    assert!(xmp.contains("計画 &lt;1&gt; &amp; 2") && xmp.contains("2026-11-22T00:00:00+09:00"));
    assert!(document.trailer.get(b"ID").is_ok());
}

#[test]
fn bookmarks_are_parts_with_their_headings_below() {
    let document = read(&pdf(&laid(), &info()).unwrap());
    let follow = |object: &Object| document.get_dictionary(object.as_reference().unwrap()).unwrap().clone();
    let root = follow(document.catalog().unwrap().get(b"Outlines").unwrap());
    assert_eq!(root.get(b"Count").unwrap().as_i64().unwrap(), 3);
    let first = follow(root.get(b"First").unwrap());
    let second = follow(first.get(b"Next").unwrap());
    let below = follow(second.get(b"First").unwrap());
    assert_eq!(below.get(b"Parent").unwrap(), first.get(b"Next").unwrap());
}

#[test]
fn some_pages_alone_carry_no_links_to_the_others() {
    let laid = laid();
    assert_eq!(annotations(&read(&pdf(&laid, &info()).unwrap())), 1);
    let alone = read(&pdf_of(&laid, &info(), &[2, 99], &print::NoPictures, &print::Unwatched).unwrap());
    assert_eq!(alone.get_pages().len(), 1);
    assert_eq!(annotations(&alone), 0);
    let both = read(&pdf_of(&laid, &info(), &[2, 4], &print::NoPictures, &print::Unwatched).unwrap());
    assert_eq!(annotations(&both), 1);
}

#[test]
fn only_glyphs_in_use_are_embedded() {
    let bytes = pdf(&laid(), &info()).unwrap();
    assert!(bytes.len() < 100_000, "{} bytes", bytes.len());
}

#[test]
fn no_pages_and_wrong_dates_are_refused_or_harmless() {
    assert!(matches!(pdf(&laid(), &Info { date: "22.11.2026".into(), ..info() }), Err(PdfError::Date(_))));
    assert_eq!(
        read(&pdf_of(&laid(), &info(), &[], &print::NoPictures, &print::Unwatched).unwrap()).get_pages().len(),
        0
    );
}

/// What a glyph says when copied, by poppler, which shares no code with us.
#[test]
fn copied_text_is_the_text_of_the_plan() {
    let path = std::env::temp_dir().join(format!("sonae-print-{}.pdf", std::process::id()));
    std::fs::write(&path, pdf(&laid(), &info()).unwrap()).unwrap();
    let read = std::process::Command::new("pdftotext").arg(&path).arg("-").output();
    std::fs::remove_file(&path).unwrap();
    let Ok(read) = read else {
        eprintln!("pdftotext is not installed: not checked");
        return;
    };
    let text = String::from_utf8(read.stdout).unwrap();
    assert!(text.contains("𠮷髙﨑辻\u{E0100}が〓B-1"), "{text}");
    assert!(text.contains("1 \u{1F600}"), "a stand-in says the true character: {text}");
    assert!(text.lines().any(|line| line == "辻"), "the plain character keeps its own text: {text}");
}
