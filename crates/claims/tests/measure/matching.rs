//! Which proposal answers which annotation.

use super::agree;
use super::set::{Annotation, Report};
use dossier_model::{Content, Span};
use std::cmp::Reverse;

/// An annotation with the proposal that answers it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pair {
    pub(crate) annotation: usize,
    pub(crate) proposal: usize,
    /// Whether both have the same words.
    pub(crate) exact: bool,
}

/// Pairs of one kind whose words overlap (of kinds that are marked once: that are the same thing), each side taken once; pairs
/// that are the same thing go first, then those that share most of their words.
pub(crate) fn pairs(report: &Report) -> Vec<Pair> {
    let mut candidates = Vec::new();
    for (a, annotation) in report.annotations.iter().enumerate() {
        for (p, proposal) in report.proposals.iter().enumerate().filter(|(_, proposal)| proposal.kind == annotation.kind) {
            let span = proposal.quotes.first().span();
            let same = agree::identity(annotation, proposal);
            if annotation.span.overlaps(span) || (same && agree::is_marked_once(annotation.kind)) {
                candidates.push((Reverse((same, shared(annotation, proposal))), a, p, annotation.span == span));
            }
        }
    }
    candidates.sort();
    let (mut annotated, mut proposed) = (vec![false; report.annotations.len()], vec![false; report.proposals.len()]);
    let mut found = Vec::new();
    for (_, annotation, proposal, exact) in candidates {
        if !annotated[annotation] && !proposed[proposal] {
            (annotated[annotation], proposed[proposal]) = (true, true);
            found.push(Pair { annotation, proposal, exact });
        }
    }
    found
}

/// How much of both quotes is shared, in thousandths.
fn shared(annotation: &Annotation, proposal: &Content) -> u32 {
    let (a, b): (Span, Span) = (annotation.span, proposal.quotes.first().span());
    let both = a.end.min(b.end).saturating_sub(a.start.max(b.start));
    let either = a.end.max(b.end) - a.start.min(b.start);
    (both * 1000).checked_div(either).unwrap_or(0)
}
