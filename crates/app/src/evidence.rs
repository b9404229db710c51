//! Evidence: the sources that a document cites or a person chose, numbered as exhibits, with the root that the letter prints.

use crate::{AppError, Dossier};
use dossier_documents::described;
use dossier_model::{Case, Handling, SourceId};
use dossier_packs::{Evidence, Exhibit, evidence};
use std::collections::BTreeMap;

/// Numbered exhibits and their evidence part.
pub(crate) struct Exhibits {
    pub(crate) exhibits: Vec<Exhibit>,
    pub(crate) evidence: Evidence,
    pub(crate) numbers: BTreeMap<SourceId, u32>,
}

/// Numbers `cited` as exhibits, in their order, each with the places that cite it. Privileged ones never leave: the first is named in
/// the error.
pub(crate) fn exhibits(dossier: &Dossier, case: &Case, cited: Vec<(SourceId, Vec<String>)>) -> Result<Exhibits, AppError> {
    let mut exhibits = Vec::with_capacity(cited.len());
    let mut numbers = BTreeMap::new();
    for (number, (id, cited_at)) in (1..).zip(cited) {
        let source = case.source(id).ok_or_else(|| crate::list::no_source(id))?;
        if source.handling == Handling::Privileged {
            return Err(AppError::Refused(format!(
                "{id} ({}) is privileged and is cited: take its facts out of the document, or change its handling",
                source.file
            )));
        }
        numbers.insert(id, number);
        exhibits.push(Exhibit {
            number,
            source: source.clone(),
            original: dossier.store.original(&source.sha256)?.into(),
            text: case.texts.get(&id).cloned().unwrap_or_default(),
            description: described(source),
            cited_at,
        });
    }
    let evidence = evidence(case, &exhibits)?;
    Ok(Exhibits { exhibits, evidence, numbers })
}

/// The numbers that `cited` would have as exhibits if the privileged ones among them were taken out.
pub(crate) fn numbers(case: &Case, cited: &[(SourceId, Vec<String>)]) -> BTreeMap<SourceId, u32> {
    let is_open = |id: &SourceId| case.source(*id).is_some_and(|source| source.handling != Handling::Privileged);
    cited.iter().map(|(id, _)| *id).filter(is_open).zip(1..).collect()
}
