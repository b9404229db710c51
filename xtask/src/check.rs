//! What every commit passes: formatting, lints, arrows, licences, TypeScript.

use crate::shell::{Done, cargo, have, program, run, say};
use crate::{arrows, licences, setup, ui};
use std::process::Stdio;

/// Checks everything that needs no test to run.
pub(crate) fn check() -> Done {
    setup::system()?;
    ui::install()?;
    ui::build()?;
    say("check: formatting");
    run(&mut cargo(&["fmt", "--all", "--check"]))?;
    say("check: arrows between crates");
    arrows::check()?;
    say("check: licences of dependencies");
    licences::check()?;
    if have("cargo-deny") {
        run(&mut program("cargo", &["deny", "check", "bans", "licenses", "sources"]))?;
    } else {
        say("check: cargo-deny is not installed: advisories were not looked up");
    }
    say("check: lints");
    run(&mut cargo(&["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"]))?;
    say("check: TypeScript");
    ui::check()?;
    say("check: the pages' bindings are those of the commands");
    // The whole workspace again, for the one set of features; of its targets only this one is built.
    let fresh = run(cargo(&["test", "--quiet", "--workspace", "--bin", "dossier-desktop", "bindings"]).stdout(Stdio::null()));
    fresh.map_err(|why| format!("{why}; write them anew with `UPDATE_EXPECT=1 cargo test --workspace bindings`"))
}
