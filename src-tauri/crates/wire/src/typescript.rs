//! The contract as TypeScript.

use crate::types::{self, NodeView};
use crate::{News, Rights, contract, fault::Fault};
use ts_rs::{Config, TS};

/// The text of `ui/src/backend/contract.ts`.
pub fn typescript() -> String {
    let config = Config::new().with_large_int("number");
    let mut out = String::from("// Made from src-tauri/crates/wire by `cargo test -p wire`; not edited by hand.\n\n");
    let mut types = types::all(&config);
    types.extend([NodeView::decl(&config), Fault::decl(&config), Rights::decl(&config), News::decl(&config)]);
    for declaration in types {
        out.push_str(&format!("export {declaration}\n\n"));
    }
    out.push_str("export interface Contract {\n");
    for (name, request, reply) in contract::listed(&config) {
        out.push_str(&format!("  {name}: {{ request: {request}; reply: {reply} }};\n"));
    }
    out.push_str("}\n");
    out
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "the test writes the contract it compares")]
mod tests {
    #[test]
    fn the_screens_have_the_contract_of_this_crate() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/backend/contract.ts");
        let wanted = super::typescript();
        let there = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        if there != wanted {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, wanted).unwrap();
            panic!("contract.ts was out of date; it has been written anew, run the tests again");
        }
    }
}
