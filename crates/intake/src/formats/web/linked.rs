//! JSON-LD in a page: what schema.org says of its article.

use super::tree::collapsed;
use dom_query::Document as Page;
use serde_json::Value;
use std::collections::BTreeMap;

/// Blocks of JSON-LD in one page: pages have a handful.
const MAX_BLOCKS: usize = 64;
/// Objects that are looked at, so that a large graph costs little.
const MAX_OBJECTS: usize = 10_000;

/// What the article's object says.
#[derive(Debug, Default)]
pub(super) struct Linked {
    pub(super) title: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) publisher: Option<String>,
    pub(super) published: Option<String>,
    pub(super) updated: Option<String>,
    pub(super) url: Option<String>,
    /// Who published first what this is a copy of.
    pub(super) original: Option<String>,
}

/// Reads all JSON-LD of `page`.
pub(super) fn read(page: &Page) -> Linked {
    let scripts = page.select("script[type=\"application/ld+json\"]");
    let blocks: Vec<Value> = scripts.nodes().iter().take(MAX_BLOCKS).filter_map(|script| parse(&script.text())).collect();
    let mut objects = Vec::new();
    for block in &blocks {
        gather(block, &mut objects);
    }
    let by_id: BTreeMap<&str, &Value> =
        objects.iter().filter_map(|object| Some((object.get("@id")?.as_str()?, *object))).collect();
    let whole = |value: &'_ Value| match value.get("@id").and_then(Value::as_str).and_then(|id| by_id.get(id)) {
        Some(object) if value.get("name").is_none() => (*object).clone(),
        _ => value.clone(),
    };
    let rank = |object: &&&Value| types(object).map(importance).max().unwrap_or(0);
    let Some(article) = objects.iter().rev().filter(|object| rank(object) > 0).max_by_key(rank) else { return Linked::default() };
    let is_article = rank(&article) > 1;
    let text = |name: &str| article.get(name).and_then(first_text);
    let names = |name: &str| -> Vec<String> {
        let values = article.get(name).into_iter().flat_map(listed);
        values.filter_map(|value| name_of(&whole(value))).collect()
    };
    Linked {
        title: text("headline").or_else(|| text("name")).filter(|_| is_article),
        authors: names("author"),
        publisher: names("publisher").into_iter().next(),
        published: text("datePublished"),
        updated: text("dateModified"),
        url: text("url").or_else(|| text("mainEntityOfPage")),
        original: article
            .get("isBasedOn")
            .and_then(|based| whole(based).get("publisher").map(&whole))
            .and_then(|it| name_of(&it)),
    }
}

/// Some pages wrap it in CDATA or a comment.
fn parse(text: &str) -> Option<Value> {
    let text = text.replace("<![CDATA[", "");
    let start = text.find(['{', '['])?;
    let text = text.get(start..)?;
    // What stands behind the value, the end of the wrapping, is not read.
    serde_json::Deserializer::from_str(text).into_iter().next()?.ok()
}

/// The objects of a block: itself, those of an array, those of its graph.
fn gather<'a>(value: &'a Value, objects: &mut Vec<&'a Value>) {
    if objects.len() >= MAX_OBJECTS {
        return;
    }
    match value {
        Value::Array(values) => values.iter().for_each(|value| gather(value, objects)),
        Value::Object(fields) => {
            objects.push(value);
            if let Some(graph) = fields.get("@graph") {
                gather(graph, objects);
            }
        }
        _ => {}
    }
}

fn listed(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice).iter()
}

fn types(object: &Value) -> impl Iterator<Item = &str> {
    object.get("@type").into_iter().flat_map(listed).filter_map(Value::as_str)
}

/// An article before the page it stands on; anything else is not what the page is of.
fn importance(kind: &str) -> u8 {
    let kind = kind.rsplit(['/', ':']).next().unwrap_or(kind);
    match kind {
        kind if kind.ends_with("Article") || kind.ends_with("Posting") || kind == "Report" => 2,
        "WebPage" => 1,
        _ => 0,
    }
}

fn name_of(value: &Value) -> Option<String> {
    first_text(value).filter(|name| !name.contains("://"))
}

/// A text, the first of a list, or the name of an object.
fn first_text(value: &Value) -> Option<String> {
    let value = listed(value).next()?;
    let text = value.as_str().or_else(|| ["name", "@id", "@value"].iter().find_map(|name| value.get(name)?.as_str()))?;
    let text = collapsed(&crate::entities::decoded(text));
    (!text.is_empty()).then_some(text)
}
