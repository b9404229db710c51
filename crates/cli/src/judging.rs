//! Claims, judged and written: each command reads what it is given, calls `app`, and prints the row.

use crate::convert::{claim_id, claim_kind, source_id};
use crate::print::message;
use crate::run::{Out, Status, change, one, pasted, text, words};
use dossier_app::{self as app, Accepted, Actor, AppError, ClaimDraft, ClaimId, Dossier, EnteredRow};
use std::path::Path;

/// Accepts claims: those that are named, those of a kind, or all.
pub(crate) fn accept(
    out: &Out,
    file: &Path,
    claims: &[String],
    all: bool,
    kind: Option<&str>,
    source: Option<&str>,
    actor: &Actor,
) -> Result<Status, AppError> {
    let (kind, source) = (kind.map(claim_kind).transpose()?, source.map(source_id).transpose()?);
    let claims = ids(claims)?;
    let accepted: Accepted = change(file, |dossier| match kind {
        Some(kind) => app::accept_kind(dossier, kind, source, actor),
        None if all => app::accept_all(dossier, actor),
        None => app::accept(dossier, &claims, actor),
    })?;
    out.value(&accepted, |accepted| {
        let (claims, joins) = (one(accepted.accepted.len(), "claim"), one(accepted.joins, "join"));
        format!("{claims} accepted, {joins} taken; the dossier holds {}", one(accepted.facts, "fact"))
    })
}

/// Rejects claims.
pub(crate) fn reject(out: &Out, file: &Path, claims: &[String], reason: Option<&str>, actor: &Actor) -> Result<Status, AppError> {
    let claims = ids(claims)?;
    let row = change(file, |dossier| app::reject(dossier, &claims, reason, actor))?;
    out.value(&row, |row| format!("{} rejected ({})", row.about.join(" "), row.judgement))
}

/// Puts what `from` says in the place of a claim.
pub(crate) fn edit(
    out: &Out,
    file: &Path,
    claim: &str,
    from: &Path,
    reason: Option<&str>,
    actor: &Actor,
) -> Result<Status, AppError> {
    let (claim, draft) = (claim_id(claim)?, ClaimDraft::from_json(&read(from)?)?);
    entered(out, file, |dossier| app::edit(dossier, claim, &draft, reason, actor))
}

/// Puts the claims that the lines of `from` say in the place of one.
pub(crate) fn split(
    out: &Out,
    file: &Path,
    claim: &str,
    from: &Path,
    reason: Option<&str>,
    actor: &Actor,
) -> Result<Status, AppError> {
    let (claim, drafts) = (claim_id(claim)?, ClaimDraft::from_lines(&read(from)?)?);
    entered(out, file, |dossier| app::split(dossier, claim, &drafts, reason, actor))
}

/// Puts one claim in the place of several.
pub(crate) fn merge(
    out: &Out,
    file: &Path,
    claims: &[String],
    from: Option<&Path>,
    reason: Option<&str>,
    actor: &Actor,
) -> Result<Status, AppError> {
    let claims = ids(claims)?;
    let draft = from.map(|from| ClaimDraft::from_json(&read(from)?)).transpose()?;
    entered(out, file, |dossier| app::merge(dossier, &claims, draft.as_ref(), reason, actor))
}

/// Adds a claim of a source.
pub(crate) fn add(
    out: &Out,
    file: &Path,
    source: &str,
    from: &Path,
    reason: Option<&str>,
    actor: &Actor,
) -> Result<Status, AppError> {
    let (source, draft) = (source_id(source)?, ClaimDraft::from_json(&read(from)?)?);
    entered(out, file, |dossier| app::add(dossier, source, &draft, reason, actor))
}

/// Takes in claims from elsewhere. What is refused is told with its line; what holds lands all the same.
pub(crate) fn propose(out: &Out, file: &Path, from: &Path, actor: &Actor) -> Result<Status, AppError> {
    let rows = if from == Path::new("-") {
        let lines = read(from)?;
        change(file, |dossier| app::propose_text(dossier, &lines, "standard input", actor))?
    } else {
        change(file, |dossier| app::propose(dossier, from, actor))?
    };
    let refused: Vec<_> = rows.iter().filter(|row| row.claim.is_none()).collect();
    for row in &refused {
        message(&format!("line {}: {}", row.line, row.refused.as_deref().unwrap_or_default()));
    }
    out.rows(&rows, &["line", "claim", "refused"], |row| {
        vec![row.line.to_string(), text(row.claim.as_ref()), row.refused.clone().unwrap_or_default()]
    })?;
    message(&format!("{} proposed, {} refused", one(rows.len() - refused.len(), "claim"), one(refused.len(), "line")));
    Ok(if refused.is_empty() { Status::Done } else { Status::Input })
}

fn entered(out: &Out, file: &Path, act: impl FnOnce(&mut Dossier) -> Result<EnteredRow, AppError>) -> Result<Status, AppError> {
    let row = change(file, act)?;
    out.value(&row, |row| {
        let claims: Vec<ClaimId> = row.claims.iter().map(|claim| claim.id).collect();
        let place = if row.replaces.is_empty() { String::new() } else { format!(" in the place of {}", words(&row.replaces)) };
        format!("{} accepted{place} ({})", words(&claims), row.judgement)
    })
}

fn ids(claims: &[String]) -> Result<Vec<ClaimId>, AppError> {
    claims.iter().map(|id| claim_id(id)).collect()
}

/// What `from` holds; standard input for `-`.
fn read(from: &Path) -> Result<String, AppError> {
    if from != Path::new("-") {
        return app::read_text(from);
    }
    let why = "it is not UTF-8 text".to_owned();
    String::from_utf8(pasted()?).map_err(|_| AppError::Unreadable { path: "standard input".into(), why })
}
