//! Laws in the making, what they would do, and what orders and rules do that are in force.

use super::{Reading, Stage, cut, is_government, period};
use crate::document::short_name;
use crate::page::Sentence;
use crate::pattern::patterns;
use crate::propose::Reader;
use crate::subject::subject;

patterns! {
    /// A bill that has its sponsors.
    BACKED = r"(?i)\b(?:an?|the)\s+(?P<what>(?:[\w-]+\s+){0,4}(?:bill|legislation|amendment|measure|resolution|act)\b(?:\s+in\s+the\s+\w+)?),?\s+(?P<verb>backed|sponsored|introduced|co-sponsored|led|authored|proposed)\s+(?:(?:last|this|earlier\s+this)\s+\w+\s+|in\s+\w+\s+|on\s+\w+\s+)?by\s+(?P<who>[^;]+?)(?:,\s+(?:is|was|has|would|that)\b|\s+(?:that\s+)?would\b|[.;]|$)";
    /// "an amendment that would", "the bill, which would", "a bill before the Senate would".
    WOULD = r"(?i)\b(?P<what>(?:(?:an?|the|his|her|their|its|this)\s+(?:[\w-]+\s+){0,4}?)?(?:bill|legislation|amendment|resolution|act|measure)\b)(?P<between>[^;]{0,140}?)\s+(?:that\s+|which\s+)?would\s+(?P<does>[^;]+)";
    PLANS = r"(?i)\b(?:plans?\s+to|planned\s+to|planning\s+to|intends?\s+to|(?:is|are)\s+(?:also\s+)?(?:set|expected|preparing|poised|due|going)\s+to|vowed\s+to|pledged\s+to|would|will|hopes?\s+to)\s+(?P<what>(?:introduce|propose|file|offer|table|submit|vote\s+on|be\s+considered\s+for|sponsor|draft|unveil|reintroduce|take\s+up)\s+(?P<object>[^;]+))";
    QUALIFIED = r"^(?:an?\s+|the\s+)?(?P<head>.+?)\s+(?:as\s+soon\s+as\s+\w+\s+|on\s+\w+\s+|next\s+\w+\s+)?that\s+would\s+(?P<does>.+)$";
    PASSED = r"(?i)\b(?:passed|enacted|approved|cleared|adopted|advanced|ratified|voted\s+(?:[\w–-]+\s+)??(?:on\s+\w+\s+)?(?:to\s+(?:advance|approve|pass|adopt|send|back|ratify|report)|for|in\s+favou?r\s+of))\s+(?P<what>(?:(?:an?|the|its|their|two|three|several|both|\d+)\s+(?:[\w’'-]+\s+){0,6}?(?:bill|act|law|legislation|amendment|resolution|statute|measure|package)s?|legislation)\b[^,;.]*)";
    /// Where a bill stands: "a companion bill in the Senate", "heads to the House floor".
    COMPANION = r"(?i)\b(?:(?:the|an?|its|is|also|already)\s+)*(?:(?:senate|house)\s+)?companion\s+(?:bill|legislation|measure|version)(?:\s+[A-Z]{1,3}\.?\s?(?:R\.\s?)?\d+)?(?:\s+(?:in|before)\s+the\s+(?:[A-Z]\w+\s?){1,3}|,?\s+(?:is|was|has|already|introduced|sponsored|led|from|by|with)\b[^,;.]{0,60})";
    HEADED = r"(?i)\b(?:the\s+|an?\s+|its\s+|this\s+)?(?:[\w’'-]+\s+){0,3}?(?:bill|legislation|measure|amendment|resolution|act)\s+(?:(?:is|was|are|now|also|has\s+been|will|then|next|already)\s+)*(?:head(?:s|ed|ing)?|mov(?:es|ed|ing)|go(?:es|ing)?|advanc(?:es|ed|ing)|sent|proceeds|awaits|await(?:ing)?|faces|up)\s+(?:(?:on|now|next)\s+)?(?:(?:to|for|before|in)\s+)?(?:the\s+|an?\s+)?(?:full\s+)?(?:(?:house|senate|chamber|committee|president|upper|lower|floor|vote|votes?)[’'s]*\s*){1,3}\b(?:\s+(?:floor|desk|vote|for\s+a\s+vote))?";
    /// "It would also cancel": of the bill that the sentence before tells of.
    IT_WOULD = r"^(?:It|They|The\s+(?:bill|measure|legislation|act|proposal|amendment|draft))\s+would\s+(?:also\s+|then\s+|further\s+|\w+ly\s+)*(?P<does>[a-z]+)\b[^;]*";
    OF_BILL = r"(?i)\b(?:bill|legislation|amendment|resolution|(?-i:Act)|measure)\b";
    BODY = r"(?i)\b(?:congress|senate|house|parliament|lawmakers|legislature|assembly|council|senators|bundestag|diet|knesset|(?:sub)?committee|panel|chamber|state|cabinet|ministers|government)\b";
    /// "The Act, passed in 2024", "a law enacted last year", "powers that Congress widened in the Act".
    PASSED_LAW = r"(?P<what>\b(?:(?:the|a|an)\s+)?(?:[\p{Lu}][\w’'-]*\s+){0,6}(?:Act|Law|law|statute|Bill)(?:\s+of\s+\d{4})?),?\s+(?:which\s+(?:Congress|lawmakers|the\s+(?:House|Senate|parliament))\s+|that\s+(?:Congress|lawmakers)\s+|(?:which\s+)?(?:was\s+)?)(?P<verb>passed|enacted|signed\s+into\s+law|approved|adopted)";
    WIDENED = r"\b(?:[Cc]ongress|[Ll]awmakers|[Pp]arliament)\s+(?:widened|granted|created|expanded|gave|extended|strengthened|added)\b[^;.]{0,60}?\s+in\s+the\s+(?P<what>(?:[\p{Lu}][\w’'-]*\s+){1,6}Act)";
    /// What an instrument in force does: "the rule requires", "a general license permits".
    IN_FORCE = r"(?i)\b(?P<what>(?:(?:the|these|those|an?|its|new|final|interim|today[’']s|\w+day[’']s)\s+)+(?:[\w-]+\s+){0,3}?(?:sanctions|designations?|rules?|licen[cs]es?|orders?|controls|restrictions|regulations?|directive|ban|proclamation|measures?|law|action|polic(?:y|ies))(?:,[^,;]{3,90},)?)\s+(?:also\s+)?(?P<does>(?:clamp\s+down\s+on|crack\s+down\s+on|curb|tighten|block|freeze|prohibit|bar|require|oblige|ban|forbid|permit|allow|authori[sz]e|restrict|expand|extend|exempt|limit|mandate|compel|impose|close|cover|appl(?:y|ie)|target)s?\s+(?P<object>[^;]+))";
    /// "All property of X is blocked", "U.S. persons may no longer deal".
    BLOCKED = r"(?i)\b(?P<what>(?:all\s+(?:(?:of\s+)?(?:the|their|its|his|her)\s+|U\.?S\.?\s+)*(?:property|assets|interests|transactions)|property\s+and\s+interests\s+in\s+property|assets|U\.?S\.?\s+persons|Americans|compan(?:y|ies)\s+in\s+which\s+they\s+hold|entities\s+owned|any\s+entit(?:y|ies)|companies\s+owned)[^;]{0,200}?\s+(?:(?:is|are|have\s+been|will\s+(?:also\s+)?be|must\s+be)\s+(?:also\s+|now\s+|generally\s+|all\s+)?(?:blocked|frozen|prohibited|barred|forbidden)|may\s+no\s+longer|can\s+no\s+longer|may\s+not|are\s+no\s+longer\s+(?:allowed|permitted))(?:\s+[^,;.]+)?)";
    COMES = r"(?i)\b(?P<what>(?:becomes|become)\s+(?:mandatory|compulsory|law|binding|illegal))";
    /// "sanctions are on the table", "sanctions imposed on X by Y".
    TABLE = r"(?i)\b(?P<what>(?:(?:new|further|more|additional|tougher|stricter|secondary|possible|broader|fresh|targeted|US|U\.S\.|EU|harsher|wider)\s+){0,2}(?:sanctions|tariffs|export\s+(?:controls|restrictions)|entity\s+list\s+(?:designations|additions|listings?))(?:\s+and\s+[\w\s]{3,40}?(?:designations|controls|sanctions|listings))?)\b[^;]{0,60}?\s(?:on\s+the\s+table|under\s+(?:consideration|discussion)|(?:is|are)\s+(?:being\s+)?(?:planned|considered|weighed|drafted|expected|likely|in\s+preparation))\b";
    IMPOSED = r"(?i)\b(?P<what>(?:[\w-]+\s+){0,3}?(?:sanctions|controls|restrictions|requirements|curbs|limits|prohibitions?|quotas?|conditions|embargo(?:es)?|moratorium|tariffs?|ban|rules?|regulations?|order|directive|advisory|penalt(?:y|ies)|licen[cs]e|designations?|measures))\s+(?:(?:that\s+)?(?:was|were|has\s+been|have\s+been|had\s+been)\s+)?(?P<verb>imposed|issued|adopted|announced|published|signed|levied|revoked|lifted|finali[sz]ed|released|approved)\s+(?P<more>(?:against|on|by|in|last|this)\b[^,;.]{2,80}|today|yesterday)";
    UNDER = r"(?i)\b(?P<what>(?:has\s+been\s+|have\s+been\s+|is\s+|are\s+|was\s+|were\s+)?(?:under|subject\s+to)\s+(?:U\.?S\.?\s+|American\s+|EU\s+|UK\s+|Western\s+|British\s+|international\s+|Treasury\s+)+(?:sanctions|export\s+controls|restrictions))\s+since\b";
    OPERATION = r"(?i)\b(?P<what>(?:court-authori[sz]ed|international|joint|coordinated)\s+(?:law[- ]enforcement\s+)?(?:operation|action|takedown|seizure)\s+(?:that\s+|to\s+|has\s+)?(?:disrupt|dismantl|took\s+down|take\s+down|seiz)\w*\s+[^,;.]{3,80})";
    /// Rules without an agent: "licences are required for", "applications are subject to a presumption of denial".
    REGULATED = r"(?ix)(?P<what>\b(?:(?:an?|the|all|any|such|most|each|certain|its|new|export|re-?export|eligible|covered|licen[cs]e)\s+)*(?:licen[cs]es?|applications?|(?:licen[cs]ing|review|licen[cs]e)\s+(?:review\s+)?polic(?:y|ies)|review\s+polic(?:y|ies)|licen[cs]e\s+exceptions?|exports?|exporters|applicants|re-?exports?|transfers?|items|chips|semiconductors|integrated\s+circuits|transactions)\b(?:\s+[^,;.]{1,90}?)?\s+
        (?:(?:is|are|was|were|will|would|shall|must|may|now|be|remains?|also|only|no\s+longer|currently|generally|previously|not|has|have|been)\s+)*
        (?:(?:is|are|was|were|be|been|remains?)\s+(?:now\s+|also\s+|generally\s+|no\s+longer\s+)*(?:required\s+(?:for|to|before|when|under)|subject\s+to\s+(?:[\w’'-]+\s+){0,4}?(?:presumption|licen[cs]\w+|controls?|restrictions?|requirements?|tariffs?|sanctions?|approval|rules?|caps?|limits?|polic\w+)|(?:evaluated|reviewed|considered|assessed|decided|examined)\s+(?:on\s+a|under\s+a|with\s+a)|(?:presumptively\s+)?(?:denied|prohibited|restricted|barred)(?:\s+(?:to|for|under|unless))|eligible\s+for|limited\s+to|capped\s+at|exempt\s+from)
          |(?:has|have)\s+shifted\s+from|(?:evaluated\s+on\s+a|reviewed\s+on\s+a|shift(?:s|ed)\s+from|requires?\s+an?\s+licen[cs]e|appl(?:y|ies)\s+only\s+to|must\s+(?:have|be|certify|submit|undergo|obtain|demonstrate|meet|show)))\b[^;]*)";
    /// What rules speak of: without it, "exports are limited to" is no rule.
    REGULATION = r"(?i)\b(?:licen[cs]\w+|presumption|case-by-case|export(?:s|ers)?|controls?|rules?|polic(?:y|ies)|bis|ofac|eligible|destin\w+|tariffs?)\b";
    /// What becomes of a bill, not what it does.
    FATE = r"(?i)^(?:win|need|likely|have|face|be\s+(?:included|passed|approved|voted|considered|attached)|go|come|not|pass|die|head|move|become|still|also\s+need|require\s+(?:approval|a\s+vote))\b";
    AND_IS = r"(?i)\b(?:if|could|may|might|not|never)\b";
}

/// Bills with their sponsors, and what bills would do.
pub(super) fn read(reader: &Reader<'_, '_>, sentence: &Sentence) -> Vec<Reading> {
    let mut found = planned(reader, sentence);
    let text = &sentence.text;
    let plans = !found.is_empty();
    for would in WOULD.captures_iter(text).filter(|_| !plans) {
        let (Some(what), Some(does), Some(between)) = (would.name("what"), would.name("does"), would.name("between")) else {
            continue;
        };
        if FATE.is_match(does.as_str()) {
            continue;
        }
        let backed = BACKED
            .captures(text)
            .filter(|backed| backed.name("what").is_some_and(|other| other.start() < what.end() && what.start() < other.end()));
        let supported = backed
            .as_ref()
            .and_then(|found| found.name("verb"))
            .is_some_and(|verb| !verb.as_str().eq_ignore_ascii_case("introduced"));
        let stage = if supported { Stage::Planned } else { Stage::Introduced };
        let who = backed.and_then(|found| found.name("who").map(|who| who.as_str().trim().to_owned()));
        let value = what.start()..cut(sentence, does.range()).end;
        let when = period(sentence, &(what.start()..between.end()));
        found.push(Reading { range: value.clone(), value, who: who.unwrap_or_default(), stage, period: when });
    }
    for (pattern, stage) in [(&COMPANION, Stage::Introduced), (&HEADED, Stage::Planned)] {
        found.extend(pattern.find_iter(text).filter(|_| !plans).map(|stands| {
            let (value, when) = (stands.range(), period(sentence, &stands.range()));
            Reading { range: value.clone(), value, who: String::new(), stage, period: when }
        }));
    }
    if let Some(would) = IT_WOULD.captures(text)
        && let Some(whole) = would.get(0)
        && !would.name("does").is_some_and(|does| FATE.is_match(does.as_str()))
        && (found.is_empty() && after_bill(reader, sentence))
    {
        let (value, when) = (cut(sentence, whole.range()), period(sentence, &whole.range()));
        found.push(Reading { range: value.clone(), value, who: String::new(), stage: Stage::Introduced, period: when });
    }
    for backed in BACKED.captures_iter(text) {
        let (Some(what), Some(verb), Some(who)) = (backed.name("what"), backed.name("verb"), backed.name("who")) else {
            continue;
        };
        let stage = if verb.as_str().eq_ignore_ascii_case("introduced") { Stage::Introduced } else { Stage::Planned };
        let range = what.start()..who.end();
        let when = period(sentence, &range);
        found.push(Reading { range, value: what.range(), who: who.as_str().trim().to_owned(), stage, period: when });
    }
    for passed in PASSED.captures_iter(text) {
        let (Some(whole), Some(what)) = (passed.get(0), passed.name("what")) else { continue };
        let who = subject(sentence, whole.start()).map(|range| sentence.words(range).to_owned());
        let Some(who) = who.filter(|who| {
            BODY.is_match(who) && !AND_IS.is_match(sentence.words(whole.start().saturating_sub(12)..whole.start()))
        }) else {
            continue;
        };
        let range = whole.start()..what.end();
        let when = period(sentence, &range);
        found.push(Reading { range, value: what.range(), who, stage: Stage::Passed, period: when });
    }
    for pattern in [&PASSED_LAW, &WIDENED] {
        for law in pattern.captures_iter(text) {
            let (Some(whole), Some(what)) = (law.get(0), law.name("what")) else { continue };
            let when = period(sentence, &whole.range());
            found.push(Reading {
                range: whole.range(),
                value: what.range(),
                who: "Congress".to_owned(),
                stage: Stage::Passed,
                period: when,
            });
        }
    }
    found
}

/// Whether the sentence before `sentence` tells of a bill, and no farther one.
fn after_bill(reader: &Reader<'_, '_>, sentence: &Sentence) -> bool {
    let before = reader.page.sentences().take_while(|other| other.at < sentence.at).filter(|other| !other.headline).last();
    before.is_some_and(|before| OF_BILL.is_match(&before.text))
}

/// Bills that somebody plans to bring, and what they would do.
fn planned(_: &Reader<'_, '_>, sentence: &Sentence) -> Vec<Reading> {
    let mut found = Vec::new();
    for plans in PLANS.captures_iter(&sentence.text) {
        let (Some(whole), Some(object)) = (plans.get(0), plans.name("object")) else { continue };
        let Some(agent) = subject(sentence, whole.start()) else { continue };
        let words = sentence.words(agent.clone());
        let law = ["bill", "amendment", "legislation", "resolution", "rule", "measure", "order"]
            .iter()
            .any(|noun| object.as_str().contains(noun));
        if !law || !is_government(words) && !words.contains("bill") && !words.contains("amendment") && !words.contains("measure")
        {
            continue;
        }
        let who = short_name(words);
        let value = cut(sentence, object.range());
        let when = sentence.periods.iter().find(|period| whole.start() <= period.range.start).and_then(|period| period.what.edtf);
        let head = QUALIFIED.captures(sentence.words(value.clone())).and_then(|parts| parts.name("head")).map(|head| head.end());
        let first = value.start..head.map_or(value.end, |end| value.start + end);
        found.push(Reading {
            range: agent.start..first.end,
            value: first.clone(),
            who: who.clone(),
            stage: Stage::Planned,
            period: when,
        });
        // What it would do often stands behind a date: "an amendment as soon as Wednesday that would ...".
        let rest = sentence.words(first.end..sentence.text.len());
        if let Some(at) = rest.find(" that would ") {
            let does = cut(sentence, first.end + at + " that would ".len()..sentence.text.len());
            found.push(Reading { range: does.clone(), value: does, who, stage: Stage::Planned, period: None });
        }
    }
    found
}

/// What instruments in force do, and what is said of sanctions without a verb of issuing.
pub(super) fn done(_: &Reader<'_, '_>, sentence: &Sentence) -> Vec<Reading> {
    let mut found = Vec::new();
    let text = &sentence.text;
    for force in IN_FORCE.captures_iter(text) {
        let (Some(what), Some(does)) = (force.name("what"), force.name("does")) else { continue };
        if AND_IS.is_match(sentence.words(does.start().saturating_sub(10)..does.start())) {
            continue;
        }
        let value = what.start()..cut(sentence, does.range()).end;
        let when = period(sentence, &value);
        found.push(Reading { range: value.clone(), value, who: String::new(), stage: Stage::Issued, period: when });
    }
    let plain: [(&regex::Regex, Stage); 7] = [
        (&BLOCKED, Stage::Issued),
        (&COMES, Stage::Issued),
        (&TABLE, Stage::Planned),
        (&IMPOSED, Stage::Issued),
        (&UNDER, Stage::Issued),
        (&OPERATION, Stage::Issued),
        (&REGULATED, Stage::Issued),
    ];
    for (pattern, stage) in plain {
        for plain in pattern.captures_iter(text) {
            let (Some(what), Some(whole)) = (plain.name("what"), plain.get(0)) else { continue };
            if std::ptr::eq(pattern, &*REGULATED) && !REGULATION.is_match(what.as_str()) {
                continue;
            }
            let end = plain.name("more").map_or(what.end(), |more| more.end());
            let value = cut(sentence, what.start()..end);
            let ahead = std::ptr::eq(pattern, &*BLOCKED) && what.as_str().contains(" will ");
            let stage = if ahead { Stage::Planned } else { stage };
            let when = period(sentence, &whole.range());
            found.push(Reading { range: value.clone(), value, who: String::new(), stage, period: when });
        }
    }
    found
}
