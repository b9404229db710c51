//! An old Office file behind its signature.
#![no_main]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dossier_intake_fuzz::behind(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", bytes));
