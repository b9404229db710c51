//! What training reads: the words of a text's sentences with their signs, and the labels that readers' claims give them.

use super::{signs, spans};
use crate::language::other_language;
use crate::propose::{About, read_by_rules};
use crfs::Attribute;
use dossier_model::{ClaimKind, Mark, Rung, Span};

/// A sentence: its words in order.
pub struct Lesson {
    /// Where each word stands in the text.
    pub words: Vec<Span>,
    /// What is seen of each.
    pub signs: Vec<Vec<Attribute>>,
}

/// A claim that a reader marked.
pub struct Marked<'m> {
    /// Its kind.
    pub kind: ClaimKind,
    /// The place of its quote.
    pub span: Span,
    /// Its value.
    pub value: Option<&'m str>,
    /// Its unit.
    pub unit: Option<&'m str>,
    /// Its rung.
    pub rung: Option<&'m Rung>,
}

/// The sentences of `text` that report something; none where it is not English.
pub fn lessons(text: &str, marks: &[Mark], about: &About<'_>) -> Vec<Lesson> {
    if other_language(text, marks).is_some() {
        return Vec::new();
    }
    read_by_rules(text, marks, about, |reader, found| {
        let lesson = |seen: signs::Seen<'_>| Lesson {
            words: seen.words.iter().map(|word| reader.page.span(seen.sentence.place(word.clone()))).collect(),
            signs: seen.signs,
        };
        signs::sentences(reader, found).into_iter().map(lesson).collect()
    })
}

impl Lesson {
    /// The label of each word: "B-" and "I-" with what a claim of its kind is told apart by where one is marked, "O" elsewhere.
    pub fn labels(&self, marked: &[Marked<'_>]) -> Vec<String> {
        let mut labels = vec![OUTSIDE.to_owned(); self.words.len()];
        for one in marked {
            let label = spans::label(one.kind, one.value, one.unit, one.rung).unwrap_or_else(|| "x".to_owned());
            let inside: Vec<usize> = (0..labels.len()).filter(|at| self.words[*at].overlaps(one.span)).collect();
            if inside.iter().all(|at| labels[*at] == OUTSIDE) {
                for (step, at) in inside.into_iter().enumerate() {
                    labels[at] = format!("{}-{label}", if step == 0 { "B" } else { "I" });
                }
            }
        }
        labels
    }
}

/// The label of a word in which nothing is marked.
pub const OUTSIDE: &str = "O";
