//! `measure-unverified`: a measure's authority, or an element of it, that no named person has checked. Told once for each measure.

use super::document::Document;
use super::{FindingCode, Found, of_measure};

pub(super) fn check(document: &Document<'_>, found: &mut Found) {
    for measure in document.measures() {
        let mut open: Vec<String> = Vec::new();
        if !measure.verification.is_verified() {
            open.push("its authority".to_owned());
        }
        open.extend(
            measure.elements.iter().filter(|element| !element.verification.is_verified()).map(|element| element.id.to_string()),
        );
        if !open.is_empty() {
            let why = format!("no named person has checked {} against a primary text", open.join(", "));
            let fix = "have counsel check them, and name who did in the catalogue".to_owned();
            found.push(of_measure(FindingCode::MeasureUnverified, measure, &why, Some(fix)));
        }
    }
}
