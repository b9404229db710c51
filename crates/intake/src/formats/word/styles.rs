//! What the styles of a Word document make of a paragraph.

use crate::formats::office::package::Fault;
use crate::formats::office::xml::{Piece, Xml};
use std::collections::BTreeMap;

/// How far a style may be based on others.
const CHAIN: usize = 16;

/// What a paragraph is by its style.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// A heading of a level from 1.
    Heading(u8),
    /// An item of a list.
    Item,
    /// A line of a table of contents, which repeats a heading.
    Contents,
}

/// The styles of a document.
#[derive(Debug, Default)]
pub(crate) struct Styles(BTreeMap<String, Style>);

#[derive(Debug, Default)]
struct Style {
    role: Option<Role>,
    /// Whether it hides its words, where it says so: one that is based on it may say the opposite.
    hidden: Option<bool>,
    /// Whether it sets them above the line, likewise.
    raised: Option<bool>,
    based_on: Option<String>,
}

impl Styles {
    /// Reads `text`, the part that defines them.
    pub(crate) fn read(text: &str) -> Result<Self, Fault> {
        let mut styles = Self::default();
        let mut xml = Xml::new(text, "word/styles.xml");
        let mut open: Option<(String, Style)> = None;
        while let Some(piece) = xml.next()? {
            match piece {
                Piece::Open(tag) if tag.name == "style" => {
                    open = tag.get("styleId").map(|id| (id.to_owned(), Style::default()));
                }
                Piece::Open(tag) => {
                    let Some((_, style)) = open.as_mut() else { continue };
                    let value = tag.get("val").unwrap_or("");
                    match tag.name.as_str() {
                        "name" => style.role = style.role.or_else(|| role_of_name(value)),
                        "basedOn" => style.based_on = Some(value.to_owned()),
                        "outlineLvl" => style.role = level(value).map(Role::Heading).or(style.role),
                        "numPr" => style.role = style.role.or(Some(Role::Item)),
                        "vertAlign" => style.raised = Some(value == "superscript"),
                        "vanish" => style.hidden = Some(is_on(tag.get("val"))),
                        _ => {}
                    }
                }
                Piece::Close(name) if name == "style" => styles.0.extend(open.take()),
                Piece::Close(_) | Piece::Text(_) => {}
            }
        }
        Ok(styles)
    }

    /// What the style `id` makes of a paragraph.
    pub(crate) fn role(&self, id: &str) -> Option<Role> {
        self.chain(id).find_map(|style| style.role).or_else(|| role_of_name(id).filter(|_| self.0.is_empty()))
    }

    /// Whether the style `id` hides its words.
    pub(crate) fn is_hidden(&self, id: &str) -> bool {
        self.chain(id).find_map(|style| style.hidden).unwrap_or(false)
    }

    /// Whether the style `id` sets its words above the line.
    pub(crate) fn is_raised(&self, id: &str) -> bool {
        self.chain(id).find_map(|style| style.raised).unwrap_or(false)
    }

    fn chain(&self, id: &str) -> impl Iterator<Item = &Style> {
        let first = self.0.get(id);
        std::iter::successors(first, |style| self.0.get(style.based_on.as_ref()?)).take(CHAIN)
    }
}

fn role_of_name(name: &str) -> Option<Role> {
    let name = name.to_lowercase();
    if name == "title" {
        return Some(Role::Heading(1));
    }
    if let Some(digit) = name.strip_prefix("heading").map(str::trim) {
        return digit.parse().ok().filter(|level| (1..=9).contains(level)).map(Role::Heading);
    }
    if name.strip_prefix("toc").is_some_and(|rest| rest.trim().parse::<u8>().is_ok()) {
        return Some(Role::Contents);
    }
    (name.starts_with("list ") && name != "list paragraph").then_some(Role::Item)
}

/// A level from 1 of one that Word counts from 0; 9 is body text.
pub(crate) fn level(value: &str) -> Option<u8> {
    value.parse::<u8>().ok().filter(|level| *level < 9).map(|level| level + 1)
}

/// Whether a switch with this value is on: it is where none is given.
pub(crate) fn is_on(value: Option<&str>) -> bool {
    !matches!(value, Some("0" | "false" | "off"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_is_what_it_is_based_on() {
        let styles = Styles::read(
            "<styles><style styleId='H'><name val='heading 2'/></style><style styleId='Own'><name val='Case head'/><basedOn val='H'/></style>\
             <style styleId='Form'><name val='f'/><vanish/></style><style styleId='Shown'><name val='s'/><basedOn val='Form'/><vanish val='0'/></style>\
             <style styleId='Round'><name val='a'/><basedOn val='Round'/></style><style styleId='L'><name val='List Bullet'/></style></styles>",
        );
        let styles = styles.unwrap();
        assert_eq!(styles.role("Own"), Some(Role::Heading(2)));
        assert_eq!(styles.role("Round"), None);
        assert_eq!(styles.role("L"), Some(Role::Item));
        assert_eq!(styles.role("missing"), None);
        assert!(styles.is_hidden("Form") && !styles.is_hidden("Shown"));
    }
}
