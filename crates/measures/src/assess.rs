//! Assessing a measure: which facts support its elements, which undercut them, how strong the support is, what is missing.

use crate::catalogue::common;
use crate::phrase::Plain;
use crate::reading::Reading;
use crate::{Element, Matter, Measure, OriginNeeded, Point};
use dossier_model::{Case, ClaimKind, ElementId, Fact, FactId, MeasureId, Origin, OriginId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// How strong the support of an element is, weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum ElementState {
    /// A point of it has no fact.
    None,
    /// Everything for a point of it comes from one origin.
    OneOrigin,
    /// Two independent origins or more say each point.
    Several,
    /// A court or agency has found each point.
    Official,
    /// The accused admits each point.
    Admitted,
}

impl ElementState {
    /// Its word in rows, files and packs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::OneOrigin => "one-origin",
            Self::Several => "several",
            Self::Official => "official",
            Self::Admitted => "admitted",
        }
    }
}

/// What a case holds for one element.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ElementSupport {
    /// The element.
    pub element: ElementId,
    /// The facts that support it, in order of their ids.
    pub support: Vec<FactId>,
    /// The facts that undercut it, in order of their ids.
    pub adverse: Vec<FactId>,
    /// How strong the support is: as strong as that of its weakest point.
    pub state: ElementState,
    /// What is missing, in words; `None` where every point has what it needs.
    pub gap: Option<String>,
}

/// What a case holds for one measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Assessment {
    /// The measure.
    pub measure: MeasureId,
    /// Its elements, in order.
    pub elements: Vec<ElementSupport>,
}

/// Reads `case` against `measure`.
///
/// Only what is said of the main campaign counts: facts about another party's campaign, superseded facts and movements of markets
/// support nothing. What the accused says for itself supports nothing either, unless it admits the point; it is adverse. A denial, no
/// answer and "not verified" undercut every point about conduct, as do the adverse facts of each supporting fact.
pub fn assess(case: &Case, measure: &Measure) -> Assessment {
    let reading = Reading::of(case, common());
    let elements = measure.elements.iter().map(|element| support(&reading, element)).collect();
    Assessment { measure: measure.id.clone(), elements }
}

/// What a case holds for one point.
struct Shown {
    support: BTreeSet<FactId>,
    adverse: BTreeSet<FactId>,
    state: ElementState,
    gap: Option<String>,
}

fn support(reading: &Reading<'_>, element: &Element) -> ElementSupport {
    let points: Vec<Shown> = element.needs.points.iter().map(|point| shown(reading, point)).collect();
    let union = |part: fn(&Shown) -> &BTreeSet<FactId>| {
        points.iter().flat_map(|point| part(point).iter().copied()).collect::<BTreeSet<_>>()
    };
    let (support, adverse) = (union(|point| &point.support), union(|point| &point.adverse));
    let gaps: Vec<&str> = points.iter().filter_map(|point| point.gap.as_deref()).collect();
    ElementSupport {
        element: element.id.clone(),
        adverse: adverse.difference(&support).copied().collect(),
        support: support.into_iter().collect(),
        state: points.iter().map(|point| point.state).min().unwrap_or(ElementState::None),
        gap: (!gaps.is_empty()).then(|| gaps.join(" ")),
    }
}

fn shown<'a>(reading: &Reading<'a>, point: &Point) -> Shown {
    let mut supporting: Vec<&'a Fact> = Vec::new();
    let mut adverse = BTreeSet::new();
    for (fact, plain) in &reading.facts {
        if point.facts.iter().any(|pattern| pattern.matches(fact, plain)) {
            if reading.is_self_serving(fact) {
                adverse.insert(fact.id);
            } else {
                supporting.push(fact);
            }
        } else if undercuts(reading, point, fact, plain) {
            adverse.insert(fact.id);
        }
    }
    adverse.extend(supporting.iter().flat_map(|fact| fact.adverse.iter().copied()));
    let state = state(reading, &supporting);
    let gap = gap(reading, point, &supporting, state);
    Shown { support: supporting.iter().map(|fact| fact.id).collect(), adverse, state, gap }
}

fn undercuts(reading: &Reading<'_>, point: &Point, fact: &Fact, plain: &Plain) -> bool {
    // A spokesman of the accuser who declines to say more is no answer of the accused.
    if fact.kind == ClaimKind::Response && reading.is_bystander(&fact.subject) {
        return false;
    }
    let of_conduct = match point.matter {
        Matter::Conduct => common().undercuts_conduct.as_slice(),
        Matter::Setting => &[],
    };
    point.undercut_by.iter().chain(of_conduct).any(|pattern| pattern.matches(fact, plain))
}

fn state<'a>(reading: &Reading<'a>, supporting: &[&'a Fact]) -> ElementState {
    if supporting.is_empty() {
        ElementState::None
    } else if supporting.iter().any(|fact| reading.is_admitted(fact)) {
        ElementState::Admitted
    } else if supporting.iter().any(|fact| reading.is_found(fact)) {
        ElementState::Official
    } else if reading.voices(supporting) > 1 {
        ElementState::Several
    } else {
        ElementState::OneOrigin
    }
}

fn gap<'a>(reading: &Reading<'a>, point: &Point, supporting: &[&'a Fact], state: ElementState) -> Option<String> {
    let shows = &point.shows;
    if supporting.is_empty() {
        return Some(format!("No fact shows that {shows}."));
    }
    let origins: BTreeMap<OriginId, &Origin> =
        supporting.iter().flat_map(|fact| reading.origins(fact)).map(|origin| (origin.id, origin)).collect();
    let named = listed(&origins.values().map(|origin| origin.name.as_str()).collect::<Vec<_>>());
    let is_independent = supporting.iter().any(|fact| reading.origins(fact).any(|origin| reading.is_independent(origin, fact)));
    match point.origin {
        OriginNeeded::Any => None,
        OriginNeeded::Official if state >= ElementState::Official => None,
        OriginNeeded::Official => {
            Some(format!("No court or agency is shown to have found that {shows}; those who say so are: {named}."))
        }
        OriginNeeded::Independent if state >= ElementState::Official => None,
        OriginNeeded::Independent if is_independent => None,
        OriginNeeded::Independent => {
            Some(format!("Nobody independent of the accuser says that {shows}; those who say so are: {named}."))
        }
    }
}

/// "A", "A and B", "A, B and C"; "nobody named" for nobody.
fn listed(names: &[&str]) -> String {
    match names {
        [] => "nobody named".to_owned(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
