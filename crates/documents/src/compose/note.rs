//! Footnotes: one for each run of bound words that carries one, made from what they are bound to. What was cited before is cited
//! short, and the same claims twice are "See note n."

use super::citation::Citing;
use crate::check::verbatim::plain;
use crate::{Binding, DocumentsError, Inline, Run, Sentence, Style};
use dossier_model::{Claim, ClaimId, Fact, SourceId};
use std::collections::{BTreeMap, BTreeSet};

/// The footnotes of one document, as they come.
pub(super) struct Notes<'a> {
    pub(super) citing: Citing<'a>,
    /// The number of each note, by what it cites.
    given: BTreeMap<Vec<Cited>, usize>,
    last: usize,
}

/// What a note cites.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Cited {
    Claim(ClaimId, Vec<SourceId>),
    Source(SourceId),
    Law(String),
    Words(String),
}

impl<'a> Notes<'a> {
    pub(super) fn new(citing: Citing<'a>) -> Self {
        Self { citing, given: BTreeMap::new(), last: 0 }
    }

    /// The runs of `sentences`, a space between two, their notes in place.
    pub(super) fn runs(&mut self, sentences: &[Sentence], place: &str) -> Result<Vec<Run>, DocumentsError> {
        let mut runs = Vec::new();
        for sentence in sentences {
            if !runs.is_empty() {
                push(&mut runs, " ", Style::Plain);
            }
            self.sentence(sentence, place, &mut runs)?;
        }
        Ok(runs)
    }

    fn sentence(&mut self, sentence: &Sentence, place: &str, runs: &mut Vec<Run>) -> Result<(), DocumentsError> {
        let mut pending: Vec<&Inline> = Vec::new();
        for (at, part) in sentence.parts.iter().enumerate() {
            let (text, style) = self.words(part);
            let mut rest = text.as_str();
            if !pending.is_empty() && part.binding.is_none() {
                let later = sentence.parts.get(at + 1..).unwrap_or_default();
                let joins = matches!(rest.trim(), "," | "and" | ", and") && later.first().is_some_and(|next| next.note);
                if !joins {
                    let marks = rest.len() - rest.trim_start_matches(['.', ',', ';', ':', '”', '’', ')']).len();
                    push(runs, &rest[..marks], style);
                    rest = &rest[marks..];
                    runs.extend(self.note(&std::mem::take(&mut pending), place)?);
                }
            }
            push(runs, rest, style);
            if part.note {
                pending.push(part);
            }
        }
        if !pending.is_empty() {
            runs.extend(self.note(&pending, place)?);
        }
        Ok(())
    }

    /// The words of a part, blanks of the office filled where they now can be.
    fn words(&self, part: &Inline) -> (String, Style) {
        match &part.binding {
            Some(Binding::Office) => super::blank::filled(&part.text, self.citing.context.office),
            _ => (part.text.clone(), Style::Plain),
        }
    }

    fn note(&mut self, parts: &[&Inline], place: &str) -> Result<Option<Run>, DocumentsError> {
        let mut cited: Vec<(Cited, bool)> = Vec::new();
        for part in parts {
            let Some(binding) = &part.binding else { continue };
            if let Some(what) = self.cited(binding, place)? {
                let quoted = self.gives_quote(&part.text, &what);
                if !cited.iter().any(|(other, _)| *other == what || self.is_same_quote(other, &what)) {
                    cited.push((what, quoted));
                }
            }
        }
        if cited.is_empty() {
            return Ok(None);
        }
        self.last += 1;
        let key: Vec<Cited> = cited.iter().map(|(what, _)| what.clone()).collect();
        if let Some(number) = self.given.get(&key) {
            return Ok(Some(Run::Note(vec![Run::plain(format!("See note {number}."))])));
        }
        let mut runs = self.entries(&cited);
        push(&mut runs, ".", Style::Plain);
        self.given.insert(key, self.last);
        Ok(Some(Run::Note(runs)))
    }

    /// Whether two claims have the same words of the same source: one sentence can make several claims.
    fn is_same_quote(&self, a: &Cited, b: &Cited) -> bool {
        let (Cited::Claim(a, _), Cited::Claim(b, _)) = (a, b) else { return false };
        let case = self.citing.context.case;
        case.claim(*a)
            .zip(case.claim(*b))
            .is_some_and(|(a, b)| a.source == b.source && a.content.quotes.first() == b.content.quotes.first())
    }

    fn cited(&self, binding: &Binding, place: &str) -> Result<Option<Cited>, DocumentsError> {
        let context = self.citing.context;
        let missing = |what: String| DocumentsError::NotThere { place: place.to_owned(), what };
        let of_fact = |fact: &Fact| {
            let lead = context.case.leading_claim(fact).map(|claim| claim.source);
            let others: BTreeSet<SourceId> =
                context.case.claims_of(fact).map(|claim| claim.source).filter(|source| Some(*source) != lead).collect();
            Cited::Claim(fact.leading, others.into_iter().collect())
        };
        Ok(Some(match binding {
            Binding::Fact { fact, .. } => {
                let held =
                    context.case.fact(*fact).ok_or_else(|| DocumentsError::NoFact { place: place.to_owned(), fact: *fact })?;
                of_fact(held)
            }
            Binding::Quote { claim } => {
                let held = context.case.claim(*claim).ok_or_else(|| missing(format!("claim {claim}")))?;
                Cited::Claim(held.id, Vec::new())
            }
            Binding::Computation { computation } => {
                let facts: Vec<String> = computation.facts().iter().map(ToString::to_string).collect();
                Cited::Words(format!("Our computation from facts {} of the evidence", facts.join(" and ")))
            }
            Binding::Source { source } => {
                context.case.source(*source).ok_or_else(|| missing(format!("source {source}")))?;
                Cited::Source(*source)
            }
            Binding::Law { measure, element } => {
                let law = context.measure(measure)?;
                let citation = element.as_ref().and_then(|id| law.element(id)).map_or(&law.citation, |element| &element.citation);
                Cited::Law(citation.clone())
            }
            Binding::Waiver { by, .. } => Cited::Words(format!("{by} answers for this statement")),
            Binding::Origin { .. } | Binding::Recipient | Binding::Office => return Ok(None),
        }))
    }

    /// Whether the words of the text already give the quote of what they cite.
    fn gives_quote(&self, text: &str, what: &Cited) -> bool {
        let Cited::Claim(id, _) = what else { return false };
        let quote = self.citing.context.case.claim(*id).map(|claim| plain(&claim.content.quotes.first().text));
        let said = plain(&text.replace(" [sic]", ""));
        text.contains('“')
            && quote.is_some_and(|quote| match said.split_once(" ...") {
                Some((start, _)) => quote.starts_with(start),
                None => said.contains(quote.trim_end_matches(['.', ',', ';', ':'])),
            })
    }

    /// What a note says: claims of one source together, then the further sources of all of them.
    fn entries(&mut self, cited: &[(Cited, bool)]) -> Vec<Run> {
        let case = self.citing.context.case;
        let mut runs = Vec::new();
        let mut groups: Vec<Vec<(&Claim, bool)>> = Vec::new();
        let (mut also, mut named): (BTreeSet<SourceId>, BTreeSet<SourceId>) = (BTreeSet::new(), BTreeSet::new());
        for (what, quoted) in cited {
            let Cited::Claim(id, others) = what else { continue };
            let Some(claim) = case.claim(*id) else { continue };
            also.extend(others);
            named.insert(claim.source);
            match groups.iter_mut().find(|group| group.first().is_some_and(|(first, _)| first.source == claim.source)) {
                Some(group) => group.push((claim, *quoted)),
                None => groups.push(vec![(claim, *quoted)]),
            }
        }
        for group in groups {
            let between = if runs.is_empty() { "" } else { "; " };
            push(&mut runs, between, Style::Plain);
            runs.extend(self.citing.claims(&group));
        }
        for (what, _) in cited {
            let between = if runs.is_empty() { "" } else { "; " };
            match what {
                Cited::Claim(..) => {}
                Cited::Source(id) => {
                    push(&mut runs, between, Style::Plain);
                    runs.extend(case.source(*id).map(|source| self.citing.source(source)).unwrap_or_default());
                }
                Cited::Law(text) | Cited::Words(text) => {
                    push(&mut runs, between, Style::Plain);
                    push(&mut runs, text.trim_end_matches('.'), Style::Plain);
                }
            }
        }
        let also: BTreeSet<SourceId> = also.difference(&named).copied().collect();
        if let Some(also) = self.citing.also(&also) {
            push(&mut runs, &format!("; {also}"), Style::Plain);
        }
        runs
    }
}

/// Adds words, joined to the run before them where that looks the same.
pub(super) fn push(runs: &mut Vec<Run>, words: &str, style: Style) {
    if words.is_empty() {
        return;
    }
    match runs.last_mut() {
        Some(Run::Text { text, style: last }) if *last == style => text.push_str(words),
        _ => runs.push(Run::Text { text: words.to_owned(), style }),
    }
}
