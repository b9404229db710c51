//! Packs: exhibits with everything that shows what they are, in a bag that anyone can verify.
//!
//! [`evidence`] gathers what a pack vouches for and gives its root, which the letter prints; [`pack`] lays it out as a BagIt 1.0
//! bag in a zip with one canonical byte form; [`verify`] judges a zip or an unpacked folder and reports every byte that
//! differs. Who decides what is an exhibit, and what documents say, is left to others. Nothing here reads a clock, and nothing
//! that is being verified is ever written to disk.

mod certificate;
mod container;
mod custody;
mod error;
mod evidence;
mod exhibit;
mod face;
mod hashing;
mod index;
mod manifest;
mod pack;
mod readme;
mod records;
mod slip;
mod verify;

pub use error::PacksError;
pub use evidence::{Evidence, evidence};
pub use exhibit::Exhibit;
pub use pack::{Contents, PackSummary, Warning, pack};
pub use verify::{Form, Problem, ProblemKind, Report, verify, verify_zip};
