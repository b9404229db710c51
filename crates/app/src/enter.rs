//! Claims that a person writes: an edit, a split, a merge, an addition. Each is one act: the claims and the judgement that enters them are
//! written together, and taking the judgement back takes the claims back. What was proposed stays beside them.

use crate::claim_draft::{Ground, content};
use crate::details::rows_of;
use crate::judge::{judgeable, list};
use crate::rows::ClaimRow;
use crate::{Actor, AppError, ClaimDraft, Dossier, DraftFault};
use dossier_model::{Claim, ClaimId, Content, JudgementId, JudgementKind, Mark, Quote, Quotes, SourceId};
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
    let old = Old::of(dossier, &[claim])?;
    let new = old.contents(std::slice::from_ref(draft))?;
    if old.claims.iter().zip(&new).all(|(old, new)| old.content == *new) {
        return Err(AppError::Usage(format!("this says what {claim} says already: accept it instead, or change something")));
    }
    old.replace(dossier, "edit", &new, reason, actor)
}

/// Puts several claims in the place of `claim`. The first takes its place in its fact.
pub fn split(
    dossier: &mut Dossier,
    claim: ClaimId,
    drafts: &[ClaimDraft],
    reason: Option<&str>,
    actor: &Actor,
) -> Result<EnteredRow, AppError> {
    if drafts.len() < 2 {
        return Err(AppError::Usage(format!("a split needs two claims at least; to put one in the place of {claim}, edit it")));
    }
    let old = Old::of(dossier, &[claim])?;
    let new = old.contents(drafts)?;
    for (at, content) in new.iter().enumerate() {
        if let Some(first) = new.iter().take(at).position(|other| other == content) {
            let (first, second) = (first + 1, at + 1);
            return Err(AppError::Usage(format!(
                "claims {first} and {second} of the split say the same: change one, or leave it out"
            )));
        }
    }
    old.replace(dossier, "split", &new, reason, actor)
}

/// Puts one claim in the place of several of one source: what `draft` says, else what the first says, with the quotes of all and the
/// weakest of their hedges.
pub fn merge(
    dossier: &mut Dossier,
    claims: &[ClaimId],
    draft: Option<&ClaimDraft>,
    reason: Option<&str>,
    actor: &Actor,
) -> Result<EnteredRow, AppError> {
    let old = Old::of(dossier, claims)?;
    if old.claims.len() < 2 {
        return Err(AppError::Usage("name two claims at least to be merged".to_owned()));
    }
    let new = match draft {
        Some(draft) => old.contents(std::slice::from_ref(draft))?,
        None => vec![old.merged()?],
    };
    old.replace(dossier, "merge", &new, reason, actor)
}

/// Adds a claim of `source` that a person found.
pub fn add(
    dossier: &mut Dossier,
    source: SourceId,
    draft: &ClaimDraft,
    reason: Option<&str>,
    actor: &Actor,
) -> Result<EnteredRow, AppError> {
    let (text, marks) = text_and_marks(dossier, source)?;
    let new = content(draft, &Ground::new(&text, &marks), &[]).map_err(|faults| AppError::BadClaim { at: None, faults })?;
    enter(dossier, &format!("add to {source}"), source, &[new], Vec::new(), reason, actor)
}

/// What does not hold of `draft` as a claim of `source`, in the place of `replaces` where it is to have one's. Writes nothing.
pub fn check_claim(
    dossier: &Dossier,
    source: SourceId,
    draft: &ClaimDraft,
    replaces: Option<ClaimId>,
) -> Result<Vec<DraftFault>, AppError> {
    let case = dossier.standing()?;
    let before = replaces.and_then(|id| case.claim(id)).filter(|claim| claim.source == source);
    let (text, marks) = text_and_marks(dossier, source)?;
    let before: Vec<&Content> = before.iter().map(|claim| &claim.content).collect();
    Ok(content(draft, &Ground::new(&text, &marks), &before).err().unwrap_or_default())
}

/// Claims of one source that others are to replace, with the text they are taken from.
struct Old {
    source: SourceId,
    /// Each once, in the order in which they were named.
    claims: Vec<Claim>,
    text: String,
    marks: Vec<Mark>,
}

impl Old {
    fn of(dossier: &Dossier, ids: &[ClaimId]) -> Result<Self, AppError> {
        judgeable(dossier, ids)?;
        let case = dossier.standing()?;
        let mut claims: Vec<Claim> = Vec::with_capacity(ids.len());
        for claim in ids.iter().filter_map(|id| case.claim(*id)) {
            if !claims.iter().any(|known| known.id == claim.id) {
                claims.push(claim.clone());
            }
        }
        let Some(source) = claims.first().map(|claim| claim.source) else {
            return Err(AppError::Usage("name a claim".to_owned()));
        };
        if let Some(other) = claims.iter().find(|claim| claim.source != source) {
            return Err(AppError::Usage(format!(
                "{} is of {source} and {} of {}: claims of one source are merged; those of several are joined with `judge same`",
                claims.first().map_or(other.id, |first| first.id),
                other.id,
                other.source
            )));
        }
        let (text, marks) = text_and_marks(dossier, source)?;
        Ok(Self { source, claims, text, marks })
    }

    /// What `drafts` say, each checked; the first that does not hold stops it.
    fn contents(&self, drafts: &[ClaimDraft]) -> Result<Vec<Content>, AppError> {
        let ground = Ground::new(&self.text, &self.marks);
        let before: Vec<&Content> = self.claims.iter().map(|claim| &claim.content).collect();
        let is_one = drafts.len() == 1;
        let checked = (1..).zip(drafts).map(|(at, draft)| {
            content(draft, &ground, &before).map_err(|faults| AppError::BadClaim { at: (!is_one).then_some(at), faults })
        });
        checked.collect()
    }

    /// What the first says, with the quotes of all and the weakest of their hedges.
    fn merged(&self) -> Result<Content, AppError> {
        let all = || self.claims.iter().map(|claim| &claim.content);
        let mut quotes: Vec<Quote> = Vec::new();
        for quote in all().flat_map(|content| &content.quotes) {
            if !quotes.contains(quote) {
                quotes.push(quote.clone());
            }
        }
        let (Some(first), Some(hedge), Ok(quotes)) =
            (all().next(), all().map(|content| content.hedge).min(), Quotes::try_from(quotes))
        else {
            return Err(AppError::Internal("claims without quotes".to_owned()));
        };
        Ok(Content { hedge, quotes, ..first.clone() })
    }

    fn replace(
        self,
        dossier: &mut Dossier,
        verb: &str,
        by: &[Content],
        reason: Option<&str>,
        actor: &Actor,
    ) -> Result<EnteredRow, AppError> {
        let ids: Vec<ClaimId> = self.claims.iter().map(|claim| claim.id).collect();
        enter(dossier, &format!("{verb} {}", list(&ids)), self.source, by, ids, reason, actor)
    }
}

/// Writes claims of `source` and the judgement that enters them, in one act.
fn enter(
    dossier: &mut Dossier,
    act: &str,
    source: SourceId,
    contents: &[Content],
    replaces: Vec<ClaimId>,
    reason: Option<&str>,
    actor: &Actor,
) -> Result<EnteredRow, AppError> {
    let reason = reason.map(str::trim).filter(|reason| !reason.is_empty());
    let (judgement, entered) = dossier.settled(actor, act, |tx, _| {
        let entered = tx.insert_claims(source, contents, actor.name())?;
        let kind = if replaces.is_empty() {
            JudgementKind::Add { claims: entered.clone() }
        } else {
            JudgementKind::Replace { claims: replaces.clone(), by: entered.clone() }
        };
        Ok((tx.insert_judgement(kind, reason, false)?, entered))
    })?;
    let (case, succession) = (dossier.standing()?, dossier.succession()?);
    Ok(EnteredRow { judgement, replaces, claims: rows_of(&case, &succession, &entered) })
}

fn text_and_marks(dossier: &Dossier, source: SourceId) -> Result<(String, Vec<Mark>), AppError> {
    Ok((crate::list::text(dossier, source)?, dossier.store.marks(source)?))
}
