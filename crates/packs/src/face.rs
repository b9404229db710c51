//! The faces of slip sheets: how wide words are, and a font that holds only the glyphs a page uses.

use printpdf::ParsedFont;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;
use subsetter::GlyphRemapper;

/// The faces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Face {
    Sans,
    SansSemibold,
    Serif,
    SerifSemibold,
}

impl Face {
    pub(crate) const ALL: [Face; 4] = [Face::Sans, Face::SansSemibold, Face::Serif, Face::SerifSemibold];

    /// What the face is called in a page's resources.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Sans => "SourceSans",
            Self::SansSemibold => "SourceSansSemibold",
            Self::Serif => "SourceSerif",
            Self::SerifSemibold => "SourceSerifSemibold",
        }
    }

    fn bytes(self) -> &'static [u8] {
        match self {
            Self::Sans => include_bytes!("../../../fonts/SourceSans3-Regular.ttf"),
            Self::SansSemibold => include_bytes!("../../../fonts/SourceSans3-Semibold.ttf"),
            Self::Serif => include_bytes!("../../../fonts/SourceSerif4-Regular.ttf"),
            Self::SerifSemibold => include_bytes!("../../../fonts/SourceSerif4-Semibold.ttf"),
        }
    }

    fn whole(self) -> Option<&'static ParsedFont> {
        static FONTS: OnceLock<BTreeMap<Face, ParsedFont>> = OnceLock::new();
        let parse = |face: Face| ParsedFont::from_bytes(face.bytes(), 0, &mut Vec::new()).map(|font| (face, font));
        FONTS.get_or_init(|| Self::ALL.into_iter().filter_map(parse).collect()).get(&self)
    }

    /// `words` with every character that the face lacks replaced by one that it has.
    pub(crate) fn printable(self, words: &str) -> String {
        let Some(font) = self.whole() else { return String::new() };
        let has = |c: char| font.codepoint_to_glyph.contains_key(&u32::from(c));
        let missing = ['\u{fffd}', '□'].into_iter().find(|c| has(*c)).unwrap_or('?');
        words.chars().map(|c| if has(c) { c } else { missing }).collect()
    }

    /// How wide `words` are at `size` points.
    pub(crate) fn width(self, words: &str, size: f32) -> f32 {
        let Some(font) = self.whole() else { return 0.0 };
        let advance = |c: char| {
            let glyph = font.codepoint_to_glyph.get(&u32::from(c)).copied().unwrap_or(0);
            u32::from(font.glyph_widths.get(&glyph).copied().unwrap_or(0))
        };
        let units: u32 = words.chars().map(advance).sum();
        units as f32 * size / f32::from(font.units_per_em.max(1))
    }

    /// `words` in lines no wider than `width`; a word that is wider is broken where it must be.
    pub(crate) fn lines(self, words: &str, size: f32, width: f32) -> Vec<String> {
        let words = self.printable(words);
        let mut lines = Vec::new();
        let mut line = String::new();
        for word in words.split_whitespace() {
            let joined = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            if self.width(&joined, size) <= width {
                line = joined;
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            for c in word.chars() {
                if !line.is_empty() && self.width(&line, size) + self.width(c.encode_utf8(&mut [0; 4]), size) > width {
                    lines.push(std::mem::take(&mut line));
                }
                line.push(c);
            }
        }
        if !line.is_empty() {
            lines.push(line);
        }
        lines
    }

    /// The same lines as [`lines`](Self::lines), each about as long as the others.
    pub(crate) fn balanced(self, words: &str, size: f32, width: f32) -> Vec<String> {
        let lines = self.lines(words, size, width);
        let narrower = (1..=20_u8).map(|step| width * (1.0 - f32::from(step) * 0.025));
        narrower
            .map(|width| self.lines(words, size, width))
            .take_while(|other| other.len() == lines.len())
            .last()
            .unwrap_or(lines)
    }

    /// The first `most` lines of `words`, with an ellipsis where more follow.
    pub(crate) fn clipped(self, words: &str, size: f32, width: f32, most: usize) -> Vec<String> {
        let mut lines = self.lines(words, size, width);
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                while !last.is_empty() && self.width(last, size) + self.width("…", size) > width {
                    last.pop();
                }
                last.push('…');
            }
        }
        lines
    }

    /// The face with only the glyphs of `used`.
    pub(crate) fn subset(self, used: &BTreeSet<char>) -> Result<ParsedFont, String> {
        let whole = self.whole().ok_or_else(|| format!("{} could not be parsed", self.name()))?;
        let mut glyphs = GlyphRemapper::new();
        let (mut characters, mut widths) = (BTreeMap::new(), BTreeMap::new());
        for c in used {
            let Some(old) = whole.codepoint_to_glyph.get(&u32::from(*c)).copied() else { continue };
            let new = glyphs.remap(old);
            characters.insert(u32::from(*c), new);
            widths.insert(new, whole.glyph_widths.get(&old).copied().unwrap_or(0));
        }
        let bytes = subsetter::subset(self.bytes(), 0, &glyphs).map_err(|error| format!("{}: {error}", self.name()))?;
        let mut font = ParsedFont::with_glyph_data(
            bytes,
            0,
            Some(self.name().to_owned()),
            characters,
            widths,
            whole.units_per_em,
            whole.font_metrics.clone(),
        );
        font.font_type = whole.font_type;
        font.pdf_font_metrics = whole.pdf_font_metrics.clone();
        Ok(font)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_never_wider_than_the_column() {
        let words = format!("A quiet title {} that goes on", "x".repeat(200));
        let lines = Face::Serif.lines(&words, 20.0, 300.0);
        assert!(lines.len() > 5);
        assert!(lines.iter().all(|line| Face::Serif.width(line, 20.0) <= 300.0), "{lines:?}");
        assert_eq!(lines.concat().replace(' ', ""), words.replace(' ', ""));
    }

    #[test]
    fn what_does_not_fit_is_marked() {
        let clipped = Face::Sans.clipped(&"word ".repeat(100), 10.0, 120.0, 2);
        assert!(clipped.len() == 2 && clipped[1].ends_with('…') && Face::Sans.width(&clipped[1], 10.0) <= 120.0, "{clipped:?}");
        assert_eq!(Face::Sans.clipped("one", 10.0, 120.0, 2), ["one"]);
    }

    #[test]
    fn balanced_lines_leave_no_word_alone() {
        let words = "Operators are said to have put many accounts to work against Corvid: what the committee was told";
        let (ragged, balanced) = (Face::Serif.lines(words, 20.0, 400.0), Face::Serif.balanced(words, 20.0, 400.0));
        assert_eq!(ragged.len(), balanced.len());
        assert_eq!(ragged.join(" "), balanced.join(" "));
        let shortest = |lines: &[String]| lines.iter().map(|line| line.len()).min();
        assert!(shortest(&balanced) > shortest(&ragged), "{balanced:?}");
    }

    #[test]
    fn a_subset_is_small_and_a_missing_character_is_marked() {
        let used: BTreeSet<char> = "Exhibit 1".chars().collect();
        assert!(Face::Sans.subset(&used).unwrap().original_bytes.len() < 20_000);
        let marked = Face::Sans.printable("日 a");
        assert!(marked.ends_with(" a") && !marked.contains('日'), "{marked}");
    }
}
