//! `precision-gained`: a figure or date that leaves less possible than its fact does, or that measures something else.

use super::document::Document;
use super::evidence::Evidence;
use super::reading::Reading;
use super::{Finding, FindingCode, Found, finding, wording, year};
use crate::Binding;
use crate::write::words;
use dossier_grammar::Figure;
use dossier_model::{Edtf, Interval, Quantity};
use std::ops::Range;

/// What words are held against: a fact, or one claim that they are bound to.
struct Held<'a> {
    name: String,
    quantity: Option<Quantity>,
    period: Option<Edtf>,
    evidence: &'a Evidence<'a>,
}

pub(super) fn check(reading: &Reading<'_>, document: &Document<'_>, found: &mut Found) {
    for figure in &reading.figures {
        let range = &figure.what.number;
        let in_period = reading.periods.iter().any(|period| period.range.start <= range.start && range.end <= period.range.end);
        if in_period {
            continue;
        }
        for held in held_at(reading, document, range) {
            found.extend(figure_against(reading, figure, &held, reading.is_quoted(range)));
        }
    }
    for period in &reading.periods {
        let Some(edtf) = period.what.edtf else { continue };
        if reading.is_quoted(&period.range) {
            continue;
        }
        for held in held_at(reading, document, &period.range) {
            period_against(reading, &period.range, &edtf, &held, document, found);
        }
    }
}

/// What the words at `range` are bound to, as far as it has figures and dates.
fn held_at<'b>(reading: &Reading<'_>, document: &'b Document<'_>, range: &Range<usize>) -> Vec<Held<'b>> {
    let case = document.context.case;
    reading
        .bindings(range)
        .filter_map(|binding| match binding {
            Binding::Fact { fact, .. } => {
                let evidence = document.evidence.get(fact)?;
                let period = evidence.fact.period.or_else(|| evidence.claims.iter().find_map(|claim| claim.content.period));
                Some(Held { name: fact.to_string(), quantity: evidence.fact.quantity(), period, evidence })
            }
            Binding::Quote { claim } => {
                let content = &case.claim(*claim)?.content;
                let evidence = document.evidence.get(&document.known.fact_of(*claim)?.id)?;
                Some(Held { name: claim.to_string(), quantity: content.quantity(), period: content.period, evidence })
            }
            Binding::Computation { .. }
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
    figure: &dossier_grammar::Found<Figure>,
    held: &Held<'_>,
    quoted: bool,
) -> Option<Finding> {
    let (words, said, evidence) = (reading.words(&figure.range), &figure.what.quantity, held.evidence);
    let report = |why: &str, fix: Option<&str>| {
        Some(finding(FindingCode::PrecisionGained, reading, words, why, fix).about(evidence.fact.id))
    };
    if quoted {
        // A quotation that starts after the bounding word keeps the letters and loses the sense.
        let cut = evidence.figures.iter().find(|figure| figure.value == said.value && figure.bound.is_some())?;
        let whole = evidence.figures.iter().any(|figure| figure.value == said.value && figure.bound == said.bound);
        if whole || said.interval().contains(&cut.interval()) {
            return None;
        }
        return report(&format!("the quotation leaves out that the source says “{}”", words::quantity(cut)), None);
    }
    let Some(quantity) = &held.quantity else {
        let in_words = evidence.figures.iter().any(|figure| said.interval().contains(&figure.interval()));
        if in_words || evidence.words.contains(&words.to_lowercase()) {
            return None;
        }
        return report(&format!("{} gives no such figure", held.name), None);
    };
    let fix = format!("write “{}”", words::quantity(quantity));
    if !same_unit(said.unit.as_deref(), quantity.unit.as_deref()) {
        let other = evidence.figures.iter().any(|figure| {
            same_unit(figure.unit.as_deref(), said.unit.as_deref()) && said.interval().contains(&figure.interval())
        });
        if other {
            return None;
        }
        let (ours, theirs) = (said.unit.as_deref().unwrap_or_default(), quantity.unit.as_deref().unwrap_or_default());
        let why = format!("{} counts {theirs}, the sentence {ours}: they are not the same thing", held.name);
        return report(&why, Some(&fix)).map(|report| report.instead(wording::like(words, &words::quantity(quantity))));
    }
    if said.interval().contains(&quantity.interval()) {
        return None;
    }
    let (source, ours) = (range_words(quantity), range_words(said));
    let why = format!("{} says “{}”, {source}; the sentence says {ours}", held.name, words::quantity(quantity));
    report(&why, Some(&fix)).map(|report| report.instead(wording::figure(reading, figure, quantity)))
}

/// What a figure leaves possible, in words.
fn range_words(quantity: &Quantity) -> String {
    let Interval { low, high, .. } = quantity.interval();
    match (low, high) {
        (Some(low), Some(high)) if low == high => format!("just {}", dossier_model::spelled(low)),
        (Some(low), Some(high)) => format!("{} to {}", dossier_model::spelled(low), dossier_model::spelled(high)),
        (Some(low), None) => format!("{} or more", dossier_model::spelled(low)),
        (None, Some(high)) => format!("{} or fewer", dossier_model::spelled(high)),
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
    held: &Held<'_>,
    document: &Document<'_>,
    found: &mut Found,
) {
    let words = reading.words(range);
    let mut report = |why: &str, fix: Option<&str>, instead: Option<String>| {
        let report = finding(FindingCode::PrecisionGained, reading, words, why, fix).about(held.evidence.fact.id);
        found.push(Finding { replacement: instead, ..report });
    };
    let Some(period) = held.period else {
        if !held.evidence.words.contains(&super::verbatim::plain(words).to_lowercase()) {
            report(&format!("{} gives no date", held.name), None, None);
        }
        return;
    };
    let theirs = format!("{}{}", words::dates(&period), words::open_year(&period));
    let fix = format!("write “{theirs}”");
    let instead = wording::dates(words, said, &period);
    if !said.contains(&period) {
        let verb = if said.overlaps(&period) { "leaves less possible than" } else { "is not within" };
        report(&format!("{} says {theirs}; the sentence {verb} that", held.name), Some(&fix), instead);
        return;
    }
    let Some(year) = said.year() else { return };
    match year::known(&period, held.evidence, document.context.case, year) {
        year::Known::Stated => {}
        year::Known::Inferred(from) => {
            let report = year::inferred(reading, words, year, &from).about(held.evidence.fact.id);
            found.push(Finding { replacement: instead, ..report });
        }
        year::Known::Not => report(&format!("{} does not say which year", held.name), Some(&fix), instead),
    }
}
