//! A part of a PowerPoint file, which the first byte chooses.
#![no_main]
const PARTS: &[(&str, &str)] = &[
    ("[Content_Types].xml", "<Types/>"),
    ("ppt/presentation.xml", "<p:presentation><p:sldIdLst><p:sldId id='256' r:id='r1'/></p:sldIdLst></p:presentation>"),
    ("ppt/_rels/presentation.xml.rels", "<Relationships><Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide' Target='slides/slide1.xml'/></Relationships>"),
    ("ppt/slides/slide1.xml", "<p:sld><p:cSld><p:spTree><p:sp><p:txBody><a:p><a:r><a:t>Halden</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>"),
];
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dossier_intake_fuzz::part(PARTS, bytes));
