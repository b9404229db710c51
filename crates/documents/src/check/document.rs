//! A draft read for checking: the grammar is run once over each sentence, and what the bound facts rest on is gathered once.

use super::evidence::{Evidence, Texts};
use super::reading::Reading;
use crate::{Binding, Block, Context, Draft};
use dossier_measures::Measure;
use dossier_model::{Claim, ClaimKind, Fact, FactId, SourceId};
use std::collections::{BTreeMap, BTreeSet};

/// A draft with everything that the rules look at.
pub(super) struct Document<'a> {
    pub(super) draft: &'a Draft,
    pub(super) context: &'a Context<'a>,
    pub(super) readings: Vec<Reading<'a>>,
    /// Of each bound fact, what it rests on.
    pub(super) evidence: BTreeMap<FactId, Evidence<'a>>,
    pub(super) texts: Texts<'a>,
    /// The parties that the dossier ties to an act, the longest names first.
    pub(super) accused: Vec<String>,
    /// The names of parties that the dossier knows, in lower case.
    parties: BTreeSet<String>,
}

impl<'a> Document<'a> {
    pub(super) fn read(draft: &'a Draft, context: &'a Context<'a>) -> Self {
        let texts = Texts::new(draft, context);
        let by_claim = facts_by_claim(context);
        let mut readings = Vec::new();
        for ((place, sentence), frame) in draft.sentences().into_iter().zip(frames(draft)) {
            readings.push(Reading::of(place, sentence, frame, context, &by_claim, &texts));
        }
        let facts: BTreeSet<FactId> = readings.iter().flat_map(|reading| reading.facts.iter().map(|fact| fact.id)).collect();
        let evidence =
            facts.into_iter().filter_map(|id| context.case.fact(id)).map(|fact| (fact.id, Evidence::of(fact, context))).collect();
        Self {
            accused: super::attribution::accused(context),
            parties: parties(context),
            draft,
            context,
            readings,
            evidence,
            texts,
        }
    }

    /// The evidence of the facts that `reading` is bound to.
    pub(super) fn evidence_of<'b>(&'b self, reading: &'b Reading<'a>) -> impl Iterator<Item = &'b Evidence<'a>> + 'b {
        reading.facts.iter().filter_map(|fact| self.evidence.get(&fact.id))
    }

    /// The measures that the draft asks for.
    pub(super) fn measures(&self) -> impl Iterator<Item = &'a Measure> + '_ {
        self.draft.measures.iter().filter_map(|id| self.context.catalogue.measure(id))
    }

    /// Whether `name` is that of a party that the dossier knows, or the beginning of one.
    pub(super) fn is_known_party(&self, name: &str) -> bool {
        let name = name.to_lowercase();
        self.parties.contains(&name)
            || self
                .parties
                .range(name.clone()..)
                .next()
                .is_some_and(|party| party.strip_prefix(&name).is_some_and(|rest| rest.starts_with(' ')))
    }

    /// The claims that the draft rests on, each once.
    pub(super) fn claims(&self) -> BTreeMap<dossier_model::ClaimId, &'a Claim> {
        let case = self.context.case;
        let of_facts = self.evidence.values().flat_map(|evidence| evidence.claims.iter().copied());
        let quoted = self.readings.iter().flat_map(|reading| reading.claims.iter().copied());
        of_facts.chain(quoted).filter(|claim| case.source(claim.source).is_some()).map(|claim| (claim.id, claim)).collect()
    }
}

/// The names of the parties in the dossier: who is spoken of, who speaks, who is tied to an act.
fn parties(context: &Context<'_>) -> BTreeSet<String> {
    let case = context.case;
    let mut names = BTreeSet::new();
    for fact in &case.facts {
        if fact.kind == ClaimKind::Party {
            names.insert(fact.subject.to_lowercase());
        }
        names.extend(fact.rung.as_ref().map(|rung| rung.party.to_lowercase()));
        if let Some((accused, target)) = fact.subject.split_once(" campaign against ") {
            names.extend([accused.to_lowercase(), target.to_lowercase()]);
        }
    }
    names.extend(case.origins.iter().map(|origin| origin.name.to_lowercase()));
    names.extend(case.sources.iter().filter_map(|source| source.publisher.as_ref()).map(|name| name.to_lowercase()));
    names
}

/// The fact that each claim belongs to.
fn facts_by_claim<'a>(context: &Context<'a>) -> BTreeMap<dossier_model::ClaimId, &'a Fact> {
    context.case.facts.iter().flat_map(|fact| fact.claims.iter().map(move |claim| (*claim, fact))).collect()
}

/// For each sentence, in the order of [`Draft::sentences`], the words that it is read under: a cell stands under its caption and
/// the head of its column.
fn frames(draft: &Draft) -> Vec<Option<String>> {
    let mut frames = vec![None];
    for block in &draft.blocks {
        match block {
            Block::Heading { .. } | Block::Figure { .. } => frames.push(None),
            Block::Paragraph { sentences } | Block::BottomLine { sentences } => frames.extend(sentences.iter().map(|_| None)),
            Block::List { items, .. } => frames.extend(items.iter().flatten().map(|_| None)),
            Block::Table { caption, head, rows } => {
                frames.push(None);
                frames.extend(head.iter().map(|_| Some(caption.text())));
                for cells in rows {
                    let heads = head.iter().map(Some).chain(std::iter::repeat(None));
                    frames.extend(cells.iter().zip(heads).map(|(_, head)| {
                        let head = head.map(crate::Sentence::text).unwrap_or_default();
                        Some(format!("{} {head}", caption.text()))
                    }));
                }
            }
        }
    }
    frames
}

/// The sources whose texts quotations in `draft` can be taken from.
pub(super) fn quotable(draft: &Draft, context: &Context<'_>) -> BTreeSet<SourceId> {
    let case = context.case;
    let mut sources = BTreeSet::new();
    for (_, sentence) in draft.sentences() {
        for part in &sentence.parts {
            match &part.binding {
                Some(Binding::Fact { fact, .. }) => {
                    sources.extend(case.fact(*fact).into_iter().flat_map(|fact| case.claims_of(fact)).map(|claim| claim.source));
                }
                Some(Binding::Quote { claim }) => sources.extend(case.claim(*claim).map(|claim| claim.source)),
                Some(Binding::Source { source }) => {
                    sources.insert(*source);
                }
                Some(
                    Binding::Origin { .. }
                    | Binding::Computation { .. }
                    | Binding::Law { .. }
                    | Binding::Recipient
                    | Binding::Office
                    | Binding::Waiver { .. },
                )
                | None => {}
            }
        }
    }
    sources
}
