//! What the rules promise, by example, by law and on real documents.

mod blame;
mod golden;
mod how;
mod kinds;
mod laws;
mod measures;
mod parties;
mod said;
mod sources;
mod structured;
mod tables;
mod told;

use crate::learned::Weights;
use crate::{About, with_weights};
use dossier_model::Content;

/// What the rules alone propose: what is asked of a rule holds whatever weights are shipped.
pub(crate) fn rules(text: &str, about: &About<'_>) -> Vec<Content> {
    with_weights(text, &[], about, &Weights::default())
}
