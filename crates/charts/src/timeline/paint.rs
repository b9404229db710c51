//! Drawing the plan.

use super::axis::{Axis, LEFT, RIGHT};
use super::item::{Items, notes};
use super::layout::{DATE_GAP, LANE_PAD, LINE, Place, Plan, UNDATED_ROW};
use crate::form::{Also, Form, key, tail};
use crate::pen::{ACCENT, HEAD, HEADLINE, INK, LABEL, NOTE, PAPER, Pen, RULE, Side, fit, width};
use crate::words::counted;
use crate::{Region, pen};
use std::collections::BTreeSet;

const AXIS_Y: f64 = 44.0;
const RULE_Y: f64 = 56.0;
const BAR: f64 = 10.0;

pub(super) fn paint(pen: &mut Pen<'_>, title: &str, items: &Items<'_>, axis: &Axis, plan: &Plan) -> Vec<Region> {
    pen.text((0.0, 14.0), Side::Start, &fit(title, HEADLINE, pen::WIDTH), HEADLINE);
    for mark in &axis.marks {
        pen.text((mark.x + 2.0, AXIS_Y), Side::Start, &mark.label, NOTE);
        pen.line((mark.x, RULE_Y - 6.0), (mark.x, plan.dated), RULE, if mark.is_year { 1.0 } else { 0.5 });
    }
    pen.line((0.0, RULE_Y), (RIGHT, RULE_Y), INK, 0.75);
    for (at, band) in plan.bands.iter().enumerate() {
        let of_band = |place: &&Place| items.drawn.get(place.item).is_some_and(|item| item.lane == band.lane);
        let name_y = plan.places.iter().find(of_band).map_or(band.top + 20.0, |place| place.label_y);
        pen.text((0.0, name_y), Side::Start, band.lane.name(), HEAD);
        if at + 1 < plan.bands.len() {
            pen.line((0.0, band.bottom), (RIGHT, band.bottom), RULE, 0.75);
        }
        if band.hidden > 0 {
            let more = format!("and {} in the rows behind the chart", counted(band.hidden, "more fact"));
            pen.text((LEFT + 8.0, band.bottom - 14.0), Side::Start, &more, NOTE);
        }
    }
    pen.line((0.0, plan.dated), (RIGHT, plan.dated), INK, 0.75);
    let mut regions = Vec::new();
    paint_undated(pen, items, plan, &mut regions);
    for place in &plan.places {
        if let Some(item) = items.drawn.get(place.item) {
            let x = place.label_x + width(&place.date, HEAD) + DATE_GAP;
            for (line, words) in place.lines.iter().enumerate() {
                let y = place.label_y + LINE * line as f64;
                // Gridlines stop at words.
                let from = if line == 0 { place.label_x } else { x };
                pen.fill(from - 2.0, y - 7.0, x - from + width(words, LABEL) + 4.0, 14.0, PAPER);
                pen.text((x, y), Side::Start, words, LABEL);
            }
            pen.text((place.label_x, place.label_y), Side::Start, &place.date, HEAD);
            mark(pen, place, item.form, item.when.is_point);
            let (top, height) = if place.above {
                (place.label_y - 10.0, 36.0)
            } else {
                (place.y - 12.0, 24.0 + LINE * (place.lines.len() as f64 - 1.0))
            };
            let (x, right) = place.taken;
            regions.push(Region { fact: item.fact.id, x, y: top, width: right - x, height, label: item.full.clone() });
        }
    }
    let mut forms: BTreeSet<Form> =
        plan.places.iter().filter_map(|place| items.drawn.get(place.item)).map(|item| item.form).collect();
    forms.extend(items.undated.iter().take(plan.undated).map(|item| item.form));
    let has_tails = plan.places.iter().any(|place| place.before.is_some() || place.after.is_some());
    key(pen, plan.bottom + 18.0, &forms, if has_tails { Also::Tails } else { Also::Nothing });
    let mut below: Vec<String> = axis.note.map(str::to_owned).into_iter().collect();
    below.extend(notes(items));
    for (line, note) in pen::wrap(&below.join(" "), NOTE, RIGHT, 2).iter().enumerate() {
        pen.text((0.0, plan.bottom + 38.0 + 16.0 * line as f64), Side::Start, note, NOTE);
    }
    regions
}

/// What has no date stands below the calendar.
fn paint_undated(pen: &mut Pen<'_>, items: &Items<'_>, plan: &Plan, regions: &mut Vec<Region>) {
    if plan.undated == 0 {
        return;
    }
    let top = plan.dated + LANE_PAD;
    pen.text((0.0, top + UNDATED_ROW / 2.0), Side::Start, "No date stated", HEAD);
    for (row, item) in items.undated.iter().take(plan.undated).enumerate() {
        let y = top + UNDATED_ROW * (row as f64 + 0.5);
        item.form.point(pen, (LEFT + 6.0, y));
        let room = RIGHT - LEFT - 20.0 - width(&item.standing, LABEL);
        pen.text((LEFT + 20.0, y), Side::Start, &format!("{}{}", fit(&item.label, LABEL, room), item.standing), LABEL);
        regions.push(Region {
            fact: item.fact.id,
            x: LEFT,
            y: y - UNDATED_ROW / 2.0,
            width: RIGHT - LEFT,
            height: UNDATED_ROW,
            label: item.full.clone(),
        });
    }
    pen.line((0.0, plan.bottom), (RIGHT, plan.bottom), INK, 0.75);
}

fn mark(pen: &mut Pen<'_>, place: &Place, form: Form, is_point: bool) {
    for (from, to) in [place.before, place.after].into_iter().flatten() {
        tail(pen, from, to, place.y);
    }
    let (from, to) = place.core;
    if is_point {
        form.point(pen, (from, place.y));
        return;
    }
    let top = place.y - BAR / 2.0;
    if to > from {
        form.bar(pen, from, top, to - from, BAR);
    }
    // An end known to the day has a firm stop; an open one an arrow.
    let stops = [(from, place.before, place.open.0, -1.0), (to, place.after, place.open.1, 1.0)];
    for (x, unsure, is_open, direction) in stops {
        if is_open {
            pen.area(&[(x, top - 2.0), (x + 8.0 * direction, place.y), (x, top + BAR + 2.0)], ACCENT);
        } else if unsure.is_none() {
            pen.fill(x - 1.0, top - 3.0, 2.0, BAR + 6.0, ACCENT);
        }
    }
}
