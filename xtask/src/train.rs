//! `cargo xtask train`: lessons from the annotated reports, and the network that they make.

use crate::shell::{self, Done};
use std::fs::File;
use std::process::Stdio;

/// What the network and its vocabulary are, within the checkout.
const WEIGHTS: &str = "crates/claims/src/learned/weights";

/// Writes the lessons of the tuning half and of `folders`, and trains on them.
pub(crate) fn train(folders: impl Iterator<Item = String>) -> Done {
    let lessons = shell::target().join("lessons.jsonl");
    let failed = |error: std::io::Error| format!("{}: {error}", lessons.display());
    let out = File::create(&lessons).map_err(failed)?;
    let write = ["run", "--quiet", "--package", "dossier-claims", "--example", "lessons", "--", "tests/claims"];
    shell::run(shell::cargo(&write).args(folders).stdout(Stdio::from(out)))?;
    let train = ["crates/claims/training/train.py", &lessons.to_string_lossy(), WEIGHTS];
    shell::run(&mut shell::program("python3", &train))
}
