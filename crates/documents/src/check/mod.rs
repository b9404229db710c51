//! The checker: reads a draft as a compiler reads a program. Each rule is one file; each sentence is read by the grammar once.
//!
//! The rules know the draft, the facts it is bound to and the words behind them. They judge form (does the sentence say more than
//! its evidence?), never whether the evidence is true.

mod adverse;
mod attribution;
mod bulk;
mod code;
mod computed;
mod document;
mod element;
mod evidence;
mod known;
mod legal;
mod mend;
mod outdated;
pub(crate) mod party;
pub(crate) mod precision;
mod quote;
mod reading;
mod scope;
pub(crate) mod single_origin;
mod stale;
mod stronger;
mod unbound;
mod unverified;
mod venue;
pub(crate) mod verbatim;
mod wording;
mod year;

pub(crate) use known::Known;

pub use code::{Finding, FindingCode, Severity};

use crate::{Block, Context, Draft, Order, Sentence};
use document::Document;
use dossier_measures::Measure;
use reading::Reading;

/// Findings so far.
type Found = Vec<Finding>;

/// What is wrong with `draft`, in the order of its sentences; then what is wrong with it as a whole.
pub fn check(draft: &Draft, context: &Context<'_>) -> Vec<Finding> {
    let known = Known::of(context);
    let document = Document::read(draft, &known);
    let mut found = Found::new();
    sentences(&document, &mut found);
    adverse::check(&document, &mut found);
    venue::check(&document, &mut found);
    element::check(&document, &mut found);
    unverified::check(&document, &mut found);
    outdated::check(&document, &mut found);
    bulk::check(&document, &mut found);
    mend::tried(&document, &mut found);
    let mut seen = std::collections::BTreeSet::new();
    found.retain(|finding| seen.insert((finding.code, finding.place.clone(), finding.text.clone(), finding.why.clone())));
    found
}

/// What is wrong with single sentences.
fn sentences(document: &Document<'_>, found: &mut Found) {
    document.readings.iter().for_each(|reading| sentence(reading, document, found));
}

fn sentence(reading: &Reading<'_>, document: &Document<'_>, found: &mut Found) {
    unbound::check(reading, document, found);
    quote::check(reading, document, found);
    precision::check(reading, document, found);
    stronger::check(reading, document, found);
    attribution::check(reading, document, found);
    legal::check(reading, document, found);
    scope::check(reading, document, found);
    single_origin::check(reading, document, found);
    computed::check(reading, document, found);
    stale::check(reading, document, found);
}

/// Whether `sentence`, standing alone in a document made to `order`, has no error. What a document lacks as a whole is not asked.
pub(crate) fn sentence_stands(sentence: &Sentence, order: &Order, known: &Known<'_>) -> bool {
    stands(vec![Block::Paragraph { sentences: vec![sentence.clone()] }], order, known)
}

/// The same for a cell that stands under a caption and the head of its column.
pub(crate) fn cell_stands(cell: &Sentence, caption: &Sentence, head: &Sentence, order: &Order, known: &Known<'_>) -> bool {
    stands(
        vec![Block::Table { caption: caption.clone(), head: vec![head.clone()], rows: vec![vec![cell.clone()]] }],
        order,
        known,
    )
}

fn stands(blocks: Vec<Block>, order: &Order, known: &Known<'_>) -> bool {
    let draft = Draft {
        name: order.name.clone(),
        kind: order.kind,
        to: order.to.clone(),
        date: order.date,
        subject: Sentence::default(),
        measures: order.measures.clone(),
        blocks,
        annex: Vec::new(),
    };
    let document = Document::read(&draft, known);
    let mut found = Found::new();
    sentences(&document, &mut found);
    found.iter().all(|finding| finding.severity != Severity::Error)
}

fn finding(code: FindingCode, reading: &Reading<'_>, text: &str, why: &str, fix: Option<&str>) -> Finding {
    Finding {
        code,
        severity: code.severity(),
        place: reading.place.clone(),
        text: text.to_owned(),
        why: why.to_owned(),
        fix: fix.map(str::to_owned),
        replacement: None,
        fact: None,
    }
}

fn of_measure(code: FindingCode, measure: &Measure, why: &str, fix: Option<String>) -> Finding {
    Finding {
        code,
        severity: code.severity(),
        place: format!("measure {}", measure.id),
        text: measure.name.clone(),
        why: why.to_owned(),
        fix,
        replacement: None,
        fact: None,
    }
}
