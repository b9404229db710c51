//! Where the words of a page stand on its picture.
//!
//! One library reads the words and another draws the page; both go by the page's own coordinates (ISO 32000-1, 8.3.2.3: the user space),
//! so that a place is carried from the one to the other through them.

use crate::formats::pdf::{Edges, page_runs};
use crate::normal;
use hayro::hayro_interpret::util::TransformExt as _;
use hayro::hayro_syntax::page::Page;
use hayro::vello_cpu::kurbo::{Affine, Point, Rect};
use pdf_oxide::layout::TextSpan;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The part of a letter's size that reaches below the line it stands on, as in "g".
const BELOW: f64 = 0.22;
/// The part of it that capitals reach above that line.
const ABOVE: f64 = 0.78;

/// A word of a page and where it stands on the picture: ten-thousandths of the picture's width, from the left, and of its height, from the
/// top.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlacedWord {
    /// Its characters, in the order in which the page is read.
    pub text: String,
    /// Its left edge.
    pub left: u16,
    /// Its upper edge.
    pub top: u16,
    /// Its right edge.
    pub right: u16,
    /// Its lower edge.
    pub bottom: u16,
}

/// The words of `page`, number `at` from 0 of the PDF in `bytes`, as they are read; none where the page cannot be read.
pub(super) fn words(bytes: &[u8], page: &Page<'_>, at: usize) -> Vec<PlacedWord> {
    let Some((runs, media)) = page_runs(bytes, at) else { return Vec::new() };
    let onto = page.initial_transform(true).to_kurbo();
    let (width, height) = page.render_dimensions();
    let mut found = Vec::new();
    for (text, place) in runs.iter().flat_map(|run| words_of(run, media)) {
        let on = onto.transform_rect_bbox(place);
        let (left, right) = (part(on.x0, width), part(on.x1, width));
        let (top, bottom) = (part(on.y0, height), part(on.y1, height));
        if left < right && top < bottom {
            found.push(PlacedWord { text, left, top, right, bottom });
        }
    }
    found
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is held between its bounds first")]
fn part(of: f64, whole: f32) -> u16 {
    (of / f64::from(whole) * 10_000.0).round().clamp(0.0, 10_000.0) as u16
}

/// The words of a run with their places, in the page's own coordinates.
fn words_of(run: &TextSpan, media: Edges) -> Vec<(String, Rect)> {
    let along = unturned(run.bbox, run.page_rotation_applied, media);
    // The run as it would stand at the origin, level, is turned and brought to its place.
    let upright = if run.mirrored { Affine::FLIP_Y } else { Affine::IDENTITY };
    let onto =
        Affine::translate(along.origin().to_vec2()) * Affine::rotate(f64::from(run.rotation_degrees).to_radians()) * upright;
    let size = f64::from(run.font_size);
    let mut words: Vec<(String, Rect)> = Vec::new();
    let mut begun = false;
    for (letter, from, to) in letters(run, along.width()) {
        if letter.is_whitespace() {
            begun = false;
            continue;
        }
        let level = if run.wmode == 1 {
            Rect::new(0.0, 0.0, along.width(), along.height())
        } else {
            Rect::new(from, -size * BELOW, to, size * ABOVE)
        };
        let place = onto.transform_rect_bbox(level);
        match words.last_mut().filter(|_| begun) {
            Some((text, around)) => {
                text.push(letter);
                *around = around.union(place);
            }
            None => words.push((letter.to_string(), place)),
        }
        begun = true;
    }
    let mut rules = BTreeSet::new();
    words.into_iter().map(|(text, place)| (normal::ligatures(&text, &mut rules), place)).collect()
}

/// The letters of a run that is `length` long, and from where to where each of them reaches.
fn letters(run: &TextSpan, length: f64) -> Vec<(char, f64, f64)> {
    if run.rotation_degrees == 0.0 && run.page_rotation_applied == 0 {
        let edge = |x: f32| f64::from(x - run.bbox.x);
        return run
            .to_chars()
            .iter()
            .map(|letter| (letter.char, edge(letter.bbox.x), edge(letter.bbox.x + letter.bbox.width)))
            .collect();
    }
    // Where each stands is told for level runs only: in proportion to their widths, all else.
    let count = run.text.chars().count();
    let widths = if run.char_widths.len() == count { run.char_widths.clone() } else { vec![1.0; count] };
    let whole: f64 = widths.iter().copied().map(f64::from).sum();
    let mut at = 0.0;
    let reach = |(letter, width): (char, f32)| {
        let from = at;
        at += f64::from(width) / whole * length;
        (letter, from, at)
    };
    run.text.chars().zip(widths).map(reach).collect()
}

/// A place in the page's own coordinates: the reader gives some as they look on a page that the file turns clockwise by `turned` degrees.
fn unturned(place: pdf_oxide::geometry::Rect, turned: i32, (left, foot, right, head): Edges) -> Rect {
    let (width, height) = (right - left, head - foot);
    let back = |x: f32, y: f32| {
        let (x, y) = (x - left, y - foot);
        let (x, y) = match turned.rem_euclid(360) {
            90 => (width - y, x),
            180 => (width - x, height - y),
            270 => (y, height - x),
            _ => (x, y),
        };
        Point::new(f64::from(x + left), f64::from(y + foot))
    };
    Rect::from_points(back(place.x, place.y), back(place.x + place.width, place.y + place.height))
}
