//! What a reader of a format gives, before the masthead is read from it.

use crate::declared::Declared;
use crate::layout::Laid;
use crate::normal::Rule;
use dossier_model::Issue;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A document that lies within another: an attachment of a mail, a file of an archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Its name within, with the folders of an archive: `evidence/letter.pdf`.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// One document as its format has it.
#[derive(Debug, Default)]
pub(crate) struct Document {
    /// The media type, by content.
    pub(crate) media_type: String,
    /// Its text and blocks.
    pub(crate) laid: Laid,
    /// What it declares of itself.
    pub(crate) declared: Declared,
    /// Its first heading, where the reader knows it.
    pub(crate) heading: Option<String>,
    /// Whether its text can be an article, with a masthead at its head and foot and furniture around it; a table or a list of objects cannot.
    pub(crate) is_article: bool,
    /// The rules of normalisation that changed something.
    pub(crate) normalised: Vec<Rule>,
    /// What a person should know.
    pub(crate) issues: Vec<Issue>,
    /// What lies within it.
    pub(crate) members: Vec<Member>,
    /// Its pages that are pictures without words, from 1; a picture is page 1.
    pub(crate) without_words: Vec<u32>,
}

impl Document {
    /// A document of which nothing can be read, and why.
    pub(crate) fn unread(media_type: &str, code: &str, message: String) -> Self {
        Self { media_type: media_type.to_owned(), issues: vec![issue(code, message)], ..Self::default() }
    }
}

/// The last part of a name that came with a document, fit to be shown and saved; none where nothing is left of it. Signs that turn the
/// direction of writing can make `exe.fdp` of `pdf.exe`, so they go.
pub(crate) fn safe_name(given: &str) -> Option<String> {
    const TURNING: [char; 12] = [
        '\u{200E}', '\u{200F}', '\u{202A}', '\u{202B}', '\u{202C}', '\u{202D}', '\u{202E}', '\u{2066}', '\u{2067}', '\u{2068}',
        '\u{2069}', '\u{FEFF}',
    ];
    let last = given.rsplit(['/', '\\']).next()?;
    let kept =
        last.chars().filter(|c| !c.is_control() && !TURNING.contains(c) && !matches!(c, ':' | '*' | '?' | '"' | '<' | '>' | '|'));
    let kept: String = kept.take(150).collect();
    let kept = kept.trim().trim_start_matches('.').trim();
    (!kept.is_empty()).then(|| kept.to_owned())
}

/// A path that is not `taken` yet, which it then is: `letter (2).pdf`.
pub(crate) fn unique(path: String, taken: &mut BTreeSet<String>) -> String {
    let mut found = path.clone();
    let mut number = 2;
    while !taken.insert(found.clone()) {
        let folder = path.rfind('/').map_or(0, |at| at + 1);
        let dot = path.rfind('.').filter(|at| *at > folder).unwrap_or(path.len());
        let (stem, ending) = path.split_at(dot);
        found = format!("{stem} ({number}){ending}");
        number += 1;
    }
    found
}

/// An issue by its code.
pub(crate) fn issue(code: &str, message: String) -> Issue {
    Issue { code: code.to_owned(), message }
}
