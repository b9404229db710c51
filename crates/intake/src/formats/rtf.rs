//! RTF: control words and groups, read in one pass. Characters come as bytes of a code page (`\'hh`) or as `\uN` with a substitute behind it.

mod body;
mod code_page;
mod token;
mod word;

use super::office::loss::{Loss, Losses};
use super::office::package::Fault;
use super::office::properties::{authors, title};
use crate::declared::Declared;
use crate::document::Document;
use body::{Body, Place};
use code_page::{of_character_set, of_code_page};
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
    reader.body.end();
    let mut issues: Vec<_> = read.err().map(|fault| fault.issue(file)).into_iter().collect();
    issues.extend(reader.losses.issues(file));
    // A date of before there was RTF is one that a program left empty.
    let (year, month, day) = reader.saved;
    let declared = Declared {
        title: title(&reader.body.title),
        authors: authors(&reader.body.author),
        updated: (year >= 1980).then(|| format!("{year:04}-{month:02}-{day:02}")),
        ..Declared::default()
    };
    Document { declared, is_article: true, issues, ..reader.body.flow.finish(MEDIA_TYPE) }
}

/// What holds within a group, and ends with it.
#[derive(Debug, Clone, Copy)]
struct State {
    place: Place,
    /// How many characters stand behind `\uN` for readers that do not know it.
    substitute: usize,
    hidden: bool,
    deleted: bool,
    raised: bool,
    encoding: &'static Encoding,
}

struct Reader {
    state: State,
    outer: Vec<State>,
    body: Body,
    losses: Losses,
    page: &'static Encoding,
    fonts: BTreeMap<i32, &'static Encoding>,
    font: i32,
    /// Bytes of a code page that wait for those behind them: one character may have two.
    bytes: Vec<u8>,
    saved: (i32, i32, i32),
    skip: usize,
    high: Option<u16>,
    starred: bool,
}

impl Default for Reader {
    fn default() -> Self {
        let page = encoding_rs::WINDOWS_1252;
        Self {
            state: State { place: Place::Text, substitute: 1, hidden: false, deleted: false, raised: false, encoding: page },
            outer: Vec::new(),
            body: Body::default(),
            losses: Losses::default(),
            page,
            fonts: BTreeMap::new(),
            font: 0,
            bytes: Vec::new(),
            saved: (0, 0, 0),
            skip: 0,
            high: None,
            starred: false,
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
                        self.body.end_place(inner.place);
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
                Token::Symbol(b'\r' | b'\n') => self.body.end_line(self.state.place),
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
        match self.state.raised {
            true => self.body.raise(self.state.place, words),
            false => self.body.push(self.state.place, words),
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
            "par" | "sect" | "page" => self.body.end_line(self.state.place),
            "line" | "softline" | "nestcell" => self.push("\n"),
            "tab" => self.push("\t"),
            "cell" => self.body.end_cell()?,
            "row" => self.body.end_row(),
            "pard" => (self.body.item, self.body.level, self.body.in_table) = (false, None, false),
            "intbl" => self.body.in_table = true,
            "ls" => self.body.item |= on,
            "outlinelevel" => self.body.level = number.filter(|level| (0..9).contains(level)),
            "plain" => (self.state.hidden, self.state.deleted, self.state.raised) = (false, false, false),
            "super" => self.state.raised = on,
            "up" => self.state.raised = number != Some(0),
            "sub" | "dn" | "nosupersub" => self.state.raised = false,
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
            "footnote" => (self.state.place, self.state.raised) = (Place::Note, false),
            "chftn" if self.state.place == Place::Text => {
                let mark = self.body.mark();
                self.push(&mark);
            }
            "annotation" => {
                self.losses.count(Loss::Comments);
                self.state.place = Place::Apart;
            }
            "object" => self.losses.count(Loss::Objects),
            "listtext" | "pntext" => {
                self.body.item = true;
                self.state.place = Place::Mark;
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
}

#[cfg(test)]
mod tests {
    use super::*;
    use dossier_model::MarkKind;

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
            &[(Heading, "Head"), (Item, "1. one"), (Paragraph, "It was.[1]"), (Paragraph, "[1] A note.")],
        );
        check(
            "{\\rtf1 It made 100{\\super 2} of them on the 19{\\super th}.\\par}",
            &[(Paragraph, "It made 100² of them on the 19th.")],
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
