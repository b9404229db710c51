//! What a fact rests on: the words, rungs, legal words and figures behind it.

use super::verbatim::plain;
use crate::Context;
use crate::write::words;
use dossier_grammar::{LegalStrength, figures, legal_words, rungs};
use dossier_model::{Claim, Fact, Quantity, Rung, Source};

/// What one fact rests on.
pub(super) struct Evidence<'a> {
    pub(super) fact: &'a Fact,
    pub(super) claims: Vec<&'a Claim>,
    /// The rungs that the fact and the words of its leading claim have.
    pub(super) rungs: Vec<Rung>,
    /// The heaviest legal word in its quotes.
    pub(super) legal: Option<LegalStrength>,
    /// The legal words in its quotes.
    pub(super) legal_lemmas: Vec<&'static str>,
    /// The figures in its quotes.
    pub(super) figures: Vec<Quantity>,
    /// Whether some quote of it denies something.
    pub(super) denies: bool,
    /// Everything in which a name can stand, in lower case.
    pub(super) words: String,
}

impl<'a> Evidence<'a> {
    pub(super) fn of(fact: &'a Fact, context: &Context<'a>) -> Self {
        let case = context.case;
        let claims: Vec<&Claim> = fact.claims.iter().filter_map(|id| case.claim(*id)).collect();
        let quotes = || claims.iter().flat_map(|claim| claim.content.quotes.iter()).map(|quote| quote.text.as_str());
        // The words that the footnote shows decide; only where they name nobody do the other claims.
        let leading: Vec<&Claim> = claims.iter().copied().filter(|claim| claim.id == fact.leading).collect();
        let mut all: Vec<Rung> = fact.rung.iter().cloned().collect();
        all.extend(rungs_of(&leading));
        if all.is_empty() {
            all = rungs_of(&claims);
        }
        let legal: Vec<_> = quotes().flat_map(legal_words).map(|found| found.what).collect();
        let mut words = String::new();
        let mut add = |text: &str| {
            words.push_str(&plain(text).to_lowercase());
            words.push('\n');
        };
        for text in [Some(&fact.subject), fact.value.as_ref(), fact.scope.as_ref()].into_iter().flatten() {
            add(text);
        }
        rungs_of(&claims).iter().chain(&all).for_each(|rung| add(&rung.party));
        quotes().for_each(&mut add);
        for claim in &claims {
            add(&claim.content.subject);
            for speaker in &claim.content.speakers {
                add(&speaker.name);
                speaker.words.iter().for_each(|words| add(words));
            }
            case.source(claim.source).into_iter().flat_map(source_texts).for_each(|text| add(&text));
        }
        for origin in fact.origins.iter().filter_map(|id| case.origin(*id)) {
            add(&origin.name);
        }
        Self {
            fact,
            rungs: all,
            legal: legal.iter().map(|word| word.strength).max(),
            legal_lemmas: legal.iter().map(|word| word.lemma).collect(),
            figures: quotes().flat_map(figures).map(|found| found.what.quantity).collect(),
            denies: quotes().any(super::stronger::denies),
            claims,
            words,
        }
    }
}

/// The rungs of claims, and those that their quotes have.
pub(super) fn rungs_of(claims: &[&Claim]) -> Vec<Rung> {
    let held = claims.iter().filter_map(|claim| claim.content.rung.clone());
    let quotes = claims.iter().flat_map(|claim| claim.content.quotes.iter());
    held.chain(quotes.flat_map(|quote| rungs(&quote.text)).map(|found| found.what)).collect()
}

/// A source's own name, title, authors and date, in words.
pub(super) fn source_texts(source: &Source) -> Vec<String> {
    let mut texts: Vec<String> = source.authors.clone();
    texts.extend([&source.publisher, &source.title, &source.syndicated_from].into_iter().flatten().cloned());
    texts.push(source.file.clone());
    texts.push(words::published(source.published.as_ref()));
    texts
}
