//! What bindings rest on: the words, rungs, legal words and figures behind a fact, and the texts that a law, recipient, office or
//! source answers with.

use super::document::quotable;
use super::verbatim::plain;
use crate::write::words;
use crate::{Binding, Context, Draft};
use dossier_grammar::{LegalStrength, figures, legal_words, rungs};
use dossier_model::{Claim, Fact, Quantity, Rung, Source, SourceId};
use std::collections::BTreeMap;

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

/// The texts that bindings answer with, each computed once.
pub(super) struct Texts<'a> {
    context: &'a Context<'a>,
    sources: BTreeMap<SourceId, String>,
    recipient: String,
    office: String,
    /// What the law of all measures of the catalogue says.
    laws: BTreeMap<dossier_model::MeasureId, String>,
}

impl<'a> Texts<'a> {
    pub(super) fn new(draft: &Draft, context: &'a Context<'a>) -> Self {
        let join = |texts: Vec<String>| plain(&texts.join(" \n ")).to_lowercase();
        let sources = quotable(draft, context)
            .into_iter()
            .filter_map(|id| context.case.texts.get(&id).map(|text| (id, plain(text))))
            .collect();
        let recipient = context.directory.recipient(&draft.to).map(|recipient| {
            let mut texts =
                vec![recipient.name.clone(), recipient.office.clone(), recipient.salutation(), words::day(recipient.as_of)];
            texts.extend(recipient.address_blocks().into_iter().flatten());
            texts.extend(recipient.powers.iter().map(|power| power.ask.clone()));
            join(texts)
        });
        let office = context.office;
        let mut ours: Vec<String> = office.address.clone();
        ours.extend(
            [&office.name, &office.letterhead, &office.signatory, &office.signatory_title, &office.contact]
                .into_iter()
                .flatten()
                .cloned(),
        );
        ours.extend(crate::compose::blanks().map(str::to_owned));
        let laws = context
            .catalogue
            .measures()
            .iter()
            .map(|measure| {
                let mut texts = vec![words::day(measure.status.as_of), measure.status.as_of.to_string()];
                texts.extend(
                    [
                        &measure.name,
                        &measure.short_name,
                        &measure.authority,
                        &measure.citation,
                        &measure.decision_maker,
                        &measure.standard,
                        &measure.consequence,
                        &measure.process,
                        &measure.status.text,
                    ]
                    .map(Clone::clone),
                );
                texts.extend(measure.limits.iter().cloned());
                texts.extend(measure.elements.iter().flat_map(|element| [element.text.clone(), element.citation.clone()]));
                texts.extend(
                    context
                        .directory
                        .recipients()
                        .iter()
                        .filter_map(|recipient| recipient.power(&measure.id))
                        .map(|power| power.ask.clone()),
                );
                (measure.id.clone(), join(texts))
            })
            .collect();
        Self { context, sources, recipient: recipient.unwrap_or_default(), office: join(ours), laws }
    }

    /// Whether `quotation` stands in the text of `source`.
    pub(super) fn stands_in(&self, quotation: &str, source: SourceId) -> bool {
        self.sources.get(&source).is_some_and(|text| super::verbatim::stands_in(quotation, text))
    }

    /// Whether `words` are among those that a binding other than a fact answers with; `None` where that cannot be said so.
    pub(super) fn bear(&self, binding: &Binding, words: &str) -> Option<bool> {
        let has = |text: &str| text.contains(&plain(words).to_lowercase());
        match binding {
            Binding::Waiver { .. } => Some(true),
            Binding::Recipient => Some(has(&self.recipient)),
            Binding::Office => Some(has(&self.office)),
            Binding::Law { measure, .. } => Some(self.laws.get(measure).is_some_and(|text| has(text))),
            Binding::Source { source } => Some(
                self.context
                    .case
                    .source(*source)
                    .is_some_and(|source| source_texts(source).iter().any(|text| has(&plain(text).to_lowercase()))),
            ),
            Binding::Origin { origin } => Some(self.context.case.origin(*origin).is_some_and(|origin| {
                let reports = super::single_origin::publications(origin, self.context.case).len();
                has(&format!(
                    "{} | {} | {reports} | {}",
                    origin.name.to_lowercase(),
                    words::small(reports),
                    words::counted(reports, "publication", "publications")
                ))
            })),
            Binding::Quote { claim } => Some(self.context.case.claim(*claim).is_some_and(|claim| {
                let content = &claim.content;
                let mut texts: Vec<&str> = content.quotes.iter().map(|quote| quote.text.as_str()).collect();
                texts.push(&content.subject);
                texts.extend(content.speakers.iter().map(|speaker| speaker.name.as_str()));
                texts.iter().any(|text| has(&plain(text).to_lowercase()))
                    || self
                        .context
                        .case
                        .source(claim.source)
                        .is_some_and(|source| source_texts(source).iter().any(|text| has(&plain(text).to_lowercase())))
            })),
            Binding::Fact { .. } | Binding::Computation { .. } => None,
        }
    }

    /// Whether `name` is that of a recipient, the office or something in the law, which need no binding.
    pub(super) fn is_ours(&self, name: &str) -> bool {
        let name = plain(name).to_lowercase();
        let name = name.strip_prefix("the ").unwrap_or(&name);
        self.recipient.contains(name) || self.office.contains(name) || self.laws.values().any(|text| text.contains(name))
    }
}

/// A source's own name, title, authors and date, in words.
pub(super) fn source_texts(source: &Source) -> Vec<String> {
    let mut texts: Vec<String> = source.authors.clone();
    texts.extend([&source.publisher, &source.title, &source.syndicated_from].into_iter().flatten().cloned());
    texts.push(source.file.clone());
    texts.push(words::published(source.published.as_ref()));
    texts
}
