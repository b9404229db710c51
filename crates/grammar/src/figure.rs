//! Figures: how many, how much, what share.
//!
//! A figure is a number that measures something. Years, days and times, numbers of sections, versions and telephones, and the
//! numbers of a list measure nothing and are no figures.

use crate::exclusion::{Excluded, excluded};
use crate::number::{Form, Number, number_at};
use crate::share::{multiple_at, share_at};
use crate::token::{Gap, Token, tokens};
use crate::unit::{Unit, single_at, unit_at};
use crate::{Found, bound, currency};
use dossier_model::{Bound, Decimal, Quantity};
use std::ops::Range;

/// What a figure measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FigureKind {
    /// How many of something.
    Count,
    /// How much money; the unit is the currency's ISO 4217 code.
    Amount,
    /// A share or a multiple; the unit is "percent", "percentage points" or "times".
    Rate,
}

/// A figure as a text has it. Its place covers the bounding words, the number and the words of the unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The number in base units, its unit and its bound. A bare count of things that nobody rounded is exact; another bare figure
    /// has no bound, and means its own rounding.
    pub quantity: Quantity,
    /// What it measures.
    pub kind: FigureKind,
    /// Digits (or number words), currency sign and scale only.
    pub number: Range<usize>,
    /// The words that name what is counted, with their adjectives: "fraudulent accounts".
    pub unit_words: Option<Range<usize>>,
}

/// The figures of `text`, in order.
///
/// "Between 20 and 30 accounts" and "20 to 30 accounts" are two figures: at least 20 and at most 30.
pub fn figures(text: &str) -> Vec<Found<Figure>> {
    let tokens = tokens(text);
    let dates = crate::period::places(&tokens);
    let mut drafts: Vec<Draft> = Vec::new();
    let mut excluded_before: Option<usize> = None;
    let mut at = 0;
    let mut date = 0;
    while at < tokens.len() {
        while dates.get(date).is_some_and(|place| place.end <= at) {
            date += 1;
        }
        if let Some(place) = dates.get(date).filter(|place| place.contains(&at)) {
            at = place.end;
            continue;
        }
        if let Some(draft) = Draft::share(&tokens, at) {
            at = draft.next;
            drafts.push(draft);
            continue;
        }
        let Some(number) = number_at(&tokens, at) else {
            at += 1;
            continue;
        };
        let draft = Draft::read(&tokens, at, number);
        match excluded(&tokens, &draft, excluded_before) {
            Excluded::No => {
                at = draft.next.max(at + 1);
                drafts.push(draft);
            }
            Excluded::Yes => {
                at = draft.number_end.max(at + 1);
                excluded_before = Some(at);
            }
        }
    }
    join_ranges(&tokens, &mut drafts);
    drafts.into_iter().map(|draft| draft.figure(&tokens)).collect()
}

/// A figure while it is read.
#[derive(Debug)]
pub(crate) struct Draft {
    /// First token of the number, its currency sign left out.
    pub(crate) at: usize,
    /// First token of bound, sign and number.
    pub(crate) first: usize,
    /// First token of the number with its currency sign.
    pub(crate) number_first: usize,
    /// One past the number's last token.
    pub(crate) number_end: usize,
    /// One past everything.
    pub(crate) next: usize,
    pub(crate) number: Number,
    pub(crate) bound: Option<Bound>,
    pub(crate) kind: FigureKind,
    pub(crate) currency: Option<&'static str>,
    pub(crate) share: Share,
    pub(crate) unit: Option<Unit>,
}

/// What a rate is a number of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Share {
    Percent,
    Points,
    Times,
}

impl Draft {
    /// "a quarter of the accounts", "tenfold".
    fn share(tokens: &[Token<'_>], at: usize) -> Option<Self> {
        let before = bound::before(tokens, at, None);
        let percent = share_at(tokens, at, before.is_some()).map(|(value, end)| (value, end, Share::Percent));
        let (value, end, share) = percent.or_else(|| multiple_at(tokens, at).map(|(value, end)| (value, end, Share::Times)))?;
        Some(Self {
            at,
            first: before.map_or(at, |(_, first)| first),
            number_first: at,
            number_end: end,
            next: end,
            number: Number { value, end, form: Form::Words, scale: None },
            bound: before.map(|(bound, _)| bound),
            kind: FigureKind::Rate,
            currency: None,
            share,
            unit: None,
        })
    }

    fn read(tokens: &[Token<'_>], at: usize, number: Number) -> Self {
        let mut next = number.end;
        let mut draft = Self {
            at,
            first: at,
            number_first: at,
            number_end: next,
            next,
            bound: None,
            kind: FigureKind::Count,
            currency: None,
            share: Share::Percent,
            unit: None,
            number,
        };
        if let Some((code, first)) = currency::before(tokens, at) {
            draft.currency = Some(code);
            draft.number_first = first;
        }
        let mut after = bound::after(tokens, next);
        if let Some((_, end)) = after {
            next = end;
        }
        if let Some((points, end)) = percent(tokens, next) {
            draft.kind = FigureKind::Rate;
            draft.share = if points { Share::Points } else { Share::Percent };
            next = end;
            draft.number_end = draft.number_end.max(end);
        } else if draft.currency.is_some() {
            draft.kind = FigureKind::Amount;
        } else if let Some((code, end)) = currency::after(tokens, next) {
            draft.kind = FigureKind::Amount;
            draft.currency = Some(code);
            draft.unit = Some(Unit { head: code.to_owned(), first: next + usize::from(tokens[next].is("of")), end });
            next = end;
        } else if let Some(unit) = unit_at(tokens, next, draft.number.form == Form::Vague) {
            next = unit.end;
            draft.unit = Some(unit);
        } else if let Some(unit) =
            (draft.number.value == Decimal::ONE && draft.number.form == Form::Words).then(|| single_at(tokens, next)).flatten()
        {
            next = unit.end;
            draft.unit = Some(unit);
        }
        if after.is_none() {
            after = bound::after(tokens, next);
            if let Some((_, end)) = after {
                next = end;
            }
        }
        draft.next = next;
        let head = draft.unit.as_ref().map(|unit| unit.head.as_str());
        if let Some((bound, first)) = bound::before(tokens, draft.number_first, head) {
            draft.bound = Some(bound);
            draft.first = first;
        } else {
            draft.first = draft.number_first;
        }
        if draft.number.form == Form::Vague {
            draft.bound = Some(Bound::Vague);
        } else if draft.bound.is_none() {
            draft.bound = after.map(|(bound, _)| bound);
        }
        draft
    }

    fn figure(self, tokens: &[Token<'_>]) -> Found<Figure> {
        let value = self.number.value;
        let counts_things = self.kind == FigureKind::Count && self.unit.as_ref().is_some_and(|unit| !is_measured(&unit.head));
        let bound = match self.bound {
            Some(bound) => Some(bound),
            None if self.number.form == Form::Dozen => Some(Bound::About),
            None if counts_things && Quantity::is_unrounded_count(value) => Some(Bound::Exact),
            None => None,
        };
        let unit = match self.kind {
            FigureKind::Rate => Some(
                match self.share {
                    Share::Percent => "percent",
                    Share::Points => "percentage points",
                    Share::Times => "times",
                }
                .to_owned(),
            ),
            FigureKind::Amount => self.currency.map(str::to_owned),
            FigureKind::Count => self.unit.as_ref().map(|unit| unit.head.clone()),
        };
        let bytes = |first: usize, end: usize| tokens[first].start..tokens[end - 1].end;
        let figure = Figure {
            quantity: Quantity { value, unit, bound },
            kind: self.kind,
            number: bytes(self.number_first, self.number_end),
            unit_words: self.unit.as_ref().map(|unit| bytes(unit.first, unit.end)),
        };
        Found::new(bytes(self.first, self.next), figure)
    }
}

/// "%", "percent", "per cent", "percentage points", with whether it is points, and one past the last token.
fn percent(tokens: &[Token<'_>], at: usize) -> Option<(bool, usize)> {
    let mut at = at;
    if tokens.get(at)?.is_dash() && tokens.get(at + 1)?.is("percent") {
        at += 1;
    }
    let token = tokens.get(at).filter(|token| token.gap < Gap::Paragraph)?;
    let next = |word: &str| tokens.get(at + 1).is_some_and(|token| token.is(word));
    match &*token.lower {
        "%" | "percent" | "pct" => Some((false, at + 1)),
        "pc" if token.gap == Gap::Joined => Some((false, at + 1)),
        "per" if next("cent") => Some((false, at + 2)),
        "percentage" if next("points") || next("point") => Some((true, at + 2)),
        _ => None,
    }
}

/// Units that are measured, not counted: a bare "two hours" is not exact.
fn is_measured(unit: &str) -> bool {
    const MEASURED: &[&str] = &[
        "second",
        "seconds",
        "minute",
        "minutes",
        "hour",
        "hours",
        "day",
        "days",
        "week",
        "weeks",
        "month",
        "months",
        "year",
        "years",
        "decade",
        "decades",
        "times",
        "kilometers",
        "kilometres",
        "miles",
        "meters",
        "metres",
        "feet",
        "inches",
        "tons",
        "tonnes",
        "pounds",
        "kilograms",
        "watts",
        "megawatts",
        "gigawatts",
        "gigabytes",
        "terabytes",
        "megabytes",
        "degrees",
        "points",
        "square",
    ];
    MEASURED.contains(&unit)
}

/// Gives the two ends of a range their bounds, and a list of numbers the unit that its last one has.
fn join_ranges(tokens: &[Token<'_>], drafts: &mut [Draft]) {
    for right in (1..drafts.len()).rev() {
        let (before, after) = drafts.split_at_mut(right);
        let (Some(low), Some(high)) = (before.last_mut(), after.first_mut()) else { continue };
        // Only one token stands between the numbers.
        let own_unit = low.unit.is_some() || low.kind == FigureKind::Rate;
        if low.next + 1 != high.first {
            continue;
        }
        let join = &tokens[low.next];
        // "roughly 60 to 70 percent" is a range too.
        let open = matches!(low.bound, None | Some(Bound::About)) && high.bound.is_none();
        let word_before = low.first.checked_sub(1).map(|at| &*tokens[at].lower);
        let is_between = word_before == Some("between") && join.is("and");
        // "rose from 20 to 30" is a change, not a range.
        let ranging = low.first.checked_sub(2).is_some_and(|at| {
            tokens[at].is_one_of(&["ranging", "ranged", "ranges", "range", "anywhere", "somewhere", "varying", "varied", "of"])
        });
        let is_range = open
            && (is_between
                || (!matches!(word_before, Some("from" | "by")) || ranging)
                    && (join.is("to") || join.is_dash() && join.gap == Gap::Joined));
        // "$10-15 million": the sign stands once.
        if is_range && low.currency.is_some() && high.kind == FigureKind::Count && high.unit.is_none() {
            high.kind = FigureKind::Amount;
            high.currency = low.currency;
        }
        let same_kind = (low.kind == high.kind || !own_unit)
            && (low.kind != FigureKind::Rate || high.kind != low.kind || low.share == high.share);
        if is_range && same_kind {
            if low.number.scale.is_none()
                && low.number.value < high.number.value
                && let Some(scale) =
                    high.number.scale.filter(|_| low.number.value < Decimal::ONE_THOUSAND && high.number.form == Form::Digits)
                && let Some(value) = low.number.value.checked_mul(scale)
            {
                low.number.value = value.normalize();
            }
            low.bound = Some(Bound::AtLeast);
            high.bound = Some(Bound::AtMost);
        }
        let listed = join.is("to") || join.is("and") || join.is("or") || join.is(",");
        if !own_unit && (is_range && same_kind || listed && high.kind != FigureKind::Amount && low.kind == FigureKind::Count) {
            low.kind = high.kind;
            low.share = high.share;
            low.currency = low.currency.or(high.currency);
            low.unit = high.unit.clone();
            // "more than 3 million and 13 million queries": the word governs both.
            if !is_range && join.is("and") && high.bound.is_none() {
                high.bound = low.bound;
            }
        }
    }
}
