//! `wrong-venue`: a measure is asked of a recipient who can neither take nor oversee it.

use super::document::Document;
use super::{FindingCode, Found, of_measure};

pub(super) fn check(document: &Document<'_>, found: &mut Found) {
    let Some(recipient) = document.context.directory.recipient(&document.draft.to) else { return };
    for measure in document.measures().filter(|measure| recipient.power(&measure.id).is_none()) {
        let can: Vec<&str> = recipient.powers.iter().map(|power| power.measure.as_str()).collect();
        let why = format!("{} can do nothing about {}", recipient.office, measure.short_name);
        let fix = format!("ask for what it can do something about: {}", can.join(", "));
        found.push(of_measure(FindingCode::WrongVenue, measure, &why, Some(fix)));
    }
}
