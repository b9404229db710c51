//! Work that takes long and can be asked to stop: by the dossier it is for and the number that the page gave it.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What asks each of them to stop.
#[derive(Default)]
pub(crate) struct Tasks {
    flags: Mutex<BTreeMap<(u32, u32), Arc<AtomicBool>>>,
}

impl Tasks {
    /// A flag that [`Tasks::cancel`] raises.
    pub(crate) fn begin(&self, dossier: u32, task: u32) -> Arc<AtomicBool> {
        self.flags().entry((dossier, task)).or_default().clone()
    }

    /// The task is over.
    pub(crate) fn end(&self, dossier: u32, task: u32) {
        self.flags().remove(&(dossier, task));
    }

    /// Asks a task to stop.
    pub(crate) fn cancel(&self, dossier: u32, task: u32) {
        if let Some(flag) = self.flags().get(&(dossier, task)) {
            flag.store(true, Ordering::Relaxed);
        }
    }

    /// Asks all tasks of a dossier to stop.
    pub(crate) fn cancel_all(&self, dossier: u32) {
        self.flags().range((dossier, 0)..=(dossier, u32::MAX)).for_each(|(_, flag)| flag.store(true, Ordering::Relaxed));
    }

    fn flags(&self) -> MutexGuard<'_, BTreeMap<(u32, u32), Arc<AtomicBool>>> {
        self.flags.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
