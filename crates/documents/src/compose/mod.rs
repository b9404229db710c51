//! Composing: a draft with everything resolved. Footnotes come from bindings, addresses from the directory, letterhead and
//! signature from the office; what is missing becomes a marked blank.
//!
//! The same draft, case, directory, office and release give the same manuscript. Nothing here judges the draft: that is `check`.

mod blank;
mod citation;
mod note;
mod reminder;

pub(crate) use blank::{CONTACT, NAME, blanks};
pub use citation::described;
pub use reminder::reminders;

use crate::write::words;
use crate::{
    Binding, Block, Closing, Context, DocumentsError, Draft, DraftKind, Figure, Manuscript, Release, Run, SetBlock, Style,
};
use citation::Citing;
use dossier_measures::Recipient;
use dossier_model::{Case, Fact, SourceId};
use note::Notes;
use std::collections::BTreeMap;

/// What is printed at the top of each page of a fictional case.
const SPECIMEN: &str = "Specimen: fictional case";

/// Resolves `draft` into a manuscript.
pub fn compose(draft: &Draft, context: &Context<'_>, release: &Release<'_>) -> Result<Manuscript, DocumentsError> {
    let recipient = context.recipient(&draft.to)?;
    let compact = draft.kind == DraftKind::Briefing;
    let citing = Citing::new(context, release.exhibits, compact);
    let mut notes = Notes::new(citing);
    let subject = notes.runs(std::slice::from_ref(&draft.subject), "subject")?;
    let text = blocks(&draft.blocks, "block", &mut notes, release)?;
    let annex = blocks(&draft.annex, "annex, block", &mut notes, release)?;
    let is_letter = draft.kind == DraftKind::Letter;
    Ok(Manuscript {
        title: draft.subject.text(),
        author: context.office.name.clone().unwrap_or_else(|| blank::NAME.to_owned()),
        kind: draft.kind,
        date: draft.date,
        letterhead: blank::letterhead(context.office),
        delivery: is_letter.then(|| recipient.delivery.clone()),
        addresses: if is_letter { recipient.address_blocks() } else { Vec::new() },
        head: head(draft, recipient, context, &subject),
        subject,
        salutation: is_letter.then(|| recipient.salutation()),
        blocks: text,
        annex,
        closing: is_letter.then(|| Closing { words: "Sincerely,".to_owned(), lines: blank::signature(context.office) }),
        enclosures: if compact { Vec::new() } else { enclosures(draft, context, release) },
        copies: if is_letter { recipient.cc.clone() } else { Vec::new() },
        running_head: format!("{}, {}", addressed(recipient), words::day(draft.date)),
        watermark: (!release.is_final).then(|| "DRAFT".to_owned()),
        banner: release.specimen.then(|| SPECIMEN.to_owned()),
        foot: release.evidence_root.map(|root| format!("Evidence root: {root}")),
    })
}

/// The addressees as a running head names them: "Chairman Scott and Ranking Member Warren".
fn addressed(recipient: &Recipient) -> String {
    let names: Vec<String> = recipient.addressees.iter().map(|addressee| addressee.salutation.clone()).collect();
    if names.is_empty() { recipient.name.clone() } else { words::list(&names) }
}

fn head(draft: &Draft, recipient: &Recipient, context: &Context<'_>, subject: &[Run]) -> Vec<(String, Vec<Run>)> {
    let date = vec![Run::plain(words::day(draft.date))];
    match draft.kind {
        DraftKind::Letter => Vec::new(),
        DraftKind::Briefing => vec![
            ("DATE".to_owned(), date),
            ("FROM".to_owned(), blank::sender(context.office)),
            ("FOR USE WITH".to_owned(), vec![Run::plain(recipient.name.clone())]),
        ],
        DraftKind::Memo => vec![
            ("TO".to_owned(), vec![Run::plain(format!("{} ({})", recipient.name, addressed(recipient)))]),
            ("FROM".to_owned(), blank::sender(context.office)),
            ("DATE".to_owned(), date),
            ("RE".to_owned(), subject.iter().filter(|run| matches!(run, Run::Text { .. })).cloned().collect()),
        ],
    }
}

fn blocks(blocks: &[Block], part: &str, notes: &mut Notes<'_>, release: &Release<'_>) -> Result<Vec<SetBlock>, DocumentsError> {
    let mut set = Vec::with_capacity(blocks.len());
    for (at, block) in (1..).zip(blocks) {
        let place = format!("{part} {at}");
        let mut one = |sentence: &crate::Sentence| notes.runs(std::slice::from_ref(sentence), &place);
        set.push(match block {
            Block::Heading { text } => SetBlock::Heading(one(text)?),
            Block::Paragraph { sentences } => SetBlock::Paragraph(notes.runs(sentences, &place)?),
            Block::BottomLine { sentences } => SetBlock::BottomLine(notes.runs(sentences, &place)?),
            Block::List { numbered, items } => {
                let items = items.iter().map(|item| notes.runs(item, &place)).collect::<Result<_, _>>()?;
                SetBlock::List { numbered: *numbered, items }
            }
            Block::Table { caption, head, rows } => SetBlock::Table {
                caption: one(caption)?,
                head: head.iter().map(&mut one).collect::<Result<_, _>>()?,
                rows: rows
                    .iter()
                    .map(|cells| cells.iter().map(&mut one).collect::<Result<_, _>>())
                    .collect::<Result<_, DocumentsError>>()?,
            },
            Block::Figure { chart, caption } => {
                let (svg, alt) = release.figures.get(chart).ok_or_else(|| DocumentsError::NoFigure(chart.clone()))?;
                SetBlock::Figure(Figure { svg: svg.clone(), alt: alt.clone(), caption: one(caption)? })
            }
        });
    }
    Ok(set)
}

/// The exhibits that go with the document, a line each, in the order of their numbers.
fn enclosures(draft: &Draft, context: &Context<'_>, release: &Release<'_>) -> Vec<Vec<Run>> {
    let mut exhibits: Vec<(u32, SourceId)> = cited_sources(draft, context.case)
        .into_iter()
        .filter_map(|source| release.exhibits.get(&source).map(|number| (*number, source)))
        .collect();
    exhibits.sort_unstable();
    exhibits
        .into_iter()
        .filter_map(|(number, id)| {
            let source = context.case.source(id)?;
            let mut line = vec![Run::Text { text: format!("Exhibit {number}: "), style: Style::Strong }];
            line.extend(citation::full(source));
            line.extend(source.url.iter().map(|url| Run::plain(format!(", {url}"))));
            Some(line)
        })
        .collect()
}

/// The sources that `draft` cites, each once, in the order in which they are first cited.
pub fn cited_sources(draft: &Draft, case: &Case) -> Vec<SourceId> {
    citations(draft, case).into_iter().map(|(source, _)| source).collect()
}

/// The same, each with the places that cite it, as [`Draft::sentences`] names them.
pub fn citations(draft: &Draft, case: &Case) -> Vec<(SourceId, Vec<String>)> {
    let mut at: BTreeMap<SourceId, usize> = BTreeMap::new();
    let mut cited: Vec<(SourceId, Vec<String>)> = Vec::new();
    let mut cite = |source: SourceId, place: &str| {
        if case.source(source).is_none() {
            return;
        }
        let at = *at.entry(source).or_insert_with(|| {
            cited.push((source, Vec::new()));
            cited.len() - 1
        });
        if let Some((_, places)) = cited.get_mut(at)
            && places.last().is_none_or(|last| last != place)
        {
            places.push(place.to_owned());
        }
    };
    let of_fact = |fact: &Fact| -> Vec<SourceId> {
        let lead = case.leading_claim(fact).map(|claim| claim.source);
        lead.into_iter().chain(case.claims_of(fact).map(|claim| claim.source)).collect()
    };
    for (place, sentence) in draft.sentences() {
        let mut cite = |source: SourceId| cite(source, &place);
        for part in &sentence.parts {
            match &part.binding {
                Some(Binding::Fact { fact, .. }) => case.fact(*fact).into_iter().flat_map(of_fact).for_each(&mut cite),
                Some(Binding::Quote { claim }) => case.claim(*claim).map(|claim| claim.source).into_iter().for_each(&mut cite),
                Some(Binding::Computation { computation }) => {
                    computation.facts().into_iter().filter_map(|id| case.fact(id)).flat_map(of_fact).for_each(&mut cite);
                }
                Some(Binding::Source { source }) => cite(*source),
                Some(Binding::Origin { origin }) => case
                    .origin(*origin)
                    .into_iter()
                    .flat_map(|origin| crate::check::single_origin::publications(origin, case))
                    .for_each(&mut cite),
                Some(Binding::Law { .. } | Binding::Recipient | Binding::Office | Binding::Waiver { .. }) | None => {}
            }
        }
    }
    cited
}
