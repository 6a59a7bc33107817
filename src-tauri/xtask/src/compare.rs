//! `compare`: the same binder set by Typst, and by what else this machine has, with the processor time of each.
//!
//! The text is the same word for word, in tables where ours has tables (`tests/examples/comparison`); pages, forms and
//! drawings are ours alone. Typst comes as a wheel from the Python registry; Chromium and LibreOffice are compared where they
//! are installed; krilla writes our own placed pages (`tests/krilla`, outside the workspace). Nothing here is a limit.

use crate::door::{Done, built, cargo, command, root, run, target};
use crate::machine;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Runs of each, after one that warms up; the middle counts.
const RUNS: usize = 5;
/// The version of Typst that was measured first.
const TYPST: &str = "typst==0.15.2";
/// What is needed besides.
const NEEDED: &[machine::Package] =
    &[("python3-pip", "fetches Typst from the Python registry"), ("time", "measures processor time and memory")];

/// Sets the sample hospital's binder with everything there is, and a large plan with ours alone.
pub(crate) fn compare() -> Done {
    machine::need(&[machine::LINE, NEEDED])?;
    let place = target().join("compare");
    std::fs::create_dir_all(&place).map_err(|error| format!("{}: {error}", place.display()))?;
    run(cargo(&["build", "--release", "-p", "cli"]))?;
    let (sonae, plan) = (built("release", "sonae"), place.join("hospital.sonae"));
    for (path, arguments) in [
        (plan.clone(), vec!["sample", "hospital"]),
        (place.join("small.sonae"), vec!["generate", "--systems", "300", "--people", "1500", "--seed", "1"]),
        (place.join("large.sonae"), vec!["generate", "--systems", "3000", "--people", "15000", "--seed", "1"]),
    ] {
        let _ = std::fs::remove_file(&path);
        let mut made = Command::new(&sonae);
        made.args(arguments).arg("-o").arg(&path);
        run(made)?;
    }
    let mut texts = cargo(&["run", "--release", "-p", "suite", "--example", "comparison", "--"]);
    texts.arg(&plan).arg(&place);
    run(texts)?;
    let mut lines = Vec::new();
    for (name, plan) in [
        ("sonae, sample hospital", plan),
        ("sonae, 300 systems, 1,500 people", place.join("small.sonae")),
        ("sonae, 3,000 systems, 15,000 people", place.join("large.sonae")),
    ] {
        lines.push(measured(name, &|| printed(&sonae, &plan, &place))?);
    }
    for (name, command) in others(&place)? {
        lines.push(measured(name, &command)?);
    }
    let ours = lines[0].processor;
    println!("\n| what | processor | wall | peak memory | ours to it |\n|---|---|---|---|---|");
    for Line { name, processor, wall, memory } in lines {
        println!("| {name} | {processor:.2} s | {wall:.2} s | {memory} MiB | {:.2} |", ours / processor);
    }
    println!("\nThe preview after one edit, inside the program:");
    run(cargo(&["bench", "-p", "suite", "--bench", "plan", "--", "preview-after-edit/300-systems"]))
}

fn printed(sonae: &Path, plan: &Path, place: &Path) -> Command {
    let mut print = Command::new(sonae);
    print.arg("print").arg(plan).args(["--date", "2026-11-22", "-o"]).arg(place.join("sonae.pdf"));
    print
}

type Made<'a> = Box<dyn Fn() -> Command + 'a>;

/// The other programs, each as a command that is made anew for each run.
fn others(place: &Path) -> Result<Vec<(&'static str, Made<'_>)>, String> {
    let python = place.join("python");
    if !python.join("typst").is_dir() {
        let mut fetch = command("python3", "", &["-m", "pip", "install", "--quiet", "--target"]);
        fetch.arg(&python).arg(TYPST);
        run(fetch)?;
    }
    let krilla = place.join("krilla");
    let mut build = command("cargo", "tests/krilla", &["build", "--release", "--quiet"]);
    build.env("CARGO_TARGET_DIR", &krilla);
    run(build)?;
    let fonts = root().join("src-tauri/crates/print/fonts");
    let there = fonts.clone();
    let mut out: Vec<(&'static str, Made<'_>)> = vec![
        (
            "Typst 0.15.2, the hospital's text",
            Box::new(move || {
                let code = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]], \
                    ignore_system_fonts=True)";
                let mut typst = Command::new("python3");
                typst.env("PYTHONPATH", &python).args(["-c", code]);
                typst.arg(place.join("binder.typ")).arg(place.join("typst.pdf")).arg(&there);
                typst
            }),
        ),
        (
            "krilla 0.8 (writer alone), our placed pages as JSON",
            Box::new(move || {
                let mut pages = Command::new(krilla.join("release/krilla-pages"));
                pages.arg(place.join("pages.json")).arg(&fonts).arg(place.join("krilla.pdf"));
                pages
            }),
        ),
    ];
    if machine::has("chromium") {
        let page = format!("file://{}", place.join("binder.html").display());
        out.push((
            "Chromium, the hospital's text",
            Box::new(move || {
                let mut print = Command::new("chromium");
                print.args(["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]);
                print.arg(format!("--print-to-pdf={}", place.join("chromium.pdf").display())).arg(&page);
                print
            }),
        ));
    }
    if machine::has("soffice") {
        out.push((
            "LibreOffice, the hospital's text",
            Box::new(move || {
                let mut convert = Command::new("soffice");
                convert.args(["--headless", "--convert-to", "pdf:writer_web_pdf_Export", "--outdir"]);
                convert.arg(place).arg(place.join("binder.html"));
                convert
            }),
        ));
    }
    Ok(out)
}

/// What one program took.
struct Line {
    name: &'static str,
    processor: f64,
    wall: f64,
    memory: u64,
}

/// The middle of some runs, by processor time: the program's own and the system's for it.
fn measured(name: &'static str, made: &dyn Fn() -> Command) -> Result<Line, String> {
    let mut all = Vec::new();
    for nth in 0..=RUNS {
        let line = once(name, &made())?;
        if nth > 0 {
            all.push(line);
        }
    }
    all.sort_by(|one, other| one.processor.total_cmp(&other.processor));
    Ok(all.swap_remove(RUNS / 2))
}

fn once(name: &'static str, what: &Command) -> Result<Line, String> {
    let figures: PathBuf = target().join("compare/figures");
    let mut time = Command::new("/usr/bin/time");
    time.args(["-f", "%U %S %e %M", "-o"]).arg(&figures).arg(what.get_program()).args(what.get_args());
    time.envs(what.get_envs().filter_map(|(key, value)| Some((key, value?))));
    let status = time.stdout(Stdio::null()).stderr(Stdio::null()).status();
    if !status.is_ok_and(|status| status.success()) {
        return Err(format!("stopped, because this failed: {what:?}"));
    }
    let said = std::fs::read_to_string(&figures).map_err(|error| error.to_string())?;
    let numbers: Vec<f64> = said.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    match numbers[..] {
        [user, system, wall, kib] => {
            Ok(Line { name, processor: user + system, wall, memory: (kib / 1024.0).round() as u64 })
        }
        _ => Err(format!("no figures: {said}")),
    }
}
