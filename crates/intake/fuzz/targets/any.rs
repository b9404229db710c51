//! Any bytes: how a format is told, and whatever reader that leads to.
#![no_main]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dossier_intake_fuzz::read(bytes));
