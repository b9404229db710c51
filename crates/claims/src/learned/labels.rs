//! What the network tells apart, in the order of its numbers. The shipped weights were trained with these lists; a change of their order asks for
//! `cargo xtask train`.

use dossier_model::{ClaimKind, Content, Hedge, Rung};

/// Kinds of claims but parties, whose part is told apart as well.
const KINDS: [ClaimKind; 28] = [
    ClaimKind::Count,
    ClaimKind::Amount,
    ClaimKind::Rate,
    ClaimKind::Period,
    ClaimKind::Date,
    ClaimKind::Attribution,
    ClaimKind::Act,
    ClaimKind::Method,
    ClaimKind::Technique,
    ClaimKind::Capability,
    ClaimKind::Measure,
    ClaimKind::Response,
    ClaimKind::Verification,
    ClaimKind::Superlative,
    ClaimKind::LegalWord,
    ClaimKind::Disclosure,
    ClaimKind::Recipient,
    ClaimKind::Quotation,
    ClaimKind::Statement,
    ClaimKind::Sharing,
    ClaimKind::Safety,
    ClaimKind::Terms,
    ClaimKind::Definition,
    ClaimKind::Effect,
    ClaimKind::Market,
    ClaimKind::Opinion,
    ClaimKind::Forecast,
    ClaimKind::Provenance,
];

/// Parts that parties play.
const PARTS: [&str; 12] = [
    "accuser",
    "accused",
    "designated",
    "victim",
    "lab",
    "parent",
    "official",
    "agency",
    "committee",
    "outlet",
    "addressee",
    "target model",
];

/// How many labels there are: kinds, and the parts of parties.
pub const LABELS: usize = KINDS.len() + PARTS.len();

/// How sure a claim can be.
pub(super) const HEDGES: [Hedge; 10] = [
    Hedge::Asserted,
    Hedge::Alleged,
    Hedge::Reported,
    Hedge::Disputed,
    Hedge::Denied,
    Hedge::Confirmed,
    Hedge::Planned,
    Hedge::Conditional,
    Hedge::Opinion,
    Hedge::Forecast,
];

/// What claims of some kinds are told apart by: the stage of a measure, the kind of an answer or of a paper, how closely a party is tied.
pub(super) const SORTS: [(ClaimKind, &str); 19] = [
    (ClaimKind::Measure, "asked"),
    (ClaimKind::Measure, "planned"),
    (ClaimKind::Measure, "introduced"),
    (ClaimKind::Measure, "passed"),
    (ClaimKind::Measure, "issued"),
    (ClaimKind::Response, "denial"),
    (ClaimKind::Response, "no response"),
    (ClaimKind::Response, "declined to comment"),
    (ClaimKind::Response, "admission"),
    (ClaimKind::Response, "statement"),
    (ClaimKind::Attribution, "linked"),
    (ClaimKind::Attribution, "acting-for"),
    (ClaimKind::Attribution, "by"),
    (ClaimKind::Disclosure, "letter"),
    (ClaimKind::Disclosure, "post"),
    (ClaimKind::Disclosure, "memo"),
    (ClaimKind::Disclosure, "filing"),
    (ClaimKind::Disclosure, "announcement"),
    (ClaimKind::Disclosure, "report"),
];

/// How many signs a word can bear: a claim of each label begins or goes on, and how sure it is.
pub const SIGNS: usize = 2 * LABELS + HEDGES.len();

/// The number of the label of a claim of `kind`, which for a party is its part `value`.
pub(super) fn label(kind: ClaimKind, value: Option<&str>) -> Option<usize> {
    if kind != ClaimKind::Party {
        return KINDS.iter().position(|one| *one == kind);
    }
    PARTS.iter().position(|part| value == Some(part)).map(|part| KINDS.len() + part)
}

/// The number of the label of a proposal.
pub(super) fn label_of(content: &Content) -> Option<usize> {
    label(content.kind, content.value.as_deref())
}

/// The kind and, for parties, the part that label `number` stands for.
pub(super) fn meaning(number: usize) -> (ClaimKind, Option<&'static str>) {
    KINDS.get(number).map_or_else(
        || (ClaimKind::Party, number.checked_sub(KINDS.len()).and_then(|part| PARTS.get(part)).copied()),
        |kind| (*kind, None),
    )
}

/// The number of `hedge`.
pub(super) fn hedge(hedge: Hedge) -> usize {
    HEDGES.iter().position(|one| *one == hedge).unwrap_or(HEDGES.len())
}

/// The number of what a claim of `kind` is told apart by.
pub(super) fn sort(kind: ClaimKind, value: Option<&str>, unit: Option<&str>, rung: Option<&Rung>) -> Option<usize> {
    let word = match kind {
        ClaimKind::Measure => unit?.to_owned(),
        ClaimKind::Response | ClaimKind::Disclosure => value?.to_owned(),
        ClaimKind::Attribution => rung?.nexus.to_string(),
        _ => return None,
    };
    SORTS.iter().position(|one| one.0 == kind && one.1 == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_label_has_one_number() {
        for number in 0..LABELS {
            let (kind, part) = meaning(number);
            assert_eq!(label(kind, part), Some(number), "{kind} {part:?}");
        }
        assert_eq!(label(ClaimKind::Party, Some("passer-by")), None);
    }

    #[test]
    fn every_hedge_has_a_number() {
        assert!(Hedge::ALL.iter().all(|one| HEDGES.get(hedge(*one)) == Some(one)));
    }
}
