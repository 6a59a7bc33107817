//! Which copy of a document: 本部用 or 部署用.

use plan::{Department, Plan};
use std::fmt;
use std::str::FromStr;

/// Which copy. As text it is `hq`, `ward` or `ward:NAME`: typed on the command line, asked for by the window and kept
/// in the record of prints, so these forms are for ever.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Copy {
    /// 本部用.
    Hq,
    /// 部署用; of one department where it is named, by its name or its id.
    Ward(Option<String>),
}

impl Copy {
    /// The department it is for; `None` also when the plan has none of that name, or several that may be meant.
    pub fn department<'a>(&self, plan: &'a Plan) -> Option<&'a Department> {
        match self.meant(plan)[..] {
            [one] => Some(one),
            _ => None,
        }
    }

    /// The departments that may be meant: the one of that id, those of that name; where there is none, those that are
    /// called so before their brackets, as people do: 3階東病棟 of 3階東病棟（急性期）.
    pub fn meant<'a>(&self, plan: &'a Plan) -> Vec<&'a Department> {
        let Copy::Ward(Some(named)) = self else { return Vec::new() };
        let all = || plan.rows.departments.live();
        let is = |one: &&Department| one.name.as_ref() == Some(named) || one.row.id.to_string() == *named;
        let whole: Vec<&Department> = all().filter(is).collect();
        if !whole.is_empty() {
            return whole;
        }
        let short = |one: &&Department| {
            let name = one.name.as_deref().and_then(|name| name.split_once(['（', '(']));
            name.is_some_and(|(short, _)| short.trim() == named)
        };
        all().filter(short).collect()
    }
}

impl fmt::Display for Copy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Copy::Hq => f.write_str("hq"),
            Copy::Ward(None) => f.write_str("ward"),
            Copy::Ward(Some(named)) => write!(f, "ward:{named}"),
        }
    }
}

/// Not the text of a copy. Whether a department is there, the plan knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoCopy;

impl fmt::Display for NoCopy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("hq | ward | ward:NAME")
    }
}

impl std::error::Error for NoCopy {}

impl FromStr for Copy {
    type Err = NoCopy;

    fn from_str(text: &str) -> Result<Self, NoCopy> {
        match text.split_once(':') {
            None if text == "hq" => Ok(Copy::Hq),
            None if text == "ward" => Ok(Copy::Ward(None)),
            Some(("ward", named)) if !named.is_empty() => Ok(Copy::Ward(Some(named.to_owned()))),
            _ => Err(NoCopy),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_and_stored_reads_back() {
        for text in ["hq", "ward", "ward:3階東病棟", "ward:外来:午後"] {
            assert_eq!(text.parse::<Copy>().map(|copy| copy.to_string()).as_deref(), Ok(text));
        }
        for text in ["", "HQ", "hq:", "ward:", "mayor", "mayor:外来"] {
            assert_eq!(text.parse::<Copy>(), Err(NoCopy), "{text}");
        }
    }
}
