//! How it was done: methods by their words, techniques by their MITRE ATLAS ids.

use crate::lexicon::METHODS;
use crate::pattern::{compile, patterns};
use crate::propose::Reader;
use crate::voice::Matter;
use dossier_model::{ClaimKind, Content};
use regex::Regex;
use std::sync::LazyLock;

patterns! {
    /// Nouns behind a method that do not name another one.
    TAIL = r"(?i)\s+(?:attacks?|campaigns?|techniques?|methods?)$";
    /// What a sentence says of anybody, or advises: no method of the case.
    GENERAL = r"(?i)\b(?:organi[sz]ations|companies|defenders|administrators|users|developers|labs|providers)\s+(?:should|must|are\s+(?:urged|advised))\b|\bto\s+(?:prevent|counter|combat|detect|defend\s+against)\b|^(?:[\w-]+\s+){1,4}(?:is|are)\s+(?:a|an|the)\s+(?:common|standard|widely)\b";
    /// Adjectives that say nothing of the method itself.
    BETWEEN = r"(?i)^(?P<kind>fraudulent|fake|sham|bogus|phony)\b.*\baccounts$";
}

static PATTERNS: LazyLock<Vec<Regex>> =
    LazyLock::new(|| METHODS.iter().map(|method| compile(&format!(r"(?i)(?:\b|(?:))(?:{})\b", method.pattern))).collect());

/// Methods and techniques.
pub(crate) fn propose(reader: &Reader<'_, '_>, out: &mut Vec<Content>) {
    for sentence in reader.page.sentences().filter(|sentence| !GENERAL.is_match(&sentence.text)) {
        for (method, pattern) in METHODS.iter().zip(PATTERNS.iter()) {
            for found in pattern.find_iter(&sentence.text) {
                let clause = sentence.clause(found.range());
                let clause = if clause.len() <= 90 { clause } else { sentence.phrase(found.range()) };
                if let Some(mut content) = reader.claim(ClaimKind::Method, sentence, clause, Matter::Campaign) {
                    content.value = Some(name_of(found.as_str()));
                    out.push(content);
                }
                for id in method.techniques {
                    if let Some(mut content) = reader.claim(ClaimKind::Technique, sentence, found.range(), Matter::Campaign) {
                        content.value = Some((*id).to_owned());
                        out.push(content);
                    }
                }
            }
        }
    }
}

/// The method without what varies: "fraudulent Corvid accounts" is "fraudulent accounts", "distillation attacks" is "distillation".
fn name_of(words: &str) -> String {
    let words = words.to_lowercase();
    if let Some(kind) = BETWEEN.captures(&words).and_then(|found| found.name("kind")) {
        return format!("{} accounts", kind.as_str());
    }
    let name = TAIL.replace(&words, "").into_owned();
    if name.starts_with("distill") {
        return "distillation".to_owned();
    }
    let name = name.replace(['“', '”', '"'], "");
    name.trim_matches(['“', '”', '"', '\'']).to_owned()
}
