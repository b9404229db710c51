//! The cells of a spreadsheet by their rows and columns, with the row of heads.

use dossier_model::{Mark, MarkKind, Quote, Span, TextIndex};
use std::collections::BTreeMap;
use std::ops::Range;

/// The row of heads is among the first so many: titles and notes may stand above it.
const HEADS_WITHIN: usize = 10;

/// A table.
pub(super) struct Grid<'t> {
    pub(super) index: &'t TextIndex<'t>,
    /// The name of its sheet.
    pub(super) sheet: Option<&'t str>,
    /// From its first cell to its last.
    pub(super) span: Span,
    /// The heads, by their column's number.
    pub(super) heads: BTreeMap<usize, &'t str>,
    /// The rows below the heads, each cell by its column's number.
    pub(super) rows: Vec<BTreeMap<usize, Cell<'t>>>,
}

/// A cell with words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cell<'t> {
    pub(super) span: Span,
    pub(super) words: &'t str,
}

/// The tables of a text that is a spreadsheet: nearly all of its words stand in cells.
pub(super) fn grids<'t>(index: &'t TextIndex<'t>, marks: &'t [Mark]) -> Vec<Grid<'t>> {
    let length = |mark: &Mark| u64::from(mark.span.end - mark.span.start);
    let (mut inside, mut outside) = (0, 0);
    for mark in marks {
        match mark.kind {
            MarkKind::Cell => inside += length(mark),
            MarkKind::Heading | MarkKind::Page => {}
            _ => outside += length(mark),
        }
    }
    if inside == 0 || outside * 4 > inside {
        return Vec::new();
    }
    let mut found: Vec<Sheet<'_>> = Vec::new();
    let (mut name, mut last) = (None, usize::MAX);
    for mark in marks {
        match (mark.kind, mark.label.as_deref().and_then(place)) {
            (MarkKind::Heading, _) => (name, last) = (index.slice(mark.span).ok(), usize::MAX),
            (MarkKind::Cell, Some((row, column))) => {
                let Ok(words) = index.slice(mark.span) else { continue };
                if row < last {
                    found.push(Sheet { name, cells: BTreeMap::new() });
                }
                last = row;
                if let Some(sheet) = found.last_mut() {
                    sheet.cells.entry(row).or_default().insert(column, Cell { span: mark.span, words });
                }
            }
            _ => {}
        }
    }
    found.into_iter().filter_map(|sheet| sheet.grid(index)).collect()
}

/// The row and column that a label tells.
fn place(label: &str) -> Option<(usize, usize)> {
    let (row, column) = label.split_once(':')?;
    Some((row.parse().ok()?, column.parse().ok()?))
}

struct Sheet<'t> {
    name: Option<&'t str>,
    cells: BTreeMap<usize, BTreeMap<usize, Cell<'t>>>,
}

impl<'t> Sheet<'t> {
    /// The first row that is nearly as wide as the widest is that of the heads.
    fn grid(self, index: &'t TextIndex<'t>) -> Option<Grid<'t>> {
        let widest = self.cells.values().map(BTreeMap::len).max().filter(|widest| *widest >= 2)?;
        let mut rows = self.cells.into_values();
        let heads = rows.by_ref().take(HEADS_WITHIN).find(|row| row.len() * 3 >= widest * 2)?;
        let rows: Vec<_> = rows.collect();
        let last = rows.last()?.values().next_back()?;
        let span = Span::new(heads.values().next()?.span.start, last.span.end);
        let heads = heads.into_iter().map(|(column, cell)| (column, cell.words)).collect();
        Some(Grid { index, sheet: self.name, span, heads, rows })
    }
}

impl<'t> Grid<'t> {
    /// How many columns it has.
    pub(super) fn width(&self) -> usize {
        let last = |row: &BTreeMap<usize, Cell<'t>>| row.keys().next_back().copied().unwrap_or(0);
        self.rows.iter().map(last).chain(self.heads.keys().next_back().copied()).max().unwrap_or(0)
    }

    /// The cells of a column that have words.
    pub(super) fn column(&self, number: usize) -> impl Iterator<Item = Cell<'t>> + '_ {
        self.rows.iter().filter_map(move |row| row.get(&number).copied())
    }

    /// The words at bytes `range` of a cell, as a quote.
    pub(super) fn quote(&self, cell: Cell<'_>, range: Range<usize>) -> Option<Quote> {
        let from = self.index.byte_at(cell.span.start)?;
        self.index.quote(self.index.span_of_bytes(from + range.start, from + range.end)).ok()
    }
}
