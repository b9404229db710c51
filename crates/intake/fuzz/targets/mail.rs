//! A mail behind its first lines.
#![no_main]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dossier_intake_fuzz::behind(b"From: dana@halden.example\r\nSubject: Accounts\r\n", bytes));
