//! The briefing: one page for an executive, the bottom line first.

use super::pen::Pen;
use super::{finding, limit, request, words};
use crate::{Binding, Block, Sentence};
use dossier_measures::Recipient;

/// How many words the page holds beside its head, a footnote counting as [`WORDS_OF_A_NOTE`].
const MOST_WORDS: usize = 350;
const WORDS_OF_A_NOTE: usize = 9;

/// The blocks of a briefing. Where they are too long for a page, findings at the end go first; what weakens the rest never does.
pub(super) fn blocks(pen: &Pen<'_>, recipient: &Recipient) -> Vec<Block> {
    let mut findings = beside(pen, &bottom_line(pen, recipient));
    for differences in [2, 1, 0] {
        let blocks = page(pen, recipient, &findings, differences);
        if length(&blocks) <= MOST_WORDS {
            return blocks;
        }
    }
    loop {
        let blocks = page(pen, recipient, &findings, 0);
        if length(&blocks) <= MOST_WORDS || findings.len() <= 1 {
            return blocks;
        }
        findings.pop();
    }
}

/// The findings that the bottom line does not tell, a second voice first.
fn beside(pen: &Pen<'_>, bottom_line: &[Sentence]) -> Vec<Vec<Sentence>> {
    let block = |sentences: &[Sentence]| vec![Block::Paragraph { sentences: sentences.to_vec() }];
    let told = limit::bound(pen, &block(bottom_line));
    let is_new = |item: &Vec<Sentence>| !limit::bound(pen, &block(item)).is_subset(&told);
    let mut findings: Vec<Vec<Sentence>> = finding::in_figures(pen).into_iter().filter(is_new).collect();
    findings.extend(finding::second_voices(pen));
    findings.extend(finding::in_kind(pen));
    if findings.is_empty() { finding::findings(pen) } else { findings }
}

fn page(pen: &Pen<'_>, recipient: &Recipient, findings: &[Vec<Sentence>], differences: usize) -> Vec<Block> {
    let mut blocks = vec![Block::BottomLine { sentences: bottom_line(pen, recipient) }];
    blocks.push(Block::Heading { text: Sentence::plain("What else is alleged") });
    blocks.push(Block::List { numbered: false, items: findings.to_vec() });
    let limits = limit::limits(pen, &blocks, differences);
    let origins = limit::origins(pen, &blocks);
    if !limits.is_empty() || origins.is_some() {
        blocks.push(Block::Heading { text: Sentence::plain("What is not established") });
        let items = limits.into_iter().chain(origins).collect();
        blocks.push(Block::List { numbered: false, items });
    }
    let lines = request::lines(pen);
    if !lines.is_empty() {
        blocks.push(Block::Heading { text: Sentence::plain("What to ask for") });
        blocks.push(Block::List { numbered: true, items: lines });
    }
    blocks
}

/// What to do and why, in two sentences.
fn bottom_line(pen: &Pen<'_>, recipient: &Recipient) -> Vec<Sentence> {
    let asks: Vec<_> = request::measures(pen)
        .into_iter()
        .map(|measure| {
            let binding = Binding::Law { measure: measure.id.clone(), element: None };
            Sentence::default().bound(measure.short_name.clone(), binding).parts
        })
        .collect();
    // The name without what stands in brackets after it.
    let name = recipient.name.split(" (").next().unwrap_or(&recipient.name);
    let mut sentences = Vec::new();
    if asks.is_empty() {
        let start = Sentence::plain("Inform the ").bound(name, Binding::Recipient);
        sentences.push(start.then("; the record asks for nothing that it can do."));
    } else {
        let start = Sentence::plain("Ask the ").bound(name, Binding::Recipient).then(" to act on ");
        sentences.push(pen.join(start, asks).then("."));
    }
    sentences.extend(finding::in_one_sentence(pen, true));
    sentences
}

/// How many words a reader sees, notes included by what they usually take.
fn length(blocks: &[Block]) -> usize {
    let mut total = 0;
    let mut add = |sentence: &Sentence| {
        let notes = sentence.parts.iter().filter(|part| part.note).count();
        total += words::count(&sentence.text()) + notes * WORDS_OF_A_NOTE;
    };
    for block in blocks {
        match block {
            Block::Heading { text } => add(text),
            Block::Paragraph { sentences } | Block::BottomLine { sentences } => sentences.iter().for_each(&mut add),
            Block::List { items, .. } => items.iter().flatten().for_each(&mut add),
            Block::Table { caption, head, rows } => {
                add(caption);
                head.iter().chain(rows.iter().flatten()).for_each(&mut add);
            }
            Block::Figure { caption, .. } => add(caption),
        }
    }
    total
}
