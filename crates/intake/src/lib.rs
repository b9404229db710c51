//! Original bytes to readable text: a text with marks on its structure, what the document says of itself, and issues.
//!
//! What it leaves to others: what the words mean (`grammar`, `claims`) and what becomes of the result (`app`). What always
//! holds: [`read`] never fails and never panics, whatever the bytes; every mark lies within the text; a file that yields no text
//! has an empty text and an issue that says why and what to do; the same bytes give the same [`Read`].
//!
//! Reading goes in one direction: `format` tells what the bytes are, `decode` makes characters of them, `normal` applies the recorded
//! rules of white space, `plain` or `markdown` lays out text and blocks, `furniture` marks what stands around the article, and
//! `masthead` reads title, publisher and date.

mod date;
mod decode;
mod format;
mod front_matter;
mod furniture;
mod html;
mod layout;
mod markdown;
mod masthead;
mod normal;
mod plain;

pub use normal::Rule;

use dossier_model::{Edtf, Issue, Mark};
use format::Format;
use serde::{Deserialize, Serialize};

/// The largest file that is read: 16 MiB. A report is a few kilobytes; what is larger is not one.
pub const MAX_BYTES: usize = 16 * 1024 * 1024;

/// What was read from one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Read {
    /// The media type, by content.
    pub media_type: String,
    /// The readable text; empty where the file yields none.
    pub text: String,
    /// Its structure, in order of place.
    pub marks: Vec<Mark>,
    /// Its title.
    pub title: Option<String>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// Who published it, where it says so.
    pub publisher: Option<String>,
    /// When, where it says so.
    pub published: Option<Edtf>,
    /// Where, where it says so.
    pub url: Option<String>,
    /// The outlet whose text it carries or summarises, where it says so.
    pub syndicated_from: Option<String>,
    /// The rules of normalisation that changed something.
    pub normalised: Vec<Rule>,
    /// What a person should know.
    pub issues: Vec<Issue>,
}

/// Reads the file named `file` (named in messages only) from its `bytes`.
pub fn read(file: &str, bytes: &[u8]) -> Read {
    if bytes.len() > MAX_BYTES {
        let message = format!(
            "{file} has {} bytes, more than the {MAX_BYTES} that are read. Split it, or import the part that matters.",
            bytes.len()
        );
        return without_text("application/octet-stream", "too-large", message);
    }
    match format::of(bytes) {
        Format::Empty => without_text("text/plain", "empty", format!("{file} is empty. Check that the right file was saved.")),
        Format::Unread { media_type, name, code } => {
            let message = format!(
                "{file} looks like {name}. Reading that format is not there yet: save it as text or Markdown, or paste its words."
            );
            without_text(media_type, code, message)
        }
        Format::Text => read_text(file, bytes),
    }
}

fn read_text(file: &str, bytes: &[u8]) -> Read {
    let decoded = decode::decode(file, bytes);
    let mut issues: Vec<Issue> = decoded.issue.into_iter().collect();
    let (source, mut normalised) = normal::characters(&decoded.text);
    let parts = front_matter::split(&source);
    let front = match parts.front.map(front_matter::FrontMatter::parse).transpose() {
        Ok(front) => front.unwrap_or_default(),
        Err(why) => {
            let message =
                format!("the front matter of {file} is not YAML ({why}). The text was read; set title and date by hand.");
            issues.push(issue("front-matter", message));
            front_matter::FrontMatter::default()
        }
    };
    let is_markdown = parts.front.is_some() || markdown::looks_like(parts.body);
    let (mut laid, title) = if is_markdown {
        markdown::lay(parts.body, front.title.as_deref())
    } else {
        let (text, rules) = normal::white_space(parts.body);
        normalised.extend(rules);
        (plain::lay(text), None)
    };
    normalised.sort_unstable();
    normalised.dedup();
    furniture::mark(&mut laid);
    let masthead = masthead::read(&mut laid, &front, title);
    if laid.text.trim().is_empty() {
        issues.push(issue(
            "empty",
            format!("{file} has no words, only white space or markup. Check that the right file was saved."),
        ));
        laid = layout::Laid::default();
    }
    Read {
        media_type: if is_markdown { "text/markdown" } else { "text/plain" }.to_owned(),
        marks: laid.marks(),
        text: laid.text,
        title: masthead.title,
        authors: masthead.authors,
        publisher: masthead.publisher,
        published: masthead.published,
        url: masthead.url,
        syndicated_from: masthead.syndicated_from,
        normalised,
        issues,
    }
}

fn issue(code: &str, message: String) -> Issue {
    Issue { code: code.to_owned(), message }
}

fn without_text(media_type: &str, code: &str, message: String) -> Read {
    Read {
        media_type: media_type.to_owned(),
        text: String::new(),
        marks: Vec::new(),
        title: None,
        authors: Vec::new(),
        publisher: None,
        published: None,
        url: None,
        syndicated_from: None,
        normalised: Vec::new(),
        issues: vec![issue(code, message)],
    }
}

#[cfg(test)]
mod tests;
