//! Who accuses and who is accused in one sentence, by the forms in which English says so. `document` counts them over the whole text.

use crate::blamed;
use crate::document::{Scores, same_party, short_name};
use crate::lexicon::CAMPAIGN_UNITS;
use crate::page::Sentence;
use crate::pattern::patterns;
use dossier_grammar::{self as grammar, DeedClass, DeedForm, Found, Name, NameKind};
use dossier_model::{Nexus, SpeakerRole};
use std::collections::BTreeSet;

patterns! {
    ACCUSES = r"(?i)\b(?:accus(?:es|ed|ing)|charged |charging |charges (?:against )?|sanction(?:ed|ing|s) |designat(?:ed|ing|es) |indicted |convicted |arrested |extradited |sentenced |blacklisted )";
    DESIGNATES = r"(?i)^(?:sanction|designat|blacklist)";
    ACCUSED_END = r"(?i)\s(?:of|with|for|along|who|that|pursuant|on|to|in|over)\s|[;:]|\.$";
    SAYS = r"(?i)\b(?:says|said|alleges|alleged|claims|claimed|asserts|asserted|argues|argued|discovered|warns|warned|revealed|reported|disclosed|found)\b(?:\s+that)?\s+(?:operators (?:linked|tied) to\s+)?";
    ALLEGEDLY = r"(?i)\b(?:has |have |had )?allegedly\b";
    /// A verb of doing, near the name of who is said to have done it.
    DID = r"(?i)^(?:[^,;]{0,60}?\s|,[^,;]{0,60},\s)?(?:used|misused|ran|conducted|created|generated|operated|stole|extracted|distill?ed|acquired|accessed|copied|sold|smuggled|orchestrated|(?:has|have|had|is|are|was|were)\s+(?:been\s+)?\w+ing|engaged\s+in|targeted|must\s+be|worked\s+together|conspired|participated|violated|helped)\b";
    ACCORDING = r"(?i)\baccording\s+to\s+(?:the\s+)?$";
    ATTRIBUTES = r"(?i)\battribut(?:es|ed)\s+$";
    /// "X accounted for", "X was responsible for".
    ANSWERS_FOR = r"(?i)\b(?:accounted|accounts|(?:was|were|is|are)\s+responsible)\s+for\b";
    IN_THE_CASE_OF = r"(?i)\bin\s+the\s+case\s+of\s+$";
    HELD = r"(?i)\b(?:held|had|made|generated|ran|conducted|created|operated|used|sent|opened)\s+$";
    /// "X is accused of".
    pub(crate) PASSIVE = r"(?i)\b(?:is|are|was|were|stands?|been)\s+(?:(?:also|been|both|later|since|then|all|each|already|\w+ly)\s+){0,2}(?:accused|alleged|charged|suspected|said)\b|\baccused\s+of\b|\b(?:charged|indicted)\s+(?:with|for|over)\b";
    /// What befalls the accused: their arrest, trial and sentence.
    pub(crate) TRIED = r"(?i)\b(?:plead(?:s|ed)?|pled)\s+(?:not\s+)?guilty\b|\b(?:was|were|been)\s+(?:also\s+|both\s+|later\s+|first\s+)?(?:arrested|detained|convicted|sentenced|indicted|extradited|jailed)\b|\b(?:is|remains)\s+a\s+fugitive\b|\bremains?\s+at\s+large\b";
    LISTED_PASSIVE = r"(?i)\b(?:was|were|been|being)\s+(?:also\s+)?(?:designated|sanctioned|blacklisted|added\s+to\s+the\s+Entity\s+List|(?:put|placed)\s+(?:on|under)\b[^.;]{0,40}(?:list|sanctions))";
    /// A list of those whom a government shuns.
    LIST = r"(?i)\b(?:Entity\s+List|Specially\s+Designated|SDN|sanctions\s+list|blacklist|under\s+(?:\S+\s+)?sanctions)";
    LISTS = r"(?i)\b(?:plac(?:ed|es|ing)|puts?|add(?:ed|s|ing))\b";
    RELATIVE = r"(?i)^,?\s*(?:(?:an?|the|to|which)\s)[^.;]*$";
    /// "a group calling itself X", "actors known in industry as X".
    pub(crate) CALLED = r"(?i)\b(?:groups?|gangs?|crews?|actors?|hackers|criminals|collective|cluster|attackers|intruders|name)\b(?:,?\s+(?-i:[a-z])[\w-]*){0,6}?,?\s+(?:calling\s+(?:itself|themselves)|known(?:\s+\w+){0,4}\s+as|track(?:s|ed)?(?:\s+\w+){0,3}\s+as|dubbed|using\s+the\s+name|call(?:s|ed))\s+[“\x22‘']?$";
    BAND_BEFORE = r"(?i)\b(?:ransomware|hacking|extortion|cyber-?crime|cybercriminal|hacker|espionage|threat)\s+(?:group|gang|crew|actor|collective|cartel)s?\s+(?:the\s+)?[“\x22]?$";
    BAND_AFTER = r"(?i)^[”\x22]?\s+(?:(?:ransomware|hacking|extortion|cyber-?crime|cybercriminal|hacker|espionage)\s+)+(?:group|gang|crew|operation|collective|cartel)\b|^\s+(?:hackers|gang|ransomware)\b";
    /// "X, to which we attribute".
    pub(crate) TO_WHICH = r"(?i)^,\s+to\s+(?:which|whom)\s+(?:we|\S+)\s+(?:\w+\s+)?attributed?s?\b";
    DENIES = r"(?i)^(?:,\s+which)?\s+(?:has\s+|have\s+|had\s+|also\s+|flatly\s+|strongly\s+)*(?:den(?:y|ies|ied)\s+(?:any\s+)?(?:wrongdoing|involvement|the\s+(?:charge|allegation|accusation|claim)s?|having|it\b)|disputes?\s+both|rejects?\s+(?:the\s+|all\s+)?(?:charge|allegation|accusation|claim)s?)";
    /// "filed a complaint", "went public with its complaint".
    COMPLAINS = r"(?i)\bsent\s+(?:a|the)\s+letter\b|\b(?:filed|brought|lodged)\s+(?:(?:a|the|its|his|her)\s+)?(?:\w+\s+){0,2}(?:complaint|lawsuit|suit)\b|\bwent\s+public\b|\bfiled\s+with\s+(?:a|the)\s+(?:\w+\s+){0,2}court\b";
    /// Words of such conduct, by which a report's author is told from any other source.
    CONDUCT = r"(?i)\b(?:distill\w*|extract\w*|campaigns?|attacks?|fraudulent|exchanges|st(?:ole|eal)\w*|smuggl\w*)\b";
    /// Where the words before a subject end.
    SUBJECT_FROM = r"(?i)[;:(]\s*|\.\s+|\b(?:that|said|says|while|after|when|because|where|and\s+that)\s+";
    PREPOSITION = r"(?i)\b(?:of|to|from|with|against|for|by|at|in|on|into|about)\s+(?:the\s+|its\s+|a\s+|an\s+)?(?:[\w’'-]+\s+){0,3}$";
    pub(crate) IN_PHRASE = r"(?i)\b(?:of|to|from|with|against|for|by|at|in|on|into|about|near|called|named)\s+(?:the\s+|its\s+|a\s+|an\s+)?(?:[a-z’'-]+\s+){0,3}$";
    BEHIND = r"(?i)\b(?:hackers?|actors?|operators?|attackers?|intruders?|people\s+behind|those\s+behind|intermediaries|middlemen|group|gang|accounts|bots|accomplices|conspirators?)\b";
    /// "Halden on Wednesday said it identified and disrupted a campaign".
    /// Before another name of the same party.
    pub(crate) ALIAS = r"(?i)\(\s*(?:doing\s+business\s+as|d/?b/?a|also\s+known\s+as|a\.?k\.?a\.?|aka|formerly(?:\s+known\s+as)?|f\.?k\.?a\.?)\s+(?:the\s+)?[“\x22]?$";
    /// "Northgate attributed the intrusion to".
    WE_ATTRIBUTE = r"(?i)\bwe\s+(?:\w+\s+)?attribute[sd]?\b";
    TO_OR_ON = r"(?i)\b(?:to|on)\s+(?:the\s+)?(?:[a-z-]+\s+){0,2}$";
    BLAMES = r"(?i)\b(?:attributed|attributes|blamed|blames|pinned)\b";
    CHARGED_THAT = r"(?i)\b(?:alleged|alleges|allege|prosecutors\s+(?:said|say)|indictment\s+(?:said|says|states)|complaint\s+(?:said|says|states))\s+(?:\w+\s+){0,2}?that\b|according\s+to\s+(?:the\s+)?(?:indictment|complaint|prosecutors|charging\s+documents)";
    /// "Halden announced that actors have tried to clone its model".
    SAID_COPIED = r"(?i)\b(?:said|says|announced|disclosed|revealed|reported|alleged|claimed)\b[^.;]{0,160}\b(?:clon\w+|distil\w*|extract\w*|copying|copied|replicat\w+)\b[^.;]{0,60}\b(?:its|their|our)\b[^.;]{0,40}\b(?:models?|chatbot|assistant|AI|systems?)\b";
    WHEN = r"(?i)^(?:over|in|during|since|from|between|by|beginning|starting)\b[\w\s]*$";
    SAID_FOUND = r"(?i)\b(?:said|says|announced|disclosed|revealed|reported|wrote)\s+(?:on\s+[^,;.]{1,28}?\s+)?(?:that\s+)?(?:it|they)\s+(?:had\s+|has\s+|have\s+)?(?:\w+ly\s+)?(?:identified|detected|disrupted|uncovered|discovered|caught|banned|found|observed|blocked|traced)\b[^.;]{0,120}\b(?:campaigns?|distill\w*|accounts|attack|attacks|operation|extract\w*|copying|scheme|network|misuse|abuse)\b";
    /// Words of those who tell what unnamed people did to their model.
    TELLS = r"(?ix)\b(?:said|says|announced|disclosed|discloses|revealed|reveals|claims|claimed|warned|warns|reported|reports|alleges|alleged|complained)\s+
        (?:(?:on|last|this|in)\s+[^,;.]{1,24}?\s+)?(?:that\s+)?(?:[“”\x22‘’'\w-]+\s+){0,3}?(?:hackers|attackers|actors|operators|criminals|spies|intruders|competitors|rivals|labs|companies|firms|developers|users|adversaries|copycats)\b";
    /// A model that was misused.
    OF_MODEL = r"(?i)\b(?:distill\w*|clon(?:e|ed|ing)|chatbots?|(?:AI|language)\s+(?:models?|tools?|systems?)|its\s+(?:[\w-]+\s+){0,2}(?:models?|chatbot|assistant|API|tool)|jailbr\w+|extract(?:ed|ing|ion)?)\b";
    /// "Major developers, including X and Y, have reported such activity".
    AMONG = r"(?i)\b(?:labs?|laboratories|developers|companies|firms|start-?ups|makers|groups)(?:,?\s+(?:including|such\s+as|like|among\s+them))\s+";
    AMONG_SAY = r"(?i)^,?\s+(?:have|has|had|also|all|both|each|previously|since|\s)*\s*(?:accused|accuse|alleged|allege|complained|blamed|reported\s+(?:such|similar|the\s+same|being|having|attempts?|campaigns?|attacks?)|disclosed\s+(?:such|similar|attempts?|campaigns?|attacks?)|said\s+(?:they|it)\s+(?:had\s+|have\s+|were\s+|has\s+)*(?:been\s+)?(?:target|detect|identif|found|copied|distill|attack|hit)\w*)";
    OF_COMPANY = r"(?i)^\s+(?:company|firm|lab|laboratory|start-?up|developer|maker|giant|group)\b";
    /// "hackers working for X, and known to the private sector as Y".
    KNOWN_AS = r"(?i)\b(?:hackers?|actors?|operators?|groups?|gang|crew|attackers|intruders|campaign|cluster|operation|criminals|spies|collective|team)\b(?P<gap>[^.;()]{0,120}?)\b(?:known|tracked|referred\s+to|identified|called|dubbed|named|nicknamed)\s+(?:(?:to|by|in|within|among|under|publicly)\s+[^,;.()]{1,40}?\s+)?(?:as\s+|by\s+the\s+name\s+(?:of\s+)?)?[“\x22‘']?$";
    A_TOOL = r"(?i)\b(?:malware|tools?|backdoor|botnet|techniques?|methods?|vulnerabilit(?:y|ies)|flaws?|law|act|models?|ransomware|implants?|trojans?|framework|platform|market|software|web\s?shell|compan(?:y|ies)|firm|app|product|process|exploit|bug|program|programme|chatbot|assistant|service|practice)\b";
    AND_OTHERS = r"(?i),?\s+and\s+(?:an?|two|three|four|five|six|several|\d+)\s+(?:[\w-]+\s+){0,3}?[\w-]+$";
    ITEM_GAP = r"^(?:,\s+(?:and\s+)?|\s+and\s+)(?:(?:its|the|an?|his|her|their)\s+)?(?:[a-z-]+\s+){0,4}$";
    REPORTS_SUCH = r"(?i)\b(?:has|have|had)\s+(?:also\s+|previously\s+)?(?:reported|described|disclosed|documented|seen)\s+(?:similar|such|the\s+same)\s+(?:activit(?:y|ies)|attacks?|campaigns?|attempts?|behaviou?r|misuse|abuse)\b";
    LINKING = r"(?i)^\s*(?:linked|tied|belonging|acting|working|close|affiliated)\b";
}

/// Verbs that tell who stands behind something.
const LEADS: &[&str] = &[
    "set",
    "establish",
    "form",
    "incorporate",
    "run",
    "operate",
    "orchestrate",
    "create",
    "manage",
    "mastermind",
    "organise",
    "organize",
];

/// What one sentence adds to the scores of a document.
#[derive(Default)]
pub(crate) struct Blame {
    pub(crate) accusers: Scores,
    pub(crate) accused: Scores,
    pub(crate) designated: Scores,
    /// Those who accuse in so many words: each is an accuser, however many there are.
    pub(crate) sure: BTreeSet<String>,
}

impl Blame {
    fn accuse(&mut self, name: &Found<Name>, weight: u32) {
        if name.what.kind != NameKind::Place {
            self.accused.add(&short_name(&name.what.text), weight);
        }
    }

    fn designate(&mut self, name: &Found<Name>, weight: u32) {
        if name.what.kind != NameKind::Place {
            self.designated.add(&short_name(&name.what.text), weight);
        }
    }

    fn accuser(&mut self, name: &Found<Name>, weight: u32) {
        if name.what.kind != NameKind::Place {
            self.accusers.add(&short_name(&name.what.text), weight);
        }
    }

    /// Reads `sentence`, whose words count `weight` times.
    pub(crate) fn read(&mut self, sentence: &Sentence, weight: u32) {
        self.accusations(sentence, weight);
        self.passives(sentence, weight);
        self.lists(sentence, weight);
        self.bands(sentence, weight);
        self.deeds(sentence, weight);
        self.shares(sentence, weight);
        self.phrases(sentence, weight);
    }

    /// Whoever a phrase of its own blames, and whoever sues.
    fn phrases(&mut self, sentence: &Sentence, weight: u32) {
        for one in blamed::blamed(sentence) {
            if !crate::roles::is_agency(&one.name.what.text) {
                self.accuse(one.name, weight * 2);
            }
        }
        for name in blamed::defendants(sentence) {
            self.accuse(name, weight * 2);
        }
        for name in blamed::plaintiffs(sentence) {
            self.surely(sentence, name, weight * 2);
        }
    }

    /// An accuser by a word of accusation.
    fn surely(&mut self, sentence: &Sentence, name: &Found<Name>, weight: u32) {
        let end = name.range.start + name.what.text.len();
        // "The Harbor company says": what it is called by is a place.
        let describes = OF_COMPANY.is_match(sentence.words(end..sentence.text.len()));
        let passes_on =
            sentence.speakers.iter().any(|one| one.what.role == SpeakerRole::Outlet && one.what.name.ends_with(&name.what.text));
        let inside =
            IN_PHRASE.is_match(sentence.words(0..name.range.start)) && !sentence.words(0..name.range.start).ends_with("by ");
        if describes || passes_on {
            return;
        }
        if !inside && name.what.kind != NameKind::Place && !crate::roles::is_agency(&name.what.text) {
            self.sure.insert(short_name(&name.what.text));
        }
        self.accuser(name, weight);
    }

    /// "Halden accused Meridian of", "Halden says Meridian used", "Meridian allegedly".
    fn accusations(&mut self, sentence: &Sentence, weight: u32) {
        let text = &sentence.text;
        for verb in ACCUSES.find_iter(text) {
            let passive = PASSIVE.find_iter(text).any(|passive| passive.start() < verb.end() && verb.start() < passive.end());
            let modified = sentence.words(0..verb.start()).trim_end().ends_with(|c: char| c.is_ascii_digit());
            let by = sentence.words(verb.end()..text.len()).starts_with("by ");
            if passive
                || modified
                || by
                || LISTED_PASSIVE.find_iter(text).any(|listed| listed.end() >= verb.end() && listed.start() < verb.start())
            {
                continue;
            }
            let word = verb.as_str().to_lowercase();
            let designates = DESIGNATES.is_match(&word);
            let mut end = ACCUSED_END.find_at(text, verb.end().saturating_sub(1)).map_or(text.len(), |end| end.start());
            if designates {
                // A list of the designated can run through their offices and ages; it ends with the reason.
                end = text[verb.end()..].find(" for ").map_or(text.len(), |at| verb.end() + at);
            }
            let charges = word.starts_with("charg") || word.starts_with("indict");
            if let Some(with) = text.get(verb.end()..).and_then(|rest| rest.find(" with ")).filter(|_| charges) {
                end = verb.end() + with;
            }
            for name in sentence.names_in(verb.end()..end) {
                // "charged Sarvik's sales chief": the chief.
                let owns = sentence.words(name.range.start + name.what.text.len()..text.len()).starts_with(['\'', '’']);
                let alias = ALIAS.is_match(sentence.words(0..name.range.start));
                if alias || owns || sentence.words(0..name.range.start).trim_end().ends_with("former") {
                    continue;
                }
                if designates {
                    if !PREPOSITION.is_match(sentence.words(verb.end()..name.range.start)) && is_actor(&name.what.text) {
                        self.designate(name, weight * 2);
                    }
                } else if !PREPOSITION.is_match(sentence.words(verb.end()..name.range.start)) {
                    self.accuse(name, weight * 2);
                }
            }
            if word.starts_with("accus") {
                for name in accusers_before(sentence, verb.start(), word.starts_with("accusing")) {
                    self.surely(sentence, name, weight * 2);
                }
            }
        }
        for verb in SAYS.find_iter(text) {
            let subject = sentence.subject_of(verb.start(), 2);
            let object = sentence.name_after(verb.end(), 1).or_else(|| {
                let later = sentence.name_after(verb.end(), 8)?;
                blamed::told_when(sentence.words(0..later.range.start)).then_some(later)
            });
            let Some(object) = object else { continue };
            let listed = sentence.names_listed_from(object);
            let end = listed.last().map_or(object.range.end, |last| last.range.end);
            let after = text.get(end..).unwrap_or("").trim_start();
            let told = || blamed::own_deed(sentence, &grammar::deeds(text), end).is_some();
            let acts = DID.is_match(after) || told() || ALLEGEDLY.find(after).is_some_and(|found| found.start() == 0);
            let linked = verb.as_str().ends_with("to ");
            if let (Some(subject), true) = (subject, acts || linked) {
                if listed.iter().any(|name| same_party(&name.what.text, &subject.what.text)) {
                    continue;
                }
                self.surely(sentence, subject, weight);
                for name in listed {
                    self.accuse(name, weight);
                }
            }
        }
        for word in ALLEGEDLY.find_iter(text) {
            if let Some(name) = sentence.name_before(word.start(), 1) {
                let listed = sentence.names_listed_before(name.range.end);
                let from = listed.first().map_or(name.range.start, |first| first.range.start);
                // "as the head of Meridian Works, Ruiz allegedly" is no list.
                if sentence.words(from..name.range.start).contains(" and ") {
                    for one in listed.iter().take(listed.len() - 1) {
                        self.accuse(one, weight);
                    }
                }
                self.accuse(name, weight);
            }
        }
        if let Some(blames) = BLAMES.find(text).filter(|blames| !is_passive(sentence.words(0..blames.start()))) {
            let to = sentence
                .names_in(blames.end()..text.len())
                .filter(|name| TO_OR_ON.is_match(sentence.words(blames.end()..name.range.start)));
            for name in to {
                self.accuse(name, weight);
            }
            if let Some(name) = sentence.subject_of(blames.start(), 1).filter(|name| !crate::roles::is_agency(&name.what.text)) {
                self.accuser(name, weight);
            }
        } else if WE_ATTRIBUTE.is_match(text) {
            for name in sentence.names.iter().filter(|name| TO_OR_ON.is_match(sentence.words(0..name.range.start))) {
                self.accuse(name, weight);
            }
        }
        if let Some(found) = SAID_FOUND.find(text).or_else(|| SAID_COPIED.find(text)) {
            let subject = sentence.subject_of(found.start(), 2);
            if let Some(name) = subject.filter(|name| !crate::roles::is_agency(&name.what.text)) {
                self.surely(sentence, name, weight);
            }
        }
        for name in tells_on_unnamed(sentence) {
            self.surely(sentence, name, weight);
        }
        if let Some(complains) = COMPLAINS.find(text)
            && let Some(name) = sentence.subject_of(complains.start(), 1)
        {
            self.accuser(name, weight);
        }
    }

    /// "Meridian is accused of", "Dana Ruiz, 51, and two others were arrested".
    fn passives(&mut self, sentence: &Sentence, weight: u32) {
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
            if DENIES.is_match(sentence.words(name.range.start + name.what.text.len()..text.len())) {
                self.accuse(name, weight);
            }
        }
    }

    /// "put Meridian on the Entity List", "Meridian was also designated".
    fn lists(&mut self, sentence: &Sentence, weight: u32) {
        let text = &sentence.text;
        for listed in LISTED_PASSIVE.find_iter(text) {
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

    /// "a group calling itself X", "the X ransomware gang".
    fn bands(&mut self, sentence: &Sentence, weight: u32) {
        for name in &sentence.names {
            let before = sentence.words(0..name.range.start);
            let after = sentence.words(name.range.start + name.what.text.len()..sentence.text.len());
            if TO_WHICH.is_match(after) {
                self.accuse(name, weight * 2);
            }
            let known = KNOWN_AS
                .captures(before)
                .and_then(|known| known.name("gap"))
                .is_some_and(|gap| !A_TOOL.is_match(last_part(gap.as_str())));
            let known = known && name.what.kind != NameKind::Person;
            // "hackers used malware known as X".
            let called = CALLED.find(before).is_some_and(|called| !A_TOOL.is_match(called.as_str()));
            if known || called || BAND_BEFORE.is_match(before) || BAND_AFTER.is_match(after) {
                self.accuse(name, weight * 2);
            }
        }
    }

    /// A name that is told to have done a wrong by itself: "Meridian stole".
    fn deeds(&mut self, sentence: &Sentence, weight: u32) {
        // "The department alleged that Meridian, a broker, exported": whoever is said to have done something.
        let charged = CHARGED_THAT.is_match(&sentence.text);
        for deed in grammar::deeds(&sentence.text) {
            if deed.what.form == DeedForm::Reduced && deed.what.class != DeedClass::Trade {
                // "shell companies set up by Dana Ruiz", "tools stolen by Meridian".
                let phrase = sentence.words(deed.range.clone());
                if let Some(by) = phrase.find(" by ")
                    && let Some(name) = sentence.name_after(deed.range.start + by + 4, 1)
                    && (deed.what.class == DeedClass::Harm || LEADS.contains(&deed.what.verb.as_str()))
                {
                    self.accuse(name, weight);
                }
                continue;
            }
            // "a firm that was run by Dana Ruiz", where a charge is told.
            if deed.what.form == DeedForm::Passive && charged && LEADS.contains(&deed.what.verb.as_str()) {
                let by = sentence.words(deed.range.clone()).find(" by ").map(|by| deed.range.start + by + 4);
                if let Some(name) = by.and_then(|by| sentence.name_after(by, 1)) {
                    for name in sentence.names_listed_from(name) {
                        self.accuse(name, weight);
                    }
                }
                continue;
            }
            if deed.what.form != DeedForm::Active || sentence.mute || deed.what.class != DeedClass::Harm && !charged {
                continue;
            }
            let subject = deed.what.subject.clone();
            let Some(name) = sentence.names_in(subject.clone()).next() else { continue };
            let lead = sentence.words(subject.start..name.range.start).trim();
            let alone =
                lead.is_empty() || lead.eq_ignore_ascii_case("the") || lead.ends_with("belonging to") || WHEN.is_match(lead);
            let rest = sentence.words(name.range.start + name.what.text.len()..subject.end);
            let owns = rest.starts_with(['\'', '’']);
            if alone && !owns && blamed::leads_to_verb(rest) {
                self.accuse(name, weight);
            }
        }
        for rung in &sentence.rungs {
            let start = rung.range.start;
            let by = rung.what.nexus == Nexus::By && sentence.words(rung.range.clone()).to_lowercase().starts_with("attribut");
            let words = sentence.words(rung.range.clone()).to_lowercase();
            let employed = ["work", "employ", "hired", "contract"].iter().any(|word| words.starts_with(word));
            // Who works for a company is no accusation of it, unless they are those behind the deed.
            if employed && !BEHIND.is_match(sentence.words(0..start)) {
                continue;
            }
            if rung.what.nexus != Nexus::By || by {
                let party = rung.what.party.trim_start_matches("the ");
                let parent = crate::document::parent_in(party);
                let name = parent.unwrap_or_else(|| short_name(party));
                let place = sentence
                    .names
                    .iter()
                    .any(|found| found.what.kind == NameKind::Place && found.what.text == name && found.range.start >= start);
                // A state is tied to the act, and not accused of it.
                let of_state = (rung.what.nexus == Nexus::Linked || words.starts_with("controlled"))
                    && crate::states::is_state(&rung.what.party);
                if !place && !of_state {
                    self.accused.add(&name, weight);
                }
            }
        }
    }

    /// Who is told to have had a share of what was counted.
    fn shares(&mut self, sentence: &Sentence, weight: u32) {
        let text = &sentence.text;
        for answers in ANSWERS_FOR.find_iter(text) {
            for name in sentence.names_listed_before(answers.start()) {
                self.accuse(name, weight);
            }
        }
        if !sentence.figures.is_empty() {
            for name in sentence.names.iter().filter(|name| IN_THE_CASE_OF.is_match(sentence.words(0..name.range.start))) {
                self.accuse(name, weight);
            }
        }
        for figure in &sentence.figures {
            let counts = figure.what.quantity.unit.as_deref().and_then(|unit| unit.split_whitespace().last());
            let of_campaign = counts.is_some_and(|unit| CAMPAIGN_UNITS.contains(&unit));
            let before = sentence.words(0..figure.range.start);
            if let Some(held) = HELD.find(before).filter(|_| of_campaign) {
                for name in subjects_before(sentence, held.start()) {
                    self.accuse(name, weight);
                }
            }
            // "attributes more than 3 million exchanges to X".
            if of_campaign && ATTRIBUTES.is_match(before) {
                let to = sentence.names.iter().find(|name| name.range.start >= figure.range.end);
                if let Some(name) = to.filter(|name| sentence.words(figure.range.end..name.range.start).trim() == "to") {
                    self.accuse(name, weight);
                }
            }
        }
        let told = if CONDUCT.is_match(text) { sentence.names.as_slice() } else { &[] };
        for name in told.iter().filter(|name| ACCORDING.is_match(sentence.words(0..name.range.start))) {
            self.accuser(name, weight);
        }
    }
}

/// The names that are the subject of what is told at `at`: those listed right before it, or the first of its clause with those
/// listed behind it, over an aside: "Meridian, a start-up in Harbor, was charged".
pub(crate) fn subjects_before(sentence: &Sentence, at: usize) -> Vec<&Found<Name>> {
    let listed = sentence.names_listed_before(at);
    if listed.first().is_some_and(|first| !IN_PHRASE.is_match(sentence.words(0..first.range.start))) {
        return listed;
    }
    let described = described_before(sentence, at);
    if described.len() > 1 {
        return described;
    }
    let before = sentence.words(0..at);
    let from = SUBJECT_FROM.find_iter(before).last().map_or(0, |found| found.end());
    let Some(first) = sentence.names_in(from..at).next() else { return Vec::new() };
    let lead = sentence.words(from..first.range.start);
    let gap = sentence.words(first.range.end..at).trim_start();
    let words = lead.split_whitespace().count();
    let aside = gap.starts_with([',', '(']) || gap.starts_with("and ");
    if words > 4 || IN_PHRASE.is_match(lead) || !aside || LINKING.is_match(gap) || gap.starts_with(['\'', '’']) {
        return Vec::new();
    }
    sentence.names_listed_from(first)
}

/// The words right before "known as", from the last comma, or the one before where nothing stands between.
fn last_part(gap: &str) -> &str {
    let inner = gap.trim_end().trim_end_matches(',');
    let from = inner.rfind(',').map_or(0, |comma| comma + 1);
    inner.get(from..).unwrap_or(inner)
}

/// Those who accuse with the verb at `at`: those listed before it, or the subject of the sentence before "accusing".
fn accusers_before(sentence: &Sentence, at: usize, participle: bool) -> Vec<&Found<Name>> {
    if let Some(name) = sentence.subject_of(at, 4) {
        let listed = sentence.names_listed_before(name.range.end);
        let one_of_listed = listed.len() > 1 && listed.iter().any(|one| one.range == name.range);
        if !participle || !IN_PHRASE.is_match(sentence.words(0..name.range.start)) {
            return if one_of_listed { listed } else { vec![name] };
        }
    }
    if !participle {
        return Vec::new();
    }
    let from = SUBJECT_FROM.find_iter(sentence.words(0..at)).last().map_or(0, |found| found.end());
    let first = sentence.names_in(from..at).find(|name| name.what.kind != NameKind::Place);
    first.filter(|name| sentence.words(from..name.range.start).split_whitespace().count() <= 3).into_iter().collect()
}

/// Those who tell what people without a name did to their model: "Halden said hackers tricked its chatbot"; and those of whom a list
/// tells that they report it: "developers, including Halden and Oster, have reported such campaigns".
fn tells_on_unnamed(sentence: &Sentence) -> Vec<&Found<Name>> {
    let text = &sentence.text;
    let mut found = Vec::new();
    for tells in TELLS.find_iter(text).filter(|tells| OF_MODEL.is_match(&text[tells.start()..])) {
        let told = grammar::deeds(&text[tells.start()..]);
        let did =
            told.iter().any(|deed| matches!(deed.what.form, DeedForm::Active | DeedForm::Infinitive | DeedForm::Participle));
        found.extend(sentence.subject_of(tells.start(), 1).filter(|name| did && name.what.kind != NameKind::Person));
    }
    if let Some(such) = REPORTS_SUCH.find(text) {
        found.extend(sentence.subject_of(such.start(), 0).filter(|name| name.what.kind != NameKind::Person));
    }
    for among in AMONG.find_iter(text) {
        let Some(first) = sentence.name_after(among.end(), 0) else { continue };
        let listed = sentence.names_listed_from(first);
        let end = listed.last().map_or(first.range.end, |last| last.range.start + last.what.text.len());
        if AMONG_SAY.is_match(&text[end..]) {
            found.extend(listed);
        }
    }
    found
}

/// "Meridian's co-founder Dana Ruiz, sales manager Ben Orne, and a contractor were": the names of a list whose items say what each is.
fn described_before(sentence: &Sentence, at: usize) -> Vec<&Found<Name>> {
    let before = sentence.words(0..at).trim_end();
    let mut end = AND_OTHERS.find(before).map_or(before.len(), |others| others.start());
    let mut listed: Vec<&Found<Name>> = Vec::new();
    for name in sentence.names.iter().rev() {
        if name.range.end > end {
            continue;
        }
        let gap = sentence.words(name.range.end..end);
        let joined = if listed.is_empty() { gap.trim().trim_matches(',').is_empty() } else { ITEM_GAP.is_match(gap) };
        if !joined || sentence.words(name.range.end..sentence.text.len()).starts_with(['\'', '’']) {
            break;
        }
        listed.insert(0, name);
        end = name.range.start;
    }
    // "a start-up in Harbor" is no item.
    let inside =
        |name: &&Found<Name>| name.what.kind == NameKind::Place || IN_PHRASE.is_match(sentence.words(0..name.range.start));
    if listed.iter().any(inside) { Vec::new() } else { listed }
}

/// Whether the verb behind `before` is passive: "has been attributed".
fn is_passive(before: &str) -> bool {
    ["been", "is", "are", "was", "were", "be"].iter().any(|word| before.trim_end().ends_with(word))
}

/// Whether the words before a verb deny it: "has not been charged".
pub(crate) fn is_denied(before: &str) -> bool {
    before.trim_end().ends_with("not") || before.trim_end().ends_with("never")
}

/// Whether a name can stand for somebody who acts: no law, list or programme.
fn is_actor(name: &str) -> bool {
    !["Act", "List", "Order", "Regulations", "Program", "Programme", "Nationals", "Law", "Code"]
        .iter()
        .any(|word| name.split_whitespace().any(|own| own == *word))
}
