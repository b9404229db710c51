//! Facts to charts: the timeline, what was targeted, and the scale, as SVG with regions to point at and the rows behind them.
//!
//! A chart says what facts say and no more: its title and its description keep the hedge, a window known to the month is drawn as one,
//! a year that no source gives is marked, and certainty is shown by form as well as by colour. Which facts there are was decided
//! before (`reconcile`); captions and the place on a page are decided after (`documents`).
//!
//! Always: the same case gives the same bytes; text stays text; dark on white, readable without colour at 6.5 inches.

mod csv;
mod form;
mod mark;
mod pen;
mod scale;
mod subject;
mod targeting;
mod timeline;
mod when;
mod words;

use dossier_model::{Case, FactId};

/// A drawn chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// The picture.
    pub svg: String,
    /// Its width in user units; 96 of them are an inch.
    pub width: u32,
    /// Its height in user units.
    pub height: u32,
    /// Its title, as drawn.
    pub title: String,
    /// What it shows, in full sentences, for those who do not see it.
    pub alt: String,
    /// Where its facts are drawn.
    pub regions: Vec<Region>,
    /// The rows behind it: fact, label, value, bound, period, hedge, origins.
    pub csv: String,
}

/// Where a fact is drawn, in the picture's user units.
#[derive(Debug, Clone, PartialEq)]
pub struct Region {
    /// The fact.
    pub fact: FactId,
    /// The left edge.
    pub x: f64,
    /// The upper edge.
    pub y: f64,
    /// How wide.
    pub width: f64,
    /// How high.
    pub height: f64,
    /// The fact in full, where the picture has room for a part of it.
    pub label: String,
}

/// Why there is no chart.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChartError {
    /// The dossier holds nothing of what the chart shows.
    #[error("the {chart} chart has nothing to draw: it needs {needs}; accept such claims first")]
    NothingToDraw {
        /// Which chart.
        chart: &'static str,
        /// What it is drawn from.
        needs: &'static str,
    },
    /// The drawing engine failed.
    #[error("the {chart} chart could not be drawn: {reason}")]
    Drawing {
        /// Which chart.
        chart: &'static str,
        /// What the engine said.
        reason: String,
    },
}

/// What happened when: campaigns as spans, disclosures, government steps and reactions as points, in four lanes.
pub fn timeline(case: &Case) -> Result<Chart, ChartError> {
    timeline::draw(case, case)
}

/// The timeline of `shown`, which is part of `whole`: a year that its own facts do not state is still inferred from all.
pub fn timeline_within(shown: &Case, whole: &Case) -> Result<Chart, ChartError> {
    timeline::draw(shown, whole)
}

/// Which capabilities are said to have been targeted, by which report, and how many origins that comes to.
pub fn targeting(case: &Case) -> Result<Chart, ChartError> {
    targeting::draw(case)
}

/// How much, as the range that each figure's words leave possible.
pub fn scale(case: &Case) -> Result<Chart, ChartError> {
    scale::draw(case)
}
