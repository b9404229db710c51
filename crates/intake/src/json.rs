//! JSON as a tree with limits, and what a JSON document is by its first signs.

use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::cell::Cell;
use std::fmt;

/// The deepest nesting that is read: objects of threat intelligence nest ten deep, and a reader that follows them calls itself.
pub(crate) const MAX_DEPTH: usize = 64;

/// The most values that are read. The largest public bundle has about two million; a value takes some hundred bytes here.
pub(crate) const MAX_VALUES: usize = 8_000_000;

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, in digits.
    Number(String),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object, in the order of the document.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// The member `key` of an object; of several the last, as most readers have it.
    pub(crate) fn get(&self, key: &str) -> Option<&Json> {
        self.members().iter().rev().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// The string that is the member `key`.
    pub(crate) fn text(&self, key: &str) -> Option<&str> {
        match self.get(key) {
            Some(Json::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// The members of an object.
    pub(crate) fn members(&self) -> &[(String, Json)] {
        if let Json::Object(members) = self { members } else { &[] }
    }

    /// The values of the array that is the member `key`.
    pub(crate) fn list(&self, key: &str) -> &[Json] {
        if let Some(Json::List(values)) = self.get(key) { values } else { &[] }
    }

    /// The words of a string, a number, `true` or `false`.
    pub(crate) fn words(&self) -> Option<&str> {
        match self {
            Json::Text(words) | Json::Number(words) => Some(words),
            Json::Bool(true) => Some("true"),
            Json::Bool(false) => Some("false"),
            Json::Null | Json::List(_) | Json::Object(_) => None,
        }
    }
}

/// Why a document gives no tree.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It is not JSON from here on.
    Damaged {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// What the parser met.
        why: String,
    },
    /// It nests deeper than [`MAX_DEPTH`].
    TooDeep,
    /// It has more values than [`MAX_VALUES`].
    TooMany,
}

/// The tree of `text`, and how many names stand twice in one object.
pub(crate) fn parse(text: &str) -> Result<(Json, usize), Fault> {
    let limits = Limits { values: Cell::new(MAX_VALUES), too_deep: Cell::new(false), repeated: Cell::new(0) };
    let mut parser = serde_json::Deserializer::from_str(text.trim_start_matches('\u{FEFF}'));
    let tree = Tree { limits: &limits, depth: 0 }.deserialize(&mut parser).and_then(|tree| parser.end().map(|()| tree));
    match tree {
        Ok(tree) => Ok((tree, limits.repeated.get())),
        Err(_) if limits.too_deep.get() => Err(Fault::TooDeep),
        Err(_) if limits.values.get() == 0 => Err(Fault::TooMany),
        Err(error) => {
            let why = error.to_string();
            let why = why.split(" at line ").next().unwrap_or_default().to_owned();
            Err(Fault::Damaged { line: error.line(), column: error.column(), why })
        }
    }
}

struct Limits {
    values: Cell<usize>,
    too_deep: Cell<bool>,
    repeated: Cell<usize>,
}

struct Tree<'l> {
    limits: &'l Limits,
    depth: usize,
}

impl Tree<'_> {
    fn within<E: Error>(&self) -> Result<Self, E> {
        if self.depth >= MAX_DEPTH {
            self.limits.too_deep.set(true);
            return Err(E::custom("too deep"));
        }
        Ok(Self { limits: self.limits, depth: self.depth + 1 })
    }

    fn count<E: Error>(&self, value: Json) -> Result<Json, E> {
        let left = self.limits.values.get().saturating_sub(1);
        self.limits.values.set(left);
        if left == 0 { Err(E::custom("too many values")) } else { Ok(value) }
    }
}

impl<'de> DeserializeSeed<'de> for Tree<'_> {
    type Value = Json;
    fn deserialize<D: serde::Deserializer<'de>>(self, parser: D) -> Result<Json, D::Error> {
        parser.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tree<'_> {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }
    fn visit_unit<E: Error>(self) -> Result<Json, E> {
        self.count(Json::Null)
    }
    fn visit_bool<E: Error>(self, value: bool) -> Result<Json, E> {
        self.count(Json::Bool(value))
    }
    fn visit_i64<E: Error>(self, value: i64) -> Result<Json, E> {
        self.count(Json::Number(value.to_string()))
    }
    fn visit_u64<E: Error>(self, value: u64) -> Result<Json, E> {
        self.count(Json::Number(value.to_string()))
    }
    fn visit_f64<E: Error>(self, value: f64) -> Result<Json, E> {
        self.count(Json::Number(value.to_string()))
    }
    fn visit_str<E: Error>(self, value: &str) -> Result<Json, E> {
        self.count(Json::Text(value.to_owned()))
    }
    fn visit_string<E: Error>(self, value: String) -> Result<Json, E> {
        self.count(Json::Text(value))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = values.next_element_seed(self.within()?)? {
            list.push(value);
        }
        self.count(Json::List(list))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut values: A) -> Result<Json, A::Error> {
        let mut members: Vec<(String, Json)> = Vec::new();
        let mut names = std::collections::BTreeSet::new();
        while let Some(name) = values.next_key::<String>()? {
            if !names.insert(name.clone()) {
                self.limits.repeated.set(self.limits.repeated.get() + 1);
            }
            members.push((name, values.next_value_seed(self.within()?)?));
        }
        self.count(Json::Object(members))
    }
}

/// What a JSON document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A STIX bundle, an answer of a TAXII server, or a STIX object by itself.
    Bundle,
    /// One or more MISP events.
    Event,
}

/// What `bytes` are, where they are JSON of a known kind: told by the first sign, so that a damaged end does not hide it.
pub(crate) fn kind(bytes: &[u8]) -> Option<Kind> {
    let decoded;
    let text = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, _)) => {
            decoded = encoding.decode(bytes).0;
            decoded.as_ref().as_bytes()
        }
        None => bytes,
    };
    let first = text.iter().position(|byte| !byte.is_ascii_whitespace())?;
    let text = text.get(first..).filter(|text| text.starts_with(b"{") || text.starts_with(b"["))?;
    let sign = Cell::new(None);
    // Whether it parses to its end is not asked: a sign ends the search with an error.
    let _ = Signs { sign: &sign, level: 0 }.deserialize(&mut serde_json::Deserializer::from_slice(text));
    sign.get()
}

/// Looks for signs in an object, in the objects of an array, and in the `response` of a server.
struct Signs<'s> {
    sign: &'s Cell<Option<Kind>>,
    level: usize,
}

impl Signs<'_> {
    fn found<E: Error>(&self, kind: Kind) -> Result<(), E> {
        self.sign.set(Some(kind));
        Err(E::custom("found"))
    }
}

impl<'de> DeserializeSeed<'de> for Signs<'_> {
    type Value = ();
    fn deserialize<D: serde::Deserializer<'de>>(self, parser: D) -> Result<(), D::Error> {
        parser.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Signs<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }
    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }
    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        Ok(())
    }
    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        Ok(())
    }
    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        Ok(())
    }
    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        Ok(())
    }
    fn visit_str<E: Error>(self, _: &str) -> Result<(), E> {
        Ok(())
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<(), A::Error> {
        if self.level > 1 && self.level != OBJECTS {
            while values.next_element::<IgnoredAny>()?.is_some() {}
            return Ok(());
        }
        let level = if self.level == OBJECTS { OBJECT } else { self.level + 1 };
        while values.next_element_seed(Signs { sign: self.sign, level })?.is_some() {}
        Ok(())
    }
    fn visit_map<A: MapAccess<'de>>(self, mut values: A) -> Result<(), A::Error> {
        let (mut kind, mut id) = (None, None);
        while let Some(name) = values.next_key::<String>()? {
            match name.as_str() {
                "type" | "id" if matches!(self.level, 0 | OBJECT) => {
                    let word = values.next_value_seed(Word)?;
                    let is_bundle = if name == "id" { word.starts_with("bundle--") } else { word == "bundle" };
                    if is_bundle && self.level == 0 {
                        return self.found(Kind::Bundle);
                    }
                    if name == "id" {
                        id = Some(word)
                    } else {
                        kind = Some(word)
                    };
                    // "campaign--5ad1...": no other format begins its ids with its types.
                    let of_its_type =
                        |id: &String, kind: &String| id.strip_prefix(kind.as_str()).is_some_and(|id| id.starts_with("--"));
                    if id.as_ref().zip(kind.as_ref()).is_some_and(|(id, kind)| of_its_type(id, kind)) {
                        return self.found(Kind::Bundle);
                    }
                }
                "objects" if self.level == 0 => values.next_value_seed(Signs { sign: self.sign, level: OBJECTS })?,
                "response" if self.level == 0 => values.next_value_seed(Signs { sign: self.sign, level: 1 })?,
                "Event" => values.next_value_seed(Signs { sign: self.sign, level: EVENT })?,
                // An event log has an `Event` too, without these.
                "info" | "Attribute" if self.level == EVENT => return self.found(Kind::Event),
                _ => {
                    values.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }
}

/// The level within an `Event`.
const EVENT: usize = 9;
/// The level of the `objects` of a server's answer, and that within each of them.
const OBJECTS: usize = 7;
const OBJECT: usize = 8;

/// A string; of any other value nothing.
struct Word;

impl<'de> DeserializeSeed<'de> for Word {
    type Value = String;
    fn deserialize<D: serde::Deserializer<'de>>(self, parser: D) -> Result<String, D::Error> {
        parser.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Word {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }
    fn visit_unit<E: Error>(self) -> Result<String, E> {
        Ok(String::new())
    }
    fn visit_bool<E: Error>(self, _: bool) -> Result<String, E> {
        Ok(String::new())
    }
    fn visit_i64<E: Error>(self, _: i64) -> Result<String, E> {
        Ok(String::new())
    }
    fn visit_u64<E: Error>(self, _: u64) -> Result<String, E> {
        Ok(String::new())
    }
    fn visit_f64<E: Error>(self, _: f64) -> Result<String, E> {
        Ok(String::new())
    }
    fn visit_str<E: Error>(self, word: &str) -> Result<String, E> {
        Ok(word.to_owned())
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<String, A::Error> {
        while values.next_element::<IgnoredAny>()?.is_some() {}
        Ok(String::new())
    }
    fn visit_map<A: MapAccess<'de>>(self, mut values: A) -> Result<String, A::Error> {
        while values.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(String::new())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_known_by_its_first_sign() {
        let check = |text: &str, expect: Option<Kind>| assert_eq!(kind(text.as_bytes()), expect, "{text}");
        check(r#"{"type": "bundle", "objects": []}"#, Some(Kind::Bundle));
        check(r#"{"objects": [{"type": "campaign"}], "type": "bundle"}"#, Some(Kind::Bundle));
        check(r#" {"id": "bundle--1", "objects": [{"#, Some(Kind::Bundle));
        check("\u{FEFF}{\"type\": \"bundle\"}", Some(Kind::Bundle));
        check(r#"{"Event": {"uuid": "1", "info": "x"}}"#, Some(Kind::Event));
        check(r#"{"response": [{"Event": {"info": "x"}}]}"#, Some(Kind::Event));
        check(r#"{"response": {"Event": {"info": "x"}}}"#, Some(Kind::Event));
        check(r#"[{"Event": {"Attribute": []}}]"#, Some(Kind::Event));
        check(r#"{"Event": {"System": {"EventID": 4624}}}"#, None);
        check(r#"{"Event": "a concert"}"#, None);
        check(r#"{"type": "campaign", "name": "x"}"#, None);
        check(r#"{"type": ["bundle"], "id": {"type": "bundle"}}"#, None);
        check(r#"[{"type": "bundle"}]"#, None);
        check("{not json", None);
        check("A letter about a bundle.", None);
        assert_eq!(kind("[".repeat(100_000).as_bytes()), None);
    }

    #[test]
    fn a_tree_has_limits_and_counts_what_is_repeated() {
        assert_eq!(parse(r#"{"a": 1, "a": 2}"#).map(|(tree, repeated)| (tree.get("a").cloned(), repeated)), {
            Ok((Some(Json::Number("2".to_owned())), 1))
        });
        let deep = format!("{}1{}", "[".repeat(MAX_DEPTH + 1), "]".repeat(MAX_DEPTH + 1));
        assert_eq!(parse(&deep), Err(Fault::TooDeep));
        assert!(matches!(parse("{\n  \"a\": trux}"), Err(Fault::Damaged { line: 2, .. })));
        assert!(matches!(parse("{} {}"), Err(Fault::Damaged { .. })));
    }
}
