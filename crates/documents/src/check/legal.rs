//! `legal-word-climbed`: a legal word heavier than any in the words behind the sentence.

use super::document::Document;
use super::reading::Reading;
use super::{FindingCode, Found, finding};
use crate::Binding;
use dossier_grammar::LegalStrength;

pub(super) fn check(reading: &Reading<'_>, document: &Document<'_>, found: &mut Found) {
    // A sentence that binds no fact, such as a heading, is held to what the whole document knows.
    let behind: Vec<_> =
        if reading.facts.is_empty() { document.evidence.values().collect() } else { document.evidence_of(reading).collect() };
    let heaviest: Option<LegalStrength> = behind.iter().filter_map(|evidence| evidence.legal).max();
    for word in &reading.legal {
        // Words between quotation marks are the quotation's business.
        if Some(word.what.strength) <= heaviest || reading.is_in_marks(&word.range) || is_law(reading, &word.range) {
            continue;
        }
        let lemmas: Vec<&str> = behind.iter().flat_map(|evidence| evidence.legal_lemmas.iter().copied()).collect();
        let why = match lemmas.first() {
            Some(lemma) => format!("the sources go no further than “{lemma}”"),
            None => "no bound source uses a legal word".to_owned(),
        };
        let fix = lemmas.first().map_or_else(
            || "take the word out, or quote who says it".to_owned(),
            |lemma| format!("use the source's own word, “{lemma}”"),
        );
        found.push(finding(FindingCode::LegalWordClimbed, reading, reading.words(&word.range), &why, Some(&fix)));
    }
}

/// Whether the words are those of a law, an office or a source's title, or a named person answers for them.
fn is_law(reading: &Reading<'_>, range: &std::ops::Range<usize>) -> bool {
    reading.bindings(range).any(|binding| match binding {
        Binding::Law { .. } | Binding::Recipient | Binding::Office | Binding::Source { .. } | Binding::Waiver { .. } => true,
        Binding::Fact { .. } | Binding::Quote { .. } | Binding::Computation { .. } | Binding::Origin { .. } => false,
    })
}
