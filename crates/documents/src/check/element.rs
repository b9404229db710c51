//! `element-unsupported`: a measure is asked for while nothing in the dossier speaks to one of its elements.

use super::document::Document;
use super::{FindingCode, Found, of_measure};
use dossier_measures::{ElementState, assess};

pub(super) fn check(document: &Document<'_>, found: &mut Found) {
    for measure in document.measures() {
        for support in assess(document.context.case, measure).elements {
            if support.state == ElementState::None {
                let gap = support.gap.unwrap_or_else(|| "no fact speaks to it".to_owned());
                let why = format!("{}: {gap}", support.element);
                found.push(of_measure(
                    FindingCode::ElementUnsupported,
                    measure,
                    &why,
                    Some("find evidence for it, or say that it is open".to_owned()),
                ));
            }
        }
    }
}
