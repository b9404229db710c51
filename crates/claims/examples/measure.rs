//! `cargo xtask bench claims`: how good the rules are on the annotated set, tuning half and reporting half apart.
//!
//! `measure [FOLDER] [--list tuning|reporting|all] [--kind KIND]...`

#[path = "../tests/measure/mod.rs"]
mod measure;

use dossier_model::ClaimKind;
use measure::report::{listing, tables};
use measure::{Half, Tally, exit, load, say};
use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    exit(run())
}

fn run() -> Result<(), String> {
    let mut folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/claims"));
    let (mut list, mut kinds) = (None, Vec::new());
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--list" => list = Some(args.next().unwrap_or_default()),
            "--kind" => {
                let name = args.next().unwrap_or_default();
                kinds.push(ClaimKind::parse(&name).ok_or_else(|| format!("`{name}` is no kind of claim"))?);
            }
            path => folder = PathBuf::from(path),
        }
    }
    let reports = load(&folder)?;
    let mut out = String::new();
    for (name, half) in [("Tuning half", Half::Tuning), ("Reporting half", Half::Reporting)] {
        out += &tables(name, &Tally::of(&reports, Some(half)));
        out.push('\n');
    }
    let half = match list.as_deref() {
        None => return say(&out),
        Some("tuning") => Some(Half::Tuning),
        Some("reporting") => Some(Half::Reporting),
        Some("all") => None,
        Some(other) => return Err(format!("`{other}` is no half: use tuning, reporting or all")),
    };
    say(&(out + &listing(&reports, half, &kinds)))
}
