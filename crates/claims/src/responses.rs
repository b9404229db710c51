//! What the accused and others answered, and whether anybody independent has checked.

use crate::document::short_name;
use crate::page::Sentence;
use crate::pattern::patterns;
use crate::propose::Reader;
use crate::voice::Matter;
use dossier_model::{ClaimKind, Content};

patterns! {
    NO_RESPONSE = r"(?i)\b(?:(?:has|have|had|did|does)\s+not|(?:has|have|had)n[’']t|didn[’']t)\s+(?:yet\s+)?(?:immediately\s+|publicly\s+)?(?:respond(?:ed)?|repl(?:y|ied)|comment(?:ed)?|return(?:ed)?\s+(?:a\s+)?(?:requests?|calls?|messages?))\b(?:\s+(?:publicly|immediately))?|could\s+not\s+(?:immediately\s+)?be\s+reached";
    DECLINED = r"(?i)\bdeclin(?:ed|es|ing)\s+(?:to\s+(?:comment|enter|elaborate|discuss|provide|say|answer|respond|confirm)|comment)\b";
    DENIAL = r"(?i)\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)|refut(?:es|ed|ing)|dismiss(?:es|ed))\s+(?:the\s+|any\s+|all\s+|these\s+|those\s+|having\s+|that\s+|wrongdoing|[\w’']+s\s+)";
    UNVERIFIED = r"(?i)\bno\s+(?:[\w-]+\s+){0,4}(?:has|have|had)\s+(?:independently\s+)?(?:verified|confirmed|corroborated)\b|\b(?:could|can)\s+not\s+(?:be\s+)?(?:independently\s+)?(?:verif\w+|confirm\w*)|\b(?:has|have|had)\s+not\s+(?:yet\s+)?(?:been\s+)?(?:independently\s+)?(?:verified|confirmed|corroborated)|\bunverified\b|\bnot\s+independently\s+(?:verified|confirmed)";
    VERIFIED = r"(?i)\b(?:independently\s+(?:verified|confirmed|corroborated)|(?:verified|confirmed|corroborated)\s+by)\s*(?P<by>[^,;]*)";
}

/// Responses and verification.
pub(crate) fn propose(reader: &Reader<'_, '_>, out: &mut Vec<Content>) {
    for passage in &reader.page.passages {
        let mut before: Option<String> = None;
        for sentence in passage.sentences.iter().filter(|sentence| !sentence.mute) {
            for (pattern, value) in [(&NO_RESPONSE, "no response"), (&DECLINED, "declined to comment"), (&DENIAL, "denial")] {
                if let Some(found) = pattern.find(&sentence.text) {
                    out.extend(response(reader, sentence, found.range(), value, before.as_deref()));
                }
            }
            verification(reader, sentence, out);
            before = sentence.names.first().map(|name| short_name(&name.what.text)).or(before);
        }
    }
}

fn response(
    reader: &Reader<'_, '_>,
    sentence: &Sentence,
    verb: std::ops::Range<usize>,
    value: &str,
    before: Option<&str>,
) -> Option<Content> {
    let named = sentence.name_before(verb.start, 3);
    let range = named.map_or(sentence.clause(verb.clone()).start, |name| name.range.start)..sentence.clause(verb.clone()).end;
    let mut content = reader.claim(ClaimKind::Response, sentence, range, Matter::Record)?;
    let pronoun = sentence
        .words(0..verb.start)
        .split_whitespace()
        .next_back()
        .is_some_and(|word| ["He", "She", "It", "They"].contains(&word));
    content.subject = match (named, before.filter(|_| pronoun)) {
        (Some(name), _) => short_name(&name.what.text),
        (None, Some(before)) => before.to_owned(),
        (None, None) => sentence.words(sentence.clause(verb.clone()).start..verb.start).trim().to_owned(),
    };
    if content.subject.is_empty() {
        return None;
    }
    content.value = Some(value.to_owned());
    Some(content)
}

fn verification(reader: &Reader<'_, '_>, sentence: &Sentence, out: &mut Vec<Content>) {
    if let Some(found) = UNVERIFIED.find(&sentence.text) {
        let clause = sentence.clause(found.range());
        let range = if found.as_str().to_lowercase().starts_with("no ") { found.start()..clause.end } else { clause };
        out.extend(
            reader
                .claim(ClaimKind::Verification, sentence, range, Matter::Record)
                .map(|content| Content { value: Some("not independently verified".to_owned()), ..content }),
        );
    } else if let Some(found) = VERIFIED.captures(&sentence.text)
        && let (Some(whole), Some(by)) = (found.get(0), found.name("by"))
    {
        let range = sentence.clause(whole.range());
        let who = by.as_str().trim().trim_start_matches("by ").trim();
        let value = if who.is_empty() { "independently verified".to_owned() } else { format!("verified by {who}") };
        out.extend(
            reader
                .claim(ClaimKind::Verification, sentence, range, Matter::Record)
                .map(|content| Content { value: Some(value), ..content }),
        );
    }
}
