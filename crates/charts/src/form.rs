//! Certainty by form: solid for what a source says in its own voice or what is established, dashed for what is alleged, reported,
//! disputed or a view, hollow for what is planned or depends on something.

use crate::pen::{ACCENT, GREY, NOTE, PAPER, Pen, Side, TINT, width};
use dossier_model::Hedge;

/// How a thing is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Form {
    Solid,
    Dashed,
    Hollow,
}

impl Form {
    /// The form of a hedge.
    pub(crate) fn of(hedge: Hedge) -> Self {
        match hedge {
            Hedge::Asserted | Hedge::Confirmed => Self::Solid,
            Hedge::Alleged | Hedge::Reported | Hedge::Disputed | Hedge::Denied | Hedge::Opinion => Self::Dashed,
            Hedge::Planned | Hedge::Conditional | Hedge::Forecast => Self::Hollow,
        }
    }

    fn meaning(self) -> &'static str {
        match self {
            Self::Solid => "stated or confirmed",
            Self::Dashed => "alleged, reported or disputed",
            Self::Hollow => "planned or conditional",
        }
    }

    /// A point.
    pub(crate) fn point(self, pen: &mut Pen<'_>, centre: (f64, f64)) {
        let radius = 5.0;
        match self {
            Self::Solid => pen.disc(centre, radius, ACCENT),
            Self::Dashed => {
                pen.disc(centre, radius, TINT);
                pen.dashed_ring(centre, radius, ACCENT, 1.25);
            }
            Self::Hollow => {
                pen.disc(centre, radius, PAPER);
                pen.ring(centre, radius, ACCENT, 1.5);
            }
        }
    }

    /// A bar.
    pub(crate) fn bar(self, pen: &mut Pen<'_>, x: f64, y: f64, width: f64, height: f64) {
        match self {
            Self::Solid => pen.fill(x, y, width, height, ACCENT),
            Self::Dashed => {
                pen.fill(x, y, width, height, TINT);
                pen.dashed_frame(x, y, width, height, ACCENT, 1.25);
            }
            Self::Hollow => {
                pen.fill(x, y, width, height, PAPER);
                pen.frame(x, y, width, height, ACCENT, 1.25);
            }
        }
    }
}

/// What needs a key beside the forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Also {
    Nothing,
    /// Ends known to the month only.
    Tails,
    /// Lines between reports of one origin.
    Threads,
}

/// The key to the forms that were used, with what else needs one, on one line.
pub(crate) fn key(pen: &mut Pen<'_>, y: f64, used: &std::collections::BTreeSet<Form>, also: Also) {
    let mut at = 0.0;
    for form in used {
        form.point(pen, (at + 6.0, y));
        pen.text((at + 16.0, y), Side::Start, form.meaning(), NOTE);
        at += 16.0 + width(form.meaning(), NOTE) + 24.0;
    }
    match also {
        Also::Nothing => {}
        Also::Tails => {
            tail(pen, at, at + 28.0, y);
            pen.text((at + 36.0, y), Side::Start, "day not stated", NOTE);
        }
        Also::Threads => {
            pen.line((at, y), (at + 28.0, y), GREY, 0.75);
            pen.text((at + 36.0, y), Side::Start, "one origin told again", NOTE);
        }
    }
}

/// The days that an end of a window can be: a broken line with a small stop.
pub(crate) fn tail(pen: &mut Pen<'_>, from: f64, to: f64, y: f64) {
    pen.dashes((from, y), (to, y), GREY, 1.25);
    pen.line((from, y - 3.0), (from, y + 3.0), GREY, 1.0);
    pen.line((to, y - 3.0), (to, y + 3.0), GREY, 1.0);
}
