//! A claim as a person or a tool writes it: what is entered by an edit, a split, a merge or an addition, and what a line of a proposal
//! says. It is checked here and nowhere else, so that the same words are refused with the same reason wherever they come from.

mod check;
mod json;
mod quote;
mod unit;

use crate::AppError;
use dossier_model::{Bound, ClaimKind, Hedge, Rung};
use serde::{Deserialize, Serialize};
use std::fmt;

pub(crate) use check::{Ground, content};
pub(crate) use json::Fields;

/// The JSON Schema of a line of a proposal, as the guide has it.
pub const CLAIMS_SCHEMA: &str = include_str!("../../../docs/guide/claims.schema.json");

/// What a claim is to say. Everything but the kind, the subject, the hedge and the quotes can be left out.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct ClaimDraft {
    /// What it is about.
    pub kind: ClaimKind,
    /// Whom or what it is about.
    pub subject: String,
    /// Which property of the subject; that of the claim it replaces, or the word of its kind, where it is left out.
    pub property: Option<String>,
    /// A plain decimal in base units for a figure, else words.
    pub value: Option<String>,
    /// What is counted, or the currency.
    pub unit: Option<String>,
    /// The bounding word.
    pub bound: Option<Bound>,
    /// When, in EDTF.
    pub period: Option<String>,
    /// Who, of an attribution or an act.
    pub rung: Option<Rung>,
    /// Whether.
    pub hedge: Hedge,
    /// The scope of a superlative.
    pub scope: Option<String>,
    /// Who says so, the outermost first.
    #[serde(default)]
    pub speakers: Vec<String>,
    /// The words that carry it: one at least.
    pub quotes: Vec<DraftQuote>,
}

/// Words of the source: by themselves where they stand there just once, by their place, or by both.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct DraftQuote {
    /// The first code point.
    pub start: Option<u32>,
    /// One past the last.
    pub end: Option<u32>,
    /// The words, verbatim.
    pub text: Option<String>,
}

/// What does not hold of a draft, and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct DraftFault {
    /// The field.
    pub field: String,
    /// Which of the field's entries, from 0, where it has several.
    #[specta(type = Option<u32>)]
    pub at: Option<usize>,
    /// What is wrong, and what to write instead.
    pub message: String,
}

impl ClaimDraft {
    /// The draft that a JSON object says.
    pub fn from_json(json: &str) -> Result<Self, AppError> {
        Fields::of(json.trim_start_matches(BOM)).and_then(Fields::draft).map_err(|faults| AppError::BadClaim { at: None, faults })
    }

    /// The drafts that lines of JSON say, one object a line.
    pub fn from_lines(lines: &str) -> Result<Vec<Self>, AppError> {
        let draft = |(line, json): (usize, &str)| {
            Fields::of(json).and_then(Fields::draft).map_err(|faults| AppError::BadClaim { at: Some(line), faults })
        };
        json_lines(lines).map(draft).collect()
    }
}

/// What some programs put before a text.
const BOM: char = '\u{feff}';

/// The lines that say something, each with its number from 1.
pub(crate) fn json_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    (1..).zip(text.trim_start_matches(BOM).lines()).filter(|(_, json)| !json.trim().is_empty())
}

/// Faults in one line, to be read by a person.
pub(crate) fn told(faults: &[DraftFault]) -> String {
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

impl DraftFault {
    pub(crate) fn of(field: &str, message: impl Into<String>) -> Self {
        Self { field: field.to_owned(), at: None, message: message.into() }
    }

    pub(crate) fn at(self, at: usize) -> Self {
        Self { at: Some(at), ..self }
    }
}

impl fmt::Display for DraftFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.at {
            Some(at) => write!(f, "{}[{at}]: {}", self.field, self.message),
            None => write!(f, "{}: {}", self.field, self.message),
        }
    }
}
