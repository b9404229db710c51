//! Where a text says that it comes from: whose article it summarises, whose report it cites, who saw the document.

use crate::lexicon::insiders;
use crate::page::{Sentence, without_stop};
use crate::pattern::patterns;
use crate::propose::Reader;
use crate::voice::{Matter, bare};
use dossier_model::{ClaimKind, Content, Hedge, SpeakerRole};

patterns! {
    SOURCES = concat!(r"(?x)
        \bciting\s+(?:an?\s+|the\s+)?(?P<cited>[^,;]+?)(?:\s+(?:reports?|story|article))?(?:[,.;]|$)
        | (?i:\b(?:editorial\s+)?summary\b)[^.]*?\s+by\s+(?P<summary>\p{Lu}[^.,;]*)
        | \b(?i:original(?:ly)?\s+(?:article\s+|story\s+)?published\s+(?:by|in|on))\s+(?P<original>\p{Lu}[^;]*)
        | \b(?P<records>(?:(?:[\w.’'-]+\s+){0,2}?)(?i:records|documents|e-?mails|messages|data|files|filings|papers|slides|photographs|transcripts|logs|chats|correspondence|invoices|contracts|screenshots|recordings|materials|statements)),?\s+(?i:that\s+(?:was|were)\s+|which\s+(?:was|were)\s+)?(?i:seen|viewed|obtained|reviewed|examined|shared\s+with|provided\s+to|analy[sz]ed)(?:\s+by)?\s+(?P<reader>(?:[Tt]he\s+)?\p{Lu}[\p{L}&’'.-]*(?:\s+(?:of\s+|the\s+)?\p{Lu}[\p{L}&’'.-]*){0,4})
        | \b(?i:(?:an?\s+)?(?:copy|copies)\s+(?:of\s+[\w\s’'-]{2,50}?\s+)?|(?:letter|memo|e-?mail|draft|document|complaint|report|notice|filing|post|message|statement|lawsuit|indictment)\s+(?:(?:to|from)\s+[\w’'\s]{2,40}?\s+)?)(?i:that\s+was\s+|which\s+was\s+|was\s+)?(?i:seen|viewed|obtained|reviewed|examined)\s+by\s+(?P<seen>(?:[Tt]he\s+)?\p{Lu}[\p{L}&’'.-]*(?:\s+(?:of\s+)?\p{Lu}[\p{L}&’'.-]*){0,4})
        | (?P<saw>(?:[Tt]he\s+)?\p{Lu}[\p{L}&’'.-]*(?:\s+\p{Lu}[\p{L}&’'.-]*){0,4})\s+(?i:has\s+|have\s+)?(?i:also\s+|independently\s+)?(?i:seen|obtained|viewed|reviewed|saw)\s+(?i:(?:the|an?|its|their)\s+(?:[\w-]+\s+){0,2}(?:letter|copy|copies|memo|e-?mails?|documents?|complaint|filing|notice|draft|message))
        | \b(?i:as\s+)?(?i:first\s+|previously\s+|earlier\s+)?(?i:reported|revealed|disclosed)\s+(?i:on\s+\w+\s+)?(?i:earlier\s+|first\s+|previously\s+)?(?i:by)\s+(?P<reported>(?:[Tt]he\s+)?(?:news\s+(?:agency|site|outlet)\s+)?\p{Lu}[\p{L}’'.&-]*(?:\s+\p{Lu}[\p{L}’'.&-]*){0,4})
        | \b(?i:according\s+to|in)\s+(?i:an?|the)\s+(?:[\w-]+\s+){0,2}?(?i:report|story|article|investigation|account|scoop)\s+(?i:by|in|from|published\s+by|published\s+in)\s+(?P<according>(?:[Tt]he\s+)?\p{Lu}[\p{L}’'.&-]*(?:\s+(?:of\s+)?\p{Lu}[\p{L}’'.&-]*){0,4})
        | (?P<first>(?:[Tt]he\s+)?\p{Lu}[\p{L}&’'.-]*(?:\s+\p{Lu}[\p{L}&’'.-]*){0,4})\s+(?i:was\s+the\s+first\s+to\s+report|first\s+reported|earlier\s+reported|reported\s+earlier|previously\s+reported|first\s+(?:revealed|broke))
        | \b(?P<people>(?i:", insiders!(), r")\s+(?i:(?:who\s+(?:are|were|is)\s+)?(?:familiar\s+with|briefed\s+on|with\s+(?:direct\s+)?knowledge\s+of|close\s+to|involved\s+in|with\s+access\s+to)\s+(?:the\s+|its\s+|their\s+|this\s+)?(?:[\w-]+\s+)?(?:matter|case|investigation|talks|deal|discussions?|situation|documents?|company|probe|inquiry|negotiations?|plans?|process|incident|breach|attack|issue|thinking|deliberations|operation|findings|letter|events|decision|companies|letters?|report|filing|subject|hack|intrusion|campaign)))
        | \b(?P<anonymous>(?i:(?:", insiders!(), r")\s+(?:who\s+)?(?:spoke|speaking|asked|asking|declined)\s+(?:on\s+(?:the\s+)?condition\s+of\s+anonymity|not\s+to\s+be\s+(?:named|identified))))");
    REPORTS = r"(?i)\breport(?:ed|s)\b";
    LEADING = r"(?i)^(?:(?:to|from|in|by|of|the|and|on|with|through|that|which|some|those|these|show|shows)\s+)+";
    OUTLET_OF = r"(?i)\b(?:department|police|company|bureau|agency|ministry|court|investigators|regulators|fbi|doj|firm|office|attackers|hackers|intruders)\b";
}

/// Where the text comes from.
pub(crate) fn propose(reader: &Reader<'_, '_>, out: &mut Vec<Content>) {
    for sentence in reader.page.sentences() {
        outlets(reader, sentence, out);
        for found in SOURCES.captures_iter(&sentence.text) {
            let Some(whole) = found.get(0) else { continue };
            let parts = [
                ("cited", "report by"),
                ("summary", "summary by"),
                ("original", "article by"),
                ("seen", "copy seen by"),
                ("saw", "copy seen by"),
                ("reported", "report by"),
                ("according", "report by"),
                ("first", "report by"),
                ("people", ""),
                ("anonymous", ""),
                ("reader", "copy seen by"),
            ];
            let Some((lead, who)) = parts.iter().find_map(|(group, lead)| Some((*lead, found.name(group)?))) else { continue };
            if !lead.is_empty() && OUTLET_OF.is_match(who.as_str()) {
                continue;
            }
            // "according to customs records reviewed by": the words of the document alone.
            let from = whole.start() + LEADING.find(whole.as_str()).map_or(0, |lead| lead.end());
            let whole_end = whole.end();
            let trimmed = sentence.words(from..whole_end).trim_end_matches(['.', ',', ';', ' ']);
            let range = from..from + trimmed.len();
            let Some(mut content) = reader.claim(ClaimKind::Provenance, sentence, range, Matter::Record) else { continue };
            content.subject = "document".to_owned();
            content.hedge = Hedge::Asserted;
            let lead = if who.as_str().contains(" by ") { "" } else { lead };
            content.value = Some(match found.name("records") {
                Some(_) => without_stop(trimmed).to_owned(),
                None => format!("{lead} {}", without_stop(who.as_str())).trim().to_owned(),
            });
            out.push(content);
        }
    }
}

/// "The Harbour Examiner reported": the report of somebody else's paper.
fn outlets(reader: &Reader<'_, '_>, sentence: &Sentence, out: &mut Vec<Content>) {
    for found in &sentence.speakers {
        let words = sentence.words(found.range.clone());
        let reports = found.what.role == SpeakerRole::Outlet && (REPORTS.is_match(words) || words.starts_with("per "));
        // The publisher's own report is the text itself.
        let own = sentence.chain.first().is_some_and(|first| bare(&first.name) == bare(&found.what.name));
        // "reported by Lantern and Harbor News": the second is told by its own place.
        let name_at =
            sentence.words(found.range.clone()).rfind(&found.what.name).map_or(found.range.start, |at| found.range.start + at);
        let told = SOURCES.find_iter(&sentence.text).any(|source| source.start() < found.range.end && name_at < source.end());
        if let Some(content) = reader
            .claim(ClaimKind::Provenance, sentence, found.range.clone(), Matter::Record)
            .filter(|_| reports && !own && !told)
        {
            let value = Some(format!("report by {}", found.what.name));
            out.push(Content { subject: "document".to_owned(), value, hedge: Hedge::Asserted, ..content });
        }
    }
}
