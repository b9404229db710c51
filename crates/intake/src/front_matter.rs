//! Front matter: the YAML block at the head of a Markdown file.

use crate::declared::{Declared, host};
use serde_yaml_ng::Value;

/// The longest front matter that is read, in bytes.
const LIMIT: usize = 64 * 1024;

/// A text and the front matter at its head.
pub(crate) struct Parts<'a> {
    /// What stands between the two lines of dashes.
    pub(crate) front: Option<&'a str>,
    /// The rest.
    pub(crate) body: &'a str,
}

/// Splits off a block between a first line `---` and the next line `---` or `...`.
pub(crate) fn split(text: &str) -> Parts<'_> {
    let whole = Parts { front: None, body: text };
    let Some(rest) = text.trim_start_matches('\n').strip_prefix("---") else { return whole };
    let Some((opening, rest)) = rest.split_once('\n') else { return whole };
    if !opening.trim().is_empty() {
        return whole;
    }
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        if matches!(line.trim_end(), "---" | "...") {
            let front = &rest[..at];
            return if front.contains(':') { Parts { front: Some(front), body: &rest[at + line.len()..] } } else { whole };
        }
        at += line.len();
        if at > LIMIT {
            return whole;
        }
    }
    whole
}

/// What the YAML between the dashes declares: `title`; `publisher`, `source`, `site`; `author`, `byline`; `date`, `published`; `updated`;
/// `url`, `canonical`; `original_outlet`, or the host of a `source` that is an address.
pub(crate) fn parse(yaml: &str) -> Result<Declared, String> {
    let read = |yaml: &str| serde_yaml_ng::from_str::<Value>(yaml);
    let value = read(yaml).or_else(|error| read(&quoted(yaml)).map_err(|_| error.to_string()))?;
    let Value::Mapping(map) = value else { return Err("it is not a list of keys and values".to_owned()) };
    let entries: Vec<(String, &Value)> = map.iter().filter_map(|(key, value)| Some((plain_key(key.as_str()?), value))).collect();
    let all = |names: &[&str]| -> Vec<String> {
        let value = names.iter().find_map(|name| entries.iter().find(|(key, _)| key == name)).map(|(_, value)| *value);
        value.map(texts).unwrap_or_default()
    };
    let one = |names: &[&str]| names.iter().find_map(|name| all(&[name]).into_iter().next());
    let mut front = Declared {
        title: one(&["title", "headline"]),
        publisher: one(&["publisher", "source", "site", "sitename", "outlet", "publication"]),
        authors: all(&["authors", "author", "byline", "creator"]),
        outlet: None,
        published: one(&["published", "publishedon", "publishedat", "date", "datepublished", "pubdate"]),
        updated: one(&["updated", "modified", "updatedat", "datemodified", "lastmodified", "lastmod"]),
        url: one(&["url", "canonicalurl", "canonical", "link", "permalink", "sourceurl"]),
        original: one(&["originaloutlet", "originalpublisher", "originalsource", "syndicatedfrom", "via"]),
        ..Declared::default()
    };
    if let Some(address) = front.publisher.take_if(|source| host(source).is_some()) {
        front.original = front.original.or_else(|| host(&address).map(str::to_owned));
        front.url = front.url.or(Some(address));
    }
    Ok(front)
}

/// The same with values quoted that hold a colon of their own, as many programs write them: `title: Chips: a history`.
fn quoted(yaml: &str) -> String {
    let line = |line: &str| match line.split_once(": ") {
        Some((key, value))
            if value.contains(": ")
                && !key.starts_with([' ', '-', '#'])
                && !value.starts_with(['"', '\'', '[', '{', '|', '>']) =>
        {
            format!("{key}: '{}'\n", value.trim_end().replace('\'', "''"))
        }
        _ => format!("{line}\n"),
    };
    yaml.lines().map(line).collect()
}

fn plain_key(key: &str) -> String {
    key.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

/// The texts of a value: itself, its members, or the `name` of each.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => {
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let says_nothing =
                text.is_empty() || ["unknown", "none", "null", "n/a", "admin"].contains(&text.to_lowercase().as_str());
            if says_nothing { Vec::new() } else { vec![text] }
        }
        Value::Number(number) => vec![number.to_string()],
        Value::Sequence(items) => items.iter().filter(|item| !item.is_sequence()).flat_map(texts).collect(),
        Value::Mapping(map) => map.get("name").filter(|name| name.is_string()).map(texts).unwrap_or_default(),
        Value::Null | Value::Bool(_) | Value::Tagged(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_that_is_an_address_names_where_the_text_is_from() {
        let front =
            parse("title: T\nsource: https://www.ledger.example/2026/a\ndate: 2026-07-01\nauthor: {name: A. Writer}").unwrap();
        assert_eq!(front.original.as_deref(), Some("ledger.example"));
        assert_eq!(front.url.as_deref(), Some("https://www.ledger.example/2026/a"));
        assert_eq!((front.publisher, front.authors), (None, vec!["A. Writer".to_owned()]));
    }

    #[test]
    fn a_title_with_a_colon_of_its_own_is_a_title() {
        let front = parse("title: Halden's week: a history\npublisher: 'Ledger: Wire'\ndate: 2026-07-01\n").unwrap();
        assert_eq!(front.title.as_deref(), Some("Halden's week: a history"));
        assert_eq!((front.publisher.as_deref(), front.published.as_deref()), (Some("Ledger: Wire"), Some("2026-07-01")));
        // What is wrong in another way is told as it stands.
        assert!(parse("title: 'open\ndate: a: b\n").is_err());
    }

    #[test]
    fn dashes_alone_are_not_front_matter() {
        assert!(split("---\njust a line\n---\ntext").front.is_none());
        assert!(split("---\ntitle: never closed\n").front.is_none());
        assert_eq!(split("---\ntitle: x\n---\nbody").body, "body");
    }
}
