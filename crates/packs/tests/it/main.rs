//! What a pack promises, tried from the outside.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a test that cannot go on fails, and one that is skipped says why")]

mod hostile;
mod packing;
mod page;
mod sample;
mod suite;
mod verifying;
