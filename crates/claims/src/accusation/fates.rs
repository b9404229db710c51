//! What befalls the accused and the designated: "Meridian is accused of", "Dana Ruiz was arrested", "put Meridian on the Entity List".

use super::Blame;
use super::subjects::{is_denied, subjects_before};
use crate::page::Sentence;
use crate::pattern::patterns;
use crate::roles::LISTED;
use dossier_grammar::NameKind;

patterns! {
    /// What befalls the accused: their arrest, trial and sentence.
    pub(crate) TRIED = r"(?i)\b(?:plead(?:s|ed)?|pled)\s+(?:not\s+)?guilty\b|\b(?:was|were|been)\s+(?:also\s+|both\s+|later\s+|first\s+)?(?:arrested|detained|convicted|sentenced|indicted|extradited|jailed)\b|\b(?:is|remains)\s+a\s+fugitive\b|\bremains?\s+at\s+large\b";
    /// A list of those whom a government shuns.
    LIST = r"(?i)\b(?:Entity\s+List|Specially\s+Designated|SDN|sanctions\s+list|blacklist|under\s+(?:\S+\s+)?sanctions)";
    LISTS = r"(?i)\b(?:plac(?:ed|es|ing)|puts?|add(?:ed|s|ing))\b";
    RELATIVE = r"(?i)^,?\s*(?:(?:an?|the|to|which)\s)[^.;]*$";
    BY_THIEVES = r"(?i)^\s+(?:made\s+|posted\s+)?(?:by|from|of)\s+(?:the\s+)?(?:\S+\s+){0,3}?(?:gang|hackers?|attackers?|ransomware|group|intruders?|criminals|thie(?:f|ves)|extortionists?)\b|^\s+of\s+(?:an?\s+)?(?:\w+\s+)?(?:breach|hack|stolen|leak)";
    DENIES = r"(?i)^(?:,\s+which)?\s+(?:has\s+|have\s+|had\s+|also\s+|flatly\s+|strongly\s+)*(?:den|disput|reject|contest)(?:y|e|es|s|ies|ied|ed)\s+(?:(?:the|any|all|both|these|those|such)\b\s*)?(?:wrongdoing|involvement|(?:charge|allegation|accusation|claim)s?|having\b|it\b|$|[,.;])";
    /// "X is accused of".
    pub(crate) PASSIVE = r"(?i)\b(?:is|are|was|were|stands?|been)\s+(?:(?:also|been|both|later|since|then|all|each|already|\w+ly)\s+){0,2}(?:(?:arrested|detained|indicted|identified)\s+and\s+)?(?:accused|alleged|charged|suspected|said)\b|\b(?:is|are|was|were|been)\s+(?:also\s+|now\s+)?(?:under\s+investigation|being\s+investigated)\s+(?:for|over)\b|\b(?:is|are|was|were|been)\s+(?:also\s+|now\s+|being\s+)?(?:sued|taken\s+to\s+court|hauled\s+(?:in)?to\s+court|named\s+(?:as\s+)?(?:an?\s+)?(?:co-)?defendants?)\b|\b(?:is|are|was|were|been)\s+(?:also\s+)?(?:named|identified|listed)\s+in\s+(?:it|(?:the|an?|that|this|its)\s+(?:[\w-]+\s+){0,3}?(?:indictment|complaint|report|advisory|lawsuit|suit|letter|memo|filing|affidavit))\b|\baccused\s+of\b|\b(?:charged|indicted)\s+(?:with|for|over)\b";
}

impl Blame {
    /// "Meridian is accused of", "Dana Ruiz, 51, and two others were arrested".
    pub(super) fn passives(&mut self, sentence: &Sentence, weight: u32) {
        let text = &sentence.text;
        for passive in PASSIVE.find_iter(text).filter(|passive| !is_denied(sentence.words(0..passive.start()))) {
            for name in subjects_before(sentence, passive.start()) {
                self.accuse(name, weight * 2);
            }
        }
        for tried in TRIED.find_iter(text) {
            for name in subjects_before(sentence, tried.start()) {
                self.accuse(name, weight * 2);
            }
        }
        for name in &sentence.names {
            let after = sentence.words(name.range.start + name.what.text.len()..text.len());
            // "denied claims made by the gang": whom a thief answers is no thief.
            let denies = DENIES.find(after).is_some_and(|found| !BY_THIEVES.is_match(&after[found.end()..]));
            // A ministry that rejects what its country's firms are charged with is not charged itself.
            if denies && !crate::roles::is_agency(&name.what.text) {
                self.accuse(name, weight);
            }
        }
    }

    /// "put Meridian on the Entity List", "Meridian was also designated".
    pub(super) fn lists(&mut self, sentence: &Sentence, weight: u32) {
        let text = &sentence.text;
        for listed in LISTED.find_iter(text) {
            let mut names = subjects_before(sentence, listed.start());
            if let Some(open) = text[..listed.start()].trim_end().strip_suffix(')').and_then(|before| before.rfind('(')) {
                names = sentence.names_in(open..listed.start()).collect();
            }
            for name in names {
                self.designate(name, weight);
            }
        }
        let Some(list) = LIST.find(text) else { return };
        let Some(verb) = LISTS.find_iter(text).filter(|verb| verb.start() < list.start()).last() else { return };
        let planned = crate::voice::is_possible(sentence.words(0..verb.start()));
        let mut any = false;
        for name in sentence.names_in(verb.end()..list.start()).filter(|_| !planned) {
            if name.what.kind != NameKind::Place && is_actor(&name.what.text) {
                self.designate(name, weight);
                any = true;
            }
        }
        // "Meridian, a company that Washington added to the Entity List".
        if !any && !planned {
            let before = sentence.names.iter().rfind(|name| {
                name.range.end <= verb.start()
                    && name.what.kind != NameKind::Place
                    && sentence.words(name.range.end..verb.start()).split_whitespace().count() >= 3
                    && RELATIVE.is_match(sentence.words(name.range.end..verb.start()))
            });
            if let Some(name) = before.filter(|name| is_actor(&name.what.text)) {
                self.designate(name, weight);
            }
        }
    }
}

/// Whether a name can stand for somebody who acts: no law, list or programme.
pub(super) fn is_actor(name: &str) -> bool {
    !["Act", "List", "Order", "Regulations", "Program", "Programme", "Nationals", "Law", "Code"]
        .iter()
        .any(|word| name.split_whitespace().any(|own| own == *word))
}
