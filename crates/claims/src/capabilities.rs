//! What was targeted in a model: one claim for each capability.

use crate::lexicon::{CAPABILITY_HEADS, CAPABILITY_MODIFIERS};
use crate::page::Sentence;
use crate::pattern::{compile, patterns};
use crate::propose::Reader;
use crate::voice::Matter;
use dossier_model::{ClaimKind, Content};
use regex::Regex;
use std::sync::LazyLock;

patterns! {
    TRIGGER = r"(?i)\b(?:target(?:s|ed|ing)?(?:\s+at)?|focus(?:es|ed|ing)?\s+on|concentrat(?:es|ed|ing)\s+on|cent(?:er|re)(?:s|d|ed)?\s+on|(?:aim|direct|gear)(?:s|ed|ing)?\s+(?:at|toward|towards)|extract(?:s|ed|ing)?|harvest(?:s|ed|ing)?|replicat(?:e|es|ed|ing)|siphon(?:s|ed|ing)?(?:\s+off)?|pursu(?:e|es|ed|ing)|sought|seeking)\b";
    END = r"(?i)[.;](?:\s|$)|\b(?:rather than|instead of|unlike|employed|generated|using|according to)\b";
    CLOSING = r"(?i)\b(?:capabilit(?:y|ies)|abilit(?:y|ies)|skills|tasks|features|workflows|domains)\b";
    CAMPAIGN = r"(?i)\b(?:campaigns?|operations?|efforts?|attacks?|move|accounts|exchanges)\b";
}

/// Heads that are capabilities only in a list that says so.
const WEAK: &[&str] = &[
    "search",
    "memory",
    "research",
    "writing",
    "knowledge",
    "alignment",
    "vision",
    "planning",
    "translation",
    "agents",
    "grading",
    "cybersecurity",
    "math",
    "mathematics",
    "programming",
];

static PHRASE: LazyLock<Regex> = LazyLock::new(|| {
    let mut heads = CAPABILITY_HEADS.to_vec();
    heads.sort_by_key(|head| std::cmp::Reverse(head.len()));
    compile(&format!(r"(?i)\b(?:(?:{})\s+)*(?P<head>{})\b", CAPABILITY_MODIFIERS.join("|"), heads.join("|")))
});

/// Targeted capabilities.
pub(crate) fn propose(reader: &Reader<'_, '_>, out: &mut Vec<Content>) {
    if reader.cast.accused.is_empty() && reader.cast.accuser.is_none() {
        return;
    }
    for sentence in reader.page.sentences() {
        let on_campaign = sentence.row.is_some() || reader.cast.concerns(sentence) || CAMPAIGN.is_match(&sentence.text);
        if on_campaign {
            in_sentence(reader, sentence, out);
        }
    }
}

fn in_sentence(reader: &Reader<'_, '_>, sentence: &Sentence, out: &mut Vec<Content>) {
    let mut done = 0;
    for trigger in TRIGGER.find_iter(&sentence.text) {
        let from = trigger.end().max(done);
        let to = END.find_at(&sentence.text, from).map_or(sentence.text.len(), |end| end.start());
        let region = sentence.words(from..to);
        let list_end = CLOSING.find_iter(region).last().map(|closing| closing.start());
        for phrase in PHRASE.captures_iter(region) {
            let (Some(whole), Some(head)) = (phrase.get(0), phrase.name("head")) else { continue };
            if WEAK.contains(&head.as_str().to_lowercase().as_str()) && list_end.is_none_or(|end| end < whole.end()) {
                continue;
            }
            let range = from + whole.start()..from + whole.end();
            // The words that say it was targeted are part of the quote where they are near.
            let quote = if range.end - trigger.start() <= 90 { trigger.start()..range.end } else { range };
            let Some(mut content) = reader.claim(ClaimKind::Capability, sentence, quote, Matter::Campaign) else { continue };
            content.property = "targeted capability".to_owned();
            content.value = Some(whole.as_str().to_lowercase());
            out.push(content);
        }
        done = to;
    }
}
