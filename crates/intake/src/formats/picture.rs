//! Pictures: no words, but exhibits. Their head is looked at, so that what is shown later is known to be a picture of a sane size.

use crate::document::{Document, issue};
use crate::recognised::{self, Recognised};
use crate::writer::Writer;
use std::collections::BTreeSet;

/// Sides of a picture, in pixels: what PNG readers of browsers refuse beyond.
const MAX_SIDE: usize = 65_535;
/// Pixels of one picture: a scanned map of a square metre at 600 dots an inch has 560 million.
const MAX_PIXELS: usize = 1_000_000_000;

/// The kinds of pictures that tesseract opens.
const READABLE: &[&str] = &["image/png", "image/jpeg", "image/tiff", "image/gif", "image/webp"];

/// Which picture `bytes` are: its media type, and what to call it. PNG, JPEG, GIF and TIFF are told by their first bytes alone.
pub(crate) fn kind(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    let at = |from: usize, word: &[u8]| bytes.get(from..from + word.len()) == Some(word);
    if at(0, b"\x89PNG\r\n\x1a\n") {
        return Some(("image/png", "a PNG picture"));
    }
    if at(0, b"\xFF\xD8\xFF") {
        return Some(("image/jpeg", "a JPEG picture"));
    }
    if at(0, b"GIF87a") || at(0, b"GIF89a") {
        return Some(("image/gif", "a GIF picture"));
    }
    if at(0, b"II*\0") || at(0, b"MM\0*") {
        return Some(("image/tiff", "a TIFF picture"));
    }
    if at(0, b"RIFF") && at(8, b"WEBP") {
        return Some(("image/webp", "a WebP picture"));
    }
    if at(4, b"ftyp") {
        let brand = bytes.get(8..12)?;
        if [b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"].iter().any(|known| brand == known.as_slice())
        {
            return Some(("image/heic", "an HEIC picture"));
        }
        if brand == b"avif" || brand == b"avis" {
            return Some(("image/avif", "an AVIF picture"));
        }
    }
    None
}

/// Reads a picture: there is nothing to read but what was recognised in it, and the issues say so.
pub(crate) fn read(file: &str, bytes: &[u8], media_type: &str, name: &str, recognised: &Recognised) -> Document {
    let size = imagesize::blob_size(bytes).ok().filter(|size| size.width > 0 && size.height > 0);
    let sides = size.map(|size| format!(" of {} x {} pixels", size.width, size.height)).unwrap_or_default();
    let words = recognised.words(0);
    let next = if words.is_some() {
        "Its words are here as far as a machine could read them."
    } else if recognised.has(0) {
        "No words were recognised in it: if it shows words, type out what matters as a text of its own."
    } else {
        "It has no text here: where tesseract is installed its words are recognised, else type out what matters as a text of its own."
    };
    let message = format!("{file} is {name}{sides}. It is kept as an exhibit. {next}");
    let mut issues = vec![issue("picture", message)];
    let mut without_words = Vec::new();
    match size {
        None => {
            let message =
                format!("The head of {file} names no size: the picture is damaged or cut off. Look at it before relying on it.");
            issues.push(issue("damaged", message));
        }
        Some(size) if size.width > MAX_SIDE || size.height > MAX_SIDE || size.width * size.height > MAX_PIXELS => {
            let message = format!(
                "{file} says to be larger than a picture can be shown. Make a smaller copy to look at, and keep this one."
            );
            issues.push(issue("too-large", message));
        }
        Some(_) if words.is_none() && !recognised.has(0) && READABLE.contains(&media_type) => without_words.push(1),
        Some(_) => {}
    }
    let (mut writer, mut rules) = (Writer::default(), BTreeSet::new());
    // The pages of a picture that has several are parted by a form feed.
    for (at, page) in words.into_iter().flat_map(|words| words.split('\u{C}')).enumerate() {
        writer.page(&(at + 1).to_string());
        recognised::write(&mut writer, page, &mut rules);
    }
    if words.is_some() {
        issues.push(recognised.issue(file));
    }
    let (laid, normalised) = writer.finish();
    rules.extend(normalised);
    Document {
        media_type: media_type.to_owned(),
        is_article: words.is_some(),
        laid,
        normalised: rules.into_iter().collect(),
        issues,
        without_words,
        ..Document::default()
    }
}

#[cfg(test)]
mod tests {
    use crate::read;

    fn check(bytes: &[u8], media_type: &str, codes: &[&str], says: &str) {
        let read = read("photo.txt", bytes);
        assert_eq!(read.media_type, media_type);
        assert_eq!(read.issues.iter().map(|issue| issue.code.as_str()).collect::<Vec<_>>(), codes, "{:?}", read.issues);
        assert!(
            read.issues[0].message.contains(says) && read.issues[0].message.starts_with("photo.txt is "),
            "{:?}",
            read.issues
        );
        assert_eq!((read.text.as_str(), read.title), ("", None));
    }

    fn png(width: u32, height: u32) -> Vec<u8> {
        [b"\x89PNG\r\n\x1a\n\0\0\0\x0DIHDR".as_slice(), &width.to_be_bytes(), &height.to_be_bytes(), b"\x08\x02\0\0\0"].concat()
    }

    #[test]
    fn pictures_say_their_kind_and_size() {
        check(&png(640, 480), "image/png", &["picture"], "640 x 480");
        check(b"GIF89a\x40\x01\xF0\0\0\0\0", "image/gif", &["picture"], "a GIF picture of 320 x 240");
        let jpeg = b"\xFF\xD8\xFF\xE0\0\x04JF\xFF\xC0\0\x11\x08\0\xF0\x01\x40\x03\x01\x22\0\x02\x11\x01\x03\x11\x01\xFF\xD9";
        check(jpeg, "image/jpeg", &["picture"], "320 x 240");
        let tiff = b"II*\0\x08\0\0\0\x02\0\0\x01\x03\0\x01\0\0\0\x40\x01\0\0\x01\x01\x03\0\x01\0\0\0\xF0\0\0\0\0\0\0\0";
        check(tiff, "image/tiff", &["picture"], "320 x 240");
        let webp = b"RIFF\x1A\0\0\0WEBPVP8X\x0A\0\0\0\0\0\0\0\x3F\x01\0\xEF\0\0";
        check(webp, "image/webp", &["picture"], "320 x 240");
        check(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "image/heic", &["picture", "damaged"], "HEIC");
    }

    #[test]
    fn pictures_of_no_size_or_beyond_measure_are_named() {
        check(b"\x89PNG\r\n\x1a\n", "image/png", &["picture", "damaged"], "a PNG picture.");
        check(b"\xFF\xD8\xFF\xE0", "image/jpeg", &["picture", "damaged"], "a JPEG picture.");
        check(&png(0, 480), "image/png", &["picture", "damaged"], "a PNG picture.");
        check(&png(u32::MAX, u32::MAX), "image/png", &["picture", "too-large"], "4294967295");
    }
}
