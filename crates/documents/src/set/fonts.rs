//! The fonts everything is set in, parsed once, and which characters they can print.

use std::sync::LazyLock;
use typst::foundations::Bytes;
use typst::text::{Font, FontBook, FontInfo};
use typst::utils::LazyHash;

/// The fonts in a fixed order, with the book that Typst finds them by.
pub(super) struct Fonts {
    pub(super) book: LazyHash<FontBook>,
    pub(super) fonts: Vec<Font>,
}

/// The text face first, so that it is also the first to stand in for a missing character.
const FILES: [&[u8]; 9] = [
    include_bytes!("../../../../fonts/SourceSerif4-Regular.ttf"),
    include_bytes!("../../../../fonts/SourceSerif4-It.ttf"),
    include_bytes!("../../../../fonts/SourceSerif4-Semibold.ttf"),
    include_bytes!("../../../../fonts/SourceSerif4-SemiboldIt.ttf"),
    include_bytes!("../../../../fonts/SourceSerif4-Bold.ttf"),
    include_bytes!("../../../../fonts/SourceSans3-Regular.ttf"),
    include_bytes!("../../../../fonts/SourceSans3-It.ttf"),
    include_bytes!("../../../../fonts/SourceSans3-Semibold.ttf"),
    include_bytes!("../../../../fonts/SourceSans3-Bold.ttf"),
];

pub(super) static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let fonts: Vec<Font> = FILES.iter().flat_map(|bytes| Font::iter(Bytes::new(*bytes))).collect();
    Fonts { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
});

/// Whether some font has a glyph for `character`.
pub(super) fn prints(character: char) -> bool {
    let covers = |info: &FontInfo| info.coverage.contains(character.into());
    character.is_ascii_graphic() || character == ' ' || FONTS.fonts.iter().any(|font| covers(font.info()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_families_are_there_with_what_a_letter_needs() {
        let families: Vec<&str> = FONTS.book.families().map(|(name, _)| name).collect();
        assert_eq!(families, ["Source Sans 3", "Source Serif 4"]);
        assert_eq!(FONTS.fonts.len(), FILES.len());
        let missing: String = "“”‘’–—…§¶•·№≤≥×→†‡©®™½éñüłışßЖΩ\u{25A1}\u{A0}".chars().filter(|c| !prints(*c)).collect();
        assert_eq!(missing, "");
    }

    #[test]
    fn a_letter_that_no_font_has_is_known() {
        assert!(!prints('张'));
        assert!(!prints('😀'));
        assert!(!prints('\u{E000}'));
    }
}
