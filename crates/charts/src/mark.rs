//! A line above a chart that says what kind of case it is drawn from, for a picture that leaves without a page around it.

use crate::Chart;
use crate::pen::{INK, Type, Weight, escape, fit};

/// How the line is set.
const LINE: Type = Type { size: 10.0, weight: Weight::Bold, color: INK };

/// The room that the line takes, in user units.
const ROOM: u32 = 24;

impl Chart {
    /// The same chart with `words` in a line above it. The regions stay where they are: the room is made above the origin.
    #[must_use]
    pub fn marked(mut self, words: &str) -> Self {
        let (width, height) = (self.width, self.height);
        let size = format!("width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\"");
        let room = height + ROOM;
        let wider = format!("width=\"{width}\" height=\"{room}\" viewBox=\"0 -{ROOM} {width} {room}\"");
        let line = format!(
            "<rect x=\"0\" y=\"-{ROOM}\" width=\"{width}\" height=\"{ROOM}\" fill=\"#ffffff\"/>\n<text x=\"{}\" y=\"-9\" text-anchor=\"middle\" \
             font-family=\"'Source Sans 3'\" font-size=\"10\" font-weight=\"bold\" fill=\"#8f2d21\">{}</text>\n</svg>",
            width / 2,
            escape(&fit(words, LINE, f64::from(width)))
        );
        if let Some(svg) = self.svg.replacen(&size, &wider, 1).trim_end().strip_suffix("</svg>") {
            self.svg = format!("{svg}{line}\n");
            self.height = room;
            self.alt = format!("{words}. {}", self.alt);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_stands_above_the_picture_and_moves_nothing() {
        let svg = "<svg width=\"600\" height=\"200\" viewBox=\"0 0 600 200\">\n<rect/>\n</svg>\n".to_owned();
        let (title, alt, csv) = ("T".to_owned(), "It shows.".to_owned(), String::new());
        let chart = Chart { svg, width: 600, height: 200, title, alt, regions: Vec::new(), csv };
        let marked = chart.marked("Specimen: <fictional> case");
        assert!(
            marked.svg.starts_with("<svg width=\"600\" height=\"224\" viewBox=\"0 -24 600 224\">\n<rect/>"),
            "{}",
            marked.svg
        );
        assert!(marked.svg.contains(">Specimen: &lt;fictional&gt; case</text>"));
        assert_eq!((marked.height, marked.alt.as_str()), (224, "Specimen: <fictional> case. It shows."));
    }
}
