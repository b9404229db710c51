//! A desk to tell a story at: a folder of its own, the `dossier` command as it was built, a fixed clock.
//!
//! `cargo xtask test` builds the command before it runs these; a test run by hand says so when it is missing.
#![expect(clippy::expect_used, clippy::panic, reason = "this crate is for tests only: a failed step ends the test")]

use page_validation::{SafetyLimits, ValidationOptions, ValidationProfile, validate_pdf_bytes};
use serde_json::Value;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The moment at which every story happens.
pub const NOW: &str = "2026-11-21T09:30:00Z";

/// A folder of its own, in which `dossier` runs.
pub struct Desk {
    folder: tempfile::TempDir,
}

/// How a command ended.
#[derive(Debug)]
pub struct Ended {
    /// Its exit status.
    pub status: i32,
    /// What it printed.
    pub out: String,
    /// What it said to the person.
    pub err: String,
}

impl Ended {
    fn of(output: std::process::Output) -> Self {
        Self {
            status: output.status.code().expect("an exit status"),
            out: String::from_utf8(output.stdout).expect("UTF-8"),
            err: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }

    /// The one JSON value it printed.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error} in:\n{}\n{}", self.out, self.err))
    }
}

impl Default for Desk {
    fn default() -> Self {
        Self::new()
    }
}

impl Desk {
    /// An empty desk.
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a temporary folder") }
    }

    /// A file on it.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Puts a file on it.
    pub fn put(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, bytes).expect("a file");
    }

    /// The bytes of a file on it.
    pub fn bytes(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Runs `dossier`, at the fixed moment, as Ada Reyes.
    pub fn run(&self, args: &[&str]) -> Ended {
        self.run_at(NOW, args)
    }

    /// The same at another moment.
    pub fn run_at(&self, now: &str, args: &[&str]) -> Ended {
        Ended::of(self.command(now, args).stdin(Stdio::null()).output().expect("the command runs"))
    }

    /// The same with words on standard input.
    pub fn run_with(&self, input: &str, args: &[&str]) -> Ended {
        let pipes = |command: &mut Command| command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
        let mut child = pipes(&mut self.command(NOW, args)).expect("the command runs");
        // Dropped at the end of the line, it ends the input.
        child.stdin.take().expect("its input").write_all(input.as_bytes()).expect("it reads");
        Ended::of(child.wait_with_output().expect("it ends"))
    }

    /// The command, ready to be started at the fixed moment, for what a test does while it runs.
    pub fn started(&self, args: &[&str]) -> Command {
        self.command(NOW, args)
    }

    fn command(&self, now: &str, args: &[&str]) -> Command {
        let mut command = Command::new(command());
        command.args(args).args(["--as", "Ada Reyes", "--now", now]).current_dir(self.folder.path());
        command
    }

    /// Runs a command that must end well, and gives its JSON.
    pub fn ok(&self, args: &[&str]) -> Value {
        let ended = self.run(&[args, &["--json"]].concat());
        assert_eq!(ended.status, 0, "dossier {}: {}{}", args.join(" "), ended.err, ended.out);
        ended.json()
    }

    /// A desk with the specimen on it, everything accepted in bulk, and a letter and a briefing drafted.
    pub fn with_specimen() -> Self {
        let desk = Self::new();
        desk.ok(&["specimen", "case.dossier"]);
        desk.ok(&["accept", "case.dossier", "--all"]);
        for kind in ["letter", "briefing"] {
            desk.ok(&["draft", "case.dossier", "--to", "senate-banking", "--kind", kind, "--name", kind]);
        }
        desk
    }
}

/// The command as it was built.
fn command() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the checkout");
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    let command = target.join("debug").join(format!("dossier{}", std::env::consts::EXE_SUFFIX));
    assert!(command.is_file(), "{} is missing: run `cargo build --workspace` first", command.display());
    command
}

/// A folder of third-party material beside the checkout, or a printed reason why the test is skipped.
pub fn shared(folder: &str) -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().and_then(Path::parent)?;
    let path = root.join("shared").join(folder);
    if path.is_dir() {
        return Some(path);
    }
    // Straight to standard error: a test runner keeps what is printed by a test that passes.
    let _ = writeln!(std::io::stderr(), "skipped: {} is not there", path.display());
    None
}

/// The text of a PDF as `pdftotext` reads it, or a printed reason why that part is skipped.
pub fn pdf_text(path: &Path) -> Option<String> {
    match Command::new("pdftotext").args(["-layout", "-enc", "UTF-8"]).arg(path).arg("-").output() {
        Ok(output) if output.status.success() => String::from_utf8(output.stdout).ok(),
        Ok(output) => panic!("pdftotext: {}", String::from_utf8_lossy(&output.stderr)),
        Err(_) => {
            // Straight to standard error: a test runner keeps what is printed by a test that passes.
            let _ = writeln!(std::io::stderr(), "skipped: pdftotext is not installed");
            None
        }
    }
}

/// Checks a PDF against PDF/A-2a and PDF/UA-1. One rule is left to the tests of `documents`: this checker miscounts a stream that
/// ends in a carriage return (6.1.7.1:1).
pub fn validate_pdf(bytes: &[u8]) {
    for profile in [ValidationProfile::PdfA2a, ValidationProfile::PdfUa1] {
        let options = ValidationOptions::default().profile(profile).limits(SafetyLimits::unlimited());
        let report = validate_pdf_bytes(bytes, &options).expect("a PDF");
        let failures: Vec<String> =
            report.failures.iter().filter(|failure| !failure.rule_id.ends_with("6.1.7.1:1")).map(ToString::to_string).collect();
        assert!(failures.is_empty(), "{profile}: {failures:#?}");
    }
}

/// Every file of a zip with its bytes.
pub fn zip_files(zip: &Path) -> Vec<(String, Vec<u8>)> {
    let file = std::fs::File::open(zip).expect("the zip");
    let mut archive = zip::ZipArchive::new(file).expect("a zip");
    let count = archive.len();
    let read = |at| {
        let mut entry = archive.by_index(at).expect("an entry");
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut entry, &mut bytes).expect("its bytes");
        (entry.name().expect("a name").into_owned(), bytes)
    };
    (0..count).map(read).collect()
}

/// The bytes of the file in a zip whose path ends in `/data/NAME`.
pub fn zip_entry(zip: &Path, name: &str) -> Vec<u8> {
    let end = format!("data/{name}");
    let found = zip_files(zip).into_iter().find(|(path, _)| path.ends_with(&end));
    found.unwrap_or_else(|| panic!("no {name}")).1
}
