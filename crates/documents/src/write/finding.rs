//! The factual findings: one item for each thing that the record alleges, each bound and footnoted.

use super::matter::bind;
use super::pen::{Pen, noted, stands};
use super::words;
use crate::{Binding, Inline, Sentence};
use dossier_model::{Claim, ClaimKind, Fact};

/// How many capabilities or methods one sentence names.
const MOST_NAMED: usize = 5;

/// The findings in the order in which a reader asks: how many, how much, when, who, what was targeted, how, how large, how it
/// became known.
pub(super) fn findings(pen: &Pen<'_>) -> Vec<Vec<Sentence>> {
    let mut items = in_figures(pen);
    items.extend(in_kind(pen));
    items.extend(second_voices(pen));
    if items.is_empty() {
        items.extend(others(pen));
    }
    items
}

/// What other parties say of the campaign at first hand, two of them at most.
pub(super) fn second_voices(pen: &Pen<'_>) -> Vec<Vec<Sentence>> {
    let Some(lead) = pen.matter.counts(1).first().copied().or(pen.matter.window()) else { return Vec::new() };
    let voices = pen.matter.second_voices(lead).into_iter().filter_map(|claim| second_voice(pen, claim, lead));
    voices.take(2).map(|sentence| vec![sentence]).collect()
}

/// `According to Castor Cloud, and not by way of Halden, there were about 26,000 accounts.`
fn second_voice(pen: &Pen<'_>, claim: &Claim, lead: &Fact) -> Option<Sentence> {
    let (voice, main) = (pen.matter.origin_of(claim.id)?, pen.matter.origin(lead)?);
    let quoted = |text: String| Inline { text, binding: Some(Binding::Quote { claim: claim.id }), note: true };
    let mut sentence = Sentence::plain("According to ")
        .bound(voice.name.clone(), Binding::Origin { origin: voice.id })
        .then(", and not by way of ")
        .bound(main.name.clone(), Binding::Origin { origin: main.id });
    match (claim.content.quantity(), claim.content.period) {
        (Some(figure), _) => {
            sentence = sentence.then(", there were ");
            sentence.parts.push(quoted(words::quantity(&figure)));
        }
        (None, Some(period)) => {
            let (preposition, dates) = words::when(&period);
            sentence = sentence.then(format!(", this took place {preposition}"));
            sentence.parts.push(quoted(format!("{dates}{}", words::open_year(&period))));
        }
        (None, None) => return None,
    }
    pen.best([sentence.then(".")])
}

/// The findings that the opening sentence tells too.
pub(super) fn in_figures(pen: &Pen<'_>) -> Vec<Vec<Sentence>> {
    let mut items: Vec<Vec<Sentence>> = Vec::new();
    for (at, fact) in pen.matter.counts(5).into_iter().enumerate() {
        items.extend(count(pen, fact, at).map(|sentence| vec![sentence]));
    }
    items.extend(pen.matter.window().and_then(|fact| window(pen, fact)).map(|sentence| vec![sentence]));
    items.extend(pen.matter.attribution().and_then(|fact| attribution(pen, fact)).map(|sentence| vec![sentence]));
    items
}

/// The findings that the opening sentence leaves out.
pub(super) fn in_kind(pen: &Pen<'_>) -> Vec<Vec<Sentence>> {
    let mut items: Vec<Vec<Sentence>> = Vec::new();
    items.extend(capabilities(pen).map(|sentence| vec![sentence]));
    items.extend(methods(pen));
    for fact in pen.matter.distinct(ClaimKind::Act).into_iter().take(1) {
        items.extend(pen.on("On what was done", fact).map(|sentence| vec![sentence]));
    }
    for fact in pen.matter.distinct(ClaimKind::Superlative).into_iter().take(1) {
        items.extend(pen.on("On its size", fact).map(|sentence| vec![sentence]));
    }
    let disclosures = pen.matter.distinct(ClaimKind::Disclosure);
    // A letter before a post, and of several the one that says most of it in few words.
    let length = |fact: &&Fact| {
        let words = pen.matter.leading(fact).map_or(0, |claim| words::count(&claim.content.quotes.first().text).min(40));
        (fact.value.as_deref() == Some("letter"), words)
    };
    if let Some(fact) = disclosures.into_iter().rev().max_by_key(length) {
        items.extend(pen.on("On how it became known", fact).map(|sentence| vec![sentence]));
    }
    items
}

/// `According to Halden, the campaign involved nearly 25,000 fraudulent accounts.` Every other one says the same in another order.
fn count(pen: &Pen<'_>, fact: &Fact, at: usize) -> Option<Sentence> {
    let figure = pen.figure(fact)?;
    let told = pen.according(fact).then("the campaign involved ").noted(figure.clone(), bind(fact)).then(".");
    let alleged = pen.says(fact).map(|name| {
        let also = if at == 0 { " alleges that it involved " } else { " also alleges that it involved " };
        Sentence::default().bound(name, bind(fact)).then(also).noted(figure, bind(fact)).then(".")
    });
    let ways = if at.is_multiple_of(2) { [Some(told), alleged] } else { [alleged, Some(told)] };
    pen.best(ways.into_iter().flatten().chain(pen.in_their_words(fact)))
}

/// `It is said by Halden to have taken place between April 22 and June 5 (year not stated).`
fn window(pen: &Pen<'_>, fact: &Fact) -> Option<Sentence> {
    let period = fact.period?;
    let (preposition, dates) = words::when(&period);
    let dates = format!("{dates}{}", words::open_year(&period));
    let said = pen.says(fact).map(|name| {
        let start = Sentence::plain("It is alleged by ").bound(name, bind(fact));
        start.then(format!(" to have taken place {preposition}")).noted(dates.clone(), bind(fact)).then(".")
    });
    let told = pen.according(fact).then(format!("this took place {preposition}")).noted(dates, bind(fact)).then(".");
    pen.best(said.into_iter().chain([told]).chain(pen.in_their_words(fact)))
}

/// `Halden alleges that operators linked to Meridian's Tern lab were behind it.`
pub(super) fn attribution(pen: &Pen<'_>, fact: &Fact) -> Option<Sentence> {
    let told = pen.actors(fact).map(|(tie, party)| {
        let were = if tie.is_empty() { " was behind it." } else { " were behind it." };
        let start = match pen.says(fact) {
            Some(name) => Sentence::default().bound(name, bind(fact)).then(" alleges that "),
            None => pen.according(fact),
        };
        start.then(tie).noted(party, bind(fact)).then(were)
    });
    pen.best(told.into_iter().chain(pen.in_their_words(fact)))
}

/// `According to Halden, the campaign targeted software engineering and agentic reasoning.`
fn capabilities(pen: &Pen<'_>) -> Option<Sentence> {
    let facts = named(pen, ClaimKind::Capability);
    let first = facts.first().copied()?;
    let told = |start: Sentence, facts: &[&Fact]| {
        let items = facts.iter().map(|fact| vec![noted(value(fact), fact)]).collect();
        pen.join(start.then("the campaign targeted "), items).then(".")
    };
    let all = told(pen.according(first), &facts);
    let one = told(pen.according(first), &[first]);
    pen.best([all, one].into_iter().chain(pen.in_their_words(first)))
}

/// `According to Halden, the means included “obfuscation techniques” and “proxy networks”.`
fn methods(pen: &Pen<'_>) -> Option<Vec<Sentence>> {
    let facts = named(pen, ClaimKind::Method);
    let first = facts.first().copied()?;
    let quoted = |facts: &[&Fact]| {
        let items: Vec<Vec<Inline>> = facts.iter().map(|fact| vec![noted(format!("“{}”", value(fact)), fact)]).collect();
        pen.join(pen.according(first).then("the means included "), items).then(".")
    };
    pen.best([quoted(&facts), quoted(&[first])].into_iter().chain(pen.in_their_words(first))).map(|sentence| vec![sentence])
}

/// The facts of `kind` whose value is a short phrase that stands in their quote, those of one origin.
fn named<'a>(pen: &Pen<'a>, kind: ClaimKind) -> Vec<&'a Fact> {
    let mut facts = pen.matter.distinct(kind);
    facts.retain(|fact| {
        let quote = pen.matter.leading(fact).map(|claim| claim.content.quotes.first().text.as_str()).unwrap_or_default();
        fact.value.as_deref().is_some_and(|value| words::count(value) <= 8 && stands(value, quote))
    });
    let voice = |fact: &Fact| pen.matter.origin(fact).map(|origin| origin.id);
    if let Some(first) = facts.first().map(|fact| voice(fact)) {
        facts.retain(|fact| voice(fact) == first);
    }
    facts.truncate(MOST_NAMED);
    facts
}

fn value(fact: &Fact) -> String {
    super::quote::in_marks(fact.value.as_deref().unwrap_or_default())
}

/// Where nothing is known of a campaign: what the best attested facts of other kinds say, in their sources' words.
fn others(pen: &Pen<'_>) -> Vec<Vec<Sentence>> {
    [
        ClaimKind::Statement,
        ClaimKind::Quotation,
        ClaimKind::Amount,
        ClaimKind::Date,
        ClaimKind::Effect,
        ClaimKind::Safety,
        ClaimKind::Party,
        ClaimKind::Measure,
        ClaimKind::LegalWord,
        ClaimKind::Terms,
        ClaimKind::Sharing,
        ClaimKind::Technique,
        ClaimKind::Rate,
        ClaimKind::Definition,
    ]
    .into_iter()
    .flat_map(|kind| pen.matter.of_kind(kind))
    .filter_map(|fact| pen.best(pen.in_their_words(fact)))
    .take(4)
    .map(|sentence| vec![sentence])
    .collect()
}

/// What happened, in one sentence: who is said to have done what, how much of it, when. Only what one origin says. Its words carry
/// footnotes where `with_notes` says so.
pub(super) fn in_one_sentence(pen: &Pen<'_>, with_notes: bool) -> Option<Sentence> {
    let counts = pen.matter.counts(2);
    let attribution = pen.matter.attribution();
    let window = pen.matter.window();
    let lead = counts.first().copied().or(attribution).or(window)?;
    let voice = |fact: &Fact| pen.matter.origin(fact).map(|origin| origin.id);
    let same = |fact: &&Fact| voice(fact) == voice(lead);
    let counts: Vec<&Fact> = counts.into_iter().filter(same).collect();
    let (attribution, window) = (attribution.filter(same), window.filter(same));
    let figures: Vec<Vec<Inline>> = counts
        .iter()
        .filter_map(|fact| pen.figure(fact).map(|figure| vec![Inline { note: with_notes, ..noted(figure, fact) }]))
        .collect();
    let build = |who: Option<&Fact>, when: Option<&Fact>| {
        let actors = who.and_then(|fact| pen.actors(fact).map(|actors| (fact, actors)));
        let mut sentence = pen.according(lead);
        match &actors {
            Some((fact, (tie, party))) => {
                sentence = sentence.then(tie.as_str());
                sentence.parts.push(Inline { note: with_notes, ..noted(party.clone(), fact) });
                sentence = sentence.then(if tie.is_empty() { " was behind a campaign" } else { " were behind a campaign" });
            }
            None => sentence = sentence.then("there was a campaign"),
        }
        if !figures.is_empty() {
            sentence = pen.join(sentence.then(" that involved "), figures.clone());
        }
        if let (Some(fact), Some(period)) = (when, when.and_then(|fact| fact.period)) {
            let (preposition, dates) = words::when(&period);
            let dates = format!("{dates}{}", words::open_year(&period));
            sentence = sentence.then(format!(" {preposition}"));
            sentence.parts.push(Inline { note: with_notes, ..noted(dates, fact) });
        }
        sentence.then(".")
    };
    pen.best([build(attribution, window), build(attribution, None), build(None, window), build(None, None)])
}
