//! Rules in force that no words attribute: what is barred from sale, what may be shipped, what customers must show.

use super::{Reading, Stage, cut, is_government, period};
use crate::page::{Passage, Sentence};
use crate::pattern::patterns;
use crate::propose::Reader;
use crate::subject::subject;
use std::ops::Range;

patterns! {
    /// "chips that are barred from export", "prohibited from conducting transactions with": of trade, not of a service or a court.
    BARRED = r"(?ix)\b(?:(?:is|are|was|were|been|being|be|remains?|remained|currently|still|also|now|already|effectively|all|largely|thereby|previously)\s+)*
        (?:barred|banned|blocked|prohibited|restricted|forbidden|embargoed|excluded|cut\s+off)\s+(?:from|for)\s+
        (?:(?:being\s+)?(?:export(?:ed|ing)?|import(?:ed|ing)?|re-?export(?:ed|ing)?|sales?|sold|shipments?|shipped|trad(?:e|ed|ing)|delivery|supply|transfer(?:red)?)\b|(?:selling|shipping|buying|purchasing|supplying|reaching|providing|transacting|dealing|conducting|doing\s+business|engaging\s+in|making\s+(?:any\s+)?(?:payments?|transactions?))\b)[^;.]*";
    /// "the export of the chip was restricted in April".
    TRADE = r"(?i)\b(?:exports?|sales?|shipments?|imports?|re-?exports?|transfers?|(?:export|import|re-?export|sell|ship|supply|transferr)ing)(?:\s+(?:of|to|it|them|(?-i:\p{Lu}|\p{Ll}))[^,;.]{0,60}?)?\s+(?:was|were|is|are|has\s+been|have\s+been|remains?)\s+(?:also\s+|then\s+|now\s+|later\s+|first\s+)?(?:restricted|banned|barred|prohibited|forbidden|outlawed|curbed|capped)\b(?:\s+(?:in|from|since|by|under)\s+[^,;.]+)?";
    /// "the chips can be shipped to China".
    ALLOWED = r"(?ix)\b(?:can|may)\s+(?:now\s+|only\s+|again\s+|be\s+)*(?:shipped|sold|exported|re-?exported|supplied|bought|delivered)\b[^;.]*";
    /// "Customers must also show".
    MUST = r"(?ix)\b(?:must|cannot|can\s+not|may\s+not|(?:is|are|were|was|will\s+be)\s+(?:now\s+|also\s+)*required\s+to|(?:will|would)\s+(?:also\s+|now\s+)*(?:have\s+to|need\s+to|require))\s+(?:also\s+|first\s+|now\s+|not\s+)*
        (?:show|prove|certify|demonstrate|submit|obtain|seek|apply|use|sell|resell|register|report|disclose|notify|keep|maintain|provide|file|pass|undergo|exceed|share|hold|transfer|ship|export|re-?export|get|secure|pay|verify|screen|block|reject|end|close|have|licen[cs]es?|be\s+(?:used|sold|licen[cs]ed|tested|approved|screened|shipped|exported|resold))\b[^;.]*";
    /// On whom a rule lies.
    BOUND = r"(?i)\b(?:customers?|buyers?|exporters?|importers?|sellers?|resellers?|applicants?|licensees?|compan(?:y|ies)|firms?|entit(?:y|ies)|banks?|institutions?|persons?|citizens|organi[sz]ations|recipients?|shippers?|manufacturers?|makers?|chip-?makers?|developers?|providers?|operators?|dealers?|chips?|processors?|exports?|shipments?|goods|items|products|end[- ]users?|vendors?|suppliers?|contractors?|parties|investors|businesses|americans|nationals|subsidiaries|affiliates|brokers?|universities|labs?)$|^they$|^$";
    /// "cannot sell research to them", "are not able to trade with": what a rule leaves nobody free to do.
    MAY_NOT = r"(?ix)\b(?:cannot|can\s+not|can[’']t|may\s+(?:not|no\s+longer)|can\s+no\s+longer|(?:is|are)\s+(?:no\s+longer|not)\s+(?:able|allowed|permitted|free|authori[sz]ed|eligible)\s+to|(?:is|are)\s+(?:legally\s+)?(?:barred|banned|prohibited|forbidden)\s+from)\s+(?:legally\s+|lawfully\s+|directly\s+|knowingly\s+)?
        (?:sell|selling|trade|trading|buy|buying|export|exporting|ship|shipping|supply|supplying|deal|dealing|do(?:ing)?\s+business|transact|transacting|provide|providing|invest|investing|import|importing|work|working|use|using)\s+(?:[\w-]+\s+){0,4}?(?:with|to|from|in|for)\b[^;.,]*";
    GOODS = r"(?i)\b(?:chips?|processors?|gpus?|accelerators?|semiconductors?|goods|items|products|equipment|tools|technology|software|servers|machines|hardware|\p{Lu}+\d+\w*)$";
    /// A passage that speaks of rules.
    OF_RULES = r"(?i)\b(?:rules?|regulations?|polic(?:y|ies)|licen[cs]\w+|export\s+controls?|sanctions|order|directive|law|approved|approval)\b";
    UNDER_RULES = r"(?i)\b(?:sanction(?:s|ed)|entity\s+list|blacklist\w*|export\s+(?:controls?|rules?|restrictions?|ban)|embargo|trade\s+ban|licen[cs]\w+|designat(?:ed|ion))\b";
    ABOUT_TO_BE = r"(?i)\b(?:will|would)\s+(?:also\s+|now\s+|soon\s+|then\s+)*$";
    NOT = r"(?i)\b(?:not|never|no\s+longer|n[’']t|could|might|should|if|whether)\s+(?:be\s+|yet\s+)*$";
}

/// The rules that `sentence` tells, in a passage `around` it.
pub(super) fn read(_: &Reader<'_, '_>, sentence: &Sentence, around: &Passage) -> Vec<Reading> {
    let mut found = Vec::new();
    let text = &sentence.text;
    for barred in BARRED.find_iter(text) {
        let before = sentence.words(0..barred.start());
        if NOT.is_match(before) {
            continue;
        }
        let stage = if ABOUT_TO_BE.is_match(before) { Stage::Planned } else { Stage::Issued };
        found.push(of_whom(sentence, barred.range(), stage));
    }
    found.extend(TRADE.find_iter(text).filter(|trade| !NOT.is_match(sentence.words(0..trade.start()))).map(|trade| {
        let value = cut(sentence, trade.range());
        let when = period(sentence, &value);
        Reading { range: value.clone(), value, who: String::new(), stage: Stage::Issued, period: when }
    }));
    let of_rules = || OF_RULES.is_match(&around.text);
    let by_government = || sentence.chain.iter().any(|speaker| is_government(&speaker.name));
    for allowed in ALLOWED.find_iter(text) {
        let goods = subject(sentence, allowed.start()).filter(|who| GOODS.is_match(sentence.words(who.clone())));
        if goods.is_some() && (of_rules() || by_government()) {
            found.push(of_whom(sentence, allowed.range(), Stage::Issued));
        }
    }
    for may_not in MAY_NOT.find_iter(text) {
        let who = subject(sentence, may_not.start()).map_or("", |who| sentence.words(who));
        if BOUND.is_match(who) && !who.is_empty() && (by_government() || UNDER_RULES.is_match(&around.text)) {
            found.push(of_whom(sentence, may_not.range(), Stage::Issued));
        }
    }
    let mut at = 0;
    while let Some(must) = MUST.find_at(text, at) {
        let own = until_next(sentence, must.range());
        at = own.end;
        let who = subject(sentence, must.start()).map_or("", |who| sentence.words(who));
        let joined = sentence.words(0..must.start()).trim_end().ends_with("and") && !found.is_empty();
        let bound = (!who.is_empty() || joined) && BOUND.is_match(who);
        if bound && of_rules() && (by_government() || spoken_of_rules(around, sentence)) {
            let stage = if must.as_str().starts_with("would") { Stage::Planned } else { Stage::Issued };
            found.push(of_whom(sentence, own, stage));
        }
    }
    found
}

/// Whether the passage tells of a rule in force before `sentence` or in it: "said its revised policy applies to".
fn spoken_of_rules(around: &Passage, sentence: &Sentence) -> bool {
    let mut before = around.sentences.iter().take_while(|other| other.at < sentence.at);
    before.any(|other| OF_RULES.is_match(&other.text) && is_government(&other.text))
}

/// Up to another obligation that "and" joins: "must show permits and cannot resell".
fn until_next(sentence: &Sentence, range: Range<usize>) -> Range<usize> {
    let words = sentence.words(range.clone());
    let end = [" and cannot ", " and must ", " and may not ", " and are required "]
        .iter()
        .filter_map(|and| words.find(and))
        .min()
        .unwrap_or(words.len());
    range.start..range.start + end
}

/// The rule at `range` with those whom it is about.
fn of_whom(sentence: &Sentence, range: Range<usize>, stage: Stage) -> Reading {
    let value = cut(sentence, range.clone());
    let who = subject(sentence, range.start).filter(|who| range.start - who.start <= 90);
    let whole = who.map_or(value.start, |who| who.start)..value.end;
    let when = period(sentence, &whole);
    Reading { range: whole.clone(), value: whole, who: String::new(), stage, period: when }
}
