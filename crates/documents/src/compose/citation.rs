//! How a source is cited: author, title, publisher, date, place, through whom, exhibit. What is not stated is said to be so.

use crate::write::quote::{LONGEST, in_marks_up_to};
use crate::write::words;
use crate::{Context, Run, Style};
use dossier_model::{Claim, ClaimId, Origin, Source, SourceId, Span, SpeakerRole, place};
use std::collections::{BTreeMap, BTreeSet};

/// How many words of a quote and of a title a single page bears.
const COMPACT_QUOTE: usize = 14;
const COMPACT_TITLE: usize = 6;

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
        (None, Some(title)) => vec![Run::Text { text: in_marks_up_to(&tidy(title), COMPACT_TITLE), style: Style::Emphasis }],
        (None, None) => vec![Run::plain(source.file.clone())],
    }
}

/// The same with its date, its title cut short: for a single page.
fn brief(source: &Source) -> Vec<Run> {
    let mut runs = match (&source.publisher, &source.title) {
        (Some(publisher), _) => vec![Run::plain(publisher.clone())],
        (None, Some(title)) => {
            let title = in_marks_up_to(title, COMPACT_TITLE);
            vec![Run::Text { text: title, style: Style::Emphasis }, Run::plain(", publisher not stated")]
        }
        (None, None) => vec![Run::plain(format!("{}, publisher not stated", source.file))],
    };
    runs.push(Run::plain(format!(" ({})", words::published(source.published.as_ref()))));
    runs
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
    /// The citation of claims of one source: their quotes, unless the text itself gives them, then the source with their places.
    pub(super) fn claims(&mut self, claims: &[(&Claim, bool)]) -> Vec<Run> {
        let mut runs = Vec::new();
        let longest = if self.compact { COMPACT_QUOTE } else { LONGEST };
        // Words that stand within another quote of the same note are not quoted again.
        let within = |claim: &Claim| {
            let span = claim.content.quotes.first().span();
            claims.iter().map(|(other, _)| other.content.quotes.first().span()).any(|other| other != span && other.contains(span))
        };
        let shown = |(claim, quoted): &(&Claim, bool)| {
            (!quoted && !within(claim)).then(|| format!("“{}”", in_marks_up_to(&claim.content.quotes.first().text, longest)))
        };
        let quotes: Vec<String> = claims.iter().filter_map(shown).collect();
        if !quotes.is_empty() {
            runs.push(Run::plain(format!("{}: ", quotes.join("; "))));
        }
        let Some((first, _)) = claims.first() else { return runs };
        let Some(source) = self.context.case.source(first.source) else { return runs };
        runs.extend(self.source(source));
        if self.compact {
            return runs;
        }
        let spans: Vec<Span> =
            claims.iter().filter(|(claim, _)| !within(claim)).map(|(claim, _)| claim.content.quotes.first().span()).collect();
        runs.push(Run::plain(format!(", {}", self.places(source, &spans))));
        let origin = self.origins.get(&first.id).copied();
        if let Some(through) = through(first, source, origin) {
            runs.push(Run::plain(format!(" ({through})")));
        }
        runs
    }

    /// Where words stand in a source: as the original counts its pages, rows or values; where it counts nothing, the characters of its text.
    fn places(&self, source: &Source, spans: &[Span]) -> String {
        let marks = self.context.case.marks.get(&source.id).map_or(&[][..], Vec::as_slice);
        let found: Option<Vec<String>> = spans.iter().map(|span| place(marks, *span, &source.media_type)).collect();
        match found {
            Some(mut found) => {
                let mut seen = BTreeSet::new();
                found.retain(|place| seen.insert(place.clone()));
                found.join("; ")
            }
            None => {
                let characters: Vec<String> = spans.iter().map(|span| format!("{} to {}", span.start, span.end)).collect();
                format!("characters {}", words::list(&characters))
            }
        }
    }

    /// The citation of a source itself.
    pub(super) fn source(&mut self, source: &Source) -> Vec<Run> {
        let first = self.cited.insert(source.id);
        let number = self.exhibits.get(&source.id);
        let mut runs = match (self.compact, first, number) {
            (false, true, _) => full(source),
            // On a single page the exhibit's number stands for the source once it has been named.
            (true, false, Some(number)) => return vec![Run::plain(format!("Ex. {number}"))],
            (true, true, _) => brief(source),
            (_, false, _) => short(source),
        };
        if let Some(number) = number {
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
    let between: Vec<String> = between.into_iter().map(with_article).collect();
    let by_way = if between.is_empty() { String::new() } else { format!(", by way of {}", words::list(&between)) };
    Some(format!("{verb} {name}{by_way}"))
}

/// `a letter` for `letter`; names and phrases stay as they are.
fn with_article(name: String) -> String {
    let one_plain_word = name.chars().all(|c| c.is_lowercase());
    if one_plain_word { format!("a {name}") } else { name }
}
