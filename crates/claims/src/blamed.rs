//! Those whom one sentence blames by name in a phrase of its own: "a campaign by X", "labs like X and Y have extracted", "the lawsuit
//! against X". `accusation` counts them as accused, `parties` takes the phrase for their attribution.

mod listed;
mod settled;
mod shown;

pub(crate) use listed::bands;
pub(crate) use shown::observers;

use crate::lexicon::of_many;
use crate::page::Sentence;
use crate::pattern::patterns;
use crate::roles::listing::{names_behind, plays};
use dossier_grammar::{Deed, DeedClass, DeedForm, Found, Name, NameKind};
use std::ops::Range;

patterns! {
    /// A deed by its noun, with those who did it behind "by".
    DEED_BY = r"(?ix)\b(?:campaigns?|(?:cyber-?\s?)?attacks?|theft|thefts|schemes?|intrusions?|distillation|extraction|hacks?|hacking|breach(?:es)?|espionage|smuggling|misconduct|wrongdoing|copying|abuse|misuse|raids?|poaching|scraping|infringement|fraud|evasion|exfiltration|sabotage|cloning|incursions?|infiltration)
        (?:\s+(?:on|against|of|at|from|into)\s+[^,;.—–]{1,60}?)?(?:,?\s+(?:carried\s+out|conducted|mounted|run|staged|launched|perpetrated|orchestrated|waged|allegedly|purportedly|reportedly|undertaken|led))*\s+by\s+";
    /// "distillation campaigns from X and Y".
    DEED_FROM = r"(?i)\b(?:distillation|extraction|hacking|scraping)\s+(?:campaigns?|attacks?|attempts?|operations?)\s+from\s+|\b(?:similar|such|the\s+same|comparable)\s+(?:activity|conduct|behaviou?r|attempts?|attacks?|campaigns?|abuse|misuse|tactics|efforts?)\s+(?:by|from)\s+";
    /// Those whom prosecutors name: "identified the others as X, 35, an engineer; Y, 41".
    IDENTIFIED = r"(?i)\b(?:prosecutors|police|authorities|officials|indictment|investigators|agents|complaint|department)\b[^.;]{0,40}?\b(?:identified|identifies|named|names)\b[^.;:]{0,50}?(?:\bas|:)\s+";
    AGED = r"^,\s+\d\d\b";
    CHARGED = r"(?i)\b(?:was|were|been|are|is)\s+(?:\w+ly\s+|also\s+|both\s+|all\s+|each\s+)?(?:(?:arrested|charged|indicted|detained|convicted|sentenced|accused)\s+and\s+)?(?:arrested|charged|indicted|detained|convicted|sentenced|accused|extradited)\b";
    DENIED_VERB = r"(?i)\b(?:not|never|n[’']t)\s+(?:\w+\s+)?$";
    /// The same as a verb.
    DONE_BY = r"(?i)\b(?:carried\s+out|conducted|orchestrated|perpetrated|committed|masterminded|waged|stolen|copied|smuggled|hacked|distill?ed|siphoned|exfiltrated|breached)\s+by\s+";
    /// What looks into things: "security assessments conducted by".
    INQUIRY = r"(?i)\b(?:assessments?|audits?|reviews?|evaluations?|analys[ei]s|stud(?:y|ies)|research|investigations?|inquir(?:y|ies)|surveys?|polls?|tests?|interviews?|exercises?|hearings?)\s+(?:(?:that|which)\s+)?(?:(?:was|were|is|are|been|being)\s+)?$";
    /// Words of accusation that have the accused behind "against".
    AGAINST = r"(?i)\b(?:allegations?|accusations?|charges?|indictments?|complaints?|lawsuits?|legal\s+action|suits?|case|evidence|proceedings|claims?)\s+(?:(?:brought|filed|made|levell?ed|lodged|pending|pressed|unsealed|announced)\s+)?(?:(?:(?:on|in)\s+\w+(?:\s+\d{1,2})?|last\s+\w+|this\s+\w+|earlier|yesterday)\s+)?against\s+(?:the\s+)?";
    SUES = r"(?i)\b(?:(?:has\s+|have\s+|had\s+|is\s+|are\s+)?(?:sued|sues|suing)|took\s+|taking\s+)\s+";
    FINGER = r"(?i)\bpoint(?:ed|s|ing)\s+(?:the\s+|a\s+|its\s+)?fingers?\s+at\s+";
    SUED_BY = r"(?i)\bsued\s+by\s+";
    /// "X's trade secrets lawsuit".
    SUIT_OF = r"(?i)^['’]s?\s+(?:[\w-]+\s+){0,4}?(?:lawsuit|suit|complaint|legal\s+action)s?\b";
    SUIT_BY = r"(?i)\b(?:lawsuits?|suits?|complaints?|legal\s+action|(?:class|civil)[\s-]actions?|case)\s+(?:filed\s+|brought\s+|lodged\s+)?(?:(?:on|in)\s+[\w\s.’']{2,50}?\s+)?(?:by|from)\s+$";
    /// What a defendant does about a suit.
    MEETS_SUIT = r"(?i)^\s+(?:has\s+|have\s+|had\s+|also\s+)*(?:defeats?|defeated|beats?|won\s+dismissal\s+of|wins\s+dismissal\s+of|fends?\s+off|fended\s+off|faces?|faced|is\s+facing|settles?|settled|fights?|is\s+fighting|moved\s+to\s+dismiss|asked\s+(?:a|the)\s+(?:\w+\s+){0,2}(?:court|judge)\s+to\s+dismiss|was\s+sued|is\s+being\s+sued)\b[^.;]{0,80}?\b(?:lawsuits?|suits?|complaints?|sued)\b";
    /// Many, by what they are, before their names.
    MANY = concat!(r"(?ix)\b(?:", of_many!(), r")
        (?:,?\s+(?:like|such\s+as|including|among\s+them|namely|(?:led|headed|spearheaded)\s+by)|\s*[—–:]|\s*\(|,|\s+-)\s*");
    /// Whatever several are called, before their names between dashes: "the upstarts — X and Y — created".
    DASHED = r"\b[\p{Ll}-]{3,}s\s+[—–]\s*";
    /// Words that make a campaign a wrong.
    WRONGS = r"(?i)\b(?:accus\w+|alleg\w+|illicit\w*|illegal\w*|fraud\w*|fake|distill\w*|extract\w*|st(?:ole|olen|eal)\w*|smuggl\w*|exchanges|attacks?|attackers?|hack\w*|quer(?:y|ies)|cop(?:y|ied|ying)|clon\w+|evad\w+|espionage|spy\w*|malicious|intrusions?|breach\w*|phishing|against)\b";
    /// Words before a noun that say there was none, or none is known.
    DENIED = r"(?i)\b(?:no|not|any|without|never|whether|denied|denies|absent|lack\s+of|if)\s+(?:[\w-]+\s+){0,4}$";
    /// "Amber Heron ransomware operators stole".
    OF_BAND = r"(?i)^\s+(?:(?:ransomware|hacking|extortion|cyber-?crime)\s+)?(?:hackers?|gang|group|crew|operators?|affiliates?|actors?|attackers?)\s+(?:(?:have|has|had|also|allegedly|then|later)\s+)*$";
    /// What may stand between a list of names and their verb.
    TO_VERB = r"(?i)^\s*[,)—–-]?\s*(?:(?:have|has|had|also|are|were|is|was|been|all|each|both|together|then|\w+ly)\s+)*[“\x22‘]?$";
    WORSE = r"(?i)\b(?:allegedly|fake|accused|alleg\w+|illicit\w*|illegal\w*|unlawful\w*|fraud\w*|distill\w*|st(?:ole|olen|eal)\w*|smuggl\w*|unauthori[sz]ed|campaigns?|attacks?)\b";
    ANSWERS = r"(?i)^[^.;]{0,80}?\b(?:respon(?:se|d)\w*|accus(?:ed|es|ing)|warn\w*|complain\w*|detect\w*|defen[cds]\w*|fight\w*|fought|counter\w*|crack\w*\s+down|what\s+(?:they|it)\s+(?:describe|call)s?|to\s+(?:stop|prevent|curb|block|combat|detect))\b";
    /// A firm of the case with those who run it.
    RUN_BY = r"(?i)\b(?:company|firm|business|outfit|front|shell|exporter|network|ring|scheme|operation|gang)\b[^.;]{0,40}?\b(?:run|owned|controlled|operated|headed|led|set\s+up|founded|managed|directed)\s+by\s+";
    /// A time before a subject: "alleged that over the last three years X exported".
    SAID_WHEN = r"(?i)\b(?:says|said|alleges|alleged|claims|claimed|found|concluded|charges|contends|contended)\s+(?:that\s+)?,?\s*(?:over|in|since|during|between|from|for|last|this|earlier|on|beginning)\s[^;:.]{0,50}?,?\s+(?:the\s+)?$";
    /// The same with what it was said in, and to whom: "said in a statement to Lantern that".
    SAID_HOW = r"(?i)\b(?:statements?|interviews?|e-?mails?|posts?|letters?|calls?|briefings?|hearings?|memos?|filings?|reports?|notices?|notes?|messages?|releases?|updates?|conference|threads?|blog|testimony|disclosures?|announcement|documents?)\b";
    STAFF = r"(?i)^\s+(?:employees|staff|executives|managers|workers|engineers|officials|insiders|customers|users|distributors?)\b";
    ASIDE = r"^,\s[^;.]{1,110}?,\s+(?:(?:have|has|had|also|allegedly|illegally|illicitly|then)\s+)*$";
}

/// The longest words from a defendant to the charge, in bytes.
const TIE_LIMIT: usize = 160;

/// Somebody blamed by name.
#[derive(Debug)]
pub(crate) struct Blamed<'s> {
    /// The words that say so, in bytes of the sentence.
    pub(crate) quote: Range<usize>,
    pub(crate) name: &'s Found<Name>,
    /// Whether the words tie them to the act, and not only name them beside it.
    pub(crate) ties: bool,
}

/// Those whom `sentence` blames in phrases of these forms.
pub(crate) fn blamed(sentence: &Sentence) -> Vec<Blamed<'_>> {
    let text = &sentence.text;
    let mut found = Vec::new();
    let mut behind = |lead: Range<usize>, ties: bool| {
        let neutral = sentence.words(lead.clone()).to_lowercase().starts_with("campaign") && !WRONGS.is_match(text);
        if neutral || DENIED.is_match(sentence.words(0..lead.start)) {
            return;
        }
        let names = names_behind(sentence, lead.end);
        for name in names.into_iter().filter(|name| !is_employer(sentence, name)) {
            let end = name.range.start + name.what.text.len();
            // "an attack by Meridian's rivals": theirs.
            if !sentence.words(end..text.len()).starts_with(['\'', '’']) {
                found.push(Blamed { quote: lead.start..end, name, ties });
            }
        }
    };
    let done_by = DONE_BY.find_iter(text).filter(|lead| !INQUIRY.is_match(&text[..lead.start()]));
    for lead in DEED_BY
        .find_iter(text)
        .chain(done_by)
        .chain(AGAINST.find_iter(text))
        .chain(DEED_FROM.find_iter(text))
        .chain(FINGER.find_iter(text))
    {
        behind(lead.range(), true);
    }
    for lead in SUES.find_iter(text).filter(|lead| lead.as_str().to_lowercase().contains("su")) {
        behind(lead.range(), true);
    }
    if WORSE.is_match(text) || sentence.hedge.what <= dossier_model::Hedge::Reported {
        for lead in RUN_BY.find_iter(text) {
            behind(lead.range(), false);
        }
    }
    if let Some(lead) = IDENTIFIED.find(text) {
        for name in sentence.names_in(lead.end()..text.len()) {
            let end = name.range.start + name.what.text.len();
            if AGED.is_match(sentence.words(end..text.len())) {
                let near = name.range.start == lead.end();
                found.push(Blamed { quote: if near { lead.start()..end } else { name.range.start..end }, name, ties: true });
            }
        }
    }
    // "Dana Ruiz, 43, of Harbor, and Ben Orne, 58, who lives in Eastmoor, were charged": defendants are told with their age.
    let charged = CHARGED.find_iter(text).filter(|verb| !DENIED_VERB.is_match(&text[..verb.start()])).last();
    if let Some(verb) = charged {
        for name in sentence.names_in(0..verb.start()).filter(|name| name.what.kind != NameKind::Place) {
            let end = name.range.start + name.what.text.len();
            if AGED.is_match(sentence.words(end..text.len())) {
                found.push(Blamed {
                    quote: name.range.start..verb.end().min(name.range.start + TIE_LIMIT).max(end),
                    name,
                    ties: true,
                });
            }
        }
    }
    many(sentence, &mut found);
    listed::listed(sentence, &mut found);
    shown::shown(sentence, &mut found);
    settled::settled(sentence, &mut found);
    found
}

/// "Labs like X, Y and Z have extracted", "the labs — X and Y — allegedly generated".
fn many<'s>(sentence: &'s Sentence, found: &mut Vec<Blamed<'s>>) {
    let text = &sentence.text;
    for lead in MANY.find_iter(text).chain(DASHED.find_iter(text)) {
        let Some(first) = sentence.name_after(lead.end(), 2).filter(|name| plays(name)) else { continue };
        let listed = sentence.names_listed_from(first);
        let Some(last) = listed.last() else { continue };
        let end = last.range.start + last.what.text.len();
        let deed = sentence.deeds.iter().find(|deed| {
            deed.what.form == DeedForm::Active
                && deed.range.start >= end
                && deed.range.start - end < 60
                && TO_VERB.is_match(sentence.words(end..deed.range.start))
                && (deed.what.class == DeedClass::Harm || WORSE.is_match(text))
        });
        let Some(deed) = deed else { continue };
        // "The labs — X and Y — have escalated their response to": they answer, and did nothing wrong.
        if ANSWERS.find(&text[end..]).is_some() {
            continue;
        }
        let verb = text[deed.range.start..].find([' ', ',', '.']).map_or(deed.range.end, |len| deed.range.start + len);
        found.extend(listed.into_iter().map(|name| Blamed { quote: lead.start()..verb, name, ties: true }));
    }
}

/// Whether a name, or the list that it stands in, only tells whose staff is meant: "charges against Halden and Oster employees".
pub(crate) fn is_employer(sentence: &Sentence, name: &Found<Name>) -> bool {
    let last = sentence.names_listed_from(name).last().map_or(name.range.start, |last| last.range.start + last.what.text.len());
    STAFF.is_match(sentence.words(last..sentence.text.len()))
}

/// The active deed whose subject is the name that ends at `end`, over an aside: "X, a company in Harbor, exported".
pub(crate) fn own_deed(sentence: &Sentence, end: usize) -> Option<&Found<Deed>> {
    sentence.deeds.iter().find(|deed| {
        let gap = sentence.words(end..deed.range.start.max(end));
        matches!(deed.what.form, DeedForm::Active | DeedForm::Reduced)
            && deed.range.start > end
            && (deed.what.form == DeedForm::Active && TO_VERB.is_match(gap) && !gap.trim_start().starts_with(',')
                || ASIDE.is_match(gap))
    })
}

/// Whether the words between a name and its verb leave the name their subject: "National Bank network breached" does not.
pub(crate) fn leads_to_verb(gap: &str) -> bool {
    TO_VERB.is_match(gap)
        || OF_BAND.is_match(gap)
        || gap.trim_start().starts_with([',', '(', '—', '–'])
        || gap.trim_start().starts_with("and ")
}

/// Whether the words before a name are a word of speech with a time behind it: "alleged that over the last three years".
pub(crate) fn told_when(lead: &str) -> bool {
    SAID_WHEN.find(lead).is_some_and(|said| !SAID_HOW.is_match(said.as_str()))
}

/// Those who are sued in `sentence`, by what they do about it.
pub(crate) fn defendants(sentence: &Sentence) -> Vec<&Found<Name>> {
    let text = &sentence.text;
    let meets = |name: &&Found<Name>| MEETS_SUIT.is_match(sentence.words(name.range.start + name.what.text.len()..text.len()));
    sentence.names.iter().filter(|name| plays(name)).filter(meets).collect()
}

/// Those who sue in `sentence`.
pub(crate) fn plaintiffs(sentence: &Sentence) -> Vec<&Found<Name>> {
    let text = &sentence.text;
    let mut found = Vec::new();
    for verb in SUES.find_iter(text) {
        let lower = verb.as_str().to_lowercase();
        if lower.contains("su") && !names_behind(sentence, verb.end()).is_empty() {
            found.extend(sentence.subject_of(verb.start(), 2));
        }
    }
    for by in SUED_BY.find_iter(text) {
        found.extend(names_behind(sentence, by.end()));
    }
    for name in sentence.names.iter().filter(|name| plays(name)) {
        let end = name.range.start + name.what.text.len();
        if SUIT_OF.is_match(sentence.words(end..text.len())) || SUIT_BY.is_match(sentence.words(0..name.range.start)) {
            found.push(name);
        }
    }
    found.retain(|name| name.what.kind != NameKind::Place);
    found
}
