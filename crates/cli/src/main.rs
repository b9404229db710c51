//! The `dossier` command: parses a call, asks `app`, prints. Rows go to standard output, everything else to standard error.
//!
//! Exit status: 0 done; 1 findings, a failed verify, a refused final; 2 usage; 3 a file could not be read or written;
//! 4 the dossier is damaged, newer or locked.

mod args;
mod columns;
mod convert;
mod judging;
mod listing;
mod print;
mod run;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let args = args::Args::parse();
    match run::run(args) {
        Ok(status) => status.into(),
        Err(error) => {
            print::message(&format!("dossier: {error}"));
            run::Status::from(error.class()).into()
        }
    }
}
