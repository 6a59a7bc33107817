//! Lints the packs of `templates/` and embeds them: a broken pack stops the build.
#![allow(clippy::disallowed_methods, reason = "a build script writes where cargo says")]

use std::fmt::Write;
use std::path::{Path, PathBuf};

fn main() {
    let templates = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../templates");
    println!("cargo::rerun-if-changed={}", templates.display());
    let mut failed = false;
    let mut lists = Vec::new();
    for kind in template::PackKind::ALL {
        for pack in template::PackFiles::packs(kind, &templates).expect("templates can be listed") {
            let files = template::PackFiles::read(kind, &templates, &pack).expect("templates can be read");
            for problem in template::counts(kind, &files, &plan::vocabulary()).err().into_iter().flatten() {
                failed = true;
                println!("cargo::error=templates/{problem}");
            }
            if kind == template::PackKind::Checklist {
                lists.extend(template::check_checklist(&files, &plan::vocabulary()));
            }
        }
    }
    for problem in template::check_carries(&lists) {
        failed = true;
        println!("cargo::error=templates/{problem}");
    }
    if failed {
        return;
    }
    let mut paths = Vec::new();
    walk(&templates, &mut paths);
    paths.sort();
    let mut code =
        String::from("/// Every text of templates/, by path.\npub(crate) static FILES: &[(&str, &str)] = &[\n");
    for path in paths {
        let inside = path.strip_prefix(&templates).expect("below templates");
        let name: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
        let full = path.canonicalize().expect("exists");
        writeln!(code, "    ({:?}, include_str!({:?})),", name.join("/"), full.display().to_string())
            .expect("a string");
    }
    code.push_str("];\n");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("set by cargo")).join("embedded.rs");
    std::fs::write(out, code).expect("OUT_DIR can be written");
}

fn walk(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("templates can be listed").flatten() {
        let path = entry.path();
        if path.is_dir() {
            walk(&path, out);
        } else if path.extension().is_some_and(|end| end == "toml" || end == "json") {
            out.push(path);
        }
    }
}
