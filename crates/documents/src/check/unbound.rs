//! `unbound`: a figure, date, name or quotation that nothing stands behind, or that its binding knows nothing of.

use super::document::Document;
use super::reading::{Reading, Verdict};
use super::verbatim::plain;
use super::{Finding, FindingCode, Found, finding};
use crate::Binding;
use dossier_grammar::NameKind;
use dossier_model::Fact;
use std::ops::Range;

/// Words before a number that make it the number of a thing, not a count.
const NUMBERED: [&str; 28] = [
    "exhibit",
    "exhibits",
    "note",
    "notes",
    "section",
    "sections",
    "sec",
    "secs",
    "part",
    "parts",
    "no",
    "nos",
    "page",
    "pages",
    "figure",
    "figures",
    "table",
    "tables",
    "item",
    "items",
    "element",
    "elements",
    "title",
    "chapter",
    "paragraph",
    "request",
    "requests",
    "measure",
];

/// What a document counts of itself.
const OWN_COUNTS: [&str; 16] = [
    "element", "elements", "measure", "measures", "request", "requests", "exhibit", "exhibits", "item", "items", "page", "pages",
    "figure", "figures", "action", "actions",
];

/// Bodies and places that a letter to a government names without a source.
const PUBLIC: [&str; 26] = [
    "congress",
    "senate",
    "house",
    "committee",
    "subcommittee",
    "united states",
    "u.s",
    "us",
    "american",
    "americans",
    "america",
    "washington",
    "department",
    "commerce",
    "treasury",
    "state",
    "defense",
    "justice",
    "energy",
    "president",
    "administration",
    "director",
    "secretary",
    "chairman",
    "government",
    "federal",
];

pub(super) fn check(reading: &Reading<'_>, document: &Document<'_>, found: &mut Found) {
    for quotation in reading.quotations.iter().filter(|quotation| quotation.verdict == Verdict::Unbound) {
        let fix = "bind it to the claim whose words it quotes, or take the quotation marks away";
        found.push(report(reading, &quotation.range, "nothing says whose words these are", Some(fix)));
    }
    for figure in &reading.figures {
        let range = &figure.what.number;
        if !reading.is_quoted(range) && !is_numbering(reading, range) && !is_own_count(&figure.what) && !in_period(reading, range)
        {
            borne(reading, range, "the figure", document, found);
        }
    }
    for period in reading.periods.iter().filter(|period| period.what.edtf.is_some()) {
        let own = period.what.edtf.is_some_and(|edtf| edtf.to_string() == document.draft.date.to_string());
        if !own && !reading.is_quoted(&period.range) && !in_name(reading, &period.range) {
            borne(reading, &period.range, "the date", document, found);
        }
    }
    stray_digits(reading, found);
    names(reading, document, found);
}

/// Whether the words at `range` are bound, and to something that has them. Facts are left to `precision-gained`.
fn borne(reading: &Reading<'_>, range: &Range<usize>, what: &str, document: &Document<'_>, found: &mut Found) {
    let bindings: Vec<&Binding> = reading.bindings(range).collect();
    if bindings.is_empty() {
        let why = format!("{what} is bound to nothing");
        let fix = "bind it to the fact that it comes from, or let a named person answer for it";
        let fact = says_so(reading, range, document).map(|fact| fact.id);
        found.push(Finding { fact, ..report(reading, range, &why, Some(fix)) });
        return;
    }
    let words = reading.words(range);
    if bindings.iter().all(|binding| document.known.bear(binding, words, &document.draft.to) == Some(false)) {
        found.push(report(reading, range, &format!("{what} does not stand in what it is bound to"), None));
    }
}

/// The fact that says what the figure or date at `range` says, the best attested of several.
fn says_so<'a>(reading: &Reading<'_>, range: &Range<usize>, document: &Document<'a>) -> Option<&'a Fact> {
    let figure = reading.figures.iter().find(|figure| figure.what.number == *range).map(|figure| &figure.what.quantity);
    let period = reading.periods.iter().find(|period| period.range == *range).and_then(|period| period.what.edtf);
    let says = |fact: &&Fact| match (figure, period) {
        (Some(figure), _) => {
            fact.number() == Some(figure.value) && super::precision::same_unit(fact.unit.as_deref(), figure.unit.as_deref())
        }
        (None, Some(period)) => fact.period == Some(period),
        (None, None) => false,
    };
    document.context.case.facts.iter().filter(says).max_by_key(|fact| (fact.claims.len(), std::cmp::Reverse(fact.id)))
}

/// Digits that the grammar took for no figure and no date: unbound they may hide one.
fn stray_digits(reading: &Reading<'_>, found: &mut Found) {
    let mut at = 0;
    for token in reading.text.split_inclusive(char::is_whitespace) {
        let word = token.trim_matches(|c: char| !c.is_alphanumeric());
        let start = at + token.find(word).unwrap_or(0);
        at += token.len();
        let range = start..start + word.len();
        let known = reading.figures.iter().any(|figure| overlap(&figure.range, &range))
            || reading.periods.iter().any(|period| overlap(&period.range, &range))
            || reading.is_quoted(&range)
            || reading.bindings(&range).next().is_some()
            || is_numbering(reading, &range);
        let scaled = word.trim_end_matches(|c: char| c.is_alphabetic());
        let looks = word.chars().any(char::is_numeric)
            && (word.chars().all(|c| c.is_numeric() || !c.is_alphanumeric())
                || !scaled.is_empty() && scaled.chars().all(|c| c.is_numeric() || c == '.'));
        if looks && !known {
            let fix = "write it in ordinary digits and bind it to its fact";
            found.push(report(reading, &range, "these digits are bound to nothing", Some(fix)));
        }
    }
}

fn names(reading: &Reading<'_>, document: &Document<'_>, found: &mut Found) {
    for name in &reading.names {
        let text = name.what.text.as_str();
        if reading.is_quoted(&name.range) || is_public(text) || reading.is_waived() || in_figure(reading, &name.range) {
            continue;
        }
        if document.evidence_of(reading).any(|evidence| has_words(&evidence.words, text)) {
            continue;
        }
        let bindings: Vec<&Binding> = reading.bindings(&name.range).collect();
        if bindings.iter().any(|binding| {
            document.known.bear(binding, text, &document.draft.to) != Some(false) && !matches!(binding, Binding::Fact { .. })
        }) {
            continue;
        }
        let known = document.known.is_known_party(text);
        // A name of several words that no law and no recipient has is somebody's or something's that the reader has to look up.
        let matters = known
            || text.contains(' ') && name.what.kind != NameKind::Place
            || matches!(name.what.kind, NameKind::Person | NameKind::Organisation);
        if matters && !document.known.is_ours(text, &document.draft.to) {
            let why = if bindings.is_empty() {
                "the name is bound to nothing, and no fact of this sentence is about it".to_owned()
            } else {
                "what the name is bound to says nothing of it".to_owned()
            };
            found.push(report(
                reading,
                &name.range,
                &why,
                Some("bind it to a fact about that party, or to the source that it names"),
            ));
        }
    }
}

/// Whether every word of `name` that tells it apart stands in `words`.
fn has_words(words: &str, name: &str) -> bool {
    let name = plain(name).to_lowercase();
    words.contains(&name)
        || name
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.len() > 1)
            .all(|word| words.match_indices(word).any(|(at, _)| !words[..at].ends_with(char::is_alphanumeric)))
}

fn is_public(name: &str) -> bool {
    let name = plain(name).to_lowercase();
    let name = name.trim_start_matches("the ").trim_end_matches('.');
    PUBLIC.contains(&name) || name.split(' ').all(|word| PUBLIC.contains(&word.trim_end_matches('.')))
}

fn is_numbering(reading: &Reading<'_>, range: &Range<usize>) -> bool {
    let before = reading.text.get(..range.start).unwrap_or_default().trim_end();
    let last = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    last.ends_with('§') || NUMBERED.contains(&last.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().as_str())
}

fn is_own_count(figure: &dossier_grammar::Figure) -> bool {
    let unit = figure.quantity.unit.as_deref().unwrap_or_default();
    let last = unit.rsplit(' ').next().unwrap_or_default().to_lowercase();
    figure.quantity.value < dossier_model::Decimal::ONE_HUNDRED && figure.quantity.bound.is_none() && OWN_COUNTS.contains(&last.as_str())
        // "one of the", "no one": a pronoun.
        || figure.quantity.value == dossier_model::Decimal::ONE && unit.is_empty()
}

fn in_period(reading: &Reading<'_>, range: &Range<usize>) -> bool {
    reading.periods.iter().any(|period| period.range.start <= range.start && range.end <= period.range.end)
}

fn in_name(reading: &Reading<'_>, range: &Range<usize>) -> bool {
    reading.names.iter().any(|name| name.range.start < range.start && range.end <= name.range.end)
}

fn in_figure(reading: &Reading<'_>, range: &Range<usize>) -> bool {
    let within = |outer: &Range<usize>| outer.start <= range.start && range.end <= outer.end;
    reading.figures.iter().any(|figure| within(&figure.range)) || reading.periods.iter().any(|period| within(&period.range))
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

fn report(reading: &Reading<'_>, range: &Range<usize>, why: &str, fix: Option<&str>) -> Finding {
    finding(FindingCode::Unbound, reading, reading.words(range), why, fix)
}
