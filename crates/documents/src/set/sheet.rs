//! A manuscript as the values that the templates print: every text cleaned, cut where it may break, and counted.

use super::clean;
use crate::{DraftKind, Figure, Manuscript, Run, SetBlock, Style};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The values of one document, and the characters that no font has.
pub(super) struct Sheet {
    pub(super) values: Value,
    pub(super) missing: BTreeSet<char>,
}

/// The longest lines, together, of addressees that stand side by side; a long line may take two.
const ADDRESS_WIDTH: usize = 120;

/// How a document is fitted to its page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Fit {
    /// The size of the text in points.
    pub(super) size: f64,
    /// How wide pictures are.
    pub(super) pictures: Pictures,
}

/// How wide pictures are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pictures {
    /// As wide as the text.
    Full,
    /// Three quarters of it.
    Most,
    /// Side by side where they are neighbours.
    Row,
}

/// The words of `manuscript`, fitted so.
pub(super) fn sheet(manuscript: &Manuscript, fit: Fit) -> Sheet {
    let mut words = Words::default();
    let values = words.manuscript(manuscript, fit);
    Sheet { values, missing: words.missing }
}

/// The values of a chart alone; `bare` leaves out margin and caption.
pub(super) fn figure(figure: &Figure, bare: bool) -> Sheet {
    let mut words = Words::default();
    let alt = words.line(&alt(figure));
    let values = json!({
        "title": alt,
        "alt": alt,
        "bare": bare,
        "svg": clean::svg(&figure.svg, &mut words.missing),
        "caption": words.runs(&figure.caption),
    });
    Sheet { values, missing: words.missing }
}

/// The words as a reader hears them, notes left out.
pub(super) fn plain(runs: &[Run]) -> String {
    let texts = runs.iter().filter_map(|run| match run {
        Run::Text { text, .. } => Some(text.as_str()),
        Run::Note(_) => None,
    });
    clean::line(&texts.collect::<String>()).trim().to_owned()
}

/// Turns words into values and remembers what no font has.
#[derive(Default)]
struct Words {
    missing: BTreeSet<char>,
}

impl Words {
    fn manuscript(&mut self, manuscript: &Manuscript, fit: Fit) -> Value {
        let date = manuscript.date;
        let date_words = date_words(date);
        let addresses: Vec<Vec<String>> = manuscript.addresses.iter().map(|lines| self.lines(lines)).collect();
        let row = |(label, runs): &(String, Vec<Run>)| json!({ "label": self.line(label), "words": self.runs(runs) });
        let head: Vec<Value> = head(manuscript).iter().map(row).collect();
        let closing = manuscript
            .closing
            .as_ref()
            .map(|closing| json!({ "words": self.line(&closing.words), "lines": self.all(&closing.lines) }));
        json!({
            "title": self.line(&title(manuscript)),
            "author": self.line(&manuscript.author),
            "date": { "year": date.year(), "month": date.month(), "day": date.day() },
            "date_words": date_words,
            "size": fit.size,
            "pictures": match fit.pictures {
                Pictures::Full => "full",
                Pictures::Most => "most",
                Pictures::Row => "row",
            },
            "letterhead": self.all(&manuscript.letterhead),
            "delivery": self.optional(manuscript.delivery.as_deref()),
            "addresses": addresses,
            "side_by_side": side_by_side(&manuscript.addresses),
            "head": head,
            "subject": self.runs(&manuscript.subject),
            "salutation": self.optional(manuscript.salutation.as_deref()),
            "blocks": manuscript.blocks.iter().filter_map(|block| self.block(block)).collect::<Vec<_>>(),
            "annex": manuscript.annex.iter().filter_map(|block| self.block(block)).collect::<Vec<_>>(),
            "closing": closing,
            "enclosures": self.all(&manuscript.enclosures),
            "copies": self.lines(&manuscript.copies),
            "running_head": self.line(&manuscript.running_head),
            "watermark": self.optional(manuscript.watermark.as_deref()),
            "banner": self.optional(manuscript.banner.as_deref()),
            "foot": manuscript.foot.as_deref().map(|foot| clean::pieces(&self.line(foot))),
        })
    }

    fn block(&mut self, block: &SetBlock) -> Option<Value> {
        match block {
            SetBlock::Heading(runs) => self.said("heading", runs),
            SetBlock::Paragraph(runs) => self.said("paragraph", runs),
            SetBlock::BottomLine(runs) => self.said("bottom-line", runs),
            SetBlock::List { numbered, items } => {
                let long = items.iter().any(|item| plain(item).chars().count() > 95);
                (!items.is_empty())
                    .then(|| json!({ "block": "list", "turn": false, "turns": [], "numbered": numbered, "long": long, "items": self.all(items) }))
            }
            SetBlock::Table { caption, head, rows } => self.table(caption, head, rows),
            SetBlock::Figure(figure) => Some(json!({
                "block": "figure",
                "turn": false,
                "float": false,
                "alt": self.line(&alt(figure)),
                "svg": clean::svg(&figure.svg, &mut self.missing),
                "caption": self.runs(&figure.caption),
            })),
        }
    }

    fn said(&mut self, block: &str, runs: &[Run]) -> Option<Value> {
        let length = plain(runs).chars().count();
        (length > 0).then(|| json!({ "block": block, "turn": false, "length": length, "words": self.runs(runs) }))
    }

    /// A table with as many cells in each row as it has columns.
    fn table(&mut self, caption: &[Run], head: &[Vec<Run>], rows: &[Vec<Vec<Run>>]) -> Option<Value> {
        let columns = columns(head, rows);
        let mut full = |row: &[Vec<Run>]| -> Vec<Value> {
            (0..columns.len()).map(|column| self.runs(row.get(column).map_or(&[][..], Vec::as_slice))).collect()
        };
        let (head, rows) = (full(head), rows.iter().map(|row| full(row)).collect::<Vec<_>>());
        let table = json!({
            "block": "table",
            "turn": false,
            "head": head,
            "rows": rows,
            "columns": columns.iter().map(|column| column.width).collect::<Vec<_>>(),
            "numeric": columns.iter().map(|column| column.numeric).collect::<Vec<_>>(),
            "caption": self.runs(caption),
        });
        (!columns.is_empty()).then_some(table)
    }

    /// Runs as values. Spaces that meet where two runs join are one; a note inside a note stands in it in parentheses.
    fn runs(&mut self, runs: &[Run]) -> Value {
        let mut values = Vec::new();
        let mut spaced = true;
        for run in runs {
            match run {
                Run::Text { text, style } => {
                    let text = self.line(text);
                    let text = if spaced { text.trim_start() } else { &text };
                    if !text.is_empty() {
                        spaced = text.ends_with(' ');
                        values.push(json!({ "text": clean::pieces(text), "style": style_name(*style) }));
                    }
                }
                Run::Note(note) => {
                    values.push(json!({ "note": self.runs(&flat(note)) }));
                    spaced = false;
                }
            }
        }
        Value::Array(values)
    }

    fn all(&mut self, lines: &[Vec<Run>]) -> Vec<Value> {
        lines.iter().map(|runs| self.runs(runs)).collect()
    }

    fn lines(&mut self, lines: &[String]) -> Vec<String> {
        lines.iter().map(|text| self.line(text)).collect()
    }

    fn optional(&mut self, text: Option<&str>) -> Option<String> {
        text.map(|text| self.line(text)).filter(|text| !text.trim().is_empty())
    }

    fn line(&mut self, text: &str) -> String {
        clean::printable(text, &mut self.missing)
    }
}

/// A document must have a title: its own, else its subject, else its kind.
pub(super) fn title(manuscript: &Manuscript) -> String {
    let kind = match manuscript.kind {
        DraftKind::Letter => "Letter",
        DraftKind::Briefing => "Briefing",
        DraftKind::Memo => "Memorandum",
    };
    first_said([&clean::line(&manuscript.title), &plain(&manuscript.subject)], kind)
}

/// What stands for a picture: its own words, else its caption.
pub(super) fn alt(figure: &Figure) -> String {
    first_said([&clean::line(&figure.alt), &plain(&figure.caption)], "Chart")
}

fn first_said(texts: [&str; 2], otherwise: &str) -> String {
    texts.into_iter().map(str::trim).find(|text| !text.is_empty()).unwrap_or(otherwise).to_owned()
}

/// The rows of a memo's head: always with a date and what it is about. A briefing prints both elsewhere.
pub(super) fn head(manuscript: &Manuscript) -> Vec<(String, Vec<Run>)> {
    let is = |label: &str, names: &[&str]| names.iter().any(|name| label.eq_ignore_ascii_case(name));
    let (date, about) = (["date"], ["re", "subject"]);
    let bare = |(label, runs): &(String, Vec<Run>)| (label.trim().trim_end_matches(':').to_owned(), runs.clone());
    let mut rows: Vec<(String, Vec<Run>)> = manuscript.head.iter().map(bare).collect();
    match manuscript.kind {
        DraftKind::Letter => rows.clear(),
        DraftKind::Briefing => rows.retain(|(label, _)| !is(label, &date) && !is(label, &about)),
        DraftKind::Memo => {
            if !rows.iter().any(|(label, _)| is(label, &date)) {
                rows.push(("DATE".to_owned(), vec![Run::plain(date_words(manuscript.date))]));
            }
            if !rows.iter().any(|(label, _)| is(label, &about)) && !manuscript.subject.is_empty() {
                rows.push(("RE".to_owned(), manuscript.subject.clone()));
            }
        }
    }
    rows
}

/// "November 21, 2026".
pub(super) fn date_words(date: jiff::civil::Date) -> String {
    date.strftime("%B %-d, %Y").to_string()
}

/// A column of a table.
pub(super) struct Column {
    /// Its share of the width.
    pub(super) width: usize,
    /// Whether it holds figures alone, which stand at the right.
    pub(super) numeric: bool,
}

/// The columns of a table, as wide as their words ask.
pub(super) fn columns(head: &[Vec<Run>], rows: &[Vec<Vec<Run>>]) -> Vec<Column> {
    let count = rows.iter().map(Vec::len).chain([head.len()]).max().unwrap_or(0);
    let column = |at: usize| {
        let texts: Vec<String> = rows.iter().filter_map(|row| row.get(at)).map(|cell| plain(cell)).collect();
        let label = head.get(at).map(|cell| plain(cell));
        let longest = texts.iter().chain(&label).map(|text| text.chars().count()).max().unwrap_or(0);
        // Between a word and a line: half a table of short words must not be squeezed by one long sentence.
        Column { width: longest.clamp(8, 46), numeric: is_numeric(&texts) }
    };
    (0..count).map(column).collect()
}

/// Whether addressees may stand side by side.
pub(super) fn side_by_side(addresses: &[Vec<String>]) -> bool {
    let fits = |line: &String| line.chars().count() * addresses.len() <= ADDRESS_WIDTH;
    (2..=3).contains(&addresses.len()) && addresses.iter().flatten().all(fits)
}

/// Whether these cells hold figures alone.
fn is_numeric(cells: &[String]) -> bool {
    let figure = |text: &String| text.chars().all(|c| c.is_ascii_digit() || " ,.%$+-–—~<>≤≥\u{A0}".contains(c));
    cells.iter().all(figure) && cells.iter().any(|text| text.contains(|c: char| c.is_ascii_digit()))
}

/// A note's words, with any note inside it in parentheses.
pub(super) fn flat(note: &[Run]) -> Vec<Run> {
    let mut words = Vec::new();
    for run in note {
        match run {
            Run::Text { .. } => words.push(run.clone()),
            Run::Note(inner) => {
                words.push(Run::plain(" ("));
                words.extend(flat(inner));
                words.push(Run::plain(")"));
            }
        }
    }
    words
}

fn style_name(style: Style) -> &'static str {
    match style {
        Style::Plain => "plain",
        Style::Strong => "strong",
        Style::Emphasis => "emphasis",
        Style::Blank => "blank",
    }
}
