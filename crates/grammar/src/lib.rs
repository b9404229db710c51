//! Words to quantities, periods, hedges, rungs, speakers, quotations, names, legal words and superlatives, each with its place.
//!
//! Everything here is a pure function of the text it is given: no files, no clock, no state, the same answer every time. The rules
//! are rules of English and of how reports are written; none knows a particular report, party or product. What the findings mean
//! for a dossier (which claim they make, which fact they touch) is left to `claims` and `documents`.
//!
//! What always holds: a range counts **bytes** of the `&str` that was given, lies on character boundaries, is never reversed, and
//! the findings of one function come in the order of their starts, but for [`speakers`], which come outermost first. Cost is linear
//! in the text.

mod bound;
mod calendar;
mod currency;
mod deed;
mod exclusion;
mod figure;
mod gazetteer;
mod hedge;
mod legal;
mod lexicon;
mod name;
mod number;
mod paper;
mod part;
mod party;
mod period;
mod quotation;
mod relative;
mod rung;
mod sentence;
mod share;
mod span;
mod speaker;
mod superlative;
mod token;
mod unit;
mod window;

pub use deed::{Deed, DeedClass, DeedForm, deeds};
pub use figure::{Figure, FigureKind, figures};
pub use hedge::{hedge, hedges};
pub use legal::{LegalStrength, LegalWord, legal_words};
pub use name::{Name, NameKind, names};
pub use period::{Period, PeriodKind, Unresolved, periods};
pub use quotation::quotations;
pub use rung::rungs;
pub use sentence::sentences;
pub use speaker::speakers;
pub use superlative::{Superlative, superlatives};

use std::ops::Range;

/// Something found in a text, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found<T> {
    /// The bytes of the text that it covers.
    pub range: Range<usize>,
    /// What it is.
    pub what: T,
}

impl<T> Found<T> {
    /// `what`, found at `range`.
    pub(crate) fn new(range: Range<usize>, what: T) -> Self {
        Self { range, what }
    }
}
