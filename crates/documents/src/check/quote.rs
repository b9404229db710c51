//! `quote-altered`: a quotation that is not what its source says, or that passes on a slip without saying so.

use super::document::Document;
use super::reading::{Quotation, Reading, Verdict};
use super::verbatim::{doubled_word, plain, with_sic};
use super::{FindingCode, Found, finding};
use crate::Binding;
use crate::write::quote::{LONGEST, in_marks};
use dossier_model::Claim;
use std::collections::BTreeSet;

/// Of the words of an altered quotation this share, in tenths, must stand in the source's words for these to be meant.
const MEANT: usize = 6;

pub(super) fn check(reading: &Reading<'_>, document: &Document<'_>, found: &mut Found) {
    for quotation in &reading.quotations {
        match quotation.verdict {
            Verdict::Altered => {
                let why = "these words do not stand in the source that they are bound to";
                let fix = "quote the source's words; mark what is left out with … and what is changed with brackets";
                let report = finding(FindingCode::QuoteAltered, reading, &quotation.text, why, Some(fix));
                found.push(match meant(quotation, reading, document) {
                    Some(words) => report.instead(words),
                    None => report,
                });
            }
            Verdict::Verbatim => {
                if let Some(word) = doubled_word(&quotation.text) {
                    let why = format!("“{word} {word}” is a slip of the source, which the reader would take for ours");
                    let mended = with_sic(&quotation.text);
                    let fix = format!("write “{mended}”");
                    found.push(finding(FindingCode::QuoteAltered, reading, &quotation.text, &why, Some(&fix)).instead(mended));
                }
            }
            Verdict::Unbound => {}
        }
    }
}

/// The words of the bound claim that an altered quotation goes back to, where it is plain which.
fn meant(quotation: &Quotation, reading: &Reading<'_>, document: &Document<'_>) -> Option<String> {
    let case = document.context.case;
    let claims = reading.bindings(&quotation.range).filter_map(|binding| match binding {
        Binding::Fact { fact, .. } => case.fact(*fact).and_then(|fact| case.leading_claim(fact)),
        Binding::Quote { claim } => case.claim(*claim),
        Binding::Computation { .. }
        | Binding::Source { .. }
        | Binding::Origin { .. }
        | Binding::Law { .. }
        | Binding::Recipient
        | Binding::Office
        | Binding::Waiver { .. } => None,
    });
    let bag = |text: &str| -> BTreeSet<String> { plain(text).to_lowercase().split(' ').map(str::to_owned).collect() };
    let said = bag(&quotation.text);
    let shared = |words: &str| bag(words).intersection(&said).count();
    let quotes = claims.flat_map(|claim: &Claim| claim.content.quotes.iter()).map(|quote| quote.text.as_str());
    let best = quotes.filter(|words| words.split_whitespace().count() <= LONGEST).max_by_key(|words| shared(words))?;
    // A full stop inside the marks ends our sentence too.
    let stop = quotation.text.chars().next_back().filter(|last| matches!(last, '.' | ',' | '?' | '!'));
    let words = in_marks(best);
    let ends = words.ends_with(['.', '?', '!', '…']);
    let words = stop.filter(|_| !ends).map_or_else(|| words.clone(), |stop| format!("{words}{stop}"));
    (shared(best) * 10 >= said.len() * MEANT).then_some(words)
}
