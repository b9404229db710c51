//! A draft as JSON: read field by field, so that whatever does not fit is named with its field and with what to write instead.

use super::{ClaimDraft, DraftFault, DraftQuote};
use dossier_model::{Bound, ClaimKind, Hedge, Nexus, Rung};
use serde_json::{Map, Value};

/// The fields of one object, on their way out of it.
pub(crate) struct Fields {
    fields: Map<String, Value>,
    faults: Vec<DraftFault>,
}

impl Fields {
    /// The fields of the object that `json` is.
    pub(crate) fn of(json: &str) -> Result<Self, Vec<DraftFault>> {
        let fault = |message: String| vec![DraftFault::of("line", message)];
        match serde_json::from_str(json) {
            Ok(Value::Object(fields)) => Ok(Self { fields, faults: Vec::new() }),
            Ok(_) => Err(fault("this is no object: write the fields between { and }".to_owned())),
            Err(error) => {
                let said = error.to_string();
                let what = said.rsplit_once(" at line ").map_or(said.as_str(), |(what, _)| what);
                Err(fault(format!("this is not JSON: {what}, at its line {}, column {}", error.line(), error.column())))
            }
        }
    }

    /// A field; none where it is left out or null.
    fn take(&mut self, field: &str) -> Option<Value> {
        self.fields.remove(field).filter(|value| !value.is_null())
    }

    pub(crate) fn fault(&mut self, field: &str, message: impl Into<String>) {
        self.faults.push(DraftFault::of(field, message));
    }

    /// A field of text.
    pub(crate) fn text(&mut self, field: &str) -> Option<String> {
        match self.take(field)? {
            Value::String(text) => Some(text),
            Value::Number(number) => {
                self.fault(field, format!("a number stands here: write it as text, \"{number}\""));
                None
            }
            other => {
                self.fault(field, format!("{} stands here: write text", named(&other)));
                None
            }
        }
    }

    /// A field that has to be there.
    pub(crate) fn needed(&mut self, field: &str, what: &str) -> Option<String> {
        let is_missing = self.fields.get(field).is_none_or(Value::is_null);
        if is_missing {
            self.fault(field, format!("it is missing: write {what}"));
        }
        self.text(field)
    }

    /// A field whose words are a closed set.
    fn word<T: Copy>(&mut self, field: &str, all: &[T], of: fn(T) -> &'static str) -> Option<T> {
        let text = self.text(field)?;
        let found = all.iter().copied().find(|known| of(*known) == text);
        if found.is_none() {
            self.fault(field, format!("`{text}` is none: write one of {}", words(all, of)));
        }
        found
    }

    fn needed_word<T: Copy>(&mut self, field: &str, all: &[T], of: fn(T) -> &'static str) -> Option<T> {
        if self.fields.get(field).is_none_or(Value::is_null) {
            self.fault(field, format!("it is missing: write one of {}", words(all, of)));
        }
        self.word(field, all, of)
    }

    fn list(&mut self, field: &str, of: &str) -> Vec<Value> {
        match self.take(field) {
            None => Vec::new(),
            Some(Value::Array(entries)) => entries,
            Some(other) => {
                self.fault(field, format!("{} stands here: write a list of {of} between [ and ]", named(&other)));
                Vec::new()
            }
        }
    }

    fn rung(&mut self) -> Option<Rung> {
        let mut fields = match self.take("rung")? {
            Value::Object(fields) => fields,
            other => {
                let given = named(&other);
                self.fault("rung", format!("{given} stands here: write {{\"nexus\": \"linked\", \"party\": \"...\"}}"));
                return None;
            }
        };
        let (nexus, party) = (fields.remove("nexus"), fields.remove("party"));
        if let Some(other) = fields.keys().next() {
            self.fault("rung", format!("it has no `{other}`: it has `nexus` and `party`"));
        }
        let nexus = match nexus.as_ref().and_then(Value::as_str).map(|word| (word, Nexus::parse(word))) {
            Some((_, Some(nexus))) => Some(nexus),
            Some((word, None)) => {
                self.fault("rung", format!("`{word}` is no nexus: write one of {}", words(Nexus::ALL, Nexus::as_str)));
                None
            }
            None => {
                self.fault("rung", format!("it needs its nexus: write one of {}", words(Nexus::ALL, Nexus::as_str)));
                None
            }
        };
        let Some(Value::String(party)) = party else {
            self.fault("rung", "it needs its party: write the name as the source does");
            return None;
        };
        Some(Rung { nexus: nexus?, party })
    }

    fn quotes(&mut self) -> Vec<DraftQuote> {
        let mut quotes = Vec::new();
        for (at, entry) in self.list("quotes", "quotes").into_iter().enumerate() {
            match quote(entry) {
                Ok(quote) => quotes.push(quote),
                Err(why) => self.faults.push(DraftFault::of("quotes", why).at(at)),
            }
        }
        quotes
    }

    fn speakers(&mut self) -> Vec<String> {
        let mut names = Vec::new();
        for (at, entry) in self.list("speakers", "names").into_iter().enumerate() {
            match entry {
                Value::String(name) => names.push(name),
                other => {
                    let why = format!("{} stands here: write a name", named(&other));
                    self.faults.push(DraftFault::of("speakers", why).at(at));
                }
            }
        }
        names
    }

    /// The draft that the fields that are left say.
    pub(crate) fn draft(mut self) -> Result<ClaimDraft, Vec<DraftFault>> {
        let kind = self.needed_word("kind", ClaimKind::ALL, ClaimKind::as_str);
        let subject = self.needed("subject", "whom or what the claim is about, or campaign");
        let (property, value, unit) = (self.text("property"), self.text("value"), self.text("unit"));
        let bound = self.word("bound", Bound::ALL, Bound::as_str);
        let period = self.text("period");
        let rung = self.rung();
        let hedge = self.needed_word("hedge", Hedge::ALL, Hedge::as_str);
        let scope = self.text("scope");
        let speakers = self.speakers();
        if self.fields.get("quotes").is_none_or(Value::is_null) {
            self.fault("quotes", "they are missing: write [{\"text\": \"the words, as they stand in the text\"}]");
        }
        let quotes = self.quotes();
        for field in std::mem::take(&mut self.fields).keys() {
            let why = match field.as_str() {
                "state" | "bulk" => "nothing is accepted through here: leave it out",
                "proposer" | "source" => "it is known already: leave it out",
                _ => "a claim has no such field: leave it out; `dossier propose --schema` lists those that it has",
            };
            self.fault(field, why);
        }
        match (kind, subject, hedge) {
            (Some(kind), Some(subject), Some(hedge)) if self.faults.is_empty() => {
                Ok(ClaimDraft { kind, subject, property, value, unit, bound, period, rung, hedge, scope, speakers, quotes })
            }
            _ => Err(self.faults),
        }
    }
}

fn quote(entry: Value) -> Result<DraftQuote, String> {
    let mut fields = match entry {
        Value::Object(fields) => fields,
        other => return Err(format!("{} stands here: write {{\"text\": \"...\"}}", named(&other))),
    };
    let mut place = |field: &str| match fields.remove(field).filter(|value| !value.is_null()) {
        None => Ok(None),
        Some(value) => {
            let number = value.as_u64().and_then(|number| u32::try_from(number).ok());
            number.map(Some).ok_or_else(|| format!("`{field}` counts characters from 0: write a whole number"))
        }
    };
    let (start, end) = (place("start")?, place("end")?);
    let text = match fields.remove("text").filter(|value| !value.is_null()) {
        None => None,
        Some(Value::String(text)) => Some(text),
        Some(other) => return Err(format!("`text` is {}: write the words", named(&other))),
    };
    match fields.keys().next() {
        Some(other) => Err(format!("a quote has no `{other}`: it has `text`, `start` and `end`")),
        None => Ok(DraftQuote { start, end, text }),
    }
}

fn words<T: Copy>(all: &[T], of: fn(T) -> &'static str) -> String {
    all.iter().map(|word| of(*word)).collect::<Vec<_>>().join(", ")
}

fn named(value: &Value) -> &'static str {
    match value {
        Value::Null => "nothing",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}
