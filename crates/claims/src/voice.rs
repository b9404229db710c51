//! Who says a claim: the chain of speakers of each sentence. How surely is told by `sureness`.

use crate::accusation::{LAYS_OPEN, PASSIVE};
use crate::document::{Cast, same_party, short_name};
use crate::lexicon::CAMPAIGN_UNITS;
use crate::page::{Page, Sentence, transcript_label};
use crate::pattern::patterns;
use crate::propose::About;
use dossier_grammar::{Figure, Found, NameKind};
use dossier_model::{Hedge, Speaker, SpeakerRole};

mod sureness;

pub(crate) use sureness::{ADJUNCT, hedge_at};

patterns! {
    ALLEGES = r"(?i)\b(?:attribut(?:es|ed)|accus(?:es|ed|ing|ation|ations)|alleg\w+|claim(?:s|ed)? that|claim(?:s|ed)\b)";
    ACTIVE = r"(?i)\b(?:has |have |had )?(?:similarly |also |repeatedly )*(?:accus(?:es|ed)|alleg(?:es|ed)|claim(?:s|ed)|attribut(?:es|ed))\b";
    /// A common noun that stands for the accuser: "the company", "its letter", "the San Francisco-based startup".
    STANDS_FOR = r"(?i)^(?:it|its\s.*|they|she|he|(?:the\s+)?(?:[\w.’'-]+\s+){0,4}(?:company|firm|startup|start-up|upstart|lab|laboratory|developer|maker|giant|provider|group|agency|indictment|letter|report|post|complaint|plaintiff|government|prosecutors?))$";
    /// A beginning that goes on with what was said before.
    GOES_ON = r"(?i)^(?:(?:between|from|in|since|during|by|over|at|after)\s[^,;]{3,40},\s+)?(?:it|they|he|she|this|these|those|that|such|the (?:campaign|effort|operation|attacks?|activity|accounts|company|firm|operators|scheme|defendants|pair|trio|men|women|group|two|three|conspirators|network))\b";
    /// What the case is made of: a sentence that begins with it goes on about the case, wherever it stands.
    OF_CASE = r"(?i)^the\s+(?:labs?|laboratories|operators|campaigns?|activity|accounts|hackers|attackers|intruders|requests|prompts|exchanges|proxies|scheme)\b";
    /// What somebody prints who cites others.
    PRINTS = r"(?i)\breport(?:ed|s)$";
    DOCUMENT = r"(?i)\b(?:letter|report|memo|memorandum|post|announcement|filing|indictment|complaint|statement|document|blog|disclosures?|advisory|bulletin)\b";
    /// Who accuses by office, and the papers in which they do.
    PROSECUTION = r"(?i)\b(?:prosecutors?|indictment|complaint|lawsuit|charging\s+documents?|court\s+(?:documents?|papers|filings?|records)|charge\s+sheet|affidavit|criminal\s+information|plaintiffs?|attorney[’']?s?\s+office|attorney|investigators|grand\s+jury|Department of Justice|Justice Department|DOJ|FBI|F\.B\.I\.|police|OFAC|Treasury|authorities|agents)\b";
    /// A speaker who is only a pronoun: whoever spoke before.
    PRONOUN_SAYS = r"(?i)\b(?:it|he|she|they|the\s+(?:letter|complaint|indictment|report|filing|memo|post))\s+(?:also\s+|further\s+|later\s+|then\s+)*(?:says?|said|alleges?|alleged|adds|added|wrote|writes|claims|claimed|told|estimates|estimated|warned|noted)\b";
    TITLE = r"^(?:(?:U\.S\.|Assistant|Deputy|Acting|Under|State|Former|Commerce|Treasury|Defense|Federal)\s+)*(?:Sen\.|Senator|Rep\.|Representative|Congress(?:man|woman)|President|Secretary|Undersecretary|Director|Attorney(?:\s+General)?|Judge|Justice|Minister|Commissioner|Chair(?:man|woman)?|Spokes(?:man|woman|person)|CEO|Chief\s+Executive|Analyst|Officer|Ambassador|Governor|Mr\.|Ms\.|Mrs\.|Dr\.)\s+(?:of\s+(?:the\s+)?\p{Lu}\w+\s+)?";
    OWNER = r"^\p{Lu}[\w.&-]*(?:\s\p{Lu}[\w.&-]*)?['’]s\s+";
    CHARGES = r"(?i)\b(?:alleged\s+(?:[\w-]+\s+){0,3}violations?|(?:settle|resolve)(?:d|s)?\s+(?:[\w-]+\s+){0,2}(?:allegations|charges|claims)|settlements?\s+with|charged|indicted|indictment|charges\s+against|prosecutors\s+(?:allege|say|said|accuse)|(?:according\s+to|in)\s+(?:[\w-]+\s+){0,3}(?:court\s+(?:documents?|papers|filings?|records)|complaint|affidavit))";
    pub(crate) VERDICT = r"(?i)\b(?:convicted|(?:plead(?:s|ed)?|pled|found)\s+guilty|sentenced|acquitted|jury\s+found)\b";
    COMPANY = r"(?i)^(?:the\s+)?(?:company|firm|startup|start-up|lab|developer)$";
    STATEMENT = r"(?i)\b(?:press\s+release|release|statement|interview|e-?mail|news\s+conference|testimony|announcement)$";
    OPEN_LETTER = r"(?i)^(?:(?:the|a|an|its|open|same|public|recent|detailed|blog|\d+-page)\s+)*(?:letter|complaint|memo|post|blog)$";
    POSSIBLE = r"(?i)\b(?:would|could|may|might|can|should|must|will|plans?\s+to|planned\s+to|intends?\s+to|asked\s+\S+\s+to|urged|wants?|calls?\s+for|called\s+for|if|unless|preparing|considering|proposes?|to)\s*(?:\w+\s+){0,2}$";
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

/// The chain of who says what `sentence` says, the outermost first. `before` is the chain of the
/// last sentence that had one, `same_block` whether that stands in the same block.
pub(crate) fn chain(sentence: &Sentence, before: &[Speaker], same_block: bool, cast: &Cast, about: &About<'_>) -> Vec<Speaker> {
    let mut chain: Vec<Speaker> = Vec::new();
    if let Some(publisher) = about.publisher {
        chain.push(Speaker { name: publisher.to_owned(), role: SpeakerRole::Outlet, words: None });
    }
    let outer = chain.len();
    let cites = sentence.speakers.iter().any(|found| found.what.role == SpeakerRole::Witness);
    for found in &sentence.speakers {
        let mut speaker = resolved(&found.what, cast);
        // "the company" of a text that accuses nobody is whoever spoke last.
        if cast.accuser.is_none()
            && speaker.role == SpeakerRole::Party
            && COMPANY.is_match(&speaker.name)
            && let Some(last) = before.iter().rfind(|last| last.role == SpeakerRole::Party && last.words.is_some())
        {
            speaker.name.clone_from(&last.name);
        }
        // "The Ledger reported, citing people": who reports so is an outlet.
        if cites && speaker.role == SpeakerRole::Party && speaker.words.as_deref().is_some_and(|words| PRINTS.is_match(words)) {
            speaker.role = SpeakerRole::Outlet;
        }
        // "X accused of": X does not speak.
        let blamed = speaker.role == SpeakerRole::Party
            && cast.accused.iter().any(|one| one.name == speaker.name)
            && PASSIVE
                .find_iter(&sentence.text)
                .any(|passive| found.range.start <= passive.end() && passive.start() <= found.range.end + 8);
        if blamed {
            continue;
        }
        // "The Ledger" is "The Eastmoor Ledger" that prints it.
        let own = |known: &Speaker| {
            known.words.is_none() && speaker.role == SpeakerRole::Outlet && same_outlet(&known.name, bare(&speaker.name))
        };
        let known = chain.iter_mut().find(|known| bare(&known.name) == bare(&speaker.name) || own(known));
        match known {
            Some(known) if known.words.is_none() => known.words = speaker.words,
            Some(_) => {}
            None => chain.push(speaker),
        }
    }
    chain[outer..].sort_by_key(|speaker| speaker.role != SpeakerRole::Outlet);
    // A statement only carries its party's words; a letter or a complaint is a source of its own.
    if chain.iter().skip(outer).any(|speaker| speaker.role == SpeakerRole::Party) {
        chain.retain(|speaker| speaker.role != SpeakerRole::Document || !STATEMENT.is_match(&speaker.name));
    }
    if chain.len() == outer {
        chain.extend(discloser(sentence, cast, about));
    }
    let names_nobody = chain.len() == outer;
    if names_nobody
        && (sentence.spoken || PRONOUN_SAYS.is_match(&sentence.text))
        && before.iter().any(|speaker| speaker.words.is_some())
    {
        chain.extend(before.iter().filter(|speaker| speaker.words.is_some()).cloned());
        return chain;
    }
    let Some(accuser) = &cast.accuser else { return chain };
    let ends_in_party = chain.iter().skip(outer).any(|speaker| speaker.role == SpeakerRole::Party);
    let of_accuser = |speaker: &Speaker| {
        speaker.role == SpeakerRole::Document && (speaks_for(&speaker.name, accuser) || OPEN_LETTER.is_match(&speaker.name))
    };
    let in_its_document = chain.iter().skip(outer).any(of_accuser);
    let alleges =
        sentence.hedge.what != Hedge::Opinion && (sentence.hedge.what == Hedge::Alleged || ALLEGES.is_match(&sentence.text));
    let goes_on = names_nobody
        && !sentence.headline
        && !matches!(sentence.hedge.what, Hedge::Forecast | Hedge::Planned)
        && (same_block && GOES_ON.is_match(&sentence.text) || continues(sentence, cast) || begins_with_accused(sentence, cast))
        && before.last().is_some_and(|last| cast.is_accuser(&last.name));
    let other = if ends_in_party { None } else { other_accuser(sentence, cast) };
    let ends_in_party = ends_in_party || other.is_some();
    chain.extend(other);
    if !ends_in_party && (sentence.row.is_some() || alleges || goes_on || in_its_document) {
        chain.push(Speaker { name: accuser.clone(), role: SpeakerRole::Party, words: None });
    }
    chain
}

/// The accuser, who lays open what others did without a word of speech: "Halden disclosed three campaigns that ran 9,000 accounts".
fn discloser(sentence: &Sentence, cast: &Cast, about: &About<'_>) -> Option<Speaker> {
    let accuser = cast.accuser.as_deref().filter(|accuser| cast.author.is_none() && !crate::roles::is_agency(accuser))?;
    let own = about.publisher.is_some_and(|publisher| same_party(accuser, &short_name(publisher)));
    let lays_open = LAYS_OPEN.find(&sentence.text).filter(|_| !own)?;
    let name = sentence.subject_of(lays_open.start(), 1).filter(|name| cast.is_accuser(&name.what.text))?;
    let words = sentence.words(name.range.start..lays_open.end()).trim_end().to_owned();
    Some(Speaker { name: accuser.to_owned(), role: SpeakerRole::Party, words: Some(words) })
}

/// The accuser, where `chain` names nobody behind the outlet and a company or person accuses: what agencies charge, newspapers tell
/// from many mouths.
pub(crate) fn accuser_of(chain: &[Speaker], cast: &Cast) -> Option<Speaker> {
    let alone =
        cast.author.is_none() && chain.iter().all(|speaker| speaker.role == SpeakerRole::Outlet && speaker.words.is_none());
    let accuser = cast.accuser.as_ref().filter(|accuser| alone && !crate::roles::is_agency(accuser))?;
    Some(Speaker { name: accuser.clone(), role: SpeakerRole::Party, words: None })
}

/// Whether two names are one outlet's: "The Ledger" of "The Eastmoor Ledger".
fn same_outlet(long: &str, short: &str) -> bool {
    long.ends_with(short) || bare(long).strip_prefix(short).is_some_and(|rest| rest.starts_with(' '))
}

/// Whether a sentence goes on about the case, also in a block of its own: "The accounts were", "More than 9,000 accounts were".
fn continues(sentence: &Sentence, cast: &Cast) -> bool {
    let counts = || {
        let unit = |figure: &Found<Figure>| {
            figure.what.quantity.unit.as_deref().and_then(|unit| unit.split(' ').next_back().map(str::to_owned))
        };
        let first = sentence.figures.first().filter(|figure| figure.range.start < 16);
        first.and_then(unit).is_some_and(|unit| CAMPAIGN_UNITS.contains(&unit.as_str()))
    };
    !cast.accused.is_empty() && (OF_CASE.is_match(&sentence.text) || counts())
}

/// Whether a sentence goes on about an accused: "Meridian's share came to 3 million", "More than 9,000 of Meridian's accounts".
fn begins_with_accused(sentence: &Sentence, cast: &Cast) -> bool {
    let first = sentence.names.first().filter(|name| name.range.start < 40 && !PRONOUN_SAYS.is_match(&sentence.text));
    first.is_some_and(|name| cast.accused.iter().any(|one| same_party(&one.name, &short_name(&name.what.text))))
}

/// Somebody else than the document's accuser who accuses in this sentence: "Norrland has similarly accused ...".
fn other_accuser(sentence: &Sentence, cast: &Cast) -> Option<Speaker> {
    let verb = ACTIVE.find(&sentence.text)?;
    let name = sentence.name_before(verb.start(), 2).filter(|name| name.what.kind != NameKind::Place)?;
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
        SpeakerRole::Party if STANDS_FOR.is_match(&speaker.name) && !PROSECUTION.is_match(&speaker.name) => {
            cast.accuser.clone().unwrap_or_else(|| speaker.name.clone())
        }
        SpeakerRole::Party => untitled(&short_name(&speaker.name)),
        SpeakerRole::Outlet | SpeakerRole::Document | SpeakerRole::Witness => speaker.name.clone(),
    };
    let role = if speaker.role == SpeakerRole::Party && !cast.is_accuser(&name) && DOCUMENT.is_match(&name) {
        SpeakerRole::Document
    } else {
        speaker.role
    };
    Speaker { name, role, words: speaker.words.clone() }
}

/// A person's name without title and employer: "Judge Dana Ruiz", "Halden's Dana Ruiz".
fn untitled(name: &str) -> String {
    let bare = TITLE.find(name).map_or(name, |title| &name[title.end()..]);
    let own = OWNER.find(bare).map_or(bare, |owner| &bare[owner.end()..]);
    // "Justice Department" bears no title.
    if own.split(' ').count() < 2 { name.to_owned() } else { own.to_owned() }
}

/// Gives every sentence its chain.
pub(crate) fn attribute(page: &mut Page<'_>, cast: &Cast, about: &About<'_>) {
    let full_names: Vec<String> = page
        .passages
        .iter()
        .flat_map(|passage| &passage.sentences)
        .flat_map(|sentence| &sentence.names)
        .map(|name| name.what.text.clone())
        .collect();
    let mut before: Vec<Speaker> = Vec::new();
    let mut charged = false;
    for passage in &mut page.passages {
        if let Some(label) = transcript_label(&passage.text) {
            let name = full_names.iter().find(|name| name.split(' ').count() > 1 && name.to_uppercase().ends_with(label));
            let words = Some(label.to_owned());
            before = vec![Speaker { name: name.cloned().unwrap_or_else(|| label.to_owned()), role: SpeakerRole::Party, words }];
        }
        // Words between quotation marks belong to who speaks next to them: "“One. Two,” Halden said."
        let closing: Vec<Option<Vec<Speaker>>> = passage
            .sentences
            .iter()
            .map(|sentence| (!sentence.speakers.is_empty()).then(|| chain(sentence, &[], true, cast, about)))
            .collect();
        let mut in_passage = transcript_label(&passage.text).is_some();
        for at in 0..passage.sentences.len() {
            let sentence = &passage.sentences[at];
            if sentence.spoken && sentence.speakers.is_empty() && !in_passage {
                let next = closing.iter().skip(at + 1).flatten().next();
                if let Some(next) = next {
                    before.clone_from(next);
                }
            }
            let found = chain(sentence, &before, at > 0, cast, about);
            let speaks = found.iter().any(|speaker| speaker.words.is_some());
            in_passage |= speaks;
            if speaks || !sentence.names.is_empty() {
                before.clone_from(&found);
            }
            let sentence = &mut passage.sentences[at];
            sentence.chain = found;
            sentence.charged = charged;
            charged = (charged || CHARGES.is_match(&sentence.text)) && !VERDICT.is_match(&sentence.text);
        }
    }
}

/// Whether the words before a verb make what it tells a thing that is asked for, planned or possible.
pub(crate) fn is_possible(before: &str) -> bool {
    POSSIBLE.is_match(before)
}
