//! One fact told in one sentence, for somebody who puts it into a draft: bound, noted, and such that it stands alone.

use super::matter::{Matter, bind};
use super::pen::{LONGEST_VALUE, Pen, stands};
use super::{LONG_QUOTE, quote, words};
use crate::check::Known;
use crate::{Context, DocumentsError, DraftKind, Order, Sentence};
use dossier_model::{ClaimKind, Fact, FactId};

/// How a letter says what `fact` holds. Where one is found that says no more than its evidence, it is that; else the source's own words.
pub fn tell(fact: FactId, context: &Context<'_>) -> Result<Sentence, DocumentsError> {
    let missing = || DocumentsError::NoFact { place: "the sentence".to_owned(), fact };
    let held = context.case.fact(fact).ok_or_else(missing)?;
    // Sentences are tried in a letter to somebody; this one speaks of no recipient and no date of its own.
    let to = context.directory.recipients().first().map(|recipient| recipient.id.clone());
    let to = to.ok_or_else(|| DocumentsError::NotThere { place: "the sentence".to_owned(), what: "a recipient".to_owned() })?;
    let date = jiff::civil::Date::MIN;
    let order = Order { name: String::new(), kind: DraftKind::Letter, to, date, measures: Vec::new() };
    let pen = Pen { context, known: Known::of(context), matter: Matter::of(context), order: &order, longest_quote: LONG_QUOTE };
    let told = pen.best(ours(&pen, held).into_iter().chain(theirs(&pen, held)));
    told.or_else(|| pen.in_their_words(held)).ok_or_else(missing)
}

/// `On Halden, Ledger Wire writes: “...”`: the source's words, with what they are about before them where they do not say it.
fn theirs(pen: &Pen<'_>, fact: &Fact) -> Option<Sentence> {
    let claim = pen.matter.leading(fact)?;
    let source = pen.context.case.source(claim.source)?;
    let quote = claim.content.quotes.first().text.to_lowercase();
    let is_named = fact.subject.starts_with(char::is_uppercase) && !quote.contains(&fact.subject.to_lowercase());
    let start = match (is_campaign(fact), is_named) {
        (true, _) => campaign(pen, Sentence::plain("On "), fact).then(", "),
        (false, true) => Sentence::plain("On ").bound(fact.subject.clone(), bind(fact)).then(", "),
        (false, false) if source.publisher.is_some() => Sentence::default(),
        (false, false) => return None,
    };
    Some(pen.quoted(pen.named(start, source).then(pen.verb(claim)), claim, bind(fact)))
}

fn is_campaign(fact: &Fact) -> bool {
    fact.subject.contains("campaign")
}

/// `sentence` with the campaign after it: "the campaign" is the one that most facts are about, any other is named.
fn campaign(pen: &Pen<'_>, sentence: Sentence, fact: &Fact) -> Sentence {
    if pen.matter.is_main(fact) {
        sentence.then("the campaign")
    } else {
        sentence.then("the ").bound(fact.subject.clone(), bind(fact))
    }
}

/// `fact` in our words: who somebody is, and what is said of a campaign where we have words for its kind.
fn ours(pen: &Pen<'_>, fact: &Fact) -> Option<Sentence> {
    if fact.kind == ClaimKind::Party {
        let source = pen.context.case.source(pen.matter.leading(fact)?.source).filter(|source| source.publisher.is_some())?;
        let role = fact.value.as_ref().map(|role| format!(" ({role})")).unwrap_or_default();
        let names = pen.named(Sentence::default(), source).then(" names ");
        return Some(names.noted(fact.subject.clone(), bind(fact)).then(format!("{role}.")));
    }
    if !is_campaign(fact) {
        return None;
    }
    let told = |verb: &str, words: String| campaign(pen, pen.according(fact), fact).then(verb).noted(words, bind(fact)).then(".");
    match fact.kind {
        ClaimKind::Count if pen.matter.is_extent(fact) => pen.figure(fact).map(|figure| told(" involved ", figure)),
        ClaimKind::Period => fact.period.map(|period| {
            let (preposition, dates) = words::when(&period);
            told(&format!(" took place {preposition}"), format!("{dates}{}", words::open_year(&period)))
        }),
        ClaimKind::Attribution => pen.actors(fact).map(|(tie, party)| {
            let were = if tie.is_empty() { " was behind " } else { " were behind " };
            campaign(pen, pen.according(fact).then(tie).noted(party, bind(fact)).then(were), fact).then(".")
        }),
        ClaimKind::Capability => short(pen, fact).map(|value| told(" targeted ", value)),
        ClaimKind::Method => {
            let means = |value| pen.according(fact).then("the means included ").noted(format!("“{value}”"), bind(fact)).then(".");
            short(pen, fact).map(means)
        }
        ClaimKind::Count
        | ClaimKind::Amount
        | ClaimKind::Rate
        | ClaimKind::Date
        | ClaimKind::Party
        | ClaimKind::Act
        | ClaimKind::Technique
        | ClaimKind::Measure
        | ClaimKind::Response
        | ClaimKind::Verification
        | ClaimKind::Superlative
        | ClaimKind::LegalWord
        | ClaimKind::Disclosure
        | ClaimKind::Recipient
        | ClaimKind::Statement
        | ClaimKind::Quotation
        | ClaimKind::Sharing
        | ClaimKind::Safety
        | ClaimKind::Terms
        | ClaimKind::Definition
        | ClaimKind::Effect
        | ClaimKind::Market
        | ClaimKind::Opinion
        | ClaimKind::Forecast
        | ClaimKind::Provenance => None,
    }
}

/// The value of `fact` where it is a short phrase that stands in its quote.
fn short(pen: &Pen<'_>, fact: &Fact) -> Option<String> {
    let quote = &pen.matter.leading(fact)?.content.quotes.first().text;
    let value = fact.value.as_deref().filter(|value| words::count(value) <= LONGEST_VALUE && stands(value, quote))?;
    Some(quote::in_marks(value))
}
