//! Reading drafts that a person or another tool wrote: the full form with its bindings, or plain sentences that are bound to facts
//! where that is unambiguous. Both forms are described in `docs/guide/drafts.md`.

use super::binder::Binder;
use super::request;
use crate::{Block, Context, DocumentsError, Draft, DraftKind, Order, Sentence};
use dossier_model::{MeasureId, RecipientId};
use serde::Deserialize;

/// The full form. Name, kind, recipient and date may stand in it, and are the order's in any case.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Full {
    #[serde(default, rename = "name")]
    _name: Option<String>,
    #[serde(default, rename = "kind")]
    _kind: Option<DraftKind>,
    #[serde(default, rename = "to")]
    _to: Option<RecipientId>,
    #[serde(default, rename = "date")]
    _date: Option<jiff::civil::Date>,
    #[serde(default)]
    subject: Sentence,
    #[serde(default)]
    measures: Vec<MeasureId>,
    blocks: Vec<Block>,
    #[serde(default)]
    annex: Vec<Block>,
}

/// The short form.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Short {
    #[serde(default)]
    subject: Option<String>,
    #[serde(default)]
    measures: Vec<MeasureId>,
    #[serde(default)]
    paragraphs: Vec<Paragraph>,
    #[serde(default)]
    sentences: Vec<String>,
}

/// A paragraph of the short form: its sentences in one text, or one by one.
enum Paragraph {
    Text(String),
    Sentences(Vec<String>),
}

/// Read by hand, so that an error keeps its place.
impl<'de> Deserialize<'de> for Paragraph {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = Paragraph;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a paragraph: a text, or a list of sentences")
            }
            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Paragraph, E> {
                Ok(Paragraph::Text(text.to_owned()))
            }
            fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut items: A) -> Result<Paragraph, A::Error> {
                let mut sentences = Vec::new();
                while let Some(sentence) = items.next_element()? {
                    sentences.push(sentence);
                }
                Ok(Paragraph::Sentences(sentences))
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}

/// Reads a draft. Its name, kind, recipient and date are those of `order`; its measures too, where the order names some.
pub fn read_draft(json: &str, order: &Order, context: &Context<'_>) -> Result<Draft, DocumentsError> {
    let recipient = context.recipient(&order.to)?;
    let value: serde_json::Value = serde_json::from_str(json).map_err(|error| not_a_draft(&error))?;
    let (subject, measures, (blocks, annex)) = match &value {
        serde_json::Value::Array(_) => {
            let sentences: Vec<String> = serde_json::from_str(json).map_err(|error| not_a_draft(&error))?;
            short(Short { subject: None, measures: Vec::new(), paragraphs: Vec::new(), sentences }, context)
        }
        serde_json::Value::Object(fields) if fields.contains_key("blocks") => {
            let full: Full = serde_json::from_str(json).map_err(|error| not_a_draft(&error))?;
            (full.subject, full.measures, (full.blocks, full.annex))
        }
        _ => short(serde_json::from_str(json).map_err(|error| not_a_draft(&error))?, context),
    };
    let measures = match (order.measures.is_empty(), measures.is_empty()) {
        (false, _) => order.measures.clone(),
        (true, false) => measures,
        (true, true) => request::chosen(context, recipient),
    };
    for measure in &measures {
        context.measure(measure)?;
    }
    let (name, to) = (order.name.clone(), order.to.clone());
    let draft = Draft { name, kind: order.kind, to, date: order.date, subject, measures, blocks, annex };
    if draft.sentences().iter().skip(1).all(|(_, sentence)| sentence.text().trim().is_empty()) {
        return Err(DocumentsError::EmptyDraft);
    }
    Ok(draft)
}

fn not_a_draft(error: &serde_json::Error) -> DocumentsError {
    let problem = error.to_string();
    // The place is told in its own words.
    let problem = problem.split(" at line ").next().unwrap_or(&problem).to_owned();
    DocumentsError::NotADraft { line: error.line(), column: error.column(), problem }
}

fn short(short: Short, context: &Context<'_>) -> (Sentence, Vec<MeasureId>, (Vec<Block>, Vec<Block>)) {
    let binder = Binder::new(context);
    let split = |text: &str| -> Vec<Sentence> {
        dossier_grammar::sentences(text)
            .into_iter()
            .filter_map(|range| text.get(range))
            .map(|sentence| binder.bind(sentence))
            .collect()
    };
    let mut blocks: Vec<Block> = short
        .paragraphs
        .into_iter()
        .map(|paragraph| match paragraph {
            Paragraph::Text(text) => split(&text),
            Paragraph::Sentences(sentences) => sentences.iter().map(|sentence| binder.bind(sentence.trim())).collect(),
        })
        .filter(|sentences: &Vec<Sentence>| !sentences.is_empty())
        .map(|sentences| Block::Paragraph { sentences })
        .collect();
    // Plain sentences are read as they are given, one each.
    let sentences: Vec<Sentence> = short.sentences.iter().map(|sentence| binder.bind(sentence.trim())).collect();
    if !sentences.is_empty() {
        blocks.push(Block::Paragraph { sentences });
    }
    let subject = short.subject.map(|subject| binder.bind(subject.trim())).unwrap_or_default();
    (subject, short.measures, (blocks, Vec::new()))
}
