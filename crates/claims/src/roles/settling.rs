//! Of everything that a text shows of one name, the one part that counts, once.

use super::bodies::{self, is_initials, key};
use crate::document::short_name;
use crate::page::Page;
use crate::pattern::patterns;
use dossier_model::{ClaimKind, Content, Hedge};
use std::collections::{BTreeMap, BTreeSet};

patterns! {
    ALIAS = r"(?P<name>\p{Lu}[\p{L}\d&.'’-]*(?:\s+(?:(?:of|and|for|the|on|in)\s+)*\p{Lu}[\p{L}\d&.'’-]*){0,8})\s+\((?P<alias>[\p{Lu}][\p{L}.&-]{1,9})\)";
    /// Nobody by name: "House lawmakers", "White House officials".
    NOBODY = r"\b(?:lawmakers|officials|senators|members|representatives|leaders|regulators|authorities|administration|companies|firms|labs|prosecutors|agencies|committees)$";
}

/// The roles, the one that counts first.
const RANKS: &[&str] = &[
    "designated",
    "accused",
    "accuser",
    "victim",
    "target model",
    "official",
    "agency",
    "committee",
    "parent",
    "lab",
    "outlet",
    "addressee",
];

fn rank(role: &str) -> usize {
    RANKS.iter().position(|one| *one == role).unwrap_or(RANKS.len())
}

/// Leaves of the parts in `out` one for each name.
pub(crate) fn settle(page: &Page<'_>, out: &mut Vec<Content>) {
    let aliases = aliases(page);
    let (mut parts, rest): (Vec<Content>, Vec<Content>) =
        std::mem::take(out).into_iter().partition(|content| content.kind == ClaimKind::Party);
    *out = rest;
    // A letter goes to somebody by name; what is a piece of a longer name of an office is none.
    let names = |part: &Content| {
        part.subject.starts_with(char::is_uppercase)
            || bodies::agencies(&part.subject).is_empty() && part.subject.contains("attorney general")
    };
    let piece = |part: &Content| {
        let quote = &part.quotes.first().text;
        quote.rfind(&part.subject).is_some_and(|at| {
            let bodies = bodies::agencies(quote).into_iter().chain(bodies::committees(quote));
            bodies.into_iter().any(|body| body.range.start < at + part.subject.len() && at < body.range.end)
        })
    };
    parts.retain(|part| role_of(part) != "addressee" || names(part) && !NOBODY.is_match(&part.subject) && !piece(part));
    let designates = parts.iter().any(|part| role_of(part) == "designated");
    // An agency that sanctions somebody accuses him in passing.
    let agencies: Vec<String> = parts.iter().filter(|part| role_of(part) == "agency").map(|part| part.subject.clone()).collect();
    parts.retain(|part| {
        !(designates && role_of(part) == "accuser" && agencies.iter().any(|agency| same(agency, &part.subject, &aliases)))
    });
    // The accusation is one body's; others that pass it on act with it.
    let charges =
        |part: &Content| role_of(part) == "accuser" && agencies.iter().any(|agency| same(agency, &part.subject, &aliases));
    let first = parts.iter().filter(|part| charges(part) && !part.headline).min_by_key(|part| part.quotes.first().start);
    if let Some(first) = first.map(|part| part.subject.clone()) {
        parts.retain(|part| !charges(part) || same(&first, &part.subject, &aliases));
    }
    // The words of the text before those of a headline, the first place before a later one.
    parts.sort_by_key(|part| (part.headline, part.quotes.first().start, part.quotes.first().end));
    let mut groups: Vec<Vec<Content>> = Vec::new();
    for part in parts {
        match groups.iter_mut().find(|group| group.iter().any(|other| alike(other, &part, &aliases))) {
            Some(group) => group.push(part),
            None => groups.push(vec![part]),
        }
    }
    for mut group in groups {
        // Who accuses by office is known by the office.
        if group.iter().any(|part| matches!(role_of(part), "official" | "agency")) {
            group.retain(|part| role_of(part) != "accuser");
        }
        let Some(best) = group.iter().map(|part| rank(role_of(part))).min() else { continue };
        let mut kept: Option<Content> = None;
        for part in group.iter().filter(|part| rank(role_of(part)) == best) {
            if kept.is_none() {
                kept = Some(part.clone());
            }
        }
        let Some(mut kept) = kept else { continue };
        // A person by the fullest name that shows the same office.
        if role_of(&kept) == "official"
            && let Some(full) = group.iter().filter(|part| role_of(part) == "official").max_by_key(|part| part.subject.len())
            && !kept.subject.contains(' ')
        {
            kept = full.clone();
        }
        // A part is recorded, whatever is alleged of the name or found by a court.
        kept.hedge = Hedge::Asserted;
        out.push(kept);
    }
}

/// Of the designated that the cast knows, those that a sentence shows to be designated.
pub(crate) fn borne_out(listed: Vec<Content>, out: &[Content]) -> Vec<Content> {
    let shown: Vec<&Content> = out.iter().filter(|part| role_of(part) == "designated").collect();
    listed
        .into_iter()
        .filter(|one| shown.iter().any(|part| subset(&part.subject, &one.subject) && part.subject.len() <= one.subject.len()))
        .collect()
}

fn role_of(part: &Content) -> &str {
    part.value.as_deref().unwrap_or("")
}

fn alike(a: &Content, b: &Content, aliases: &BTreeMap<String, String>) -> bool {
    let bodies = |part: &Content| matches!(role_of(part), "agency" | "committee");
    // "Halden Corvid" is not the model Corvid.
    if (role_of(a) == "target model") != (role_of(b) == "target model") {
        return a.subject == b.subject;
    }
    // An owner's name is not its lab's.
    let owns = |part: &Content| role_of(part) == "lab" && (part.subject.contains("'s ") || part.subject.contains("’s "));
    if owns(a) != owns(b) {
        return false;
    }
    if bodies(a) || bodies(b) {
        return same(&a.subject, &b.subject, aliases);
    }
    // Of a list, "Harbor Land" and "Harbor Land Technology" are two.
    if role_of(a) == "designated" && role_of(b) == "designated" {
        let (a, b) = (short_name(&a.subject), short_name(&b.subject));
        return a == b || a.ends_with(&format!(" {b}")) || b.ends_with(&format!(" {a}"));
    }
    same(&a.subject, &b.subject, aliases) || subset(&a.subject, &b.subject)
}

/// Whether both are names of one body.
fn same(a: &str, b: &str, aliases: &BTreeMap<String, String>) -> bool {
    let full = |name: &str| aliases.get(&key_text(name)).cloned().unwrap_or_else(|| name.to_owned());
    key(&full(a)) == key(&full(b)) || is_initials(a, b) || is_initials(b, a)
}

fn key_text(name: &str) -> String {
    name.chars().filter(|c| *c != '.').collect::<String>().to_lowercase()
}

/// Whether all words of one are words of the other.
fn subset(a: &str, b: &str) -> bool {
    let words = |name: &str| -> BTreeSet<String> {
        let name = name.to_lowercase().replace('’', "'");
        let words = name.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '-' | '&')));
        words.filter(|word| !word.is_empty() && *word != "the").map(|word| word.trim_end_matches("'s").to_owned()).collect()
    };
    let (a, b) = (words(a), words(b));
    !a.is_empty() && !b.is_empty() && (a.is_subset(&b) || b.is_subset(&a))
}

/// The names that the text itself shortens in brackets.
fn aliases(page: &Page<'_>) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for passage in &page.passages {
        for one in ALIAS.captures_iter(&passage.text) {
            if let (Some(name), Some(alias)) = (one.name("name"), one.name("alias"))
                && is_initials(alias.as_str(), last_words(name.as_str(), alias.as_str()))
            {
                found.entry(key_text(alias.as_str())).or_insert_with(|| last_words(name.as_str(), alias.as_str()).to_owned());
            }
        }
    }
    found
}

/// The end of `name` that `alias` is made of.
fn last_words<'n>(name: &'n str, alias: &str) -> &'n str {
    let starts = name.char_indices().filter(|(at, _)| *at == 0 || name[..*at].ends_with(' ')).map(|(at, _)| at);
    starts.map(|at| &name[at..]).find(|end| is_initials(alias, end)).unwrap_or(name)
}
