//! Runs the rules over a text and hands back what they propose: sorted by place, without repetitions.

use crate::document::Cast;
use crate::page::{Page, Sentence};
use crate::voice::{self, Matter};
use crate::{
    background, capabilities, disclosures, figures, market, measures, methods, parties, provenance, quotations, responses, views,
    windows, words,
};
use dossier_model::{ClaimKind, Content, Edtf, Mark};
use std::collections::BTreeSet;
use std::ops::Range;

/// What is known of the document beside its text.
#[derive(Debug, Clone, Copy, Default)]
pub struct About<'a> {
    /// Its title.
    pub title: Option<&'a str>,
    /// Who published it: the outermost speaker of all it says.
    pub publisher: Option<&'a str>,
    /// When: relative dates count from it.
    pub published: Option<&'a Edtf>,
}

/// The claims that `text` makes, in the order of their quotes. `marks` say what is title, text and furniture; `about` is what the
/// source says of itself.
pub fn propose(text: &str, marks: &[Mark], about: &About<'_>) -> Vec<Content> {
    let mut page = Page::new(text, marks, about);
    let cast = Cast::of(&page);
    voice::attribute(&mut page, &cast, about);
    let reader = Reader { page: &page, cast: &cast };
    let mut found = Vec::new();
    let rules: [fn(&Reader<'_, '_>, &mut Vec<Content>); 14] = [
        figures::propose,
        windows::propose,
        parties::propose,
        capabilities::propose,
        methods::propose,
        measures::propose,
        disclosures::propose,
        background::propose,
        responses::propose,
        words::propose,
        market::propose,
        provenance::propose,
        quotations::propose,
        views::propose,
    ];
    for rule in rules {
        rule(&reader, &mut found);
    }
    settled(found)
}

/// What a rule reads from.
pub(crate) struct Reader<'r, 't> {
    pub(crate) page: &'r Page<'t>,
    pub(crate) cast: &'r Cast,
}

impl Reader<'_, '_> {
    /// A claim of `kind` with the words at `range` of `sentence`, with the sentence's speakers and the hedge that `matter` asks for.
    /// Its subject is the campaign until a rule says otherwise.
    pub(crate) fn claim(&self, kind: ClaimKind, sentence: &Sentence, range: Range<usize>, matter: Matter) -> Option<Content> {
        let hedge = voice::hedge_at(sentence, &range, matter, self.cast);
        let content = self.page.content(kind, sentence.place(range))?;
        Some(Content {
            subject: self.cast.subject(sentence),
            hedge,
            speakers: sentence.chain.clone(),
            headline: sentence.headline,
            ..content
        })
    }
}

/// Sorted by place; of equal claims the first; of what a document says many times in the same words, the first in the headline and
/// the first in the text.
fn settled(mut found: Vec<Content>) -> Vec<Content> {
    found.sort_by(|a, b| {
        let place = |content: &Content| (content.quotes.first().start, content.quotes.first().end, content.kind);
        place(a).cmp(&place(b)).then_with(|| (&a.property, &a.value).cmp(&(&b.property, &b.value)))
    });
    let mut seen = BTreeSet::new();
    found.retain(|content| {
        let quote = content.quotes.first();
        let place = if repeats(content.kind) { None } else { Some((quote.start, quote.end)) };
        let rung = content.rung.as_ref().map(ToString::to_string);
        let said = content.value.as_deref().map(str::to_lowercase);
        let period = content.period.map(|period| period.to_string());
        let headline = content.headline && repeats(content.kind);
        seen.insert((place, content.kind, content.property.clone(), said, rung, period, headline, content.subject.clone()))
    });
    found
}

/// Kinds that a document repeats without saying more: one proposal for each value is enough.
fn repeats(kind: ClaimKind) -> bool {
    matches!(
        kind,
        ClaimKind::Party
            | ClaimKind::Attribution
            | ClaimKind::Method
            | ClaimKind::Technique
            | ClaimKind::LegalWord
            | ClaimKind::Recipient
            | ClaimKind::Capability
            | ClaimKind::Provenance
    )
}
