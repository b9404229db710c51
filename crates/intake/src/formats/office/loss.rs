//! What a document has and its text does not: counted by sort, and told as one issue for each.

use crate::document::issue;
use dossier_model::Issue;
use std::collections::BTreeMap;

/// A sort of loss.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Loss {
    /// Pictures.
    Images,
    /// Charts and diagrams.
    Charts,
    /// Other documents within it that are given as members.
    Embedded,
    /// Objects of other programs that cannot be taken out.
    Objects,
    /// Comments of reviewers.
    Comments,
    /// Words that were deleted with changes tracked.
    Deletions,
    /// Words that were inserted with changes tracked; they are text.
    Insertions,
    /// Words that are set not to show.
    Hidden,
    /// Signs of symbol fonts that are no characters.
    Symbols,
    /// Formulas of mathematics.
    Equations,
    /// Programs.
    Macros,
}

/// Losses, counted.
#[derive(Debug, Default)]
pub(crate) struct Losses(BTreeMap<Loss, usize>);

impl Losses {
    /// Counts one.
    pub(crate) fn count(&mut self, loss: Loss) {
        self.add(loss, 1);
    }

    /// Counts `number`.
    pub(crate) fn add(&mut self, loss: Loss, number: usize) {
        if number > 0 {
            *self.0.entry(loss).or_default() += number;
        }
    }

    /// One issue for each sort.
    pub(crate) fn issues(&self, file: &str) -> Vec<Issue> {
        self.0.iter().map(|(loss, number)| loss.issue(file, *number)).collect()
    }
}

impl Loss {
    fn issue(self, file: &str, number: usize) -> Issue {
        let (code, one, many, rest) = match self {
            Self::Images => {
                ("images", "picture", "pictures", "not in the text. Look at the original where a passage speaks of a figure.")
            }
            Self::Charts => (
                "charts",
                "chart or diagram",
                "charts or diagrams",
                "not in the text. Look at the original, and take its figures from the table behind it.",
            ),
            Self::Embedded => {
                ("embedded", "document within it", "documents within it", "read apart from it, as a source of its own.")
            }
            Self::Objects => (
                "objects",
                "object of another program",
                "objects of other programs",
                "not in the text. Open it in the original, save it, and import that.",
            ),
            Self::Comments => (
                "comments",
                "comment",
                "comments",
                "not in the text. Read them in the original; they may say that a passage is in doubt.",
            ),
            Self::Deletions => (
                "tracked-deletions",
                "tracked deletion",
                "tracked deletions",
                "left out of the text. The file is a draft: ask for the final version, or see the original for what was struck.",
            ),
            Self::Insertions => (
                "tracked-insertions",
                "tracked insertion",
                "tracked insertions",
                "read as text. The file is a draft: ask for the final version, or see the original for what was added.",
            ),
            Self::Hidden => (
                "hidden-text",
                "hidden passage",
                "hidden passages",
                "left out of the text. Show hidden text in the original to see it.",
            ),
            Self::Symbols => (
                "symbols",
                "sign of a symbol font",
                "signs of symbol fonts",
                "no characters and left out of the text. Compare the passage with the original.",
            ),
            Self::Equations => (
                "equations",
                "equation",
                "equations",
                "read as a row of signs. Compare it with the original before you quote it.",
            ),
            Self::Macros => ("macros", "program (macro)", "programs (macros)", "neither read nor run. Do not run it either."),
        };
        let (noun, verb) = if number == 1 { (one, "is") } else { (many, "are") };
        issue(code, format!("{file} has {number} {noun}, which {verb} {rest}"))
    }
}
