//! Measures as rows: each with its elements, what supports them, and what is missing.

use crate::{AppError, Dossier};
use dossier_measures::{ElementState, assess};
use dossier_model::{ElementId, FactId, MeasureId};
use serde::Serialize;

/// One measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct MeasureRow {
    /// Its id.
    pub id: MeasureId,
    /// Its name.
    pub name: String,
    /// The law it rests on.
    pub authority: String,
    /// How that law is cited.
    pub citation: String,
    /// Where it stands.
    pub status: String,
    /// On which day that was so.
    pub status_as_of: String,
    /// Its elements.
    pub elements: Vec<ElementRow>,
}

/// One element of a measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ElementRow {
    /// Its id.
    pub id: ElementId,
    /// What must be shown.
    pub text: String,
    /// Where the law says so.
    pub citation: String,
    /// Whether a named person has checked it against a primary text.
    pub verified: bool,
    /// The facts that support it.
    pub support: Vec<FactId>,
    /// The facts that undercut it.
    pub adverse: Vec<FactId>,
    /// How far the support goes.
    pub state: ElementState,
    /// What is missing, in words.
    pub gap: Option<String>,
}

/// The measures, assessed on the dossier's facts.
pub fn measures(dossier: &Dossier) -> Result<Vec<MeasureRow>, AppError> {
    let case = dossier.case_without_texts()?;
    let catalogue = dossier.catalogue();
    Ok(catalogue
        .measures()
        .iter()
        .map(|measure| {
            let assessed = assess(&case, measure).elements;
            let elements = measure.elements.iter().zip(assessed).map(|(element, found)| ElementRow {
                id: element.id.clone(),
                text: element.text.clone(),
                citation: element.citation.clone(),
                verified: element.verification.by.is_some(),
                support: found.support,
                adverse: found.adverse,
                state: found.state,
                gap: found.gap,
            });
            MeasureRow {
                id: measure.id.clone(),
                name: measure.name.clone(),
                authority: measure.authority.clone(),
                citation: measure.citation.clone(),
                status: measure.status.text.clone(),
                status_as_of: measure.status.as_of.to_string(),
                elements: elements.collect(),
            }
        })
        .collect())
}
