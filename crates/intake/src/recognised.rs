//! Words that a machine recognised in pictures: they become the text of pages that have none, and the source says so.

use crate::document::issue;
use crate::formats::pdf;
use crate::normal::Rule;
use crate::writer::Writer;
use dossier_model::{Issue, MarkKind};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What was recognised in the pictures of one document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recognised {
    /// By what, with its version: `tesseract 5.3.0`.
    pub program: String,
    /// In which languages, as the program names them: `eng`, `eng+deu`.
    pub language: String,
    /// The words of each page, from 1, a line of words on a line; a picture is page 1.
    pub pages: BTreeMap<u32, String>,
}

impl Recognised {
    /// What the record of a source says of it: `ocr: tesseract 5.3.0, eng`.
    pub fn record(&self) -> String {
        format!("ocr: {}, {}", self.program, self.language)
    }

    /// The words of page `at`, from 0.
    pub(crate) fn words(&self, at: usize) -> Option<&str> {
        let page = u32::try_from(at).ok()?.checked_add(1)?;
        self.pages.get(&page).map(|words| words.trim()).filter(|words| !words.is_empty())
    }

    /// Whether page `at`, from 0, was looked at.
    pub(crate) fn has(&self, at: usize) -> bool {
        u32::try_from(at).ok().and_then(|at| at.checked_add(1)).is_some_and(|page| self.pages.contains_key(&page))
    }

    /// What a person must know before quoting.
    pub(crate) fn issue(&self, of: &str) -> Issue {
        let message = format!(
            "The words of {of} were read by a machine from a picture ({}, {}); it takes letters and figures for others. Compare each word with \
             the picture before you quote it.",
            self.program, self.language
        );
        issue("ocr", message)
    }
}

/// Writes recognised words: a blank line parts paragraphs, and the lines of a paragraph are joined.
pub(crate) fn write(writer: &mut Writer, words: &str, rules: &mut BTreeSet<Rule>) {
    let mut paragraph = String::new();
    for line in words.lines().map(str::trim).chain([""]) {
        if !line.is_empty() {
            pdf::add_line(&mut paragraph, line, rules);
        } else if !paragraph.is_empty() {
            writer.block(MarkKind::Paragraph, None, &std::mem::take(&mut paragraph));
        }
    }
}
