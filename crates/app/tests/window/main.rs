//! What the window asks of the use cases: rows that say all that is shown, and work that never stands in a person's way.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failed step ends the test")]

mod charts;
mod crash;
mod desk;
mod drafts;
mod import;
mod judging;
mod kept;
mod lists;
mod locks;
mod packs;
mod schema;
