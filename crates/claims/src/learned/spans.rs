//! Where claims stand: the runs of words that the weights of a kind mark.

use super::signs::{self, Seen};
use super::weights::{KINDS, Marker, Weights};
use crate::document::short_name;
use crate::page::Sentence;
use crate::pattern::patterns;
use crate::propose::Reader;
use crate::voice::Matter;
use dossier_model::{ClaimKind, Content, Hedge, Rung, Span};
use std::ops::Range;

patterns! {
    /// Words that no deed begins with.
    NO_VERB = r"(?i)^(?:the|an?|another|one|its|their|his|her|this|these|who|surnamed|named|called|aimed|targeted\s+at|passed)\b|^\w+ing\s+(?:compan(?:y|ies)|firms?)\b";
    /// Before what rules and sanctions do.
    OF_MEASURE = r"(?i)\b(?:measures?|packages?|sanctions|restrictions|controls|rules?|bills?|laws?|legislation|curbs)\s+(?:(?:on|of|for|in|to|that|which|also|are|is|intended|meant|designed|aimed|at|the|its|\w+ly|[\w’'-]+)\s+){0,6}$";
    IF = r"(?i)\b(?:if|unless|provided|should\s+(?:the|it|they|he|she))\b";
}

/// What a claim of `kind` is told apart by, where a place alone does not say it: the stage of a measure, the kind of an answer or of a
/// paper, how closely a party is tied.
pub(super) fn label(kind: ClaimKind, value: Option<&str>, unit: Option<&str>, rung: Option<&Rung>) -> Option<String> {
    let label = match kind {
        ClaimKind::Measure => unit?,
        ClaimKind::Response | ClaimKind::Disclosure => value?,
        ClaimKind::Attribution => return Some(rung?.nexus.to_string()),
        _ => return None,
    };
    Some(label.to_owned())
}

/// A run of words with its label.
#[derive(Debug, PartialEq, Eq)]
struct Run {
    /// Bytes of the sentence.
    range: Range<usize>,
    label: String,
}

/// Adds what the weights of each kind mark where the rules have found nothing of that kind.
pub(crate) fn propose(reader: &Reader<'_, '_>, weights: &Weights, found: &mut Vec<Content>) {
    let seen = signs::sentences(reader, found);
    for kind in KINDS {
        let Some(marker) = weights.marker(*kind) else { continue };
        let mut known: Vec<Span> =
            found.iter().filter(|content| content.kind == *kind).map(|content| content.quotes.first().span()).collect();
        known.sort_by_key(|span| span.start);
        for one in &seen {
            for marked in marks(&marker, one) {
                let place = reader.page.span(one.sentence.place(marked.range.clone()));
                if !meets(&known, place) {
                    found.extend(claim(reader, one.sentence, *kind, marked));
                }
            }
        }
    }
}

/// Whether `span` shares words with one of `sorted`.
fn meets(sorted: &[Span], span: Span) -> bool {
    // Quotes of one kind seldom nest: those that could reach `span` begin shortly before it ends.
    let behind = sorted.partition_point(|other| other.start < span.end);
    sorted[..behind].iter().rev().take(8).any(|other| other.overlaps(span))
}

/// The runs of words that `marker` marks in a sentence.
fn marks(marker: &Marker, seen: &Seen<'_>) -> Vec<Run> {
    joined(&marker.labels(&seen.signs), &seen.words)
}

/// The runs of words that begin at a label "B-..." and go on through "I-...".
fn joined(labels: &[String], words: &[Range<usize>]) -> Vec<Run> {
    let mut marks: Vec<Run> = Vec::new();
    let mut open = false;
    for (label, word) in labels.iter().zip(words) {
        match label.split_once('-') {
            Some(("I", _)) if open => marks.iter_mut().last().into_iter().for_each(|last| last.range.end = word.end),
            Some((_, label)) => {
                marks.push(Run { range: word.clone(), label: label.to_owned() });
                open = true;
            }
            None => open = false,
        }
    }
    marks
}

/// The claim of `kind` that `marked` words make.
fn claim(reader: &Reader<'_, '_>, sentence: &Sentence, kind: ClaimKind, marked: Run) -> Option<Content> {
    let matter = match kind {
        ClaimKind::Act => Matter::Campaign,
        ClaimKind::Measure | ClaimKind::Response | ClaimKind::Provenance => Matter::Record,
        _ => Matter::Told,
    };
    let at = marked.range.start;
    let provides = kind == ClaimKind::Measure && crate::measures::is_provision(sentence, &marked.range);
    if kind == ClaimKind::Act
        && (NO_VERB.is_match(sentence.words(marked.range.clone())) || OF_MEASURE.is_match(sentence.words(0..at)))
    {
        return None;
    }
    let mut content = reader.claim(kind, sentence, marked.range, matter)?;
    let words = content.quotes.first().text.clone();
    (content.value, content.unit) = match kind {
        ClaimKind::Response => (Some(marked.label), None),
        ClaimKind::Measure => (Some(words), Some(marked.label)),
        _ => (Some(words), None),
    };
    match kind {
        ClaimKind::Opinion => content.hedge = Hedge::Opinion,
        ClaimKind::Forecast if content.hedge != Hedge::Conditional || !IF.is_match(&sentence.text) => {
            content.hedge = Hedge::Forecast;
        }
        ClaimKind::Measure if provides && content.hedge == Hedge::Asserted => content.hedge = Hedge::Conditional,
        _ => {}
    }
    if !matches!(kind, ClaimKind::Act | ClaimKind::Provenance)
        && let Some(who) = whose(sentence, at)
    {
        content.subject = who;
    }
    Some(content)
}

/// Whom the words at `at` are of: the name before them, or who speaks.
fn whose(sentence: &Sentence, at: usize) -> Option<String> {
    let before = sentence.name_before(at, 6).map(|name| short_name(&name.what.text));
    before.or_else(|| sentence.chain.iter().rfind(|speaker| speaker.words.is_some()).map(|speaker| speaker.name.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_begins_at_b_and_goes_on_through_i() {
        let labels = ["B-asked", "I-asked", "O", "I-asked", "B-planned", "B-asked"].map(str::to_owned);
        let words: Vec<Range<usize>> = (0..6).map(|at| at * 2..at * 2 + 1).collect();
        let found: Vec<(Range<usize>, String)> = joined(&labels, &words).into_iter().map(|one| (one.range, one.label)).collect();
        let run = |range, label: &str| (range, label.to_owned());
        assert_eq!(found, [run(0..3, "asked"), run(6..7, "asked"), run(8..9, "planned"), run(10..11, "asked")]);
    }
}
