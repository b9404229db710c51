//! What relationships claim.

use super::objects::{Object, is_actor, is_party};
use super::{Pen, sureness};
use crate::structured::places::{Place, window};
use dossier_model::{ClaimKind, Content, Nexus, Rung, Span};

/// Verbs that tie an act to a party, and how closely. STIX defines `attributed-to` as "involved in carrying out"; the others are in use with
/// its open vocabulary.
const NEXUS: &[(&str, Nexus)] = &[
    ("attributed-to", Nexus::By),
    ("carried-out-by", Nexus::By),
    ("acts-on-behalf-of", Nexus::ActingFor),
    ("works-for", Nexus::ActingFor),
    ("employed-by", Nexus::ActingFor),
    ("sponsored-by", Nexus::ActingFor),
    ("directed-by", Nexus::ActingFor),
    ("controlled-by", Nexus::ActingFor),
    ("linked-to", Nexus::Linked),
    ("affiliated-with", Nexus::Linked),
    ("associated-with", Nexus::Linked),
    ("related-to", Nexus::Linked),
];

/// Verbs of deeds.
const DEEDS: &[&str] = &["targets", "compromises", "impersonates", "exploits"];

/// What an actor uses is how it acts.
const MEANS: &[&str] = &["malware", "tool", "infrastructure"];

/// The claims of `relationship`.
pub(super) fn told<'t>(pen: &Pen<'_, 't>, relationship: &Object<'t>, out: &mut Vec<Content>) {
    let Some((from, verb, to)) = pen.bundle.ends(relationship) else { return };
    let (Some(from_at), Some(verb_at), Some(to_at)) =
        (relationship.link("source_ref"), relationship.get("relationship_type"), relationship.link("target_ref"))
    else {
        return;
    };
    if from.revoked() || to.revoked() || !is_actor(&from.kind) || to_at.span.end <= from_at.span.start {
        return;
    }
    // An actor "attributed to" the identity of the same name says nothing of anybody else.
    if is_party(&from.kind) && from_at.words.trim().to_lowercase() == to_at.words.trim().to_lowercase() {
        return;
    }
    let sentence = [Place { span: Span::new(from_at.span.start, to_at.span.end), words: "" }];
    let subject = pen.bundle.subject(Some(from));
    let sure = sureness(relationship);
    let period = window(relationship.get("start_time"), relationship.get("stop_time")).map(|(period, _)| period);
    let party = to_at.words.trim().to_owned();
    let nexus = NEXUS.iter().find(|(known, _)| *known == verb).map(|(_, nexus)| *nexus).filter(|_| is_party(&to.kind));
    let (kind, hedge) = match nexus {
        Some(_) => (ClaimKind::Attribution, sure.of_accusation()),
        None if DEEDS.contains(&verb) => (ClaimKind::Act, sure.of_accusation()),
        None if verb == "uses" && MEANS.contains(&to.kind.as_str()) => (ClaimKind::Method, sure.of_report()),
        None => return,
    };
    let Some(content) = pen.claim(relationship, kind, &subject, &sentence) else { return };
    let value = match kind {
        ClaimKind::Act => Some(format!("{} {party}", verb_at.words)),
        ClaimKind::Method => Some(party.clone()),
        _ => None,
    };
    out.push(Content { value, hedge, period, rung: nexus.map(|nexus| Rung { nexus, party }), ..content });
}
