//! Direct quotations, with who said them.

use crate::document::short_name;
use crate::page::{Passage, Sentence, without_stop};
use crate::pattern::patterns;
use crate::propose::Reader;
use crate::voice::{self, Matter};
use dossier_grammar::{self as grammar, NameKind};
use dossier_model::{ClaimKind, Content, Hedge, Speaker, SpeakerRole};

/// Fewer words between marks are a term or a mocked word, not a quotation.
const WORDS: usize = 4;

patterns! {
    BEHIND = r"(?x)^[”\x22’,.?!\s]*(?:
        (?P<who>[^“”\x22;]{1,160}?)\s+(?:wrote|writes|said|says|told|posted|noted|added|argued|warned|stated|explained|tweeted|was\s+quoted)\b
        | (?:wrote|writes|said|says|noted|added|argued|warned|stated|according\s+to)\s+(?P<whom>[^“”\x22;]{1,120}))";
    BEFORE = r"(?x)(?P<who>[^“”\x22;]{1,160}?)\s+(?:wrote|writes|said|says|told|posted|noted|adds|added|argued|warned|stated|explained|emphasi[sz]ed|accused|claims?|claimed|is\s+calling|alleged|called)\b[^“”\x22]{0,160}$";
    DOCUMENT = r"(?i)\b(?:statement|letter|indictment|post|filing|report|memo)$";
    SAME_PERSON = r"(?i)^(?:he|she)$";
    PRONOUN = r"(?i)^(?:it|he|she|they|the (?:[\w-]+ ){0,3}(?:company|firm|lab|startup|letter|indictment|plaintiff|statement))$";
}

/// Quotations of some length.
pub(crate) fn propose(reader: &Reader<'_, '_>, out: &mut Vec<Content>) {
    for passage in reader.page.passages.iter().filter(|passage| !passage.headline) {
        let mut last: Option<(String, String)> = None;
        for quotation in &passage.quotations {
            if quotation.what.split_whitespace().count() < WORDS {
                continue;
            }
            let sentence = passage.sentences.iter().rfind(|sentence| sentence.at - passage.at <= quotation.range.start);
            let Some(sentence) = sentence else { continue };
            let Some((speaker, words)) =
                speaker(reader, passage, sentence, &quotation.range, last.as_ref()).or_else(|| last.clone())
            else {
                continue;
            };
            let place = passage.at + quotation.range.start..passage.at + quotation.range.end;
            let Some(content) = reader.page.content(ClaimKind::Quotation, place) else { continue };
            let mut speakers: Vec<Speaker> = sentence
                .chain
                .iter()
                .filter(|known| known.role != SpeakerRole::Party && known.name != speaker)
                .cloned()
                .collect();
            let role = if DOCUMENT.is_match(&speaker) { SpeakerRole::Document } else { SpeakerRole::Party };
            speakers.push(Speaker { name: speaker.clone(), role, words: Some(words.clone()) });
            let local = quotation.range.start.saturating_sub(sentence.at - passage.at)
                ..quotation.range.end.saturating_sub(sentence.at - passage.at);
            let hedge = match voice::hedge_at(sentence, &local, Matter::Told, reader.cast) {
                Hedge::Asserted | Hedge::Confirmed => Hedge::Reported,
                hedge => hedge,
            };
            out.push(Content {
                subject: speaker.clone(),
                value: Some(content.quotes.first().text.clone()),
                hedge,
                speakers,
                ..content
            });
            last = Some((speaker, words));
        }
    }
}

/// Who said what stands at `range`: named behind it, before it, or by the sentence.
fn speaker(
    reader: &Reader<'_, '_>,
    passage: &Passage,
    sentence: &Sentence,
    range: &std::ops::Range<usize>,
    before_it: Option<&(String, String)>,
) -> Option<(String, String)> {
    // The speaker stands behind the words in the same sentence; words that end in a full stop end it.
    let ends =
        passage.sentences.iter().map(|sentence| sentence.at - passage.at + sentence.text.len()).find(|end| *end > range.end + 3);
    let after = passage.text.get(range.end..ends.unwrap_or(passage.text.len()))?;
    let stopped = passage.text.get(range.clone())?.ends_with('.') || after.trim_start_matches(['”', '"', '’']).starts_with('.');
    if let Some(found) = BEHIND.captures(after).filter(|_| !stopped)
        && let Some(who) = found.name("who").or(found.name("whom"))
        && !SAME_PERSON.is_match(who.as_str().trim())
        && let Some(name) = name_in(reader, who.as_str(), sentence)
    {
        return Some((name, without_stop(who.as_str().trim()).to_owned()));
    }
    let before = passage.text.get(sentence.at - passage.at..range.start)?;
    if let Some(who) = BEFORE.captures(before).and_then(|found| found.name("who"))
        && let Some(name) = name_in(reader, who.as_str(), sentence)
    {
        return Some((name, who.as_str().trim().to_owned()));
    }
    // "he said" goes on with the speaker of the words before.
    let goes_on =
        BEHIND.captures(after).and_then(|found| found.name("who")).is_some_and(|who| SAME_PERSON.is_match(who.as_str().trim()));
    if goes_on && before_it.is_some() {
        return before_it.cloned();
    }
    let party = sentence.chain.iter().rfind(|speaker| speaker.role == SpeakerRole::Party);
    let last = party.or_else(|| sentence.chain.iter().rfind(|speaker| speaker.words.is_some()))?;
    Some((last.name.clone(), last.words.clone().unwrap_or_else(|| last.name.clone())))
}

/// The speaker that `words` name: a person before a company, what stands for the accuser, or a few plain words.
fn name_in(reader: &Reader<'_, '_>, words: &str, sentence: &Sentence) -> Option<String> {
    let words = without_stop(words.trim().trim_matches([',', '"', '”', '“']).trim());
    let names = grammar::names(words);
    let person = names.iter().find(|name| name.what.kind == NameKind::Person);
    if let Some(name) = person.or(names.iter().find(|name| name.what.kind != NameKind::Place)) {
        return Some(short_name(&name.what.text));
    }
    if PRONOUN.is_match(words) {
        let own = sentence.chain.iter().rfind(|speaker| speaker.role == SpeakerRole::Party && speaker.words.is_some());
        return own.map(|speaker| speaker.name.clone()).or_else(|| reader.cast.accuser.clone());
    }
    let short = words.split_whitespace().count() <= 4 && words.chars().next().is_some_and(char::is_alphabetic);
    short.then(|| words.to_owned())
}
