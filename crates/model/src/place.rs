//! Where words stand in an original, as a person looks them up there: "page 3", "row 12, column 2", "/objects/3/name".

use crate::{Mark, MarkKind, Span};
use std::collections::BTreeSet;

/// The place of `span` in a document of `media_type`, as its marks tell it; `None` where it has no pages, rows or pointers to count by. Tables of a
/// running text are no such place: a text may have many.
pub fn place(marks: &[Mark], span: Span, media_type: &str) -> Option<String> {
    let over = |kind: MarkKind| marks.iter().filter(move |mark| mark.kind == kind && mark.span.overlaps(span));
    let pages: BTreeSet<u32> = over(MarkKind::Page).filter_map(|mark| mark.label.as_ref()?.parse().ok()).collect();
    if !pages.is_empty() {
        return counted(if media_type.contains("presentation") { "slide" } else { "page" }, &pages);
    }
    let is_table = media_type.contains("spreadsheet") || matches!(media_type, "text/csv" | "text/tab-separated-values");
    if is_table {
        let cells: Vec<(u32, u32)> = over(MarkKind::Cell).filter_map(|mark| cell(mark.label.as_deref()?)).collect();
        let rows = counted("row", &cells.iter().map(|(row, _)| *row).collect())?;
        let columns = counted("column", &cells.iter().map(|(_, column)| *column).collect())?;
        let sheet = sheet(marks, span).map(|number| format!("sheet {number}, ")).unwrap_or_default();
        return Some(format!("{sheet}{rows}, {columns}"));
    }
    let around = marks.iter().filter(|mark| mark.kind == MarkKind::Pointer && mark.span.contains(span));
    around.min_by_key(|mark| mark.span.end - mark.span.start)?.label.clone()
}

fn cell(label: &str) -> Option<(u32, u32)> {
    let (row, column) = label.split_once(':')?;
    Some((row.parse().ok()?, column.parse().ok()?))
}

/// Which sheet of a workbook with several, from 1: each begins with a heading.
fn sheet(marks: &[Mark], span: Span) -> Option<usize> {
    let sheets = || marks.iter().filter(|mark| mark.kind == MarkKind::Heading);
    (sheets().count() > 1).then(|| sheets().filter(|mark| mark.span.start <= span.start).count())
}

/// "page 3", "pages 3 and 4", "pages 3 to 5".
fn counted(noun: &str, numbers: &BTreeSet<u32>) -> Option<String> {
    let (first, last) = (numbers.first()?, numbers.last()?);
    Some(match numbers.len() {
        1 => format!("{noun} {first}"),
        2 => format!("{noun}s {first} and {last}"),
        _ => format!("{noun}s {first} to {last}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(start: u32, end: u32, kind: MarkKind, label: &str) -> Mark {
        Mark { span: Span::new(start, end), kind, label: Some(label.to_owned()) }
    }

    #[test]
    fn words_are_looked_up_by_page_by_row_and_by_pointer() {
        let at = |marks: &[Mark], start, end, media_type: &str| place(marks, Span::new(start, end), media_type);
        let pages = [mark(0, 10, MarkKind::Page, "1"), mark(10, 20, MarkKind::Page, "2"), mark(12, 15, MarkKind::Cell, "1:1")];
        assert_eq!(at(&pages, 2, 5, "application/pdf").as_deref(), Some("page 1"));
        assert_eq!(at(&pages, 8, 12, "application/pdf").as_deref(), Some("pages 1 and 2"));
        let deck = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
        assert_eq!(at(&pages, 2, 5, deck).as_deref(), Some("slide 1"));
        let cells = [mark(0, 4, MarkKind::Cell, "12:2"), mark(5, 9, MarkKind::Cell, "12:3")];
        assert_eq!(at(&cells, 0, 4, "text/csv").as_deref(), Some("row 12, column 2"));
        assert_eq!(at(&cells, 0, 4, "text/html"), None, "one table of many");
        let book = [mark(0, 1, MarkKind::Heading, "1"), mark(2, 3, MarkKind::Heading, "1"), mark(4, 8, MarkKind::Cell, "2:1")];
        let media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        assert_eq!(at(&book, 4, 8, media_type).as_deref(), Some("sheet 2, row 2, column 1"));
        let json = [mark(0, 9, MarkKind::Pointer, "/objects/0"), mark(2, 6, MarkKind::Pointer, "/objects/0/name")];
        assert_eq!(at(&json, 3, 5, "application/json").as_deref(), Some("/objects/0/name"));
        assert_eq!(at(&[mark(0, 9, MarkKind::Paragraph, "")], 3, 5, "text/html"), None);
    }
}
