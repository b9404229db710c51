//! Those who did it and bear no name of their own: "groups based in Estravia", "staff of Meridian", "Estravian intelligence agents"; and
//! those who settled what was charged.

use crate::document::short_name;
use crate::page::Sentence;
use crate::pattern::patterns;
use crate::propose::Reader;
use dossier_grammar::{Deed, DeedClass, DeedForm, Found};
use dossier_model::{Hedge, Nexus, Rung};
use std::ops::Range;

/// Companies and people told apart by nation or place: before or behind their noun.
macro_rules! kind {
    () => {
        r"(?:(?i:some|several|many|most|certain|dozens\s+of|a\s+number\s+of|\d+|two|three|four|five|six|seven|eight|nine|ten)\s+)?(?:(?:(?:North\s+|South\s+)?\p{Lu}\p{Ll}+(?:ese|ian|ean|[^aeiou\W]an|ish)|DPRK|PRC|(?:\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?)-based|(?i:foreign|state-adjacent|state-owned))\s+(?:(?:AI|tech|cyber|state|military|intelligence|shell|trading|technology|artificial\s+intelligence|front|research)\s+){0,2}(?i:compan(?:y|ies)|firms?|labs?|laborator(?:y|ies)|developers?|start-?ups?|entit(?:y|ies)|nationals?|groups?|hackers?|actors?|operatives?|agents?|officers?|spies|traders?|brokers?|smugglers?|gangs?|networks?)|(?i:groups?|firms?|compan(?:y|ies)|labs?|developers?|hackers?|actors?|operators?|individuals|entit(?:y|ies)|gangs?)\s+(?:based|located|headquartered|operating)\s+(?:in|out\s+of|from)\s+(?:the\s+)?\p{Lu}[\p{L}.]*(?:\s\p{Lu}\p{L}+)?)"
    };
}

patterns! {
    SUBJECT = concat!(r"^(?:[Tt]he\s+)?(?P<who>", kind!(), r"|(?:(?i:some|former|current|several)\s+)?(?i:staff|employees|engineers|workers|researchers|executives)\s+(?:of|at)\s+\p{Lu}[\p{L}\d.&-]*(?:\s\p{Lu}[\p{L}\d.&-]*){0,2}|(?:North\s+Korean|Iranian|Russian|Chinese|Belarusian)\s+(?:government|regime|state|military|intelligence))$");
    BY = concat!(r"\sby\s+(?:the\s+)?(?P<who>", kind!(), r")\b");
    NAMED_FOR = concat!(r"\b(?i:nam(?:es|ed|ing)|accus(?:es|ed|ing)|charg(?:es|ed|ing)|blam(?:es|ed|ing)|suspects?|sanction(?:s|ed|ing)|call(?:s|ed|ing)\s+out|singl(?:es|ed|ing)\s+out)\s+(?:the\s+)?(?P<who>", kind!(), r")\s+(?:for|of|with)\b");
    /// Whose own deeds a text of the West seldom charges: its victims.
    AT_HOME = r"^(?:(?i:some|several|many|most|certain)\s+)?(?:American|European|Western|Canadian|Australian)\b";
    /// "accounts tied to employees of Meridian".
    OF_STAFF = r"\b(?:linked|tied|connected|traced|associated|affiliated)\s+(?:to|with)\s+(?:the\s+)?(?P<who>(?:current\s+|former\s+|senior\s+)?(?:employees|staff|engineers|executives|researchers|members|workers|developers)\s+(?:of|at)\s+(?:the\s+)?\p{Lu}[\p{L}\d.&-]*(?:\s\p{Lu}[\p{L}\d.&-]*){0,2})";
    /// "attackers (a Tarn affiliate)".
    AFFILIATE = r"\b(?i:attackers?|hackers?|intruders?|operators?|gang|group|actors?|crew|somebody|someone)(?:\s+\(|,\s+)(?:an?|the)\s+(?:[\p{Ll}-]+\s+)?(?P<who>\p{Lu}[\p{L}\d/.-]*(?:\s\p{Lu}[\p{L}\d/.-]*){0,2})\s+(?:affiliates?|associates?|offshoot|spin-?off|sub-?group)\b\)?";
    /// "the North Korean-sponsored Grey Heron".
    OF_NATION = r"\b(?P<people>North\s+Korean|Chinese|Russian|Iranian|Belarusian|Pakistani|Vietnamese|Syrian|Turkish|Israeli|Indian)[- ](?P<how>sponsored|backed|supported|funded|directed|controlled|run|employed|linked|affiliated|aligned|tied|nexus)\s+(?:[\p{Ll}-]+\s+){0,2}?(?:(?:hack\w+|actors?|groups?|gangs?|crews?|operators?|attackers?|spies|campaign|activity)\b|\p{Lu}[\p{L}\d-]*(?:\s\p{Lu}[\p{L}\d-]*){0,2})";
    /// "Tern, an AI-powered phishing-as-a-service operation".
    OPERATION = r"(?P<who>\p{Lu}[\p{L}\d-]*(?:\s\p{Lu}[\p{L}\d-]*){0,2}),\s+an?\s+(?:[\w’'-]+\s+){0,4}?(?i:phishing|ransomware|hacking|extortion|malware|espionage|smuggling|money-laundering|scam|botnet)[\w-]*\s+(?:[\w-]+\s+)?(?:operation|service|kit|platform|gang|group|crew|ring|network|collective)\b";
    BAND = r"^(?:[Tt]he\s+)?(?P<who>\p{Lu}[\p{L}\d-]*(?:\s\p{Lu}[\p{L}\d-]*){0,2})\s+(?:(?i:ransomware|extortion|hacking|cyber-?crime|data-theft)\s+)?(?:group|gang|crew|collective|hackers)$";
    BARE = r"^(?:The|This|That|These|Those|A|An|One|Another|Each|Its|Their|His|Her|Our|No|Any|Every|Some)$";
    /// Behind the name of who pays for what it was charged with.
    SETTLES = r"(?i)^(?:\s+\([^)]*\))?\s+(?:(?:has|have|had)\s+)?(?:(?:agree[sd]?|consented|is|are|was|were\s+ordered|was\s+ordered)\s+to\s+pay|will\s+pay|must\s+pay|pa(?:id|ys?))\b[^.;]{2,60}?\s(?:to\s+(?:settle|resolve|end)|in\s+settlement\s+of|over|for)\s[^;]{0,40}?\b(?:allegations?|charges|violations?|claims|accusations?|case|lawsuits?|probe|investigation)\b|^(?:\s+\([^)]*\))?\s+(?:(?:has|have|had)\s+)?(?:settle[sd]?|resolve[sd]?)\s+(?:[\w’'.-]+\s+){0,4}?(?:allegations|charges|violations|accusations)\b";
    /// "18 alleged violations by Oster".
    VIOLATIONS_BY = r"\b(?:(?:alleged|apparent|\d+|export|sanctions|recordkeeping|licen[cs]ing|antiboycott|reporting|EAR)\s+){1,4}violations?\s+by\s+(?:the\s+)?(?P<who>\p{Lu}[\p{L}\d&-]*(?:\s\p{Lu}[\p{L}\d&-]*){0,3}(?:,?\s(?:Inc|Ltd|Corp|Co|LLC|GmbH)\b\.?)?(?:\s+(?:affiliate|subsidiary|unit|branch|office))?)";
    /// What makes a deed a wrong whoever tells it.
    WRONGFUL = r"(?i)\b(?:prohibited|unlawful\w*|illegal\w*|illicit\w*|in\s+violation|violat\w+|without\s+(?:\w+\s+){0,3}?(?:licen[cs]es?|authori[sz]ation|permission)|fraud\w*|fake|unauthori[sz]ed|distill\w*|st(?:eal|ole|olen|ealing)|smuggl\w+|hack\w*|phish\w*|launder\w*|espionage|schemes?|attacks?|proxies)\b";
    /// Before a deed that nobody says was done.
    OPEN = r"(?i)\b(?:whether|if|no\s+evidence|may|might|could|would|can|unless|not|prevent|stop|against)\b[^,;]{0,40}$";
}

/// The ties of `sentence` to the unnamed and to those who settled.
pub(super) fn kinds(reader: &Reader<'_, '_>, sentence: &Sentence) -> Vec<(Range<usize>, Rung)> {
    let text = &sentence.text;
    let mut found = Vec::new();
    let tie = |nexus: Nexus, party: &str| Rung { nexus, party: party.to_owned() };
    for deed in &sentence.deeds {
        found.extend(doers(reader, sentence, deed));
    }
    for named in NAMED_FOR.captures_iter(text) {
        if let (Some(whole), Some(who)) = (named.get(0), named.name("who").filter(|who| !AT_HOME.is_match(who.as_str()))) {
            found.push((whole.range(), tie(Nexus::By, who.as_str())));
        }
    }
    for (pattern, nexus) in
        [(&OF_STAFF, Nexus::Linked), (&AFFILIATE, Nexus::Linked), (&OPERATION, Nexus::By), (&VIOLATIONS_BY, Nexus::By)]
    {
        for tied in pattern.captures_iter(text) {
            if let (Some(whole), Some(who)) = (tied.get(0), tied.name("who")) {
                found.push((whole.range(), tie(nexus, &short_name(who.as_str()))));
            }
        }
    }
    for sponsored in OF_NATION.captures_iter(text) {
        let (Some(whole), Some(people), Some(how)) = (sponsored.get(0), sponsored.name("people"), sponsored.name("how")) else {
            continue;
        };
        let nexus = match how.as_str() {
            "linked" | "affiliated" | "aligned" | "tied" | "nexus" => Nexus::Linked,
            _ => Nexus::ActingFor,
        };
        found.push((whole.range(), tie(nexus, country(people.as_str()))));
    }
    for name in &sentence.names {
        let end = name.range.start + name.what.text.len();
        if let Some(settles) = SETTLES.find(sentence.words(end..text.len())) {
            found.push((name.range.start..end + settles.end(), tie(Nexus::By, &short_name(&name.what.text))));
        }
    }
    found
}

/// The kind of people that `deed` has for its doer.
fn doers(reader: &Reader<'_, '_>, sentence: &Sentence, deed: &Found<Deed>) -> Option<(Range<usize>, Rung)> {
    let phrase = sentence.words(deed.range.clone());
    let told = matches!(sentence.hedge.what, Hedge::Alleged | Hedge::Reported | Hedge::Confirmed);
    let wrong = deed.what.class == DeedClass::Harm || WRONGFUL.is_match(phrase);
    if OPEN.is_match(sentence.words(0..deed.range.start))
        || matches!(sentence.hedge.what, Hedge::Forecast | Hedge::Conditional | Hedge::Planned)
    {
        return None;
    }
    match deed.what.form {
        DeedForm::Active => {
            let region = deed.what.subject.clone();
            let words = sentence.words(region.clone());
            let own = words.rsplit_once(", ").map_or(words, |(_, own)| own).trim_matches([' ', '"', '“', '”', '‘']);
            let start = region.start + words.rfind(own)?;
            let who = SUBJECT.captures(own).or_else(|| BAND.captures(own).filter(|_| wrong))?.name("who")?;
            if BARE.is_match(who.as_str()) {
                return None;
            }
            let of_accused = || reader.cast.accused.iter().any(|one| crate::document::holds_name(who.as_str(), &one.name));
            if AT_HOME.is_match(who.as_str()) || !(wrong || told && of_accused()) || deed.what.present && !told {
                return None;
            }
            // An aside between them belongs to neither.
            let end =
                if deed.range.end - start <= 120 { deed.range.end } else { super::text_to_verb(sentence, deed.range.start) };
            Some((start..end, Rung { nexus: Nexus::By, party: who.as_str().to_owned() }))
        }
        DeedForm::Passive | DeedForm::Reduced => {
            let by = BY.captures(phrase)?;
            let (whole, who) = (by.get(0)?, by.name("who")?);
            if whole.start() > 60 || AT_HOME.is_match(who.as_str()) {
                return None;
            }
            let range = deed.range.start..deed.range.start + who.end();
            Some((range, Rung { nexus: Nexus::By, party: who.as_str().to_owned() }))
        }
        DeedForm::Participle | DeedForm::Charge | DeedForm::Infinitive | DeedForm::Attached => None,
    }
}

/// The country of a people, as far as bands are said to work for one.
fn country(people: &str) -> &str {
    match people {
        "Chinese" => "China",
        "Russian" => "Russia",
        "Iranian" => "Iran",
        "Belarusian" => "Belarus",
        "Pakistani" => "Pakistan",
        "Vietnamese" => "Vietnam",
        "Syrian" => "Syria",
        "Turkish" => "Turkey",
        "Israeli" => "Israel",
        "Indian" => "India",
        _ => "North Korea",
    }
}

#[cfg(test)]
mod tests {
    use crate::attributions::reasons::tests::check;

    #[test]
    fn those_told_by_their_kind_are_tied() {
        check("Halden says groups based in Norrland are using distillation to copy its model.", &["by groups based in Norrland"]);
        check("Some Chinese firms, Halden adds, have set up webs of unauthorized resellers.", &["by Some Chinese firms"]);
        check(
            "The bureau seized 41 domains used by Russian intelligence agents to commit fraud.",
            &["by Russian intelligence agents"],
        );
        check(
            "An advisory went out, naming six Lisbon-based companies for extracting answers.",
            &["by six Lisbon-based companies"],
        );
        check("Groups based in Norrland are using the service to learn.", &[]);
        check("Some Chinese firms have released strong models.", &[]);
        check("American companies were hacked. It is unclear whether Chinese firms stole the files.", &[]);
    }

    #[test]
    fn loose_ties_go_to_their_own_party() {
        check(
            "Halden accused Meridian of theft. It saw accounts tied to employees of Meridian reach its model.",
            &["by Meridian", "linked employees of Meridian"],
        );
        check("Attackers (a Tarn affiliate) stole the files in February.", &["linked Tarn"]);
        check("The money went to the North Korean-backed Grey Heron.", &["acting-for North Korea"]);
        check("The tickets were tied to employees in the warehouse. A reader (a Tarn subscriber) wrote in.", &[]);
    }

    #[test]
    fn who_settles_is_tied_to_what_was_charged() {
        check("Oster Metals agreed to pay $36 million to settle allegations over the shipments.", &["by Oster Metals"]);
        check("The bureau settled 18 alleged export violations by Oster Technology Inc. last week.", &["by Oster Technology"]);
        check("The Tarn ransomware group claimed 630GB of data.", &["by Tarn"]);
        check("Oster Metals agreed to pay $36 million for a factory. The group claimed that it was early.", &[]);
    }
}
