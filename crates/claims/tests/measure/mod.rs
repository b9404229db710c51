//! How good the rules are: an annotated set beside what they propose, kind by kind and field by field.
//!
//! `set` reads texts and annotations, `agree` says when two fields say the same, `matching` pairs annotations with proposals,
//! `tally` counts, `report` prints.

pub(crate) mod agree;
pub(crate) mod matching;
pub(crate) mod report;
pub(crate) mod set;
pub(crate) mod tally;

use std::io::Write as _;
use std::process::ExitCode;

pub(crate) use set::{Half, load};
pub(crate) use tally::Tally;

/// Tells on standard error why something was not done.
pub(crate) fn exit(done: Result<(), String>) -> ExitCode {
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            let _ = writeln!(std::io::stderr(), "{why}");
            ExitCode::FAILURE
        }
    }
}

/// Writes to standard output.
pub(crate) fn say(text: &str) -> Result<(), String> {
    std::io::stdout().write_all(text.as_bytes()).map_err(|error| error.to_string())
}
