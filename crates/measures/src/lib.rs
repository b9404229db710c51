//! Measures that a government can take, the points of law and fact that each needs, and who can take them.
//!
//! The catalogue and the directory are data: law and process only, each text with the day it was looked at and whether a named
//! person checked it. [`assess`] reads a case against one measure: which facts support an element, which undercut it, how strong
//! the support is, and what is missing, in words. What counts as one fact or one origin is decided in `reconcile`; how any of it
//! is worded in a letter is decided in `documents`.
//!
//! Nothing here says anything about a party, and nothing here is a legal opinion: an element without a gap still needs a lawyer.
//! The same case and the same data give the same answer.

mod asked;
mod assess;
mod catalogue;
mod directory;
mod entry;
mod error;
mod measure;
mod need;
mod phrase;
mod reading;
mod recipient;

pub use asked::asked_for;
pub use assess::{Assessment, ElementState, ElementSupport, assess};
pub use catalogue::Catalogue;
pub use directory::{Directory, venue};
pub use error::{Fault, MeasuresError};
pub use measure::{Element, Measure, Status, Verification, VerificationState};
pub use need::{Matter, Need, OriginNeeded, Pattern, Point};
pub use phrase::{Phrase, PhraseError};
pub use recipient::{Addressee, Power, PowerRole, Recipient};
