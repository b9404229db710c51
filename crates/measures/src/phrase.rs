//! Phrases that recognise what a text is about, whatever its capitals and punctuation.

use serde::{Deserialize, Serialize};

/// Words to look for: `fraud*` is any word that begins so, `export control*` stands side by side, and ` ... ` lets other words
/// stand between: `antitrust ... shar*`. Capitals, punctuation and the width of spaces do not matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Phrase {
    written: String,
    parts: Vec<Vec<Word>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Word {
    Whole(String),
    Beginning(String),
}

impl Word {
    fn is(&self, word: &str) -> bool {
        match self {
            Self::Whole(whole) => word == whole,
            Self::Beginning(beginning) => word.starts_with(beginning.as_str()),
        }
    }
}

impl Phrase {
    /// Whether it stands in `text`.
    pub(crate) fn is_in(&self, text: &Plain) -> bool {
        let mut rest = text.0.as_slice();
        self.parts.iter().all(|part| {
            let fits = |at: &[String]| part.iter().zip(at).all(|(word, found)| word.is(found));
            match rest.windows(part.len()).position(fits) {
                Some(at) => {
                    rest = &rest[at + part.len()..];
                    true
                }
                None => false,
            }
        })
    }
}

/// A text reduced to its words in lower case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Plain(Vec<String>);

impl Plain {
    /// The words of `text`. An apostrophe falls away with its `s`: "Halden's" is "halden".
    pub(crate) fn of(text: &str) -> Self {
        let words = text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’')).map(|word| {
            let word = word.trim_matches(['\'', '’']);
            let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
            word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
        });
        Self(words.filter(|word: &String| !word.is_empty()).collect())
    }

    /// Whether the words of `other` stand in it side by side.
    pub(crate) fn has(&self, other: &Plain) -> bool {
        !other.0.is_empty() && self.0.windows(other.0.len()).any(|window| window == other.0)
    }
}

/// A phrase has no word, or a star where none can be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a phrase: write words, with `*` only at the end of a word and ` ... ` only between words")]
pub struct PhraseError(String);

impl TryFrom<String> for Phrase {
    type Error = PhraseError;
    fn try_from(written: String) -> Result<Self, PhraseError> {
        let bad = || PhraseError(written.clone());
        let mut parts = Vec::new();
        for piece in written.split(" ... ") {
            let mut part = Vec::new();
            for word in piece.split_whitespace() {
                let (stem, open) = word.strip_suffix('*').map_or((word, false), |stem| (stem, true));
                let Plain(mut words) = Plain::of(stem);
                let last = words.pop().ok_or_else(bad)?;
                if stem.contains('*') || stem.contains("...") {
                    return Err(bad());
                }
                part.extend(words.into_iter().map(Word::Whole));
                part.push(if open { Word::Beginning(last) } else { Word::Whole(last) });
            }
            if part.is_empty() {
                return Err(bad());
            }
            parts.push(part);
        }
        Ok(Self { written, parts })
    }
}

impl From<Phrase> for String {
    fn from(phrase: Phrase) -> String {
        phrase.written
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(phrase: &str, text: &str, expected: bool) {
        let phrase = Phrase::try_from(phrase.to_owned()).unwrap();
        assert_eq!(phrase.is_in(&Plain::of(text)), expected, "{phrase:?} in {text:?}");
    }

    #[test]
    fn phrases_are_found_whatever_their_capitals_and_punctuation() {
        check("export control*", "Tighter EXPORT-CONTROLS on chips", true);
        check("export control*", "control of exports", false);
        check("u s developer", "the U.S. developer", true);
        check("train", "training data", false);
        check("train*", "used for training.", true);
        check("train*", "restrained", false);
        check("antitrust ... shar*", "an antitrust rule for the sharing of indicators", true);
        check("antitrust ... shar*", "sharing, and antitrust", false);
        check("memo ... memo", "one memo", false);
        check("fake ... account*", "fake accounts", true);
        check("H.R. 8283", "H. R. 8283", true);
        check("resident* ip*", "residential IP addresses", true);
        check("resident* ip*", "residential and mobile IPs", false);
        check("halden", "Halden’s letter", true);
    }

    #[test]
    fn a_phrase_that_cannot_match_is_refused() {
        for bad in ["", "*", " ... ", "a...b", "tr*n", "... a"] {
            assert!(Phrase::try_from(bad.to_owned()).is_err(), "{bad:?}");
        }
    }
}
