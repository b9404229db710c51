//! The vocabulary of Dossier: what a source, quote, claim, fact, origin, judgement and ledger entry are, and the
//! arithmetic of figures and dates that every room shares.
//!
//! Values only: no files, no SQL, no clock, no randomness. What is parsed here is valid ever after: a [`Quote`] has
//! words, a [`Quotes`] has a quote, an [`Edtf`] is a date, a [`Decimal`] is exact.

mod admiralty;
mod canonical;
mod case;
mod claim;
mod columns;
mod computation;
mod csv;
mod digest;
mod edtf;
mod fact;
mod hedge;
mod id;
mod judgement;
mod kind;
mod ledger;
mod office;
mod origin;
mod party;
mod place;
mod quantity;
mod rung;
mod source;
mod spelling;
mod succession;
mod text;

pub use admiralty::{Credibility, Reliability};
pub use canonical::{CanonicalError, canonical, canonical_digest};
pub use case::Case;
pub use claim::{Claim, ClaimState, Content, Resolution, Speaker, SpeakerRole};
pub use columns::{Column, ColumnMeaning};
pub use computation::{Computation, ComputationError};
pub use csv::csv_table;
pub use digest::{Digest, DigestError};
pub use edtf::{Edtf, EdtfDate, EdtfError, Endpoint};
pub use fact::{Agreement, Comparison, Fact, FactState, Suggestion};
pub use hedge::Hedge;
pub use id::{ClaimId, ElementId, FactId, IdError, JudgementId, MeasureId, OriginId, RecipientId, SourceId};
pub use judgement::{Judgement, JudgementKind, MetadataField};
pub use kind::ClaimKind;
pub use ledger::{ChainFault, Entry, RowDigest, check_chain};
pub use office::Office;
pub use origin::{Basis, Edge, Origin};
pub use party::{Party, PartySuggestion, Relation, RelationKind};
pub use place::place;
pub use quantity::{Bound, Interval, Quantity};
pub use rung::{Nexus, Rung};
pub use rust_decimal::Decimal;
pub use source::{Handling, Issue, ReadRecord, Source};
pub use spelling::spelled;
pub use succession::Succession;
pub use text::{Mark, MarkKind, Quote, QuoteError, Quotes, Span, TextIndex};

/// An enum whose variants are the closed set of words of a field: `as_str`, `parse`, and the same words in JSON.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, specta::Type)]
        pub enum $name {
            $($(#[$vmeta])* #[serde(rename = $word)] $variant),+
        }
        impl $name {
            /// Every value, in the order of their declaration.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];
            /// The word that stands for it in rows, files and packs.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $word),+ }
            }
            /// The value that `word` stands for.
            pub fn parse(word: &str) -> Option<Self> {
                match word { $($word => Some($name::$variant),)+ _ => None }
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}
pub(crate) use words;
