//! What agencies settle, and what an order, a settlement or a licence obliges its party to: "BIS settled 18 violations by", "the bank shall
//! be assessed a civil penalty".

use super::offices::is_official;
use super::{Reading, Stage, cut, is_government, period};
use crate::document::short_name;
use crate::page::Sentence;
use crate::pattern::patterns;
use crate::propose::Reader;
use crate::subject::subject;
use std::ops::Range;

patterns! {
    /// An agency that ends a matter itself: "settled 18 alleged violations by", "settles with".
    SETTLED = r"(?i)\b(?:settl(?:e|es|ed|ing)|resolv(?:e|es|ed|ing))\s+(?:with\b|(?:[\w-]+\s+){0,4}?(?:liability|violations?|allegations?|charges?|claims?|cases?|matters?|investigations?|complaints?|disputes?|penalt(?:y|ies)|enforcement\s+\w+)\b)[^;]*";
    /// An agreement with somebody, by its verb: "reached a $1 million settlement with".
    AGREED = r"(?i)\b(?:reach(?:es|ed|ing)?|announc(?:es|ed)|enter(?:s|ed|ing)?(?:\s+into)?|agree(?:s|d)\s+(?:to|on)|str(?:ikes?|uck)|approv(?:es|ed)|finali[sz](?:es|ed)|sign(?:s|ed)?|secur(?:es|ed)|clos(?:es|ed)|negotiat(?:es|ed)|obtain(?:s|ed))\s+(?:[\w$€£,.-]+\s+){0,6}?(?P<what>settlements?|consent\s+(?:decrees?|orders?|agreements?)|agreements?|deals?|resolutions?)\s+(?P<with>with|to\s+resolve|resolving|over|under\s+which)\b[^;]*";
    /// An agreement that needs both a state and somebody else, by its noun alone.
    SETTLEMENT = r"(?i)^(?:settlement|consent)";
    /// Penalties that an agency sets: those of a court are what followed.
    PENALTY = r"(?i)\b(?:(?:shall|will)\s+be|was|were|is|are|been)\s+(?:also\s+)?(?:assessed|issued|handed|given|hit\s+with|slapped\s+with|ordered\s+to\s+pay|required\s+to\s+pay|levied|served\s+with|charged)\s+(?:(?:an?|the|total|record|combined|joint|[$€£]?[\d,.]+|million|billion|USD|[a-z]+-figure)\s+){0,5}(?:civil|administrative|civil\s+money|monetary|regulatory)\s+(?:[\w-]+\s+)?(?:penalt(?:y|ies)|fines?)\b[^;.]*";
    /// A seizure told by its noun: "today's seizure of 41 domains", "a warrant authorizing the seizure of".
    SEIZURE = r"(?i)\b(?:(?:(?:the|an?|this|its|their|\p{L}+[’']s|court-authori[sz]ed|coordinated|international|simultaneous|recent|subsequent)\s+)*(?:seizure|confiscation|takedown|freezing|blocking|designation|sanctioning|blacklisting|dismantling)\s+of)\s+(?P<what>[^;.,]{3,90})";
    SEIZED = r"(?i)\b(?:domains?|websites?|servers?|infrastructure|botnets?|assets|accounts?|funds|property|properties|crypto\w*|bitcoin|wallets?|network|forum|marketplace|platform|chips?|gpus|processors|vessels?|aircraft|compan(?:y|ies)|firms?|banks?|entit(?:y|ies)|individuals|people|hackers|million|billion)\b";
    /// Where a seizure is feared, wanted or denied.
    NO_SEIZURE = r"(?i)\b(?:avoid|prevent|evade|escape|fear(?:s|ed|ing)?|risk(?:s|ed|ing)?|threat|against|could|may|might|seek\w*|appeal\w*|challeng\w+|urg\w+|call\w*|despite|no|possible|potential|after|since|before|following)\s+(?:\w+\s+){0,3}$";
    /// The verb of an operative clause.
    SHALL = r"(?i)\b(?:shall|is\s+hereby|are\s+hereby)\s+(?:\w+ly\s+|also\s+|not\s+|thereafter\s+)*(?P<does>[a-z]+)";
    /// What a clause with "shall" says of words, of itself, or of the law in general.
    OF_WORDS = r"(?i)^(?:mean|include|construed|apply|have|prevail|govern|constitute|refer|survive|become|enter|come|overcome|see|return|soon|know|find|rise|fall|live|die|we|i|he|it|they|remember|say)$";
    BE = r"(?i)\b(?:be|hereby)\s+(?:\w+ly\s+)?(?:construed|interpreted|deemed|entitled|seen|known|read|understood|governed|noted|remembered)\b";
    /// Papers whose clauses bind.
    BINDING = r"(?i)\b(?:orders?|ordered|agreement|licen[cs]es?|regulations?|penalt(?:y|ies)|probation(?:ary)?|audits?|directive|decree|denial|settlement|sanctions|act|bill|section|licensees?|exporters?|export)\b";
    BILL = r"(?i)\b(?:bill|draft|proposed|proposal)\b";
    /// How a deed of somebody else's is introduced, or one that is not done.
    NOT = r"(?i)\b(?:not|never|to|could|may|might|if|n[’']t|without|seek\w*|hop\w+)\s+(?:\w+ly\s+)?$";
    WILL = r"(?i)\b(?:will|would|plans?\s+to|expected\s+to|set\s+to|about\s+to)\s+$";
}

/// Settlements, penalties and the clauses of orders.
pub(super) fn read(reader: &Reader<'_, '_>, sentence: &Sentence) -> Vec<Reading> {
    let mut found = Vec::new();
    let text = &sentence.text;
    let acts = |words: &str| is_government(words) || is_official(reader, words);
    for settled in SETTLED.find_iter(text) {
        let Some(stage) = stage(sentence, settled.start()) else { continue };
        let who = subject(sentence, settled.start()).map(|who| sentence.words(who)).filter(|who| acts(who));
        if let Some(who) = who {
            found.push(reading(sentence, cut(sentence, settled.range()), who, stage));
        }
    }
    for agreed in AGREED.captures_iter(text) {
        let (Some(whole), Some(what), Some(with)) = (agreed.get(0), agreed.name("what"), agreed.name("with")) else { continue };
        let Some(stage) = stage(sentence, whole.start()) else { continue };
        let value = cut(sentence, whole.range());
        let party = sentence.words(with.end().min(value.end)..value.end);
        let who = subject(sentence, whole.start()).map_or("", |who| sentence.words(who));
        let one = acts(who);
        // "a deal with the president": of two states it is diplomacy, of two companies business.
        let other = with.as_str().eq_ignore_ascii_case("with") && acts(party);
        if one && SETTLEMENT.is_match(what.as_str()) || one != other && !who.is_empty() {
            found.push(reading(sentence, value, if one { who } else { party }, stage));
        }
    }
    for penalty in PENALTY.find_iter(text) {
        found.push(with_party(sentence, penalty.range(), Stage::Issued));
    }
    for seizure in SEIZURE.captures_iter(text) {
        let (Some(whole), Some(what)) = (seizure.get(0), seizure.name("what")) else { continue };
        if SEIZED.is_match(what.as_str()) && !NO_SEIZURE.is_match(sentence.words(0..whole.start())) {
            found.push(reading(sentence, cut(sentence, whole.range()), "", Stage::Issued));
        }
    }
    let binding = || reader.page.passages.iter().any(|passage| BINDING.is_match(&passage.text));
    for shall in SHALL.captures_iter(text) {
        let (Some(whole), Some(does)) = (shall.get(0), shall.name("does")) else { continue };
        let clause = cut(sentence, whole.start()..sentence.clause(whole.range()).end.max(whole.end()));
        let of_words = OF_WORDS.is_match(does.as_str()) || BE.is_match(sentence.words(clause.clone()));
        if of_words || sentence.spoken || !BINDING.is_match(text) && !binding() {
            continue;
        }
        let stage = if BILL.is_match(text) { Stage::Introduced } else { Stage::Issued };
        found.push(with_party(sentence, clause, stage));
    }
    found
}

/// How far the deed of the verb at `at` has come, by the words before it.
fn stage(sentence: &Sentence, at: usize) -> Option<Stage> {
    let before = sentence.words(0..at);
    if WILL.is_match(before) {
        return Some(Stage::Planned);
    }
    (!NOT.is_match(before)).then_some(Stage::Issued)
}

fn reading(sentence: &Sentence, value: Range<usize>, who: &str, stage: Stage) -> Reading {
    let when = period(sentence, &value);
    Reading { range: value.clone(), value, who: short_name(who), stage, period: when }
}

/// What befalls somebody, with him: "Oster shall complete two audits".
fn with_party(sentence: &Sentence, range: Range<usize>, stage: Stage) -> Reading {
    let who = subject(sentence, range.start).filter(|who| range.start - who.start <= 90);
    let whole = who.map_or(range.start, |who| who.start)..range.end;
    let when = period(sentence, &whole);
    Reading { range: whole.clone(), value: whole, who: String::new(), stage, period: when }
}
