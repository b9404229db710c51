//! Headlines that say more than their text: the hedge that the text gives to the same claim, where the headline leaves it out.

use dossier_model::{ClaimKind, Content, Hedge};
use std::collections::BTreeSet;

/// Words that bear nothing of a deed.
const EMPTY: &[&str] = &[
    "the", "a", "an", "of", "to", "in", "and", "or", "its", "by", "for", "on", "with", "from", "at", "as", "has", "have", "was",
    "were",
];

/// Marks each headline claim of `found` whose text says the same only with a weaker hedge.
pub(crate) fn mark_dropped_hedges(found: &mut [Content]) {
    let dropped: Vec<(usize, Hedge)> = found
        .iter()
        .enumerate()
        .filter(|(_, claim)| claim.headline && claim.kind != ClaimKind::Party)
        .filter_map(|(at, claim)| Some((at, told_below(claim, found)?)))
        .collect();
    for (at, hedge) in dropped {
        if let Some(claim) = found.get_mut(at) {
            claim.dropped_hedge = Some(hedge);
        }
    }
}

/// The surest hedge that the text below gives to what `headline` says, where all of them are weaker than the headline's.
fn told_below(headline: &Content, found: &[Content]) -> Option<Hedge> {
    let below = found.iter().filter(|claim| !claim.headline && says_the_same(claim, headline));
    let surest = below.map(|claim| claim.hedge).max()?;
    (surest < headline.hedge).then_some(surest)
}

fn says_the_same(claim: &Content, headline: &Content) -> bool {
    if claim.kind != headline.kind {
        return false;
    }
    if let (Some(a), Some(b)) = (claim.number(), headline.number()) {
        return a == b && claim.unit == headline.unit;
    }
    if let (Some(a), Some(b)) = (&claim.rung, &headline.rung) {
        return a.party == b.party;
    }
    match (claim.value.as_deref(), headline.value.as_deref()) {
        (Some(a), Some(b)) => agree(a, b),
        (None, None) => claim.period.is_some() && claim.period == headline.period,
        (Some(_), None) | (None, Some(_)) => false,
    }
}

/// Whether most words of the shorter value stand in the longer, by their first letters: "steals" and "stole" differ, "copied" and
/// "copying" agree.
fn agree(a: &str, b: &str) -> bool {
    let words = |text: &str| -> BTreeSet<String> {
        text.to_lowercase()
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty() && !EMPTY.contains(word))
            .map(|word| word.chars().take(5).collect())
            .collect()
    };
    let (a, b) = (words(a), words(b));
    let shared = a.intersection(&b).count();
    shared > 0 && shared * 2 >= a.len().min(b.len())
}

#[cfg(test)]
mod tests {
    use crate::About;
    use crate::tests::rules;
    use dossier_model::{ClaimKind, Hedge};

    /// The hedge that the headline of a document drops from its first act.
    fn dropped(title: &str, text: &str) -> Option<Hedge> {
        let whole = format!("{title}\n{text}");
        let claims = rules(&whole, &About { title: Some(title), publisher: None, published: None, ..About::default() });
        let act = claims.into_iter().find(|claim| claim.headline && claim.kind == ClaimKind::Act);
        act.expect("the headline tells a deed").dropped_hedge
    }

    #[test]
    fn a_dropped_hedge_is_marked() {
        let body = "Halden has accused Meridian Works of copying its Corvid model through 900 accounts.";
        assert_eq!(dropped("Meridian Works copied Corvid model", body), Some(Hedge::Alleged));
        assert_eq!(dropped("Meridian Works allegedly copied Corvid model", body), None);
    }

    #[test]
    fn words_between_quotation_marks_are_direct() {
        let text = "Halden accused Meridian Works of copying Corvid. “Meridian Works opened 9,000 accounts,” Halden said. It ran 300 proxies, Halden said.";
        let claims = rules(text, &About::default());
        let counts: Vec<_> = claims
            .iter()
            .filter(|claim| claim.kind == ClaimKind::Count)
            .map(|claim| (claim.value.as_deref(), claim.direct))
            .collect();
        assert_eq!(counts, [(Some("9000"), true), (Some("300"), false)]);
    }
}
