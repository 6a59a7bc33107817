//! Types that cross to the screens. They live only here; inner types are free to change.

/// Declares reply types (sent to the screens); the modules below use it.
macro_rules! replies {
    ($( $(#[$doc:meta])* $name:ident { $( $(#[$fdoc:meta])* $field:ident : $type:ty, )* } )+) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Serialize, TS)]
        pub struct $name { $( $(#[$fdoc])* pub $field: $type, )* }
    )+
        /// Their declarations in TypeScript.
        pub(crate) fn declared(config: &ts_rs::Config) -> Vec<String> {
            vec![ $( $name::decl(config) ),+ ]
        }
    };
}

pub(crate) mod choices;
pub(crate) mod offered;
pub(crate) mod paper_kit;
pub(crate) mod reach;
pub(crate) mod recovery;
pub(crate) mod replies;
pub(crate) mod requests;
pub(crate) mod sheets;
pub(crate) mod standing;

pub use choices::*;
pub use offered::*;
pub use paper_kit::*;
pub use reach::*;
pub use recovery::*;
pub use replies::*;
pub use requests::*;
pub use sheets::*;
pub use standing::*;
