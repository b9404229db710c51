//! Ids: short, typed, readable. A numbered id prints as its letter and its number (`S3`, `C41`, `F7`); a named one is a
//! lower-case slug (`senate-banking`, `hr8283.E4`).

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Why a text is not an id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    /// A numbered id was expected.
    #[error("`{text}` is not a {what} id: it is written {letter} and a number, as in {letter}12")]
    NotNumbered {
        /// What the id names.
        what: &'static str,
        /// Its letter.
        letter: char,
        /// What was given.
        text: String,
    },
    /// A named id was expected.
    #[error("`{0}` is not an id: use letters, digits, `-`, `_` and `.` only")]
    NotNamed(String),
}

macro_rules! numbered {
    ($(#[$meta:meta])* $name:ident, $letter:literal, $what:literal) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type)]
        #[specta(type = String)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(u32);
        impl $name {
            /// The id with this number; numbers start at 1.
            pub fn new(number: u32) -> Self { Self(number) }
            /// Its number.
            pub fn number(self) -> u32 { self.0 }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { write!(f, concat!($letter, "{}"), self.0) }
        }
        impl FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                text.strip_prefix($letter)
                    .filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()))
                    .and_then(|digits| digits.parse().ok())
                    .map(Self)
                    .ok_or_else(|| IdError::NotNumbered { what: $what, letter: $letter, text: text.to_owned() })
            }
        }
        impl TryFrom<String> for $name {
            type Error = IdError;
            fn try_from(text: String) -> Result<Self, IdError> { text.parse() }
        }
        impl From<$name> for String {
            fn from(id: $name) -> String { id.to_string() }
        }
    };
}

numbered!(
    /// A source, `S1`.
    SourceId, 'S', "source"
);
numbered!(
    /// A claim, `C1`.
    ClaimId, 'C', "claim"
);
numbered!(
    /// A fact, `F1`. It stays when claims join or leave.
    FactId, 'F', "fact"
);
numbered!(
    /// A judgement, `J1`.
    JudgementId, 'J', "judgement"
);
numbered!(
    /// An origin, `O1`.
    OriginId, 'O', "origin"
);

macro_rules! named {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type)]
        #[specta(type = String)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);
        impl $name {
            /// Its text.
            pub fn as_str(&self) -> &str { &self.0 }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str(&self.0) }
        }
        impl FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
                if !text.is_empty() && text.chars().all(plain) { Ok(Self(text.to_owned())) } else { Err(IdError::NotNamed(text.to_owned())) }
            }
        }
        impl TryFrom<String> for $name {
            type Error = IdError;
            fn try_from(text: String) -> Result<Self, IdError> { text.parse() }
        }
        impl From<$name> for String {
            fn from(id: $name) -> String { id.0 }
        }
    };
}

named!(
    /// A measure, `hr8283`.
    MeasureId
);
named!(
    /// An element of a measure, `hr8283.E4`.
    ElementId
);
named!(
    /// A recipient in the directory, `senate-banking`.
    RecipientId
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_read_what_they_print() {
        assert_eq!("C41".parse(), Ok(ClaimId::new(41)));
        assert_eq!(ClaimId::new(41).to_string(), "C41");
        for bad in ["", "C", "41", "F41", "C-1", "C4x", "C99999999999"] {
            assert!(bad.parse::<ClaimId>().is_err(), "{bad}");
        }
    }
}
