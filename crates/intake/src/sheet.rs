//! Records of named values as text: lines with a label and the value's own words, each value with the JSON pointer (RFC 6901) it stands at.

use crate::document::{Document, issue};
use crate::formats::text;
use crate::json::{Fault, Json, MAX_DEPTH, MAX_VALUES};
use crate::layout::Laid;
use crate::normal::{self, Rule};
use crate::writer::Writer;
use crate::{decode, json};
use dossier_model::{Issue, MarkKind};
use std::collections::BTreeMap;
use std::ops::Range;

/// A piece of a line.
#[derive(Debug)]
pub(crate) enum Piece<'a> {
    /// Words of ours.
    Label(&'a str),
    /// Words of the document, and where they stand in it.
    Value(&'a str, Vec<String>),
}

/// A text of records as it grows.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    writer: Writer,
    /// The records that are open, the outermost first: their pointer and the bytes they cover so far.
    open: Vec<(String, Option<Range<usize>>)>,
}

impl Sheet {
    /// Begins the record at `pointer`: what is written until [`Sheet::close`] lies in it.
    pub(crate) fn open(&mut self, pointer: String) {
        self.open.push((pointer, None));
    }

    /// Ends the record that was begun last.
    pub(crate) fn close(&mut self) {
        if let Some((pointer, Some(range))) = self.open.pop() {
            self.writer.place(range, MarkKind::Pointer, pointer);
        }
    }

    /// A heading.
    pub(crate) fn heading(&mut self, level: &str, pieces: &[Piece<'_>]) {
        self.line(MarkKind::Heading, Some(level), pieces);
    }

    /// A field of a record.
    pub(crate) fn item(&mut self, pieces: &[Piece<'_>]) {
        self.line(MarkKind::Item, None, pieces);
    }

    /// A sentence.
    pub(crate) fn sentence(&mut self, pieces: &[Piece<'_>]) {
        self.line(MarkKind::Paragraph, None, pieces);
    }

    /// A long text, paragraph by paragraph.
    pub(crate) fn prose(&mut self, words: &str, pointer: &str) {
        let words = self.normal(words);
        let mut whole: Option<Range<usize>> = None;
        for paragraph in words.split("\n\n") {
            if let Some(range) = self.block(MarkKind::Paragraph, None, paragraph) {
                whole = Some(whole.map_or(range.start, |whole| whole.start)..range.end);
            }
        }
        if let Some(range) = whole {
            self.writer.place(range, MarkKind::Pointer, pointer.to_owned());
        }
    }

    /// The text, and the rules that changed something.
    pub(crate) fn finish(mut self) -> (Laid, Vec<Rule>) {
        while !self.open.is_empty() {
            self.close();
        }
        self.writer.finish()
    }

    fn line(&mut self, kind: MarkKind, label: Option<&str>, pieces: &[Piece<'_>]) {
        let mut line = String::new();
        let mut places = Vec::new();
        for piece in pieces {
            match piece {
                Piece::Label(words) => line.push_str(words),
                Piece::Value(words, pointers) => {
                    let start = line.len();
                    line.push_str(&self.normal(words));
                    places.push((start..line.len(), pointers));
                }
            }
        }
        let lead = line.len() - line.trim_start().len();
        let Some(range) = self.block(kind, label, &line) else { return };
        for (place, pointers) in places {
            // A value of white space alone at an end of the line is not there.
            let place = place.start.saturating_sub(lead) + range.start..place.end.saturating_sub(lead) + range.start;
            if place.is_empty() || place.end > range.end {
                continue;
            }
            for pointer in pointers {
                self.writer.place(place.clone(), MarkKind::Pointer, pointer.clone());
            }
        }
    }

    fn block(&mut self, kind: MarkKind, label: Option<&str>, words: &str) -> Option<Range<usize>> {
        let range = self.writer.block(kind, label, words)?;
        for (_, covered) in &mut self.open {
            *covered = Some(covered.as_ref().map_or(range.start, |covered| covered.start)..range.end);
        }
        Some(range)
    }

    /// `words` by the recorded rules.
    fn normal(&mut self, words: &str) -> String {
        let (words, mut rules) = normal::characters(words);
        let (words, more) = normal::white_space(&words);
        rules.extend(more);
        for rule in rules {
            self.writer.note(rule);
        }
        words.trim().to_owned()
    }
}

/// The JSON pointer of the member `name` of the value at `pointer`.
pub(crate) fn member(pointer: &str, name: &str) -> String {
    format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"))
}

/// The name of a field as a label: "First seen" of `first_seen`.
pub(crate) fn label(name: &str) -> String {
    let name = name.strip_suffix("_refs").or_else(|| name.strip_suffix("_ref")).unwrap_or(name);
    let words = name.replace(['_', '-'], " ");
    let mut characters = words.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

/// "3 x, 2 y", the most frequent first.
pub(crate) fn listed(counts: &BTreeMap<String, usize>) -> String {
    const SHOWN: usize = 12;
    let mut counts: Vec<_> = counts.iter().collect();
    counts.sort_by_key(|(name, count)| (std::cmp::Reverse(**count), name.as_str()));
    let mut parts: Vec<String> = counts.iter().take(SHOWN).map(|(name, count)| format!("{count} {name}")).collect();
    if counts.len() > SHOWN {
        parts.push(format!("and {} kinds more", counts.len() - SHOWN));
    }
    parts.join(", ")
}

/// That `beyond` records of a kind were not shown, where there are any.
pub(crate) fn cut_short(file: &str, beyond: usize, records: &str, most: usize) -> Option<Issue> {
    let message = || {
        format!(
            "{file} has {beyond} {records} more than the {most} that are shown. Export the part that matters, and import that."
        )
    };
    (beyond > 0).then(|| issue("too-large", message()))
}

/// That the text leaves out `what`, where it is anything.
pub(crate) fn not_shown(file: &str, what: &str) -> Option<Issue> {
    let message = || format!("The text of {file} leaves out {what}. Look them up in the original.");
    (!what.is_empty()).then(|| issue("not-shown", message()))
}

/// The tree of a file of records, with issues on what reading it met; or, where there is none, its plain text with the issue that says why.
pub(crate) fn tree(file: &str, bytes: &[u8], name: &str) -> Result<(Json, Vec<Issue>), Box<Document>> {
    let decoded = decode::decode(file, bytes);
    let mut issues: Vec<Issue> = decoded.issue.into_iter().collect();
    let (code, message) = match json::parse(&decoded.text) {
        Ok((tree, 0)) => return Ok((tree, issues)),
        Ok((tree, repeated)) => {
            let message = format!(
                "In {file} {repeated} names stand twice in one object; of each the last value was read. Compare it with the original, or have it written again by its maker."
            );
            issues.push(issue("repeated-name", message));
            return Ok((tree, issues));
        }
        Err(Fault::Damaged { line, column, why }) => (
            "damaged",
            format!(
                "{file} looks like {name}, but is not JSON from line {line}, column {column} on ({why}). It was kept as plain text: get the file again, and import that."
            ),
        ),
        Err(Fault::TooDeep) => (
            "too-deep",
            format!(
                "{file} looks like {name}, but nests more than {MAX_DEPTH} deep. It was kept as plain text: ask its maker for a plain export."
            ),
        ),
        Err(Fault::TooMany) => (
            "too-large",
            format!(
                "{file} looks like {name}, but has more than {MAX_VALUES} values. It was kept as plain text: export the part that matters."
            ),
        ),
    };
    let mut document = text::read(file, bytes);
    document.issues.push(issue(code, message));
    Err(Box::new(document))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_lie_at_their_pointers_and_records_around_them() {
        let mut sheet = Sheet::default();
        sheet.open("/objects/0".to_owned());
        sheet.heading(
            "2",
            &[Piece::Label("Campaign: "), Piece::Value(" Silt\u{AD} Harbour ", vec!["/objects/0/name".to_owned()])],
        );
        sheet.item(&[Piece::Label("Aliases: "), Piece::Value("  ", vec!["/objects/0/aliases/0".to_owned()])]);
        sheet.prose("One.\r\n\r\n\r\n Two.\n", "/objects/0/description");
        sheet.close();
        let (laid, rules) = sheet.finish();
        let places: Vec<_> = laid.places.iter().map(|place| (place.label.as_deref().unwrap_or(""), laid.words(place))).collect();
        let whole = "Campaign: Silt Harbour\n\nAliases:\n\nOne.\n\nTwo.";
        assert_eq!(laid.text, whole);
        assert_eq!(
            places,
            [("/objects/0/name", "Silt Harbour"), ("/objects/0/description", "One.\n\nTwo."), ("/objects/0", whole)]
        );
        assert!(rules.contains(&Rule::SoftHyphens) && rules.contains(&Rule::LineEnds), "{rules:?}");
        assert_eq!(member("/a", "b/c~d"), "/a/b~1c~0d");
        assert_eq!(label("created_by_ref"), "Created by");
    }
}
