//! PowerPoint presentations (.pptx and its kin): each slide a page, its paragraphs in their order; cells of tables; notes of the speaker behind
//! the slide that they belong to.

use super::office::flow::Flow;
use super::office::loss::{Loss, Losses};
use super::office::package::{Fault, Package};
use super::office::properties;
use super::office::relations::relations;
use super::office::xml::{Piece, Xml, characters};
use crate::declared::Declared;
use crate::document::{Document, issue};
use dossier_model::MarkKind;

const MEDIA_TYPE: &str = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

/// Reads a presentation.
pub(crate) fn read(file: &str, bytes: &[u8]) -> Document {
    let mut package = match Package::open(bytes) {
        Ok(package) => package,
        Err(fault) => return fault.document(file, MEDIA_TYPE),
    };
    let mut deck = Deck::default();
    let mut issues = Vec::new();
    if let Err(fault) = deck.read(&mut package) {
        issues.push(fault.issue(file));
    }
    let mut declared = Declared::default();
    if let Err(fault) = properties::read(&mut package, "docProps/core.xml", &mut declared) {
        issues.push(fault.issue(file));
    }
    let under = |folder: &str| package.names().iter().filter(|name| name.starts_with(folder) && !name.contains("_rels/")).count();
    deck.losses.add(Loss::Objects, under("ppt/embeddings/"));
    deck.losses.add(Loss::Macros, under("ppt/vbaProject"));
    issues.extend(deck.losses.issues(file));
    let mut tell = |code: &str, message: String| issues.push(issue(code, message));
    if deck.hidden > 0 {
        let message =
            format!("{file} has {} hidden slides, which were read. Check whether they are meant to count.", deck.hidden);
        tell("hidden-text", message);
    }
    if deck.notes > 0 {
        let message =
            format!("{file} has notes of the speaker on {} slides; they stand behind the words of their slide.", deck.notes);
        tell("speaker-notes", message);
    }
    if under("ppt/comments/") > 0 {
        let message = format!("{file} has comments, which are not in the text. Read them in the original.");
        tell("comments", message);
    }
    Document { declared, issues, ..deck.flow.finish(MEDIA_TYPE) }
}

#[derive(Default)]
struct Deck {
    flow: Flow,
    losses: Losses,
    hidden: usize,
    notes: usize,
}

impl Deck {
    fn read(&mut self, package: &mut Package<'_>) -> Result<(), Fault> {
        let main = relations(package, "")?.into_iter().find(|relation| relation.kind == "officeDocument");
        let main = main.map_or_else(|| "ppt/presentation.xml".to_owned(), |relation| relation.part);
        let parts = relations(package, &main)?;
        let bytes = package.part(&main)?.unwrap_or_default();
        let text = characters(&bytes, &main)?;
        let (mut xml, mut slides) = (Xml::new(&text, &main), Vec::new());
        while let Some(piece) = xml.next()? {
            // The slide's own number bears the same name as that of its relation, with another prefix.
            if let Piece::Open(tag) = piece
                && tag.name == "sldId"
            {
                let found = parts.iter().find(|relation| tag.all("id").any(|id| id == relation.id));
                slides.extend(found.map(|relation| relation.part.clone()));
            }
        }
        if slides.is_empty() {
            return Err(Fault::Damaged("it names no slides".to_owned()));
        }
        for (at, slide) in slides.iter().enumerate() {
            self.flow.page(&(at + 1).to_string());
            self.slide(package, slide, false)?;
            for notes in relations(package, slide)?.into_iter().filter(|relation| relation.kind == "notesSlide") {
                self.slide(package, &notes.part, true)?;
            }
        }
        Ok(())
    }

    fn slide(&mut self, package: &mut Package<'_>, part: &str, notes: bool) -> Result<(), Fault> {
        let bytes = package.part(part)?.unwrap_or_default();
        let text = characters(&bytes, part)?;
        let mut xml = Xml::new(&text, part);
        let (mut words, mut open, mut role, mut noted) = (String::new(), false, String::new(), false);
        while let Some(piece) = xml.next()? {
            match piece {
                Piece::Open(tag) => match tag.name.as_str() {
                    "sld" if tag.get("show") == Some("0") => self.hidden += 1,
                    "sp" => role.clear(),
                    "ph" => role = tag.get("type").unwrap_or("body").to_owned(),
                    "t" => open = true,
                    "br" => words.push('\n'),
                    "blip" if !notes => self.losses.count(Loss::Images),
                    "chart" | "relIds" => self.losses.count(Loss::Charts),
                    "Fallback" => xml.skip()?,
                    "tbl" => self.flow.open_table(),
                    "tr" => self.flow.open_row(),
                    "tc" => self.flow.open_cell()?,
                    _ => {}
                },
                Piece::Text(text) if open => words.push_str(&text),
                Piece::Text(_) => {}
                Piece::Close(name) => match name.as_str() {
                    "t" => open = false,
                    "p" => {
                        let words = std::mem::take(&mut words);
                        let (kind, level) = match role.as_str() {
                            "title" | "ctrTitle" => (MarkKind::Heading, Some("1")),
                            "dt" | "ftr" | "sldNum" | "hdr" => (MarkKind::Furniture, None),
                            _ => (MarkKind::Paragraph, None),
                        };
                        noted |= notes && kind == MarkKind::Paragraph && !words.trim().is_empty();
                        self.flow.paragraph(kind, level, &words);
                    }
                    "sp" => role.clear(),
                    "tr" => self.flow.close_row(),
                    "tbl" => self.flow.close_table(),
                    _ => {}
                },
            }
        }
        self.notes += usize::from(noted);
        Ok(())
    }
}
