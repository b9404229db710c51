//! The desk Typst works at: our templates, our fonts, one manuscript. It answers from memory only: no file, no network, no
//! packages, no clock.

use super::fonts::FONTS;
use crate::DocumentsError;
use std::sync::LazyLock;
use typst::diag::{FileError, FileResult, SourceDiagnostic, Warned};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;

/// The templates, by the names they import each other with.
const TEMPLATES: [(&str, &str); 5] = [
    ("page.typ", include_str!("page.typ")),
    ("letter.typ", include_str!("letter.typ")),
    ("memo.typ", include_str!("memo.typ")),
    ("briefing.typ", include_str!("briefing.typ")),
    ("figure.typ", include_str!("figure.typ")),
];

/// Where the templates read what they print, as values and never as markup.
const MANUSCRIPT: &str = "manuscript.json";

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));
static SOURCES: LazyLock<Vec<Source>> =
    LazyLock::new(|| TEMPLATES.iter().filter_map(|(name, text)| Some(Source::new(id(name)?, (*text).to_owned()))).collect());
static MANUSCRIPT_ID: LazyLock<Option<FileId>> = LazyLock::new(|| id(MANUSCRIPT));

/// Ids are kept for the life of the process, so these few paths are all that is ever asked for.
fn id(name: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).ok()?).intern())
}

/// A layout: which template is the main one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    Letter = 1,
    Memo = 2,
    Briefing = 3,
    Figure = 4,
}

struct Desk {
    main: FileId,
    manuscript: Bytes,
}

/// Sets `manuscript` (JSON) by `layout`.
pub(super) fn lay_out(layout: Layout, manuscript: &serde_json::Value) -> Result<PagedDocument, DocumentsError> {
    let Some(source) = SOURCES.get(layout as usize) else {
        return Err(DocumentsError::Typesetting { why: format!("the template {layout:?} is missing") });
    };
    let desk = Desk { main: source.id(), manuscript: Bytes::new(manuscript.to_string().into_bytes()) };
    let Warned { output, .. } = typst::compile::<PagedDocument>(&desk);
    // What the last few documents needed is kept, so that setting an edited one again is quick; older work is let go.
    comemo::evict(4);
    output.map_err(|errors| typesetting(&errors))
}

/// Typst's complaints as our error.
pub(super) fn typesetting(errors: &[SourceDiagnostic]) -> DocumentsError {
    let why: Vec<String> = errors
        .iter()
        .map(|error| {
            let hints = error.hints.iter().map(|hint| format!(" ({})", hint.v));
            format!("{}{}", error.message, hints.collect::<String>())
        })
        .collect();
    DocumentsError::Typesetting { why: why.join("; ") }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        SOURCES.iter().find(|source| source.id() == id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if Some(id) == *MANUSCRIPT_ID { Ok(self.manuscript.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
