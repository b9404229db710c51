//! The arrows of the house: which crate may use which. `docs/architecture.md` draws the same map.

use cargo_metadata::{DependencyKind, MetadataCommand};
use std::collections::BTreeMap;

/// Each crate with the ones it may use, top of the house first.
const ARROWS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("grammar", &["model"]),
    ("intake", &["model", "grammar"]),
    ("claims", &["model", "grammar"]),
    ("store", &["model"]),
    ("reconcile", &["model"]),
    ("measures", &["model"]),
    ("charts", &["model"]),
    ("documents", &["model", "grammar", "measures"]),
    ("packs", &["model"]),
    ("app", &["model", "grammar", "intake", "claims", "store", "reconcile", "measures", "charts", "documents", "packs"]),
    ("cli", &["app"]),
    ("desktop", &["app"]),
    ("tests", &[]),
];

/// Libraries that only one crate may use.
const OWNED: &[(&str, &str)] = &[
    ("rusqlite", "store"),
    ("plotters", "charts"),
    ("typst", "documents"),
    ("typst-pdf", "documents"),
    ("docx-rs", "documents"),
    ("printpdf", "packs"),
    ("clap", "cli"),
    ("tauri", "desktop"),
];

/// Checks every crate's dependencies against the map.
pub(crate) fn check() -> Result<(), String> {
    let metadata = MetadataCommand::new().no_deps().exec().map_err(|error| error.to_string())?;
    let mut faults = Vec::new();
    let allowed: BTreeMap<&str, &[&str]> = ARROWS.iter().copied().collect();
    for package in &metadata.packages {
        let Some(name) = package.name.strip_prefix("dossier-") else { continue };
        let Some(may_use) = allowed.get(name) else {
            faults.push(format!("{name} is not on the map in xtask/src/arrows.rs"));
            continue;
        };
        for dependency in package.dependencies.iter().filter(|dependency| dependency.kind == DependencyKind::Normal) {
            if let Some(used) = dependency.name.strip_prefix("dossier-")
                && !may_use.contains(&used)
            {
                faults.push(format!("{name} may not use {used}: values flow down the house, nothing reaches back"));
            }
            if let Some((library, owner)) = OWNED.iter().find(|(library, owner)| *library == dependency.name && *owner != name) {
                faults.push(format!("{name} may not use {library}: only {owner} does"));
            }
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
}
