//! A part of an Excel file, which the first byte chooses.
#![no_main]
const PARTS: &[(&str, &str)] = &[
    ("[Content_Types].xml", "<Types/>"),
    ("xl/workbook.xml", "<workbook><sheets><sheet name='Accounts' sheetId='1' r:id='r1'/></sheets></workbook>"),
    ("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet' Target='worksheets/sheet1.xml'/></Relationships>"),
    ("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' s='1'><v>46146</v></c></row></sheetData></worksheet>"),
    ("xl/sharedStrings.xml", "<sst><si><t>Country</t></si></sst>"),
    ("xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>"),
];
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dossier_intake_fuzz::part(PARTS, bytes));
