//! Facts as CSV, one row each, for a spreadsheet.

use dossier_model::{Case, Fact, csv_table};

const HEAD: [&str; 13] =
    ["fact", "kind", "subject", "property", "value", "unit", "bound", "period", "rung", "hedge", "claims", "origins", "state"];

/// The facts of `case`.
pub(super) fn facts(case: &Case) -> String {
    let text = |value: Option<String>| value.unwrap_or_default();
    let row = |fact: &Fact| {
        vec![
            fact.id.to_string(),
            fact.kind.to_string(),
            fact.subject.clone(),
            fact.property.clone(),
            text(fact.value.clone()),
            text(fact.unit.clone()),
            text(fact.bound.map(|bound| bound.to_string())),
            text(fact.period.map(|period| period.to_string())),
            text(fact.rung.as_ref().map(ToString::to_string)),
            fact.hedge.to_string(),
            fact.claims.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
            fact.origins.len().to_string(),
            fact.state.to_string(),
        ]
    };
    csv_table(&HEAD, case.facts.iter().map(row))
}
