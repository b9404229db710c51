//! Who does what a verb says: the words before it, without helpers, insertions and the circumstances of a sentence's beginning.

use crate::page::Sentence;
use crate::pattern::patterns;
use std::ops::Range;

/// A longer phrase before a verb is more than its subject.
const WORDS: usize = 14;

/// Words behind which a participle belongs to a noun: "the accused company".
const ARTICLES: &[&str] = &["the", "a", "an", "its", "their", "two", "three", "several", "of", "newly"];

patterns! {
    /// What stands between a subject and its verb, from the end.
    BETWEEN = r"(?i)\s+(?:has|have|had|is|are|was|were|be|been|being|also|then|now|later|since|today|yesterday|recently|already|previously|first|earlier|once|again|both|each|all|not|never|did|does|do|will|would|could|may|might|can|\w+ly|(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:late\s+|earlier\s+)?(?:last|this)\s+(?:week|month|year|spring|summer|autumn|fall|winter|quarter)|in\s+(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\s*)?(?:\d{4})?)$";
    /// Where the phrase of a subject begins.
    EDGE = r"(?i)[,;:]\s+|\s*[—–]\s*|\s-\s|[“”\x22]|^\s+|\b(?:that|which|who|whom|where|while|whose|but|because|although|though|when|whether|after|before|if|as|than|said|says|so|until|unless)\s+";
    JOINED = r"(?i)\b(?:and|or|then|to|not)$";
    RELATIVE = r"(?i),?\s+(?:that|which|who)$";
    FINITE = r"(?:^|\s)(?:has|have|had|is|are|was|were|said|says|will|would|took|made|led|left|gave|sent|ran|sold|held|found|told|wrote|began|became|kept|paid|put|went|came|got|saw|shut|hit|[a-z]{3,}ed)(?:\s|$)";
    CIRCUMSTANCE = r"(?i)^(?:on|in|at|since|by|from|under|during|with|for|following|through|meanwhile|separately|also|then|and|earlier|last|this|yesterday|today|late|early|instead|still|yet|later)\b";
}

/// The subject of the verb that starts at `verb`, where there is one.
pub(crate) fn subject(sentence: &Sentence, verb: usize) -> Option<Range<usize>> {
    let mut end = stripped(sentence.words(0..verb));
    // "Sarvik, which has not been charged, said"; "OFAC, together with the Bureau, added".
    for _ in 0..2 {
        let Some(inside) = sentence.words(0..end).strip_suffix([',', '—', '–']) else { break };
        let inside = inside.trim_end();
        let open = inside.rfind([',', '—', '–'])?;
        end = stripped(sentence.words(0..open));
    }
    // "the operation that disrupted": what the pronoun stands for.
    if let Some(relative) = RELATIVE.find(sentence.words(0..end)) {
        end = relative.start();
    }
    let before = sentence.words(0..end);
    // A verb that "and" joins to another has its subject.
    if JOINED.is_match(before) {
        return None;
    }
    let mut start = EDGE.find_iter(before).last().map_or(0, |edge| edge.end());
    // "Commerce published the rule and Congress passed": the last of two thoughts.
    while let Some(and) =
        sentence.words(start..end).find(" and ").filter(|and| FINITE.is_match(sentence.words(start..start + and)))
    {
        start += and + " and ".len();
    }
    if CIRCUMSTANCE.is_match(sentence.words(start..end)) {
        let dated = sentence.periods.iter().find(|period| start <= period.range.start && period.range.start <= start + 14);
        let after = dated.map(|period| period.range.end).filter(|after| *after < end);
        let named = || sentence.names_in(start..end).map(|name| name.range.start).next();
        let article = |from: usize| {
            sentence.words(0..from).strip_suffix("the ").or(sentence.words(0..from).strip_suffix("The ")).map_or(from, str::len)
        };
        start = after.or_else(|| named().map(article)).unwrap_or(start);
    }
    let words = sentence.words(start..end);
    let start = start + (words.len() - words.trim_start().len());
    let count = sentence.words(start..end).split_whitespace().count();
    let told = FINITE.find(sentence.words(start..end)).is_some_and(|verb| {
        let before = sentence.words(start..start + verb.start());
        !before.is_empty()
            && !before.trim_end().rsplit(' ').next().is_some_and(|word| {
                ARTICLES.contains(&word.to_lowercase().as_str()) || word.ends_with("'s") || word.ends_with("’s")
            })
    });
    // "In a letter": nobody stands before it.
    let nobody = CIRCUMSTANCE.find(sentence.words(start..end)).is_some_and(|word| word.end() == end - start);
    ((1..=WORDS).contains(&count) && !told && !nobody).then_some(start..end)
}

/// Where `words` end without helpers and adverbs.
fn stripped(words: &str) -> usize {
    let mut words = words.trim_end();
    while let Some(between) = BETWEEN.find(words) {
        words = words.get(..between.start()).unwrap_or("").trim_end();
    }
    words.len()
}
