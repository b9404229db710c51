//! Publications that a text names on the way.

mod known;

use super::Part;
use super::listing::{full, names_behind, plays};
use crate::accusation::IN_PHRASE;
use crate::document::same_party;
use crate::page::Sentence;
use crate::pattern::patterns;
use crate::propose::Reader;
use crate::voice::bare;
use dossier_grammar::{Found, Name, NameKind};
use dossier_model::SpeakerRole;

patterns! {
    /// "The Harbor Journal last year described".
    REPORTS = r"(?x)^\s+(?:(?:has|had|have|first|also|previously|earlier|last\s+\w+|this\s+\w+|on\s+\w+day|later|recently|was|were|is|could|did|and\s+others)\s+){0,4}(?:not\s+)?(?:independently\s+|immediately\s+)?(?:reported|described|seen|reviewed|obtained|verify|verified|confirm|confirmed|wrote|published|revealed|quoted|broke|able\s+to|unable\s+to|contacted|asked|reached|cited|estimated|called|found|interviewed|learned|noted)\b";
    /// What a paper tells of its own checks.
    CHECKS = r"^\s+(?:(?:was|were|has|had)\s+(?:not\s+(?:been\s+)?able|unable)|could\s+not|has\s+seen|had\s+seen|has\s+reviewed|has\s+not\s+(?:seen|verified|independently)|did\s+not\s+(?:independently|immediately))\b";
    PAPER = r"^(?:The\s+)?(?:\p{Lu}[\p{L}.&-]*\s+){0,4}(?:Times|Journal|Post|Herald|Tribune|Gazette|Daily|Wire|Globe|Chronicle|Observer|Weekly|Telegraph|Courier|Mirror|Sentinel|Examiner|Inquirer|Magazine|News|News\s+Agency|Broadcasting\s+\p{L}+)$";
    /// What an outlet is, before its name: "the state broadcaster CCTV", "outlets like Lantern and Harbor News".
    CALLED = r"(?i)\b(?:outlet|newspaper|tabloid|daily|broadcaster|news\s+(?:organi[sz]ation|agency|site|outlet|service|channel|website)|magazine|wire\s+service|trade\s+publication)\s+(?:the\s+)?$";
    SEVERAL = r"(?i)\b(?:outlets|newspapers|papers|publications|news\s+(?:organi[sz]ations|agencies|sites|outlets|services)|broadcasters|magazines|media)(?:,?\s+(?:like|such\s+as|including|among\s+them))\s+(?:the\s+)?";
    /// "reports from The Harbor Times and Lantern".
    REPORTS_OF = r"(?i)\b(?:reports?|reporting|stories|story|articles?|scoops?)\s+(?:\w+\s+)?(?:in|from|by)\s+(?:the\s+)?";
    TOLD = r"(?i)\b(?:told|tells)\s+(?:the\s+)?$";
    /// "a spokesperson for Halden told Lantern", "a request for comment from Lantern".
    SPOKESPERSON = r"(?i)\b(?:spokes(?:man|woman|person|people)|representatives?|lawyers?|attorneys?|analysts?|researchers?|executives?|co-?founders?|professor|(?:company|government|senior|U\.?S\.?)\s+officials?|insiders?|sources?|people\s+familiar)\b[^.;]{0,60}$";
    ASKED_BY = r"(?i)\b(?:requests?|inquir(?:y|ies)|questions|queries|calls)\s+(?:for\s+comment\s+)?(?:by|from)\s+(?:the\s+)?$|\b(?:an?|in\s+an)\s+interview\s+(?:with|on)\s+(?:the\s+)?$";
    /// "a statement shared with Lantern", "in a statement to Lantern".
    STATED_TO = r"(?i)\b(?:statements?|e-?mails?|comments?|remarks)\s+(?:(?:was\s+|were\s+)?(?:shared|sent|provided|given|e-?mailed|made|supplied)\s+)?(?:to|with)\s+(?:the\s+)?$";
    NO_PRESS = r"(?i)\b(?:court|committee|congress|senate|house|police|parliament|agency|department|ministry|commission|exchange|customers?|employees|staff|investors?|lawmakers|senators?|board)\b";
    /// When and how it was told to a reporter.
    IN_INTERVIEW = r"(?i)^\s+(?:(?:late\s+|early\s+)?on\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|in\s+an?\s+(?:[\w-]+\s+){0,3}?(?:interview|e-?mail|statement|conversation|call)|by\s+(?:e-?mail|phone|telephone)|via\s+e-?mail|over\s+the\s+phone)\b";
    LETTERS = r"^\p{Lu}{3,5}$";
    /// What only a paper reports: that others did or said something.
    REPORTED = r"(?ix)^\s+(?:(?:has|had|also|first|earlier|previously|later)\s+)*(?:reported|reports|writes|wrote|revealed)\s+
        (?:(?:(?:late\s+|early\s+)?on\s+[\p{L}\d\s]{3,18}?|last\s+\w+|this\s+\w+|in\s+\w+)\s+)?(?:that\s+(?P<who>(?:[\w’'.]+\s+){0,3})|(?:on\s+)?(?:the|an?)\s+(?:\w+\s+)?(?:news|story|suit|lawsuit|deal|move|plans?|talks|letter|memo|case|filing|inquiry|probe|investigation)\b)";
    /// Of itself or its own trouble reports whoever was hit.
    OWN_TROUBLE = r"(?i)^(?:it|its|it[’']s|they|their|he|she|we|our|hackers?|attackers?|intruders?|an?\s+(?:unknown|unauthori[sz]ed)|unknown|one\s+of\s+its|some|most|more|revenues?|sales|profits?|earnings|net|income|demand|growth|shares|users|customers|orders|losses|quarterly|annual|the\s+(?:incident|attack|breach|data|number|company))\b";
    /// "According to Lantern, Halden and Oster are investigating": who tells of what others do.
    ACCORDING = r"(?i)\baccording\s+to\s+(?:the\s+)?$";
    OTHERS_DO = r"^,\s+(?:the\s+)?\p{Lu}[\p{L}\d&.-]*(?:\s\p{Lu}[\p{L}\d&.-]*){0,3}(?:(?:,|\s+and)\s+\p{Lu}[\p{L}\d&.-]*(?:\s\p{Lu}[\p{L}\d&.-]*){0,3})*\s+(?:(?:is|are|was|were|has\s+been|have\s+been)\s+(?:also\s+|now\s+|\w+ly\s+)?(?:investigating|looking|examining|probing|considering|weighing|planning|preparing|reviewing|in\s+talks)|(?:plans?|has\s+opened|have\s+opened|opened|launched))\b";
    FIRST = r"^,\s+which\s+(?:first\s+|originally\s+)(?:reported|broke|obtained|published|revealed)\b";
}

/// Whether `name` is that of a paper or an agency of news.
pub(crate) fn is_paper(name: &str) -> bool {
    PAPER.is_match(name)
}

/// Whether what stands at `name` is a paper by what the sentence tells: a report of what others say or do.
pub(crate) fn reports_on_others(sentence: &Sentence, name: &Found<Name>) -> bool {
    let end = name.range.start + name.what.text.len();
    let (before, after) = (sentence.words(0..name.range.start), sentence.words(end..sentence.text.len()));
    let told_by_witness = || sentence.speakers.iter().any(|one| one.what.role == SpeakerRole::Witness);
    ACCORDING.is_match(before) && (OTHERS_DO.is_match(after) || told_by_witness())
}

/// The outlets by what they are called, and by what only an outlet does.
fn by_words(reader: &Reader<'_, '_>, sentence: &Sentence, publisher: Option<&str>, parts: &mut Vec<Part>) {
    let text = &sentence.text;
    let known = |name: &str| {
        let of_case = publisher == Some(bare(name)) || reader.cast.is_accuser(name) || reader.cast.also_accuses(name);
        of_case || reader.cast.accused.iter().any(|one| same_party(&one.name, name)) || super::is_agency(name)
    };
    for lead in SEVERAL.find_iter(text) {
        parts.extend(
            names_behind(sentence, lead.end())
                .into_iter()
                .map(|name| Part::new(name.range.clone(), full(sentence, name), "outlet")),
        );
    }
    for lead in REPORTS_OF.find_iter(text) {
        let names = names_behind(sentence, lead.end());
        if names.first().is_some_and(|first| is_paper(&first.what.text)) {
            parts.extend(names.into_iter().map(|name| Part::new(name.range.clone(), full(sentence, name), "outlet")));
        }
    }
    for name in sentence.names.iter().filter(|name| plays(name) && name.what.kind != NameKind::Person && !known(&name.what.text))
    {
        let end = name.range.start + name.what.text.len();
        let (before, after) = (sentence.words(0..name.range.start), &text[end..]);
        let told = TOLD.find(before).filter(|told| {
            let spoken = SPOKESPERSON.is_match(&before[..told.start()]);
            spoken || IN_INTERVIEW.is_match(after) || LETTERS.is_match(&name.what.text)
        });
        // Two names may be a person's.
        let asked = || ASKED_BY.find(before).filter(|_| !name.what.text.contains(' ') || is_paper(&name.what.text));
        let stated = || {
            let press = !NO_PRESS.is_match(&name.what.text) && (!name.what.text.contains(' ') || is_paper(&name.what.text));
            STATED_TO.find(before).filter(|_| press)
        };
        let told = told.or_else(asked).or_else(stated);
        let lead = CALLED.find(before).or(told).or_else(|| ACCORDING.find(before).filter(|_| reports_on_others(sentence, name)));
        let reported = REPORTED.captures(after).filter(|found| {
            let others = || sentence.names.iter().any(|other| other.range.start > end && plays(other));
            !found.name("who").is_some_and(|who| OWN_TROUBLE.is_match(who.as_str()) || !others()) && !IN_PHRASE.is_match(before)
        });
        if let Some(lead) = lead {
            parts.push(Part::new(lead.start()..end, full(sentence, name), "outlet"));
        } else if let Some(verb) = reported.and_then(|found| found.get(0)) {
            parts.push(Part::new(name.range.start..end + verb.end(), full(sentence, name), "outlet"));
        }
    }
}

/// The outlets that `sentence` names.
pub(crate) fn parts(reader: &Reader<'_, '_>, sentence: &Sentence, parts: &mut Vec<Part>) {
    let text = &sentence.text;
    // The publisher stands first in every chain, without words of its own but where it names itself.
    let mut firsts = reader.page.sentences().filter_map(|sentence| sentence.chain.first());
    let publisher =
        firsts.find(|first| first.role == SpeakerRole::Outlet && first.words.is_none()).map(|first| bare(&first.name));
    // "The Ledger" for "The Harbor Ledger": a paper that speaks of itself by half its name.
    let itself =
        |name: &str| publisher.is_some_and(|own| own != bare(name) && (own.ends_with(bare(name)) || own.starts_with(bare(name))));
    for speaker in sentence.speakers.iter().filter(|speaker| speaker.what.role == SpeakerRole::Outlet) {
        let name = &speaker.what.name;
        // "told Harbor News" in its own report, "Published By : Ada Vale" above it.
        let own = publisher == Some(bare(name))
            && speaker.range.len() > name.len()
            && sentence.words(speaker.range.clone()).starts_with("told");
        if !own
            && !sentence.words(speaker.range.clone()).contains(':')
            && !itself(name)
            && name.starts_with(|c: char| c.is_uppercase())
            && !reader.cast.is_accuser(name)
        {
            parts.push(Part::new(speaker.range.clone(), name, "outlet"));
        }
    }
    by_words(reader, sentence, publisher, parts);
    for name in known::known(text) {
        let own = &text[name.clone()];
        let of_case = reader.cast.is_accuser(own) || reader.cast.accused.iter().any(|one| same_party(&one.name, own));
        if publisher != Some(bare(own)) && !itself(own) && !of_case {
            parts.push(Part::new(name.clone(), own, "outlet"));
        }
    }
    for name in &sentence.names {
        let (start, end) = (name.range.start, name.range.start + name.what.text.len());
        let own = &text[start..end];
        let after = &text[end..];
        let verb = REPORTS
            .find(after)
            .filter(|_| PAPER.is_match(own))
            .or_else(|| CHECKS.find(after).filter(|_| PAPER.is_match(own) || publisher == Some(bare(own))));
        let verb = verb.or_else(|| FIRST.find(after));
        if let Some(verb) = verb.filter(|_| !itself(own)) {
            parts.push(Part::new(start..end + verb.end(), own, "outlet"));
        }
    }
}
