//! The real window, driven as a person would drive it: the tests of `tests/window`.

use crate::shell::{Done, have, program, root, say};
use std::collections::VecDeque;
use std::process::Stdio;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// How many test files run at once. Each has a screen, a driver and a home folder of its own.
const AT_ONCE: usize = 2;

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
    let failed = round(files()?, AT_ONCE);
    if failed.is_empty() {
        return Ok(());
    }
    // Between driver, screen and window a press or a drag is lost now and then on a loaded machine. What is wrong fails again, alone.
    say(&format!("test: these failed and are told once more, one at a time: {}", failed.join(", ")));
    match round(failed, 1) {
        failed if failed.is_empty() => Ok(()),
        failed => Err(format!("`node --test {}` failed", failed.join(" "))),
    }
}

/// Runs test files, so many at once, and gives those that failed. What each says is shown when it is through.
fn round(files: Vec<String>, at_once: usize) -> Vec<String> {
    let (waiting, failed) = (Mutex::new(VecDeque::from(files)), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..at_once {
            scope.spawn(|| {
                while let Some(file) = next(&waiting) {
                    let told = program("node", &["--test", "--test-reporter=spec", &file]).stdin(Stdio::null()).output();
                    let passed = match told {
                        Ok(output) => {
                            say(&String::from_utf8_lossy(&output.stdout));
                            say(&String::from_utf8_lossy(&output.stderr));
                            output.status.success()
                        }
                        Err(error) => {
                            say(&format!("node did not start: {error}"));
                            false
                        }
                    };
                    if !passed {
                        held(&failed).push(file);
                    }
                }
            });
        }
    });
    std::mem::take(&mut *held(&failed))
}

/// The next file; the list is free again when it is given.
fn next(waiting: &Mutex<VecDeque<String>>) -> Option<String> {
    held(waiting).pop_front()
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
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
