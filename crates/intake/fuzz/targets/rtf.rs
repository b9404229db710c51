//! RTF behind its first word.
#![no_main]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dossier_intake_fuzz::behind(b"{\\rtf1\\ansi ", bytes));
