//! What is known of a case apart from any draft: the texts that bindings answer with, the parties, the fact of each claim. Gathered
//! once, however many sentences are tried against it.

use super::evidence::source_texts;
use super::verbatim::plain;
use crate::write::words;
use crate::{Binding, Context};
use dossier_measures::{Measure, Recipient};
use dossier_model::{ClaimId, ClaimKind, Fact, MeasureId, Office, RecipientId, SourceId};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// What is known of a case.
pub(crate) struct Known<'a> {
    pub(super) context: Context<'a>,
    /// The fact that each claim belongs to.
    pub(super) by_claim: BTreeMap<ClaimId, &'a Fact>,
    /// The parties that the dossier ties to an act, the longest names first.
    pub(super) accused: Vec<String>,
    /// The names of parties that the dossier knows, in lower case.
    parties: BTreeSet<String>,
    office: String,
    recipients: BTreeMap<RecipientId, String>,
    laws: BTreeMap<MeasureId, String>,
    /// Texts of sources without the marks that do not count, as they are asked for.
    sources: RefCell<BTreeMap<SourceId, Rc<str>>>,
}

impl<'a> Known<'a> {
    pub(crate) fn of(context: &Context<'a>) -> Self {
        let case = context.case;
        let by_claim = case.facts.iter().flat_map(|fact| fact.claims.iter().map(move |claim| (*claim, fact))).collect();
        let recipients = context.directory.recipients();
        let laws = context.catalogue.measures().iter().map(|measure| (measure.id.clone(), law(measure, recipients))).collect();
        Self {
            by_claim,
            accused: super::attribution::accused(context),
            parties: parties(context),
            office: ours(context.office),
            recipients: recipients.iter().map(|recipient| (recipient.id.clone(), theirs(recipient))).collect(),
            laws,
            sources: RefCell::new(BTreeMap::new()),
            context: *context,
        }
    }

    /// The fact that a claim belongs to.
    pub(crate) fn fact_of(&self, claim: ClaimId) -> Option<&'a Fact> {
        self.by_claim.get(&claim).copied()
    }

    /// Whether `quotation` stands in the text of `source`.
    pub(super) fn stands_in(&self, quotation: &str, source: SourceId) -> bool {
        let held = self.sources.borrow().get(&source).cloned();
        let text = held.or_else(|| {
            let text: Rc<str> = plain(self.context.case.texts.get(&source)?).into();
            self.sources.borrow_mut().insert(source, Rc::clone(&text));
            Some(text)
        });
        text.is_some_and(|text| super::verbatim::stands_in(quotation, &text))
    }

    /// Whether `words`, in a letter to `to`, are among those that a binding answers with; `None` for facts and computations, which
    /// have rules of their own.
    pub(super) fn bear(&self, binding: &Binding, words: &str, to: &RecipientId) -> Option<bool> {
        let case = self.context.case;
        let words = plain(words).to_lowercase();
        let has = |text: &str| text.contains(&words);
        let in_any = |texts: &[String]| texts.iter().any(|text| has(&plain(text).to_lowercase()));
        Some(match binding {
            Binding::Waiver { .. } => true,
            Binding::Recipient => self.recipients.get(to).is_some_and(|text| has(text)),
            Binding::Office => has(&self.office),
            Binding::Law { measure, .. } => self.laws.get(measure).is_some_and(|text| has(text)),
            Binding::Source { source } => case.source(*source).is_some_and(|source| in_any(&source_texts(source))),
            Binding::Origin { origin } => case.origin(*origin).is_some_and(|origin| {
                let reports = super::single_origin::publications(origin, case).len();
                let counted = words::counted(reports, "publication", "publications");
                in_any(&[origin.name.clone(), reports.to_string(), counted])
            }),
            Binding::Quote { claim } => case.claim(*claim).is_some_and(|claim| {
                let content = &claim.content;
                let mut texts: Vec<String> = content.quotes.iter().map(|quote| quote.text.clone()).collect();
                texts.push(content.subject.clone());
                texts.extend(content.speakers.iter().map(|speaker| speaker.name.clone()));
                texts.extend(case.source(claim.source).map(source_texts).unwrap_or_default());
                in_any(&texts)
            }),
            Binding::Fact { .. } | Binding::Computation { .. } => return None,
        })
    }

    /// Whether `name` is that of the recipient, the office or something in the law, which need no binding.
    pub(super) fn is_ours(&self, name: &str, to: &RecipientId) -> bool {
        let name = plain(name).to_lowercase();
        let name = name.strip_prefix("the ").unwrap_or(&name);
        let recipient = self.recipients.get(to).is_some_and(|text| text.contains(name));
        recipient || self.office.contains(name) || self.laws.values().any(|text| text.contains(name))
    }

    /// Whether `name` is that of a party that the dossier knows, or the beginning of one.
    pub(super) fn is_known_party(&self, name: &str) -> bool {
        let name = name.to_lowercase();
        let longer = |party: &String| party.strip_prefix(&name).is_some_and(|rest| rest.starts_with(' '));
        self.parties.contains(&name) || self.parties.range(name.clone()..).next().is_some_and(longer)
    }
}

fn joined(texts: &[String]) -> String {
    plain(&texts.join(" \n ")).to_lowercase()
}

fn theirs(recipient: &Recipient) -> String {
    let mut texts = vec![recipient.name.clone(), recipient.office.clone(), recipient.salutation(), words::day(recipient.as_of)];
    texts.extend(recipient.address_blocks().into_iter().flatten());
    texts.extend(recipient.powers.iter().map(|power| power.ask.clone()));
    joined(&texts)
}

fn ours(office: &Office) -> String {
    let mut texts: Vec<String> = office.address.clone();
    let parts = [&office.name, &office.letterhead, &office.signatory, &office.signatory_title, &office.contact];
    texts.extend(parts.into_iter().flatten().cloned());
    texts.extend(crate::compose::blanks().map(str::to_owned));
    joined(&texts)
}

/// Everything that the catalogue says of a measure, and the requests for it.
fn law(measure: &Measure, recipients: &[Recipient]) -> String {
    let Measure { name, short_name, authority, citation, decision_maker, standard, consequence, process, status, .. } = measure;
    let parts = [name, short_name, authority, citation, decision_maker, standard, consequence, process, &status.text];
    let mut texts: Vec<String> = parts.into_iter().cloned().collect();
    texts.extend([words::day(status.as_of), status.as_of.to_string()]);
    texts.extend(measure.limits.iter().cloned());
    texts.extend(measure.elements.iter().flat_map(|element| [element.text.clone(), element.citation.clone()]));
    texts.extend(recipients.iter().filter_map(|recipient| recipient.power(&measure.id)).map(|power| power.ask.clone()));
    joined(&texts)
}

/// The names of the parties in the dossier: who is spoken of, who speaks, who is tied to an act.
fn parties(context: &Context<'_>) -> BTreeSet<String> {
    let case = context.case;
    let mut names = BTreeSet::new();
    for fact in &case.facts {
        if fact.kind == ClaimKind::Party {
            names.insert(fact.subject.to_lowercase());
        }
        names.extend(fact.rung.as_ref().map(|rung| rung.party.to_lowercase()));
        if let Some((accused, target)) = fact.subject.split_once(" campaign against ") {
            names.extend([accused.to_lowercase(), target.to_lowercase()]);
        }
    }
    names.extend(case.origins.iter().map(|origin| origin.name.to_lowercase()));
    names.extend(case.sources.iter().filter_map(|source| source.publisher.as_ref()).map(|name| name.to_lowercase()));
    names
}
