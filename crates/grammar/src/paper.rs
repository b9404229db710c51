//! Papers that tell something by a verb of their own.

use crate::lexicon::speech::{DOCUMENTS, SHOWING, TELLING};
use crate::token::Token;

/// One past "advisory warning", "report identifies", "report, which independently identified", where `at` is the paper.
pub(crate) fn tells(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    if !tokens[at].is_one_of(DOCUMENTS) || tokens[at].is_capitalised() {
        return None;
    }
    let mut verb = at + 1;
    if tokens.get(verb)?.is(",") && tokens.get(verb + 1)?.is("which") {
        verb += 2;
    }
    while tokens.get(verb)?.lower.ends_with("ly") {
        verb += 1;
    }
    let token = tokens.get(verb)?;
    (token.is_one_of(SHOWING) || verb == at + 1 && token.is_one_of(TELLING)).then_some(verb + 1)
}
