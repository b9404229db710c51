//! Whether those who say a thing accuse by it, or pass it on.

use super::CRIMINALS;
use crate::document::{Cast, same_party, short_name};
use crate::page::Sentence;
use crate::pattern::patterns;
use crate::voice::{PRONOUN_SAYS, PROSECUTION};
use dossier_model::{Speaker, SpeakerRole};

patterns! {
    /// Between a person and the company that the person speaks for.
    MEMBER = r"(?i)^,\s+(?:(?:the\s+|an?\s+)?(?:[\w-]+\s+){1,6}?(?:at|of|for)\s+)?";
    PROSECUTION_SAYS = r"(?i)\b(?:prosecutors?|indictment|complaint|court\s+(?:documents?|papers|filings?|records)|affidavit)\b[^.;]{0,60}\b(?:said|says?|alleged|alleges?|stated?|show|according)|according\s+to\s+(?:\S+\s+){0,4}(?:prosecutors?|indictment|complaint|court|affidavit|documents)";
    /// Officials of a state and what they publish.
    OFFICIAL = r"(?i)\b(?:agency|agencies|department|bureau|ministry|commission|officials?|advisory|advisories|bulletin|administration|White\s+House|Secretary|intelligence\s+services?)\b";
    /// The office of somebody who is named.
    OFFICE = r"\b(?:Director\s+of\s+(?:the\s+)?(?:\p{Lu}\w+)|(?:Under\s?|Deputy\s|Assistant\s)?[Ss]ecretary\b|Attorney\s+General|Minister|Commissioner)";
    /// A company or group that is known by its country alone.
    FIRMS_BY_COUNTRY = r"(?i)\b(?:\p{L}+-based|Chinese|Russian|Iranian|North\s+Korean)\s+(?:[\w-]+\s+){0,3}(?:compan(?:y|ies)|firms?|labs?|laborator(?:y|ies)|developers?|startups?)\b|\bforeign\s+(?:entities|actors|adversaries)\b";
    STATE = r"(?i)\b(?:government|state|ministry|army|intelligence|military|China|Russia|Iran|North\s+Korea|DPRK|PRC)\b";
    THE_ACCUSED = r"(?i)\bthe\s+(?:firms?|compan(?:y|ies)|entities|defendants?|group|pair|trio|men|women|network|conspirators|suspects?)\b";
    INTRUDERS = r"(?i)\b(?:hackers?|attackers?|intruders?|operators|cyber-?criminals)\b";
    INTRUDERS_BY_COUNTRY = r"(?i)\b(?:Chinese|Russian|Iranian|North\s+Korean|foreign|state|[\w]+-(?:affiliated|linked|backed|sponsored|aligned|based))\s+(?:[\w-]+\s+){0,3}(?:hackers?|cyber-?criminals?|attackers?|operatives|spies|entities|groups?|actors?|workers)\b";
    FINDS = r"(?i)\b(?:found|concluded|determined)$";
    CRIMINAL = r"(?i)\b(?:prosecutors?|attorney|Justice|DOJ|FBI|police|grand\s+jury|indictment|complaint)\b";
    /// Papers in which somebody accuses.
    PAPER = r"(?i)\b(?:letter|memo|memorandum|advisory|advisories|indictment|complaint|lawsuit|suit|(?:class|civil)\s+action|affidavit|petition|charge\s+sheet|notice\s+of\s+violation|charging\s+letter)\b";
    /// Papers and people that only pass on.
    PASSES_ON = r"(?i)\b(?:records?|evidence|logs?|files|emails?|messages|invoices|testimony|people|sources?|survey|study|paper)\b";
}

/// Whether those who say it accuse: the accuser, prosecutors, an indictment, or anybody who tells of a named accused at first hand.
pub(super) fn accuses(sentence: &Sentence, cast: &Cast) -> bool {
    // Who accuses nobody by name only tells what happened.
    let accuser = |speaker: &Speaker| cast.is_accuser(&speaker.name) && !cast.accused.is_empty();
    let by_office = |speaker: &Speaker| accuser(speaker) || PROSECUTION.is_match(&speaker.name);
    // "Mila Horvat, Halden's head of policy".
    let by_member = |speaker: &Speaker| {
        let at = sentence.text.find(&speaker.name).filter(|_| speaker.words.is_some() && speaker.role == SpeakerRole::Party);
        at.zip(cast.accuser.as_deref()).is_some_and(|(at, accuser)| {
            let aside = sentence.words(at + speaker.name.len()..sentence.text.len());
            MEMBER.find(aside).is_some_and(|lead| aside[lead.end()..].starts_with(accuser))
        })
    };
    // "According to the memo", in a text that accuses somebody.
    // "OFAC concluded that the mixer helped": a finding of those who sanction is passed on.
    let finds = |speaker: &Speaker| {
        speaker.words.as_deref().is_some_and(|words| FINDS.is_match(words) && crate::roles::is_agency(&speaker.name))
    };
    let mut speaking = sentence.chain.iter().filter(|speaker| speaker.words.is_some()).peekable();
    if cast.accuser.is_none() && speaking.peek().is_some() && speaking.all(finds) && !CRIMINAL.is_match(&sentence.text) {
        return false;
    }
    let by_paper = |speaker: &Speaker| {
        speaker.words.is_some()
            && !cast.accused.is_empty()
            && speaker.role == SpeakerRole::Document
            && PAPER.is_match(&speaker.name)
    };
    if sentence.chain.iter().any(by_paper)
        || sentence.chain.iter().any(by_office)
        || sentence.chain.iter().any(by_member)
        || PROSECUTION_SAYS.is_match(&sentence.text)
    {
        return true;
    }
    let by_official = |speaker: &Speaker| {
        speaker.words.is_some() && (OFFICIAL.is_match(&speaker.name) || crate::roles::is_agency(&speaker.name))
    };
    let by_officials = sentence.chain.iter().any(by_official)
        || OFFICE.is_match(&sentence.text) && sentence.chain.iter().any(|speaker| speaker.words.is_some());
    let by_country = FIRMS_BY_COUNTRY.is_match(&sentence.text)
        || !cast.accused.is_empty() && by_officials && INTRUDERS_BY_COUNTRY.is_match(&sentence.text)
        // A state that is blamed elsewhere is blamed for "the hackers" too; a gang that is named is not accused by its victim.
        || INTRUDERS.is_match(&sentence.text) && cast.accused.iter().any(|one| STATE.is_match(&one.name))
        // "the firms had evaded".
        || by_officials && !cast.accused.is_empty() && THE_ACCUSED.is_match(&sentence.text);
    let blames = !cast.accused_in(sentence).is_empty() || sentence.spoken && !cast.accused.is_empty() || by_country;
    let at_first_hand = |speaker: &Speaker| {
        let own = short_name(&speaker.name);
        speaker.role == SpeakerRole::Party
            && speaker.words.is_some()
            && !cast.accused.iter().any(|one| same_party(&one.name, &own))
            && !PASSES_ON.is_match(&own)
            && !CRIMINALS.is_match(&own)
    };
    let passed_on = sentence.chain.iter().any(|speaker| speaker.role == SpeakerRole::Witness && speaker.words.is_some());
    let unnamed = PRONOUN_SAYS.is_match(&sentence.text) && !sentence.chain.iter().any(|speaker| speaker.words.is_some());
    blames && (by_officials || !passed_on && sentence.chain.iter().any(at_first_hand) || unnamed)
}
