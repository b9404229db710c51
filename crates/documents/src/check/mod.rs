//! The checker: reads a draft as a compiler reads a program. Each rule is one file; each sentence is read by the grammar once.
//!
//! The rules know the draft, the facts it is bound to and the words behind them. They judge form (does the sentence say more than
//! its evidence?), never whether the evidence is true.

mod adverse;
mod attribution;
mod bulk;
mod code;
mod computed;
mod document;
mod element;
mod evidence;
mod legal;
mod outdated;
pub(crate) mod party;
pub(crate) mod precision;
mod quote;
mod reading;
mod scope;
pub(crate) mod single_origin;
mod stale;
mod stronger;
mod unbound;
mod unverified;
mod venue;
pub(crate) mod verbatim;
mod year;

pub use code::{Finding, FindingCode, Severity};

use crate::{Context, Draft};
use document::Document;
use dossier_measures::Measure;
use reading::Reading;

/// Findings so far.
type Found = Vec<Finding>;

/// What is wrong with `draft`, in the order of its sentences; then what is wrong with it as a whole.
pub fn check(draft: &Draft, context: &Context<'_>) -> Vec<Finding> {
    let document = Document::read(draft, context);
    let mut found = Found::new();
    for reading in &document.readings {
        unbound::check(reading, &document, &mut found);
        quote::check(reading, &mut found);
        precision::check(reading, &document, &mut found);
        stronger::check(reading, &document, &mut found);
        attribution::check(reading, &document, &mut found);
        legal::check(reading, &document, &mut found);
        scope::check(reading, &document, &mut found);
        single_origin::check(reading, &document, &mut found);
        computed::check(reading, &document, &mut found);
        stale::check(reading, &document, &mut found);
    }
    adverse::check(&document, &mut found);
    venue::check(&document, &mut found);
    element::check(&document, &mut found);
    unverified::check(&document, &mut found);
    outdated::check(&document, &mut found);
    bulk::check(&document, &mut found);
    let mut seen = std::collections::BTreeSet::new();
    found.retain(|finding| seen.insert((finding.code, finding.place.clone(), finding.text.clone(), finding.why.clone())));
    found
}

fn finding(code: FindingCode, reading: &Reading<'_>, text: &str, why: &str, fix: Option<&str>) -> Finding {
    Finding {
        code,
        severity: code.severity(),
        place: reading.place.clone(),
        text: text.to_owned(),
        why: why.to_owned(),
        fix: fix.map(str::to_owned),
    }
}

fn of_measure(code: FindingCode, measure: &Measure, why: &str, fix: Option<String>) -> Finding {
    Finding {
        code,
        severity: code.severity(),
        place: format!("measure {}", measure.id),
        text: measure.name.clone(),
        why: why.to_owned(),
        fix,
    }
}
