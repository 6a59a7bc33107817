//! What the log calls a step: each operation is declared once, below. Its text stands in the log of every plan, so verbs
//! are for ever; its words are in `labels/operations.toml` of the pack.

mod subject;

use crate::{Edit, Kind};
use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;
pub use subject::{Entry, Named, Number, Question};
use subject::{Subject, name};
use template::Template;

macro_rules! operations {
    (
        alone { $( $(#[$alone_doc:meta])* $alone:ident = $alone_verb:literal; )+ }
        about { $( $(#[$doc:meta])* $name:ident($subject:ty) = $verb:literal; )+ }
    ) => {
        /// What was done: a verb, and what it was about.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Operation {
            $( $(#[$alone_doc])* $alone, )+
            $( $(#[$doc])* $name($subject), )+
            /// What this program does not know: the text as the log has it.
            Other(String),
        }

        impl Operation {
            /// Every verb, and how many words fill its sentence.
            pub const VERBS: &'static [(&'static str, usize)] =
                &[$( ($alone_verb, 0), )+ $( ($verb, <$subject as Subject>::WORDS), )+];

            /// The verb; empty where this program does not know it.
            pub fn verb(&self) -> &'static str {
                match self {
                    $( Operation::$alone => $alone_verb, )+
                    $( Operation::$name(_) => $verb, )+
                    Operation::Other(_) => "",
                }
            }

            /// The words that fill its sentence: {0}, {1}.
            pub fn words(&self, template: &Template) -> Vec<String> {
                match self {
                    $( Operation::$alone => Vec::new(), )+
                    $( Operation::$name(subject) => subject.words(template), )+
                    Operation::Other(text) => unknown(text, template),
                }
            }

            fn known(text: &str) -> Option<Self> {
                match text.split_once(' ') {
                    None => match text { $( $alone_verb => Some(Operation::$alone), )+ _ => None },
                    Some((verb, subject)) => match verb {
                        $( $verb => Some(Operation::$name(Subject::read(subject)?)), )+
                        _ => None,
                    },
                }
            }
        }

        impl fmt::Display for Operation {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self {
                    $( Operation::$alone => f.write_str($alone_verb), )+
                    $( Operation::$name(subject) => write!(f, "{} {}", $verb, subject.text()), )+
                    Operation::Other(text) => f.write_str(text),
                }
            }
        }
    };
}

operations! {
    alone {
        /// A new plan was made.
        New = "new";
        /// A plan was made from JSON.
        ImportPlan = "import-plan";
        /// A plan was made for tests and measurements.
        Generate = "generate";
        /// Another program changed rows, and they were entered in the log.
        Outside = "outside";
        /// Of rows the file and its history disagree about, what the file says was kept.
        KeepFound = "keep-found";
        /// What its history says was kept.
        KeepLogged = "keep-logged";
        /// A question of the first hour was left.
        FirstHour = "first-hour";
        /// Checklists were put in the place of earlier ones.
        Checklists = "checklists";
        /// Scenarios were.
        Scenarios = "scenarios";
    }
    about {
        /// A record was added.
        Add(Kind) = "add";
        /// A field was put.
        SetField((Kind, String)) = "set-field";
        /// A record was moved.
        Move(Kind) = "move";
        /// A record was removed.
        Remove(Kind) = "remove";
        /// A record was brought back.
        Restore(Kind) = "restore";
        /// Drafts were adopted.
        Adopt(Vec<Kind>) = "adopt";
        /// A catalogue entry was ticked.
        Tick(Entry) = "tick";
        /// A question of the check table was answered, or a first page confirmed.
        Answer(Question) = "answer";
        /// A section's text was changed.
        Section(Number) = "section";
        /// A section follows the pack again.
        FollowPack(Number) = "follow-pack";
        /// A section's own text was kept after comparing.
        KeepOwnText(Number) = "keep-own-text";
        /// A sheet was imported.
        Import(Kind) = "import";
        /// Lines of a text became steps of a procedure or card.
        Paste(Kind) = "paste";
        /// A record was copied with its parts.
        Copy(Kind) = "copy";
        /// Rows were added for whatever had none.
        Fill(Kind) = "fill";
        /// Rows were taken over from the catalogue.
        Take(Kind) = "take";
        /// The plan was put on a pack: its hash.
        Pack(Named) = "pack";
        /// A document was printed: its name.
        Print(Named) = "print";
        /// What another year's checklist said was taken over: the id of that list.
        Carry(Named) = "carry";
        /// A line of an exercise was kept: what was done.
        Exercise(Named) = "exercise";
    }
}

/// An operation of a later program: the kind it names, where it names one.
fn unknown(text: &str, template: &Template) -> Vec<String> {
    let what = text.split_once(' ').map_or("", |(_, what)| what);
    let kind = Kind::from_noun(what.split('.').next().unwrap_or_default());
    kind.map(|kind| name(template, kind.noun())).into_iter().collect()
}

impl FromStr for Operation {
    type Err = Infallible;

    /// Reads what any program wrote; what this one does not know stays as it is.
    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self::known(text).unwrap_or_else(|| Operation::Other(text.to_owned())))
    }
}

impl Default for Operation {
    fn default() -> Self {
        Operation::Other(String::new())
    }
}

impl From<&Edit> for Operation {
    fn from(edit: &Edit) -> Self {
        match edit {
            Edit::Add { kind, .. } => Operation::Add(*kind),
            Edit::SetField { kind, field, .. } => Operation::SetField((*kind, field.clone())),
            Edit::Move { kind, .. } => Operation::Move(*kind),
            Edit::Remove { kind, .. } => Operation::Remove(*kind),
            Edit::Restore { kind, .. } => Operation::Restore(*kind),
            Edit::Adopt { kinds, .. } => Operation::Adopt(kinds.clone()),
            Edit::Answer { key, .. } => Operation::Answer(key.into()),
            Edit::Section { number, .. } => Operation::Section(Number(number.clone())),
            Edit::FollowPack { number } => Operation::FollowPack(Number(number.clone())),
            Edit::KeepOwnText { number } => Operation::KeepOwnText(Number(number.clone())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every string that stands in the log of some plan.
    const WRITTEN: &[&str] = &[
        "new",
        "import-plan",
        "generate",
        "outside",
        "keep-found",
        "keep-logged",
        "first-hour",
        "checklists",
        "scenarios",
        "add systems",
        "set-field people.private_phone",
        "move procedure_steps",
        "remove contact_tree",
        "restore devices",
        "adopt systems",
        "adopt procedures,procedure_steps,procedure_forms",
        "tick systems/emr",
        "answer 1-1.a",
        "answer first/ward.nurse",
        "answer self-check/2027/1-1.a",
        "section 2.1.5",
        "follow-pack 1.1",
        "keep-own-text 3.4.1",
        "import contact_points",
        "import system_links",
        "import organisations",
        "import people",
        "paste procedures",
        "paste cards",
        "copy procedures",
        "fill drill_calls",
        "take procedure_steps",
        "pack 0f3c",
        "print forms-long",
        "print forms-a3",
        "print form-examples",
        "carry mhlw-security-2024",
        "exercise tell",
    ];

    #[test]
    fn every_text_of_every_log_is_known_and_comes_back_to_the_letter() {
        let mut verbs: Vec<&str> = Vec::new();
        for text in WRITTEN {
            let Ok(operation) = text.parse::<Operation>();
            assert!(!matches!(operation, Operation::Other(_)), "{text} is not known");
            assert_eq!(operation.to_string(), *text);
            verbs.push(operation.verb());
        }
        for (verb, _) in Operation::VERBS {
            assert!(verbs.contains(verb), "{verb} is in the list above");
        }
        verbs.sort_unstable();
        let mut declared: Vec<&str> = Operation::VERBS.iter().map(|(verb, _)| *verb).collect();
        declared.sort_unstable();
        verbs.dedup();
        assert_eq!(verbs, declared, "no verb twice");
    }

    #[test]
    fn what_is_not_known_stays_as_it_is() {
        for text in
            ["", "frob", "frob systems", "add gizmos", "set-field systems", "adopt ", "adopt systems,gizmos", "new "]
        {
            let Ok(operation) = text.parse::<Operation>();
            assert_eq!(operation, Operation::Other(text.to_owned()));
            assert_eq!(operation.to_string(), text);
        }
    }
}
