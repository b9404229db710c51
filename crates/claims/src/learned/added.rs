//! Claims that the rules have not found: deeds, views, effects, measures and parties whose words the network marks.

use super::labels::{self, LABELS, SORTS};
use super::network::{Asked, Judged, Reading, Weights};
use super::runs::{Run, runs};
use super::tokens::Seen;
use super::weighed::settle;
use crate::document::{same_party, short_name};
use crate::page::Sentence;
use crate::pattern::patterns;
use crate::propose::Reader;
use crate::voice::Matter;
use dossier_model::{ClaimKind, Content, Nexus, Rung, Span};
use std::ops::Range;

patterns! {
    /// Words that no deed begins with, or that are no deed alone.
    NO_VERB = r"(?i)^(?:the|an?|another|one|its|their|his|her|this|these|who|surnamed|named|called|via|with|from|through)\b|^\w+ly$|^\d";
    /// What is left of the name before, where something of its own is told.
    OWNED = r"^['’]s?\s+";
    /// Words that nothing ends with.
    LOOSE_END = r"(?i)(?:\s+(?:the|an?|to|of|and|or|by|for|in|on|with|that|its|their))+$";
}

/// How likely a claim must be, by its kind. Kinds that are not named are the rules' alone: figures, dates, quotations, and those of which the
/// network finds little that readers mark.
fn least(kind: ClaimKind) -> Option<f32> {
    Some(match kind {
        ClaimKind::Party | ClaimKind::Provenance => 0.5,
        ClaimKind::Attribution | ClaimKind::Response | ClaimKind::Measure | ClaimKind::Effect | ClaimKind::Verification => 0.6,
        ClaimKind::Act | ClaimKind::Opinion => 0.65,
        ClaimKind::Forecast | ClaimKind::Definition | ClaimKind::Sharing | ClaimKind::Safety | ClaimKind::Terms => 0.75,
        _ => return None,
    })
}

/// Words that the network marks.
struct Candidate {
    kind: ClaimKind,
    part: Option<&'static str>,
    /// Which sentence they are of.
    sentence: usize,
    /// Bytes of the sentence.
    range: Range<usize>,
    likely: f32,
    asked: Asked,
}

/// Adds what the network marks where nothing of its kind is found yet.
pub(super) fn add(reader: &Reader<'_, '_>, weights: &Weights, seen: &Seen<'_>, reading: &Reading, found: &mut Vec<Content>) {
    let (Some(first), Some(last)) = (seen.tokens.first(), seen.tokens.last()) else { return };
    let all = Span::new(first.place.start, last.place.end);
    let near = found.iter().map(|content| (content.kind, content.quotes.first().span()));
    let near: Vec<(ClaimKind, Span)> = near.filter(|(_, span)| span.overlaps(all)).collect();
    let mut candidates: Vec<Candidate> = (0..LABELS).flat_map(|label| candidates(seen, reading, label, &near)).collect();
    // Parties first, since ties are to those that are accused; of the parts of a name the likeliest.
    candidates
        .sort_by(|a, b| (b.kind == ClaimKind::Party).cmp(&(a.kind == ClaimKind::Party)).then(b.likely.total_cmp(&a.likely)));
    let (asked, candidates): (Vec<Asked>, Vec<_>) =
        candidates.into_iter().map(|one| (one.asked, (one.kind, one.part, one.sentence, one.range))).unzip();
    let judged = weights.judge(reading, &asked).unwrap_or_default();
    for ((kind, part, sentence, range), judged) in candidates.into_iter().zip(judged) {
        let Some(sentence) = seen.sentences.get(sentence) else { continue };
        let claim = match (kind, part) {
            (ClaimKind::Party, Some(part)) => party(reader, sentence, &range, part, found),
            (ClaimKind::Attribution, _) => tie(reader, sentence, range, &judged, found),
            _ => claim(reader, sentence, kind, range, &judged),
        };
        if let Some(mut content) = claim {
            settle(reader, &mut content, sentence, &judged);
            found.push(content);
        }
    }
}

/// The words that are marked for `label` where no claim of its kind is `near`.
fn candidates(seen: &Seen<'_>, reading: &Reading, label: usize, near: &[(ClaimKind, Span)]) -> Vec<Candidate> {
    let (kind, part) = labels::meaning(label);
    let Some(least) = least(kind) else { return Vec::new() };
    let mut known: Vec<Span> = near.iter().filter(|(other, _)| *other == kind).map(|(_, span)| *span).collect();
    known.sort_by_key(|span| span.start);
    let candidate = |run: Run| {
        let (first, last) = (seen.tokens.get(run.tokens.start)?, seen.tokens.get(run.tokens.end - 1)?);
        let new = !meets(&known, Span::new(first.place.start, last.place.end));
        new.then_some(Candidate {
            kind,
            part,
            sentence: first.sentence,
            range: first.range.start..last.range.end,
            likely: run.likely,
            asked: Asked { tokens: run.tokens, label, hedge: None },
        })
    };
    runs(reading, seen.tokens, label, least).into_iter().filter_map(candidate).collect()
}

/// Whether `span` shares words with one of `sorted`.
fn meets(sorted: &[Span], span: Span) -> bool {
    // Quotes of one kind seldom nest: those that could reach `span` begin shortly before it ends.
    let behind = sorted.partition_point(|other| other.start < span.end);
    sorted[..behind].iter().rev().take(8).any(|other| other.overlaps(span))
}

/// The claim of `kind` that the words at `range` make.
fn claim(reader: &Reader<'_, '_>, sentence: &Sentence, kind: ClaimKind, range: Range<usize>, judged: &Judged) -> Option<Content> {
    let matter = match kind {
        ClaimKind::Act => Matter::Campaign,
        ClaimKind::Measure | ClaimKind::Response | ClaimKind::Provenance => Matter::Record,
        _ => Matter::Told,
    };
    let at = range.start + OWNED.find(sentence.words(range.clone())).map_or(0, |owned| owned.end());
    let range = at..range.end;
    let range = at..LOOSE_END.find(sentence.words(range.clone())).map_or(range.end, |end| at + end.start());
    if kind == ClaimKind::Act && NO_VERB.is_match(sentence.words(range.clone())) {
        return None;
    }
    let mut content = reader.claim(kind, sentence, range, matter)?;
    let words = content.quotes.first().text.clone();
    (content.value, content.unit) = match kind {
        ClaimKind::Response => (Some(sort(kind, judged)?.to_owned()), None),
        ClaimKind::Measure => (Some(words), Some(sort(kind, judged)?.to_owned())),
        _ => (Some(words), None),
    };
    if !matches!(kind, ClaimKind::Act | ClaimKind::Provenance)
        && let Some(who) = whose(sentence, at)
    {
        content.subject = who;
    }
    Some(content)
}

/// The likeliest sort of a claim of `kind`.
fn sort(kind: ClaimKind, judged: &Judged) -> Option<&'static str> {
    let of_kind = SORTS.into_iter().zip(judged.sorts).filter(|((one, _), _)| *one == kind);
    of_kind.max_by(|a, b| a.1.total_cmp(&b.1)).map(|((_, sort), _)| sort)
}

/// Whom the words at `at` are of: the name before them, or who speaks.
fn whose(sentence: &Sentence, at: usize) -> Option<String> {
    let before = sentence.name_before(at, 6).map(|name| short_name(&name.what.text));
    before.or_else(|| sentence.chain.iter().rfind(|speaker| speaker.words.is_some()).map(|speaker| speaker.name.clone()))
}

/// The name at `range` plays `part`: where it is a name, and plays no part yet.
fn party(reader: &Reader<'_, '_>, sentence: &Sentence, range: &Range<usize>, part: &str, found: &[Content]) -> Option<Content> {
    let name = sentence.names.iter().find(|name| name.range.start < range.end && range.start < name.range.end)?;
    let known = |content: &Content| content.kind == ClaimKind::Party && same_party(&content.subject, &name.what.text);
    if found.iter().any(known) {
        return None;
    }
    let mut content = reader.claim(ClaimKind::Party, sentence, name.range.clone(), Matter::Record)?;
    content.subject.clone_from(&name.what.text);
    content.value = Some(part.to_owned());
    Some(content)
}

/// The words at `range` tie a party to the act: one that is accused, and named there.
fn tie(reader: &Reader<'_, '_>, sentence: &Sentence, range: Range<usize>, judged: &Judged, found: &[Content]) -> Option<Content> {
    let nexus = match sort(ClaimKind::Attribution, judged)? {
        "linked" => Nexus::Linked,
        "acting-for" => Nexus::ActingFor,
        _ => Nexus::By,
    };
    let accused = |name: &str| {
        found.iter().any(|content| {
            content.kind == ClaimKind::Party
                && matches!(content.value.as_deref(), Some("accused" | "designated"))
                && same_party(&content.subject, name)
        })
    };
    let named = sentence.names.iter().filter(|name| range.start <= name.range.start && name.range.end <= range.end);
    let party = named.map(|name| short_name(&name.what.text)).find(|name| accused(name))?;
    let tied = |content: &Content| content.rung.as_ref().is_some_and(|rung| same_party(&rung.party, &party));
    if found.iter().any(tied) {
        return None;
    }
    let mut content = reader.claim(ClaimKind::Attribution, sentence, range, Matter::Campaign)?;
    content.subject = reader.cast.subject_for(Some(&party));
    content.rung = Some(Rung { nexus, party });
    Some(content)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deed_begins_with_its_verb_and_nothing_ends_with_a_joint() {
        let no_deed = ["illicitly", "via 25,000 false accounts", "28 million exchanges", "the copying of models"];
        assert!(no_deed.iter().all(|words| NO_VERB.is_match(words)));
        assert!(!NO_VERB.is_match("illicitly copied models") && !NO_VERB.is_match("copying models"));
        let ended = |words: &'static str| LOOSE_END.find(words).map_or(words, |end| &words[..end.start()]);
        assert_eq!(ended("a cautious stance by developers to the"), "a cautious stance by developers");
        assert_eq!(ended("a stance of theirs"), "a stance of theirs");
    }
}
