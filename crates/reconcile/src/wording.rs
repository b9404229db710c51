//! Worded values, made comparable by their content words: "Advanced software-engineering capabilities" and "software
//! engineering" have the same; "agentic reasoning" has one more than "reasoning".

use std::collections::BTreeSet;

/// Words that grade a thing without making it another.
const GRADES: &[&str] = &[
    "advanced",
    "multi-step",
    "multistep",
    "frontier",
    "high-value",
    "highest-value",
    "complex",
    "sophisticated",
    "cutting-edge",
    "state-of-the-art",
    "various",
    "several",
    "certain",
    "leading",
    "large-scale",
    "industrial-scale",
];

/// Words that carry nothing of their own.
const FUNCTION_WORDS: &[&str] = &[
    "a",
    "an",
    "the",
    "of",
    "to",
    "and",
    "or",
    "in",
    "on",
    "for",
    "its",
    "their",
    "with",
    "by",
    "at",
    "that",
    "which",
    "is",
    "are",
    "was",
    "were",
    "be",
    "been",
    "has",
    "have",
    "had",
    "as",
    "model",
    "capability",
    "ability",
    "skill",
    "task",
    "use",
];

/// Words that a report uses for one another.
const SYNONYMS: &[(&str, &str)] =
    &[("firm", "company"), ("corporation", "company"), ("u.s", "us"), ("fake", "fraudulent"), ("bogus", "fraudulent")];

/// Words that turn a meaning round: a value with one is never the same as one without.
const NEGATIONS: &[&str] = &["no", "not", "never", "without", "none", "declined", "denied"];

/// The content words of `text`, in the singular.
pub(crate) fn content_words(text: &str) -> BTreeSet<String> {
    let text = text.to_lowercase().replace('’', "'");
    text.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '\'' && c != '.')
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !GRADES.contains(word))
        .flat_map(|word| word.split('-'))
        .map(|word| singular(word.strip_suffix("'s").unwrap_or(word)))
        .filter(|word| !word.is_empty() && !FUNCTION_WORDS.contains(&word.as_str()))
        .map(|word| SYNONYMS.iter().find(|(one, _)| *one == word).map_or(word, |(_, other)| (*other).to_owned()))
        .collect()
}

/// Whether `more` says all that `less` says, and more, without turning it round.
pub(crate) fn narrows(less: &BTreeSet<String>, more: &BTreeSet<String>) -> bool {
    less.len() < more.len() && less.is_subset(more) && more.difference(less).all(|word| !NEGATIONS.contains(&word.as_str()))
}

/// The singular of a lower-case word, by its ending; good enough to compare words, not to print them.
pub(crate) fn singular(word: &str) -> String {
    let strip = |suffix: &str, rest: &str| word.strip_suffix(suffix).map(|stem| format!("{stem}{rest}"));
    let ends = |suffixes: &[&str]| suffixes.iter().any(|suffix| word.ends_with(suffix));
    let singular = if word.len() > 4 && word.ends_with("ies") {
        strip("ies", "y")
    } else if ends(&["sses", "xes", "ches", "shes"]) {
        strip("es", "")
    } else if word.len() > 3 && !ends(&["ss", "us", "is"]) {
        strip("s", "")
    } else {
        None
    };
    singular.unwrap_or_else(|| word.to_owned())
}

/// Adjectives before a counted noun that do not make it another unit.
const COUNTED_AS: &[&str] = &[
    "fraudulent",
    "fake",
    "bogus",
    "sham",
    "false",
    "user",
    "individual",
    "separate",
    "different",
    "distinct",
    "unique",
    "total",
];

/// Two spellings of one unit have the same key: "fraudulent accounts" and "account".
pub(crate) fn unit_key(unit: Option<&str>) -> String {
    let words = unit.unwrap_or_default().to_lowercase();
    let words: Vec<&str> = words.split_whitespace().collect();
    let mut kept: Vec<String> = words.iter().filter(|word| !COUNTED_AS.contains(*word)).map(|word| singular(word)).collect();
    if kept.is_empty() {
        kept = words.iter().map(|word| singular(word)).collect();
    }
    kept.join(" ")
}

/// Units that a reader could take for one another though each counts something else.
const INTERACTIONS: &[&str] =
    &["exchange", "conversation", "query", "prompt", "request", "message", "interaction", "session", "chat", "call", "response"];

/// Whether the unit counts some sort of interaction with a model.
pub(crate) fn is_interaction(unit_key: &str) -> bool {
    unit_key.rsplit(' ').next().is_some_and(|noun| INTERACTIONS.contains(&noun))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grades_plurals_and_case_do_not_make_another_value() {
        let same = |a: &str, b: &str| assert_eq!(content_words(a), content_words(b), "{a} / {b}");
        same("Advanced software-engineering capabilities", "software engineering");
        same("multi-step agentic reasoning", "agentic reasoning");
        same("proxy networks", "proxy network");
        assert_ne!(content_words("not independently verified"), content_words("independently verified"));
    }

    #[test]
    fn a_negation_never_narrows() {
        let narrows = |less: &str, more: &str| super::narrows(&content_words(less), &content_words(more));
        assert!(narrows("reasoning", "agentic reasoning"));
        assert!(!narrows("agentic reasoning", "reasoning"));
        assert!(!narrows("independently verified", "not independently verified"));
        assert!(!narrows("reasoning", "reasoning"));
    }

    #[test]
    fn units_meet_without_their_adjectives() {
        assert_eq!(unit_key(Some("fraudulent accounts")), unit_key(Some("Accounts")));
        assert_ne!(unit_key(Some("exchanges")), unit_key(Some("conversations")));
        assert!(is_interaction(&unit_key(Some("queries"))) && !is_interaction(&unit_key(Some("accounts"))));
    }
}
