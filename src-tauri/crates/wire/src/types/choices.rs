//! Words of the contract: a value that is one of a few. In the window they are unions of texts.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Declares them; the name in the contract is the variant in small letters with hyphens.
macro_rules! choices {
    ($( $(#[$doc:meta])* $name:ident { $( $(#[$vdoc:meta])* $variant:ident, )+ } )+) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
        #[serde(rename_all = "kebab-case")]
        #[ts(rename_all = "kebab-case")]
        pub enum $name { $( $(#[$vdoc])* $variant, )+ }
    )+
        /// Their declarations in TypeScript.
        pub(crate) fn declared(config: &ts_rs::Config) -> Vec<String> {
            vec![ $( $name::decl(config) ),+ ]
        }
    };
}

choices! {
    /// Why a printed sheet is listed.
    StaleView {
        /// It says something else now.
        Changed,
        /// It is not printed at all any more.
        Gone,
        /// An older program printed it: somebody has to look at both.
        Compare,
    }
}
