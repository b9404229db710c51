//! Replacements are tried before they are offered: one that does not mend its finding, or brings another, is taken back.

use super::document::Document;
use super::reading::Reading;
use super::{Finding, FindingCode, Found, sentence};
use std::collections::BTreeMap;

/// Leaves a replacement only to those of `found` that it mends.
pub(super) fn tried(document: &Document<'_>, found: &mut Found) {
    for finding in found.iter_mut().filter(|finding| finding.replacement.is_some()) {
        if !mends(finding, document) {
            finding.replacement = None;
        }
    }
}

fn mends(finding: &Finding, document: &Document<'_>) -> bool {
    let Some(words) = &finding.replacement else { return false };
    // Two blocks can have one place in words: it is the sentence that has the text.
    let reading = document.readings.iter().find(|reading| reading.place == finding.place && reading.text.contains(&finding.text));
    let Some(reading) = reading else { return false };
    let Some(mended) = reading.sentence.replaced(&finding.text, words) else { return false };
    let read = Reading::of(reading.place.clone(), &mended, reading.frame.clone(), document.known, &document.draft.to);
    let (before, after) = (counted(reading, document), counted(&read, document));
    let count = |counts: &BTreeMap<FindingCode, usize>, code: FindingCode| counts.get(&code).copied().unwrap_or(0);
    count(&after, finding.code) < count(&before, finding.code)
        && after.keys().all(|code| count(&after, *code) <= count(&before, *code))
}

fn counted(reading: &Reading<'_>, document: &Document<'_>) -> BTreeMap<FindingCode, usize> {
    let mut found = Found::new();
    sentence(reading, document, &mut found);
    let mut counts = BTreeMap::new();
    for finding in found {
        *counts.entry(finding.code).or_default() += 1;
    }
    counts
}
