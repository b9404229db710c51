//! Original bytes to readable text: a text with marks on its structure, what the document says of itself, and issues.
//!
//! What it leaves to others: what the words mean (`grammar`, `claims`) and what becomes of the result (`app`). What always
//! holds: [`read`] never fails and never panics, whatever the bytes; every mark lies within the text; a file that yields no text
//! has an empty text and an issue that says why and what to do; the same bytes give the same [`Read`].
//!
//! Reading goes in one direction: `format` tells what the bytes are, a reader of `formats` makes a text with blocks of them (by `normal`, the
//! recorded rules), `furniture` marks what stands around an article, and `masthead` reads title, publisher and date.
//!
//! Bytes that others made are best read apart: `worker` answers requests to read in a process of its own, `pipe` is what is said to it and
//! by it, and `confine` is what that process gives up first.

mod confine;
mod date;
mod declared;
mod decode;
mod document;
mod entities;
mod format;
mod formats;
mod front_matter;
mod furniture;
mod json;
mod layout;
mod markdown;
mod masthead;
mod normal;
pub mod ocr;
mod page_picture;
pub mod pipe;
mod plain;
mod recognised;
mod sheet;
pub mod worker;
mod writer;

pub use document::Member;
pub use normal::Rule;
pub use page_picture::{LEAST_WIDTH, MOST_WIDTH, Picture, PlacedWord, page_picture};

pub use recognised::Recognised;

use document::{Document, issue};
use dossier_model::{Edtf, Issue, Mark};
use format::Format;
use serde::{Deserialize, Serialize};

/// The largest file that is read: 256 MiB.
pub const MAX_BYTES: usize = 256 * 1024 * 1024;

/// What was read from one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Read {
    /// The media type, by content.
    pub media_type: String,
    /// The readable text; empty where the file yields none.
    pub text: String,
    /// Its structure, in order of place.
    pub marks: Vec<Mark>,
    /// Its title.
    pub title: Option<String>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// Who published it, where it says so.
    pub publisher: Option<String>,
    /// When, where it says so.
    pub published: Option<Edtf>,
    /// When it was last changed, where it says so.
    pub updated: Option<Edtf>,
    /// Where, where it says so.
    pub url: Option<String>,
    /// The outlet whose text it carries or summarises, where it says so.
    pub syndicated_from: Option<String>,
    /// The rules of normalisation that changed something.
    pub normalised: Vec<Rule>,
    /// What a person should know.
    pub issues: Vec<Issue>,
    /// The documents that lie within it, each a source of its own.
    pub members: Vec<Member>,
    /// The pages that are pictures without words, from 1, which [`ocr`] may recognise; a picture is page 1.
    #[serde(default)]
    pub without_words: Vec<u32>,
}

/// Reads the file named `file` (named in messages only) from its `bytes`.
pub fn read(file: &str, bytes: &[u8]) -> Read {
    read_with_ocr(file, bytes, &Recognised::default())
}

/// Reads it with the words that were recognised on pages of it that are pictures.
pub fn read_with_ocr(file: &str, bytes: &[u8], recognised: &Recognised) -> Read {
    finish(file, document(file, bytes, recognised))
}

fn document(file: &str, bytes: &[u8], recognised: &Recognised) -> Document {
    if bytes.len() > MAX_BYTES {
        let message = format!(
            "{file} has {} bytes, more than the {MAX_BYTES} that are read. Split it, or import the part that matters.",
            bytes.len()
        );
        return Document::unread("application/octet-stream", "too-large", message);
    }
    match format::of(bytes) {
        Format::Empty => {
            Document::unread("text/plain", "empty", format!("{file} is empty. Check that the right file was saved."))
        }
        Format::Unread { media_type, name, next } => {
            Document::unread(media_type, "binary", format!("{file} is {name}, which is not read. {next}"))
        }
        Format::Archive => formats::archive::read(file, bytes),
        Format::Picture { media_type, name } => formats::picture::read(file, bytes, media_type, name, recognised),
        Format::Mail => formats::mail::read(file, bytes),
        Format::Mailbox => formats::mailbox::read(file, bytes),
        Format::Web => formats::web::read(file, bytes),
        Format::Text => formats::text::read(file, bytes),
        Format::Stix => formats::stix::read(file, bytes),
        Format::Misp => formats::misp::read(file, bytes),
        Format::Pdf => formats::pdf::read(file, bytes, recognised),
        Format::Word => formats::word::read(file, bytes),
        Format::Workbook => formats::workbook::read(file, bytes),
        Format::Slides => formats::slides::read(file, bytes),
        Format::OpenDocument => formats::open_document::read(file, bytes),
        Format::Rtf => formats::rtf::read(file, bytes),
        Format::Csv(delimiter) => formats::csv::read(file, bytes, delimiter),
        Format::OldOffice => formats::old_office::read(file, bytes),
    }
}

/// Marks furniture, reads the masthead, and says so where there are no words.
fn finish(file: &str, document: Document) -> Read {
    let Document { media_type, mut laid, declared, heading, is_article, mut normalised, mut issues, members, without_words } =
        document;
    normalised.sort_unstable();
    normalised.dedup();
    if is_article {
        furniture::mark(&mut laid);
    }
    let mut masthead = masthead::read(&mut laid, &declared, heading, is_article);
    if masthead.published.is_none()
        && let Some(day) = declared.created.as_deref().and_then(date::date)
    {
        let message = format!(
            "{file} bears no date of its own; {day}, the day on which the file was made, stands in for it. Check when it was published."
        );
        issues.push(issue("date-of-file", message));
        masthead.published = Some(day);
    }
    if laid.text.trim().is_empty() {
        let says_why = issues.iter().any(|issue| issue.code == "no-text");
        if members.is_empty() && !says_why && (is_article || issues.is_empty()) {
            let message = format!("{file} has no words, only white space or markup. Check that the right file was saved.");
            issues.push(issue("empty", message));
        }
        laid = layout::Laid::default();
    }
    Read {
        media_type,
        marks: laid.marks(),
        text: laid.text,
        title: masthead.title,
        authors: masthead.authors,
        publisher: masthead.publisher,
        published: masthead.published,
        updated: masthead.updated,
        url: masthead.url,
        syndicated_from: masthead.syndicated_from,
        normalised,
        issues,
        members,
        without_words,
    }
}

#[cfg(test)]
mod tests;
