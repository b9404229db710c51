//! Who says a claim and how surely: the chain of speakers of a sentence, and the hedge of one of its clauses.

use crate::accusation::PASSIVE;
use crate::document::{Cast, same_party, short_name};
use crate::page::{Page, Sentence, transcript_label};
use crate::pattern::patterns;
use crate::propose::About;
use dossier_grammar as grammar;
use dossier_model::{Hedge, Speaker, SpeakerRole};
use std::ops::Range;

patterns! {
    ALLEGES = r"(?i)\b(?:attribut(?:es|ed)|accus(?:es|ed|ing|ation|ations)|alleg\w+|claim(?:s|ed)? that|claim(?:s|ed)\b)";
    ACTIVE = r"(?i)\b(?:has |have |had )?(?:similarly |also |repeatedly )*(?:accus(?:es|ed)|alleg(?:es|ed)|claim(?:s|ed)|attribut(?:es|ed))\b";
    /// A common noun that stands for the accuser: "the company", "its letter", "the San Francisco-based startup".
    STANDS_FOR = r"(?i)^(?:it|its\s.*|they|she|he|(?:the\s+)?(?:[\w.’'-]+\s+){0,4}(?:company|firm|startup|start-up|upstart|lab|laboratory|developer|maker|giant|provider|group|agency|indictment|letter|report|post|complaint|plaintiff|government|prosecutors?))$";
    /// A beginning that goes on with what was said before.
    GOES_ON = r"(?i)^(?:it|they|he|she|this|these|those|that|such|the (?:campaign|effort|operation|attacks?|activity|accounts|company|firm|operators|scheme|defendants|pair|trio|men|women|group|two|three|conspirators|network))\b";
    DOCUMENT = r"(?i)\b(?:letter|report|memo|memorandum|post|announcement|filing|indictment|complaint|statement|document|blog)\b";
    /// Who accuses by office, and the papers in which they do.
    PROSECUTION = r"(?i)\b(?:prosecutors?|indictment|complaint|lawsuit|charging\s+documents?|court\s+(?:documents?|papers|filings?|records)|charge\s+sheet|affidavit|information|plaintiffs?|attorney[’']?s?\s+office|attorney|investigators|grand\s+jury|Department of Justice|Justice Department|DOJ|FBI|F\.B\.I\.|police|OFAC|Treasury|authorities|agents)\b";
    /// Words by which a view of who did it is an accusation still.
    SUSPECTS = r"(?i)^(?:believe[sd]?|thinks?|argue[sd]?|believed)$";
    /// Where the reach of a word of speech ends.
    BREAK = r"(?i);|\bbut\b|,\s+(?:although|though|whereas|while)\b|\s[—–]\s";
    RELATIVE_BREAK = r"(?i);|\bbut\b|,\s+(?:although|though|whereas|while|which|who|whose|and)\b|\s[—–]\s";
    /// ", Halden said", "according to Halden", behind what it governs.
    TRAILING = r"(?i)^(?:[”\x22’']|,|\s|\)|[\w\s.’'“”\x22-]|,\d|\([^)]*\))*$";
    CONFIRMING = r"(?i)^(?:convict|pleaded|pleads|plead|pled|admit|acknowledg|conceded|.*guilty|.*liable|.*\b(?:found|ruled|held|concluded|determined))";
    PROSECUTION_SAYS = r"(?i)\b(?:prosecutors?|indictment|complaint|court\s+(?:documents?|papers|filings?|records)|affidavit)\b[^.;]{0,60}\b(?:said|says?|alleged|alleges?|stated?|show|according)|according\s+to\s+(?:\S+\s+){0,4}(?:prosecutors?|indictment|complaint|court|affidavit|documents)";
    /// A speaker who is only a pronoun: whoever spoke before.
    PRONOUN_SAYS = r"(?i)\b(?:it|he|she|they|the\s+(?:letter|complaint|indictment|report|filing|memo|post))\s+(?:also\s+|further\s+|later\s+|then\s+)*(?:says?|said|alleges?|alleged|adds|added|wrote|writes|claims|claimed|told|estimates|estimated|warned|noted)\b";
    /// "12,000 servers, a figure that the company disputes".
    CONTESTED = r"(?i)^[^;.,]{0,40},\s+(?:a\s+)?(?:figure|number|sum|count|claim|account|total|charge)\s+(?:that|which)\s+[^.;,]{1,50}\b(?:disputes?|contests?|denies|deny|rejects?)\b";
    TITLE = r"^(?:(?:U\.S\.|Assistant|Deputy|Acting|Under|State|Former|Commerce|Treasury|Defense|Federal)\s+)*(?:Sen\.|Senator|Rep\.|Representative|Congress(?:man|woman)|President|Secretary|Undersecretary|Director|Attorney(?:\s+General)?|Judge|Justice|Minister|Commissioner|Chair(?:man|woman)?|Spokes(?:man|woman|person)|CEO|Chief\s+Executive|Analyst|Officer|Ambassador|Governor|Mr\.|Ms\.|Mrs\.|Dr\.)\s+(?:of\s+(?:the\s+)?\p{Lu}\w+\s+)?";
    OWNER = r"^\p{Lu}[\w.&-]*(?:\s\p{Lu}[\w.&-]*)?['’]s\s+";
    STATEMENT = r"(?i)\b(?:press\s+release|release|statement|interview|e-?mail|news\s+conference|testimony|announcement)$";
    OPEN_LETTER = r"(?i)^(?:(?:the|a|an|its|open|same|public|recent|detailed|blog|\d+-page)\s+)*(?:letter|complaint|memo|post|blog)$";
    CRIMINALS = r"(?i)\b(?:criminals|hackers|attackers|intruders|group|gang|crew)$";
    /// Passive words of attribution: somebody says so.
    ATTRIBUTED = r"(?i)\b(?:been|is|are|was|were)\s+(?:\w+ly\s+|also\s+)?(?:attributed|traced|tied|linked)\s+(?:to|back)\b";
    /// Papers and people that only pass on.
    PASSES_ON = r"(?i)\b(?:records?|evidence|logs?|files|emails?|messages|invoices|testimony|people|sources?|survey|study|paper)\b";
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
        // "The Ledger" is "The Eastmoor Ledger" that prints it.
        let own = |known: &Speaker| {
            known.words.is_none() && speaker.role == SpeakerRole::Outlet && known.name.ends_with(bare(&speaker.name))
        };
        let known = chain.iter_mut().find(|known| bare(&known.name) == bare(&speaker.name) || own(known));
        match known {
            Some(known) if known.words.is_none() => known.words = speaker.words,
            Some(_) => {}
            None => chain.push(speaker),
        }
    }
    // A statement only carries its party's words; a letter or a complaint is a source of its own.
    if chain.iter().skip(outer).any(|speaker| speaker.role == SpeakerRole::Party) {
        chain.retain(|speaker| speaker.role != SpeakerRole::Document || !STATEMENT.is_match(&speaker.name));
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
        && same_block
        && GOES_ON.is_match(&sentence.text)
        && before.last().is_some_and(|last| cast.is_accuser(&last.name));
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
            passage.sentences[at].chain = found;
        }
    }
}

/// Whether the words before a verb make what it tells a thing that is asked for, planned or possible.
pub(crate) fn is_possible(before: &str) -> bool {
    POSSIBLE.is_match(before)
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
    let mut weakest = Hedge::Asserted;
    let mut confirmed = false;
    for found in grammar::hedges(&sentence.text) {
        let word = sentence.words(found.range.clone());
        if !governs(sentence, &found, word, range) {
            continue;
        }
        let hedge = match found.what {
            Hedge::Confirmed => {
                confirmed |= CONFIRMING.is_match(word);
                continue;
            }
            // Who suspects somebody of a deed alleges it.
            Hedge::Opinion if matter == Matter::Campaign && SUSPECTS.is_match(word) => Hedge::Alleged,
            // What the accused themselves claim, they only say.
            Hedge::Alleged if word.to_lowercase().starts_with("claim") && by_accused(sentence, found.range.start, cast) => {
                Hedge::Reported
            }
            hedge => hedge,
        };
        weakest = weakest.min(hedge);
    }
    if CONTESTED.is_match(sentence.words(range.end..sentence.text.len())) {
        return Hedge::Disputed;
    }
    if sentence.spoken || sentence.chain.iter().any(|speaker| speaker.words.is_some()) && PRONOUN_SAYS.is_match(&sentence.text) {
        weakest = weakest.min(Hedge::Reported);
    }
    if matter == Matter::Campaign && cast.author.is_none() && weakest > Hedge::Alleged && ATTRIBUTED.is_match(&sentence.text) {
        weakest = Hedge::Alleged;
    }
    if confirmed && weakest >= Hedge::Alleged {
        return Hedge::Confirmed;
    }
    if weakest == Hedge::Reported && own_word(sentence, cast) {
        weakest = Hedge::Asserted;
    }
    if matter != Matter::Campaign || weakest < Hedge::Reported {
        return weakest;
    }
    if weakest == Hedge::Reported {
        return if accuses(sentence, cast) { Hedge::Alleged } else { Hedge::Reported };
    }
    let goes_on = !sentence.headline
        && GOES_ON.is_match(&sentence.text)
        && sentence.chain.last().is_some_and(|last| cast.is_accuser(&last.name) && last.words.is_none())
        && cast.author.is_none();
    let in_table = sentence.row.is_some() && cast.accuser.is_some() && cast.author.is_none();
    if in_table || goes_on { Hedge::Alleged } else { weakest }
}

/// Whether the subject of the verb at `at` is an accused, named or not.
fn by_accused(sentence: &Sentence, at: usize, cast: &Cast) -> bool {
    let subject = sentence.words(0..at).trim_end();
    let near = |name: &str| subject.ends_with(name);
    CRIMINALS.is_match(subject) || cast.accused.iter().any(|one| near(&one.name))
}

/// Whether the publisher itself is the one who says it: what it says in its own text it asserts.
fn own_word(sentence: &Sentence, cast: &Cast) -> bool {
    let Some(author) = &cast.author else { return false };
    let author = short_name(author);
    let mut named = sentence.chain.iter().filter(|speaker| speaker.words.is_some()).peekable();
    named.peek().is_some() && named.all(|speaker| same_party(&short_name(&speaker.name), &author))
}

/// Whether those who say it accuse: the accuser, prosecutors, an indictment, or anybody who tells of a named accused at first hand.
fn accuses(sentence: &Sentence, cast: &Cast) -> bool {
    let by_office = |speaker: &Speaker| cast.is_accuser(&speaker.name) || PROSECUTION.is_match(&speaker.name);
    if sentence.chain.iter().any(by_office) || PROSECUTION_SAYS.is_match(&sentence.text) {
        return true;
    }
    let blames = !cast.accused_in(sentence).is_empty() || sentence.spoken && !cast.accused.is_empty();
    let at_first_hand = |speaker: &Speaker| {
        let own = short_name(&speaker.name);
        speaker.role == SpeakerRole::Party
            && speaker.words.is_some()
            && !cast.accused.iter().any(|one| same_party(&one.name, &own))
            && !PASSES_ON.is_match(&own)
            && !CRIMINALS.is_match(&own)
    };
    let unnamed = PRONOUN_SAYS.is_match(&sentence.text) && !sentence.chain.iter().any(|speaker| speaker.words.is_some());
    blames && (sentence.chain.iter().any(at_first_hand) || unnamed)
}

/// Whether the words of `found` govern what stands at `range`.
fn governs(sentence: &Sentence, found: &grammar::Found<Hedge>, word: &str, range: &Range<usize>) -> bool {
    if found.range.start >= range.start && found.range.end <= range.end {
        return true;
    }
    let between = |from: usize, to: usize| sentence.words(from.min(to)..to);
    let before = found.range.end <= range.start;
    let gap = if before { between(found.range.end, range.start) } else { between(range.end, found.range.start) };
    match found.what {
        // Words of one clause.
        // A view stated once covers its sentence; so does "would", to its right.
        Hedge::Opinion if word.contains(' ') => !BREAK.is_match(gap),
        Hedge::Conditional if before && word == "would" => !RELATIVE_BREAK.is_match(gap),
        Hedge::Opinion | Hedge::Forecast | Hedge::Conditional | Hedge::Planned => {
            let clause = sentence.clause(found.range.clone());
            clause.start < range.end && range.start < clause.end && !(before && BREAK.is_match(gap))
        }
        Hedge::Denied | Hedge::Disputed => before && !RELATIVE_BREAK.is_match(gap) && gap.len() < 160,
        Hedge::Confirmed => before && !RELATIVE_BREAK.is_match(gap) || !before && gap.len() < 40,
        Hedge::Alleged if is_adverb(word) => {
            let clause = sentence.clause(found.range.clone());
            if before {
                !RELATIVE_BREAK.is_match(gap)
            } else {
                clause.start < range.end && range.start < clause.end
                    || word.ends_with("ly")
                        && !BREAK.is_match(gap)
                        && !RELATIVE_BREAK.is_match(gap.trim_start_matches([',', ' ']))
            }
        }
        Hedge::Alleged | Hedge::Reported | Hedge::Asserted => {
            if before {
                !BREAK.is_match(gap)
            } else {
                {
                    // At its end, "according to the indictment" covers the whole sentence, "while" and all.
                    let last = sentence.text.len() - found.range.end < 60;
                    TRAILING.is_match(gap) && (!BREAK.is_match(gap) || last && !gap.contains(';') && !gap.contains(" but "))
                }
            }
        }
    }
}

/// "allegedly", "suspected": words that stand by what they weaken.
fn is_adverb(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "allegedly" | "alleged" | "suspected" | "purported" | "purportedly" | "supposedly" | "ostensibly" | "believed"
    )
}
