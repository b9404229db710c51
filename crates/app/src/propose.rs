//! Claims from elsewhere: a tool or a colleague proposes them as lines of JSON, each quote is checked word for word, and they land in
//! the same queue. Nothing can be accepted through here.

use crate::dossier::standing_sources;
use crate::files::read_text;
use crate::{Actor, AppError, Dossier};
use dossier_model::{
    Bound, ClaimId, ClaimKind, Content, Decimal, Edtf, Hedge, Quote, Quotes, Rung, SourceId, Span, Speaker, SpeakerRole,
    TextIndex,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;

/// One line of the file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    source: SourceId,
    kind: ClaimKind,
    subject: String,
    property: Option<String>,
    value: Option<String>,
    unit: Option<String>,
    bound: Option<Bound>,
    period: Option<Edtf>,
    rung: Option<Rung>,
    hedge: Hedge,
    scope: Option<String>,
    #[serde(default)]
    speakers: Vec<String>,
    quotes: Vec<LineQuote>,
    proposer: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LineQuote {
    start: Option<u32>,
    end: Option<u32>,
    text: String,
}

/// How it went for one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ProposedRow {
    /// The line, from 1.
    #[specta(type = u32)]
    pub line: usize,
    /// The claim it is now.
    pub claim: Option<ClaimId>,
    /// Why it was refused.
    pub refused: Option<String>,
}

/// Takes in the claims of `from`. A line that does not hold is refused with its reason, and the rest goes on.
pub fn propose(dossier: &mut Dossier, from: &Path, actor: &Actor) -> Result<Vec<ProposedRow>, AppError> {
    let text = read_text(from)?;
    let sources = standing_sources(&dossier.store, &dossier.store.judgements()?)?;
    let mut texts: BTreeMap<SourceId, String> = BTreeMap::new();
    let mut rows = Vec::new();
    let mut good = Vec::new();
    for (line, json) in (1..).zip(text.lines()).filter(|(_, json)| !json.trim().is_empty()) {
        let result = serde_json::from_str::<Line>(json).map_err(|error| error.to_string()).and_then(|parsed| {
            if !sources.iter().any(|source| source.id == parsed.source) {
                return Err(format!("the dossier has no source {}", parsed.source));
            }
            if let std::collections::btree_map::Entry::Vacant(place) = texts.entry(parsed.source) {
                place.insert(dossier.store.text(parsed.source).map_err(|error| error.to_string())?);
            }
            let proposer = parsed.proposer.clone().unwrap_or_else(|| actor.name().to_owned());
            let source = parsed.source;
            let source_text = texts.get(&source).map_or("", String::as_str);
            Ok((source, proposer, content(parsed, source_text)?))
        });
        match result {
            Ok(claim) => good.push((line, claim)),
            Err(refused) => rows.push(ProposedRow { line, claim: None, refused: Some(refused) }),
        }
    }
    let act = format!("propose {} from {}", good.len(), from.file_name().map(|name| name.to_string_lossy()).unwrap_or_default());
    let (landed, _) = dossier.store.edit(actor.name(), &actor.stamp(), &act, |tx| {
        let mut landed = Vec::with_capacity(good.len());
        for (line, (source, proposer, content)) in &good {
            let ids = tx.insert_claims(*source, std::slice::from_ref(content), proposer)?;
            landed.push(ProposedRow { line: *line, claim: ids.first().copied(), refused: None });
        }
        Ok::<_, AppError>(landed)
    })?;
    rows.extend(landed);
    rows.sort_by_key(|row| row.line);
    Ok(rows)
}

fn content(line: Line, text: &str) -> Result<Content, String> {
    let index = TextIndex::new(text);
    let quotes = line.quotes.into_iter().map(|quote| locate(quote, &index)).collect::<Result<Vec<_>, _>>()?;
    let quotes = Quotes::try_from(quotes).map_err(|error| error.to_string())?;
    if line.kind.is_single_valued() {
        if let Some(value) = &line.value {
            value.parse::<Decimal>().map_err(|_| format!("the value `{value}` is not a plain decimal such as 28800000"))?;
        } else if line.period.is_none() {
            return Err(format!("a claim of kind {} needs a value or a period", line.kind));
        }
    }
    let speaker = |name| Speaker { name, role: SpeakerRole::Party, words: None };
    Ok(Content {
        kind: line.kind,
        subject: line.subject,
        property: line.property.unwrap_or_else(|| line.kind.as_str().to_owned()),
        value: line.value,
        unit: line.unit,
        bound: line.bound,
        period: line.period,
        rung: line.rung,
        hedge: line.hedge,
        scope: line.scope,
        speakers: line.speakers.into_iter().map(speaker).collect(),
        headline: false,
        resolution: None,
        direct: false,
        dropped_hedge: None,
        quotes,
    })
}

/// The quote at its place; where no place is given, the words must stand in the text just once.
fn locate(quote: LineQuote, index: &TextIndex<'_>) -> Result<Quote, String> {
    if let (Some(start), Some(end)) = (quote.start, quote.end) {
        let quote = Quote { start, end, text: quote.text };
        quote.check(index).map_err(|error| error.to_string())?;
        return Ok(quote);
    }
    if quote.text.is_empty() {
        return Err("a quote has no words".to_owned());
    }
    let mut places = index.text().match_indices(&quote.text);
    match (places.next(), places.next()) {
        (None, _) => Err(format!("the quote is not verbatim: “{}” does not stand in the text", quote.text)),
        (Some(_), Some(_)) => Err(format!("“{}” stands in the text more than once: give start and end", quote.text)),
        (Some((at, words)), None) => {
            let Span { start, end } = index.span_of_bytes(at, at + words.len());
            Ok(Quote { start, end, text: quote.text })
        }
    }
}
