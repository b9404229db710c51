//! Who: how closely words tie a party to the act.

use crate::Found;
use crate::pattern::patterns;
use dossier_model::{Nexus, Rung};

patterns! {
    LINKED = r"\b(?:linked|tied|affiliated|associated|connected) (?:to|with) (?:the )?(?P<party>[A-Z]\S*(?: [A-Z]\S*)*(?: lab\b)?)";
}

/// The rungs of attribution in `text`.
pub fn rungs(text: &str) -> Vec<Found<Rung>> {
    LINKED
        .captures_iter(text)
        .filter_map(|c| {
            Some(Found::new(c.get(0)?.range(), Rung { nexus: Nexus::Linked, party: c.name("party")?.as_str().to_owned() }))
        })
        .collect()
}
