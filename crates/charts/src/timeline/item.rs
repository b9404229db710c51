//! What stands on the timeline: facts with a date, each in its lane, with its words.

use crate::form::Form;
use crate::subject::{Campaigns, is_campaign, short};
use crate::when::{When, YearFrom, Years, brief, spell, spell_capital};
use crate::words::{capital, counted, hedge, value};
use dossier_model::{Case, ClaimKind, Fact};

/// The lanes, from top to bottom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Lane {
    Campaign,
    Disclosure,
    Government,
    Reactions,
}

impl Lane {
    pub(crate) const ALL: [Self; 4] = [Self::Campaign, Self::Disclosure, Self::Government, Self::Reactions];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Campaign => "Campaign",
            Self::Disclosure => "Disclosure",
            Self::Government => "Government",
            Self::Reactions => "Reactions",
        }
    }

    fn of(fact: &Fact) -> Option<Self> {
        let says = |word: &str| {
            fact.value.as_deref().is_some_and(|value| value.to_lowercase().contains(word))
                || fact.property.to_lowercase().contains(word)
        };
        match fact.kind {
            ClaimKind::Period => Some(Self::Campaign),
            ClaimKind::Act if is_campaign(&fact.subject) => Some(Self::Campaign),
            ClaimKind::Disclosure if says("memo") => Some(Self::Government),
            ClaimKind::Disclosure | ClaimKind::Recipient => Some(Self::Disclosure),
            ClaimKind::Date if ["bill", "memo", "amendment", "hearing", "order"].iter().any(|word| says(word)) => {
                Some(Self::Government)
            }
            ClaimKind::Date => Some(Self::Disclosure),
            ClaimKind::Measure => Some(Self::Government),
            ClaimKind::Response | ClaimKind::Market | ClaimKind::Effect | ClaimKind::Sharing | ClaimKind::Verification => {
                Some(Self::Reactions)
            }
            ClaimKind::Act
            | ClaimKind::Count
            | ClaimKind::Amount
            | ClaimKind::Rate
            | ClaimKind::Party
            | ClaimKind::Attribution
            | ClaimKind::Method
            | ClaimKind::Capability
            | ClaimKind::Technique
            | ClaimKind::Superlative
            | ClaimKind::LegalWord
            | ClaimKind::Statement
            | ClaimKind::Quotation
            | ClaimKind::Safety
            | ClaimKind::Terms
            | ClaimKind::Definition
            | ClaimKind::Opinion
            | ClaimKind::Forecast
            | ClaimKind::Provenance => None,
        }
    }
}

/// A fact on the timeline.
#[derive(Debug)]
pub(crate) struct Item<'a> {
    pub(crate) fact: &'a Fact,
    pub(crate) lane: Lane,
    pub(crate) when: When,
    pub(crate) form: Form,
    /// The label's first words, the date.
    pub(crate) date: String,
    /// The rest of the label.
    pub(crate) label: String,
    /// Everything, for those who point at it and for the rows.
    pub(crate) full: String,
    sentence: String,
}

/// What there is to draw.
#[derive(Debug)]
pub(crate) struct Items<'a> {
    /// What is drawn, in order of lane and time.
    pub(crate) drawn: Vec<Item<'a>>,
    /// Reactions too far off for an axis that must show the rest.
    pub(crate) outside: Vec<Item<'a>>,
    /// How many facts of these lanes have no date.
    pub(crate) undated: usize,
}

/// Reactions further than this from everything else are not drawn.
const NEAR_DAYS: i32 = 183;

pub(crate) fn items<'a>(case: &'a Case, campaigns: &Campaigns<'_>, years: &Years) -> Items<'a> {
    let mut found = Items { drawn: Vec::new(), outside: Vec::new(), undated: 0 };
    for fact in &case.facts {
        let Some(lane) = Lane::of(fact) else { continue };
        match (fact.period, years.place(case, fact)) {
            (Some(period), Some(when)) if when.reach().is_some() => {
                found.drawn.push(item(fact, lane, when, &period, campaigns));
            }
            _ => found.undated += 1,
        }
    }
    found.drawn.sort_by_key(|item| (item.lane, item.when.reach(), item.fact.id));
    let core = found.drawn.iter().filter(|item| item.lane != Lane::Reactions).filter_map(|item| item.when.reach());
    let core = core.reduce(|(a, b), (c, d)| (a.min(c), b.max(d)));
    if let Some((first, last)) = core {
        let near = jiff::Span::new().days(NEAR_DAYS);
        let (from, to) = (first.saturating_sub(near), last.saturating_add(near));
        let is_far = |item: &Item<'_>| item.lane == Lane::Reactions && item.when.reach().is_some_and(|(a, b)| b < from || a > to);
        (found.outside, found.drawn) = found.drawn.into_iter().partition(is_far);
    }
    found
}

fn item<'a>(fact: &'a Fact, lane: Lane, when: When, period: &dossier_model::Edtf, campaigns: &Campaigns<'_>) -> Item<'a> {
    let what = what(fact, campaigns);
    let hedged = match (fact.kind, fact.unit.as_deref()) {
        // A measure's stage says what its hedge would.
        (ClaimKind::Measure, Some(stage)) => Some(stage),
        _ => hedge(fact.hedge),
    };
    let tail = hedged.map(|word| format!(" ({word})")).unwrap_or_default();
    let year = match when.year {
        YearFrom::Stated => "",
        YearFrom::Inferred => ", year inferred",
        YearFrom::Nothing => ", year not stated",
    };
    let origins = counted(fact.origins.len(), "origin");
    let whole = if is_campaign(&fact.subject) && lane == Lane::Campaign { fact.subject.as_str() } else { "" };
    let described = if whole.is_empty() { what.clone() } else { format!("{whole}, {what}") };
    let plain_hedge = hedged.map(|word| format!("; {word}")).unwrap_or_default();
    Item {
        fact,
        lane,
        when,
        form: Form::of(fact.hedge),
        date: format!("{}{year}", brief(period)),
        label: format!("{what}{tail}"),
        full: format!("{}: {described}{plain_hedge}; {origins}", spell_capital(period, &when)),
        sentence: format!(
            "{}, {}: {described}{}.",
            lane.name(),
            spell(period, &when),
            hedged.map(|word| format!(", {word}")).unwrap_or_default()
        ),
    }
}

/// What happened, in the words of the fact.
fn what(fact: &Fact, campaigns: &Campaigns<'_>) -> String {
    let value = value(fact);
    let with_subject = |what: &str| if is_campaign(&fact.subject) { capital(what) } else { format!("{}: {what}", fact.subject) };
    match fact.kind {
        ClaimKind::Period if campaigns.is_one() || !is_campaign(&fact.subject) => fact.property.clone(),
        ClaimKind::Period => format!("{} {}", short(&fact.subject), fact.property),
        ClaimKind::Recipient => format!("{} to {value}", capital(&fact.subject)),
        ClaimKind::Date if value.is_empty() => with_subject(&fact.property),
        _ if value.is_empty() => with_subject(fact.kind.as_str()),
        _ => with_subject(&value),
    }
}

/// Of this many items each is described; the rest are counted.
const DESCRIBED: usize = 24;

/// The description.
pub(crate) fn alt(title: &str, items: &Items<'_>) -> String {
    let mut sentences = vec![format!("{title}, {}.", counted(items.drawn.len(), "dated fact"))];
    sentences.extend(items.drawn.iter().take(DESCRIBED).map(|item| item.sentence.clone()));
    if items.drawn.len() > DESCRIBED {
        sentences
            .push(format!("{} are in the rows behind the chart.", counted(items.drawn.len() - DESCRIBED, "further dated fact")));
    }
    sentences.extend(notes(items));
    sentences.join(" ")
}

/// What is not drawn, and why.
pub(crate) fn notes(items: &Items<'_>) -> Vec<String> {
    let mut notes = Vec::new();
    if items.undated > 0 {
        notes.push(format!("Not drawn for want of a date: {}.", counted(items.undated, "fact")));
    }
    if !items.outside.is_empty() {
        notes.push(format!("Not drawn, more than six months from the rest: {}.", counted(items.outside.len(), "reaction")));
    }
    notes
}
