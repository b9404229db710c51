//! Whom the subject of a verb stands for: a name, a pronoun, a noun that points back.

use super::CHARGES;
use super::doer::Doer;
use super::standing::{
    ACTOR, ONLOOKER, PEOPLE, PHRASE_END, QUALIFIED, is_accused, is_accused_anywhere, is_accuser, is_charged, is_told,
    names_accused,
};
use crate::document::Cast;
use crate::page::Sentence;
use crate::pattern::patterns;
use crate::propose::Reader;
use dossier_grammar::{Deed, DeedClass, Found, NameKind};
use dossier_model::Hedge;

patterns! {
    pub(super) PRONOUN = r"(?i)^(?:it|they|he|she|this|these)(?:['’](?:ve|d|s|re))?$";
    /// Nouns that point back like a pronoun: whom the text spoke of last.
    pub(super) POINTS_BACK = r"(?i)^(?:the|these|those|both|all(?:\s+the)?|some\s+of\s+(?:the|these|those)|each\s+of\s+(?:the|these))\s+(?:[\w-]+\s+){0,2}(?:compan(?:y|ies)|firms?|labs?|laborator(?:y|ies)|start-?ups?|business(?:es)?|entit(?:y|ies)|individuals|people|men|women|man|woman|brothers?|couple|workers|employees|engineers?|executives?|traders?|brokers?|dealers?|resellers?|customers|providers?|nationals?|citizens|students?|brothers|father|official|manager|founder|director|contractors?)$";
    pub(super) RELATIVE = r"(?i)^(?:who|which|that)$";
    LEADING = r"(?i)^(?:and|then|but|also|later|in\s+\d{4},?|meanwhile|together|yet|there|over\s+time|first|once\s+inside|instead|now|finally|secretly|at\s+the\s+same\s+time),?\s+";
    /// Governments that such reports charge with deeds.
    STATE = r"(?i)^(?:the\s+)?(?:North\s+Korea|DPRK|Pyongyang|Iran|Tehran|Russia|Moscow|China|Beijing|the\s+PRC|PRC|(?:North\s+Korean|DPRK|Iranian|Russian|Chinese|PRC)\s+(?:government|regime|state|military|leadership|intelligence))$";
    /// People in the service of such a state.
    STATE_PEOPLE = r"(?i)\b(?:Chinese|Russian|Iranian|Belarusian|North\s+Korean|DPRK|PRC|state|state-(?:backed|sponsored|linked))\s+(?:[\w-]+\s+){0,2}?(?:agents|officers|operatives|spies|hackers|soldiers|units?)$";
    /// What makes a state's deed a wrong.
    WRONG = r"(?i)\b(?:steal\w*|stole|schemes?|attack\w*|hack\w*|thefts?|espionage|spy|spied|spying|launder\w*|smuggl\w*|intrusions?|infiltrat\w*|ransomware|malware)\b";
    FOUND_THAT = r"(?i)\b(?:based\s+on|on)\s+(?:\w+\s+)?(?:evidence|an?\s+determination|an?\s+finding|information|intelligence|findings)\s+that\s+$";
    /// A common noun for a party, which a name in an aside can follow.
    COMMON_PARTY = r"(?i)\b(?:company|companies|firms?|labs|group|lab|laboratory|start-?up|group|national|citizen|man|woman|broker|trader|reseller|engineer|executive|founder|director|officer|developer|institute|hacker)$";
    /// The conduct itself as the subject of what it did: "the breach hit", "a cyberattack that sent".
    pub(super) CONDUCT = r"(?i)^(?:the|a|an|this|that|one|another)\s+(?:[\w’'-]+\s+){0,4}?(?:campaign|operation|scheme|attack|cyber-?attack|breach|hack|heist|intrusion|break-in|raid)$";
    /// The same before "that".
    pub(super) CONDUCT_ENDS = r"(?i)\b(?:a|an|the|this)\s+(?:[\w-]+\s+)?(?:campaign|operation|scheme|attack|cyber-?attack|breach|hack|heist|intrusion|break-in|raid)$";
    CONDUCT_DOES = r"^(?:hit|target|focus|strike|send|use|exploit|abuse|infect|infiltrate|compromise|breach|encrypt|steal|siphon|extract|exfiltrate|harvest|spread|rely|impersonate|deploy|route|attack|collect|seek|leverage|hijack|smuggle|divert|launder|trick|employ|concentrate)$";
    /// Wrongs that tell who did them, whoever it was.
    STRONG = r"^(?:steal|smuggle|hack|launder|exfiltrate|infiltrate|breach|extort|defraud|embezzle|falsify|forge|hijack|siphon|swindle|bribe|ransom|plunder|impersonate|misappropriate|counterfeit|sabotage|wiretap|phish|relabel|mislabel|jailbreak|distil|distill|scrape|pilfer|loot|backdoor)$";
}

/// What of an accused does its deeds, by the beginning of the word.
const OWNED: &[&str] = &[
    "lab",
    "engineer",
    "employee",
    "staff",
    "operator",
    "unit",
    "arm",
    "team",
    "agent",
    "affiliate",
    "subsidiar",
    "network",
    "compan",
    "associate",
    "research",
    "exchange",
    "campaign",
    "account",
    "operation",
    "attack",
    "malware",
    "botnet",
    "scheme",
    "worker",
];

/// Those who can be tied to an accused by the words behind them.
const TIED: &[&str] = &[
    "members",
    "operators",
    "people",
    "employees",
    "staff",
    "workers",
    "researchers",
    "accounts",
    "lab",
    "somebody",
    "individuals",
    "someone",
    "associates",
    "affiliates",
    "hackers",
    "actors",
    "executives",
    "engineers",
];

/// How the subject of a deed stands to the case.
pub(super) fn subject(reader: &Reader<'_, '_>, sentence: &Sentence, deed: &Found<Deed>, topic: Option<Doer>) -> Doer {
    let cast = reader.cast;
    let region = deed.what.subject.clone();
    let mut words = sentence.words(region.clone()).trim_matches([' ', '"', '“', '”', '‘']);
    while let Some(lead) = LEADING.find(words) {
        words = words[lead.end()..].trim_start();
    }
    // "In May, Meridian": what stands before the comma says when.
    if let Some((_, own)) = words.rsplit_once(", ").filter(|(when, own)| !is_accused(cast, when) && !own.is_empty()) {
        words = own;
    }
    // "Meridian (tracked as Tern) routed": the name before the brackets.
    if let Some((name, aside)) = words.split_once(" (")
        && aside.ends_with(')')
        && !aside[..aside.len() - 1].contains(')')
    {
        words = name;
    }
    let start = region.start + sentence.words(region.clone()).find(words).unwrap_or(0);
    // "added to the list on evidence that they supplied spyware": why somebody was listed.
    let listed = FOUND_THAT.is_match(sentence.words(0..start)) && deed.what.class != DeedClass::Plain;
    if listed && !is_accuser(cast, words) {
        return Doer::Accused;
    }
    if PRONOUN.is_match(words) {
        return pronoun(cast, sentence, start, topic);
    }
    if RELATIVE.is_match(words.split(' ').next().unwrap_or("")) {
        let near = antecedent(sentence, start);
        let charged = PEOPLE.is_match(near) && CHARGES.is_match(&sentence.text) && !is_accuser(cast, near);
        let qualified = is_told(reader, sentence, near) || QUALIFIED.is_match(near) && deed.what.class == DeedClass::Harm;
        let near_conduct = CONDUCT_ENDS.is_match(near) && CONDUCT_DOES.is_match(&deed.what.verb);
        return if charged || qualified || near_conduct && !deed.what.present || is_accused_anywhere(cast, near) {
            Doer::Accused
        } else {
            Doer::Other
        };
    }
    // "We exfiltrated the data": the words of intruders.
    if ["we", "i"].contains(&words.to_lowercase().as_str()) {
        let own = sentence.chain.iter().any(|speaker| is_accused(cast, &speaker.name) && !cast.is_accuser(&speaker.name));
        return if own { Doer::Accused } else { Doer::Other };
    }
    if !deed.what.present && CONDUCT.is_match(words) && CONDUCT_DOES.is_match(&deed.what.verb) {
        return Doer::Accused;
    }
    if POINTS_BACK.is_match(words) && !is_accused(cast, words) && points_back(cast, sentence, start, topic) {
        return Doer::Accused;
    }
    let told = matches!(sentence.hedge.what, Hedge::Alleged | Hedge::Reported | Hedge::Confirmed);
    if !deed.what.present && is_charged(reader, sentence, words, sentence.words(deed.range.clone())) {
        return Doer::Accused;
    }
    let qualified = is_told(reader, sentence, words) && (told || !deed.what.present)
        || QUALIFIED.is_match(words) && !is_accuser(cast, words) && deed.what.class == DeedClass::Harm;
    let wrong = || WRONG.is_match(sentence.words(deed.range.clone()));
    let state = STATE.is_match(words) && (told && !sentence.chain.is_empty() || !deed.what.present && wrong());

    if qualified || state {
        return Doer::Accused;
    }
    // "Ruiz, a former trader, and others set up"
    if words.to_lowercase() == "others" && names_accused(cast, sentence.words(0..start)) {
        return Doer::Accused;
    }
    let head = PHRASE_END.find(words).map_or(words, |end| &words[..end.start()]);
    // "a private firm, Meridian, supplied them": named in an aside.
    let aside = sentence.words(region.end..deed.range.start);
    let marks = [',', ' ', '—', '–', '-'];
    if aside.trim_start().starts_with(marks) && COMMON_PARTY.is_match(words) && is_accused(cast, aside.trim_start_matches(marks))
    {
        return Doer::Accused;
    }
    if is_accused(cast, words) {
        // "Meridian's customers" are not Meridian; "Meridian's engineers" are.
        let owned = head.rsplit_once("'s ").or_else(|| head.rsplit_once("’s "));
        let own = owned.is_none_or(|(_, own)| {
            let own = own.to_lowercase();
            OWNED.iter().any(|word| own.contains(word))
        });
        return if own { Doer::Accused } else { Doer::Other };
    }
    // "members of the group", "operators linked to Meridian", "a lab belonging to Meridian".
    let tied = words.len() > head.len() && is_accused_anywhere(cast, words) && !head.contains(['\'', '’']);
    let people = head.split_whitespace().last().is_some_and(|last| {
        let last = last.to_lowercase();
        TIED.contains(&last.as_str())
    });
    // "Two former traders smuggled": whoever it was, the verb tells it.
    let wrong = !deed.what.present
        && STRONG.is_match(&deed.what.verb)
        && (told || CHARGES.is_match(&sentence.text))
        && !ONLOOKER.is_match(head)
        && !is_accuser(cast, words)
        && !crate::roles::is_agency(head);
    if tied && people || wrong { Doer::Accused } else { Doer::Other }
}

/// The four words before the relative pronoun at `start`, within their clause.
pub(super) fn antecedent(sentence: &Sentence, start: usize) -> &str {
    let before = sentence.words(0..start).trim_end().trim_end_matches(',');
    let from = before.rfind([',', ';', '.']).map_or(0, |at| at + 1);
    let head = before[from..].trim();
    let first = head.rmatch_indices(' ').nth(3).map_or(0, |(at, _)| at + 1);
    &head[first..]
}

/// Whom a pronoun at `start` stands for: the accused where the sentence has named one before, somebody else where it has named only
/// others, else whom the text spoke of last.
fn pronoun(cast: &Cast, sentence: &Sentence, start: usize, topic: Option<Doer>) -> Doer {
    let before = sentence.words(0..start);
    let people = || before.match_indices([' ', ',']).any(|(end, _)| STATE_PEOPLE.is_match(&before[..end]));
    if is_accused_anywhere(cast, before) || before.split([',', ' ']).any(|word| ACTOR.is_match(word)) || people() {
        return Doer::Accused;
    }
    // A model and a country do nothing; "they" are no single company.
    let is_model = |name: &str| cast.target.as_deref().is_some_and(|target| name.starts_with(target));
    let plural = sentence.words(start..sentence.text.len()).to_lowercase().starts_with("they") && topic == Some(Doer::Accused);
    let other =
        !plural && sentence.names_in(0..start).any(|name| name.what.kind != NameKind::Place && !is_model(&name.what.text));
    let told = before.trim().is_empty() || !other;
    if told { topic.unwrap_or(Doer::Other) } else { Doer::Other }
}

/// Whether "the company", "these men" at `start` stand for the accused: those named before in the sentence, over the agency that
/// speaks, else those whom the text spoke of last.
fn points_back(cast: &Cast, sentence: &Sentence, start: usize, topic: Option<Doer>) -> bool {
    let other = sentence.names_in(0..start).any(|name| {
        let text = &name.what.text;
        name.what.kind != NameKind::Place
            && !cast.is_accuser(&crate::document::short_name(text))
            && !crate::roles::is_agency(text)
    });
    is_accused_anywhere(cast, sentence.words(0..start)) || !other && topic == Some(Doer::Accused)
}
