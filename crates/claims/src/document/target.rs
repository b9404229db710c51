//! Whom or what the campaign was against.

use super::{Accused, Scores, holds_name, model_name, same_party};
use crate::page::Page;
use crate::pattern::patterns;
use dossier_grammar::NameKind;
use std::collections::BTreeSet;

patterns! {
    AGAINST = r"(?i)\b(?:campaigns?|operations?|attacks?|efforts?)\s+(?:against|on)\s+(?:its\s+|the\s+)?$";
    /// Words before and behind the name of a model.
    EXCHANGED = r"(?i)(?:exchanges|conversations|interactions|queries|prompts|dialogues)\s+with\s+(?:its\s+|the\s+)?$";
    TARGET_BEFORE = r"(?i)\b(?:access(?:ing|ed|es)?|distil(?:l|ls|led|ling)?|clon(?:e|ed|ing)|cop(?:y|ied|ying)|prob(?:e|ed|ing)|extract(?:ed|ing)? (?:\w+ ){0,3}from|against|misused|using|replicat(?:e|ed|ing)|target(?:s|ed|ing)?|distillation\s+from)\s+(?:its\s+|the\s+|(?-i:\p{Lu})[\w-]*['’]s\s+)?$";
    TARGET_AFTER = r"^(?:['’]s)?\s+(?:(?:artificial[- ]intelligence|AI|language|frontier|flagship)\s+)*(?:models?|chatbots?|assistants?|platform|API|cloning)\b|^['’]s\s+(?:[\w-]+\s+){0,4}(?:capabilit|reasoning|coding|abilities)";
    OWN_BEFORE = r"(?i)(?:\b(?:its|their|our|his|the)\s+(?:[\w-]+\s+){0,2}|\p{Lu}[\w-]*['’]s\s+)$";
    OWN_AFTER = r"(?i)^\s+(?:(?:artificial[- ]intelligence|AI|language|frontier|flagship)\s+)*(?:models?|chatbot|assistant|family\s+of\s+(?:\w+\s+)?models)\b";
    OWN_APPOSED = r"(?i)^,\s+(?:our|its|their)\s+(?:[\w-]+\s+){0,2}(?:model|assistant|chatbot)\b";
    OUR_MODEL = r"(?i)\b(?:our|its)\s+(?:[\w-]+\s+){0,2}(?:model|assistant|chatbot),\s+$";
}

/// The model that was targeted: the name that stands most often where a model's name stands.
pub(super) fn target(page: &Page<'_>, accuser: Option<&str>, accused: &[Accused]) -> Option<String> {
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
            let owns = sentence.words(name.range.start + name.what.text.len()..sentence.text.len()).starts_with(['\'', '’']);
            if owns && name.what.text.len() > short.len() {
                continue;
            }
            let words_before = sentence.words(0..name.range.start);
            let exchanged = EXCHANGED.is_match(words_before);
            let before = exchanged || TARGET_BEFORE.is_match(words_before);
            let after = TARGET_AFTER.is_match(sentence.words(name.range.start + name.what.text.len()..sentence.text.len()))
                || name.what.text.len() > short.len();
            let near = before || accuser.is_some_and(|accuser| holds_name(&sentence.text, accuser));
            // "its Corvid model", "Corvid, our flagship model", "the Corvid assistant".
            let own = OWN_BEFORE.is_match(words_before)
                && OWN_AFTER.is_match(sentence.words(name.range.start + name.what.text.len()..sentence.text.len()))
                || OWN_APPOSED.is_match(sentence.words(name.range.start + name.what.text.len()..sentence.text.len()))
                || OUR_MODEL.is_match(words_before);
            if own && !sentence.headline {
                scores.add(&short, 2);
                sure.insert(short.clone());
            }
            scores.add(&short, u32::from(before) + u32::from(exchanged) + 2 * u32::from(after && near));
            if exchanged || (after && near) {
                sure.insert(short);
            }
        }
    }
    scores.ranked().into_iter().find(|(name, count)| *count >= 2 && sure.contains(name)).map(|(name, _)| name)
}

/// Whom or what a text says that a campaign was against.
pub(super) fn attacked(page: &Page<'_>, accused: &[Accused]) -> Option<String> {
    let mut sentences = page.passages.iter().flat_map(|passage| &passage.sentences);
    let name = sentences.find_map(|sentence| {
        sentence
            .names
            .iter()
            .find(|name| AGAINST.is_match(sentence.words(0..name.range.start)) && name.what.kind != NameKind::Place)
    })?;
    let name = model_name(&name.what.text);
    (!accused.iter().any(|one| same_party(&one.name, &name))).then_some(name)
}

/// Whether `name` stands only behind "campaign against".
pub(super) fn is_only_target(page: &Page<'_>, name: &str) -> bool {
    let mut places = page.passages.iter().flat_map(|passage| {
        passage.text.match_indices(name).map(|(at, _)| passage.text.get(..at).is_some_and(|before| AGAINST.is_match(before)))
    });
    places.next().is_some_and(|first| first && places.all(|place| place))
}
