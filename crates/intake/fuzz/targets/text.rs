//! Text, with front matter or without.
#![no_main]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dossier_intake_fuzz::behind(b"---\n", bytes));
