//! Who did it: how the doer of a deed, by the form in which the deed is told, stands to the case.

use super::CHARGES;
use super::NEAR_CHARGE;
use super::standing::{PEOPLE, PHRASE_END, QUALIFIED, is_accused, is_accused_anywhere, is_accuser, is_told, names_accused};
use super::subject::{PRONOUN, RELATIVE, antecedent, subject};
use crate::document::Cast;
use crate::page::Sentence;
use crate::pattern::patterns;
use crate::propose::Reader;
use dossier_grammar::{Deed, DeedClass, DeedForm, Found};
use dossier_model::Hedge;

patterns! {
    /// Before the first verb of being or having.
    OPENING = r"(?i)\s(?:is|are|was|were|has|have|had)\b";
    /// Nouns for the conduct itself.
    pub(super) CONDUCT = r"(?i)\b(?:campaigns?|operations?|breach(?:es)?|hacks?|schemes?|attacks?|cyber-?attacks?|activity|activities|exchanges|efforts?|intrusions?|conspirac(?:y|ies)|plots?|sessions?)$";
    KNOWN_FOR = r"(?i)\b(?:known|notorious|infamous|responsible|focus(?:es|ed)?|speciali[sz](?:es|ed))\s+(?:for|on|in)\s+$";
    WHAT_MOVED = r"(?i)\b(?:accounts?|logins?|servers?|chips?|gpus?|processors?|accelerators?|machines|shipments?|goods|products?|equipment|gear|items|cargo|crates|boxes|pallets|containers|wafers|sensors|(?:disk|hard)\s+drives|semiconductors|funds|money|proceeds|payments|files|records|data|documents|credentials|passwords|secrets|code|weights|tools|requests|queries|devices|hardware|infrastructure|boards|cards|parts|components|the\s+rest|invoices|papers|traffic|malicious|malware|ransomware|spyware|payloads?|networks?|systems?|routers?|databases?|emails?|information|orders?|software|technology|exports?)\b";
    /// What every shop ships.
    ANY_GOODS = r"(?i)\b(?:products?|items|boxes|pallets)$";
    MALICIOUS = r"(?i)\b(?:malicious|malware|ransomware|spyware|web\s?shells?|backdoors?|implants?)\b";
    /// A use that is a wrong.
    MISUSED = r"(?i)^used\s+(?:by\s+[^,;]{2,60}?\s)?to\s+(?:\w+ly\s+)?(?:launder|steal|smuggle|hack|extort|defraud|exfiltrate|infiltrate|siphon|evade|circumvent|bypass|divert|harvest|scrape|distill?|phish|impersonate|attack|spy|commit|target)\b";
    /// By what somebody is named before "for" and a wrong: "an advisory naming six firms for copying".
    pub(super) NAMED_FOR = r"(?i)\b(?:nam(?:e|es|ed|ing)|cit(?:es|ed|ing)|call(?:s|ed|ing)\s+out|singl(?:es|ed|ing)\s+out|fault(?:s|ed|ing)|condemn(?:s|ed|ing)?|rebuk(?:es|ed|ing)|punish(?:es|ed|ing)?|criticis(?:es|ed|ing)|criticiz(?:es|ed|ing)|flag(?:s|ged|ging)|target(?:s|ed|ing))\s+[^;.]{3,80}\sfor\s+(?:[\w-]+ly\s+)?$";
    /// "all 27", "most of them".
    COUNTED = r"(?i)\b(?:all|most|some|many|others|\d[\d,]*)(?:\s+of\s+(?:them|these|those))?$";
}

/// How the subject of a deed stands to the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Doer {
    Accused,
    Other,
}

/// Who did the deed, as far as its own words tell; `None` where it shares the subject of the deed before it.
pub(super) fn doer(reader: &Reader<'_, '_>, sentence: &Sentence, deed: &Found<Deed>, topic: Option<Doer>) -> Option<Doer> {
    let cast = reader.cast;
    let phrase = sentence.words(deed.range.clone());
    match deed.what.form {
        DeedForm::Active => {
            if deed.what.subject.is_empty() {
                return None;
            }
            Some(subject(reader, sentence, deed, topic))
        }
        DeedForm::Infinitive => {
            if deed.what.subject.is_empty() {
                return None;
            }
            let words = sentence.words(deed.what.subject.clone());
            let scheme = words.ends_with(|c: char| c.is_alphabetic()) && subject(reader, sentence, deed, topic) == Doer::Accused;
            let told = matches!(sentence.hedge.what, Hedge::Alleged | Hedge::Reported | Hedge::Confirmed);
            let tells = deed.what.class == DeedClass::Harm && (reader.on_the_case(sentence) || told)
                || deed.what.class == DeedClass::Trade && told
                || deed.what.wrongly;
            Some(if scheme || tells { Doer::Accused } else { Doer::Other })
        }
        DeedForm::Charge => {
            let before = sentence.words(0..deed.range.start);
            let near = NEAR_CHARGE.find(before).is_some_and(|charge| deed.range.start - charge.start() < 220);
            // "Meridian for copying it": an entry of a list of the sanctioned.
            let listed = before.trim_end().ends_with(" for") && is_accused(cast, before) && !OPENING.is_match(before);
            let part = before.trim_end().ends_with(" in")
                && (deed.what.class != DeedClass::Plain || is_accused_anywhere(cast, before) || names_accused(cast, before));
            let known = KNOWN_FOR.is_match(before) && names_accused(cast, before);
            let named = deed.what.class != DeedClass::Plain && NAMED_FOR.is_match(before);
            Some(if near || part || listed || known || named { Doer::Accused } else { Doer::Other })
        }
        DeedForm::Participle => None,
        DeedForm::Attached => {
            let words = sentence.words(deed.what.subject.clone());
            let told = sentence.hedge.what == Hedge::Alleged || CHARGES.is_match(&sentence.text);
            let people = is_accused(cast, words)
                || is_told(reader, sentence, words)
                || deed.what.class == DeedClass::Harm && QUALIFIED.is_match(words);
            let charged = told && PEOPLE.is_match(words) && !is_accuser(cast, words);
            let on_the_case = || reader.on_the_case(sentence) || !cast.accused.is_empty() || deed.what.class == DeedClass::Harm;
            let conduct = CONDUCT.is_match(words) && on_the_case();
            Some(if people || charged || conduct { Doer::Accused } else { Doer::Other })
        }
        DeedForm::Passive => {
            let mut words = sentence.words(deed.what.subject.clone());
            if RELATIVE.is_match(words) {
                words = antecedent(sentence, deed.what.subject.start);
            }
            let by = phrase.find(" by ").map(|at| &phrase[at + 4..]);
            let by = by.filter(|by| phrase.len() - by.len() < 60);
            let by_accused = by.is_some_and(|by| is_accused(cast, by) || is_kind(reader, by));
            // "the mixer had been used to launder": whoever used it so, the use tells it.
            let in_use = deed.what.verb == "use"
                && (phrase.starts_with("used to ") && is_accused(cast, words) || MISUSED.is_match(phrase));
            let none = words.to_lowercase().split(' ').any(|word| word == "no" || word == "none");
            if none {
                return Some(Doer::Other);
            }
            let by_other = by.is_some_and(|_| !by_accused);
            let things = (WHAT_MOVED.is_match(words) || COUNTED.is_match(words)) && !PRONOUN.is_match(words);
            let told = matches!(sentence.hedge.what, Hedge::Alleged | Hedge::Reported | Hedge::Confirmed);
            let on_the_case = reader.on_the_case(sentence) || !sentence.chain.is_empty() || !cast.accused.is_empty();
            let wrong = match deed.what.class {
                DeedClass::Harm => things && on_the_case,
                DeedClass::Trade => things && on_the_case && !by_other && (told || !ANY_GOODS.is_match(words)),
                DeedClass::Plain if MALICIOUS.is_match(words) => !by_other,
                DeedClass::Plain => things && matches!(sentence.hedge.what, Hedge::Alleged | Hedge::Reported) && !by_other,
            };
            Some(if by_accused && !is_owning(&deed.what.verb) || wrong || in_use { Doer::Accused } else { Doer::Other })
        }
        DeedForm::Reduced => {
            let by = phrase.find(" by ").map(|at| &phrase[at + 4..]).filter(|_| !is_owning(&deed.what.verb));
            let by_accused = by.is_some_and(|by| is_accused(cast, by) || is_kind(reader, by));
            Some(if by_accused { Doer::Accused } else { Doer::Other })
        }
    }
}

/// Whom the first words of a sentence name, where no deed stands before: "The workers are abroad, hiding their names".
pub(super) fn opening(reader: &Reader<'_, '_>, sentence: &Sentence) -> Option<Doer> {
    let end = OPENING.find(&sentence.text)?.start();
    let words = sentence.words(0..end).trim_matches([' ', '"', '“']);
    let words = words.rsplit_once(", ").map_or(words, |(_, own)| own);
    (is_accused(reader.cast, words) || is_told(reader, sentence, words)).then_some(Doer::Accused)
}

/// Whether a clause that "that" or "who" begins tells of an accused before it: "Grey Heron, which has been active since 2021, targeting".
pub(super) fn relative(cast: &Cast, before: &str) -> bool {
    [" that has been ", " that have been ", " which has been ", " who has been ", " which is ", " that is "]
        .iter()
        .filter_map(|relative| before.rfind(relative))
        .max()
        .is_some_and(|at| names_accused(cast, &before[..at]))
}

/// Whether words begin with people told of by where they sit or for whom they work: "Lisbon-based firms", "Estravian intelligence agents".
fn is_kind(reader: &Reader<'_, '_>, words: &str) -> bool {
    let head = PHRASE_END.find(words).map_or(words, |end| &words[..end.start()]);
    let head = head.split(" and ").next().unwrap_or(head).trim();
    QUALIFIED.is_match(head) && !is_accuser(reader.cast, head) && !crate::roles::is_agency(head)
}

/// "a firm run by": who owns it, no deed.
fn is_owning(verb: &str) -> bool {
    matches!(
        verb,
        "run"
            | "manage"
            | "operate"
            | "build"
            | "make"
            | "cover"
            | "house"
            | "control"
            | "sponsor"
            | "fund"
            | "bring"
            | "file"
            | "write"
            | "publish"
            | "submit"
            | "sign"
            | "lead"
    )
}
