//! The act: one claim for each verb phrase that tells a deed of the accused.

mod actors;
mod doer;
mod standing;
mod subject;
#[cfg(test)]
mod tests;
mod topic;

use crate::page::{Passage, Sentence, without_stop};
use crate::pattern::patterns;
use crate::propose::Reader;
use crate::voice::Matter;
use doer::{Doer, NAMED_FOR, doer, opening, relative};
use dossier_grammar::{Deed, DeedClass, DeedForm, Found};
use dossier_model::{ClaimKind, Content, Hedge};
use standing::{is_accused_anywhere, is_actor};
use subject::{CONDUCT, CONDUCT_ENDS, PRONOUN, RELATIVE, antecedent};
use topic::topic_of;

patterns! {
    CHARGES = r"(?i)\b(?:accus\w+|suspect\w*|convict\w*|guilty|charg\w+|indict\w*|sanction\w*|designat\w*|blacklist\w*|arrest\w*|sentenced|jailed|blam\w+|den(?:y|ies|ied)|admit\w*|counts?|responsible|fined|prosecut\w*|alleg\w+)\b";
    NEAR_CHARGE = r"(?i)\b(?:accus\w+|suspect\w*|convict\w*|guilty|charg\w+|indict\w*|sanction\w*|designat\w*|blacklist\w*|arrest\w*|sentenced|jailed|extradit\w+|den(?:y|ies|ied)|admit\w*|confess\w*|fined|blam\w+|responsible|penali[sz]ed|prosecut\w+|wanted|counts?)\b[^;]*$";
    BROKEN_TERMS = r"(?i)^(?:broke|breached|violated|violat\w+|breach\w+)\s+(?:\S+\s+){0,3}(?:terms|rules|policies|policy)\b";
    /// Words that no deed stands behind: what rules forbid, what nobody has seen.
    FORBIDDEN = r"(?i)\b(?:forbids?|prohibit\w*|bans?|bars?|barred|rules?\s+out|against|no\s+evidence\s+(?:that|of)|no\s+(?:sign|indication)\s+(?:that|of)|how|if|unless|anyone|any\s+(?:firm|company|person|one)|stop|prevent|protect\s+against|detect|avoid|instead\s+of|rather\s+than|accept\w*|allow\w*|lets?|letting|helps?|can|could|would|may|might|must|should|whether)\s+(?:[\w’'-]+\s+){0,5}$";
    /// What is no deed of the case, however it is told: work for somebody, coming, going and meeting, what others think of it, and what
    /// the press, the courts or the public were told, which is an answer.
    NO_DEED = r"(?i)^work(?:s|ed|ing)?\s+(?:at|for|under|on\s+behalf)\b|^(?:continu|beg[aiu]n|start)\w*\s+to\s+be\b|^(?:prompting|leading|forcing)\s+(?:the|a|an|its|their|\p{Lu})|^(?:told|tells|asked|contacted|messaged)\s+(?:us|reporters?|the\s+(?:court|judge|jury|jurors|press|program|program|outlet|newspaper|paper|agency|public)|jurors|investors\s+on|lawmakers|police|investigators|employees|(?-i:\p{Lu})[\w.’'-]+(?:\s(?-i:\p{Lu})[\w.’'-]+)*\s+(?:that|their|its|he|she|it|in|on|they)\b)|^(?:arriv(?:e|es|ed|ing)|depart(?:s|ed|ing)?)\b|^(?:leav(?:e|es|ing)|left)\s+(?:the\s+(?:compan|firm|lab|bank|country)|(?-i:\p{Lu}|\p{Ll}\p{Lu}))|^(?:met|meet|meets|meeting|communicat(?:es|ed|ing))\s+(?:with|while|at|in)\b|^(?:gain|attract|draw|earn)(?:s|ed|ing)?\s+(?:\w+\s+){0,2}(?:notoriety|attention|fame|prominence|praise|criticism)\b|^(?:push|hit|fight|fought)(?:es|s|ed|ing)?\s+back\b|^(?:cooperat|collaborat)(?:e[sd]?|ing)\s+(?:fully\s+)?with\s+(?:the\s+)?(?:investigators?|authorities|police|prosecutors|officials|government|inquiry|investigation|probe)\b|^pa(?:y|ys|id|ying)\s+[^,;]{0,40}?\bransom|^(?:led|backed|owned|based|run|linked)\s+(?:company|firm|lab|start-?up|group|developer)\s+\w|^marking\s+(?:what|the|an?|its|one)\b|^sent\s+to\s+(?:[\w.]+\s+){0,4}(?:senators?|lawmakers|officials|congress|reporters|committees?)\b|^act(?:s|ed|ing)?\s+(?:for\s+or\s+)?on\s+behalf\b|^t(?:ook|akes?)\s+(?:the\s+stand|part$)|^claim(?:s|ed|ing)?\s+(?:responsibility|credit)\b|\blawfully\b";
    /// What a party does before a court or in business once the case is known.
    STEPS_OF_LAW = r"(?i)^fil(?:e|ed|es|ing)\s+(?:an?|its|his|her|their|the)\s+(?:[\w-]+\s+){0,3}(?:class\s+action|complaint|lawsuit|suit|appeal|motion|petition|countersuit|claim|objection|response)\b|^(?:threaten|vow)\w*\s+to\s+(?:sue|appeal)\b|^(?:fight|fought)\w*\s+(?:the\s+)?(?:suit|case|charges?|claims?|extradition|allegations)\b|^(?:seek|sought)\w*\s+(?:[^,;]{0,30}\s)?(?:damages|dismissal|compensation|an\s+injunction)\b|^(?:hir|retain)(?:ed?|es|ing)\s+[^,;]{0,40}\b(?:law\s+firm|lawyers?|counsel)\b|\bmarket\s+value\b|\bthe\s+right\s+to\b";
    /// Nouns that look like verbs: "requests for comment".
    NOUNS = r"(?i)^(?:requests?|messages|designs|calls|questions)\s+(?:for|seeking|to)\b";
    /// Bringing something to market, and how the market took it.
    TRADES = r"(?i)^(?:launch|releas|unveil|introduc|debut)(?:e[sd]?|es|ing)\s+(?:(?:an?|the|its|their|two|three|several|new)\s+)*(?:[\p{L}\d.-]+\s+){0,3}?(?:models?|chatbots?|apps?|products?|versions?|services?|assistants?|chips?|tools?|platforms?)\b|^(?:shock|stun|surpris|impress|upend|rattl|disrupt)(?:e[sd]?|ing)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}?(?:industry|world|market|markets|investors|rivals|experts|wall\s+street|valley)\b|^ma(?:de|kes?|king)\s+(?:waves|headlines|history|a\s+splash)\b";
    /// Whom the police hold does nothing.
    /// People who break in: a text that tells what they did tells of a wrong.
    INTRUDERS = r"(?i)\b(?:attackers?|hackers?|intruders?|cyber-?criminals|thieves|smugglers?|fraudsters?|scammers?|extortionists?|threat\s+actors?|ransomware\s+(?:gangs?|groups?|operators?))\b";
    /// Nouns and verbs of wrongs, and of lists of wrongdoers.
    WRONGS = r"(?i)\b(?:breach(?:es|ed)?|cyber-?attacks?|hack(?:s|ed|ing)?|ransomware|launder(?:s|ed|ing)?|distill?(?:ation|ing|ed)|smuggl(?:ed|ing|ers?)|espionage|theft|stolen|stole|intrusions?|evidence\s+that|entity\s+list)\b";
    /// Before a verb in the perfect: what somebody is suspected of.
    SUSPECTED = r"(?i)\b(?:may|might)\s+have\s+(?:been\s+)?(?:[“\x22]?\w+ly[”\x22]?\s+)*$";
    /// A participle with a direction and no object.
    MOVED_ON = r"(?i)^[\w-]+(?:ed|en|nt|ld|id)\s+(?:in|on)?to\b|^[\w-]+(?:ed|en|nt|ld|id)\s+(?:through|via|across|from|out\s+of|over|back)\b";
    BEFALLS = r"(?i)^(?:arrested|charged|detained|sentenced)\b";
}

/// Verbs of speech and of meeting: a deed where somebody charges it, not where a text only tells it.
const SPOKEN: &[&str] =
    &["ask", "boast", "claim", "communicate", "contact", "encourage", "fail", "ignore", "influence", "meet", "promise", "put"];

/// Verbs of business: the same, but for intruders, who do nothing else.
const BUSINESS: &[&str] = &[
    "accept",
    "achieve",
    "act",
    "adapt",
    "add",
    "adopt",
    "apply",
    "arrive",
    "begin",
    "bid",
    "bring",
    "build",
    "cause",
    "change",
    "choose",
    "collaborate",
    "combine",
    "come",
    "complete",
    "continue",
    "cooperate",
    "cover",
    "cut",
    "design",
    "develop",
    "draw",
    "drop",
    "earn",
    "exchange",
    "expand",
    "extend",
    "file",
    "form",
    "fund",
    "get",
    "give",
    "go",
    "handle",
    "help",
    "hire",
    "hit",
    "hold",
    "house",
    "invest",
    "join",
    "keep",
    "lead",
    "leave",
    "make",
    "manage",
    "manufacture",
    "monitor",
    "negotiate",
    "offer",
    "pass",
    "prepare",
    "present",
    "produce",
    "promote",
    "publish",
    "push",
    "reach",
    "receive",
    "refuse",
    "release",
    "retain",
    "save",
    "seek",
    "select",
    "set",
    "share",
    "sign",
    "sit",
    "spend",
    "start",
    "support",
    "sustain",
    "take",
    "teach",
    "test",
    "train",
    "travel",
    "try",
    "turn",
    "visit",
    "work",
    "write",
];

/// Acts.
pub(crate) fn propose(reader: &Reader<'_, '_>, out: &mut Vec<Content>) {
    let passages = &reader.page.passages;
    let cast = actors::with_actors(reader.cast, reader.page);
    if cast.accused.is_empty()
        && cast.accuser.is_none()
        && !passages.iter().any(tells_of_actors)
        && !passages.iter().any(|passage| NEAR_CHARGE.is_match(&passage.text))
    {
        return;
    }
    let wide = Reader { page: reader.page, cast: &cast, published: reader.published };
    let mut topic = None;
    for passage in passages {
        for sentence in &passage.sentences {
            if !sentence.mute {
                in_sentence(reader, &wide, sentence, topic, out);
            }
            topic = topic_of(sentence, &cast).or(topic);
        }
    }
}

/// Whether a passage tells of a wrong or a charge.
fn tells_of_actors(passage: &Passage) -> bool {
    passage.sentences.iter().any(|sentence| {
        let tells = |deed: &Found<Deed>| {
            deed.what.class == DeedClass::Harm || INTRUDERS.is_match(sentence.words(deed.what.subject.clone()))
        };
        CHARGES.is_match(&sentence.text) || WRONGS.is_match(&sentence.text) || sentence.deeds.iter().any(tells)
    })
}

/// The deeds of a sentence; `wide` knows more doers than those who are accused.
fn in_sentence(reader: &Reader<'_, '_>, wide: &Reader<'_, '_>, sentence: &Sentence, topic: Option<Doer>, out: &mut Vec<Content>) {
    // "Meridian Works Ltd" does nothing by its name.
    let in_name = |deed: &Found<Deed>| {
        sentence.names.iter().any(|name| name.range.start < deed.range.start && deed.range.start < name.range.end)
    };
    let found: Vec<&Found<Deed>> = sentence.deeds.iter().filter(|deed| !in_name(deed)).collect();
    let doers: Vec<Option<Doer>> = found.iter().map(|deed| doer(wide, sentence, deed, topic)).collect();
    let mut last: Option<Doer> = None;
    let mut told = 0;
    for (at, deed) in found.iter().enumerate() {
        let doer = doers[at];
        // "When shipping servers, Meridian submitted".
        let next = || {
            found
                .iter()
                .zip(&doers)
                .skip(at + 1)
                .find(|(deed, _)| deed.what.form != DeedForm::Participle)
                .and_then(|(_, doer)| *doer)
        };
        // "were repacked and smuggled into": the passive goes on.
        let goes_on = || {
            let phrase = sentence.words(deed.range.clone());
            at > 0
                && matches!(deed.what.form, DeedForm::Active)
                && deed.what.subject.is_empty()
                && found[at - 1].what.form == DeedForm::Passive
                && told >= found[at - 1].range.end
                && MOVED_ON.is_match(phrase)
        };
        let takes = match deed.what.form {
            _ if goes_on() => true,
            DeedForm::Active | DeedForm::Infinitive => {
                let before = sentence.words(0..deed.range.start);
                let shared = || {
                    (sentence.hedge.what <= Hedge::Reported && is_accused_anywhere(wide.cast, before)).then_some(Doer::Accused)
                };
                let own = doer.or(last).or_else(shared);
                last = own;
                own == Some(Doer::Accused)
            }
            DeedForm::Charge => {
                let charged = doer == Some(Doer::Accused);
                if charged {
                    last = Some(Doer::Accused);
                }
                charged
            }
            DeedForm::Participle => {
                let before = sentence.words(0..deed.range.start);
                let told = || relative(wide.cast, before).then_some(Doer::Accused);
                last.or_else(next).or_else(|| opening(wide, sentence)).or_else(told) == Some(Doer::Accused)
            }
            DeedForm::Attached => doer == Some(Doer::Accused),
            DeedForm::Passive | DeedForm::Reduced => {
                if doer == Some(Doer::Accused) {
                    last = None;
                }
                doer == Some(Doer::Accused)
            }
        };
        // "built a tool using its answers" is one deed.
        let part = matches!(deed.what.form, DeedForm::Participle | DeedForm::Attached | DeedForm::Charge | DeedForm::Reduced)
            && deed.range.end <= told;
        if takes
            && !part
            && let Some(content) = act(reader, sentence, deed)
        {
            out.push(content);
            told = deed.range.end;
        }
    }
}

fn act(reader: &Reader<'_, '_>, sentence: &Sentence, deed: &Found<Deed>) -> Option<Content> {
    let value = without_stop(sentence.words(deed.range.clone()).trim()).to_owned();
    let needed = if deed.what.form == DeedForm::Passive { 1 } else { 2 };
    if value.split_whitespace().count() < needed || BEFALLS.is_match(&value) {
        return None;
    }
    // In the present a text tells what such people always do; of one company, and in headlines, it tells deeds so.
    let habit = deed.what.class == DeedClass::Plain
        && deed.what.present
        && value.split(' ').next() == Some(deed.what.verb.as_str())
        && !by_actor(sentence, deed)
        && !sentence.headline
        && !matches!(sentence.hedge.what, Hedge::Alleged | Hedge::Reported | Hedge::Confirmed)
        && !CHARGES.is_match(&sentence.text);
    if habit {
        return None;
    }
    if value.contains(" can ") || value.contains(" would ") {
        return None;
    }
    let before = sentence.words(0..deed.range.start);
    let suspected = SUSPECTED.is_match(before);
    let bare = deed.what.form == DeedForm::Participle
        && value.split_whitespace().count() < 3
        && (value.ends_with(" it") || value.ends_with(" them"));
    let no_deed = NO_DEED.is_match(&value) || STEPS_OF_LAW.is_match(&value) || NOUNS.is_match(&value);
    if bare || no_deed || BROKEN_TERMS.is_match(&value) || FORBIDDEN.is_match(before) && !suspected {
        return None;
    }
    let mut content = reader.claim(ClaimKind::Act, sentence, deed.range.clone(), Matter::Campaign)?;
    let verb = deed.what.verb.as_str();
    let business = || BUSINESS.contains(&verb) && !by_actor(sentence, deed);
    let soft = deed.what.form == DeedForm::Active && (SPOKEN.contains(&verb) || business());
    if soft && !matches!(content.hedge, Hedge::Alleged | Hedge::Confirmed | Hedge::Denied | Hedge::Reported) {
        return None;
    }
    // "it moved its office, officials said": what somebody tells of a party's common business.
    let passed_on = content.hedge == Hedge::Reported
        && deed.what.class == DeedClass::Plain
        && PRONOUN.is_match(sentence.words(deed.what.subject.clone()));
    if passed_on || verb == "tell" && deed.what.form == DeedForm::Active {
        return None;
    }
    // What a company makes and sells is a deed only where the sentence itself charges it.
    let told = sentence.hedge.what != Hedge::Asserted || sentence.chain.iter().any(|speaker| speaker.words.is_some());
    if !told && TRADES.is_match(&value) && deed.what.form == DeedForm::Active {
        return None;
    }
    // A threat that was made is a deed, whatever it announces.
    if deed.what.verb == "threaten" && content.hedge == Hedge::Planned {
        content.hedge = Hedge::Asserted;
    }
    // "naming six firms for copying": whoever names them so, charges it.
    let named = deed.what.form == DeedForm::Charge && NAMED_FOR.is_match(before);
    if named && reader.cast.author.is_none() && matches!(content.hedge, Hedge::Asserted | Hedge::Reported) {
        content.hedge = Hedge::Alleged;
    }
    if suspected && matches!(content.hedge, Hedge::Forecast | Hedge::Conditional) {
        content.hedge = if deed.what.form == DeedForm::Passive { Hedge::Reported } else { Hedge::Alleged };
    }
    // What may be, or is foreseen, is no deed.
    if matches!(content.hedge, Hedge::Forecast | Hedge::Conditional | Hedge::Planned) {
        return None;
    }
    content.value = Some(value);
    Some(content)
}

/// Whether a noun for people who do such things stands for the doer, also before "who" and before a verb that shares its subject.
fn by_actor(sentence: &Sentence, deed: &Found<Deed>) -> bool {
    let subject = sentence.words(deed.what.subject.clone());
    if RELATIVE.is_match(subject) {
        let near = antecedent(sentence, deed.what.subject.start);
        return is_actor(near) || CONDUCT_ENDS.is_match(near);
    }
    let shared = || sentence.deeds.iter().rfind(|other| other.range.start < deed.range.start && !other.what.subject.is_empty());
    is_actor(subject)
        || CONDUCT.is_match(subject)
        || subject.is_empty() && shared().is_some_and(|other| is_actor(sentence.words(other.what.subject.clone())))
}
