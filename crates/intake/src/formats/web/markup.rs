//! A page as a run of tags, before any library takes it apart: whether it is one, how large its tree would be, and its bare words.
//!
//! Every reader of pages that was tried stalls on hundreds of thousands of nested elements or attributes; counting tags first is cheap.

use crate::entities;
use crate::writer::Writer;
use dossier_model::MarkKind;

/// Elements within each other: browsers stop at 512.
const MAX_DEPTH: usize = 512;
/// Elements of one page: fifty times a long news page; the libraries take a few seconds for so many.
const MAX_ELEMENTS: usize = 200_000;
/// Attributes of one element: each is compared with those before it.
const MAX_ATTRIBUTES: usize = 512;
/// Attributes of one page: two for each element.
const MAX_ALL_ATTRIBUTES: usize = 400_000;
/// Steps from every element to the top, taken together: the libraries take them again and again. A long news page has some 200,000.
const MAX_STEPS: usize = 8_000_000;
/// Marks of form (`<b>`, `<font>`) that are open at once: each is opened again in every paragraph behind it, so that they multiply.
const MAX_OPEN_FORMS: usize = 64;
/// How far into a file its encoding and its first tag are looked for.
const HEAD_BYTES: usize = 4096;

const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];
/// Elements that their like, or the end of what holds them, closes.
const CLOSED_BY_LIKE: &[&str] =
    &["p", "li", "dt", "dd", "tr", "td", "th", "option", "optgroup", "thead", "tbody", "tfoot", "rp", "rt", "a"];
const FORMS: &[&str] = &["b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];
/// Elements whose content is no markup.
const RAW: &[&str] = &["script", "style", "textarea", "title", "xmp", "noscript", "iframe", "noembed", "noframes"];
/// Tags that a whole page can begin with.
const PAGE_STARTS: &[&str] = &["html", "head", "body", "title", "meta", "link", "base", "script", "style", "frameset"];
/// Tags that a piece of a page can begin with, and Markdown too.
const PIECE_STARTS: &[&str] = &[
    "div",
    "p",
    "article",
    "main",
    "section",
    "header",
    "table",
    "ol",
    "ul",
    "h1",
    "h2",
    "blockquote",
    "span",
    "font",
    "center",
];

/// One piece of a page.
enum Piece<'a> {
    Text(&'a str),
    Open { name: String, attributes: usize },
    Close(String),
}

/// Whether `bytes` are a web page: they begin with a tag of one, behind white space, an XML declaration and comments.
pub(crate) fn is_page(bytes: &[u8]) -> bool {
    let head = head(bytes);
    let mut rest = head.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}' || c == '\u{FFFD}');
    let xml = rest.starts_with("<?xml");
    while let Some(end) = [("<!--", "-->"), ("<?", "?>")].iter().find_map(|(from, to)| rest.strip_prefix(from).map(|_| *to)) {
        let Some((_, after)) = rest.split_once(end) else { return false };
        rest = after.trim_start();
    }
    let Some(tag) = rest.strip_prefix('<') else { return false };
    let lowered: String = tag.chars().take(14).flat_map(char::to_lowercase).collect();
    if lowered.starts_with("!doctype html") {
        return true;
    }
    let name = entities::tag_name(tag);
    if PAGE_STARTS.contains(&name.as_str()) && !tag.starts_with('/') {
        return !xml || name == "html";
    }
    // A piece of a page ends with a tag; Markdown that begins with one has marks of its own.
    let markdown = |line: &str| ["# ", "## ", "### ", "```", "- ", "* "].iter().any(|sign| line.starts_with(sign));
    PIECE_STARTS.contains(&name.as_str()) && bytes.trim_ascii_end().ends_with(b">") && !head.lines().any(markdown)
}

/// The encoding that a page names in its head.
pub(crate) fn charset(bytes: &[u8]) -> Option<String> {
    let head = head(bytes).to_ascii_lowercase();
    let (at, name) = [("charset=", 8), ("encoding=", 9)].iter().find_map(|(name, length)| Some((head.find(name)?, *length)))?;
    let value = head.get(at + name..)?.trim_start_matches(['"', '\'', ' ']);
    Some(value.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '.')).collect())
}

fn head(bytes: &[u8]) -> String {
    let head = bytes.get(..HEAD_BYTES).unwrap_or(bytes);
    match encoding_rs::Encoding::for_bom(head) {
        Some((encoding, _)) => encoding.decode(head).0.into_owned(),
        None => String::from_utf8_lossy(head).into_owned(),
    }
}

/// What a page has more of than can be taken apart safely.
pub(super) fn excess(html: &str) -> Option<String> {
    let mut open: Vec<String> = Vec::new();
    let mut forms = 0_usize;
    let (mut elements, mut steps, mut all_attributes) = (0_usize, 0_usize, 0_usize);
    for piece in Pieces::of(html) {
        match piece {
            Piece::Text(_) => {}
            Piece::Open { name, attributes } => {
                elements += 1;
                steps += open.len();
                all_attributes += attributes;
                let name_str = name.as_str();
                if FORMS.contains(&name_str) {
                    forms += 1;
                }
                if !VOID.contains(&name_str) && !CLOSED_BY_LIKE.contains(&name_str) && !RAW.contains(&name_str) {
                    open.push(name);
                }
                if attributes > MAX_ATTRIBUTES {
                    return Some(format!("an element with more than {MAX_ATTRIBUTES} attributes"));
                }
            }
            Piece::Close(name) => {
                if FORMS.contains(&name.as_str()) {
                    forms = forms.saturating_sub(1);
                }
                if let Some(at) = open.iter().rposition(|open| *open == name) {
                    open.truncate(at);
                }
            }
        }
        if elements > MAX_ELEMENTS {
            return Some(format!("more than {MAX_ELEMENTS} elements"));
        }
        if all_attributes > MAX_ALL_ATTRIBUTES {
            return Some(format!("more than {MAX_ALL_ATTRIBUTES} attributes"));
        }
        if steps > MAX_STEPS {
            return Some(format!("{elements} elements, most of them deep within others"));
        }
        if open.len() > MAX_DEPTH {
            return Some(format!("elements more than {MAX_DEPTH} deep within each other"));
        }
        if forms > MAX_OPEN_FORMS {
            return Some(format!("more than {MAX_OPEN_FORMS} marks of bold, italic and the like that are never closed"));
        }
    }
    None
}

/// Writes the words of `html`, a paragraph for what stands between two tags that end a block.
pub(super) fn write_words(html: &str, writer: &mut Writer) {
    let mut words = String::new();
    for piece in Pieces::of(html) {
        match piece {
            Piece::Text(text) => words.push_str(text),
            Piece::Open { name, .. } | Piece::Close(name) => {
                if entities::ends_block(&name) {
                    let paragraph = super::tree::collapsed(&entities::decoded(&words));
                    writer.block(MarkKind::Paragraph, None, &paragraph);
                    words.clear();
                }
            }
        }
    }
    writer.block(MarkKind::Paragraph, None, &super::tree::collapsed(&entities::decoded(&words)));
}

/// The pieces of a page, without comments, declarations, and what raw elements hold.
struct Pieces<'a> {
    rest: &'a str,
}

impl<'a> Pieces<'a> {
    fn of(html: &'a str) -> Self {
        Self { rest: html }
    }

    /// The tag that `rest` begins with, and how many bytes it has.
    fn tag(&self) -> Option<(Piece<'a>, usize)> {
        let after = self.rest.strip_prefix('<')?;
        let closes = after.starts_with('/');
        let name = entities::tag_name(after);
        if name.is_empty() || !after.trim_start_matches('/').starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let (length, attributes) = end_of_tag(self.rest.as_bytes());
        let piece = if closes { Piece::Close(name) } else { Piece::Open { name, attributes } };
        Some((piece, length))
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        loop {
            if self.rest.is_empty() {
                return None;
            }
            if let Some(after) = self.rest.strip_prefix("<!--") {
                self.rest = after.split_once("-->").map_or("", |(_, rest)| rest);
                continue;
            }
            if self.rest.starts_with("<!") || self.rest.starts_with("<?") {
                self.rest = self.rest.split_once('>').map_or("", |(_, rest)| rest);
                continue;
            }
            if let Some((piece, length)) = self.tag() {
                self.rest = self.rest.get(length..).unwrap_or("");
                if let Piece::Open { name, .. } = &piece
                    && RAW.contains(&name.as_str())
                {
                    self.rest = behind_raw(self.rest, name);
                }
                return Some(piece);
            }
            // A `<` that begins no tag is a character.
            let at = self.rest.get(1..).and_then(|rest| rest.find('<')).map_or(self.rest.len(), |at| at + 1);
            let at = if self.rest.starts_with('<') { at } else { self.rest.find('<').unwrap_or(self.rest.len()) };
            let (text, rest) = self.rest.split_at(at);
            self.rest = rest;
            return Some(Piece::Text(text));
        }
    }
}

/// What follows the end of a raw element.
fn behind_raw<'a>(rest: &'a str, name: &str) -> &'a str {
    let mut from = 0;
    while let Some(at) = rest.get(from..).and_then(|rest| rest.find("</")).map(|at| at + from) {
        if rest.get(at + 2..at + 2 + name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name)) {
            return &rest[at..];
        }
        from = at + 2;
    }
    ""
}

/// The bytes of the tag that `tag` begins with, and how many attributes it has.
fn end_of_tag(tag: &[u8]) -> (usize, usize) {
    let mut quote = None;
    let mut attributes = 0;
    let mut before = b'<';
    for (at, &byte) in tag.iter().enumerate().skip(1) {
        match (quote, byte) {
            (Some(open), _) if byte == open => quote = None,
            (Some(_), _) => {}
            (None, b'>') => return (at + 1, attributes),
            (None, b'"' | b'\'') if before == b'=' => quote = Some(byte),
            (None, _) => {
                let starts = before.is_ascii_whitespace() || matches!(before, b'/' | b'"' | b'\'');
                if starts && !byte.is_ascii_whitespace() && !matches!(byte, b'=' | b'/') {
                    attributes += 1;
                }
            }
        }
        if !(before == b'=' && byte.is_ascii_whitespace()) {
            before = byte;
        }
    }
    (tag.len(), attributes)
}
