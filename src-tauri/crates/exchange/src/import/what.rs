//! What a list is taken for, and which lists of a plan it fills. How its columns are known is data ([`super::Known`]).

use plan::Kind;

/// What a sheet is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Systems, with what they need.
    Systems,
    /// The ledger of devices.
    Devices,
    /// The staff list.
    People,
    /// Suppliers and other organisations.
    Organisations,
    /// The in-house telephone list: numbers of places first, people where they are named.
    Contacts,
    /// Pairs of systems: who needs what.
    Dependencies,
    /// Maintenance contracts, gathered by supplier.
    Contracts,
}

impl What {
    /// All of them, in the order in which they are worth importing [PRACTICE-LISTS].
    pub const ALL: [What; 7] = [
        What::Contacts,
        What::People,
        What::Devices,
        What::Systems,
        What::Dependencies,
        What::Contracts,
        What::Organisations,
    ];

    /// The name on the command line and on the wire.
    pub fn name(self) -> &'static str {
        match self {
            What::Systems => "systems",
            What::Devices => "devices",
            What::People => "people",
            What::Organisations => "organisations",
            What::Contacts => "contacts",
            What::Dependencies => "dependencies",
            What::Contracts => "contracts",
        }
    }

    /// What has that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }

    /// The lists it fills, first the one people mean by it.
    pub fn lists(self) -> &'static [Kind] {
        match self {
            What::Systems => &[Kind::System],
            What::Devices => &[Kind::Device],
            What::People => &[Kind::Person],
            What::Organisations | What::Contracts => &[Kind::Organisation],
            What::Contacts => &[Kind::ContactPoint, Kind::Department],
            What::Dependencies => &[Kind::SystemLink],
        }
    }

    /// The sheet that fills the list of a kind: one whose rows are its records, else the first that fills it too.
    pub fn filling(kind: Kind) -> Option<Self> {
        let whole = Self::ALL.into_iter().find(|one| one.kind() == Some(kind));
        whole.or_else(|| Self::ALL.into_iter().find(|one| one.lists().contains(&kind)))
    }

    /// Whether its list can be written as a sheet.
    pub fn is_written(self) -> bool {
        self.kind().is_some() || self == What::Dependencies
    }

    /// What a heading between the rows says of those below it.
    pub(super) fn grouped_by(self) -> Option<&'static str> {
        match self {
            What::People | What::Devices => Some("department"),
            What::Contacts => Some("place"),
            _ => None,
        }
    }

    /// The kind whose records the rows are; `None` where a row is something else.
    pub fn kind(self) -> Option<Kind> {
        Some(match self {
            What::Systems => Kind::System,
            What::Devices => Kind::Device,
            What::People => Kind::Person,
            What::Organisations => Kind::Organisation,
            What::Contacts | What::Dependencies | What::Contracts => return None,
        })
    }
}
