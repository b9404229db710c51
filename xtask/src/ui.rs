//! The window's pages: installed from the lock file, checked, built.

use crate::shell::{Done, have, program, root, run, say};
use std::path::Path;
use std::time::SystemTime;

/// Installs the packages of the lock file, where they are not there yet.
pub(crate) fn install() -> Done {
    if !have("npm") {
        return Err("npm is missing: install Node.js 20 or newer".to_owned());
    }
    let ui = root().join("ui");
    if newest(&ui.join("package-lock.json")) <= newest(&ui.join("node_modules/.package-lock.json")) {
        return Ok(());
    }
    say("Installing the window's packages (npm ci)");
    npm(&["ci", "--no-audit", "--no-fund", "--loglevel=error"])
}

/// Builds the pages into `ui/dist`, where a source is newer than they are.
pub(crate) fn build() -> Done {
    let ui = root().join("ui");
    let sources = ["src", "index.html", "package-lock.json", "vite.config.ts"].map(|name| newest(&ui.join(name)));
    if sources.into_iter().max().flatten() <= newest(&ui.join("dist/index.html")) {
        return Ok(());
    }
    npm(&["run", "build"])
}

/// Types and lint of the pages.
pub(crate) fn check() -> Done {
    npm(&["run", "check"])
}

/// The pages' own tests.
pub(crate) fn test() -> Done {
    npm(&["test"])
}

fn npm(args: &[&str]) -> Done {
    run(program("npm", args).current_dir(root().join("ui")))
}

/// When the newest file at `path` was changed.
fn newest(path: &Path) -> Option<SystemTime> {
    let meta = path.metadata().ok()?;
    if !meta.is_dir() {
        return meta.modified().ok();
    }
    std::fs::read_dir(path).ok()?.flatten().filter_map(|entry| newest(&entry.path())).max()
}
