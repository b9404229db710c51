//! `year-inferred`: a year that the fact's own words do not give, but another claim of the same origin does.

use super::evidence::Evidence;
use super::reading::Reading;
use super::{Finding, FindingCode, finding};
use dossier_model::{Case, ClaimId, Edtf};

/// How a year is known.
pub(super) enum Known {
    /// The words behind the fact give it.
    Stated,
    /// Another claim of the same origin gives it.
    Inferred(ClaimId),
    /// Nothing does.
    Not,
}

/// How `year` is known for dates that the fact holds as `held`.
pub(super) fn known(held: &Edtf, evidence: &Evidence<'_>, case: &Case, year: i16) -> Known {
    let states = |period: Option<&Edtf>| period.is_some_and(|period| period.year() == Some(year) && period.overlaps(held));
    if evidence.claims.iter().any(|claim| states(claim.content.period.as_ref())) {
        return Known::Stated;
    }
    let same_origin = evidence.fact.origins.iter().filter_map(|id| case.origin(*id)).flat_map(|origin| &origin.claims);
    let mut dated = same_origin.filter_map(|id| case.claim(*id)).filter(|claim| states(claim.content.period.as_ref()));
    match dated.next() {
        Some(claim) => Known::Inferred(claim.id),
        None if held.year() == Some(year) => evidence.claims.first().map_or(Known::Not, |claim| Known::Inferred(claim.id)),
        None => Known::Not,
    }
}

pub(super) fn inferred(reading: &Reading<'_>, words: &str, year: i16, from: &ClaimId) -> Finding {
    let why = format!("the source of these dates gives no year; {year} is taken from {from} of the same origin");
    let fix = "write “(year not stated)”, or bind the dates to the dated claim";
    finding(FindingCode::YearInferred, reading, words, &why, Some(fix))
}
