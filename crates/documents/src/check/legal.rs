//! `legal-word-climbed`: a legal word heavier than any in the words behind the sentence.

use super::document::Document;
use super::evidence::Evidence;
use super::reading::Reading;
use super::{FindingCode, Found, finding, wording};
use crate::Binding;
use dossier_grammar::{LegalStrength, legal_words};

/// Legal words that stand before a noun, and that make an adverb with -ly.
const ADJECTIVES: [&str; 9] =
    ["improper", "inappropriate", "illicit", "fraudulent", "deceptive", "illegal", "unlawful", "abusive", "criminal"];

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
        let ours = reading.words(&word.range);
        let report = finding(FindingCode::LegalWordClimbed, reading, ours, &why, Some(&fix));
        let before = reading.text.get(..word.range.start).unwrap_or_default();
        let theirs = behind.iter().find_map(|evidence| Some((evidence.fact.id, own_word(ours, before, evidence)?)));
        found.push(match theirs {
            Some((fact, theirs)) => report.about(fact).instead(theirs),
            None => report,
        });
    }
}

/// The legal word of the source in the form that ours has: an adverb for an adverb, an adjective for an adjective.
fn own_word(ours: &str, before: &str, evidence: &Evidence<'_>) -> Option<String> {
    let quotes = evidence.claims.iter().flat_map(|claim| claim.content.quotes.iter()).map(|quote| quote.text.as_str());
    let theirs = quotes.flat_map(|quote| {
        legal_words(quote).into_iter().filter_map(|found| quote.get(found.range).map(str::to_lowercase)).collect::<Vec<_>>()
    });
    let is_adverb = |word: &str| word.ends_with("ly");
    let is_adjective = |word: &str| ADJECTIVES.contains(&word);
    let lower = ours.to_lowercase();
    let mut fitting = theirs.filter_map(|word| {
        let stem = word.strip_suffix("ly").unwrap_or(&word).to_owned();
        match (is_adverb(&lower), is_adjective(&lower)) {
            (true, _) if is_adverb(&word) => Some(word),
            (true, _) if is_adjective(&word) => Some(format!("{word}ly")),
            (false, true) if is_adjective(&stem) => Some(stem),
            _ => None,
        }
    });
    let word = fitting.next()?;
    // "a fraudulent scheme" would become "a illicit scheme".
    let article = before.trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
    let vowel = word.starts_with(['a', 'e', 'i', 'o', 'u']);
    let fits = !(article.eq_ignore_ascii_case("a") && vowel || article.eq_ignore_ascii_case("an") && !vowel);
    fits.then(|| wording::like(ours, &word))
}

/// Whether the words are those of a law, an office or a source's title, or a named person answers for them.
fn is_law(reading: &Reading<'_>, range: &std::ops::Range<usize>) -> bool {
    reading.bindings(range).any(|binding| match binding {
        Binding::Law { .. } | Binding::Recipient | Binding::Office | Binding::Source { .. } | Binding::Waiver { .. } => true,
        Binding::Fact { .. } | Binding::Quote { .. } | Binding::Computation { .. } | Binding::Origin { .. } => false,
    })
}
