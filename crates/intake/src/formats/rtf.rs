//! RTF: control words and groups, read in one pass. Characters come as bytes of a code page (`\'hh`) or as `\uN` with a substitute behind it.

mod code_page;
mod token;
mod word;

use super::office::flow::{Flow, join};
use super::office::loss::{Loss, Losses};
use super::office::package::Fault;
use super::office::properties::{authors, title};
use crate::declared::Declared;
use crate::document::Document;
use code_page::{of_character_set, of_code_page};
use dossier_model::MarkKind;
use encoding_rs::Encoding;
use std::collections::BTreeMap;
use token::{Token, Tokens};
use word::{APART, sign};

const MEDIA_TYPE: &str = "application/rtf";
/// How deep groups may lie within each other; word processors write about twenty.
const DEPTH: usize = 512;

/// Reads an RTF document.
pub(crate) fn read(file: &str, bytes: &[u8]) -> Document {
    let mut reader = Reader::default();
    let read = reader.read(bytes);
    reader.flush();
    reader.end_paragraph();
    reader.end_table();
    for note in std::mem::take(&mut reader.notes) {
        reader.flow.paragraph(MarkKind::Paragraph, None, &note);
    }
    let mut issues: Vec<_> = read.err().map(|fault| fault.issue(file)).into_iter().collect();
    issues.extend(reader.losses.issues(file));
    // A date of before there was RTF is one that a program left empty.
    let (year, month, day) = reader.saved;
    let declared = Declared {
        title: title(&reader.title),
        authors: authors(&reader.author),
        updated: (year >= 1980).then(|| format!("{year:04}-{month:02}-{day:02}")),
        ..Declared::default()
    };
    let (laid, heading, normalised) = reader.flow.finish();
    Document {
        media_type: MEDIA_TYPE.to_owned(),
        laid,
        declared,
        heading,
        is_article: true,
        normalised,
        issues,
        ..Document::default()
    }
}

/// Where the words of a group go.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Place {
    #[default]
    Text,
    Note,
    Running,
    Title,
    Author,
    Saved,
    /// Nowhere.
    Apart,
}

/// What holds within a group, and ends with it.
#[derive(Debug, Clone, Copy)]
struct State {
    place: Place,
    /// How many characters stand behind `\uN` for readers that do not know it.
    substitute: usize,
    hidden: bool,
    deleted: bool,
    encoding: &'static Encoding,
}

struct Reader {
    state: State,
    outer: Vec<State>,
    flow: Flow,
    losses: Losses,
    page: &'static Encoding,
    fonts: BTreeMap<i32, &'static Encoding>,
    font: i32,
    /// Bytes of a code page that wait for those behind them: one character may have two.
    bytes: Vec<u8>,
    text: String,
    note: String,
    notes: Vec<String>,
    running: String,
    seen: Vec<String>,
    title: String,
    author: String,
    saved: (i32, i32, i32),
    skip: usize,
    high: Option<u16>,
    starred: bool,
    item: bool,
    level: Option<i32>,
    in_table: bool,
    table: bool,
    row: bool,
}

impl Default for Reader {
    fn default() -> Self {
        let page = encoding_rs::WINDOWS_1252;
        Self {
            state: State { place: Place::Text, substitute: 1, hidden: false, deleted: false, encoding: page },
            outer: Vec::new(),
            flow: Flow::default(),
            losses: Losses::default(),
            page,
            fonts: BTreeMap::new(),
            font: 0,
            bytes: Vec::new(),
            text: String::new(),
            note: String::new(),
            notes: Vec::new(),
            running: String::new(),
            seen: Vec::new(),
            title: String::new(),
            author: String::new(),
            saved: (0, 0, 0),
            skip: 0,
            high: None,
            starred: false,
            item: false,
            level: None,
            in_table: false,
            table: false,
            row: false,
        }
    }
}

impl Reader {
    fn read(&mut self, bytes: &[u8]) -> Result<(), Fault> {
        let mut opened = false;
        for token in Tokens::new(bytes) {
            if !matches!(token, Token::Byte(_)) {
                self.flush();
            }
            match token {
                Token::Open => {
                    if self.outer.len() == DEPTH {
                        return Err(Fault::TooDeep(format!("more than {DEPTH} groups within each other")));
                    }
                    self.outer.push(self.state);
                    (self.skip, self.starred) = (0, false);
                }
                Token::Close => {
                    self.skip = 0;
                    let Some(outer) = self.outer.pop() else { continue };
                    let inner = std::mem::replace(&mut self.state, outer);
                    if inner.place != outer.place {
                        self.end_place(inner.place);
                    }
                    if self.outer.is_empty() {
                        return Ok(());
                    }
                }
                Token::Word(word, number) => {
                    self.word(word, number)?;
                    self.starred = false;
                }
                // Only at the beginning of a group; elsewhere it says nothing.
                Token::Symbol(b'*') => self.starred = opened,
                Token::Symbol(b'~') => self.push("\u{A0}"),
                Token::Symbol(b'_') => self.push("-"),
                Token::Symbol(b'-') => self.push("\u{AD}"),
                Token::Symbol(b'\r' | b'\n') => self.end_line(),
                Token::Symbol(_) => {}
                Token::Byte(byte) => {
                    if self.skip > 0 {
                        self.skip -= 1;
                    } else if self.state.place != Place::Apart {
                        self.bytes.push(byte);
                    }
                }
            }
            opened = token == Token::Open;
        }
        if self.outer.is_empty() {
            return Ok(());
        }
        Err(Fault::Damaged("it ends in the middle".to_owned()))
    }

    /// Puts the bytes that wait into characters.
    fn flush(&mut self) {
        if !self.bytes.is_empty() {
            let bytes = std::mem::take(&mut self.bytes);
            let (text, _) = self.state.encoding.decode_without_bom_handling(&bytes);
            self.push(&text);
        }
    }

    fn push(&mut self, words: &str) {
        if self.state.deleted || self.state.hidden {
            return;
        }
        match self.state.place {
            Place::Text => self.text.push_str(words),
            Place::Note => self.note.push_str(words),
            Place::Running => self.running.push_str(words),
            Place::Title => self.title.push_str(words),
            Place::Author => self.author.push_str(words),
            Place::Saved | Place::Apart => {}
        }
    }

    fn unit(&mut self, number: i32) {
        self.skip = self.state.substitute;
        // Written as a signed number of 16 bits; characters beyond are two of them.
        let unit = u16::try_from(number.rem_euclid(65_536)).unwrap_or(0xFFFD);
        match (self.high.take(), unit) {
            (None, 0xD800..=0xDBFF) => self.high = Some(unit),
            (high, unit) => {
                let units: Vec<u16> = high.into_iter().chain([unit]).collect();
                self.push(&String::from_utf16_lossy(&units));
            }
        }
    }

    fn word(&mut self, word: &str, number: Option<i32>) -> Result<(), Fault> {
        let on = number != Some(0);
        if self.state.place == Place::Apart {
            match word {
                "f" => self.font = number.unwrap_or(0),
                "fcharset" => {
                    if let Some(encoding) = number.and_then(of_character_set) {
                        self.fonts.insert(self.font, encoding);
                    }
                }
                "title" if !self.starred => self.state.place = Place::Title,
                "author" if !self.starred => self.state.place = Place::Author,
                "revtim" => self.state.place = Place::Saved,
                _ => {}
            }
            return Ok(());
        }
        match word {
            "par" | "sect" | "page" => self.end_line(),
            "line" | "softline" | "nestcell" => self.push("\n"),
            "tab" => self.push("\t"),
            "cell" => self.end_cell()?,
            "row" => self.end_row(),
            "pard" => (self.item, self.level, self.in_table) = (false, None, false),
            "intbl" => self.in_table = true,
            "ls" => self.item |= on,
            "outlinelevel" => self.level = number.filter(|level| (0..9).contains(level)),
            "plain" => (self.state.hidden, self.state.deleted) = (false, false),
            "v" => {
                if on && !self.state.hidden {
                    self.losses.count(Loss::Hidden);
                }
                self.state.hidden = on;
            }
            "deleted" => {
                if on && !self.state.deleted {
                    self.losses.count(Loss::Deletions);
                }
                self.state.deleted = on;
            }
            "revised" if on => self.losses.count(Loss::Insertions),
            "uc" => self.state.substitute = number.and_then(|count| usize::try_from(count).ok()).unwrap_or(1).min(8),
            "u" => self.unit(number.unwrap_or(0xFFFD)),
            "ansicpg" => {
                self.page = number.and_then(of_code_page).unwrap_or(self.page);
                self.state.encoding = self.page;
            }
            "mac" => {
                self.page = encoding_rs::MACINTOSH;
                self.state.encoding = self.page;
            }
            "f" => self.state.encoding = number.and_then(|font| self.fonts.get(&font).copied()).unwrap_or(self.page),
            "yr" => self.saved.0 = number.unwrap_or(0),
            "mo" => self.saved.1 = number.unwrap_or(0),
            "dy" => self.saved.2 = number.unwrap_or(0),
            "footnote" => self.state.place = Place::Note,
            "chftn" if self.state.place == Place::Text => {
                let mark = format!("[{}]", self.notes.len() + 1);
                self.push(&mark);
            }
            "annotation" => {
                self.losses.count(Loss::Comments);
                self.state.place = Place::Apart;
            }
            "object" => self.losses.count(Loss::Objects),
            "listtext" | "pntext" => {
                self.item = true;
                self.state.place = Place::Apart;
            }
            "pict" | "shppict" => {
                self.losses.count(Loss::Images);
                self.state.place = Place::Apart;
            }
            "header" | "headerl" | "headerr" | "headerf" | "footer" | "footerl" | "footerr" | "footerf" => {
                self.state.place = Place::Running;
            }
            "shpinst" | "shptxt" | "fldrslt" | "ud" => {}
            _ if APART.contains(&word) => self.state.place = Place::Apart,
            _ => match sign(word) {
                Some(sign) => self.push(sign),
                // A group that a reader need not know.
                None if self.starred => self.state.place = Place::Apart,
                None => {}
            },
        }
        Ok(())
    }

    fn end_line(&mut self) {
        match self.state.place {
            Place::Text if self.in_table => self.push("\n"),
            Place::Text => self.end_paragraph(),
            _ => self.push("\n"),
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

    fn end_cell(&mut self) -> Result<(), Fault> {
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

    fn end_row(&mut self) {
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

    fn end_place(&mut self, place: Place) {
        match place {
            Place::Note => {
                let mut words = String::new();
                std::mem::take(&mut self.note).lines().for_each(|line| join(&mut words, line.trim()));
                self.notes.push(format!("[{}] {words}", self.notes.len() + 1));
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

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, expect: &[(MarkKind, &str)]) {
        let document = read("a.rtf", source.as_bytes());
        let found: Vec<_> = document.laid.blocks.iter().map(|block| (block.kind, document.laid.words(block))).collect();
        assert_eq!(found, expect, "{source}");
    }

    #[test]
    fn words_cells_and_notes_are_read() {
        use MarkKind::{Cell, Heading, Item, Paragraph};
        check(
            "{\\rtf1\\ansi It\\'92s \\u8220?so\\u8221?\\par and {\\b more}.}",
            &[(Paragraph, "It’s “so”"), (Paragraph, "and more.")],
        );
        check("{\\rtf1\\ansi\\uc2\\u21345??x\\par}", &[(Paragraph, "卡x")]);
        check("{\\rtf1{\\fonttbl{\\f0 Arial;}{\\f1\\fcharset204 Arial;}}\\f1\\'cf\\'f0\\f0 x\\par}", &[(Paragraph, "Прx")]);
        check(
            "{\\rtf1\\trowd\\intbl Lab\\cell Count\\cell\\row\\trowd\\intbl Halden\\cell 9\\cell\\row\\pard After\\par}",
            &[(Cell, "Lab"), (Cell, "Count"), (Cell, "Halden"), (Cell, "9"), (Paragraph, "After")],
        );
        check(
            "{\\rtf1\\pard\\outlinelevel0 Head\\par\\pard{\\listtext 1.\\tab}one\\par\\pard It was.{\\super\\chftn}{\\footnote{\\chftn} A note.}\\par}",
            &[(Heading, "Head"), (Item, "one"), (Paragraph, "It was.[1]"), (Paragraph, "[1] A note.")],
        );
        check("{\\rtf1{\\loch\\*\\cs7 shown}\\par}", &[(Paragraph, "shown")]);
        check("{\\rtf1{\\*\\unknown no}{\\pict 00ff}{\\v secret}{\\deleted old}yes\\par}", &[(Paragraph, "yes")]);
    }

    #[test]
    fn what_is_said_of_it_and_what_is_lost_is_told() {
        let document = read(
            "a.rtf",
            b"{\\rtf1{\\info{\\title Halden writes}{\\author Dana Ruiz}{\\revtim\\yr2026\\mo5\\dy4}}{\\pict 00}{\\v s}x",
        );
        assert_eq!(document.declared.title.as_deref(), Some("Halden writes"));
        assert_eq!(document.declared.authors, ["Dana Ruiz"]);
        assert_eq!(document.declared.updated.as_deref(), Some("2026-05-04"));
        let codes: Vec<_> = document.issues.iter().map(|issue| issue.code.as_str()).collect();
        assert_eq!(codes, ["damaged", "images", "hidden-text"]);
        assert_eq!(read("a.rtf", &b"{\\rtf1".repeat(600)).issues[0].code, "too-deep");
    }
}
