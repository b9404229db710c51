//! PDF: each page with its number, its lines joined to paragraphs in reading order, its running heads as furniture.
//!
//! The library finds runs of characters at their places; in which order they are read and what a line, a paragraph and a heading is, is
//! ours (`runs`, `order`, `lines`, `paragraphs`, `tables`, `running`, `text`).

mod fonts;
mod lines;
mod marked;
mod mend;
mod order;
mod paragraphs;
mod properties;
mod running;
mod runs;
mod tables;
mod tagged;
mod text;
mod turned;

use crate::document::{Document, issue};
use crate::formats::office::loss::{Loss, Losses};
use crate::normal::Rule;
use crate::recognised::Recognised;
use dossier_model::Issue;
use lines::Line;
pub(crate) use paragraphs::add_line;
use pdf_oxide::document::PdfDocument;
use pdf_oxide::extractors::warnings::WarningCategory;
use pdf_oxide::layout::TextSpan;
use pdf_oxide::object::Object;
use running::Page;
use std::collections::BTreeSet;

const MEDIA_TYPE: &str = "application/pdf";

/// The most pages that are read; the longest reports of parliaments have a few thousand.
const PAGES: usize = 20_000;
/// The most bytes of text that are read.
const TEXT_BYTES: usize = 64 * 1024 * 1024;
/// The most bytes of attachments that are taken out of one file.
const ATTACHED_BYTES: usize = 256 * 1024 * 1024;

/// Reads the text of a PDF, with what was recognised on pages that are pictures, and takes out what is attached to it.
pub(crate) fn read(file: &str, bytes: &[u8], recognised: &Recognised) -> Document {
    let damaged = |why: String| {
        let message = format!(
            "{file} is damaged and cannot be opened as a PDF ({why}). Open it in a viewer, print it to a new PDF, and import that."
        );
        Document::unread(MEDIA_TYPE, "damaged", message)
    };
    let pdf = match PdfDocument::from_bytes(bytes.to_vec()) {
        Ok(pdf) => pdf,
        Err(why) => return damaged(why.to_string()),
    };
    if pdf.is_encrypted() && !pdf.is_authenticated() && !matches!(pdf.authenticate(b""), Ok(true)) {
        let message =
            format!("{file} is locked with a password. Open it with the password, print it to a new PDF, and import that.");
        return Document::unread(MEDIA_TYPE, "encrypted", message);
    }
    let count = match pdf.page_count() {
        Ok(count) if count > 0 => count,
        Ok(_) => return damaged("it has no pages".to_owned()),
        Err(why) => return damaged(why.to_string()),
    };
    let mut taken =
        Taken { issues: Vec::new(), rules: BTreeSet::new(), losses: Losses::default(), recognised, pictures: Vec::new() };
    let pages = taken.pages(file, &pdf, count);
    let (writer, heading) = text::write(&pages, recognised, &mut taken.rules);
    let (laid, mut normalised) = writer.finish();
    normalised.extend(taken.rules);
    taken.issues.extend(unmapped(file, &laid.text));
    taken.issues.extend(repaired(file, &pdf));
    let members = marked::attachments(file, &pdf, ATTACHED_BYTES, &mut taken.issues);
    taken.losses.add(Loss::Embedded, members.len());
    taken.issues.extend(taken.losses.issues(file));
    Document {
        media_type: MEDIA_TYPE.to_owned(),
        laid,
        declared: properties::read(&pdf),
        heading,
        is_article: true,
        normalised,
        issues: taken.issues,
        members,
        without_words: taken.pictures.iter().filter_map(|at| u32::try_from(at + 1).ok()).collect(),
    }
}

/// A part of a page, in its own coordinates: left, foot, right, head.
pub(crate) type Edges = (f32, f32, f32, f32);

/// The runs of characters on the page `at`, from 0, as they are read, with the places of their signs, and the page's box. None where the file
/// or the page cannot be read.
pub(crate) fn page_runs(bytes: &[u8], at: usize) -> Option<(Vec<TextSpan>, Edges)> {
    let pdf = PdfDocument::from_bytes(bytes.to_vec()).ok()?;
    let runs = runs::with_places(&pdf, at, pdf.prefers_structure_reading_order()).ok()?;
    Some((runs, pdf.get_page_media_box(at).ok()?))
}

/// What is gathered beside the text.
struct Taken<'a> {
    issues: Vec<Issue>,
    rules: BTreeSet<Rule>,
    losses: Losses,
    /// What a machine read on pages that are pictures.
    recognised: &'a Recognised,
    /// The pages that are pictures, and that no machine read.
    pictures: Vec<usize>,
}

impl Taken<'_> {
    /// The lines of all pages; pages without are told.
    fn pages(&mut self, file: &str, pdf: &PdfDocument, count: usize) -> Vec<Page> {
        let (mut pages, mut size) = (Vec::new(), 0);
        let (mut pictures, mut failed, mut remarks) = (Vec::new(), Vec::new(), marked::Remarks::default());
        let (mut by_machine, mut misleading, mut turned) = (Vec::new(), Vec::new(), Vec::new());
        let tagged = tagged::Order::of(pdf);
        for at in 0..count {
            if at == PAGES || size > TEXT_BYTES {
                let message = format!(
                    "{file} has {count} pages; the first {at} were read. Split it, and import the parts that matter one by one."
                );
                self.issues.push(issue("too-large", message));
                break;
            }
            let edges = pdf.get_page_visible_box(at).unwrap_or((0.0, 0.0, 612.0, 792.0));
            let mut found = match runs::runs(pdf, at, tagged.as_ref(), edges) {
                Ok(runs) => lines::lines(runs.into_iter(), &mut self.rules),
                Err(_) => {
                    failed.push(at);
                    Vec::new()
                }
            };
            if !found.is_empty() && fonts::mislead(pdf, at) {
                misleading.push(at);
            }
            if turned::may_lack_words(pdf, at) {
                turned.push(at);
            }
            let shown = marked::shown(pdf, at, &mut remarks);
            let images = images(pdf, at);
            if found.is_empty() && shown.is_empty() && images > 0 {
                if self.recognised.words(at).is_some() {
                    by_machine.push(at)
                } else {
                    pictures.push(at)
                };
            }
            self.losses.add(Loss::Images, images);
            found.extend(shown.into_iter().map(|text| Line { text, level: false, ..Line::default() }));
            size += found.iter().map(|line| line.text.len()).sum::<usize>();
            pages.push(Page { lines: found, edges: (edges.1, edges.3) });
        }
        self.issues.extend(remarks.issues(file));
        if !pictures.is_empty() {
            let message = format!(
                "{} of {file} {} pictures without text, as a scanner makes them. The file is kept as an exhibit: make a copy with text \
                 recognition (OCR), or type the passage that matters.",
                numbers(&pictures),
                if pictures.len() == 1 { "is" } else { "are" }
            );
            self.issues.push(issue("no-text", message));
        }
        if !by_machine.is_empty() {
            self.issues.push(self.recognised.issue(&format!("{} of {file}", numbers(&by_machine).to_lowercase())));
        }
        self.pictures = pictures.into_iter().filter(|at| !self.recognised.has(*at)).collect();
        if !failed.is_empty() {
            let message =
                format!("{} of {file} could not be read. Open it in a viewer, and compare what is missing.", numbers(&failed));
            self.issues.push(issue("damaged", message));
        }
        if !misleading.is_empty() {
            let message = format!(
                "{file} does not say what the signs of some fonts on {} mean; formulas and symbols may read as other letters. Compare what \
                 you quote with the page.",
                numbers(&misleading).to_lowercase()
            );
            self.issues.push(issue("unmapped-characters", message));
        }
        if !turned.is_empty() {
            let message = format!(
                "{} of {file} {} turned, and words in parts that are drawn by themselves, such as stamps, may be missing. Compare the text \
                 with the page as it looks, or make a copy with text recognition (OCR).",
                numbers(&turned),
                if turned.len() == 1 { "is" } else { "are" }
            );
            self.issues.push(issue("turned", message));
        }
        running::mark(&mut pages);
        pages
    }
}

/// How many pictures the page `at` shows.
fn images(pdf: &PdfDocument, at: usize) -> usize {
    let draws = pdf.get_page_content_data(at).is_ok_and(|content| draws(&content));
    if draws { pdf.page_image_handles(at).map_or(0, |images| images.len()) } else { 0 }
}

/// Whether what a page is made of may draw a picture (`Do`) or hold one (`BI`): to list them takes far longer than to see that there is none.
fn draws(content: &[u8]) -> bool {
    let apart = |at: Option<usize>| !at.and_then(|at| content.get(at)).is_some_and(u8::is_ascii_alphanumeric);
    let word = |(at, sign): (usize, &[u8])| matches!(sign, b"Do" | b"BI") && apart(at.checked_sub(1)) && apart(Some(at + 2));
    content.windows(2).enumerate().any(word)
}

/// What `of` has under `key`, wherever in the file it stands.
fn entry(pdf: &PdfDocument, of: &Object, key: &str) -> Option<Object> {
    pdf.resolve_object(of.as_dict()?.get(key)?).ok()
}

/// "Pages 2, 5-9": the first few, so that the message stays one that can be read.
fn numbers(pages: &[usize]) -> String {
    const SHOWN: usize = 12;
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for page in pages {
        match runs.last_mut().filter(|(_, last)| last + 1 == *page) {
            Some((_, last)) => *last = *page,
            None => runs.push((*page, *page)),
        }
    }
    let shown = runs
        .iter()
        .take(SHOWN)
        .map(|(first, last)| if first == last { (first + 1).to_string() } else { format!("{}-{}", first + 1, last + 1) });
    let more = if runs.len() > SHOWN { format!(" and others, {} in all,", pages.len()) } else { String::new() };
    let noun = if pages.len() == 1 { "Page" } else { "Pages" };
    format!("{noun} {}{more}", shown.collect::<Vec<_>>().join(", "))
}

/// Characters that the file does not say the meaning of.
fn unmapped(file: &str, text: &str) -> Option<Issue> {
    let count = text.chars().filter(|c| matches!(c, '\u{FFFD}' | '\u{E000}'..='\u{F8FF}')).count();
    let message = || {
        format!(
            "{file} does not say what {count} of its signs mean; they show as \u{FFFD} or as boxes. Compare names and figures with the page, \
             or make a copy with text recognition (OCR)."
        )
    };
    (count > 0).then(|| issue("unmapped-characters", message()))
}

/// Whether the list of its objects had to be made anew.
fn repaired(file: &str, pdf: &PdfDocument) -> Option<Issue> {
    let warnings = pdf.structured_warnings();
    let had = |category| warnings.iter().any(|warning| warning.category == category);
    let message = |what: &str| format!("{file} {what}. Compare its last page with the original before you quote from it.");
    if had(WarningCategory::OperatorCapExceeded) {
        return Some(issue("too-large", message("has a page with more on it than is read; that page is cut short")));
    }
    (had(WarningCategory::XrefRecovery) || had(WarningCategory::EofPremature))
        .then(|| issue("damaged", message("is damaged; what could be found in it was read")))
}
