//! A manuscript as a Word file with real footnotes, to be edited further. Words that the print fonts lack stay as they are.
//!
//! docx-rs writes the text; the parts it writes thinly are mended or replaced before they are packed, with a fixed time, in a
//! fixed order. The same manuscript gives the same bytes.

mod body;
mod mend;
mod table;

use super::sheet;
use crate::{DocumentsError, Manuscript};
use body::Body;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

const STYLES: &str = include_str!("styles.xml");
const SETTINGS: &str = include_str!("settings.xml");
const FONTS: &str = include_str!("fonts.xml");

/// `manuscript` as a Word file.
///
/// # Errors
/// When a picture is not SVG.
pub fn docx(manuscript: &Manuscript) -> Result<Vec<u8>, DocumentsError> {
    let body = Body::of(manuscript)?;
    let alts = body.alts;
    let built = body.docx.build();
    let watermark = manuscript.watermark.as_deref();
    let mut parts: Vec<(String, Vec<u8>)> = vec![
        ("[Content_Types].xml".to_owned(), built.content_type),
        ("_rels/.rels".to_owned(), built.rels),
        ("docProps/app.xml".to_owned(), built.doc_props.app),
        ("docProps/core.xml".to_owned(), core(manuscript).into_bytes()),
        ("docProps/custom.xml".to_owned(), built.doc_props.custom),
        ("word/_rels/document.xml.rels".to_owned(), built.document_rels),
        ("word/document.xml".to_owned(), mend::document(text(built.document)?, &alts).into_bytes()),
        ("word/styles.xml".to_owned(), STYLES.as_bytes().to_vec()),
        ("word/settings.xml".to_owned(), SETTINGS.as_bytes().to_vec()),
        ("word/fontTable.xml".to_owned(), FONTS.as_bytes().to_vec()),
        ("word/comments.xml".to_owned(), built.comments),
        ("word/commentsExtended.xml".to_owned(), built.comments_extended),
        ("word/numbering.xml".to_owned(), mend::part(text(built.numberings)?).into_bytes()),
        ("word/footnotes.xml".to_owned(), mend::footnotes(text(built.footnotes)?).into_bytes()),
    ];
    for (n, (header, rels)) in (1..).zip(built.headers.into_iter().zip(built.header_rels)) {
        parts.push((format!("word/header{n}.xml"), mend::header(text(header)?, watermark).into_bytes()));
        parts.push((format!("word/_rels/header{n}.xml.rels"), rels));
    }
    for (n, (footer, rels)) in (1..).zip(built.footers.into_iter().zip(built.footer_rels)) {
        parts.push((format!("word/footer{n}.xml"), mend::part(text(footer)?).into_bytes()));
        parts.push((format!("word/_rels/footer{n}.xml.rels"), rels));
    }
    parts.extend(built.media.into_iter().map(|(name, bytes)| (format!("word/media/{name}.png"), bytes)));
    pack(parts).map_err(|why| DocumentsError::Word { why: why.to_string() })
}

fn text(part: Vec<u8>) -> Result<String, DocumentsError> {
    String::from_utf8(part).map_err(|why| DocumentsError::Word { why: why.to_string() })
}

/// Title, author and date; the date is the document's own.
fn core(manuscript: &Manuscript) -> String {
    let (title, author) = (mend::escaped(&sheet::title(manuscript)), mend::escaped(&manuscript.author));
    let date = manuscript.date;
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\
         <cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\
         <dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{date}T00:00:00Z</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{date}T00:00:00Z</dcterms:modified>\
         <dc:language>en-US</dc:language></cp:coreProperties>"
    )
}

fn pack(parts: Vec<(String, Vec<u8>)>) -> zip::result::ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name, options)?;
        zip.write_all(&bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}
