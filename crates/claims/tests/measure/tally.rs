//! Counts, and what follows from them.

use super::agree;
use super::matching::{Pair, pairs};
use super::set::{Annotation, Half, Report};
use dossier_model::{ClaimKind, Content};
use std::collections::BTreeMap;

/// How many were annotated, proposed, and both.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) annotated: u32,
    pub(crate) proposed: u32,
    pub(crate) both: u32,
}

impl Count {
    pub(crate) fn precision(self) -> Option<f64> {
        (self.proposed > 0).then(|| f64::from(self.both) / f64::from(self.proposed))
    }

    pub(crate) fn recall(self) -> Option<f64> {
        (self.annotated > 0).then(|| f64::from(self.both) / f64::from(self.annotated))
    }

    /// The harmonic mean of precision and recall.
    pub(crate) fn f1(self) -> Option<f64> {
        let sum = self.annotated + self.proposed;
        (sum > 0).then(|| 2.0 * f64::from(self.both) / f64::from(sum))
    }

    fn add(&mut self, annotated: bool, proposed: bool, both: bool) {
        self.annotated += u32::from(annotated);
        self.proposed += u32::from(proposed);
        self.both += u32::from(both);
    }
}

/// What is counted of each kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Line {
    /// Proposals whose words overlap the annotation's.
    pub(crate) overlapping: Count,
    /// Proposals with the same words.
    pub(crate) exact: Count,
    /// Overlapping, and the same in value, bound, period, rung and hedge: what a reader would accept as it is.
    pub(crate) whole: Count,
}

/// A field that is counted apart, over overlapping pairs.
pub(crate) const FIELDS: [&str; 8] = ["value", "bound", "unit", "period", "party", "rung", "hedge", "chain"];

/// A whole half, or both.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tally {
    pub(crate) texts: u32,
    pub(crate) kinds: BTreeMap<ClaimKind, Line>,
    pub(crate) fields: BTreeMap<&'static str, Count>,
}

impl Tally {
    /// The counts of the reports of `half`; of all without one.
    pub(crate) fn of(reports: &[Report], half: Option<Half>) -> Self {
        let mut tally = Self::default();
        for report in reports.iter().filter(|report| half.is_none_or(|half| report.half == half)) {
            tally.texts += 1;
            tally.count(report);
        }
        tally
    }

    /// The sum over all kinds.
    pub(crate) fn total(&self) -> Line {
        let mut total = Line::default();
        for line in self.kinds.values() {
            for (sum, one) in
                [(&mut total.overlapping, line.overlapping), (&mut total.exact, line.exact), (&mut total.whole, line.whole)]
            {
                sum.annotated += one.annotated;
                sum.proposed += one.proposed;
                sum.both += one.both;
            }
        }
        total
    }

    fn count(&mut self, report: &Report) {
        for annotation in &report.annotations {
            let line = self.kinds.entry(annotation.kind).or_default();
            for count in [&mut line.overlapping, &mut line.exact, &mut line.whole] {
                count.add(true, false, false);
            }
        }
        for proposal in &report.proposals {
            let line = self.kinds.entry(proposal.kind).or_default();
            for count in [&mut line.overlapping, &mut line.exact, &mut line.whole] {
                count.add(false, true, false);
            }
        }
        for pair in pairs(report) {
            let (annotation, proposal) = both(report, pair);
            let line = self.kinds.entry(annotation.kind).or_default();
            line.overlapping.both += 1;
            line.exact.both += u32::from(pair.exact);
            line.whole.both += u32::from(faults(annotation, proposal).is_empty());
            self.count_fields(report, annotation, proposal);
        }
    }

    fn count_fields(&mut self, report: &Report, annotation: &Annotation, proposal: &Content) {
        let publisher = report.publisher.as_deref();
        let dated = matches!(annotation.kind, ClaimKind::Period | ClaimKind::Date);
        let of_value = !dated && annotation.kind != ClaimKind::Attribution;
        let rows = [
            (
                "value",
                of_value && annotation.value.is_some(),
                of_value && proposal.value.is_some(),
                agree::value(annotation, proposal),
            ),
            ("bound", annotation.bound.is_some(), proposal.bound.is_some(), annotation.bound == proposal.bound),
            ("unit", annotation.unit.is_some(), proposal.unit.is_some(), units(annotation, proposal)),
            ("period", annotation.period.is_some(), proposal.period.is_some(), annotation.period == proposal.period),
            ("party", annotation.subject.is_some(), annotation.subject.is_some(), agree::subject(annotation, proposal)),
            (
                "rung",
                annotation.rung.is_some(),
                proposal.rung.is_some(),
                agree::rung(annotation.rung.as_ref(), proposal.rung.as_ref()),
            ),
            ("hedge", true, true, annotation.hedge == proposal.hedge),
            ("chain", true, true, agree::chain(annotation, proposal, publisher)),
        ];
        for (field, annotated, proposed, same) in rows {
            self.fields.entry(field).or_default().add(annotated, proposed, annotated && proposed && same);
        }
    }
}

fn units(annotation: &Annotation, proposal: &Content) -> bool {
    match (&annotation.unit, &proposal.unit) {
        (Some(a), Some(b)) => agree::names(a, b),
        (a, b) => a.is_none() && b.is_none(),
    }
}

/// The two sides of a pair.
pub(crate) fn both(report: &Report, pair: Pair) -> (&Annotation, &Content) {
    (&report.annotations[pair.annotation], &report.proposals[pair.proposal])
}

/// The fields in which a proposal differs so that a reader would not accept it as it is.
pub(crate) fn faults(annotation: &Annotation, proposal: &Content) -> Vec<&'static str> {
    let mut found = Vec::new();
    let dated = matches!(annotation.kind, ClaimKind::Period | ClaimKind::Date);
    let mut fault = |field, same: bool| {
        if !same {
            found.push(field);
        }
    };
    fault("value", dated || agree::value(annotation, proposal));
    fault("bound", annotation.bound == proposal.bound);
    fault("period", !dated || annotation.period == proposal.period);
    fault("rung", agree::rung(annotation.rung.as_ref(), proposal.rung.as_ref()));
    fault("hedge", annotation.hedge == proposal.hedge);
    fault("party", annotation.kind != ClaimKind::Party || agree::subject(annotation, proposal));
    found
}
