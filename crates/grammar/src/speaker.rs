//! Who says so: the chain of speakers inside one sentence.

use crate::Found;
use crate::pattern::patterns;
use dossier_model::{Speaker, SpeakerRole};

patterns! {
    ACCORDING = r"(?i)\baccording to (?P<who>[^,.;]+)";
}

/// The speakers that `sentence` names, the outermost first.
pub fn speakers(sentence: &str) -> Vec<Found<Speaker>> {
    ACCORDING
        .captures_iter(sentence)
        .filter_map(|c| {
            let (whole, who) = (c.get(0)?, c.name("who")?);
            let speaker = Speaker {
                name: who.as_str().trim().to_owned(),
                role: SpeakerRole::Party,
                words: Some(whole.as_str().to_owned()),
            };
            Some(Found::new(whole.range(), speaker))
        })
        .collect()
}
