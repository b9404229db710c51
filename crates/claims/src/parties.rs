//! Who accuses whom: the accuser and the accused, the words that tie them to the act, and the act itself.

use crate::document::{Accused, PASSIVE, ends_as, holds_name, short_name};
use crate::page::{Sentence, without_stop};
use crate::pattern::patterns;
use crate::propose::Reader;
use crate::roles::role;
use crate::voice::Matter;
use dossier_model::{ClaimKind, Content, Hedge, Nexus, Rung};
use std::ops::Range;

/// The longest words that tie an accuser to the accused, in bytes.
pub(crate) const TIE_LIMIT: usize = 110;

patterns! {
    ACCUSES = r"(?i)\b(?:(?:has|have|had)\s+)?(?:accus(?:es|ed|ing)|charg(?:es|ed)|alleg(?:es|ed|ing))\b";
    /// What the accused is said to have done, behind "accused X of".
    OF_ACT = r"(?i)\s(?:of|with)\s+(?P<act>[“\x22]?(?:\w+ly[”\x22]?\s+)?[\w-]+ing\b(?:[^,;—]|,\d)*)";
    ALLEGEDLY = r"(?i)\b(?:(?:has|have|had|is|are)\s+)?allegedly\s+(?P<act>[\w-]+(?:ed|t|ing|ran|rew|ook|old|one)?\b(?:[^,;—]|,\d)*)";
    THAT_ACT = r"(?i)\b(?:says|said|alleges|alleged|claims|claimed|asserts|asserted)\s+(?:that\s+)?$";
    PAST = r"^\s+(?P<act>(?:had\s+)?(?:(?:has|have)\s+been\s+\w+ing|[Uu]sed|[Rr]an|[Cc]onducted|[Cc]reated|[Gg]enerated|[Oo]perated|[Ss]tole|[Ee]xtracted|[Dd]istill?ed|[Aa]cquired|[Aa]ccessed|[Mm]isused|[Cc]opied|[Ss]old|[Ss]muggled|[Ee]vaded|[Oo]rchestrated|worked together|conspired|participated|violated)\b(?:[^,;—]|,\d)*)";
}

/// Parties, attributions and acts.
pub(crate) fn propose(reader: &Reader<'_, '_>, out: &mut Vec<Content>) {
    for sentence in reader.page.sentences() {
        accusation(reader, sentence, out);
        by_name(reader, sentence, out);
        passively(reader, sentence, out);
        rungs(reader, sentence, out);
    }
}

/// The words tie `party` to the campaign.
fn attribution(reader: &Reader<'_, '_>, sentence: &Sentence, range: Range<usize>, rung: Rung) -> Option<Content> {
    let mut content = reader.claim(ClaimKind::Attribution, sentence, range, Matter::Campaign)?;
    let of = |one: &&Accused| holds_name(&rung.party, &one.name) || one.labs.iter().any(|lab| lab.contains(&rung.party));
    if let Some(accused) = reader.cast.accused.iter().find(of) {
        content.subject = reader.cast.subject_for(Some(&accused.name));
    }
    content.rung = Some(rung);
    Some(content)
}

fn act(reader: &Reader<'_, '_>, sentence: &Sentence, range: Range<usize>, words: Range<usize>) -> Option<Content> {
    let value = without_stop(sentence.words(words).trim()).to_owned();
    if value.split_whitespace().count() < 2 {
        return None;
    }
    let mut content = reader.claim(ClaimKind::Act, sentence, range, Matter::Campaign)?;
    content.value = Some(value);
    Some(content)
}

/// "Halden has accused Meridian's Tern lab of running ...": both parts, the rung, and the act.
fn accusation(reader: &Reader<'_, '_>, sentence: &Sentence, out: &mut Vec<Content>) {
    let text = &sentence.text;
    for verb in ACCUSES.find_iter(text) {
        let of = OF_ACT.captures_at(text, verb.end()).and_then(|found| found.name("act")).map(|act| act.range());
        let end = of.as_ref().map_or(text.len(), |act| act.start);
        let accuser = sentence.subject_of(verb.start(), 4).filter(|name| reader.cast.is_accuser(&name.what.text));
        let mut last = verb.end();
        let mut tied = false;
        for accused in &reader.cast.accused {
            let Some(party) = party_in(sentence, accused, verb.end()..end) else { continue };
            if !sentence.words(verb.end()..party.end).contains(" of ") && party.start.saturating_sub(verb.end()) < TIE_LIMIT {
                let range = verb.start()..party.end;
                last = last.max(party.end);
                tied = true;
                out.extend(role(reader, sentence, range.clone(), &accused.name, "accused"));
                let rung = Rung { nexus: Nexus::By, party: party_name(sentence, accused, &party) };
                let is_linked = sentence
                    .rungs
                    .iter()
                    .any(|rung| rung.what.nexus != Nexus::By && rung.range.start < party.end && party.start < rung.range.end);
                if !is_linked {
                    out.extend(attribution(reader, sentence, range, rung));
                }
            }
        }
        if let Some(accuser) = accuser.filter(|_| tied || of.is_some()) {
            let end = if last - accuser.range.start <= TIE_LIMIT { last } else { verb.end() };
            out.extend(role(reader, sentence, accuser.range.start..end, &short_name(&accuser.what.text), "accuser"));
        }
        if let Some(words) = of.filter(|_| tied) {
            out.extend(act(reader, sentence, verb.start()..words.end, words));
        }
    }
}

/// Where `accused` or one of its labs stands in `range`.
fn party_in(sentence: &Sentence, accused: &Accused, range: Range<usize>) -> Option<Range<usize>> {
    let words = sentence.words(range.clone());
    let lab = accused.labs.iter().find_map(|lab| words.find(lab.as_str()).map(|at| at..at + lab.len()));
    let name = || {
        let found = words.find(&accused.name)?;
        let full = sentence.names.iter().find(|name| name.range.start == range.start + found);
        Some(found..full.map_or(found + accused.name.len(), |name| name.range.end - range.start).max(found + accused.name.len()))
    };
    // The lab alone is the party only where the company does not stand beside it in its own right.
    lab.or_else(name).map(|found| range.start + found.start..range.start + found.end)
}

fn party_name(sentence: &Sentence, accused: &Accused, range: &Range<usize>) -> String {
    let words = sentence.words(range.clone());
    if accused.labs.iter().any(|lab| lab == words) { words.to_owned() } else { accused.name.clone() }
}

/// "Meridian allegedly generated ...", "Halden says Meridian used ...".
fn by_name(reader: &Reader<'_, '_>, sentence: &Sentence, out: &mut Vec<Content>) {
    for name in &sentence.names {
        let Some(accused) =
            reader.cast.accused.iter().find(|one| one.name == short_name(&name.what.text) || one.labs.contains(&name.what.text))
        else {
            continue;
        };
        let start = name.range.start;
        let end = start + name.what.text.len();
        let after = sentence.words(end..sentence.text.len());
        let allegedly =
            ALLEGEDLY.captures(after).filter(|found| found.get(0).is_some_and(|whole| after[..whole.start()].trim().is_empty()));
        let first = sentence.names_listed_before(end).first().map_or(start, |first| first.range.start.min(start));
        let last = sentence.names_listed_from(name).last().map_or(end, |last| last.range.start + last.what.text.len());
        let behind = sentence.words(last..sentence.text.len());
        let told = THAT_ACT.is_match(sentence.words(0..first)).then(|| PAST.captures(behind)).flatten();
        let end = if told.is_some() && allegedly.is_none() { last } else { end };
        let Some(words) = allegedly.or(told).and_then(|found| found.name("act").map(|act| act.range())) else { continue };
        let words = end + words.start..end + words.end;
        let verb_end = words.start + sentence.words(words.clone()).find(' ').unwrap_or(words.len());
        let rung = Rung { nexus: Nexus::By, party: accused.name.clone() };
        out.extend(role(reader, sentence, start..verb_end, &accused.name, "accused"));
        out.extend(attribution(reader, sentence, start..verb_end, rung));
        out.extend(act(reader, sentence, start..words.end, words));
    }
}

/// "A, B and C are accused of ...": each has its part.
fn passively(reader: &Reader<'_, '_>, sentence: &Sentence, out: &mut Vec<Content>) {
    for verb in PASSIVE.find_iter(&sentence.text) {
        let of = OF_ACT
            .captures_at(&sentence.text, verb.end().saturating_sub(4))
            .and_then(|found| found.name("act"))
            .map(|act| act.range());
        let of = of.filter(|words| words.start <= verb.end() + 6);
        if let (Some(words), Some(first)) = (of, sentence.names_listed_before(verb.start()).first()) {
            let from = if words.end - first.range.start <= 200 { first.range.start } else { verb.start() };
            out.extend(act(reader, sentence, from..words.end, words));
        }
        for name in sentence.names_listed_before(verb.start()) {
            let short = short_name(&name.what.text);
            let Some(accused) = reader.cast.accused.iter().find(|one| one.name == short || one.labs.contains(&name.what.text))
            else {
                continue;
            };
            let range =
                if verb.end() - name.range.start <= TIE_LIMIT { name.range.start..verb.end() } else { name.range.clone() };
            out.extend(role(reader, sentence, range.clone(), &accused.name, "accused"));
            out.extend(attribution(reader, sentence, range, Rung { nexus: Nexus::By, party: accused.name.clone() }));
        }
    }
}

/// "operators linked to Meridian's Tern lab".
fn rungs(reader: &Reader<'_, '_>, sentence: &Sentence, out: &mut Vec<Content>) {
    for found in &sentence.rungs {
        let party = found.what.party.trim_start_matches("the ").to_owned();
        let lab = reader.cast.accused.iter().flat_map(|one| &one.labs).find(|lab| **lab == party || ends_as(lab, &party));
        let known = reader.cast.accused.iter().any(|one| holds_name(&party, &one.name));
        if lab.is_none() && !known {
            continue;
        }
        let rung = Rung { nexus: found.what.nexus, party: lab.cloned().unwrap_or_else(|| short_party(&party)) };
        // What an accusation says of its object is told by the accusation itself.
        let told = rung.nexus == Nexus::By
            && (sentence.hedge.what != Hedge::Alleged || ACCUSES.is_match(&sentence.text) || found.range.len() > TIE_LIMIT);
        if told {
            continue;
        }
        let range = found.range.clone();
        out.extend(attribution(reader, sentence, range, rung));
    }
}

fn short_party(party: &str) -> String {
    if party.contains("'s ") || party.contains("’s ") { party.to_owned() } else { short_name(party) }
}
