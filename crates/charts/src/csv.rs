//! The rows behind a chart, as CSV (RFC 4180).

use crate::words::hedge_or_stated;
use dossier_model::{Case, Fact};

/// The rows of `facts`, each with its label.
pub(crate) fn rows<'a>(case: &Case, facts: impl Iterator<Item = (&'a Fact, String)>) -> String {
    let mut csv = String::from("fact,label,value,unit,bound,period,hedge,origins\r\n");
    for (fact, label) in facts {
        let origins: Vec<&str> =
            fact.origins.iter().filter_map(|id| case.origin(*id)).map(|origin| origin.name.as_str()).collect();
        let fields = [
            fact.id.to_string(),
            label,
            fact.value.clone().unwrap_or_default(),
            fact.unit.clone().unwrap_or_default(),
            fact.bound.map(|bound| bound.to_string()).unwrap_or_default(),
            fact.period.map(|period| period.to_string()).unwrap_or_default(),
            hedge_or_stated(fact.hedge).to_owned(),
            origins.join("; "),
        ];
        csv.push_str(&fields.iter().map(|field| quoted(field)).collect::<Vec<_>>().join(","));
        csv.push_str("\r\n");
    }
    csv
}

fn quoted(field: &str) -> String {
    if field.contains([',', '"', '\n', '\r']) { format!("\"{}\"", field.replace('"', "\"\"")) } else { field.to_owned() }
}
