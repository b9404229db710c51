//! Acts that change what the facts rest on: the facts that follow are written in the same act.

use crate::kept::Kept;
use crate::{Actor, AppError, Dossier};
use dossier_model::{ClaimId, Fact, FactId};
use dossier_store::Tx;
use std::collections::BTreeSet;

impl Dossier {
    /// Changes the dossier by `change` and works out the facts that follow, all in one act.
    pub(crate) fn settled<T>(
        &mut self,
        actor: &Actor,
        act: &str,
        change: impl FnOnce(&mut Tx<'_>, &mut Kept) -> Result<T, AppError>,
    ) -> Result<T, AppError> {
        let kept = self.kept.take();
        let ((value, mut kept), _) = self.store.edit(actor.name(), &actor.stamp(), act, |tx| {
            // Whoever else changed the dossier did so before this act began, and nobody does while it lasts.
            let mut kept = match kept {
                None => Kept::read(tx)?,
                Some(mut kept) => {
                    kept.follow(tx, false)?;
                    kept
                }
            };
            let value = change(tx, &mut kept)?;
            kept.follow(tx, true)?;
            settle(tx, &mut kept)?;
            Ok::<_, AppError>((value, kept))
        })?;
        kept.head = self.head()?;
        *self.kept.get_mut() = Some(kept);
        Ok(value)
    }
}

/// Works out the facts anew, and writes those that changed. A fact that was joined into another stays in its row as it last stood, so that
/// its id is given to no other and comes back to its claims when they are split again.
fn settle(tx: &mut Tx<'_>, kept: &mut Kept) -> Result<(), AppError> {
    let case = std::sync::Arc::clone(kept.worked_out(tx)?.0);
    let earlier = kept.rows.take().unwrap_or_default();
    let current: BTreeSet<FactId> = case.facts.iter().map(|fact| fact.id).collect();
    let gone: Vec<&Fact> = earlier.iter().filter(|fact| !current.contains(&fact.id)).collect();
    // What rested on a purged claim goes with it.
    let held: BTreeSet<ClaimId> = if gone.is_empty() { BTreeSet::new() } else { tx.claim_ids()? };
    let stays = gone.into_iter().filter(|fact| fact.claims.iter().all(|claim| held.contains(claim)));
    let mut rows: Vec<Fact> = stays.cloned().chain(case.facts.iter().cloned()).collect();
    rows.sort_by_key(|fact| fact.id);
    tx.put_facts(&earlier, &rows)?;
    kept.rows = Some(rows);
    Ok(())
}
