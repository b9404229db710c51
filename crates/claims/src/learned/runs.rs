//! Runs of words that the network marks for one kind of claim.

use super::network::Reading;
use super::tokens::Token;
use std::ops::Range;

/// Below this, a token is not of a claim.
const FAINT: f32 = 0.25;

/// Where a claim begins for sure, also next to another of its kind.
const BEGINS: f32 = 0.5;

/// So many faint tokens within a claim are still of it.
const GAP: usize = 2;

/// A run of tokens of one sentence.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Run {
    pub(super) tokens: Range<usize>,
    /// How likely its surest token is of such a claim.
    pub(super) likely: f32,
}

/// The runs for `label`, in order, whose surest token is likelier than `least`.
pub(super) fn runs(reading: &Reading, tokens: &[Token], label: usize, least: f32) -> Vec<Run> {
    joined(tokens, least, |at| (reading.on(at, label), reading.begins(at, label)))
}

/// The same, of any `marks`: how likely a token is of a claim, and how likely it begins there.
fn joined(tokens: &[Token], least: f32, marks: impl Fn(usize) -> (f32, f32)) -> Vec<Run> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if marks(at).0 <= FAINT {
            at += 1;
            continue;
        }
        let (mut start, mut last) = (at, at);
        at += 1;
        while at < tokens.len() && at - last <= GAP + 1 && tokens[at].sentence == tokens[start].sentence {
            let (on, begins) = marks(at);
            if begins > BEGINS && marks(at - 1).0 < on && !tokens[at].goes_on {
                break;
            }
            if on > FAINT {
                last = at;
            }
            at += 1;
        }
        // A word is taken whole.
        while start > 0 && tokens[start].goes_on {
            start -= 1;
        }
        while tokens.get(last + 1).is_some_and(|next| next.goes_on) {
            last += 1;
        }
        at = last + 1;
        let likely = (start..at).map(|at| marks(at).0).fold(0.0, f32::max);
        if likely > least {
            found.push(Run { tokens: start..at, likely });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use dossier_model::Span;

    #[test]
    fn a_run_ends_with_its_sentence_at_a_gap_and_where_another_begins_never_within_a_word() {
        let token = |inside: Option<u32>| {
            move |(at, sentence): (u32, usize)| {
                let range = at as usize..at as usize + 1;
                let goes_on = inside == Some(at);
                Token { id: 0, place: Span::new(at, at + 1), range, sentence, goes_on, signs: Vec::new() }
            }
        };
        let on = [0.9, 0.1, 0.6, 0.0, 0.0, 0.0, 0.3, 0.8, 0.9, 0.7];
        let begins = [0.9, 0.0, 0.0, 0.0, 0.0, 0.0, 0.2, 0.1, 0.9, 0.7];
        let found = |inside, least| -> Vec<Range<usize>> {
            let tokens: Vec<Token> = (0..).zip([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]).map(token(inside)).collect();
            joined(&tokens, least, |at| (on[at], begins[at])).into_iter().map(|run| run.tokens).collect()
        };
        assert_eq!(found(None, 0.5), [0..3, 6..8, 8..9, 9..10]);
        assert_eq!(found(None, 0.85), [0..3, 8..9]);
        assert_eq!(found(Some(8), 0.85), [0..3, 6..9]);
        assert_eq!(found(Some(3), 0.85), [0..4, 8..9]);
    }
}
