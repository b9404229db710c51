//! What every claim begins as, before a rule tells what it says.

use dossier_model::{ClaimKind, Content, Hedge, Quotes};

/// A claim of `kind` with `quotes` that asserts nothing else yet; its property is its kind until a rule knows better.
pub(crate) fn blank(kind: ClaimKind, quotes: Quotes) -> Content {
    Content {
        kind,
        subject: String::new(),
        property: kind.as_str().to_owned(),
        value: None,
        unit: None,
        bound: None,
        period: None,
        rung: None,
        hedge: Hedge::Asserted,
        scope: None,
        speakers: Vec::new(),
        headline: false,
        resolution: None,
        direct: false,
        dropped_hedge: None,
        quotes,
    }
}
