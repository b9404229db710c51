//! Office files made to do harm, or broken, each with the issue that it must give. None may crash, hang or fill the memory.

use dossier_intake::read;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;

fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let written = writer.start_file(*name, SimpleFileOptions::default()).map(|()| writer.write_all(bytes));
        assert!(matches!(written, Ok(Ok(()))), "{name}");
    }
    writer.finish().map(Cursor::into_inner).unwrap_or_default()
}

fn docx(body: &str) -> Vec<u8> {
    let document = format!("<w:document xmlns:w='w'><w:body>{body}</w:body></w:document>");
    zip(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", document.as_bytes())])
}

fn odt(content: &str) -> Vec<u8> {
    zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("META-INF/manifest.xml", b"<manifest/>"),
        ("content.xml", content.as_bytes()),
    ])
}

#[test]
fn each_hostile_file_gives_its_issue() {
    let check = |what: &str, bytes: &[u8], code: &str, keeps: &str| {
        let read = read("evil", bytes);
        let codes: Vec<_> = read.issues.iter().map(|issue| issue.code.as_str()).collect();
        assert!(codes.contains(&code), "{what}: {:?}", read.issues);
        assert!(read.text.contains(keeps), "{what}: {}", read.text);
        assert!(
            read.issues.iter().all(|issue| issue.message.contains("evil") && issue.message.len() < 600),
            "{what}: {:?}",
            read.issues
        );
    };
    let kept = "<w:p><w:r><w:t>kept</w:t></w:r></w:p>";
    let deep = "<w:sdt>".repeat(5000);
    let entities = "<!DOCTYPE a [<!ENTITY b 'c'><!ENTITY d '&b;&b;&b;&b;'>]><a>&d;</a>";
    let wide = format!("<w:p {}/>", (0..2000).map(|at| format!("a{at}='' ")).collect::<String>());
    check("a document cut short", &docx(&format!("{kept}<w:p><w:r>")), "damaged", "kept");
    check("elements without end", &docx(&format!("{kept}{deep}")), "too-deep", "kept");
    check("attributes without end", &docx(&format!("{kept}{wide}")), "bomb", "kept");
    check(
        "entities that expand",
        &zip(&[("[Content_Types].xml", b"<T/>"), ("word/document.xml", entities.as_bytes())]),
        "bomb",
        "",
    );
    check("a document without text", &zip(&[("[Content_Types].xml", b"<T/>"), ("word/styles.xml", b"<a/>")]), "damaged", "");
    let zeros = vec![b' '; 40 * 1024 * 1024];
    check("a part that fills the memory", &zip(&[("[Content_Types].xml", b"<T/>"), ("word/document.xml", &zeros)]), "bomb", "");
    check("an open document without end", &odt(&"<office:body>".repeat(5000)), "too-deep", "");
    check("an open document with entities", &odt(entities), "bomb", "");
    let locked = zip(&[("META-INF/manifest.xml", b"<encryption-data/>"), ("content.xml", b"x")]);
    check("a locked open document", &locked, "encrypted", "");
    let mut half = docx(kept);
    half.truncate(half.len() - 30);
    check("an archive without its directory", &half, "damaged", "");
    check("groups without end", &b"{\\rtf1 ".repeat(5000), "too-deep", "");
    check("RTF cut short", b"{\\rtf1 kept\\par", "damaged", "kept");
    check("binary data that claims to be long", b"{\\rtf1 kept\\par{\\pict\\bin2147483647 x", "images", "kept");
    let mut old = vec![0; 2048];
    old[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    check("an old office file", &old, "unsupported-format", "");
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    old[1024..1024 + name.len()].copy_from_slice(&name);
    check("a locked office file", &old, "encrypted", "");
}

#[test]
fn drafts_say_that_they_are_drafts() {
    let body = "<w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr><w:r><w:t>Head</w:t></w:r></w:p>\
        <w:p><w:r><w:t>It is </w:t></w:r><w:del><w:r><w:delText>not </w:delText></w:r></w:del><w:ins><w:r><w:t>so</w:t></w:r></w:ins>\
        <w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>\
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Lab</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr><w:p/></w:tc>\
        <w:tc><w:p><w:r><w:t>9,000</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    let read = read("a.docx", &docx(body));
    assert_eq!(read.text, "Head\n\nIt is so\n\nLab\t9,000");
    let cells: Vec<_> = read.marks.iter().filter_map(|mark| mark.label.as_deref()).filter(|label| label.contains(':')).collect();
    assert_eq!(cells, ["1:1", "1:4"]);
    let codes: Vec<_> = read.issues.iter().map(|issue| issue.code.as_str()).collect();
    assert_eq!(codes, ["tracked-deletions", "tracked-insertions", "hidden-text"]);
}

#[test]
fn workbooks_show_what_their_cells_show() {
    let relations = |kind: &str, target: &str| {
        format!("<r><x Id='r1' Type='a/{kind}' Target='{target}'/><x Id='r2' Type='a/styles' Target='styles.xml'/></r>")
    };
    let sheet = "<s><cols><col hidden='1'/></cols><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>Day</t></is></c>\
        <c r='C1' t='inlineStr'><is><t>Share</t></is></c></row><row r='3' hidden='1'><c r='A3' s='1'><v>46143</v></c>\
        <c r='C3' s='2'><f>A1*2</f><v>0.257</v></c><c r='D3' t='e'><v>#DIV/0!</v></c></row></sheetData></s>";
    let styles = "<s><numFmts><numFmt numFmtId='164' formatCode='0.0%'/></numFmts><cellXfs><xf/><xf numFmtId='14'/><xf numFmtId='164'/></cellXfs></s>";
    let bytes = zip(&[
        ("[Content_Types].xml", b"<T/>"),
        ("_rels/.rels", relations("officeDocument", "xl/workbook.xml").as_bytes()),
        ("xl/workbook.xml", b"<w><sheets><sheet name='Incidents' state='hidden' r:id='r1'/></sheets></w>"),
        ("xl/_rels/workbook.xml.rels", relations("worksheet", "worksheets/sheet1.xml").as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
    ]);
    let read = read("a.xlsx", &bytes);
    assert_eq!(read.text, "Incidents\n\nDay\tShare\n2026-05-01\t25.7%\t#DIV/0!");
    let cells: Vec<_> = read.marks.iter().filter_map(|mark| mark.label.as_deref()).collect();
    assert_eq!(cells, ["1", "1:1", "1:3", "3:1", "3:3", "3:4"]);
    assert_eq!(read.issues.iter().map(|issue| issue.code.as_str()).collect::<Vec<_>>(), ["formulas", "hidden-cells"]);
}

#[test]
fn slides_are_pages_in_the_order_of_the_presentation() {
    let bytes = zip(&[
        ("[Content_Types].xml", b"<T/>"),
        ("ppt/presentation.xml", b"<p><sldIdLst><sldId id='256' r:id='r2'/><sldId id='257' r:id='r1'/></sldIdLst></p>"),
        (
            "ppt/_rels/presentation.xml.rels",
            b"<r><x Id='r1' Type='a/slide' Target='slides/slide1.xml'/><x Id='r2' Type='a/slide' Target='slides/slide2.xml'/></r>",
        ),
        ("ppt/slides/slide1.xml", b"<p:sld><p:sp><a:p><a:r><a:t>It was </a:t></a:r><a:r><a:t>so.</a:t></a:r></a:p></p:sp></p:sld>"),
        ("ppt/slides/slide2.xml", b"<p:sld><p:sp><p:ph type='ctrTitle'/><a:p><a:t>Halden</a:t></a:p></p:sp></p:sld>"),
    ]);
    let read = read("a.pptx", &bytes);
    assert_eq!(read.text, "Halden\n\nIt was so.");
    let pages: Vec<_> = read
        .marks
        .iter()
        .filter(|mark| mark.kind == dossier_model::MarkKind::Page)
        .filter_map(|mark| mark.label.as_deref())
        .collect();
    assert_eq!(pages, ["1", "2"]);
    assert_eq!(read.title.as_deref(), Some("Halden"));
}

#[test]
fn open_documents_keep_notes_lists_and_rows() {
    let read = read(
        "a.odt",
        &odt(
            "<d><body><text><h outline-level='2'>Head</h><p>It was<note><note-citation>1</note-citation><note-body><p>A note.</p></note-body></note> so<s c='2'/>here.</p>\
              <list><list-item><p>one</p></list-item></list><annotation><p>doubt</p></annotation>\
              <table><table-row number-rows-repeated='3'><table-cell/></table-row><table-row><table-cell number-columns-repeated='2'/><table-cell><p>9</p></table-cell></table-row></table></text></body></d>",
        ),
    );
    assert_eq!(read.text, "Head\n\nIt was[1] so  here.\n\none\n\n9\n\n[1] A note.");
    assert!(read.marks.iter().any(|mark| mark.label.as_deref() == Some("4:3")), "{:?}", read.marks);
    assert_eq!(read.issues.iter().map(|issue| issue.code.as_str()).collect::<Vec<_>>(), ["comments"]);
}

#[test]
fn raised_numbers_are_no_part_of_the_figure_before_them() {
    let run = |raised: bool, words: &str| {
        let properties = if raised { "<w:rPr><w:vertAlign w:val='superscript'/></w:rPr>" } else { "" };
        format!("<w:r>{properties}<w:t xml:space='preserve'>{words}</w:t></w:r>")
    };
    let body = format!("<w:p>{}{}{}</w:p>", run(false, "It made 100"), run(true, "2"), run(false, " of them."));
    assert_eq!(read("a.docx", &docx(&body)).text, "It made 100² of them.");
    let content = "<x><automatic-styles><style name='T1'><text-properties text-position='super 58%'/></style></automatic-styles>\
        <body><p>It made 100<span style-name='T1'>2</span> on the 19<span style-name='T1'>th</span>.</p></body></x>";
    let read = read("a.odt", &odt(content));
    assert_eq!(read.text, "It made 100² on the 19th.");
    assert!(read.normalised.contains(&dossier_intake::Rule::RaisedDigits));
}

#[test]
fn files_beside_the_checkout_are_read_or_say_why() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus/office");
    if !folder.is_dir() {
        // Straight to standard error: a test runner keeps what is printed by a test that passes.
        let _ = writeln!(std::io::stderr(), "skipped: {} is not there", folder.display());
        return;
    }
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let read = read(&name, &std::fs::read(entry.path()).unwrap());
        assert!(!read.text.is_empty() || !read.issues.is_empty(), "{name}");
        let holds: &[&str] = match name.as_str() {
            "footnotes.docx" => &["prostoy[1] text", "[1] snoska"],
            "testWORD_emptyParaInTextbox.docx" => &["spolu\tod udelenia"],
            "testFooter.odt" => &["Here is footer text", "on page 2"],
            "testODTStyles2.odt" => &["Identificatie vredegerecht\tVredegerecht Name"],
            "testRTFIgnoredControlWord.rtf" => &["The quick brown fox jumps over the lazy dog"],
            "testRTFControls.rtf" => &["“Double quoted text”"],
            "foo.csv" => &["789\tqawsedrft\t3.14159"],
            _ => &[],
        };
        for words in holds {
            assert!(read.text.contains(words), "{name}: {}", read.text);
        }
    }
}
