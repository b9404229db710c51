//! What a pack would hold, before it is made: which sources go in, and what to know of each before it leaves.

use crate::drafts::draft_named;
use crate::{AppError, Dossier};
use dossier_documents::citations;
use dossier_model::{Case, ClaimState, Handling, SourceId};
use serde::Serialize;
use std::collections::BTreeSet;

/// A source that goes into a pack, could go in, or has to stay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct PackPlanRow {
    /// The source.
    pub source: SourceId,
    /// Its file's name.
    pub file: String,
    /// Its title.
    pub title: Option<String>,
    /// How it may be used.
    pub handling: Handling,
    /// The places of the document that cite it; none where it goes in only if a person adds it.
    pub cited_at: Vec<String>,
    /// Whether it is privileged: then it never goes in.
    pub held: bool,
    /// Why it stays, or what to know before it leaves.
    pub why: Option<String>,
}

/// The sources of a pack: of a document those that it cites, in the order of their exhibits, and after them the others of accepted
/// claims, which can be added; without one all sources of accepted claims.
pub fn pack_plan(dossier: &Dossier, document: Option<&str>) -> Result<Vec<PackPlanRow>, AppError> {
    let case = dossier.case_without_texts()?;
    let cited = match document {
        Some(name) => citations(&draft_named(dossier, name)?, &case),
        None => Vec::new(),
    };
    let known: BTreeSet<SourceId> = cited.iter().map(|(id, _)| *id).collect();
    let others = accepted(&case).into_iter().filter(|id| !known.contains(id)).map(|id| (id, Vec::new()));
    let rows = cited.into_iter().chain(others).filter_map(|(id, cited_at)| row(&case, id, cited_at));
    Ok(rows.collect())
}

fn row(case: &Case, id: SourceId, cited_at: Vec<String>) -> Option<PackPlanRow> {
    let source = case.source(id)?;
    let why = match source.handling {
        Handling::Privileged if cited_at.is_empty() => Some("it is privileged, and stays in the dossier"),
        Handling::Privileged => Some("it is privileged and is cited: take its facts out of the document, or change its handling"),
        Handling::Unreviewed => Some("nobody has reviewed yet whether it may leave"),
        Handling::Confidential => Some("it is confidential: the pack is for its recipient only"),
        Handling::Public => None,
    };
    Some(PackPlanRow {
        source: id,
        file: source.file.clone(),
        title: source.title.clone(),
        handling: source.handling,
        cited_at,
        held: source.handling == Handling::Privileged,
        why: why.map(str::to_owned),
    })
}

/// The sources that an accepted claim rests on, in order of their ids.
fn accepted(case: &Case) -> BTreeSet<SourceId> {
    case.claims.iter().filter(|claim| claim.state == ClaimState::Accepted).map(|claim| claim.source).collect()
}

/// Sources, each with the places that cite it.
pub(crate) type Cited = Vec<(SourceId, Vec<String>)>;

/// What goes into a pack, and the privileged sources that stay behind. Cited sources cannot be left out: with a document, `chosen` are
/// added to them.
pub(crate) fn contents(
    case: &Case,
    cited: Option<Cited>,
    chosen: Option<&[SourceId]>,
) -> Result<(Cited, Vec<SourceId>), AppError> {
    if let Some(unknown) = chosen.into_iter().flatten().find(|id| case.source(**id).is_none()) {
        return Err(crate::list::no_source(*unknown));
    }
    let is_privileged = |id: &SourceId| case.source(*id).is_some_and(|source| source.handling == Handling::Privileged);
    let (withheld, chosen): (Vec<SourceId>, BTreeSet<SourceId>) = match (&cited, chosen) {
        (_, Some(chosen)) => (Vec::new(), chosen.iter().copied().collect()),
        (Some(_), None) => (Vec::new(), BTreeSet::new()),
        (None, None) => {
            let (withheld, open): (Vec<SourceId>, Vec<SourceId>) = accepted(case).into_iter().partition(is_privileged);
            (withheld, open.into_iter().collect())
        }
    };
    let mut contents = cited.unwrap_or_default();
    let known: BTreeSet<SourceId> = contents.iter().map(|(id, _)| *id).collect();
    contents.extend(chosen.into_iter().filter(|id| !known.contains(id)).map(|id| (id, Vec::new())));
    Ok((contents, withheld))
}
