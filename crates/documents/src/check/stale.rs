//! `stale`: a bound fact says something else now than when the sentence was written, is superseded, or is gone; a quoted claim no longer stands.

use super::document::Document;
use super::reading::Reading;
use super::{FindingCode, Found, finding};
use crate::{Binding, context};
use dossier_model::{ClaimState, FactState};

pub(super) fn check(reading: &Reading<'_>, document: &Document<'_>, found: &mut Found) {
    let case = document.context.case;
    for (_, part) in &reading.parts {
        match &part.binding {
            Some(Binding::Fact { fact, seen }) => match case.fact(*fact) {
                None => {
                    let why = format!("{fact} is not in the dossier any more");
                    found.push(finding(FindingCode::Unbound, reading, &part.text, &why, Some("bind the words to another fact")));
                }
                Some(held) if held.state == FactState::Superseded => {
                    let by = held.superseded_by.map_or_else(|| "another fact".to_owned(), |by| by.to_string());
                    let why = format!("{by} stands in the place of {fact}");
                    let fix = format!("read {by} and bind the words to it");
                    found.push(finding(FindingCode::Stale, reading, &part.text, &why, Some(&fix)).about(*fact));
                }
                Some(held) if seen.is_some_and(|seen| seen != context::seen(held)) => {
                    let why = format!("{fact} changed after this was written");
                    let fix = "read the fact again and bind the words anew";
                    found.push(finding(FindingCode::Stale, reading, &part.text, &why, Some(fix)).about(*fact));
                }
                Some(_) => {}
            },
            Some(Binding::Quote { claim }) => match case.claim(*claim).map(|claim| claim.state) {
                None => {
                    let why = format!("{claim} is not in the dossier any more");
                    found.push(finding(FindingCode::Unbound, reading, &part.text, &why, Some("bind the words to another claim")));
                }
                Some(ClaimState::Superseded) => {
                    let why = format!("{claim} was edited, split or merged after this was written");
                    let fix = "bind the words to the claim in its place";
                    found.push(finding(FindingCode::Stale, reading, &part.text, &why, Some(fix)));
                }
                Some(ClaimState::Rejected) => {
                    let why = format!("{claim} is rejected");
                    found.push(finding(FindingCode::Stale, reading, &part.text, &why, Some("bind the words to another claim")));
                }
                Some(ClaimState::Proposed | ClaimState::Accepted) => {}
            },
            Some(
                Binding::Computation { .. }
                | Binding::Source { .. }
                | Binding::Origin { .. }
                | Binding::Law { .. }
                | Binding::Recipient
                | Binding::Office
                | Binding::Waiver { .. },
            )
            | None => {}
        }
    }
}
