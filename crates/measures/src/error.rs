//! What can be wrong with a catalogue or a directory.

use std::fmt;

/// One thing that is wrong with one field of one entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The entry, by its id, or by its place where it has none.
    pub entry: String,
    /// The field, with its place in a list: `powers[2].measure`.
    pub field: String,
    /// What is wrong, and what to write instead.
    pub why: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, `{}`: {}", self.entry, self.field, self.why)
    }
}

/// Why data about measures or recipients was refused.
#[derive(Debug, thiserror::Error)]
pub enum MeasuresError {
    /// It is not JSON, or not of the outer form.
    #[error("the {what} is not JSON of the expected form: {why}. Start from the shipped one and edit that")]
    NotJson {
        /// `catalogue` or `directory`.
        what: &'static str,
        /// What the JSON reader says.
        why: String,
    },
    /// Some entries are wrong; all of what is wrong is told.
    #[error("the {what} has {} to correct:\n{}", count(.faults.len()), lines(.faults))]
    Faulty {
        /// `catalogue` or `directory`.
        what: &'static str,
        /// All that is wrong, in the order of the entries.
        faults: Vec<Fault>,
    },
}

fn count(faults: usize) -> String {
    if faults == 1 { "one thing".to_owned() } else { format!("{faults} things") }
}

fn lines(faults: &[Fault]) -> String {
    faults.iter().map(|fault| format!("- {fault}")).collect::<Vec<_>>().join("\n")
}
