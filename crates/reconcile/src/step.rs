//! A count of the comparisons made, so that a test can hold how the work grows without a clock.

use std::cell::Cell;

/// How many times two things were compared.
#[derive(Debug, Default)]
pub(crate) struct Steps(Cell<u64>);

impl Steps {
    /// One more.
    pub(crate) fn take(&self) {
        self.0.set(self.0.get() + 1);
    }

    /// How many so far.
    #[cfg(test)]
    pub(crate) fn taken(&self) -> u64 {
        self.0.get()
    }
}
