//! A STIX bundle behind its head.
#![no_main]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dossier_intake_fuzz::behind(b"{\"type\":\"bundle\",\"id\":\"bundle--0\",\"objects\":[", bytes));
