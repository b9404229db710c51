//! Writing: a draft from a case, such as its recipient would respect. Findings with who says so, what is not established beside
//! them, requests that fit the recipient's powers, each element beside its evidence.
//!
//! What is written has no error of the checker's: each sentence is tried against it, and where our wording says too much the
//! source's own words stand instead. A sentence that cannot stand is left out; an adverse fact never is.

mod binder;
mod briefing;
mod finding;
mod letter;
mod limit;
mod matter;
mod pen;
pub(crate) mod quote;
mod read;
mod request;
mod tell;
pub(crate) mod words;

pub use read::read_draft;
pub use tell::tell;

use crate::check::Known;
use crate::{Context, DocumentsError, Draft, DraftKind, Order};
use matter::Matter;
use pen::Pen;

/// How many words of a quote a briefing shows.
const SHORT_QUOTE: usize = 22;
const LONG_QUOTE: usize = 60;

/// Writes the document that `order` asks for. Without measures in the order, it asks for those that accepted claims ask for and
/// that the recipient can do something about.
pub fn write(order: &Order, context: &Context<'_>) -> Result<Draft, DocumentsError> {
    let recipient = context.recipient(&order.to)?;
    for measure in &order.measures {
        context.measure(measure)?;
    }
    if context.case.facts.is_empty() {
        return Err(DocumentsError::NoFacts);
    }
    let mut order = order.clone();
    if order.measures.is_empty() {
        order.measures = request::chosen(context, recipient);
    }
    let longest_quote = if order.kind == DraftKind::Briefing { SHORT_QUOTE } else { LONG_QUOTE };
    let pen = Pen { context, known: Known::of(context), matter: Matter::of(context), order: &order, longest_quote };
    let subject = letter::subject(&pen);
    let (blocks, annex) = match order.kind {
        DraftKind::Briefing => (briefing::blocks(&pen, recipient), Vec::new()),
        DraftKind::Letter | DraftKind::Memo => letter::blocks(&pen, recipient),
    };
    Ok(Draft {
        name: order.name.clone(),
        kind: order.kind,
        to: order.to.clone(),
        date: order.date,
        subject,
        measures: order.measures,
        blocks,
        annex,
    })
}
