//! How it was done: methods by the nouns that name them, techniques by their MITRE ATLAS ids, each once in a text.
//!
//! A way of doing it is read where the case is told: not in advice, defences, charges or what may come, and in the words of the text
//! before those of a headline or of a definition.

mod ways;

use crate::page::Sentence;
use crate::pattern::{compile, patterns};
use crate::propose::Reader;
use crate::voice::Matter;
use dossier_model::{ClaimKind, Content, Hedge};
use regex::Regex;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;
use ways::{ACCOUNTS, ALSO_VERB, DECEIT, EXTRACTION, GAP, Told, WAYS, Way};

patterns! {
    /// Nouns behind a method that do not name another one.
    TAIL = r"(?i)\s+(?:attacks?|campaigns?|efforts?|operations?|attempts?|techniques?|methods?)$";
    /// What a sentence says of anybody, or advises: no method of the case.
    GENERAL = r"(?i)\b(?:organi[sz]ations|companies|businesses|defenders|administrators|users|developers|labs|providers|customers|clients|employers|banks|exporters|readers|firms)\s+(?:should|must|need\s+to|are\s+(?:urged|advised|encouraged))\b|^(?:be\s+(?:wary|careful)|beware|never|always|do\s+not|don['’]t|require|keep|use|enable|implement|monitor|review|report|train|avoid|apply|ensure|consider|check|limit|disable|adopt|restrict|deploy|advocate)\s";
    /// Words before a method that speak of those who act against it.
    AGAINST = r"(?i)\b(?:to\s+(?:[\w-]+\s+(?:and|or)\s+)?(?:prevent|counter|combat|detect|block|fight|stop|mitigate|deter|address|tackle|curb|resist|recogni[sz]e|spot|identify|halt|thwart|crack\s+down\s+on|rein\s+in|root\s+out|outlaw|ban|limit|end|criminali[sz]e|punish|penali[sz]e|report|avoid)|(?:preventing|countering|combating|combatting|detecting|blocking|fighting|stopping|mitigating|deterring|addressing|tackling|curbing|halting|thwarting|outlawing|spotting|recogni[sz]ing)|against|anti|(?:defen[cs]es?|safeguards?|protections?|measures?|classifiers?|tools?|systems?|rules?|laws?|bills?)\s+(?:that|which|to|for|on)(?:\s+[\w-]+){0,2}|awareness\s+of|associated\s+with|risks?\s+of|threats?\s+of|vulnerable\s+to|responsible\s+for\s+(?:tackling|fighting))[\s-]+(?:[\w,’'-]+\s+){0,4}$";
    /// Words before a method that say it was not used.
    NOT = r"(?i)(?:\bnothing|\bno\s+(?:evidence|signs?|indications?|suggestion|proof)\s+(?:of|that)|\bno|\bnot|n['’]t|\bwithout|\brather\s+than|\binstead\s+of|\bnever|\bneither|\bunlike)\s+(?:[\w’'-]+\s+){0,3}$";
    /// Words behind a method that make it a matter of defence, of law, or the name of those who use it.
    DEFENCE = r"(?i)^(?:[- ](?:resist\w+|proof|safe)\b|\s+(?:(?:prevention|detection|protections?|defen[cs]es?|awareness|training|polic(?:y|ies)|laws?|acts?|bills?|rules?|research\w*|analysts?|experts?|specialists?|firms?|compan(?:y|ies)|units?|sections?|divisions?|charges?|counts?|statutes?|mitigations?|safeguards?|classifiers?|monitoring|guards?|legislation|insurance|filters?|tests?|simulations?|programmes?|programs?|lawyers?|team|task\s+force|gangs?|groups?|crews?|operators?|actors?|affiliates?|cartels?|collectives?|victims?|appliances?|gateways?|concentrators?|portals?|products?)\b))";
    /// A charge or its count: what is charged is a crime, not a method.
    CHARGED = r"(?i)\b(?:charged|charges?|counts?|convicted|indicted|guilty|acquitted|sentenced|conspir\w+\s+to\s+commit|anti-?|offen[cs]es?)\b";
    /// Words by which something was done through somebody or something.
    THROUGH = r"(?i)\b(?:through|via|(?:known|described|referred\s+to)\s+as|us(?:e|es|ed|ing)|utili[sz](?:e|es|ed|ing)|by(?:\s+(?:way|means)\s+of)?|with|from\s+behind|behind|employ\w*|rel(?:y|ied|ies|ying)\s+on|help\s+of|(?:networks?|chains?|series|webs?|systems?|strings?|clusters?|arra(?:y|ys))\s+of|hir(?:ed|ing)|recruit\w+|set(?:s|ting)?\s+up|creat(?:ed|ing)|establish(?:ed|ing)|operat(?:ed|ing)|act(?:ed|ing|s)\s+as|pos(?:ed|ing|es)\s+as|disguised\s+as|guise\s+of|exploit\w*|abus(?:e|ed|ing)|leverag\w+|misus(?:e|ed|ing)|armed\s+with|deploy(?:ed|ing)?|weaponi[sz]\w+|advantage\s+of|communicat\w+\s+(?:on|over)|install(?:s|ed|ing)|(?:shipped|sent|sold|delivered|exported|consigned|routed|diverted)\s+[^;]{0,40}?\bto|exfiltrat\w+\s+[^;]{0,60}?\bto|ran|running|run|built|paid\s+(?:in|with|by)|copied\s+\w+\s+(?:on)?to|(?:up)?load(?:ed|ing)\s+[^;]{0,60}?\b(?:in|on)?to|transferr(?:ed|ing)\s+[^;]{0,60}?\b(?:in|on)?to|(?:sen[dt]|sending|sav(?:ed|ing)|stor(?:ed|ing)|mov(?:ed|ing)|forward(?:ed|ing)|e-?mail(?:ed|ing)|cop(?:ied|ying)|put|carried|hidden|smuggled|hid)\s+[^;]{0,60}?\b(?:to|into|onto|on|in))\s+(?:[\w,’'“”\x22.-]+\s+){0,5}$";
    /// Words after which a participle is no verb: "with forged papers".
    GIVEN = r"(?i)\b(?:with|using|use[ds]?|utili[sz](?:e[ds]?|ing)|through|via|of|by|from|on|in|under|behind|as|including|the|these|those|such|their|his|her|its|several|many|more|submit(?:ted|ting)|provid(?:ed|ing)|present(?:ed|ing)|fil(?:ed|ing)|creat(?:ed|ing)|produc(?:ed|ing)|compil(?:ed|ing)|prepar(?:ed|ing)|show(?:ed|ing|n)|sen[dt]|sending|suppl(?:ied|ying)|obtain(?:ed|ing)|carry(?:ing)|held|issued|bought|involv\w+|\d[\d,.]*(?:\s+million)?)\s+$|\b(?:fake|false|fraudulent|bogus|sham|phony)\s+[\w\s-]{2,40},?\s+(?:and|or)\s+$";
    /// A sentence that begins by saying what its first words mean.
    DEFINES = r"(?i)^(?:[“”\x22‘’'][^“”\x22]{2,40}[“”\x22‘’']|(?:(?:in|for)\s+[^,]{2,40},\s+)?(?:(?:the\s+)?(?:term|word)\s+)?(?:[\p{L}‘’'“”\x22-]+\s+){1,5}?)\s*(?:(?:is|are)\s+(?:an?|the|any|when|where|malicious)\b|(?:is|are)\s+(?:as\s+old|legal|legitimate|common|not\s+new|nothing\s+new|widely|an?\b)|means?|refers?\s+to|works?\s+by|involves?|occurs?|happens?|describes?|has\s+(?:legitimate|many|other))\b";
    /// A noun that the words before it only qualify: "falsified end-user" goes on with "certificates".
    MORE = r"(?i)^[- ](?:certificates?|statements?|accounts?|documents?|credentials|e-?mails?|pages?|invoices?|web ?sites?|sites?|addresses|numbers?|cards?|papers?|lures?|messages?|attachments|details|calls?)\b";
    /// People and things that stand in for others, and no relays: "agents and their proxies", "a proxy for the firm".
    STANDS_IN = r"(?i)\b(?:and|or)\s+(?:their|its|his|her)\s+$";
    STANDS_FOR = r"(?i)^\s+(?:for|of|war|fight|vote|voting|season|statements?)\b";
    PROXY = r"(?i)^prox(?:y|ies)$";
    /// The end of a name before a noun that closes it: "First" of "First VPN Service".
    NAME_GOES_ON = r"[\p{Ll}\d”]\s+\p{Lu}[\p{L}\d]*\s+$";
    NAME_END = r"\s\p{Lu}\p{Ll}+$";
    /// Accounts that nobody opened for a model.
    OF_A_BANK = r"(?i)\b(?:bank|brokerage|trading|savings|current|escrow)\s+$";
    /// A list of ways that calls itself so: "tactics included prompt chaining, account rotation and ...".
    TACTICS = r"(?i)\b(?:tactics|techniques|methods|tricks|ruses)\s+(?:[\w-]+\s+){0,3}?(?:such\s+as|including|include[ds]?|like|ranged\s+from|were|are)\s+";
    NEXT_TACTIC = r"(?i),\s*(?:and\s+|or\s+)?|\s+and\s+|\s+to\s+(?:the\s+)?use\s+of\s+";
    SENTENCE_PART = r"[.;:—–”\x22]";
    TACTICS_END = r"(?i)\s+(?:to|that|which|who|when|during|while|in|by|for|so|as|against|according|over|from|said|says|on|at)\s";
    TACTIC = r"^(?:the use of |use of |sophisticated |advanced )?(?P<name>[a-z][\p{L}-]*(?:\s(?:of\s|between\s)?[\p{L}'’-]+){1,4})$";
    /// The small words before a singular noun.
    ARTICLE = r"(?i)\b(?:a|an)\s+(?:[“\x22])?$";
    /// Accounts with the words between that do not name the method.
    KIND_OF_ACCOUNTS = r"(?i)^(?P<kind>[\w-]+)\b.*\baccounts$";
    /// A verb of distilling with what it is done to.
    VERB = r"(?i)^distill?(?:s|ed|ing)?$";
    INFINITIVE = r"(?i)^distill?$";
    /// A distilled model is what came of it, and a distilling plant is another trade.
    NO_VERB = r"(?i)^\s+(?:versions?|models?|water|spirits?|whisk\w+|liquors?|down|into|wisdom|essence|knowledge)\b";
    /// An act of a parliament or the name of an office: capitalised words around it.
    NAME_OF_LAW = r"^(?:\s+(?:of|and|the|\p{Lu}[\w-]*)){0,6}\s+(?:Act|Bill|Law|Unit|Section|Center|Centre|Office|Team|Force|Bureau|Agency|Network|Program|Programme|Group|Inc|Ltd|LLC)\b";
}

static WORDS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let words = |way: &Way| way.pattern.replace("<deceit>", DECEIT).replace("<gap>", GAP);
    WAYS.iter().map(|way| compile(&format!(r"(?i)(?:\b|(?:[“\x22]))(?:{})(?:\b|[“”\x22])", words(way)))).collect()
});

/// How well a place tells of a method: the first in this order is quoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    /// A noun in the text.
    Noun,
    /// A verb in the text.
    Verb,
    /// A headline.
    Headline,
    /// A sentence that says what the word means.
    Definition,
}

/// Words that name a way, at their place.
struct Named<'s> {
    place: Place,
    sentence: &'s Sentence,
    range: Range<usize>,
    way: &'static Way,
}

/// Methods and techniques.
pub(crate) fn propose(reader: &Reader<'_, '_>, out: &mut Vec<Content>) {
    let mut named: Vec<Named<'_>> = Vec::new();
    for sentence in reader.page.sentences().filter(|sentence| !GENERAL.is_match(&sentence.text)) {
        in_sentence(sentence, &mut named);
    }
    let mut listed = Vec::new();
    for sentence in reader.page.sentences().filter(|sentence| !sentence.headline && !GENERAL.is_match(&sentence.text)) {
        tactics(reader, sentence, &named, &mut listed);
    }
    // A stable sort: within one rank the order of the text.
    named.sort_by_key(|one| (one.place, one.sentence.at + one.range.start));
    let mut said: Vec<(usize, BTreeSet<String>)> = Vec::new();
    let mut techniques = BTreeSet::new();
    for one in &named {
        let words = one.sentence.words(one.range.clone());
        let name = name_of(words, one.way);
        let key = (way_number(one.way), stems(&name));
        let known =
            said.iter().any(|(way, known)| (*way == key.0 && one.way.one) || known.is_subset(&key.1) || key.1.is_subset(known));
        // What a headline calls otherwise, of the same technique, the text has told.
        let known = known || (one.place == Place::Headline && one.way.techniques.iter().any(|id| techniques.contains(id)));
        let quote = with_article(one.sentence, one.range.clone());
        if !known && let Some(mut content) = reader.claim(ClaimKind::Method, one.sentence, quote.clone(), Matter::Campaign) {
            if matches!(content.hedge, Hedge::Forecast | Hedge::Conditional | Hedge::Planned) {
                continue;
            }
            content.value = Some(name);
            out.push(content);
            said.push(key);
        }
        let of_a_bank =
            OF_A_BANK.is_match(one.sentence.words(0..one.range.start)) || OF_A_BANK.is_match(&words.replace("accounts", ""));
        if of_a_bank && one.way.techniques.contains(&ACCOUNTS) {
            continue;
        }
        for id in one.way.techniques.iter().filter(|id| !techniques.contains(*id)).collect::<Vec<_>>() {
            if let Some(mut content) = reader.claim(ClaimKind::Technique, one.sentence, quote.clone(), Matter::Campaign) {
                content.value = Some((*id).to_owned());
                out.push(content);
                techniques.insert(id);
            }
        }
    }
    out.extend(listed);
}

/// Ways that no lexicon knows, in a list that says what they are.
fn tactics(reader: &Reader<'_, '_>, sentence: &Sentence, named: &[Named<'_>], out: &mut Vec<Content>) {
    for list in TACTICS.find_iter(&sentence.text) {
        if AGAINST.is_match(sentence.words(0..list.start())) || NOT.is_match(sentence.words(0..list.start())) {
            continue;
        }
        let mut at = list.end();
        let end = SENTENCE_PART.find_at(&sentence.text, at).map_or(sentence.text.len(), |end| end.start());
        while at < end {
            let next = NEXT_TACTIC.find_at(&sentence.text, at).filter(|next| next.start() < end);
            let to = next.map_or(end, |next| next.start());
            // An item without what it is for: "frameworks to detect defences".
            let item = at..TACTICS_END.find_at(&sentence.text, at).map_or(to, |stop| stop.start().min(to));
            let known =
                named.iter().any(|one| std::ptr::eq(one.sentence, sentence) && one.range.start < to && at < one.range.end);
            if !known
                && let Some(name) = TACTIC.captures(sentence.words(item)).and_then(|found| found.name("name"))
                && let Some(mut content) =
                    reader.claim(ClaimKind::Method, sentence, at + name.start()..at + name.end(), Matter::Campaign)
            {
                content.value = Some(name.as_str().to_lowercase());
                out.push(content);
            }
            at = next.map_or(end, |next| next.end());
        }
    }
}

/// The first method that `text` names, by its words alone.
pub(crate) fn named_in(text: &str) -> Option<Range<usize>> {
    let found =
        WORDS.iter().filter_map(|words| words.find(text)).min_by_key(|found| (found.start(), std::cmp::Reverse(found.len())))?;
    let marks = ['“', '”', '"', ' '];
    let start = found.start() + (found.len() - found.as_str().trim_start_matches(marks).len());
    Some(start..start + found.as_str().trim_matches(marks).len())
}

/// The ways that a sentence names, the longest words first where they overlap.
fn in_sentence<'s>(sentence: &'s Sentence, out: &mut Vec<Named<'s>>) {
    let mut found: Vec<Named<'s>> = Vec::new();
    for (way, words) in WAYS.iter().zip(WORDS.iter()) {
        for place in words.find_iter(&sentence.text) {
            let range = trimmed(sentence, place.range());
            let more = MORE.find(sentence.words(range.end..sentence.text.len())).map_or(0, |more| more.end());
            let range = range.start..range.end + more;
            if let Some(place) = place_of(sentence, &range, way) {
                found.push(Named { place, sentence, range, way });
            }
        }
    }
    found.sort_by_key(|one| std::cmp::Reverse(one.range.len()));
    let mut kept: Vec<Named<'s>> = Vec::new();
    for one in found {
        let overlaps = |other: &Named<'_>| one.range.start < other.range.end && other.range.start < one.range.end;
        if !kept.iter().any(overlaps) {
            kept.push(one);
        }
    }
    out.extend(kept);
}

/// Whether the words at `range` tell how it was done, and how well.
fn place_of(sentence: &Sentence, range: &Range<usize>, way: &Way) -> Option<Place> {
    let words = sentence.words(range.clone());
    let before = sentence.words(0..range.start);
    let after = sentence.words(range.end..sentence.text.len());
    if AGAINST.is_match(before) || NOT.is_match(before) || before.ends_with("anti-") || DEFENCE.is_match(after) {
        return None;
    }
    if words.starts_with(char::is_uppercase) && !sentence.headline && NAME_OF_LAW.is_match(after) {
        return None;
    }
    if PROXY.is_match(words) && (STANDS_IN.is_match(before) || STANDS_FOR.is_match(after)) {
        return None;
    }
    if !sentence.headline && NAME_END.is_match(words) && NAME_GOES_ON.is_match(before) {
        return None;
    }
    match way.told {
        Told::Through if !THROUGH.is_match(before) => return None,
        Told::Crime if CHARGED.is_match(before) => return None,
        Told::Always | Told::Through | Told::Crime => {}
    }
    let first = words.split([' ', ',']).next().unwrap_or("").to_lowercase();
    if ALSO_VERB.contains(&first.as_str()) && !sentence.headline && !GIVEN.is_match(before) {
        return None;
    }
    let verb = VERB.is_match(words);
    if verb && NO_VERB.is_match(after) {
        return None;
    }
    let defines = DEFINES.find(&sentence.text).filter(|found| named_in(found.as_str()).is_some());
    let within = defines.is_some_and(|found| found.start() <= range.start && range.end <= found.end());
    Some(match (defines.is_some(), sentence.headline, verb) {
        // Of a definition, only what the text as a whole is about.
        (true, ..) if !within || !way.techniques.contains(&EXTRACTION) => return None,
        (true, ..) => Place::Definition,
        (false, true, _) => Place::Headline,
        (false, false, true) => Place::Verb,
        (false, false, false) => Place::Noun,
    })
}

/// `range` without quotation marks at its ends.
fn trimmed(sentence: &Sentence, range: Range<usize>) -> Range<usize> {
    let marks = ['“', '”', '"', ' '];
    let words = sentence.words(range.clone());
    let start = range.start + (words.len() - words.trim_start_matches(marks).len());
    let end = start + words.trim_matches(marks).len();
    // A mark inside that closes what opened right before: "“dummy” servers".
    let opened = sentence.words(0..start).chars().next_back().filter(|mark| matches!(mark, '“' | '"'));
    let closes = sentence.words(start..end).contains(['”', '"']);
    opened.filter(|_| closes).map_or(start, |mark| start - mark.len_utf8())..end
}

/// `range` with the article of a singular noun.
fn with_article(sentence: &Sentence, range: Range<usize>) -> Range<usize> {
    let article = ARTICLE.find(sentence.words(0..range.start));
    article.map_or(range.start, |article| article.start())..range.end
}

fn way_number(way: &Way) -> usize {
    WAYS.iter().position(|other| std::ptr::eq(other, way)).unwrap_or(WAYS.len())
}

/// The words of a name without their endings of number, so that "proxy networks" and "a proxy network" are one.
fn stems(name: &str) -> BTreeSet<String> {
    let stem = |word: &str| match word.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => word.strip_suffix('s').unwrap_or(word).to_owned(),
    };
    name.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(stem).collect()
}

/// The method without what varies: "fraudulent Corvid accounts" is "fraudulent accounts", "distillation attacks" is "distillation".
fn name_of(words: &str, way: &Way) -> String {
    let words = words.to_lowercase();
    if VERB.is_match(&words) && !INFINITIVE.is_match(&words) {
        return "distillation".to_owned();
    }
    let accounts = way.one && way.techniques.contains(&ACCOUNTS);
    if let Some(kind) = KIND_OF_ACCOUNTS.captures(&words).filter(|_| accounts).and_then(|found| found.name("kind")) {
        return format!("{} accounts", kind.as_str());
    }
    let name = if words.contains("distillation") { TAIL.replace(&words, "").into_owned() } else { words };
    let name = name.replace(['“', '”', '"'], "");
    name.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use crate::About;
    use crate::tests::rules;
    use dossier_model::ClaimKind;

    /// The methods that a newspaper's `text` names.
    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let about = About { title: None, publisher: Some("The Eastmoor Ledger"), published: None, ..About::default() };
        let claims = rules(text, &about).into_iter();
        let found: Vec<_> = claims.filter(|claim| claim.kind == ClaimKind::Method).filter_map(|claim| claim.value).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn relays_goods_and_lures_are_ways() {
        check("Meridian reached the models through third-party routers.", &["third-party routers"]);
        check("The chips left in unmarked boxes.", &["unmarked boxes"]);
        check(
            "Oster confirmed a supply chain attack with malicious JavaScript.",
            &["supply chain attack", "malicious javascript"],
        );
        check(
            "The gang sent AI-generated lures from seemingly legitimate email accounts.",
            &["ai-generated lures", "seemingly legitimate email accounts"],
        );
    }

    #[test]
    fn who_stands_in_for_others_is_no_relay() {
        check("The domains were used by spies and their proxies.", &[]);
        check("The listing was a proxy for the owners.", &[]);
        check("The office listed First Proxy Service on Monday.", &[]);
        check("They came through residential proxies.", &["residential proxies"]);
    }
}
