//! Reports that stand beside the checkout: what a policy office would start from. Skipped where they are not there.

use dossier_grammar::{figures, periods, rungs, sentences};
use std::io::Write as _;
use std::path::Path;

#[test]
fn campaign_reports_give_their_accounts_exchanges_window_and_rungs() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/sources");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        // Straight to standard error: a test runner keeps what is printed by a test that passes.
        let _ = writeln!(std::io::stderr(), "skipped: {} is not there", folder.display());
        return;
    };
    let mut paths: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    let mut windows = std::collections::BTreeSet::new();
    for path in paths {
        let text = std::fs::read_to_string(&path).unwrap();
        let counted = |unit: &str| figures(&text).into_iter().any(|figure| figure.what.quantity.unit.as_deref() == Some(unit));
        assert!(counted("accounts"), "{}", path.display());
        windows.extend(periods(&text, None).into_iter().filter_map(|period| period.what.edtf).map(|edtf| edtf.to_string()));
        let rungs: usize = sentences(&text).into_iter().map(|sentence| rungs(&text[sentence]).len()).sum();
        assert!(rungs > 0, "{}", path.display());
    }
    if !windows.is_empty() {
        for window in ["XXXX-04-22/XXXX-06-05", "XXXX-04/XXXX-06"] {
            assert!(windows.contains(window), "{window} in {windows:?}");
        }
    }
}
