//! What no rule of form says and many examples show: which verb phrases tell a deed, a measure, a view, an effect, and how sure they are.
//!
//! A small transformer ([`Weights`]) reads a text in stretches of whole sentences (`tokens`), with what the rules found as signs on its words.
//! It marks runs of words for each kind of claim (`runs`), leaves out proposals of the rules that it doubts and says how sure the others are
//! (`weighed`), and adds claims where the rules have found none of their kind (`added`). Words, places, names and speakers are the text's own and
//! come from the rules' reading of the sentence: the network says that a claim stands there, never what it says. Figures, dates and quotations are the rules' alone.

mod added;
mod labels;
mod lessons;
mod network;
mod runs;
mod tokens;
mod weighed;

use crate::propose::Reader;
use dossier_model::Content;
use tokens::Seen;

pub use labels::{LABELS, SIGNS};
pub use lessons::{Answer, Lesson, Marked, lesson};
pub use network::Weights;
pub use tokens::Token;

/// Weighs what the rules have `found` and adds what the network finds beside it.
pub(crate) fn propose(reader: &Reader<'_, '_>, weights: &Weights, found: &mut Vec<Content>) {
    if !weights.can_read() {
        return;
    }
    let (sentences, tokens) = tokens::see(reader, found);
    for portion in network::portions(&tokens) {
        let seen = Seen { sentences: &sentences, tokens: &tokens[portion] };
        let Some(reading) = weights.read(seen.tokens) else { return };
        weighed::weigh(reader, weights, &seen, &reading, found);
        added::add(reader, weights, &seen, &reading, found);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{About, with_weights};
    use dossier_model::{ClaimKind, Hedge};

    const TEXT: &str = "Halden has accused Vale Group of copying its model Corvid. The group's engineers hoodwinked Halden's clerks and siphoned its answers into their own machine.";

    fn acts(weights: &Weights) -> Vec<(String, Hedge)> {
        let found = with_weights(TEXT, &[], &About::default(), weights);
        let acts = found.into_iter().filter(|one| one.kind == ClaimKind::Act);
        acts.map(|one| (one.quotes.first().text.clone(), one.hedge)).collect()
    }

    #[test]
    fn what_examples_teach_is_proposed_where_the_rules_are_silent() {
        let alleged = |words: &str| (words.to_owned(), Hedge::Alleged);
        let copying = alleged("copying its model Corvid");
        assert_eq!(acts(&Weights::default()), std::slice::from_ref(&copying));
        let others = [alleged("hoodwinked Halden's clerks"), alleged("siphoned its answers into their own machine")];
        assert_eq!(acts(Weights::shipped()), [[copying].as_slice(), &others].concat());
    }

    #[test]
    fn whose_name_it_is_does_not_matter() {
        let shape = |text: &str| {
            let found = with_weights(text, &[], &About::default(), Weights::shipped());
            found.into_iter().map(|one| (one.kind, one.hedge, one.speakers.len())).collect::<Vec<_>>()
        };
        let other = TEXT.replace("Halden", "Oster").replace("Vale Group", "Meridian Group").replace("Corvid", "Tessel");
        assert_eq!(shape(TEXT), shape(&other));
    }
}
