//! The workshop: `cargo xtask demo`, `test`, `check`. It sets up a fresh machine, builds, and runs what belongs together.
//!
//! `demo` and `test` need only Rust and Node.js; what else is missing on Debian they install, and say so first.

mod arrows;
mod bench;
mod check;
mod demo;
mod licences;
mod setup;
mod shell;
mod test;
mod train;
mod ui;
mod window;

use std::process::ExitCode;

const USAGE: &str = "cargo xtask COMMAND

  demo [FOLDER]   build, make a dossier of the specimen or of FOLDER's reports, and leave letter, briefing, charts and pack in target/demo
  test            set up, check and run every test
  check           formatting, lints, arrows between crates, licences, TypeScript
  bench claims [FOLDER] [--list tuning|reporting|all] [--kind KIND]...
                  how good the rules for claims are on the annotated reports, and what they miss
  bench import [COUNT]...
                  what importing a document costs as a dossier grows: 100, 1,000 and 10,000 made reports unless said
  bench intake [FILE|FOLDER]... [--alone] [--passes N] [--count N]
                  what reading documents costs, beside the converters that are installed, on a made mix unless said
  bench reconcile [CLAIMS]
                  what working out the facts costs as claims become many
  train [FOLDER]...
                  the network that reads beside the rules, from the tuning half of the annotated reports and from those in FOLDER, into its
                  place; needs Python 3.11 with crates/claims/training/requirements.txt";

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let done = match (args.next().as_deref(), args.next()) {
        (Some("bench"), name) => bench::bench(name.as_deref(), &args.collect::<Vec<_>>()),
        (Some("train"), folder) => train::train(folder.into_iter().chain(args)),
        (Some("demo"), folder) => demo::demo(folder.as_deref()),
        (Some("test"), None) => test::test(),
        (Some("check"), None) => check::check(),
        _ => Err(USAGE.to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            shell::say(&why);
            ExitCode::FAILURE
        }
    }
}
