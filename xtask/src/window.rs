//! The real window, driven as a person would drive it: the tests of `tests/window`.

use crate::shell::{Done, have, program, root, run, say};
use std::process::Stdio;

/// How many test files run at once. Each has a screen, a driver and a home folder of its own.
const AT_ONCE: &str = "--test-concurrency=2";

/// Runs every test of the window.
pub(crate) fn test() -> Done {
    if !cfg!(target_os = "linux") {
        say("test: the window was NOT tested: only WebKitGTK on Linux lets its window be driven");
        return Ok(());
    }
    let lacking: Vec<&str> = ["WebKitWebDriver", "Xvfb", "xdotool", "strace", "cc", "pkg-config", "pdftotext"]
        .into_iter()
        .filter(|name| !have(name))
        .collect();
    if !lacking.is_empty() {
        return Err(format!("the window cannot be tested without these programs: {}", lacking.join(", ")));
    }
    let mut node = program("node", &["--test", "--test-reporter=spec", AT_ONCE]);
    node.args(files()?).stdin(Stdio::null());
    run(&mut node)
}

/// The test files, longest first, so that none is left alone at the end.
fn files() -> Result<Vec<String>, String> {
    let folder = root().join("tests/window");
    let listed = std::fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let names = listed.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut files: Vec<String> = names.filter(|name| name.ends_with(".test.mjs")).collect();
    let rank = |name: &str| LONGEST.iter().position(|long| name.starts_with(long)).unwrap_or(LONGEST.len());
    files.sort_by(|a, b| rank(a).cmp(&rank(b)).then_with(|| a.cmp(b)));
    Ok(files.into_iter().map(|name| format!("tests/window/{name}")).collect())
}

const LONGEST: [&str; 3] = ["scale", "journey", "keyboard"];
