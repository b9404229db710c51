//! A web page behind its first lines.
#![no_main]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dossier_intake_fuzz::behind(b"<!DOCTYPE html><html><head><title>Accounts</title>", bytes));
