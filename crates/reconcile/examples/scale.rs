//! `cargo xtask bench reconcile`: what reconciling costs as claims become many, beside sorting the same claims as a yardstick of n log n.
//!
//! `scale [CLAIMS]`: measures an eighth, a quarter, a half and all of so many claims, 100,000 unless said. A column that stays level grows no
//! faster than n log n.

#![allow(clippy::disallowed_methods, reason = "a bench is what clocks are for")]

use dossier_model::{
    Bound, Claim, ClaimId, ClaimKind, ClaimState, Content, Digest, Handling, Hedge, Quote, Quotes, Source, SourceId, Speaker,
    SpeakerRole, canonical,
};
use dossier_reconcile::{Input, reconcile};
use std::io::Write as _;
use std::process::ExitCode;
use std::time::Instant;

fn main() -> ExitCode {
    let most = std::env::args().nth(1).and_then(|count| count.parse().ok()).unwrap_or(100_000);
    match table(most) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            let _ = writeln!(std::io::stderr(), "{why}");
            ExitCode::FAILURE
        }
    }
}

fn table(most: u32) -> Result<(), Box<dyn std::error::Error>> {
    let mut out = std::io::stdout();
    writeln!(out, "  claims  sources    facts  reconciling    sorting  times the sorting  times n log n of the first")?;
    let mut first = None;
    for count in [most / 8, most / 4, most / 2, most] {
        let (claims, sources) = (claims(count), sources(count));
        let start = Instant::now();
        let found = reconcile(&Input { claims: &claims, sources: &sources, ..Input::default() });
        let taken = start.elapsed().as_secs_f64();
        let start = Instant::now();
        let mut rows = claims.iter().map(|claim| canonical(&claim.content)).collect::<Result<Vec<_>, _>>()?;
        rows.sort_unstable();
        let sorted = start.elapsed().as_secs_f64();
        let steps = f64::from(count) * f64::from(count).log2();
        let unit = *first.get_or_insert(taken / steps);
        writeln!(
            out,
            "{count:8} {:8} {:8} {taken:11.2} s {sorted:8.2} s {:18.1} {:27.2}",
            sources.len(),
            found.facts.len(),
            taken / sorted,
            taken / steps / unit
        )?;
    }
    Ok(())
}

/// Claims as reports have them: forty of each source, about a campaign in fifty sources, its figures, windows, capabilities and answers.
fn claims(count: u32) -> Vec<Claim> {
    (0..count)
        .map(|n| Claim {
            id: ClaimId::new(n + 1),
            source: SourceId::new(n / 40 + 1),
            content: content(n),
            state: ClaimState::Accepted,
            proposer: "rules".to_owned(),
            bulk: false,
        })
        .collect()
}

fn content(n: u32) -> Content {
    let (source, campaign) = (n / 40, n / 2000);
    let (kind, property, value, unit, period) = match n % 4 {
        0 => (ClaimKind::Count, "accounts", Some((20_000 + n % 97 * 100).to_string()), Some("accounts"), None),
        1 => {
            let window = format!("2026-04-{:02}/2026-06-{:02}", n % 28 + 1, n % 27 + 1);
            (ClaimKind::Period, "window", None, None, window.parse().ok())
        }
        2 => (ClaimKind::Capability, "targeted capability", Some(format!("skill {} of {}", n % 311, n % 53)), None, None),
        _ => (ClaimKind::Response, "response", Some(format!("no answer to letter {}", n % 1009)), None, None),
    };
    let speaker = |name: String, role| Speaker { name, role, words: Some("said".to_owned()) };
    let mut speakers = vec![speaker(format!("Outlet {}", source % 900), SpeakerRole::Outlet)];
    // A third of the sentences name nobody who says it at first hand.
    speakers.extend((!n.is_multiple_of(3)).then(|| speaker(format!("Party {}", n % 7), SpeakerRole::Party)));
    let words = format!("report {source} on campaign {campaign} says its part number {}", n % 40);
    Content {
        kind,
        subject: format!("Meridian {campaign} campaign against Corvid {}", campaign % 60),
        property: property.to_owned(),
        value,
        unit: unit.map(str::to_owned),
        bound: n.is_multiple_of(3).then_some(Bound::About),
        period,
        rung: None,
        hedge: Hedge::Alleged,
        scope: None,
        speakers,
        headline: false,
        resolution: None,
        direct: false,
        dropped_hedge: None,
        quotes: Quotes::one(Quote { start: 0, end: u32::try_from(words.len()).unwrap_or(1), text: words }),
    }
}

fn sources(claims: u32) -> Vec<Source> {
    let source = |n: u32| Source {
        id: SourceId::new(n),
        file: format!("report-{n}.txt"),
        sha256: Digest::of(&n.to_be_bytes()),
        media_type: "text/plain".to_owned(),
        title: None,
        authors: Vec::new(),
        publisher: Some(format!("Outlet {}", n % 900)),
        published: format!("2026-{:02}-{:02}", n % 12 + 1, n % 28 + 1).parse().ok(),
        url: None,
        syndicated_from: None,
        handling: Handling::Public,
        reliability: None,
        characters: 5,
        text_sha256: Digest::of(b"words"),
        issues: Vec::new(),
        revises: None,
        updated: None,
        within: None,
        path: None,
        reading: Default::default(),
        imported_at: String::new(),
        imported_by: String::new(),
    };
    (1..=claims.div_ceil(40)).map(source).collect()
}
