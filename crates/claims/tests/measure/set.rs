//! The set: `NN-name.md` beside `NN-name.jsonl`, in the form that `tests/claims/README.md` describes.

use dossier_claims::About;
use dossier_model::{Bound, ClaimKind, Content, Edtf, Hedge, Rung, Span, TextIndex};
use serde::Deserialize;
use std::path::Path;

/// Which texts the rules may be changed by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Half {
    /// An even number: the rules may be changed while looking at it.
    Tuning,
    /// An odd one: for the report alone.
    Reporting,
}

/// One claim that a careful reader found.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Annotation {
    pub(crate) quote: String,
    pub(crate) nth: Option<usize>,
    pub(crate) kind: ClaimKind,
    pub(crate) subject: Option<String>,
    /// Not compared: what a kind is called within its subject.
    #[serde(rename = "property")]
    pub(crate) _property: Option<String>,
    pub(crate) value: Option<String>,
    pub(crate) unit: Option<String>,
    pub(crate) bound: Option<Bound>,
    pub(crate) period: Option<Edtf>,
    pub(crate) scope: Option<String>,
    pub(crate) rung: Option<Rung>,
    pub(crate) hedge: Hedge,
    #[serde(default)]
    pub(crate) speakers: Vec<String>,
    /// Where the quote stands.
    #[serde(skip, default = "nowhere")]
    pub(crate) span: Span,
}

fn nowhere() -> Span {
    Span::new(0, 0)
}

/// One text with what a reader found in it.
pub(crate) struct Text {
    pub(crate) name: String,
    pub(crate) half: Half,
    pub(crate) read: dossier_intake::Read,
    pub(crate) annotations: Vec<Annotation>,
}

impl Text {
    /// What is known of it beside its words.
    pub(crate) fn about(&self) -> About<'_> {
        About {
            title: self.read.title.as_deref(),
            publisher: self.read.publisher.as_deref(),
            published: self.read.published.as_ref(),
            ..About::default()
        }
    }
}

/// One text with what was found in it by a reader and by the rules.
pub(crate) struct Report {
    pub(crate) name: String,
    pub(crate) half: Half,
    pub(crate) publisher: Option<String>,
    pub(crate) annotations: Vec<Annotation>,
    pub(crate) proposals: Vec<Content>,
}

impl From<Text> for Report {
    fn from(text: Text) -> Self {
        let proposals = dossier_claims::propose(&text.read.text, &text.read.marks, &text.about());
        let Text { name, half, read, annotations } = text;
        Self { name, half, publisher: read.publisher, annotations, proposals }
    }
}

/// The texts of `folder` in the order of their names, with what the rules propose.
pub(crate) fn load(folder: &Path) -> Result<Vec<Report>, String> {
    Ok(texts(folder)?.into_iter().map(Report::from).collect())
}

/// The texts of `folder` in the order of their names. An error names the file, the line and what does not hold.
pub(crate) fn texts(folder: &Path) -> Result<Vec<Text>, String> {
    let at = |path: &Path, why: String| format!("{}: {why}", path.display());
    let entries = std::fs::read_dir(folder).map_err(|error| at(folder, error.to_string()))?;
    let mut texts: Vec<_> = entries.flatten().map(|entry| entry.path()).filter(|path| is_text(path)).collect();
    texts.sort();
    texts.iter().map(|path| one(path).map_err(|why| at(path, why))).collect()
}

/// `NN-name.md`.
fn is_text(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or("");
    name.ends_with(".md") && name.starts_with(|c: char| c.is_ascii_digit())
}

fn one(path: &Path) -> Result<Text, String> {
    let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or("").to_owned();
    let bytes = std::fs::read(path).map_err(|error| error.to_string())?;
    let read = dossier_intake::read(&name, &bytes);
    let lines = std::fs::read_to_string(path.with_extension("jsonl")).map_err(|error| error.to_string())?;
    let text = read.text.replace('\n', " ");
    let mut annotations = Vec::new();
    for (number, line) in (1..).zip(lines.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        let annotation = serde_json::from_str::<Annotation>(line).map_err(|error| error.to_string());
        let annotation = annotation.and_then(|annotation| located(annotation, &text));
        annotations.push(annotation.map_err(|why| format!("annotation {number}: {why}"))?);
    }
    let number: u32 = name.split('-').next().and_then(|number| number.parse().ok()).unwrap_or(0);
    let half = if number.is_multiple_of(2) { Half::Tuning } else { Half::Reporting };
    Ok(Text { name, half, read, annotations })
}

/// The annotation with the place of its quote.
fn located(mut annotation: Annotation, text: &str) -> Result<Annotation, String> {
    let index = TextIndex::new(text);
    let nth = annotation.nth.unwrap_or(1);
    let mut places = text.match_indices(&annotation.quote).skip(nth.saturating_sub(1));
    let (at, words) = places.next().ok_or_else(|| format!("“{}” does not stand in the text", annotation.quote))?;
    if annotation.nth.is_none() && places.next().is_some() {
        return Err(format!("“{}” stands in the text more than once: say which with nth", annotation.quote));
    }
    annotation.span = index.span_of_bytes(at, at + words.len());
    Ok(annotation)
}
