//! Which measures the reports of a case name.

use crate::Catalogue;
use crate::phrase::Plain;
use dossier_model::{Case, ClaimKind, ClaimState, MeasureId};

/// The measures that accepted claims about government action name, in the catalogue's order: those that somebody asks for, plans,
/// introduces or has taken. A measure is recognised by its phrases in the catalogue, in the claim's value and in its quotes.
pub fn asked_for(case: &Case, catalogue: &Catalogue) -> Vec<MeasureId> {
    let mut texts = Vec::new();
    for claim in
        case.claims.iter().filter(|claim| claim.state == ClaimState::Accepted && claim.content.kind == ClaimKind::Measure)
    {
        texts.extend(claim.content.value.as_deref().map(Plain::of));
        texts.extend(claim.content.quotes.iter().map(|quote| Plain::of(&quote.text)));
    }
    texts.extend(
        case.facts.iter().filter(|fact| fact.kind == ClaimKind::Measure).filter_map(|fact| fact.value.as_deref().map(Plain::of)),
    );
    let named = |phrases: &[crate::Phrase]| phrases.iter().any(|phrase| texts.iter().any(|text| phrase.is_in(text)));
    catalogue.measures().iter().filter(|measure| named(&measure.recognised_by)).map(|measure| measure.id.clone()).collect()
}
