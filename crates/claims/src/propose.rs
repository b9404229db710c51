//! Runs the rules over a text and hands back what they propose: sorted by place, without repetitions.

use crate::document::Cast;
use crate::language::other_language;
use crate::learned::{self, Weights};
use crate::page::{Page, Sentence, without_stop};
use crate::pattern::patterns;
use crate::voice::{self, Matter};
use crate::{
    acts, attributions, background, capabilities, disclosures, figures, headline, market, measures, methods, parties, provenance,
    quotations, responses, roles, structured, tables, views, windows, words,
};
use dossier_model::{ClaimKind, Column, Content, Edtf, Hedge, Mark, Span, SpeakerRole};
use std::collections::BTreeSet;
use std::ops::Range;

patterns! {
    /// A stop that belongs to the last word.
    ABBREVIATED = r"(?:\b(?:Inc|Corp|Ltd|Co|Jr|Sr|No|vs)|\b\p{L}|\b[ap]\.m)\.$";
}

/// What is known of the document beside its text.
#[derive(Debug, Clone, Copy, Default)]
pub struct About<'a> {
    /// Its title.
    pub title: Option<&'a str>,
    /// Who published it: the outermost speaker of all it says.
    pub publisher: Option<&'a str>,
    /// When: relative dates count from it.
    pub published: Option<&'a Edtf>,
    /// The columns of tables that people gave a meaning, the latest first.
    pub columns: &'a [Vec<Column>],
}

/// The claims that `text` makes, in the order of their quotes; none of sentences that are not English ([`other_language`]). `marks` say what is title, text and furniture; `about` is what the
/// source says of itself.
pub fn propose(text: &str, marks: &[Mark], about: &About<'_>) -> Vec<Content> {
    let read = structured::propose(text, marks, about).or_else(|| tables::propose(text, marks, about));
    read.unwrap_or_else(|| {
        if other_language(text, marks).is_some() { Vec::new() } else { with_weights(text, marks, about, Weights::shipped()) }
    })
}

/// The claims of prose among fields and rows, by the rules over its sentences alone: what its network would read around it is no prose.
pub(crate) fn by_rules(text: &str, marks: &[Mark], about: &About<'_>) -> Vec<Content> {
    with_weights(text, marks, about, &Weights::default())
}

/// The claims of a text that people wrote, by the rules over its sentences and by the network that `weights` are of; without them by the rules alone.
pub fn with_weights(text: &str, marks: &[Mark], about: &About<'_>, weights: &Weights) -> Vec<Content> {
    read_by_rules(text, marks, about, |reader, found| {
        learned::propose(reader, weights, found);
        without_explanations(found);
        settled(std::mem::take(found))
    })
}

/// Hands what the rules find in a text that people wrote to `then`, with what they read it from.
pub(crate) fn read_by_rules<T>(
    text: &str,
    marks: &[Mark],
    about: &About<'_>,
    then: impl FnOnce(&Reader<'_, '_>, &mut Vec<Content>) -> T,
) -> T {
    let mut page = Page::new(text, marks, about);
    let cast = Cast::of(&page, about);
    voice::attribute(&mut page, &cast, about);
    let reader = Reader { page: &page, cast: &cast, published: about.published.copied() };
    let mut found = Vec::new();
    let rules: [fn(&Reader<'_, '_>, &mut Vec<Content>); 17] = [
        figures::propose,
        windows::propose,
        attributions::propose,
        parties::propose,
        acts::propose,
        capabilities::propose,
        methods::propose,
        measures::propose,
        disclosures::propose,
        background::propose,
        responses::propose,
        words::propose,
        market::propose,
        provenance::propose,
        quotations::propose,
        views::propose,
        // Last: of all parts that the others found, one for each name.
        roles::propose,
    ];
    for rule in rules {
        rule(&reader, &mut found);
    }
    then(&reader, &mut found)
}

/// What a rule reads from.
pub(crate) struct Reader<'r, 't> {
    pub(crate) page: &'r Page<'t>,
    pub(crate) cast: &'r Cast,
    /// The day of publication.
    pub(crate) published: Option<Edtf>,
}

impl Reader<'_, '_> {
    /// Whether a sentence tells of the case: it names an accused, or says what the accuser says of such conduct.
    pub(crate) fn on_the_case(&self, sentence: &Sentence) -> bool {
        let by_accuser = || sentence.chain.iter().any(|speaker| self.cast.is_accuser(&speaker.name));
        !self.cast.accused_in(sentence).is_empty() || sentence.hedge.what == Hedge::Alleged || by_accuser()
    }

    /// A claim of `kind` with the words at `range` of `sentence`, with the sentence's speakers and the hedge that `matter` asks for.
    /// Its subject is the campaign until a rule says otherwise.
    pub(crate) fn claim(&self, kind: ClaimKind, sentence: &Sentence, range: Range<usize>, matter: Matter) -> Option<Content> {
        self.claim_within(range.clone(), kind, sentence, range, matter)
    }

    /// The same, where more words than those of the quote say it: `clause` tells how sure it is.
    pub(crate) fn claim_within(
        &self,
        clause: Range<usize>,
        kind: ClaimKind,
        sentence: &Sentence,
        range: Range<usize>,
        matter: Matter,
    ) -> Option<Content> {
        let hedge = voice::hedge_at(sentence, &clause, kind, matter, self.cast);
        let hedge = match (kind, hedge) {
            // That a thing happened on a day is not what is charged; a text knows itself what it rests on.
            (ClaimKind::Date, Hedge::Alleged) if matter == Matter::Campaign => Hedge::Alleged,
            (ClaimKind::Date, Hedge::Alleged | Hedge::Confirmed | Hedge::Opinion | Hedge::Conditional | Hedge::Denied) => {
                Hedge::Asserted
            }
            (ClaimKind::Provenance, _) => Hedge::Asserted,
            (_, hedge) => hedge,
        };
        let words = sentence.words(range.clone());
        let range = if ABBREVIATED.is_match(words) { range } else { range.start..range.start + without_stop(words).len() };
        let content = self.page.content(kind, sentence.place(range))?;
        let mut speakers = sentence.chain.clone();
        // What is alleged and nobody is named for is the accuser's word.
        if hedge == Hedge::Alleged && matter == Matter::Campaign {
            speakers.extend(voice::accuser_of(&speakers, self.cast));
        }
        // What the text says in its own voice is nobody else's word.
        if hedge == Hedge::Asserted {
            speakers.retain(|speaker| speaker.words.is_none() && speaker.role == SpeakerRole::Outlet);
        }
        Some(Content { subject: self.cast.subject(sentence), hedge, speakers, headline: sentence.headline, ..content })
    }

    /// Sets how sure a claim of `sentence` is, and with it who says so.
    pub(crate) fn sure(&self, content: &mut Content, sentence: &Sentence, hedge: Hedge) {
        if content.hedge == hedge {
            return;
        }
        if content.hedge == Hedge::Asserted {
            content.speakers.clone_from(&sentence.chain);
        }
        content.hedge = hedge;
        match hedge {
            Hedge::Alleged => content.speakers.extend(voice::accuser_of(&content.speakers, self.cast)),
            Hedge::Asserted => {
                content.speakers.retain(|speaker| speaker.words.is_none() && speaker.role == SpeakerRole::Outlet);
            }
            _ => {}
        }
    }
}

/// What a word means is nobody's deed: "a practice called distillation, where developers train a model on another's answers".
fn without_explanations(found: &mut Vec<Content>) {
    let meanings: Vec<_> = found.iter().filter(|content| content.kind == ClaimKind::Definition).map(quoted).collect();
    found.retain(|content| content.kind != ClaimKind::Act || !meanings.iter().any(|meaning| meaning.contains(quoted(content))));
}

fn quoted(content: &Content) -> Span {
    content.quotes.first().span()
}

/// Sorted by place; of equal claims the first; of what a document says many times in the same words, the first in its text.
pub(crate) fn settled(mut found: Vec<Content>) -> Vec<Content> {
    // A stable sort: of one place and kind, the order in which the rule read them.
    found.sort_by_key(|content| (content.quotes.first().start, content.quotes.first().end, content.kind));
    let mut seen = BTreeSet::new();
    // Of what a document repeats, the words of the text go before those of a headline.
    let (mut found, headlines): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|content| !(content.headline && repeats(content.kind)));
    found.extend(headlines);
    found.retain(|content| {
        let quote = content.quotes.first();
        let place = if repeats(content.kind) { None } else { Some((quote.start, quote.end)) };
        let rung = content.rung.as_ref().map(ToString::to_string);
        let said = content.value.as_deref().map(str::to_lowercase);
        let period = content.period.map(|period| period.to_string());
        // A word of law is said once of a case, whoever it is said of.
        let subject = (content.kind != ClaimKind::LegalWord).then(|| content.subject.clone());
        seen.insert((place, content.kind, content.property.clone(), said, rung, period, subject))
    });
    found.sort_by_key(|content| (content.quotes.first().start, content.quotes.first().end));
    headline::mark_dropped_hedges(&mut found);
    found
}

/// Kinds that a document repeats without saying more: one proposal for each value is enough.
fn repeats(kind: ClaimKind) -> bool {
    matches!(
        kind,
        ClaimKind::Party
            | ClaimKind::Attribution
            | ClaimKind::Method
            | ClaimKind::Technique
            | ClaimKind::LegalWord
            | ClaimKind::Recipient
            | ClaimKind::Capability
            | ClaimKind::Provenance
            | ClaimKind::Disclosure
    )
}
