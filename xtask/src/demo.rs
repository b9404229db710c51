//! The demo: from reports to a letter, a briefing, two charts and a pack, with the same command line that a person uses.

use crate::shell::{Done, cargo, program, root, run, say, target};
use crate::{setup, ui};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Builds everything and makes `target/demo` from the specimen, or from the reports in `folder`.
pub(crate) fn demo(folder: Option<&str>) -> Done {
    let reports = folder.map(|folder| {
        let path = PathBuf::from(folder);
        path.canonicalize().map_err(|error| format!("{}: {error}; name a folder of reports", path.display()))
    });
    let reports = reports.transpose()?;
    setup::system()?;
    ui::install()?;
    ui::build()?;
    say("Building (the first time takes some minutes)");
    run(&mut cargo(&["build", "--quiet", "--workspace"]))?;
    let demo = Demo { folder: target().join("demo"), command: target().join("debug/dossier") };
    demo.make(reports.as_deref())?;
    open_window(&demo.file("demo.dossier"))
}

struct Demo {
    folder: PathBuf,
    command: PathBuf,
}

impl Demo {
    fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    fn dossier(&self, args: &[&str]) -> Command {
        let mut command = program(&self.command.to_string_lossy(), args);
        command.current_dir(&self.folder);
        command
    }

    /// Runs `dossier`, keeping what it says to itself unless it fails.
    fn quietly(&self, args: &[&str]) -> Done {
        let ran = self.dossier(args).output().map_err(|error| format!("`dossier` did not start: {error}"))?;
        if ran.status.success() {
            return Ok(());
        }
        Err(format!(
            "`dossier {}` failed:\n{}{}",
            args.join(" "),
            String::from_utf8_lossy(&ran.stderr),
            String::from_utf8_lossy(&ran.stdout)
        ))
    }

    fn make(&self, reports: Option<&Path>) -> Done {
        if self.folder.exists() {
            std::fs::remove_dir_all(&self.folder).map_err(|error| format!("{}: {error}", self.folder.display()))?;
        }
        std::fs::create_dir_all(&self.folder).map_err(|error| format!("{}: {error}", self.folder.display()))?;
        match reports {
            None => self.quietly(&["specimen", "demo.dossier"])?,
            Some(reports) => {
                let title = reports.file_name().map_or_else(|| "Demo".to_owned(), |name| name.to_string_lossy().into_owned());
                self.quietly(&["new", "demo.dossier", "--title", &title])?;
                // A report that cannot be read is named by the command itself; the rest is imported all the same.
                let _ = run(&mut self.dossier(&["import", "demo.dossier", &reports.to_string_lossy()]));
            }
        }
        self.quietly(&["accept", "demo.dossier", "--all"])?;
        for kind in ["letter", "briefing"] {
            self.quietly(&["draft", "demo.dossier", "--to", "senate-banking", "--kind", kind, "--name", kind])?;
            self.quietly(&["check", "demo.dossier", kind])?;
            self.quietly(&["publish", "demo.dossier", kind, "-o", &format!("{kind}.pdf")])?;
        }
        for chart in ["timeline", "targeting"] {
            self.quietly(&["chart", "demo.dossier", chart, "-o", &format!("{chart}.svg")])?;
        }
        self.quietly(&["pack", "demo.dossier", "--document", "letter", "-o", "pack.zip"])?;
        say("");
        for (name, why) in [
            ("demo.dossier", "the case itself, one file: open it in the window, or list it with `dossier facts`"),
            ("letter.pdf", "the letter: each figure has a footnote with the words it comes from"),
            ("briefing.pdf", "one page for an executive, the bottom line first"),
            ("timeline.svg", "what happened when, as far as the sources say"),
            ("targeting.svg", "which capabilities were targeted, and who says so"),
            ("pack.zip", "the letter with its evidence, for a reader who trusts nobody"),
        ] {
            say(&format!("{:<44} {why}", shown(&self.file(name))));
        }
        say("\n`dossier check demo.dossier letter` lists what the letter still lacks: it has no errors.");
        run(&mut self.dossier(&["verify", "pack.zip"]))
    }
}

/// The path as a person would type it from the top of the checkout.
fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

fn open_window(dossier: &Path) -> Done {
    let display =
        ["DISPLAY", "WAYLAND_DISPLAY"].into_iter().any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()));
    if !display {
        say("There is no display here, so the window stays closed.");
        return Ok(());
    }
    say("Opening the window.");
    let window = target().join("debug/dossier-desktop");
    let spawned = program(&window.to_string_lossy(), &[&dossier.to_string_lossy()])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    spawned.map(drop).map_err(|error| format!("the window did not open: {error}"))
}
