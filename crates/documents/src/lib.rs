//! Drafts, the checker, and everything set in lines.
//!
//! A [`Draft`] is what a person edits: sentences whose figures are bound to facts. [`compose`](compose) resolves it into a
//! [`Manuscript`], and the `set` module prints that.

mod draft;
mod error;
mod manuscript;
mod set;

pub use draft::{Binding, Block, Draft, DraftKind, Inline, Sentence};
pub use error::DocumentsError;
pub use manuscript::{Closing, Figure, Manuscript, Run, SetBlock, Style};
pub use set::{Remark, Typeset, figure_pdf, figure_png, pages, pdf, png, typeset};
