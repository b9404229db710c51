//! What is marked on the pages of a PDF and attached to it: filled fields and typed-on text, which the page shows; remarks, which it does
//! not; files.

use super::entry;
use super::properties::characters;
use crate::document::{Member, issue};
use dossier_model::Issue;
use pdf_oxide::annotation_types::AnnotationSubtype;
use pdf_oxide::document::PdfDocument;
use pdf_oxide::object::Object;

/// The most files that are taken out of one PDF.
const ATTACHED: usize = 1000;
/// How deep fields may lie within fields.
const FIELDS: usize = 10;

/// Remarks of readers, counted with their pages, and what stands on pages without being in their text or cannot be read.
#[derive(Debug, Default)]
pub(crate) struct Remarks {
    remarks: Vec<usize>,
    fields: Vec<usize>,
    pinned: usize,
    unread: Vec<usize>,
}

impl Remarks {
    /// What a person should know of them.
    pub(crate) fn issues(self, file: &str) -> Vec<Issue> {
        let mut issues = Vec::new();
        let pages = |mut pages: Vec<usize>| {
            pages.dedup();
            super::numbers(&pages).to_lowercase()
        };
        if !self.remarks.is_empty() {
            let message = format!(
                "{file} has {} remarks of readers on {}, which are not in the text. Read them in the original; they may say that a passage is in doubt.",
                self.remarks.len(),
                pages(self.remarks)
            );
            issues.push(issue("comments", message));
        }
        if !self.fields.is_empty() {
            let message = format!(
                "{file} has {} filled fields or typed-on notes on {}. They stand at the end of the text of their page: see the original for what each belongs to.",
                self.fields.len(),
                pages(self.fields)
            );
            issues.push(issue("form-fields", message));
        }
        if !self.unread.is_empty() {
            let message = format!(
                "the remarks and filled fields on {} of {file} could not be read. Open it in a viewer, and compare what is missing.",
                pages(self.unread)
            );
            issues.push(issue("damaged", message));
        }
        if self.pinned > 0 {
            let message = format!(
                "{file} has {} files, sounds or films pinned to its pages, which were not read. Save them from a viewer and import them.",
                self.pinned
            );
            issues.push(issue("attachments", message));
        }
        issues
    }
}

/// The words that the page at `page` shows by its fields and typed-on notes.
pub(crate) fn shown(pdf: &PdfDocument, page: usize, remarks: &mut Remarks) -> Vec<String> {
    let mut shown = Vec::new();
    let Some(notes) = notes(pdf, page) else {
        remarks.unread.push(page);
        return shown;
    };
    for note in notes {
        let words = |key: &str| {
            let words = characters(entry(pdf, &note, key)?.as_string()?).trim().to_owned();
            (!words.is_empty()).then_some(words)
        };
        let subtype = entry(pdf, &note, "Subtype");
        match AnnotationSubtype::from_pdf_name(subtype.as_ref().and_then(Object::as_name).unwrap_or_default()) {
            AnnotationSubtype::Widget => shown.extend(words("V").filter(|_| is_typed(pdf, &note))),
            AnnotationSubtype::FreeText => shown.extend(words("Contents")),
            AnnotationSubtype::Link | AnnotationSubtype::Popup => {}
            AnnotationSubtype::FileAttachment
            | AnnotationSubtype::Sound
            | AnnotationSubtype::Movie
            | AnnotationSubtype::RichMedia => {
                remarks.pinned += 1;
            }
            _ => remarks.remarks.extend(words("Contents").map(|_| page)),
        }
    }
    remarks.fields.extend(shown.iter().map(|_| page));
    shown
}

/// What is marked on `page`; none where it cannot be read. The library's own list looks each page up from the first.
fn notes(pdf: &PdfDocument, page: usize) -> Option<Vec<Object>> {
    let page = pdf.get_page(page).ok()?;
    let Some(listed) = page.as_dict()?.get("Annots") else { return Some(Vec::new()) };
    let listed = pdf.resolve_object(listed).ok()?;
    listed.as_array().map_or(Some(Vec::new()), |notes| notes.iter().map(|note| pdf.resolve_object(note).ok()).collect())
}

/// Whether words are typed into or chosen in `field`, or in the field that it is a part of.
fn is_typed(pdf: &PdfDocument, field: &Object) -> bool {
    let parents = std::iter::successors(Some(field.clone()), |field| entry(pdf, field, "Parent"));
    let kind = parents.take(FIELDS).find_map(|field| entry(pdf, &field, "FT"));
    matches!(kind.as_ref().and_then(Object::as_name), Some("Tx" | "Ch"))
}

/// The files attached to the document, up to `limit` bytes of them.
pub(crate) fn attachments(file: &str, pdf: &PdfDocument, limit: usize, issues: &mut Vec<Issue>) -> Vec<Member> {
    let found = match pdf.extract_embedded_files() {
        Ok(found) => found,
        Err(why) => {
            let message =
                format!("the files attached to {file} could not be taken out ({why}). Save them from a viewer and import them.");
            issues.push(issue("attachments", message));
            return Vec::new();
        }
    };
    let (all, mut left) = (found.len(), limit);
    let mut members = Vec::new();
    for (at, (name, bytes)) in found.into_iter().enumerate() {
        if bytes.len() > left || at == ATTACHED {
            let message = format!(
                "{file} has {all} attached files; {at} were taken out, up to {ATTACHED} files of {limit} bytes together. Save the others \
                 from a viewer and import them."
            );
            issues.push(issue("too-large", message));
            break;
        }
        left -= bytes.len();
        let path = if name.trim().is_empty() { format!("attachment-{}", at + 1) } else { name };
        members.push(Member { path, bytes });
    }
    members
}
