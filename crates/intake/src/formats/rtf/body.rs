//! The text of an RTF document as it grows: words go to the place of their group, and paragraphs, cells and notes are written as they end.

use crate::formats::office::flow::{Flow, join, raise};
use crate::formats::office::package::Fault;
use dossier_model::MarkKind;

/// Where the words of a group go.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Place {
    /// The text itself.
    #[default]
    Text,
    /// A note at the foot of a page.
    Note,
    /// The number or bullet of an item.
    Mark,
    /// A header or a footer.
    Running,
    /// The title that the file gives.
    Title,
    /// Who wrote it.
    Author,
    /// When it was saved.
    Saved,
    /// Nowhere.
    Apart,
}

/// What is read, and the blocks that are open.
#[derive(Debug, Default)]
pub(super) struct Body {
    /// What is written.
    pub(super) flow: Flow,
    /// The title that the file gives.
    pub(super) title: String,
    /// Who wrote it.
    pub(super) author: String,
    /// Whether the paragraph is an item of a list.
    pub(super) item: bool,
    /// The level of the paragraph as a heading, from 0.
    pub(super) level: Option<i32>,
    /// Whether the paragraph stands in a table.
    pub(super) in_table: bool,
    text: String,
    mark: String,
    note: String,
    notes: Vec<String>,
    running: String,
    seen: Vec<String>,
    table: bool,
    row: bool,
}

impl Body {
    /// Adds `words` at `place`.
    pub(super) fn push(&mut self, place: Place, words: &str) {
        match place {
            Place::Text => self.text.push_str(words),
            Place::Mark => self.mark.push_str(words),
            Place::Note => self.note.push_str(words),
            Place::Running => self.running.push_str(words),
            Place::Title => self.title.push_str(words),
            Place::Author => self.author.push_str(words),
            Place::Saved | Place::Apart => {}
        }
    }

    /// Adds `words` at `place`, where they stand above the line.
    pub(super) fn raise(&mut self, place: Place, words: &str) {
        match place {
            Place::Text => raise(&mut self.text, words, &mut self.flow),
            Place::Note => raise(&mut self.note, words, &mut self.flow),
            _ => self.push(place, words),
        }
    }

    /// The mark of the note that comes next.
    pub(super) fn mark(&self) -> String {
        format!("[{}]", self.notes.len() + 1)
    }

    /// What is open ends, and the notes follow.
    pub(super) fn end(&mut self) {
        self.end_paragraph();
        self.end_table();
        for note in std::mem::take(&mut self.notes) {
            self.flow.paragraph(MarkKind::Paragraph, None, &note);
        }
    }

    /// A paragraph ends; in a table and in a note it is a line.
    pub(super) fn end_line(&mut self, place: Place) {
        match place {
            Place::Text if !self.in_table => self.end_paragraph(),
            _ => self.push(place, "\n"),
        }
    }

    fn end_paragraph(&mut self) {
        let words = std::mem::take(&mut self.text);
        if words.trim().is_empty() {
            return;
        }
        self.end_table();
        let level = self.level.map(|level| (level + 1).to_string());
        let kind = match (&level, self.item) {
            (Some(_), _) => MarkKind::Heading,
            (None, true) => MarkKind::Item,
            (None, false) => MarkKind::Paragraph,
        };
        self.flow.paragraph(kind, level.as_deref(), &words);
    }

    /// A cell of a table ends.
    pub(super) fn end_cell(&mut self) -> Result<(), Fault> {
        if !self.table {
            self.flow.open_table();
            self.table = true;
        }
        if !self.row {
            self.flow.open_row();
            self.row = true;
        }
        self.flow.open_cell()?;
        let words = std::mem::take(&mut self.text);
        self.flow.paragraph(MarkKind::Cell, None, &words);
        Ok(())
    }

    /// A row of a table ends.
    pub(super) fn end_row(&mut self) {
        if self.row {
            self.flow.close_row();
        }
        self.row = false;
    }

    fn end_table(&mut self) {
        self.end_row();
        if std::mem::take(&mut self.table) {
            self.flow.close_table();
        }
    }

    /// A group ends whose words went to `place`.
    pub(super) fn end_place(&mut self, place: Place) {
        match place {
            Place::Note => {
                let mut words = String::new();
                std::mem::take(&mut self.note).lines().for_each(|line| join(&mut words, line.trim()));
                let mark = self.mark();
                self.notes.push(format!("{mark} {words}"));
            }
            // A number is read with its item; a bullet only says that it is one.
            Place::Mark => {
                let mark = std::mem::take(&mut self.mark);
                let mark = mark.trim();
                if mark.contains(|c: char| c.is_ascii_digit())
                    || (mark.ends_with(['.', ')']) && mark.contains(char::is_alphabetic))
                {
                    self.text.push_str(mark);
                    self.text.push(' ');
                }
            }
            Place::Running => {
                let words = std::mem::take(&mut self.running).split_whitespace().collect::<Vec<_>>().join(" ");
                if !words.is_empty() && !self.seen.contains(&words) {
                    self.flow.paragraph(MarkKind::Furniture, None, &words);
                    self.seen.push(words);
                }
            }
            Place::Text | Place::Title | Place::Author | Place::Saved | Place::Apart => {}
        }
    }
}
