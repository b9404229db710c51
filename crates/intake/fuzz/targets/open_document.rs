//! A part of an OpenDocument file, which the first byte chooses.
#![no_main]
const PARTS: &[(&str, &str)] = &[
    ("mimetype", "application/vnd.oasis.opendocument.text"),
    ("META-INF/manifest.xml", "<manifest:manifest/>"),
    ("content.xml", "<office:document-content><office:body><office:text><text:p>Halden</text:p></office:text></office:body></office:document-content>"),
    ("styles.xml", "<office:document-styles/>"),
    ("meta.xml", "<office:document-meta/>"),
];
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dossier_intake_fuzz::part(PARTS, bytes));
