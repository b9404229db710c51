//! A MISP event behind its head.
#![no_main]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dossier_intake_fuzz::behind(b"{\"Event\":{\"info\":\"Accounts\",\"uuid\":\"0\",", bytes));
