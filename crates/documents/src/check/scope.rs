//! `scope-widened`: a superlative without its source's scope, beyond it, or that no source uses.

use super::document::Document;
use super::reading::Reading;
use super::verbatim::plain;
use super::{FindingCode, Found, finding};
use dossier_model::ClaimKind;

/// Superlatives that a document uses of itself and of time, not of events.
const HARMLESS: [&str; 9] = ["least", "latest", "last", "next", "best", "most", "first", "earliest", "nearest"];

/// Words that say nothing about how far a scope reaches.
const FILLER: [&str; 18] = [
    "the", "a", "an", "by", "of", "in", "on", "against", "to", "among", "any", "its", "their", "for", "ever", "yet", "known",
    "all",
];

pub(super) fn check(reading: &Reading<'_>, document: &Document<'_>, found: &mut Found) {
    if reading.is_waived() {
        return;
    }
    for superlative in &reading.superlatives {
        let said = &superlative.what;
        if HARMLESS.contains(&said.word.to_lowercase().as_str()) || reading.is_quoted(&superlative.range) {
            continue;
        }
        let words = reading.words(&superlative.range);
        let held: Vec<_> =
            document.evidence_of(reading).filter(|evidence| evidence.fact.kind == ClaimKind::Superlative).collect();
        if held.is_empty() {
            let quoted = document.evidence_of(reading).any(|evidence| evidence.words.contains(&plain(words).to_lowercase()));
            if !quoted {
                let why = "no bound fact says so";
                found.push(finding(
                    FindingCode::ScopeWidened,
                    reading,
                    words,
                    why,
                    Some("bind it to the superlative of a source, with its scope"),
                ));
            }
            continue;
        }
        let fits = held.iter().any(|evidence| match (&evidence.fact.scope, &said.scope) {
            (None, _) => true,
            // The scope may stand further on in the sentence.
            (Some(scope), _) => has_scope(&reading.text, scope),
        });
        if !fits
            && let Some((fact, scope)) =
                held.iter().find_map(|evidence| Some((evidence.fact.id, evidence.fact.scope.as_deref()?)))
        {
            let why = format!("the source says “{}” only {scope}", said.word);
            let own = said.scope.as_deref().unwrap_or_default();
            let narrowed = format!("{} {scope}", words.strip_suffix(own).unwrap_or(words).trim_end());
            let report = finding(FindingCode::ScopeWidened, reading, words, &why, Some(&format!("add “{scope}”")));
            found.push(report.instead(narrowed).about(fact));
        }
    }
}

/// Whether `text` has every word of `scope` that narrows it.
fn has_scope(text: &str, scope: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        plain(text)
            .to_lowercase()
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let text = words(text);
    words(scope).iter().filter(|word| !FILLER.contains(&word.as_str())).all(|word| text.contains(word))
        && (!words(scope).contains(&"known".to_owned()) || text.contains(&"known".to_owned()))
}
