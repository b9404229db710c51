//! Drafts, the checker, and everything set in lines.
//!
//! A [`Draft`] is what a person edits: sentences whose figures are bound to facts. [`compose()`] resolves it into a
//! [`Manuscript`], and the `set` module prints that. [`write()`] makes a draft from a case, [`read_draft`] reads one that was written
//! elsewhere, and [`check()`] says where a draft says more than its evidence.
//!
//! What always holds: the same draft, case, law, directory and office give the same findings, the same manuscript and the same bytes.
//! What the facts are is decided elsewhere; whether they are true is decided by nobody here.

mod check;
mod compose;
mod context;
mod draft;
mod error;
mod manuscript;
mod replace;
mod set;
mod write;

pub use check::{Finding, FindingCode, Severity, check};
pub use compose::{citations, cited_sources, compose, described, reminders};
pub use context::{Context, Order, Release, exhibits, seen};
pub use draft::{Binding, Block, Draft, DraftKind, Inline, Sentence};
pub use error::DocumentsError;
pub use manuscript::{Closing, Figure, Manuscript, Run, SetBlock, Style};
pub use set::{Remark, Typeset, docx, figure_pdf, figure_png, pages, pdf, png, typeset};
pub use write::words::quantity as figure_in_words;
pub use write::{read_draft, tell, write};
