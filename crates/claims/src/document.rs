//! Who accuses whom over what, in one document: the cast that its sentences speak of, found by form.

use crate::lexicon::CAMPAIGN_UNITS;
use crate::page::{Page, Sentence};
use crate::pattern::patterns;
use dossier_grammar::NameKind;
use dossier_model::Nexus;
use std::collections::{BTreeMap, BTreeSet};

patterns! {
    ACCUSES = r"(?i)\b(?:accus(?:es|ed|ing)|charged |sanction(?:ed|ing) |designat(?:ed|ing) |indicted )";
    ACCUSED_END = r"(?i)\s(?:of|with|for|along|who|that|pursuant|on)\s|[;:]|\.$";
    SAYS = r"(?i)\b(?:says|said|alleges|alleged|claims|claimed|asserts|asserted|argues|argued|discovered|warns|warned|revealed|reported|disclosed|found)\b(?:\s+that)?\s+(?:operators (?:linked|tied) to\s+)?";
    ALLEGEDLY = r"(?i)\b(?:has |have |had )?allegedly\b";
    /// A verb of doing, near the name of who is said to have done it.
    DID = r"(?i)^(?:[^,;]{0,60}?\s)?(?:used|misused|ran|conducted|created|generated|operated|stole|extracted|distill?ed|acquired|accessed|copied|sold|smuggled|orchestrated|(?:has|have|had|is|are|was|were)\s+(?:been\s+)?\w+ing|engaged\s+in|targeted|must\s+be|worked\s+together|conspired|participated|violated|helped)\b";
    ACCORDING = r"(?i)\baccording\s+to\s+(?:the\s+)?$";
    ATTRIBUTES = r"(?i)\battribut(?:es|ed)\s+$";
    /// "X accounted for", "X was responsible for".
    ANSWERS_FOR = r"(?i)\b(?:accounted|accounts|(?:was|were|is|are)\s+responsible)\s+for\b";
    IN_THE_CASE_OF = r"(?i)\bin\s+the\s+case\s+of\s+$";
    HELD = r"(?i)\b(?:held|had|made|generated|ran|conducted|created|operated|used|sent|opened)\s+$";
    ATTACKER = r"(?i)\b(?:attacker|actor|company|lab|firm|group|accused|operator|perpetrator|entity)\b";
    /// "X is accused of".
    pub(crate) PASSIVE = r"(?i)\b(?:is|are|was|were|stands?|been)\s+(?:also\s+|been\s+)?(?:accused|alleged|charged|suspected|said)\b|\baccused\s+of\b|\b(?:charged|indicted)\s+(?:with|for|over)\b";
    /// "X's Tern lab", "X's research unit".
    LAB = r"(?P<parent>\p{Lu}[\p{L}\d&.-]*(?:\s\p{Lu}[\p{L}\d&.-]*){0,4})['’]s\s+(?P<lab>(?:\p{Lu}[\w-]*\s+|AI\s+|research\s+|in-house\s+|artificial[- ]intelligence\s+){0,4}(?:lab|laboratory|unit|arm|division|subsidiary)\b)";
    /// "Meridian and its AI lab, Meridian Tern".
    ITS_LAB = r"\bits\s+(?:[\w-]+\s+){0,3}(?:lab|laboratory|unit|arm|division|subsidiary),?\s+(?P<lab>\p{Lu}[\w-]*(?:\s\p{Lu}[\w-]*){0,3})";
    /// Words before and behind the name of a model.
    EXCHANGED = r"(?i)(?:exchanges|conversations|interactions|queries|prompts|dialogues)\s+with\s+(?:its\s+|the\s+)?$";
    TARGET_BEFORE = r"(?i)\b(?:access(?:ing|ed|es)?|distil(?:l|ls|led|ling)?|clon(?:e|ed|ing)|cop(?:y|ied|ying)|prob(?:e|ed|ing)|extract(?:ed|ing)? (?:\w+ ){0,3}from|against|misused|using|replicat(?:e|ed|ing)|target(?:s|ed|ing)?|distillation\s+from)\s+(?:its\s+|the\s+|(?-i:\p{Lu})[\w-]*['’]s\s+)?$";
    TARGET_AFTER = r"^(?:['’]s)?\s+(?:(?:artificial[- ]intelligence|AI|language|frontier|flagship)\s+)*(?:models?|chatbots?|assistants?|platform|API|cloning)\b|^['’]s\s+(?:[\w-]+\s+){0,4}(?:capabilit|reasoning|coding|abilities)";
    CORPORATE = r"(?:,?\s+(?:Group|Holdings?|Ltd|Limited|Inc|Incorporated|Corp|Corporation|PBC|LLC|PLC|plc|Co|Company|AG|GmbH|SA|NV|AB)\b\.?)+$";
    /// Words that name a kind of people, not one party.
    GENERIC = r"\b(?:companies|firms|labs|laboratories|employees|developers|operators|nationals|hackers|actors|associates|prosecutors|officials|users|researchers|executives|groups|models)\b";
    /// Words of such conduct, by which a report's author is told from any other source.
    CONDUCT = r"(?i)\b(?:distill\w*|extract\w*|campaigns?|attacks?|fraudulent|exchanges|st(?:ole|eal)\w*|smuggl\w*)\b";
    PUBLIC_BODY = r"(?i)\b(?:administration|White House|Congress|Senate|House|lawmakers|Department|Committee)\b";
    DEMONYM = r"^(?:(?:U\.?S\.?A?|UK|EU|Americans?|British|Chinese|Russian|Iranian|Israeli|Indian|Japanese|Korean|(?:North|South) Korean|European|Western|Asian|French|German|Dutch|Australian|Canadian|Taiwanese|Singaporean|China|Washington|Beijing|Moscow)(?: AI| tech| firm)?|AI)$";
}

/// A report accuses a handful; more names are a list of something else.
const MOST_ACCUSED: usize = 12;

/// A party that the document accuses.
#[derive(Debug)]
pub(crate) struct Accused {
    /// The company, by its shortest name.
    pub(crate) name: String,
    /// Its laboratories, by the names that the document uses.
    pub(crate) labs: Vec<String>,
}

/// Who plays which part.
#[derive(Debug, Default)]
pub(crate) struct Cast {
    /// Who accuses.
    pub(crate) accuser: Option<String>,
    /// Who is accused, the most often named first.
    pub(crate) accused: Vec<Accused>,
    /// The model that was targeted.
    pub(crate) target: Option<String>,
}

/// A name without its corporate form, article and possessive.
pub(crate) fn short_name(name: &str) -> String {
    let name = name.trim().trim_start_matches("the ").trim_start_matches("The ");
    let name = name.strip_suffix("'s").or_else(|| name.strip_suffix("’s")).unwrap_or(name);
    // "Lisbon-based Meridian" is Meridian.
    let name = name
        .split_once(' ')
        .filter(|(first, _)| first.ends_with("-based") || first.ends_with("-led"))
        .map_or(name, |(_, own)| own);
    let short = CORPORATE.replace(name, "");
    if short.trim().is_empty() { name.to_owned() } else { short.trim().to_owned() }
}

/// Whether a name is only a people, a country or a capital.
pub(crate) fn is_demonym(name: &str) -> bool {
    DEMONYM.is_match(name)
}

/// How often each name plays a part.
#[derive(Default)]
struct Scores(BTreeMap<String, (u32, usize)>);

impl Scores {
    fn add(&mut self, name: &str, weight: u32) {
        if name.is_empty()
            || is_demonym(name)
            || GENERIC.is_match(name)
            || PUBLIC_BODY.is_match(name)
            || !name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        {
            return;
        }
        let next = self.0.len();
        self.0.entry(name.to_owned()).or_insert((0, next)).0 += weight;
    }

    /// The names, the most often counted first, those of one count in the order of the text.
    fn ranked(self) -> Vec<(String, u32)> {
        let mut all: Vec<_> = self.0.into_iter().collect();
        all.sort_by_key(|(_, (count, order))| (std::cmp::Reverse(*count), *order));
        all.into_iter().map(|(name, (count, _))| (name, count)).collect()
    }
}

impl Cast {
    /// The cast of `page`.
    pub(crate) fn of(page: &Page<'_>) -> Self {
        let labs = labs(page);
        let (mut accusers, mut accused) = (Scores::default(), Scores::default());
        for sentence in page.passages.iter().flat_map(|passage| &passage.sentences) {
            let weight = if sentence.headline { 2 } else { 1 };
            accusations(sentence, weight, &mut accusers, &mut accused);
            let is_head = sentence.column.as_deref().is_some_and(|column| ATTACKER.is_match(column));
            if let Some(row) = sentence.row.as_deref().filter(|row| is_head && *row == sentence.text) {
                accused.add(&short_name(row), 2);
            }
        }
        let mut accusers = accusers.ranked();
        // Nobody accuses and is accused: the part played more often counts.
        let blamed =
            |name: &str| accused.0.iter().filter(|(other, _)| same_party(other, name)).map(|(_, (count, _))| *count).sum::<u32>();
        accusers.retain(|(name, count)| *count >= blamed(name));
        let accuser = accusers.into_iter().next().map(|(name, _)| name);
        let standing = standing(page);
        let mut ranked: Vec<(String, u32)> = Vec::new();
        for (name, count) in accused.ranked() {
            // A lab, or a part of its name, stands for its parent.
            let name = labs
                .iter()
                .find(|(lab, parent)| parent != &name && (holds_name(lab, &name) || ends_as(lab, &name)))
                .map_or(name, |(_, parent)| parent.clone());
            if accuser.as_deref() == Some(name.as_str()) {
                continue;
            }
            match ranked.iter_mut().find(|(known, _)| same_party(known, &name)) {
                Some((known, total)) => {
                    // The form that stands alone more often names the party; of two, the shorter.
                    let alone = |name: &str| (standing.get(name).copied().unwrap_or(0), std::cmp::Reverse(name.len()));
                    if alone(&name) > alone(known) {
                        *known = name;
                    }
                    *total += count;
                }
                None => ranked.push((name, count)),
            }
        }
        ranked.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        // A name that is blamed once in passing is not a party of the case.
        let top = ranked.first().map_or(0, |(_, count)| *count);
        ranked.retain(|(_, count)| count * 8 >= top);
        ranked.truncate(MOST_ACCUSED);
        let accused: Vec<Accused> = ranked
            .into_iter()
            .map(|(name, _)| {
                let labs = labs.iter().filter(|(_, parent)| same_party(parent, &name)).map(|(lab, _)| lab.clone()).collect();
                Accused { name, labs }
            })
            .collect();
        let target = target(page, accuser.as_deref(), &accused);
        Self { accuser, accused, target }
    }

    /// The accused that `sentence` names, itself or by a lab.
    pub(crate) fn accused_in(&self, sentence: &Sentence) -> Vec<&Accused> {
        let row = sentence.row.as_deref().map(short_name);
        let named = |one: &&Accused| {
            row.as_deref() == Some(one.name.as_str())
                || (row.is_none()
                    && (holds_name(&sentence.text, &one.name) || one.labs.iter().any(|lab| holds_name(&sentence.text, lab))))
        };
        self.accused.iter().filter(named).collect()
    }

    /// The subject of a claim about the campaign in `sentence`.
    pub(crate) fn subject(&self, sentence: &Sentence) -> String {
        let named = self.accused_in(sentence);
        let one = match (named.as_slice(), self.accused.as_slice()) {
            ([one], _) => Some(one.name.as_str()),
            ([], [only]) => Some(only.name.as_str()),
            _ => None,
        };
        self.subject_for(one)
    }

    /// The subject of a claim about the campaign of `accused`.
    pub(crate) fn subject_for(&self, accused: Option<&str>) -> String {
        match (accused, self.target.as_deref().or(self.accuser.as_deref())) {
            (Some(accused), Some(target)) => format!("{accused} campaign against {target}"),
            (Some(accused), None) => format!("{accused} campaign"),
            (None, Some(target)) if !self.accused.is_empty() => format!("campaign against {target}"),
            (None, _) => "campaign".to_owned(),
        }
    }

    /// Whether `name` is the accuser.
    pub(crate) fn is_accuser(&self, name: &str) -> bool {
        self.accuser.as_deref().is_some_and(|accuser| same_party(accuser, &short_name(name)))
    }

    /// Whether `sentence` names the accuser or one of the accused.
    pub(crate) fn concerns(&self, sentence: &Sentence) -> bool {
        !self.accused_in(sentence).is_empty()
            || self.accuser.as_deref().is_some_and(|name| holds_name(&sentence.text, name))
            || self.target.as_deref().is_some_and(|name| holds_name(&sentence.text, name))
    }
}

/// Whether both names end in the same lab: "the tech group's Tern lab" and "Meridian's Tern lab".
pub(crate) fn ends_as(lab: &str, party: &str) -> bool {
    let own = |name: &str| name.rsplit_once("'s ").or_else(|| name.rsplit_once("’s ")).map(|(_, own)| own.to_owned());
    own(lab).is_some_and(|lab| own(party) == Some(lab))
}

/// Whether two names are one party by form: equal, or one begins with the other's words.
pub(crate) fn same_party(a: &str, b: &str) -> bool {
    let begins = |long: &str, short: &str| long.strip_prefix(short).is_some_and(|rest| rest.starts_with([' ', '\'', '’']));
    a == b || begins(a, b) || begins(b, a)
}

/// Whether `text` holds `name` as whole words.
pub(crate) fn holds_name(text: &str, name: &str) -> bool {
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    text.match_indices(name).any(|(at, _)| edge(text[..at].chars().next_back()) && edge(text[at + name.len()..].chars().next()))
}

fn accusations(sentence: &Sentence, weight: u32, accusers: &mut Scores, accused: &mut Scores) {
    let text = &sentence.text;
    for verb in ACCUSES.find_iter(text) {
        let passive = PASSIVE.find_iter(text).any(|passive| passive.start() < verb.end() && verb.start() < passive.end());
        if passive {
            continue;
        }
        let end = ACCUSED_END.find_at(text, verb.end().saturating_sub(1)).map_or(text.len(), |end| end.start());
        for name in sentence.names_in(verb.end()..end) {
            accused.add(&short_name(&name.what.text), weight * 2);
        }
        if let Some(name) = sentence.subject_of(verb.start(), 4).filter(|_| verb.as_str().to_lowercase().starts_with("accus")) {
            accusers.add(&short_name(&name.what.text), weight * 2);
        }
    }
    for verb in SAYS.find_iter(text) {
        let subject = sentence.subject_of(verb.start(), 2);
        let Some(object) = sentence.name_after(verb.end(), 1) else { continue };
        let listed = sentence.names_listed_from(object);
        let end = listed.last().map_or(object.range.end, |last| last.range.end);
        let after = text.get(end..).unwrap_or("").trim_start();
        let acts = DID.is_match(after) || ALLEGEDLY.find(after).is_some_and(|found| found.start() == 0);
        let linked = verb.as_str().ends_with("to ");
        if let (Some(subject), true) = (subject, acts || linked) {
            accusers.add(&short_name(&subject.what.text), weight);
            for name in listed {
                accused.add(&short_name(&name.what.text), weight);
            }
        }
    }
    for word in ALLEGEDLY.find_iter(text) {
        if let Some(name) = sentence.name_before(word.start(), 1) {
            accused.add(&short_name(&name.what.text), weight);
        }
    }
    for answers in ANSWERS_FOR.find_iter(text) {
        for name in sentence.names_listed_before(answers.start()) {
            accused.add(&short_name(&name.what.text), weight);
        }
    }
    if !sentence.figures.is_empty() {
        for name in sentence.names.iter().filter(|name| IN_THE_CASE_OF.is_match(sentence.words(0..name.range.start))) {
            accused.add(&short_name(&name.what.text), weight);
        }
    }
    for passive in PASSIVE.find_iter(text) {
        for name in sentence.names_listed_before(passive.start()) {
            accused.add(&short_name(&name.what.text), weight * 2);
        }
    }
    for figure in &sentence.figures {
        let counts = figure.what.quantity.unit.as_deref().and_then(|unit| unit.split_whitespace().last());
        let held = HELD.find(sentence.words(0..figure.range.start));
        if let (Some(held), true) = (held, counts.is_some_and(|unit| CAMPAIGN_UNITS.contains(&unit))) {
            for name in sentence.names_listed_before(held.start()) {
                accused.add(&short_name(&name.what.text), weight);
            }
        }
        // "attributes more than 3 million exchanges to X".
        if counts.is_some_and(|unit| CAMPAIGN_UNITS.contains(&unit)) && ATTRIBUTES.is_match(sentence.words(0..figure.range.start))
        {
            let to = sentence.names.iter().find(|name| name.range.start >= figure.range.end);
            if let Some(name) = to.filter(|name| sentence.words(figure.range.end..name.range.start).trim() == "to") {
                accused.add(&short_name(&name.what.text), weight);
            }
        }
    }
    let told = if CONDUCT.is_match(text) { sentence.names.as_slice() } else { &[] };
    for name in told.iter().filter(|name| ACCORDING.is_match(sentence.words(0..name.range.start))) {
        accusers.add(&short_name(&name.what.text), weight);
    }
    for rung in sentence.rungs.iter().filter(|rung| rung.what.nexus != Nexus::By) {
        let parent = LAB.captures(&rung.what.party).and_then(|found| found.name("parent")).map(|found| found.as_str());
        accused.add(&short_name(parent.unwrap_or(&rung.what.party)), weight);
    }
}

/// How often each name stands for itself, not as the owner of something.
fn standing(page: &Page<'_>) -> BTreeMap<String, usize> {
    let owns = |sentence: &Sentence, at: usize| sentence.words(at..sentence.text.len()).starts_with(['\'', '’']);
    let mut counts = BTreeMap::new();
    for sentence in page.passages.iter().flat_map(|passage| &passage.sentences) {
        for name in sentence.names.iter().filter(|name| !owns(sentence, name.range.start + name.what.text.len())) {
            *counts.entry(short_name(&name.what.text)).or_default() += 1;
        }
    }
    counts
}

/// Laboratories with their parents, by the names that the text uses.
fn labs(page: &Page<'_>) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for sentence in page.passages.iter().flat_map(|passage| &passage.sentences) {
        for lab in LAB.captures_iter(&sentence.text) {
            if let (Some(whole), Some(parent)) = (lab.get(0), lab.name("parent")) {
                let pair = (whole.as_str().to_owned(), short_name(parent.as_str()));
                if !found.contains(&pair) && !is_demonym(&pair.1) {
                    found.push(pair);
                }
            }
        }
        for lab in ITS_LAB.captures_iter(&sentence.text) {
            if let (Some(whole), Some(lab)) = (lab.get(0), lab.name("lab"))
                && let Some(parent) = sentence.name_before(whole.start(), 1)
            {
                let pair = (lab.as_str().to_owned(), short_name(&parent.what.text));
                if !found.contains(&pair) {
                    found.push(pair);
                }
            }
        }
    }
    found
}

/// The model that was targeted: the name that stands most often where a model's name stands.
fn target(page: &Page<'_>, accuser: Option<&str>, accused: &[Accused]) -> Option<String> {
    let mut scores = Scores::default();
    // A verb alone does not make a model of its object: words that only a model has must stand by it once.
    let mut sure = BTreeSet::new();
    for sentence in page.passages.iter().flat_map(|passage| &passage.sentences) {
        for name in &sentence.names {
            if matches!(name.what.kind, NameKind::Person | NameKind::Place) {
                continue;
            }
            let short = model_name(&name.what.text);
            let taken = accuser.is_some_and(|accuser| same_party(accuser, &short))
                || accused.iter().any(|one| same_party(&one.name, &short) || one.labs.iter().any(|lab| lab.contains(&short)));
            if taken {
                continue;
            }
            let words_before = sentence.words(0..name.range.start);
            let exchanged = EXCHANGED.is_match(words_before);
            let before = exchanged || TARGET_BEFORE.is_match(words_before);
            let after = TARGET_AFTER.is_match(sentence.words(name.range.start + name.what.text.len()..sentence.text.len()))
                || name.what.text.len() > short.len();
            let near = before || accuser.is_some_and(|accuser| holds_name(&sentence.text, accuser));
            scores.add(&short, u32::from(before) + u32::from(exchanged) + 2 * u32::from(after && near));
            if exchanged || (after && near) {
                sure.insert(short);
            }
        }
    }
    scores.ranked().into_iter().find(|(name, count)| *count >= 2 && sure.contains(name)).map(|(name, _)| name)
}

/// A model's name without the words for what it is: "Corvid AI" is Corvid.
pub(crate) fn model_name(name: &str) -> String {
    let short = short_name(name);
    let kept: Vec<&str> = short.split_whitespace().collect();
    let end = kept.iter().position(|word| matches!(*word, "AI" | "Model" | "Models" | "LLM" | "API")).unwrap_or(kept.len());
    if end == 0 { short } else { kept.get(..end).unwrap_or(&kept).join(" ") }
}
