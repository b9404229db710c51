//! Everything: set up, check, test.

use crate::shell::{Done, cargo, run, say};
use crate::{check, ui, window};

/// Runs every check and every test.
pub(crate) fn test() -> Done {
    check::check()?;
    say("test: the window's pages");
    ui::test()?;
    say("test: crates and journeys");
    // The command line is built first: journeys run it as a person does. Always the whole workspace: a part of it would choose other
    // features of shared libraries, and build them all again.
    run(&mut cargo(&["build", "--quiet", "--workspace"]))?;
    run(&mut cargo(&["test", "--quiet", "--workspace", "--no-fail-fast"]))?;
    say("test: the window");
    window::test()
}
