//! Names that one sentence alone does not show, settled by what the rest of the text calls by name.

use crate::page::{Passage, Sentence};
use crate::pattern::patterns;
use dossier_grammar::{Found, Name, NameKind};
use std::collections::BTreeMap;

patterns! {
    /// What follows a name that stands for a whole party.
    STANDS_ALONE = r"^(?:,\s+(?:an?|the|which|who|whose|for|in|by)\s|\s+(?:has|had|is|was|did|does|will|would|could|said|says|denied|declined|told|admitted|also|then|later|itself|never|responded|confirmed|and)\s)";
    COMMON_START = r"^(?:National|House|Senate|Commerce|Treasury|United|New|North|South|West|East|Federal|General|State|States|Justice|Homeland|Office|Bureau|Department|Ministry|American|European|Chinese|Russian|British|International|Central|First|Digital|Global|Royal|Public|Security|Cyber|Defense|Defence|Energy|Trade|Health|Financial|Research|Internet|Judge|Senator|President|Attorney|Export|Special|Joint|Select|Hackers|Researchers|Prosecutors|Officials)$";
    /// Words that a grammar of names can take for the start of one, at the start of a sentence.
    pub(crate) FUNCTION_WORD = r"^(?:The|A|An|In|It|Its|This|These|Those|That|They|He|She|We|For|But|And|However|According|On|At|By|If|When|While|As|Of|From|With|Some|Many|Why|How|What|Who|There|Their|Such|Moving|Previous|After|Before|Between)$";
}

/// The first word of a sentence is capitalised anyway: it is a name where the same words are a name elsewhere in the text.
pub(crate) fn settle(passages: &mut [Passage]) {
    let mut known: BTreeMap<String, NameKind> = BTreeMap::new();
    for sentence in passages.iter().flat_map(|passage| &passage.sentences) {
        for name in sentence.names.iter().filter(|name| name.range.start > 0) {
            known.entry(name.what.text.clone()).or_insert(name.what.kind);
        }
    }
    // "Ruiz" begins a sentence after "Dana Ruiz" has been named.
    let last_names: Vec<(String, NameKind)> = known
        .iter()
        .filter(|(name, kind)| matches!(kind, NameKind::Person) || **kind == NameKind::Other && name.split(' ').count() == 2)
        .filter_map(|(name, kind)| name.rsplit_once(' ').map(|(_, last)| (last.to_owned(), *kind)))
        .filter(|(last, _)| last.chars().skip(1).any(char::is_lowercase) && !crate::document::is_common_end(last))
        .collect();
    for (last, kind) in last_names {
        known.entry(last).or_insert(kind);
    }
    for sentence in passages.iter_mut().flat_map(|passage| &mut passage.sentences) {
        if sentence.headline && sentence.names.is_empty() {
            sentence.names = known_names_in(&sentence.text, &known);
        }
        let first = sentence.text.split([' ', ',']).next().unwrap_or("");
        let begins = |name: &&String| {
            let rest = sentence.text.strip_prefix(name.as_str());
            rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
        };
        let longest =
            known.range(first.to_owned()..).take_while(|(name, _)| name.starts_with(first)).map(|(name, _)| name).filter(begins);
        let known_name = longest.max_by_key(|name| name.len()).filter(|_| !first.is_empty()).cloned();
        let known_name = known_name.or_else(|| begins_a_name(sentence, first, &known));
        let Some(name) = known_name.or_else(|| heads_a_list(sentence, first)) else { continue };
        let covered = sentence.names.first().is_some_and(|first| first.range.start == 0 && first.range.end >= name.len());
        if !covered {
            let kind = known.get(&name).copied().unwrap_or(NameKind::Other);
            sentence.names.retain(|other| other.range.start >= name.len());
            sentence.names.insert(0, Found { range: 0..name.len(), what: Name { text: name, kind } });
        }
    }
}

/// A first word that a longer name of the text begins with: "Halden, which ...", where it is Halden Systems elsewhere.
fn begins_a_name(sentence: &Sentence, first: &str, known: &BTreeMap<String, NameKind>) -> Option<String> {
    let is_word =
        first.chars().count() > 3 && first.chars().all(|c| c.is_alphanumeric() || c == '-') && !FUNCTION_WORD.is_match(first);
    let longer = format!("{first} ");
    let begins = || {
        let mut names = known.range(longer.clone()..).take_while(|(name, _)| name.starts_with(&longer));
        names.any(|(_, kind)| !matches!(kind, NameKind::Person | NameKind::Place))
    };
    let stands = is_word && STANDS_ALONE.is_match(sentence.text.get(first.len()..)?) && !COMMON_START.is_match(first);
    (stands && begins()).then(|| first.to_owned())
}

/// The names of the text that stand in a headline where every word is capitalised.
fn known_names_in(headline: &str, known: &BTreeMap<String, NameKind>) -> Vec<Found<Name>> {
    let mut found: Vec<Found<Name>> = Vec::new();
    let mut at = 0;
    while let Some(word) = headline.get(at..).filter(|rest| !rest.is_empty()) {
        let first = word.split(|c: char| !(c.is_alphanumeric() || c == '-')).next().unwrap_or("");
        let begins =
            |name: &&String| word.strip_prefix(name.as_str()).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        let names =
            known.range(first.to_owned()..).map(|(name, _)| name).take_while(|name| !first.is_empty() && name.starts_with(first));
        let step = match names.filter(begins).max_by_key(|name| name.len()) {
            Some(name) => {
                let kind = known.get(name).copied().unwrap_or(NameKind::Other);
                found.push(Found { range: at..at + name.len(), what: Name { text: name.clone(), kind } });
                name.len()
            }
            None => first.len(),
        };
        at += step;
        at += headline.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    }
    found
}

/// A capitalised first word that a comma or "and" joins to a name: "Norrland, Halden and Oster".
fn heads_a_list(sentence: &Sentence, first: &str) -> Option<String> {
    let next = sentence.names.first()?;
    let gap = sentence.text.get(first.len()..next.range.start)?.trim();
    let is_name = first.starts_with(char::is_uppercase) && first.chars().all(|c| c.is_alphanumeric() || c == '-');
    (is_name && !FUNCTION_WORD.is_match(first) && !first.ends_with("ly") && matches!(gap, "," | "and" | "&"))
        .then(|| first.to_owned())
}
