//! How a source is cited: author, title, publisher, date, place, through whom, exhibit. What is not stated is said to be so.

use crate::write::words;
use crate::{Context, Run, Style};
use dossier_model::{Claim, ClaimId, Origin, Source, SourceId, SpeakerRole};
use std::collections::{BTreeMap, BTreeSet};

/// The citation of `source` in full: *Title*, Publisher (date).
pub(super) fn full(source: &Source) -> Vec<Run> {
    let mut runs = Vec::new();
    if !source.authors.is_empty() {
        runs.push(Run::plain(format!("{}, ", words::list(&source.authors))));
    }
    match &source.title {
        Some(title) => runs.push(Run::Text { text: tidy(title), style: Style::Emphasis }),
        None => runs.push(Run::plain(format!("untitled document ({})", source.file))),
    }
    let publisher = source.publisher.as_deref().unwrap_or("publisher not stated");
    runs.push(Run::plain(format!(", {publisher} ({})", words::published(source.published.as_ref()))));
    if let Some(from) = source.syndicated_from.as_deref().filter(|from| Some(*from) != source.publisher.as_deref()) {
        runs.push(Run::plain(format!(" (after {from})")));
    }
    runs
}

/// A source as a list of exhibits names it: title, publisher and date, in plain words.
pub fn described(source: &Source) -> String {
    let words = |run: Run| match run {
        Run::Text { text, .. } => text,
        Run::Note(_) => String::new(),
    };
    full(source).into_iter().map(words).collect()
}

/// What a source is called once it has been cited in full.
pub(super) fn short(source: &Source) -> Vec<Run> {
    match (&source.publisher, &source.title) {
        (Some(publisher), _) => vec![Run::plain(publisher.clone())],
        (None, Some(title)) => vec![Run::Text { text: tidy(title), style: Style::Emphasis }],
        (None, None) => vec![Run::plain(source.file.clone())],
    }
}

/// A title in one line.
fn tidy(title: &str) -> String {
    title.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a citation needs to know.
pub(super) struct Citing<'a> {
    pub(super) context: &'a Context<'a>,
    pub(super) exhibits: &'a BTreeMap<SourceId, u32>,
    /// Whether citations are kept as short as they can be.
    pub(super) compact: bool,
    /// The sources that were cited in full.
    pub(super) cited: BTreeSet<SourceId>,
    /// The name of each claim's origin.
    origins: BTreeMap<ClaimId, &'a str>,
}

impl<'a> Citing<'a> {
    pub(super) fn new(context: &'a Context<'a>, exhibits: &'a BTreeMap<SourceId, u32>, compact: bool) -> Self {
        let named = |origin: &'a Origin| origin.claims.iter().map(move |claim| (*claim, origin.name.as_str()));
        let origins = context.case.origins.iter().flat_map(named).collect();
        Self { context, exhibits, compact, cited: BTreeSet::new(), origins }
    }
}

impl Citing<'_> {
    /// The citation of the words of `claim`; its quote first, unless the text itself gives it.
    pub(super) fn claim(&mut self, claim: &Claim, quoted: bool) -> Vec<Run> {
        let mut runs = Vec::new();
        let quote = claim.content.quotes.first();
        if !quoted {
            runs.push(Run::plain(format!("“{}”: ", crate::write::quote::in_marks(&quote.text))));
        }
        let Some(source) = self.context.case.source(claim.source) else { return runs };
        runs.extend(self.source(source));
        if !self.compact {
            runs.push(Run::plain(format!(", characters {} to {}", quote.start, quote.end)));
        }
        let origin = self.origins.get(&claim.id).copied();
        if let Some(through) = through(claim, source, origin).filter(|_| !self.compact) {
            runs.push(Run::plain(format!(" ({through})")));
        }
        runs
    }

    /// The citation of a source itself.
    pub(super) fn source(&mut self, source: &Source) -> Vec<Run> {
        let first = self.cited.insert(source.id);
        let mut runs = if first && !self.compact { full(source) } else { short(source) };
        if self.compact && first {
            runs.push(Run::plain(format!(" ({})", words::published(source.published.as_ref()))));
        }
        if let Some(number) = self.exhibits.get(&source.id) {
            runs.push(Run::plain(format!(", {} {number}", if self.compact { "Ex." } else { "Exhibit" })));
        }
        runs
    }

    /// `see also Exhibits 2, 3, and 5`: the further sources of a fact.
    pub(super) fn also(&self, sources: &BTreeSet<SourceId>) -> Option<String> {
        let mut numbers: Vec<u32> = sources.iter().filter_map(|source| self.exhibits.get(source)).copied().collect();
        numbers.sort_unstable();
        let numbers: Vec<String> = numbers.iter().map(u32::to_string).collect();
        let exhibit = match (self.compact, numbers.len()) {
            (_, 0) => return None,
            (true, _) => "Ex.",
            (false, 1) => "Exhibit",
            (false, _) => "Exhibits",
        };
        Some(format!("see also {exhibit} {}", words::list(&numbers)))
    }
}

/// Through whom the words came to the publication: "reporting Halden, by way of Halden's letter".
fn through(claim: &Claim, source: &Source, origin: Option<&str>) -> Option<String> {
    let speakers = &claim.content.speakers;
    let outlet = |name: &str| source.publisher.as_deref() == Some(name) || source.title.as_deref() == Some(name);
    let mut chain = speakers.iter().filter(|speaker| !outlet(&speaker.name));
    let last = chain.next_back()?;
    let verb = if last.role == SpeakerRole::Outlet { "citing" } else { "reporting" };
    // The dossier knows who "the company" is.
    let name = origin.filter(|_| last.role == SpeakerRole::Party).unwrap_or(&last.name);
    let between = chain.map(|speaker| speaker.name.clone()).filter(|between| *between != last.name && between != name);
    let between: Vec<String> = between.collect();
    let by_way = if between.is_empty() { String::new() } else { format!(", by way of {}", words::list(&between)) };
    Some(format!("{verb} {name}{by_way}"))
}
