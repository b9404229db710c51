//! Undo: the inverse of the last act, through the same door. Nothing is deleted: a judgement is revoked, an import is withdrawn, a
//! draft, office or directory goes back to its earlier version. Releases have no inverse.

use crate::{Actor, AppError, Dossier};
use dossier_model::{Entry, JudgementKind};
use dossier_store::Tx;
use serde::Serialize;
use std::collections::BTreeSet;

/// What was undone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct Undone {
    /// The number of the act in the ledger.
    pub n: u32,
    /// The act.
    pub act: String,
}

const UNDO: &str = "undo ";

/// The content of a version that takes everything back.
pub(crate) const NOTHING: &str = "null";

/// Takes back the last act that was not taken back yet.
pub fn undo(dossier: &mut Dossier, actor: &Actor) -> Result<Undone, AppError> {
    let (n, act) = last(dossier)?.ok_or_else(|| AppError::Usage("there is nothing to undo".to_owned()))?;
    if is_purge(&act) {
        return Err(AppError::Refused(format!("act {n} was a purge, which cannot be undone: the content is gone")));
    }
    let entry = dossier.store.ledger_entry(n)?;
    let act = format!("{UNDO}{} ({})", entry.n, entry.act);
    dossier.settled(actor, &act, |tx, _| inverse(tx, &entry))?;
    Ok(Undone { n: entry.n, act: entry.act })
}

/// What [`undo`] would take back, in the ledger's words; `None` where there is nothing, or nothing that can be taken back.
pub(crate) fn next(dossier: &Dossier) -> Result<Option<String>, AppError> {
    Ok(last(dossier)?.map(|(_, act)| act).filter(|act| !is_purge(act)))
}

/// The last act that was not taken back yet, and is none of taking back.
fn last(dossier: &Dossier) -> Result<Option<(u32, String)>, AppError> {
    let acts = dossier.store.acts()?;
    let undone: BTreeSet<u32> =
        acts.iter().filter_map(|(_, act)| act.strip_prefix(UNDO)?.split(' ').next()?.parse().ok()).collect();
    Ok(acts.into_iter().find(|(n, act)| *n > 1 && !act.starts_with(UNDO) && !undone.contains(n)))
}

fn is_purge(act: &str) -> bool {
    act.starts_with("purge ")
}

fn inverse(tx: &mut Tx<'_>, entry: &Entry) -> Result<(), AppError> {
    let reason = format!("undo of act {}", entry.n);
    let rows = |table: &'static str| entry.rows.iter().filter(move |row| row.table == table).map(|row| row.row.as_str());
    let judgements: Vec<_> = rows("judgements").filter_map(|row| format!("J{row}").parse().ok()).collect();
    if !judgements.is_empty() {
        tx.insert_judgement(JudgementKind::Revoke { judgements }, Some(&reason), false)?;
    }
    let sources: Vec<_> = rows("sources").filter_map(|row| format!("S{row}").parse().ok()).collect();
    if !sources.is_empty() {
        tx.insert_judgement(JudgementKind::Withdraw { sources }, Some(&reason), false)?;
    }
    let proposed: Vec<_> = rows("claims").filter_map(|row| format!("C{row}").parse().ok()).collect();
    // A claim that a judgement entered goes with the judgement.
    if !proposed.is_empty() && rows("sources").chain(rows("judgements")).next().is_none() {
        tx.insert_judgement(JudgementKind::Reject { claims: proposed }, Some(&reason), false)?;
    }
    if let Some((name, version)) = entry.act.strip_prefix("draft ").and_then(|act| act.rsplit_once(" version ")) {
        restore_draft(tx, name, version.parse().unwrap_or(1))?;
    }
    for version in rows("office").filter_map(|row| row.parse().ok()) {
        let earlier = tx.office_before(version)?;
        tx.put_office(earlier.as_deref().unwrap_or(NOTHING))?;
    }
    for version in rows("directory").filter_map(|row| row.parse().ok()) {
        let earlier = tx.directory_before(version)?;
        tx.put_directory(earlier.as_deref().unwrap_or(NOTHING))?;
    }
    Ok(())
}

/// The version before comes back as a new one; before the first there was nothing.
fn restore_draft(tx: &mut Tx<'_>, name: &str, version: u32) -> Result<(), AppError> {
    let earlier = match version.checked_sub(1) {
        None | Some(0) => None,
        Some(before) => tx.draft_version(name, before)?,
    };
    let Some(row) = tx.drafts()?.into_iter().find(|row| row.name == name) else { return Ok(()) };
    tx.insert_draft_version(name, &row.kind, &row.recipient, earlier.as_deref().unwrap_or(NOTHING))?;
    Ok(())
}
