//! A page of a PDF as a picture. The library that draws is not ours and may panic: what counts is that a worker ends in time.
#![no_main]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = dossier_intake::page_picture("file", &[b"%PDF-1.7\n", bytes].concat(), 1, 64);
});
