//! What every commit passes: formatting, lints, arrows, licences, TypeScript.

use crate::shell::{Done, cargo, have, program, run, say};
use crate::{arrows, licences, setup, ui};

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
    ui::check()
}
