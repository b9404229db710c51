//! What a pack promises, tried from the outside.

mod hostile;
mod packing;
mod page;
mod sample;
mod suite;
mod verifying;
