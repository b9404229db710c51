//! `bulk-accepted`: claims behind the document that nobody read alone before accepting them. Told once for the document.

use super::document::Document;
use super::{Finding, FindingCode, Found};
use crate::write::words;
use dossier_model::ClaimId;

pub(super) fn check(document: &Document<'_>, found: &mut Found) {
    let claims = document.claims();
    let bulk: Vec<ClaimId> = claims.values().filter(|claim| claim.bulk).map(|claim| claim.id).collect();
    let Some(first) = bulk.first().copied() else { return };
    let many = bulk.len() != 1;
    found.push(Finding {
        code: FindingCode::BulkAccepted,
        severity: FindingCode::BulkAccepted.severity(),
        place: "document".to_owned(),
        text: bulk.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        why: format!(
            "{} behind this document {} accepted without being read alone",
            words::counted(bulk.len(), "claim", "claims"),
            if many { "were" } else { "was" }
        ),
        fix: Some("read each against its source and accept it by its id".to_owned()),
        replacement: None,
        fact: document.known.fact_of(first).map(|fact| fact.id),
    });
}
