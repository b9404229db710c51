//! Words that a lawyer weighs: superlatives with their scope, and words with a legal meaning.

use crate::pattern::patterns;
use crate::propose::Reader;
use crate::voice::Matter;
use dossier_grammar as grammar;
use dossier_model::{ClaimKind, Content};

patterns! {
    /// What a superlative must be of to speak of the campaign.
    DEED = r"(?i)\b(?:attempts?|campaigns?|attacks?|operations?|efforts?|thefts?|breach(?:es)?|cases?|incidents?|heists?|schemes?|extractions?|distillations?|copying|cloning|persons?|actions?|designations?)\b";
    NEXT_WORD = r"^[”\x22’']?\s+(?P<next>[\w’'-]+)";
    SMALL_WORD = r"(?i)^(?:and|or|to|of|in|on|at|the|a|an|that|which|is|are|was|by|for|as|with|becomes?)$";
    GRADE = r"(?i)^(?:largest|biggest|greatest|worst|first|most (?:extensive|serious|significant|sophisticated|brazen|damaging)|broadest|longest|boldest)$";
}

/// Superlatives and legal words.
pub(crate) fn propose(reader: &Reader<'_, '_>, out: &mut Vec<Content>) {
    for sentence in reader.page.sentences() {
        for found in grammar::superlatives(&sentence.text) {
            if !DEED.is_match(&found.what.of) || !GRADE.is_match(&found.what.word) {
                continue;
            }
            let Some(mut content) = reader.claim(ClaimKind::Superlative, sentence, found.range.clone(), Matter::Campaign) else {
                continue;
            };
            content.value = Some(found.what.word.to_lowercase());
            content.scope = found.what.scope.clone();
            out.push(content);
        }
        if !reader.on_the_case(sentence) {
            continue;
        }
        for found in grammar::legal_words(&sentence.text) {
            let word = sentence.words(found.range.clone()).to_lowercase();
            let after = sentence.words(found.range.end..sentence.text.len());
            // What a contract forbids is told by the terms, not as a word of law.
            if word.contains("terms") {
                continue;
            }
            let next =
                NEXT_WORD.captures(after).and_then(|next| next.name("next")).filter(|next| !SMALL_WORD.is_match(next.as_str()));
            let end = found.range.end + next.map_or(0, |next| next.end());
            let Some(mut content) = reader.claim(ClaimKind::LegalWord, sentence, found.range.start..end, Matter::Campaign) else {
                continue;
            };
            content.property = "legal word".to_owned();
            content.value = Some(word);
            out.push(content);
        }
    }
}
