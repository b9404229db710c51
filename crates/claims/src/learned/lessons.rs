//! What training reads: the words of a text with what the rules found there, and what a careful reader marked.

use super::labels;
use super::tokens::{Token, see, within};
use crate::language::other_language;
use crate::propose::{About, read_by_rules};
use dossier_model::{ClaimKind, Hedge, Mark, Rung, Span};
use std::ops::Range;

/// A text to learn from.
#[derive(Default)]
pub struct Lesson {
    /// Its words.
    pub tokens: Vec<Token>,
    /// What is to be found in them.
    pub answers: Vec<Answer>,
}

/// A claim that is to be found.
pub struct Answer {
    /// Its words.
    pub tokens: Range<usize>,
    /// The number of its label.
    pub label: usize,
    /// The number of its hedge.
    pub hedge: usize,
    /// The number of its sort, where its kind has sorts.
    pub sort: Option<usize>,
    /// The number of the hedge that the rules give to a claim of its label there.
    pub rules: Option<usize>,
}

/// A claim that a reader marked.
pub struct Marked<'m> {
    /// Its kind.
    pub kind: ClaimKind,
    /// The place of its quote.
    pub span: Span,
    /// Its quote.
    pub quote: &'m str,
    /// Whom it is about.
    pub subject: Option<&'m str>,
    /// Its value.
    pub value: Option<&'m str>,
    /// Its unit.
    pub unit: Option<&'m str>,
    /// Its rung.
    pub rung: Option<&'m Rung>,
    /// How sure it is.
    pub hedge: Hedge,
}

/// What `text` teaches; nothing where it is not English.
pub fn lesson(text: &str, marks: &[Mark], about: &About<'_>, marked: &[Marked<'_>]) -> Lesson {
    if other_language(text, marks).is_some() {
        return Lesson::default();
    }
    read_by_rules(text, marks, about, |reader, found| {
        let (_, tokens) = see(reader, found);
        let mut answers = Vec::new();
        for one in marked {
            let Some(label) = labels::label(one.kind, one.value) else { continue };
            // What readers mark once is so wherever the text says it again; of a party, its name.
            let again = match one.subject.filter(|subject| one.kind == ClaimKind::Party && one.quote.contains(subject)) {
                Some(name) => reader.page.places(name),
                None if once(one.kind) => reader.page.places(one.quote),
                None => Vec::new(),
            };
            let places = if again.is_empty() { vec![one.span] } else { again };
            for span in places {
                let tokens = within(&tokens, span);
                let of_rules = |content: &&dossier_model::Content| {
                    labels::label_of(content) == Some(label) && content.quotes.first().span().overlaps(span)
                };
                let rules = found.iter().find(of_rules).map(|content| labels::hedge(content.hedge));
                let sort = labels::sort(one.kind, one.value, one.unit, one.rung);
                if !tokens.is_empty() {
                    answers.push(Answer { tokens, label, hedge: labels::hedge(one.hedge), sort, rules });
                }
            }
        }
        Lesson { tokens, answers }
    })
}

/// Kinds that readers mark at one place, wherever else a text says them.
fn once(kind: ClaimKind) -> bool {
    matches!(
        kind,
        ClaimKind::Method
            | ClaimKind::Technique
            | ClaimKind::Capability
            | ClaimKind::LegalWord
            | ClaimKind::Disclosure
            | ClaimKind::Recipient
            | ClaimKind::Party
            | ClaimKind::Provenance
    )
}
