//! One sentence read by the grammar, with what its words are bound to.

use super::known::Known;
use crate::{Binding, Inline, Sentence};
use dossier_grammar::{Figure, Found, LegalWord, Name, Period, Superlative};
use dossier_model::{Claim, Fact, Hedge, RecipientId, Rung, SourceId};
use std::ops::Range;

/// A sentence as the rules see it. Ranges are bytes of `text`.
pub(super) struct Reading<'a> {
    pub(super) place: String,
    pub(super) sentence: &'a Sentence,
    /// The words that it stands under: a caption and the head of a column.
    pub(super) frame: Option<String>,
    pub(super) text: String,
    pub(super) parts: Vec<(Range<usize>, &'a Inline)>,
    /// The facts that it is bound to, each once.
    pub(super) facts: Vec<&'a Fact>,
    /// The claims that it quotes, each once.
    pub(super) claims: Vec<&'a Claim>,
    pub(super) figures: Vec<Found<Figure>>,
    pub(super) periods: Vec<Found<Period>>,
    pub(super) quotations: Vec<Quotation>,
    pub(super) names: Vec<Found<Name>>,
    pub(super) rungs: Vec<Found<Rung>>,
    pub(super) legal: Vec<Found<LegalWord>>,
    pub(super) superlatives: Vec<Found<Superlative>>,
    /// How sure the sentence is, the words that it stands under counted in.
    pub(super) hedge: Hedge,
    /// Whether it names somebody who says so.
    pub(super) attributed: bool,
}

/// A quotation in a sentence.
pub(super) struct Quotation {
    pub(super) range: Range<usize>,
    pub(super) text: String,
    pub(super) verdict: Verdict,
}

/// How a quotation stands to its binding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It stands in a source of its binding, or its binding answers for it.
    Verbatim,
    /// It does not.
    Altered,
    /// Nothing is bound to it.
    Unbound,
}

/// Words with which a sentence names somebody who says so, apart from those that the grammar knows.
const ATTRIBUTING: [&str; 9] =
    ["in the words of", "according to", " wrote", " writes", " calls ", " called ", " has the words", " has “", " alleged by "];

impl<'a> Reading<'a> {
    pub(super) fn of(place: String, sentence: &'a Sentence, frame: Option<String>, known: &Known<'a>, to: &RecipientId) -> Self {
        let context = &known.context;
        let text = sentence.text();
        let mut parts = Vec::with_capacity(sentence.parts.len());
        let (mut facts, mut claims): (Vec<&Fact>, Vec<&Claim>) = (Vec::new(), Vec::new());
        let mut at = 0;
        for part in &sentence.parts {
            parts.push((at..at + part.text.len(), part));
            at += part.text.len();
            match &part.binding {
                Some(Binding::Fact { fact, .. }) => facts.extend(context.case.fact(*fact)),
                Some(Binding::Quote { claim }) => {
                    claims.extend(context.case.claim(*claim));
                    facts.extend(known.by_claim.get(claim));
                }
                Some(Binding::Computation { computation }) => {
                    facts.extend(computation.facts().into_iter().filter_map(|id| context.case.fact(id)));
                }
                Some(
                    Binding::Source { .. }
                    | Binding::Origin { .. }
                    | Binding::Law { .. }
                    | Binding::Recipient
                    | Binding::Office
                    | Binding::Waiver { .. },
                )
                | None => {}
            }
        }
        facts.sort_by_key(|fact| fact.id);
        facts.dedup_by_key(|fact| fact.id);
        claims.sort_by_key(|claim| claim.id);
        claims.dedup_by_key(|claim| claim.id);
        let framed = frame.as_deref().map(|frame| dossier_grammar::hedge(frame).what);
        let hedge = dossier_grammar::hedge(&text).what;
        let lower = text.to_lowercase();
        let attributed = !dossier_grammar::speakers(&text).is_empty()
            || framed.is_some()
            || ATTRIBUTING.iter().any(|words| lower.contains(words));
        let quotations = quotations(&text, &parts, known, to);
        Self {
            figures: dossier_grammar::figures(&text),
            periods: dossier_grammar::periods(&text, None),
            names: dossier_grammar::names(&text),
            rungs: dossier_grammar::rungs(&text),
            legal: dossier_grammar::legal_words(&text),
            superlatives: dossier_grammar::superlatives(&text),
            hedge: framed.map_or(hedge, |framed| framed.min(hedge)),
            attributed,
            quotations,
            place,
            sentence,
            frame,
            text,
            parts,
            facts,
            claims,
        }
    }

    /// The bindings of the words at `range`.
    pub(super) fn bindings<'b>(&'b self, range: &'b Range<usize>) -> impl Iterator<Item = &'a Binding> + 'b {
        self.parts.iter().filter(|(part, _)| overlap(part, range)).filter_map(|(_, part)| part.binding.as_ref())
    }

    /// Whether the words at `range` lie inside a quotation that is verbatim.
    pub(super) fn is_quoted(&self, range: &Range<usize>) -> bool {
        self.quotations.iter().any(|quotation| {
            quotation.verdict == Verdict::Verbatim && quotation.range.start <= range.start && range.end <= quotation.range.end
        })
    }

    /// Whether the words at `range` lie inside a quotation, verbatim or not.
    pub(super) fn is_in_marks(&self, range: &Range<usize>) -> bool {
        self.quotations.iter().any(|quotation| quotation.range.start <= range.start && range.end <= quotation.range.end)
    }

    /// Whether a named person answers for some of its words.
    pub(super) fn is_waived(&self) -> bool {
        self.parts.iter().any(|(_, part)| matches!(part.binding, Some(Binding::Waiver { .. })))
    }

    /// The words at `range`.
    pub(super) fn words(&self, range: &Range<usize>) -> &str {
        self.text.get(range.clone()).unwrap_or_default()
    }
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

fn quotations(text: &str, parts: &[(Range<usize>, &Inline)], known: &Known<'_>, to: &RecipientId) -> Vec<Quotation> {
    let case = known.context.case;
    let found = dossier_grammar::quotations(text);
    let judge = |range: &Range<usize>, words: &str| {
        let bindings: Vec<&Binding> =
            parts.iter().filter(|(part, _)| overlap(part, range)).filter_map(|(_, part)| part.binding.as_ref()).collect();
        if bindings.is_empty() {
            return Verdict::Unbound;
        }
        let sources = |binding: &Binding| -> Vec<SourceId> {
            match binding {
                Binding::Fact { fact, .. } => {
                    case.fact(*fact).into_iter().flat_map(|fact| case.claims_of(fact)).map(|claim| claim.source).collect()
                }
                Binding::Quote { claim } => case.claim(*claim).into_iter().map(|claim| claim.source).collect(),
                Binding::Source { source } => vec![*source],
                Binding::Computation { .. }
                | Binding::Origin { .. }
                | Binding::Law { .. }
                | Binding::Recipient
                | Binding::Office
                | Binding::Waiver { .. } => Vec::new(),
            }
        };
        let verbatim = bindings.iter().any(|binding| {
            known.bear(binding, words, to) == Some(true)
                || sources(binding).into_iter().any(|source| known.stands_in(words, source))
        });
        if verbatim { Verdict::Verbatim } else { Verdict::Altered }
    };
    found
        .into_iter()
        .map(|found| Quotation { verdict: judge(&found.range, &found.what), range: found.range, text: found.what })
        .collect()
}
