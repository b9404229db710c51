//! Any claims, names, likenesses and judgements.

use crate::case::ShortClaim;
use dossier_model::Claim;
use proptest::prelude::*;

prop_compose! {
    pub(super) fn any_figure()(
        value in prop_oneof![1u64..100, Just(24_600), Just(25_000), Just(25_400), Just(40_000), Just(28_800_000)],
        bound in prop::option::of(prop::sample::select(vec!["exact", "about", "below", "above", "at-least", "at-most", "vague"])),
        unit in prop::sample::select(vec!["accounts", "fake accounts", "exchanges", "conversations"]),
        period in prop::option::of(prop::sample::select(vec!["2026-02", "2026-05", "XXXX-05"])),
    ) -> ShortClaim {
        ShortClaim {
            kind: "count".into(), property: Some(unit.split(' ').next_back().unwrap().into()), value: Some(value.to_string()),
            bound: bound.map(Into::into), unit: Some(unit.into()), period: period.map(Into::into), ..ShortClaim::default()
        }
    }
}

prop_compose! {
    /// Windows by the month or the day, leap days and ends that are open, unknown or loose among them.
    pub(super) fn any_window()(
        from in 1u8..6, length in 0u8..6, day in prop::option::of(prop_oneof![6 => 1u8..29, 1 => Just(29)]),
        year in prop::option::of(2024u16..2027), end in prop::sample::select(vec!["", "", "", "~", "..", "open"]),
    ) -> ShortClaim {
        let year_of = |month: u8| match (year, day, month) {
            // Only a leap year has the day.
            (Some(_), Some(29), 2) => "2024".to_owned(),
            (Some(year), _, _) => year.to_string(),
            (None, _, _) => "XXXX".to_owned(),
        };
        let years = (year_of(from), year_of(from + length));
        let year = if years.0 == "2024" || years.1 == "2024" { "2024".to_owned() } else { years.0 };
        let day = day.map_or(String::new(), |day| format!("-{day:02}"));
        let start = format!("{year}-{from:02}{day}");
        let period = match end {
            ".." => format!("{start}/.."),
            "open" => format!("../{start}"),
            loose => format!("{start}/{year}-{:02}{day}{loose}", from + length),
        };
        ShortClaim { kind: "period".into(), property: Some("window".into()), period: Some(period), ..ShortClaim::default() }
    }
}

prop_compose! {
    pub(super) fn any_words()(
        kind in prop::sample::select(vec!["capability", "method", "response", "verification", "superlative", "recipient", "legal-word"]),
        value in prop::sample::select(vec!["reasoning", "agentic reasoning", "legal reasoning", "no response", "denial", "not verified", "verified"]),
        scope in prop::option::of(prop::sample::select(vec!["ever", "against Corvid"])),
    ) -> ShortClaim {
        ShortClaim { kind: kind.into(), value: Some(value.into()), scope: scope.map(Into::into), ..ShortClaim::default() }
    }
}

prop_compose! {
    pub(super) fn any_rung()(nexus in prop::sample::select(vec!["linked", "acting-for", "by"]), party in prop::sample::select(vec!["Meridian Works", "Meridian Works Ltd", "Meridian's Tern lab"])) -> ShortClaim {
        ShortClaim { kind: "attribution".into(), rung: Some(format!("{nexus} {party}")), ..ShortClaim::default() }
    }
}

prop_compose! {
    pub(super) fn any_claim()(
        claim in prop_oneof![4 => any_figure(), 2 => any_window(), 2 => any_words(), 1 => any_rung()],
        source in 1u32..5,
        party in prop::option::of(prop::sample::select(vec!["Halden", "Halden PBC", "one analyst", "the company", "Meridian Works"])),
        headline in any::<bool>(),
    ) -> ShortClaim {
        let mut by = vec![format!("outlet: Outlet {source}")];
        by.extend(party.map(|party| format!("party: {party}")));
        ShortClaim { source: Some(source), by, headline, ..claim }
    }
}

/// Which of the sources 1 to 4 are alike.
pub(super) fn any_likenesses() -> impl Strategy<Value = Vec<String>> {
    let pair = (1u32..5, 1u32..5, 50u8..=100).prop_map(|(a, b, share)| format!("S{a} S{b} {share}"));
    prop::collection::vec(pair, 0..4)
}

pub(super) fn any_claims() -> impl Strategy<Value = Vec<Claim>> {
    prop::collection::vec(any_claim(), 1..24)
        .prop_map(|claims| claims.iter().enumerate().map(|(at, short)| short.claim(at)).collect())
}

pub(super) const NAMES: [&str; 8] =
    ["Meridian", "Meridian Works", "Meridian Works Ltd", "Meridian Works' Tern lab", "Tern lab", "MW", "Halden", "Halden PBC"];

prop_compose! {
    pub(super) fn any_named()(
        claim in any_claim(), subject in prop::sample::select(NAMES.to_vec()), speaker in prop::sample::select(NAMES.to_vec()),
        rung in prop::sample::select(NAMES.to_vec()), shape in 0u8..4,
    ) -> ShortClaim {
        let campaign = Some(format!("{subject} campaign against Corvid"));
        match shape {
            0 => ShortClaim { kind: "party".into(), subject: Some(subject.into()), value: Some("accused".into()), source: claim.source, ..ShortClaim::default() },
            1 => ShortClaim { kind: "attribution".into(), subject: campaign, rung: Some(format!("linked {rung}")), source: claim.source, ..ShortClaim::default() },
            2 => ShortClaim { kind: "response".into(), subject: Some(subject.into()), value: Some("denial".into()), source: claim.source, ..ShortClaim::default() },
            _ => ShortClaim { subject: campaign, by: vec![format!("party: {speaker}")], ..claim },
        }
    }
}

pub(super) fn any_named_claims() -> impl Strategy<Value = Vec<Claim>> {
    prop::collection::vec(any_named(), 1..24)
        .prop_map(|claims| claims.iter().enumerate().map(|(at, short)| short.claim(at)).collect())
}

/// Names of one party or of different ones.
pub(super) fn any_parties() -> impl Strategy<Value = Vec<String>> {
    let line = (any::<bool>(), prop::sample::subsequence(NAMES.to_vec(), 2..4))
        .prop_map(|(same, names)| format!("{} {}", if same { "same-party" } else { "different-party" }, names.join(" | ")));
    prop::collection::vec(line, 1..6)
}

/// Judgements on claims C1 to C24; those that name missing claims are there too.
pub(super) fn any_judgements() -> impl Strategy<Value = Vec<String>> {
    let line = (any::<bool>(), prop::collection::btree_set(1u32..25, 2..5)).prop_map(|(same, claims)| {
        let claims: Vec<String> = claims.iter().map(|claim| format!("C{claim}")).collect();
        format!("{} {}", if same { "same" } else { "different" }, claims.join(" "))
    });
    prop::collection::vec(line, 0..8)
}
