//! Putting facts into sentences. Each way of telling a fact is tried against the checker; the source's own words are the way that
//! always holds.

use super::matter::{Matter, bind, tie};
use super::{quote, words};
use crate::check::{Known, precision, sentence_stands, verbatim};
use crate::{Binding, Context, Inline, Order, Sentence};
use dossier_model::{Claim, ClaimKind, Fact, Source};

/// How many words a value has that is told as it is, and how many of a quote stand in a table.
pub(super) const LONGEST_VALUE: usize = 8;
const LONGEST_IN_CELL: usize = 16;

/// Writes sentences about one matter.
pub(super) struct Pen<'a> {
    pub(super) context: &'a Context<'a>,
    pub(super) matter: Matter<'a>,
    pub(super) order: &'a Order,
    /// What sentences are tried against.
    pub(super) known: Known<'a>,
    /// How many words of a quote are shown.
    pub(super) longest_quote: usize,
}

impl<'a> Pen<'a> {
    /// The first of `ways` that says no more than its evidence.
    pub(super) fn best(&self, ways: impl IntoIterator<Item = Sentence>) -> Option<Sentence> {
        ways.into_iter().find(|sentence| sentence_stands(sentence, self.order, &self.known))
    }

    /// `In the words of Ledger Wire, “...”.`
    pub(super) fn in_their_words(&self, fact: &Fact) -> Option<Sentence> {
        let claim = self.matter.leading(fact)?;
        let start = self.named(Sentence::plain("In the words of "), self.context.case.source(claim.source)?);
        Some(self.quoted(start.then(", "), claim, bind(fact)))
    }

    /// `On LEAD, Ledger Wire writes: “...”`, or `has the words “...”` where the quote is no sentence.
    pub(super) fn on(&self, lead: &str, fact: &Fact) -> Option<Sentence> {
        let claim = self.matter.leading(fact)?;
        let start = self.named(Sentence::plain(format!("{lead}, ")), self.context.case.source(claim.source)?);
        let start = start.then(self.verb(claim));
        self.best([self.quoted(start, claim, bind(fact))].into_iter().chain(self.in_their_words(fact)))
    }

    /// `On Meridian Works, Ledger Wire writes: “...”`: the subject first, for words that do not name it.
    pub(super) fn of(&self, fact: &Fact) -> Option<Sentence> {
        let claim = self.matter.leading(fact)?;
        let start = Sentence::plain("On ").bound(fact.subject.clone(), bind(fact)).then(", ");
        let start = self.named(start, self.context.case.source(claim.source)?).then(self.verb(claim));
        self.best([self.quoted(start, claim, bind(fact))].into_iter().chain(self.in_their_words(fact)))
    }

    /// How a publication's words are brought in: as a sentence of its own, or as some words.
    pub(super) fn verb(&self, claim: &Claim) -> &'static str {
        let quote = self.quote(claim);
        if quote.starts_with(char::is_uppercase) && words::count(&quote) >= 4 { " writes: " } else { " has the words " }
    }

    /// `start` with the quote of `claim` and a full stop.
    pub(super) fn quoted(&self, start: Sentence, claim: &Claim, binding: Binding) -> Sentence {
        let quote = self.quote(claim);
        // A full stop inside the marks ends our sentence too.
        let ends = quote.ends_with(['.', '?', '!']);
        let quote = if ends || quote.ends_with('…') { quote } else { format!("{quote}.") };
        start.noted(format!("“{quote}”"), binding)
    }

    /// The words of `claim` as they stand between quotation marks.
    pub(super) fn quote(&self, claim: &Claim) -> String {
        quote::in_marks_up_to(&claim.content.quotes.first().text, self.longest_quote)
    }

    /// The same for a cell of a table.
    fn short_quote(&self, claim: &Claim) -> String {
        quote::in_marks_up_to(&claim.content.quotes.first().text, LONGEST_IN_CELL)
    }

    /// `start` with the name of `source` after it.
    pub(super) fn named(&self, start: Sentence, source: &Source) -> Sentence {
        match (&source.publisher, &source.title) {
            (Some(publisher), _) => start.bound(publisher.clone(), Binding::Source { source: source.id }),
            (None, _) => start.bound("a report whose publisher is not stated", Binding::Source { source: source.id }),
        }
    }

    /// `According to Halden, `: who says so at first hand, else the publication.
    pub(super) fn according(&self, fact: &Fact) -> Sentence {
        match self.matter.origin(fact) {
            Some(origin) => Sentence::plain("According to ").bound(origin.name.clone(), bind(fact)).then(", "),
            None => match self.matter.leading(fact).and_then(|claim| self.context.case.source(claim.source)) {
                Some(source) => self.named(Sentence::plain("According to "), source).then(", "),
                None => Sentence::plain("It is alleged that "),
            },
        }
    }

    /// Who says `fact` at first hand.
    pub(super) fn says(&self, fact: &Fact) -> Option<&'a str> {
        self.matter.origin(fact).map(|origin| origin.name.as_str())
    }

    /// A figure in its source's words where they are short and say the same, else in ours: "nearly 25,000 fraudulent accounts".
    pub(super) fn figure(&self, fact: &Fact) -> Option<String> {
        let held = fact.quantity()?;
        let quote = &self.matter.leading(fact)?.content.quotes.first().text;
        let theirs = dossier_grammar::figures(quote).into_iter().find(|figure| {
            let said = &figure.what.quantity;
            said.value == held.value
                && said.bound == held.bound
                && precision::same_unit(said.unit.as_deref(), held.unit.as_deref())
        });
        let theirs = theirs.and_then(|figure| {
            let end = figure.what.unit_words.as_ref().map_or(figure.range.end, |unit| unit.end.max(figure.range.end));
            let text = quote.get(figure.range.start..end)?;
            let has_unit =
                figure.what.unit_words.is_some() || held.unit.as_deref().is_none_or(|unit| matches!(unit, "USD" | "percent"));
            (has_unit && words::count(text) <= 8 && !text.contains(['\n', '“', '”', '"'])).then(|| text.to_owned())
        });
        let figure = theirs.unwrap_or_else(|| words::quantity(&held));
        // "Thousands of accounts" began its sentence; ours goes on.
        let mut chars = figure.chars();
        let starts_sentence = figure.starts_with(char::is_uppercase) && chars.clone().nth(1).is_some_and(char::is_lowercase);
        Some(if starts_sentence {
            chars.next().map_or_else(String::new, |c| c.to_lowercase().chain(chars).collect())
        } else {
            figure
        })
    }

    /// Who is tied to the act, as a noun phrase: "operators linked to Meridian's Tern lab".
    pub(super) fn actors(&self, fact: &Fact) -> Option<(String, String)> {
        let rung = fact.rung.as_ref()?;
        let operators = self.context.case.claims_of(fact).any(|claim| {
            let quote = &claim.content.quotes.first().text;
            let text = self.context.case.texts.get(&claim.source).map(String::as_str).unwrap_or_default();
            quote.contains("operators") || text.contains(&format!("operators {quote}"))
        });
        Some((tie(rung.nexus, operators).to_owned(), rung.party.clone()))
    }

    /// A fact in a few words, for a table or a list: a figure, dates, who, or a value that stands in the quote.
    pub(super) fn phrase(&self, fact: &Fact) -> Option<Sentence> {
        let binding = bind(fact);
        let claim = self.matter.leading(fact)?;
        let quote = &claim.content.quotes.first().text;
        let mut ways = Vec::new();
        if fact.kind == ClaimKind::Party {
            let role = fact.value.as_deref().unwrap_or("named");
            return Some(Sentence::default().bound(fact.subject.clone(), binding).then(format!(" ({role})")));
        }
        if fact.kind == ClaimKind::Superlative {
            return Some(Sentence::default().bound(format!("“{}”", self.short_quote(claim)), binding));
        }
        if let Some(figure) = self.figure(fact) {
            ways.push(Sentence::default().bound(figure, binding.clone()));
        } else if let Some(period) = fact.period.filter(|_| fact.value.is_none()) {
            let (preposition, dates) = words::when(&period);
            ways.push(Sentence::plain(preposition).bound(dates, binding.clone()).then(words::open_year(&period)));
        } else if let Some((tie, party)) = self.actors(fact).filter(|_| fact.kind == ClaimKind::Attribution) {
            ways.push(Sentence::plain(tie).bound(party, binding.clone()));
        } else if let Some(value) =
            fact.value.as_deref().filter(|value| words::count(value) <= LONGEST_VALUE && stands(value, quote))
        {
            let is_name = matches!(fact.kind, ClaimKind::Capability | ClaimKind::Technique);
            let value = if is_name { quote::in_marks(value) } else { format!("“{}”", quote::in_marks(value)) };
            ways.push(Sentence::default().bound(value, binding.clone()));
        }
        ways.push(Sentence::default().bound(format!("“{}”", self.short_quote(claim)), binding));
        ways.into_iter().next()
    }

    /// Parts joined with commas and "and".
    pub(super) fn join(&self, mut sentence: Sentence, items: Vec<Vec<Inline>>) -> Sentence {
        let last = items.len().saturating_sub(1);
        for (at, item) in items.into_iter().enumerate() {
            let between = match at {
                0 => "",
                at if at == last && last == 1 => " and ",
                at if at == last => ", and ",
                _ => ", ",
            };
            if !between.is_empty() {
                sentence = sentence.then(between);
            }
            sentence.parts.extend(item);
        }
        sentence
    }
}

/// Whether `value` stands in `quote` as whole words.
pub(super) fn stands(value: &str, quote: &str) -> bool {
    verbatim::stands_in(value, &verbatim::plain(quote))
}

/// Words bound to `fact` with a footnote.
pub(super) fn noted(text: impl Into<String>, fact: &Fact) -> Inline {
    Inline { text: text.into(), binding: Some(bind(fact)), note: true }
}
