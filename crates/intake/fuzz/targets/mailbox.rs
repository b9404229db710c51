//! A mailbox behind the first line of its first mail.
#![no_main]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dossier_intake_fuzz::behind(b"From dana@halden.example Mon May  4 10:00:00 2026\nFrom: dana@halden.example\nSubject: Accounts\n", bytes));
