//! Excel workbooks (.xlsx and its kin): each sheet a heading with its name, each cell labelled with its row and column as Excel shows them.
//!
//! Formulas are read by the value that was last computed. Hidden sheets, rows and columns are read and told.

mod number;

use super::grid::{self, Grid};
use super::office::loss::{Loss, Losses};
use super::office::package::{Fault, Package};
use super::office::properties;
use super::office::relations::relations;
use super::office::xml::{Piece, Tag, Xml, characters};
use crate::declared::Declared;
use crate::document::{Document, issue};
use number::Shown;

const MEDIA_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Reads an Excel workbook.
pub(crate) fn read(file: &str, bytes: &[u8]) -> Document {
    let mut package = match Package::open(bytes) {
        Ok(package) => package,
        Err(fault) => return fault.document(file, MEDIA_TYPE),
    };
    let mut book = Book::default();
    let mut issues = Vec::new();
    if let Err(fault) = book.read(&mut package) {
        issues.push(fault.issue(file));
    }
    let mut declared = Declared::default();
    if let Err(fault) = properties::read(&mut package, "docProps/core.xml", &mut declared) {
        issues.push(fault.issue(file));
    }
    let remarks: Vec<String> = package.names().iter().filter(|name| name.starts_with("xl/comments")).cloned().collect();
    let comments =
        remarks.iter().filter_map(|name| part(&mut package, name).ok()).map(|text| text.matches("<comment ").count()).sum();
    let (mut losses, names) = (Losses::default(), package.names());
    let under = |folder: &str| names.iter().filter(|name| name.starts_with(folder) && !name.contains("_rels/")).count();
    losses.add(Loss::Images, under("xl/media/"));
    losses.add(Loss::Charts, under("xl/charts/chart"));
    losses.add(Loss::Comments, comments);
    losses.add(Loss::Objects, under("xl/embeddings/"));
    losses.add(Loss::Macros, under("xl/vbaProject"));
    issues.extend(losses.issues(file));
    let mut tell = |code: &str, message: String| issues.push(issue(code, message));
    if book.full {
        tell("too-large", grid::too_large(file));
    }
    if book.formulas > 0 {
        tell(
            "formulas",
            format!(
                "{file} has {} formulas, read by the value last computed. Where a figure matters, see what it is computed from.",
                book.formulas
            ),
        );
    }
    if !book.hidden_sheets.is_empty() || book.hidden > 0 {
        let sheets = book.hidden_sheets.join(", ");
        tell(
            "hidden-cells",
            format!(
                "{file} has {} hidden sheets ({sheets}) and {} hidden rows or columns, which were read. Check whether they are meant to count.",
                book.hidden_sheets.len(),
                book.hidden
            ),
        );
    }
    let (laid, normalised) = book.grid.finish();
    Document { media_type: MEDIA_TYPE.to_owned(), laid, declared, normalised, issues, ..Document::default() }
}

#[derive(Default)]
struct Book {
    grid: Grid,
    strings: Vec<String>,
    formats: Vec<Shown>,
    from_1904: bool,
    formulas: usize,
    hidden: usize,
    hidden_sheets: Vec<String>,
    full: bool,
}

/// A cell that is open.
#[derive(Default)]
struct Cell {
    row: usize,
    column: usize,
    kind: String,
    format: usize,
    words: String,
}

fn part(package: &mut Package<'_>, name: &str) -> Result<String, Fault> {
    let bytes = package.part(name)?.unwrap_or_default();
    characters(&bytes, name).map(std::borrow::Cow::into_owned)
}

impl Book {
    fn read(&mut self, package: &mut Package<'_>) -> Result<(), Fault> {
        let main = relations(package, "")?.into_iter().find(|relation| relation.kind == "officeDocument");
        let main = main.map_or_else(|| "xl/workbook.xml".to_owned(), |relation| relation.part);
        let parts = relations(package, &main)?;
        let of_kind = |kind: &str| parts.iter().find(|relation| relation.kind == kind).map(|relation| relation.part.clone());
        if let Some(name) = of_kind("sharedStrings") {
            self.shared(&part(package, &name)?)?;
        }
        if let Some(name) = of_kind("styles") {
            self.styles(&part(package, &name)?)?;
        }
        let text = part(package, &main)?;
        let (mut xml, mut sheets) = (Xml::new(&text, &main), Vec::new());
        while let Some(piece) = xml.next()? {
            let Piece::Open(tag) = piece else { continue };
            match tag.name.as_str() {
                "workbookPr" => self.from_1904 = matches!(tag.get("date1904"), Some("1" | "true")),
                "sheet" => {
                    let name = tag.get("name").unwrap_or("").to_owned();
                    if tag.get("state").is_some_and(|state| state != "visible") {
                        self.hidden_sheets.push(name.clone());
                    }
                    let found = parts.iter().find(|relation| Some(relation.id.as_str()) == tag.get("id"));
                    sheets.extend(
                        found.filter(|relation| relation.kind == "worksheet").map(|relation| (name, relation.part.clone())),
                    );
                }
                _ => {}
            }
        }
        if sheets.is_empty() {
            return Err(Fault::Damaged("it names no sheets".to_owned()));
        }
        for (name, sheet) in sheets {
            self.grid.sheet(&name);
            self.sheet(&part(package, &sheet)?, &sheet)?;
        }
        Ok(())
    }

    fn shared(&mut self, text: &str) -> Result<(), Fault> {
        let (mut xml, mut open) = (Xml::new(text, "the list of words"), false);
        while let Some(piece) = xml.next()? {
            match piece {
                Piece::Open(tag) if tag.name == "si" => self.strings.push(String::new()),
                Piece::Open(tag) if tag.name == "rPh" => xml.skip()?,
                Piece::Open(tag) => open = tag.name == "t",
                Piece::Close(_) => open = false,
                Piece::Text(text) => {
                    if let Some(words) = self.strings.last_mut().filter(|_| open) {
                        words.push_str(&text);
                    }
                }
            }
        }
        Ok(())
    }

    fn styles(&mut self, text: &str) -> Result<(), Fault> {
        let (mut xml, mut codes, mut in_cells) = (Xml::new(text, "the formats"), std::collections::BTreeMap::new(), false);
        while let Some(piece) = xml.next()? {
            match piece {
                Piece::Open(tag) => {
                    let id = tag.get("numFmtId").and_then(|id| id.parse::<u32>().ok()).unwrap_or(0);
                    match tag.name.as_str() {
                        "numFmt" => drop(codes.insert(id, tag.get("formatCode").unwrap_or("").to_owned())),
                        "cellXfs" => in_cells = true,
                        "xf" if in_cells => self.formats.push(number::shown(id, codes.get(&id).map(String::as_str))),
                        _ => {}
                    }
                }
                Piece::Close(name) if name == "cellXfs" => in_cells = false,
                Piece::Close(_) | Piece::Text(_) => {}
            }
        }
        Ok(())
    }

    fn sheet(&mut self, text: &str, what: &str) -> Result<(), Fault> {
        let mut xml = Xml::new(text, what);
        let (mut row, mut column, mut cell, mut open) = (0, 0, Cell::default(), false);
        while let Some(piece) = xml.next()? {
            match piece {
                Piece::Open(tag) => match tag.name.as_str() {
                    "row" => {
                        row = number(&tag, "r").unwrap_or(row + 1);
                        column = 0;
                        self.hidden += usize::from(matches!(tag.get("hidden"), Some("1" | "true")));
                    }
                    "col" if matches!(tag.get("hidden"), Some("1" | "true")) => self.hidden += 1,
                    "c" => {
                        column = tag.get("r").and_then(column_of).unwrap_or(column + 1);
                        let kind = tag.get("t").unwrap_or("n").to_owned();
                        cell = Cell { row, column, kind, format: number(&tag, "s").unwrap_or(0), words: String::new() };
                    }
                    "f" => {
                        self.formulas += 1;
                        xml.skip()?;
                    }
                    "rPh" => xml.skip()?,
                    "v" | "t" => open = true,
                    _ => {}
                },
                Piece::Text(text) if open => cell.words.push_str(&text),
                Piece::Text(_) => {}
                Piece::Close(name) => {
                    open = false;
                    if name == "c" && !self.cell(&cell) {
                        self.full = true;
                        return Ok(());
                    }
                }
            }
        }
        Ok(())
    }

    fn cell(&mut self, cell: &Cell) -> bool {
        let words = match cell.kind.as_str() {
            "s" => cell.words.trim().parse::<usize>().ok().and_then(|at| self.strings.get(at)).cloned().unwrap_or_default(),
            "b" if cell.words.trim().is_empty() => String::new(),
            "b" => if cell.words.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned(),
            "n" => number::words(&cell.words, self.formats.get(cell.format).copied().unwrap_or_default(), self.from_1904),
            _ => cell.words.clone(),
        };
        self.grid.cell(cell.row, cell.column, &words)
    }
}

fn number(tag: &Tag, name: &str) -> Option<usize> {
    tag.get(name)?.parse().ok()
}

/// The column of `BC12`, from 1.
fn column_of(place: &str) -> Option<usize> {
    let letters = place.bytes().take_while(u8::is_ascii_uppercase).take(3);
    let column = letters.fold(0, |column, letter| column * 26 + usize::from(letter - b'A') + 1);
    (column > 0).then_some(column)
}
