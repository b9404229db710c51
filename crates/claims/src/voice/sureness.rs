//! How surely a claim is said: the hedge of one part of a sentence, by the words that govern it and by who says it.

mod accusing;
mod charged;
mod findings;
mod reach;
#[cfg(test)]
mod tests;

use super::{GOES_ON, Matter, PRONOUN_SAYS, continues};
use crate::document::{Cast, same_party, short_name};
use crate::page::Sentence;
use crate::pattern::patterns;
use accusing::accuses;
use charged::{is_apposed, is_charged, is_reason, is_taken};
use dossier_model::{ClaimKind, Hedge, Speaker, SpeakerRole};
use findings::{found_by_accuser, found_by_others};
pub(crate) use reach::ADJUNCT;
use reach::governs;
use std::ops::Range;

patterns! {
    /// Words by which a view of who did it is an accusation still.
    SUSPECTS = r"(?i)^(?:believe[sd]?|thinks?|argue[sd]?|believed)$";
    CONFIRMING = r"(?i)^(?:convict|pleaded|pleads|plead|pled|admit|acknowledg|conceded|confirm|.*guilty|.*liable|.*\b(?:found|ruled|held|concluded|determined))";
    JUDGES = r"(?i)^(?:likely|probably|unlikely)$";
    ASIDES = r"(?i)\b(?:which|who|whom|whose|after|before|when|and)\b";
    SAYS_SO = r"(?i)^(?:said|says|told|according)";
    MAY = r"(?i)^(?:may|might|could)$";
    HAPPENED = r"(?i)^\s+(?:\w+ly\s+|also\s+|[“\x22]\w+[”\x22]\s+)?have\s";
    IF = r"(?i)\b(?:if|unless|provided|as\s+long\s+as|should)\b";
    /// "12,000 servers, a figure that the company disputes".
    CONTESTED = r"(?i)^[^;.,]{0,40},\s+(?:a\s+)?(?:figure|number|sum|count|claim|account|total|charge)\s+(?:that|which)\s+[^.;,]{1,50}\b(?:disputes?|contests?|denies|deny|rejects?)\b";
    /// Between a subject and its verb.
    HELPERS = r"(?i)(?:\s+(?:has|have|had|also|later|now|then|\w+ly))+\s*$";
    /// Intruders as they begin a sentence or stand among several: "One of the hackers claiming".
    THE_INTRUDERS = r"(?i)^(?:(?:one|some|two|several|members?)\s+of\s+)?(?:the\s+|an?\s+)?(?:[\w-]+\s+){0,2}(?:criminals|cyber-?criminals|hackers?|attackers?|intruders?|threat\s+actors?|gang|group|crew)\b";
    CRIMINALS = r"(?i)\b(?:criminals|hackers|attackers|intruders|group|gang|crew)$";
    /// Passive words of attribution: somebody says so.
    ATTRIBUTED = r"(?i)\b(?:been|is|are|was|were)\s+(?:\w+ly\s+|also\s+)?(?:tied|linked)\s+(?:to|back)\b|\b(?:attributed|traced)\s+(?:back\s+)?to\b";
    /// "a figure that the company disputes": an aside that contests nothing else.
    ASIDE = r"(?i),\s+(?:a\s+|the\s+)?(?:figure|number|sum|count|claim|account|total|charge)\s+(?:that|which)\s+[^.;,]{1,60}";
    RELATIVE = r"(?i)\s(?:that|which|who|where)\s";
    AFTERMATH = r"(?i)\b(?:shut|closed?|blocked|banned|disrupted|dismissed|granted|ruled|suspended|detected|discovered|notified|filed|sued|raid(?:s|ed)|laid\s+out|posted|published|returned|unsealed|announced|issued|law\s+enforcement|seiz(?:ed|ure)|accus\w+|arrest(?:s|ed)|charged|indicted|legal|hearing|trial|dark|alleg(?:ed|es|ations?)|told|disclosed|memo|letter|blog\s?post|blog|spoke|testified|pleaded|complain(?:ed|ts?))\b";
    /// Those whose number is on record, whatever is said of them or by them: "two senators", "three men".
    ON_RECORD = r"(?i)\b(?:votes|senators|lawmakers|legislators|governors|ministers|members|committees|states|men|women|individuals|brothers|entities)$";
    TOLD = r"(?i)\b(?:said|says|according\s+to|told|reported)\b";
    /// "Halden said it had", before what it then tells.
    SAID_IT = r"(?i)\b(?:said|says)\s+(?:that\s+)?(?:it|he|she|they)\s";
}

/// The hedge of what stands at `range` of `sentence`.
pub(crate) fn hedge_at(sentence: &Sentence, range: &Range<usize>, kind: ClaimKind, matter: Matter, cast: &Cast) -> Hedge {
    if matter == Matter::Record {
        return recorded(sentence, range, kind, cast);
    }
    let hedge = said(sentence, range, kind, matter, cast);
    // What was done about the case is no part of what is alleged.
    let own_deed = || {
        let words = sentence.words(range.clone());
        cast.accuser.as_deref().is_some_and(|accuser| words.trim_start_matches("The ").starts_with(accuser))
            && cast.accused_in(sentence).is_empty()
    };
    if hedge == Hedge::Alleged && kind == ClaimKind::Date && own_deed() {
        return Hedge::Asserted;
    }
    if hedge == Hedge::Alleged && kind == ClaimKind::Date && AFTERMATH.is_match(sentence.words(range.clone())) {
        return Hedge::Asserted;
    }
    if hedge == Hedge::Alleged && kind == ClaimKind::Count && is_apposed(sentence, range) {
        return Hedge::Asserted;
    }
    if hedge == Hedge::Alleged && kind == ClaimKind::Count && is_taken(sentence, range) {
        // How many were charged is on record, whatever they are charged with.
        let speaks = sentence.chain.iter().any(|speaker| speaker.words.is_some()) && !own_word(sentence, cast);
        let told = speaks && sentence.hedge.what != Hedge::Asserted && TOLD.is_match(&sentence.text);
        return if told { Hedge::Reported } else { Hedge::Asserted };
    }
    if kind == ClaimKind::Count
        && matches!(hedge, Hedge::Alleged | Hedge::Reported)
        && ON_RECORD.is_match(sentence.words(range.clone()))
    {
        return Hedge::Asserted;
    }
    // "imposed sanctions on Meridian, saying it helped": the reason of a sanction, in whose words ever.
    if matter == Matter::Campaign && hedge == Hedge::Reported && cast.author.is_none() && is_reason(sentence, range) {
        return Hedge::Alleged;
    }
    if matter == Matter::Campaign && hedge == Hedge::Asserted && is_charged(sentence, range, kind, cast) {
        return Hedge::Alleged;
    }
    hedge
}

/// The hedge of what the sentence itself puts on record.
fn recorded(sentence: &Sentence, range: &Range<usize>, kind: ClaimKind, cast: &Cast) -> Hedge {
    if kind == ClaimKind::Date {
        return Hedge::Asserted;
    }
    let told = kind == ClaimKind::Recipient && SAID_IT.is_match(sentence.words(0..range.start));
    let passes_on = sentence.chain.iter().any(|speaker| {
        speaker.words.is_some()
            && matches!(speaker.role, SpeakerRole::Outlet | SpeakerRole::Witness)
            && !cast.is_accuser(&speaker.name)
    });
    if kind == ClaimKind::Measure && cast.author.is_none() && !sentence.headline {
        let told_by_office =
            |speaker: &Speaker| speaker.words.is_some() && speaker.role == SpeakerRole::Party && !own_word(sentence, cast);
        let governed = sentence.hedges.iter().any(|found| {
            let word = sentence.words(found.range.clone());
            // "said its policy applies": what is said at once, no aside about what was done before.
            let gap = if found.range.end <= range.start {
                sentence.words(found.range.end..range.start)
            } else {
                sentence.words(range.end.min(found.range.start)..found.range.start)
            };
            let at_once = gap.len() < 50 && !ASIDES.is_match(gap);
            let outside = found.range.end <= range.start || range.end <= found.range.start;
            outside && found.what == Hedge::Reported && at_once && SAYS_SO.is_match(word) && governs(sentence, found, word, range)
        });
        if governed && sentence.chain.iter().any(told_by_office) {
            return Hedge::Reported;
        }
    }
    if passes_on || told && !own_word(sentence, cast) { Hedge::Reported } else { Hedge::Asserted }
}

/// The hedge that the words and speakers of a sentence give.
fn said(sentence: &Sentence, range: &Range<usize>, kind: ClaimKind, matter: Matter, cast: &Cast) -> Hedge {
    let mut weakest = Hedge::Asserted;
    let mut confirmed = false;
    let mut boasted = false;
    for found in &sentence.hedges {
        let word = sentence.words(found.range.clone());
        // A relative clause within what is told hedges itself alone: "added a filter that could catch it".
        let modal = matches!(found.what, Hedge::Conditional | Hedge::Forecast | Hedge::Opinion | Hedge::Planned);
        let own_clause = modal
            && matches!(kind, ClaimKind::Act | ClaimKind::Effect)
            && range.start < found.range.start
            && found.range.end <= range.end
            && RELATIVE.is_match(sentence.words(range.start..found.range.start));
        let aside = own_clause
            || matches!(found.what, Hedge::Denied | Hedge::Disputed)
                && ASIDE
                    .find_iter(&sentence.text)
                    .any(|aside| aside.start() < found.range.start && found.range.end <= aside.end());
        if aside || !governs(sentence, found, word, range) {
            continue;
        }
        // "likely" judges what was done, not when.
        if kind == ClaimKind::Period && found.what == Hedge::Forecast && JUDGES.is_match(word) {
            continue;
        }
        // What a party says of its own plans and chances is still what it says.
        if kind == ClaimKind::Statement && modal && found.what != Hedge::Planned {
            weakest = weakest.min(Hedge::Reported);
            continue;
        }
        let hedge = match found.what {
            Hedge::Confirmed => {
                confirmed |= CONFIRMING.is_match(word);
                continue;
            }
            // "what they describe as a campaign", said by those who accuse.
            Hedge::Reported
                if matter == Matter::Campaign
                    && word.starts_with("what ")
                    && (cast.accuser.is_some() || !cast.accused.is_empty()) =>
            {
                if cast.author.is_some() {
                    Hedge::Asserted
                } else {
                    Hedge::Alleged
                }
            }
            // Who suspects somebody of a deed alleges it.
            Hedge::Opinion if matter == Matter::Campaign && SUSPECTS.is_match(word) => Hedge::Alleged,
            // What the accused themselves claim, they only say.
            Hedge::Alleged if word.to_lowercase().starts_with("claim") && by_accused(sentence, found.range.start, cast) => {
                boasted = true;
                Hedge::Reported
            }
            // What may have happened is past: whoever tells it passes it on.
            Hedge::Conditional | Hedge::Forecast if happened(sentence, found.range.clone()) => Hedge::Reported,
            // "could net $2 billion": expected, where no condition is named.
            Hedge::Conditional if number(kind) && MAY.is_match(word) && !IF.is_match(&sentence.text) => Hedge::Forecast,
            hedge => hedge,
        };
        weakest = weakest.min(hedge);
    }
    if number(kind) && CONTESTED.is_match(sentence.words(range.end..sentence.text.len())) {
        return Hedge::Disputed;
    }
    if sentence.spoken || sentence.chain.iter().any(|speaker| speaker.words.is_some()) && PRONOUN_SAYS.is_match(&sentence.text) {
        weakest = weakest.min(Hedge::Reported);
    }
    if matter == Matter::Campaign && cast.author.is_none() && weakest > Hedge::Alleged && ATTRIBUTED.is_match(&sentence.text) {
        weakest = Hedge::Alleged;
    }
    // "Halden has documented 9,000 accounts", in somebody else's text.
    if matter == Matter::Campaign
        && cast.author.is_none()
        && weakest == Hedge::Asserted
        && found_by_accuser(sentence, range, cast)
    {
        weakest = Hedge::Alleged;
    }
    if confirmed && weakest >= Hedge::Alleged {
        return Hedge::Confirmed;
    }
    if weakest == Hedge::Reported && own_word(sentence, cast) {
        weakest = Hedge::Asserted;
    }
    if matter != Matter::Campaign || weakest < Hedge::Reported {
        return weakest;
    }
    if weakest == Hedge::Asserted && found_by_others(sentence, range, kind, cast) {
        weakest = Hedge::Reported;
    }
    if weakest == Hedge::Reported {
        return if !boasted && accuses(sentence, cast) { Hedge::Alleged } else { Hedge::Reported };
    }
    let goes_on = !sentence.headline
        && (GOES_ON.is_match(&sentence.text) || continues(sentence, cast))
        && sentence.chain.last().is_some_and(|last| cast.is_accuser(&last.name) && last.words.is_none())
        && cast.author.is_none();
    let in_table = sentence.row.is_some() && cast.accuser.is_some() && cast.author.is_none();
    if in_table || goes_on { Hedge::Alleged } else { weakest }
}

/// Whether a claim of `kind` is a number.
fn number(kind: ClaimKind) -> bool {
    matches!(kind, ClaimKind::Count | ClaimKind::Amount | ClaimKind::Rate)
}

/// Whether the word at `at` weighs what happened already: "may have been taken".
fn happened(sentence: &Sentence, at: Range<usize>) -> bool {
    MAY.is_match(sentence.words(at.clone())) && HAPPENED.is_match(sentence.words(at.end..sentence.text.len()))
}

/// Whether the subject of the verb at `at` is an accused, named or not.
fn by_accused(sentence: &Sentence, at: usize, cast: &Cast) -> bool {
    let before = sentence.words(0..at);
    let subject = HELPERS.find(before).map_or(before, |helpers| &before[..helpers.start()]).trim_end();
    let near = |name: &str| subject.ends_with(name);
    CRIMINALS.is_match(subject)
        || cast.accused.iter().any(|one| near(&one.name))
        || cast.accuser.is_none() && THE_INTRUDERS.is_match(before)
}

/// Whether the publisher itself is the one who says it: what it says in its own text it asserts.
fn own_word(sentence: &Sentence, cast: &Cast) -> bool {
    let Some(author) = &cast.author else { return false };
    let author = short_name(author);
    let mut named = sentence.chain.iter().filter(|speaker| speaker.words.is_some()).peekable();
    named.peek().is_some()
        && named.all(|speaker| same_party(&short_name(&speaker.name), &author) || within(&speaker.name, &author))
}

/// Whether all words of a body's name stand in its full name: "Justice Department" in "U.S. Department of Justice".
fn within(name: &str, full: &str) -> bool {
    let mut words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| word.starts_with(char::is_uppercase)).peekable();
    words.peek().is_some()
        && name.contains(' ')
        && words.all(|word| full.split(|c: char| !c.is_alphanumeric()).any(|own| own == word))
}
