//! Plain text, and Markdown with or without front matter.

use crate::declared::Declared;
use crate::document::{Document, issue};
use crate::{decode, front_matter, markdown, normal, plain};
use dossier_model::Issue;

/// Reads characters in whatever encoding.
pub(crate) fn read(file: &str, bytes: &[u8]) -> Document {
    let decoded = decode::decode(file, bytes);
    let mut issues: Vec<Issue> = decoded.issue.into_iter().collect();
    let (source, mut normalised) = normal::characters(&decoded.text);
    let parts = front_matter::split(&source);
    let declared = match parts.front.map(front_matter::parse).transpose() {
        Ok(declared) => declared.unwrap_or_default(),
        Err(why) => {
            let message =
                format!("the front matter of {file} is not YAML ({why}). The text was read; set title and date by hand.");
            issues.push(issue("front-matter", message));
            Declared::default()
        }
    };
    let is_markdown = parts.front.is_some() || markdown::looks_like(parts.body);
    let (laid, heading) = if is_markdown {
        markdown::lay(parts.body, declared.title.as_deref())
    } else {
        let (text, rules) = normal::white_space(parts.body);
        normalised.extend(rules);
        (plain::lay(text), None)
    };
    Document {
        media_type: if is_markdown { "text/markdown" } else { "text/plain" }.to_owned(),
        laid,
        declared,
        heading,
        is_article: true,
        normalised,
        issues,
        ..Document::default()
    }
}
