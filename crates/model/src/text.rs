//! Places in a source's readable text. Every position counts Unicode code points from the start of the text.

use serde::{Deserialize, Serialize};

/// A half-open range of code points, `start` before `end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type)]
pub struct Span {
    /// The first code point.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

impl Span {
    /// The range from `start` up to `end`.
    pub fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a code point.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }
}

crate::words! {
    /// What a mark says of the text it covers.
    MarkKind {
        /// The document's title.
        Title = "title",
        /// A heading.
        Heading = "heading",
        /// A paragraph.
        Paragraph = "paragraph",
        /// An item of a list.
        Item = "item",
        /// A cell of a table; the label is `row:column`.
        Cell = "cell",
        /// A page; the label is its number.
        Page = "page",
        /// A quotation set apart.
        BlockQuote = "block-quote",
        /// What stands around the article: navigation, sign-up lines, image credits.
        Furniture = "furniture",
        /// A value of a JSON document; the label is its JSON pointer (RFC 6901).
        Pointer = "pointer",
    }
}

/// One piece of a text's structure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Mark {
    /// Where it lies.
    pub span: Span,
    /// What it is.
    pub kind: MarkKind,
    /// Page number, cell, pointer or heading level, where the kind has one.
    pub label: Option<String>,
}

/// A verbatim span of one source's readable text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
pub struct Quote {
    /// The first code point.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// The words, exactly as they stand there.
    pub text: String,
}

/// Why words are not a quote of a text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QuoteError {
    /// A range that is empty or runs past the end.
    #[error("characters {start} to {end} are not a range of a text of {characters} characters")]
    OutOfRange {
        /// First code point asked for.
        start: u32,
        /// One past the last.
        end: u32,
        /// The text's length.
        characters: u32,
    },
    /// Other words stand there.
    #[error("the quote is not verbatim: at characters {start} to {end} the text has “{found}”, not “{given}”")]
    NotVerbatim {
        /// First code point.
        start: u32,
        /// One past the last.
        end: u32,
        /// What stands there.
        found: String,
        /// What was given.
        given: String,
    },
    /// No quote at all.
    #[error("a claim needs at least one quote")]
    Missing,
}

impl Quote {
    /// Its place.
    pub fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }

    /// Checks it against the text that it was taken from.
    pub fn check(&self, text: &TextIndex<'_>) -> Result<(), QuoteError> {
        let found = text.slice(self.span())?;
        if found == self.text {
            Ok(())
        } else {
            Err(QuoteError::NotVerbatim { start: self.start, end: self.end, found: found.to_owned(), given: self.text.clone() })
        }
    }
}

/// The quotes of a claim: one at least.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Vec<Quote>", into = "Vec<Quote>")]
pub struct Quotes(Vec<Quote>);

impl Quotes {
    /// One quote.
    pub fn one(quote: Quote) -> Self {
        Self(vec![quote])
    }

    /// The first, which carries the claim's value.
    pub fn first(&self) -> &Quote {
        &self.0[0]
    }

    /// All of them.
    pub fn iter(&self) -> std::slice::Iter<'_, Quote> {
        self.0.iter()
    }
}

impl TryFrom<Vec<Quote>> for Quotes {
    type Error = QuoteError;
    fn try_from(quotes: Vec<Quote>) -> Result<Self, QuoteError> {
        if quotes.is_empty() { Err(QuoteError::Missing) } else { Ok(Self(quotes)) }
    }
}

impl From<Quotes> for Vec<Quote> {
    fn from(quotes: Quotes) -> Self {
        quotes.0
    }
}

impl<'a> IntoIterator for &'a Quotes {
    type Item = &'a Quote;
    type IntoIter = std::slice::Iter<'a, Quote>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// A text with the byte offset of every 64th code point, so that a span is found without walking from the start.
#[derive(Debug)]
pub struct TextIndex<'a> {
    text: &'a str,
    steps: Vec<usize>,
    characters: u32,
}

const STEP: usize = 64;

impl<'a> TextIndex<'a> {
    /// Indexes `text`.
    pub fn new(text: &'a str) -> Self {
        let mut steps = Vec::with_capacity(text.len() / STEP + 1);
        let mut characters = 0;
        for (at, _) in text.char_indices() {
            if characters % STEP == 0 {
                steps.push(at);
            }
            characters += 1;
        }
        Self { text, steps, characters: u32::try_from(characters).unwrap_or(u32::MAX) }
    }

    /// The whole text.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// Its length in code points.
    pub fn characters(&self) -> u32 {
        self.characters
    }

    /// The byte offset of code point `at`; the text's length in bytes for one past the last.
    pub fn byte_at(&self, at: u32) -> Option<usize> {
        if at >= self.characters {
            return (at == self.characters).then_some(self.text.len());
        }
        let at = at as usize;
        let base = *self.steps.get(at / STEP)?;
        self.text[base..].char_indices().nth(at % STEP).map(|(offset, _)| base + offset)
    }

    /// The code point that starts at byte offset `byte`, or holds it.
    pub fn character_at(&self, byte: usize) -> u32 {
        let step = self.steps.partition_point(|&start| start <= byte).saturating_sub(1);
        let base = self.steps.get(step).copied().unwrap_or(0);
        let within = self.text[base..].char_indices().take_while(|(offset, _)| base + offset < byte).count();
        u32::try_from(step * STEP + within).unwrap_or(u32::MAX)
    }

    /// The words at `span`.
    pub fn slice(&self, span: Span) -> Result<&'a str, QuoteError> {
        let out = || QuoteError::OutOfRange { start: span.start, end: span.end, characters: self.characters };
        if span.start >= span.end {
            return Err(out());
        }
        let (from, to) = (self.byte_at(span.start).ok_or_else(out)?, self.byte_at(span.end).ok_or_else(out)?);
        Ok(&self.text[from..to])
    }

    /// The quote at `span`.
    pub fn quote(&self, span: Span) -> Result<Quote, QuoteError> {
        Ok(Quote { start: span.start, end: span.end, text: self.slice(span)?.to_owned() })
    }

    /// The span of the byte range `from..to`.
    pub fn span_of_bytes(&self, from: usize, to: usize) -> Span {
        Span::new(self.character_at(from), self.character_at(to))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_changed_word_is_not_a_quote() {
        let index = TextIndex::new("almost 25,000 accounts");
        let mut quote = index.quote(Span::new(0, 13)).unwrap();
        assert_eq!(quote.text, "almost 25,000");
        quote.text = "almost 26,000".into();
        assert!(matches!(quote.check(&index), Err(QuoteError::NotVerbatim { .. })));
        assert!(index.quote(Span::new(5, 99)).is_err());
        assert!(index.quote(Span::new(5, 5)).is_err());
    }

    proptest! {
        #[test]
        fn code_points_and_bytes_agree(text in "\\PC{0,300}", at in 0usize..300) {
            let index = TextIndex::new(&text);
            let count = text.chars().count();
            prop_assert_eq!(index.characters() as usize, count);
            let expected = text.char_indices().map(|(b, _)| b).chain([text.len()]).nth(at);
            prop_assert_eq!(index.byte_at(u32::try_from(at).unwrap()), expected);
            if let Some(byte) = expected {
                prop_assert_eq!(index.character_at(byte) as usize, at);
            }
        }
    }
}
