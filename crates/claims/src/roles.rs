//! Parts that a name or a title tells by itself: public bodies, officials, outlets, victims, laboratories.

use crate::document::{Cast, holds_name, is_demonym, same_party, short_name};
use crate::page::Sentence;
use crate::pattern::patterns;
use dossier_grammar::{Found, Name, NameKind};
use dossier_model::SpeakerRole;
use std::ops::Range;

/// A part that a sentence tells: whose, which, and by which words.
pub(crate) struct Part {
    pub(crate) name: String,
    pub(crate) role: &'static str,
    pub(crate) range: Range<usize>,
}

patterns! {
    AGENCY = r"(?:\b(?:Department|Ministry|Bureau|Agency|Commission|Directorate|Treasury|Administration|Police|Constabulary|Europol|Interpol|Pentagon|Customs|Inspectorate|Prosecutor)\b|\b(?:Office|Center|Centre|Board|Authority|Service|Command)\s+(?:of|for|on)\b|(?:Attorney|Prosecutor|General)[’']s\s+Office|(?:Security|Intelligence|Secret|Revenue|Investigations?|Investigative|Financial|Postal|Customs|Marshals)\s+(?:Investigation\s+)?(?:Service|Office|Centre|Center|Agency)|National\s+\w+(?:\s+\w+)?\s+(?:Centre|Center|Authority|Agency)|^(?:FBI|F\.B\.I\.|CISA|OFAC|BIS|NSA|CIA|DOJ|DHS|FTC|SEC|FCC|NIST|FinCEN|NCSC|GCHQ|Treasury|Pentagon|White House|ENISA|CFIUS|IRS|HSI|ICE)$)";
    NO_AGENCY = r"(?i)\b(?:news|times|journal|post|court|act|university|report|press|list|committee|subcommittee|bank|inc|llc|ltd|corp|group)\b|\b(?:Secretary|Director|Minister|Commissioner)\b";
    /// Public bodies by common words: "China's commerce ministry".
    MINISTRY = r"\b\p{Lu}[\w-]*['’]s\s+(?:[a-z]+\s+){0,2}(?:ministry|prosecutor\s+general|attorney\s+general[’']s\s+office|data\s+protection\s+authority|police|intelligence\s+service)\b";
    COMMITTEE = r"\b(?:[Cc]ommittee|[Ss]ubcommittee|Senate\s+Banking|House\s+Oversight)\b";
    OFFICE = r"(?:\b(?:Sens?\.|Senators?|Reps?\.|Representatives?|Congress(?:man|woman)|(?:[Vv]ice )?[Pp]resident|(?:(?:[Dd]eputy|[Aa]ssistant|[Aa]cting|[Uu]nder) )*(?:[Ss]ecretary|[Uu]ndersecretary|[Dd]irector|[Mm]inister|[Cc]ommissioner|[Aa]ttorney(?: [Gg]eneral)?|[Pp]rosecutor|[Ii]nspector(?: General)?|[Cc]ommander|[Cc]hief)(?: (?:of|for) (?:the )?[\p{Lu}]\w+(?: (?:and|of|for|on|the|[\p{Lu}]\w+))*)?|Chair(?:man|woman)?|Ambassador|Governor|Chancellor|Prime Minister|Judge|Justice|Magistrate|Republican|Democrat|(?:[Pp]olicy )?chief|[Oo]fficial|Special Agent(?: in Charge)?|[Gg]overnment minister|Administrator|Mayor|Premier|MP|MEP|Gov\.|Gen\.|Adm\.)),?\s+$";
    /// A public office in apposition behind a name: ", an assistant United States attorney".
    APPOSED = r"^(?:\s+\((?:R|D|I)[-–][^)]{2,12}\)|,\s+(?:an?\s+|the\s+)?(?:[\w.’'-]+\s+){0,5}?(?:[Aa]ttorney\s+for\s+the|[Uu]nited\s+States\s+[Aa]ttorney|U\.S\.\s+[Aa]ttorney|[Aa]ttorney\s+[Gg]eneral|[Aa]ssistant\s+(?:[Dd]irector|[Ss]ecretary)\s+of|[Dd]irector\s+of\s+the\s+(?:FBI|CISA|\w+\s+Agency|Office|Bureau)|[Ss]ecretary\s+(?:of|for)|[Uu]nder-?[Ss]ecretary|[Mm]inister|[Ss]enator|[Ll]awmaker|[Rr]epublican|[Dd]emocrat|[Cc]ommissioner|[Pp]rosecutor|[Jj]udge|[Aa]mbassador|[Cc]hair(?:man|woman)?\s+of\s+the\s+(?:Senate|House|\w+\s+Committee)|special\s+agent)\b)";
    /// Who speaks for a public body: "a spokeswoman for the prosecutor, Dana Ruiz,".
    SPEAKS_FOR_STATE = r"(?i)(?:ministry|department|agency|prosecutor|white\s+house|embassy|government|treasury|police|service)\b[^.;]{0,60}\bspokes(?:man|woman|person),?\s+$";
    PRIVATE = r"(?i)\b(?:CEO|chief\s+executive|chief\s+\w+\s+officer|founder|company|firm|startup|analyst|sales|policy\s+chief\s+at|security\s+chief|spokes\w+)\b|’s\s+$|'s\s+$";
    /// What a victim's name stands behind.
    HURT = r"(?i)\b(?:hack(?:ed|ing|s)?|breach(?:ed|ing)?|compromis(?:ed|ing)|infiltrat(?:ed|ing)|attack(?:ed|ing)|(?:attack|attacks|raid|intrusion|hack|breach|break-in|assault|cyber\s?attack|cyberattack)\s+(?:on|against|at|into|of)|extort(?:ed|ing)|defraud(?:ed|ing)|stole(?:n)?\s+[^,.;]{2,80}?\bfrom|(?:taken|exfiltrated|copied|siphoned)\s+from|inside\s+the\s+(?:\w+\s+){0,3}(?:network|systems|computers)\s+of)\s+(?:the\s+)?(?:networks?\s+of\s+|systems\s+of\s+)?(?:[a-z-]+\s+){0,4}$";
    /// An agency that accuses somebody.
    CHARGES = r"(?i)^(?:\s+\([A-Z.]+\))?\s+(?:has\s+|have\s+|on\s+\w+\s+)*(?:accused|charged|alleged|alleges|accuses|indicted)\b";
    OUTLET_END = r"\b(?:News|Times|Journal|Post|Herald|Tribune|Gazette|Daily|Wire|Press|Magazine|Radio|Review|Globe|Chronicle|Observer|Weekly|Telegraph|Guardian|Economist|Dispatch|Courier|Mirror|Sentinel|Ledger|Examiner|Inquirer|Standard|Mail|Independent|Insider)$";
    OUTLET_ACTS = r"(?i)^\s+(?:has\s+(?:seen|reviewed|obtained|learned|reported)|(?:was|is|were)\s+(?:unable|not\s+able)|could\s+not|couldn.t|did\s+not\s+(?:see|verify)|(?:first\s+|previously\s+|earlier\s+|last\s+\w+\s+|on\s+\w+\s+)?(?:reported|described|wrote|reviewed|saw|obtained)\b)";
    FORMER = r"(?i)\b(?:former|ex-?)\s*(?:[\w-]+\s+){1,4}(?:at|of)\s+$";
    THEFT = r"(?i)\b(?:trade\s+secrets|theft|stealing|stole)\b";
    PARENT = r"(?i)\b(?:(?:company|lab|firm|startup)[’']s\s+|its\s+|whose\s+)(?:\w+\s+)?(?:parent(?:\s+company)?|owner),?\s+$";
}

/// Whether `name` is that of a public body.
pub(crate) fn is_agency(name: &str) -> bool {
    AGENCY.is_match(name) && !NO_AGENCY.is_match(name)
}

/// The parts that `sentence` tells.
pub(crate) fn parts(sentence: &Sentence, cast: &Cast) -> Vec<Part> {
    let mut found = Vec::new();
    let text = &sentence.text;
    for name in &sentence.names {
        let own = name.range.start..name.range.start + name.what.text.len();
        let before = sentence.words(0..own.start);
        let after = sentence.words(own.end..text.len());
        let mut add = |role: &'static str, range: Range<usize>| {
            found.push(Part { name: name.what.text.clone(), role, range });
        };
        if let Some(range) = office(sentence, name, before, after) {
            add("official", range);
            continue;
        }
        if COMMITTEE.is_match(&name.what.text) {
            add("committee", own);
        } else if is_agency(&name.what.text) && name.what.kind != NameKind::Person {
            let blamed =
                cast.accused.iter().any(|one| one.name.ends_with(&name.what.text) || same_party(&one.name, &name.what.text));
            if !blamed {
                add(if CHARGES.is_match(after) { "accuser" } else { "agency" }, own);
            }
        } else if OUTLET_ACTS.is_match(after) && OUTLET_END.is_match(&name.what.text) {
            add("outlet", own);
        } else if is_victim(sentence, name, before, cast) {
            add("victim", own);
        } else if let Some(parent) = PARENT.find(before) {
            add("parent", parent.start()..own.end);
        }
    }
    for ministry in MINISTRY.find_iter(text) {
        found.push(Part { name: ministry.as_str().to_owned(), role: "agency", range: ministry.range() });
    }
    let mut outlets = sentence.speakers.iter().filter(|speaker| speaker.what.role == SpeakerRole::Outlet);
    for speaker in outlets.by_ref().filter(|speaker| !cast.accused.iter().any(|one| same_party(&one.name, &speaker.what.name))) {
        found.push(Part { name: speaker.what.name.clone(), role: "outlet", range: speaker.range.clone() });
    }
    found
}

/// The words of the public office that `name` holds here, with the name.
fn office(sentence: &Sentence, name: &Found<Name>, before: &str, after: &str) -> Option<Range<usize>> {
    let words = name.what.text.split_whitespace().count();
    if is_demonym(&name.what.text) || name.what.kind == NameKind::Place || is_agency(&name.what.text) {
        return None;
    }
    let end = name.range.start + name.what.text.len();
    if let Some(title) = OFFICE.find(before).filter(|_| name.what.kind == NameKind::Person || words >= 2) {
        let held = sentence.names.iter().rfind(|office| {
            office.range.end <= title.start() && sentence.words(office.range.end..title.start()).trim().is_empty()
        });
        let start = held.map_or(title.start(), |office| office.range.start);
        let own = sentence.words(start.saturating_sub(24)..name.range.start);
        return (!PRIVATE.is_match(own)).then_some(start..end);
    }
    if words >= 2 && name.what.kind != NameKind::Organisation {
        if let Some(apposed) = APPOSED.find(after) {
            return Some(name.range.start..end + apposed.end());
        }
        if SPEAKS_FOR_STATE.is_match(before) {
            return Some(name.range.clone());
        }
    }
    None
}

/// Whether the words before a name make it the victim of a breach or a theft.
fn is_victim(sentence: &Sentence, name: &Found<Name>, before: &str, cast: &Cast) -> bool {
    let blamed = cast.accused.iter().any(|one| same_party(&one.name, &short_name(&name.what.text)));
    let target = cast.target.as_deref().is_some_and(|target| holds_name(&name.what.text, target));
    if blamed || target || matches!(name.what.kind, NameKind::Place | NameKind::Person) || is_demonym(&name.what.text) {
        return false;
    }
    HURT.is_match(before) || FORMER.is_match(before) && THEFT.is_match(&sentence.text)
}
