//! Who: how closely a source ties a party to the act.

use serde::{Deserialize, Serialize};
use std::fmt;

crate::words! {
    /// How a party is tied to an act, loosest first.
    Nexus {
        /// "linked to", "tied to", "affiliated with".
        Linked = "linked",
        /// "acting for", "on behalf of", "directed by".
        ActingFor = "acting-for",
        /// The party itself is said to have acted.
        By = "by",
    }
}

/// One rung of attribution: a nexus and the party at its end. "Operators linked to X's lab" is `linked` to "X's lab", which is
/// another party than X.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
pub struct Rung {
    /// How closely.
    pub nexus: Nexus,
    /// To whom, by the name that the source uses.
    pub party: String,
}

impl fmt::Display for Rung {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.nexus, self.party)
    }
}
