//! Drafts: structured text whose figures, dates, names and quotations are bound to facts. Stored as JSON; the schema is in
//! `docs/guide/draft.schema.json`.

use dossier_model::{ClaimId, Computation, Digest, ElementId, FactId, MeasureId, OriginId, RecipientId, SourceId};
use serde::{Deserialize, Serialize};

/// What kind of document it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum DraftKind {
    /// A letter to an official.
    Letter,
    /// One page for an executive, the bottom line first.
    Briefing,
    /// A memorandum, with TO, FROM, DATE and RE.
    Memo,
}

/// A document being drafted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// Its name in the dossier.
    pub name: String,
    /// Its kind.
    pub kind: DraftKind,
    /// To whom.
    pub to: RecipientId,
    /// Its own date, `2026-11-21`: fixed when it is made, never the clock's.
    #[specta(type = String)]
    pub date: jiff::civil::Date,
    /// The "Re:" line.
    pub subject: Sentence,
    /// The measures it asks for.
    pub measures: Vec<MeasureId>,
    /// Its text.
    pub blocks: Vec<Block>,
    /// What stands on pages of its own after the signature, for whoever checks the letter.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub annex: Vec<Block>,
}

/// One block of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "block", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Block {
    /// A heading.
    Heading {
        /// Its words.
        text: Sentence,
    },
    /// A paragraph.
    Paragraph {
        /// Its sentences.
        sentences: Vec<Sentence>,
    },
    /// What an executive reads first, set apart.
    BottomLine {
        /// Its sentences.
        sentences: Vec<Sentence>,
    },
    /// A list, numbered where others will refer to its items.
    List {
        /// Whether it is numbered.
        numbered: bool,
        /// Its items, some sentences each.
        items: Vec<Vec<Sentence>>,
    },
    /// A table.
    Table {
        /// Its caption.
        caption: Sentence,
        /// The heads of its columns.
        head: Vec<Sentence>,
        /// Its rows.
        rows: Vec<Vec<Sentence>>,
    },
    /// A chart.
    Figure {
        /// `timeline`, `targeting` or `scale`.
        chart: String,
        /// Its caption.
        caption: Sentence,
    },
}

/// One sentence: plain words and bound ones.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(transparent)]
pub struct Sentence {
    /// Its parts, in order; their texts joined are the sentence.
    pub parts: Vec<Inline>,
}

/// A run of words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct Inline {
    /// The words.
    pub text: String,
    /// What makes them sourced; plain words have nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub binding: Option<Binding>,
    /// Whether a footnote with quote and source follows them.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub note: bool,
}

/// What makes a figure, date, name or quotation sourced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "to", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Binding {
    /// A fact.
    Fact {
        /// The fact.
        fact: FactId,
        /// The digest of the fact when the words were written: a later change makes them stale.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        seen: Option<Digest>,
    },
    /// The quotation of one claim.
    Quote {
        /// The claim.
        claim: ClaimId,
    },
    /// A figure of ours.
    Computation {
        /// How it is computed.
        computation: Computation,
    },
    /// A source's own name, title or date.
    Source {
        /// The source.
        source: SourceId,
    },
    /// What the dossier knows of an origin: its name, and how many publications report it.
    Origin {
        /// The origin.
        origin: OriginId,
    },
    /// The law of a measure: its name, authority, status or an element.
    Law {
        /// The measure.
        measure: MeasureId,
        /// The element, where it is one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        element: Option<ElementId>,
    },
    /// The recipient's name and office, from the directory.
    Recipient,
    /// The office's own name, address or signatory.
    Office,
    /// A named person answers for these words.
    Waiver {
        /// Who.
        by: String,
        /// Why.
        reason: String,
    },
}

impl Sentence {
    /// Plain words, bound to nothing.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { parts: vec![Inline::plain(text)] }
    }

    /// The words as they will be read.
    pub fn text(&self) -> String {
        self.parts.iter().map(|part| part.text.as_str()).collect()
    }

    /// The same sentence with `text` after it.
    #[must_use]
    pub fn then(mut self, text: impl Into<String>) -> Self {
        self.parts.push(Inline::plain(text));
        self
    }

    /// The same sentence with words bound to `binding` after it.
    #[must_use]
    pub fn bound(mut self, text: impl Into<String>, binding: Binding) -> Self {
        self.parts.push(Inline { text: text.into(), binding: Some(binding), note: false });
        self
    }

    /// The same sentence with bound words that carry a footnote after it.
    #[must_use]
    pub fn noted(mut self, text: impl Into<String>, binding: Binding) -> Self {
        self.parts.push(Inline { text: text.into(), binding: Some(binding), note: true });
        self
    }
}

impl Inline {
    /// Plain words.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), binding: None, note: false }
    }
}

impl Draft {
    /// Every sentence with its place in words: `paragraph 2, sentence 1`, `list 1, item 3, sentence 1`, `caption of figure 1`.
    pub fn sentences(&self) -> Vec<(String, &Sentence)> {
        let mut found = vec![("subject".to_owned(), &self.subject)];
        let (mut headings, mut paragraphs, mut lists, mut tables, mut figures) = (0, 0, 0, 0, 0);
        for block in self.blocks.iter().chain(&self.annex) {
            match block {
                Block::Heading { text } => {
                    headings += 1;
                    found.push((format!("heading {headings}"), text));
                }
                Block::Paragraph { sentences } => {
                    paragraphs += 1;
                    found.extend((1..).zip(sentences).map(|(n, s)| (format!("paragraph {paragraphs}, sentence {n}"), s)));
                }
                Block::BottomLine { sentences } => {
                    found.extend((1..).zip(sentences).map(|(n, s)| (format!("bottom line, sentence {n}"), s)));
                }
                Block::List { items, .. } => {
                    lists += 1;
                    for (item, sentences) in (1..).zip(items) {
                        let place = |n| format!("list {lists}, item {item}, sentence {n}");
                        found.extend((1..).zip(sentences).map(|(n, s)| (place(n), s)));
                    }
                }
                Block::Table { caption, head, rows } => {
                    tables += 1;
                    found.push((format!("caption of table {tables}"), caption));
                    found.extend((1..).zip(head).map(|(n, s)| (format!("table {tables}, column head {n}"), s)));
                    for (row, cells) in (1..).zip(rows) {
                        found.extend((1..).zip(cells).map(|(n, s)| (format!("table {tables}, row {row}, column {n}"), s)));
                    }
                }
                Block::Figure { caption, .. } => {
                    figures += 1;
                    found.push((format!("caption of figure {figures}"), caption));
                }
            }
        }
        found
    }

    /// The same sentences to be changed, in the same order.
    pub fn sentences_mut(&mut self) -> Vec<&mut Sentence> {
        let mut found = vec![&mut self.subject];
        for block in self.blocks.iter_mut().chain(&mut self.annex) {
            match block {
                Block::Heading { text } => found.push(text),
                Block::Paragraph { sentences } | Block::BottomLine { sentences } => found.extend(sentences),
                Block::List { items, .. } => found.extend(items.iter_mut().flatten()),
                Block::Table { caption, head, rows } => {
                    found.push(caption);
                    found.extend(head);
                    found.extend(rows.iter_mut().flatten());
                }
                Block::Figure { caption, .. } => found.push(caption),
            }
        }
        found
    }
}
