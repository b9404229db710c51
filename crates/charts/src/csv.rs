//! The rows behind a chart, as CSV.

use crate::words::hedge_or_stated;
use dossier_model::{Case, Fact, csv_table};

const HEAD: [&str; 8] = ["fact", "label", "value", "unit", "bound", "period", "hedge", "origins"];

/// The rows of `facts`, each with its label.
pub(crate) fn rows<'a>(case: &Case, facts: impl Iterator<Item = (&'a Fact, String)>) -> String {
    let row = |(fact, label): (&Fact, String)| {
        let origins: Vec<&str> =
            fact.origins.iter().filter_map(|id| case.origin(*id)).map(|origin| origin.name.as_str()).collect();
        vec![
            fact.id.to_string(),
            label,
            fact.value.clone().unwrap_or_default(),
            fact.unit.clone().unwrap_or_default(),
            fact.bound.map(|bound| bound.to_string()).unwrap_or_default(),
            fact.period.map(|period| period.to_string()).unwrap_or_default(),
            hedge_or_stated(fact.hedge).to_owned(),
            origins.join("; "),
        ]
    };
    csv_table(&HEAD, facts.map(row))
}
