use super::*;
use hayro::vello_cpu::Pixmap;
use std::fmt::Write as _;

/// A PDF with a page for each of these boxes and contents.
fn pdf(pages: &[(&str, &str)]) -> Vec<u8> {
    let kids: String = (0..pages.len()).map(|at| format!("{} 0 R ", 4 + 2 * at)).collect();
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!("<</Type/Pages/Kids[{kids}]/Count {}>>", pages.len()),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
    ];
    for (page_box, content) in pages {
        let next = objects.len() + 2;
        objects
            .push(format!("<</Type/Page/Parent 2 0 R/MediaBox[{page_box}]/Resources<</Font<</F 3 0 R>>>>/Contents {next} 0 R>>"));
        objects.push(format!("<</Length {}>>stream\n{content}\nendstream", content.len()));
    }
    let (mut out, mut table) = ("%PDF-1.5\n".to_owned(), format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1));
    for (at, object) in objects.iter().enumerate() {
        let _ = writeln!(table, "{:010} 00000 n ", out.len());
        let _ = write!(out, "{} 0 obj\n{object}\nendobj\n", at + 1);
    }
    let start = out.len();
    let _ = write!(out, "{table}trailer\n<</Root 1 0 R/Size {}>>\nstartxref\n{start}\n%%EOF", objects.len() + 1);
    out.into_bytes()
}

const LETTER: &str = "0 0 600 800";

/// How many pixels of the upper and the lower half are not white.
fn ink(picture: &Picture) -> (usize, usize) {
    let pixels = Pixmap::from_png(std::io::Cursor::new(&picture.png)).unwrap();
    assert_eq!((u32::from(pixels.width()), u32::from(pixels.height())), (picture.width, picture.height));
    let (upper, lower) = pixels.data().split_at(pixels.data().len() / 2);
    let dark = |half: &[_]| half.iter().filter(|pixel: &&hayro::vello_cpu::peniko::color::PremulRgba8| pixel.r < 128).count();
    (dark(upper), dark(lower))
}

#[test]
fn a_page_is_drawn_as_wide_as_it_is_asked_for() {
    let bytes = pdf(&[(LETTER, "0 0 600 400 re f"), (LETTER, "BT /F 48 Tf 60 700 Td (Halden wrote.) Tj ET")]);
    let black = page_picture("a.pdf", &bytes, 1, 300).unwrap();
    assert_eq!((black.width, black.height, black.pages, ink(&black)), (300, 400, 2, (0, 300 * 200)));
    assert_eq!(black.issues, []);
    let words = page_picture("a.pdf", &bytes, 2, 600).unwrap();
    let (upper, lower) = ink(&words);
    assert!(upper > 2_000 && lower == 0, "{upper} {lower}");
    assert_eq!(words.issues[0].code, "other-fonts");
    assert!(words.issues[0].message.contains("(Helvetica, "), "{:?}", words.issues);
    assert_eq!(page_picture("a.pdf", &bytes, 2, 600).unwrap(), words, "the same twice");
    let cut = &bytes[..bytes.len() - 30];
    assert_eq!(page_picture("a.pdf", cut, 2, 600).unwrap(), words, "the list of objects is made anew");
}

#[test]
fn a_picture_stays_within_its_bounds() {
    let check = |page_box: &str, width: u32, expect: (u32, u32)| {
        let picture = page_picture("a.pdf", &pdf(&[(page_box, "")]), 1, width).unwrap();
        assert_eq!((picture.width, picture.height), expect, "{page_box}");
    };
    check(LETTER, 0, (16, 21));
    check(LETTER, u32::MAX, (4096, 5461));
    check("0 0 600 6000", 4096, (1638, 16_384));
    check("0 0 600 1800", 4096, (3265, 9797));
    check("0 0 1 1000000", 4096, (1, 16_384));
    check("0 0 1000000 1", 4096, (4096, 1));
    check("0 0 0 0", 595, (595, 841));
    check("a b c d", 595, (595, 841));
}

#[test]
fn what_cannot_be_shown_says_why() {
    let check = |bytes: &[u8], page: u32, code: &str| {
        let issue = page_picture("a.pdf", bytes, page, 100).unwrap_err();
        assert_eq!(issue.code, code, "{}", issue.message);
        assert!(issue.message.starts_with("a.pdf ") && issue.message.ends_with('.'), "{}", issue.message);
    };
    let whole = pdf(&[(LETTER, "")]);
    check(&whole, 0, "no-such-page");
    check(&whole, 2, "no-such-page");
    check(&whole, u32::MAX, "no-such-page");
    check(b"Halden wrote.", 1, "not-a-pdf");
    check(b"", 1, "not-a-pdf");
    check(b"%PDF-1.7\nnothing", 1, "damaged");
    check(&whole[..40], 1, "damaged");
    let locked = String::from_utf8(whole).unwrap().replace(
        "trailer\n<<",
        "trailer\n<</ID[<00112233445566778899AABBCCDDEEFF><00112233445566778899AABBCCDDEEFF>]\
         /Encrypt<</Filter/Standard/V 1/R 2/Length 40/P -4/O(xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx)/U(yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy)>>",
    );
    check(locked.as_bytes(), 1, "encrypted");
    check(locked.replace("Filter/Standard/V 1", "Filter/Other/V 9").as_bytes(), 1, "encrypted");
}

/// A confined worker can draw: what it gives up is nothing that drawing needs.
#[test]
#[cfg(target_os = "linux")]
fn a_confined_process_draws_a_page() {
    let child = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "page_picture::tests::in_a_process_of_its_own", "--ignored", "--test-threads", "1"])
        .output()
        .unwrap();
    assert!(child.status.success(), "{}{}", String::from_utf8_lossy(&child.stdout), String::from_utf8_lossy(&child.stderr));
}

/// Run by the test above only.
#[test]
#[cfg(target_os = "linux")]
#[ignore = "gives up files and network for the whole process"]
fn in_a_process_of_its_own() {
    let bytes = pdf(&[(LETTER, "BT /F 48 Tf 60 700 Td (Halden wrote.) Tj ET")]);
    crate::confine::this_process();
    let is_drawn = page_picture("a.pdf", &bytes, 1, MOST_WIDTH).is_ok_and(|picture| picture.height == 5461);
    // Not through the harness, which would want to open and write more.
    std::process::exit(i32::from(!is_drawn));
}

/// Holds that all ink of the only page lies on its words, and that each word has some.
fn words_lie_on_their_ink(page: &str, content: &str, expect: &str) {
    let picture = page_picture("a.pdf", &pdf(&[(page, content)]), 1, 800).unwrap();
    let mut said: Vec<&str> = picture.words.iter().map(|word| word.text.as_str()).collect();
    said.sort_unstable();
    assert_eq!(said.join(" "), expect, "{page}");
    let pixels = Pixmap::from_png(std::io::Cursor::new(&picture.png)).unwrap();
    let on = |part: u16, whole: u32| f64::from(part) / 10_000.0 * f64::from(whole);
    let mut inked = vec![0; picture.words.len()];
    for (at, _) in pixels.data().iter().enumerate().filter(|(_, pixel)| pixel.r < 128) {
        let (x, y) = (f64::from(at as u32 % picture.width), f64::from(at as u32 / picture.width));
        let around = |word: &PlacedWord| {
            (on(word.left, picture.width) - 2.0..=on(word.right, picture.width) + 1.0).contains(&x)
                && (on(word.top, picture.height) - 2.0..=on(word.bottom, picture.height) + 1.0).contains(&y)
        };
        let word = picture.words.iter().position(around);
        assert!(word.is_some(), "{page}: ink at {x} {y} is on no word of {:?}", picture.words);
        inked[word.unwrap()] += 1;
    }
    assert!(inked.iter().all(|ink| *ink > 50), "{page}: {inked:?} {:?}", picture.words);
}

#[test]
fn words_lie_where_the_picture_has_them() {
    let level = "BT /F 24 Tf 120 600 Td (Halden wrote) Tj 0 -100 Td (of Corvid, 9,000 times.) Tj ET";
    let said = "9,000 Corvid, Halden of times. wrote";
    for page in [
        LETTER,
        "-50 -20 600 800",
        "0 0 600 800]/CropBox[40 60 560 700",
        "0 0 600 800]/Rotate 180/CropBox[0 0 600 800",
        "0 0 600 800]/Rotate 180/CropBox[40 60 560 700",
    ] {
        words_lie_on_their_ink(page, level, said);
    }
    for page in ["0 0 600 800]/Rotate 90/CropBox[0 0 600 800", "0 0 600 800]/Rotate 270/CropBox[40 60 560 700"] {
        words_lie_on_their_ink(page, level, said);
    }
    // A line that is set to the full width: the gaps between its words are no part of their letters' widths.
    let justified = "BT /F 24 Tf 60 600 Td [(In) -180 ( May) -180 ( it) -180 ( was) -180 ( said) -180 ( to) -180 ( be) -180 ( so) -180 ( of) -180 ( all)] TJ ET";
    words_lie_on_their_ink(LETTER, justified, "In May all be it of said so to was");
    // A page of a scanner: what is drawn from foot to head is turned upright.
    let upright = "BT /F 24 Tf 0 1 -1 0 200 100 Tm (Halden wrote) Tj ET";
    for page in ["0 0 600 800]/Rotate 90/CropBox[0 0 600 800", "10 20 600 800]/Rotate 90/CropBox[40 60 560 700", LETTER] {
        words_lie_on_their_ink(page, upright, "Halden wrote");
    }
}
