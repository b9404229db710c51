//! Everything: set up, check, test.

use crate::shell::{Done, cargo, run, say};
use crate::{check, ui};

/// Runs every check and every test.
pub(crate) fn test() -> Done {
    check::check()?;
    say("test: the window's pages");
    ui::test()?;
    say("test: crates and journeys");
    // The command line is built first: journeys run it as a person does.
    run(&mut cargo(&["build", "--quiet", "--package", "dossier-cli"]))?;
    run(&mut cargo(&["test", "--quiet", "--workspace", "--no-fail-fast"]))
}
