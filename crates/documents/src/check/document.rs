//! A draft read for checking: the grammar is run once over each sentence, and what the bound facts rest on is gathered once.

use super::evidence::Evidence;
use super::known::Known;
use super::reading::Reading;
use crate::{Block, Context, Draft};
use dossier_measures::Measure;
use dossier_model::{Claim, FactId};
use std::collections::{BTreeMap, BTreeSet};

/// A draft with everything that the rules look at.
pub(super) struct Document<'a> {
    pub(super) draft: &'a Draft,
    pub(super) context: &'a Context<'a>,
    pub(super) known: &'a Known<'a>,
    pub(super) readings: Vec<Reading<'a>>,
    /// Of each bound fact, what it rests on.
    pub(super) evidence: BTreeMap<FactId, Evidence<'a>>,
}

impl<'a> Document<'a> {
    pub(super) fn read(draft: &'a Draft, known: &'a Known<'a>) -> Self {
        let context = &known.context;
        let mut readings = Vec::new();
        for ((place, sentence), frame) in draft.sentences().into_iter().zip(frames(draft)) {
            readings.push(Reading::of(place, sentence, frame, known, &draft.to));
        }
        let facts: BTreeSet<FactId> = readings.iter().flat_map(|reading| reading.facts.iter().map(|fact| fact.id)).collect();
        let facts = facts.into_iter().filter_map(|id| context.case.fact(id));
        let evidence = facts.map(|fact| (fact.id, Evidence::of(fact, context))).collect();
        Self { draft, context, known, readings, evidence }
    }

    /// The evidence of the facts that `reading` is bound to.
    pub(super) fn evidence_of<'b>(&'b self, reading: &'b Reading<'a>) -> impl Iterator<Item = &'b Evidence<'a>> + 'b {
        reading.facts.iter().filter_map(|fact| self.evidence.get(&fact.id))
    }

    /// The measures that the draft asks for.
    pub(super) fn measures(&self) -> impl Iterator<Item = &'a Measure> + '_ {
        self.draft.measures.iter().filter_map(|id| self.context.catalogue.measure(id))
    }

    /// The claims that the draft rests on, each once.
    pub(super) fn claims(&self) -> BTreeMap<dossier_model::ClaimId, &'a Claim> {
        let case = self.context.case;
        let of_facts = self.evidence.values().flat_map(|evidence| evidence.claims.iter().copied());
        let quoted = self.readings.iter().flat_map(|reading| reading.claims.iter().copied());
        of_facts.chain(quoted).filter(|claim| case.source(claim.source).is_some()).map(|claim| (claim.id, claim)).collect()
    }
}

/// For each sentence, in the order of [`Draft::sentences`], the words that it is read under: a cell stands under its caption and
/// the head of its column.
fn frames(draft: &Draft) -> Vec<Option<String>> {
    let mut frames = vec![None];
    for block in draft.blocks.iter().chain(&draft.annex) {
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
