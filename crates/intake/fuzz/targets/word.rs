//! A part of a Word file, which the first byte chooses.
#![no_main]
const W: &str = "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r><w:t>Halden</w:t></w:r></w:p></w:body></w:document>";
const PARTS: &[(&str, &str)] = &[
    ("[Content_Types].xml", "<Types/>"),
    ("word/document.xml", W),
    ("word/styles.xml", "<w:styles/>"),
    ("word/footnotes.xml", "<w:footnotes/>"),
    ("word/endnotes.xml", "<w:endnotes/>"),
    ("word/comments.xml", "<w:comments/>"),
    ("word/numbering.xml", "<w:numbering/>"),
    ("word/_rels/document.xml.rels", "<Relationships/>"),
    ("docProps/core.xml", "<cp:coreProperties/>"),
];
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dossier_intake_fuzz::part(PARTS, bytes));
