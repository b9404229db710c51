//! The annotated set: it is sound, and the rules stay as good on it as they were when they were last measured.

#[allow(dead_code, reason = "the tables are printed by `cargo xtask bench claims`, which shares this")]
mod measure;

use measure::set::Report;
use measure::{Half, Tally, load};
use std::path::Path;
use std::sync::LazyLock;

/// The set, read once.
static REPORTS: LazyLock<Result<Vec<Report>, String>> =
    LazyLock::new(|| load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/claims")));

/// Precision and recall of claims that a reader would accept as they are, below which the rules have become worse: what was
/// measured, a hundredth or two less. The network learned from the tuning half, so it tells little of it.
const MEASURED: [(Half, f64, f64); 2] = [(Half::Tuning, 0.70, 0.59), (Half::Reporting, 0.68, 0.60)];

#[test]
fn every_annotation_stands_in_its_text() {
    let reports = REPORTS.as_ref().unwrap();
    assert!(reports.len() >= 295, "{} texts", reports.len());
    let annotations: usize = reports.iter().map(|report| report.annotations.len()).sum();
    assert!(annotations >= 19_000, "{annotations} annotations");
    let reporting = reports.iter().filter(|report| report.half == Half::Reporting).count();
    assert!(reporting >= 40, "{reporting} texts for the report");
}

#[test]
fn the_rules_are_as_good_as_they_were() {
    let reports = REPORTS.as_ref().unwrap();
    for (half, least_precision, least_recall) in MEASURED {
        let whole = Tally::of(reports, Some(half)).total().whole;
        let (precision, recall) = (whole.precision().unwrap_or(0.0), whole.recall().unwrap_or(0.0));
        assert!(precision >= least_precision && recall >= least_recall, "{half:?}: precision {precision:.3}, recall {recall:.3}");
    }
}
