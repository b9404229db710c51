//! Writes what each target begins with to `corpus/TARGET`: small documents of a fictional case, without the head that the target puts before.

use std::path::Path;

const PAGE: &[u8] = b"1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n\
    3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R/Annots[6 0 R]>>\nendobj\n\
    4 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>\nendobj\n\
    5 0 obj\n<</Length 71>>stream\nBT /F 11 Tf 72 700 Td (Halden closed 24,000 accounts.) Tj T* (It was May.) Tj ET\nendstream\nendobj\n\
    6 0 obj\n<</Type/Annot/Subtype/FreeText/Rect[0 0 9 9]/Contents(Dana)>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF";

const SCAN: &[u8] = b"1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n\
    3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Rotate 90/Contents 4 0 R>>\nendobj\n\
    4 0 obj\n<</Length 59>>stream\nq 100 0 0 100 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q 0 0 9 9 re f\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>";

/// Target, name, and what stands behind the head.
const SEEDS: &[(&str, &str, &[u8])] = &[
    ("any", "text", b"Halden said on 4 May 2026 that it had closed 24,000 accounts.\n"),
    ("any", "page", b"<!DOCTYPE html><p>It was May.</p>"),
    ("any", "mail", b"From: dana@halden.example\nSubject: Accounts\n\nIt was May.\n"),
    ("any", "bundle", b"{\"type\":\"bundle\",\"id\":\"bundle--1\",\"objects\":[]}"),
    ("text", "front-matter", b"title: Accounts\ndate: 2026-05-04\nauthors: [Dana Ruiz]\n---\n# What happened\n\n- one\n- *two*\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"),
    ("web", "article", b"<meta property=og:title content=Accounts><script type='application/ld+json'>{\"@type\":\"Article\",\"datePublished\":\"2026-05-04\"}</script></head><body><nav>Home</nav><article><h1>Accounts</h1><p>It was <b>May</b>.</p><table><tr><th>a<td>1</table><ul><li>x</ul><figure><img src=a><figcaption>c</figcaption></figure></article>"),
    ("mail", "attachment", b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nIt was May.\r\n--b\r\nContent-Type: text/csv; name=a.csv\r\nContent-Transfer-Encoding: base64\r\n\r\nYSxiCjEsMgo=\r\n--b--\r\n"),
    ("mail", "saved-page", b"MIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Location: https://halden.example/\r\n\r\n<p>It was May.</p>\r\n--b--\r\n"),
    ("mailbox", "two", b"\nIt was May.\n\nFrom ada@halden.example Tue May  5 11:30:00 2026\nFrom: ada@halden.example\nSubject: Re\n\n>From May on.\n"),
    ("rtf", "letter", b"{\\fonttbl{\\f0\\fcharset204 Arial;}}{\\info{\\title Accounts}}\\pard It was \\b May\\b0 .\\par\\u8364?\\'80{\\footnote note}\\trowd\\cell a\\cell b\\row}"),
    ("csv", "rows", b"2026-05-05,\"Norland, south\",12\n2026-05-06,\"a \"\"b\"\"\",-3.5\n"),
    ("stix", "campaign", b"{\"type\":\"campaign\",\"id\":\"campaign--1\",\"name\":\"Silt Harbour\",\"confidence\":80,\"first_seen\":\"2026-04-22T00:00:00Z\",\"object_marking_refs\":[\"marking-definition--1\"]},{\"type\":\"relationship\",\"id\":\"relationship--1\",\"relationship_type\":\"attributed-to\",\"source_ref\":\"campaign--1\",\"target_ref\":\"threat-actor--1\"}]}"),
    ("misp", "event", b"\"date\":\"2026-05-04\",\"Tag\":[{\"name\":\"tlp:amber\"}],\"Attribute\":[{\"type\":\"text\",\"value\":\"It was May.\"}],\"Galaxy\":[{\"type\":\"t\",\"GalaxyCluster\":[{\"value\":\"x\",\"meta\":{\"synonyms\":[\"y\"]}}]}],\"Object\":[{\"name\":\"o\",\"Attribute\":[]}]}}"),
    ("pdf", "page", PAGE),
    ("pdf", "scan", SCAN),
    ("page", "page", PAGE),
    ("page", "scan", SCAN),
    ("picture", "png", b"\0\0\0\0\x0DIHDR\0\0\x02\x80\0\0\x01\xE0\x08\x02\0\0\0"),
    ("picture", "gif", b"\x02\x40\x01\xF0\0\0\0\0"),
    ("picture", "tiff", b"\x03\x08\0\0\0\x02\0\0\x01\x03\0\x01\0\0\0\x40\x01\0\0\x01\x01\x03\0\x01\0\0\0\xF0\0\0\0\0\0\0\0"),
    ("word", "document", b"\x01<w:document><w:body><w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr><w:r><w:t>Accounts</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:ins w:author='d'><w:r><w:t>24,000</w:t></w:r></w:ins><w:del><w:r><w:delText>9</w:delText></w:r></w:del></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"),
    ("word", "styles", b"\x02<w:styles><w:style w:styleId='Heading1'><w:name w:val='heading 1'/><w:basedOn w:val='Heading1'/></w:style></w:styles>"),
    ("workbook", "sheet", b"\x03<worksheet><sheetData><row r='1' hidden='1'><c r='A1' t='inlineStr'><is><t>a</t></is></c><c r='B1'><f>1+1</f><v>2</v></c></row></sheetData></worksheet>"),
    ("workbook", "strings", b"\x04<sst><si><r><t>Coun</t></r><r><t>try</t></r></si></sst>"),
    ("slides", "slide", b"\x03<p:sld><p:cSld><p:spTree><p:sp><p:txBody><a:p><a:r><a:t>It was May.</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>"),
    ("open_document", "content", b"\x02<office:document-content><office:body><office:text><text:h text:outline-level='1'>Accounts</text:h><table:table><table:table-row><table:table-cell table:number-columns-repeated='3'><text:p>9</text:p></table:table-cell></table:table-row></table:table></office:text></office:body></office:document-content>"),
    ("archive", "stored", b"\x0A\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\0\0\0\x01\0\0\0\x01\0\0\0aAPK\x01\x02\x0A\0\x0A\0\0\0\0\0\0\0\0\0\x8B\x9E\xD9\xD3\x01\0\0\0\x01\0\0\0\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0aPK\x05\x06\0\0\0\0\x01\0\x01\0\x2F\0\0\0\x20\0\0\0\0\0"),
    ("old_office", "sector", b"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x3E\0\x03\0\xFE\xFF\x09\0\x06\0W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"),
];

fn main() -> std::io::Result<()> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    for (target, name, bytes) in SEEDS {
        std::fs::create_dir_all(corpus.join(target))?;
        std::fs::write(corpus.join(target).join(name), bytes)?;
    }
    Ok(())
}
