//! OpenDocument texts, sheets and slides (.odt, .ods, .odp): one kind of markup for all three. What a cell shows stands in it as words, so
//! that dates and figures are read as they are shown.

use super::office::flow::{Flow, join, raise};
use super::office::loss::{Loss, Losses};
use super::office::package::{Fault, Package};
use super::office::properties;
use super::office::xml::{Piece, Tag, Xml, characters};
use crate::declared::Declared;
use crate::document::{Document, Member, issue};
use dossier_model::MarkKind;
use std::collections::BTreeSet;

/// How often a cell or a row with words may be repeated; those without words are only counted.
const REPEATED: usize = 1000;

/// Reads an OpenDocument file.
pub(crate) fn read(file: &str, bytes: &[u8]) -> Document {
    let unread = |fault: Fault| fault.document(file, "application/vnd.oasis.opendocument.text");
    let mut package = match Package::open(bytes) {
        Ok(package) => package,
        Err(fault) => return unread(fault),
    };
    let media_type = match package.part("mimetype") {
        Ok(kind) => kind.and_then(|kind| String::from_utf8(kind).ok()).map(|kind| kind.trim().to_owned()),
        Err(fault) => return unread(fault),
    };
    let media_type = media_type.filter(|kind| kind.starts_with("application/vnd.oasis.opendocument"));
    let media_type = media_type.unwrap_or_else(|| "application/vnd.oasis.opendocument.text".to_owned());
    if is_encrypted(&mut package) {
        return Fault::Encrypted.document(file, &media_type);
    }
    let mut reader = Reader { is_text: !media_type.contains("spreadsheet"), ..Reader::default() };
    let mut issues = Vec::new();
    if let Err(fault) = reader.parts(&mut package) {
        issues.push(fault.issue(file));
    }
    let mut declared = Declared::default();
    if let Err(fault) = properties::read(&mut package, "meta.xml", &mut declared) {
        issues.push(fault.issue(file));
    }
    let mut members = Vec::new();
    let objects: Vec<String> =
        package.names().iter().filter(|name| name.starts_with("Object ") && !name.contains('/')).cloned().collect();
    for name in objects {
        if let Ok(Some(bytes)) = package.part(&name) {
            members.push(Member { path: name, bytes });
        }
    }
    reader.losses.add(Loss::Embedded, members.len());
    if reader.hidden_rows > 0 {
        let message = format!(
            "{file} has {} hidden or filtered rows and columns, which were read. Check whether they are meant to count.",
            reader.hidden_rows
        );
        issues.push(issue("hidden-cells", message));
    }
    issues.extend(reader.losses.issues(file));
    let is_article = media_type.contains(".text");
    Document { declared, is_article, issues, members, ..reader.flow.finish(&media_type) }
}

fn is_encrypted(package: &mut Package<'_>) -> bool {
    let manifest = package.part("META-INF/manifest.xml").ok().flatten().unwrap_or_default();
    manifest.windows(15).any(|window| window == b"encryption-data")
}

/// Whether a position of text, "super 58%" or "33% 58%", is above the line.
fn is_above(position: &str) -> bool {
    let height = position.split_whitespace().next().unwrap_or("");
    height == "super" || height.strip_suffix('%').and_then(|part| part.parse::<f32>().ok()).is_some_and(|part| part > 0.0)
}

#[derive(Default)]
struct Reader {
    flow: Flow,
    losses: Losses,
    is_text: bool,
    notes: Vec<String>,
    hidden_rows: usize,
    open: Vec<Paragraph>,
    list: usize,
    slides: usize,
    note: Option<(String, String)>,
    /// Styles that set words above the line.
    raising: BTreeSet<String>,
    /// Spans that are open, and whether they do.
    spans: Vec<bool>,
}

/// A paragraph or heading that is open.
struct Paragraph {
    kind: MarkKind,
    label: Option<String>,
    text: String,
}

impl Reader {
    fn parts(&mut self, package: &mut Package<'_>) -> Result<(), Fault> {
        if let Some(bytes) = package.part("styles.xml")? {
            self.running(&characters(&bytes, "styles.xml")?)?;
        }
        let bytes = package
            .part("content.xml")?
            .ok_or_else(|| Fault::Damaged("its text, the part content.xml, is missing".to_owned()))?;
        let read = self.content(&characters(&bytes, "content.xml")?);
        while let Some(paragraph) = self.open.pop() {
            self.flow.paragraph(paragraph.kind, paragraph.label.as_deref(), &paragraph.text);
        }
        for note in std::mem::take(&mut self.notes) {
            self.flow.paragraph(MarkKind::Paragraph, None, &note);
        }
        read
    }

    /// Headers and footers, once each.
    fn running(&mut self, text: &str) -> Result<(), Fault> {
        let (mut xml, mut seen, mut style) = (Xml::new(text, "styles.xml"), Vec::new(), None);
        while let Some(piece) = xml.next()? {
            let Piece::Open(tag) = piece else { continue };
            self.style(&tag, &mut style);
            if tag.name.starts_with("header") && !tag.name.contains("style")
                || tag.name.starts_with("footer") && !tag.name.contains("style")
            {
                let words = xml.text()?.split_whitespace().collect::<Vec<_>>().join(" ");
                if !words.is_empty() && !seen.contains(&words) {
                    self.flow.paragraph(MarkKind::Furniture, None, &words);
                    seen.push(words);
                }
            }
        }
        Ok(())
    }

    fn content(&mut self, text: &str) -> Result<(), Fault> {
        let mut xml = Xml::new(text, "content.xml");
        let (mut in_body, mut style) = (false, None);
        while let Some(piece) = xml.next()? {
            match piece {
                Piece::Open(tag) if tag.name == "body" => in_body = true,
                Piece::Open(tag) if in_body => self.open(&mut xml, &tag)?,
                Piece::Open(tag) => self.style(&tag, &mut style),
                Piece::Close(name) if in_body => self.close(&name),
                Piece::Text(text) if in_body => self.text(&text),
                _ => {}
            }
        }
        Ok(())
    }

    /// Notes styles that set words above the line; `style` is the one that is open.
    fn style(&mut self, tag: &Tag, style: &mut Option<String>) {
        match tag.name.as_str() {
            "style" => *style = tag.get("name").map(str::to_owned),
            "text-properties" if tag.get("text-position").is_some_and(is_above) => self.raising.extend(style.clone()),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(paragraph) = self.open.last_mut() {
            if self.spans.contains(&true) {
                return raise(&mut paragraph.text, text, &mut self.flow);
            }
            // White space of the markup is one space; tabs and line breaks have elements of their own.
            for c in text.chars() {
                match c {
                    ' ' | '\n' | '\r' | '\t' => {
                        if !paragraph.text.ends_with([' ', '\n', '\t']) {
                            paragraph.text.push(' ');
                        }
                    }
                    c => paragraph.text.push(c),
                }
            }
        }
    }

    fn sign(&mut self, sign: char, times: usize) {
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.text.extend(std::iter::repeat_n(sign, times.min(REPEATED)));
        }
    }

    fn open(&mut self, xml: &mut Xml<'_>, tag: &Tag) -> Result<(), Fault> {
        let number = |name: &str| tag.get(name).and_then(|number| number.parse::<usize>().ok()).unwrap_or(1).max(1);
        match tag.name.as_str() {
            "p" => self.begin(if self.list > 0 { MarkKind::Item } else { MarkKind::Paragraph }, None),
            "h" => self.begin(MarkKind::Heading, Some(number("outline-level").min(9).to_string())),
            "s" => self.sign(' ', number("c")),
            "span" => self.spans.push(tag.get("style-name").is_some_and(|style| self.raising.contains(style))),
            "tab" => self.sign('\t', 1),
            "line-break" => self.sign('\n', 1),
            "list" => self.list += 1,
            "note" => self.note = Some((String::new(), String::new())),
            "note-citation" => {
                let mark = xml.text()?;
                self.text(&format!("[{}]", mark.trim()));
                if let Some(note) = self.note.as_mut() {
                    note.0 = mark.trim().to_owned();
                }
            }
            "annotation" => {
                self.losses.count(Loss::Comments);
                xml.skip()?;
            }
            // Changes that are tracked lie apart from the text; what was inserted is marked in it.
            "deletion" => {
                self.losses.count(Loss::Deletions);
                xml.skip()?;
            }
            "change-start" => self.losses.count(Loss::Insertions),
            "table-of-content" | "alphabetical-index" => {
                let words = xml.text()?.split_whitespace().collect::<Vec<_>>().join(" ");
                self.flow.paragraph(MarkKind::Furniture, None, &words);
            }
            "forms" | "scripts" | "sequence-decls" | "ruby-text" | "named-expressions" | "database-ranges" | "binary-data" => {
                xml.skip()?
            }
            "hidden-text" | "hidden-paragraph" => {
                self.losses.count(Loss::Hidden);
                xml.skip()?;
            }
            "image" => self.losses.count(Loss::Images),
            "object" => self.losses.count(Loss::Charts),
            "page" => {
                self.slides += 1;
                let label = self.slides.to_string();
                self.flow.page(&label);
            }
            "table" => {
                if let Some(name) = tag.get("name").filter(|_| !self.is_text) {
                    self.flow.paragraph(MarkKind::Heading, Some("1"), name);
                }
                self.flow.open_table();
            }
            "table-column" if !self.is_text && tag.get("visibility").is_some_and(|shown| shown != "visible") => {
                self.hidden_rows += 1
            }
            "table-row" => {
                if tag.get("visibility").is_some_and(|shown| shown != "visible") {
                    self.hidden_rows += 1;
                }
                self.flow.open_row();
                self.flow.repeat_row(number("number-rows-repeated") - 1);
            }
            "table-cell" | "covered-table-cell" => {
                self.flow.open_cell()?;
                self.flow.widen(number("number-columns-repeated") - 1);
            }
            _ => {}
        }
        Ok(())
    }

    fn begin(&mut self, kind: MarkKind, label: Option<String>) {
        self.open.push(Paragraph { kind, label, text: String::new() });
    }

    fn close(&mut self, name: &str) {
        match name {
            "p" | "h" => {
                let Some(paragraph) = self.open.pop() else { return };
                match self.note.as_mut() {
                    // The paragraph that calls the note is open around it.
                    Some(note) if !self.open.is_empty() => join(&mut note.1, paragraph.text.trim()),
                    _ => self.flow.paragraph(paragraph.kind, paragraph.label.as_deref(), &paragraph.text),
                }
            }
            "span" => drop(self.spans.pop()),
            "list" => self.list = self.list.saturating_sub(1),
            "note" => {
                let note = self.note.take().map(|(mark, words)| format!("[{mark}] {words}"));
                self.notes.extend(note);
            }
            "table-row" => self.flow.close_row(),
            "table" => self.flow.close_table(),
            _ => {}
        }
    }
}
