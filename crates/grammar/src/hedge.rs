//! Whether: how sure the words of a sentence are.

use crate::Found;
use crate::pattern::patterns;
use dossier_model::Hedge;

patterns! {
    ALLEGED = r"(?i)\b(?:alleg\w+|accus\w+|claim(?:s|ed))\b";
}

/// The hedge of `sentence`, with the words that decide it; asserted, with an empty range, where there are none.
pub fn hedge(sentence: &str) -> Found<Hedge> {
    ALLEGED.find(sentence).map_or(Found::new(0..0, Hedge::Asserted), |m| Found::new(m.range(), Hedge::Alleged))
}
