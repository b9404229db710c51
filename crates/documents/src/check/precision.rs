//! `precision-gained`: a figure or date that leaves less possible than its fact does, or that measures something else.

use super::document::Document;
use super::evidence::Evidence;
use super::reading::Reading;
use super::{Finding, FindingCode, Found, finding, year};
use crate::Binding;
use crate::write::words;
use dossier_model::{Edtf, Interval, Quantity};
use std::ops::Range;

pub(super) fn check(reading: &Reading<'_>, document: &Document<'_>, found: &mut Found) {
    for figure in &reading.figures {
        let range = &figure.what.number;
        let in_period = reading.periods.iter().any(|period| period.range.start <= range.start && range.end <= period.range.end);
        if in_period {
            continue;
        }
        for evidence in evidence_at(reading, document, range) {
            found.extend(figure_against(reading, &figure.range, &figure.what.quantity, evidence, reading.is_quoted(range)));
        }
    }
    for period in &reading.periods {
        let Some(edtf) = period.what.edtf else { continue };
        if reading.is_quoted(&period.range) {
            continue;
        }
        for evidence in evidence_at(reading, document, &period.range) {
            period_against(reading, &period.range, &edtf, evidence, document, found);
        }
    }
}

/// The evidence of the facts that the words at `range` are bound to.
fn evidence_at<'b>(reading: &Reading<'_>, document: &'b Document<'_>, range: &Range<usize>) -> Vec<&'b Evidence<'b>> {
    reading
        .bindings(range)
        .filter_map(|binding| match binding {
            Binding::Fact { fact, .. } => document.evidence.get(fact),
            Binding::Quote { .. }
            | Binding::Computation { .. }
            | Binding::Source { .. }
            | Binding::Origin { .. }
            | Binding::Law { .. }
            | Binding::Recipient
            | Binding::Office
            | Binding::Waiver { .. } => None,
        })
        .collect()
}

fn figure_against(
    reading: &Reading<'_>,
    range: &Range<usize>,
    said: &Quantity,
    evidence: &Evidence<'_>,
    quoted: bool,
) -> Option<Finding> {
    let words = reading.words(range);
    let report = |why: &str, fix: Option<&str>| Some(finding(FindingCode::PrecisionGained, reading, words, why, fix));
    if quoted {
        // A quotation that starts after the bounding word keeps the letters and loses the sense.
        let cut = evidence.figures.iter().find(|figure| figure.value == said.value && figure.bound.is_some())?;
        let whole = evidence.figures.iter().any(|figure| figure.value == said.value && figure.bound == said.bound);
        if whole || said.interval().contains(&cut.interval()) {
            return None;
        }
        return report(&format!("the quotation leaves out that the source says “{}”", words::quantity(cut)), None);
    }
    let fact = evidence.fact;
    let Some(held) = fact.quantity() else {
        let in_words = evidence.figures.iter().any(|figure| said.interval().contains(&figure.interval()));
        if in_words || evidence.words.contains(&words.to_lowercase()) {
            return None;
        }
        return report(&format!("{} gives no such figure", fact.id), None);
    };
    let fix = format!("write “{}”", words::quantity(&held));
    if !same_unit(said.unit.as_deref(), held.unit.as_deref()) {
        let other = evidence.figures.iter().any(|figure| {
            same_unit(figure.unit.as_deref(), said.unit.as_deref()) && said.interval().contains(&figure.interval())
        });
        if other {
            return None;
        }
        let (ours, theirs) = (said.unit.as_deref().unwrap_or_default(), held.unit.as_deref().unwrap_or_default());
        return report(&format!("{} counts {theirs}, the sentence {ours}: they are not the same thing", fact.id), Some(&fix));
    }
    if said.interval().contains(&held.interval()) {
        return None;
    }
    let why =
        format!("{} says “{}”, {}; the sentence says {}", fact.id, words::quantity(&held), range_words(&held), range_words(said));
    report(&why, Some(&fix))
}

/// What a figure leaves possible, in words.
fn range_words(quantity: &Quantity) -> String {
    let Interval { low, high, .. } = quantity.interval();
    match (low, high) {
        (Some(low), Some(high)) if low == high => format!("just {}", words::number(low)),
        (Some(low), Some(high)) => format!("{} to {}", words::number(low), words::number(high)),
        (Some(low), None) => format!("{} or more", words::number(low)),
        (None, Some(high)) => format!("{} or fewer", words::number(high)),
        (None, None) => "anything".to_owned(),
    }
}

/// Whether two units count the same thing: by their last word, without its plural.
pub(crate) fn same_unit(a: Option<&str>, b: Option<&str>) -> bool {
    let head = |unit: &str| {
        let last = unit.rsplit(' ').next().unwrap_or_default().to_lowercase();
        match last.as_str() {
            "%" | "per-cent" => "percent".to_owned(),
            "dollar" | "dollars" | "$" => "usd".to_owned(),
            last => words::singular(last),
        }
    };
    match (a, b) {
        (Some(a), Some(b)) => head(a) == head(b),
        _ => true,
    }
}

fn period_against(
    reading: &Reading<'_>,
    range: &Range<usize>,
    said: &Edtf,
    evidence: &Evidence<'_>,
    document: &Document<'_>,
    found: &mut Found,
) {
    let words = reading.words(range);
    let Some(held) = evidence.fact.period.or_else(|| evidence.claims.iter().find_map(|claim| claim.content.period)) else {
        if !evidence.words.contains(&super::verbatim::plain(words).to_lowercase()) {
            let why = format!("{} gives no date", evidence.fact.id);
            found.push(finding(FindingCode::PrecisionGained, reading, words, &why, None));
        }
        return;
    };
    let fix = format!("write “{}{}”", words::dates(&held), words::open_year(&held));
    if !said.contains(&held) {
        let verb = if said.overlaps(&held) { "leaves less possible than" } else { "is not within" };
        let why =
            format!("{} says {}{}; the sentence {verb} that", evidence.fact.id, words::dates(&held), words::open_year(&held));
        found.push(finding(FindingCode::PrecisionGained, reading, words, &why, Some(&fix)));
        return;
    }
    let Some(year) = said.year() else { return };
    match year::known(&held, evidence, document.context.case, year) {
        year::Known::Stated => {}
        year::Known::Inferred(from) => found.push(year::inferred(reading, words, year, &from)),
        year::Known::Not => {
            let why = format!("{} does not say which year", evidence.fact.id);
            found.push(finding(FindingCode::PrecisionGained, reading, words, &why, Some(&fix)));
        }
    }
}
