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
    /// What happened; it is cut where there is no room.
    pub(crate) label: String,
    /// What is never cut: the hedge, and where the year comes from.
    pub(crate) standing: String,
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
    let year = match when.year {
        YearFrom::Stated => None,
        YearFrom::Inferred => Some("year inferred"),
        YearFrom::Nothing => Some("year not stated"),
    };
    let standing: Vec<&str> = hedged.into_iter().chain(year).collect();
    let standing = if standing.is_empty() { String::new() } else { format!(" ({})", standing.join("; ")) };
    let origins = counted(fact.origins.len(), "origin");
    let whole = if is_campaign(&fact.subject) && lane == Lane::Campaign { fact.subject.as_str() } else { "" };
    let described = match fact.kind {
        _ if whole.is_empty() => what.clone(),
        ClaimKind::Period => format!("the {} of the {whole}", fact.property),
        _ => format!("{what}, of the {whole}"),
    };
    let plain_hedge = hedged.map(|word| format!("; {word}")).unwrap_or_default();
    Item {
        fact,
        lane,
        when,
        form: Form::of(fact.hedge),
        date: brief(period),
        label: what.clone(),
        standing,
        full: format!("{}: {described}{plain_hedge}; {origins}", spell_capital(period, &when)),
        sentence: format!(
            "The {} lane shows, for {}, {described}{}.",
            lane.name().to_lowercase(),
            spell(period, &when),
            hedged.map(|word| format!(" ({word})")).unwrap_or_default()
        ),
    }
}

/// What happened, in the words of the fact.
fn what(fact: &Fact, campaigns: &Campaigns<'_>) -> String {
    let value = value(fact);
    let with_subject = |what: &str| if is_campaign(&fact.subject) { capital(what) } else { format!("{}: {what}", fact.subject) };
    match fact.kind {
        ClaimKind::Period if !is_campaign(&fact.subject) => with_subject(&fact.property),
        ClaimKind::Period if campaigns.is_one() => format!("Campaign {}", fact.property),
        ClaimKind::Period => format!("{} campaign {}", short(&fact.subject), fact.property),
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
    let mut sentences = vec![format!("{title}: it shows {}.", counted(items.drawn.len(), "dated fact"))];
    sentences.extend(items.drawn.iter().take(DESCRIBED).map(|item| item.sentence.clone()));
    if items.drawn.len() > DESCRIBED {
        sentences
            .push(format!("The rows behind the chart have {}.", counted(items.drawn.len() - DESCRIBED, "further dated fact")));
    }
    sentences.extend(notes(items));
    sentences.join(" ")
}

/// What is not drawn, and why.
pub(crate) fn notes(items: &Items<'_>) -> Vec<String> {
    let mut notes = Vec::new();
    if items.undated > 0 {
        notes.push(format!("{} without a date {} not drawn.", capital(&counted(items.undated, "fact")), are(items.undated)));
    }
    if !items.outside.is_empty() {
        notes.push(format!(
            "{} more than six months from the rest {} not drawn.",
            capital(&counted(items.outside.len(), "reaction")),
            are(items.outside.len())
        ));
    }
    notes
}

fn are(count: usize) -> &'static str {
    if count == 1 { "is" } else { "are" }
}
