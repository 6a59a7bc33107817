//! The file somebody hands in opens in a spreadsheet program that is not ours, and its picture is what it was but for the cells
//! that were filled.

use exchange::list_form::{Answered, fill, shape};
use std::path::Path;
use suite::checkout;
use suite::witness::tool;

/// Points of the picture a cell may reach beyond its word: its border and the smoothing of letters.
const NEAR: f64 = 4.0;
/// Points to an inch.
const DPI: u32 = 72;

/// One word of a page: its text and its corners in points.
type Word = (String, [f64; 4]);

fn words(pdf: &Path) -> Vec<Word> {
    let text = tool("pdftotext", &["-bbox", "-enc", "UTF-8", &pdf.to_string_lossy(), "-"]);
    let number = |line: &str, name: &str| {
        let from = line.find(&format!("{name}=\"")).map_or(0, |at| at + name.len() + 2);
        line[from..].split('"').next().and_then(|text| text.parse().ok()).unwrap_or_default()
    };
    let word = |line: &str| {
        let said = line.split('>').nth(1)?.split('<').next()?.to_owned();
        Some((said, ["xMin", "yMin", "xMax", "yMax"].map(|name| number(line, name))))
    };
    text.lines().filter(|line| line.trim_start().starts_with("<word")).filter_map(word).collect()
}

/// The first page in grey: width and bytes.
fn picture(pdf: &Path) -> (usize, Vec<u8>) {
    let to = pdf.with_extension("");
    let (from, to) = (pdf.to_string_lossy().into_owned(), to.to_string_lossy().into_owned());
    tool("pdftoppm", &["-gray", "-r", &DPI.to_string(), "-singlefile", &from, &to]);
    let bytes = std::fs::read(format!("{to}.pgm")).expect("a picture");
    let head: Vec<usize> = bytes
        .split(|byte| byte.is_ascii_whitespace())
        .skip(1)
        .take(2)
        .filter_map(|text| std::str::from_utf8(text).ok()?.parse().ok())
        .collect();
    let size = head[0] * head[1];
    (head[0], bytes[bytes.len() - size..].to_vec())
}

#[test]
fn an_office_program_opens_the_filled_form_and_only_its_cells_look_otherwise() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    let names = [
        "ministry-like.xlsx",
        "supplier-xlsxwriter.xlsx",
        "choices-elsewhere.xlsx",
        "two-columns.xlsx",
        "formulas.xlsx",
    ];
    let mut all = Vec::new();
    for name in names {
        let before = std::fs::read(checkout("tests/fixtures/forms").join(name)).expect("the fixture");
        let form = shape(&exchange::sheet::read(&before).expect("readable")).expect("a form");
        let said = |line: &exchange::list_form::Line| Answered {
            key: line.key.clone(),
            round: 1,
            result: Some("yes".to_owned()),
            on: form.rounds[0].day.map(|_| "2025-06-02".to_owned()),
            ..Answered::default()
        };
        let answers: Vec<Answered> = form.lines.iter().map(said).collect();
        let after = fill(&before, &form, &answers).expect("filled").bytes;
        for (how, bytes) in [("before", before), ("after", after)] {
            let file = at(&format!("{how}-{name}"));
            std::fs::write(&file, bytes).expect("written");
            all.push(file.to_string_lossy().into_owned());
        }
    }
    let profile = format!("-env:UserInstallation=file://{}", at("profile").display());
    let to = folder.path().to_string_lossy().into_owned();
    let mut arguments = vec![profile.as_str(), "--headless", "--convert-to", "pdf", "--outdir", &to];
    arguments.extend(all.iter().map(String::as_str));
    tool("soffice", &arguments);
    for name in names {
        let pdf = |how: &str| at(&format!("{how}-{name}")).with_extension("pdf");
        let (was, is) = (words(&pdf("before")), words(&pdf("after")));
        let new: Vec<&Word> = is.iter().filter(|word| !was.contains(word)).collect();
        let said: String = new.iter().map(|(text, _)| text.as_str()).collect();
        assert!(said.contains("はい") || said.contains('○') || said.contains('〇'), "{name}: {said}");
        let gone: Vec<&Word> = was.iter().filter(|word| !is.contains(word)).collect();
        // The count of はい was worked out anew, though nobody but us wrote into the file.
        let counted: Vec<&str> = if name == "formulas.xlsx" { vec!["0"] } else { Vec::new() };
        let gone: Vec<&str> = gone.iter().map(|(text, _)| text.as_str()).collect();
        assert_eq!(gone, counted, "{name}: nothing else that stood there moved");
        assert!(counted.is_empty() || new.iter().any(|(text, _)| text == "7"), "{name}");
        let ((width, before), (_, after)) = (picture(&pdf("before")), picture(&pdf("after")));
        assert_eq!(before.len(), after.len(), "{name}: one page as it was");
        let inside = |at: usize| {
            let (x, y) = ((at % width) as f64, (at / width) as f64);
            new.iter().any(|(_, [left, top, right, bottom])| {
                x > left - NEAR && x < right + NEAR && y > top - NEAR && y < bottom + NEAR
            })
        };
        let changed: Vec<usize> = (0..before.len()).filter(|at| before[*at] != after[*at]).collect();
        assert!(!changed.is_empty(), "{name}");
        let stray: Vec<(usize, usize)> =
            changed.into_iter().filter(|at| !inside(*at)).map(|at| (at % width, at / width)).collect();
        assert!(stray.is_empty(), "{name}: {} points changed elsewhere, the first at {:?}", stray.len(), stray.first());
    }
}
