//! What the accused and others answered, and whether anybody independent has checked.

use crate::document::short_name;
use crate::measures::GOVERNMENT;
use crate::page::{Passage, Sentence};
use crate::pattern::patterns;
use crate::propose::Reader;
use crate::subject::subject;
use crate::voice::Matter;
use dossier_model::{ClaimKind, Content, Hedge};
use std::ops::Range;

patterns! {
    NO_RESPONSE = r"(?ix)
        \b(?:(?:has|have|had|did|does|do)\s+not|(?:has|have|had|did|does)n[’']t)\s+(?:yet\s+|immediately\s+|publicly\s+|directly\s+|formally\s+|so\s+far\s+)*(?:respond(?:ed)?|repl(?:y|ied)|comment(?:ed)?|react(?:ed)?|answer(?:ed)?\s+(?:[\w’'-]+\s+){0,3}?(?:questions|requests?|messages?|calls?|e-?mails?|inquiries|queries)|return(?:ed)?\s+(?:[\w-]+\s+){0,3}?(?:requests?|calls?|messages?|e-?mails?|inquiries)|provide(?:d)?\s+(?:an?\s+)?(?:comment|response)|issued?\s+(?:an?\s+)?(?:comment|statement|response))\b(?:\s+(?:publicly|immediately|by\s+(?:press|publication)\s+time))?
        | \b(?:has|have|had)\s+(?:yet\s+to|never)\s+(?:publicly\s+)?(?:respond(?:ed)?|repl(?:y|ied)|comment(?:ed)?|answer(?:ed)?)\b
        | \b(?:could\s+not|couldn[’']t)\s+(?:immediately\s+)?be\s+(?:immediately\s+)?(?:reached|contacted|located)\b
        | \b(?:was|were)\s+(?:not\s+|un)(?:immediately\s+)?(?:available|reachable)\s+(?:for|to)\s+comment
        | \b(?:went|gone|remained|left)\s+unanswered\b
        | \b(?:were|was)\s+not\s+(?:immediately\s+)?(?:returned|answered)\b
        | \bneither\s[^;.]{2,90}?\s(?:responded|replied|commented|has\s+(?:responded|replied|commented)|answered|(?:has\s+)?answered\s+[^;.,]{2,30}|returned\s+(?:\w+\s+){0,2}(?:calls?|messages?|requests?|e-?mails?))\b
        | \b(?:gave|issued|offered|made|has\s+made|provided)\s+no\s+(?:public\s+|immediate\s+|official\s+)?(?:response|reply|comment|statement|answer)\b
        | \battempts\s+to\s+(?:reach|contact)\s+[^;.,]{2,60}\s+were\s+(?:not\s+|un)successful
        | \b(?:has|have|had)\s+(?:kept|remained|stayed)\s+silent\b|\b(?:has|have|had)\s+(?:so\s+far\s+)?(?:said\s+nothing|not\s+said\s+anything|made\s+no\s+(?:public\s+)?(?:comment|statement))\b|\b(?:kept|stayed|remained)\s+silent\b";
    DECLINED = r"(?ix)
        \b(?:declin(?:ed|es|ing)|refus(?:ed|es|ing))\s+(?:to\s+(?:comment|enter|elaborate|discuss|provide|say|answer|respond|confirm|identify|name|disclose|speak|give|share|specify|address|be\s+(?:interviewed|drawn))|(?:all\s+|further\s+|an?\s+)?(?:comment|interview))\b
        | \b(?:would\s+not|wouldn[’']t|will\s+not|won[’']t)\s+(?:immediately\s+)?(?:comment|say|discuss|confirm|elaborate|answer|disclose|specify|be\s+drawn|be\s+more\s+specific|go\s+into\s+(?:\w+\s+)?detail|elaborate\s+on)\b
        | \b(?:did|does|do)\s+not\s+(?:want|wish)\s+to\s+(?:comment|speculate|discuss|say|be\s+drawn|elaborate)\b
        | \bhad\s+no\s+(?:immediate\s+)?comment\b|\bdeclined\s+(?:a|an|multiple|repeated)\s+[\w\s]{0,20}requests?";
    DENIAL = r"(?ix)
        \b(?:den(?:y|ies|ied|ying)|refut(?:es|ed|ing)|repudiat(?:es|ed))\s+(?:the\s+|any\s+|all\s+|these\s+|those\s+|having\s+|that\s+|it\b|its\s+|such\s+|being\s+|this\b|them\b|both\s+|doing\s+|knowing\s+|wrongdoing|involvement|responsibility|liability|allegations|accusations|copying|stealing|using|[\w’']+s\s+|(?-i:\p{Lu}))
        | \b(?:reject(?:s|ed|ing)|dismiss(?:es|ed)|disput(?:es|ed|ing)|contest(?:s|ed)|rebut(?:s|ted)|challeng(?:es|ed))\s+(?:[\w’'-]+\s+){0,5}?(?:allegations?|accusations?|claims?|charges?|findings?|characteri[sz]ations?|figures?|numbers?|accounts?|suggestions?|notion|report|designation|version|assertions?|complaint|lawsuit|case|conclusions?|attribution|estimate)\b
        | \b(?:call(?:s|ed|ing)|describ(?:es|ed|ing)|label(?:s|l?ed)|brand(?:s|ed)|dismiss(?:es|ed))\s+(?:[\w’',-]+\s+){1,7}?(?:as\s+)?[“\x22]?(?:[\w-]+\s+){0,3}?(?:baseless|unfounded|groundless|false|untrue|fabricat\w+|malicious|meritless|without\s+(?:merit|foundation|basis)|slander\w*|smears?|absurd|made\s+up|invent(?:ed|ion)|nonsense|lies?|fiction\w*|ridiculous|wrong|inaccurate|defamatory)\b
        | \b(?:said|says|insist(?:s|ed)|wrote|told)\s+(?:[\w’'-]+\s+){0,8}?(?:was|were|is|are)\s+(?:all\s+|entirely\s+|completely\s+|simply\s+|“|\x22)*(?:nonsense|baseless|unfounded|groundless|false|untrue|fabricated|without\s+(?:merit|foundation|basis)|not\s+true|lies)\b
        | \b(?:said|says|insist(?:s|ed)|maintain(?:s|ed))\s+(?:that\s+)?(?:it|he|she|they)\s+(?:had\s+|has\s+|have\s+)?(?:done\s+nothing\s+(?:wrong|illegal)|did\s+nothing\s+(?:wrong|illegal)|never\s+\w+|(?:had|has)\s+no\s+(?:involvement|knowledge|role|part)|(?:was|were|is|are)\s+(?:not\s+involved|innocent)|played\s+no\s+(?:part|role))
        | \b(?:pleaded|pled|entered\s+(?:an?\s+)?pleas?\s+of)\s+not\s+guilty\b
        | \b(?:maintain(?:s|ed)|protest(?:s|ed))\s+(?:his|her|its|their)\s+innocence\b
        | \bpushed\s+back\s+(?:on|against)\s+(?:the\s+)?(?:allegations?|claims?|accusations?|report)";
    /// "denied the motion", "denied access": no answer to a charge.
    NO_DENIAL = r"(?i)\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)|dismiss(?:es|ed))\s+(?:the\s+|any\s+|all\s+|an?\s+|his\s+|her\s+|its\s+|their\s+)?(?:motions?|access|entry|bail|appeals?|licen[cs]es?|applications?|requests?|petitions?|visas?|transactions?|service|bid|offer|proposal|executive|employee|lawsuit|case|complaint)\b";
    ADMISSION = r"(?i)\b(?:admits|admitted|admit|acknowledges|acknowledged|concedes|conceded|confessed|owned\s+up)\b|\b(?:pleaded|pled|pleads?|pleading)\s+guilty\b|\bhas\s+confirmed\s+(?:it|that\s+it)\s+(?:was|had\s+been|suffered)|\bconfirm(?:s|ed)\s+(?:on\s+\w+\s+)?(?:it|that\s+it)\s+(?:was|had\s+(?:been|suffered)|suffered|has)\b";
    GUILTY = r"(?i)\b(?:pleaded|pled|pleads?)\s+guilty\b";
    /// Who admits in a passive: "an admitted", "was admitted to"; what is let in; what is to be admitted.
    NO_ADMISSION = r"(?i)\b(?:not|never)\s+(?:yet\s+)?(?:publicly\s+|formally\s+|fully\s+)?(?:admit|admitted|acknowledged?|conceded?)\b|\b(?:was|were|been|be|is|are|being|an?|the|its|must|should|not|never|to|without|previously)\s+(?:widely\s+|previously\s+)?(?:admit|admitted|acknowledged|conceded)\b";
    /// What an accused or asked party answers in its own words or somebody's: "countered that", "wrote back".
    ANSWERS = r"(?i)\b(?:counter(?:s|ed)\s+(?:that|by)|repl(?:ied|ies)\s+(?:that|by|with|to)\b|respond(?:ed|s)\s+(?:that|by|with|to)|(?:has\s+|just\s+)+(?:answered|responded|replied)|wrote\s+back|tells?\s+us\s+(?:that\s+)?(?:it|they|he|she)\b|retort(?:s|ed)|shot\s+back|hit\s+back)\b";
    /// How a company speaks of itself when asked: what it complies with and requires of others.
    OF_ITSELF = r"(?ix)\b(?:said|says|added|adds|stated|wrote|told\s+[\p{Lu}][\w’'\s]{1,30}?)\s+(?:in\s+an?\s+(?:e-?mail(?:ed)?\s+)?(?:statement|response|reply)\s+)?(?:that\s+)?(?:it|they|the\s+(?:company|firm|bank|group|university|retailer|distributor|lab))\s+
        (?:(?:fully|strictly|always|also|rigorously|carefully|regularly|immediately|voluntarily|is|are|was|were|has|had|have)\s+)*
        (?:compl(?:y|ies|ied|ying)\s+with|requires|investigates|takes\s+(?:[\w“”\x22-]+\s+){0,3}?(?:action|steps|measures)|abid(?:e|es|ed|ing)|adher(?:e|es|ed|ing)|follows?\s+(?:all|the|U|export|applicable)|(?:do(?:es)?\s+not|doesn[’']t|don[’']t|did\s+not|didn[’']t)\s+(?:tolerate|condone|sell|ship|permit|allow|support|engage|work|do\s+business|comment)|committed\s+to\s+(?:compl|follow|abid|act)\w+|acted\s+(?:lawfully|legally|properly|in\s+good\s+faith)|operat(?:e|es|ed|ing)\s+in\s+(?:full\s+)?(?:compliance|accordance)|in\s+(?:full\s+)?compliance|conducts?\s+(?:[\w-]+\s+){0,3}?(?:due\s+diligence|checks|screening|business)|screens|vets)\b";
    /// "said in an emailed response": words that were asked for.
    SENT = r"(?i)\b(?:said|says|wrote|stated)\s+in\s+(?:an?\s+)?(?:e-?mail(?:ed)?(?:\s+(?:response|reply|statement|comments?|answer))?|(?:written\s+)?(?:response|reply)|response\s+to)\b";
    /// Diplomats speak for who is accused.
    DIPLOMAT = r"(?i)\bembassy\b";
    NO_ANSWER = r"(?i)\b(?:responders?|incident|breach|outage|teams?|investigators|police|who|users?|models?|chatbot|authorities|allegedly)\s+(?:\w+\s+)?(?:responded|responds|replied)";
    ASKED = r"(?i)^(?:asked\s+(?:about|whether|for\s+comment|to\s+comment|if|by)|in\s+(?:a\s+)?(?:response|reply|(?:written\s+)?response)\b|reached\s+(?:for\s+comment|by|on)|contacted\s+by|responding\s+to|after\s+being\s+(?:asked|approached|contacted)|when\s+asked|approached\s+(?:by|for))";
    /// Who speaks for the accused.
    DEFENCE = r"(?i)\b(?:(?:his|her|their|its|[\p{L}]+[’']s)\s+(?:defen[cs]e\s+)?(?:lawyers?|attorneys?|counsel|solicitors?|barrister)|(?:lawyers?|attorneys?|counsel|solicitors?)\s+for|the\s+defen[cs]e|defen[cs]e\s+(?:lawyers?|attorneys?|counsel|team))\b";
    ONLY_SAID = r"(?i)\b(?:said|says|told\s+[^,;“\x22]{2,60}|argued|wrote),?(?:\s+(?:in|on|at|outside|after|during|late|by|via)\b[^;“\x22]{0,70})?\W*$";
    CLAIMS = r"(?i)\b(?:said|says|told|argued|argues|insisted|insists|maintained|maintains|contends|contended|claimed)(?:\s+[\p{Lu}][\w’']+|\s+(?:reporters|the\s+court|jurors|the\s+judge))?\s+(?:that\s+)?(?:the|it|its|he|she|his|her|they|their|there|no|an?|all|this|these|(?-i:\p{Lu}))";
    SAID = r"(?i)\b(?:said|says|told|wrote)\b";
    UNVERIFIED = r"(?ix)
        \b(?:no\s+one|nobody|none|no\s+(?:[\w-]+\s+){0,4}?[\w-]+)\s+(?:[^,;.]{0,60}?\s)??(?:has|have|had)\s+(?:yet\s+|so\s+far\s+|been\s+|independently\s+|able\s+to\s+|publicly\s+)*(?:verif(?:y|ied)|confirm(?:ed)?|corroborate[d]?|audited|reviewed|examined|checked|tested)\b(?:\s+by\s+[^,;.]{2,60})?
        | \b(?:could|can|was|were|is|are|has|have|had|did|does)\s*(?:not|n[’']t)\s+(?:be\s+|been\s+|able\s+to\s+|immediately\s+|yet\s+|independently\s+|publicly\s+|itself\s+|so\s+far\s+)*(?:verif\w+|corroborat\w*|confirm(?:ed)?\s+(?:independently|[\w’'\s]{0,40}(?:account|version|claim|allegation|figure|report|number)s?)|authenticat\w+|independently\s+(?:verif\w+|confirm\w*|check\w*|corroborat\w*|review\w*|audit\w*|assess\w*|examin\w*))
        | \b(?:could|can|did)\s+neither\s[^.;]{2,80}?\snor\s+(?:independently\s+)?(?:verify|confirm|corroborate|authenticate)\b
        | \b(?:could|can|was|were|is|are|has|have|had|did)\s*(?:not|n[’']t)\s+(?:be\s+|been\s+|able\s+to\s+|immediately\s+|yet\s+)*independently\s+(?:be\s+)?\w+
        | \b(?:unable|not\s+able)\s+to\s+(?:immediately\s+|independently\s+)*(?:verify|confirm|corroborate|authenticate)(?:\s+[\w\s]{0,40}independently)?
        | \b(?:is|are|was|were|remains?)\s+(?:\w+\s+)?unverified\b|\bunverified\s+(?:claims?|allegations?|reports?|figures?)\b
        | \bno\s+(?:outside|independent|external|third[- ]party)\s+(?:[\w-]+\s+){0,3}(?:verification|confirmation|audit|review|corroboration)\b|\bwithout\s+independent\s+(?:verification|confirmation)";
    VERIFIED = r"(?i)\b(?:independently\s+(?:verified|confirmed|corroborated|reviewed|examined|validated)|(?:verified|corroborated|authenticated)\s+by)\s*(?P<by>[^,;]*)|\b(?P<whom>\p{Lu}[\w’']*(?:\s+\p{Lu}[\w’']*){0,4})\s+(?:(?:has\s+|have\s+|had\s+)?independently\s+(?:verified|confirmed|corroborated|validated)\b|(?:has|have|had)\s+(?:also\s+|since\s+|now\s+)?(?:corroborated|authenticated|verified|validated)\s+(?:the|these|those|its|their|some|many|most|much|parts?|several)\b)";
    /// What nobody else can check: "has not released its evidence", "no court has ruled on its claims", "cannot be checked".
    WITHHELD = r"(?ix)
        \b(?:has|have|had)\s+(?:not|never|yet\s+to)\s+(?:yet\s+|so\s+far\s+|publicly\s+)*(?:released?|publish(?:ed)?|made?\s+public|shared?|disclosed?|produced?|provided?)\s+(?:any|its|their|the|his|her|a\s+single|either|these|those)\s+(?:[\w-]+\s+){0,3}(?:evidence|findings|data|logs?|methodology|methods?|indicators|proof|analysis|samples)\b
        | \b(?:findings|evidence|logs|data|figures|results|analysis|claims|allegations|accusations|methodology|numbers?|conclusions|report)\s+(?:[\w’',-]+\s+){0,6}?(?:has|have)\s+not\s+(?:yet\s+)?been\s+(?:released|published|made\s+public|peer[-\s]reviewed|tested|reviewed|examined|audited|checked|shared|proven|(?:confirmed|verified)\s+by)\b
        | \b(?:neither|none|no|nobody)\b[^.;]{0,60}?\b(?:has|have|had)\s+(?:yet\s+|so\s+far\s+|been\s+able\s+to\s+|ever\s+)*(?:seen|examined?|looked?\s+at|reproduced?|replicated?|assess(?:ed)?|ruled\s+on|published|released|allowed\s+outsiders)\s+[^.;]{0,60}?\b(?:evidence|findings|data|logs?|paperwork|results?|figures|claims?|allegations?|whether|method\w*)\b
        | \bno\s+(?:outside|independent)\s+findings\b
        | \b(?:cannot|could\s+not|can[’']t)\s+be\s+(?:checked|verified|tested\s+independently)\b
        | \bno\s+way\s+(?:for\s+\w+\s+)?to\s+(?:check|verify)\b
        | \b(?:refus|declin)\w+\s+to\s+let\s+(?:outside|independent)\b[^.;]{0,60}";
    /// "reviewed by an independent firm", "an outside group reproduced the results".
    CHECKED = r"(?i)\b(?:reviewed|examined|audited|checked|confirmed|validated)\s+by\s+an?\s+(?:independent|outside|external)\s+(?:[\w-]+\s+){0,3}(?:firm|group|team|company|auditor|experts?|laborator(?:y|ies)|lab)\b|\ban?\s+(?:outside|independent|external)\s+(?:[\w-]+\s+){0,2}(?:firm|group|team|company|auditor|laboratory|lab)\b[^.;]{0,80}?\b(?:reproduced|confirmed|verified|validated|reached\s+the\s+same)\b";
    PRONOUN = r"(?i)^(?:he|she|it|they|the\s+(?:company|firm|group|lab|startup|start-up|bank|ministry|embassy|agency|spokes\w+))$";
}

/// Responses and verification.
pub(crate) fn propose(reader: &Reader<'_, '_>, out: &mut Vec<Content>) {
    for passage in &reader.page.passages {
        let mut before: Option<String> = None;
        for sentence in passage.sentences.iter().filter(|sentence| !sentence.mute) {
            let known = out.len();
            for (pattern, but_not, value) in [
                (&NO_RESPONSE, None, "no response"),
                (&DECLINED, None, "declined to comment"),
                (&DENIAL, Some(&*NO_DENIAL), "denial"),
                (&ADMISSION, Some(&*NO_ADMISSION), "admission"),
            ] {
                if let Some(verb) = first(pattern, but_not, &sentence.text) {
                    out.extend(responses(reader, sentence, verb, value, before.as_deref()));
                }
            }
            if out.len() == known {
                out.extend(answer(reader, passage, sentence, before.as_deref()));
            }
            verification(reader, sentence, out);
            before = sentence.names.first().map(|name| short_name(&name.what.text)).or(before);
        }
    }
}

/// The first words that `pattern` finds and `but_not` does not.
fn first(pattern: &regex::Regex, but_not: Option<&regex::Regex>, text: &str) -> Option<Range<usize>> {
    let excluded = |found: &regex::Match<'_>| {
        but_not.is_some_and(|but_not| {
            but_not.find_iter(text).any(|other| other.start() < found.end() && found.start() < other.end())
        })
    };
    pattern.find_iter(text).find(|found| !excluded(found)).map(|found| found.range())
}

/// One response for each who gave it: "neither A nor B answered".
fn responses(
    reader: &Reader<'_, '_>,
    sentence: &Sentence,
    verb: Range<usize>,
    value: &str,
    before: Option<&str>,
) -> Vec<Content> {
    let clause = sentence.clause(verb.clone());
    let own = subject(sentence, verb.start);
    // "Neither A nor B responded": the subject stands inside the words.
    let neither = sentence.words(verb.clone()).to_lowercase().starts_with("neither");
    let within = own.clone().filter(|_| !neither).unwrap_or_else(|| verb.clone());
    let mut who: Vec<String> = Vec::new();
    if neither || value == "no response" && sentence.words(within.clone()).contains(" and ") {
        who = sentence.names_in(within.clone()).map(|name| short_name(&name.what.text)).collect();
    }
    let listed = sentence.names_listed_before(own.as_ref().map_or(verb.start, |own| own.end));
    if !neither && listed.len() > who.len().max(1) && value != "admission" {
        who = listed.iter().map(|name| short_name(&name.what.text)).collect();
    }
    if who.is_empty() {
        who.extend(answerer(sentence, own.as_ref(), &verb, before));
    }
    let from = own.as_ref().map_or(clause.start.min(verb.start), |own| own.start.min(verb.start));
    let range = from..clause.end.max(verb.end);
    let make = |who: String| {
        let mut content = reader.claim(ClaimKind::Response, sentence, range.clone(), Matter::Record)?;
        content.subject = who;
        content.value = Some(value.to_owned());
        // A plea of guilty confirms what is charged.
        if GUILTY.is_match(sentence.words(verb.clone())) {
            content.hedge = Hedge::Confirmed;
        }
        Some(content)
    };
    who.into_iter().filter_map(make).collect()
}

/// Who answers: the subject of the verb; a pronoun stands for the name before it.
fn answerer(sentence: &Sentence, own: Option<&Range<usize>>, verb: &Range<usize>, before: Option<&str>) -> Option<String> {
    let named_before =
        || sentence.names.iter().rfind(|name| name.range.end <= verb.start).map(|name| short_name(&name.what.text));
    let Some(own) = own else { return named_before().or_else(|| before.map(str::to_owned)) };
    let words = sentence.words(own.clone());
    if PRONOUN.is_match(words) {
        let earlier = sentence.names.iter().rfind(|name| name.range.end <= own.start).map(|name| short_name(&name.what.text));
        return earlier.or_else(|| before.map(str::to_owned)).or_else(|| Some(words.to_owned()));
    }
    // "A spokesman for Norrland denied": Norrland answers, by somebody's mouth.
    let name = sentence.names_in(own.clone()).last().map(|name| short_name(&name.what.text));
    name.or_else(|| Some(words.to_owned()).filter(|words| words.split_whitespace().count() <= 8))
}

/// A statement in answer: "countered that the files were worthless", "asked about the trade, Norrland said that ...".
fn answer(reader: &Reader<'_, '_>, _: &Passage, sentence: &Sentence, before: Option<&str>) -> Option<Content> {
    let asked = ASKED.find(&sentence.text);
    let verb = match asked {
        Some(asked) => SAID.find_at(&sentence.text, asked.end())?.range(),
        None => first(&ANSWERS, Some(&NO_ANSWER), &sentence.text)
            .or_else(|| defended(reader, sentence))
            .or_else(|| of_itself(sentence))?,
    };
    let own = subject(sentence, verb.start);
    let who = answerer(sentence, own.as_ref(), &verb, before)?;
    if sentence.headline || reader.cast.is_accuser(&who) {
        return None;
    }
    let start = if asked.is_some() { 0 } else { own.map_or(verb.start, |own| own.start) };
    let end = if asked.is_some() { verb.end } else { sentence.clause(verb.clone()).end.max(verb.end) };
    // "…,” the company said in an email": the answer is the quotation, a claim of its own.
    let goes_on = sentence.words(end..sentence.text.len()).trim_start().starts_with("that ");
    if !goes_on && ONLY_SAID.find(sentence.words(start..end)).is_some_and(|said| !said.as_str().contains(" that ")) {
        return None;
    }
    let mut content = reader.claim(ClaimKind::Response, sentence, start..end, Matter::Record)?;
    content.subject = who;
    content.value = Some("statement".to_owned());
    Some(content)
}

/// Where the accused, or who speaks for them, says something in paraphrase.
fn defended(reader: &Reader<'_, '_>, sentence: &Sentence) -> Option<Range<usize>> {
    let said = CLAIMS.find(&sentence.text)?;
    let own = subject(sentence, said.start())?;
    let words = sentence.words(own);
    let accused = reader.cast.accused.iter().any(|one| short_name(words) == one.name);
    let quoted = sentence.words(said.end()..sentence.text.len()).contains(['“', '"']);
    (!quoted && (accused || DEFENCE.is_match(words))).then(|| said.range())
}

/// What somebody says of itself because it was asked: "said it requires its distributors to ...", "said in an emailed response".
fn of_itself(sentence: &Sentence) -> Option<Range<usize>> {
    let text = &sentence.text;
    if let Some(said) = OF_ITSELF.find(text).or_else(|| SENT.find(text)) {
        let own = subject(sentence, said.start())?;
        return (!GOVERNMENT.is_match(sentence.words(own))).then(|| said.range());
    }
    let said = CLAIMS.find(text)?;
    let own = subject(sentence, said.start())?;
    DIPLOMAT.is_match(sentence.words(own)).then(|| said.range())
}

fn verification(reader: &Reader<'_, '_>, sentence: &Sentence, out: &mut Vec<Content>) {
    let (range, value) = if let Some(found) = UNVERIFIED.find(&sentence.text) {
        let clause = sentence.clause(found.range());
        let text = found.as_str().to_lowercase();
        let whole = if text.starts_with("no") { found.start()..clause.end.max(found.end()) } else { clause };
        (whole, "not independently verified".to_owned())
    } else if let Some(found) = VERIFIED.captures(&sentence.text) {
        let (Some(whole), by) = (found.get(0), found.name("by").or(found.name("whom"))) else { return };
        let who = by.map_or("", |by| by.as_str()).trim();
        let who = who.strip_prefix("by ").unwrap_or(if found.name("whom").is_some() || whole.as_str().contains(" by ") {
            who
        } else {
            ""
        });
        let value = if who.is_empty() { "independently verified".to_owned() } else { format!("verified by {who}") };
        (sentence.clause(whole.range()), value)
    } else if let Some(found) = CHECKED.find(&sentence.text) {
        (sentence.clause(found.range()), "independently verified".to_owned())
    } else if let Some(found) = WITHHELD.find(&sentence.text).filter(|_| !sentence.headline) {
        (sentence.clause_start(found.start()).min(found.start())..found.end(), "not independently verified".to_owned())
    } else {
        return;
    };
    let claim = reader.claim(ClaimKind::Verification, sentence, range, Matter::Record);
    out.extend(claim.map(|content| Content { value: Some(value), ..content }));
}
