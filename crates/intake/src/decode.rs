//! Bytes to characters.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use dossier_model::Issue;
use encoding_rs::{Encoding, UTF_8};

/// Characters, and what a person should know about how they were found.
pub(crate) struct Decoded {
    /// The characters.
    pub(crate) text: String,
    /// Set where the bytes were not plain UTF-8.
    pub(crate) issue: Option<Issue>,
}

/// Decodes by byte order mark, else as UTF-8, else by the likeliest encoding.
pub(crate) fn decode(file: &str, bytes: &[u8]) -> Decoded {
    if let Some((encoding, _)) = Encoding::for_bom(bytes)
        && encoding != UTF_8
    {
        return with(encoding, file, bytes, "by its byte order mark");
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Decoded { text: text.to_owned(), issue: None },
        Err(_) => {
            let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
            detector.feed(bytes, true);
            with(detector.guess(None, Utf8Detection::Deny), file, bytes, "the likeliest encoding")
        }
    }
}

/// Decodes by byte order mark, else as UTF-8 where it is that, else as the document itself says, else by the likeliest encoding.
pub(crate) fn declared(file: &str, bytes: &[u8], label: Option<&str>) -> Decoded {
    let said = label.and_then(|label| Encoding::for_label(label.as_bytes())).filter(|encoding| encoding.is_ascii_compatible());
    if let Some(encoding) = said
        && Encoding::for_bom(bytes).is_none()
        && std::str::from_utf8(bytes).is_err()
        && let (text, false) = encoding.decode_without_bom_handling(bytes)
    {
        return Decoded { text: text.into_owned(), issue: None };
    }
    decode(file, bytes)
}

fn with(encoding: &'static Encoding, file: &str, bytes: &[u8], why: &str) -> Decoded {
    let (text, _, damaged) = encoding.decode(bytes);
    let name = encoding.name();
    let rest = if damaged { ", and some bytes are not valid in it: they show as \u{FFFD}" } else { "" };
    let message =
        format!("{file} is not UTF-8. It was read as {name}, {why}{rest}. Compare names and accents with the original.");
    Decoded { text: text.into_owned(), issue: Some(Issue { code: "bad-encoding".to_owned(), message }) }
}
