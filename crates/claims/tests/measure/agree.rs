//! When a field of a proposal says the same as that of an annotation.

use super::set::Annotation;
use dossier_model::{ClaimKind, Content, Decimal, Rung};
use std::collections::BTreeSet;

/// Words that bear nothing.
const EMPTY: &[&str] = &[
    "a", "an", "the", "of", "to", "in", "and", "or", "its", "their", "his", "her", "by", "for", "on", "with", "from", "at", "as",
];

/// Kinds that an annotation marks at one place, wherever else the text says them again.
pub(crate) fn is_marked_once(kind: ClaimKind) -> bool {
    matches!(
        kind,
        ClaimKind::Party
            | ClaimKind::Attribution
            | ClaimKind::Method
            | ClaimKind::Technique
            | ClaimKind::Capability
            | ClaimKind::LegalWord
            | ClaimKind::Disclosure
            | ClaimKind::Recipient
            | ClaimKind::Provenance
    )
}

/// Kinds whose value is a number.
pub(crate) fn is_figure(kind: ClaimKind) -> bool {
    matches!(kind, ClaimKind::Count | ClaimKind::Amount | ClaimKind::Rate | ClaimKind::Market)
}

/// Whether both are the same thing of their kind, so that only their other fields can differ.
pub(crate) fn identity(annotation: &Annotation, proposal: &Content) -> bool {
    match annotation.kind {
        ClaimKind::Party => value(annotation, proposal) && subject(annotation, proposal),
        ClaimKind::Attribution => match (&annotation.rung, &proposal.rung) {
            (Some(a), Some(b)) => names(&a.party, &b.party),
            _ => false,
        },
        ClaimKind::Period | ClaimKind::Date => annotation.period == proposal.period,
        _ => value(annotation, proposal),
    }
}

/// The value: numbers to the digit, roles and ids to the letter, of words most of the shorter side.
pub(crate) fn value(annotation: &Annotation, proposal: &Content) -> bool {
    let (Some(a), Some(b)) = (annotation.value.as_deref(), proposal.value.as_deref()) else {
        return annotation.value.is_none();
    };
    let number = |text: &str| text.parse::<Decimal>().ok().map(|number| number.normalize());
    match annotation.kind {
        kind if is_figure(kind) => number(a).is_some() && number(a) == number(b),
        ClaimKind::Party | ClaimKind::Technique | ClaimKind::Disclosure | ClaimKind::Response => a.eq_ignore_ascii_case(b),
        _ => words_agree(a, b),
    }
}

/// The name that the claim is about; an annotation without one means the campaign.
pub(crate) fn subject(annotation: &Annotation, proposal: &Content) -> bool {
    annotation.subject.as_deref().is_none_or(|subject| names(subject, &proposal.subject))
}

/// The tie to a party, and the party.
pub(crate) fn rung(annotation: Option<&Rung>, proposal: Option<&Rung>) -> bool {
    match (annotation, proposal) {
        (None, None) => true,
        (Some(a), Some(b)) => a.nexus == b.nexus && names(&a.party, &b.party),
        _ => false,
    }
}

/// Who says so, without the publisher, which an annotation leaves out.
pub(crate) fn chain(annotation: &Annotation, proposal: &Content, publisher: Option<&str>) -> bool {
    let mut said: Vec<&str> = proposal.speakers.iter().map(|speaker| speaker.name.as_str()).collect();
    if publisher.is_some_and(|publisher| said.first().is_some_and(|first| names(first, publisher))) {
        said.remove(0);
    }
    let meant: Vec<&str> = annotation.speakers.iter().map(String::as_str).collect();
    meant.len() == said.len() && meant.iter().zip(said).all(|(a, b)| names(a, b))
}

/// Whether two names are one by form: the words of one are all in the other.
pub(crate) fn names(a: &str, b: &str) -> bool {
    let (a, b) = (words(a), words(b));
    !a.is_empty() && !b.is_empty() && (a.is_subset(&b) || b.is_subset(&a))
}

/// Whether most words of the shorter side stand in the other.
pub(crate) fn words_agree(a: &str, b: &str) -> bool {
    let (a, b) = (words(a), words(b));
    let shared = a.intersection(&b).count();
    let shorter = a.len().min(b.len());
    shorter > 0 && shared * 5 >= shorter * 3
}

fn words(text: &str) -> BTreeSet<String> {
    let text = text.to_lowercase().replace(['’', '\''], "'");
    text.split(|c: char| !(c.is_alphanumeric() || c == '\''))
        .map(|word| word.trim_matches('\'').trim_end_matches("'s").to_owned())
        .filter(|word| !word.is_empty() && !EMPTY.contains(&word.as_str()))
        .collect()
}
