//! The timeline: what happened when, in four lanes.

mod axis;
mod item;
mod layout;
mod paint;

use crate::subject::Campaigns;
use crate::when::Years;
use crate::{Chart, ChartError, csv, pen};
use dossier_model::Case;

const CHART: &str = "timeline";

/// Draws the facts of `case`, with years from all of `whole`.
pub(crate) fn draw(case: &Case, whole: &Case) -> Result<Chart, ChartError> {
    let (campaigns, years) = (Campaigns::of(case), Years::of(whole));
    let items = item::items(case, &campaigns, &years);
    if items.drawn.is_empty() {
        return Err(ChartError::NothingToDraw {
            chart: CHART,
            needs: "facts with a date: the window of a campaign, a letter, a measure or a reaction",
        });
    }
    let title = format!("Timeline of {}", campaigns.named());
    let axis = axis::Axis::over(&items.drawn, years.any());
    let plan = layout::Plan::of(&items.drawn, items.undated.len().min(item::UNDATED_SHOWN), &axis);
    let alt = item::alt(&title, &items);
    let mut regions = Vec::new();
    let svg = pen::sheet(CHART, plan.height, &title, &alt, |pen| {
        regions = paint::paint(pen, &title, &items, &axis, &plan);
    })?;
    let placed = items.drawn.iter().chain(&items.repeated).chain(&items.outside).map(|item| (item.fact, item.full.clone()));
    let undated = items.undated.iter().chain(&items.undated_repeated).map(|item| (item.fact, item.full.clone()));
    let csv = csv::rows(case, placed.chain(undated));
    Ok(Chart { svg, width: pen::WIDTH as u32, height: plan.height as u32, title, alt, regions, csv })
}
