//! The values of a document of records, by their JSON pointers (RFC 6901).

use super::Prose;
use dossier_model::{ClaimKind, Content, Edtf, EdtfDate, Endpoint, Mark, MarkKind, Quote, Quotes, Span, TextIndex};
use std::collections::BTreeMap;

/// A value, or a record of values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place<'t> {
    /// Where it stands.
    pub(super) span: Span,
    /// Its words.
    pub(super) words: &'t str,
}

/// All places of a text, by pointer, each pointer's in the order of the text.
pub(super) struct Places<'t> {
    index: TextIndex<'t>,
    by_pointer: BTreeMap<&'t str, Vec<Place<'t>>>,
}

impl<'t> Places<'t> {
    /// The places that `marks` tell; `None` where they tell none.
    pub(super) fn of(text: &'t str, marks: &'t [Mark]) -> Option<Self> {
        let index = TextIndex::new(text);
        let mut by_pointer: BTreeMap<&str, Vec<Place<'_>>> = BTreeMap::new();
        for mark in marks.iter().filter(|mark| mark.kind == MarkKind::Pointer) {
            if let (Some(pointer), Ok(words)) = (mark.label.as_deref(), index.slice(mark.span)) {
                by_pointer.entry(pointer).or_default().push(Place { span: mark.span, words });
            }
        }
        (!by_pointer.is_empty()).then_some(Self { index, by_pointer })
    }

    /// All pointers with their places.
    pub(super) fn all(&self) -> impl Iterator<Item = (&'t str, &[Place<'t>])> {
        self.by_pointer.iter().map(|(pointer, places)| (*pointer, places.as_slice()))
    }

    /// The first place of `pointer`.
    pub(super) fn first(&self, pointer: &str) -> Option<Place<'t>> {
        self.by_pointer.get(pointer)?.first().copied()
    }

    /// The first places of the pointers that begin with `prefix`, with what follows it.
    pub(super) fn under<'s>(&'s self, prefix: &'s str) -> impl Iterator<Item = (&'t str, Place<'t>)> + 's {
        let from = self.by_pointer.range::<str, _>((std::ops::Bound::Included(prefix), std::ops::Bound::Unbounded));
        from.take_while(move |(pointer, _)| pointer.starts_with(prefix))
            .filter_map(move |(pointer, places)| Some((&pointer[prefix.len()..], *places.first()?)))
    }

    /// A claim of `kind` with `quotes`, the first of which carries its value. Its subject is the campaign until somebody says otherwise.
    pub(super) fn claim(&self, kind: ClaimKind, subject: &str, quotes: &[Span]) -> Option<Content> {
        let quotes: Vec<Quote> = quotes.iter().filter_map(|span| self.index.quote(*span).ok()).collect();
        Some(Content::new(kind, subject, Quotes::try_from(quotes).ok()?))
    }

    /// The blocks of `marks` that lie in `prose`, which is in order; a field that shares its block with a label is a block of its own.
    pub(super) fn blocks_of(&self, marks: &[Mark], prose: &[Prose]) -> Vec<Mark> {
        let is_block = |mark: &&Mark| !matches!(mark.kind, MarkKind::Page | MarkKind::Pointer);
        let mut blocks: Vec<&Mark> = marks.iter().filter(is_block).collect();
        blocks.sort_by_key(|mark| mark.span);
        let mut found = Vec::new();
        for field in prose {
            let from = blocks.partition_point(|block| block.span.start < field.span.start);
            let within = blocks[from..].iter().take_while(|block| block.span.end <= field.span.end);
            let before = found.len();
            found.extend(within.map(|block| (*block).clone()));
            if found.len() == before {
                let kind = if field.headline { MarkKind::Title } else { MarkKind::Paragraph };
                found.push(Mark { span: field.span, kind, label: None });
            }
        }
        found
    }
}

/// The day of a moment as JSON has it: `2026-04-22T08:00:00Z`, `2026-04-22`.
pub(super) fn day(words: &str) -> Option<EdtfDate> {
    let words = words.trim();
    let rest = words.get(10..)?;
    if !(rest.is_empty() || rest.starts_with(['T', 't', ' '])) {
        return None;
    }
    words.get(..10)?.parse().ok().filter(|date: &EdtfDate| date.day().is_some())
}

/// From the first day to the last, where either is given.
pub(super) fn window(first: Option<Place<'_>>, last: Option<Place<'_>>) -> Option<(Edtf, Vec<Span>)> {
    let of = |place: Option<Place<'_>>| place.and_then(|place| Some((day(place.words)?, place.span)));
    match (of(first), of(last)) {
        (Some((from, a)), Some((to, b))) if from == to => Some((Edtf::Date(from), vec![a, b])),
        (Some((from, a)), Some((to, b))) => Some((Edtf::interval(from, to)?, vec![a, b])),
        (Some((from, a)), None) => Some((Edtf::Interval(Endpoint::Date(from), Endpoint::Open), vec![a])),
        (None, Some((to, b))) => Some((Edtf::Interval(Endpoint::Open, Endpoint::Date(to)), vec![b])),
        (None, None) => None,
    }
}
