//! What a finding is: a code from a closed list, a place, a reason and, where there is one, a fix.

use dossier_model::FactId;
use serde::{Deserialize, Serialize};

macro_rules! codes {
    ($($(#[$meta:meta])* $variant:ident = $word:literal, $severity:ident;)+) => {
        /// The closed list of findings.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type)]
        pub enum FindingCode { $($(#[$meta])* #[serde(rename = $word)] $variant,)+ }
        impl FindingCode {
            /// Every code, in the order of their declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];
            /// The word that stands for it.
            pub fn as_str(self) -> &'static str { match self { $(Self::$variant => $word,)+ } }
            /// Whether it stops a final.
            pub fn severity(self) -> Severity { match self { $(Self::$variant => Severity::$severity,)+ } }
        }
    };
}

codes! {
    /// A figure, date, name or quotation with no binding.
    Unbound = "unbound", Error;
    /// The sentence is surer than its weakest fact.
    StrongerThanSource = "stronger-than-source", Error;
    /// A higher nexus or another party than the evidence has.
    AttributionClimbed = "attribution-climbed", Error;
    /// A figure or a date is narrower than its fact, or measures something else.
    PrecisionGained = "precision-gained", Error;
    /// A legal word heavier than any in the words behind it.
    LegalWordClimbed = "legal-word-climbed", Error;
    /// A superlative without its scope, or beyond it.
    ScopeWidened = "scope-widened", Error;
    /// A quotation that is not verbatim.
    QuoteAltered = "quote-altered", Error;
    /// A year that another source gives.
    YearInferred = "year-inferred", Warning;
    /// Claims that were accepted without being read alone.
    BulkAccepted = "bulk-accepted", Warning;
    /// A bound fact that changed after the sentence was written.
    Stale = "stale", Error;
    /// A fact without the fact that weakens it.
    AdverseOmitted = "adverse-omitted", Error;
    /// A measure with an element that nothing in the dossier supports.
    ElementUnsupported = "element-unsupported", Warning;
    /// An authority or element that no named person has checked.
    MeasureUnverified = "measure-unverified", Warning;
    /// The recipient can neither take nor oversee the measure.
    WrongVenue = "wrong-venue", Error;
    /// The measure's status is old.
    MeasureOutdated = "measure-outdated", Warning;
    /// Several sources are spoken of where all trace to one origin.
    SingleOrigin = "single-origin", Error;
    /// A figure of ours that is not shown as ours.
    ComputedUnlabelled = "computed-unlabelled", Error;
}

impl std::fmt::Display for FindingCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// It stops a final.
    Error,
    /// A person should know.
    Warning,
}

/// One diagnostic on a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Finding {
    /// What is wrong.
    pub code: FindingCode,
    /// Whether it stops a final.
    pub severity: Severity,
    /// Where: `paragraph 2, sentence 1`.
    pub place: String,
    /// The words that it is about.
    pub text: String,
    /// Why.
    pub why: String,
    /// What would mend it, where that is known.
    pub fix: Option<String>,
    /// The exact words to put in place of `text`, where that mends it: the finding is gone then, and no other comes.
    #[serde(default)]
    pub replacement: Option<String>,
    /// The fact to add, to read or to bind to, where it is about one.
    #[serde(default)]
    pub fact: Option<FactId>,
}

impl Finding {
    /// The same with words to put in place of its text. They are offered only if they mend it.
    pub(super) fn instead(self, words: impl Into<String>) -> Self {
        Self { replacement: Some(words.into()), ..self }
    }

    /// The same, about a fact.
    pub(super) fn about(self, fact: FactId) -> Self {
        Self { fact: Some(fact), ..self }
    }
}
