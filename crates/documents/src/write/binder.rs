//! Binding plain sentences: each figure, date, name, quotation and named thing to the one fact that fits it. Where none fits, or
//! several do, the words stay unbound and the checker says so.

use super::matter::{Matter, bind};
use crate::check::party;
use crate::check::precision::same_unit;
use crate::check::verbatim::{plain, stands_in};
use crate::{Binding, Context, Inline, Sentence};
use dossier_model::{Claim, ClaimKind, ClaimState, Decimal, Edtf, Fact, FactState, Quantity, SourceId};
use std::collections::BTreeMap;
use std::ops::Range;

/// How much of a quotation's words a claim must share to be taken for its source.
const LIKE: (usize, usize) = (3, 5);

/// The facts of a case, made ready to be looked up.
pub(super) struct Binder<'a> {
    context: &'a Context<'a>,
    facts: Vec<&'a Fact>,
    matter: Matter<'a>,
    /// The readable texts of sources with accepted claims, without the marks that do not count.
    texts: BTreeMap<SourceId, String>,
    claims: Vec<&'a Claim>,
}

/// Words with what they are bound to.
struct Bond {
    range: Range<usize>,
    binding: Binding,
    note: bool,
}

impl<'a> Binder<'a> {
    pub(super) fn new(context: &'a Context<'a>) -> Self {
        let case = context.case;
        let claims: Vec<&Claim> = case.claims.iter().filter(|claim| claim.state == ClaimState::Accepted).collect();
        let texts = claims
            .iter()
            .map(|claim| claim.source)
            .collect::<std::collections::BTreeSet<_>>()
            .into_iter()
            .filter_map(|id| case.texts.get(&id).map(|text| (id, plain(text))))
            .collect();
        let facts = case.facts.iter().filter(|fact| fact.state != FactState::Superseded).collect();
        Self { context, facts, matter: Matter::of(context), texts, claims }
    }

    /// `text` with its words bound.
    pub(super) fn bind(&self, text: &str) -> Sentence {
        let mut bonds: Vec<Bond> = Vec::new();
        self.quotations(text, &mut bonds);
        self.figures(text, &mut bonds);
        self.periods(text, &mut bonds);
        self.superlatives(text, &mut bonds);
        self.parties(text, &mut bonds);
        self.values(text, &mut bonds);
        self.answers(text, &mut bonds);
        self.names(text, &mut bonds);
        bonds.sort_by_key(|bond| bond.range.start);
        let mut sentence = Sentence::default();
        let mut at = 0;
        for bond in bonds {
            let (Some(before), Some(words)) = (text.get(at..bond.range.start), text.get(bond.range.clone())) else { continue };
            if !before.is_empty() {
                sentence.parts.push(Inline::plain(before));
            }
            sentence.parts.push(Inline { text: words.to_owned(), binding: Some(bond.binding), note: bond.note });
            at = bond.range.end;
        }
        if let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            sentence.parts.push(Inline::plain(rest));
        }
        sentence
    }

    fn quotations(&self, text: &str, bonds: &mut Vec<Bond>) {
        for found in dossier_grammar::quotations(text) {
            if let Some(claim) = self.quoted(&found.what) {
                add(bonds, found.range, Binding::Quote { claim: claim.id }, true);
            }
        }
    }

    /// The claim that a quotation is taken from: the one whose quote has it, else one of the only source that has it, else the one
    /// whose quote is nearly it.
    fn quoted(&self, quotation: &str) -> Option<&'a Claim> {
        let in_quote = |claim: &&Claim| claim.content.quotes.iter().any(|quote| stands_in(quotation, &plain(&quote.text)));
        if let Some(claim) = self.claims.iter().copied().find(in_quote) {
            return Some(claim);
        }
        let mut sources = self.texts.iter().filter(|(_, text)| stands_in(quotation, text)).map(|(id, _)| *id);
        let words = bag(quotation);
        if words.is_empty() {
            return None;
        }
        let shared = |claim: &Claim| {
            let quote = bag(&claim.content.quotes.first().text);
            words.iter().filter(|word| quote.contains(word)).count()
        };
        if let (Some(source), None) = (sources.next(), sources.next()) {
            return self
                .claims
                .iter()
                .copied()
                .filter(|claim| claim.source == source)
                .max_by_key(|claim| (shared(claim), std::cmp::Reverse(claim.id)));
        }
        let best = self.claims.iter().copied().max_by_key(|claim| (shared(claim), std::cmp::Reverse(claim.id)))?;
        (words.len() >= 3 && shared(best) * LIKE.1 >= words.len() * LIKE.0).then_some(best)
    }

    fn figures(&self, text: &str, bonds: &mut Vec<Bond>) {
        for found in dossier_grammar::figures(text) {
            let end = found.what.unit_words.as_ref().map_or(found.range.end, |unit| unit.end.max(found.range.end));
            if let Some(fact) = self.counted(&found.what.quantity) {
                let said = &found.what.quantity;
                let fits = |held: &Quantity| {
                    same_unit(held.unit.as_deref(), said.unit.as_deref()) && said.interval().contains(&held.interval())
                };
                let binding = self.closest(fact, fact.quantity().is_some_and(|held| fits(&held)), |claim| {
                    claim.content.quantity().is_some_and(|held| fits(&held))
                });
                add(bonds, found.range.start..end, binding, true);
            }
        }
    }

    /// The fact itself where it bears the words; else the claim of it that does, for one report can say less than the fact's leading
    /// one. A headline bears nothing: it drops what its article says.
    fn closest(&self, fact: &Fact, bears: bool, fits: impl Fn(&Claim) -> bool) -> Binding {
        let claim = self.context.case.claims_of(fact).find(|claim| !bears && !claim.content.headline && fits(claim));
        claim.map_or_else(|| bind(fact), |claim| Binding::Quote { claim: claim.id })
    }

    /// The one fact that a figure can be meant for: by unit and value, by unit and range, by value alone.
    fn counted(&self, said: &Quantity) -> Option<&'a Fact> {
        let held: Vec<(&Fact, Quantity)> = self.facts.iter().filter_map(|fact| Some((*fact, fact.quantity()?))).collect();
        let same = |held: &Quantity| held.value == said.value;
        let unit = |held: &Quantity| said.unit.is_some() && same_unit(held.unit.as_deref(), said.unit.as_deref());
        let by = |fits: &dyn Fn(&Quantity) -> bool| {
            self.only(held.iter().filter(|(_, held)| fits(held)).map(|(fact, _)| *fact).collect())
        };
        by(&|held| unit(held) && same(held))
            .or_else(|| by(&|held| unit(held) && held.interval().overlaps(&said.interval())))
            .or_else(|| by(&|held| said.value >= Decimal::TEN && same(held)))
    }

    fn periods(&self, text: &str, bonds: &mut Vec<Bond>) {
        for found in dossier_grammar::periods(text, None) {
            let Some(said) = found.what.edtf else { continue };
            if let Some(fact) = self.dated(&said) {
                let fits = |held: Option<Edtf>| held.is_some_and(|held| said.contains(&held));
                let binding = self.closest(fact, fits(fact.period), |claim| fits(claim.content.period));
                add(bonds, found.range, binding, true);
            }
        }
    }

    fn dated(&self, said: &Edtf) -> Option<&'a Fact> {
        let by = |kinds: &[ClaimKind], fits: &dyn Fn(&Edtf) -> bool| {
            let fits = |fact: &&&Fact| kinds.contains(&fact.kind) && fact.period.is_some_and(|held| fits(&held));
            self.only(self.facts.iter().filter(fits).copied().collect())
        };
        let kinds = [ClaimKind::Period, ClaimKind::Date, ClaimKind::Disclosure];
        let ends = |held: &Edtf| said.contains(held) || held.contains(said);
        by(&kinds[..1], &ends)
            .or_else(|| by(&kinds[..1], &|held| said.overlaps(held)))
            .or_else(|| by(&kinds, &ends))
            .or_else(|| by(ClaimKind::ALL, &ends))
    }

    /// The one fact of `fitting`; of several, the one of the main campaign.
    fn only(&self, fitting: Vec<&'a Fact>) -> Option<&'a Fact> {
        match fitting.as_slice() {
            [one] => Some(one),
            several => {
                let mut main = several.iter().filter(|fact| self.matter.is_main(fact));
                match (main.next(), main.next()) {
                    (Some(one), None) => Some(one),
                    _ => None,
                }
            }
        }
    }

    fn superlatives(&self, text: &str, bonds: &mut Vec<Bond>) {
        for found in dossier_grammar::superlatives(text) {
            let word = found.what.word.to_lowercase();
            let fits = |fact: &&&Fact| {
                fact.kind == ClaimKind::Superlative
                    && fact.value.as_deref().is_some_and(|value| value.to_lowercase().contains(&word))
            };
            if let Some(fact) = self.only(self.facts.iter().filter(fits).copied().collect()) {
                add(bonds, found.range, bind(fact), true);
            }
        }
    }

    /// Parties that words tie to the act, bound to the attribution.
    fn parties(&self, text: &str, bonds: &mut Vec<Bond>) {
        let attributions: Vec<&Fact> =
            self.facts.iter().copied().filter(|fact| fact.kind == ClaimKind::Attribution && fact.rung.is_some()).collect();
        for found in dossier_grammar::rungs(text) {
            let party = found.what.party.clone();
            let Some(at) = text.get(found.range.clone()).and_then(|words| words.rfind(&party)) else { continue };
            let range = found.range.start + at..found.range.start + at + party.len();
            let rung = |fact: &&&Fact, exact: bool| {
                fact.rung
                    .as_ref()
                    .is_some_and(|rung| party::same(&rung.party, &party) && (!exact || rung.nexus == found.what.nexus))
            };
            // Attributions that say the same of the same party are one; the best attested stands for them.
            let best =
                |exact: bool| attributions.iter().filter(|fact| rung(fact, exact)).max_by_key(|fact| fact.claims.len()).copied();
            let fact = best(true).or_else(|| best(false)).or_else(|| self.only(attributions.clone()));
            if let Some(fact) = fact {
                add(bonds, range, bind(fact), true);
            }
        }
    }

    /// Capabilities, methods and techniques that the sentence names as a fact does.
    fn values(&self, text: &str, bonds: &mut Vec<Bond>) {
        let lower = text.to_lowercase();
        if lower.len() != text.len() {
            return;
        }
        for fact in &self.facts {
            if !matches!(fact.kind, ClaimKind::Capability | ClaimKind::Method | ClaimKind::Technique) {
                continue;
            }
            let Some(value) = fact.value.as_deref().map(str::to_lowercase).filter(|value| value.len() > 3) else { continue };
            if let Some(at) = lower.find(&value) {
                add(bonds, at..at + value.len(), bind(fact), true);
            }
        }
    }

    /// Words about the accused's answer and about verification, bound where one fact speaks of it.
    fn answers(&self, text: &str, bonds: &mut Vec<Bond>) {
        let lower = text.to_lowercase();
        for (kind, words) in [
            (ClaimKind::Response, ["respond", "denied", "denies", "declined", "comment"].as_slice()),
            (ClaimKind::Verification, ["verified", "verification", "confirmed"].as_slice()),
        ] {
            let Some(at) = words.iter().filter_map(|word| lower.find(word)).min() else { continue };
            let end = lower
                .get(at..)
                .and_then(|rest| rest.find(|c: char| !c.is_alphabetic()))
                .map_or(lower.len(), |length| at + length);
            let facts: Vec<&Fact> = self.facts.iter().copied().filter(|fact| fact.kind == kind).collect();
            if let Some(fact) = self.only(facts).filter(|_| lower.len() == text.len()) {
                add(bonds, at..end, bind(fact), true);
            }
        }
    }

    fn names(&self, text: &str, bonds: &mut Vec<Bond>) {
        for found in dossier_grammar::names(text) {
            let name = &found.what.text;
            let party =
                self.facts.iter().copied().find(|fact| fact.kind == ClaimKind::Party && fact.subject.eq_ignore_ascii_case(name));
            let mut outlets =
                self.context.case.sources.iter().filter(|source| source.publisher.as_deref() == Some(name.as_str()));
            let binding = match (party, outlets.next(), outlets.next()) {
                (Some(fact), _, _) => bind(fact),
                (None, Some(source), None) => Binding::Source { source: source.id },
                _ => continue,
            };
            add(bonds, found.range, binding, false);
        }
    }
}

/// Adds a bond, unless some of its words are bound already.
fn add(bonds: &mut Vec<Bond>, range: Range<usize>, binding: Binding, note: bool) {
    let free = bonds.iter().all(|bond| bond.range.end <= range.start || range.end <= bond.range.start);
    if free && !range.is_empty() {
        bonds.push(Bond { range, binding, note });
    }
}

/// The words of a text that tell it apart, in lower case.
fn bag(text: &str) -> Vec<String> {
    plain(text).to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 2).map(str::to_owned).collect()
}
