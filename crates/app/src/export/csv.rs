//! Facts as CSV (RFC 4180), one row each, for a spreadsheet.

use dossier_model::Case;

const HEAD: [&str; 13] =
    ["fact", "kind", "subject", "property", "value", "unit", "bound", "period", "rung", "hedge", "claims", "origins", "state"];

/// The facts of `case`.
pub(super) fn facts(case: &Case) -> String {
    let mut lines = vec![HEAD.join(",")];
    for fact in &case.facts {
        let text = |value: Option<String>| value.unwrap_or_default();
        let cells = [
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
        ];
        lines.push(cells.map(|cell| quoted(&cell)).join(","));
    }
    lines.push(String::new());
    lines.join("\r\n")
}

/// A cell, in quotes where it needs them. A cell that a spreadsheet would take for a formula gets an apostrophe in front.
fn quoted(cell: &str) -> String {
    let cell = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() };
    if cell.contains([',', '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn cells_survive_a_spreadsheet() {
        assert_eq!(quoted("plain"), "plain");
        assert_eq!(quoted("a, \"b\""), "\"a, \"\"b\"\"\"");
        assert_eq!(quoted("=1+1"), "'=1+1");
    }
}
