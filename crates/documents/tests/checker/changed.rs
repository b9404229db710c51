//! What changed in the dossier since a draft was written.

use crate::invented::{full, order};
use dossier_documents::{Binding, DraftKind, Finding, FindingCode, check, write};
use dossier_model::{ClaimState, FactId, FactState, Hedge};

#[test]
fn a_fact_that_changed_makes_its_sentences_stale() {
    let mut invented = full();
    let draft = write(&order(DraftKind::Letter, "ostp"), &invented.context()).unwrap();
    invented.case.facts[0].hedge = Hedge::Disputed;
    assert!(check(&draft, &invented.context()).iter().any(|finding| finding.code == FindingCode::Stale));
    (invented.case.facts[0].state, invented.case.facts[0].superseded_by) = (FactState::Superseded, Some(FactId::new(3)));
    let superseded = check(&draft, &invented.context());
    let names_the_other = |finding: &&Finding| {
        finding.code == FindingCode::Stale && finding.fix.as_deref() == Some("read F3 and bind the words to it")
    };
    assert!(superseded.iter().any(|finding| names_the_other(&finding)), "{superseded:#?}");
    invented.case.facts.remove(0);
    let gone = check(&draft, &invented.context());
    assert!(gone.iter().any(|finding| finding.code == FindingCode::Unbound && finding.why.contains("not in the dossier")));
}

#[test]
fn a_quoted_claim_that_was_edited_or_rejected_since_is_found() {
    let mut invented = full();
    let draft = write(&order(DraftKind::Letter, "ostp"), &invented.context()).unwrap();
    let is_quoted = |id| {
        draft
            .sentences()
            .iter()
            .flat_map(|(_, sentence)| &sentence.parts)
            .any(|part| part.binding == Some(Binding::Quote { claim: id }))
    };
    let at = invented.case.claims.iter().position(|claim| is_quoted(claim.id)).unwrap();
    for (state, says) in [(ClaimState::Superseded, "was edited, split or merged"), (ClaimState::Rejected, "is rejected")] {
        invented.case.claims[at].state = state;
        let found = check(&draft, &invented.context());
        let stale = |finding: &&Finding| finding.code == FindingCode::Stale && finding.why.contains(says);
        assert!(found.iter().any(|finding| stale(&finding)), "{found:#?}");
    }
}
