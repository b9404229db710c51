//! Manifests as RFC 8493 (BagIt 1.0) writes them: a digest, two spaces, a path with CR, LF and % encoded.

use std::fmt::{Display, Write as _};

/// The declaration that our bags open with.
pub(crate) const DECLARATION: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
/// The manifest of our payload.
pub(crate) const PAYLOAD: &str = "manifest-sha256.txt";
/// The manifest of our tag files.
pub(crate) const TAGS: &str = "tagmanifest-sha256.txt";

/// One manifest line, its line end included.
pub(crate) fn line(digest: &impl Display, path: &str) -> String {
    format!("{digest}  {}\n", encode(path))
}

/// A path as a manifest writes it: CR, LF and % as `%0D`, `%0A` and `%25`.
pub(crate) fn encode(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for c in path.chars() {
        match c {
            '\r' | '\n' | '%' => {
                let _ = write!(out, "%{:02X}", u32::from(c));
            }
            _ => out.push(c),
        }
    }
    out
}

/// A path from a manifest: `%0D`, `%0A` and `%25`, in either case, decoded; any other `%` stays.
pub(crate) fn decode(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    let mut rest = path;
    while let Some(at) = rest.find('%') {
        out.push_str(&rest[..at]);
        let code = rest.get(at..at + 3).map(str::to_ascii_uppercase);
        let (c, taken) = match code.as_deref() {
            Some("%0D") => ('\r', 3),
            Some("%0A") => ('\n', 3),
            Some("%25") => ('%', 3),
            Some(_) | None => ('%', 1),
        };
        out.push(c);
        rest = &rest[at + taken..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_line_ends_and_percent_signs_are_encoded() {
        assert_eq!(encode("data/100% a\r\nb é"), "data/100%25 a%0D%0Ab é");
        assert_eq!(decode("data/%0a%25%20%"), "data/\n%%20%");
    }

    proptest! {
        #[test]
        fn a_path_survives_its_manifest(path in any::<String>()) {
            prop_assert_eq!(decode(&encode(&path)), path);
        }
    }
}
