//! The scale: each figure as the range that its words leave possible, figures of one unit on one line of numbers.

use crate::form::{Also, Form, key};
use crate::pen::{ACCENT, HEAD, HEADLINE, INK, LABEL, NOTE, Pen, Side, WIDTH, fit};
use crate::subject::{Campaigns, is_campaign, short};
use crate::words::{capital, counted, hedge, interval, quantity};
use crate::{Chart, ChartError, Region, csv, pen};
use dossier_model::{Bound, Case, ClaimKind, Fact, Interval, Quantity, spelled};
use rust_decimal::prelude::ToPrimitive;
use std::collections::{BTreeMap, BTreeSet};

const CHART: &str = "scale";

const TOP: f64 = 32.0;
const PANEL_HEAD: f64 = 32.0;
const ROW: f64 = 48.0;
const BAR: f64 = 12.0;
/// The line of numbers; the ends of a range are written beside it.
const LEFT: f64 = 80.0;
const RIGHT: f64 = WIDTH - 80.0;
const MOST_ROWS: usize = 8;
const MOST_PANELS: usize = 8;
/// Where the largest number is so many times the smallest, steps on the line multiply.
const FAR_APART: f64 = 50.0;

/// A figure of a fact.
struct Figure<'a> {
    fact: &'a Fact,
    quantity: Quantity,
    range: Interval,
    label: String,
    full: String,
    sentence: String,
}

/// Draws it.
pub(crate) fn draw(case: &Case) -> Result<Chart, ChartError> {
    let campaigns = Campaigns::of(case);
    let panels = panels(case, &campaigns);
    if panels.is_empty() {
        return Err(ChartError::NothingToDraw {
            chart: CHART,
            needs: "facts with a number: how many accounts, exchanges or conversations",
        });
    }
    let title = format!("Scale of {}", campaigns.named());
    let alt = alt(&title, &panels);
    let shown: Vec<(&String, &[Figure<'_>])> =
        panels.iter().take(MOST_PANELS).map(|(unit, figures)| (unit, figures.get(..MOST_ROWS).unwrap_or(figures))).collect();
    let drawn: usize = shown.iter().map(|(_, figures)| figures.len()).sum();
    let all: usize = panels.values().map(Vec::len).sum();
    let bottom = TOP + shown.iter().map(|(_, figures)| PANEL_HEAD + ROW * figures.len() as f64).sum::<f64>();
    let height = (bottom + if drawn < all { 64.0 } else { 48.0 }).ceil();
    let mut regions = Vec::new();
    let svg = pen::sheet(CHART, height, &title, &alt, |pen| {
        pen.text((0.0, 14.0), Side::Start, &fit(&title, HEADLINE, WIDTH), HEADLINE);
        let mut y = TOP;
        for (unit, figures) in &shown {
            y = paint_panel(pen, unit, figures, y, &mut regions);
        }
        pen.line((0.0, bottom), (WIDTH, bottom), INK, 0.75);
        let used: BTreeSet<Form> =
            shown.iter().flat_map(|(_, figures)| figures.iter()).map(|figure| Form::of(figure.fact.hedge)).collect();
        key(pen, bottom + 18.0, &used, Also::Nothing);
        let note = "A bar is the range that the words leave possible; the upright line is the number they name.";
        pen.text((0.0, bottom + 36.0), Side::Start, note, NOTE);
        if drawn < all {
            let more = format!("and {} in the rows behind the chart", counted(all - drawn, "more figure"));
            pen.text((0.0, bottom + 52.0), Side::Start, &more, NOTE);
        }
    })?;
    let csv = csv::rows(case, panels.values().flatten().map(|figure| (figure.fact, figure.label.clone())));
    Ok(Chart { svg, width: WIDTH as u32, height: height as u32, title, alt, regions, csv })
}

/// The figures by what they count; those of campaigns where there are any.
fn panels<'a>(case: &'a Case, campaigns: &Campaigns<'_>) -> BTreeMap<String, Vec<Figure<'a>>> {
    let counts = |fact: &&Fact| matches!(fact.kind, ClaimKind::Count | ClaimKind::Amount);
    let of_campaign = case.facts.iter().any(|fact| counts(&fact) && is_campaign(&fact.subject) && fact.quantity().is_some());
    let mut panels: BTreeMap<String, Vec<Figure<'a>>> = BTreeMap::new();
    for fact in case.facts.iter().filter(counts).filter(|fact| !of_campaign || is_campaign(&fact.subject)) {
        let Some(figure) = fact.quantity() else { continue };
        let hedged = hedge(fact.hedge).map(|word| format!(" ({word})")).unwrap_or_default();
        let reports: BTreeSet<_> = case.claims_of(fact).map(|claim| claim.source).collect();
        let sum = format!("{} through {}", counted(fact.origins.len(), "origin"), counted(reports.len(), "report"));
        let whose = if campaigns.is_one() { String::new() } else { format!("{}: ", short(&fact.subject)) };
        let plain = format!("{whose}{}{hedged}", quantity(&figure));
        let label = capital(&plain);
        let range = figure.interval();
        let sentence = format!("{plain} leaves {} possible and comes from {sum}", interval(&range));
        let full = capital(&sentence);
        let unit = fact.unit.clone().unwrap_or_else(|| fact.property.clone());
        panels.entry(unit.to_lowercase()).or_default().push(Figure {
            fact,
            quantity: figure,
            range,
            label: format!("{label}, {sum}"),
            full,
            sentence,
        });
    }
    panels
}

/// The numbers of a panel on its line.
struct Line {
    low: f64,
    high: f64,
    multiplies: bool,
}

impl Line {
    fn over(figures: &[Figure<'_>]) -> Self {
        let numbers =
            figures.iter().flat_map(|figure| [figure.range.low, figure.range.high, Some(figure.quantity.value)]).flatten();
        let numbers: Vec<f64> = numbers.filter_map(|number| number.to_f64()).collect();
        let low = numbers.iter().copied().fold(f64::INFINITY, f64::min);
        let high = numbers.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let multiplies = low > 0.0 && high / low > FAR_APART;
        let pad = if high > low { (high - low) * 0.12 } else { (high.abs() * 0.1).max(1.0) };
        if multiplies {
            Self { low: low / 1.5, high: high * 1.5, multiplies }
        } else {
            Self { low: low - pad, high: high + pad, multiplies }
        }
    }

    fn x(&self, value: f64) -> f64 {
        let share = if self.multiplies {
            (value.max(f64::MIN_POSITIVE) / self.low).ln() / (self.high / self.low).ln()
        } else {
            (value - self.low) / (self.high - self.low)
        };
        LEFT + share.clamp(0.0, 1.0) * (RIGHT - LEFT)
    }
}

fn paint_panel(pen: &mut Pen<'_>, unit: &str, figures: &[Figure<'_>], top: f64, regions: &mut Vec<Region>) -> f64 {
    let line = Line::over(figures);
    pen.line((0.0, top), (WIDTH, top), INK, 0.75);
    pen.text((0.0, top + 16.0), Side::Start, &capital(unit), HEAD);
    if line.multiplies {
        pen.text((WIDTH, top + 16.0), Side::End, "logarithmic scale", NOTE);
    }
    let mut y = top + PANEL_HEAD;
    for figure in figures {
        paint_figure(pen, &line, figure, y);
        regions.push(Region { fact: figure.fact.id, x: 0.0, y, width: WIDTH, height: ROW, label: figure.full.clone() });
        y += ROW;
    }
    y
}

fn paint_figure(pen: &mut Pen<'_>, line: &Line, figure: &Figure<'_>, y: f64) {
    let middle = y + 30.0;
    let end = |at: Option<rust_decimal::Decimal>, open: f64| {
        at.and_then(|number| number.to_f64()).map_or(open, |number| line.x(number))
    };
    let (from, to) = (end(figure.range.low, LEFT), end(figure.range.high, RIGHT));
    Form::of(figure.fact.hedge).bar(pen, from, middle - BAR / 2.0, (to - from).max(2.0), BAR);
    let names_a_number = figure.quantity.bound != Some(Bound::Vague);
    if let Some(named) = figure.quantity.value.to_f64().filter(|_| names_a_number).map(|value| line.x(value)) {
        pen.fill(named - 1.0, middle - BAR / 2.0 - 3.0, 2.0, BAR + 6.0, INK);
    }
    if figure.range.low.is_none() {
        pen.area(&[(from, middle - 6.0), (from - 8.0, middle), (from, middle + 6.0)], ACCENT);
    }
    if figure.range.high.is_none() {
        pen.area(&[(to, middle - 6.0), (to + 8.0, middle), (to, middle + 6.0)], ACCENT);
    }
    if let Some(low) = figure.range.low.filter(|low| Some(*low) != figure.range.high) {
        pen.text((from - 8.0, middle), Side::End, &spelled(low), NOTE);
    }
    if let Some(high) = figure.range.high {
        pen.text((to + 8.0, middle), Side::Start, &spelled(high), NOTE);
    }
    pen.text((0.0, y + 8.0), Side::Start, &fit(&figure.label, LABEL, WIDTH), LABEL);
}

fn alt(title: &str, panels: &BTreeMap<String, Vec<Figure<'_>>>) -> String {
    let figures: Vec<&Figure<'_>> = panels.values().flatten().collect();
    let most = MOST_ROWS * MOST_PANELS;
    let mut sentences = vec![format!("{title}: it shows {}.", counted(figures.len(), "figure"))];
    sentences.extend(figures.iter().take(most).map(|figure| format!("The figure {}.", figure.sentence)));
    if figures.len() > most {
        sentences.push(format!("{} more are in the rows behind the chart.", figures.len() - most));
    }
    sentences.join(" ")
}
