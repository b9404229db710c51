//! Slip sheets: one page that stands before an exhibit and says which it is. What it prints is also in the index; the same row
//! gives the same bytes.

use crate::PacksError;
use crate::face::Face;
use crate::index::Row;
use crate::pack::{Contents, one_line};
use crate::readme::SPECIMEN;
use dossier_model::Edtf;
use printpdf::{
    Color, FontId, Line, LinePoint, Op, PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Point, Pt, Rect, Rgb,
    TextItem, TextMatrix,
};
use std::collections::{BTreeMap, BTreeSet};

/// US Letter, in points.
const WIDTH: f32 = 612.0;
const HEIGHT: f32 = 792.0;
const MARGIN: f32 = 72.0;
const COLUMN: f32 = WIDTH - 2.0 * MARGIN;
/// Where the values of the table begin.
const VALUES: f32 = MARGIN + 96.0;

const INK: (f32, f32, f32) = (0.10, 0.11, 0.13);
const QUIET: (f32, f32, f32) = (0.40, 0.42, 0.46);
const ACCENT: (f32, f32, f32) = (0.09, 0.27, 0.42);
const HAIRLINE: (f32, f32, f32) = (0.76, 0.78, 0.80);

/// The slip sheet of the exhibit in `row`.
pub(crate) fn sheet(row: &Row<'_>, contents: &Contents) -> Result<Vec<u8>, PacksError> {
    let mut page = Page::default();
    head(&mut page, contents);
    let below_name = name(&mut page, row);
    table(&mut page, row, below_name);
    foot(&mut page, row, contents);
    page.save(&format!("Exhibit {}", row.exhibit)).map_err(|why| PacksError::Slip { exhibit: row.exhibit, why })
}

fn head(page: &mut Page, contents: &Contents) {
    let top = HEIGHT - 54.0;
    let sender = one_line(contents.organisation.as_deref().unwrap_or_default());
    let sender = Face::SansSemibold.lines(&sender, 9.0, COLUMN * 0.6);
    if let Some(line) = sender.first() {
        page.text(Face::SansSemibold, 9.0, QUIET, Place::Left(MARGIN), top, line);
    }
    if contents.specimen {
        page.text(Face::SansSemibold, 9.0, ACCENT, Place::Right(WIDTH - MARGIN), top, SPECIMEN);
    }
    page.rule(top - 10.0, 0.6, HAIRLINE);
}

/// "EXHIBIT", the number, title, publisher and date. Returns how far down they reach.
fn name(page: &mut Page, row: &Row<'_>) -> f32 {
    page.tracked(Face::SansSemibold, 13.0, ACCENT, 648.0, "EXHIBIT", 4.5);
    page.text(Face::SerifSemibold, 108.0, INK, Place::Centre, 548.0, &row.exhibit.to_string());
    page.short_rule(516.0);

    let title = one_line(row.title.unwrap_or(row.description));
    let size = if title.chars().count() > 110 { 17.0 } else { 21.0 };
    let mut y = 480.0;
    let lines = Face::Serif.balanced(&title, size, COLUMN);
    let lines = if lines.len() > 4 { Face::Serif.clipped(&title, size, COLUMN, 4) } else { lines };
    for line in lines {
        page.text(Face::Serif, size, INK, Place::Centre, y, &line);
        y -= size * 1.28;
    }
    y -= 4.0;
    let publisher = row.publisher.unwrap_or("Publisher not stated");
    let date = row.date.map_or_else(|| "date not stated".to_owned(), in_words);
    for line in Face::Sans.clipped(&one_line(&format!("{publisher}  ·  {date}")), 12.0, COLUMN, 2) {
        page.text(Face::Sans, 12.0, QUIET, Place::Centre, y, &line);
        y -= 17.0;
    }
    y
}

fn table(page: &mut Page, row: &Row<'_>, below: f32) {
    let cited = row.cited_at().join("; ");
    let rows = [
        ("SHA-256", row.sha256.to_string(), Face::Sans, 1),
        (
            "Length",
            format!("{} characters of text, {} bytes", grouped(row.characters.into()), grouped(row.octets() as u64)),
            Face::Sans,
            1,
        ),
        ("File", one_line(row.file_name()), Face::Sans, 2),
        ("Address", one_line(row.url().unwrap_or_default()), Face::Sans, 2),
        ("Custodian", one_line(&format!("{}, since {}", row.custodian, row.captured_at())), Face::Sans, 2),
        ("Handling", row.handling().to_owned(), Face::Sans, 1),
        ("Cited at", cited, Face::Sans, 3),
    ];
    let rows: Vec<_> = rows
        .into_iter()
        .filter(|(_, value, ..)| !value.is_empty())
        .map(|(label, value, face, most)| (label, face.clipped(&value, 9.5, WIDTH - MARGIN - VALUES, most), face))
        .collect();
    let height: f32 = rows.iter().map(|(_, lines, _)| 8.0 + 13.0 * lines.len() as f32).sum();
    let mut y = (below - 30.0).min(116.0 + height);
    for (label, lines, face) in rows {
        page.rule(y, 0.4, HAIRLINE);
        y -= 14.0;
        page.text(Face::SansSemibold, 9.5, QUIET, Place::Left(MARGIN), y, label);
        for (n, line) in lines.iter().enumerate() {
            if n > 0 {
                y -= 13.0;
            }
            page.text(face, 9.5, INK, Place::Left(VALUES), y, line);
        }
        y -= 7.0;
    }
    page.rule(y, 0.4, HAIRLINE);
}

fn foot(page: &mut Page, row: &Row<'_>, contents: &Contents) {
    let y = 54.0;
    page.text(Face::Sans, 7.5, QUIET, Place::Left(MARGIN), y, &format!("Evidence root {}", contents.evidence.root));
    page.text(Face::SansSemibold, 10.0, INK, Place::Right(WIDTH - MARGIN), y, &row.bates_begin);
}

/// "June 25, 2026"; a date that is open, loose or an interval stays as it is written.
fn in_words(date: Edtf) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let Edtf::Date(day) = date else { return date.to_string() };
    let month = day.month().and_then(|month| MONTHS.get(usize::try_from(month).ok()?.checked_sub(1)?));
    match (day.year(), month, day.day(), day.is_loose()) {
        (Some(year), Some(month), Some(day), false) => format!("{month} {day}, {year}"),
        (Some(year), Some(month), None, false) => format!("{month} {year}"),
        _ => date.to_string(),
    }
}

fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Where a line of text stands across the page.
enum Place {
    Left(f32),
    Centre,
    Right(f32),
}

/// A page being drawn, and the characters that it needs of each face.
#[derive(Default)]
struct Page {
    ops: Vec<Op>,
    used: BTreeMap<Face, BTreeSet<char>>,
}

impl Page {
    fn text(&mut self, face: Face, size: f32, colour: (f32, f32, f32), place: Place, y: f32, words: &str) {
        let words = face.printable(words);
        let width = face.width(&words, size);
        let x = match place {
            Place::Left(x) => x,
            Place::Centre => (WIDTH - width) / 2.0,
            Place::Right(x) => x - width,
        };
        self.set(face, size, colour, x, y, words, 0.0);
    }

    /// Centred words with `space` points after each letter.
    fn tracked(&mut self, face: Face, size: f32, colour: (f32, f32, f32), y: f32, words: &str, space: f32) {
        let gaps = words.chars().count().saturating_sub(1) as f32;
        let width = face.width(words, size) + gaps * space;
        self.set(face, size, colour, (WIDTH - width) / 2.0, y, words.to_owned(), space);
    }

    #[expect(clippy::too_many_arguments, reason = "the one place where a line of text meets the page")]
    fn set(&mut self, face: Face, size: f32, colour: (f32, f32, f32), x: f32, y: f32, words: String, space: f32) {
        self.used.entry(face).or_default().extend(words.chars());
        self.ops.extend([
            Op::SetFillColor { col: rgb(colour) },
            Op::StartTextSection,
            Op::SetFont { font: PdfFontHandle::External(FontId(face.name().to_owned())), size: Pt(size) },
            Op::SetCharacterSpacing { multiplier: space },
            Op::SetTextMatrix { matrix: TextMatrix::Translate(Pt(x), Pt(y)) },
            Op::ShowText { items: vec![TextItem::Text(words)] },
            Op::EndTextSection,
        ]);
    }

    fn rule(&mut self, y: f32, thickness: f32, colour: (f32, f32, f32)) {
        self.line(MARGIN, WIDTH - MARGIN, y, thickness, colour);
    }

    fn short_rule(&mut self, y: f32) {
        self.line(WIDTH / 2.0 - 18.0, WIDTH / 2.0 + 18.0, y, 1.2, ACCENT);
    }

    fn line(&mut self, from: f32, to: f32, y: f32, thickness: f32, colour: (f32, f32, f32)) {
        let point = |x| LinePoint { p: Point { x: Pt(x), y: Pt(y) }, bezier: false };
        self.ops.extend([
            Op::SetOutlineColor { col: rgb(colour) },
            Op::SetOutlineThickness { pt: Pt(thickness) },
            Op::DrawLine { line: Line { points: vec![point(from), point(to)], is_closed: false } },
        ]);
    }

    fn save(self, title: &str) -> Result<Vec<u8>, String> {
        let mut document = PdfDocument::new(title);
        for (face, used) in &self.used {
            document.resources.fonts.map.insert(FontId(face.name().to_owned()), PdfFont::new(face.subset(used)?));
        }
        let mut page = PdfPage::new(Pt(WIDTH).into(), Pt(HEIGHT).into(), self.ops);
        // Millimetres and back is not exact.
        let sheet = Rect::from_wh(Pt(WIDTH), Pt(HEIGHT));
        (page.media_box, page.trim_box, page.crop_box) = (sheet.clone(), sheet.clone(), sheet);
        document.with_pages(vec![page]);
        // The fonts are cut to size already.
        let options = PdfSaveOptions { subset_fonts: false, ..PdfSaveOptions::default() };
        let mut file = document.to_lopdf_document(&options, &mut Vec::new());
        // Random on every run, and optional.
        file.trailer.remove(b"ID");
        // A date that is nobody's, and a claim to PDF/X that nothing here keeps.
        let info = file.trailer.get(b"Info").and_then(|info| info.as_reference());
        let info =
            info.and_then(|id| file.get_object_mut(id)).and_then(|info| info.as_dict_mut()).map_err(|error| error.to_string())?;
        let keys: Vec<Vec<u8>> = info.iter().map(|(key, _)| key.clone()).filter(|key| key != b"Title").collect();
        for key in keys {
            info.remove(&key);
        }
        file.compress();
        let mut out = Vec::new();
        file.save_to(&mut out).map_err(|error| error.to_string())?;
        Ok(out)
    }
}

fn rgb((r, g, b): (f32, f32, f32)) -> Color {
    Color::Rgb(Rgb::new(r, g, b, None))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_in_threes() {
        assert_eq!([0, 999, 1000, 1_234_567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
    }

    #[test]
    fn a_date_is_printed_as_it_is_known() {
        let dates = ["2026-06-25", "2026-06", "2026", "XXXX-06-25", "2026-06-25~", "2026-04-22/2026-06-05"];
        let expect = ["June 25, 2026", "June 2026", "2026", "XXXX-06-25", "2026-06-25~", "2026-04-22/2026-06-05"];
        assert_eq!(dates.map(|date| in_words(date.parse().unwrap())), expect);
    }
}
