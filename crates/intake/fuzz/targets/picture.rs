//! A picture behind one of the signatures, which the first byte chooses.
#![no_main]
const STARTS: &[&[u8]] =
    &[b"\x89PNG\r\n\x1a\n", b"\xFF\xD8\xFF", b"GIF89a", b"II*\0", b"MM\0*", b"RIFF\0\0\0\0WEBP", b"\0\0\0\x18ftypheic", b"\0\0\0\x18ftypavif"];
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Some((chosen, rest)) = bytes.split_first() {
        dossier_intake_fuzz::behind(STARTS[usize::from(*chosen) % STARTS.len()], rest);
    }
});
