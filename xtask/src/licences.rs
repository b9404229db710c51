//! The licences of all dependencies, against the list in `deny.toml`.

use crate::shell::root;
use cargo_metadata::MetadataCommand;
use spdx::{Expression, LicenseReq, ParseMode};
use std::collections::BTreeSet;

/// Checks that every dependency can be used under a licence that we allow.
pub(crate) fn check() -> Result<(), String> {
    let allowed = allowed()?;
    let metadata = MetadataCommand::new().exec().map_err(|error| error.to_string())?;
    let mut faults = Vec::new();
    for package in &metadata.packages {
        let name = format!("{} {}", package.name, package.version);
        let Some(licence) = &package.license else {
            if package.license_file.is_none() {
                faults.push(format!("{name} states no licence"));
            }
            continue;
        };
        match Expression::parse_mode(licence, ParseMode::LAX) {
            Err(error) => faults.push(format!("{name}: the licence `{licence}` is no SPDX expression: {}", error.reason)),
            Ok(expression) => {
                if !expression.evaluate(|requirement: &LicenseReq| allowed.contains(&requirement.to_string())) {
                    faults.push(format!("{name}: `{licence}` is not allowed by deny.toml"));
                }
            }
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
}

/// The list `allow` of deny.toml.
fn allowed() -> Result<BTreeSet<String>, String> {
    let path = root().join("deny.toml");
    let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let list = text.split_once("allow = [").and_then(|(_, rest)| rest.split_once(']')).map(|(list, _)| list);
    let list = list.ok_or_else(|| format!("{}: there is no list `allow`", path.display()))?;
    Ok(list.split(',').map(|item| item.trim().trim_matches('"').to_owned()).filter(|item| !item.is_empty()).collect())
}
