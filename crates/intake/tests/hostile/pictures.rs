//! Pictures whose heads say what cannot be.

use crate::{Row, row};

pub(crate) fn rows() -> Vec<Row> {
    let png = |width: u32, height: u32| {
        [b"\x89PNG\r\n\x1a\n\0\0\0\x0DIHDR".as_slice(), &width.to_be_bytes(), &height.to_be_bytes(), b"\x08\x02\0\0\0"].concat()
    };
    vec![
        row("endless.png", png(u32::MAX, u32::MAX), &["picture", "too-large"]),
        row("wide.png", png(1, 70_000), &["picture", "too-large"]),
        row("nothing.png", png(0, 0), &["picture", "damaged"]),
        row("cut.png", &png(1, 1)[..12], &["picture", "damaged"]),
        row("cut.jpg", b"\xFF\xD8\xFF\xE0\xFF\xFF", &["picture", "damaged"]),
        row("round.tif", b"II*\0\x04\0\0\0", &["picture", "damaged"]),
        row("far.tif", b"MM\0*\xFF\xFF\xFF\xFF", &["picture", "damaged"]),
        row("cut.webp", b"RIFF\xFF\xFF\xFF\xFFWEBPVP8X", &["picture", "damaged"]),
        row("cut.heic", b"\0\0\0\x18ftypheic\xFF\xFF", &["picture", "damaged"]),
        row("cut.gif", b"GIF89a", &["picture", "damaged"]),
    ]
}
