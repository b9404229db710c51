//! Who accuses whom in so many words: "Halden accused Meridian of", "Halden says Meridian used", "developers, including Halden, have reported".

use super::Blame;
use super::fates::{PASSIVE, is_actor};
use super::subjects::{IN_PHRASE, SUBJECT_FROM};
use crate::blamed;
use crate::document::{same_party, short_name};
use crate::lexicon::{of_many, tells};
use crate::page::Sentence;
use crate::pattern::patterns;
use crate::voice::ADJUNCT;
use dossier_grammar::{DeedForm, Found, Name, NameKind};
use dossier_model::SpeakerRole;

patterns! {
    ACCUSES = r"(?i)\b(?:accus(?:es|ed|ing)|charged |charging |charges (?:against )?|sanction(?:ed|ing|s) |designat(?:ed|ing|es) |indicted |convicted |arrested |extradited |sentenced |blacklisted )";
    DESIGNATES = r"(?i)^(?:sanction|designat|blacklist)";
    ACCUSED_END = r"(?i)\s(?:of|with|for|along|who|that|pursuant|on|to|in|over)\s|[;:]|\.$";
    SAYS = concat!(r"(?i)\b(?:(?:posted(?:\s+(?:on|to|in)\s+[^,;.]{1,30}?)?|(?:wrote|writes)(?:\s+(?:to\s+)?(?:U\.S\.|[^,;.]){2,60}?)?|added|adds|announced|announces|testified|suspects|suspected|believes|believed|complain(?:s|ed)(?:\s+to\s+(?:U\.S\.|[^,;.]){2,60}?)?|(?:has|have|had)\s+(?:seen|found|gathered|collected|obtained|uncovered)\s+(?:\w+\s+){0,2}(?:evidence|signs|indications|proof)|(?:told|tells|warn(?:ed|s)|inform(?:ed|s)|notif(?:ied|ies)|alert(?:ed|s)|caution(?:ed|s)|advised|advises|briefed)\s+(?:U\.S\.|[^,;.]){2,60}?)\s+that|", tells!(), r")\b(?:\s+that)?\s+(?:operators (?:linked|tied) to\s+)?");
    ALLEGEDLY = r"(?i)\b(?:has |have |had )?allegedly\b";
    /// A verb of doing, near the name of who is said to have done it.
    DID = r"(?i)^(?:[^,;]{0,60}?\s|,[^,;]{0,60},\s)?[“\x22‘]?(?:used|misused|ran|conducted|created|generated|operated|stole|extracted|distill?ed|acquired|accessed|copied|sold|smuggled|orchestrated|(?:has|have|had|is|are|was|were)\s+(?:been\s+)?\w+ing|engaged\s+in|targeted|must\s+be|worked\s+together|conspired|participated|violated|helped|(?:built|trained)\s+[^,;.]{0,40}?\b(?:on|with|from)|based\s+[^,;.]{0,60}?\bon|cloned|reproduced|replicated|hacked|breached|scraped|harvested|siphoned|evaded|bypassed|circumvented|misappropriated|(?:tried|attempted|sought|managed|conspired)\s+to\s+(?:cop|clon|steal|extract|distil|evad|hack|bypass|circumvent|reproduc|replicat|smuggl)\w*)\b";
    /// "the company behind Grak": not the one who accuses, its product.
    MAKER_OF = r"(?i)\b(?:company|start-?up|firm|lab|team|group|makers?|developers?|creators?|owner|parent)\s+(?:behind|of)\s+(?:the\s+)?$";
    BY = r"(?i)\b(?:by|from)\s+(?:the\s+)?$";
    /// "filed a complaint", "went public with its complaint".
    COMPLAINS = r"(?i)\bsent\s+(?:an?|the|its(?:\s+own)?)\s+(?:[\w-]+\s+)?(?:letter|memo|memorandum|complaint)\b|\b(?:filed|brought|lodged)\s+(?:(?:a|the|its|his|her)\s+)?(?:\w+\s+){0,2}(?:complaint|lawsuit|suit)\b|\bwent\s+public\b|\bfiled\s+with\s+(?:a|the)\s+(?:\w+\s+){0,2}court\b";
    PREPOSITION = r"(?i)\b(?:of|to|from|with|against|for|by|at|in|on|into|about)\s+(?:the\s+|its\s+|a\s+|an\s+)?(?:[\w’'-]+\s+){0,3}$";
    /// Before another name of the same party.
    pub(crate) ALIAS = r"(?i)\(\s*(?:doing\s+business\s+as|d/?b/?a|also\s+known\s+as|a\.?k\.?a\.?|aka|formerly(?:\s+known\s+as)?|f\.?k\.?a\.?)\s+(?:the\s+)?[“\x22]?$";
    /// "Northgate attributed the intrusion to".
    WE_ATTRIBUTE = r"(?i)\bwe\s+(?:\w+\s+)?attribute[sd]?\b";
    TO_OR_ON = r"(?i)\b(?:to|on)\s+(?:the\s+)?(?:[a-z-]+\s+){0,2}$";
    BLAMES = r"(?i)\b(?:attributed|attributes|blamed|blames|pinned)\b";
    /// "Halden announced that actors have tried to clone its model".
    SAID_COPIED = r"(?i)\b(?:said|says|announced|disclosed|revealed|reported|alleged|claimed)\b[^.;]{0,160}\b(?:clon\w+|distil\w*|extract\w*|copying|copied|replicat\w+)\b[^.;]{0,60}\b(?:its|their|our)\b[^.;]{0,40}\b(?:models?|chatbot|assistant|AI|systems?)\b";
    OF_CAMPAIGN = r"(?i)^[^.;]{0,110}?\b(?:(?:distillation|extraction|coordinated|illicit|fraudulent|lab|smuggling|hacking)\s+(?:campaigns?|attacks?|efforts?|accounts)|campaigns?\b[^.;]{0,40}?\b(?:accounts|exchanges|against)|threat\s+actors|fraudulent\s+accounts)\b";
    /// "Halden disclosed three campaigns", "Halden documented how".
    pub(crate) LAYS_OPEN = r"(?i)\b(?:(?:has|have|had|also|first|later|independently|publicly)\s+)*(?:disclosed|detected|documented|uncovered|identified|flagged|observed|traced|discovered)\s+(?:(?:how|a|an|the|some|what|more\s+than|about|roughly|nearly|over|\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|several|dozens|thousands|hundreds|coordinated|industrial-scale|large-scale|systematic|[\p{L}-]*based|Chinese)\s+)";
    /// "Halden on Wednesday said it identified and disrupted a campaign".
    SAID_FOUND = r"(?i)\b(?:said|says|announced|disclosed|revealed|reported|wrote)\s+(?:on\s+[^,;.]{1,28}?\s+)?(?:that\s+)?(?:it|they)\s+(?:had\s+|has\s+|have\s+)?(?:\w+ly\s+)?(?:identified|detected|disrupted|uncovered|discovered|caught|banned|found|observed|blocked|traced)\b[^.;]{0,120}\b(?:campaigns?|distill\w*|accounts|attack|attacks|operation|extract\w*|copying|scheme|network|misuse|abuse)\b";
    /// Words of those who tell what unnamed people did to their model.
    TELLS = r"(?ix)\b(?:said|says|announced|disclosed|discloses|revealed|reveals|claims|claimed|warned|warns|reported|reports|alleges|alleged|complained|told\s+[^,;.]{2,50}?\s+that)\s+
        (?:(?:on|last|this|in)\s+[^,;.]{1,24}?\s+)?(?:that\s+)?(?:[“”\x22‘’'\w-]+\s+){0,3}?(?:hackers|attackers|actors|operators|criminals|spies|intruders|competitors|rivals|labs|companies|firms|developers|users|adversaries|copycats)\b";
    /// A model that was misused.
    OF_MODEL = r"(?i)\b(?:distill\w*|clon(?:e|ed|ing)|chatbots?|(?:AI|language)\s+(?:models?|tools?|systems?)|its\s+(?:[\w-]+\s+){0,2}(?:models?|chatbot|assistant|API|tool)|jailbr\w+|extract(?:ed|ing|ion)?)\b";
    /// "Major developers, including X and Y, have reported such activity".
    AMONG = concat!(r"(?i)\b(?:", of_many!(), r")(?:,?\s+(?:including|such\s+as|like|among\s+them))\s+");
    AMONG_SAY = r"(?i)^,?\s+(?:have|has|had|also|all|both|each|previously|since|\s)*\s*(?:accused|accuse|alleged|allege|complained|blamed|reported\s+(?:such|similar|the\s+same|being|having|attempts?|campaigns?|attacks?)|disclosed\s+(?:such|similar|attempts?|campaigns?|attacks?)|said\s+(?:they|it)\s+(?:had\s+|have\s+|were\s+|has\s+)*(?:been\s+)?(?:target|detect|identif|found|copied|distill|attack|hit)\w*)";
    /// "laid out the allegation", "repeated the charge".
    LAYS_OUT = r"(?i)\b(?:laid\s+out|lays\s+out|made|makes|level(?:l?ed|s)|repeat(?:ed|s)|set\s+out|aired|published|posted)\s+(?:the|its|his|her|this|that|an?|similar|these|their)\s+(?:[\w-]+\s+)?(?:allegations?|accusations?)\b";
    /// "published a report documenting", "sent lawmakers a letter alleging".
    PUBLISHES = r"(?ix)\b(?:publish(?:ed|es)|releas(?:ed|es)|issu(?:ed|es)|post(?:ed|s)|shar(?:ed|es)|put\s+out|sent|sends|filed|wrote|submitted)\s+(?:[\w’'-]+\s+){0,5}?(?:report|post|letter|memo|memorandum|analysis|findings|statement|complaint|paper|disclosure|notice)\b
        [^.;]{0,100}?\b(?:documenting|detailing|alleging|accusing|describing|outlining|claiming|exposing|naming|(?:that|(?:in\s+which|where)\s+(?:it|they|he|she))\s+(?:accus|nam|detail|describ|alleg|document|outlin|expos)\w*)\b";
    /// "a new report by Halden details".
    REPORT_BY = r"(?i)\b(?:report|post|letter|memo|memorandum|analysis|disclosure|complaint|paper)\s+(?:\w+\s+){0,3}?(?:by|from)\s+$";
    REPORT_TELLS = r"(?i)^\s+(?:\w+\s+){0,2}?(?:accus|alleg|detail|describ|document|claim|outlin|expos|nam(?:es|ed))\w*\b";
    /// Words of such conduct, by which a report's author is told from any other source.
    pub(super) CONDUCT = r"(?i)\b(?:distill\w*|extract\w*|campaigns?|attacks?|fraudulent|exchanges|st(?:ole|eal)\w*|smuggl\w*)\b";
    /// "what they describe as a campaign".
    DESCRIBED_AS = r"(?i)\bwhat\s+(?:it|they|he|she|the\s+(?:company|companies|firms?|labs?|bureau|agency))\s+(?:describe|call|characteri[sz]e|label|view|regard)(?:s|d|l?ed)?\s+(?:as\s+)?(?:[\w“\x22-]+\s+){1,4}?(?:campaigns?|attacks?|theft|distillation|copying|extraction|smuggling|fraud|espionage|schemes?)\b";
    /// "three laboratories — Halden, Oster and Tern — have".
    LISTED = concat!(r"(?i)\b(?:", of_many!(), r")\s*(?:[—–:(,]|\s-\s)\s*$");
    OF_COMPANY = r"(?i)^\s+(?:company|firm|lab|laboratory|start-?up|developer|maker|giant|group)\b";
    REPORTS_SUCH = r"(?i)\b(?:has|have|had)\s+(?:also\s+|previously\s+)?(?:reported|described|disclosed|documented|seen)\s+(?:similar|such|the\s+same)\s+(?:activit(?:y|ies)|attacks?|campaigns?|attempts?|behaviou?r|misuse|abuse)\b";
}

impl Blame {
    /// "Halden accused Meridian of", "Halden says Meridian used", "Meridian allegedly".
    pub(super) fn accusations(&mut self, sentence: &Sentence, weight: u32) {
        let text = &sentence.text;
        for verb in ACCUSES.find_iter(text) {
            let passive = PASSIVE.find_iter(text).any(|passive| passive.start() < verb.end() && verb.start() < passive.end());
            let modified = sentence.words(0..verb.start()).trim_end().ends_with(|c: char| c.is_ascii_digit());
            let by = sentence.words(verb.end()..text.len()).starts_with("by ");
            if passive
                || modified
                || by
                || crate::roles::LISTED.find_iter(text).any(|listed| listed.end() >= verb.end() && listed.start() < verb.start())
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
            let served = if designates { blamed::bands(sentence) } else { Vec::new() };
            for name in sentence.names_in(verb.end()..end) {
                // "charged Sarvik's sales chief": the chief.
                let owns = sentence.words(name.range.start + name.what.text.len()..text.len()).starts_with(['\'', '’']);
                let alias = ALIAS.is_match(sentence.words(0..name.range.start));
                if alias
                    || owns
                    || blamed::is_employer(sentence, name)
                    || sentence.words(0..name.range.start).trim_end().ends_with("former")
                {
                    continue;
                }
                if designates {
                    // "designated a host that serves gangs such as X": not the gangs.
                    if !served.iter().any(|band| band.range == name.range)
                        && !PREPOSITION.is_match(sentence.words(verb.end()..name.range.start))
                        && is_actor(&name.what.text)
                    {
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
            let told = || blamed::own_deed(sentence, end).is_some();
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
            // "…Corvane, allegedly with the help of": the adverb is about the help.
            if text[..word.start()].trim_end().ends_with(',') && ADJUNCT.is_match(&text[word.end()..]) {
                continue;
            }
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
        if let Some(lays_open) = LAYS_OPEN.find(text).filter(|found| OF_CAMPAIGN.is_match(&text[found.end()..])) {
            let subject = sentence.subject_of(lays_open.start(), 1);
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
        for name in publishers(sentence) {
            self.surely(sentence, name, weight);
        }
    }

    /// Whoever a phrase of its own blames, and whoever sues.
    pub(super) fn phrases(&mut self, sentence: &Sentence, weight: u32) {
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
        if describes || passes_on || MAKER_OF.is_match(sentence.words(0..name.range.start)) {
            return;
        }
        if !inside && name.what.kind != NameKind::Place && !crate::roles::is_agency(&name.what.text) {
            self.sure.insert(short_name(&name.what.text));
        }
        self.accuser(name, weight);
    }
}

/// Those who accuse with the verb at `at`: those listed before it, or the subject of the sentence before "accusing".
fn accusers_before(sentence: &Sentence, at: usize, participle: bool) -> Vec<&Found<Name>> {
    if participle {
        return accusing(sentence, at).into_iter().collect();
    }
    let Some(name) = sentence.subject_of(at, 4) else { return Vec::new() };
    let listed = sentence.names_listed_before(name.range.end);
    let one_of_listed = listed.len() > 1 && listed.iter().any(|one| one.range == name.range);
    if one_of_listed { listed } else { vec![name] }
}

/// Who accuses before "accusing" at `at`: "a suit by Halden accusing", else the subject of the clause, whoever else it names:
/// "Halden sued an engineer, Dana Ruiz, accusing him".
fn accusing(sentence: &Sentence, at: usize) -> Option<&Found<Name>> {
    let near = sentence.name_before(at, 4);
    if let Some(by) = near.filter(|name| BY.is_match(sentence.words(0..name.range.start))) {
        return Some(by);
    }
    let from = SUBJECT_FROM.find_iter(sentence.words(0..at)).last().map_or(0, |found| found.end());
    let mut names = sentence.names_in(from..at).filter(|name| name.what.kind != NameKind::Place);
    let first = names.next().filter(|name| {
        let lead = sentence.words(from..name.range.start);
        lead.split_whitespace().count() <= 3 && !IN_PHRASE.is_match(lead) && !MAKER_OF.is_match(lead)
    });
    // "Dana Ruiz's Halden": the company.
    let next = names.next();
    let owned = || next.filter(|next| first.is_some_and(|first| next.range.start <= first.range.end + 3));
    let owns = |name: &Found<Name>| sentence.words(name.range.end..at).starts_with(['\'', '’']);
    let named = |name: &&Found<Name>| !IN_PHRASE.is_match(sentence.words(0..name.range.start));
    match first {
        Some(first) if owns(first) => owned().or(Some(first)),
        Some(first) => Some(first),
        None => near.filter(named),
    }
}

/// Those who tell what people without a name did to their model: "Halden said hackers tricked its chatbot"; and those of whom a list
/// tells that they report it: "developers, including Halden and Oster, have reported such campaigns".
fn tells_on_unnamed(sentence: &Sentence) -> Vec<&Found<Name>> {
    let text = &sentence.text;
    let mut found = Vec::new();
    for tells in TELLS.find_iter(text).filter(|tells| OF_MODEL.is_match(&text[tells.start()..])) {
        let did = sentence.deeds.iter().any(|deed| {
            deed.range.start >= tells.start()
                && matches!(deed.what.form, DeedForm::Active | DeedForm::Infinitive | DeedForm::Participle)
        });
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

/// Those who lay out what others did: "Halden published a report documenting how rivals copied its model".
fn publishers(sentence: &Sentence) -> Vec<&Found<Name>> {
    let text = &sentence.text;
    let of_case = |verb: &regex::Match<'_>| {
        CONDUCT.is_match(&text[verb.end()..]) || verb.as_str().ends_with("alleging") || verb.as_str().ends_with("accusing")
    };
    let verbs = PUBLISHES.find_iter(text).filter(of_case).chain(LAYS_OUT.find_iter(text));
    let mut found: Vec<&Found<Name>> = verbs.filter_map(|verb| sentence.subject_of(verb.start(), 2)).collect();
    found.extend(sentence.names.iter().filter(|name| {
        let after = sentence.words(name.range.start + name.what.text.len()..text.len());
        REPORT_BY.is_match(sentence.words(0..name.range.start)) && REPORT_TELLS.is_match(after) && CONDUCT.is_match(text)
    }));
    if let Some(described) = DESCRIBED_AS.find(text) {
        let before = || sentence.names.iter().filter(|name| name.range.end <= described.start());
        let listed = before().find(|name| LISTED.is_match(sentence.words(0..name.range.start)));
        found.extend(listed.map_or_else(|| before().take(1).collect(), |first| sentence.names_listed_from(first)));
    }
    found.extend(blamed::observers(sentence));
    found.retain(|name| name.what.kind != NameKind::Place && !crate::roles::outlets::is_paper(&name.what.text));
    found
}

/// Whether the verb behind `before` is passive: "has been attributed".
fn is_passive(before: &str) -> bool {
    ["been", "is", "are", "was", "were", "be"].iter().any(|word| before.trim_end().ends_with(word))
}
