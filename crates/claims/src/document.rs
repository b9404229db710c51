//! Who accuses whom over what, in one document: the cast that its sentences speak of, found by form.

mod names;
mod target;

pub(crate) use names::{ends_as, ends_in, holds_name, is_common_end, is_demonym, model_name, parent_in, same_party, short_name};

use crate::accusation::Blame;
use crate::page::{Page, Sentence};
use crate::pattern::patterns;
use crate::propose::About;
use std::collections::BTreeMap;
use target::{attacked, is_only_target, target};

patterns! {
    ATTACKER = r"(?i)\b(?:attacker|actor|company|lab|firm|group|accused|operator|perpetrator|entity)\b";
    /// "X's Tern lab", "X's research unit".
    pub(crate) LAB = r"(?P<parent>\p{Lu}[\p{L}\d&.-]*(?:\s\p{Lu}[\p{L}\d&.-]*){0,4})['’]s\s+(?P<lab>(?:\p{Lu}[\w-]*\s+|AI\s+|research\s+|in-house\s+|artificial[- ]intelligence\s+|model\s+){0,4}(?:lab|laboratory|unit|arm|division|subsidiary)\b)";
    /// "Meridian and its AI lab, Meridian Tern".
    ITS_LAB = r"\bits\s+(?:[\w-]+\s+){0,3}(?:lab|laboratory|unit|arm|division|subsidiary),?\s+(?P<lab>\p{Lu}[\w-]*(?:\s\p{Lu}[\w-]*){0,3})";
    /// "Meridian and its Tern AI lab".
    ITS_NAMED = r"\b[Ii]ts\s+(?P<lab>\p{Lu}[\w-]*(?:\s\p{Lu}[\w-]*){0,2}\s+(?:(?:AI|research|in-house)\s+)?(?:lab|laboratory|unit|arm|division|subsidiary))\b";
    /// Words that name a kind of people, not one party.
    GENERIC = r"^(?:State|Government|Nation)-\w+|\b(?:companies|firms|labs|laboratories|employees|developers|operators|nationals|hackers|actors|associates|prosecutors|officials|users|researchers|executives|groups|models)\b";
    PUBLIC_BODY = r"(?i)\b(?:administration|White House|Congress|Senate|House|lawmakers|Department|Committee)\b";
    WE_FOUND = r"\b[Ww]e\s+(?:have\s+|also\s+|recently\s+|believe\s+)*(?:found|detected|identified|discovered|observed|attribute|uncovered|banned|disrupted|noticed|assess|track|know|believe|saw|released|wrote|passed)\b|\b[Ww]e at\b";
    OWN_PAGES = r"(?:['’]s)?(?:\s+(?:[Ss]ecurity|[Nn]ews|[Cc]orporate|[Oo]fficial|[Ee]ngineering|[Rr]esearch))?\s+(?:[Bb]log|[Nn]ewsroom|[Pp]ress\s+(?:[Rr]oom|[Oo]ffice|[Rr]eleases?)|[Aa]dvisor(?:y|ies))$";
}

/// A report accuses a handful; more names are a list of something else.
const MOST_ACCUSED: usize = 12;

/// A list of the designated can be longer.
const MOST_NAMED: usize = 60;

/// A party that the document accuses.
#[derive(Debug, Clone)]
pub(crate) struct Accused {
    /// The company, by its shortest name.
    pub(crate) name: String,
    /// Its laboratories, by the names that the document uses.
    pub(crate) labs: Vec<String>,
    /// Whether a government put it on a list.
    pub(crate) designated: bool,
}

/// Who plays which part.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cast {
    /// Who accuses.
    pub(crate) accuser: Option<String>,
    /// Others who accuse in so many words.
    pub(crate) others: Vec<String>,
    /// Who is accused, the most often named first.
    pub(crate) accused: Vec<Accused>,
    /// The model that was targeted.
    pub(crate) target: Option<String>,
    /// The publisher, where the text is its own account of what it did and found.
    pub(crate) author: Option<String>,
}

/// How often each name plays a part.
#[derive(Default)]
pub(crate) struct Scores(BTreeMap<String, (u32, usize)>);

impl Scores {
    pub(crate) fn add(&mut self, name: &str, weight: u32) {
        if name.is_empty()
            || is_demonym(name)
            || GENERIC.is_match(name)
            || PUBLIC_BODY.is_match(name)
            || !name.split(' ').next().is_some_and(|first| first.contains(|c: char| c.is_uppercase() || c.is_ascii_digit()))
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
    pub(crate) fn of(page: &Page<'_>, about: &About<'_>) -> Self {
        let labs = labs(page);
        let mut blame = Blame::default();
        for sentence in page.passages.iter().flat_map(|passage| &passage.sentences) {
            let weight = if sentence.headline { 2 } else { 1 };
            blame.read(sentence, weight);
            let is_head = sentence.column.as_deref().is_some_and(|column| ATTACKER.is_match(column));
            if let Some(row) = sentence.row.as_deref().filter(|row| is_head && *row == sentence.text) {
                blame.accused.add(&short_name(row), 2);
            }
        }
        let Blame { accusers, accused, designated, sure } = blame;
        let mut accusers = accusers.ranked();
        // Nobody accuses and is accused: the part played more often counts.
        let blamed =
            |name: &str| accused.0.iter().filter(|(other, _)| same_party(other, name)).map(|(_, (count, _))| *count).sum::<u32>();
        accusers.retain(|(name, count)| *count >= blamed(name));
        let mut accusers = accusers.into_iter().map(|(name, _)| name);
        let accuser = accusers.next();
        let others: Vec<String> = accusers.filter(|name| sure.contains(name)).collect();
        let standing = standing(page);
        let mut ranked: Vec<(String, u32)> = Vec::new();
        for (name, count) in accused.ranked() {
            // A lab, or a part of its name, stands for its parent.
            let name = labs
                .iter()
                .find(|(lab, parent)| parent != &name && (holds_name(lab, &name) || ends_as(lab, &name)))
                .map_or(name, |(_, parent)| parent.clone());
            if accuser.as_deref() == Some(name.as_str()) || others.contains(&name) {
                continue;
            }
            match ranked.iter_mut().find(|(known, _)| same_party(known, &name)) {
                Some((known, total)) => {
                    // The form that stands alone more often names the party; of two, the shorter.
                    let alone = |name: &str| (standing.get(name).copied().unwrap_or(0), std::cmp::Reverse(name.len()));
                    // Of a person, the full name.
                    let full = ends_in(&name, known);
                    if full || alone(&name) > alone(known) && !ends_in(known, &name) {
                        *known = name;
                    }
                    *total += count;
                }
                None => ranked.push((name, count)),
            }
        }
        ranked.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        // Who holds an office and is blamed once, by a verb alone, acts in it.
        let officials: Vec<String> = if ranked.iter().any(|(_, count)| *count < 2) {
            page.sentences().flat_map(crate::roles::officials_in).collect()
        } else {
            Vec::new()
        };
        ranked.retain(|(name, count)| *count > 1 || !officials.iter().any(|one| same_party(one, name) || ends_in(one, name)));
        // A name that is blamed once in passing is not a party of the case.
        let top = ranked.first().map_or(0, |(_, count)| *count);
        ranked.retain(|(_, count)| count * 8 >= top);
        ranked.truncate(MOST_ACCUSED);
        let designated: Vec<String> = designated.ranked().into_iter().map(|(name, _)| name).collect();
        let is_listed = |name: &str| designated.iter().any(|listed| same_party(listed, name));
        let more = designated.iter().filter(|name| !ranked.iter().any(|(known, _)| same_party(known, name)));
        let mut ranked: Vec<String> = ranked.iter().map(|(name, _)| name.clone()).chain(more.cloned()).collect();
        // What a campaign is always against is its target.
        ranked.retain(|name| !is_only_target(page, name));
        ranked.truncate(MOST_NAMED);
        let accused: Vec<Accused> = ranked
            .into_iter()
            .map(|name| {
                let labs = labs.iter().filter(|(_, parent)| same_party(parent, &name)).map(|(lab, _)| lab.clone()).collect();
                Accused { designated: is_listed(&name), name, labs }
            })
            .collect();
        let target = target(page, accuser.as_deref(), &accused).or_else(|| attacked(page, &accused));
        let author = author(page, about, accuser.as_deref());
        // A text that tells in the first person what it found accuses itself.
        let accuser = accuser.or_else(|| author.clone().filter(|_| !accused.is_empty()));
        Self { accuser, others, accused, target, author }
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
        // Who prosecutes or sanctions was not the target.
        let harmed = self.accuser.as_deref().filter(|accuser| !crate::roles::is_agency(accuser));
        match (accused, self.target.as_deref().or(harmed)) {
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

    /// Whether `name` is one who accuses beside the first.
    pub(crate) fn also_accuses(&self, name: &str) -> bool {
        self.others.iter().any(|other| same_party(other, &short_name(name)))
    }

    /// Whether `sentence` names the accuser or one of the accused.
    pub(crate) fn concerns(&self, sentence: &Sentence) -> bool {
        !self.accused_in(sentence).is_empty()
            || self.accuser.as_deref().is_some_and(|name| holds_name(&sentence.text, name))
            || self.target.as_deref().is_some_and(|name| holds_name(&sentence.text, name))
    }
}

/// The publisher, where the text is its own account: it is who accuses, a public body, or speaks in the first person.
fn author(page: &Page<'_>, about: &About<'_>, accuser: Option<&str>) -> Option<String> {
    let publisher = about.publisher?;
    // "Halden Security Blog" is Halden's.
    let own = OWN_PAGES.replace(publisher, "");
    let ours = accuser.is_some_and(|accuser| same_party(accuser, &short_name(&own)));
    let first_person = || {
        let spoken =
            |passage: &crate::page::Passage, at: usize| passage.quotations.iter().any(|quoted| quoted.range.contains(&at));
        page.passages
            .iter()
            .filter(|passage| crate::page::transcript_label(&passage.text).is_none())
            .flat_map(|passage| WE_FOUND.find_iter(&passage.text).filter(|found| !spoken(passage, found.start())))
            .count()
    };
    // A blog's author is whose blog it is.
    let name = if ours && own != publisher { accuser.unwrap_or(publisher) } else { publisher };
    (ours || crate::roles::is_agency(publisher) || first_person() > 1).then(|| name.to_owned())
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
        for lab in ITS_LAB.captures_iter(&sentence.text).chain(ITS_NAMED.captures_iter(&sentence.text)) {
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
