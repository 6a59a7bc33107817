//! For the two or three nurses of the first night: medicines are given from what a doctor signed, and nothing is copied.

use binder::template::{FormWhat, Inline};
use binder::{Document, Snapshot, Unwatched};
use print::Composing;
use print::layout::Mark;
use std::collections::BTreeSet;
use suite::scene::Scene;
use suite::witness::tool;

/// Copying four hundred lines of orders in the first night is not done, or done wrong: nothing asks for it.
#[test]
fn the_first_eight_hours_are_five_sheets_and_none_is_copied_by_hand() {
    let scene = Scene::sample("hospital");
    let Snapshot { plan, template, .. } = scene.open().snapshot();
    let ward = template.first_pages.iter().find(|page| page.id == "ward").expect("there");
    let lists = ward.steps.iter().flat_map(|step| &step.text).filter_map(|piece| match piece {
        Inline::Names(forms) if forms.iter().all(|one| one.starts_with("forms/")) => Some(forms),
        _ => None,
    });
    let sheets: Vec<&Vec<String>> = lists.collect();
    assert_eq!(sheets.len(), 1, "said once");
    assert!(sheets[0].len() <= 5 && sheets[0].contains(&"forms/medication-paste".to_owned()), "{sheets:?}");
    for entry in sheets[0] {
        let form = template.form(entry).expect("drawn");
        assert!(plan.from_entry(entry).is_some(), "{entry} is in the kit");
        assert!(!format!("{form:?}").contains("写した"), "{entry} asks nobody to copy");
    }
    let medicine = format!("{:?}", template.form("forms/medication-record").expect("drawn"));
    assert!(!medicine.contains("写した人") && medicine.contains("署名の無い行は、指示ではない"));
    let first =
        suite::outline::told(&plan, &template, &Document::binder().compose(&Composing::hq(&plan, &template, "")));
    let first = &first.iter().find(|(name, _)| name == "A").expect("the first part").1;
    assert!(first.contains("署名の無い行は、指示ではない"), "said on the first page");
}

/// Twelve medicines, a time and a signature each: 20 by 14 mm at least, two signatures only in rows of two.
#[test]
fn there_is_room_to_sign_for_every_medicine() {
    let (_, template) = binder::own_pack(binder::PACK).expect("its own pack");
    let form = template.form("forms/medication-record").expect("drawn");
    let boxes = form.parts.iter().filter_map(|part| match &part.what {
        FormWhat::Boxes(rows) => Some(rows),
        _ => None,
    });
    let rows: Vec<_> = boxes.flatten().filter(|row| row.len() >= 5 && row[0].lines > 1.0).collect();
    assert!(rows.len() >= 12 && rows.iter().all(|row| row.len() > 6), "{} medicines, six times a day", rows.len());
    let body = print::layout::PAPER_WIDTH_MM - 25.0 - 17.5;
    for row in rows {
        let all: f64 = row.iter().map(|one| one.share).sum();
        for time in &row[1..] {
            let (wide, high) = (time.share / all * body, time.lines * 8.0);
            assert!(wide >= 20.0 && high >= 14.0, "{wide} × {high}: {}", time.label);
            assert_eq!(time.label.contains("二人"), row[0].label.contains("二人"), "{}", time.label);
        }
    }
}

/// Three days on A3: twelve medicines, four times a day, and a row is one row on both halves.
#[test]
fn the_three_days_lie_abreast_on_one_sheet() {
    let scene = Scene::of("hospital");
    let Snapshot { plan, template, .. } = scene.open().snapshot();
    let document = Document::named("forms-a3").expect("declared");
    let laid = print::layout::layout(document.compose(&Composing::hq(&plan, &template, "2026-11-29")), &Unwatched)
        .expect("laid out");
    assert_eq!(laid.pages.len(), 1, "one sheet");
    let half = print::layout::PAPER_WIDTH_MM;
    let rules = |right: bool| {
        let levels = laid.pages[0].body.iter().filter_map(|mark| match mark {
            Mark::Line { from_mm, to_mm, .. } if from_mm.1 == to_mm.1 && (from_mm.0 > half) == right => {
                Some((from_mm.1 * 10.0).round() as i64)
            }
            _ => None,
        });
        levels.collect::<BTreeSet<i64>>()
    };
    let both: Vec<i64> = rules(false).intersection(&rules(true)).copied().collect();
    let rows = both.windows(2).filter(|two| two[1] - two[0] >= 140).count();
    assert!(rows >= 12, "{rows} rows of 14 mm on both halves: {both:?}");
    let texts: String = laid.pages[0].body.iter().filter_map(text_of).collect();
    assert_eq!(texts.matches("氏名カナ").count(), 2, "each half says whose it is");
    let size = tool("pdfinfo", &[&printed(&scene)]);
    assert!(size.contains("A3"), "{size}");
}

fn text_of(mark: &Mark) -> Option<&str> {
    match mark {
        Mark::Text { text, .. } => Some(text),
        _ => None,
    }
}

fn printed(scene: &Scene) -> String {
    scene.printed("forms-a3", "hq");
    scene.at("forms-a3.pdf").display().to_string()
}
