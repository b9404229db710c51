//! The code pages and character sets by which RTF gives bytes their characters.

use encoding_rs::Encoding;

/// The encoding of a Windows or Macintosh code page.
pub(super) fn of_code_page(number: i32) -> Option<&'static Encoding> {
    let label = match number {
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        10_000 => "macintosh".to_owned(),
        65_001 => "utf-8".to_owned(),
        866 => "ibm866".to_owned(),
        number => format!("windows-{number}"),
    };
    Encoding::for_label(label.as_bytes())
}

/// The encoding of a font's character set.
pub(super) fn of_character_set(number: i32) -> Option<&'static Encoding> {
    const PAGES: &[(i32, i32)] = &[
        (77, 10_000),
        (128, 932),
        (129, 949),
        (134, 936),
        (136, 950),
        (161, 1253),
        (162, 1254),
        (163, 1258),
        (177, 1255),
        (178, 1256),
        (186, 1257),
        (204, 1251),
        (222, 874),
        (238, 1250),
    ];
    PAGES.iter().find(|(set, _)| *set == number).and_then(|(_, page)| of_code_page(*page))
}
