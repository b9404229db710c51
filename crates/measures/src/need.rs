//! Needs: which facts show an element, as declared in the catalogue.
//!
//! An element needs one point or several; all of them have to be shown. A point is shown by facts that match one of its patterns:
//!
//! ```json
//! { "shows": "outputs were used to train another model",
//!   "matter": "conduct",
//!   "origin": "independent",
//!   "facts": [{ "kinds": ["act", "method"], "words": ["train*", "build* ... model*"] }],
//!   "undercut_by": [{ "kinds": ["terms"], "words": ["permit*"] }] }
//! ```
//!
//! - `shows` follows "No fact shows that".
//! - `matter`: `conduct` (what somebody is said to have done: every answer of the accused and every "not verified" undercuts it)
//!   or `setting` (who owns what, what terms say, what is asked).
//! - `origin`: `any`, `independent` (somebody other than the accuser has to say so too) or `official` (a court or agency has to have
//!   found it).
//! - A pattern matches a fact of one of its `kinds` that has one of its `properties`, one of its `values`, one of its `words` and none
//!   of the words in `without`, each as far as it is given; and whose hedge is `at_least` so strong (default: `disputed`). Words
//!   are sought in value, unit, scope, rung and quotes.

use crate::entry::Entry;
use crate::phrase::{Phrase, Plain};
use dossier_model::{ClaimKind, Fact, Hedge};
use serde::{Deserialize, Serialize};

/// What an element needs: every one of its points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Need {
    /// The points, one at least.
    pub points: Vec<Point>,
}

/// What a point is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Matter {
    /// What somebody is said to have done.
    Conduct,
    /// How things are otherwise.
    Setting,
}

/// From whom a point has to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OriginNeeded {
    /// From anybody who says so at first hand.
    Any,
    /// From somebody other than the accuser too.
    Independent,
    /// From a court or agency that has found it.
    Official,
}

/// One thing that facts have to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Point {
    /// What, to follow "No fact shows that".
    pub shows: String,
    /// What it is about.
    pub matter: Matter,
    /// From whom it has to come.
    pub origin: OriginNeeded,
    /// The facts that show it match one of these.
    pub facts: Vec<Pattern>,
    /// The facts that undercut it match one of these.
    pub undercut_by: Vec<Pattern>,
}

/// What a fact has to be like.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pattern {
    /// Its kind is one of these.
    pub kinds: Vec<ClaimKind>,
    /// Its property is one of these; any where there are none.
    #[serde(default)]
    pub properties: Vec<String>,
    /// Its value is one of these; any where there are none.
    #[serde(default)]
    pub values: Vec<String>,
    /// One of these stands in its words; any will do where there are none.
    #[serde(default)]
    pub words: Vec<Phrase>,
    /// None of these stands in its words.
    #[serde(default)]
    pub without: Vec<Phrase>,
    /// Its hedge is at least this strong.
    #[serde(default = "disputed")]
    pub at_least: Hedge,
}

fn disputed() -> Hedge {
    Hedge::Disputed
}

impl Pattern {
    /// Whether `fact`, whose words are `plain`, is like this.
    pub(crate) fn matches(&self, fact: &Fact, plain: &Plain) -> bool {
        let one_of = |list: &[String], word: &str| list.is_empty() || list.iter().any(|item| item.eq_ignore_ascii_case(word));
        self.kinds.contains(&fact.kind)
            && fact.hedge >= self.at_least
            && one_of(&self.properties, &fact.property)
            && one_of(&self.values, fact.value.as_deref().unwrap_or_default())
            && (self.words.is_empty() || self.words.iter().any(|phrase| phrase.is_in(plain)))
            && !self.without.iter().any(|phrase| phrase.is_in(plain))
    }
}

pub(crate) fn read(entry: &mut Entry<'_>) -> Option<Need> {
    let points = entry.list("needs", |inner| {
        let (shows, matter, origin) = (inner.text("shows"), inner.required("matter"), inner.optional("origin"));
        let facts: Option<Vec<Pattern>> = inner.required("facts");
        let undercut_by: Vec<Pattern> = inner.optional("undercut_by").unwrap_or_default();
        if facts.as_ref().is_some_and(Vec::is_empty) {
            inner.fault("facts", "has no pattern: no fact could ever show the point");
        }
        if facts.iter().flatten().chain(&undercut_by).any(|pattern| pattern.kinds.is_empty()) {
            inner.fault("facts", "has a pattern without `kinds`: name one kind at least");
        }
        if shows.as_ref().is_some_and(|shows| shows.ends_with('.') || shows.starts_with("that ")) {
            inner.fault("shows", "has to follow “No fact shows that”: leave out “that” and the full stop");
        }
        Some(Point { shows: shows?, matter: matter?, origin: origin.unwrap_or(OriginNeeded::Any), facts: facts?, undercut_by })
    });
    if points.is_empty() {
        entry.fault("needs", "has no point: say what facts have to show");
        return None;
    }
    Some(Need { points })
}
