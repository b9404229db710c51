//! What is marked on the pages of a PDF and attached to it: filled fields and typed-on text, which the page shows; remarks, which it does
//! not; files.

use super::properties::characters;
use crate::document::{Member, issue};
use dossier_model::Issue;
use pdf_oxide::annotation_types::{AnnotationSubtype, WidgetFieldType};
use pdf_oxide::document::PdfDocument;

/// The most files that are taken out of one PDF.
const ATTACHED: usize = 1000;

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
    let Ok(notes) = pdf.get_annotations(page) else {
        remarks.unread.push(page);
        return shown;
    };
    for note in notes {
        let entry = |key: &str| {
            let value = pdf.resolve_object(note.raw_dict.as_ref()?.get(key)?).ok()?;
            Some(characters(value.as_string()?).trim().to_owned()).filter(|words| !words.is_empty())
        };
        let words = entry("Contents").or_else(|| note.contents.filter(|words| !words.trim().is_empty()));
        match note.subtype_enum {
            AnnotationSubtype::Widget => {
                let typed = matches!(note.field_type, Some(WidgetFieldType::Text | WidgetFieldType::Choice { .. }));
                shown.extend(entry("V").filter(|_| typed));
            }
            AnnotationSubtype::FreeText => shown.extend(words),
            AnnotationSubtype::Link | AnnotationSubtype::Popup => {}
            AnnotationSubtype::FileAttachment
            | AnnotationSubtype::Sound
            | AnnotationSubtype::Movie
            | AnnotationSubtype::RichMedia => {
                remarks.pinned += 1;
            }
            _ => remarks.remarks.extend(words.map(|_| page)),
        }
    }
    remarks.fields.extend(shown.iter().map(|_| page));
    shown
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
