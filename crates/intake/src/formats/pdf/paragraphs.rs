//! Lines to paragraphs, headings, items and cells, by how they stand on the page.

use super::lines::Line;
use super::tables;
use crate::normal::Rule;
use dossier_model::MarkKind;
use std::collections::{BTreeMap, BTreeSet};

/// A paragraph, heading, item or cell.
#[derive(Debug)]
pub(crate) struct Paragraph {
    /// What it is.
    pub(crate) kind: MarkKind,
    /// The level of a heading, or the row and column of a cell.
    pub(crate) label: Option<String>,
    /// Its words, its lines joined.
    pub(crate) text: String,
    /// How it stands on the page, where it may be part of one that lies on two.
    pub(crate) stands: Option<Stands>,
}

/// How the lines of a paragraph stand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Stands {
    /// The size of its letters, in points.
    size: f32,
    /// Whether all of it is bold.
    bold: bool,
    /// How much room its last line leaves to the end of its column, in points.
    room: f32,
}

impl Paragraph {
    /// Whether `next`, on the next page, certainly goes on with it: in the middle of a sentence, at the end of a full line.
    pub(crate) fn goes_on(&self, next: &Paragraph) -> bool {
        let (Some(this), Some(that)) = (self.stands, next.stands) else { return false };
        let word = next.text.split_whitespace().next().map_or(0, |word| word.chars().count().min(20));
        let whole = |c: char| c.is_alphanumeric() || matches!(c, ',' | '-' | '\u{2010}' | '’' | '\'' | ')' | '%');
        next.kind == MarkKind::Paragraph
            && half_points(this.size).abs_diff(half_points(that.size)) <= 1
            && this.bold == that.bold
            && self.text.ends_with(whole)
            && next.text.starts_with(char::is_lowercase)
            && !is_numbered(&next.text)
            && this.room < (word as f32 + 1.0) * this.size * 0.55
    }

    /// Its words and those of `next` as one text, and the byte at which the second part begins.
    pub(crate) fn joined(&self, next: &Paragraph, rules: &mut BTreeSet<Rule>) -> (String, usize) {
        let mut text = self.text.clone();
        add_line(&mut text, &next.text, rules);
        let at = text.len() - next.text.len();
        (text, at)
    }

    /// Whether its letters are smaller than those of `other`, as those of notes at the foot of a page are.
    pub(crate) fn is_smaller(&self, type_: &Type) -> bool {
        self.stands.is_some_and(|stands| stands.size < type_.body * 0.95)
    }
}

/// A line that is larger than the body text by this much is a heading.
const LARGER: f32 = 1.12;
/// The most characters of a heading.
const HEADING: usize = 200;
/// How many levels the sizes of headings make.
const LEVELS: usize = 4;

/// What the letters of the whole document are like.
#[derive(Debug)]
pub(crate) struct Type {
    body: f32,
    /// Larger sizes, the largest first, in half points.
    larger: Vec<u32>,
    /// How far lines of body text stand apart, in ems.
    leading: f32,
}

fn half_points(size: f32) -> u32 {
    // Sizes are small and not negative; what is not is no heading either.
    if size.is_finite() && size > 0.0 { (size.min(2000.0) * 2.0).round() as u32 } else { 0 }
}

impl Type {
    /// Measures the lines of all pages.
    pub(crate) fn of<'a>(pages: impl Iterator<Item = &'a [Line]> + Clone) -> Self {
        let mut sizes: BTreeMap<u32, usize> = BTreeMap::new();
        for line in pages.clone().flatten().filter(|line| line.level && !line.artifact) {
            *sizes.entry(half_points(line.size)).or_default() += line.text.len();
        }
        let body = sizes.iter().max_by_key(|(_, length)| **length).map_or(20, |(size, _)| *size);
        let body_points = body as f32 / 2.0;
        let is_larger = |size: &u32| *size as f32 / 2.0 > body_points * LARGER;
        let larger = sizes.keys().rev().copied().filter(is_larger).collect();
        let mut gaps: BTreeMap<u32, usize> = BTreeMap::new();
        for two in pages.flat_map(|page| page.windows(2)) {
            let [above, below] = two else { continue };
            let apart = (above.foot - below.foot) / body_points.max(1.0);
            if half_points(above.size) == body && half_points(below.size) == body && (0.8..2.6).contains(&apart) {
                *gaps.entry((apart * 20.0).round() as u32).or_default() += 1;
            }
        }
        let leading = gaps.iter().max_by_key(|(_, count)| **count).map_or(1.2, |(apart, _)| *apart as f32 / 20.0);
        Self { body: body_points, larger, leading }
    }

    fn level(&self, size: f32) -> Option<u8> {
        let at = self.larger.iter().position(|larger| *larger == half_points(size))?;
        u8::try_from(at.min(LEVELS - 1) + 1).ok()
    }
}

/// The paragraphs and cells of the lines of a page.
pub(crate) fn paragraphs(lines: &[Line], type_: &Type, rules: &mut BTreeSet<Rule>) -> Vec<Paragraph> {
    let mut found = Vec::new();
    let mut rest = lines;
    while let Some(first) = rest.first() {
        let mut group = vec![first];
        if first.row
            && let Some((taken, cells)) = tables::table(rest)
        {
            found.extend(cells.into_iter().map(|cell| Paragraph {
                kind: MarkKind::Cell,
                label: Some(format!("{}:{}", cell.row, cell.column)),
                text: cell.words.to_owned(),
                stands: None,
            }));
            rest = rest.get(taken..).unwrap_or(&[]);
            continue;
        }
        group.extend(rest.iter().skip(1).scan(group.clone(), |group, line| {
            goes_on(group, line, type_, lines).then(|| {
                group.push(line);
                line
            })
        }));
        rest = rest.get(group.len()..).unwrap_or(&[]);
        found.push(paragraph(&group, type_, lines, rules));
    }
    found.retain(|paragraph| !paragraph.text.is_empty());
    found
}

/// Whether `line` belongs to the paragraph of the lines before it.
fn goes_on(group: &[&Line], line: &Line, type_: &Type, page: &[Line]) -> bool {
    let (Some(first), Some(last)) = (group.first(), group.last()) else { return false };
    let alike = half_points(last.size).abs_diff(half_points(line.size)) <= 1 && last.level == line.level && last.level;
    if !alike || last.row || line.row || last.heading != line.heading || bullet(&line.text).is_some() {
        return false;
    }
    let is_large = last.size > type_.body * LARGER;
    // A short bold line above text that is not bold is a heading of its own.
    if last.bold != line.bold && (is_large || group.iter().all(|line| line.bold)) {
        return false;
    }
    let ends = last.text.trim_end().ends_with(['.', '!', '?', ':', '”', '"', ';']);
    let apart = last.foot - line.foot;
    if apart < line.size * 0.5 {
        // Up again: the next column goes on with a sentence that is not at its end.
        return !ends && !is_large && line.text.trim_start().starts_with(char::is_lowercase);
    }
    let usual = if is_large { 1.3 } else { type_.leading };
    if apart > (usual * 1.25 + 0.1) * line.size {
        return false;
    }
    if ends && is_numbered(&line.text) {
        return false;
    }
    let right = reach(group, page).max(line.right);
    // The next word would have had room on the line above: it ended of itself. Letters are about half as wide as high.
    let word = line.text.split_whitespace().next().map_or(0, |word| word.chars().count().min(20));
    let is_short = last.right + (word as f32 + 1.0) * line.size * 0.55 < right;
    let indented = line.left > last.left + line.size * 0.8 && group.len() > 1;
    let hangs = group.len() == 1 && first.left > line.left + line.size * 0.5;
    !(ends && is_short || indented && (ends || is_short) || (ends && !hangs && line.left > last.left + line.size * 0.8))
}

/// How far the lines of the column of `group` reach.
fn reach(group: &[&Line], page: &[Line]) -> f32 {
    let beside =
        |other: &&Line| other.level && !other.row && group.first().is_some_and(|first| (other.left - first.left).abs() < 3.0);
    page.iter().filter(beside).chain(group.iter().copied()).map(|line| line.right).fold(f32::MIN, f32::max)
}

fn paragraph(group: &[&Line], type_: &Type, page: &[Line], rules: &mut BTreeSet<Rule>) -> Paragraph {
    let mut text = String::new();
    for line in group {
        add_line(&mut text, line.text.trim(), rules);
    }
    if let Some(length) = bullet(&text) {
        return Paragraph { kind: MarkKind::Item, label: None, text: text.split_off(length), stands: stands(group, page) };
    }
    let level = group.first().and_then(|first| {
        let fits = text.chars().count() <= HEADING && text.chars().any(char::is_alphabetic) && !first.row;
        let bold = group.iter().all(|line| line.bold) && group.len() <= 2 && !text.ends_with(['.', ',', ';']);
        let least = || u8::try_from(type_.larger.len().min(LEVELS) + 1).ok();
        first.heading.or_else(|| type_.level(first.size)).or_else(|| least().filter(|_| bold && first.level)).filter(|_| fits)
    });
    match level {
        Some(level) => Paragraph { kind: MarkKind::Heading, label: Some(level.to_string()), text, stands: None },
        None => Paragraph { kind: MarkKind::Paragraph, label: None, text, stands: stands(group, page) },
    }
}

fn stands(group: &[&Line], page: &[Line]) -> Option<Stands> {
    let last = group.last().filter(|line| line.level && !line.row)?;
    let bold = group.iter().all(|line| line.bold);
    Some(Stands { size: last.size, bold, room: reach(group, page) - last.right })
}

/// Adds a line with one space; a word that a hyphen breaks at the line's end is joined where it is plainly one word.
pub(crate) fn add_line(text: &mut String, line: &str, rules: &mut BTreeSet<Rule>) {
    if text.is_empty() || line.is_empty() {
        return text.push_str(line);
    }
    let hyphens = ['-', '\u{2010}', '\u{AD}'];
    let Some(stem) = text.strip_suffix(hyphens) else {
        text.push(' ');
        return text.push_str(line);
    };
    let before = stem.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    let after = line.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    // "long-term" broken behind its own hyphen has another before or behind it: "state-of-the-" stays.
    let compound = stem.split_whitespace().next_back().is_some_and(|word| word.contains(hyphens))
        || line.split_whitespace().next().is_some_and(|word| word.contains(hyphens) && !word.ends_with(hyphens));
    let plain = |part: &str| part.chars().count() >= 2 && part.chars().all(char::is_lowercase);
    let whole = plain(before) && plain(after) && !compound && !stem.ends_with(char::is_whitespace);
    if (whole && !stands_alone(before)) || text.ends_with('\u{AD}') {
        text.pop();
        rules.insert(Rule::LineHyphens);
    } else if stem.ends_with(char::is_whitespace) {
        text.push(' ');
    }
    text.push_str(line);
}

/// First parts that keep their hyphen: "self-" and "well-" are seldom the broken beginning of a longer word.
fn stands_alone(part: &str) -> bool {
    const PARTS: &[&str] = &[
        "self", "well", "non", "high", "low", "long", "short", "state", "cross", "half", "large", "small", "third", "first",
        "second", "old", "new", "year", "month", "day", "anti", "ex", "co", "pre", "post", "quasi", "semi", "multi", "real",
        "open", "closed", "full", "part", "end", "front", "back", "follow", "so", "two", "three", "four", "five", "six", "seven",
        "eight", "nine", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "decision", "data",
        "cost", "risk", "policy", "tax", "time", "million",
    ];
    PARTS.contains(&part)
}

/// "1) ...", "(a) ...", "12. ...": the next of a numbered row of paragraphs.
fn is_numbered(text: &str) -> bool {
    let Some((head, _)) = text.trim_start().split_once(char::is_whitespace) else { return false };
    let sign = head.trim_start_matches('(');
    let Some(sign) = sign.strip_suffix([')', '.']) else { return false };
    !sign.is_empty() && sign.len() <= 4 && (sign.chars().all(|c| c.is_ascii_digit()) || sign.len() == 1 || head.starts_with('('))
}

/// The bytes of a bullet and the spaces behind it.
fn bullet(text: &str) -> Option<usize> {
    let start = text.trim_start();
    let rest = start.strip_prefix(['•', '▪', '◦', '‣', '●', '■', '○', '➢', '❖', '\u{F0B7}', '\u{F0A7}'])?;
    let words = rest.trim_start();
    (!words.is_empty()).then(|| text.len() - words.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_joined_only_where_it_is_plainly_one() {
        let check = |lines: [&str; 2], expect: &str| {
            let mut text = String::new();
            for line in lines {
                add_line(&mut text, line, &mut BTreeSet::new());
            }
            assert_eq!(text, expect);
        };
        check(["the distil-", "lation of a model"], "the distillation of a model");
        check(["the Anglo-", "Saxon law"], "the Anglo-Saxon law");
        check(["the U.S.-", "based firm"], "the U.S.-based firm");
        check(["in 2024-", "2025 it"], "in 2024-2025 it");
        check(["a well-", "known firm"], "a well-known firm");
        check(["a state-of-the-", "art chip"], "a state-of-the-art chip");
        check(["one line", "and one more"], "one line and one more");
        check(["it stopped -", "for now"], "it stopped - for now");
    }
}
