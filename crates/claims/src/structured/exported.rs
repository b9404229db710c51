//! The notes in which a dossier's own export says what STIX cannot: a fact with its bound, open year, rung and hedge, as in
//! `F3: accounts below 25000 XXXX-04-22/XXXX-06-05 (alleged; 2 independent origin(s))`.

use super::places::Places;
use super::stix::{Bundle, Object};
use crate::pattern::patterns;
use dossier_model::{Bound, ClaimKind, Content, Decimal, Edtf, Hedge, Nexus, Rung};

patterns! {
    FACT = r"^F\d+: (?P<fact>[^\n]+) \((?P<hedge>[a-z]+); \d+ independent origin\(s\)\)$";
    /// A rung at the end of a fact.
    RUNG = r"(?:^| )(?P<nexus>linked|acting-for|by) (?P<party>.+)$";
}

/// Properties that are not called like their kind.
const PROPERTIES: &[(&str, ClaimKind)] = &[
    ("window", ClaimKind::Period),
    ("role", ClaimKind::Party),
    ("targeted capability", ClaimKind::Capability),
    ("legal word", ClaimKind::LegalWord),
    ("information sharing", ClaimKind::Sharing),
    ("terms of service", ClaimKind::Terms),
];

/// Whether a note is a fact of an export.
pub(super) fn is_fact(words: &str) -> bool {
    FACT.is_match(words)
}

/// The claim that a note of an export makes of the campaign it is about.
pub(super) fn told<'t>(places: &Places<'t>, bundle: &Bundle<'t>, note: &Object<'t>) -> Option<Content> {
    let content = note.get("content")?;
    let found = FACT.captures(content.words)?;
    let hedge = Hedge::parse(found.name("hedge")?.as_str())?;
    let fact = found.name("fact")?.as_str();
    let subject = bundle.subject(bundle.first_of(note, "object_refs"));
    let read = read(fact)?;
    let claim = places.claim(read.kind, &subject, &[content.span])?;
    Some(Content {
        property: read.property,
        value: read.value,
        unit: read.unit,
        bound: read.bound,
        period: read.period,
        rung: read.rung,
        scope: read.scope,
        hedge,
        ..claim
    })
}

#[derive(Debug, PartialEq)]
struct Fact {
    kind: ClaimKind,
    property: String,
    value: Option<String>,
    unit: Option<String>,
    bound: Option<Bound>,
    period: Option<Edtf>,
    rung: Option<Rung>,
    scope: Option<String>,
}

/// A fact from its words: property, bound, value, unit, period, rung, scope, each where there is one.
fn read(words: &str) -> Option<Fact> {
    let (kind, property, rest) = kind_of(words)?;
    let mut fact = Fact { kind, property, value: None, unit: None, bound: None, period: None, rung: None, scope: None };
    let mut rest = rest.trim();
    let has_rung = kind.is_figure() || kind.is_time() || matches!(kind, ClaimKind::Attribution | ClaimKind::Market);
    if let Some(found) = RUNG.captures(rest).filter(|_| has_rung)
        && let (Some(whole), Some(nexus), Some(party)) = (found.get(0), found.name("nexus"), found.name("party"))
    {
        fact.rung = Some(Rung { nexus: Nexus::parse(nexus.as_str())?, party: party.as_str().to_owned() });
        rest = rest[..whole.start()].trim_end();
    }
    if let Some((before, period)) = last(rest).and_then(|(before, last)| Some((before, last.parse::<Edtf>().ok()?)))
        && (kind.is_time() || last(rest).is_some_and(|(_, last)| last.contains(['-', '/'])))
    {
        (rest, fact.period) = (before, Some(period));
    }
    if kind == ClaimKind::Measure
        && let Some((before, stage)) =
            last(rest).filter(|(_, stage)| ["asked", "planned", "introduced", "passed", "issued"].contains(stage))
    {
        (rest, fact.unit) = (before, Some(stage.to_owned()));
    }
    if kind == ClaimKind::Superlative
        && let Some((value, scope)) = rest.split_once(' ')
    {
        (rest, fact.scope) = (value, Some(scope.to_owned()));
    }
    if kind.is_figure() || kind == ClaimKind::Market {
        if let Some((bound, after)) = rest.split_once(' ').and_then(|(first, after)| Some((Bound::parse(first)?, after))) {
            (rest, fact.bound) = (after, Some(bound));
        }
        let (number, unit) = rest.split_once(' ').map_or((rest, ""), |(number, unit)| (number, unit));
        number.parse::<Decimal>().ok()?;
        fact.value = Some(number.to_owned());
        // A unit that the property names already is not written again.
        let unit = if unit.is_empty() && kind == ClaimKind::Count { fact.property.as_str() } else { unit };
        fact.unit = Some(unit.to_owned()).filter(|unit| !unit.is_empty());
    } else {
        fact.value = Some(rest.to_owned()).filter(|rest| !rest.is_empty());
    }
    let says = fact.value.is_some() || fact.period.is_some() || fact.rung.is_some();
    says.then_some(fact)
}

/// The words before the last, and the last.
fn last(words: &str) -> Option<(&str, &str)> {
    let at = words.rfind(' ').map_or(0, |at| at + 1);
    (!words.is_empty()).then(|| (words[..at].trim_end(), &words[at..]))
}

/// The kind and property that a fact begins with, and what follows. A property that names no kind is what is counted.
fn kind_of(words: &str) -> Option<(ClaimKind, String, &str)> {
    let follows = |property: &str| words.strip_prefix(property).filter(|rest| rest.is_empty() || rest.starts_with(' '));
    let named = |lead: &str| follows(lead).and_then(|_| last(words)).filter(|(_, period)| period.parse::<Edtf>().is_ok());
    for (lead, kind) in [("date of", ClaimKind::Date), ("period of", ClaimKind::Period)] {
        if let Some((property, period)) = named(lead) {
            return Some((kind, property.to_owned(), period));
        }
    }
    let known = PROPERTIES.iter().copied().chain(ClaimKind::ALL.iter().map(|kind| (kind.as_str(), *kind)));
    for (property, kind) in known {
        if let Some(rest) = follows(property) {
            return Some((kind, property.to_owned(), rest));
        }
    }
    // "accounts below 25000": up to the bound or the number.
    let mut at = 0;
    for word in words.split(' ') {
        if at > 0 && (word.parse::<Decimal>().is_ok() || Bound::parse(word).is_some()) {
            return Some((ClaimKind::Count, words[..at - 1].to_owned(), &words[at..]));
        }
        at += word.len() + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fact_of_an_export_is_read_back() {
        let check = |words: &str, expect: &str| {
            let told = read(words).map(|fact| {
                let parts = [
                    Some(fact.kind.to_string()),
                    Some(fact.property),
                    fact.bound.map(|bound| bound.to_string()),
                    fact.value,
                    fact.unit,
                    fact.period.map(|period| period.to_string()),
                    fact.rung.map(|rung| rung.to_string()),
                    fact.scope,
                ];
                parts.map(|part| part.unwrap_or_else(|| "-".to_owned())).join(" | ")
            });
            assert_eq!(told.as_deref().unwrap_or("nothing"), expect, "{words}");
        };
        check("accounts below 25000", "count | accounts | below | 25000 | accounts | - | - | -");
        check(
            "exchanges 28800000 XXXX-04-22/XXXX-06-05",
            "count | exchanges | - | 28800000 | exchanges | XXXX-04-22/XXXX-06-05 | - | -",
        );
        check("further accounts about 200 accounts", "count | further accounts | about | 200 | accounts | - | - | -");
        check("window 2026-04-22/2026-06-05", "period | window | - | - | - | 2026-04-22/2026-06-05 | - | -");
        check("date of arrested 2026-05-01", "date | date of arrested | - | - | - | 2026-05-01 | - | -");
        check("attribution linked Meridian Works", "attribution | attribution | - | - | - | - | linked Meridian Works | -");
        check("technique AML.T0024.002", "technique | technique | - | AML.T0024.002 | - | - | - | -");
        check(
            "targeted capability agentic reasoning",
            "capability | targeted capability | - | agentic reasoning | - | - | - | -",
        );
        check(
            "superlative largest by an Orsovan company",
            "superlative | superlative | - | largest | - | - | - | by an Orsovan company",
        );
        check("measure an entity listing asked", "measure | measure | - | an entity listing | asked | - | - | -");
        check("amount above 2500000 USD", "amount | amount | above | 2500000 | USD | - | - | -");
        check("accounts", "nothing");
        check("", "nothing");
    }
}
