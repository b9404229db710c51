//! Charts, as the window shows them and as they are printed.

use crate::files::{extension, write};
use crate::rows::WrittenRow;
use crate::specimen::{SPECIMEN_MARK, is_specimen};
use crate::{AppError, Dossier};
use dossier_charts::Chart;
use dossier_documents::{Figure, figure_pdf, figure_png};
use dossier_model::Case;
use std::path::Path;

/// Which chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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

/// Draws a chart of a case.
pub fn draw(case: &Case, kind: ChartKind) -> Result<Chart, AppError> {
    let drawn = match kind {
        ChartKind::Timeline => dossier_charts::timeline(case),
        ChartKind::Targeting => dossier_charts::targeting(case),
        ChartKind::Scale => dossier_charts::scale(case),
    };
    drawn.map_err(|error| AppError::Refused(error.to_string()))
}

/// The same for a chart that leaves on its own: of a specimen it says so itself.
pub(crate) fn draw_alone(case: &Case, kind: ChartKind) -> Result<Chart, AppError> {
    let chart = draw(case, kind)?;
    Ok(if is_specimen(case) { chart.marked(SPECIMEN_MARK) } else { chart })
}

/// Draws a chart into a file: `.svg`, `.png`, `.pdf` or `.csv`.
pub fn chart(dossier: &Dossier, kind: ChartKind, out: &Path) -> Result<WrittenRow, AppError> {
    let chart = draw_alone(&dossier.case()?, kind)?;
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
