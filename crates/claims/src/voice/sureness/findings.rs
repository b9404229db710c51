//! Who found what a text tells: its accuser, or others whom it passes on.

use crate::document::{Cast, same_party, short_name};
use crate::page::Sentence;
use crate::pattern::patterns;
use dossier_model::ClaimKind;
use std::ops::Range;

patterns! {
    /// What an accuser does who tells what it found.
    FOUND = r"(?i)^(?:\s+\([^)]*\))?\s+(?:has\s+|have\s+|had\s+|also\s+)*(?:document|identif|detect|uncover|trac|attribut|count|logg|detail|record|flagg)(?:s|ed|es|ied|ies)\b";
    /// What researchers and others do who tell what they saw.
    OBSERVED = r"(?i)^(?:\s+\([^)]*\))?\s+(?:(?:has|have|had|also|recently|first)\s+)*(?:observed|documented|detailed|recorded|logged|measured|estimated|tracked|spotted|counted|tallied)\s";
    RESEARCHERS = r"(?i)^(?:(?:[\w-]+\s+){0,3}?(?:researchers|analysts|experts|scientists|academics|observers|economists))\b|\b(?:U\.?S\.?|\p{Lu}\p{Ll}+(?:ese|ian|ean|ish|an))\s+(?:authorities|officials|researchers)\b";
}

/// Whether somebody else than publisher and accuser found what stands behind: "Researchers have documented", "Oster observed a surge".
pub(super) fn found_by_others(sentence: &Sentence, range: &Range<usize>, kind: ClaimKind, cast: &Cast) -> bool {
    let own = |name: &str| cast.author.as_deref().is_some_and(|author| same_party(&short_name(author), &short_name(name)));
    let behind = |at: usize| {
        OBSERVED.find(sentence.words(at..sentence.text.len())).is_some_and(|verb| {
            // When it was found is no part of what was found.
            let apart = kind == ClaimKind::Period && range.start < at + verb.start();
            at + verb.start() < range.end && !apart
        })
    };
    let named = sentence.names.iter().filter(|name| name.range.start <= range.start.max(1) && !own(&name.what.text));
    let mut ends = named.map(|name| name.range.start + name.what.text.len());
    ends.any(behind) || RESEARCHERS.find(&sentence.text).is_some_and(|who| behind(who.end()))
}

/// Whether an accuser found what stands at `range`, by the verb of the sentence.
pub(super) fn found_by_accuser(sentence: &Sentence, range: &Range<usize>, cast: &Cast) -> bool {
    sentence.names.iter().filter(|name| name.range.start <= range.start).any(|name| {
        let end = name.range.start + name.what.text.len();
        let accuses = cast.is_accuser(&name.what.text) || cast.also_accuses(&name.what.text);
        accuses && FOUND.find(sentence.words(end..sentence.text.len())).is_some_and(|verb| end + verb.start() < range.end)
    })
}
