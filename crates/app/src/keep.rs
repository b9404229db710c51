//! Keeping: copies of a dossier, and the one way to remove what must not stay.

use crate::rows::WrittenRow;
use crate::{Actor, AppError, Dossier};
use dossier_model::{Digest, SourceId};
use serde::Serialize;
use std::collections::BTreeSet;
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
    /// The sources that lay within it, which are gone with it.
    pub with: Vec<SourceId>,
    /// The copies that a purge cannot reach, by what the ledger says was made.
    pub out_of_reach: Vec<String>,
}

/// Removes a source's bytes, text, quotes and search rows for good, and all that lies within it; their digests and the reason stay. What
/// lies within another source goes with that one only, whose bytes have it too.
pub fn purge(dossier: &mut Dossier, source: SourceId, reason: &str, actor: &Actor) -> Result<Purged, AppError> {
    if reason.trim().is_empty() {
        return Err(AppError::Usage("a purge needs a reason: say in a few words why".to_owned()));
    }
    let row = crate::list::source(dossier, source)?;
    let all = dossier.store.sources()?;
    if let Some(outer) = row.within.filter(|outer| all.iter().any(|source| source.id == *outer)) {
        return Err(AppError::Refused(format!(
            "{source} lies within {outer}, whose original has its words too; purge {outer}, which takes all that lies within it along"
        )));
    }
    // What lies within another has a later id.
    let mut gone = BTreeSet::from([source]);
    for other in &all {
        if other.within.is_some_and(|outer| gone.contains(&outer)) {
            gone.insert(other.id);
        }
    }
    let with: Vec<SourceId> = gone.into_iter().filter(|gone| *gone != source).collect();
    let out_of_reach = dossier
        .store
        .ledger()?
        .into_iter()
        .filter(|entry| !entry.content)
        .map(|entry| format!("{} ({}, act {})", entry.act, entry.at, entry.n))
        .collect();
    dossier.settled(actor, &format!("purge {source}"), |tx, _| {
        for gone in with.iter().chain([&source]) {
            tx.purge_source(*gone, reason)?;
        }
        Ok(())
    })?;
    dossier.store.vacuum()?;
    Ok(Purged { source, sha256: row.sha256, with, out_of_reach })
}
