//! A zip archive behind its signature.
#![no_main]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dossier_intake_fuzz::behind(b"PK\x03\x04", bytes));
