//! What surrounds the campaign: sharing between companies, safety, terms of use, and what words mean.

mod definitions;
mod safety;
mod sharing;
mod terms;

use crate::propose::Reader;
use dossier_model::Content;

/// Sharing, safety, terms and definitions, in the text and not in its headlines.
pub(crate) fn propose(reader: &Reader<'_, '_>, out: &mut Vec<Content>) {
    for passage in &reader.page.passages {
        let mut before = None;
        for sentence in passage.sentences.iter().filter(|sentence| !sentence.headline) {
            sharing::propose(reader, sentence, out);
            terms::propose(reader, sentence, out);
            definitions::propose(reader, sentence, before, out);
            if !sentence.mute {
                safety::propose(reader, sentence, out);
            }
            before = Some(sentence);
        }
    }
}
