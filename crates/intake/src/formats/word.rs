//! Word documents (.docx and its kin): headings, items, cells of tables, notes at the end with their marks; headers and footers once, as
//! furniture.
//!
//! What is deleted with changes tracked, and what reviewers remarked, is not text and is told as an issue; what is inserted is text. The
//! numbers that Word puts before paragraphs by itself are not in the file and so not in the text.

mod body;
mod styles;

use super::office::flow::Flow;
use super::office::loss::{Loss, Losses};
use super::office::package::{Fault, Package};
use super::office::properties;
use super::office::relations::{Relation, relations};
use super::office::xml::{Piece, Xml, characters};
use crate::declared::Declared;
use crate::document::{Document, Member};
use body::{Body, Calls};
use dossier_model::Issue;
use styles::Styles;

const MEDIA_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// Reads a Word document.
pub(crate) fn read(file: &str, bytes: &[u8]) -> Document {
    let mut package = match Package::open(bytes) {
        Ok(package) => package,
        Err(fault) => return fault.document(file, MEDIA_TYPE),
    };
    let mut issues: Vec<Issue> = Vec::new();
    let mut told = |fault: Fault| {
        let issue = fault.issue(file);
        if !issues.contains(&issue) {
            issues.push(issue);
        }
    };
    let main = main_part(&mut package).unwrap_or_else(|fault| {
        told(fault);
        "word/document.xml".to_owned()
    });
    let mut reader = Reader::new(&mut package, &main);
    reader.read(&main, &mut told);
    let Reader { flow, mut losses, members, .. } = reader;
    let mut declared = Declared::default();
    properties::read(&mut package, "docProps/core.xml", &mut declared).unwrap_or_else(&mut told);
    losses.add(Loss::Embedded, members.len());
    losses.add(Loss::Macros, package.names().iter().filter(|name| name.ends_with("vbaProject.bin")).count());
    issues.extend(losses.issues(file));
    Document { declared, is_article: true, issues, members, ..flow.finish(MEDIA_TYPE) }
}

fn main_part(package: &mut Package<'_>) -> Result<String, Fault> {
    let found = relations(package, "")?.into_iter().find(|relation| relation.kind == "officeDocument");
    let part = found.map(|relation| relation.part).filter(|part| package.has(part));
    Ok(part.unwrap_or_else(|| "word/document.xml".to_owned()))
}

/// Reads the parts one after the other into one text.
struct Reader<'p, 'b> {
    package: &'p mut Package<'b>,
    relations: Vec<Relation>,
    flow: Flow,
    losses: Losses,
    calls: Calls,
    styles: Styles,
    running: Vec<String>,
    members: Vec<Member>,
    fault: Option<Fault>,
}

impl<'p, 'b> Reader<'p, 'b> {
    fn new(package: &'p mut Package<'b>, main: &str) -> Self {
        let (relations, fault) = match relations(package, main) {
            Ok(relations) => (relations, None),
            Err(fault) => (Vec::new(), Some(fault)),
        };
        Self {
            package,
            relations,
            flow: Flow::default(),
            losses: Losses::default(),
            calls: Calls::default(),
            styles: Styles::default(),
            running: Vec::new(),
            members: Vec::new(),
            fault,
        }
    }

    fn read(&mut self, main: &str, told: &mut impl FnMut(Fault)) {
        if let Some(fault) = self.fault.take() {
            told(fault);
        }
        for part in self.parts("styles") {
            let styles = self.text(&part).and_then(|text| Styles::read(text.as_deref().unwrap_or("")));
            self.styles = styles.unwrap_or_else(|fault| {
                told(fault);
                Styles::default()
            });
        }
        for part in self.parts("header") {
            self.part(&part, true).unwrap_or_else(&mut *told);
        }
        match self.package.has(main) {
            true => self.part(main, false).unwrap_or_else(&mut *told),
            false => told(Fault::Damaged(format!("its text, the part {main}, is missing"))),
        }
        for part in self.parts("footnotes").into_iter().chain(self.parts("endnotes")) {
            self.part(&part, false).unwrap_or_else(&mut *told);
        }
        for part in self.parts("footer") {
            self.part(&part, true).unwrap_or_else(&mut *told);
        }
        for part in self.parts("comments") {
            let counted = self.text(&part).and_then(|text| count(text.as_deref().unwrap_or(""), &part, "comment"));
            match counted {
                Ok(number) => self.losses.add(Loss::Comments, number),
                Err(fault) => told(fault),
            }
        }
        for part in self.parts("package").into_iter().chain(self.parts("oleObject")) {
            self.member(&part).unwrap_or_else(&mut *told);
        }
    }

    /// The parts of a kind, in the order of their relations, each once.
    fn parts(&self, kind: &str) -> Vec<String> {
        let mut parts: Vec<String> = Vec::new();
        for relation in self.relations.iter().filter(|relation| relation.kind == kind) {
            if !parts.contains(&relation.part) {
                parts.push(relation.part.clone());
            }
        }
        parts
    }

    fn text(&mut self, part: &str) -> Result<Option<String>, Fault> {
        let bytes = self.package.part(part)?;
        bytes.map(|bytes| characters(&bytes, part).map(std::borrow::Cow::into_owned)).transpose()
    }

    fn part(&mut self, part: &str, running: bool) -> Result<(), Fault> {
        let Some(text) = self.text(part)? else { return Ok(()) };
        let mut body = Body::new(&mut self.flow, &self.styles, &mut self.losses, &mut self.calls);
        body.furniture = running.then_some(&mut self.running);
        let read = body.read(&text, part);
        for id in std::mem::take(&mut body.chunks) {
            let chunk = self.relations.iter().find(|relation| relation.id == id).map(|relation| relation.part.clone());
            if let Some(chunk) = chunk {
                self.member(&chunk)?;
            }
        }
        read
    }

    fn member(&mut self, part: &str) -> Result<(), Fault> {
        if let Some(bytes) = self.package.part(part)?.filter(|bytes| !bytes.is_empty()) {
            self.members.push(Member { path: part.to_owned(), bytes });
        }
        Ok(())
    }
}

/// How many elements `name` the markup `text` has.
fn count(text: &str, what: &str, name: &str) -> Result<usize, Fault> {
    let (mut xml, mut count) = (Xml::new(text, what), 0);
    while let Some(piece) = xml.next()? {
        count += usize::from(matches!(piece, Piece::Open(tag) if tag.name == name));
    }
    Ok(count)
}
