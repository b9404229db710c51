//! The pen: lines, boxes, circles and text through plotters' SVG backend, and the width of words in our font.
//!
//! Callers work in user units (96 to the inch). The backend knows whole pixels only, so everything is drawn four times as large inside
//! one scaled group.

use crate::ChartError;
use plotters::backend::{DrawingBackend, SVGBackend};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle, TextStyle, register_font};
use std::fmt::Write as _;
use std::sync::LazyLock;

/// The text colour: nearly black.
pub(crate) const INK: RGBColor = RGBColor(0x1b, 0x1f, 0x24);
/// Secondary text, dark enough to read in print.
pub(crate) const GREY: RGBColor = RGBColor(0x57, 0x5d, 0x66);
/// Hairlines.
pub(crate) const RULE: RGBColor = RGBColor(0xd5, 0xd9, 0xde);
/// The one accent.
pub(crate) const ACCENT: RGBColor = RGBColor(0x1d, 0x4f, 0x7c);
/// The accent as a ground.
pub(crate) const TINT: RGBColor = RGBColor(0xd3, 0xe1, 0xec);
/// Paper.
pub(crate) const PAPER: RGBColor = RGBColor(0xff, 0xff, 0xff);

/// The text size, in user units: nine points in print.
pub(crate) const TEXT: f64 = 12.0;
/// The size of axes and notes: eight and a quarter points in print.
pub(crate) const SMALL: f64 = 11.0;
/// The size of titles.
pub(crate) const TITLE: f64 = 15.0;

/// The width of every chart: 6.5 inches.
pub(crate) const WIDTH: f64 = 624.0;

const ZOOM: f64 = 4.0;
/// The family's name has a digit, so that CSS wants it in quotes.
const FAMILY: &str = "'Source Sans 3'";
/// The backend divides a font size by this.
const BACKEND_SIZE: f64 = 1.24;
/// Ascent less descent of the font for each unit of its size, from its `hhea` table: what the measure is scaled by.
const LINE_OF_SIZE: f64 = 1.326;
/// The measure rounds to whole pixels, so words are measured large.
const MEASURED_AT: f64 = 1000.0;

static FONT: LazyLock<bool> = LazyLock::new(|| {
    let regular = register_font(FAMILY, FontStyle::Normal, include_bytes!("../../../fonts/SourceSans3-Regular.ttf"));
    let bold = register_font(FAMILY, FontStyle::Bold, include_bytes!("../../../fonts/SourceSans3-Bold.ttf"));
    regular.is_ok() && bold.is_ok()
});

/// How heavy letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Weight {
    Regular,
    Bold,
}

/// Which side of its place a text is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// It starts there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

/// How a text is set.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Type {
    pub(crate) size: f64,
    pub(crate) weight: Weight,
    pub(crate) color: RGBColor,
}

pub(crate) const LABEL: Type = Type { size: TEXT, weight: Weight::Regular, color: INK };
pub(crate) const HEAD: Type = Type { size: TEXT, weight: Weight::Bold, color: INK };
pub(crate) const NOTE: Type = Type { size: SMALL, weight: Weight::Regular, color: GREY };
pub(crate) const HEADLINE: Type = Type { size: TITLE, weight: Weight::Bold, color: INK };

/// How wide `text` is.
pub(crate) fn width(text: &str, set: Type) -> f64 {
    if !*FONT {
        return text.chars().count() as f64 * set.size / 2.0;
    }
    let font = FontDesc::new(FontFamily::Name(FAMILY), MEASURED_AT * LINE_OF_SIZE, style(set.weight));
    let measured = font.box_size(text).map_or(text.chars().count() as f64 * MEASURED_AT / 2.0, |(width, _)| f64::from(width));
    measured / MEASURED_AT * set.size
}

/// `text`, or as much of it as `room` takes, with an ellipsis.
pub(crate) fn fit(text: &str, set: Type, room: f64) -> String {
    if width(text, set) <= room {
        return text.to_owned();
    }
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let cut = |at: usize| {
        format!("{}…", text[..ends.get(at).copied().unwrap_or(0)].trim_end_matches([' ', ',', ';', ':', '(', '“', '–']))
    };
    let fitting = (0..ends.len()).collect::<Vec<_>>().partition_point(|at| width(&cut(*at), set) <= room);
    cut(fitting.saturating_sub(1))
}

/// `text` in lines no wider than `room`, `most` of them; the last is cut where it does not end the text.
pub(crate) fn wrap(text: &str, set: Type, room: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if !line.is_empty() && width(&longer, set) > room {
            lines.push(std::mem::replace(&mut line, word.to_owned()));
        } else {
            line = longer;
        }
    }
    lines.push(line);
    if lines.len() > most {
        let rest = lines.split_off(most.saturating_sub(1)).join(" ");
        lines.push(rest);
    }
    lines.iter().map(|line| fit(line, set, room)).collect()
}

fn style(weight: Weight) -> FontStyle {
    match weight {
        Weight::Regular => FontStyle::Normal,
        Weight::Bold => FontStyle::Bold,
    }
}

fn pixel(units: f64) -> i32 {
    (units * ZOOM).round() as i32
}

/// A sheet that is being drawn on.
pub(crate) struct Pen<'a> {
    backend: SVGBackend<'a>,
    trouble: Option<String>,
}

/// Draws a picture of `height`, and wraps it with its title and description.
pub(crate) fn sheet(
    chart: &'static str,
    height: f64,
    title: &str,
    alt: &str,
    draw: impl FnOnce(&mut Pen<'_>),
) -> Result<String, ChartError> {
    let drawing = |reason: String| ChartError::Drawing { chart, reason };
    if !*FONT {
        return Err(drawing("its font could not be read".to_owned()));
    }
    let mut raw = String::new();
    let size = (pixel(WIDTH).unsigned_abs(), pixel(height).unsigned_abs());
    let mut pen = Pen { backend: SVGBackend::with_string(&mut raw, size), trouble: None };
    pen.fill(0.0, 0.0, WIDTH, height, PAPER);
    draw(&mut pen);
    let presented = pen.backend.present().map_err(|error| error.to_string());
    let trouble = pen.trouble.take().or(presented.err());
    drop(pen);
    if let Some(reason) = trouble {
        return Err(drawing(reason));
    }
    // The backend writes the header for its own pixels; ours has the size in user units.
    let body = raw.split_once('>').and_then(|(_, rest)| rest.rsplit_once("</svg>")).map(|(body, _)| body.trim());
    let body = body.ok_or_else(|| drawing("the engine wrote no picture".to_owned()))?;
    let mut svg = String::with_capacity(body.len() + 512);
    let _ = write!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{height}\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\">\n\
         <title>{}</title>\n<desc>{}</desc>\n<g transform=\"scale({})\">\n{body}\n</g>\n</svg>\n",
        escape(title),
        escape(alt),
        1.0 / ZOOM
    );
    Ok(svg)
}

pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

impl Pen<'_> {
    fn keep<E: std::fmt::Display>(&mut self, result: Result<(), E>) {
        if let Err(error) = result {
            self.trouble.get_or_insert(error.to_string());
        }
    }

    fn stroke(color: RGBColor, thick: f64) -> ShapeStyle {
        color.stroke_width(pixel(thick).unsigned_abs())
    }

    /// A straight line.
    pub(crate) fn line(&mut self, from: (f64, f64), to: (f64, f64), color: RGBColor, thick: f64) {
        let drawn =
            self.backend.draw_line((pixel(from.0), pixel(from.1)), (pixel(to.0), pixel(to.1)), &Self::stroke(color, thick));
        self.keep(drawn);
    }

    /// A level or upright line in dashes.
    pub(crate) fn dashes(&mut self, from: (f64, f64), to: (f64, f64), color: RGBColor, thick: f64) {
        let (dash, gap) = (4.0, 3.0);
        let length = (to.0 - from.0).hypot(to.1 - from.1);
        if length <= 0.0 {
            return;
        }
        let at = |along: f64| (from.0 + (to.0 - from.0) * along / length, from.1 + (to.1 - from.1) * along / length);
        let mut along = 0.0;
        while along < length {
            self.line(at(along), at((along + dash).min(length)), color, thick);
            along += dash + gap;
        }
    }

    /// A filled box.
    pub(crate) fn fill(&mut self, x: f64, y: f64, width: f64, height: f64, color: RGBColor) {
        let drawn = self.backend.draw_rect((pixel(x), pixel(y)), (pixel(x + width), pixel(y + height)), &color.filled(), true);
        self.keep(drawn);
    }

    /// The outline of a box.
    pub(crate) fn frame(&mut self, x: f64, y: f64, width: f64, height: f64, color: RGBColor, thick: f64) {
        let corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y), (x + width, y)];
        self.path(&corners, color, thick);
    }

    /// The outline of a box in dashes.
    pub(crate) fn dashed_frame(&mut self, x: f64, y: f64, width: f64, height: f64, color: RGBColor, thick: f64) {
        let (right, bottom) = (x + width, y + height);
        self.dashes((x, y), (right, y), color, thick);
        self.dashes((x, bottom), (right, bottom), color, thick);
        self.line((x, y), (x, bottom), color, thick);
        self.line((right, y), (right, bottom), color, thick);
    }

    /// A line through points.
    pub(crate) fn path(&mut self, points: &[(f64, f64)], color: RGBColor, thick: f64) {
        let points: Vec<_> = points.iter().map(|(x, y)| (pixel(*x), pixel(*y))).collect();
        let drawn = self.backend.draw_path(points, &Self::stroke(color, thick));
        self.keep(drawn);
    }

    /// A filled area.
    pub(crate) fn area(&mut self, points: &[(f64, f64)], color: RGBColor) {
        let points: Vec<_> = points.iter().map(|(x, y)| (pixel(*x), pixel(*y))).collect();
        let drawn = self.backend.fill_polygon(points, &color.filled());
        self.keep(drawn);
    }

    /// A filled circle.
    pub(crate) fn disc(&mut self, centre: (f64, f64), radius: f64, color: RGBColor) {
        let drawn =
            self.backend.draw_circle((pixel(centre.0), pixel(centre.1)), pixel(radius).unsigned_abs(), &color.filled(), true);
        self.keep(drawn);
    }

    /// The outline of a circle.
    pub(crate) fn ring(&mut self, centre: (f64, f64), radius: f64, color: RGBColor, thick: f64) {
        let drawn = self.backend.draw_circle(
            (pixel(centre.0), pixel(centre.1)),
            pixel(radius).unsigned_abs(),
            &Self::stroke(color, thick),
            false,
        );
        self.keep(drawn);
    }

    /// The outline of a circle in dashes.
    pub(crate) fn dashed_ring(&mut self, centre: (f64, f64), radius: f64, color: RGBColor, thick: f64) {
        let dashes = 8;
        let turn = std::f64::consts::TAU / f64::from(dashes);
        for dash in 0..dashes {
            let point = |step: i32| {
                let angle = turn * (f64::from(dash) + f64::from(step) * 0.6 / 4.0);
                (centre.0 + radius * angle.cos(), centre.1 + radius * angle.sin())
            };
            let arc: Vec<(f64, f64)> = (0..=4).map(point).collect();
            self.path(&arc, color, thick);
        }
    }

    /// A text whose letters have their middle at `y`.
    pub(crate) fn text(&mut self, place: (f64, f64), side: Side, text: &str, set: Type) {
        let side = match side {
            Side::Start => HPos::Left,
            Side::Middle => HPos::Center,
            Side::End => HPos::Right,
        };
        let font = FontDesc::new(FontFamily::Name(FAMILY), set.size * ZOOM * BACKEND_SIZE, style(set.weight));
        let set = TextStyle::from(font).color(&set.color).pos(Pos::new(side, VPos::Center));
        let drawn = self.backend.draw_text(text, &set, (pixel(place.0), pixel(place.1)));
        self.keep(drawn);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_measured_and_cut_to_their_room() {
        assert!(*FONT);
        let whole = "letter to the Committee on Trade";
        let room = width(whole, LABEL);
        assert!((100.0..220.0).contains(&room), "{room}");
        assert_eq!(fit(whole, LABEL, room + 1.0), whole);
        let cut = fit(whole, LABEL, room / 2.0);
        assert!(cut.ends_with('…') && width(&cut, LABEL) <= room / 2.0, "{cut}");
        assert!(width(whole, HEAD) > room, "bold is wider");
        assert_eq!(wrap(whole, LABEL, room / 2.0 + 12.0, 3).join(" "), whole);
        assert!(wrap(whole, LABEL, room / 3.0, 2)[1].ends_with('…'));
        assert_eq!(fit("", LABEL, 0.0), "");
    }
}
