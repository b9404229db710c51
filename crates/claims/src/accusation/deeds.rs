//! Who is told to have done a wrong, to have had a share of it, or to be the band behind it.

use super::Blame;
use super::subjects::subjects_before;
use super::words::CONDUCT;
use crate::blamed;
use crate::document::short_name;
use crate::lexicon::CAMPAIGN_UNITS;
use crate::page::Sentence;
use crate::pattern::patterns;
use dossier_grammar::{DeedClass, DeedForm, Found, Name, NameKind};
use dossier_model::Nexus;

patterns! {
    ACCORDING = r"(?i)\baccording\s+to\s+(?:the\s+)?$";
    ATTRIBUTES = r"(?i)\battribut(?:es|ed)\s+$";
    /// "X accounted for", "X was responsible for".
    ANSWERS_FOR = r"(?i)\b(?:accounted|accounts|(?:was|were|is|are)\s+responsible)\s+for\b";
    IN_THE_CASE_OF = r"(?i)\bin\s+the\s+case\s+of\s+$";
    HELD = r"(?i)\b(?:held|had|made|generated|ran|conducted|created|operated|used|sent|opened)\s+$";
    /// "a group calling itself X", "actors known in industry as X".
    pub(crate) CALLED = r"(?i)\b(?:groups?|gangs?|crews?|actors?|hackers|criminals|collective|cluster|attackers|intruders|name)\b(?:,?\s+(?-i:[a-z])[\w-]*){0,6}?,?\s+(?:calling\s+(?:itself|themselves)|known(?:\s+\w+){0,4}\s+as|track(?:s|ed)?(?:\s+\w+){0,3}\s+as|dubbed|using\s+the\s+name|call(?:s|ed))\s+[“\x22‘']?$";
    BAND_BEFORE = r"(?i)\b(?:ransomware|hacking|extortion|cyber-?crime|cybercriminal|hacker|espionage|threat)\s+(?:group|gang|crew|actor|collective|cartel)s?\s+(?:the\s+)?[“\x22]?$|\b(?:nation[- ]state|state(?:-(?:sponsored|backed|linked))?|government-(?:backed|linked)|Chinese|Russian|Iranian|North\s+Korean|China-linked|Russia-linked)\s+(?:(?:threat|cyber|hacking)\s+)?(?:actors?|hackers|hacking\s+group|threat\s+group|group)\s+[“\x22]?$";
    BAND_AFTER = r"(?i)^[”\x22]?\s+(?:(?:ransomware|hacking|extortion|cyber-?crime|cybercriminal|hacker|espionage)\s+)+(?:group|gang|crew|operation|collective|cartel)\b|^\s+(?:hackers|gang|ransomware)\b|^\s+(?:group|collective|crew)\s+(?:(?:has|have|had|also|later)\s+)*(?:claim|leak|boast|threaten|list|post)(?:ed|s|ing)\b|^,\s+(?:an?|the|another)\s+(?:[\w-]+\s+){0,3}?(?:threat\s+(?:actor|group)|hacking\s+(?:group|crew|team|collective)|ransomware\s+(?:group|gang|crew|operation)|extortion\s+(?:group|gang)|cyber-?espionage\s+(?:group|actor)|APT\s+group)\b";
    /// What befell a name by ransomware does not make it the gang's.
    BEFELL = r"(?i)^[”\x22]?\s+ransomware\s+(?:attacks?|incidents?|breach(?:es)?|infections?|cases?|outage|hit|shutdown|disaster|event)\b";
    /// "X claimed theft of 3 TB", "X claimed to have breached".
    BOASTS = r"(?ix)^(?:\s+(?:group|gang|crew|collective|hackers?))?\s+(?:(?:has|have|had|also|later|publicly|since)\s+)*claim(?:ed|s|ing)\s+
        (?:(?:the\s+)?(?:theft|attack|cyberattack|breach|hack|intrusion|leak|responsibility|credit)\b|to\s+have\s+(?:stolen|breached|hacked|taken|copied|exfiltrated|accessed|compromised|obtained)|(?:it|they|he|she)\s+(?:had\s+)?(?:stole|stolen|breached|hacked|copied|exfiltrated)|(?:more\s+than\s+|over\s+|some\s+|about\s+)?\d[\d.,]*\s?(?:[GTMK]B|gigabytes|terabytes|million|records|files|documents)\b)";
    /// "X, to which we attribute".
    pub(crate) TO_WHICH = r"(?i)^,\s+to\s+(?:which|whom)\s+(?:we|\S+)\s+(?:\w+\s+)?attributed?s?\b";
    BEHIND = r"(?i)\b(?:hackers?|actors?|operators?|attackers?|intruders?|people\s+behind|those\s+behind|intermediaries|middlemen|group|gang|accounts|bots|accomplices|conspirators?)\b";
    CHARGED_THAT = r"(?i)\b(?:alleged|alleges|allege|prosecutors\s+(?:said|say)|indictment\s+(?:said|says|states)|complaint\s+(?:said|says|states))\s+(?:\w+\s+){0,2}?that\b|according\s+to\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,2}?(?:indictment|complaint|prosecutors|charging\s+documents|lawsuit|suit|(?:class|civil)\s+action|affidavit|court\s+(?:papers|filings?|documents|records))";
    /// "its former engineer Dana Ruiz": what somebody is, before the name.
    DESCRIPTION = r"^(?:[Ii]ts|[Tt]heir|[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother)(?:\s+[\p{Ll}-]+){1,4}$";
    /// "Dana Ruiz, 41, and Ben Orne, 52": two who are told with their age.
    AND_AGED = r"^,\s+\d\d,(?:\s+(?:of|from|an?|who)\s[^;.]{2,60}?,)?\s+and\s+$";
    WHEN = r"(?i)^(?:over|in|during|since|from|between|by|beginning|starting)\b[\w\s]*$";
    /// "hackers working for X, and known to the private sector as Y".
    KNOWN_AS = r"(?i)\b(?:hackers?|actors?|operators?|groups?|gang|crew|attackers|intruders|campaign|cluster|operation|criminals|spies|collective|team)\b(?P<gap>[^.;()]{0,120}?)\b(?:known|tracked|referred\s+to|identified|called|dubbed|named|nicknamed)\s+(?:(?:to|by|in|within|among|under|publicly)\s+[^,;.()]{1,40}?\s+)?(?:as\s+|by\s+the\s+name\s+(?:of\s+)?)?[“\x22‘']?$";
    /// "Northgate tracks the group as X", "which researchers call X".
    TRACKED_AS = r"(?i)\b(?:track(?:s|ed)?|call(?:s|ed)?|dub(?:s|bed)?|name[sd]?|label(?:s|l?ed)?|nickname[sd]?)\s+(?:the\s+|this\s+|that\s+)(?:[\w-]+\s+){0,2}?(?:groups?|gang|hackers|attackers|actors?|cluster|crew|collective|intruders|spies)\s+(?:as\s+)?[“\x22‘]?$|\b(?:groups?|gang|hackers|attackers|actors?|crew|cluster|collective|intruders|spies)\b[^.;,]{0,30},?\s+(?:which|whom|that)\s+(?:[\w’'-]+\s+){1,4}?(?:calls?|called|tracks?|tracked|dubs?|dubbed|names?|labels?)\s+(?:as\s+)?[“\x22‘]?$";
    CLUSTER = r"^(?:APT|UNC|UNK|GTG|TA|FIN|DEV|UAC|UAT|CL-STA|STAC|Storm|TAG)-?\d{2,5}$";
    BILL = r"(?i)\b(?:bills?|legislation|amendment|resolution|measure|act)\b";
    A_TOOL = r"(?i)\b(?:malware|bots?|tools?|backdoor|botnet|techniques?|methods?|vulnerabilit(?:y|ies)|flaws?|law|act|models?|ransomware|implants?|trojans?|framework|platform|market|software|web\s?shell|compan(?:y|ies)|firm|app|product|process|exploit|bug|program|programme|chatbot|assistant|service|practice)\b";
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

impl Blame {
    /// "a group calling itself X", "the X ransomware gang".
    pub(super) fn bands(&mut self, sentence: &Sentence, weight: u32) {
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
            let band = BAND_AFTER.is_match(after) && !BEFELL.is_match(after);
            // "hackers used malware known as X".
            let called = CALLED.find(before).is_some_and(|called| !A_TOOL.is_match(called.as_str()));
            // "APT31", "UNC-2970": how those who track intruders count them.
            let counted = CLUSTER.is_match(&name.what.text);
            if known
                || called
                || counted
                || TRACKED_AS.is_match(before)
                || BAND_BEFORE.is_match(before)
                || band
                || BOASTS.is_match(after)
            {
                self.accuse(name, weight * 2);
            }
        }
    }

    /// A name that is told to have done a wrong by itself: "Meridian stole".
    pub(super) fn deeds(&mut self, sentence: &Sentence, weight: u32) {
        // "The department alleged that Meridian, a broker, exported": whoever is said to have done something.
        let charged = CHARGED_THAT.is_match(&sentence.text);
        for deed in &sentence.deeds {
            if deed.what.form == DeedForm::Reduced && deed.what.class != DeedClass::Trade {
                // "shell companies set up by Dana Ruiz", "tools stolen by Meridian".
                let phrase = sentence.words(deed.range.clone());
                // "chips fabricated by Meridian" are made by it.
                if let Some(by) = phrase.find(" by ")
                    && !phrase.starts_with("fabricat")
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
            let alone = lead.is_empty()
                || lead.eq_ignore_ascii_case("the")
                || lead.ends_with("belonging to")
                || WHEN.is_match(lead)
                || charged && DESCRIPTION.is_match(lead);
            let rest = sentence.words(name.range.start + name.what.text.len()..subject.end);
            let owns = rest.starts_with(['\'', '’']);
            if alone && !owns && blamed::leads_to_verb(rest) {
                self.accuse(name, weight);
                let with = sentence.names.iter().find(|one| {
                    one.range.end < name.range.start && AND_AGED.is_match(sentence.words(one.range.end..name.range.start))
                });
                if let Some(one) = with {
                    self.accuse(one, weight);
                }
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
            // "blocked at the request of the bureau", "sponsored by Senator Vale, this bill": who asks is accused of nothing.
            let of_a_bill = words.starts_with("sponsor") && BILL.is_match(&sentence.text);
            if words.contains("request") || of_a_bill {
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
                let of_state = (rung.what.nexus != Nexus::By || words.starts_with("controlled"))
                    && crate::states::is_state(&rung.what.party);
                // "activity associated with Amber bots": a tool is accused of nothing.
                let tool = A_TOOL.find(sentence.words(rung.range.end..sentence.text.len())).is_some_and(|tool| tool.start() <= 1);
                if !place && !of_state && !tool {
                    self.accused.add(&name, weight);
                }
            }
        }
    }

    /// Who is told to have had a share of what was counted.
    pub(super) fn shares(&mut self, sentence: &Sentence, weight: u32) {
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
        let according = |name: &&Found<Name>| ACCORDING.is_match(sentence.words(0..name.range.start));
        for name in told.iter().filter(according).filter(|name| !crate::roles::outlets::reports_on_others(sentence, name)) {
            self.accuser(name, weight);
        }
    }
}

/// The words right before "known as", from the last comma, or the one before where nothing stands between.
fn last_part(gap: &str) -> &str {
    let inner = gap.trim_end().trim_end_matches(',');
    let from = inner.rfind(',').map_or(0, |comma| comma + 1);
    inner.get(from..).unwrap_or(inner)
}
