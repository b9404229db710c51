//! What is worked out of a text that was read: the claims that the rules propose, and what a person should know of them.

use crate::columns::taken_to_mean;
use dossier_intake::Read;
use dossier_model::{Column, Content, Issue};
use dossier_reconcile::likeness::Sketch;

/// Claims are proposed for texts up to this length, in bytes: the rules read a megabyte in some seconds, and nobody judges the claims of
/// a longer text one by one.
const PROPOSED: usize = 4 * 1024 * 1024;

/// What was worked out of one text.
#[derive(Default)]
pub(super) struct Proposed {
    pub(super) claims: Vec<Content>,
    /// By what near copies of it are recognised.
    pub(super) sketch: String,
    pub(super) issues: Vec<Issue>,
}

/// Reads the claims of the text of `file`. `columns` are those that people gave a meaning.
pub(super) fn proposed(file: &str, read: &Read, columns: &[Vec<Column>]) -> Proposed {
    let mut proposed = Proposed { sketch: String::from(Sketch::of(&read.text)), ..Proposed::default() };
    let mut tell = |code: &str, message: String| proposed.issues.push(Issue { code: code.to_owned(), message });
    if let Some(message) = taken_to_mean(file, &dossier_claims::tables(&read.text, &read.marks, columns)) {
        tell("columns", message);
    }
    if let Some(language) = dossier_claims::other_language(&read.text, &read.marks) {
        let message = format!(
            "{file} reads as {language}, and the rules that propose claims read sentences in English alone. Select the words that matter \
             and add their claims, or take in those of a colleague or a tool."
        );
        tell("language", message);
    }
    if read.text.len() > PROPOSED {
        let message = format!(
            "{file} has {} characters; claims are proposed for texts of up to {PROPOSED} bytes. Select the words that matter and add \
             their claims, or import the part that matters as a file of its own.",
            read.text.chars().count()
        );
        tell("no-proposals", message);
        return proposed;
    }
    let about = dossier_claims::About {
        title: read.title.as_deref(),
        publisher: read.publisher.as_deref(),
        published: read.published.as_ref(),
        columns,
    };
    proposed.claims = dossier_claims::propose(&read.text, &read.marks, &about);
    proposed
}

/// The same of a text at which the rules stopped.
pub(super) fn stopped(file: &str) -> Proposed {
    let message = format!(
        "Looking for the claims of {file} stopped unexpectedly; this is a fault of Dossier: please report it with the file, if you may. \
         Its text is here: select the words that matter and add their claims."
    );
    Proposed { issues: vec![Issue { code: "fault".to_owned(), message }], ..Proposed::default() }
}
