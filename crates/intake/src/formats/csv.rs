//! Tables as text: cells parted by commas, semicolons, tabs or bars.

use super::grid::{self, Grid};
use crate::decode;
use crate::document::{Document, issue};
use csv::{ReaderBuilder, StringRecord};

/// How much of a text is looked at to tell whether it is a table.
const LOOKED_AT: usize = 64 * 1024;
/// How many rows are looked at.
const ROWS: usize = 200;
/// Most cells of a table are no longer than this, in characters.
const SHORT: usize = 80;

/// The character that parts the cells of `bytes`, if they are a table: at least three rows of two cells or more, nearly all of the same
/// width, most of their cells short. A text in which lines happen to hold commas is none.
pub(crate) fn delimiter(bytes: &[u8]) -> Option<u8> {
    let whole = bytes.len() <= LOOKED_AT;
    let decoded = decode::decode("", bytes.get(..LOOKED_AT).unwrap_or(bytes));
    let text = if whole { decoded.text.as_str() } else { decoded.text.rsplit_once('\n')?.0 };
    let marked_up = text.lines().take(ROWS).any(|line| line.starts_with(['|', '#', '<']) || line.starts_with("---"));
    if marked_up {
        return None;
    }
    let fits = |delimiter: &u8| width(text, *delimiter).map(|width| (width, *delimiter));
    [b'\t', b';', b'|', b','].iter().filter_map(fits).max_by_key(|(width, _)| *width).map(|(_, delimiter)| delimiter)
}

fn width(text: &str, delimiter: u8) -> Option<usize> {
    // A reader is dear to make, and most texts hold none of the delimiters.
    if !text.as_bytes().contains(&delimiter) {
        return None;
    }
    let records: Vec<StringRecord> = records(text, delimiter).take(ROWS).collect();
    let filled: Vec<&StringRecord> = records.iter().filter(|record| record.iter().any(|cell| !cell.trim().is_empty())).collect();
    let width = filled.first()?.len();
    let same = filled.iter().filter(|record| record.len() == width).count();
    let cells = || filled.iter().flat_map(|record| record.iter());
    let short = cells().filter(|cell| cell.chars().count() <= SHORT).count();
    if filled.len() < 3 || width < 2 || same * 10 < filled.len() * 9 || short * 10 < cells().count() * 6 {
        return None;
    }
    // A space behind each comma, the stop of a sentence at the end, of two or three parts either: lines of a letter, not rows.
    let spaced = filled.iter().filter(|record| record.iter().skip(1).all(|cell| cell.starts_with(' '))).count();
    let stopped =
        filled.iter().filter(|record| record.iter().next_back().is_some_and(|cell| cell.ends_with(['.', '!', '?']))).count();
    let (spaced, stopped) = (spaced * 2 > filled.len(), stopped * 2 > filled.len());
    let prose = delimiter == b',' && if width <= 3 { spaced || stopped } else { spaced && stopped };
    (!prose).then_some(width)
}

fn records(text: &str, delimiter: u8) -> impl Iterator<Item = StringRecord> {
    let reader = ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    reader.into_records().map_while(Result::ok)
}

/// Reads a table whose cells `delimiter` parts.
pub(crate) fn read(file: &str, bytes: &[u8], delimiter: u8) -> Document {
    let decoded = decode::decode(file, bytes);
    let mut issues: Vec<_> = decoded.issue.into_iter().collect();
    let (mut grid, mut widths) = (Grid::default(), std::collections::BTreeMap::new());
    let text = decoded.text.trim_start_matches('\u{FEFF}');
    'rows: for (row, record) in records(text, delimiter).enumerate() {
        *widths.entry(record.len()).or_insert(0_usize) += 1;
        for (column, cell) in record.iter().enumerate() {
            if !grid.cell(row + 1, column + 1, cell) {
                issues.push(issue("too-large", grid::too_large(file)));
                break 'rows;
            }
        }
    }
    let all: usize = widths.values().sum();
    let odd = all - widths.values().max().copied().unwrap_or(0);
    if odd > 0 {
        let message = format!(
            "{odd} of {all} rows of {file} have more or fewer cells than the others. Check whether their cells stand in the right columns."
        );
        issues.push(issue("uneven-rows", message));
    }
    let (laid, normalised) = grid.finish();
    let media_type = if delimiter == b'\t' { "text/tab-separated-values" } else { "text/csv" };
    Document { media_type: media_type.to_owned(), laid, normalised, issues, ..Document::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_told_from_prose() {
        let check = |text: &str, expect: Option<u8>| assert_eq!(delimiter(text.as_bytes()), expect, "{text}");
        check("Date,Lab,Accounts\n2026-05-01,Halden,\"9,000\"\n2026-05-02,Corvid,12\n", Some(b','));
        check("Datum;Zahl\n1.5.;9,5\n2.5.;8,1\n", Some(b';'));
        check("a\tb\n1\t2\n3\t4", Some(b'\t'));
        check("Dear Ms Ruiz,\nit was so, they said, in May.\nYours, Ada\n", None);
        check("In May, it rose.\nIn June, it fell.\nIn July, it rose.\n", None);
        let sentence = "They said that, in May, once more, it rose.\n";
        check(&sentence.repeat(3), None);
        check("Lab, Model, Accounts, Year\nHalden, Corvid, 9, 2026\nHalden, Heron, 7, 2026\n", Some(b','));
        check("One line\nTwo lines\nThree lines", None);
        check("| a | b |\n|---|---|\n| 1 | 2 |\n", None);
        check("a,b\n1,2\n", None);
    }

    #[test]
    fn cells_have_their_row_and_column() {
        let document = read("a.csv", b"Date,Lab\n2026-05-01,\"Halden,\nInc.\"\n,Corvid\n1,2,3\n", b',');
        let cells: Vec<_> =
            document.laid.blocks.iter().map(|block| (block.label.as_deref().unwrap_or(""), document.laid.words(block))).collect();
        let expect = [
            ("1:1", "Date"),
            ("1:2", "Lab"),
            ("2:1", "2026-05-01"),
            ("2:2", "Halden,\nInc."),
            ("3:2", "Corvid"),
            ("4:1", "1"),
            ("4:2", "2"),
            ("4:3", "3"),
        ];
        assert_eq!(cells, expect);
        assert_eq!(document.issues[0].code, "uneven-rows");
    }
}
