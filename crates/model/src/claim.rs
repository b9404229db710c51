//! Claims: one source says one thing.

use crate::{Bound, ClaimId, ClaimKind, Decimal, Edtf, Hedge, Quantity, Quotes, Rung, SourceId};
use serde::{Deserialize, Serialize};

crate::words! {
    /// Where a claim stands.
    ClaimState {
        /// Nobody has judged it.
        Proposed = "proposed",
        /// A person accepted it.
        Accepted = "accepted",
        /// A person rejected it.
        Rejected = "rejected",
        /// A person's claim stands in its place: it was edited, split or merged.
        Superseded = "superseded",
    }
}

crate::words! {
    /// What a link of a chain is.
    SpeakerRole {
        /// A publication: it passes things on.
        Outlet = "outlet",
        /// A letter, a post, a filing: it carries somebody's words.
        Document = "document",
        /// People who vouch for a document: "people familiar with the matter".
        Witness = "witness",
        /// Somebody who asserts at first hand.
        Party = "party",
    }
}

/// One link of the chain of who says so.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Speaker {
    /// Its name, as the source has it.
    pub name: String,
    /// What it is.
    pub role: SpeakerRole,
    /// The words of the source that prove the link, verbatim; `None` where it is inferred.
    pub words: Option<String>,
}

/// Relative words of a period, with the date they were counted from: "Wednesday" in a text of 2026-06-26.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
pub struct Resolution {
    /// The words, verbatim.
    pub words: String,
    /// The source's own date.
    pub against: Edtf,
}

/// What a claim says, apart from its id and its state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// What it is about.
    pub kind: ClaimKind,
    /// Whom or what it is about: a party, or a campaign as "ACCUSED campaign against TARGET".
    pub subject: String,
    /// Which property of the subject: "accounts", "exchanges", "window", "targeted capability".
    pub property: String,
    /// A plain decimal in base units, else words, else nothing.
    pub value: Option<String>,
    /// The unit of the value.
    pub unit: Option<String>,
    /// The bounding word.
    pub bound: Option<Bound>,
    /// When.
    pub period: Option<Edtf>,
    /// Who, and how closely tied.
    pub rung: Option<Rung>,
    /// Whether.
    pub hedge: Hedge,
    /// Of what a superlative is the most: "by an Orsovan company", "against Corvid".
    pub scope: Option<String>,
    /// Who says so, the outermost first; the last is the first-hand party where the source names one.
    pub speakers: Vec<Speaker>,
    /// Whether it stands in a title or heading.
    pub headline: bool,
    /// How its period follows from relative words, where it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolution: Option<Resolution>,
    /// Whether its words stand between quotation marks, as somebody's own.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub direct: bool,
    /// Of a headline: the weaker hedge that the text below gives to the same, and the headline drops.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dropped_hedge: Option<Hedge>,
    /// The words that carry it.
    pub quotes: Quotes,
}

impl Content {
    /// A claim of `kind` about `subject` that `quotes` carry, with nothing more said: asserted, in nobody's name.
    pub fn new(kind: ClaimKind, subject: &str, quotes: Quotes) -> Self {
        Self {
            kind,
            subject: subject.to_owned(),
            property: kind.as_str().to_owned(),
            value: None,
            unit: None,
            bound: None,
            period: None,
            rung: None,
            hedge: Hedge::Asserted,
            scope: None,
            speakers: Vec::new(),
            headline: false,
            resolution: None,
            direct: false,
            dropped_hedge: None,
            quotes,
        }
    }

    /// The value as an exact number, where it is one.
    pub fn number(&self) -> Option<Decimal> {
        self.value.as_deref().and_then(|value| value.parse().ok())
    }

    /// The value as a figure, where it is a number.
    pub fn quantity(&self) -> Option<Quantity> {
        self.number().map(|value| Quantity { value, unit: self.unit.clone(), bound: self.bound })
    }
}

/// A claim in a dossier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// Its id.
    pub id: ClaimId,
    /// The source that says it.
    pub source: SourceId,
    /// What it says.
    #[serde(flatten)]
    pub content: Content,
    /// Where it stands.
    pub state: ClaimState,
    /// Who proposed it: "rules", or a tool's or colleague's name.
    pub proposer: String,
    /// Whether it was accepted in bulk, without being read alone.
    pub bulk: bool,
}
