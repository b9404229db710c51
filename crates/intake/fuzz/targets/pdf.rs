//! A PDF behind its header.
#![no_main]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dossier_intake_fuzz::behind(b"%PDF-1.7\n", bytes));
