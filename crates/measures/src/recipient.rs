//! Recipients: who is written to, how they are addressed, and what they can do.

use dossier_model::{MeasureId, RecipientId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// How a recipient stands to a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum PowerRole {
    /// Makes it law.
    Enact,
    /// Takes it, under the law as it is.
    Take,
    /// Oversees those who take it.
    Oversee,
    /// Advises those who take or enact it.
    Advise,
    /// Brings those together who take or enact it.
    Coordinate,
}

impl PowerRole {
    /// Its word in the directory.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Enact => "enact",
            Self::Take => "take",
            Self::Oversee => "oversee",
            Self::Advise => "advise",
            Self::Coordinate => "coordinate",
        }
    }
}

/// What a recipient can do about one measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Power {
    /// The measure.
    pub measure: MeasureId,
    /// How the recipient stands to it.
    pub role: PowerRole,
    /// The request, as law and process only, to follow "We ask": "that the Committee consider ...".
    pub ask: String,
}

/// A person or office that a letter is addressed to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Addressee {
    /// "The Honorable", for those whom custom gives it.
    pub honorific: Option<String>,
    /// The full name; `None` where it is not known, and the office is addressed.
    pub name: Option<String>,
    /// The lines of the office: title, body, department.
    pub office: Vec<String>,
    /// The lines of the address: building, street, place.
    pub address: Vec<String>,
    /// What follows "Dear": "Chairman Scott".
    pub salutation: String,
}

impl Addressee {
    /// The inside address, a line each.
    pub fn block(&self) -> Vec<String> {
        let first = match (&self.honorific, &self.name) {
            (Some(honorific), Some(name)) => Some(format!("{honorific} {name}")),
            (None, Some(name)) => Some(name.clone()),
            // An honorific without a name honours nobody.
            (_, None) => None,
        };
        first.into_iter().chain(self.office.iter().cloned()).chain(self.address.iter().cloned()).collect()
    }
}

/// One entry of the directory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Recipient {
    /// Its id, for the command line.
    pub id: RecipientId,
    /// What to call it in a list: "Senate Banking Committee, chair and ranking member".
    pub name: String,
    /// What to call it in a sentence: "the Committee".
    pub office: String,
    /// The day on which the entry was known to hold. Names and posts change.
    #[specta(type = String)]
    pub as_of: Date,
    /// Where the entry was taken from, and what to check before it is used.
    pub source: String,
    /// To whom, in order: one block of the letter each.
    pub addressees: Vec<Addressee>,
    /// The delivery line: "Via Electronic Mail".
    pub delivery: String,
    /// Who gets a copy.
    pub cc: Vec<String>,
    /// What it can do, in the order of the catalogue.
    pub powers: Vec<Power>,
}

impl Recipient {
    /// The inside addresses, one block of lines for each addressee.
    pub fn address_blocks(&self) -> Vec<Vec<String>> {
        self.addressees.iter().map(Addressee::block).collect()
    }

    /// "Dear Chairman Scott and Ranking Member Warren:".
    pub fn salutation(&self) -> String {
        let mut names: Vec<&str> = self.addressees.iter().map(|addressee| addressee.salutation.as_str()).collect();
        match names.pop() {
            None => "Dear Sir or Madam:".to_owned(),
            Some(last) if names.is_empty() => format!("Dear {last}:"),
            Some(last) if names.len() == 1 => format!("Dear {} and {last}:", names.join("")),
            Some(last) => format!("Dear {}, and {last}:", names.join(", ")),
        }
    }

    /// What it can do about `measure`.
    pub fn power(&self, measure: &MeasureId) -> Option<&Power> {
        self.powers.iter().find(|power| power.measure == *measure)
    }
}
