//! Who accuses and who is accused in one sentence, by the forms in which English says so. `document` counts them over the whole text.

mod deeds;
mod fates;
mod subjects;
mod words;

use crate::document::{Scores, short_name};
use crate::page::Sentence;
use dossier_grammar::{Found, Name, NameKind};
use std::collections::BTreeSet;

pub(crate) use deeds::{CALLED, TO_WHICH};
pub(crate) use fates::{PASSIVE, TRIED};
pub(crate) use subjects::{IN_PHRASE, is_denied, subjects_before};
pub(crate) use words::{ALIAS, LAYS_OPEN};

/// What one sentence adds to the scores of a document.
#[derive(Default)]
pub(crate) struct Blame {
    pub(crate) accusers: Scores,
    pub(crate) accused: Scores,
    pub(crate) designated: Scores,
    /// Those who accuse in so many words: each is an accuser, however many there are.
    pub(crate) sure: BTreeSet<String>,
}

impl Blame {
    fn accuse(&mut self, name: &Found<Name>, weight: u32) {
        if name.what.kind != NameKind::Place {
            self.accused.add(&short_name(&name.what.text), weight);
        }
    }

    fn designate(&mut self, name: &Found<Name>, weight: u32) {
        if name.what.kind != NameKind::Place {
            self.designated.add(&short_name(&name.what.text), weight);
        }
    }

    fn accuser(&mut self, name: &Found<Name>, weight: u32) {
        if name.what.kind != NameKind::Place {
            self.accusers.add(&short_name(&name.what.text), weight);
        }
    }

    /// Reads `sentence`, whose words count `weight` times.
    pub(crate) fn read(&mut self, sentence: &Sentence, weight: u32) {
        self.accusations(sentence, weight);
        self.passives(sentence, weight);
        self.lists(sentence, weight);
        self.bands(sentence, weight);
        self.deeds(sentence, weight);
        self.shares(sentence, weight);
        self.phrases(sentence, weight);
    }
}
