//! What followed, or follows, from the act: verdicts and sentences, what the victim did next, what stood still.

use crate::document::short_name;
use crate::page::Sentence;
use crate::pattern::patterns;
use crate::propose::Reader;
use crate::subject::subject;
use crate::voice::{Matter, is_possible};
use dossier_model::{ClaimKind, Content, Hedge};
use std::ops::Range;

patterns! {
    VERDICT = r"(?i)\b(?:convicts?|convicted|acquits?|acquitted|sentenced|sentences|found\s+(?:not\s+)?(?:guilty|liable)|jailed|imprisoned|ordered\s+to\s+(?:pay|forfeit|serve)|forfeited|agreed\s+to\s+(?:pay|forfeit)|disbarred|cleared\s+of|was\s+fined|were\s+fined|ordered\s+(?-i:\p{Lu})[\w.’' -]{1,40}?\s+to\s+(?:pay|forfeit|serve)|(?:judge|court|jury|tribunal|magistrate)(?:\s+(?:has|had|on\s+\w+|also))*\s+(?:dismissed|threw\s+out|ruled|granted|rejected|awarded|upheld|overturned|blocked)|(?:motion|petition|appeal|lawsuit|suit)(?:\s+to\s+\w+(?:\s+the\s+\w+)?)?\s+(?:was|were)\s+(?:granted|denied|dismissed|rejected|thrown\s+out)|(?:defeats?|defeated|loses|lost|wins|won)\s+(?:an?\s+|the\s+|its\s+|(?:[\w’'-]+\s+){0,4}?)(?:lawsuit|appeal|court\s+case|suit|verdict|injunction|victory|dismissal)|(?:conviction|verdict|sentence)s?\s+(?:was|were)\s+(?:upheld|overturned|quashed|vacated))\b";
    NO_VERDICT = r"(?i)\b(?:if|previously|already|a|an|the|once|when|be|being|faces?|until|unless|not\s+been|not|never|could|of|first)\s+(?:been\s+)?$";
    VERDICT_END = r"(?i),|\s+(?:of|on|for|after|over|in|who|which|that|by|last|this|under|following)\b";
    /// What a victim or a company does next, with its object.
    COUNTERS = r"(?ix)\b(?:
        (?:shut(?:s|ting)?|t(?:ook|aken|ake|aking)|pull(?:ed|s)?)\s+(?:[^,;.]{2,60}?\s+)?(?:down|offline|out\s+of\s+service)\b
        |had\s+[^,;.]{3,60}?\s+(?:shut|disabled|closed|banned|suspended|blocked|removed|patched|contained)\b
        |(?:disabl(?:ed|es|ing)|suspend(?:ed|s|ing)|bann(?:ed|ing)|bans|block(?:ed|s|ing)|terminat(?:ed|es|ing)|clos(?:ed|es|ing)|revok(?:ed|es|ing)|reset|rotat(?:ed|es|ing)|patch(?:ed|es|ing)|isolat(?:ed|es|ing)|disconnect(?:ed|s|ing)|contain(?:ed|ing)|evict(?:ed|s|ing)|eject(?:ed|ing)|remov(?:ed|es|ing)|delet(?:ed|ing)|lock(?:ed|ing)\s+out|expell?ed|invalidat(?:ed|ing)|wip(?:ed|ing)|rebuilt|restor(?:ed|ing)|replac(?:ed|ing)|mitigat(?:ed|ing)|plugg(?:ed|ing)|fix(?:ed|ing))\s+(?:(?:[\w’'“”-]+,?\s+){0,6}?)[“\x22]?(?:accounts?|access|users?|customers?|passwords?|credentials|keys?|tokens?|sessions?|systems?|servers?|networks?|services?|websites?|sites?|portals?|apps?|sales|shipments|exports|intruders?|attackers?|hackers?|threat|incident|breach|attack|intrusion|activity|vulnerabilit(?:y|ies)|flaws?|bugs?|loopholes?|pathways?|traffic|devices|resellers?|distributors?|orders|operations|payments|logins?|backdoors?|malware|machines|laptops|extensions?|integrations?|connections?|ports?|vendors?|suppliers?|contractors?)\b
        |(?:hired|retained|engaged|brought\s+in|enlisted|appointed|called\s+in|commissioned|is\s+working\s+with|are\s+working\s+with|has\s+been\s+working\s+with|worked\s+with)\s+(?:an?\s+|the\s+|its\s+|outside\s+|external\s+|third-party\s+|leading\s+|independent\s+|law\s+enforcement|cyber\w*\s+|digital\s+|forensic\w*\s+|security\s+|specialists?\s+|[\w-]+\s+){1,6}?(?:firms?|compan(?:y|ies)|experts?|specialists?|consultants?|consultancy|investigators?|advis[eo]rs?|counsel|forensics|enforcement|responders?|team|authorities)\b
        |(?:tighten(?:ed|s|ing)|harden(?:ed|s|ing)|strengthen(?:ed|s|ing)|stepped\s+up|stepping\s+up|improv(?:ed|es|ing)|deploy(?:ed|s|ing)|add(?:ed|s|ing)|introduc(?:ed|es|ing)|implement(?:ed|s|ing)|roll(?:ed|ing)\s+out|built|building|upgrad(?:ed|es|ing)|enhanc(?:ed|es|ing)|expand(?:ed|s|ing)|put(?:ting)?\s+in\s+place|boost(?:ed|s|ing)|install(?:ed|ing)|enabl(?:ed|ing)|overhaul(?:ed|ing)|revis(?:ed|ing)|launch(?:ed|ing))\s+(?:[\w’'“”-]+\s+){0,5}?(?:safeguards?|checks?|defen[cs]es?|controls?|mitigations?|detection|monitoring|security|authentication|verification|vetting|protections?|measures|classifiers?|filters?|limits|screening|logging|scrutiny|encryption|procedures|requirements|rules|countermeasures)\b
        |(?:offer(?:ed|s|ing)?|provid(?:ed|es|ing))\s+(?:[\w’'-]+\s+){0,10}?(?:credit[- ]monitoring|identity[- ](?:theft|protection|monitoring)|free\s+monitoring|compensation|refunds?)\b
        |(?:cut\s+off|cutting\s+off|sever(?:ed|ing)|ended|halt(?:ed|ing)|paus(?:ed|ing)|stopp(?:ed|ing)|suspended|terminated|cancell?ed|recalled|withdrew|postponed|delayed|put\s+off|froze)\s+(?:[\w’'-]+\s+){0,5}?(?:ties|relationship|contracts?|sales|shipments|deliver(?:y|ies)|business|operations|dealings|production|partnership|trading|listing|launch|resellers?|distributors?|cooperation|deal|orders|appointments|surger(?:y|ies)|flights|classes|payments|services?|supplies)\b
        |stopped\s+(?:using|selling|shipping|accepting|serving|supplying|working\s+with)\b
        |(?:identified\s+and\s+)?(?:\w+ly\s+)?(?:disrupt(?:ed|s|ing)|thwart(?:ed|s|ing)|foil(?:ed|s|ing)|dismantl(?:ed|es|ing)|stopp(?:ed|ing))\s+(?:[\w-]+\s+){0,5}?(?:campaigns?|attacks?|operations?|attempts?|scheme|activity|intrusion|efforts?)\b
        |(?:(?:resigned|stepped\s+down|quit)\s+(?:after|over|following|amid|because)|(?:was|were)\s+(?:fired|dismissed|sacked|suspended|placed\s+on\s+(?:administrative\s+)?leave))\b
        |paid\s+(?:[\w’'$€£.,-]+\s+){0,5}?ransom\b
        |(?:detect(?:ed|s)|discover(?:ed|s)|notic(?:ed|es)|spott(?:ed))\s+(?:the\s+|an?\s+)?(?:suspicious\s+|unusual\s+|unauthori[sz]ed\s+|anomalous\s+|malicious\s+)*(?:activity|incident|intrusion|breach|access|attack)\b
        |asked\s+(?:[\w’'&-]+,?\s+){1,14}?to\s+(?:conduct|carry\s+out|check|audit|inspect|remove|delete|suspend|halt|return|preserve|investigate)\b
        |(?:notif(?:ied|ying)|brief(?:ed|ing))\s+(?:[\w’'-]+\s+){0,5}?(?:customers|patients|users|individuals|people|employees|clients|students|policyholders|residents|members|law\s+enforcement|police)\b)";
    COUNTERED = r"(?ix)\b(?:
        (?:was|were|has\s+been|have\s+been|had\s+been|went|been)\s+(?:\w+ly\s+|since\s+|then\s+|also\s+|later\s+)*(?:disrupted|shut(?:\s+down)?|suspended|disabled|banned|cancell?ed|postponed|delayed|put\s+off|taken\s+(?:down|offline)|knocked\s+(?:out|offline)|restored|halted|called\s+off|diverted|turned\s+away|offline|dark|down|contained|revoked|reset|patched|unavailable|closed|evacuated|paralys?ed|crippled|unsuccessful|thwarted|withdrawn|interrupted))\b";
    /// What can be shut or disrupted: not a person, not a plan.
    COUNTERED_WHAT = r"(?i)\b(?:accounts?|campaigns?|attacks?|operations?|services?|systems?|servers?|networks?|websites?|sites?|portals?|apps?|flights?|surger(?:y|ies)|appointments?|classes|schools?|stores?|factor(?:y|ies)|plants?|production|deliver(?:y|ies)|shipments?|orders?|payments?|listing|launch|ipo|trading|deal|sale|access|passwords?|credentials|keys|botnet|intrusion|breach|incident|activity|ones|lines?|phones?|ambulances?|patients?|tills|checkouts?|pipelines?|hospitals?|clinics?|courts?|traffic|contract)\b";
    /// What an attack brings about.
    CAUSES = r"(?ix)\b(?:attacks?|cyber-?attacks?|breach(?:es)?|incidents?|outages?|intrusions?|thefts?|campaigns?|hacks?|ransomware|leaks?|compromise|disruption|scandal|revelations?|disclosures?|verdict|activity|activities|operations?|it|this|that|which)(?:\s+(?:has|have|had|also|since|already|then|later|soon|\p{Ll}+ly|on\s+\w+|against\s+[\p{Lu}\w]+|at\s+[\p{Lu}\w]+))*\s+
        (?P<verb>forc(?:ed|es|ing)|caus(?:ed|es|ing)|led|leads|left|leaves|knock(?:ed|s)|disrupt(?:ed|s)|crippl(?:ed|es)|paralys?(?:ed|es)|halt(?:ed|s)|shut|shuts|cost|costs|delay(?:ed|s)|affect(?:ed|s)|prompt(?:ed|s)|trigger(?:ed|s)|result(?:ed|s)\s+in|sparked|spark|expos(?:ed|es)|hit|impact(?:ed|s)|wip(?:ed|es)\s+out|stopp(?:ed|s)|interrupt(?:ed|s)|compromised|endanger(?:ed|s)|threaten(?:ed|s))\s+(?P<what>[^;.]{3,})";
    FORCED = r"(?i)\b(?:(?:customers|shoppers|patients|users|staff|employees|passengers|residents|students|doctors|nurses|drivers|players|subscribers)\s+(?:were|was)\s+(?:left\s+)?unable\s+to|(?:was|were|been)\s+forced\s+to|had\s+to\s+(?:cancel|close|divert|revert|postpone|delay|suspend|shut|switch|turn|rely|stop|halt|use|restore|rebuild|fall\s+back|send|reset|disconnect|pause))\s+[^,;.]{3,}";
    /// Whose data a breach laid open: "exposed the personal data of 6 million customers".
    EXPOSED = r"(?i)\b(?:expos(?:ed|es|ing)|compromis(?:ed|es|ing)|affect(?:ed|s|ing))\s+(?:[\w’'$%.,-]+\s+){0,7}?(?:data|records|information|customers|users|people|accounts|patients|individuals|residents)\b";
    BREACHED = r"(?i)\b(?:breach|attack|incident|intrusion|hack|leak|which|that|hackers|attackers|theft)\b";
    FOLLOWS = r"(?i)\b(?:into\s+a\s+subsidy|(?:rais(?:e|es|ing)|pos(?:e|es|ing)|creat(?:e|es|ing))\s+(?:[\w-]+\s+){0,2}(?:national\s+security|security|safety)\s+(?:concerns?|risks?|threats?)|undermin(?:e|es|ed|ing)\s+(?:the\s+|its\s+|your\s+|US\s+|U\.S\.\s+)?[\w’'.-]+|subsidi[sz]e(?:s|d)?\s+(?:[\w-]+\s+)*R&D|(?:lets|allows|enables)\s+(?:copycats|rivals|competitors|imitators|others)\s+(?:to\s+)?[a-z]+|generat(?:es|ed)\s+(?:[\w-]+\s+){0,3}(?:funds|revenue|income|money|proceeds)\s+for|led\s+to\s+(?:a|an)\s+[\w-]+|enabl(?:e|es|ing)\s+authoritarian|expos(?:e|es|ing)\s+(?:themselves|itself)\s+to)";
    PURPOSE = r"(?i)\b(?:to|not|never|without|could|can|may|might|if|for|by|of|cannot)\s+[“\x22]?(?:\w+ly\s+)?$";
    /// "by identifying, mitigating and": what somebody sets out to do.
    BY_DOING = r"(?i)\b(?:by|of|at|for)\s+\p{L}+ing\b[^.;]{0,80}(?:,|\band)\s+$";
    /// A tail that tells what the main clause brought about: ", forcing the hospital to ...", ", thus closing the gap".
    TAIL = r"(?i)(?:,|\s[—–]|—)\s*(?P<does>(?:and\s+)?(?:(?:thus|thereby|effectively|in\s+effect|hence|ultimately)\s+[a-z]+ing|forcing|leaving|prompting|crippling|disrupting|knocking|depriving|costing|paralys?ing|plunging|stranding)\s+[^;]+)";
    /// The other side: what the intruders shut down is no answer to them.
    INTRUDERS = r"(?i)\b(?:intruders?|attackers?|hackers?|actors?|operators|criminals|gang|thie(?:f|ves)|defendants?|smugglers?|conspirators|who|malware|ransomware|prosecutors|botnet)\b";
    AND = r"(?i)\b(?:and|then)\s+(?:(?:is|are|has|have|had|was|were|also|since|then|later)\s+)*$|,\s+$|\b(?:alongside|besides|as\s+well\s+as|in\s+addition\s+to)\s+$";
    BESIDES = r"(?i)\b(?:alongside|besides|as\s+well\s+as|in\s+addition\s+to)\s+$";
    HOW = r"(?i)^(?:how|why|what)\b";
    VICTIM = r"(?i)\b(?:we|it|they|company|firm|lab|startup|start-up|bank|hospital|university|school|council|retailer|airline|insurer|provider|developer|maker|chipmaker|manufacturer|operator|platform|service|utility|group|agency|team|department|city|county|administrators|engineers|officials)\b";
    ATTACK = r"(?i)\b(?:attacks?|breach|incident|intrusion|hack|ransomware|theft|campaign|outage|leak)\b";
    END = r"(?i)[,;:]|\s[—–]\s|\s+(?:and|but|while|after|which|who|because|as|when)\s";
    SAID = r"(?i)\b(?:said|says|stated|states|added|adds|announced|confirmed|wrote|told\s+\w+)(?:\s+that)?\s+";
}

/// The effects that `sentence` tells; `told` are the claims so far.
pub(super) fn read(reader: &Reader<'_, '_>, sentence: &Sentence, told: &[Content]) -> Vec<Content> {
    let mut found: Vec<Content> = Vec::new();
    let mut taken: Vec<Range<usize>> = Vec::new();
    let mut add = |range: Range<usize>, value: Range<usize>, sure: bool, who: Option<&str>| {
        if taken.iter().any(|other| other.start < range.end && range.start < other.end)
            || measured(reader, sentence, &value, told)
        {
            return;
        }
        taken.push(range.clone());
        if let Some(mut content) = reader.claim(ClaimKind::Effect, sentence, range, Matter::Told) {
            content.value = Some(sentence.words(value).trim().to_owned());
            if sure {
                content.hedge = Hedge::Confirmed;
            } else if content.hedge == Hedge::Opinion {
                // "in our view the first that has led to a listing": told as a view.
                return;
            }
            if let Some(who) = who {
                content.subject = short_name(who);
            }
            found.push(content);
        }
    };
    let text = &sentence.text;
    if HOW.is_match(text) && sentence.headline {
        return Vec::new();
    }
    let mut known = false;
    for verb in VERDICT.find_iter(text) {
        let before = sentence.words(0..verb.start());
        if NO_VERDICT.is_match(before) || is_possible(before) && !before.trim_end().ends_with("been") {
            continue;
        }
        let rest = sentence.words(verb.end()..text.len());
        let end = VERDICT_END.find_iter(rest).find(|end| end.start() > 0).map_or(sentence.end(), |end| verb.end() + end.start());
        let who = subject(sentence, verb.start());
        let start = who.as_ref().map_or(verb.start(), |who| who.start);
        add(start..end.max(verb.end()), verb.start()..end.max(verb.end()), true, who.map(|who| sentence.words(who)));
    }
    for found in COUNTERS.find_iter(text) {
        let before = sentence.words(0..found.start());
        if BY_DOING.is_match(before) || PURPOSE.is_match(before) && !found.as_str().starts_with("did not") || is_possible(before)
        {
            continue;
        }
        // "banned the accounts and closed the pathway": the second verb has the subject of the first.
        let who = subject(sentence, found.start()).filter(|_| !BESIDES.is_match(before));
        let words = who.clone().map_or("", |who| sentence.words(who));
        if INTRUDERS.is_match(words)
            || reader.cast.accused.iter().any(|one| words.contains(&one.name))
            || !(can_answer(reader, sentence, words) || who.is_none() && known && AND.is_match(before))
        {
            continue;
        }
        known = true;
        let start = who.map_or(found.start(), |who| if found.start() - who.start < 80 { who.start } else { found.start() });
        let end = ended(sentence, found.end());
        add(start..end, found.start()..end, false, Some(words).filter(|words| words.contains(char::is_uppercase)));
    }
    for found in COUNTERED.find_iter(text) {
        let Some(who) = subject(sentence, found.start()) else { continue };
        let words = sentence.words(who.clone());
        if COUNTERED_WHAT.is_match(words)
            && !INTRUDERS.is_match(words.split_whitespace().next_back().unwrap_or(""))
            && !is_possible(sentence.words(0..found.start()))
        {
            add(who.start..found.end(), who.start..found.end(), false, None);
        }
    }
    for found in CAUSES.captures_iter(text) {
        let (Some(whole), Some(verb), Some(what)) = (found.get(0), found.name("verb"), found.name("what")) else { continue };
        let before = sentence.words(0..verb.start());
        let pronoun = matches!(
            whole.as_str().split_whitespace().next().map(str::to_lowercase).as_deref(),
            Some("it" | "this" | "that" | "which")
        );
        let strong = matches!(
            verb.as_str().to_lowercase().as_str(),
            "forced" | "led" | "caused" | "prompted" | "triggered" | "disrupted" | "crippled" | "left" | "halted" | "cost"
        );
        if pronoun && !(strong && ATTACK.is_match(sentence.words(0..whole.start())))
            || is_possible(before)
            || what.as_str().starts_with("by ")
            || verb.as_str() == "led" && !what.as_str().contains("to ")
        {
            continue;
        }
        let end = ended(sentence, what.start() + 1);
        let who = subject(sentence, verb.start()).map_or(whole.start(), |who| who.start);
        add(who..end, verb.start()..end, false, None);
    }
    for found in EXPOSED.find_iter(text).filter(|_| BREACHED.is_match(text)) {
        let before = sentence.words(0..found.start());
        if !is_possible(before) && !PURPOSE.is_match(before) {
            let range = found.start()..ended(sentence, found.end());
            add(range.clone(), range, false, None);
        }
    }
    for pattern in [&FORCED, &FOLLOWS] {
        for found in pattern.find_iter(text) {
            if sentence.headline
                || is_possible(sentence.words(0..found.start()))
                || PURPOSE.is_match(sentence.words(0..found.start()))
                || BY_DOING.is_match(sentence.words(0..found.start()))
                || sentence.item && !reader.cast.concerns(sentence)
            {
                continue;
            }
            let clause = sentence.clause(found.range());
            let said = SAID.find_iter(text).filter(|said| said.end() <= found.start() && said.start() >= clause.start).last();
            let start = said.map_or(clause.start, |said| said.end());
            let after = sentence.words(found.end()..clause.end.max(found.end()));
            let end = after.find(" and ").map_or(clause.end.max(found.end()), |and| found.end() + and);
            add(start..end, start..end, false, None);
        }
    }
    for tail in TAIL.captures_iter(text).filter(|_| !sentence.headline) {
        let Some(does) = tail.name("does") else { continue };
        if !is_possible(sentence.words(0..does.start())) {
            let range = does.start()..ended(sentence, does.start() + 1);
            add(range.clone(), range, false, None);
        }
    }
    found
}

/// Who answers an attack: a company, a victim, "we", "it".
fn can_answer(reader: &Reader<'_, '_>, sentence: &Sentence, words: &str) -> bool {
    !words.is_empty() && (words.contains(char::is_uppercase) || VICTIM.is_match(words))
        || words.is_empty() && reader.cast.concerns(sentence)
}

/// Where the clause behind `at` ends.
fn ended(sentence: &Sentence, at: usize) -> usize {
    let rest = sentence.words(at..sentence.end().max(at));
    END.find(rest).map_or(sentence.end().max(at), |end| at + end.start())
}

/// Whether a measure tells these words already.
fn measured(reader: &Reader<'_, '_>, sentence: &Sentence, value: &Range<usize>, told: &[Content]) -> bool {
    let Some(place) = reader.page.content(ClaimKind::Effect, sentence.place(value.clone())) else { return true };
    let span = place.quotes.first().span();
    told.iter()
        .any(|claim| matches!(claim.kind, ClaimKind::Measure | ClaimKind::Response) && claim.quotes.first().span().overlaps(span))
}
