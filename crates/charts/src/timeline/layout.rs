//! Rows: what overlaps goes below, the earliest first. A lane shows so many rows and counts the rest.

use super::axis::{Axis, LEFT, RIGHT};
use super::item::{Item, Lane};
use crate::pen::{HEAD, LABEL, fit, width};

const TOP: f64 = 64.0;
const GAP: f64 = 12.0;
const SPAN_ROW: f64 = 40.0;
const POINT_ROW: f64 = 24.0;
const LANE_PAD: f64 = 8.0;
const MOST_ROWS: usize = 10;
const NOTE_ROW: f64 = 16.0;
const FOOT: f64 = 32.0;
/// The widest label; a longer one is cut, and whole in its region.
const WIDEST: f64 = 448.0;

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
    /// The date and the words, cut to their room.
    pub(crate) date: String,
    pub(crate) words: String,
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
    pub(crate) bottom: f64,
    pub(crate) height: f64,
}

impl Plan {
    pub(crate) fn of(items: &[Item<'_>], axis: &Axis) -> Self {
        let mut plan = Self { places: Vec::new(), bands: Vec::new(), bottom: TOP, height: TOP };
        for lane in Lane::ALL {
            plan.add_lane(lane, items, axis);
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
        for (row_height, points) in [(SPAN_ROW, false), (POINT_ROW, true)] {
            // The end of what each row holds so far.
            let mut rows: Vec<f64> = Vec::new();
            for (at, item) in of_lane().filter(|(_, item)| item.when.is_point == points) {
                let mut place = place(at, item, axis);
                let free = rows.iter().position(|end| end + GAP <= place.taken.0);
                let row = free.unwrap_or(rows.len());
                if row >= MOST_ROWS {
                    hidden += 1;
                    continue;
                }
                match rows.get_mut(row) {
                    Some(end) => *end = place.taken.1,
                    None => rows.push(place.taken.1),
                }
                let row_top = y + row as f64 * row_height;
                (place.y, place.label_y) = if points {
                    (row_top + row_height / 2.0, row_top + row_height / 2.0)
                } else {
                    (row_top + 27.0, row_top + 10.0)
                };
                self.places.push(place);
            }
            y += rows.len() as f64 * row_height;
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
        let to = item.when.end.map_or(RIGHT, |(first, last)| if first < last { axis.start_of(first) } else { axis.end_of(last) });
        (from, to.max(from))
    };
    let ends = [before, after, Some(core)].into_iter().flatten();
    let (left, right) = ends.reduce(|(a, b), (c, d)| (a.min(c), b.max(d))).unwrap_or(core);
    let open = (item.when.start.is_none(), item.when.end.is_none());
    let date = item.date.clone();
    let date_width = width(&date, HEAD) + 8.0;
    if item.when.is_point {
        let (left, right) = (left.min(core.0 - 6.0), right.max(core.0 + 6.0));
        let room_right = RIGHT - right - 6.0;
        let room_left = left - 6.0 - LEFT;
        let wanted = (date_width + width(&item.label, LABEL) + width(&item.standing, LABEL)).min(WIDEST);
        // To the right where it fits, else to the roomier side.
        let to_right = wanted <= room_right || room_right >= room_left;
        let room = if to_right { room_right } else { room_left }.min(WIDEST);
        let words = words(item, room - date_width);
        let taken = date_width + width(&words, LABEL);
        let label_x = if to_right { right + 6.0 } else { left - 6.0 - taken };
        let taken = (left.min(label_x), right.max(label_x + taken));
        Place { item: at, y: 0.0, core, before, after, open, label_x, label_y: 0.0, date, words, taken }
    } else {
        let words = words(item, RIGHT - LEFT - date_width);
        let wanted = date_width + width(&words, LABEL);
        let label_x = left.min(RIGHT - wanted).max(LEFT);
        Place {
            item: at,
            y: 0.0,
            core,
            before,
            after,
            open,
            label_x,
            label_y: 0.0,
            date,
            words,
            taken: (left.min(label_x), right.max(label_x + wanted)),
        }
    }
}

/// An item's words in their room: what happened is cut before its hedge is.
fn words(item: &Item<'_>, room: f64) -> String {
    let room = (room - width(&item.standing, LABEL)).max(0.0);
    format!("{}{}", fit(&item.label, LABEL, room), item.standing)
}
