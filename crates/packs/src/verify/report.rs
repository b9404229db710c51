//! What a verification finds.

use dossier_model::Digest;
use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! kinds {
    ($($(#[$meta:meta])* $variant:ident = $word:literal),+ $(,)?) => {
        /// What is wrong with one file, or with the whole.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum ProblemKind {
            $($(#[$meta])* #[serde(rename = $word)] $variant),+
        }
        impl ProblemKind {
            /// The word that stands for it in a report.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }
        impl fmt::Display for ProblemKind {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

kinds! {
    /// A file has other bytes than the manifest says.
    Changed = "changed",
    /// A file that the manifest lists is not there.
    Missing = "missing",
    /// A file is there that nothing lists.
    Added = "added",
    /// A file stands under another name.
    Renamed = "renamed",
    /// A file is there that could not be read to its end.
    Unreadable = "unreadable",
    /// A payload manifest is missing, malformed or not in its form.
    Manifest = "manifest",
    /// A tag manifest is missing, malformed or not in its form.
    TagManifest = "tag-manifest",
    /// The payload has another size or number of files than `bag-info.txt` says.
    Oxum = "oxum",
    /// `bagit.txt` is missing or not a declaration.
    BagDeclaration = "bag-declaration",
    /// A tag file is missing fields, or fetches what it may not.
    TagFile = "tag-file",
    /// The evidence has another root than the pack names.
    EvidenceRoot = "evidence-root",
    /// A record of the evidence cannot be read, or names what is not there.
    Record = "record",
    /// A quotation is not verbatim in the text of its source.
    Quote = "quote",
    /// A readable text is not the one that its source's record names.
    TextDigest = "text-digest",
    /// An original is not the one that its source's record names.
    OriginalDigest = "original-digest",
    /// The zip is not in the one form of a pack, or could be read in two ways.
    Container = "container",
    /// It is not a pack, or not even a bag.
    NotAPack = "not-a-pack",
}

/// One problem.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Problem {
    /// The file, by its path in the bag; empty for the whole.
    pub path: String,
    /// What is wrong.
    pub kind: ProblemKind,
    /// What was expected, what was found.
    pub detail: String,
}

impl Problem {
    pub(crate) fn new(path: impl Into<String>, kind: ProblemKind, detail: impl Into<String>) -> Self {
        Self { path: path.into(), kind, detail: detail.into() }
    }
}

/// What was judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// A pack, held to everything that a pack promises.
    Pack,
    /// A BagIt bag of another maker, held to the rules of BagIt only.
    Bag,
    /// Neither.
    Neither,
}

/// The verdict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Whether there is no problem. A valid bag of another maker is `ok`, with a note that it is not a pack.
    pub ok: bool,
    /// What was judged.
    pub form: Form,
    /// The evidence root as recomputed, for a pack: to be compared with the one that the letter prints.
    pub root: Option<Digest>,
    /// What is wrong, by path.
    pub problems: Vec<Problem>,
    /// What is not wrong but worth knowing.
    pub notes: Vec<Problem>,
}

impl Report {
    pub(crate) fn new(form: Form, root: Option<Digest>, mut problems: Vec<Problem>, mut notes: Vec<Problem>) -> Self {
        problems.sort();
        problems.dedup();
        notes.sort();
        notes.dedup();
        Self { ok: problems.is_empty(), form, root, problems, notes }
    }
}
