//! How the words for somebody stand to the case: whether they name an accused, an accuser, or people who are told of as such.

use super::CHARGES;
use crate::document::{Cast, holds_name, same_party};
use crate::page::Sentence;
use crate::pattern::patterns;
use crate::propose::Reader;
use dossier_grammar::NameKind;
use dossier_model::Hedge;

patterns! {
    /// Words that stand for the accused without a name.
    pub(super) ACTOR = r"(?i)\b(?:attackers?|hackers?|intruders?|criminals|cyber-?criminals|threat\s+actors?|actors?|operators?|perpetrators?|defendants?|co-?conspirators?|conspirators?|accomplices?|culprits?|suspects?|fraudsters?|scammers?|smugglers?|spies|infiltrators?|kidnappers?|ringleaders?|masterminds?|(?:the|this|their|its|custom)\s+(?:[\w-]+\s+)?(?:malware|botnet|implants?|backdoor)|gang|group|crew|network|ring|thieves|extortionists?|adversar(?:y|ies)|pirates|bots|(?:the|these|those)\s+(?:men|women|two|three|four|five|pair|duo|trio|campaigns?|operation|scheme|conspiracy|accused|labs|accounts|fraudulent\s+accounts|IT\s+workers)|(?:IT|fake|overseas|bogus)\s+workers|(?:two|three|four|five|several|\d+)\s+(?:men|women|people|labs|campaigns|companies|employees|brothers|defendants)|(?:its|their|his|her|whose)\s+(?:\w+\s+)?(?:engineers|employees|staff|agents|associates|operators|accomplices|partners)|former\s+(?:[\w’'-]+\s+)?(?:employees?|engineers?|executives?|contractors?)|someone|intermediaries|middlemen|front\s+compan(?:y|ies)|shell\s+compan(?:y|ies)|insiders?)$";
    /// Companies and people told apart by where they sit or what was done to them.
    pub(super) QUALIFIED = r"(?i)(?:\b\w+[- ](?:based|linked|backed|affiliated|sponsored|aligned|nexus|controlled|run)|\b(?:Chinese|Russian|Iranian|Belarusian|North\s+Korean|DPRK|sanctioned|designated|blacklisted|indicted|convicted|shell|front|sister|rogue|unauthori[sz]ed|malicious|unscrupulous|adversarial|state|corrupt|former)|\b(?:foreign|overseas)(?:\s+[\w-]+)?)\s+(?:[\w()/-]+\s+){0,4}(?:compan(?:y|ies)|firms?|labs?|laborator(?:y|ies)|entit(?:y|ies)|business(?:es)?|individuals?|actors?|operators?|providers?|nationals?|citizens?|agents?|bankers?|workers?|networks?|organi[sz]ations?|groups?|spies|adversar(?:y|ies)|intelligence|labs?|employees?|engineers?|executives?|sessions?)$";
    /// The same by what stands behind them: "groups based in Estravia", "accounts tied to employees of Meridian".
    PLACED = r"(?i)^(?:[\w’'-]+\s+){0,4}?(?:compan(?:y|ies)|firms?|labs?|entit(?:y|ies)|individuals?|people|actors?|operators?|hackers?|groups?|networks?|users?|accounts?|developers?|employees|staff|researchers)\s+(?:(?:based|located|headquartered)\s+(?:in|out\s+of)|(?:operating|working)\s+(?:from|out\s+of|for|inside)|(?:believed\s+to\s+be\s+)?(?:linked|tied|connected|affiliated|associated|aligned|traced)\s+(?:to|with)|(?:backed|sponsored|directed|controlled|funded|run)\s+by|acting\s+for)\s+(?:[\p{Ll}]+\s+(?:of\s+|at\s+)?){0,3}(?-i:\p{Lu})";
    /// Services that serve such people: "a grey market of proxy services".
    SERVES = r"(?i)\b(?:proxy|relay|bulletproof|mixing|grey-market|gray-market|black-market|unauthori[sz]ed|third-party|illicit|underground)\s+(?:[\w-]+\s+)?(?:services?|re-?sellers?|aggregators?|providers?|brokers?|networks?|hosts?|marketplaces?|mixers?|exchanges?)$";
    /// Common nouns for people and companies, for a clause that says what these did.
    pub(super) PEOPLE = r"(?i)\b(?:compan(?:y|ies)|firms?|labs?|laborator(?:y|ies)|entit(?:y|ies)|business(?:es)?|individuals?|people|persons|men|women|man|woman|actors?|providers?|nationals?|citizens?|agents?|bankers?|workers?|networks?|organi[sz]ations?|groups?|brothers?|employees?|engineers?|executives?|traders?|brokers?|resellers?|ships?|vessels?|subsidiar(?:y|ies)|affiliates?|units?|institutes?|officers?)$";
    /// Who looks on: what they do is no deed of the case.
    pub(super) ONLOOKER = r"(?i)\b(?:researchers?|analysts?|experts?|users?|authorities|police|prosecutors?|investigators?|officials?|agents|officers|regulators?|lawmakers?|customers|victims?|reporters?|journalists?|court|judge|jury|government|department|agency|agencies|bureau|report|nobody|no\s+one|anyone|we|you|I|model|models|chatbot|tool|technique|law|bill|rule|order|team|ministry|bank|banks|industry|lab|labs|company|companies|firm|firms)$";
    /// First words of names that name nobody by themselves.
    PLACE_WORD = r"^(?:North|South|East|West|New|Korea\w*|China|Chinese|Russia\w*|Iran\w*|Hong|United|National|American|Global|International|First|General|Bank|State|Great|Royal|Digital|Advanced|Data|Cloud|Tech\w*)$";
    /// Verbs and objects of who only speaks: "wrote that", "sent a memo to lawmakers".
    SPEAKS = r"(?i)^(?:wr(?:ote|itten)|asked|told|called|offered)\b|\b(?:letters?|memos?|complaints?|statements?|lawsuits?|lawmakers|accusing|accusations?|ban)\b";
    /// Where the noun phrase of a subject ends.
    pub(super) PHRASE_END = r"(?i),|\s(?:of|in|at|from|with|linked|tied|acting|working|based|behind|known|using|to|for|on|by|inside|belonging|calling|named|among|close)\b|\s\w+ed\s(?:with|by|to|in|from|as|at|on)\b|\s\(";
}

/// Whether words begin with an accused party, or with a noun that stands for one.
pub(super) fn is_accused(cast: &Cast, words: &str) -> bool {
    let head = PHRASE_END.find(words).map_or(words, |end| &words[..end.start()]).trim();
    let named = cast.accused.iter().any(|one| {
        holds_name(head, &one.name)
            || [last_name(&one.name), first_name(&one.name)].into_iter().flatten().any(|part| holds_name(head, part))
    });
    named || ACTOR.is_match(head)
}

pub(super) fn is_accused_anywhere(cast: &Cast, words: &str) -> bool {
    let named = cast
        .accused
        .iter()
        .any(|one| holds_name(words, &one.name) || last_name(&one.name).is_some_and(|last| holds_name(words, last)));
    named || ACTOR.is_match(words.trim())
}

/// Whether an accused is named in words.
pub(super) fn names_accused(cast: &Cast, words: &str) -> bool {
    cast.accused.iter().any(|one| holds_name(words, &one.name))
}

/// Whether words name who accuses.
pub(super) fn is_accuser(cast: &Cast, words: &str) -> bool {
    cast.accuser.as_deref().is_some_and(|accuser| holds_name(words, accuser))
}

/// Whether words are a noun for people who do such things.
pub(super) fn is_actor(words: &str) -> bool {
    let head = PHRASE_END.find(words).map_or(words, |end| &words[..end.start()]);
    ACTOR.is_match(head.trim())
}

/// Whether words name a party that a sentence of accusation tells of: anybody in it but those who look on, accuse or suffer.
pub(super) fn is_charged(reader: &Reader<'_, '_>, sentence: &Sentence, words: &str, phrase: &str) -> bool {
    let head = PHRASE_END.find(words).map_or(words, |end| &words[..end.start()]).trim();
    let named = || {
        let name = sentence.names.iter().find(|name| head.ends_with(&name.what.text));
        name.is_some_and(|name| {
            let target = reader.cast.target.as_deref().is_some_and(|target| name.what.text.starts_with(target));
            !matches!(name.what.kind, NameKind::Place) && !target
        })
    };
    sentence.hedge.what == Hedge::Alleged
        && !SPEAKS.is_match(phrase)
        && !ONLOOKER.is_match(head)
        && !is_accuser(reader.cast, words)
        && !crate::roles::is_agency(head)
        && (named() || PEOPLE.is_match(head))
}

/// Whether words name companies or people by where they sit, in a text that charges somebody.
pub(super) fn is_told(reader: &Reader<'_, '_>, sentence: &Sentence, words: &str) -> bool {
    let told = matches!(sentence.hedge.what, Hedge::Alleged | Hedge::Reported | Hedge::Confirmed);
    (QUALIFIED.is_match(words) || PLACED.is_match(words) || SERVES.is_match(words))
        && !is_accuser(reader.cast, words)
        && (told || reader.page.passages.iter().filter(|passage| CHARGES.is_match(&passage.text)).take(2).count() == 2)
}

/// "Meridian" of "Meridian Works".
fn first_name(name: &str) -> Option<&str> {
    name.split_once(' ')
        .map(|(first, _)| first)
        .filter(|first| first.len() > 2 && !PLACE_WORD.is_match(first) && same_party(name, first))
}

/// "Ruiz" of "Dana Ruiz".
pub(super) fn last_name(name: &str) -> Option<&str> {
    name.rsplit_once(' ').map(|(_, last)| last).filter(|last| same_party(name, last))
}
