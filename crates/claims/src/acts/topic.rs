//! Whom a sentence speaks of, for the sentence that goes on about him.

use super::CHARGES;
use super::doer::Doer;
use super::standing::{ACTOR, last_name, names_accused};
use super::subject::{POINTS_BACK, PRONOUN};
use crate::document::{Cast, holds_name};
use crate::page::Sentence;
use crate::pattern::patterns;
use dossier_grammar::{self as grammar, Found, NameKind};

patterns! {
    SAYS = r"(?i)^(?:says?|told|tells?|wrote|writes|warns?|claims?|reports?|finds?|found|saw|sees|caught|catch(?:es)?)$";
}

/// Whom a sentence speaks of: the party or actor that it names first, or an accused whom nobody else's name precedes.
pub(super) fn topic_of(sentence: &Sentence, cast: &Cast) -> Option<Doer> {
    let text = &sentence.text;
    // A pronoun at the start goes on with whom the text spoke of before; behind "he said that" stands whom he speaks of.
    let mut words = text.split(' ');
    if PRONOUN.is_match(words.next().unwrap_or("")) && !(words.any(|word| SAYS.is_match(word)) && names_accused(cast, text)) {
        return None;
    }
    // "In addition, Chinese IT workers are": a noun for people at its start, whatever name stands in it.
    let mut at = 0;
    for word in text.split(' ').take(8) {
        let end = at + word.len();
        let told =
            SAYS.is_match(word) || word.ends_with("ed") || ["is", "are", "was", "were", "has", "have", "had"].contains(&word);
        if told {
            break;
        }
        if at > 0 && ACTOR.is_match(&text[..end]) && text[..end].split(' ').count() > 1 && !text[..at].contains(" of ") {
            return Some(Doer::Accused);
        }
        at = end + 1;
    }
    let opening = || text.match_indices(' ').take(5).any(|(at, _)| POINTS_BACK.is_match(&text[..at]));
    if opening() {
        return None;
    }
    // "RUIZ: They lied": a transcript's label.
    let is_label =
        |name: &Found<grammar::Name>| name.range.start == 0 && sentence.words(name.range.end..text.len()).starts_with(':');
    let name = sentence.names.iter().find(|name| name.what.kind != NameKind::Place && !is_label(name));
    let accused = cast
        .accused
        .iter()
        .flat_map(|one| [Some(one.name.as_str()), last_name(&one.name)])
        .flatten()
        .filter(|name| holds_name(text, name))
        .filter_map(|name| text.find(name))
        .min();
    if let Some(at) = accused {
        let first = name.is_none_or(|name| at <= name.range.end);
        let told = name.is_some_and(|name| {
            let short = crate::document::short_name(&name.what.text);
            !cast.is_accuser(&short) && !crate::roles::is_agency(&name.what.text)
        });
        // "A jury convicted Dana Ruiz": whom the sentence is about.
        if first || told || CHARGES.is_match(text) {
            return Some(Doer::Accused);
        }
    }
    let mut at = 0;
    for word in text.split(' ') {
        let end = at + word.len();
        if name.is_none_or(|name| end <= name.range.start) && ACTOR.is_match(word.trim_end_matches([',', '.'])) {
            return Some(Doer::Accused);
        }
        at = end + 1;
    }
    name.map(|_| Doer::Other)
}
