//! Runs of characters at their places to lines, as the eye reads them.

use super::order::is_right_to_left;
use crate::normal::{self, Rule};
use pdf_oxide::extractors::text::ArtifactType;
use pdf_oxide::layout::{FontWeight, TextSpan};
use std::collections::BTreeSet;

/// A gap of more than this many ems between two runs is a space; letters are set apart by less, words by about a quarter.
const SPACE_EM: f32 = 0.15;
/// A gap of more than this many ems parts two cells of a row; a justified line has no gap as wide.
const CELL_EM: f32 = 2.0;

/// A gap of more than this many ems may part two cells where other rows have a column there.
const MAYBE_CELL_EM: f32 = 1.0;

/// One line of a page.
#[derive(Debug, Clone, Default)]
pub(crate) struct Line {
    /// Its words.
    pub(crate) text: String,
    /// Its left and right edge, in points.
    pub(crate) left: f32,
    pub(crate) right: f32,
    /// How far its foot lies above the foot of the page, in points.
    pub(crate) foot: f32,
    /// The size of its letters, in points.
    pub(crate) size: f32,
    /// Whether its letters are bold.
    pub(crate) bold: bool,
    /// Whether the file says that it is no content: a running head, a page number.
    pub(crate) artifact: bool,
    /// Whether it stands upright on the page.
    pub(crate) level: bool,
    /// Whether it is a row of cells, with a tab between them.
    pub(crate) row: bool,
    /// The left and right edges of its cells; one where it is no row.
    pub(crate) cells: Vec<(f32, f32)>,
    /// Wide gaps within its cells: the byte behind each, and the edges of what stands before and behind it.
    pub(crate) gaps: Vec<(usize, f32, f32)>,
    /// The level of heading that the file gives it.
    pub(crate) heading: Option<u8>,
}

/// The lines of the runs `spans`, which stand in reading order.
pub(crate) fn lines(spans: impl Iterator<Item = TextSpan>, rules: &mut BTreeSet<Rule>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut blank = false;
    for span in spans {
        if span.text.trim().is_empty() {
            blank = true;
            continue;
        }
        let digits =
            lines.last().filter(|line| is_raised(line, &span)).and_then(|line| normal::raised_digits(&line.text, &span.text));
        let raised = digits.is_some();
        let words = digits.unwrap_or_else(|| span.text.clone());
        let words = normal::ligatures(&words, rules);
        match lines.last_mut().filter(|line| raised || goes_on(line, &span)) {
            Some(line) => {
                if raised {
                    rules.insert(Rule::RaisedDigits);
                }
                append(line, &span, &words, blank && !raised);
            }
            None => lines.push(begin(&span, &words)),
        }
        blank = false;
    }
    lines
}

fn begin(span: &TextSpan, words: &str) -> Line {
    Line {
        text: words.to_owned(),
        left: span.bbox.x,
        right: span.bbox.x + span.bbox.width,
        foot: span.bbox.y,
        size: span.font_size,
        bold: is_bold(span),
        artifact: matches!(span.artifact_type, Some(ArtifactType::Pagination(_))),
        level: span.rotation_degrees == 0.0,
        row: false,
        cells: vec![(span.bbox.x, span.bbox.x + span.bbox.width)],
        gaps: Vec::new(),
        heading: span.heading_level,
    }
}

fn is_bold(span: &TextSpan) -> bool {
    span.font_weight as u16 >= FontWeight::SemiBold as u16
}

fn append(line: &mut Line, span: &TextSpan, words: &str, blank: bool) {
    // In a line that is written from the right, the next run stands to the left of those before it.
    let right = span.bbox.x + span.bbox.width;
    let turned = line.text.contains(is_right_to_left);
    let gap = if turned && right <= line.left + line.size { line.left - right } else { span.bbox.x - line.right };
    let em = line.size.max(1.0);
    // Figures and words of other scripts within it run to the right, so that the first of them stands far off.
    let within = turned && !words.contains(is_right_to_left);
    if gap > CELL_EM * em && line.level && !within {
        line.row = true;
        line.text.truncate(line.text.trim_end().len());
        line.text.push('\t');
        line.cells.push((span.bbox.x, span.bbox.x));
    } else if (gap > SPACE_EM * em || gap < -em || blank)
        && !line.text.ends_with(char::is_whitespace)
        && !words.starts_with(char::is_whitespace)
    {
        line.text.push(' ');
    }
    if gap > MAYBE_CELL_EM * em && line.text.ends_with(' ') {
        line.gaps.push((line.text.len(), line.right, span.bbox.x));
    }
    line.text.push_str(words);
    if let Some((_, right)) = line.cells.last_mut() {
        *right = right.max(span.bbox.x + span.bbox.width);
    }
    line.right = line.right.max(span.bbox.x + span.bbox.width);
    line.left = line.left.min(span.bbox.x);
    line.bold &= is_bold(span);
    line.size = line.size.max(span.font_size);
}

/// Whether `span` stands on `line`, behind what is there.
fn goes_on(line: &Line, span: &TextSpan) -> bool {
    let height = line.size.min(span.font_size).max(1.0);
    let together = (line.foot + line.size).min(span.bbox.y + span.font_size) - line.foot.max(span.bbox.y);
    let behind =
        span.bbox.x >= line.right - line.size || span.text.contains(is_right_to_left) || line.text.contains(is_right_to_left);
    let same_kind = matches!(span.artifact_type, Some(ArtifactType::Pagination(_))) == line.artifact;
    together > height * 0.5 && behind && same_kind && line.level == (span.rotation_degrees == 0.0)
}

/// Whether `span` is small and raised right behind `line`: the mark of a note, or an exponent.
fn is_raised(line: &Line, span: &TextSpan) -> bool {
    let raised = span.bbox.y - line.foot;
    line.level
        && span.rotation_degrees == 0.0
        && span.font_size < line.size * 0.8
        && (-line.size * 0.5..line.size * 0.4).contains(&(span.bbox.x - line.right))
        && ((line.size * 0.15..line.size).contains(&raised)
            // The library may put a raised run on the line. Behind a figure, the end of a sentence or a small letter it is no index
            // as in CO2.
            || (raised.abs() < line.size * 0.15
                && line.text.ends_with(|c: char| c.is_ascii_digit() || c.is_lowercase() || ".,;:)”\"".contains(c))))
}
