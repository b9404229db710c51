//! Writing drafts.
pub(crate) mod quote;
pub(crate) mod words;
