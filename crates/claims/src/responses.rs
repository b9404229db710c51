//! What the accused and others answered, and whether anybody independent has checked.

use crate::document::short_name;
use crate::page::Sentence;
use crate::pattern::patterns;
use crate::propose::Reader;
use crate::voice::Matter;
use dossier_model::{ClaimKind, Content};
use std::ops::Range;

patterns! {
    NO_RESPONSE = r"(?ix)
        \b(?:(?:has|have|had|did|does|do)\s+not|(?:has|have|had|did|does)n[’']t)\s+(?:yet\s+|immediately\s+|publicly\s+|directly\s+)*(?:respond(?:ed)?|repl(?:y|ied)|comment(?:ed)?|answer(?:ed)?\s+(?:questions|requests|messages|calls|e-?mails?|a\s+request)|return(?:ed)?\s+(?:[\w-]+\s+){0,3}(?:requests?|calls?|messages?|e-?mails?))\b(?:\s+(?:publicly|immediately))?
        | \b(?:has|have|had)\s+(?:yet\s+to|never)\s+(?:publicly\s+)?(?:respond(?:ed)?|repl(?:y|ied)|comment(?:ed)?)\b
        | \b(?:could\s+not|couldn[’']t)\s+(?:immediately\s+)?be\s+(?:immediately\s+)?(?:reached|contacted|located)\b
        | \b(?:was|were)\s+(?:not|un)\s*(?:immediately\s+)?(?:available|reachable)\s+(?:for|to)\s+comment
        | \b(?:went|gone|remained|left)\s+unanswered\b
        | \bneither\s[^,;.]{2,80}?\s(?:responded|replied|commented|returned\s+(?:\w+\s+){0,2}(?:calls?|messages?|requests?))\b
        | \b(?:gave|issued|offered|made|has\s+made)\s+no\s+(?:public\s+|immediate\s+)?(?:response|reply|comment|statement)\b";
    DECLINED = r"(?i)\b(?:declin(?:ed|es|ing)|refus(?:ed|es|ing))\s+(?:to\s+(?:comment|enter|elaborate|discuss|provide|say|answer|respond|confirm|identify|name|disclose|speak)|(?:all\s+|further\s+)?comment)\b|\bwould\s+not\s+(?:comment|say|discuss|confirm|elaborate|answer|be\s+drawn)\b";
    DENIAL = r"(?ix)
        \b(?:den(?:y|ies|ied|ying)|refut(?:es|ed|ing)|repudiat(?:es|ed))\s+(?:the\s+|any\s+|all\s+|these\s+|those\s+|having\s+|that\s+|it\b|its\s+|such\s+|being\s+|wrongdoing|involvement|responsibility|[\w’']+s\s+)
        | \b(?:reject(?:s|ed|ing)|dismiss(?:es|ed)|dispute[sd]?|contest(?:s|ed))\s+(?:[\w’'-]+\s+){0,4}?(?:allegations?|accusations?|claims?|charges?|findings?|characteri[sz]ations?|figures?|numbers?|accounts?|suggestions?|notion|report|designation)\b
        | \b(?:call(?:s|ed|ing)|describ(?:es|ed|ing)|label(?:s|l?ed))\s+(?:[\w’'-]+\s+){1,6}?(?:as\s+)?[“\x22]?(?:[\w-]+\s+){0,2}?(?:baseless|unfounded|groundless|false|untrue|fabricat\w+|malicious|meritless|without\s+(?:merit|foundation|basis)|slander\w*|smears?|absurd)\b
        | \b(?:pleaded|pled|entered\s+(?:a\s+)?pleas?\s+of)\s+not\s+guilty\b
        | \bmaintain(?:s|ed)\s+(?:his|her|its|their)\s+innocence\b";
    /// "denied the motion", "denied access": no answer to a charge.
    NO_DENIAL = r"(?i)\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing))\s+(?:the\s+|any\s+|all\s+|a\s+)?(?:motions?|access|entry|bail|appeals?|licen[cs]es?|applications?|requests?|petitions?|visas?|transactions?)\b";
    ADMISSION = r"(?i)\b(?:admits|admitted|acknowledges|acknowledged|concedes|conceded|confessed|(?:pleaded|pled)\s+guilty)\b";
    /// Who admits in a passive: "an admitted", "was admitted to".
    NO_ADMISSION = r"(?i)\b(?:was|were|been|be|is|are|being|an?|the|its)\s+(?:widely\s+)?(?:admitted|acknowledged|conceded)\b|\backnowledged\s+(?:receipt|the\s+support)";
    UNVERIFIED = r"(?i)\bno\s+(?:[\w-]+\s+){0,4}(?:has|have|had)\s+(?:yet\s+)?(?:independently\s+)?(?:been\s+)?(?:able\s+to\s+)?(?:verif(?:y|ied)|confirm(?:ed)?|corroborated?|audited|reviewed)\b|\b(?:could|can|was|were|is|are)\s*(?:not|n[’']t)\s+(?:be\s+|been\s+|able\s+to\s+|immediately\s+)*(?:independently\s+)?(?:verif\w+|confirm\w*|corroborat\w*)|\b(?:unable|not\s+able)\s+to\s+(?:independently\s+)?(?:verify|confirm|corroborate)|\b(?:has|have|had|did)(?:\s+not|n[’']t)\s+(?:yet\s+)?(?:been\s+)?(?:independently\s+)?(?:verif(?:y|ied)|confirmed|corroborated?)\b|\bunverified\b|\bnot\s+(?:been\s+)?independently\s+(?:verified|confirmed|audited|reviewed)|\bno\s+(?:outside|independent|external|third[- ]party)\s+(?:[\w-]+\s+){0,3}(?:verification|confirmation|audit|review)\b";
    VERIFIED = r"(?i)\b(?:independently\s+(?:verified|confirmed|corroborated|reviewed)|(?:verified|corroborated|authenticated)\s+by)\s*(?P<by>[^,;]*)";
    PRONOUN = r"(?i)^(?:he|she|it|they)$";
    /// A beginning that is nobody's name.
    NOBODY = r"(?i)^(?:and|but|which|who|that|it|he|she|they|as|while|when|although|though|there|a|an|the|its?|his|her|their|has|have|had|was|were|is|are|also|later|so\s+far)?$";
}

/// Responses and verification.
pub(crate) fn propose(reader: &Reader<'_, '_>, out: &mut Vec<Content>) {
    for passage in &reader.page.passages {
        let mut before: Option<String> = None;
        for sentence in passage.sentences.iter().filter(|sentence| !sentence.mute) {
            for (pattern, but_not, value) in [
                (&NO_RESPONSE, None, "no response"),
                (&DECLINED, None, "declined to comment"),
                (&DENIAL, Some(&*NO_DENIAL), "denial"),
                (&ADMISSION, Some(&*NO_ADMISSION), "admission"),
            ] {
                let denied = |found: &regex::Match<'_>| {
                    but_not.is_some_and(|but_not| {
                        but_not
                            .find_iter(&sentence.text)
                            .any(|other| other.start() <= found.start() && found.start() < other.end())
                    })
                };
                if let Some(found) = pattern.find_iter(&sentence.text).find(|found| !denied(found)) {
                    out.extend(response(reader, sentence, found.range(), value, before.as_deref()));
                }
            }
            verification(reader, sentence, out);
            before = sentence.names.first().map(|name| short_name(&name.what.text)).or(before);
        }
    }
}

fn response(
    reader: &Reader<'_, '_>,
    sentence: &Sentence,
    verb: Range<usize>,
    value: &str,
    before: Option<&str>,
) -> Option<Content> {
    let clause = sentence.clause(verb.clone());
    // "Neither A nor B responded": the subject stands inside the words.
    let inside = sentence.names_in(verb.clone()).next().filter(|_| value == "no response");
    let named = inside.or_else(|| sentence.subject_of(verb.start, 3));
    let range = named.map_or(clause.start, |name| name.range.start.min(verb.start))..clause.end.max(verb.end);
    let mut content = reader.claim(ClaimKind::Response, sentence, range, Matter::Record)?;
    let subject = sentence.words(sentence.clause_start(verb.start)..verb.start).trim();
    let pronoun = subject.split_whitespace().next_back().is_some_and(|word| PRONOUN.is_match(word));
    content.subject = match (named, before.filter(|_| pronoun)) {
        (Some(name), _) => short_name(&name.what.text),
        (None, Some(before)) => before.to_owned(),
        (None, None) if !NOBODY.is_match(subject) && subject.split_whitespace().count() <= 8 => subject.to_owned(),
        (None, None) => return None,
    };
    content.value = Some(value.to_owned());
    Some(content)
}

fn verification(reader: &Reader<'_, '_>, sentence: &Sentence, out: &mut Vec<Content>) {
    if let Some(found) = UNVERIFIED.find(&sentence.text) {
        let clause = sentence.clause(found.range());
        let range = if found.as_str().to_lowercase().starts_with("no ") { found.start()..clause.end } else { clause };
        out.extend(
            reader
                .claim(ClaimKind::Verification, sentence, range, Matter::Record)
                .map(|content| Content { value: Some("not independently verified".to_owned()), ..content }),
        );
    } else if let Some(found) = VERIFIED.captures(&sentence.text)
        && let (Some(whole), Some(by)) = (found.get(0), found.name("by"))
    {
        let range = sentence.clause(whole.range());
        let who = by.as_str().trim().trim_start_matches("by ").trim();
        let value = if who.is_empty() { "independently verified".to_owned() } else { format!("verified by {who}") };
        out.extend(
            reader
                .claim(ClaimKind::Verification, sentence, range, Matter::Record)
                .map(|content| Content { value: Some(value), ..content }),
        );
    }
}
