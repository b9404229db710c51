//! A table behind its first rows.
#![no_main]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dossier_intake_fuzz::behind(b"date,country,accounts\n2026-05-04,Estravia,24000\n", bytes));
