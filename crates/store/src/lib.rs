//! The dossier file: one case in one SQLite file, with the originals inside.
//!
//! This room holds the only SQL. It stores and hands back the values of `model` and knows how they are kept: a file per table
//! under `tables`, the search index, the ledger, migrations, locking, backup, purge and [`verify`]. What the values mean, which
//! acts there are, and how judgements change what a reader sees is left to `app` and the rooms it calls.
//!
//! What always holds:
//! - Every change goes through [`Store::edit`] or [`Store::release`]: one transaction, one ledger entry, all or
//!   nothing. What the entry records is what SQLite reports as written, not what the code says it wrote.
//! - Originals, texts, claims, judgements, drafts and the ledger refuse UPDATE and DELETE by trigger; only [`Tx::purge_source`]
//!   passes, for one source at a time.
//! - A quote that is not verbatim in its source's text is refused.
//! - The dossier file is opened by SQLite alone. Another file handle on it in the same process would drop SQLite's
//!   locks when closed.

mod backup;
mod contents;
mod edit;
mod error;
mod holder;
mod migrate;
mod place;
mod purge;
mod row;
mod search;
mod store;
mod tables;
mod tally;
mod tx;
mod verify;

pub use contents::Contents;
pub use edit::Changed;
pub use error::StoreError;
pub use row::Table;
pub use search::Hit;
pub use store::{Mode, Store};
pub use tables::claims::StoredClaim;
pub use tables::drafts::DraftRow;
pub use tables::releases::Release;
pub use tables::sources::NewSource;
pub use tables::tombstones::Tombstone;
pub use tally::{Count, Tally};
pub use tx::Tx;
pub use verify::{Fault, FaultKind, verify};
