//! The names of parties by their form: short ones, and which are one party's.

use super::LAB;
use crate::pattern::patterns;

patterns! {
    CORPORATE = r"(?:,?\s+(?:Group|Holdings?|Ltd|Limited|Inc|Incorporated|Corp|Corporation|PBC|LLC|PLC|plc|Co|Company|AG|GmbH|SA|NV|AB)\b\.?)+$";
    BODY_END = r"^(?:AI|Labs?|Group|Inc|Corp|Systems|Works|Technologies|Cloud|Compute|Dynamics|Security|Research|Trading|Industries|Office|Department|Committee|Bank|Institute|Agency|Bureau)$";
    DEMONYM = r"^(?:(?:U\.?S\.?A?|UK|EU|Americans?|British|Chinese|Russian|Iranian|Israeli|Indian|Japanese|Korean|(?:North|South) Korean|European|Western|Asian|French|German|Dutch|Australian|Canadian|Taiwanese|Singaporean|China|Washington|Beijing|Moscow)(?: AI| tech| firm| API| GPU)?|AI)$";
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

/// A model's name without the words for what it is: "Corvid AI" is Corvid.
pub(crate) fn model_name(name: &str) -> String {
    let short = short_name(name);
    let kept: Vec<&str> = short.split_whitespace().collect();
    let end = kept.iter().position(|word| matches!(*word, "AI" | "Model" | "Models" | "LLM" | "API")).unwrap_or(kept.len());
    if end == 0 { short } else { kept.get(..end).unwrap_or(&kept).join(" ") }
}

/// Whether two names are one party by form: equal, or one begins with the other's words.
pub(crate) fn same_party(a: &str, b: &str) -> bool {
    let begins = |long: &str, short: &str| long.strip_prefix(short).is_some_and(|rest| rest.starts_with([' ', '\'', '’']));
    // "Iranian Amber Heron" is Amber Heron.
    let peoples = |long: &str, short: &str| long.strip_suffix(short).is_some_and(|rest| is_demonym(rest.trim_end()));
    // "OSTER" is Oster.
    let shouted = || a.len() > 3 && a.eq_ignore_ascii_case(b);
    a == b || shouted() || begins(a, b) || begins(b, a) || ends_in(a, b) || ends_in(b, a) || peoples(a, b) || peoples(b, a)
}

/// Whether `text` holds `name` as whole words.
pub(crate) fn holds_name(text: &str, name: &str) -> bool {
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    text.match_indices(name).any(|(at, _)| edge(text[..at].chars().next_back()) && edge(text[at + name.len()..].chars().next()))
}

/// Whether `short` is the last name in `long`: "Ruiz" of "Dana Ruiz".
pub(crate) fn ends_in(long: &str, short: &str) -> bool {
    short.len() > 2
        && !short.contains(' ')
        && !BODY_END.is_match(short)
        && long.strip_suffix(short).is_some_and(|rest| rest.ends_with(' '))
}

/// Whether both names end in the same lab: "the tech group's Tern lab" and "Meridian's Tern lab".
pub(crate) fn ends_as(lab: &str, party: &str) -> bool {
    let own = |name: &str| name.rsplit_once("'s ").or_else(|| name.rsplit_once("’s ")).map(|(_, own)| own.to_owned());
    own(lab).is_some_and(|lab| own(party) == Some(lab))
}

/// The parent that the name of a lab bears: "Meridian" of "Meridian's Tern lab".
pub(crate) fn parent_in(lab: &str) -> Option<String> {
    LAB.captures(lab).and_then(|found| found.name("parent")).map(|parent| short_name(parent.as_str()))
}

/// Whether a word ends the names of bodies and products, and names nobody by itself.
pub(crate) fn is_common_end(word: &str) -> bool {
    BODY_END.is_match(word)
}
