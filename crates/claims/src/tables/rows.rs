//! The rows of a table of incidents as claims: each cell says one thing of the incident in its row.

use super::cell::{self, Order};
use super::grid::{Cell, Grid};
use crate::pattern::patterns;
use crate::propose::About;
use dossier_model::{
    Bound, ClaimKind, Column, ColumnMeaning, Content, Edtf, Endpoint, Hedge, Mark, MarkKind, Nexus, Quantity, Quote, Quotes,
    Rung, Speaker, SpeakerRole,
};
use std::collections::BTreeMap;
use std::ops::Range;

patterns! {
    /// A head that ties its names loosely to the act.
    LOOSE = r"(?i)\b(?:linked|tied|associated|affiliated|suspected|possible|probable|likely)\b";
    /// A head that says of its names no more than that somebody holds it against them.
    CHARGED = r"(?i)\b(?:accused|alleged|suspects?|suspected|possible|probable|likely|defendants?|respondents?)\b";
}

/// The claims of the rows of `grid`; `sentences` takes the cells that are text, each with what its row is about.
pub(super) fn propose(
    grid: &Grid<'_>,
    columns: &[Column],
    about: &About<'_>,
    found: &mut Vec<Content>,
    sentences: &mut Vec<(Mark, String)>,
) {
    let table = Reading::of(grid, columns, about);
    let names: Vec<Named<'_>> = grid.rows.iter().map(|row| table.named(row)).collect();
    let mut often: BTreeMap<String, usize> = BTreeMap::new();
    for named in &names {
        *often.entry(named.campaign()).or_default() += 1;
    }
    for (row, named) in grid.rows.iter().zip(&names) {
        let campaign = named.campaign();
        // Two campaigns of one party against another are told apart by their names.
        let told = often.get(&campaign).is_some_and(|count| *count == 1) && campaign != NOBODY;
        let subject = if told { campaign } else { named.incident.map_or(campaign, str::to_owned) };
        table.row(row, &subject, found);
        for cell in table.cells(row, ColumnMeaning::Text).map(|(_, cell)| cell) {
            sentences.push((Mark { span: cell.span, kind: MarkKind::Paragraph, label: None }, subject.clone()));
        }
    }
}

/// A campaign of which neither side is named.
const NOBODY: &str = "campaign";

type Row<'t> = BTreeMap<usize, Cell<'t>>;

/// Who and what a row is about.
struct Named<'t> {
    incident: Option<&'t str>,
    accused: Option<&'t str>,
    target: Option<&'t str>,
}

impl Named<'_> {
    fn campaign(&self) -> String {
        match (self.accused, self.target) {
            (Some(accused), Some(target)) => format!("{accused} campaign against {target}"),
            (Some(accused), None) => format!("{accused} campaign"),
            (None, Some(target)) => format!("campaign against {target}"),
            (None, None) => NOBODY.to_owned(),
        }
    }
}

/// A table with what its columns mean, as it is read.
struct Reading<'g, 't> {
    grid: &'g Grid<'t>,
    columns: &'g [Column],
    /// Of each column in which order its days are written.
    orders: Vec<Order>,
    outlet: Option<Speaker>,
}

impl<'g, 't> Reading<'g, 't> {
    fn of(grid: &'g Grid<'t>, columns: &'g [Column], about: &About<'_>) -> Self {
        let orders = (1..=columns.len()).map(|number| cell::order(grid.column(number).map(|cell| cell.words))).collect();
        let outlet = about.publisher.map(|name| Speaker { name: name.to_owned(), role: SpeakerRole::Outlet, words: None });
        Self { grid, columns, orders, outlet }
    }

    /// The cells of a row in columns of one meaning, each with its column's place.
    fn cells<'s>(&'s self, row: &'s Row<'t>, meaning: ColumnMeaning) -> impl Iterator<Item = (usize, Cell<'t>)> + 's {
        let columns = self.columns.iter().enumerate().filter(move |(_, column)| column.meaning == meaning);
        columns.filter_map(|(at, _)| Some((at, *row.get(&(at + 1))?)))
    }

    /// The first name of the first such cell.
    fn name(&self, row: &Row<'t>, meaning: ColumnMeaning) -> Option<&'t str> {
        let (_, cell) = self.cells(row, meaning).next()?;
        cell::listed(cell.words, &[';']).into_iter().next().map(|range| &cell.words[range])
    }

    fn named(&self, row: &Row<'t>) -> Named<'t> {
        Named {
            incident: self.name(row, ColumnMeaning::Incident),
            accused: self.name(row, ColumnMeaning::Accused),
            target: self.name(row, ColumnMeaning::Target),
        }
    }

    fn row(&self, row: &Row<'t>, subject: &str, found: &mut Vec<Content>) {
        let sure = self.cells(row, ColumnMeaning::Certainty).find_map(|(_, cell)| Some((cell::certainty(cell.words)?, cell)));
        let teller = self.cells(row, ColumnMeaning::Outlet).next().map(|(_, cell)| cell.words.trim());
        let pen = Pen { reading: self, subject, sure, teller };
        for (meaning, part) in [(ColumnMeaning::Accused, "accused"), (ColumnMeaning::Target, "victim")] {
            for (at, cell) in self.cells(row, meaning) {
                for range in cell::listed(cell.words, &[';']) {
                    pen.party(&self.columns[at], cell, range, part, found);
                }
            }
        }
        for (at, cell) in row.iter().filter_map(|(number, cell)| Some((number.checked_sub(1)?, *cell))) {
            let Some(column) = self.columns.get(at) else { continue };
            match column.meaning {
                ColumnMeaning::Count => found.extend(pen.figure(ClaimKind::Count, column, cell)),
                ColumnMeaning::Amount => found.extend(pen.figure(ClaimKind::Amount, column, cell)),
                ColumnMeaning::Rate => found.extend(pen.figure(ClaimKind::Rate, column, cell)),
                ColumnMeaning::Date => found.extend(pen.day(self.orders[at], "date", cell)),
                ColumnMeaning::Disclosed => found.extend(pen.day(self.orders[at], "date of disclosure", cell)),
                ColumnMeaning::Act => pen.words(ClaimKind::Act, cell, &[], found),
                ColumnMeaning::Method => pen.words(ClaimKind::Method, cell, &[';'], found),
                ColumnMeaning::Capability => pen.words(ClaimKind::Capability, cell, &[';', ','], found),
                ColumnMeaning::Technique => found.extend(pen.technique(cell)),
                ColumnMeaning::Nothing
                | ColumnMeaning::Text
                | ColumnMeaning::Incident
                | ColumnMeaning::Accused
                | ColumnMeaning::Target
                | ColumnMeaning::FirstDay
                | ColumnMeaning::LastDay
                | ColumnMeaning::Certainty
                | ColumnMeaning::Outlet => {}
            }
        }
        let first = self.cells(row, ColumnMeaning::FirstDay).next();
        let last = self.cells(row, ColumnMeaning::LastDay).next();
        found.extend(pen.window(first, last));
    }
}

/// What writes the claims of one row.
struct Pen<'p, 'g, 't> {
    reading: &'p Reading<'g, 't>,
    subject: &'p str,
    sure: Option<(Hedge, Cell<'t>)>,
    teller: Option<&'t str>,
}

impl<'t> Pen<'_, '_, 't> {
    /// A claim that `quotes` carry; where the row says how sure it is, with those words behind them.
    fn claim(&self, kind: ClaimKind, quotes: Vec<Quote>) -> Option<Content> {
        let mut quotes = quotes;
        if let Some((_, cell)) = self.sure {
            quotes.extend(self.reading.grid.quote(cell, 0..cell.words.len()));
        }
        let mut content = Content::new(kind, self.subject, Quotes::try_from(quotes).ok()?);
        content.hedge = self.sure.map_or(Hedge::Asserted, |(hedge, _)| hedge);
        let teller =
            self.teller.map(|name| Speaker { name: name.to_owned(), role: SpeakerRole::Outlet, words: Some(name.to_owned()) });
        content.speakers = self.reading.outlet.iter().cloned().chain(teller).collect();
        Some(content)
    }

    /// The claim of a whole cell, without the white space at its ends.
    fn of_cell(&self, kind: ClaimKind, cell: Cell<'t>) -> Option<Content> {
        self.claim(kind, vec![self.trimmed(cell)?])
    }

    fn trimmed(&self, cell: Cell<'t>) -> Option<Quote> {
        let from = cell.words.len() - cell.words.trim_start().len();
        self.reading.grid.quote(cell, from..from + cell.words.trim().len())
    }

    fn party(&self, column: &Column, cell: Cell<'t>, range: Range<usize>, part: &str, found: &mut Vec<Content>) {
        let name = &cell.words[range.clone()];
        let quote = || self.reading.grid.quote(cell, range.clone());
        if let Some(content) = quote().map(|quote| Content::new(ClaimKind::Party, name, Quotes::one(quote))) {
            let speakers = self.reading.outlet.iter().cloned().collect();
            found.push(Content { property: "role".to_owned(), value: Some(part.to_owned()), speakers, ..content });
        }
        if part == "accused"
            && let Some(content) = quote().and_then(|quote| self.claim(ClaimKind::Attribution, vec![quote]))
        {
            let nexus = if LOOSE.is_match(&column.head) { Nexus::Linked } else { Nexus::By };
            let hedge = match content.hedge {
                Hedge::Asserted if CHARGED.is_match(&column.head) => Hedge::Alleged,
                hedge => hedge,
            };
            found.push(Content { rung: Some(Rung { nexus, party: name.to_owned() }), hedge, ..content });
        }
    }

    fn figure(&self, kind: ClaimKind, column: &Column, cell: Cell<'t>) -> Option<Content> {
        let Quantity { value, bound, .. } = cell::number(cell.words, &column.head)?;
        let exact = kind == ClaimKind::Count && Quantity::is_unrounded_count(value);
        let content = self.of_cell(kind, cell)?;
        let unit = column.unit.clone();
        let property = match kind {
            ClaimKind::Count => unit.clone().unwrap_or_else(|| column.head.to_lowercase()),
            _ => column.head.to_lowercase(),
        };
        let property = if property.is_empty() { content.property.clone() } else { property };
        let bound = bound.or(exact.then_some(Bound::Exact));
        Some(Content { property, value: Some(value.normalize().to_string()), unit, bound, ..content })
    }

    fn day(&self, order: Order, property: &str, cell: Cell<'t>) -> Option<Content> {
        let period = cell::day(cell.words, order)?;
        let kind = if matches!(period, Edtf::Date(_)) { ClaimKind::Date } else { ClaimKind::Period };
        let content = self.of_cell(kind, cell)?;
        Some(Content { property: property.to_owned(), period: Some(period), ..content })
    }

    /// From the first day to the last, where either is told.
    fn window(&self, first: Option<(usize, Cell<'t>)>, last: Option<(usize, Cell<'t>)>) -> Option<Content> {
        let read = |place: Option<(usize, Cell<'t>)>| {
            let (at, cell) = place?;
            Some((cell::date(cell::day(cell.words, self.reading.orders[at])?)?, self.trimmed(cell)?))
        };
        let (period, quotes) = match (read(first), read(last)) {
            (Some((from, a)), Some((to, b))) if from == to => (Edtf::Date(from), vec![a, b]),
            (Some((from, a)), Some((to, b))) => (Edtf::interval(from, to)?, vec![a, b]),
            (Some((from, a)), None) => (Edtf::Interval(Endpoint::Date(from), Endpoint::Open), vec![a]),
            (None, Some((to, b))) => (Edtf::Interval(Endpoint::Open, Endpoint::Date(to)), vec![b]),
            (None, None) => return None,
        };
        let content = self.claim(ClaimKind::Period, quotes)?;
        Some(Content { property: "window".to_owned(), period: Some(period), ..content })
    }

    /// The things that a cell lists, in its words.
    fn words(&self, kind: ClaimKind, cell: Cell<'t>, by: &[char], found: &mut Vec<Content>) {
        for range in cell::listed(cell.words, by) {
            let words = cell.words[range.clone()].to_owned();
            let quote = self.reading.grid.quote(cell, range);
            if let Some(content) = quote.and_then(|quote| self.claim(kind, vec![quote])) {
                found.push(Content { value: Some(words), ..content });
            }
        }
    }

    fn technique(&self, cell: Cell<'t>) -> Option<Content> {
        let range = cell::technique(cell.words)?;
        let id = cell.words[range.clone()].to_owned();
        let content = self.claim(ClaimKind::Technique, vec![self.reading.grid.quote(cell, range)?])?;
        Some(Content { value: Some(id), ..content })
    }
}
