//! The smallest office files that every converter opens.

use std::io::{Cursor, Write as _};
use zip::CompressionMethod;
use zip::result::ZipResult;
use zip::write::{SimpleFileOptions, ZipWriter};

const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

pub(crate) fn docx(title: &str, paragraphs: &[String]) -> ZipResult<Vec<u8>> {
    let head = format!("<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr><w:r><w:t>{title}</w:t></w:r></w:p>");
    let body: String = paragraphs.iter().map(|words| format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")).collect();
    let document = format!(
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{head}{body}</w:body></w:document>"
    );
    let kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    zipped(&[
        ("[Content_Types].xml", &types(&[("/word/document.xml", kind)])),
        ("_rels/.rels", &relations(&[("officeDocument", "word/document.xml")])),
        ("word/document.xml", &document),
    ])
}

pub(crate) fn xlsx(rows: &[[String; 4]]) -> ZipResult<Vec<u8>> {
    let cell = |(column, value): (char, &String)| format!("<c r=\"{column}#\" t=\"inlineStr\"><is><t>{value}</t></is></c>");
    let row = |(number, row): (usize, &[String; 4])| {
        let number = (number + 1).to_string();
        let cells: String = ('A'..='D').zip(row).map(cell).collect();
        format!("<row r=\"{number}\">{}</row>", cells.replace('#', &number))
    };
    let rows: String = rows.iter().enumerate().map(row).collect();
    let space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let book = format!(
        "<workbook xmlns=\"{space}\" xmlns:r=\"{RELATION}\"><sheets><sheet name=\"Incidents\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
    );
    let sheet = format!("<worksheet xmlns=\"{space}\"><sheetData>{rows}</sheetData></worksheet>");
    let kind = |part: &str| format!("application/vnd.openxmlformats-officedocument.spreadsheetml.{part}+xml");
    zipped(&[
        (
            "[Content_Types].xml",
            &types(&[("/xl/workbook.xml", &kind("sheet.main")), ("/xl/worksheets/sheet1.xml", &kind("worksheet"))]),
        ),
        ("_rels/.rels", &relations(&[("officeDocument", "xl/workbook.xml")])),
        ("xl/workbook.xml", &book),
        ("xl/_rels/workbook.xml.rels", &relations(&[("worksheet", "worksheets/sheet1.xml")])),
        ("xl/worksheets/sheet1.xml", &sheet),
    ])
}

pub(crate) fn odt(title: &str, paragraphs: &[String]) -> ZipResult<Vec<u8>> {
    let space = "urn:oasis:names:tc:opendocument:xmlns";
    let kind = "application/vnd.oasis.opendocument.text";
    let body: String = paragraphs.iter().map(|words| format!("<text:p>{words}</text:p>")).collect();
    let content = format!(
        "<office:document-content xmlns:office=\"{space}:office:1.0\" xmlns:text=\"{space}:text:1.0\" office:version=\"1.3\"><office:body>\
         <office:text><text:h text:outline-level=\"1\">{title}</text:h>{body}</office:text></office:body></office:document-content>"
    );
    let manifest = format!(
        "<manifest:manifest xmlns:manifest=\"{space}:manifest:1.0\"><manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"{kind}\"/>\
         <manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>\
         <manifest:file-entry manifest:full-path=\"styles.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>"
    );
    // Some converters refuse a text without its styles.
    let styles = format!(
        "<office:document-styles xmlns:office=\"{space}:office:1.0\" office:version=\"1.3\"><office:styles/></office:document-styles>"
    );
    zipped(&[("mimetype", kind), ("META-INF/manifest.xml", &manifest), ("styles.xml", &styles), ("content.xml", &content)])
}

fn types(parts: &[(&str, &str)]) -> String {
    let parts: String =
        parts.iter().map(|(name, kind)| format!("<Override PartName=\"{name}\" ContentType=\"{kind}\"/>")).collect();
    format!(
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>{parts}</Types>"
    )
}

fn relations(to: &[(&str, &str)]) -> String {
    let each = |(n, (kind, target)): (usize, &(&str, &str))| {
        format!("<Relationship Id=\"r{}\" Type=\"{RELATION}/{kind}\" Target=\"{target}\"/>", n + 1)
    };
    let all: String = to.iter().enumerate().map(each).collect();
    format!("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{all}</Relationships>")
}

fn zipped(parts: &[(&str, &str)]) -> ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        // OpenDocument wants its media type first and as it is.
        let method = if *name == "mimetype" { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        zip.start_file(*name, SimpleFileOptions::default().compression_method(method))?;
        let head =
            if name.ends_with("xml") || name.ends_with("rels") { "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" } else { "" };
        zip.write_all(head.as_bytes())?;
        zip.write_all(content.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}
