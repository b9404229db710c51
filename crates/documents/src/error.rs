//! What can stop a document from being written, read or composed. Trouble in a draft's sentences is not an error: it is a
//! [`Finding`](crate::Finding).

use dossier_model::{FactId, MeasureId, RecipientId};

/// Why a document was not made.
#[derive(Debug, thiserror::Error)]
pub enum DocumentsError {
    /// The dossier holds no fact to write about.
    #[error("the dossier holds no facts yet: import reports, then accept claims (`dossier accept FILE --all`), then draft again")]
    NoFacts,
    /// The directory has no such recipient.
    #[error("the directory has no recipient `{id}`; it has {known}")]
    UnknownRecipient {
        /// What was asked for.
        id: RecipientId,
        /// The ids that there are.
        known: String,
    },
    /// The catalogue has no such measure.
    #[error("the catalogue has no measure `{id}`; it has {known}")]
    UnknownMeasure {
        /// What was asked for.
        id: MeasureId,
        /// The ids that there are.
        known: String,
    },
    /// A text is not a draft.
    #[error("this is not a draft, at line {line}, column {column}: {problem}; see docs/guide/drafts.md for both forms")]
    NotADraft {
        /// The line of the JSON, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// What is wrong there.
        problem: String,
    },
    /// A draft without a sentence.
    #[error("the draft holds no sentence: give it a `subject` and at least one paragraph (docs/guide/drafts.md)")]
    EmptyDraft,
    /// A draft names a fact that the dossier does not hold.
    #[error("{place} is bound to fact {fact}, which the dossier does not hold: bind the words to another fact, or draft again")]
    NoFact {
        /// Where.
        place: String,
        /// The fact.
        fact: FactId,
    },
    /// A draft is bound to something that is not there.
    #[error("{place} is bound to {what}, which is not there: bind the words anew, or draft again")]
    NotThere {
        /// Where.
        place: String,
        /// What.
        what: String,
    },
    /// A chart that the draft shows was not handed over.
    #[error("the draft shows the chart `{0}`, which could not be drawn from this dossier: take the figure out of the draft")]
    NoFigure(String),
    /// The typesetter refused a document.
    #[error("the document could not be set: {why}")]
    Typesetting {
        /// What it said.
        why: String,
    },
    /// A document has no such page.
    #[error("page {page} was asked for, but the document has {pages}: ask for page 1 to {pages}")]
    NoPage {
        /// The page asked for, from 1.
        page: usize,
        /// How many there are.
        pages: usize,
    },
    /// A picture would be empty or too large.
    #[error("a scale of {0} pixels per point cannot be drawn: use one between 0.1 and 10")]
    Scale(f32),
    /// A Word file could not be put together.
    #[error("the Word file could not be made: {why}")]
    Word {
        /// What failed.
        why: String,
    },
}
