//! Direct quotations, with who said them.
//!
//! A quotation belongs to whom the words around it name: behind it ("…," Ruiz said; said Ruiz), before it (Ruiz called it "…"), or
//! to whoever spoke last, where a pronoun or nothing stands for the speaker. What is quoted is reported; where those who accuse speak
//! of the accused, alleged.

use crate::document::{holds_name, short_name};
use crate::page::{Passage, Sentence, without_stop};
use crate::pattern::patterns;
use crate::propose::Reader;
use crate::subject::subject;
use dossier_grammar::{self as grammar, Found, NameKind};
use dossier_model::{ClaimKind, Content, Hedge, Speaker, SpeakerRole};
use std::collections::BTreeSet;
use std::ops::Range;

/// Fewer words between marks are a term or a mocked word, not a quotation.
const WORDS: usize = 4;

/// With fewer words than this, and without a word of speech, it is a term too.
const TERM_WORDS: usize = 8;

/// More words than this name no speaker.
const SPEAKER_WORDS: usize = 16;

patterns! {
    /// "…," Ruiz said; "…," a spokesman for Halden told reporters.
    BEHIND = r"(?x)^[”\x22’'\),.?!\s]*(?:
        (?P<who>(?:[^“”\x22;.]|\b(?:U\.S|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|St|Jr|Sr|Inc|Corp|Ltd|Co|\p{Lu})\.){1,160}?)\s+(?:also\s+|later\s+|has\s+|had\s+)?(?:wrote|writes|said|says|told|posted|noted|notes|added|adds|argued|argues|warned|warns|stated|states|explained|explains|tweeted|was\s+quoted|continued|concluded|insisted|insists|complained|replied|recalled|claimed|claims|alleged|alleges|testified|declared|wrote|cautioned|emphasi[sz]ed|observed|remarked|promised|joked|asked|reads?)\b
        | (?:wrote|writes|said|says|noted|notes|added|adds|argued|argues|warned|warns|stated|states|explained|explains|asked|according\s+to|tweeted|posted|replied|cautioned|insisted|told\s+\w+)\s+(?P<whom>[^“”\x22;]{1,120}))";
    /// Verbs that stand before what they quote.
    SPEAKS = r"(?i)\b(?:wrote|writes?|said|says?|saying|told|tells|posted|noted|notes|adds|added|adding|argued|argues|warned|warns?|warning|stated|states|explained|explains|emphasi[sz]ed|accused|accuses|claims?|claimed|calling|alleged|alleges|call(?:s|ed)?|dub(?:s|bed)?|term(?:s|ed)|describe[sd]?|describing|denounced|denounces|dismissed|dismisses|assured|assures|insisted|insists|promised|vowed|characteri[sz]ed|characteri[sz]es|labell?ed|referred|cited|cites|quoted|boasted|bragged|reads?|concluded|found|concludes|reported|urged|urges|asked|testified|declared|announced|replied|responded|responds|texted|messaged|instructed|ordered|complained|acknowledged|admitted|confirmed|cautioned|condemned|praised|hailed|blasted|maintained|contends|contended|revealed|stressed|stresses|highlighted|listed|answered|joked|advertised|mentioned|discussed|offered|requested|refer|refers|planned)\b";
    /// "what the agencies call “malicious” campaigns".
    CALLED = r"(?i)\bwhat\s+(?P<who>[^,;“”\x22]{2,60}?)\s+(?:has\s+|have\s+|also\s+)*(?:calls?|called|terms?|termed|describes?\s+as|described\s+as|labels?|labell?ed|dubs|dubbed)\s+(?:an?\s+|the\s+)?[“\x22]$";
    ACCORDING = r"(?i)\baccording\s+to\s+(?P<who>[^,;“”\x22]{2,80})";
    /// Names of things stand between marks too.
    TITLE = r"(?i)\b(?:called|titled|entitled|dubbed|named|known\s+as|nicknamed|headlined|labelled|branded|codenamed|term(?:ed)?|phrase|slogan|motto|file\s*names?|subject\s+line|so-called|entitled|book|song|film|paper|article|session|panel|report)\s*[,:]?\s*[“\x22‘']?$";
    DOCUMENT = r"(?i)\b(?:statement|letter|indictment|post|filing|report|memo|complaint|lawsuit|advisory|affidavit|documents?|application|chat|message|e-?mail|notice|release|rule|records?)$";
    HE = r"(?i)^(?:he|she)$";
    PRONOUN = r"(?i)^(?:it|he|she|they|we|who|which|that|the\s+(?:[\w-]+\s+){0,3}(?:company|firm|lab|startup|start-up|plaintiff|spokes\w+|executive|agency|group|bank|ministry|lawyer|researcher|analyst|official|developer|hackers|criminals|pair|gang))$";
    /// People whose trade is views.
    EXPERT = r"(?i)\b(?:analysts?|experts?|professor|economist|researcher|scholar|academic|consultan(?:t|cy)|think\s+tank|fellow|university|broker|critic|strategist|commentator|lecturer|follows\s+the|(?:security|research|law|advisory)\s+(?:firm|company)|institute|think-tank)\b";
    /// A view in the first person, or of what is to come: the rules of views read it.
    OWN = r"(?i)\b(?:I|we)\s+(?:\w+\s+)?(?:think|doubt|believe|suspect|expect|consider|feel|see)\b|\bin\s+(?:my|our)\s+(?:view|opinion)";
    FORWARD = r"(?i)\b(?:will|won[’']t|going\s+to|could|may|might)\b";
    NOBODY = r"(?i)^(?:in|at|on|with|for|of|by|was|were|is|are|been|being|be|as|to|by|has|had|have|it[’']s|there|and|but|not|when|that|what|this|these|those|also)\b";
    /// Who accuses by office.
    PROSECUTION = r"(?i)\b(?:prosecut\w+|indictment|complaint|lawsuit|affidavit|court\s+(?:documents?|papers|filings?)|plaintiffs?|attorney(?:[’']?s\s+office|\s+general)?|department\s+of\s+justice|justice\s+department|doj|fbi|f\.b\.i\.|ofac|treasury|police|investigators|special\s+agent|charging\s+documents?)\b";
    /// Somebody who speaks without a name.
    UNNAMED = r"(?i)\b(?:spokes(?:man|woman|person|people)|lawyers?|attorneys?|representatives?|officials?|executives?|bookkeeper|managers?|directors?|traders?|dealers?|developers?|customers?|resellers?|distributors?|employees?|engineers?|researchers?|analysts?|experts?|prosecutors?|hackers?|criminals|attackers|insider|bankers?|brokers?|statement|letter|memo|indictment|complaint|chat|application|post|report|advisory|embassy|ministry)\b(?:\s+(?:for|of|at|in)\s+(?:the\s+)?[\p{Lu}][\w.’'-]*(?:\s+[\p{Lu}][\w.’'-]*)*)?";
    /// The first verb of a sentence.
    FINITE = r"\s(?:has|have|had|is|are|was|were|said|says|told|wrote|denied|denies|declined|called|calls|rejects?|rejected|[a-z]{3,}ed)\s";
    /// Words about whoever did it.
    ABOUT_THEM = r"(?i)\b(?:they|them|their|he|she|his|her|this\s+was|it\s+was\s+not|defendants?|operators|actors|hackers|attackers|intruders|\w*cybercriminals?|workers|conspirators|campaigns?|attacks?|schemes?|efforts?\s+to|targeted|foreign\s+(?:entities|actors|adversar\w+)|the\s+(?:effort|operation|activity)|conspired|submitted|stole|stolen|smuggled|distill\w*|extract\w*|copied|copying|illicit\w*|fraud\w*|free-ride|accounts|theft|evad\w+|laundered)\b";
    CONDUCT = r"(?i)\b(?:stole|stolen|theft|espionage|state-sponsored|malicious|compromise[ds]?|distill\w*|industrial-scale|illicit\w*|fraudulent|smuggl\w+|conspired|launder\w+|exfiltrat\w+|evad\w+|extracted|infiltrat\w+|unauthori[sz]ed)\b";
    /// An office of state, beside a name.
    OFFICE = r"\b(?:Director\s+of\s+(?:the\s+)?(?:\p{Lu}\w+)|(?:Under\s?|Deputy\s|Assistant\s)?[Ss]ecretary\b|Attorney\s+General|Minister|Commissioner|[Oo]fficials?)\b";
    /// The speakers' own deeds.
    OURS = r"(?i)\b(?:we|I)\s+(?:have\s+)?\w+ed\b";
    ALLEGES = r"(?i)\b(?:alleg(?:es|ed|ing)|accus(?:es|ed|ing)|allegations?\s+that)\b";
    ANSWERS = r"(?i)\b(?:den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|disput\w*|call(?:s|ed|ing)|refut\w*|respond\w*)\b";
    /// Who finds as a court does.
    JUDGE = r"(?i)\b(?:judge|justice\s+(?-i:\p{Lu})|the\s+court|tribunal|ruling|verdict|magistrate)\b";
    NEGATIVE = r"(?i)\b(?:did\s+not|no\s+(?:evidence|allegation|indication)|does\s+not|not\s+been|were\s+not|never)\b";
    /// Words about what ought to be, or about all the world.
    WHO_WOULD = r"(?i)\b(?:who|that|which)\s+(?:would|should|will|must)\b";
    POLICY = r"(?i)\b(?:must|should|will|if|response|policymakers|priority|committed|would|important|crimes?|government\s+and\s+industry)\b";
}

/// Who spoke: a name and the words that tell it.
#[derive(Clone)]
struct Voice {
    name: String,
    words: String,
}

/// The last names of those who spoke as prosecutors, judges or experts: later they are called by name alone.
#[derive(Default)]
struct Known {
    accusing: BTreeSet<String>,
    judging: BTreeSet<String>,
    experts: BTreeSet<String>,
}

/// Quotations of some length.
pub(crate) fn propose(reader: &Reader<'_, '_>, out: &mut Vec<Content>) {
    let mut last: Option<Voice> = None;
    let mut topic: Option<Voice> = None;
    let mut known = Known::default();
    for passage in reader.page.passages.iter().filter(|passage| !passage.headline) {
        let mut end = 0;
        let mut spoke = false;
        for quotation in &passage.quotations {
            let sentence = passage.sentences.iter().rfind(|sentence| sentence.at - passage.at <= quotation.range.start);
            let Some(sentence) = sentence else { continue };
            // A quotation inside another belongs to it.
            if quotation.range.start < end || quotation.what.split_whitespace().count() < WORDS {
                continue;
            }
            let here = sentence.at - passage.at;
            if TITLE.is_match(passage.text.get(here..quotation.range.start).unwrap_or("")) {
                continue;
            }
            end = quotation.range.end;
            note_topic(passage, quotation.range.start, &mut topic);
            let found = named(reader, passage, sentence, &quotation.range, last.as_ref().filter(|_| spoke), topic.as_ref());
            // What opens a paragraph without a speaker goes on with the one before.
            let goes_on = || last.clone().filter(|_| spoke || quotation.range.start - here <= 2);
            // Some words between marks that nobody is said to speak are a term.
            let term = quotation.what.split_whitespace().count() < TERM_WORDS && !SPEAKS.is_match(&sentence.text);
            let named = found.or_else(goes_on).or_else(|| of_sentence(sentence).filter(|_| !term));
            let Some(voice) = named.or_else(|| topic.clone().filter(|_| !term)) else { continue };
            let last_name = voice.name.split_whitespace().next_back().map(str::to_owned);
            let office = names_office(sentence, &voice);
            if PROSECUTION.is_match(&voice.words) || office {
                known.accusing.extend(last_name.clone());
            } else if JUDGE.is_match(&voice.words) {
                known.judging.extend(last_name.clone());
            }
            let claim = content(reader, passage, sentence, quotation, &voice, &known);
            if EXPERT.is_match(&sentence.text) {
                known.experts.extend(last_name.clone());
            }
            let is_expert = last_name.is_some_and(|name| known.experts.contains(&name));
            // What people say whose trade is views is a view.
            let view =
                claim.clone().filter(|_| is_expert && !OWN.is_match(&quotation.what) && !FORWARD.is_match(&quotation.what));
            out.extend(view.map(|content| Content {
                kind: ClaimKind::Opinion,
                property: ClaimKind::Opinion.as_str().to_owned(),
                hedge: Hedge::Opinion,
                ..content
            }));
            out.extend(claim);
            last = Some(voice);
            spoke = true;
        }
        note_topic(passage, passage.text.len(), &mut topic);
    }
}

fn content(
    reader: &Reader<'_, '_>,
    passage: &Passage,
    sentence: &Sentence,
    quotation: &Found<String>,
    voice: &Voice,
    known: &Known,
) -> Option<Content> {
    let place = passage.at + quotation.range.start..passage.at + quotation.range.end;
    let content = reader.page.content(ClaimKind::Quotation, place)?;
    let mut speakers: Vec<Speaker> = sentence
        .chain
        .iter()
        .filter(|known| (known.role != SpeakerRole::Party || PROSECUTION.is_match(&known.name)) && known.name != voice.name)
        .cloned()
        .collect();
    let role = if DOCUMENT.is_match(&voice.name) { SpeakerRole::Document } else { SpeakerRole::Party };
    let by_prosecution = speakers.iter().any(|speaker| PROSECUTION.is_match(&speaker.name) && speaker.words.is_some());
    let own = &quotation.what;
    let of_accused =
        reader.cast.accused.iter().any(|one| holds_name(own, &one.name)) || ABOUT_THEM.is_match(own) || CONDUCT.is_match(own);
    // An agency or a company that speaks of plain misconduct accuses, whoever else does.
    let person = grammar::names(&voice.name).iter().any(|name| name.what.kind == NameKind::Person);
    let blames = CONDUCT.is_match(own)
        && !OURS.is_match(own)
        && !NEGATIVE.is_match(own)
        && !person
        && !reader.cast.accused.iter().any(|one| one.name == voice.name);
    let judged = voice.name.split_whitespace().next_back().is_some_and(|name| known.judging.contains(name));
    let judges = (judged || JUDGE.is_match(&voice.words)) && !PROSECUTION.is_match(&voice.words);
    let by_name = voice.name.split_whitespace().next_back().is_some_and(|name| known.accusing.contains(name));
    let accuses = by_name
        || blames
        || reader.cast.is_accuser(&voice.name)
        || reader.cast.also_accuses(&voice.name)
        || PROSECUTION.is_match(&voice.name)
        || PROSECUTION.is_match(&voice.words);
    // "His application said "…", prosecutors said": they pass on words of the accused.
    let passed_on = SPEAKS.is_match(passage.text.get(sentence.at - passage.at..quotation.range.start).unwrap_or(""));
    let lead = passage.text.get(sentence.at - passage.at..quotation.range.start).unwrap_or("");
    let alleged = ALLEGES.is_match(lead) && !ANSWERS.is_match(lead) && !NEGATIVE.is_match(own);
    // "said the effort aims to “…”".
    let led = SPEAKS.find_iter(lead).last().is_some_and(|verb| ABOUT_THEM.is_match(&lead[verb.end()..]));
    // "to those who would use it": what somebody would do is no policy.
    let policy = POLICY.is_match(&WHO_WOULD.replace_all(own, ""));
    let speaks_of = (of_accused || led) && !policy && !NEGATIVE.is_match(own) || passed_on && PROSECUTION.is_match(&voice.name);
    let hedge = if by_prosecution || alleged || accuses && speaks_of {
        Hedge::Alleged
    } else if judges {
        Hedge::Confirmed
    } else {
        Hedge::Reported
    };
    speakers.push(Speaker { name: voice.name.clone(), role, words: Some(voice.words.clone()) });
    Some(Content { subject: voice.name.clone(), value: Some(content.quotes.first().text.clone()), hedge, speakers, ..content })
}

/// Whether a sentence tells the office of state that `voice` holds: "Dana Ruiz, Director of the Bureau".
fn names_office(sentence: &Sentence, voice: &Voice) -> bool {
    let near = |office: regex::Match<'_>| {
        sentence.text.find(&voice.name).is_some_and(|at| {
            let end = at + voice.name.len();
            office.start().saturating_sub(end) <= 12 && office.start() >= end
                || at.saturating_sub(office.end()) <= 12 && at >= office.end()
        })
    };
    OFFICE.is_match(&voice.words) || OFFICE.find_iter(&sentence.text).any(near)
}

/// Who said what stands at `range`, by the words behind it or before it.
fn named(
    reader: &Reader<'_, '_>,
    passage: &Passage,
    sentence: &Sentence,
    range: &Range<usize>,
    before_it: Option<&Voice>,
    topic: Option<&Voice>,
) -> Option<Voice> {
    // The speaker stands behind the words in the same sentence; words that end in a full stop end it.
    let ends =
        passage.sentences.iter().map(|sentence| sentence.at - passage.at + sentence.text.len()).find(|end| *end > range.end + 3);
    let after = passage.text.get(range.end..ends.unwrap_or(passage.text.len())).unwrap_or("");
    let stopped = passage.text.get(range.clone())?.ends_with('.') || after.trim_start_matches(['”', '"', '’']).starts_with('.');
    let resolve = |words: &str| voice_of(reader, words, before_it, topic);
    if let Some(found) = BEHIND.captures(after).filter(|_| !stopped)
        && let Some(who) = found.name("who").or(found.name("whom"))
        && who.as_str().split_whitespace().count() <= SPEAKER_WORDS
        && let Some(voice) = resolve(who.as_str())
    {
        return Some(voice);
    }
    let here = sentence.at - passage.at;
    let before = passage.text.get(here..range.start)?;
    let lead = before.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '“' | '"' | '‘' | '\''));
    for verb in SPEAKS.find_iter(lead).collect::<Vec<_>>().into_iter().rev() {
        let between = lead.get(verb.end()..).unwrap_or("");
        if between.contains(['”', '"', ';']) {
            break;
        }
        let Some(who) = subject(sentence, verb.start()) else {
            // "led the minister to warn": the name before.
            let name = sentence.names.iter().rfind(|name| name.range.end <= verb.start());
            let infinitive = lead.get(..verb.start()).is_some_and(|before| before.trim_end().ends_with(" to"));
            if let Some(name) = name.filter(|_| infinitive) {
                return Some(Voice { name: short_name(&name.what.text), words: name.what.text.clone() });
            }
            continue;
        };
        if let Some(voice) = resolve(sentence.words(who)) {
            return Some(voice);
        }
    }
    if let Some(who) = CALLED.captures(passage.text.get(here..range.start)?).and_then(|found| found.name("who")) {
        return resolve(who.as_str());
    }
    let who = ACCORDING.captures(lead).and_then(|found| found.name("who"))?;
    resolve(who.as_str())
}

/// The speaker that `words` name: a pronoun stands for the one before, "a spokesman for Halden" for himself, a name for itself.
fn voice_of(reader: &Reader<'_, '_>, words: &str, before_it: Option<&Voice>, topic: Option<&Voice>) -> Option<Voice> {
    let words = without_stop(words.trim().trim_matches([',', '"', '”', '“', ')']).trim());
    if PRONOUN.is_match(words) {
        let last = before_it.or(topic).cloned();
        let company = || reader.cast.accuser.clone().map(|name| Voice { name, words: words.to_owned() });
        return if HE.is_match(words) { last } else { last.or_else(company) };
    }
    let names = grammar::names(words);
    let person = names.iter().find(|name| name.what.kind == NameKind::Person);
    let named = person.or(names.iter().find(|name| name.what.kind != NameKind::Place));
    // A document or somebody unnamed before the name that owns it: "a spokesman for Halden", "Halden's lawyer".
    let first = named
        .filter(|name| name.range.start < 5 && !words.get(name.range.end..).is_some_and(|rest| rest.starts_with(['\'', '’'])));
    let unnamed = UNNAMED.find(words).filter(|role| person.is_none() && first.is_none_or(|name| role.start() < name.range.end));
    if let Some(role) = unnamed {
        let start =
            if words.get(..role.start()).is_some_and(|before| before.split_whitespace().count() <= 4) { 0 } else { role.start() };
        let end = words.find(", ").filter(|comma| *comma > role.end()).unwrap_or(words.len());
        let own = words.get(start..end).unwrap_or(words).trim();
        return Some(Voice { name: own.to_owned(), words: words.to_owned() });
    }
    if let Some(name) = named {
        return Some(Voice { name: short_name(&name.what.text), words: words.to_owned() });
    }
    let short =
        words.split_whitespace().count() <= 6 && !NOBODY.is_match(words) && words.chars().next().is_some_and(char::is_alphabetic);
    short.then(|| Voice { name: words.to_owned(), words: words.to_owned() })
}

/// The innermost speaker whom a sentence names.
fn of_sentence(sentence: &Sentence) -> Option<Voice> {
    let party = sentence.chain.iter().rfind(|speaker| speaker.role == SpeakerRole::Party && speaker.words.is_some());
    let last = party.or_else(|| sentence.chain.iter().rfind(|speaker| speaker.words.is_some()))?;
    Some(Voice { name: last.name.clone(), words: last.words.clone().unwrap_or_else(|| last.name.clone()) })
}

/// Whom a pronoun would mean at `until`: the subject of the last sentence before it that has one with a name or an office.
fn note_topic(passage: &Passage, until: usize, topic: &mut Option<Voice>) {
    for sentence in passage.sentences.iter().filter(|sentence| sentence.at - passage.at + sentence.text.len() <= until) {
        let verb = FINITE.find(&sentence.text);
        let words = verb.and_then(|verb| subject(sentence, verb.start())).map(|range| sentence.words(range));
        let Some(words) = words.filter(|words| !PRONOUN.is_match(words)) else { continue };
        let names = grammar::names(words);
        let name = names.iter().find(|name| name.what.kind == NameKind::Person).or(names.first());
        if let Some(role) = UNNAMED.find(words) {
            let own = words.get(role.start()..).unwrap_or(words);
            *topic = Some(Voice { name: own.to_owned(), words: words.to_owned() });
        } else if let Some(name) = name {
            *topic = Some(Voice { name: short_name(&name.what.text), words: words.to_owned() });
        }
    }
}
