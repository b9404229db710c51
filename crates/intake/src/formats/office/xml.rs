//! Markup piece by piece: names without their prefixes, text with its entities resolved. It rejects what office files never have
//! (entities of their own, endless depth) and what is cut short, where it stands.

use super::package::Fault;
use encoding_rs::Encoding;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;

/// How deep elements may lie within each other; office programs write about thirty.
const DEPTH: usize = 256;
/// How many attributes one element may have; office programs write about twenty.
const ATTRIBUTES: usize = 256;

/// One piece of markup.
#[derive(Debug)]
pub(crate) enum Piece {
    /// An element begins.
    Open(Tag),
    /// An element ends.
    Close(String),
    /// Characters, white space and all.
    Text(String),
}

/// The beginning of an element.
#[derive(Debug, Default)]
pub(crate) struct Tag {
    /// Its name without prefix.
    pub(crate) name: String,
    attributes: Vec<(String, String)>,
}

impl Tag {
    /// All attributes `name`, whatever their prefix.
    pub(crate) fn all<'t>(&'t self, name: &'t str) -> impl Iterator<Item = &'t str> {
        self.attributes.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The attribute `name`, written without prefix.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// Markup that is being read.
pub(crate) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    what: &'a str,
    depth: usize,
    open: Option<String>,
}

/// The characters of a part, by its byte order mark or as UTF-8.
pub(crate) fn characters<'a>(bytes: &'a [u8], what: &str) -> Result<Cow<'a, str>, Fault> {
    let bad = || Fault::Damaged(format!("{what} is not in the encoding that it says"));
    match Encoding::for_bom(bytes) {
        Some((encoding, length)) => {
            encoding.decode_without_bom_handling_and_without_replacement(&bytes[length..]).ok_or_else(bad)
        }
        None => std::str::from_utf8(bytes).map(Cow::Borrowed).map_err(|_| bad()),
    }
}

impl<'a> Xml<'a> {
    /// Reads `text`; `what` names it in messages.
    pub(crate) fn new(text: &'a str, what: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().allow_dangling_amp = true;
        Self { reader, what, depth: 0, open: None }
    }

    /// The next piece; `None` where the markup ends as it should.
    pub(crate) fn next(&mut self) -> Result<Option<Piece>, Fault> {
        if let Some(name) = self.open.take() {
            return Ok(Some(Piece::Close(name)));
        }
        loop {
            let event = self.reader.read_event().map_err(|why| {
                Fault::Damaged(format!("{} is not well formed at byte {} ({why})", self.what, self.reader.error_position()))
            })?;
            match event {
                Event::Start(start) => {
                    self.depth += 1;
                    if self.depth > DEPTH {
                        return Err(Fault::TooDeep(format!("more than {DEPTH} elements within each other in {}", self.what)));
                    }
                    return Ok(Some(Piece::Open(tag(&start, self.what)?)));
                }
                Event::Empty(start) => {
                    let tag = tag(&start, self.what)?;
                    self.open = Some(tag.name.clone());
                    return Ok(Some(Piece::Open(tag)));
                }
                Event::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Some(Piece::Close(end.local_name().as_ref().to_owned())));
                }
                Event::Text(text) => return Ok(Some(Piece::Text(text.xml10_content().into_owned()))),
                Event::CData(text) => return Ok(Some(Piece::Text(text.xml10_content().into_owned()))),
                Event::GeneralRef(name) => {
                    if let Ok(Some(character)) = name.resolve_char_ref() {
                        return Ok(Some(Piece::Text(character.to_string())));
                    }
                    let known = quick_xml::escape::resolve_xml_entity(&name);
                    let unknown = || Fault::Damaged(format!("{} uses the entity &{};, which nothing defines", self.what, &*name));
                    return Ok(Some(Piece::Text(known.ok_or_else(unknown)?.to_owned())));
                }
                // Old OpenDocument files name a public definition here. One that brings definitions with it is made to expand.
                Event::DocType(kind) if kind.contains('[') => {
                    return Err(Fault::Bomb(format!("{} defines entities of its own", self.what)));
                }
                Event::DocType(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
                Event::Eof if self.depth > 0 => {
                    return Err(Fault::Damaged(format!("{} ends in the middle", self.what)));
                }
                Event::Eof => return Ok(None),
            }
        }
    }

    /// Goes past the element that has just begun.
    pub(crate) fn skip(&mut self) -> Result<(), Fault> {
        let mut within = 1;
        while within > 0 {
            match self.next()? {
                Some(Piece::Open(_)) => within += 1,
                Some(Piece::Close(_)) => within -= 1,
                Some(Piece::Text(_)) => {}
                None => break,
            }
        }
        Ok(())
    }

    /// All text within the element that has just begun.
    pub(crate) fn text(&mut self) -> Result<String, Fault> {
        let (mut within, mut all) = (1, String::new());
        while within > 0 {
            match self.next()? {
                Some(Piece::Open(_)) => within += 1,
                Some(Piece::Close(_)) => within -= 1,
                Some(Piece::Text(text)) => all.push_str(&text),
                None => break,
            }
        }
        Ok(all)
    }
}

fn tag(start: &BytesStart<'_>, what: &str) -> Result<Tag, Fault> {
    let mut attributes = Vec::new();
    // Whether two attributes bear one name is not checked: that would cost the square of their number.
    for attribute in start.attributes().with_checks(false) {
        let attribute = attribute.map_err(|why| Fault::Damaged(format!("{what} is not well formed ({why})")))?;
        if attributes.len() == ATTRIBUTES {
            return Err(Fault::Bomb(format!("{what} has an element with more than {ATTRIBUTES} attributes")));
        }
        let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0);
        let value = value.map_err(|why| Fault::Damaged(format!("{what} is not well formed ({why})")))?;
        attributes.push((attribute.key.local_name().as_ref().to_owned(), value.into_owned()));
    }
    Ok(Tag { name: start.local_name().as_ref().to_owned(), attributes })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, Fault> {
        let mut xml = Xml::new(text, "a part");
        let mut all = String::new();
        while let Some(piece) = xml.next()? {
            match piece {
                Piece::Open(tag) => all.push_str(&format!("<{} {}>", tag.name, tag.get("k").unwrap_or("-"))),
                Piece::Close(name) => all.push_str(&format!("</{name}>")),
                Piece::Text(text) => all.push_str(&text),
            }
        }
        Ok(all)
    }

    #[test]
    fn names_lose_their_prefix_and_entities_become_characters() {
        let read = read("<w:p w:k='1 &amp; 2'>a &lt;&#8220; <w:t/><![CDATA[<x>]]></w:p>");
        assert_eq!(read.unwrap(), "<p 1 & 2>a <“ <t -></t><x></p>");
    }

    #[test]
    fn what_no_office_program_writes_is_rejected() {
        let deep = "<a>".repeat(300);
        let wide = format!("<a {}/>", (0..300).map(|at| format!("k{at}='' ")).collect::<String>());
        assert!(matches!(read("<a><b></a>"), Err(Fault::Damaged(_))));
        assert!(matches!(read("<a>"), Err(Fault::Damaged(_))));
        assert!(matches!(read("<a>&b;</a>"), Err(Fault::Damaged(_))));
        assert!(matches!(read("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), Err(Fault::Bomb(_))));
        assert!(matches!(read(&deep), Err(Fault::TooDeep(_))));
        assert!(matches!(read(&wide), Err(Fault::Bomb(_))));
    }
}
