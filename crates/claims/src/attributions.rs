//! The words that tie the accused to the act, each with its rung: "Halden accused Meridian of", "operators linked to Meridian".

mod acted;
mod kinds;
mod reasons;
mod unnamed;

use crate::accusation::{CALLED, IN_PHRASE, PASSIVE, TO_WHICH, TRIED, is_denied, subjects_before};
use crate::blamed::{blamed, leads_to_verb, own_deed, told_when};
use crate::document::{Accused, ends_as, holds_name, same_party, short_name};
use crate::lexicon::tells;
use crate::page::Sentence;
use crate::pattern::patterns;
use crate::propose::Reader;
use crate::states::states;
use crate::voice::Matter;
use dossier_grammar::{DeedClass, DeedForm};
use dossier_model::{ClaimKind, Content, Hedge, Nexus, Rung, Speaker, SpeakerRole};
use std::collections::BTreeSet;
use std::ops::Range;

patterns! {
    ACCUSES = r"(?i)\b(?:(?:has|have|had)\s+)?(?:accus(?:es|ed|ing)|charg(?:es|ed)|convicts?|convicted|indicts?|indicted)\b";
    ALLEGEDLY = r"(?i)^\s*(?:,\s+\d\d,)?\s*(?:(?:has|have|had|is|are)\s+)?allegedly\s+[\w-]+";
    THAT = concat!(r"(?i)\b(?:", tells!(), r"|say|believes?|suspects?|posted(?:\s+(?:on|to)\s+\S+)?|wrote|added|announced|testified)\s+(?:that\s+)?(?:the\s+)?(?:\p{Lu}[\w-]*-based\s+)?$");
    /// ", prosecutors said", behind what it tells.
    TOLD_BEHIND = r"(?i),\s+(?:[\w.’'-]+\s+){0,4}?(?:prosecutors|officials|investigators|authorities|police|indictment|complaint|department|bureau|agency|treasury|fbi)\b[^,;.]{0,30}?\s(?:said|say|says|alleged|allege|alleges)\b|\baccording\s+to\s+(?:the\s+|an?\s+)?(?:[\w-]+\s+)?(?:indictment|complaint|prosecutors|officials|investigators|affidavit|authorities|police)\b";
    CONVICTED = r"(?i)\bindicted\b|\b(?:convict(?:s|ed)|(?:pleaded|pleads|pled)\s+guilty|found\s+guilty)\b";
    /// Words by which somebody says who was behind a thing.
    HELD_TO_BE = r"(?i)\b(?:attributed|traced(?:\s+back)?|believed|suspected|thought|blamed|pinned|presumed|alleged|said|assessed|considered)\s+(?:to|on|of)\s+(?:[\w’'-]+\s+){0,6}$";
    LIKELY = r"(?i)\b(?:likely|probably|possibly|presumably|almost\s+certainly)\s+(?:(?:also|is|are|was|were)\s+)?(?:with|linked|tied|backed|acting|working|affiliated|sponsored|connected|supported|directed|on\s+behalf)\b";
    BLAMES = r"(?i)^(?:blam|accus|charg|indict|nam(?:es|ed|ing)\b|singl|suspect|attributed\s+to|pinned)|\bunder\s+investigation\b|\bbeing\s+investigated\b|\b(?:were|was|been|are|is)\s+(?:\w+\s+){0,2}(?:charged|accused|indicted)\b|\b(?:settle[sd]?|resolve[sd]?)\s+(?:[\w’'.-]+\s+){0,4}?(?:allegations|charges|violations|accusations)\b|\balleged\s";
    NAMED_BY = r"(?i)\b(?:prosecutors|police|indictment|complaint)\b[^.;]{0,40}?\b(?:identified|identifies|named|names)\b";
    /// What a firm is, in an aside.
    COMPANY_ASIDE = r"(?i),\s+an?\s+(?:[\w-]+\s+){0,3}(?:company|firm|business|outfit|group)\b[^,;]{0,40}$";
    COURT = r"(?i)\b(?:court|indictments?|complaints?|affidavits?|charging|prosecut\w+|warrants?|filings?)\b";
}

/// The longest words that tie an accuser to the accused, in bytes.
const TIE_LIMIT: usize = 110;

/// Attributions.
pub(crate) fn propose(reader: &Reader<'_, '_>, out: &mut Vec<Content>) {
    let mut ties: Vec<Content> = Vec::new();
    for sentence in reader.page.sentences() {
        accusation(reader, sentence, &mut ties);
        by_name(reader, sentence, &mut ties);
        passively(reader, sentence, &mut ties);
        rungs(reader, sentence, &mut ties);
        phrases(reader, sentence, &mut ties);
        for (range, rung) in states(sentence).into_iter().chain(unnamed::unnamed(sentence)) {
            ties.extend(attribution(reader, sentence, range, rung));
        }
        for (range, rung) in kinds::kinds(reader, sentence) {
            let place = sentence.place(range.clone());
            let known = ties.iter().any(|tie| {
                let quote = tie.quotes.first();
                tie.rung.as_ref().is_some_and(|known| known.nexus == rung.nexus)
                    && (quote.start as usize) < place.end
                    && place.start < quote.end as usize
            });
            let tie = if known { None } else { attribution(reader, sentence, range, rung) };
            ties.extend(tie);
        }
        for (range, rung) in reasons::reasons(reader, sentence) {
            let tie = attribution(reader, sentence, range, rung);
            // What a report of sanctions tells of the sanctioned is why they were.
            ties.extend(tie.map(|mut tie| {
                if reader.cast.author.is_none() && tie.hedge == Hedge::Asserted {
                    tie.hedge = Hedge::Alleged;
                }
                tie
            }));
        }
    }
    for (sentence, range, rung) in acted::acted(reader, &ties) {
        ties.extend(attribution(reader, sentence, range, rung));
    }
    out.extend(each_rung_once(ties));
}

/// Whether `short` names the accused `name`, and not the owner of it: "Estravia" is not "Estravia's Directorate".
pub(crate) fn is_named(name: &str, short: &str) -> bool {
    let owned = |name: &str| name.contains("'s ") || name.contains("’s ");
    same_party(name, short) && (owned(short) || !owned(name))
}

/// Each rung at its first place in the text, or in a headline where it stands nowhere else; a state by whichever of its names.
fn each_rung_once(mut ties: Vec<Content>) -> Vec<Content> {
    ties.sort_by_key(|content| (content.headline, content.quotes.first().start));
    let mut seen = BTreeSet::new();
    ties.retain(|content| {
        content.rung.as_ref().is_some_and(|rung| {
            let party = rung.party.trim_end_matches(" government").trim_end_matches(" state");
            seen.insert((rung.nexus, party.to_owned()))
        })
    });
    ties
}

/// The words tie `party` to the campaign.
fn attribution(reader: &Reader<'_, '_>, sentence: &Sentence, range: Range<usize>, rung: Rung) -> Option<Content> {
    let held = HELD_TO_BE.is_match(sentence.words(0..range.start))
        || BLAMES.is_match(sentence.words(range.clone()))
        || NAMED_BY.is_match(sentence.words(0..range.end));
    let mut content = reader.claim(ClaimKind::Attribution, sentence, range, Matter::Campaign)?;
    // "likely with the blessing of": a judgement of who was behind it, not of what will be.
    if content.hedge == Hedge::Forecast && LIKELY.is_match(sentence.words(0..sentence.text.len())) {
        content.hedge =
            if sentence.chain.iter().any(|speaker| speaker.words.is_some()) { Hedge::Reported } else { Hedge::Opinion };
        content.speakers.clone_from(&sentence.chain);
    }
    if matches!(content.hedge, Hedge::Forecast | Hedge::Conditional | Hedge::Planned) {
        return None;
    }
    let of = |one: &&Accused| holds_name(&rung.party, &one.name) || one.labs.iter().any(|lab| lab.contains(&rung.party));
    content.hedge = charged(reader, sentence, content.hedge, rung.nexus, held);
    if let Some(accused) = reader.cast.accused.iter().find(of) {
        content.subject = reader.cast.subject_for(Some(&accused.name));
    }
    content.rung = Some(rung);
    Some(content)
}

/// The hedge of an attribution in a text that passes on the word of others: what a party, an office or a document says of somebody else
/// is a charge, and so is what somebody is believed to be.
fn charged(reader: &Reader<'_, '_>, sentence: &Sentence, hedge: Hedge, nexus: Nexus, held: bool) -> Hedge {
    let own = |speaker: &Speaker| reader.cast.accused.iter().any(|one| same_party(&one.name, &short_name(&speaker.name)));
    let charges = |speaker: &Speaker| {
        speaker.words.is_some() && matches!(speaker.role, SpeakerRole::Party | SpeakerRole::Document) && !own(speaker)
    };
    let of_court = |speaker: &Speaker| speaker.role == SpeakerRole::Document && COURT.is_match(&speaker.name);
    let by_accuser = || reader.cast.accuser.as_deref().is_some_and(|name| holds_name(&sentence.text, name));
    match hedge {
        Hedge::Reported if sentence.chain.iter().any(of_court) => Hedge::Alleged,
        _ if reader.cast.author.is_some() => hedge,
        Hedge::Asserted | Hedge::Reported if held => Hedge::Alleged,
        // What a report of sanctions tells of the sanctioned is why they were.
        Hedge::Asserted if nexus != Nexus::By && reader.cast.accused.iter().any(|one| one.designated) => Hedge::Alleged,
        Hedge::Reported if sentence.chain.iter().any(charges) || by_accuser() => Hedge::Alleged,
        hedge => hedge,
    }
}

/// "Halden has accused Meridian's Tern lab of": the rung.
fn accusation(reader: &Reader<'_, '_>, sentence: &Sentence, out: &mut Vec<Content>) {
    let text = &sentence.text;
    for verb in ACCUSES.find_iter(text) {
        let end = [" of ", " with ", " for ", " over "]
            .iter()
            .filter_map(|word| text.get(verb.end()..)?.find(word))
            .min()
            .map_or(text.len(), |at| verb.end() + at);
        for accused in reader.cast.accused.iter() {
            let Some(party) = party_in(sentence, accused, verb.end()..end) else { continue };
            if party.start.saturating_sub(verb.end()) >= TIE_LIMIT {
                continue;
            }
            let is_linked = sentence
                .rungs
                .iter()
                .any(|rung| rung.what.nexus != Nexus::By && rung.range.start < party.end && party.start < rung.range.end);
            let owns = sentence.words(party.end..text.len()).starts_with(['\'', '’']);
            if !is_linked && !owns {
                let rung = Rung { nexus: Nexus::By, party: party_name(sentence, accused, &party) };
                out.extend(attribution(reader, sentence, verb.start()..party.end, rung));
            }
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
    let deeds = &sentence.deeds;
    for name in &sentence.names {
        let short = short_name(&name.what.text);
        let Some(accused) =
            reader.cast.accused.iter().find(|one| same_party(&one.name, &short) || one.labs.contains(&name.what.text))
        else {
            continue;
        };
        let own = name.range.start..name.range.start + name.what.text.len();
        let after = sentence.words(own.end..sentence.text.len());
        let first = sentence.names_listed_before(own.end).first().map_or(own.start, |first| first.range.start.min(own.start));
        let lead = sentence.words(0..first);
        let behind = reader.cast.author.is_none() && TOLD_BEHIND.is_match(after);
        let told = (THAT.is_match(lead) || told_when(lead) || behind) && sentence.hedge.what <= Hedge::Reported;
        let deed = deeds.iter().find(|deed| {
            let subject = &deed.what.subject;
            deed.what.form == DeedForm::Active
                && subject.start <= own.start
                && own.end <= subject.end
                && own.start - subject.start <= 40
        });
        let deed = deed.or_else(|| own_deed(sentence, own.end));
        let before = sentence.words(0..own.start);
        let by_band = CALLED.find(before).filter(|_| before.contains(" by "));
        // "Meridian, Tern and Plover allegedly used": each of them.
        let list_end = sentence.names_listed_from(name).last().map_or(own.end, |last| last.range.start + last.what.text.len());
        let list_end = if sentence.words(own.end..list_end).contains(" and ") { list_end } else { own.end };
        let allegedly = ALLEGEDLY.find(sentence.words(list_end..sentence.text.len())).map(|found| list_end + found.end());
        let range = match (allegedly, deed) {
            _ if TO_WHICH.is_match(after) => own.start..own.end + TO_WHICH.find(after).map_or(0, |found| found.end()),
            _ if by_band.is_some() => by_band.map_or(own.start, |band| band.start())..own.end,
            (Some(allegedly), _) => own.start..allegedly,
            (None, Some(deed))
                if told
                    || deed.what.class == DeedClass::Harm
                        && !owned_by_another(sentence, &own)
                        && leads_to_verb(sentence.words(own.end..deed.range.start)) =>
            {
                own.start..deed.range.end
            }
            _ => {
                // "set up by Dana Ruiz".
                let by = deeds.iter().find(|deed| {
                    matches!(deed.what.form, DeedForm::Reduced | DeedForm::Passive)
                        && deed.range.start < own.start
                        && own.end <= deed.range.end
                        && sentence.words(0..own.start).ends_with(" by ")
                });
                let Some(by) = by.filter(|by| !COMPANY_ASIDE.is_match(sentence.words(0..by.range.start))) else { continue };
                by.range.start..own.end
            }
        };
        let owned = after.starts_with(['\'', '’']);
        // A deed told at length ties by its verb.
        let range = match deed.filter(|deed| range.len() > 200 && deed.range.start >= own.end) {
            Some(deed) => range.start..text_to_verb(sentence, deed.range.start),
            None => range,
        };
        if owned || range.len() > 200 {
            continue;
        }
        let party = if accused.labs.contains(&name.what.text) { name.what.text.clone() } else { accused.name.clone() };
        out.extend(attribution(reader, sentence, range, Rung { nexus: Nexus::By, party }));
    }
}

/// Where the verb that starts at `at` ends.
fn text_to_verb(sentence: &Sentence, at: usize) -> usize {
    let rest = sentence.words(at..sentence.text.len());
    at + rest.find([' ', ',', '.']).unwrap_or(rest.len())
}

/// Whether the name at `own` stands inside a phrase of another subject: "employees of Meridian stole".
fn owned_by_another(sentence: &Sentence, own: &Range<usize>) -> bool {
    IN_PHRASE.is_match(sentence.words(0..own.start)) && !CALLED.is_match(sentence.words(0..own.start))
        || sentence.words(own.end..sentence.text.len()).starts_with(['\'', '’'])
}

/// "a campaign by Meridian", "labs like Meridian and Tern have extracted".
fn phrases(reader: &Reader<'_, '_>, sentence: &Sentence, out: &mut Vec<Content>) {
    for one in blamed(sentence).into_iter().filter(|one| one.ties) {
        let short = short_name(&one.name.what.text);
        if let Some(accused) = reader.cast.accused.iter().find(|accused| is_named(&accused.name, &short)) {
            out.extend(attribution(reader, sentence, one.quote, Rung { nexus: Nexus::By, party: accused.name.clone() }));
        }
    }
}

/// "A, B and C are accused of ...": each has its rung.
fn passively(reader: &Reader<'_, '_>, sentence: &Sentence, out: &mut Vec<Content>) {
    let accused = PASSIVE.find_iter(&sentence.text).filter(|verb| !is_denied(sentence.words(0..verb.start())));
    let guilty = TRIED.find_iter(&sentence.text).filter(|tried| CONVICTED.is_match(tried.as_str()));
    for verb in accused.chain(guilty) {
        for name in subjects_before(sentence, verb.start()) {
            let short = short_name(&name.what.text);
            let Some(accused) =
                reader.cast.accused.iter().find(|one| same_party(&one.name, &short) || one.labs.contains(&name.what.text))
            else {
                continue;
            };
            let range =
                if verb.end() - name.range.start <= TIE_LIMIT { name.range.start..verb.end() } else { name.range.clone() };
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
        let by_state = states(sentence).iter().any(|(range, _)| range.start < found.range.end && found.range.start < range.end);
        // "at the request of the bureau": no band of those who act against them.
        let agency = found.what.nexus == Nexus::ActingFor && crate::roles::is_agency(&party);
        if lab.is_none() && !known || by_state || agency {
            continue;
        }
        // A headline's capitals run names into other words.
        let in_headline = reader.cast.accused.iter().find(|one| sentence.headline && party.starts_with(&one.name));
        let party = in_headline.map_or(party, |one| one.name.clone());
        let rung = Rung { nexus: found.what.nexus, party: lab.cloned().unwrap_or_else(|| short_party(&party)) };
        // What an accusation says of its object is told by the accusation itself.
        let attributed = sentence.words(found.range.clone()).to_lowercase().starts_with("attribut");
        if rung.nexus == Nexus::By && !attributed {
            continue;
        }
        out.extend(attribution(reader, sentence, found.range.clone(), rung));
    }
}

fn short_party(party: &str) -> String {
    if party.contains("'s ") || party.contains("’s ") {
        return party.to_owned();
    }
    // "previously designated Meridian Works".
    let named = party.split_whitespace().skip_while(|word| !word.starts_with(char::is_uppercase)).collect::<Vec<_>>().join(" ");
    short_name(if named.is_empty() { party } else { &named })
}
