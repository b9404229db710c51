//! The office that sends.

use serde::{Deserialize, Serialize};

/// Who sends. A part that is missing prints as a marked blank and stops a final.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(default, deny_unknown_fields)]
pub struct Office {
    /// The organisation's name.
    pub name: Option<String>,
    /// Its address, a line each.
    pub address: Vec<String>,
    /// A line for the letterhead under the name.
    pub letterhead: Option<String>,
    /// Who signs.
    pub signatory: Option<String>,
    /// The signatory's title.
    pub signatory_title: Option<String>,
    /// Whom to call or write to.
    pub contact: Option<String>,
}

impl Office {
    /// The parts that are missing, by their names in the JSON.
    pub fn missing(&self) -> Vec<&'static str> {
        [
            ("name", self.name.is_none()),
            ("address", self.address.is_empty()),
            ("signatory", self.signatory.is_none()),
            ("signatory_title", self.signatory_title.is_none()),
            ("contact", self.contact.is_none()),
        ]
        .into_iter()
        .filter_map(|(part, missing)| missing.then_some(part))
        .collect()
    }
}
