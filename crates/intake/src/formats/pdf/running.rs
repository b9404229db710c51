//! Running heads, running feet and page numbers: lines at the edge of a page that come again on others.

use super::lines::Line;
use std::collections::BTreeMap;

/// The part of a page's height at its head and at its foot in which they stand.
const EDGE: f32 = 0.2;
/// How many lines at each edge may be running.
const LINES: usize = 3;
/// How far, in points, the same running line may stand higher or lower on another page.
const DRIFT: f32 = 8.0;

/// Lines of one page, and the height of that page.
pub(crate) struct Page {
    /// Its lines, in reading order.
    pub(crate) lines: Vec<Line>,
    /// Its foot and its head, in points.
    pub(crate) edges: (f32, f32),
}

/// Marks the running lines of all pages as such.
pub(crate) fn mark(pages: &mut [Page]) {
    let mut seen: BTreeMap<String, Vec<(usize, f32)>> = BTreeMap::new();
    for (at, page) in pages.iter().enumerate() {
        for line in page.at_edge() {
            let line = &page.lines[line];
            seen.entry(shape(&line.text)).or_default().push((at, line.foot));
        }
    }
    let few = pages.len() < 4;
    for at in 0..pages.len() {
        let Some(page) = pages.get(at) else { continue };
        let running: Vec<usize> = page
            .at_edge()
            .into_iter()
            .filter(|line| {
                let line = &page.lines[*line];
                let same = seen.get(&shape(&line.text)).map_or(0, |all| {
                    all.iter().filter(|(other, foot)| *other != at && (foot - line.foot).abs() <= DRIFT).take(2).count()
                });
                is_page_number(&line.text) || same >= if few { 1 } else { 2 }
            })
            .collect();
        if let Some(page) = pages.get_mut(at) {
            for line in running {
                if let Some(line) = page.lines.get_mut(line) {
                    line.artifact = true;
                }
            }
        }
    }
}

impl Page {
    /// The lines nearest to its head and to its foot.
    fn at_edge(&self) -> Vec<usize> {
        let (foot, head) = self.edges;
        let zone = (head - foot) * EDGE;
        let mut order: Vec<usize> = (0..self.lines.len()).filter(|at| self.lines[*at].level).collect();
        order.sort_by(|a, b| self.lines[*a].foot.total_cmp(&self.lines[*b].foot));
        let low = order.iter().take(LINES).copied().filter(|at| self.lines[*at].foot < foot + zone);
        let high = order.iter().rev().take(LINES).copied().filter(|at| self.lines[*at].foot > head - zone);
        let mut edge: Vec<usize> = low.chain(high).collect();
        edge.sort_unstable();
        edge.dedup();
        edge
    }
}

/// A line with its numbers as one sign, since the number of the page changes.
fn shape(text: &str) -> String {
    let mut shape = String::new();
    for c in text.trim().chars() {
        match c {
            c if c.is_ascii_digit() => {
                if !shape.ends_with('#') {
                    shape.push('#');
                }
            }
            c if c.is_whitespace() => {
                if !shape.ends_with(' ') {
                    shape.push(' ');
                }
            }
            c => shape.push(c),
        }
    }
    shape
}

/// "7", "- 7 -", "Page 7 of 12", "7/12".
fn is_page_number(text: &str) -> bool {
    let shape = shape(text).to_lowercase();
    let bare = shape.trim_matches(|c: char| matches!(c, '-' | '–' | '—' | '|' | '[' | ']' | ' '));
    let digits = text.chars().filter(char::is_ascii_digit).count();
    matches!(bare, "#" | "page #" | "page # of #" | "# of #" | "#/#" | "# / #" | "p. #") && digits <= 8
}
