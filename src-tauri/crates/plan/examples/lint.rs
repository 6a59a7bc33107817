//! Lints the templates of this checkout: `cargo run -p plan --example lint`.
use std::path::Path;
fn main() {
    let templates = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../templates");
    for pack in template::PackFiles::packs(&templates).expect("packs") {
        let files = template::PackFiles::read(&templates, &pack).expect("readable");
        match template::check(&files, &plan::vocabulary()) {
            Ok(t) => println!("{pack}: ok, {} items, {} sections", t.items.len(), t.sections.len()),
            Err(problems) => problems.iter().for_each(|problem| println!("{problem}")),
        }
    }
}
