//! How it became known: letters, posts, memos, filings, announcements and reports, when, and to whom.

use crate::measures::GOVERNMENT;
use crate::page::{Sentence, without_stop};
use crate::pattern::patterns;
use crate::propose::Reader;
use crate::subject::subject;
use crate::voice::Matter;
use dossier_model::{ClaimKind, Content, Edtf, Hedge};
use std::ops::Range;

patterns! {
    /// A document with the words that say when, where or to whom it was given.
    GIVEN = r"(?ix)\b(?:(?:an?|the|its|his|her|their|this|court|that)\s+|[\p{L}]+[’']s\s+)(?:[\w.’'-]+\s+){0,3}?(?P<noun>letter|memo(?:randum)?|blog\s?post|post|announcement|filing|indictment|lawsuit|complaint|affidavit|(?:press|news)\s+release|disclosure|notice|notification|report|bulletin|advisory|alert|white\s*paper|documents|papers)
        (?:,?\s+(?:which\s+was\s+|that\s+was\s+|first\s+|also\s+)?(?:disclosed|sent|published|released|unsealed|posted|dated|issued|filed|made\s+public|submitted|circulated|written|addressed|delivered|returned|handed\s+(?:up|down))\b
          |\s+(?:seen|reviewed|obtained)\s+by\b
          |\s+(?:on|in|to|at|from|this|last|earlier|late|with)\s+
          |\s+(?:that\s+)?(?:\p{L}[\w.’'-]*\s+){1,4}(?:sent|filed|wrote|published|released|posted|issued|submitted|unsealed|made\s+public)\b)";
    /// Somebody gives a document: "sent a letter", "unsealed an indictment".
    GIVES = r"(?i)\b(?:sent|sends|send|sending|disclosed\s+in|published|publishes|publishing|released|releasing|unsealed|unseals|unsealing|posted|posting|filed|files|filing|submitted|flagged\s+in|announced\s+in|revealed\s+in|detailed\s+in|described\s+in|said\s+in|wrote\s+in|wrote|circulated|put\s+out|delivered|issued|in)\s+(?:\w+\s+(?:\w+\s+)?)??(?:an?|its|the|this|his|her|their)\s+(?:[\w-]+\s+){0,3}?(?P<noun>letter|memo(?:randum)?|blog\s?post|post|announcement|indictment|lawsuit|complaint|affidavit|(?:press|news)\s+release|report|white\s*paper|filing|disclosure|breach\s+notice|breach\s+notification|8-K|10-[KQ])\b";
    /// "posted on Y that", "in a post on Y", "laid out the allegation on a forum".
    POSTED = r"(?i)\b(?:posted|tweeted|wrote)\s+(?:in\s+a\s+post\s+)?on\s+(?P<where>(?-i:\p{Lu})\p{L}*|social\s+media|a\s+forum|(?:his|her|its)\s+(?:blog|account|website))\s+(?:that\b|on\s)|\blaid\s+out\s+the\s+(?:allegations?|accusations?|charges?)\s+on\s+(?P<there>(?-i:\p{Lu})\p{L}*|social\s+media)\b";
    DAY = r"(?i)day$|^(?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sept?|Oct|Nov|Dec)\p{L}*$";
    /// Verbs behind which a document is one of the case, not one cited.
    GAVE = r"(?i)^(?:sent|sends|send|sending|disclosed|published|publishes|publishing|released|releasing|unsealed|unseals|unsealing|posted|posting|filed|files|filing|submitted|flagged|announced|revealed|detailed|circulated|put\s+out|delivered)";
    /// "The Justice Department today announced", "went public with", "disclosed the breach".
    WENT_PUBLIC = r"(?i)\b(?:went\s+public\s+(?:with|about|on)(?:\s+(?:its|the|their|a)\s+[\w-]+)?|came\s+forward|(?:the|this|today[’']s|\w+day[’']s)\s+announcement\s+(?:follows|followed|comes|came|builds|marks|coincides))\b";
    /// "X disclosed on Monday that intruders had ...".
    THAT = r"(?i)\b(?:announced|disclosed|revealed)(?P<on>\s+(?:on|in|late|earlier|last|this)\s+[\w\s]{2,20}?|\s+\w+day)?\s+that\b";
    JOINT = r"(?i)\bjoint\s+(?:[\w-]+\s+){0,3}?(?P<noun>report|advisory|bulletin|alert)\b";
    /// What a state announces is its measure.
    MEASURES = r"(?i)^\s*(?:\w+\s+){0,3}?(?:sanctions|designations?|measures|restrictions)\b";
    MADE_KNOWN = r"(?ix)\b(?:(?:announced|announces|disclosed|discloses|revealed|reveals|unsealed|unseals|made\s+public|acknowledged\s+publicly)\s+(?:(?:on|in|late|earlier|last|this)\s+[\w\s]{2,20}?\s+)?(?:(?:that\s+(?:it|the\s+company)\s+(?:had\s+been|was|had\s+suffered|suffered|had\s+detected|fell\s+victim|had\s+fallen\s+victim)\b)|that\s+(?:[\p{L}\d.,’'-]+\s+){1,10}?(?:(?:have|has|had)\s+(?:also\s+)?been|were|was)\s+(?:arrested|charged|indicted|convicted|extradited)\b|(?:(?:an?|the|its|this|two|three|several)\s+)?(?:[\w.-]+\s+){0,4}?(?:data\s+breach|breach|cyber[- ]?attacks?|attack|incident|intrusion|hack|compromise|leak|charges|indictments?|arrests?|operation|takedown|seizure|unsealing|campaign|extraction|theft|findings|disruption)\b))";
    MADE_PUBLIC = r"(?i)\b(?:breach|attack|incident|intrusion|hack|case|campaign|theft|leak|charges|indictment|arrests?|operation|scheme|matter|affair|compromise|it)\s+(?:\w+\s+)?(?:was|were|became|has\s+been|had\s+been)\s+(?:first\s+|publicly\s+)?(?:announced|disclosed|made\s+public|revealed|public|made\s+known)\b(?:\s+by\s+[^,;.]{2,40})?";
    /// A piece that is itself the disclosure.
    OWN = r"(?i)\b(?:(?:today|this\s+week),?\s+(?:we|the\s+\w+)\b[^;.]{0,60}?\b(?:setting\s+out|publishing|sharing|releasing|disclosing|announcing|reporting|publish|disclose|announce|share)|(?:we|agencies|[\p{Lu}]\w+(?:\s+\([\p{Lu}]+\))?)\s+(?:are|is)\s+(?:today\s+|now\s+|jointly\s+)*(?:publishing|releasing|issuing|disclosing|setting\s+out)\s+(?:this|what|our|the|details)\b(?:\s+(?:[\w-]+\s+){0,3}?(?P<noun>report|advisory|post|notice|alert|analysis|memo|letter))?)";
    /// A charge that the text cites as a document of its own.
    CHARGE = r"(?i)\b(?:(?:according\s+to|in|under)\s+(?:an?|the|court)\s+(?:[\w-]+\s+){0,3}?(?P<cited>indictment|complaint|lawsuit|affidavit|ruling|judge?ment)\b|(?:the|an?|[\p{Lu}][\w.]*[’']s)\s+(?:[\w-]+\s+){0,2}?(?P<says>indictment|complaint|lawsuit|affidavit)\s+(?:alleges?|alleged|says|said|states?|stated|claims?|accuses?|charges?|charged|details?|describes?|names?)\b)";
    /// "A June 11 memo of the department".
    OF_DAY = r"(?i)\b(?:an?|the|its|his|her)\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}(?:,\s+\d{4},?)?\s+(?:[\w.&’'-]+\s+){0,6}?(?P<noun>letter|memo(?:randum)?|blog\s+post|post|filing|indictment|complaint|report|bulletin|advisory|announcement|notice)\b";
    NO_DOCUMENT = r"(?i)\b(?:annual|quarterly|earnings|news|media|local|police|analyst|research|published|new|user|customer|bug|credit|abuse|according\s+to\s+an?|previous|earlier|recent)\s+(?:[\w-]+\s+)?(?:reports?|posts?|papers|documents)\b|\b(?:false|fake|forged|classified|confidential|internal|customs|identity|travel|shipping|fraudulent|falsified|stolen|sensitive|personal|legal|leaked|export)\s+(?:[\w-]+\s+){0,2}(?:documents|papers|report)\b|\b(?:false|fake|forged|stolen)\s+(?:[\w-]+\s+){0,2}memo\b|\b(?:at|the|a|his|her|that)\s+post\s+(?:in|at|on|to|last|with)\b|\bclass[- ]action|\b(?:wrote|in|read|reading)\s+(?:an?|the)\s+report\b";
    /// What stands behind a document without telling that it was given.
    PREPOSITION = r"(?i)^(?:on|in|to|at|from|this|last|earlier|late|with)\b";
    SEEN = r"(?i)^(?:seen|reviewed|obtained)\b";
    IN_A = r"(?i)\b(?:in|by|via|through)\s+(?:an?|its|his|her|their|the)\s+(?:[\w.-]+\s+){0,3}$";
    LETTER = r"(?ix)\b(?:letter|notices?|memo(?:randum)?|notification|submission|petition|briefing\s+paper)s?\b
            (?:\s+that\s+[^,;]{1,50}?\s+(?:sent|wrote|addressed))?
            (?:\s+(?:disclosed|sent|addressed|dated|published|released|delivered|submitted|jointly)(?:\s+(?:this|last|earlier|on|in|of)?\s*(?:this\s+|last\s+)?\w+(?:\s+\d{1,2})?(?:,?\s+\d{4})?)??)?
            (?:\s+(?:on\s+\w+|last\s+\w+|this\s+\w+|on\s+\w+\s+\d{1,2}))?\s+to\s+(?P<to>[^;:]+)
        |\b(?:has\s+|have\s+|had\s+)?(?:also\s+)?wrote\s+to\s+(?P<wrote>[^;:]+)|\bwritten\s+to\s+(?P<written>[^;:]+)
        |\b(?:sent|sends|handed|gave|mailed)\s+(?P<sent>(?:the\s+)?[\p{Lu}][^,;:]{2,60}?)\s+an?\s+(?:[\w-]+\s+){0,2}(?:letter|memo|notice|notification)\b
        |\btold\s+(?P<told>(?:the\s+)?[\p{Lu}][^,;:]{2,60}?)\s+in\s+(?:an?|the|its)\s+(?:[\w-]+\s+){0,2}(?:letter|memo|notice|filing)\b
        |\b(?:has\s+|have\s+|had\s+)?(?:also\s+)?(?:notified|informed|alerted)\s+(?P<notified>[^;:]+)
        |\b(?:shared|shares|sharing)\s+(?:(?:its|their|the|these|those|this|such)\s+)?(?:\w+\s+){0,2}?with\s+(?P<shared>(?:(?:U\.?S\.?|UK|EU)\s+)?(?:lawmakers|senators|regulators|officials|law\s+enforcement|authorities|members\s+of\s+Congress|Congress)\b[^;:,.]{0,40})
        |\breported\s+(?:the\s+)?(?:breach|incident|attack|matter|case|theft)\s+to\s+(?P<reported>[^;:]+)";
    TO_END = r"(?i)^(?:on|about|of|in|that|by)\b|,?\s+and\s+(?:we|it|they|he|she|I)\s|,\s+(?:and\s+(?:said|says|has|had|that)|which|who|whose|where|saying|warning|urging|asking|\w+ing)\b|\s+(?:urging|about|on|in|alleging|asking|that|citing|last|this|earlier|warning|dated|which|saying|describing|accusing|seeking|with|from|over|detailing|disclosed|after|when|within|by|as|at|under|if|via|and\s+(?:\w+ed|is|has|was|said|says))\b|[^d]\s+to\s+(?-i:[a-z])";
    SPEAKS = r"(?i)\b(?:said|says|alleg\w+|accus\w+|wrote|warned|claimed|claims)\b";
    /// "Northern Wire reported", "Halden a day later": what follows a list of addressees and is none.
    NOT_A_NAME = r"(?i)\s(?:reported|reports|told|added|disclosed|revealed|later|earlier|ago|before|first)$";
    /// A body whose name may go on behind "and".
    BODY_OF = r"\b(?:Bureau|Department|Office|Ministry|Under\s+Secretary|Secretary|Committee|Subcommittee|Commission|Administration|Agency|Director|Minister|Institute)\s+(?:of|for|on)\s+(?:the\s+)?(?:[\p{Lu}][\w’']*\s*(?:of\s+|for\s+(?:the\s+)?)?)+$";
    TOLD_PASSIVELY = r"(?i)\b(?:be|been|being|is|are|was|were)\s+(?:\w+ly\s+|also\s+)?$";
    /// Those who are only told of a case: no notice goes to them that a letter would cite.
    NO_NOTICE = r"(?i)^(?:(?:all|the|any|its|their|our|relevant|affected|local|federal|national|state|appropriate|U\.?S\.?)\s+)*(?:FBI|Federal\s+Bureau\s+of\s+Investigation|police|law\s+enforcement|authorit(?:y|ies)|customers?|clients|students|users|patients|victims|employees|members|investors|company|public)\b";
    BETWEEN_NAMES = r"(?i),\s+and\s+(?:to\s+)?|\s+and\s+(?:to\s+)?|,\s+";
    ADDRESSEE = r"(?i)\b(?:senators?|lawmakers|legislators|officials?|committees?|congress|house|senate|administration|members|representatives|regulators?|departments?|agency|agencies|secretary|bureau|office|president|authorit(?:y|ies)|commission(?:er)?s?|attorneys?\s+general|police|ministry|minister|parliament|prosecutors|law\s+enforcement|customers|patients|clients|members|employees|individuals|users|shareholders|investors|partners|executives|board|ceo|watchdog)\b|^(?:the\s+)?\p{Lu}[\w.’'-]+(?:\s+\p{Lu}[\w.’'-]+)*$|\b[A-Z]{2,5}\b";
    /// Whom a letter's part as a party is worth a claim: a body with a name, not people in general.
    BODY = r"(?:\p{Lu}[\w.’'-]+\s+)+";
    PEOPLE = r"(?i)\b(?:senators?|lawmakers|officials|members|representatives|customers|patients|clients|employees|individuals|users|investors|partners)\b";
}

/// A disclosure as its sentence tells it.
struct Told {
    content: Content,
    /// Whether the document is only cited.
    cited: bool,
}

/// Disclosures and the recipients of letters.
pub(crate) fn propose(reader: &Reader<'_, '_>, out: &mut Vec<Content>) {
    let mut told: Vec<Told> = Vec::new();
    for sentence in reader.page.sentences().filter(|sentence| !sentence.headline) {
        disclosures(reader, sentence, &mut told);
        recipients(reader, sentence, out);
    }
    // Each document once: where it is dated, else where it is first told of, and where it is only cited if nothing else tells of it.
    let dated: Vec<(Option<String>, Option<Edtf>)> =
        told.iter().map(|one| (one.content.value.clone(), one.content.period)).collect();
    for (at, one) in told.iter().enumerate() {
        let same = |other: &(usize, &(Option<String>, Option<Edtf>))| other.0 != at && other.1.0 == one.content.value;
        let others = || dated.iter().enumerate().filter(same);
        let earlier = others().any(|(other, (_, period))| other < at && *period == one.content.period);
        let better = one.content.period.is_none() && others().any(|(_, (_, period))| period.is_some());
        let known =
            told.iter().enumerate().any(|(other, two)| two.content.value == one.content.value && (!two.cited || other < at));
        let cited = one.cited && known;
        if !earlier && !better && !cited {
            out.push(one.content.clone());
        }
    }
}

/// What kind of document a noun names.
fn kind_of(noun: &str) -> &'static str {
    let noun = noun.to_lowercase();
    let last = noun.split_whitespace().next_back().unwrap_or(&noun);
    match last {
        "post" | "blogpost" => "post",
        "ruling" | "judgment" | "judgement" | "indictment" | "complaint" | "filing" | "lawsuit" | "affidavit" | "8-k"
        | "10-k" | "10-q" | "documents" | "papers" => "filing",
        "memo" | "memorandum" => "memo",
        "letter" | "notice" | "notification" => "letter",
        "report" | "bulletin" | "paper" | "whitepaper" | "advisory" | "alert" | "analysis" => "report",
        _ => "announcement",
    }
}

fn disclosures(reader: &Reader<'_, '_>, sentence: &Sentence, told: &mut Vec<Told>) {
    let text = &sentence.text;
    let mut taken: Vec<Range<usize>> = Vec::new();
    let mut add = |range: Range<usize>, value: &str, cited: bool| {
        if taken.iter().any(|other| other.start < range.end && range.start < other.end) {
            return;
        }
        taken.push(range.clone());
        let (range, period) = dated(sentence, range);
        if let Some(mut content) = reader.claim(ClaimKind::Disclosure, sentence, range.clone(), Matter::Record) {
            content.value = Some(value.to_owned());
            content.period = period;
            content.hedge = Hedge::Asserted;
            if let Some(who) =
                subject(sentence, range.start).map(|who| sentence.words(who)).filter(|who| who.contains(char::is_uppercase))
            {
                content.subject = who.to_owned();
            }
            told.push(Told { content, cited });
        }
    };
    for own in OWN.captures_iter(text) {
        let Some(whole) = own.get(0).filter(|whole| !MEASURES.is_match(sentence.words(whole.end()..text.len()))) else {
            continue;
        };
        add(whole.range(), own.name("noun").map_or("post", |noun| kind_of(noun.as_str())), false);
    }
    for posted in POSTED.captures_iter(text) {
        let (Some(place), Some(posted)) = (posted.name("where").or(posted.name("there")), posted.get(0)) else { continue };
        if DAY.is_match(place.as_str()) {
            continue;
        }
        let end = posted.end() - posted.as_str().len() + posted.as_str().trim_end_matches(" that").trim_end_matches(" on ").len();
        add(posted.start()..end, "post", false);
    }
    for went in WENT_PUBLIC.find_iter(text) {
        add(went.range(), "announcement", false);
    }
    let mut in_document = OF_DAY.is_match(text);
    for (pattern, gives) in [(&GIVEN, false), (&GIVES, true)] {
        for found in pattern.captures_iter(text) {
            let (Some(whole), Some(noun)) = (found.get(0), found.name("noun")) else { continue };
            let around = sentence.words(whole.start()..noun.end());
            let lower = noun.as_str().to_lowercase();
            // A report or statement that is cited is a source; one that is published tells of the case.
            let handed = gives && GAVE.is_match(whole.as_str());
            let behind = whole.as_str().get(noun.end() - whole.start()..).unwrap_or("").trim_start();
            let participle = !gives && behind.contains(|c: char| c.is_alphabetic()) && !PREPOSITION.is_match(behind);
            let loose = matches!(
                lower.as_str(),
                "report"
                    | "bulletin"
                    | "advisory"
                    | "alert"
                    | "documents"
                    | "papers"
                    | "notice"
                    | "notification"
                    | "disclosure"
                    | "announcement"
            );
            let date_near =
                sentence.periods.iter().any(|period| period.range.start >= noun.end() && period.range.start <= noun.end() + 16);
            let next = sentence.words(noun.end()..text.len()).trim_start();
            let is_given = handed || participle || date_near || next.starts_with("to ");
            let anchored = is_given || IN_A.is_match(sentence.words(0..noun.start()));
            let court = around.to_lowercase().contains("court ");
            let is_name = noun.as_str().starts_with(char::is_uppercase);
            let seen = SEEN.is_match(behind);
            if NO_DOCUMENT.is_match(around)
                || seen && !court
                || !anchored
                || is_name
                || loose && !(handed || participle || date_near)
                || matches!(lower.as_str(), "papers" | "documents") && !court
            {
                continue;
            }
            in_document = true;
            let end = if participle { whole.start() + whole.as_str().trim_end().len() } else { noun.end() };
            // "said in the complaint" only cites it.
            let cited = !is_given && around.to_lowercase().contains("the ");
            add(whole.start()..end.max(noun.end()), kind_of(noun.as_str()), cited);
        }
    }
    // What is disclosed in a letter is told by the letter.
    for found in OF_DAY.captures_iter(text) {
        let (Some(whole), Some(noun)) = (found.get(0), found.name("noun")) else { continue };
        add(whole.range(), kind_of(noun.as_str()), false);
    }
    for pattern in [&MADE_KNOWN, &MADE_PUBLIC] {
        for found in pattern.find_iter(text).filter(|_| !in_document) {
            let start = subject(sentence, found.start()).map_or(found.start(), |who| who.start);
            add(start..found.end(), "announcement", false);
        }
    }
    for found in THAT.captures_iter(text).filter(|_| !in_document) {
        let Some(whole) = found.get(0) else { continue };
        let Some(who) = subject(sentence, whole.start()) else { continue };
        let dated = found.name("on").is_some() || sentence.periods.first().is_some_and(|period| period.range.end <= who.start);
        let words = sentence.words(who.clone());
        if dated && words.contains(char::is_uppercase) && !GOVERNMENT.is_match(words) {
            add(who.start..whole.end() - " that".len(), "announcement", false);
        }
    }
    for found in JOINT.captures_iter(text) {
        let (Some(whole), Some(noun)) = (found.get(0), found.name("noun")) else { continue };
        add(whole.range(), kind_of(noun.as_str()), true);
    }
    for found in CHARGE.captures_iter(text) {
        let (Some(whole), Some(noun)) = (found.get(0), found.name("cited").or(found.name("says"))) else { continue };
        if !NO_DOCUMENT.is_match(whole.as_str()) {
            add(whole.start()..noun.end(), kind_of(noun.as_str()), true);
        }
    }
}

/// `range` with the date that stands in it, right behind it, or right before it.
fn dated(sentence: &Sentence, range: Range<usize>) -> (Range<usize>, Option<Edtf>) {
    let near = |period: &&dossier_grammar::Found<dossier_grammar::Period>| {
        let at = period.range.start;
        let gap = sentence.words(range.end.min(at)..at);
        range.start <= at && at <= range.end + 60 && !gap.contains([',', ';', '“', '"']) || at == range.end + 1
    };
    if let Some(period) = sentence.periods.iter().find(near).filter(|period| period.what.edtf.is_some()) {
        return (range.start..range.end.max(period.range.end), period.what.edtf);
    }
    let before = sentence.periods.iter().rfind(|period| period.range.end <= range.start && range.start <= period.range.end + 60);
    let lead = before.filter(|period| period.range.start <= 12 || range.start <= period.range.end + 3);
    (range, lead.and_then(|period| period.what.edtf))
}

fn recipients(reader: &Reader<'_, '_>, sentence: &Sentence, out: &mut Vec<Content>) {
    for found in LETTER.captures_iter(&sentence.text) {
        let Some(whole) = found.get(0) else { continue };
        let groups = ["to", "wrote", "written", "sent", "told", "notified", "reported", "shared"];
        let Some(who) = groups.iter().find_map(|group| found.name(group)) else { continue };
        let words = who.as_str();
        let end = TO_END.find(words).map_or(words.len(), |end| end.start());
        let words = words.get(..end).unwrap_or(words);
        // "being notified last spring": nobody is named.
        let only_told = ["notified", "reported", "shared"].iter().any(|group| found.name(group).is_some());
        if only_told && TOLD_PASSIVELY.is_match(sentence.words(0..whole.start())) {
            continue;
        }
        let mut from = 0;
        let mut parts: Vec<Range<usize>> = Vec::new();
        for joint in BETWEEN_NAMES.find_iter(words) {
            // "the Bureau of Industry and Security" is one.
            let (before, behind) = (words.get(from..joint.start()).unwrap_or(""), words.get(joint.end()..).unwrap_or(""));
            if BODY_OF.is_match(before) && behind.starts_with(char::is_uppercase) {
                continue;
            }
            parts.push(from..joint.start());
            from = joint.end();
        }
        parts.push(from..words.len());
        for part in parts {
            let at = who.start() + part.start;
            let part = words.get(part).unwrap_or("");
            let name = without_stop(part.trim());
            let name =
                ["to ", "the ", "several ", "some "].iter().fold(name, |name, lead| name.strip_prefix(lead).unwrap_or(name));
            if !ADDRESSEE.is_match(name)
                || name.split_whitespace().count() > 8
                || SPEAKS.is_match(name)
                || NOT_A_NAME.is_match(name)
                || only_told && NO_NOTICE.is_match(name)
                || name.is_empty()
            {
                // What follows a part that names nobody goes on with something else.
                break;
            }
            let to = at + part.trim_end().len();
            let range = if to - whole.start() <= 120 { whole.start()..to } else { at..to };
            if let Some(mut content) = reader.claim(ClaimKind::Recipient, sentence, range.clone(), Matter::Record) {
                content.subject = "letter".to_owned();
                content.value = Some(name.to_owned());
                out.push(content);
            }
            let body = BODY.is_match(&format!("{name} ")) && !PEOPLE.is_match(name);
            if let Some(mut content) = reader.claim(ClaimKind::Party, sentence, range, Matter::Record).filter(|_| body) {
                content.subject = name.to_owned();
                content.property = "role".to_owned();
                content.value = Some("addressee".to_owned());
                out.push(content);
            }
        }
    }
}
