//! Conflicting values that are no contradiction: versions in time, figures of other windows, and two figures that one source gives of one
//! party, which count two things.
//!
//! A count has the window that its own source gives for the campaign where it has none of its own. A second report that counts up to July
//! does not contradict the first, which counted up to June: the later figure stands beside the earlier one, and a person says whether it
//! takes its place.

use crate::Live;
use crate::extent::{Extent, can_be_one, own_year};
use crate::kin::Kin;
use crate::written::{spell_period, written, written_period};
use dossier_model::{Claim, ClaimId, ClaimKind, Edtf, OriginId, SourceId};
use std::collections::BTreeMap;

/// Why two values that do not agree are no contradiction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Version {
    /// The reason in words.
    pub(crate) why: String,
    /// The claim that has the later value, where one is the later version of the other.
    pub(crate) later: Option<ClaimId>,
}

/// When things were counted, and by whom they were said.
pub(crate) struct Versions<'a> {
    live: &'a Live<'a>,
    kin: &'a Kin,
    origin_of: &'a BTreeMap<ClaimId, OriginId>,
    /// The window that a source gives for a campaign, where it gives one alone.
    windows: BTreeMap<(SourceId, String), Option<Edtf>>,
}

impl<'a> Versions<'a> {
    pub(crate) fn of(live: &'a Live<'a>, kin: &'a Kin, origin_of: &'a BTreeMap<ClaimId, OriginId>) -> Self {
        let mut windows: BTreeMap<(SourceId, String), Option<Edtf>> = BTreeMap::new();
        let given = live.claims.values().filter(|claim| claim.content.kind == ClaimKind::Period && !claim.content.headline);
        for claim in given {
            let Some(period) = claim.content.period else { continue };
            windows
                .entry((claim.source, kin.key(&claim.content.subject)))
                .and_modify(|window| *window = window.and_then(|window| closer(window, period)))
                .or_insert(Some(period));
        }
        Self { live, kin, origin_of, windows }
    }

    /// Why `a` and `b`, which do not agree, are no contradiction; `None` where they are one. `joined` says that a person holds them to be
    /// about one thing.
    pub(crate) fn reconciled(&self, a: &Claim, b: &Claim, joined: bool) -> Option<Version> {
        let kind = a.content.kind;
        let of_time = || if kind == ClaimKind::Period { self.windows(a, b) } else { None };
        let told_apart = if kind.is_figure() { self.figures(a, b) } else { of_time() };
        let can_be_two = kind.is_figure() || matches!(kind, ClaimKind::Period | ClaimKind::Date);
        told_apart.or_else(|| if joined || !can_be_two { None } else { self.of_one_text(a, b) })
    }

    /// Figures of windows that cannot be one: the one whose window ends later is the later version where the windows overlap. A count of
    /// a time cannot be smaller than that of a part of it.
    fn figures(&self, a: &Claim, b: &Claim) -> Option<Version> {
        let (of_a, of_b) = (self.window(a)?, self.window(b)?);
        if can_be_one(&of_a, &of_b) {
            return None;
        }
        let is_less = |a: &Claim, b: &Claim| matches!((a.content.number(), b.content.number()), (Some(a), Some(b)) if a < b);
        let shrinks = encloses(&of_a, &of_b) && is_less(a, b) || encloses(&of_b, &of_a) && is_less(b, a);
        if a.content.kind == ClaimKind::Count && shrinks {
            return None;
        }
        let (name_a, name_b) = (written(&a.content), written(&b.content));
        let told = format!("“{name_a}” is of {} and “{name_b}” of {}", spell_period(&of_a), spell_period(&of_b));
        let later = if of_a.overlaps(&of_b) { later(&of_a, &of_b).map(|first| if first { a } else { b }) } else { None };
        Some(match later {
            Some(claim) => Version {
                why: format!(
                    "{told}: “{}” is the later count, of a time that goes on longer, and no contradiction.",
                    written(&claim.content)
                ),
                later: Some(claim.id),
            },
            None => Version { why: format!("{told}: each can hold of its own time."), later: None },
        })
    }

    /// Windows that can start on one day, of one origin, of which the one that was published later goes on longer.
    fn windows(&self, a: &Claim, b: &Claim) -> Option<Version> {
        let (of_a, of_b) = (a.content.period?, b.content.period?);
        let published = |claim: &Claim| self.live.sources.get(&claim.source)?.published;
        let (when_a, when_b) = (published(a)?, published(b)?);
        if self.origin_of.get(&a.id)? != self.origin_of.get(&b.id)? || when_a.overlaps(&when_b) || !start_together(&of_a, &of_b) {
            return None;
        }
        let (longer, report) = (later(&of_a, &of_b)?, later(&when_a, &when_b)?);
        (longer == report).then(|| {
            let (claim, when) = if longer { (a, when_a) } else { (b, when_b) };
            let (name_a, name_b) = (written_period(&a.content), written_period(&b.content));
            let why = format!(
                "“{name_a}” and “{name_b}” are of one origin; “{}” was published later ({}) and goes on longer: a later version, and no contradiction.",
                written_period(&claim.content),
                spell_period(&when)
            );
            Version { why, later: Some(claim.id) }
        })
    }

    /// Two figures or times in the running text of one source, told of one party: its author does not contradict herself, but tells of two things.
    fn of_one_text(&self, a: &Claim, b: &Claim) -> Option<Version> {
        let is_told = !a.content.headline && !b.content.headline && a.source == b.source;
        let one_party = self.origin_of.get(&a.id) == self.origin_of.get(&b.id);
        let name = |claim: &Claim| match claim.content.period {
            Some(_) if claim.content.value.is_none() => written_period(&claim.content),
            _ => written(&claim.content),
        };
        (is_told && one_party).then(|| Version {
            why: format!(
                "{} has both “{}” and “{}” from one origin: they tell of two things, or of one at two moments.",
                a.source,
                name(a),
                name(b)
            ),
            later: None,
        })
    }

    fn window(&self, claim: &Claim) -> Option<Edtf> {
        let inherited = || self.windows.get(&(claim.source, self.kin.key(&claim.content.subject))).copied().flatten();
        claim.content.period.or_else(inherited)
    }
}

/// Of two windows that can be one, the closer; `None` where they cannot be one.
fn closer(a: Edtf, b: Edtf) -> Option<Edtf> {
    let doubt = |period: &Edtf| Extent::of(period, own_year(period)).map_or(i64::MAX, |extent| extent.doubt());
    can_be_one(&a, &b).then(|| if doubt(&b) < doubt(&a) { b } else { a })
}

/// Whether the first ends after the second; `None` where that cannot be told, or neither does.
fn later(a: &Edtf, b: &Edtf) -> Option<bool> {
    let year = a.year().or(b.year()).unwrap_or_else(|| own_year(a));
    let (a, b) = (Extent::of(a, year)?, Extent::of(b, year)?);
    if a.end.0 > b.end.1 {
        Some(true)
    } else if b.end.0 > a.end.1 {
        Some(false)
    } else {
        None
    }
}

/// Whether the first is the longer of the two and surely has all of the second in it.
fn encloses(a: &Edtf, b: &Edtf) -> bool {
    let year = a.year().or(b.year()).unwrap_or_else(|| own_year(a));
    let (Some(a), Some(b)) = (Extent::of(a, year), Extent::of(b, year)) else { return false };
    a.start.1 <= b.start.0 && b.end.1 <= a.end.0
}

fn start_together(a: &Edtf, b: &Edtf) -> bool {
    let year = a.year().or(b.year()).unwrap_or_else(|| own_year(a));
    matches!((Extent::of(a, year), Extent::of(b, year)), (Some(a), Some(b)) if a.start.0 <= b.start.1 && b.start.0 <= a.start.1)
}
