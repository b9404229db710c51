//! Letters and memoranda: opening, findings, what is not established, charts, significance, requests, offer to brief; in an annex
//! each element of what is asked for, beside its evidence.

use super::matter::bind;
use super::pen::Pen;
use super::{finding, limit, request};
use crate::compose::{CONTACT, NAME};
use crate::{Binding, Block, DraftKind, Sentence};
use dossier_measures::Recipient;
use dossier_model::{ClaimKind, Fact, SourceId};
use std::collections::BTreeSet;

/// The "Re:" line: what it is about, without saying who did it.
pub(super) fn subject(pen: &Pen<'_>) -> Sentence {
    let about = pen.matter.campaign_fact().zip(pen.matter.target());
    let ways = [
        about.map(|(fact, target)| Sentence::plain("Alleged campaign against ").bound(target, bind(fact))),
        Some(Sentence::plain("Reports enclosed, and what they support")),
    ];
    pen.best(ways.into_iter().flatten()).unwrap_or_else(|| Sentence::plain("Reports enclosed"))
}

/// The blocks of a letter or memorandum, and those of its annex.
pub(super) fn blocks(pen: &Pen<'_>, recipient: &Recipient) -> (Vec<Block>, Vec<Block>) {
    let mut blocks = vec![Block::Paragraph { sentences: opening(pen, recipient) }];
    heading(&mut blocks, "What the record alleges");
    list(&mut blocks, true, finding::findings(pen));
    blocks.extend(figures(pen));
    significance(pen, &mut blocks);
    market(pen, &mut blocks);
    // The tables show facts too, so what weakens those has to be known before the limits are written.
    let mut annex = request::annex(pen);
    let mut shown = blocks.clone();
    shown.extend(annex.iter().cloned());
    let limits = limit::limits(pen, &shown, 5);
    let at = blocks
        .iter()
        .position(|block| matches!(block, Block::Figure { .. }))
        .or_else(|| blocks.iter().skip(3).position(|block| matches!(block, Block::Heading { .. })).map(|at| at + 3))
        .unwrap_or(blocks.len());
    let mut not_established = Vec::new();
    if !limits.is_empty() {
        heading(&mut not_established, "What is not established");
        list(&mut not_established, false, limits);
    }
    if let Some(origins) = limit::origins(pen, &shown) {
        not_established.push(Block::Paragraph { sentences: origins });
    }
    blocks.splice(at..at, not_established);
    let requests = request::requests(pen, recipient);
    if !requests.is_empty() {
        heading(&mut blocks, "Requested actions");
        list(&mut blocks, true, requests);
    } else {
        annex.clear();
    }
    if pen.order.kind == DraftKind::Letter {
        blocks.push(Block::Paragraph { sentences: closing() });
    }
    (blocks, annex)
}

fn opening(pen: &Pen<'_>, recipient: &Recipient) -> Vec<Sentence> {
    let about = pen.matter.campaign_fact().zip(pen.matter.target()).map(|(fact, target)| {
        ours()
            .then("about an alleged campaign against ")
            .bound(target, bind(fact))
            .then(", as reported in the publications enclosed.")
    });
    let plain = ours().then("about events that are reported in the publications enclosed.");
    let mut sentences: Vec<Sentence> = pen.best(about.into_iter().chain([plain])).into_iter().collect();
    sentences.extend(finding::in_one_sentence(pen, false));
    sentences.push(request::in_short(pen, recipient));
    sentences.push(Sentence::plain(
        "What follows reports what others allege, names who says so, and sets what is not established beside it.",
    ));
    sentences
}

/// `On behalf of OFFICE, we write `.
fn ours() -> Sentence {
    Sentence::plain("On behalf of ").bound(NAME, Binding::Office).then(", we write ")
}

/// Both charts, where the case has what they show.
fn figures(pen: &Pen<'_>) -> Vec<Block> {
    let mut figures = Vec::new();
    let dated = |fact: &Fact| fact.period.is_some();
    if pen.matter.case.facts.iter().any(dated) {
        let caption = "Timeline of what is reported. Where no source gives a year, the dates stand without one.";
        figures.push(Block::Figure { chart: "timeline".to_owned(), caption: Sentence::plain(caption) });
    }
    if !pen.matter.of_kind(ClaimKind::Capability).is_empty() {
        let caption = "Capabilities that are alleged to have been targeted, by the reports that name them.";
        figures.push(Block::Figure { chart: "targeting".to_owned(), caption: Sentence::plain(caption) });
    }
    figures
}

fn significance(pen: &Pen<'_>, blocks: &mut Vec<Block>) {
    let mut items = Vec::new();
    let mut quoted = BTreeSet::new();
    for (kind, lead, most) in [
        (ClaimKind::Safety, "On safety", 1),
        (ClaimKind::Effect, "On effects", 1),
        (ClaimKind::Terms, "On terms of use", 1),
        (ClaimKind::Sharing, "On sharing of information", 1),
    ] {
        let fresh = |fact: &&Fact| quoted.insert(place_of_quote(pen, fact));
        for fact in pen.matter.distinct(kind).into_iter().filter(fresh).take(most) {
            items.extend(pen.on(lead, fact).map(|sentence| vec![sentence]));
        }
    }
    if !items.is_empty() {
        heading(blocks, "Why it matters, in the words of the reports");
        list(blocks, false, items);
    }
}

fn market(pen: &Pen<'_>, blocks: &mut Vec<Block>) {
    let mut quoted = BTreeSet::new();
    let items: Vec<Vec<Sentence>> = pen
        .matter
        .distinct(ClaimKind::Market)
        .into_iter()
        .filter(|fact| quoted.insert(place_of_quote(pen, fact)))
        .take(2)
        .filter_map(|fact| pen.of(fact))
        .map(|sentence| vec![sentence])
        .collect();
    if !items.is_empty() {
        heading(blocks, "Market effects, kept apart from the findings");
        list(blocks, false, items);
    }
}

/// Where the words of a fact stand: one clause can carry several facts.
fn place_of_quote(pen: &Pen<'_>, fact: &Fact) -> Option<(SourceId, u32)> {
    pen.matter.leading(fact).map(|claim| (claim.source, claim.content.quotes.first().start))
}

fn closing() -> Vec<Sentence> {
    vec![
        Sentence::plain(
            "We would welcome an opportunity to brief you or your staff, and can provide the enclosed evidence in a form that can be checked without us.",
        ),
        Sentence::plain("Please direct questions to ").bound(CONTACT, Binding::Office).then("."),
    ]
}

fn heading(blocks: &mut Vec<Block>, text: &str) {
    blocks.push(Block::Heading { text: Sentence::plain(text) });
}

/// A list, or a paragraph where there is one item only.
fn list(blocks: &mut Vec<Block>, numbered: bool, mut items: Vec<Vec<Sentence>>) {
    match items.len() {
        0 => {}
        1 => blocks.push(Block::Paragraph { sentences: items.remove(0) }),
        _ => blocks.push(Block::List { numbered, items }),
    }
}
