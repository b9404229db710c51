//! What was targeted: capabilities by report, so that it is seen who says it, how surely, and how many origins that comes to.

use crate::form::{Also, Form, key};
use crate::pen::{GREY, HEAD, HEADLINE, INK, LABEL, NOTE, Pen, RULE, SMALL, Side, WIDTH, fit, wrap};
use crate::subject::{Campaigns, is_campaign, short};
use crate::words::{capital, counted, hedge, hedge_or_stated, listed};
use crate::{Chart, ChartError, Region, csv, pen};
use dossier_model::{Case, Claim, ClaimKind, Fact, Hedge, OriginId, SourceId};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

const CHART: &str = "targeting";

const NAMES: f64 = 168.0;
const SUMS: f64 = 152.0;
const HEAD_LINE: f64 = 13.0;
const MOST_COLUMNS: usize = 8;
const MOST_ROWS: usize = 24;
const LINE: f64 = 16.0;
const TOP: f64 = 40.0;

/// Draws it.
pub(crate) fn draw(case: &Case) -> Result<Chart, ChartError> {
    let campaigns = Campaigns::of(case);
    let rows = rows(case, &campaigns);
    if rows.is_empty() {
        return Err(ChartError::NothingToDraw { chart: CHART, needs: "facts on which capabilities a campaign targeted" });
    }
    let columns = columns(case, &rows);
    let title = format!("What {} is said to have targeted", campaigns.named());
    let alt = alt(&title, &rows);
    let shown = rows.len().min(MOST_ROWS);
    let heads: Vec<Vec<String>> =
        columns.iter().map(|column| wrap(&column.name, Type::HEAD, room(columns.len()) - 8.0, 3)).collect();
    let head_lines = heads.iter().map(Vec::len).max().unwrap_or(1);
    let first_row = TOP + 20.0 + head_lines as f64 * HEAD_LINE + 8.0;
    let names: Vec<Vec<String>> = rows.iter().take(shown).map(|row| wrap(&row.name, LABEL, NAMES - 16.0, 2)).collect();
    let heights: Vec<f64> = names.iter().map(|lines| 16.0 + LINE * lines.len() as f64).collect();
    let bottom = first_row + heights.iter().sum::<f64>();
    let more = (rows.len() > shown).then(|| {
        format!(
            "and {} in the rows behind the chart",
            counted(rows.len() - shown, "more capability").replace("capabilitys", "capabilities")
        )
    });
    let height = (bottom + 32.0 + if more.is_some() { 16.0 } else { 0.0 }).ceil();
    let mut regions = Vec::new();
    let svg = pen::sheet(CHART, height, &title, &alt, |pen| {
        pen.text((0.0, 14.0), Side::Start, &fit(&title, HEADLINE, WIDTH), HEADLINE);
        paint_heads(pen, &columns, &heads, first_row);
        let mut y = first_row;
        for ((row, lines), height) in rows.iter().zip(&names).zip(&heights) {
            paint_row(pen, case, row, lines, &columns, (y, *height), &mut regions);
            y += height;
            pen.line((0.0, y), (WIDTH, y), RULE, 0.75);
        }
        pen.line((0.0, bottom), (WIDTH, bottom), INK, 0.75);
        let used: BTreeSet<Form> =
            rows.iter().take(shown).flat_map(|row| row.cells(&columns)).flatten().map(|(hedge, _)| Form::of(hedge)).collect();
        let threads = rows.iter().take(shown).any(|row| !row.threads(&columns).is_empty());
        key(pen, bottom + 18.0, &used, if threads { Also::Threads } else { Also::Nothing });
        if let Some(more) = more {
            pen.text((0.0, bottom + 36.0), Side::Start, &more, NOTE);
        }
    })?;
    let csv = csv::rows(case, rows.iter().flat_map(|row| row.facts.iter().map(|fact| (*fact, row.name.clone()))));
    Ok(Chart { svg, width: WIDTH as u32, height: height as u32, title, alt, regions, csv })
}

/// How the heads of columns are set.
struct Type;
impl Type {
    const HEAD: pen::Type = pen::Type { size: SMALL, weight: pen::Weight::Regular, color: INK };
}

/// A capability, with the facts that name it in the same words.
struct Row<'a> {
    name: String,
    facts: Vec<&'a Fact>,
    claims: Vec<&'a Claim>,
    origin_of: BTreeMap<u32, OriginId>,
    origins: BTreeSet<OriginId>,
    sources: BTreeSet<SourceId>,
    origin_names: Vec<String>,
    source_names: Vec<String>,
}

impl<'a> Row<'a> {
    /// For each column the weakest hedge of the row's claims in it, and the first such claim.
    fn cells(&self, columns: &[Column]) -> Vec<Option<(Hedge, &'a Claim)>> {
        let in_column = |column: &Column| {
            let claims = || self.claims.iter().filter(|claim| column.holds.contains(&(claim.id.number())));
            let weakest = claims().map(|claim| claim.content.hedge).min()?;
            claims().next().map(|claim| (weakest, *claim))
        };
        columns.iter().map(in_column).collect()
    }

    /// From which column to which a line shows that reports tell one origin again: where no other origin's mark lies between.
    fn threads(&self, columns: &[Column]) -> Vec<(usize, usize)> {
        let origins_in = |column: &Column| {
            let ids = self.claims.iter().map(|claim| claim.id.number()).filter(|id| column.holds.contains(id));
            ids.filter_map(|id| self.origin_of.get(&id).copied()).collect::<BTreeSet<_>>()
        };
        let marked: Vec<(usize, BTreeSet<OriginId>)> = columns
            .iter()
            .enumerate()
            .map(|(at, column)| (at, origins_in(column)))
            .filter(|(_, origins)| !origins.is_empty())
            .collect();
        let mut threads = Vec::new();
        let same = |a: &(usize, BTreeSet<OriginId>), b: &(usize, BTreeSet<OriginId>)| a.1 == b.1 && a.1.len() == 1;
        for run in marked.chunk_by(same) {
            if let [(first, _), .., (last, _)] = run {
                threads.push((*first, *last));
            }
        }
        threads
    }

    fn weakest(&self) -> Hedge {
        self.claims.iter().map(|claim| claim.content.hedge).min().unwrap_or(Hedge::Alleged)
    }

    fn sum(&self) -> String {
        format!("{} through {}", counted(self.origins.len(), "origin"), counted(self.sources.len(), "report"))
    }
}

fn rows<'a>(case: &'a Case, campaigns: &Campaigns<'_>) -> Vec<Row<'a>> {
    let mut found: BTreeMap<(String, String), Vec<&Fact>> = BTreeMap::new();
    for fact in case.facts.iter().filter(|fact| fact.kind == ClaimKind::Capability) {
        let value = fact.value.as_deref().unwrap_or(&fact.property).trim().to_lowercase();
        found.entry((fact.subject.clone(), value)).or_default().push(fact);
    }
    let origin_of: BTreeMap<u32, OriginId> =
        case.origins.iter().flat_map(|origin| origin.claims.iter().map(move |claim| (claim.number(), origin.id))).collect();
    let mut rows: Vec<Row<'_>> = found
        .into_iter()
        .map(|((subject, value), facts)| {
            let written = facts.first().and_then(|fact| fact.value.clone()).unwrap_or(value);
            let is_plain = campaigns.is_one() || !is_campaign(&subject);
            let name = if is_plain { capital(&written) } else { format!("{} ({})", capital(&written), short(&subject)) };
            let claims: Vec<&Claim> = facts.iter().flat_map(|fact| case.claims_of(fact)).collect();
            let origin_of: BTreeMap<u32, OriginId> =
                claims.iter().filter_map(|claim| Some((claim.id.number(), *origin_of.get(&claim.id.number())?))).collect();
            let mut origins: BTreeSet<OriginId> = facts.iter().flat_map(|fact| fact.origins.iter().copied()).collect();
            origins.extend(origin_of.values().copied());
            let sources: BTreeSet<SourceId> = claims.iter().map(|claim| claim.source).collect();
            let origin_names = origins.iter().filter_map(|id| case.origin(*id)).map(|origin| origin.name.clone()).collect();
            let source_names = sources.iter().map(|id| source_name(case, *id)).collect();
            Row { name, facts, claims, origin_of, origins, sources, origin_names, source_names }
        })
        .collect();
    rows.sort_by(|a, b| {
        let rank = |row: &Row<'_>| (Reverse(row.origins.len()), Reverse(row.sources.len()));
        rank(a).cmp(&rank(b)).then_with(|| a.name.cmp(&b.name))
    });
    rows
}

/// A column: a report, or an origin where there are too many reports to show each.
struct Column {
    name: String,
    holds: BTreeSet<u32>,
    is_origin: bool,
}

fn columns(case: &Case, rows: &[Row<'_>]) -> Vec<Column> {
    let mut by_source: BTreeMap<SourceId, BTreeSet<u32>> = BTreeMap::new();
    for claim in rows.iter().flat_map(|row| &row.claims) {
        by_source.entry(claim.source).or_default().insert(claim.id.number());
    }
    if by_source.len() <= MOST_COLUMNS {
        let column = |(source, holds)| Column { name: source_name(case, source), holds, is_origin: false };
        return by_source.into_iter().map(column).collect();
    }
    let ids: BTreeSet<OriginId> = rows.iter().flat_map(|row| row.origins.iter().copied()).collect();
    let mut columns: Vec<Column> = ids
        .into_iter()
        .filter_map(|id| case.origin(id))
        .map(|origin| Column {
            name: origin.name.clone(),
            holds: origin.claims.iter().map(|claim| claim.number()).collect(),
            is_origin: true,
        })
        .collect();
    if columns.len() > MOST_COLUMNS {
        let rest = columns.split_off(MOST_COLUMNS - 1);
        let name = counted(rest.len(), "other origin");
        columns.push(Column { name, holds: rest.into_iter().flat_map(|column| column.holds).collect(), is_origin: true });
    }
    columns
}

fn source_name(case: &Case, id: SourceId) -> String {
    match case.source(id).and_then(|source| source.publisher.clone()) {
        Some(publisher) => publisher,
        None => format!("{id}, publisher not stated"),
    }
}

fn room(columns: usize) -> f64 {
    ((WIDTH - NAMES - SUMS) / columns.max(1) as f64).min(112.0)
}

fn middle_of(column: usize, columns: usize) -> f64 {
    NAMES + room(columns) * (column as f64 + 0.5)
}

fn paint_heads(pen: &mut Pen<'_>, columns: &[Column], heads: &[Vec<String>], first_row: f64) {
    let by_origin = columns.first().is_some_and(|column| column.is_origin);
    let (left, right) = (NAMES + 4.0, NAMES + room(columns.len()) * columns.len() as f64 - 4.0);
    pen.text((f64::midpoint(left, right), TOP + 6.0), Side::Middle, if by_origin { "Said by" } else { "Said in" }, NOTE);
    pen.line((left, TOP + 16.0), (right, TOP + 16.0), RULE, 0.75);
    for (at, lines) in heads.iter().enumerate() {
        for (line, text) in lines.iter().rev().enumerate() {
            let y = first_row - 12.0 - line as f64 * HEAD_LINE;
            pen.text((middle_of(at, heads.len()), y), Side::Middle, text, Type::HEAD);
        }
    }
    pen.text((0.0, first_row - 12.0), Side::Start, "Capability", NOTE);
    pen.text((WIDTH, first_row - 12.0), Side::End, "Comes to", NOTE);
    pen.line((0.0, first_row), (WIDTH, first_row), INK, 0.75);
}

fn paint_row(
    pen: &mut Pen<'_>,
    case: &Case,
    row: &Row<'_>,
    lines: &[String],
    columns: &[Column],
    (y, height): (f64, f64),
    regions: &mut Vec<Region>,
) {
    let middle = y + height / 2.0;
    for (line, text) in lines.iter().enumerate() {
        let offset = (line as f64 - (lines.len() as f64 - 1.0) / 2.0) * LINE;
        pen.text((0.0, middle + offset), Side::Start, text, LABEL);
    }
    pen.text((WIDTH, middle), Side::End, &row.sum(), if row.origins.len() > 1 { HEAD } else { LABEL });
    if let Some(fact) = row.facts.first() {
        let label = format!("{} ({}): {}", row.name, hedge_or_stated(row.weakest()), row.sum());
        regions.push(Region { fact: fact.id, x: 0.0, y, width: NAMES, height, label: label.clone() });
        regions.push(Region { fact: fact.id, x: WIDTH - SUMS, y, width: SUMS, height, label });
    }
    let cells = row.cells(columns);
    for (first, last) in row.threads(columns) {
        pen.line((middle_of(first, columns.len()), middle), (middle_of(last, columns.len()), middle), GREY, 0.75);
    }
    for (at, cell) in cells.iter().enumerate() {
        let Some((weakest, claim)) = cell else { continue };
        let x = middle_of(at, columns.len());
        Form::of(*weakest).point(pen, (x, middle));
        let fact = row.facts.iter().find(|fact| fact.claims.contains(&claim.id)).or(row.facts.first());
        if let Some(fact) = fact {
            let label = format!(
                "{}, {}, in {}: “{}”",
                row.name,
                hedge_or_stated(*weakest),
                source_name(case, claim.source),
                claim.content.quotes.first().text
            );
            regions.push(Region { fact: fact.id, x: x - 12.0, y: middle - 12.0, width: 24.0, height: 24.0, label });
        }
    }
}

/// Of this many rows each is described; the rest are counted.
const DESCRIBED: usize = 24;

fn alt(title: &str, rows: &[Row<'_>]) -> String {
    let mut sentences = vec![format!("{title}.")];
    for row in rows.iter().take(DESCRIBED) {
        let hedged = hedge(row.weakest()).map(|word| format!(" ({word})")).unwrap_or_default();
        let named = |names: &[String]| if names.len() <= MOST_COLUMNS { format!(" ({})", listed(names)) } else { String::new() };
        let come = if row.sources.len() == 1 { "comes" } else { "come" };
        sentences.push(format!(
            "{} is named as a target{hedged} in {}{}, which {come} to {}{}.",
            row.name,
            counted(row.sources.len(), "report"),
            named(&row.source_names),
            counted(row.origins.len(), "origin"),
            named(&row.origin_names)
        ));
    }
    if rows.len() > DESCRIBED {
        sentences.push(format!("{} more are in the rows behind the chart.", rows.len() - DESCRIBED));
    }
    sentences.join(" ")
}
