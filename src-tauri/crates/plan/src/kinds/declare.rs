//! The macro that makes kinds out of their declarations: the typed struct, the
//! list of fields, get and set by field id, and the tables of a whole plan.

macro_rules! rust_type {
    (flag) => { bool };
    (link) => { Option<Id> };
    ($other:ident) => { Option<String> };
}

macro_rules! field_kind {
    (text) => { FieldKind::Text };
    (long) => { FieldKind::Long };
    (date) => { FieldKind::Date };
    (number) => { FieldKind::Number };
    (phone) => { FieldKind::Phone };
    (kana) => { FieldKind::Kana };
    (code) => { FieldKind::Code };
    (flag) => { FieldKind::Flag };
    (cells) => { FieldKind::Cells };
    (span) => { FieldKind::Span };
    (image) => { FieldKind::Image };
    (file) => { FieldKind::File };
    (choice $($choice:literal)+) => { FieldKind::Choice(&[$($choice),+]) };
    (link $to:literal) => { FieldKind::Link($to) };
}

macro_rules! mark {
    ($f:ident required) => {
        $f.required = true;
    };
    ($f:ident private) => {
        $f.private = true;
    };
    ($f:ident past) => {
        $f.past = true;
    };
    ($f:ident clinical) => {
        $f.clinical = true;
    };
    ($f:ident formless) => {
        $f.shown = false;
    };
    ($f:ident unprinted) => {
        $f.printed = false;
    };
    ($f:ident since $v:literal) => {
        $f.since = $v;
    };
}

macro_rules! fact {
    ($f:ident title $field:literal) => {
        $f.title = Some($field);
    };
    ($f:ident by_reading) => {
        $f.by_reading = true;
    };
    ($f:ident alike) => {
        $f.alike = true;
    };
    ($f:ident part_of $field:literal) => {
        $f.part_of = Some($field);
    };
    ($f:ident joins $from:literal, $to:literal) => {
        $f.joins = Some(($from, $to));
    };
    ($f:ident alone) => {
        $f.alone = true;
    };
    ($f:ident unseen) => {
        $f.unseen = true;
    };
    ($f:ident ticked) => {
        $f.ticked = true;
    };
    ($f:ident about $field:literal) => {
        $f.about = Some($field);
    };
    ($f:ident columns $($field:literal),+) => {
        $f.columns = &[$($field),+];
    };
    ($f:ident program) => {
        $f.program = true;
    };
    ($f:ident append_only $since:literal) => {
        $f.append_only = Some($since);
    };
}

macro_rules! record_kinds {
    ($( $(#[$doc:meta])* $kind:ident $noun:ident $([ $( $fact:ident $(($($said:literal),+))? ),+ ])? {
        $( $(#[$fdoc:meta])* $field:ident : $type:ident $(($($arg:literal),+))? $(+ $mark:ident $($value:literal)?)* ; )+
    } )+) => {
        /// The record kinds.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind { $( $(#[$doc])* $kind, )+ }

        impl Kind {
            /// All kinds, in the order of the tables.
            pub const ALL: &'static [Kind] = &[$(Kind::$kind),+];

            /// The noun: table, wire and template all use it.
            pub fn noun(self) -> &'static str {
                match self { $(Kind::$kind => stringify!($noun),)+ }
            }

            /// The kind with this noun.
            pub fn from_noun(noun: &str) -> Option<Self> {
                Some(match noun { $(stringify!($noun) => Kind::$kind,)+ _ => return None })
            }

            /// What the kind is, besides its fields.
            pub fn facts(self) -> &'static Facts {
                match self { $(Kind::$kind => {
                    const FACTS: &Facts = &{
                        #[allow(unused_mut)]
                        let mut f = Facts::of(Kind::$kind.fields());
                        $($( fact!(f $fact $($($said),+)?); )+)?
                        f
                    };
                    FACTS
                })+ }
            }

            /// The declared fields.
            pub const fn fields(self) -> &'static [Field] {
                match self { $(Kind::$kind => {
                    const FIELDS: &[Field] = &[$({
                        #[allow(unused_mut)]
                        let mut f = Field {
                            id: stringify!($field), kind: field_kind!($type $($($arg)+)?),
                            required: false, private: false, printed: true,
                            past: false, clinical: false, shown: true, since: 1,
                        };
                        $( mark!(f $mark $($value)?); )*
                        f
                    }),+];
                    FIELDS
                })+ }
            }
        }

        $(
            $(#[$doc])*
            #[derive(Debug, Clone, PartialEq, Eq)]
            pub struct $kind {
                /// What every row has.
                pub row: Row,
                $( $(#[$fdoc])* pub $field: rust_type!($type), )+
            }

            impl $kind {
                fn made(id: Id, columns: &[(String, Option<String>)]) -> Self {
                    let mut record = Self {
                        row: Row::new(id, String::new(), None),
                        $( $field: Default::default(), )+
                    };
                    for (column, value) in columns {
                        record.set_column(column, value.clone());
                    }
                    record
                }
            }

            impl Record for $kind {
                fn kind(&self) -> Kind { Kind::$kind }
                fn row(&self) -> &Row { &self.row }
                fn row_mut(&mut self) -> &mut Row { &mut self.row }
                fn field(&self, id: &str) -> Option<String> {
                    match id { $(stringify!($field) => Cell::read(&self.$field),)+ _ => None }
                }
                fn held(&self, id: &str) -> Option<Held<'_>> {
                    match id { $(stringify!($field) => Cell::held(&self.$field),)+ _ => None }
                }
                fn each(&self, see: &mut dyn FnMut(&'static Field, Held<'_>)) {
                    let mut fields = Kind::$kind.fields().iter();
                    $( if let (Some(field), Some(held)) = (fields.next(), Cell::held(&self.$field)) {
                        see(field, held);
                    } )+
                }
                fn set_field(&mut self, id: &str, value: Option<String>) {
                    match id { $(stringify!($field) => Cell::write(&mut self.$field, value),)+ _ => {} }
                }
            }
        )+

        /// All records of a plan, removed ones included, each kind in its order.
        #[derive(Debug, Clone, Default, PartialEq, Eq)]
        pub struct Rows { $( $(#[$doc])* pub $noun: Records<$kind>, )+ }

        impl Rows {
            /// Every record of a kind, removed ones included.
            pub fn all(&self, kind: Kind) -> Box<dyn DoubleEndedIterator<Item = &dyn Record> + '_> {
                match kind { $(Kind::$kind => Box::new(self.$noun.iter().map(|one| one as &dyn Record)),)+ }
            }

            /// A record by kind and id, removed or not.
            pub fn get(&self, kind: Kind, id: Id) -> Option<&dyn Record> {
                match kind { $(Kind::$kind => self.$noun.get(id).map(|one| one as &dyn Record),)+ }
            }

            /// Puts a record made of columns in its place, or takes it out with `None`.
            pub fn put(&mut self, kind: Kind, id: Id, columns: Option<&[(String, Option<String>)]>) {
                match (kind, columns) { $(
                    (Kind::$kind, Some(columns)) => self.$noun.put($kind::made(id, columns)),
                    (Kind::$kind, None) => self.$noun.take_out(id),
                )+ }
            }
        }
    };
}

pub(super) use {fact, field_kind, mark, record_kinds, rust_type};
