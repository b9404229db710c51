//! Keeping: copies of a dossier, and the one way to remove what must not stay.

use crate::rows::WrittenRow;
use crate::{Actor, AppError, Dossier};
use dossier_model::{Digest, SourceId};
use serde::Serialize;
use std::path::Path;

/// Copies the dossier to `out` while it is in use.
pub fn backup(dossier: &mut Dossier, out: &Path, actor: &Actor) -> Result<WrittenRow, AppError> {
    let name = out.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    dossier.store.backup(out)?;
    let bytes = std::fs::read(out).map_err(|error| AppError::unreadable(out, &error))?;
    let sha256 = Digest::of(&bytes);
    dossier.store.release(actor.name(), &actor.stamp(), &format!("backup {name}"), |tx| {
        Ok::<_, AppError>(tx.record_release("backup", &name, sha256)?)
    })?;
    Ok(WrittenRow::new(out, &bytes))
}

/// What a purge did, and what it could not reach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct Purged {
    /// The source that is gone.
    pub source: SourceId,
    /// The digest of the bytes that are gone; it stays as a tombstone.
    pub sha256: Digest,
    /// The copies that a purge cannot reach, by what the ledger says was made.
    pub out_of_reach: Vec<String>,
}

/// Removes a source's bytes, text, quotes and search rows for good; its digest and the reason stay.
pub fn purge(dossier: &mut Dossier, source: SourceId, reason: &str, actor: &Actor) -> Result<Purged, AppError> {
    if reason.trim().is_empty() {
        return Err(AppError::Usage("a purge needs a reason: say in a few words why".to_owned()));
    }
    let row = crate::list::source(dossier, source)?;
    let out_of_reach = dossier
        .store
        .ledger()?
        .into_iter()
        .filter(|entry| !entry.content)
        .map(|entry| format!("{} ({}, act {})", entry.act, entry.at, entry.n))
        .collect();
    dossier.settled(actor, &format!("purge {source}"), |tx, _| Ok(tx.purge_source(source, reason)?))?;
    dossier.store.vacuum()?;
    Ok(Purged { source, sha256: row.sha256, out_of_reach })
}
