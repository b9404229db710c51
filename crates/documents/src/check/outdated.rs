//! `measure-outdated`: what is said of where a measure stands is older than the document by more than the limit.

use super::document::Document;
use super::{FindingCode, Found, of_measure};
use crate::write::words;

/// How many days old the status of a measure may be.
const LIMIT_DAYS: i32 = 60;

pub(super) fn check(document: &Document<'_>, found: &mut Found) {
    for measure in document.measures() {
        let age = measure.status.as_of.until(document.draft.date).map_or(0, |span| span.get_days());
        if age > LIMIT_DAYS {
            let why = format!("its status is as of {}, {age} days before the document", words::day(measure.status.as_of));
            found.push(of_measure(FindingCode::MeasureOutdated, measure, &why, Some("look up where it stands today".to_owned())));
        }
    }
}
