//! A text as passages and sentences, each with what the grammar finds in it.

mod table;

use crate::document::is_demonym;
use crate::naming::{self, FUNCTION_WORD};
use crate::pattern::patterns;
use crate::propose::About;
use dossier_grammar::{self as grammar, Deed, Figure, Found, Name, NameKind, Period};
use dossier_model::{ClaimKind, Content, Hedge, Mark, MarkKind, Quotes, Rung, Span, Speaker, TextIndex};
use std::collections::BTreeSet;
use std::ops::Range;
use table::Table;

/// The longest quote of one clause, in bytes. A longer clause is cut to what carries the claim.
const CLAUSE_LIMIT: usize = 180;

/// Longer than this, in bytes, no sentence is prose, and the rules would cost more than they find.
const SENTENCE_LIMIT: usize = 4000;

/// Words that stand between the names of a list, or between a list and its verb.
const LISTING: &[&str] = &["", "and", "or", "&", "have", "has", "had", "also", "both", "’s", "'s", "each"];

patterns! {
    /// Where one clause ends and the next begins.
    BOUNDARY = r"(?i)[,;:]\s+|\s*[—–]\s*|\s-\s|\s?[()]\s?|\s+(?:that|which|who|where|while|whose|but|because|although|when)\s+|\s+as well as\s+|\s+and\s+that\s+";
    /// Words by which a text speaks to its reader: advice, not report.
    ADDRESSED = r"(?i)\b(?:you|your|yours|we'll|we’ll|let's|let’s)\b";
    LABEL = r"^(?P<who>\p{Lu}[\p{Lu}’'.-]+(?:\s\p{Lu}[\p{Lu}’'.-]+){0,2}):\s";
    ASKS = r"^(?:HOST|Q|INTERVIEWER|MODERATOR|QUESTION|NOTE|UPDATE|BREAKING|TL;DR|CORRECTION)$";
    /// The name of a people before what it describes: "Estravian national".
    PEOPLE = r"^\p{Lu}\p{Ll}+(?:an|ian|ese|ish|ic|i)$";
    OF_PEOPLE = r"^\s+(?:(?:AI|A\.I\.|IT|tech|chip|hacking|cyber|state-owned)\s+)?(?:nationals?|citizens?|businessm[ae]n|government|compan(?:y|ies)|firms?|conglomerate|group|hackers?|authorities|military|intelligence|officials?|dealers?|developers?|start-?ups?|officers?|labs?|language|rivals?|state|market|ministry|army|institute|customers|buyers?|brokers?|law|engineers?|man|woman|men)\b";
    LAST_PREPOSITION = r"^\s+(?:with|via)\s+(?:its\s+|the\s+)?\p{Lu}[\w-]*(?:['’]s\s+[\w-]+)?";
}

/// One sentence, with what the grammar finds in it. All places count bytes of its own text.
#[derive(Debug)]
pub(crate) struct Sentence {
    /// Its words, line ends as spaces.
    pub(crate) text: String,
    /// Where it starts in the whole text, in bytes.
    pub(crate) at: usize,
    /// Whether it stands in a title or heading.
    pub(crate) headline: bool,
    /// Whether it is an item of a list.
    pub(crate) item: bool,
    /// Whether it asks, or advises its reader: nothing is claimed then.
    pub(crate) mute: bool,
    /// Whether it begins inside a quotation that somebody else's words opened, or behind a transcript's label.
    pub(crate) spoken: bool,
    /// The row of a table that it stands in: its first cell.
    pub(crate) row: Option<String>,
    /// The head of its table column.
    pub(crate) column: Option<String>,
    /// The weakest of its hedges, which decides.
    pub(crate) hedge: Found<Hedge>,
    /// All its words that hedge, in order.
    pub(crate) hedges: Vec<Found<Hedge>>,
    /// What it tells that somebody did, in order.
    pub(crate) deeds: Vec<Found<Deed>>,
    pub(crate) names: Vec<Found<Name>>,
    pub(crate) figures: Vec<Found<Figure>>,
    pub(crate) periods: Vec<Found<Period>>,
    pub(crate) rungs: Vec<Found<Rung>>,
    /// The speakers that its words name.
    pub(crate) speakers: Vec<Found<Speaker>>,
    /// Who says it, the outermost first; set once the cast is known.
    pub(crate) chain: Vec<Speaker>,
    /// Whether the text has told of a charge before it, and of no verdict since; set with the chain.
    pub(crate) charged: bool,
}

/// One block of the text.
#[derive(Debug)]
pub(crate) struct Passage {
    /// Its words, line ends as spaces.
    pub(crate) text: String,
    /// Where it starts in the whole text, in bytes.
    pub(crate) at: usize,
    pub(crate) headline: bool,
    /// What stands between quotation marks.
    pub(crate) quotations: Vec<Found<String>>,
    pub(crate) sentences: Vec<Sentence>,
}

/// A text as passages.
pub(crate) struct Page<'t> {
    index: TextIndex<'t>,
    pub(crate) passages: Vec<Passage>,
}

impl<'t> Page<'t> {
    /// Splits `text` by its marks; a text without marks by its lines. Furniture and code are left out.
    pub(crate) fn new(text: &'t str, marks: &[Mark], about: &About<'_>) -> Self {
        let index = TextIndex::new(text);
        let mut blocks: Vec<(Range<usize>, MarkKind, Option<&str>)> = Vec::new();
        for mark in marks {
            if matches!(mark.kind, MarkKind::Page | MarkKind::Pointer) {
                continue;
            }
            if let (Some(from), Some(to)) = (index.byte_at(mark.span.start), index.byte_at(mark.span.end))
                && from < to
            {
                blocks.push((from..to, mark.kind, mark.label.as_deref()));
            }
        }
        if blocks.is_empty() {
            blocks = lines(text, about);
        }
        let mut table = Table::default();
        let mut read = BTreeSet::new();
        let passages = blocks
            .into_iter()
            .filter(|(_, kind, label)| *kind != MarkKind::Furniture && *label != Some("code"))
            // A page that prints its headline again as its first line says it once.
            .filter(|(range, kind, _)| *kind == MarkKind::Cell || read.insert(&text[range.clone()]))
            .map(|(range, kind, label)| {
                let (row, column) = table.place(&text[range.clone()], kind, label);
                Passage::new(&text[range.clone()], range.start, kind, row, column, about)
            })
            .collect();
        let mut passages: Vec<Passage> = passages;
        naming::settle(&mut passages);
        Self { index, passages }
    }

    /// All sentences that report something.
    pub(crate) fn sentences(&self) -> impl Iterator<Item = &Sentence> {
        self.passages.iter().flat_map(|passage| &passage.sentences).filter(|sentence| !sentence.mute)
    }

    /// Bytes of the whole text as a span of it.
    pub(crate) fn span(&self, range: Range<usize>) -> Span {
        self.index.span_of_bytes(range.start, range.end)
    }

    /// Where `words` stand in the text, each time not as the beginning of a longer word.
    pub(crate) fn places(&self, words: &str) -> Vec<Span> {
        if words.is_empty() {
            return Vec::new();
        }
        let text = self.index.text();
        let ends = |at: usize| !text[at..].starts_with(|c: char| c.is_alphanumeric() || c == '_');
        let places = text.match_indices(words).map(|(at, _)| at..at + words.len());
        places.filter(|place| ends(place.end)).map(|place| self.span(place)).collect()
    }

    /// A claim with the words at bytes `range` of the whole text, without white space and separators at their ends.
    pub(crate) fn content(&self, kind: ClaimKind, range: Range<usize>) -> Option<Content> {
        let words = self.index.text().get(range.clone())?;
        let trim = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '—' | '–');
        let start = range.start + (words.len() - words.trim_start_matches(trim).len());
        let end = start + words.trim_start_matches(trim).trim_end_matches(trim).len();
        let quote = self.index.quote(self.index.span_of_bytes(start, end)).ok()?;
        let direct = self.passages.iter().any(|passage| {
            let inside =
                |quoted: &Found<String>| passage.at + quoted.range.start <= start && end <= passage.at + quoted.range.end;
            passage.at <= start && passage.quotations.iter().any(inside)
        });
        Some(Content { direct, ..Content::new(kind, "", Quotes::one(quote)) })
    }
}

/// Lines as blocks, the first as the title where it is known to be.
fn lines(text: &str, about: &About<'_>) -> Vec<(Range<usize>, MarkKind, Option<&'static str>)> {
    let mut at = 0;
    text.split('\n')
        .map(|line| {
            let start = at;
            at += line.len() + 1;
            let kind = if about.title == Some(line.trim()) { MarkKind::Title } else { MarkKind::Paragraph };
            (start..start + line.len(), kind, None)
        })
        .filter(|(range, ..)| !text[range.clone()].trim().is_empty())
        .collect()
}

impl Passage {
    fn new(words: &str, at: usize, kind: MarkKind, row: Option<String>, column: Option<String>, about: &About<'_>) -> Self {
        let text = words.replace(['\n', '\t'], " ");
        let headline = matches!(kind, MarkKind::Title | MarkKind::Heading);
        let quotations = grammar::quotations(&text);
        // A cell is read whole: its signs, such as ">", stand outside any sentence.
        let mut ranges = grammar::sentences(&text);
        if kind == MarkKind::Cell && ranges.len() == 1 {
            ranges.clear();
            ranges.push(text.len() - text.trim_start().len()..text.trim_end().len());
        }
        let label = transcript_label(&text).is_some();
        let sentences = ranges
            .into_iter()
            .filter_map(|range| {
                let words = text.get(range.clone())?;
                // Read as if it were empty, so that no rule pays for it.
                let too_long = words.len() > SENTENCE_LIMIT;
                let words = if too_long { "" } else { words };
                let spoken = |place: usize| quotations.iter().any(|quoted| quoted.range.contains(&(range.start + place)));
                let addressed = ADDRESSED.find_iter(words).any(|found| !spoken(found.start()));
                let mut names = grammar::names(words);
                names.retain(|name| {
                    let text = &name.what.text;
                    let after = words.get(name.range.start + text.len()..).unwrap_or("");
                    let people = PEOPLE.is_match(text) && OF_PEOPLE.is_match(after);
                    !people && !text.is_empty() && !FUNCTION_WORD.is_match(text) && !is_demonym(text)
                });
                Some(Sentence {
                    text: words.to_owned(),
                    at: at + range.start,
                    headline,
                    item: kind == MarkKind::Item,
                    spoken: label
                        || quotations.iter().any(|quoted| {
                            quoted.range.start <= range.start + 1 && range.end <= quoted.range.end + 2 && words.len() > 3
                        }),
                    mute: addressed || words.ends_with('?') || too_long,
                    row: row.clone(),
                    column: column.clone(),
                    hedge: grammar::hedge(words),
                    hedges: grammar::hedges(words),
                    deeds: grammar::deeds(words),
                    names,
                    figures: grammar::figures(words),
                    periods: grammar::periods(words, about.published),
                    rungs: grammar::rungs(words),
                    speakers: grammar::speakers(words),
                    chain: Vec::new(),
                    charged: false,
                })
            })
            .collect();
        Self { text, at, headline, quotations, sentences }
    }
}

/// The label with which a transcript names who speaks: "RUIZ" of "RUIZ: We saw it."
pub(crate) fn transcript_label(text: &str) -> Option<&str> {
    let label = LABEL.captures(text)?.name("who")?.as_str();
    (!ASKS.is_match(label)).then_some(label)
}

/// `words` without a final stop, and without a closing mark that has no opening one in them.
pub(crate) fn without_stop(words: &str) -> &str {
    let mut words = words.trim_end();
    loop {
        let before = words;
        for (open, close) in [('“', '”'), ('"', '"'), ('(', ')')] {
            let unpaired = if open == close {
                words.matches(close).count() % 2 == 1
            } else {
                words.matches(close).count() > words.matches(open).count()
            };
            if unpaired && words.ends_with(close) {
                words = words.trim_end_matches(close);
            }
        }
        words = words.trim_end_matches(['.', '!', '?', ',', ';', ' ']);
        if words == before {
            return words;
        }
    }
}

impl Sentence {
    /// Bytes of this sentence as bytes of the whole text.
    pub(crate) fn place(&self, range: Range<usize>) -> Range<usize> {
        self.at + range.start..self.at + range.end
    }

    /// The words at `range`.
    pub(crate) fn words(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or("")
    }

    /// The shortest clause that holds `core`; a clause that is too long is cut to `core` and the name it is tied to.
    pub(crate) fn clause(&self, core: Range<usize>) -> Range<usize> {
        let from = self.clause_start(core.start);
        let next = BOUNDARY.find_iter(&self.text).find(|boundary| boundary.start() >= core.end);
        let to = next.map_or(self.end().max(core.end), |boundary| boundary.start());
        if to.saturating_sub(from) <= CLAUSE_LIMIT { from..to } else { self.with_its_object(core) }
    }

    /// Where the clause that holds `at` starts, however long it is.
    pub(crate) fn clause_start(&self, at: usize) -> usize {
        BOUNDARY.find_iter(&self.text).take_while(|boundary| boundary.end() <= at).last().map_or(0, |boundary| boundary.end())
    }

    /// Where its words end: before the final stop, and before a closing mark that has no opening one.
    pub(crate) fn end(&self) -> usize {
        without_stop(&self.text).len()
    }

    /// `core` with the name that a preposition ties to it: "28.8 million exchanges with Corvid".
    pub(crate) fn with_its_object(&self, core: Range<usize>) -> Range<usize> {
        let after = self.text.get(core.end..).unwrap_or("");
        core.start..core.end + LAST_PREPOSITION.find(after).map_or(0, |found| found.end())
    }

    /// The names that stand in a list right before `at`, in their order: "A, B and C".
    pub(crate) fn names_listed_before(&self, at: usize) -> Vec<&Found<Name>> {
        let mut listed: Vec<&Found<Name>> = Vec::new();
        let mut start = at;
        for name in self.names.iter().rev().filter(|name| name.range.end <= at) {
            let gap = self.words(name.range.end..start);
            let joins = |word: &str| LISTING.contains(&word.trim_matches([',', '—', '–']));
            if !gap.split_whitespace().all(joins) {
                break;
            }
            start = name.range.start;
            listed.insert(0, name);
        }
        listed
    }

    /// `first` and the names that a list goes on with behind it: "A, B and C".
    pub(crate) fn names_listed_from<'s>(&'s self, first: &'s Found<Name>) -> Vec<&'s Found<Name>> {
        let mut listed = vec![first];
        let mut end = first.range.end;
        for name in self.names.iter().filter(|name| name.range.start >= first.range.end) {
            let joins = |word: &str| LISTING.contains(&word.trim_matches([',', '—', '–']));
            if !self.words(end..name.range.start).split_whitespace().all(joins) {
                break;
            }
            end = name.range.end;
            listed.push(name);
        }
        listed
    }

    /// The last name that ends before `at`, with at most `words` words between.
    pub(crate) fn name_before(&self, at: usize, words: usize) -> Option<&Found<Name>> {
        let name = self.names.iter().rfind(|name| name.range.end <= at && name.what.kind != NameKind::Place)?;
        (self.words(name.range.end..at).split_whitespace().count() <= words).then_some(name)
    }

    /// The name that is the subject of a verb at `at`: the last one before it, or the one that an insertion stands behind, as in
    /// "Halden, the developer of Corvid, accused".
    pub(crate) fn subject_of(&self, at: usize, words: usize) -> Option<&Found<Name>> {
        let before = self.words(0..at).trim_end();
        let inserted = before.strip_suffix(',').and_then(|inside| inside.rfind(", "));
        let behind = inserted.and_then(|comma| self.names.iter().rfind(|name| name.range.end == comma));
        behind.or_else(|| self.name_before(at, words))
    }

    /// The first name that starts at or after `at`, with at most `words` words between.
    pub(crate) fn name_after(&self, at: usize, words: usize) -> Option<&Found<Name>> {
        // "Harbor-based Meridian": where it sits is not its name.
        let seat = |name: &Found<Name>| name.what.kind == NameKind::Place && self.text[name.range.end..].starts_with('-');
        let name = self.names.iter().find(|name| name.range.start >= at && !seat(name))?;
        (self.words(at..name.range.start).split_whitespace().count() <= words).then_some(name)
    }

    /// The names that lie within `range`.
    pub(crate) fn names_in(&self, range: Range<usize>) -> impl Iterator<Item = &Found<Name>> {
        self.names.iter().filter(move |name| range.start <= name.range.start && name.range.end <= range.end)
    }
}
