//! The body of a Word document, its notes, headers and footers: one kind of markup, read in one pass.

use super::styles::{Role, Styles, is_on, level};
use crate::formats::office::flow::{Flow, join, raise};
use crate::formats::office::loss::{Loss, Losses};
use crate::formats::office::package::Fault;
use crate::formats::office::xml::{Piece, Tag, Xml};
use dossier_model::MarkKind;

/// The marks of notes in the order in which the text calls them: `[1]` for footnotes, `[e1]` for endnotes.
#[derive(Debug, Default)]
pub(crate) struct Calls(Vec<(bool, String)>);

impl Calls {
    fn mark(&mut self, endnote: bool, id: &str) -> String {
        let same = |call: &&(bool, String)| call.0 == endnote;
        let known = self.0.iter().filter(same).position(|call| call.1 == id);
        let at = known.unwrap_or_else(|| {
            self.0.push((endnote, id.to_owned()));
            self.0.iter().filter(same).count() - 1
        });
        format!("[{}{}]", if endnote { "e" } else { "" }, at + 1)
    }
}

/// What is read, and with what.
pub(crate) struct Body<'a> {
    /// Where its text goes.
    pub(crate) flow: &'a mut Flow,
    /// Its styles.
    pub(crate) styles: &'a Styles,
    /// What its text does not have.
    pub(crate) losses: &'a mut Losses,
    /// The notes that it calls.
    pub(crate) calls: &'a mut Calls,
    /// The parts with documents within it that it names by relation.
    pub(crate) chunks: Vec<String>,
    /// Set for headers and footers: all their words are furniture, and those that were written before are not written again.
    pub(crate) furniture: Option<&'a mut Vec<String>>,
    note: Option<Note>,
}

/// A footnote or endnote that is open.
struct Note {
    mark: String,
    text: String,
}

/// A paragraph that is open.
#[derive(Default)]
struct Paragraph {
    text: String,
    role: Option<Role>,
    style_hidden: bool,
}

/// Where in the markup the reader stands.
#[derive(Default)]
struct Place {
    /// Paragraphs that are open: a text box has paragraphs within one.
    open: Vec<Paragraph>,
    /// Paragraphs of text boxes, to stand behind the one that holds them.
    boxed: Vec<Paragraph>,
    /// Elements of properties that are open.
    properties: usize,
    /// Elements with characters that are open.
    characters: usize,
    run: bool,
    /// Whether the run says that it is hidden or shown; else its style does.
    hidden: Option<bool>,
    hidden_counted: bool,
    /// Whether the run stands above the line.
    raised: bool,
}

impl<'a> Body<'a> {
    /// A body to be read into `flow`.
    pub(crate) fn new(flow: &'a mut Flow, styles: &'a Styles, losses: &'a mut Losses, calls: &'a mut Calls) -> Self {
        Self { flow, styles, losses, calls, chunks: Vec::new(), furniture: None, note: None }
    }

    /// Reads the markup `text` of the part `what`.
    pub(crate) fn read(&mut self, text: &str, what: &str) -> Result<(), Fault> {
        let mut xml = Xml::new(text, what);
        let mut place = Place::default();
        let read = self.pieces(&mut xml, &mut place);
        if read.is_err() {
            while let Some(paragraph) = place.open.pop() {
                self.end(paragraph, &mut place);
            }
            self.flush(&mut place);
        }
        read
    }

    fn pieces(&mut self, xml: &mut Xml<'_>, place: &mut Place) -> Result<(), Fault> {
        while let Some(piece) = xml.next()? {
            match piece {
                Piece::Open(tag) => self.open(xml, place, &tag)?,
                Piece::Close(name) => self.close(place, &name),
                Piece::Text(text) => self.characters(place, &text),
            }
        }
        Ok(())
    }

    fn characters(&mut self, place: &mut Place, text: &str) {
        if place.characters == 0 {
            return;
        }
        let Some(paragraph) = place.open.last_mut() else { return };
        if place.hidden.unwrap_or(paragraph.style_hidden && place.run) {
            if !place.hidden_counted {
                self.losses.count(Loss::Hidden);
            }
            place.hidden_counted = true;
            return;
        }
        match place.raised {
            true => raise(&mut paragraph.text, text, self.flow),
            false => paragraph.text.push_str(text),
        }
    }

    fn open(&mut self, xml: &mut Xml<'_>, place: &mut Place, tag: &Tag) -> Result<(), Fault> {
        let value = tag.get("val");
        match tag.name.as_str() {
            "p" => {
                place.open.push(Paragraph::default());
                (place.run, place.hidden, place.hidden_counted) = (false, None, false);
            }
            "r" if place.properties == 0 => (place.run, place.hidden, place.raised) = (true, None, false),
            "t" => place.characters += 1,
            "tab" | "ptab" if place.run && place.properties == 0 => self.sign(place, '\t'),
            "br" | "cr" if place.properties == 0 => self.sign(place, '\n'),
            "noBreakHyphen" => self.sign(place, '-'),
            "sym" => self.losses.count(Loss::Symbols),
            // Words that are no longer, or not yet, text: struck, moved away, the codes of fields, readings above characters, second copies.
            "del" | "moveFrom" => {
                let marks_row = place.properties > 0 && place.open.is_empty();
                let words = xml.text()?;
                if marks_row {
                    self.flow.drop_row();
                }
                if marks_row || !words.trim().is_empty() {
                    self.losses.count(Loss::Deletions);
                }
            }
            "instrText" | "delText" | "rt" | "Fallback" | "binData" | "sectPr" => xml.skip()?,
            "ins" | "moveTo" if place.properties == 0 => self.losses.count(Loss::Insertions),
            "footnoteReference" | "endnoteReference" if place.properties == 0 => {
                let endnote = tag.name == "endnoteReference";
                let custom = tag.get("customMarkFollows").is_some_and(|value| is_on(Some(value)));
                if let (Some(id), false) = (tag.get("id"), custom) {
                    let mark = self.calls.mark(endnote, id);
                    place.characters += 1;
                    self.characters(place, &mark);
                    place.characters -= 1;
                }
            }
            "footnote" | "endnote" => match (tag.get("type"), tag.get("id")) {
                (None | Some("normal"), Some(id)) => {
                    let mark = self.calls.mark(tag.name == "endnote", id);
                    self.note = Some(Note { mark, text: String::new() });
                }
                _ => xml.skip()?,
            },
            "blip" | "imagedata" => self.losses.count(Loss::Images),
            "chart" | "relIds" => self.losses.count(Loss::Charts),
            "oMath" => self.losses.count(Loss::Equations),
            "altChunk" => self.chunks.extend(tag.get("id").map(str::to_owned)),
            "tbl" if self.note.is_none() => self.flow.open_table(),
            "tr" if self.note.is_none() => self.flow.open_row(),
            "tc" if self.note.is_none() => self.flow.open_cell()?,
            "gridSpan" | "gridBefore" => {
                let columns = value.and_then(|columns| columns.parse::<usize>().ok()).unwrap_or(1);
                self.flow.widen(columns.saturating_sub(usize::from(tag.name == "gridSpan")).min(16_384));
            }
            "pStyle" => {
                if let (Some(paragraph), Some(id)) = (place.open.last_mut(), value) {
                    paragraph.role = paragraph.role.or_else(|| self.styles.role(id));
                    paragraph.style_hidden = self.styles.is_hidden(id);
                }
            }
            "numId" => {
                if let Some(paragraph) = place.open.last_mut()
                    && !matches!(paragraph.role, Some(Role::Heading(_)))
                {
                    paragraph.role = (value != Some("0")).then_some(Role::Item);
                }
            }
            "outlineLvl" => {
                if let Some(paragraph) = place.open.last_mut() {
                    paragraph.role = value.and_then(level).map(Role::Heading).or(paragraph.role);
                }
            }
            "vertAlign" if place.run => place.raised = value == Some("superscript"),
            "rStyle" if place.run => place.raised |= value.is_some_and(|id| self.styles.is_raised(id)),
            "vanish" if place.run => place.hidden = Some(is_on(value)),
            _ => {}
        }
        if tag.name.ends_with("Pr") {
            place.properties += 1;
        }
        Ok(())
    }

    fn close(&mut self, place: &mut Place, name: &str) {
        match name {
            "p" => {
                if let Some(paragraph) = place.open.pop() {
                    self.end(paragraph, place);
                }
                place.run = false;
            }
            "r" if place.properties == 0 => (place.run, place.hidden, place.raised) = (false, None, false),
            "t" => place.characters = place.characters.saturating_sub(1),
            "tr" if self.note.is_none() => self.flow.close_row(),
            "tbl" if self.note.is_none() => self.flow.close_table(),
            "footnote" | "endnote" => {
                if let Some(note) = self.note.take().filter(|note| !note.text.is_empty()) {
                    self.flow.paragraph(MarkKind::Paragraph, None, &format!("{} {}", note.mark, note.text));
                }
            }
            _ => {}
        }
        // What is skipped closes with it, so that only properties that were opened are counted.
        if name.ends_with("Pr") && name != "sectPr" {
            place.properties = place.properties.saturating_sub(1);
        }
    }

    fn sign(&mut self, place: &mut Place, sign: char) {
        if let Some(paragraph) = place.open.last_mut().filter(|_| place.hidden != Some(true)) {
            paragraph.text.push(sign);
        }
    }

    /// A paragraph ends: one of a text box waits for the one that holds it.
    fn end(&mut self, paragraph: Paragraph, place: &mut Place) {
        if place.open.is_empty() {
            self.write(paragraph);
            self.flush(place);
        } else {
            place.boxed.push(paragraph);
        }
    }

    fn flush(&mut self, place: &mut Place) {
        for paragraph in std::mem::take(&mut place.boxed) {
            self.write(paragraph);
        }
    }

    fn write(&mut self, paragraph: Paragraph) {
        let words = paragraph.text.trim();
        if let Some(note) = self.note.as_mut() {
            return join(&mut note.text, words);
        }
        if let Some(seen) = self.furniture.as_deref_mut() {
            if !seen.iter().any(|line| line == words) {
                seen.push(words.to_owned());
                self.flow.paragraph(MarkKind::Furniture, None, words);
            }
            return;
        }
        match paragraph.role {
            Some(Role::Heading(level)) => self.flow.paragraph(MarkKind::Heading, Some(&level.to_string()), words),
            Some(Role::Item) => self.flow.paragraph(MarkKind::Item, None, words),
            Some(Role::Contents) => self.flow.paragraph(MarkKind::Furniture, None, words),
            None => self.flow.paragraph(MarkKind::Paragraph, None, words),
        }
    }
}
