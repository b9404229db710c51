//! The five documents that a policy office would start from, where they lie beside the checkout. Nothing of them is copied here: what
//! is asserted is kind, value, bound and period.

use crate::{About, propose};
use dossier_model::{Bound, ClaimKind, Content, Edtf, Nexus};
use std::io::Write as _;
use std::path::PathBuf;

/// The claims of the document whose file name starts with `prefix`; `None`, with the reason printed, where it is not there.
fn claims(prefix: &str, published: Option<&str>) -> Option<Vec<Content>> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/sources");
    let found = std::fs::read_dir(&folder).ok().and_then(|entries| {
        entries
            .filter_map(Result::ok)
            .map(|entry| entry.path())
            .find(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(prefix)))
    });
    let Some(path) = found else {
        // Straight to standard error: a test runner keeps what is printed by a test that passes.
        let _ = writeln!(std::io::stderr(), "skipped: no document {prefix}* in {}", folder.display());
        return None;
    };
    let text = std::fs::read_to_string(path).unwrap();
    let published: Option<Edtf> = published.map(|date| date.parse().unwrap());
    Some(propose(&text, &[], &About { title: None, publisher: None, published: published.as_ref(), ..About::default() }))
}

/// Asserts that a claim of `kind` with `property`, `value` (whole, or a part of it behind `~`), `bound` and `period` is among `claims`.
#[track_caller]
fn has(claims: &[Content], kind: ClaimKind, property: &str, value: &str, bound: Option<Bound>, period: Option<&str>) {
    let fits = |claim: &&Content| {
        let said = claim.value.as_deref().unwrap_or("");
        let value = value.strip_prefix('~').map_or(said == value, |part| said.contains(part));
        let on = claim.period.map(|period| period.to_string());
        claim.kind == kind && claim.property == property && value && claim.bound == bound && on.as_deref() == period
    };
    let near: Vec<_> = claims
        .iter()
        .filter(|claim| claim.kind == kind)
        .map(|claim| (&claim.property, &claim.value, claim.bound, claim.period.map(|p| p.to_string())))
        .collect();
    assert!(claims.iter().any(|claim| fits(&claim)), "no {kind} {property} = {value} {bound:?} {period:?}; there are {near:?}");
}

#[track_caller]
fn tied(claims: &[Content], nexus: Nexus, to_lab: bool) {
    let rungs: Vec<_> = claims.iter().filter_map(|claim| claim.rung.as_ref()).collect();
    assert!(rungs.iter().any(|rung| rung.nexus == nexus && rung.party.contains("lab") == to_lab), "no {nexus} among {rungs:?}");
}

#[test]
fn the_first_document() {
    let Some(claims) = claims("000", None) else { return };
    has(&claims, ClaimKind::Count, "accounts", "25000", Some(Bound::Below), None);
    has(&claims, ClaimKind::Count, "accounts", "1000", Some(Bound::Vague), None);
    has(&claims, ClaimKind::Count, "exchanges", "28800000", None, None);
    has(&claims, ClaimKind::Period, "window", "", None, Some("XXXX-04/XXXX-06"));
    has(&claims, ClaimKind::Capability, "targeted capability", "software engineering", None, None);
    has(&claims, ClaimKind::Capability, "targeted capability", "reasoning", None, None);
    has(&claims, ClaimKind::Method, "method", "adversarial distillation", None, None);
    has(&claims, ClaimKind::Technique, "technique", "AML.T0021", None, None);
    has(&claims, ClaimKind::Technique, "technique", "AML.T0024.002", None, None);
    has(&claims, ClaimKind::Superlative, "superlative", "largest", None, None);
    has(&claims, ClaimKind::LegalWord, "legal word", "illicitly", None, None);
    has(&claims, ClaimKind::LegalWord, "legal word", "illegally", None, None);
    has(&claims, ClaimKind::Recipient, "recipient", "~senators", None, None);
    has(&claims, ClaimKind::Recipient, "recipient", "~White House", None, None);
    has(&claims, ClaimKind::Measure, "measure", "~enforcement", None, None);
    has(&claims, ClaimKind::Sharing, "information sharing", "~information", None, None);
    tied(&claims, Nexus::Linked, true);
    tied(&claims, Nexus::By, false);
    let members = claims.iter().find(|claim| claim.kind == ClaimKind::Sharing).unwrap();
    assert_eq!(members.subject.split(", ").count(), 3, "{}", members.subject);
}

#[test]
fn the_second_document() {
    let Some(claims) = claims("001", None) else { return };
    has(&claims, ClaimKind::Count, "exchanges", "28800000", Some(Bound::Above), None);
    has(&claims, ClaimKind::Count, "accounts", "25000", Some(Bound::Below), None);
    has(&claims, ClaimKind::Count, "exchanges", "1000000", Some(Bound::Vague), None);
    has(&claims, ClaimKind::Period, "window", "", None, Some("XXXX-04-22/XXXX-06-05"));
    has(&claims, ClaimKind::Capability, "targeted capability", "agentic reasoning", None, None);
    has(&claims, ClaimKind::Capability, "targeted capability", "long-horizon tasks", None, None);
    has(&claims, ClaimKind::Method, "method", "~obfuscation", None, None);
    has(&claims, ClaimKind::Method, "method", "proxy networks", None, None);
    has(&claims, ClaimKind::Technique, "technique", "AML.T0008.005", None, None);
    has(&claims, ClaimKind::Measure, "measure", "~antitrust", None, None);
    has(&claims, ClaimKind::Measure, "measure", "~export controls", None, None);
    has(&claims, ClaimKind::Measure, "measure", "~penalties", None, None);
    has(&claims, ClaimKind::LegalWord, "legal word", "theft", None, None);
    has(&claims, ClaimKind::Effect, "effect", "~subsidy", None, None);
    has(&claims, ClaimKind::Provenance, "provenance", "~summary by", None, None);
    has(&claims, ClaimKind::Provenance, "provenance", "~article by", None, None);
    tied(&claims, Nexus::By, false);
}

#[test]
fn the_third_document() {
    let Some(claims) = claims("002", Some("2026-06-25")) else { return };
    has(&claims, ClaimKind::Count, "accounts", "1000", Some(Bound::Vague), None);
    has(&claims, ClaimKind::Count, "accounts", "25000", Some(Bound::Below), None);
    has(&claims, ClaimKind::Count, "exchanges", "28800000", None, None);
    has(&claims, ClaimKind::Period, "window", "", None, Some("XXXX-04/XXXX-06"));
    has(&claims, ClaimKind::Market, "market", "3", Some(Bound::Above), Some("2026-06-24"));
    has(&claims, ClaimKind::Market, "market", "99.1", None, Some("2026-06-24"));
    assert!(claims.iter().any(|claim| claim.unit.as_deref() == Some("planned")
        && claim.value.as_deref().is_some_and(|value| value.contains("amendment"))));
    has(&claims, ClaimKind::Measure, "measure", "~blacklist or sanction", None, None);
    has(&claims, ClaimKind::Measure, "measure", "~bill in the House", None, None);
    has(&claims, ClaimKind::Response, "response", "declined to comment", None, None);
    has(&claims, ClaimKind::Quotation, "quotation", "~industrial scale", None, None);
    has(&claims, ClaimKind::Definition, "definition", "~train", None, None);
    has(&claims, ClaimKind::Safety, "safety", "~guardrails", None, None);
    has(&claims, ClaimKind::Terms, "terms of service", "~terms of use", None, None);
    has(&claims, ClaimKind::Forecast, "forecast", "~remains unclear", None, None);
    let issued: Vec<_> = claims.iter().filter(|claim| claim.unit.as_deref() == Some("issued")).collect();
    assert!(
        issued
            .iter()
            .any(|claim| claim.subject.contains("Director") && claim.period.is_some_and(|on| on.to_string().ends_with("-04"))),
        "{issued:?}"
    );
    assert!(claims.iter().all(|claim| claim.kind != ClaimKind::Market || !claim.subject.contains("campaign")));
    assert!(
        claims.iter().filter(|claim| claim.unit.as_deref() == Some("planned")).any(|claim| claim.subject.contains("Republican"))
    );
    tied(&claims, Nexus::Linked, true);
}

#[test]
fn the_fourth_document() {
    let Some(claims) = claims("003", None) else { return };
    has(&claims, ClaimKind::Count, "accounts", "25000", None, None);
    has(&claims, ClaimKind::Count, "accounts", "25000", Some(Bound::About), None);
    has(&claims, ClaimKind::Count, "conversations", "28800000", None, None);
    has(&claims, ClaimKind::Period, "window", "", None, Some("XXXX-04-22/XXXX-06-05"));
    has(&claims, ClaimKind::Capability, "targeted capability", "software engineering", None, None);
    has(&claims, ClaimKind::Capability, "targeted capability", "multi-step agentic reasoning", None, None);
    has(&claims, ClaimKind::Recipient, "recipient", "~Committee", None, None);
    has(&claims, ClaimKind::Response, "response", "no response", None, None);
    has(&claims, ClaimKind::Verification, "verification", "not independently verified", None, None);
    has(&claims, ClaimKind::Market, "market", "589000000000", Some(Bound::About), Some("2025-01"));
    has(&claims, ClaimKind::Opinion, "opinion", "~calibration", None, None);
    tied(&claims, Nexus::Linked, false);
    tied(&claims, Nexus::By, true);
}

#[test]
fn the_fifth_document() {
    let Some(claims) = claims("004", None) else { return };
    has(&claims, ClaimKind::Count, "accounts", "25000", None, None);
    has(&claims, ClaimKind::Count, "accounts", "25000", Some(Bound::About), None);
    has(&claims, ClaimKind::Method, "method", "~distillation", None, None);
    assert!(claims.iter().any(|claim| claim.kind == ClaimKind::Forecast));
    tied(&claims, Nexus::By, false);
}
