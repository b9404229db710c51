//! What the network thinks of the rules' proposals: which it doubts, and how sure each is.

use super::labels::{self, HEDGES};
use super::network::{Asked, Judged, Reading, Weights};
use super::tokens::{Seen, within};
use crate::page::Sentence;
use crate::propose::Reader;
use dossier_model::{ClaimKind, Content, Hedge};

/// A proposal that the network finds less likely than this is left out.
fn doubted(kind: ClaimKind) -> f32 {
    // What a party said in passing, the rules find wherever it speaks, and readers seldom mark.
    if kind == ClaimKind::Statement { 0.4 } else { 0.05 }
}

/// So likely another hedge must be before it takes the place of that of the rules.
const LIKELY: f32 = 0.5;

/// So likely one must be that says more than another: that a thing is so.
const SURE: f32 = 0.8;

/// Leaves out what the network doubts, and sets how sure the others are.
pub(super) fn weigh(reader: &Reader<'_, '_>, weights: &Weights, seen: &Seen<'_>, reading: &Reading, found: &mut Vec<Content>) {
    let place = |content: &Content| within(seen.tokens, content.quotes.first().span());
    found.retain(|content| {
        let tokens = place(content);
        labels::label_of(content)
            .is_none_or(|label| tokens.is_empty() || reading.anywhere(tokens, label) >= doubted(content.kind))
    });
    let mut asked = Vec::new();
    let mut which = Vec::new();
    for (at, content) in found.iter().enumerate() {
        let tokens = place(content);
        if let Some(label) = labels::label_of(content).filter(|_| !tokens.is_empty()) {
            asked.push(Asked { tokens, label, hedge: Some(labels::hedge(content.hedge)) });
            which.push(at);
        }
    }
    let judged = weights.judge(reading, &asked).unwrap_or_default();
    for ((at, asked), judged) in which.into_iter().zip(asked).zip(judged) {
        let sentence = seen.tokens.get(asked.tokens.start).and_then(|token| seen.sentences.get(token.sentence));
        if let Some(sentence) = sentence {
            settle(reader, &mut found[at], sentence, &judged);
        }
    }
}

/// Sets how sure a claim of `sentence` is, where the network is likely enough to know better.
pub(super) fn settle(reader: &Reader<'_, '_>, content: &mut Content, sentence: &Sentence, judged: &Judged) {
    let Some(hedge) = surest(judged) else { return };
    // The network does not know whose account it reads: what an author says of its own case is asserted.
    let own = reader.cast.author.is_some() && content.hedge == Hedge::Asserted && hedge == Hedge::Alleged;
    if !own {
        reader.sure(content, sentence, hedge);
    }
}

/// The hedge that is likely enough to be taken.
fn surest(judged: &Judged) -> Option<Hedge> {
    let (hedge, likely) = HEDGES.into_iter().zip(judged.hedges).max_by(|a, b| a.1.total_cmp(&b.1))?;
    let least = if matches!(hedge, Hedge::Asserted | Hedge::Confirmed) { SURE } else { LIKELY };
    (likely > least).then_some(hedge)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learned::labels::{SORTS, hedge};

    #[test]
    fn more_is_said_only_where_the_network_is_very_sure() {
        let judged = |one: Hedge, likely: f32| {
            let mut hedges = [0.0; HEDGES.len()];
            hedges[hedge(one)] = likely;
            Judged { hedges, sorts: [0.0; SORTS.len()] }
        };
        assert_eq!(surest(&judged(Hedge::Alleged, 0.6)), Some(Hedge::Alleged));
        assert_eq!(surest(&judged(Hedge::Alleged, 0.4)), None);
        assert_eq!(surest(&judged(Hedge::Asserted, 0.6)), None);
        assert_eq!(surest(&judged(Hedge::Asserted, 0.9)), Some(Hedge::Asserted));
    }
}
