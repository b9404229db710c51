//! Reading one JSON object field by field, so that a fault names its entry and its field.

use crate::Fault;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// A JSON object that is being read.
pub(crate) struct Entry<'a> {
    name: String,
    prefix: String,
    fields: &'a Map<String, Value>,
    taken: Vec<&'static str>,
    faults: Vec<Fault>,
}

impl<'a> Entry<'a> {
    /// The entry `value`, called by its `id`, else by `place`.
    pub(crate) fn new(place: String, value: &'a Value) -> Result<Self, Fault> {
        let Some(fields) = value.as_object() else {
            return Err(Fault {
                entry: place,
                field: "entry".into(),
                why: "is not an object: write { \"id\": ..., ... }".into(),
            });
        };
        let name = fields.get("id").and_then(Value::as_str).map_or(place, str::to_owned);
        Ok(Self { name, prefix: String::new(), fields, taken: Vec::new(), faults: Vec::new() })
    }

    /// The field `name`, which has to be there.
    pub(crate) fn required<T: DeserializeOwned>(&mut self, name: &'static str) -> Option<T> {
        if !self.fields.contains_key(name) {
            self.fault(name, "is missing");
        }
        self.optional(name)
    }

    /// The field `name`, where it is there.
    pub(crate) fn optional<T: DeserializeOwned>(&mut self, name: &'static str) -> Option<T> {
        self.taken.push(name);
        let value = self.fields.get(name)?;
        match T::deserialize(value) {
            Ok(value) => Some(value),
            Err(error) => {
                self.fault(name, format!("{error}"));
                None
            }
        }
    }

    /// A text that has to be there and has words.
    pub(crate) fn text(&mut self, name: &'static str) -> Option<String> {
        let text: String = self.required(name)?;
        if text.trim().is_empty() {
            self.fault(name, "has no words");
            return None;
        }
        Some(text)
    }

    /// The objects of the list `name`, each read by `read`. The list has to be there.
    pub(crate) fn list<T>(&mut self, name: &'static str, mut read: impl FnMut(&mut Entry<'_>) -> Option<T>) -> Vec<T> {
        let items: Vec<Value> = self.required(name).unwrap_or_default();
        let mut found = Vec::with_capacity(items.len());
        for (at, item) in items.iter().enumerate() {
            let prefix = format!("{}{name}[{at}].", self.prefix);
            let Some(fields) = item.as_object() else {
                self.fault(name, format!("item {at} is not an object"));
                continue;
            };
            let mut inner = Entry { name: self.name.clone(), prefix, fields, taken: Vec::new(), faults: Vec::new() };
            found.extend(read(&mut inner));
            self.faults.extend(inner.finish());
        }
        found
    }

    /// Notes that `field` is wrong.
    pub(crate) fn fault(&mut self, field: &str, why: impl Into<String>) {
        self.faults.push(Fault { entry: self.name.clone(), field: format!("{}{field}", self.prefix), why: why.into() });
    }

    /// All that was wrong, fields that nobody asked for included.
    pub(crate) fn finish(mut self) -> Vec<Fault> {
        let unknown: Vec<&String> = self.fields.keys().filter(|key| !self.taken.iter().any(|taken| taken == key)).collect();
        for key in unknown {
            let why = format!("is not a field of this entry; the fields are {}", self.taken.join(", "));
            self.fault(key, why);
        }
        self.faults
    }
}

/// The first id that stands twice, if one does.
pub(crate) fn repeated<'a>(ids: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let mut seen = std::collections::BTreeSet::new();
    ids.into_iter().find(|id| !seen.insert(*id))
}
