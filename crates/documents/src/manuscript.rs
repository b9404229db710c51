//! Manuscripts: a document with everything resolved, ready to be set in lines. What stands here is printed; nothing is looked up.

use crate::DraftKind;

/// A document ready to be set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manuscript {
    /// The document's title, for its metadata.
    pub title: String,
    /// Who it is from, for its metadata.
    pub author: String,
    /// Its kind, which chooses the layout.
    pub kind: DraftKind,
    /// Its own date.
    pub date: jiff::civil::Date,
    /// The sender's name and the lines under it. A part in the style [`Style::Blank`] is missing and prints as a marked blank.
    pub letterhead: Vec<Vec<Run>>,
    /// "Via Electronic Mail".
    pub delivery: Option<String>,
    /// One block of lines for each addressee.
    pub addresses: Vec<Vec<String>>,
    /// TO, FROM, DATE, RE of a memo or briefing, label and words; empty for a letter.
    pub head: Vec<(String, Vec<Run>)>,
    /// The "Re:" line, or the title of a briefing.
    pub subject: Vec<Run>,
    /// "Dear Chairman Scott and Ranking Member Warren:".
    pub salutation: Option<String>,
    /// The text.
    pub blocks: Vec<SetBlock>,
    /// "Sincerely," and the signature block.
    pub closing: Option<Closing>,
    /// What stands on pages of its own after the signature.
    pub annex: Vec<SetBlock>,
    /// What is enclosed, a line each.
    pub enclosures: Vec<Vec<Run>>,
    /// Who gets a copy.
    pub copies: Vec<String>,
    /// The head of page 2 and later: addressee and date; the page number is added.
    pub running_head: String,
    /// Set large and pale across each page: "DRAFT".
    pub watermark: Option<String>,
    /// Set at the top of each page: "Specimen: fictional case".
    pub banner: Option<String>,
    /// Set at the foot of each page: the evidence root.
    pub foot: Option<String>,
}

/// The end of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing {
    /// "Sincerely,".
    pub words: String,
    /// Name, title, organisation, under the space for a signature.
    pub lines: Vec<Vec<Run>>,
}

/// A block of text to be set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SetBlock {
    /// A heading.
    Heading(Vec<Run>),
    /// A paragraph.
    Paragraph(Vec<Run>),
    /// What an executive reads first, set apart.
    BottomLine(Vec<Run>),
    /// A list.
    List {
        /// Whether it is numbered.
        numbered: bool,
        /// Its items.
        items: Vec<Vec<Run>>,
    },
    /// A table whose first row is its head.
    Table {
        /// Its caption.
        caption: Vec<Run>,
        /// The heads of its columns.
        head: Vec<Vec<Run>>,
        /// Its rows.
        rows: Vec<Vec<Vec<Run>>>,
    },
    /// A picture.
    Figure(Figure),
}

/// A picture with the words that stand for it. Who made it is not known here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// SVG with real text.
    pub svg: String,
    /// What it shows, for a reader who cannot see it.
    pub alt: String,
    /// Its caption.
    pub caption: Vec<Run>,
}

/// A run of words in one style, or a footnote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Run {
    /// Words.
    Text {
        /// The words.
        text: String,
        /// How they look.
        style: Style,
    },
    /// A footnote at this place.
    Note(Vec<Run>),
}

/// How words look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// As the text around.
    Plain,
    /// Bold.
    Strong,
    /// Italic.
    Emphasis,
    /// Something that is still missing, marked so that nobody overlooks it.
    Blank,
}

impl Run {
    /// Plain words.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::Text { text: text.into(), style: Style::Plain }
    }
}
