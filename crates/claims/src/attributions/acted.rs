//! The last tie of an accused whom no other words tie to the act: what the text tells that they did.

use crate::document::{holds_name, same_party, short_name};
use crate::page::Sentence;
use crate::propose::Reader;
use dossier_grammar::{Deed, DeedForm, Found};
use dossier_model::{Content, Nexus, Rung};
use std::ops::Range;

/// What the accused say, and what anybody does: no deeds of a case.
const NEUTRAL: &[&str] = &[
    "announce", "answer", "appeal", "appear", "attend", "become", "call", "claim", "decline", "deny", "dismiss", "fall", "grow",
    "join", "lose", "meet", "open", "publish", "reject", "reply", "resign", "respond", "rise", "say", "speak", "sue", "tell",
    "visit", "win", "write",
];

/// For every accused without a tie of this kind in `ties`, the first deed that has them as its subject.
pub(super) fn acted<'p>(reader: &Reader<'p, '_>, ties: &[Content]) -> Vec<(&'p Sentence, Range<usize>, Rung)> {
    let tied = |name: &str| {
        let rungs = ties.iter().filter_map(|tie| tie.rung.as_ref());
        rungs.into_iter().any(|rung| holds_name(&rung.party, name) || same_party(&rung.party, name))
    };
    let loose = reader.cast.accused.iter().filter(|one| !tied(&one.name));
    loose
        .filter_map(|one| {
            reader.page.sentences().filter(|sentence| !sentence.headline).find_map(|sentence| {
                let (range, name) = deed_of(sentence, &one.name)?;
                Some((sentence, range, Rung { nexus: Nexus::By, party: name }))
            })
        })
        .collect()
}

/// From the name to the verb, where `accused` is the subject of a deed.
fn deed_of(sentence: &Sentence, accused: &str) -> Option<(Range<usize>, String)> {
    let did = |deed: &&Found<Deed>| deed.what.form == DeedForm::Active && !NEUTRAL.contains(&deed.what.verb.as_str());
    sentence.deeds.iter().filter(did).find_map(|deed| {
        let name = sentence.names_in(deed.what.subject.clone()).last()?;
        let end = name.range.start + name.what.text.len();
        let gap = sentence.words(end..deed.range.start);
        let near = gap.split_whitespace().count() <= 3 && !gap.contains(['\'', '’', '(']);
        let denied = gap.split_whitespace().any(|word| matches!(word, "not" | "never"));
        (near && !denied && same_party(accused, &short_name(&name.what.text))).then(|| {
            let verb = sentence.text[deed.range.start..].find([' ', ',', '.']).unwrap_or(deed.range.len());
            (name.range.start..deed.range.start + verb, accused.to_owned())
        })
    })
}
