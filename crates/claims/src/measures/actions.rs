//! Verbs of government action; how far it has come stands in the words before them.

use super::offices::is_official;
use super::{Reading, Stage, cut, is_government, period};
use crate::document::short_name;
use crate::page::{Passage, Sentence};
use crate::pattern::patterns;
use crate::propose::Reader;
use crate::subject::subject;
use dossier_grammar::NameKind;
use std::ops::Range;

patterns! {
    /// "added X to the Entity List", "was put under export controls".
    LISTED = r"(?ix)\b(?:add(?:s|ed|ing)?|plac(?:e|es|ed|ing)|put(?:s|ting)?|includ(?:e|es|ed|ing))\s+(?:[^;]{1,160}?\s+)??(?:on|to|onto|under|in)\s+
        (?:(?:the|its|an?|their|his|her|new|US|U\.S\.|American|\p{L}+[’']s|government|export|trade|federal|military|national|EU|UK|so-called|restricted|consolidated|sanctions|same|own)\s+){0,4}
        (?:[“\x22]?entity\s+list[”\x22]?|blacklist|black\s+list|list\s+of\s+specially\s+designated\s+nationals|(?:specially\s+designated\s+nationals|SDN)(?:\s+and\s+blocked\s+persons)?\s+list|sanctions(?:\s+list)?|export\s+(?:controls?|restrictions)|unverified\s+list|roster\s+of\s+\w+|military\s+end[- ]user\s+list|\d\w*\s+list|denied[- ]persons\s+list|watch\s?list|control\s+list|list\s+of\s+(?:sanctioned|restricted|banned|designated)\s+\w+|embargo)";
    /// "had been dropped from the roster", "took two makers off the list".
    DELISTED = r"(?ix)\b(?:remov(?:e|es|ed|ing)|drop(?:s|ped|ping)?|delet(?:e|es|ed|ing)|t(?:ake|akes|ook|aken|aking)|str(?:ike|ikes|uck|icken|iking)|cut(?:s|ting)?)\s+(?:[^;,]{1,120}?\s+)??(?:from|off(?:\s+of)?)\s+
        (?:(?:the|its|an?|their|his|her|US|U\.S\.|\p{L}+[’']s|export|trade|sanctions|military|entity|unverified|government|restricted|\d\w*)\s+){0,4}(?:list|roster|blacklist|black\s+list)\b";
    /// "took the marketplace offline".
    OFFLINE = r"(?i)\b(?:t(?:ake|akes|ook|aken|aking)|knock(?:s|ed|ing)?|forc(?:es|ed|ing))\s+(?:[\w’'-]+\s+){0,5}?(?:forums?|market\w*|sites?|websites?|services?|botnets?|platforms?|infrastructure|domains?|ring|exchange|mixer|panels?|network|shop|store)\s+offline\b";
    /// Lists that only governments keep.
    OF_STATE = r"(?i)\b(?:entity|sanction\w*|blacklist|black\s+list|export|trade|unverified|military|restricted|designated|nationals|SDN|embargo|denied[- ]persons|control|\d\w*)\b";
    /// What is taken back by a pronoun: "and soon withdrew it".
    TAKEN_BACK = r"(?i)\b(?:withdr(?:ew|aws?|awn)|pull(?:s|ed)(?:\s+back)?|rescind(?:s|ed)|revok(?:es|ed)|repeal(?:s|ed)|revers(?:es|ed)|scrap(?:s|ped)|suspend(?:s|ed)|lift(?:s|ed)|annul(?:s|led))\s+(?:it|them)\b";
    /// A government that makes somebody do a thing: "ordered the two firms to pay a share".
    COMPELLED = r"(?i)\b(?:order(?:s|ed|ing)?|direct(?:s|ed|ing)|instruct(?:s|ed|ing)?|command(?:s|ed|ing)?|compel(?:s|led|ling)?|forc(?:es|ed|ing)|requir(?:es|ed|ing)|oblig(?:es|ed|ing))\s+(?:[^,;:“”]{2,80}?)\s+to\s+(?-i:[a-z]{2,})\b[^;]*|\b(?:bar(?:s|red|ring)?|ban(?:s|ned|ning)?|prohibit(?:s|ed|ing)?|forbid(?:s|ding)?|forbade|block(?:s|ed|ing)?|stop(?:s|ped|ping)?)\s+(?:[^,;:“”.]{2,80}?)\s+from\s+(?-i:[a-z]{2,}ing)\b[^;]*";
    /// What is printed where governments make their rules known.
    GAZETTED = r"(?i)\b(?:appear(?:s|ed)|(?:was|were|been)\s+(?:published|posted|printed|listed|marked))\s+(?:[\w-]+\s+){0,2}?(?:in|on)\s+the\s+(?:Federal\s+Register|Official\s+Journal|(?:official\s+|government\s+)?Gazette)\b";
    SANCTIONED = r"(?i)\b(?:(?:re-?)?designat(?:e|es|ed|ing)|sanction(?:s|ed|ing)?|blacklist(?:s|ed|ing)?)\b";
    /// What can be sanctioned: a name, or some companies and people.
    SANCTIONABLE = r"(?i)^\s+(?:(?:the|an?|his|her|its|their|both|another)\s+(?-i:\p{L})|(?:individuals|entities|companies|firms|people|hackers|banks|bankers|networks?|suppliers)\b|(?-i:[“\x22]?[\p{Lu}])|(?:(?:the|an?|its|their|several|some|more|multiple|another|two|three|four|five|six|seven|eight|nine|ten|dozens|scores|at\s+least|more\s+than|up\s+to|over|about|around|nearly|almost|roughly|approximately|a\s+further|\d[\d,]*|additional|foreign|Chinese|Russian|Iranian|North|Korean|state-?owned|of|than)\s+){1,5}(?:[\w-]+\s+){0,3}?(?:compan\w+|firms?|entit\w+|individuals?|people|persons?|subsidiar\w+|affiliates?|banks?|bankers?|institutions?|networks?|groups?|hackers?|actors?|officials?|brokers?|exchanges?|suppliers?|vessels?|labs?|laborator\w+|executives?|nationals?|facilitators?|operators?|providers?|startups?|those|anyone|perpetrators?|wallets?|addresses|its|their)|(?:two|three|four|five|six|seven|eight|nine|ten|dozens\s+of|several|\d[\d,]*)\s+(?:[\w-]+\s+){0,4}?[\w-]{3,}s\b)";
    /// A verb whose object is an instrument of government.
    MADE = r"(?i)\b(?:impos(?:e|es|ed|ing)|rais(?:e|es|ed|ing)|lower(?:s|ed|ing)?|doubl(?:e|es|ed|ing)|agree(?:s|d)(?:\s+on)?|put(?:s|ting)?|plac(?:e|es|ed|ing)|lev(?:y|ies|ied|ying)|slap(?:s|ped|ping)?|issu(?:e|es|ed|ing)|publish(?:es|ed|ing)?|releas(?:e|es|ed|ing)|finali[sz](?:e|es|ed|ing)|adopt(?:s|ed|ing)?|sign(?:s|ed|ing)?|promulgat(?:e|es|ed|ing)|unveil(?:s|ed|ing)?|announc(?:e|es|ed|ing)|grant(?:s|ed|ing)?|renew(?:s|ed|ing)?|extend(?:s|ed|ing)?|lift(?:s|ed|ing)?|eas(?:e|es|ed|ing)|tighten(?:s|ed|ing)?|toughen(?:s|ed|ing)?|expand(?:s|ed|ing)?|strengthen(?:s|ed|ing)?|broaden(?:s|ed|ing)?|widen(?:s|ed|ing)?|revok(?:e|es|ed|ing)|rescind(?:s|ed|ing)?|suspend(?:s|ed|ing)?|withdr(?:aw|aws|ew|awn|awing)|enact(?:s|ed|ing)?|introduc(?:e|es|ed|ing)|propos(?:e|es|ed|ing)|draft(?:s|ed|ing)?|prepar(?:e|es|ed|ing)|consider(?:s|ed|ing)?|circulat(?:e|es|ed|ing)|establish(?:es|ed|ing)?|creat(?:e|es|ed|ing)|set(?:s|ting)?|mandat(?:e|es|ed|ing)|enforc(?:e|es|ed|ing)|weigh(?:s|ed|ing)?|threaten(?:s|ed|ing)?|mull(?:s|ed|ing)?|writ(?:e|es|ing)|wrote|revis(?:e|es|ed|ing)|updat(?:e|es|ed|ing)|amend(?:s|ed|ing)?|relax(?:es|ed|ing)?|loosen(?:s|ed|ing)?|chang(?:e|es|ed|ing)|add(?:s|ed|ing)?|offer(?:s|ed|ing)?|fil(?:e|es|ed|ing)|dangl(?:es|ed|ing)|float(?:s|ed|ing)?|debat(?:e|es|ed|ing)|discuss(?:es|ed|ing)?|explor(?:e|es|ed|ing)|revers(?:e|es|ed|ing)|scrap(?:s|ped|ping)?|repeal(?:s|ed|ing)?|roll(?:s|ed|ing)?\s+(?:back|out)|appl(?:y|ies|ied|ying)|reinstat(?:e|es|ed|ing)|reimpos(?:e|es|ed|ing)|restor(?:e|es|ed|ing)|halt(?:s|ed|ing)?|paus(?:e|es|ed|ing)|delay(?:s|ed|ing)?|waiv(?:e|es|ed|ing)|replac(?:e|es|ed|ing)|overhaul(?:s|ed|ing)?|codif(?:y|ies|ied|ying)|deploy(?:s|ed|ing)?)\s+";
    CHANGES = r"(?i)^(?:revo|revis|revers|scrap|repeal|roll|halt|paus|delay|waiv|replac|overhaul|updat|amend|relax|loosen|chang|lift|eas|suspend|tighten|tough|expand|extend|renew|rescind|withdr|strengthen|broaden|widen|enforc)";
    INSTRUMENT = r"(?i)^(?:sanctions|controls?|restrictions?|curbs?|tariffs?|bans?|embargo|rules?|rulemaking|regulations?|orders?|directives?|guidance|guidelines|licen[cs]es?|proclamation|designations?|memo|memorandum|moratorium|requirements?|penalt(?:y|ies)|fines?|amendments?|legislation|bills?|act|laws?|resolution|safe\s+harbou?r|blacklisting|decree|notice|announcement|reward|bounty|lists?|roster|warrants?|limits?|conditions?|waivers?|exemptions?|quotas?|caps?|export[- ]controls?|polic(?:y|ies))\b";
    /// Words behind which the object of a verb is no longer named.
    STOPS = r"(?i)^(?:effective|last|this|next|earlier|yesterday|today|recently|again|under|across|after|before|because|when|while|until|since|without|amid|alongside|between|of|but|on|about|that|to|for|in|with|over|against|from|by|at|which|who|whether|if|unless|should|as|into|and|or|it|them|him)$";
    /// What measures are called that governments take against somebody.
    RESTRICTIVE = r"(?i)^(?:restrictive|retaliatory|punitive|coercive|protective|corrective|economic)$";
    COUNTED = r"(?i)\b(?:packages?|sets?|rounds?|series|batch|wave|tranche|raft|number|pair|slate)\s+$";
    /// Verbs that need nothing but a government to be a measure.
    BARRED = r"(?i)\b(?:ban(?:s|ned|ning)?|bar(?:s|red|ring)?|prohibit(?:s|ed|ing)?|restrict(?:s|ed|ing)?|outlaw(?:s|ed|ing)?|fin(?:es|ed|ing)|freez(?:e|es|ing)|froze|frozen|block(?:s|ed|ing)?|seiz(?:e|es|ed|ing)|confiscat(?:e|es|ed|ing)|cut(?:s|ting)?\s+off|order(?:s|ed|ing)?|requir(?:e|es|ed|ing)|oblig(?:e|es|ed|ing)|disrupt(?:s|ed|ing)?|dismantl(?:e|es|ed|ing)|t(?:ake|akes|ook|aken|aking)\s+down|approv(?:e|es|ed|ing)|allow(?:s|ed|ing)?|permit(?:s|ted|ting)?|authori[sz](?:e|es|ed|ing)|clear(?:s|ed|ing)?|let(?:s|ting)?|shut(?:s|ting)?\s+(?:down|off)|pull(?:s|ed|ing)?\s+the\s+plug\s+on|(?:giv(?:e|es|en|ing)|gave)\s+(?:[^,;.]{2,60}?\s+)?(?:the\s+|a\s+|its\s+)?(?:green\s+light|go-ahead|permission|clearance|approval)\s+(?:to|for)|(?:crack|clamp)(?:s|ed|ing)?\s+down\s+on|rein(?:s|ed|ing)?\s+in|expel(?:s|led|ling)?|clos(?:e|es|ed|ing)\s+(?:the\s+|a\s+|that\s+)?(?:last\s+|final\s+|remaining\s+|key\s+)*loopholes?)\s+";
    ASSETS = r"(?i)^(?:[\w$€£.,’'-]+\s+){0,5}?(?:assets?|property|funds|accounts?|crypto\w*|domains?|websites?|servers?|infrastructure|botnets?|networks?|sales?|exports?|shipments?|imports?|transactions|access|services?|sites?|forums?|platforms?|rings?|gangs?|compan(?:y|ies)|firms?|chip\w*|processors?|apps?|models?|marketplace|operations?|sell|export|ship|buy)\b";
    /// What is only a measure while it lies ahead: an inquiry that is opened is a date.
    AHEAD = r"(?i)\b(?:(?:open|launch|begin|start)(?:ing)?\s+(?:an?|its|their)\s+(?:[\w-]+\s+){0,3}?(?:inquiry|investigation|probe|review|consultation|study|audit)|(?:examine|examining|investigate|investigating|review|reviewing|vote|voting|expand|expanding|punish|punishing|penali[sz]e|target|targeting|consider|considering|look\s+into|looking\s+into))\b";
    PASSIVE = r"(?i)\b(?:was|were|been|is|are|being|got|gets)\s+(?:(?:\w+ly|also|since|then|later|both|all|now|again|first|themselves)\s+)*$";
    /// "firms sanctioned by", "a company blacklisted in 2023".
    BEHIND = r"(?i)^\s+(?:by\s+(?:the\s+)?(?P<agent>[\p{Lu}][^,;.]{1,60})|in\s+(?:\w+\s+)?\d{4}|in\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|last\s+\w+|earlier)";
    /// "provider sanctioned over ransomware": a headline without its "was".
    /// A headline leaves out the article: "US sanctions firm linked to scams".
    BARE = r"(?i)^\s+(?:[\w-]+\s+){0,3}?(?:firm|company|group|bank|network|exchange|provider|individual|hacker|official|entity|man|woman|broker|developer)\b";
    OVER = r"(?i)^\s+(?:over|for|after|in|by|amid|as)\b|^\s*$";
    SHOULD = r"(?i)\b(?:should|must|ought\s+to|needs?\s+to|ha(?:s|ve)\s+to)\s+(?:also\s+|now\s+|\w+ly\s+)*(?:be\s+)?(?:\w+ly\s+)?$";
    WILL = r"(?i)\b(?:(?:plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|aim(?:s|ed)?|prepar(?:es|ed|ing)|expected|set|poised|due|vow(?:s|ed)|pledg(?:es|ed)|promis(?:es|ed)|threaten(?:s|ed|ing)?|moving|mov(?:es|ed)|ready|(?:consider|weigh|mull|debat|decid|discuss|examin)\w*\s+whether|whether|going|scheduled|slated|agreed|looking|seek(?:s|ing)?|hop(?:es|ing)|want(?:s|ed)?|proposed|proposes|decided|likely|about)\s+to|will|would|shall|is\s+to|are\s+to)\s+(?:also\s+|now\s+|soon\s+|\w+ly\s+)*(?:be\s+)?(?:\w+ly\s+)?$";
    WEIGHING = r"(?i)\b(?:consider(?:s|ed|ing)?|weigh(?:s|ed|ing)?|mull(?:s|ed|ing)?|discuss(?:es|ed|ing)?|explor(?:es|ed|ing)|threatening|debat(?:es|ed|ing)|contemplat(?:es|ed|ing)|propos(?:es|ed|ing)|planning)\s+(?:[\w\s-]{2,40}\s(?:or|and)\s+)?(?:also\s+|\w+ly\s+)?$";
    /// What brings a government to act: "leading the police to pull the plug on".
    BROUGHT = r"(?i)\b(?:lead(?:s|ing)?|led|prompt(?:s|ed|ing)|caus(?:es|ed|ing)|push(?:es|ed|ing)|spur(?:s|red|ring)|driv(?:es|ing)|drove|forc(?:es|ed|ing)|mov(?:es|ed|ing))\s+(?P<who>[^,;]{3,60}?)\s+to\s+$";
    OPEN = r"(?i)^(?:dangl|float|debat|discuss|explor|consider|weigh|mull|draft|prepar|propos|threaten|circulat|fil|offer|writ)";
    /// Planning that is over: "moved in January to tighten".
    MOVED = r"(?i)\b(?:moved|acted|stepped\s+in|intervened)\s+(?:\w+ly\s+|again\s+|first\s+)*(?:(?:in|on|last|this|late|early|earlier)\s+[\w\s,]{2,20}?\s+)?to\s+(?:\w+ly\s+)?$";
    /// What may be weighed lies ahead as well.
    MAY = r"(?i)\b(?:could|may|might|would|can)\s+(?:also\s+|even\s+|still\s+)?$";
    /// A government's deed told as what came of another: "…, adding two firms to the list".
    RESULT = r"(?i)(?:,\s+|\()(?:\w+ly\s+|also\s+|then\s+|thus\s+|thereby\s+)*$|\bby\s+$";
    /// A gerund that speaks of what might befall somebody: "Being placed on the list".
    BEING = r"(?i)(?:^|\s)being\s+(?:\w+ly\s+)?$";
    IS_BEING = r"(?i)\b(?:is|are|was|were)\s+(?:\w+ly\s+|now\s+|currently\s+)?being\s+(?:\w+ly\s+)?$";
    FINITE = r"(?i)\b(?:has|have|had|is|are|was|were|will|said|says|\p{L}{3,}ed|took|made|gave|sent|put|began|told|wrote)\b";
    /// What is not done: a purpose, a doubt, a refusal.
    NOT_DONE = r"(?i)\b(?:not|never|no|without|could|may|might|can|if|to|n[’']t|nor|declined|refused)\s+(?:also\s+|yet\s+)?(?:be\s+|been\s+)?$";
    AFTER_BEING = r"(?i)\b(?:after|before|despite|since|for|of|from|without)\s+(?:\w+\s+)?being\s+(?:\w+ly\s+)?$";
    ORDER = r"(?i)^\s+(?:under|pursuant\s+to)\s+(?:E\.O\.|Executive\s+Order)(?:\s+\(E\.O\.\))?\s+\d+";
    QUALIFIES = r"(?i)\b(?:the|an?|its|their|his|her|previously|already|newly|of|other|and|or|by|for|with|from|those|these|several|many|some|including|any|US|U\.S\.|UN|Western|American|under|following|new|existing)\s+$";
    HAS = r"(?i)\b(?:has|have|had)\s+(?:\w+\s+)?$";
    END_OF_OBJECT = r"(?i)[,;(]|\s+(?:for|over|under|pursuant|in\s+connection|because|after|amid|as\s+part|on\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|which|who|that|in\s+\d{4}|linked|involved|tied|accused)\b";
    PLANS_TO = r"(?i)\b(?:(?:plans?|planned|intends?|aims?|vow(?:s|ed)|pledg(?:es|ed)|promis(?:es|ed)|(?:is|are)\s+(?:preparing|planning|going|set|moving|poised|ready)|moves?|moved)\s+to|will|[’']ll|(?:said|says|announced)\s+(?:(?:on\s+\w+|last\s+\w+|this\s+\w+|yesterday|today)\s+)?(?:that\s+)?(?:he|she|it|they)\s+would)\s+(?P<what>[a-z]+\s+[^;]+)";
    /// Who plans what is a measure: an executive, not a court or a prosecutor.
    EXECUTIVE = r"(?i)\b(?:administration|governments?|white\s+house|departments?|treasury|commerce|agency|agencies|commission|ministry|ministers?|bureau|regulators?|lawmakers|congress|senate|house|parliament|council|ofac|bis|cisa|ftc|washington|brussels|president|secretary|senators?)\b";
    NO_PLAN = r"(?i)^(?:be|not|have|seek|appear|appeal|meet|testify|say|tell|speak|hear|continue|need|likely|probably|never|soon|also\s+be|face|visit|attend|travel|know|see|find|receive|get|become|remain|hold|pursue|do|make\s+(?:its|his|her)|decide)\b";
    /// The next verb of a list of plans, by the verbs that governments plan with.
    NEXT_PLAN = r"(?i)(?:,\s+(?:and\s+)?|\s+and\s+)(?:to\s+)?(?:share|coordinate|establish|explore|create|build|set|impose|ban|block|add|expand|tighten|work|develop|require|restrict|fund|publish|issue|strengthen|hold|review|increase|launch|help|support|improve|sanction|cooperate|step|push|ask|consult|enforce|punish|target|collect|allow|take|raise|cut|lift|end|levy)\b";
    AND = r"(?i)\b(?:and|but|then)\s+(?:soon\s+|then\s+|later\s+|also\s+|has\s+|have\s+|\w+ly\s+)*$";
    PRONOUN = r"(?i)^(?:it|he|she|they|the\s+(?:office|agency|department|bureau|ministry))$";
    LAW = r"(?i)\b(?:bills?|legislation|amendment|resolution|act)\b";
    /// A government as a party that asks a court, or a press office: no measure.
    OTHER_MATTER = r"(?i)\b(?:statement|comment|details|report|findings|indictment|complaint|charges|subpoena|press\s+release|photos?|transcript)\b";
}

/// Measures that a verb tells.
pub(super) fn read(reader: &Reader<'_, '_>, sentence: &Sentence) -> Vec<Reading> {
    let mut found = Vec::new();
    for pattern in [&LISTED, &DELISTED, &OFFLINE] {
        for listed in pattern.find_iter(&sentence.text) {
            // "dropped from the list": a government's, where it says so or its passage names one.
            let loose = is_passive(sentence, listed.start()) && !OF_STATE.is_match(listed.as_str());
            if loose && !reader.page.passages.iter().any(|passage| holds(passage, sentence) && is_government(&passage.text)) {
                continue;
            }
            let behind = sentence.words(listed.end()..sentence.text.len());
            found.extend(told(reader, sentence, listed.range(), listed.range(), BEHIND.captures(behind).is_some(), false));
        }
    }
    for back in TAKEN_BACK.find_iter(&sentence.text) {
        found.extend(told(reader, sentence, back.range(), back.range(), false, false));
    }
    for printed in GAZETTED.find_iter(&sentence.text) {
        let Some(what) = subject(sentence, printed.start()) else { continue };
        let (value, when) = (what.start..printed.end(), period(sentence, &printed.range()));
        found.push(Reading { range: value.clone(), value, who: String::new(), stage: Stage::Issued, period: when });
    }
    for compelled in COMPELLED.find_iter(&sentence.text) {
        if !is_passive(sentence, compelled.start()) {
            let value = cut(sentence, compelled.range());
            found.extend(told(reader, sentence, value.clone(), value, false, false));
        }
    }
    for verb in SANCTIONED.find_iter(&sentence.text) {
        let behind = sentence.words(verb.end()..sentence.text.len());
        let named = SANCTIONABLE.is_match(behind) || sentence.headline && BARE.is_match(behind);
        let object = if named { object(sentence, verb.end()) } else { verb.end()..verb.end() };
        let noun = verb.as_str().to_lowercase() == "sanctions" && object.is_empty();
        if !noun {
            let passive = is_passive(sentence, verb.start());
            let order = ORDER.find(behind).map_or(verb.end(), |order| verb.end() + order.end());
            let end = if passive || object.is_empty() { order } else { object.end };
            let headline = sentence.headline && OVER.is_match(behind);
            let reduced = verb.as_str().ends_with("ed") && (headline || BEHIND.is_match(behind));
            if passive || reduced || !object.is_empty() {
                found.extend(told(reader, sentence, verb.start()..end, verb.start()..end, reduced, false));
            }
        }
    }
    for verb in MADE.find_iter(&sentence.text) {
        let Some(object) = instrument(sentence, verb.end()) else { continue };
        let object = cut(sentence, object);
        // What is done to an order that stands is the measure, not the order.
        let object = if CHANGES.is_match(verb.as_str()) { verb.start()..object.end } else { object };
        let open = OPEN.is_match(verb.as_str());
        found.extend(told(reader, sentence, verb.start()..object.end, object, false, open));
    }
    for verb in BARRED.find_iter(&sentence.text) {
        let behind = sentence.words(verb.end()..sentence.text.len());
        if is_passive(sentence, verb.start()) {
            let range = verb.start()..verb.start() + verb.as_str().trim_end().len();
            let by = sentence.words(range.end..sentence.text.len());
            let by = BEHIND.captures(by).and_then(|found| found.name("agent"));
            if !by.is_some_and(|agent| is_government(agent.as_str())) {
                continue;
            }
            found.extend(told(reader, sentence, range.clone(), range, false, false));
            continue;
        }
        if ASSETS.is_match(behind) || verb.as_str().to_lowercase().starts_with("fin") || verb.as_str().contains("loophole") {
            let object = object(sentence, verb.end());
            found.extend(told(reader, sentence, verb.start()..object.end, verb.start()..object.end, false, false));
        }
    }
    for verb in AHEAD.find_iter(&sentence.text) {
        let object = cut(sentence, verb.start()..sentence.text.len());
        let before = sentence.words(0..verb.start());
        if (WILL.is_match(before) || verb.as_str().trim_end().ends_with("ing") && WEIGHING.is_match(before))
            && !OTHER_MATTER.is_match(sentence.words(object.clone()))
        {
            found.extend(told(reader, sentence, object.clone(), object, false, false));
        }
    }
    found.extend(announced(reader, sentence));
    found
}

fn holds(passage: &Passage, sentence: &Sentence) -> bool {
    passage.at <= sentence.at && sentence.at < passage.at + passage.text.len().max(1)
}

/// What a government says that it will do: "plans to share intelligence, coordinate defenses and set standards".
fn announced(reader: &Reader<'_, '_>, sentence: &Sentence) -> Vec<Reading> {
    let mut found = Vec::new();
    for plan in PLANS_TO.captures_iter(&sentence.text) {
        let (Some(whole), Some(what)) = (plan.get(0), plan.name("what")) else { continue };
        let Some(agent) = subject(sentence, whole.start()) else { continue };
        let words = sentence.words(agent.clone());
        let named = || sentence.names.iter().rfind(|name| name.range.end <= agent.start).map(|name| name.what.text.as_str());
        let words = if PRONOUN.is_match(words) { named().unwrap_or(words) } else { words };
        let executive = EXECUTIVE.is_match(words) && is_government(words) || is_official(reader, words);
        if !executive || NO_PLAN.is_match(what.as_str()) {
            continue;
        }
        let value = cut(sentence, what.range());
        let when = period(sentence, &value);
        let mut from = value.start;
        let text = sentence.words(value.clone());
        // Each verb of a list is a plan of its own.
        let mut ends: Vec<(usize, usize)> = Vec::new();
        for next in NEXT_PLAN.find_iter(text) {
            let verb = next.as_str().rfind(' ').map_or(0, |at| at + 1);
            ends.push((value.start + next.start(), value.start + next.start() + verb));
        }
        ends.push((value.end, value.end));
        for (end, next) in ends {
            let part = from..end.max(from);
            if sentence.words(part.clone()).split_whitespace().count() > 1 {
                found.push(Reading {
                    range: part.clone(),
                    value: part,
                    who: short_name(words),
                    stage: Stage::Planned,
                    period: when,
                });
            }
            from = next;
        }
    }
    found
}

/// The measure of a verb at the start of `range`, at the stage that the words before it give it.
fn told(
    reader: &Reader<'_, '_>,
    sentence: &Sentence,
    range: Range<usize>,
    value: Range<usize>,
    reduced: bool,
    open: bool,
) -> Option<Reading> {
    let before = sentence.words(0..range.start);
    let verb = sentence.words(range.clone()).split_whitespace().next()?;
    let ing = verb.ends_with("ing");
    let passive = is_passive(sentence, range.start);
    let weighed = OPEN.is_match(verb) && MAY.is_match(before);
    let brought = BROUGHT.captures(before).and_then(|found| found.name("who")).map(|who| who.range());
    let brought = brought.filter(|who| is_government(sentence.words(who.clone())));
    let result = ing && RESULT.is_match(before);
    let mut stage = if SHOULD.is_match(before) {
        Stage::Asked
    } else if MOVED.is_match(before) {
        Stage::Issued
    } else if weighed || WILL.is_match(before) || ing && WEIGHING.is_match(before) {
        Stage::Planned
    } else if brought.is_some() {
        Stage::Issued
    } else if NOT_DONE.is_match(before) && !passive
        || passive && (AFTER_BEING.is_match(before) || BEING.is_match(before) && !IS_BEING.is_match(before))
    {
        return None;
    } else if open {
        Stage::Planned
    } else {
        Stage::Issued
    };
    let words = sentence.words(value.clone());
    let present = verb.ends_with('s') && !verb.ends_with("ss");
    let qualifies = ing && !PASSIVE.is_match(before) || !present && QUALIFIES.is_match(before);
    if stage == Stage::Issued && qualifies && !result && !HAS.is_match(before) && !passive && !reduced {
        return None;
    }
    let agent = sentence.words(range.end..sentence.text.len());
    let by = BEHIND.captures(agent).and_then(|found| found.name("agent").map(|agent| agent.as_str().to_owned()));
    let passive = passive || reduced || sentence.words(0..range.start).ends_with("be ");
    let who = if passive {
        let by = by.filter(|by| is_government(by));
        // "sales were blocked": who did it must be said.
        if by.is_none() && BARRED.find(sentence.words(range.clone())).is_some_and(|verb| verb.start() == 0) {
            return None;
        }
        by.unwrap_or_default()
    } else {
        let subject = brought.or_else(|| doer(sentence, range.start, result))?;
        let words = sentence.words(subject.clone());
        // "The FTC says it is going to open an inquiry"; "It also sanctioned the bank".
        let person = matches!(words, "he" | "she" | "He" | "She");
        let named = || {
            let before = sentence.names.iter().filter(|name| name.range.end <= subject.start);
            let mut before =
                before.filter(|name| !person || name.what.kind != NameKind::Place).map(|name| name.what.text.as_str());
            if person { before.find(|name| is_official(reader, name) || is_government(name)) } else { before.next_back() }
        };
        let is_sure = SANCTIONED.is_match_at(&sentence.text, range.start) && subject.start == 0;
        let acts = |name: &&str| is_government(name) || is_official(reader, name);
        let words = if PRONOUN.is_match(words) { named().filter(acts).unwrap_or(words) } else { words };
        if !(is_government(words) || is_sure && PRONOUN.is_match(words) || is_official(reader, words)) {
            return None;
        }
        short_name(words)
    };
    // A bill is introduced and passed, an order issued.
    if stage == Stage::Issued && LAW.is_match(words) {
        stage = match verb.to_lowercase().as_str() {
            "passed" | "enacted" | "adopted" | "passes" | "approved" => Stage::Passed,
            "introduced" | "unveiled" | "proposed" | "filed" | "offered" | "introduces" => Stage::Introduced,
            _ => Stage::Issued,
        };
    }
    let period = period(sentence, &range);
    // Of a passive, what it befalls belongs to the measure: "the bank was designated".
    let befallen = subject(sentence, range.start).filter(|_| is_passive(sentence, range.start));
    match befallen {
        Some(befallen) if range.start - befallen.start <= 90 => {
            let whole = befallen.start..range.end;
            Some(Reading { range: whole.clone(), value: whole, who, stage, period })
        }
        _ => Some(Reading { range, value, who, stage, period }),
    }
}

/// Who does what the verb at `verb` tells: its subject, or that of the sentence's first verb, where "and" or a participle ties it to that.
fn doer(sentence: &Sentence, verb: usize, result: bool) -> Option<Range<usize>> {
    let own = plan_start(sentence, verb);
    let first = || {
        let finite = FINITE.find(&sentence.text).filter(|finite| finite.start() < verb)?;
        subject(sentence, finite.start())
    };
    if result || AND.is_match(sentence.words(0..own)) { first() } else { subject(sentence, own) }
}

/// Where the words of planning begin that stand before a verb: its subject stands before them.
fn plan_start(sentence: &Sentence, verb: usize) -> usize {
    let before = sentence.words(0..verb);
    [&SHOULD, &MOVED, &WILL, &WEIGHING].iter().find_map(|pattern| pattern.find(before)).map_or(verb, |plan| plan.start())
}

fn is_passive(sentence: &Sentence, verb: usize) -> bool {
    let ing = sentence.words(verb..sentence.text.len()).split_whitespace().next().is_some_and(|word| word.ends_with("ing"));
    !ing && PASSIVE.is_match(sentence.words(0..verb))
}

/// The object behind a verb that ends at `at`.
fn object(sentence: &Sentence, at: usize) -> Range<usize> {
    let rest = sentence.words(at..sentence.text.len());
    let end = END_OF_OBJECT.find_iter(rest).find(|end| end.start() > 1).map_or(rest.len(), |end| end.start());
    cut(sentence, at..at + end)
}

/// The words from `at` on where they name an instrument of government before anything else: "a new set of export controls on X".
fn instrument(sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    let rest = sentence.words(at..sentence.text.len());
    let mut offset = 0;
    let (mut last, mut from) = ("", at);
    for word in rest.split(' ').take(8) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let restricts = matches!(bare, "measures" | "measure") && RESTRICTIVE.is_match(last);
        if INSTRUMENT.is_match(bare) || restricts {
            let next = rest.get(offset + word.len()..).unwrap_or("");
            let behind = next.split_whitespace().next().unwrap_or("");
            // "order books", "rule makers": a word that belongs to another.
            if !behind.starts_with(|c: char| c.is_lowercase())
                || STOPS.is_match(behind)
                || behind.ends_with("ing")
                || behind.ends_with("ed")
                || behind.ends_with("list")
            {
                return Some(cut(sentence, from..sentence.text.len()));
            }
        }
        // "a package of sanctions": the words that only count it.
        let counts = bare == "of" && COUNTED.is_match(rest.get(..offset).unwrap_or(""));
        // "adopted today its largest package".
        let when = last.is_empty() && matches!(bare, "today" | "yesterday");
        if !counts && !when && STOPS.is_match(bare) || word.ends_with([',', ';', '.']) {
            return None;
        }
        offset += word.len() + 1;
        if when {
            from = at + offset;
        } else {
            last = bare;
        }
    }
    None
}
