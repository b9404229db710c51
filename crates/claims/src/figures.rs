//! Figures: counts, amounts and rates, apart from what happened on a market.

use crate::lexicon::{ACTOR_UNITS, CAMPAIGN_UNITS, TIME_UNITS};
use crate::market;
use crate::page::Sentence;
use crate::pattern::patterns;
use crate::propose::Reader;
use crate::voice::Matter;
use dossier_grammar::{Figure, FigureKind, Found};
use dossier_model::{Bound, ClaimKind, Content, Decimal};

patterns! {
    /// "$2.5 billion in sales", "15% of its revenue".
    MEASURED = r"^\s+(?:in|of|worth of|for)\s+(?:its\s+|their\s+|the\s+|annual\s+|total\s+)*(?P<noun>[\p{L}.’'-]+(?:\s+[\p{L}.’'-]+){0,4}?)(?:\s+(?:for|since|from|with|between|to|in|into|on|by|of|that|and)\b|[,.;]|$)";
    JOINED = r"^\s*(?:and|or|to|,|/)\s*(?:(?:more than|over|about|around|nearly|almost|some)\s+)?$";
    POINTS_BACK = r"(?i)\b(?:the|these|those|all|both)\s+(?:other\s+|same\s+)?$";
    /// What sets a count apart from another of the same thing.
    APART = r"(?i)\b(?P<which>remaining|other|another|additional|further|extra)\s+$";
    RESPECTIVELY = r"(?i)\brespectively\b";
}

/// Counts, amounts and rates.
pub(crate) fn propose(reader: &Reader<'_, '_>, out: &mut Vec<Content>) {
    for sentence in reader.page.sentences() {
        for (at, figure) in sentence.figures.iter().enumerate() {
            if market::is_movement(sentence, &figure.range) {
                continue;
            }
            out.extend(match figure.what.kind {
                FigureKind::Count => count(reader, sentence, at, figure),
                FigureKind::Amount => measured(reader, sentence, figure, ClaimKind::Amount),
                FigureKind::Rate => measured(reader, sentence, figure, ClaimKind::Rate),
            });
        }
    }
}

/// "nearly 9,000 fraudulent accounts".
fn count(reader: &Reader<'_, '_>, sentence: &Sentence, at: usize, figure: &Found<Figure>) -> Option<Content> {
    let unit = unit_of(sentence, at, figure)?;
    if TIME_UNITS.contains(&unit.as_str()) {
        return None;
    }
    let of_campaign = CAMPAIGN_UNITS.contains(&unit.as_str());
    let written_small = !sentence.words(figure.what.number.clone()).contains(|c: char| c.is_ascii_digit())
        && figure.what.quantity.value < Decimal::from(11);
    let bounded = figure.what.quantity.bound.is_some_and(|bound| bound != Bound::Exact);
    if written_small && !bounded && (sentence.headline || !(of_campaign || ACTOR_UNITS.contains(&unit.as_str()))) {
        return None;
    }
    // "the three companies" points back to a count, it does not make one.
    if written_small
        && (figure.what.quantity.value <= Decimal::ONE || POINTS_BACK.is_match(sentence.words(0..figure.range.start)))
    {
        return None;
    }
    if sentence.headline && !of_campaign && !ACTOR_UNITS.contains(&unit.as_str()) {
        return None;
    }
    let mut content = reader.claim(ClaimKind::Count, sentence, sentence.phrase(figure.range.clone()), Matter::Campaign)?;
    if let Some(subject) = respective_subject(reader, sentence, at) {
        content.subject = subject;
    } else if !of_campaign && !ACTOR_UNITS.contains(&unit.as_str()) {
        content.subject = sentence.name_before(figure.range.start, 8).map_or(content.subject, |name| name.what.text.clone());
    }
    let apart = APART.captures(sentence.words(0..figure.what.number.start)).and_then(|found| found.name("which"));
    content.property = apart
        .map_or_else(|| unit.clone(), |which| format!("{} {unit}", which.as_str().to_lowercase().replace("another", "further")));
    content.value = Some(figure.what.quantity.value.normalize().to_string());
    content.unit = Some(unit);
    content.bound = figure.what.quantity.bound.or_else(|| sign_before(sentence.words(0..figure.range.start)));
    Some(content)
}

/// A bound that a table writes as a sign.
fn sign_before(words: &str) -> Option<Bound> {
    match words.trim_end().chars().next_back()? {
        '>' => Some(Bound::Above),
        '<' => Some(Bound::Below),
        '~' | '≈' => Some(Bound::About),
        '≥' => Some(Bound::AtLeast),
        '≤' => Some(Bound::AtMost),
        _ => None,
    }
}

/// The noun that is counted: the figure's own, that of the figure it is joined with, or the head of its table column.
fn unit_of(sentence: &Sentence, at: usize, figure: &Found<Figure>) -> Option<String> {
    if let Some(unit) = &figure.what.quantity.unit {
        return unit.split_whitespace().last().map(plain);
    }
    let next = sentence.figures.get(at + 1).filter(|next| JOINED.is_match(sentence.words(figure.range.end..next.range.start)));
    if let Some(next) = next {
        return unit_of(sentence, at + 1, next);
    }
    let column = sentence.column.as_deref().filter(|_| sentence.figures.len() == 1)?;
    column.split_whitespace().last().map(plain).filter(|unit| unit.ends_with('s'))
}

fn plain(unit: &str) -> String {
    if unit.chars().all(|c| c.is_uppercase() || c == 's') { unit.to_owned() } else { unit.to_lowercase() }
}

/// "A and B had 3 and 13 exchanges, respectively": the first figure is A's.
fn respective_subject(reader: &Reader<'_, '_>, sentence: &Sentence, at: usize) -> Option<String> {
    RESPECTIVELY.is_match(&sentence.text).then_some(())?;
    let first = sentence.figures.first()?.range.start;
    let mut named: Vec<_> = reader.cast.accused_in(sentence);
    named.sort_by_key(|one| sentence.text.find(&one.name));
    named.retain(|one| sentence.text.find(&one.name).is_some_and(|place| place < first));
    (named.len() == sentence.figures.len()).then(|| reader.cast.subject_for(named.get(at).map(|one| one.name.as_str())))
}

/// Money and shares: the property is what they are of.
fn measured(reader: &Reader<'_, '_>, sentence: &Sentence, figure: &Found<Figure>, kind: ClaimKind) -> Option<Content> {
    let mut content = reader.claim(kind, sentence, sentence.clause(figure.range.clone()), Matter::Campaign)?;
    let after = sentence.words(figure.range.end..sentence.text.len());
    let noun = MEASURED.captures(after).and_then(|found| found.name("noun")).map(|noun| noun.as_str().to_owned());
    content.subject = sentence.name_before(figure.range.start, 12).map_or(content.subject, |name| name.what.text.clone());
    content.property = noun.unwrap_or_else(|| kind.as_str().to_owned());
    content.value = Some(figure.what.quantity.value.normalize().to_string());
    content.unit.clone_from(&figure.what.quantity.unit);
    content.bound = figure.what.quantity.bound;
    Some(content)
}
