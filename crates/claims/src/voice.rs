//! Who says a claim and how surely: the chain of speakers of a sentence, and the hedge of one of its clauses.

use crate::document::{Cast, PASSIVE, short_name};
use crate::page::{Page, Sentence};
use crate::pattern::patterns;
use crate::propose::About;
use dossier_grammar as grammar;
use dossier_model::{Hedge, Speaker, SpeakerRole};
use std::ops::Range;

patterns! {
    ALLEGES = r"(?i)\b(?:attribut(?:es|ed)|accus(?:es|ed|ing|ation|ations)|alleg\w+|claim(?:s|ed)? that|claim(?:s|ed)\b)";
    ACTIVE = r"(?i)\b(?:has |have |had )?(?:similarly |also |repeatedly )*(?:accus(?:es|ed)|alleg(?:es|ed)|claim(?:s|ed)|attribut(?:es|ed))\b";
    /// A common noun that stands for the accuser: "the company", "its letter", "the San Francisco-based startup".
    STANDS_FOR = r"(?i)^(?:it|its\s.*|they|she|he|(?:the\s+)?(?:[\w.’'-]+\s+){0,4}(?:company|firm|startup|start-up|lab|laboratory|developer|maker|group|agency|indictment|letter|report|post|complaint|plaintiff|government|prosecutors?))$";
    /// A beginning that goes on with what was said before.
    GOES_ON = r"(?i)^(?:it|they|this|these|those|that|such|the (?:campaign|effort|operation|attacks?|activity|accounts|company|firm|operators))\b";
    DOCUMENT = r"(?i)\b(?:letter|report|memo|memorandum|post|announcement|filing|indictment|complaint|statement|document|blog)\b";
}

/// What a claim is about, for its hedge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Matter {
    /// What the accused did: an accuser's word is an allegation.
    Campaign,
    /// Anything else that the sentence says.
    Told,
    /// What a party said, asked for or sent: the sentence itself is the record of it, unless it passes it on.
    Record,
}

/// The chain of who says what `sentence` says, the outermost first. `before` is the chain of the sentence before it in the block.
pub(crate) fn chain(sentence: &Sentence, before: &[Speaker], cast: &Cast, about: &About<'_>) -> Vec<Speaker> {
    let mut chain: Vec<Speaker> = Vec::new();
    if let Some(publisher) = about.publisher {
        chain.push(Speaker { name: publisher.to_owned(), role: SpeakerRole::Outlet, words: None });
    }
    let outer = chain.len();
    for found in &sentence.speakers {
        let speaker = resolved(&found.what, cast);
        // "X accused of": X does not speak.
        let blamed = speaker.role == SpeakerRole::Party
            && cast.accused.iter().any(|one| one.name == speaker.name)
            && PASSIVE
                .find_iter(&sentence.text)
                .any(|passive| found.range.start <= passive.end() && passive.start() <= found.range.end + 8);
        if blamed {
            continue;
        }
        let known = chain.iter_mut().find(|known| bare(&known.name) == bare(&speaker.name));
        match known {
            Some(known) if known.words.is_none() => known.words = speaker.words,
            Some(_) => {}
            None => chain.push(speaker),
        }
    }
    let Some(accuser) = &cast.accuser else { return chain };
    let names_nobody = chain.len() == outer;
    let ends_in_party = chain.iter().skip(outer).any(|speaker| speaker.role == SpeakerRole::Party);
    let of_accuser = |speaker: &Speaker| speaker.role == SpeakerRole::Document && speaks_for(&speaker.name, accuser);
    let in_its_document = chain.iter().skip(outer).any(of_accuser);
    let alleges =
        sentence.hedge.what != Hedge::Opinion && (sentence.hedge.what == Hedge::Alleged || ALLEGES.is_match(&sentence.text));
    let goes_on =
        names_nobody && GOES_ON.is_match(&sentence.text) && before.last().is_some_and(|last| cast.is_accuser(&last.name));
    let other = if ends_in_party { None } else { other_accuser(sentence, cast) };
    let ends_in_party = ends_in_party || other.is_some();
    chain.extend(other);
    if !ends_in_party && (sentence.row.is_some() || alleges || goes_on || in_its_document) {
        chain.push(Speaker { name: accuser.clone(), role: SpeakerRole::Party, words: None });
    }
    chain
}

/// Somebody else than the document's accuser who accuses in this sentence: "Norrland has similarly accused ...".
fn other_accuser(sentence: &Sentence, cast: &Cast) -> Option<Speaker> {
    let verb = ACTIVE.find(&sentence.text)?;
    let name = sentence.name_before(verb.start(), 2)?;
    let short = short_name(&name.what.text);
    if cast.is_accuser(&short) || cast.accused.iter().any(|one| one.name == short) {
        return None;
    }
    Some(Speaker { name: short, role: SpeakerRole::Party, words: Some(sentence.words(name.range.start..verb.end()).to_owned()) })
}

/// Whether a document is the accuser's: it bears the name, or is "its letter".
fn speaks_for(document: &str, accuser: &str) -> bool {
    document.contains(accuser) || STANDS_FOR.is_match(document)
}

/// An outlet's name without its article.
pub(crate) fn bare(name: &str) -> &str {
    name.strip_prefix("The ").or_else(|| name.strip_prefix("the ")).unwrap_or(name)
}

/// A speaker by its own name: what stands for the accuser is the accuser.
fn resolved(speaker: &Speaker, cast: &Cast) -> Speaker {
    let name = match speaker.role {
        SpeakerRole::Party if STANDS_FOR.is_match(&speaker.name) => cast.accuser.clone().unwrap_or_else(|| speaker.name.clone()),
        SpeakerRole::Party => short_name(&speaker.name),
        SpeakerRole::Outlet | SpeakerRole::Document | SpeakerRole::Witness => speaker.name.clone(),
    };
    let role = if speaker.role == SpeakerRole::Party && !cast.is_accuser(&name) && DOCUMENT.is_match(&name) {
        SpeakerRole::Document
    } else {
        speaker.role
    };
    Speaker { name, role, words: speaker.words.clone() }
}

/// Gives every sentence its chain.
pub(crate) fn attribute(page: &mut Page<'_>, cast: &Cast, about: &About<'_>) {
    for passage in &mut page.passages {
        let mut before: Vec<Speaker> = Vec::new();
        for sentence in &mut passage.sentences {
            sentence.chain = chain(sentence, &before, cast, about);
            before.clone_from(&sentence.chain);
        }
    }
}

/// The hedge of what stands at `range` of `sentence`.
pub(crate) fn hedge_at(sentence: &Sentence, range: &Range<usize>, matter: Matter, cast: &Cast) -> Hedge {
    let passes_on = sentence.chain.iter().any(|speaker| {
        speaker.words.is_some()
            && matches!(speaker.role, SpeakerRole::Outlet | SpeakerRole::Witness)
            && !cast.is_accuser(&speaker.name)
    });
    if matter == Matter::Record {
        return if passes_on { Hedge::Reported } else { Hedge::Asserted };
    }
    let clause = sentence.clause(range.clone());
    let own = grammar::hedge(sentence.words(clause.clone())).what;
    let whole = &sentence.hedge;
    let elsewhere = is_modal(whole.what) && (whole.range.end <= clause.start || clause.end <= whole.range.start);
    let told = if sentence.chain.iter().any(|speaker| speaker.words.is_some()) { Hedge::Reported } else { Hedge::Asserted };
    let hedge = match own {
        Hedge::Asserted if elsewhere => told,
        Hedge::Asserted => whole.what,
        own => own,
    };
    let alleged_before = ALLEGES.find(&sentence.text).is_some_and(|word| word.start() < range.end);
    // A modal word of another thought: "sanctions are planned after X accused Y of ...".
    let modal_within = is_modal(hedge) && is_modal(grammar::hedge(sentence.words(range.clone())).what);
    if matter == Matter::Campaign && is_modal(hedge) && !modal_within && alleged_before {
        return Hedge::Alleged;
    }
    if matter != Matter::Campaign || hedge < Hedge::Alleged || hedge == Hedge::Confirmed {
        return hedge;
    }
    let by_accuser = sentence.chain.iter().any(|speaker| speaker.words.is_some() && cast.is_accuser(&speaker.name));
    let goes_on = GOES_ON.is_match(&sentence.text) && sentence.chain.last().is_some_and(|last| cast.is_accuser(&last.name));
    let in_headline =
        sentence.headline && !cast.accused.is_empty() && !cast.accused_in(sentence).is_empty() && cast.accuser.is_some();
    let in_table = sentence.row.is_some() && cast.accuser.is_some();
    if in_table || alleged_before || by_accuser || goes_on || in_headline { Hedge::Alleged } else { hedge }
}

/// Hedges that a word of one clause gives to that clause alone.
fn is_modal(hedge: Hedge) -> bool {
    matches!(hedge, Hedge::Opinion | Hedge::Forecast | Hedge::Planned | Hedge::Conditional | Hedge::Disputed | Hedge::Denied)
}
