//! What a pack promises, tried from the outside.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod hostile;
mod packing;
mod page;
mod sample;
mod suite;
mod verifying;
