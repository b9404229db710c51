//! Readable text to proposed claims: what one source says, each with the words that say it.
//!
//! What it leaves to others: words to quantities, dates, hedges and names (`grammar`), what claims of several sources amount to
//! (`reconcile`), and whether they are accepted (people). What always holds: a proposal's quote is a verbatim span of the text it was
//! given; proposals come in the order of their quotes; no two say the same with the same words; the same text gives the same
//! proposals; furniture is never read; nothing here knows the name of a real company, person or product.
//!
//! `page` splits the text into sentences by its marks, `naming` settles their names, `document` finds who accuses whom of what, a file for each group of
//! kinds has the rules, and `propose` runs them. Documents of records, such as STIX bundles, are read by `structured`, field by
//! field, and spreadsheets of incidents by `tables`, row by row.

mod accusation;
mod acts;
mod attributions;
mod background;
mod blamed;
mod capabilities;
mod disclosures;
mod document;
mod events;
mod figures;
mod headline;
mod language;
pub mod learned;
mod lexicon;
mod market;
mod measures;
mod methods;
mod naming;
mod page;
mod parties;
mod pattern;
mod propose;
mod provenance;
mod quotations;
mod responses;
mod roles;
mod states;
mod structured;
mod subject;
mod tables;
mod verb;
mod views;
mod voice;
mod windows;
mod words;

pub use language::other_language;
pub use propose::{About, propose, with_weights};
pub use tables::{Cells, Table, tables};

#[cfg(test)]
mod tests;
