//! How good the rules are: an annotated set beside what they propose, kind by kind and field by field.
//!
//! `set` reads texts and annotations, `agree` says when two fields say the same, `matching` pairs annotations with proposals,
//! `tally` counts, `report` prints.

pub(crate) mod agree;
pub(crate) mod matching;
pub(crate) mod report;
pub(crate) mod set;
pub(crate) mod tally;

pub(crate) use set::{Half, load};
pub(crate) use tally::Tally;
