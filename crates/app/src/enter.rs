//! Claims that a person writes: an edit, a split, a merge, an addition. Each is one act: the claims and the judgement that enters them are
//! written together, and taking the judgement back takes the claims back. What was proposed stays beside them.

use crate::rows::ClaimRow;
use crate::{Actor, AppError, ClaimDraft, Dossier, DraftFault};
use dossier_model::{ClaimId, JudgementId, SourceId};
use serde::Serialize;

/// Claims that a person entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct EnteredRow {
    /// The judgement that entered them.
    pub judgement: JudgementId,
    /// The claims in whose place they stand; none for an addition.
    pub replaces: Vec<ClaimId>,
    /// The claims as they are now, accepted.
    pub claims: Vec<ClaimRow>,
}

/// Puts what `draft` says in the place of `claim`.
pub fn edit(
    dossier: &mut Dossier,
    claim: ClaimId,
    draft: &ClaimDraft,
    reason: Option<&str>,
    actor: &Actor,
) -> Result<EnteredRow, AppError> {
    split(dossier, claim, std::slice::from_ref(draft), reason, actor)
}

/// Puts several claims in the place of `claim`. The first takes its place in its fact.
pub fn split(
    _dossier: &mut Dossier,
    _claim: ClaimId,
    _drafts: &[ClaimDraft],
    _reason: Option<&str>,
    _actor: &Actor,
) -> Result<EnteredRow, AppError> {
    Err(AppError::Internal("not yet".to_owned()))
}

/// Puts one claim in the place of several of one source.
pub fn merge(
    _dossier: &mut Dossier,
    _claims: &[ClaimId],
    _draft: Option<&ClaimDraft>,
    _reason: Option<&str>,
    _actor: &Actor,
) -> Result<EnteredRow, AppError> {
    Err(AppError::Internal("not yet".to_owned()))
}

/// Adds a claim of `source`.
pub fn add(
    _dossier: &mut Dossier,
    _source: SourceId,
    _draft: &ClaimDraft,
    _reason: Option<&str>,
    _actor: &Actor,
) -> Result<EnteredRow, AppError> {
    Err(AppError::Internal("not yet".to_owned()))
}

/// What does not hold of `draft` as a claim of `source`, in the place of `replaces` where it is to have one's. Writes nothing.
pub fn check_claim(
    _dossier: &Dossier,
    _source: SourceId,
    _draft: &ClaimDraft,
    _replaces: Option<ClaimId>,
) -> Result<Vec<DraftFault>, AppError> {
    Ok(Vec::new())
}
