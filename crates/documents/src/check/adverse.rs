//! `adverse-omitted`: a fact stands in the document without a fact that weakens it.

use super::document::Document;
use super::verbatim::plain;
use super::{Finding, FindingCode, Found};
use dossier_model::{Fact, FactId};
use std::collections::BTreeSet;

pub(super) fn check(document: &Document<'_>, found: &mut Found) {
    let case = document.context.case;
    let shown: BTreeSet<FactId> = document.evidence.keys().copied().collect();
    // Two reports that say the same against a fact are one thing to say.
    let mut told: BTreeSet<_> = document.evidence.values().map(|evidence| likeness(evidence.fact)).collect();
    for reading in &document.readings {
        for fact in &reading.facts {
            for adverse in fact.adverse.iter().filter_map(|id| case.fact(*id)) {
                if shown.contains(&adverse.id) || !told.insert(likeness(adverse)) {
                    continue;
                }
                let quote = case.leading_claim(adverse).map(|claim| plain(&claim.content.quotes.first().text));
                let why = format!(
                    "{} weakens {} and stands nowhere in the document: “{}”",
                    adverse.id,
                    fact.id,
                    quote.unwrap_or_default()
                );
                found.push(Finding {
                    code: FindingCode::AdverseOmitted,
                    severity: FindingCode::AdverseOmitted.severity(),
                    place: reading.place.clone(),
                    text: reading.text.clone(),
                    why,
                    fix: Some(format!("add a sentence that is bound to {}", adverse.id)),
                    replacement: None,
                    fact: Some(adverse.id),
                });
            }
        }
    }
}

/// What makes two adverse facts one thing to say.
fn likeness(fact: &Fact) -> (dossier_model::ClaimKind, String, String, String) {
    let value = fact.value.as_deref().unwrap_or_default().to_lowercase();
    // Facts without a value differ by their words, so each stands for itself.
    let alone = if value.is_empty() { fact.id.to_string() } else { String::new() };
    (fact.kind, fact.subject.to_lowercase(), format!("{} {value}", fact.property.to_lowercase()), alone)
}
