//! Export: the dossier's content for other tools, as JSON, STIX 2.1 or CSV.

mod csv;
mod stix;

use crate::files::{extension, write};
use crate::rows::{ClaimRow, FactRow, SourceRow, WrittenRow};
use crate::{Actor, AppError, Dossier};
use dossier_model::{Comparison, Digest, Origin, canonical};
use serde::Serialize;
use std::path::Path;

#[derive(Serialize)]
struct Whole {
    title: String,
    sources: Vec<SourceRow>,
    claims: Vec<ClaimRow>,
    facts: Vec<FactRow>,
    origins: Vec<Origin>,
    comparisons: Vec<Comparison>,
}

/// Writes the dossier's content to `out`: `.json` holds everything, `.stix.json` a STIX 2.1 bundle, `.csv` the facts. Privileged
/// sources and what rests on them stay behind.
pub fn export(dossier: &mut Dossier, out: &Path, actor: &Actor) -> Result<WrittenRow, AppError> {
    let case = without_privileged(std::sync::Arc::unwrap_or_clone(dossier.case_without_texts()?));
    let bytes = match extension(out).as_str() {
        "json" => {
            let succession = dossier.succession()?;
            let file = |id| case.source(id).map_or("", |source| source.file.as_str());
            let whole = Whole {
                title: case.title.clone(),
                sources: crate::list::source_rows(&case.sources, &case.claims),
                claims: case.claims.iter().map(|claim| ClaimRow::new(claim, file(claim.source), &succession)).collect(),
                facts: FactRow::all(&case, &dossier.store.judgements()?),
                origins: case.origins.clone(),
                comparisons: case.comparisons.clone(),
            };
            canonical(&whole).map_err(|error| AppError::Internal(error.to_string()))?
        }
        "stix.json" => {
            let last = dossier.store.ledger()?.iter().rev().find(|entry| entry.content).map(|entry| entry.at.clone());
            stix::bundle(&case, &last.unwrap_or_default())?
        }
        "csv" => csv::facts(&case).into_bytes(),
        _ => return Err(AppError::Usage(format!("{}: an export is written as .json, .stix.json or .csv", out.display()))),
    };
    let sha256 = Digest::of(&bytes);
    write(out, &bytes)?;
    let name = out.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    dossier.store.release(actor.name(), &actor.stamp(), &format!("export {name}"), |tx| {
        Ok::<_, AppError>(tx.record_release("export", &name, sha256)?)
    })?;
    Ok(WrittenRow::new(out, &bytes))
}

/// The case less its privileged sources, their claims, and the facts and verdicts that rest on any of those.
fn without_privileged(mut case: dossier_model::Case) -> dossier_model::Case {
    use std::collections::BTreeSet;
    case.sources.retain(|source| source.handling != dossier_model::Handling::Privileged);
    let sources: BTreeSet<_> = case.sources.iter().map(|source| source.id).collect();
    case.claims.retain(|claim| sources.contains(&claim.source));
    let claims: BTreeSet<_> = case.claims.iter().map(|claim| claim.id).collect();
    case.facts.retain(|fact| fact.claims.iter().all(|claim| claims.contains(claim)));
    case.comparisons.retain(|comparison| comparison.claims.iter().all(|claim| claims.contains(claim)));
    for origin in &mut case.origins {
        origin.claims.retain(|claim| claims.contains(claim));
    }
    case.origins.retain(|origin| !origin.claims.is_empty());
    case
}
