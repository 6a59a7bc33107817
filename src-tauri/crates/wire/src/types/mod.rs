//! Types that cross to the screens, by noun as in `commands`. They live only here; inner types are free to change.

/// Declares types: a `reply` is sent to the screens, a `request` by them. The modules below use it.
macro_rules! types {
    ($( $(#[$doc:meta])* $role:ident $name:ident { $( $(#[$fdoc:meta])* $field:ident : $type:ty, )* } )+) => {
        $( one! { $role $(#[$doc])* $name { $( $(#[$fdoc])* $field: $type, )* } } )+

        /// Their declarations in TypeScript.
        pub(crate) fn declared(config: &ts_rs::Config) -> Vec<String> {
            use ts_rs::TS;
            vec![ $( $name::decl(config) ),+ ]
        }
    };
}

/// Declares one.
macro_rules! one {
    (reply $(#[$doc:meta])* $name:ident { $( $(#[$fdoc:meta])* $field:ident : $type:ty, )* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
        pub struct $name { $( $(#[$fdoc])* pub $field: $type, )* }
    };
    (request $(#[$doc:meta])* $name:ident { $( $(#[$fdoc:meta])* $field:ident : $type:ty, )* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, serde::Deserialize, ts_rs::TS)]
        pub struct $name { $( $(#[$fdoc])* pub $field: $type, )* }
    };
}

/// Declares words that are one of a few, each with what it is inside (`of`); the name in the contract is the variant in small letters with
/// hyphens.
macro_rules! choices {
    ($( $(#[$doc:meta])* $name:ident of $inner:path { $( $(#[$vdoc:meta])* $variant:ident, )+ } )+) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[serde(rename_all = "kebab-case")]
        #[ts(rename_all = "kebab-case")]
        pub enum $name { $( $(#[$vdoc])* $variant, )+ }

        impl From<$inner> for $name {
            fn from(inner: $inner) -> Self {
                use $inner as Inner;
                match inner { $( Inner::$variant { .. } => $name::$variant, )+ }
            }
        }
    )+
        /// Their declarations in TypeScript.
        fn chosen(config: &ts_rs::Config) -> Vec<String> {
            use ts_rs::TS;
            vec![ $( $name::decl(config), )+ ]
        }
    };
}

/// Those that are asked for: back to what they are inside.
macro_rules! asked {
    ($( $name:ident of $inner:path { $( $variant:ident, )+ } )+) => { $(
        impl From<$name> for $inner {
            fn from(name: $name) -> Self {
                use $inner as Inner;
                match name { $( $name::$variant => Inner::$variant, )+ }
            }
        }
    )+ };
}

/// The modules, each with what it declares.
macro_rules! modules {
    ($($module:ident)+) => {
        $( mod $module; pub use $module::*; )+

        /// All of them in TypeScript.
        pub(crate) fn all(config: &ts_rs::Config) -> Vec<String> {
            let mut out = Vec::new();
            $( out.extend($module::declared(config)); )+
            out
        }
    };
}

modules! { shared choices acts checklists list_forms scenarios exercise files doubts records guide sections first_hour numbers overview packs paper paper_kit reach recovery search sheets tree }
