//! How surely a claim is said: the hedge of one part of a sentence, by the words that govern it and by who says it.

use super::{GOES_ON, Matter, PRONOUN_SAYS, PROSECUTION, continues};
use crate::document::{Cast, same_party, short_name};
use crate::lexicon::CAMPAIGN_UNITS;
use crate::page::Sentence;
use crate::pattern::patterns;
use dossier_grammar as grammar;
use dossier_model::{ClaimKind, Hedge, Speaker, SpeakerRole};
use std::ops::Range;

patterns! {
    /// Words by which a view of who did it is an accusation still.
    SUSPECTS = r"(?i)^(?:believe[sd]?|thinks?|argue[sd]?|believed)$";
    /// Where the reach of a word of speech ends.
    BREAK = r"(?i);|\bbut\b|,\s+(?:although|though|whereas|while)\b|\s[—–]\s";
    RELATIVE_BREAK = r"(?i);|\bbut\b|,\s+(?:although|though|whereas|while|which|who|whose|and)\b|\s[—–]\s";
    /// ", Halden said", "according to Halden", behind what it governs.
    TRAILING = r"(?i)^(?:[”\x22’']|,|\s|\)|[\w\s.’'“”\x22$€£%&/-]|,\d|\([^)]*\))*$";
    CONFIRMING = r"(?i)^(?:convict|pleaded|pleads|plead|pled|admit|acknowledg|conceded|confirm|.*guilty|.*liable|.*\b(?:found|ruled|held|concluded|determined))";
    PROSECUTION_SAYS = r"(?i)\b(?:prosecutors?|indictment|complaint|court\s+(?:documents?|papers|filings?|records)|affidavit)\b[^.;]{0,60}\b(?:said|says?|alleged|alleges?|stated?|show|according)|according\s+to\s+(?:\S+\s+){0,4}(?:prosecutors?|indictment|complaint|court|affidavit|documents)";
    /// "12,000 servers, a figure that the company disputes".
    CONTESTED = r"(?i)^[^;.,]{0,40},\s+(?:a\s+)?(?:figure|number|sum|count|claim|account|total|charge)\s+(?:that|which)\s+[^.;,]{1,50}\b(?:disputes?|contests?|denies|deny|rejects?)\b";
    CRIMINALS = r"(?i)\b(?:criminals|hackers|attackers|intruders|group|gang|crew)$";
    /// Passive words of attribution: somebody says so.
    ATTRIBUTED = r"(?i)\b(?:been|is|are|was|were)\s+(?:\w+ly\s+|also\s+)?(?:tied|linked)\s+(?:to|back)\b|\b(?:attributed|traced)\s+(?:back\s+)?to\b";
    /// A charge or a sanction, up to the word behind which its reason stands.
    CHARGED_FOR = r"(?i)\b(?:charged|indicted|arrested|indictment|charges)\b[^.;]*?\b(?:for|with|over|who|of)\b";
    SANCTIONED_FOR = r"(?i)\b(?:(?:imposed|announced|issued|placed|slapped|unveiled)\s+(?:[\w-]+\s+){0,3}sanctions|sanctions\s+(?:\w+\s+)?(?:target|hit|cover|name)(?:s|ed|ing)?|(?:sanctioned|designated|blacklisted)(?:\s+(?-i:\p{Lu})|\b))[^.;]*?(?:\b(?:for|over|who|which|that|involved|linked|accused|as)\b|\()";
    /// Officials of a state and what they publish.
    OFFICIAL = r"(?i)\b(?:agency|agencies|department|bureau|ministry|commission|officials?|advisory|advisories|bulletin|administration|White\s+House|Secretary|intelligence\s+services?)\b";
    /// The office of somebody who is named.
    OFFICE = r"\b(?:Director\s+of\s+(?:the\s+)?(?:\p{Lu}\w+)|(?:Under\s?|Deputy\s|Assistant\s)?[Ss]ecretary\b|Attorney\s+General|Minister|Commissioner)";
    /// A company or group that is known by its country alone.
    FIRMS_BY_COUNTRY = r"(?i)\b(?:\p{L}+-based|Chinese|Russian|Iranian|North\s+Korean)\s+(?:[\w-]+\s+){0,3}(?:compan(?:y|ies)|firms?|labs?|laborator(?:y|ies)|developers?|startups?)\b|\bforeign\s+(?:entities|actors|adversaries)\b";
    STATE = r"(?i)\b(?:government|state|ministry|army|intelligence|military|China|Russia|Iran|North\s+Korea|DPRK|PRC)\b";
    THE_ACCUSED = r"(?i)\bthe\s+(?:firms?|compan(?:y|ies)|entities|defendants?|group|pair|trio|men|women|network|conspirators|suspects?)\b";
    INTRUDERS = r"(?i)\b(?:hackers?|attackers?|intruders?|operators|cyber-?criminals)\b";
    INTRUDERS_BY_COUNTRY = r"(?i)\b(?:Chinese|Russian|Iranian|North\s+Korean|foreign|state|[\w]+-(?:affiliated|linked|backed|sponsored|aligned|based))\s+(?:[\w-]+\s+){0,3}(?:hackers?|cyber-?criminals?|attackers?|operatives|spies|entities|groups?|actors?|workers)\b";
    /// "a figure that the company disputes": an aside that contests nothing else.
    ASIDE = r"(?i),\s+(?:a\s+|the\s+)?(?:figure|number|sum|count|claim|account|total|charge)\s+(?:that|which)\s+[^.;,]{1,60}";
    RELATIVE = r"(?i)\s(?:that|which|who|where)\s";
    /// People and bodies that are counted because they were charged or listed.
    TAKEN_AFTER = r"(?i)^\s*(?:(?:from|at|of|in)\s+(?:[\w.]+\s+){1,5})?(?:(?:have|has|had|were|was|are|been|also|now)\s+)*(?:arrested|charged|indicted|sanctioned|designated|detained)\b";
    TAKEN_BEFORE = r"(?i)\b(?:charg(?:ed|es|ing)|indicted|arrested|sanctioned|designated|sanctions\s+(?:on|against)|charges\s+against)\s+(?:(?:an?|the|\w+|and|[\w.]+)\s+){0,6}$";
    TAKEN_IN = r"(?i)^(?:charg(?:ed|es|ing)|indicted|arrested|sanctioned|designated)\s";
    PEOPLE = r"(?i)\b(?:nationals|citizens|men|women|people|persons|individuals|defendants|entities|companies|firms|bankers|executives|residents|institutions|officers|officials|leaders|professors|engineers|scientists|researchers|suspects|founders|businessmen|employees)\b";
    AFTERMATH = r"(?i)\b(?:shut|closed?|blocked|banned|disrupted|dismissed|granted|ruled|suspended|detected|discovered|notified|filed|sued|raid(?:s|ed)|accus\w+|arrest(?:s|ed)|charged|indicted|legal|hearing|trial|dark)\b";
    TOLD = r"(?i)\b(?:said|says|according\s+to|told|reported)\b";
    /// "Halden said it had", before what it then tells.
    SAID_IT = r"(?i)\b(?:said|says)\s+(?:that\s+)?(?:it|he|she|they)\s";
    /// Papers and people that only pass on.
    PASSES_ON = r"(?i)\b(?:records?|evidence|logs?|files|emails?|messages|invoices|testimony|people|sources?|survey|study|paper)\b";
}

/// The hedge of what stands at `range` of `sentence`.
pub(crate) fn hedge_at(sentence: &Sentence, range: &Range<usize>, kind: ClaimKind, matter: Matter, cast: &Cast) -> Hedge {
    if matter == Matter::Record {
        return recorded(sentence, range, kind, cast);
    }
    let hedge = said(sentence, range, kind, matter, cast);
    // What was done about the case is no part of what is alleged.
    if hedge == Hedge::Alleged && kind == ClaimKind::Date && AFTERMATH.is_match(sentence.words(range.clone())) {
        return Hedge::Asserted;
    }
    if hedge == Hedge::Alleged && kind == ClaimKind::Count && is_taken(sentence, range) {
        // How many were charged is on record, whatever they are charged with.
        let speaks = sentence.chain.iter().any(|speaker| speaker.words.is_some()) && !own_word(sentence, cast);
        let told = speaks && sentence.hedge.what != Hedge::Asserted && TOLD.is_match(&sentence.text);
        return if told { Hedge::Reported } else { Hedge::Asserted };
    }
    if matter == Matter::Campaign && hedge == Hedge::Asserted && is_charged(sentence, range, kind, cast) {
        return Hedge::Alleged;
    }
    hedge
}

/// The hedge of what the sentence itself puts on record.
fn recorded(sentence: &Sentence, range: &Range<usize>, kind: ClaimKind, cast: &Cast) -> Hedge {
    if kind == ClaimKind::Date {
        return Hedge::Asserted;
    }
    let told = kind == ClaimKind::Recipient && SAID_IT.is_match(sentence.words(0..range.start));
    let passes_on = sentence.chain.iter().any(|speaker| {
        speaker.words.is_some()
            && matches!(speaker.role, SpeakerRole::Outlet | SpeakerRole::Witness)
            && !cast.is_accuser(&speaker.name)
    });
    if passes_on || told && !own_word(sentence, cast) { Hedge::Reported } else { Hedge::Asserted }
}

/// Whether a number counts those who were charged or listed.
fn is_taken(sentence: &Sentence, range: &Range<usize>) -> bool {
    PEOPLE.is_match(sentence.words(range.clone()))
        && (TAKEN_AFTER.is_match(sentence.words(range.end..sentence.text.len()))
            || TAKEN_BEFORE.is_match(sentence.words(0..range.start))
            || TAKEN_IN.is_match(sentence.words(range.clone())))
}

/// Whether a text tells in its own voice what somebody is charged with, sanctioned or accused for.
fn is_charged(sentence: &Sentence, range: &Range<usize>, kind: ClaimKind, cast: &Cast) -> bool {
    // The listed and those who stand by them are counted, not accused of their number.
    if kind == ClaimKind::Count && PEOPLE.is_match(sentence.words(range.clone())) {
        return false;
    }
    // Sums and shares are quoted with their clause.
    let whole = matches!(kind, ClaimKind::Amount | ClaimKind::Rate | ClaimKind::Period);
    let behind = |found: Option<regex::Match<'_>>| {
        found.is_some_and(|found| found.end() <= range.start + 3 || whole && found.end() < range.end)
    };
    if behind(CHARGED_FOR.find(&sentence.text)) {
        return true;
    }
    if cast.author.is_some() {
        return false;
    }
    if behind(SANCTIONED_FOR.find(&sentence.text)) {
        return true;
    }
    let of_case = match kind {
        ClaimKind::Count => CAMPAIGN_UNITS.iter().any(|unit| sentence.words(range.clone()).contains(unit)),
        ClaimKind::Act | ClaimKind::Attribution => true,
        _ => false,
    };
    // A headline that drops the word says more than its text: that is marked, not mended.
    let named = !cast.accused_in(sentence).is_empty();
    of_case && !sentence.headline && (cast.accuser.is_some() && named || charged_before(sentence, cast))
        || !sentence.headline && charged_before(sentence, cast) && is_done(sentence, range)
}

/// Whether the words at `range` belong to what a sentence tells somebody did.
fn is_done(sentence: &Sentence, range: &Range<usize>) -> bool {
    grammar::deeds(&sentence.text).iter().any(|deed| deed.range.start <= range.start && range.end <= deed.range.end)
}

/// Whether a sentence goes on about those whom prosecutors charge, in a case without another accuser.
fn charged_before(sentence: &Sentence, cast: &Cast) -> bool {
    let goes_on = GOES_ON.is_match(&sentence.text) || continues(sentence, cast) || !cast.accused_in(sentence).is_empty();
    cast.accuser.is_none() && goes_on && sentence.charged
}

/// The hedge that the words and speakers of a sentence give.
fn said(sentence: &Sentence, range: &Range<usize>, kind: ClaimKind, matter: Matter, cast: &Cast) -> Hedge {
    let mut weakest = Hedge::Asserted;
    let mut confirmed = false;
    for found in grammar::hedges(&sentence.text) {
        let word = sentence.words(found.range.clone());
        // A relative clause within what is told hedges itself alone: "added a filter that could catch it".
        let modal = matches!(found.what, Hedge::Conditional | Hedge::Forecast | Hedge::Opinion | Hedge::Planned);
        let own_clause = modal
            && matches!(kind, ClaimKind::Act | ClaimKind::Effect)
            && range.start < found.range.start
            && found.range.end <= range.end
            && RELATIVE.is_match(sentence.words(range.start..found.range.start));
        let aside = own_clause
            || matches!(found.what, Hedge::Denied | Hedge::Disputed)
                && ASIDE
                    .find_iter(&sentence.text)
                    .any(|aside| aside.start() < found.range.start && found.range.end <= aside.end());
        if aside || !governs(sentence, &found, word, range) {
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
    let number = matches!(kind, ClaimKind::Count | ClaimKind::Amount | ClaimKind::Rate);
    if number && CONTESTED.is_match(sentence.words(range.end..sentence.text.len())) {
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
        && (GOES_ON.is_match(&sentence.text) || continues(sentence, cast))
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
    named.peek().is_some()
        && named.all(|speaker| same_party(&short_name(&speaker.name), &author) || within(&speaker.name, &author))
}

/// Whether all words of a body's name stand in its full name: "Justice Department" in "U.S. Department of Justice".
fn within(name: &str, full: &str) -> bool {
    let mut words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| word.starts_with(char::is_uppercase)).peekable();
    words.peek().is_some()
        && name.contains(' ')
        && words.all(|word| full.split(|c: char| !c.is_alphanumeric()).any(|own| own == word))
}

/// Whether those who say it accuse: the accuser, prosecutors, an indictment, or anybody who tells of a named accused at first hand.
fn accuses(sentence: &Sentence, cast: &Cast) -> bool {
    let by_office = |speaker: &Speaker| cast.is_accuser(&speaker.name) || PROSECUTION.is_match(&speaker.name);
    if sentence.chain.iter().any(by_office) || PROSECUTION_SAYS.is_match(&sentence.text) {
        return true;
    }
    let by_official = |speaker: &Speaker| {
        speaker.words.is_some() && (OFFICIAL.is_match(&speaker.name) || crate::roles::is_agency(&speaker.name))
    };
    let by_officials = sentence.chain.iter().any(by_official)
        || OFFICE.is_match(&sentence.text) && sentence.chain.iter().any(|speaker| speaker.words.is_some());
    let by_country = FIRMS_BY_COUNTRY.is_match(&sentence.text)
        || !cast.accused.is_empty() && by_officials && INTRUDERS_BY_COUNTRY.is_match(&sentence.text)
        // A state that is blamed elsewhere is blamed for "the hackers" too; a gang that is named is not accused by its victim.
        || INTRUDERS.is_match(&sentence.text) && cast.accused.iter().any(|one| STATE.is_match(&one.name))
        // "the firms had evaded".
        || by_officials && !cast.accused.is_empty() && THE_ACCUSED.is_match(&sentence.text);
    let blames = !cast.accused_in(sentence).is_empty() || sentence.spoken && !cast.accused.is_empty() || by_country;
    let at_first_hand = |speaker: &Speaker| {
        let own = short_name(&speaker.name);
        speaker.role == SpeakerRole::Party
            && speaker.words.is_some()
            && !cast.accused.iter().any(|one| same_party(&one.name, &own))
            && !PASSES_ON.is_match(&own)
            && !CRIMINALS.is_match(&own)
    };
    let passed_on = sentence.chain.iter().any(|speaker| speaker.role == SpeakerRole::Witness && speaker.words.is_some());
    let unnamed = PRONOUN_SAYS.is_match(&sentence.text) && !sentence.chain.iter().any(|speaker| speaker.words.is_some());
    blames && (by_officials || !passed_on && sentence.chain.iter().any(at_first_hand) || unnamed)
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
                // At its end, "according to the indictment" covers the whole sentence, "while" and all.
                let last = sentence.text.len() - found.range.end < 60;
                TRAILING.is_match(gap) && (!BREAK.is_match(gap) || last && !gap.contains(';') && !gap.contains(" but "))
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

#[cfg(test)]
mod tests {
    use crate::{About, propose};
    use dossier_model::{ClaimKind, Hedge};

    /// The hedges of the claims of `kind` in `sentence`, after `before`, in a newspaper.
    #[track_caller]
    fn check(before: &str, sentence: &str, kind: ClaimKind, expect: &[Hedge]) {
        let text = format!("{before} {sentence}");
        let about = About { title: None, publisher: Some("The Eastmoor Ledger"), published: None };
        let claims = propose(&text, &[], &about);
        let at = before.chars().count() as u32;
        let found: Vec<Hedge> = claims
            .iter()
            .filter(|claim| claim.kind == kind && claim.quotes.first().start >= at)
            .map(|claim| claim.hedge)
            .collect();
        assert_eq!(found, expect, "{sentence}");
    }

    const ACCUSED: &str = "Halden accused Meridian Works of copying its Corvid model.";

    #[test]
    fn what_an_accused_is_told_to_have_done_stays_alleged() {
        check(ACCUSED, "Meridian Works had more than 3.4 million exchanges with Corvid.", ClaimKind::Count, &[Hedge::Alleged]);
        check(ACCUSED, "Meridian Works has 3,000 employees.", ClaimKind::Count, &[Hedge::Asserted]);
        check(
            ACCUSED,
            "The activity, traced to people associated with Meridian Works, ran through 4,000 accounts.",
            ClaimKind::Count,
            &[Hedge::Alleged],
        );
    }

    #[test]
    fn the_reason_of_a_sanction_is_alleged_and_the_listed_are_counted() {
        let sentence = "On Monday the Treasury imposed sanctions on two banks and eight individuals for stealing $40 million in cryptocurrency.";
        check("", sentence, ClaimKind::Amount, &[Hedge::Alleged]);
        check("", sentence, ClaimKind::Count, &[Hedge::Asserted, Hedge::Asserted]);
        check(
            "",
            "Two Lisbon men were arrested and charged with smuggling, prosecutors said.",
            ClaimKind::Count,
            &[Hedge::Reported],
        );
    }

    #[test]
    fn officials_accuse_and_witnesses_pass_on() {
        check(
            ACCUSED,
            "A joint advisory noted that Chinese AI firms like Meridian Works extracted billions of tokens.",
            ClaimKind::Count,
            &[Hedge::Alleged],
        );
        check(ACCUSED, "Halden said the hackers stole 300 records.", ClaimKind::Count, &[Hedge::Alleged]);
        check(ACCUSED, "The lab characterized the use of 9,000 accounts as unauthorized.", ClaimKind::Count, &[Hedge::Alleged]);
        check("", "Brayford Council said intruders stole 300 records.", ClaimKind::Count, &[Hedge::Reported]);
    }

    #[test]
    fn the_case_goes_on_in_sentences_that_name_nobody() {
        let said = "Halden said Meridian Works copied its Corvid model.";
        check(said, "The accounts sent 40,000 prompts.", ClaimKind::Count, &[Hedge::Alleged]);
        check(said, "More than 9,000 accounts were used.", ClaimKind::Count, &[Hedge::Alleged]);
        check(said, "The senator runs an office of 40 lawyers.", ClaimKind::Count, &[Hedge::Asserted]);
    }

    /// The chain of the first count in `sentence`, after `before`.
    #[track_caller]
    fn told_by(before: &str, sentence: &str, expect: &[&str]) {
        let text = format!("{before} {sentence}");
        let about = About { title: None, publisher: Some("The Eastmoor Ledger"), published: None };
        let at = before.chars().count() as u32;
        let claims = propose(&text, &[], &about);
        let count = claims.iter().find(|claim| claim.kind == ClaimKind::Count && claim.quotes.first().start >= at).unwrap();
        let names: Vec<&str> = count.speakers.iter().skip(1).map(|speaker| speaker.name.as_str()).collect();
        assert_eq!(names, expect, "{sentence}");
    }

    #[test]
    fn chains_end_in_who_says_it_first() {
        told_by(ACCUSED, "Meridian Works had 3.4 million exchanges with Corvid.", &["Halden"]);
        told_by(
            "",
            "The Harbor Post reported, citing a person close to the bureau, that 40 firms were asked.",
            &["Harbor Post", "person close to the bureau"],
        );
    }

    #[test]
    fn a_charge_goes_on_until_the_verdict() {
        let charged = "Prosecutors have charged Velden Trading with smuggling chips.";
        check(charged, "It made 12 shipments to Russia.", ClaimKind::Count, &[Hedge::Alleged]);
        check(charged, "Velden Trading employs 340 people.", ClaimKind::Count, &[Hedge::Asserted]);
        let convicted = "Prosecutors had charged Velden Trading with smuggling chips, and a jury convicted it.";
        check(convicted, "It made 12 shipments to Russia.", ClaimKind::Count, &[Hedge::Asserted]);
    }

    #[test]
    fn a_disputed_figure_does_not_dispute_its_sentence() {
        let sentence =
            "According to Halden, Meridian Works used 12,000 accounts, a figure that the company disputes, through proxies.";
        check(ACCUSED, sentence, ClaimKind::Count, &[Hedge::Disputed]);
        check(ACCUSED, sentence, ClaimKind::Method, &[Hedge::Alleged]);
    }
}
