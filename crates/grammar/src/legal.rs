//! Words with a legal meaning, and how heavy they are.

use crate::Found;
use crate::pattern::patterns;

/// How heavy a legal word is, lightest first: a sentence climbs when its word is heavier than its source's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LegalStrength {
    /// Against rules or without permission: "improperly", "unauthorized".
    Improper,
    /// Forbidden in some unnamed way: "illicit".
    Illicit,
    /// With deceit: "fraudulent".
    Fraudulent,
    /// Against the law: "illegal", "unlawful".
    Illegal,
    /// A named crime: "theft", "smuggling", "espionage".
    Crime,
}

/// A word with a legal meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LegalWord {
    /// Its dictionary form.
    pub lemma: &'static str,
    /// How heavy it is.
    pub strength: LegalStrength,
}

patterns! {
    LEGAL = r"(?i)\b(?P<improper>improper\w*|unauthori[sz]ed)|(?P<illicit>illicit\w*)|(?P<fraud>fraud\w*)|(?P<illegal>illegal\w*)|(?P<crime>theft|stole\w*)\b";
}

/// The legal words of `text`.
pub fn legal_words(text: &str) -> Vec<Found<LegalWord>> {
    LEGAL
        .captures_iter(text)
        .filter_map(|c| {
            let (lemma, strength) = match () {
                () if c.name("improper").is_some() => ("improper", LegalStrength::Improper),
                () if c.name("illicit").is_some() => ("illicit", LegalStrength::Illicit),
                () if c.name("fraud").is_some() => ("fraud", LegalStrength::Fraudulent),
                () if c.name("illegal").is_some() => ("illegal", LegalStrength::Illegal),
                () => ("theft", LegalStrength::Crime),
            };
            Some(Found::new(c.get(0)?.range(), LegalWord { lemma, strength }))
        })
        .collect()
}
