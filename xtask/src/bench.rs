//! Measurements, by name. They print; no test depends on their figures.

mod import;
mod intake;
mod words;

use crate::shell::{Done, cargo, run};

/// The benches there are.
pub(crate) const NAMES: &str = "claims, import, intake, reconcile";

/// Runs the bench called `name` with what else was said.
pub(crate) fn bench(name: Option<&str>, more: &[String]) -> Done {
    match name {
        // Its crate alone: it needs no window, and a report on quality needs no optimised build.
        Some("claims") => {
            let measure = ["run", "--quiet", "--package", "dossier-claims", "--example", "measure", "--"];
            run(cargo(&measure).args(more))
        }
        Some("import") => import::import(more),
        Some("intake") => intake::intake(more),
        // Optimised, as people run it; its crate alone, so that it is built in a minute.
        Some("reconcile") => {
            let scale = ["run", "--quiet", "--release", "--package", "dossier-reconcile", "--example", "scale", "--"];
            run(cargo(&scale).args(more))
        }
        _ => Err(format!("cargo xtask bench NAME, where NAME is one of: {NAMES}")),
    }
}
