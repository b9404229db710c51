//! Names: what is called by a proper name.

use crate::Found;
use crate::pattern::patterns;

/// What a name stands for, as far as its own words and its title tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameKind {
    /// A person.
    Person,
    /// A company, an office, a body.
    Organisation,
    /// A country, a city, a state.
    Place,
    /// Anything else: products, laws, peoples, and what its words do not tell.
    Other,
}

/// A proper name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// The name without title and possessive.
    pub text: String,
    /// What it stands for.
    pub kind: NameKind,
}

patterns! {
    NAME = r"\b\p{Lu}[\w-]+(?: \p{Lu}[\w-]+)*";
}

/// The proper names of `text`.
pub fn names(text: &str) -> Vec<Found<Name>> {
    NAME.find_iter(text).map(|m| Found::new(m.range(), Name { text: m.as_str().to_owned(), kind: NameKind::Other })).collect()
}
