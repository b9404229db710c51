//! Charts, as the window shows them and as they are printed.

use crate::files::{extension, write};
use crate::rows::WrittenRow;
use crate::specimen::SPECIMEN_MARK;
use crate::{AppError, Dossier};
use dossier_charts::{Chart, ChartError};
use dossier_documents::{Figure, figure_pdf, figure_png};
use dossier_model::{Case, ClaimKind, Fact, FactId, Hedge};
use serde::{Deserialize, Serialize};
use std::path::Path;

/// Which chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum ChartKind {
    /// What happened when.
    Timeline,
    /// Which capabilities were targeted, and who says so.
    Targeting,
    /// How much, as intervals.
    Scale,
}

impl ChartKind {
    /// Every chart.
    pub const ALL: [Self; 3] = [Self::Timeline, Self::Targeting, Self::Scale];

    /// Its name in drafts and file names.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Timeline => "timeline",
            Self::Targeting => "targeting",
            Self::Scale => "scale",
        }
    }
}

/// Which facts a chart shows; all of them where nothing is chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct ChartFilter {
    /// The facts whose subject this is.
    pub campaign: Option<String>,
    /// The facts of these kinds; of all where it is empty.
    pub kinds: Vec<ClaimKind>,
    /// The facts so certain; of any certainty where it is empty.
    pub certainty: Vec<Hedge>,
}

impl ChartFilter {
    fn is_everything(&self) -> bool {
        *self == Self::default()
    }

    fn shows(&self, fact: &Fact) -> bool {
        self.campaign.as_ref().is_none_or(|campaign| *campaign == fact.subject)
            && (self.kinds.is_empty() || self.kinds.contains(&fact.kind))
            && (self.certainty.is_empty() || self.certainty.contains(&fact.hedge))
    }

    /// What it leaves, in words: "Meridian Works campaign against Corvid; count or period; alleged or reported".
    fn in_words(&self) -> String {
        let kinds: Vec<&str> = self.kinds.iter().map(|kind| kind.as_str()).collect();
        let certainty: Vec<&str> = self.certainty.iter().map(|hedge| hedge.as_str()).collect();
        let parts = [self.campaign.clone().unwrap_or_default(), kinds.join(" or "), certainty.join(" or ")];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
    }
}

/// A chart as the window shows it.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct ChartView {
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
    pub regions: Vec<RegionRow>,
    /// The rows behind it.
    pub csv: String,
}

/// Where a fact is drawn, in the picture's user units. (The pages' type of a whole number is that of any: none of these is ever
/// infinite.)
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct RegionRow {
    /// The fact.
    pub fact: FactId,
    /// The left edge.
    #[specta(type = u32)]
    pub x: f64,
    /// The upper edge.
    #[specta(type = u32)]
    pub y: f64,
    /// How wide.
    #[specta(type = u32)]
    pub width: f64,
    /// How high.
    #[specta(type = u32)]
    pub height: f64,
    /// The fact in full, where the picture has room for a part of it.
    pub label: String,
}

impl From<Chart> for ChartView {
    fn from(chart: Chart) -> Self {
        let Chart { svg, width, height, title, alt, regions, csv } = chart;
        let row = |region: dossier_charts::Region| RegionRow {
            fact: region.fact,
            x: region.x,
            y: region.y,
            width: region.width,
            height: region.height,
            label: region.label,
        };
        Self { svg, width, height, title, alt, regions: regions.into_iter().map(row).collect(), csv }
    }
}

/// Draws a chart of a case.
pub fn draw(case: &Case, kind: ChartKind) -> Result<Chart, AppError> {
    draw_within(case, case, kind).map_err(|error| AppError::Refused(error.to_string()))
}

/// The same for a chart that leaves on its own: of a specimen it says so itself.
pub(crate) fn draw_alone(case: &Case, kind: ChartKind, specimen: bool) -> Result<Chart, AppError> {
    let chart = draw(case, kind)?;
    Ok(if specimen { chart.marked(SPECIMEN_MARK) } else { chart })
}

/// A chart of the facts that `filter` leaves.
pub fn chart_view(dossier: &Dossier, kind: ChartKind, filter: &ChartFilter) -> Result<ChartView, AppError> {
    Ok(draw_filtered(&*dossier.case_without_texts()?, kind, filter)?.into())
}

/// Draws a chart of the facts that `filter` leaves into a file: `.svg`, `.png`, `.pdf` or `.csv`. A chart of a specimen says so, and so
/// does one that does not show everything.
pub fn chart(dossier: &Dossier, kind: ChartKind, filter: &ChartFilter, out: &Path) -> Result<WrittenRow, AppError> {
    let chart = draw_filtered(&*dossier.case_without_texts()?, kind, filter)?;
    let mut marks = Vec::new();
    if dossier.is_specimen()? {
        marks.push(SPECIMEN_MARK.to_owned());
    }
    if !filter.is_everything() {
        marks.push(format!("Shown in part: {}", filter.in_words()));
    }
    let chart = if marks.is_empty() { chart } else { chart.marked(&marks.join(". ")) };
    let figure = || Figure { svg: chart.svg.clone(), alt: chart.alt.clone(), caption: Vec::new() };
    let bytes = match extension(out).as_str() {
        "svg" => chart.svg.clone().into_bytes(),
        "csv" => chart.csv.clone().into_bytes(),
        "png" => figure_png(&figure(), 2.0)?,
        "pdf" => figure_pdf(&figure())?,
        _ => return Err(AppError::Usage(format!("{}: a chart is written as .svg, .png, .pdf or .csv", out.display()))),
    };
    write(out, &bytes)?;
    Ok(WrittenRow::new(out, &bytes))
}

fn draw_filtered(case: &Case, kind: ChartKind, filter: &ChartFilter) -> Result<Chart, AppError> {
    if filter.is_everything() {
        return draw(case, kind);
    }
    let mut shown = case.clone();
    shown.facts.retain(|fact| filter.shows(fact));
    match draw_within(&shown, case, kind) {
        Ok(chart) => Ok(chart),
        // Where nothing would be drawn without the filter either, that is what has to be said.
        Err(ChartError::NothingToDraw { .. }) if draw_within(case, case, kind).is_ok() => Err(AppError::Refused(format!(
            "the filter leaves nothing for the {} chart to draw ({}): choose more, or clear the filter",
            kind.as_str(),
            filter.in_words()
        ))),
        Err(error) => Err(AppError::Refused(error.to_string())),
    }
}

fn draw_within(shown: &Case, whole: &Case, kind: ChartKind) -> Result<Chart, ChartError> {
    match kind {
        ChartKind::Timeline => dossier_charts::timeline_within(shown, whole),
        ChartKind::Targeting => dossier_charts::targeting(shown),
        ChartKind::Scale => dossier_charts::scale(shown),
    }
}
