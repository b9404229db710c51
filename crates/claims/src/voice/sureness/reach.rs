//! How far a word that hedges reaches in its sentence.

use crate::page::Sentence;
use crate::pattern::patterns;
use dossier_grammar as grammar;
use dossier_model::Hedge;
use std::ops::Range;

patterns! {
    BRACKETS = r"\([^)]*\)";
    /// A phrase that an adverb begins.
    pub(crate) ADJUNCT = r"(?i)^\s+(?:with|by|through|via|using|for|from|in|at|as|after|under|on)\b";
    /// Where the reach of a word of speech ends.
    BREAK = r"(?i);|\bbut\b|,\s+(?:although|though|whereas|while)\b|\s[—–]\s";
    RELATIVE_BREAK = r"(?i);|\bbut\b|,\s+(?:although|though|whereas|while|which|who|whose|and)\b|\s[—–]\s";
    /// Verbs by which a view is told.
    TOLD = r"(?i)^(?:argue[sd]?|arguing|believe[sd]?|thinks)$";
    /// ", Halden alleged" at the end of a sentence, behind all that it governs.
    CLOSING = r"(?i),\s+(?:according\s+to\s+|(?:[^,;:]{1,70}\s)?)$";
    /// What may follow a verb of speech that closes its sentence: when and where it was said.
    AFTER_CLOSING = r"(?i)^(?:\s+(?:in|on|to|at|during|last|this|after|early|late|earlier|yesterday|today|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b[^,;:]*)?[.”\x22’\s]*$";
    /// ", Halden said", "according to Halden", behind what it governs.
    TRAILING = r"(?i)^(?:[”\x22’']|,|\s|\)|[\w\s.’'“”\x22$€£%&/-]|,\d|\([^)]*\))*$";
}

/// Whether the words of `found` govern what stands at `range`.
pub(super) fn governs(sentence: &Sentence, found: &grammar::Found<Hedge>, word: &str, range: &Range<usize>) -> bool {
    if found.range.start >= range.start && found.range.end <= range.end {
        return true;
    }
    let between = |from: usize, to: usize| sentence.words(from.min(to)..to);
    let before = found.range.end <= range.start;
    let gap = if before { between(found.range.end, range.start) } else { between(range.end, found.range.start) };
    // What stands in brackets ends no clause: "confirmed that they hit carriers (A, B, and C) in ten countries".
    let open = BRACKETS.replace_all(gap, "");
    let rest = || sentence.words(found.range.end..sentence.text.len());
    if !before
        && matches!(found.what, Hedge::Alleged | Hedge::Reported)
        && CLOSING.is_match(gap)
        && (word.ends_with("to") && rest().len() < 60 || AFTER_CLOSING.is_match(rest()))
    {
        return !gap.contains(';') && !gap.contains(" but ");
    }
    match found.what {
        // Words of one clause.
        // A view stated once covers its sentence; so do, to their right, "argues that" and "would".
        Hedge::Opinion if word.contains(' ') || before && TOLD.is_match(word) => !BREAK.is_match(gap),
        Hedge::Conditional if before && word == "would" => !RELATIVE_BREAK.is_match(gap),
        Hedge::Opinion | Hedge::Forecast | Hedge::Conditional | Hedge::Planned => {
            let clause = sentence.clause(found.range.clone());
            clause.start < range.end && range.start < clause.end && !(before && BREAK.is_match(gap))
        }
        Hedge::Denied | Hedge::Disputed => before && !RELATIVE_BREAK.is_match(gap) && gap.len() < 160,
        Hedge::Confirmed => before && !RELATIVE_BREAK.is_match(&open) || !before && gap.len() < 40,
        // ", allegedly with the help of": the adverb weakens what follows it.
        Hedge::Alleged
            if !before
                && is_adverb(word)
                && gap.trim_end().ends_with(',')
                && ADJUNCT.is_match(sentence.words(found.range.end..sentence.text.len())) =>
        {
            false
        }
        Hedge::Alleged if is_adverb(word) => {
            let clause = sentence.clause(found.range.clone());
            if before {
                !RELATIVE_BREAK.is_match(gap)
            } else {
                clause.start < range.end && range.start < clause.end
                    || word.ends_with("ly")
                        // "9,000 accounts allegedly run by": no further back.
                        && gap.split_whitespace().count() <= 4
                        && !BREAK.is_match(gap)
                        && !RELATIVE_BREAK.is_match(gap.trim_start_matches([',', ' ']))
            }
        }
        Hedge::Alleged | Hedge::Reported | Hedge::Asserted => {
            if before {
                !BREAK.is_match(gap)
            } else {
                // At its end, "according to the indictment" covers the whole sentence, "while" and all.
                let last = sentence.text.len() - found.range.end < 60;
                TRAILING.is_match(gap) && (!BREAK.is_match(gap) || last && !gap.contains(';') && !gap.contains(" but "))
            }
        }
    }
}

/// "allegedly", "suspected": words that stand by what they weaken.
fn is_adverb(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "allegedly" | "alleged" | "suspected" | "purported" | "purportedly" | "supposedly" | "ostensibly" | "believed"
    )
}
