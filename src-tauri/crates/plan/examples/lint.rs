//! Lints the templates of this checkout: `cargo run -p plan --example lint`.
use std::path::Path;
fn main() {
    let templates = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../templates");
    for kind in template::PackKind::ALL {
        for pack in template::PackFiles::packs(kind, &templates).expect("packs") {
            let files = template::PackFiles::read(kind, &templates, &pack).expect("readable");
            match template::counts(kind, &files, &plan::vocabulary()) {
                Ok(counts) => println!("{}/{pack}: ok, {counts:?}", kind.folder()),
                Err(problems) => problems.iter().for_each(|problem| println!("{problem}")),
            }
        }
    }
}
