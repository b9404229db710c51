//! The order in which the runs of a page are read: row by row, and columns of prose one after the other.
//!
//! Only columns of prose are read downwards. The cells of a table and the fields of a form stand in columns too, and there a row is what
//! belongs together.

use pdf_oxide::layout::TextSpan;

/// The least gap between two columns, in ems: wider than between the words of a justified line.
const GUTTER_EM: f32 = 0.75;
/// How many lines of prose make a column.
const COLUMN_LINES: usize = 4;
/// How many characters the middle line of a column has at least: cells have fewer.
const COLUMN_CHARACTERS: usize = 22;
/// The part of a column's width that its middle line fills.
const FILL: f32 = 0.6;
/// How many lines of prose make a column beside a list of short lines.
const BESIDE_LINES: usize = 8;
/// How often columns may lie within columns.
const DEPTH: usize = 6;
/// How many edges are tried as the beginning of a column.
const EDGES: usize = 8;

/// Runs on one line of the page, from the left.
type Row = Vec<TextSpan>;

/// `spans` in the order in which they are read. Runs that do not stand upright follow.
pub(crate) fn order(spans: Vec<TextSpan>) -> Vec<TextSpan> {
    let (level, turned): (Vec<TextSpan>, Vec<TextSpan>) =
        spans.into_iter().filter(|span| !span.text.is_empty()).partition(|span| span.rotation_degrees == 0.0);
    let mut ordered = Vec::new();
    read(rows(level), 0, &mut ordered);
    ordered.extend(turned);
    ordered
}

/// Rows from the top.
fn rows(mut spans: Vec<TextSpan>) -> Vec<Row> {
    spans.sort_by(|a, b| middle(b).total_cmp(&middle(a)));
    let mut rows: Vec<Row> = Vec::new();
    let mut tallest: (f32, f32) = (0.0, 0.0);
    for span in spans {
        let apart = (tallest.0 - middle(&span)).abs();
        match rows.last_mut().filter(|_| apart < tallest.1.max(span.font_size) * 0.45) {
            Some(row) => {
                if span.font_size > tallest.1 {
                    tallest = (middle(&span), span.font_size);
                }
                row.push(span);
            }
            None => {
                tallest = (middle(&span), span.font_size);
                rows.push(vec![span]);
            }
        }
    }
    for row in &mut rows {
        row.sort_by(|a, b| a.bbox.x.total_cmp(&b.bbox.x));
        if runs_left(row) {
            turn(row);
        }
    }
    rows
}

/// Whether most letters of `row` are of a script that is written from the right.
fn runs_left(row: &Row) -> bool {
    let letters = || row.iter().flat_map(|span| span.text.chars()).filter(|c| c.is_alphabetic());
    letters().filter(|c| is_right_to_left(*c)).count() * 2 > letters().count()
}

/// Puts the runs of a row that is written from the right in order; words and figures of other scripts within it keep theirs.
fn turn(row: &mut Row) {
    row.reverse();
    let leftward = |span: &TextSpan| is_blank(span) || span.text.contains(is_right_to_left);
    for others in row.chunk_by_mut(|a, b| !leftward(a) && !leftward(b)) {
        others.reverse();
    }
}

/// Hebrew, Arabic and their kin, with the shapes that their letters take.
pub(crate) fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}')
}

fn middle(span: &TextSpan) -> f32 {
    span.bbox.y + span.font_size / 2.0
}

fn right_edge(span: &TextSpan) -> f32 {
    span.bbox.x + span.bbox.width
}

fn is_blank(span: &TextSpan) -> bool {
    span.text.trim().is_empty()
}

/// Reads rows: a band of rows that has columns of prose column by column, the others as they stand.
fn read(rows: Vec<Row>, depth: usize, ordered: &mut Vec<TextSpan>) {
    let gutters = if depth < DEPTH { gutters(&rows) } else { Vec::new() };
    for gutter in gutters {
        let bands = bands(&rows, gutter);
        if !bands.iter().any(|(_, columns)| *columns) {
            continue;
        }
        let mut rows = rows.into_iter();
        for (length, columns) in bands {
            let band: Vec<Row> = rows.by_ref().take(length).collect();
            if !columns {
                read(band, depth + 1, ordered);
                continue;
            }
            let (mut before, mut behind) = (Vec::new(), Vec::new());
            for row in band {
                let (left, right): (Row, Row) = row.into_iter().partition(|span| span.bbox.x < gutter);
                before.extend(Some(left).filter(|row| !row.is_empty()));
                behind.extend(Some(right).filter(|row| !row.is_empty()));
            }
            read(before, depth + 1, ordered);
            read(behind, depth + 1, ordered);
        }
        return;
    }
    ordered.extend(rows.into_iter().flatten());
}

/// Where columns may part: right before an edge at which many runs begin, the most used first.
fn gutters(rows: &[Row]) -> Vec<f32> {
    let mut edges: Vec<f32> = rows.iter().flatten().filter(|span| !is_blank(span)).map(|span| span.bbox.x).collect();
    edges.sort_by(f32::total_cmp);
    let mut groups: Vec<(f32, usize)> = Vec::new();
    for edge in edges {
        match groups.last_mut().filter(|(first, _)| edge - *first < 3.0) {
            Some((_, count)) => *count += 1,
            None => groups.push((edge, 1)),
        }
    }
    let mut found: Vec<(f32, usize)> = groups.into_iter().skip(1).filter(|(_, count)| *count >= COLUMN_LINES).collect();
    found.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    found.into_iter().take(EDGES).map(|(edge, _)| edge - 0.5).collect()
}

/// Whether a line of `row` goes on across `gutter`.
fn crosses(row: &Row, gutter: f32) -> bool {
    let words = || row.iter().filter(|span| !is_blank(span));
    let before = words().filter(|span| span.bbox.x < gutter).map(right_edge).fold(f32::MIN, f32::max);
    let behind = words().filter(|span| span.bbox.x >= gutter).map(|span| span.bbox.x).fold(f32::MAX, f32::min);
    let em = words().map(|span| span.font_size).fold(1.0, f32::max);
    before > gutter || (before > f32::MIN && behind < f32::MAX && behind - before < GUTTER_EM * em)
}

/// Runs of rows as their number and whether they are columns on both sides of `gutter`.
fn bands(rows: &[Row], gutter: f32) -> Vec<(usize, bool)> {
    let mut bands: Vec<(usize, bool)> = Vec::new();
    let mut start = 0;
    while start < rows.len() {
        let apart = rows.iter().skip(start).take_while(|row| !crosses(row, gutter)).count();
        let length = apart.max(1);
        let band = rows.get(start..start + length).unwrap_or(&[]);
        bands.push((length, apart > 0 && is_columns(band, gutter)));
        start += length;
    }
    bands
}

/// Columns are prose on both sides, or prose beside a list whose lines do not stand on the lines of the prose.
fn is_columns(band: &[Row], gutter: f32) -> bool {
    let side = |behind: bool| {
        let count = |row: &Row| -> usize {
            let words = row.iter().filter(|span| !is_blank(span) && (span.bbox.x >= gutter) == behind);
            words.map(|span| span.text.trim().chars().count()).sum()
        };
        band.iter().map(count).collect::<Vec<usize>>()
    };
    let (left, right) = (side(false), side(true));
    // Prose fills its column; the cells of a row leave gaps.
    let fills = |behind: bool| {
        let on_side = |span: &&TextSpan| !is_blank(span) && (span.bbox.x >= gutter) == behind;
        let words = || band.iter().flatten().filter(on_side);
        let reach = words().map(right_edge).fold(f32::MIN, f32::max) - words().map(|span| span.bbox.x).fold(f32::MAX, f32::min);
        let mut widths: Vec<f32> = band
            .iter()
            .map(|row| row.iter().filter(on_side).map(|span| span.bbox.width).sum::<f32>())
            .filter(|width| *width > 0.0)
            .collect();
        widths.sort_by(f32::total_cmp);
        widths.get(widths.len() / 2).is_some_and(|middle| *middle > reach * FILL)
    };
    let lines = |side: &[usize]| side.iter().filter(|characters| **characters > 0).count();
    let is_prose = |side: &[usize]| {
        let mut lengths: Vec<usize> = side.iter().copied().filter(|characters| *characters > 0).collect();
        lengths.sort_unstable();
        lengths.get(lengths.len() / 2).is_some_and(|middle| *middle >= COLUMN_CHARACTERS)
    };
    let (few, many) = (lines(&left).min(lines(&right)), lines(&left).max(lines(&right)));
    let (left_prose, right_prose) = (is_prose(&left) && fills(false), is_prose(&right) && fills(true));
    if few < COLUMN_LINES || !(left_prose || right_prose) {
        return false;
    }
    let both = left.iter().zip(&right).filter(|(left, right)| **left > 0 && **right > 0).count();
    (left_prose && right_prose) || (many >= BESIDE_LINES && both * 2 <= few)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_from_the_right_is_read_from_the_right() {
        let span = |text: &str, x: f32, width: f32| TextSpan {
            text: text.to_owned(),
            bbox: pdf_oxide::geometry::Rect::new(x, 700.0, width, 11.0),
            font_size: 11.0,
            ..TextSpan::default()
        };
        let spans =
            vec![span("שלום", 300.0, 30.0), span("2026", 240.0, 24.0), span("May", 270.0, 20.0), span("עולם", 200.0, 30.0)];
        let ordered = order(spans);
        let words: Vec<_> = ordered.iter().map(|span| span.text.as_str()).collect();
        assert_eq!(words, ["שלום", "2026", "May", "עולם"]);
        let lines = super::super::lines::lines(ordered.into_iter(), &mut std::collections::BTreeSet::new());
        assert_eq!(lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>(), ["שלום 2026 May עולם"]);
    }
}
