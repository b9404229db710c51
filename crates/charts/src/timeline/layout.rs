//! Rows: what overlaps goes below, the earliest first. A lane shows so many rows and counts the rest.

use super::axis::{Axis, LEFT, RIGHT};
use super::item::{Item, Lane};
use crate::pen::{HEAD, LABEL, fit, width, wrap};

const TOP: f64 = 64.0;
const GAP: f64 = 12.0;
const SPAN_ROW: f64 = 40.0;
const POINT_ROW: f64 = 24.0;
pub(crate) const LANE_PAD: f64 = 8.0;
/// A fact without a date.
pub(crate) const UNDATED_ROW: f64 = 20.0;
const MOST_ROWS: usize = 10;
const NOTE_ROW: f64 = 16.0;
const FOOT: f64 = 32.0;
/// The widest label; a longer one goes on in a second line.
const WIDEST: f64 = 352.0;
/// A label that has less room than this beside its mark stands above it.
const LEAST: f64 = 200.0;
/// From line to line of a label.
pub(crate) const LINE: f64 = 14.0;

/// Where an item is drawn.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    /// Which item.
    pub(crate) item: usize,
    /// The middle of its mark.
    pub(crate) y: f64,
    /// The day or window that is certain: from, to.
    pub(crate) core: (f64, f64),
    /// Where its start can be, where that is no one day.
    pub(crate) before: Option<(f64, f64)>,
    /// Where its end can be.
    pub(crate) after: Option<(f64, f64)>,
    /// Whether the start is open, and whether the end is.
    pub(crate) open: (bool, bool),
    /// Where its label starts.
    pub(crate) label_x: f64,
    /// The middle of its label.
    pub(crate) label_y: f64,
    /// The date.
    pub(crate) date: String,
    /// The words after it, in a line or two.
    pub(crate) lines: Vec<String>,
    /// Whether the label stands above the mark, not beside it.
    pub(crate) above: bool,
    /// From where to where it takes its row.
    pub(crate) taken: (f64, f64),
}

/// A lane on the sheet.
#[derive(Debug)]
pub(crate) struct Band {
    pub(crate) lane: Lane,
    pub(crate) top: f64,
    pub(crate) bottom: f64,
    /// How many of its items are not drawn.
    pub(crate) hidden: usize,
}

/// The sheet.
#[derive(Debug)]
pub(crate) struct Plan {
    pub(crate) places: Vec<Place>,
    pub(crate) bands: Vec<Band>,
    /// Where the lanes end and what has no date begins.
    pub(crate) dated: f64,
    /// How many facts without a date are shown below the lanes.
    pub(crate) undated: usize,
    pub(crate) bottom: f64,
    pub(crate) height: f64,
}

impl Plan {
    pub(crate) fn of(items: &[Item<'_>], undated: usize, axis: &Axis) -> Self {
        let mut plan = Self { places: Vec::new(), bands: Vec::new(), dated: TOP, undated, bottom: TOP, height: TOP };
        for lane in Lane::ALL {
            plan.add_lane(lane, items, axis);
        }
        plan.dated = plan.bottom;
        if undated > 0 {
            plan.bottom += undated as f64 * UNDATED_ROW + 2.0 * LANE_PAD;
        }
        plan.height = (plan.bottom + FOOT + 2.0 * NOTE_ROW).ceil();
        plan
    }

    fn add_lane(&mut self, lane: Lane, items: &[Item<'_>], axis: &Axis) {
        let of_lane = || items.iter().enumerate().filter(|(_, item)| item.lane == lane);
        if of_lane().next().is_none() {
            return;
        }
        let (top, mut y, mut hidden) = (self.bottom, self.bottom + LANE_PAD, 0);
        for points in [false, true] {
            // What each row holds so far: its end and its height.
            let mut rows: Vec<(f64, f64)> = Vec::new();
            let mut placed: Vec<(usize, Place)> = Vec::new();
            for (at, item) in of_lane().filter(|(_, item)| item.when.is_point == points) {
                let place = place(at, item, axis);
                let free = rows.iter().position(|(end, _)| end + GAP <= place.taken.0);
                let row = free.unwrap_or(rows.len());
                if row >= MOST_ROWS {
                    hidden += 1;
                    continue;
                }
                let height = if place.above { SPAN_ROW } else { POINT_ROW + LINE * (place.lines.len() as f64 - 1.0) };
                match rows.get_mut(row) {
                    Some((end, tallest)) => (*end, *tallest) = (place.taken.1, tallest.max(height)),
                    None => rows.push((place.taken.1, height)),
                }
                placed.push((row, place));
            }
            let tops: Vec<f64> = rows
                .iter()
                .scan(y, |top, (_, height)| {
                    *top += height;
                    Some(*top - height)
                })
                .collect();
            for (row, mut place) in placed {
                let top = tops.get(row).copied().unwrap_or(y);
                (place.y, place.label_y) =
                    if place.above { (top + 27.0, top + 10.0) } else { (top + POINT_ROW / 2.0, top + POINT_ROW / 2.0) };
                self.places.push(place);
            }
            y += rows.iter().map(|(_, height)| height).sum::<f64>();
        }
        if hidden > 0 {
            y += NOTE_ROW;
        }
        self.bottom = y + LANE_PAD;
        self.bands.push(Band { lane, top, bottom: self.bottom, hidden });
    }
}

fn place(at: usize, item: &Item<'_>, axis: &Axis) -> Place {
    let unsure =
        |days: (jiff::civil::Date, jiff::civil::Date)| (days.0 < days.1).then(|| (axis.start_of(days.0), axis.end_of(days.1)));
    let (before, after) = if item.when.is_point {
        (item.when.start.and_then(unsure), None)
    } else {
        (item.when.start.and_then(unsure), item.when.end.and_then(unsure))
    };
    let middle = |days: (jiff::civil::Date, jiff::civil::Date)| f64::midpoint(axis.start_of(days.0), axis.end_of(days.1));
    let core = if item.when.is_point {
        let x = item.when.start.map_or(LEFT, middle);
        (x, x)
    } else {
        // What is certain: from the last day it can start to the first day it can end.
        let from =
            item.when.start.map_or(LEFT, |(first, last)| if first < last { axis.end_of(last) } else { axis.start_of(first) });
        let to = item
            .when
            .end
            .map_or(RIGHT - 8.0, |(first, last)| if first < last { axis.start_of(first) } else { axis.end_of(last) });
        (from, to.max(from))
    };
    let ends = [before, after, Some(core)].into_iter().flatten();
    let (left, right) = ends.reduce(|(a, b), (c, d)| (a.min(c), b.max(d))).unwrap_or(core);
    let open = (item.when.start.is_none(), item.when.end.is_none());
    let date = item.date.clone();
    let date_width = width(&date, HEAD) + DATE_GAP;
    let whole = date_width + width(&item.label, LABEL) + width(&item.standing, LABEL);
    let (left, right) = if item.when.is_point { (left.min(core.0 - 6.0), right.max(core.0 + 6.0)) } else { (left, right) };
    let (room_left, room_right) = (left - 6.0 - LEFT, RIGHT - right - 6.0);
    let above = !item.when.is_point || room_left.max(room_right) < whole.min(LEAST);
    let (label_x, lines) = if above {
        let lines = lines(item, RIGHT - LEFT - date_width, 1);
        (left.min(RIGHT - date_width - widest(&lines)).max(LEFT), lines)
    } else {
        // To the right where it fits, else to the roomier side.
        let to_right = whole.min(WIDEST) <= room_right || room_right >= room_left;
        let lines = lines(item, if to_right { room_right } else { room_left }.min(WIDEST) - date_width, 2);
        (if to_right { right + 6.0 } else { left - 6.0 - date_width - widest(&lines) }, lines)
    };
    let taken = (left.min(label_x), right.max(label_x + date_width + widest(&lines)));
    Place { item: at, y: 0.0, core, before, after, open, label_x, label_y: 0.0, date, lines, above, taken }
}

/// Between the date and the words.
pub(crate) const DATE_GAP: f64 = 8.0;

fn widest(lines: &[String]) -> f64 {
    lines.iter().map(|line| width(line, LABEL)).fold(0.0, f64::max)
}

/// An item's words in one line or two: what happened is cut before its hedge is.
fn lines(item: &Item<'_>, room: f64, most: usize) -> Vec<String> {
    let room = room.max(0.0);
    let standing = width(&item.standing, LABEL);
    if most > 1 {
        let whole = wrap(&format!("{}{}", item.label, item.standing), LABEL, room, usize::MAX);
        if whole.len() <= most {
            return whole;
        }
        if let [first, rest @ ..] = wrap(&item.label, LABEL, room, usize::MAX).as_slice() {
            return vec![first.clone(), format!("{}{}", fit(&rest.join(" "), LABEL, (room - standing).max(0.0)), item.standing)];
        }
    }
    vec![format!("{}{}", fit(&item.label, LABEL, (room - standing).max(0.0)), item.standing)]
}
