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
    /// Whether neighbouring pictures stand side by side.
    pub(super) row: bool,
}

/// The words of `manuscript`, fitted so.
pub(super) fn sheet(manuscript: &Manuscript, fit: Fit) -> Sheet {
    let mut words = Words::default();
    let values = words.manuscript(manuscript, fit);
    Sheet { values, missing: words.missing }
}

/// The values of a chart alone.
pub(super) fn figure(figure: &Figure) -> Sheet {
    let mut words = Words::default();
    let alt = words.alt(figure);
    let values = json!({
        "title": alt,
        "alt": alt,
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
        let side_by_side = (2..=3).contains(&manuscript.addresses.len())
            && manuscript
                .addresses
                .iter()
                .flatten()
                .all(|line| line.chars().count() * manuscript.addresses.len() <= ADDRESS_WIDTH);
        let addresses: Vec<Vec<String>> = manuscript.addresses.iter().map(|lines| self.lines(lines)).collect();
        let closing = manuscript
            .closing
            .as_ref()
            .map(|closing| json!({ "words": self.line(&closing.words), "lines": self.all(&closing.lines) }));
        json!({
            "title": self.title(manuscript),
            "author": self.line(&manuscript.author),
            "date": { "year": date.year(), "month": date.month(), "day": date.day() },
            "date_words": date_words,
            "size": fit.size,
            "row": fit.row,
            "letterhead": self.all(&manuscript.letterhead),
            "delivery": self.optional(manuscript.delivery.as_deref()),
            "addresses": addresses,
            "side_by_side": side_by_side,
            "head": self.head(manuscript, &date_words),
            "subject": self.runs(&manuscript.subject),
            "salutation": self.optional(manuscript.salutation.as_deref()),
            "blocks": manuscript.blocks.iter().filter_map(|block| self.block(block)).collect::<Vec<_>>(),
            "closing": closing,
            "enclosures": self.all(&manuscript.enclosures),
            "copies": self.lines(&manuscript.copies),
            "running_head": self.line(&manuscript.running_head),
            "watermark": self.optional(manuscript.watermark.as_deref()),
            "banner": self.optional(manuscript.banner.as_deref()),
            "foot": manuscript.foot.as_deref().map(|foot| clean::pieces(&self.line(foot))),
        })
    }

    /// A document must have a title: its own, else its subject, else its kind.
    fn title(&mut self, manuscript: &Manuscript) -> String {
        let kind = match manuscript.kind {
            DraftKind::Letter => "Letter",
            DraftKind::Briefing => "Briefing",
            DraftKind::Memo => "Memorandum",
        };
        let title = self.line(&manuscript.title);
        let subject = self.line(&plain(&manuscript.subject));
        [title.trim(), subject.trim()].into_iter().find(|title| !title.is_empty()).unwrap_or(kind).to_owned()
    }

    /// The head of a memo always has a date and what it is about; a briefing prints both elsewhere.
    fn head(&mut self, manuscript: &Manuscript, date_words: &str) -> Vec<Value> {
        let is = |label: &str, names: &[&str]| names.iter().any(|name| label.trim_end_matches(':').eq_ignore_ascii_case(name));
        let (date, about) = (["date"], ["re", "subject"]);
        let mut rows: Vec<(String, Vec<Run>)> = manuscript.head.clone();
        match manuscript.kind {
            DraftKind::Letter => rows.clear(),
            DraftKind::Briefing => rows.retain(|(label, _)| !is(label, &date) && !is(label, &about)),
            DraftKind::Memo => {
                if !rows.iter().any(|(label, _)| is(label, &date)) {
                    rows.push(("DATE".to_owned(), vec![Run::plain(date_words)]));
                }
                if !rows.iter().any(|(label, _)| is(label, &about)) && !manuscript.subject.is_empty() {
                    rows.push(("RE".to_owned(), manuscript.subject.clone()));
                }
            }
        }
        rows.iter()
            .map(|(label, runs)| json!({ "label": self.line(label.trim_end_matches(':')), "words": self.runs(runs) }))
            .collect()
    }

    fn block(&mut self, block: &SetBlock) -> Option<Value> {
        match block {
            SetBlock::Heading(runs) => self.said("heading", runs),
            SetBlock::Paragraph(runs) => self.said("paragraph", runs),
            SetBlock::BottomLine(runs) => self.said("bottom-line", runs),
            SetBlock::List { numbered, items } => {
                let long = items.iter().any(|item| plain(item).chars().count() > 95);
                (!items.is_empty())
                    .then(|| json!({ "block": "list", "numbered": numbered, "long": long, "items": self.all(items) }))
            }
            SetBlock::Table { caption, head, rows } => self.table(caption, head, rows),
            SetBlock::Figure(figure) => Some(json!({
                "block": "figure",
                "alt": self.alt(figure),
                "svg": clean::svg(&figure.svg, &mut self.missing),
                "caption": self.runs(&figure.caption),
            })),
        }
    }

    fn said(&mut self, block: &str, runs: &[Run]) -> Option<Value> {
        let length = plain(runs).chars().count();
        (length > 0).then(|| json!({ "block": block, "length": length, "words": self.runs(runs) }))
    }

    /// A table with as many cells in each row as it has columns; columns as wide as their words ask, figures at the right.
    fn table(&mut self, caption: &[Run], head: &[Vec<Run>], rows: &[Vec<Vec<Run>>]) -> Option<Value> {
        let columns = rows.iter().map(Vec::len).chain([head.len()]).max().filter(|columns| *columns > 0)?;
        let texts = |column: usize| rows.iter().filter_map(move |row| row.get(column)).map(|cell| plain(cell));
        let width = |column: usize| {
            let longest = texts(column).chain(head.get(column).map(|cell| plain(cell))).map(|text| text.chars().count()).max();
            // Between a word and a line: half a table of short words must not be squeezed by one long sentence.
            longest.unwrap_or(0).clamp(8, 46)
        };
        let numeric: Vec<bool> = (0..columns).map(|column| is_numeric(texts(column))).collect();
        let mut full = |row: &[Vec<Run>]| -> Vec<Value> {
            (0..columns).map(|column| self.runs(row.get(column).map_or(&[][..], Vec::as_slice))).collect()
        };
        Some(json!({
            "block": "table",
            "head": full(head),
            "rows": rows.iter().map(|row| full(row)).collect::<Vec<_>>(),
            "columns": (0..columns).map(width).collect::<Vec<_>>(),
            "numeric": numeric,
            "caption": self.runs(caption),
        }))
    }

    /// What stands for a picture: its own words, else its caption.
    fn alt(&mut self, figure: &Figure) -> String {
        let own = self.line(&figure.alt);
        let caption = self.line(&plain(&figure.caption));
        [own.trim(), caption.trim()].into_iter().find(|alt| !alt.is_empty()).unwrap_or("Chart").to_owned()
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

/// "November 21, 2026".
pub(super) fn date_words(date: jiff::civil::Date) -> String {
    date.strftime("%B %-d, %Y").to_string()
}

/// Whether these cells hold figures alone.
fn is_numeric(cells: impl Iterator<Item = String>) -> bool {
    let figure = |text: &str| text.chars().all(|c| c.is_ascii_digit() || " ,.%$+-–—~<>≤≥\u{A0}".contains(c));
    let mut digits = false;
    let all = cells.into_iter().all(|text| {
        digits |= text.contains(|c: char| c.is_ascii_digit());
        figure(&text)
    });
    all && digits
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
