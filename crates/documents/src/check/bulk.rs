//! `bulk-accepted`: claims behind the document that nobody read alone before accepting them. Told once for the document.

use super::document::Document;
use super::{Finding, FindingCode, Found};
use crate::write::words;

pub(super) fn check(document: &Document<'_>, found: &mut Found) {
    let bulk: Vec<String> = document.claims().values().filter(|claim| claim.bulk).map(|claim| claim.id.to_string()).collect();
    if bulk.is_empty() {
        return;
    }
    let many = bulk.len() != 1;
    found.push(Finding {
        code: FindingCode::BulkAccepted,
        severity: FindingCode::BulkAccepted.severity(),
        place: "document".to_owned(),
        text: bulk.join(", "),
        why: format!(
            "{} behind this document {} accepted without being read alone",
            words::counted(bulk.len(), "claim", "claims"),
            if many { "were" } else { "was" }
        ),
        fix: Some("read each against its source and accept it by its id".to_owned()),
    });
}
